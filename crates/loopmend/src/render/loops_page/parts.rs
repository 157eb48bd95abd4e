//! The pieces that pages are made of.

use loopmend_core::counted_with_commas;
use maud::{Markup, html};

use super::super::loops::{SuiteTest, outcome_name};
use super::super::page::rich;
use super::groups::{FilePart, Part};
use super::words::{Relation, Tone, place_of_fixture};

/// Which headings are folded when the page is opened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fold {
    is_small: bool,
}

impl Fold {
    /// For a page with so many tests.
    pub(super) fn of(tests: usize) -> Self {
        Self { is_small: tests <= 200 }
    }

    /// `true` if what stands under a heading is shown: on a small page what is not long.
    pub(super) fn is_open(self, tests: usize) -> bool {
        self.is_small && tests <= 30
    }
}

/// A row of the overview.
pub(super) struct Row {
    /// The name of what it leads to.
    pub(super) target: String,
    /// The label.
    pub(super) label: String,
    /// How its bar is coloured.
    pub(super) tone: Tone,
    /// The tests of each loop; of what is no loop all are one block.
    pub(super) blocks: Vec<usize>,
    /// `true` if the blocks are loops.
    pub(super) has_loops: bool,
}

impl Row {
    fn tests(&self) -> usize {
        self.blocks.iter().sum()
    }

    /// `true` if there are more blocks than could be told apart.
    fn has_many_blocks(&self) -> bool {
        self.blocks.len() > 40
    }
}

/// The picture of all: a bar for each row, and in it a block for each loop. The class says how wide the names are.
pub(super) fn overview(title: &str, class: &str, rows: &[Row]) -> Markup {
    let most = rows.iter().map(Row::tests).max().unwrap_or_default().max(1);
    html! {
        @if !rows.is_empty() {
            nav class=(class) aria-label=(title) {
                h2 { (title) }
                ul { @for row in rows { (row_of_overview(row, most)) } }
            }
        }
    }
}

fn row_of_overview(row: &Row, most: usize) -> Markup {
    html! {
        li class=(row.tone.class()) {
            a href={ "#" (row.target) } {
                span.what { (row.label) }
                (bar(row, most))
                span.count {
                    @if row.has_loops { (counted_with_commas(row.blocks.len(), "loop")) " · " }
                    (counted_with_commas(row.tests(), "test"))
                }
            }
        }
    }
}

fn bar(row: &Row, most: usize) -> Markup {
    let per_mille = row.tests() * 1000 / most;
    html! {
        span.track aria-hidden="true" {
            span.bar.striped[row.has_many_blocks()] style={ "--share:" (per_mille) } {
                @if row.has_many_blocks() {
                    i {}
                } @else {
                    @for tests in &row.blocks { i style={ "--tests:" (tests) } {} }
                }
            }
        }
    }
}

/// Tests by file, each file under a heading that folds it.
pub(super) fn list_of_files(files: &[FilePart], fold: Fold) -> Markup {
    html! {
        @for file in files {
            details.file open[fold.is_open(file.tests())] {
                (heading_of_file(file.path, file.tests()))
                (list_of_parts(&file.parts))
            }
        }
    }
}

/// The heading of the tests of a file.
pub(super) fn heading_of_file(path: &str, tests: usize) -> Markup {
    html! { summary { span.path { (path) } " " span.count { (counted_with_commas(tests, "test")) } } }
}

/// Tests by the reason.
pub(super) fn list_of_parts(parts: &[Part]) -> Markup {
    html! {
        @for part in parts {
            div.part {
                @if !part.why.is_empty() { p.why { (rich(&part.why)) } }
                ul.tests { @for test in &part.tests { (row_of_test(test)) } }
            }
        }
    }
}

fn row_of_test(test: &SuiteTest) -> Markup {
    html! {
        li.entry data-kind="test" data-id=(test.prediction.node_id) data-outcome=(outcome_name(&test.prediction.outcome)) {
            (name_of_test(test))
            @if !test.prediction.fixtures.is_empty() { " " (fixtures_of_test(test)) }
        }
    }
}

/// The name of a test in its file, with its parameters.
pub(super) fn name_of_test(test: &SuiteTest) -> Markup {
    let id = &test.prediction.node_id;
    let within_file = id.split_once("::").map_or(id.as_str(), |(_, name)| name);
    let (classes, name) =
        within_file.rsplit_once("::").map_or(("", within_file), |(classes, name)| (classes, name));
    html! {
        span.name {
            @if !classes.is_empty() { span.soft { (classes) "::" } }
            (name)
            @if !test.parameters.is_empty() { span.soft { "[" (test.parameters.join(", ")) "]" } }
        }
    }
}

/// The async fixtures of a test, each with where it runs.
pub(super) fn fixtures_of_test(test: &SuiteTest) -> Markup {
    let prediction = &test.prediction;
    html! {
        span.fixtures {
            @for (name, identity) in &prediction.fixtures {
                @let relation = Relation::of(identity, &prediction.outcome);
                span class=(relation.class()) data-kind="fixture" data-id={ (prediction.node_id) " " (name) } {
                    code { (name) } " " (place_of_fixture(identity, relation))
                }
                " "
            }
        }
    }
}
