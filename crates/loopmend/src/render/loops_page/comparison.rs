//! What another version of pytest-asyncio changes, as a page.

use std::collections::BTreeMap;

use loopmend_core::{counted_with_commas, with_commas};
use loopmend_project::Version;
use maud::{Markup, html};

use super::super::loops::{Suite, SuiteFile, SuiteTest, changes_of_file, outcome_name, totals};
use super::super::page::rich;
use super::groups::{Key, Section};
use super::parts::{Fold, Row, fixtures_of_test, heading_of_file, name_of_test, overview};
use super::shell;
use super::words::{capital, sentence, why};

/// The tests that differ between two versions, as a page.
pub(crate) fn loops_compared_page(before: &Suite, after: &Suite, [from, to]: [&Version; 2]) -> String {
    let transitions = transitions(before, after);
    let changed = transitions.values().map(tests_of).sum();
    let title = format!("What changes from pytest-asyncio {from} to {to}");
    let tests = totals(before).tests;
    let summary =
        format!("{} of {} would run differently.", with_commas(changed), counted_with_commas(tests, "test"));
    let fold = Fold::of(changed);
    let rows: Vec<Row> =
        transitions.iter().enumerate().map(|(index, (key, files))| row(index, key, files)).collect();
    let body = html! {
        (overview("The changes", "overview of-changes", &rows))
        @for (index, (transition, files)) in transitions.iter().enumerate() {
            (section(index, transition, files, fold))
        }
    };
    shell(&title, &summary, after, &body)
}

/// From one state to another. The worst one after it is the first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Transition {
    after: State,
    before: State,
}

/// The outcome of a test, without its name.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct State {
    key: Key,
    why: String,
}

impl State {
    fn of(file: &SuiteFile, test: &SuiteTest) -> Self {
        let mut key = Key::of(&test.prediction);
        let mut why = why(&test.prediction.outcome, &file.settings);
        match key.section {
            Section::Loops(length) => key.title = length.name().to_owned(),
            Section::Unknown => {
                why = sentence(&key.title);
                key.title = "not known".to_owned();
            }
            Section::Attention | Section::Plain => {}
        }
        Self { key, why }
    }
}

/// The tests of a transition, before and after, by their file.
type Files<'s> = Vec<(&'s str, Vec<(&'s SuiteTest, &'s SuiteTest)>)>;

fn transitions<'s>(before: &'s Suite, after: &'s Suite) -> BTreeMap<Transition, Files<'s>> {
    let mut transitions: BTreeMap<Transition, Files<'s>> = BTreeMap::new();
    for (old, new) in before.files.iter().zip(&after.files) {
        for (before, after) in changes_of_file(old, new) {
            let transition = Transition { after: State::of(new, after), before: State::of(old, before) };
            let files = transitions.entry(transition).or_default();
            match files.last_mut() {
                Some((path, tests)) if *path == old.path => tests.push((before, after)),
                _ => files.push((&old.path, vec![(before, after)])),
            }
        }
    }
    transitions
}

fn tests_of(files: &Files) -> usize {
    files.iter().map(|(_, tests)| tests.len()).sum()
}

fn id(index: usize) -> String {
    format!("change-{}", index + 1)
}

impl Transition {
    fn title(&self) -> String {
        let (before, after) = (&self.before.key, &self.after.key);
        match before == after {
            true => format!("{}, fixtures on other loops", capital(&after.title)),
            false => format!("{} → {}", capital(&before.title), after.title),
        }
    }
}

fn row(index: usize, transition: &Transition, files: &Files) -> Row {
    let (label, tone) = (transition.title(), transition.after.key.tone);
    Row { target: id(index), label, tone, blocks: vec![tests_of(files)], has_loops: false }
}

fn section(index: usize, transition: &Transition, files: &Files, fold: Fold) -> Markup {
    html! {
        section #(id(index)) {
            h2 { (transition.title()) " " span.count { (counted_with_commas(tests_of(files), "test")) } }
            div class={ "card " (transition.after.key.tone.class()) } {
                dl.change {
                    (state("Before", &transition.before))
                    (state("After", &transition.after))
                }
                div.inside {
                    @for (path, tests) in files {
                        details.file open[fold.is_open(tests.len())] {
                            (heading_of_file(path, tests.len()))
                            ul.tests { @for (before, after) in tests { (row_of_change(before, after)) } }
                        }
                    }
                }
            }
        }
    }
}

fn state(label: &str, state: &State) -> Markup {
    html! {
        div class=(state.key.tone.class()) {
            dt { (label) }
            dd {
                strong { (capital(&state.key.title)) }
                @if let Some(label) = state.key.label { span.label { (label) } }
                @if !state.why.is_empty() { p.why { (rich(&state.why)) } }
            }
        }
    }
}

fn row_of_change(before: &SuiteTest, after: &SuiteTest) -> Markup {
    html! {
        li.entry data-kind="test" data-id=(after.prediction.node_id) data-outcome=(outcome_name(&after.prediction.outcome)) {
            (name_of_test(after))
            @for (label, test) in [("before", before), ("after", after)] {
                @if !test.prediction.fixtures.is_empty() {
                    div.side { span.soft { (label) } " " (fixtures_of_test(test)) }
                }
            }
        }
    }
}
