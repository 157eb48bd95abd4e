//! What the tests of a suite are by what they reach: a table for people, an object for programs, a section in Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use loopmend_core::Place;
use loopmend_reports::{Category, ReachedResource, ResourceHop, TestCategory};
use serde::Serialize;

use super::counted;
use super::inventory::{located, place_json};
use super::json::{JsonPlace, to_json};
use crate::render::Sources;
use crate::render::markdown::{cell, code};
use crate::style::{CODE, FAINT, STRONG, WARNING, printable};

/// The tests, with the texts of their files.
pub(crate) struct Categories<'a> {
    /// In the order of the files.
    pub(crate) all: &'a [TestCategory],
    /// The tests that were asked for.
    pub(crate) shown: &'a [&'a TestCategory],
    /// The texts that their places point to.
    pub(crate) sources: &'a Sources<'a>,
}

#[derive(Serialize)]
struct CategoriesJson<'a> {
    tests: Vec<TestJson<'a>>,
    /// The totals of all tests, shown or not.
    totals: BTreeMap<&'static str, usize>,
    disagreeing: usize,
}

#[derive(Serialize)]
struct TestJson<'a> {
    id: &'a str,
    path: Option<&'a str>,
    line: Option<u32>,
    category: &'static str,
    reached: Vec<ReachedJson<'a>>,
    /// The kinds that something stands in the place of.
    replaced: Vec<&'static str>,
    /// The mark that says what it is.
    mark: Option<&'a str>,
    marked: Option<&'static str>,
    disagrees: bool,
    /// The call of a unit test that is not followed, so that the test may reach more.
    unfollowed: Option<&'a str>,
    /// `true` if a limit was met, so that it may reach more.
    is_cut: bool,
}

#[derive(Serialize)]
struct ReachedJson<'a> {
    kind: &'static str,
    /// The resource, in words.
    what: String,
    by: ThingJson<'a>,
    way: Vec<HopJson<'a>>,
}

/// The thing that reaches a resource.
#[derive(Serialize)]
struct ThingJson<'a> {
    /// `call`, `variable`, `fixture`, `mark` or `base`.
    form: &'static str,
    name: &'a str,
    package: Option<&'a str>,
}

#[derive(Serialize)]
struct HopJson<'a> {
    function: &'a str,
    place: Option<JsonPlace<'a>>,
}

/// As one JSON object.
pub(crate) fn categories_json(categories: &Categories) -> String {
    to_json(&CategoriesJson {
        tests: categories.shown.iter().map(|test| test_json(test, categories.sources)).collect(),
        totals: Category::ALL
            .into_iter()
            .map(|category| (category.name(), count(categories, category)))
            .collect(),
        disagreeing: disagreeing(categories),
    })
}

fn test_json<'a>(test: &'a TestCategory, sources: &Sources) -> TestJson<'a> {
    let hop = |hop: &'a ResourceHop| HopJson {
        function: &hop.function,
        place: place_json(hop.place.as_ref(), sources),
    };
    let reached = |reached: &'a ReachedResource| ReachedJson {
        kind: reached.kind.name(),
        what: reached.thing.words(),
        by: ThingJson {
            form: reached.thing.form(),
            name: reached.thing.name(),
            package: reached.thing.package(),
        },
        way: reached.way.iter().map(hop).collect(),
    };
    TestJson {
        id: &test.node_id,
        path: test.place.as_ref().map(|(path, _)| path.as_str()),
        line: test.place.as_ref().map(|(path, span)| sources.range(path, *span).start.line),
        category: test.category.name(),
        reached: test.reached.iter().map(reached).collect(),
        replaced: test.replaced.iter().map(|kind| kind.name()).collect(),
        mark: test.marked.as_ref().map(|(name, _)| name.as_str()),
        marked: test.marked.as_ref().map(|(_, category)| category.name()),
        disagrees: test.disagrees(),
        unfollowed: test.unfollowed.as_deref(),
        is_cut: test.is_cut,
    }
}

/// As a table: a line for a unit test, and one more for each thing that another test reaches. Colours are in the text.
pub(crate) fn categories_table(categories: &Categories) -> String {
    let mut text = String::new();
    for test in categories.shown {
        write_test(&mut text, test, categories.sources);
    }
    if !categories.shown.is_empty() {
        text.push('\n');
    }
    let _ = writeln!(text, "{}", summary(categories));
    text
}

fn write_test(text: &mut String, test: &TestCategory, sources: &Sources) {
    let name = test.category.name();
    let style = if test.category == Category::Unit { FAINT } else { CODE };
    let place = test.place.as_ref().map(|(path, span)| located(sources, path, *span)).unwrap_or_default();
    let _ =
        writeln!(text, "{style}{name:<11}{style:#}  {STRONG}{place}{STRONG:#}  {}", printable(&test.node_id));
    for reached in test.reached.iter().filter(|reached| decides(reached)) {
        let (kind, what) = (reached.kind.name(), reached.thing.words());
        let _ = writeln!(text, "             {kind}: {}", printable(&what));
        if !reached.way.is_empty() {
            let _ = writeln!(text, "             {FAINT}{}{FAINT:#}", printable(&chain(reached, sources)));
        }
    }
    if let Some(name) = &test.unfollowed {
        let name = printable(name);
        let _ = writeln!(
            text,
            "             {FAINT}as far as is known: the calls of `{name}` are not followed{FAINT:#}"
        );
    }
    if test.is_cut {
        let _ = writeln!(
            text,
            "             {FAINT}incomplete: not all functions that the test reaches were read{FAINT:#}"
        );
    }
    if let Some((mark, marked)) = test.marked.as_ref().filter(|_| test.disagrees()) {
        let mark = printable(mark);
        let _ = writeln!(text, "             {WARNING}the mark `{mark}` says {}{WARNING:#}", marked.name());
    }
}

/// `true` if it makes more than a unit test of what reaches it.
fn decides(reached: &ReachedResource) -> bool {
    reached.kind.category() != Category::Unit
}

/// From the test to the resource: `test_refresh (tests/test_feeds.py:16) > refresh (src/jobs.py:31)`.
fn chain(reached: &ReachedResource, sources: &Sources) -> String {
    let hop = |hop: &ResourceHop| match &hop.place {
        Some(Place::Span { path, span }) => format!("{} ({})", hop.function, located(sources, path, *span)),
        _ => hop.function.clone(),
    };
    reached.way.iter().map(hop).collect::<Vec<_>>().join(" > ")
}

fn count(categories: &Categories, category: Category) -> usize {
    categories.all.iter().filter(|test| test.category == category).count()
}

fn disagreeing(categories: &Categories) -> usize {
    categories.all.iter().filter(|test| test.disagrees()).count()
}

/// `12 tests: 8 unit, 3 integration, 1 end-to-end. The marks of 2 say something else.`
fn summary(categories: &Categories) -> String {
    let counts = Category::ALL.map(|category| format!("{} {}", count(categories, category), category.name()));
    let tests = counted(categories.all.len(), "test");
    let mut text = match categories.all.is_empty() {
        true => "No tests were found.".to_owned(),
        false => format!("{tests}: {}.", counts.join(", ")),
    };
    match disagreeing(categories) {
        0 => {}
        1 => text.push_str(" 1 mark contradicts the category."),
        some => {
            let _ = write!(text, " {some} marks contradict the category.");
        }
    }
    text
}

/// As a section that can stand in a pull request: a table of counts, and one of the tests that are no unit tests.
pub(crate) fn categories_markdown(categories: &Categories) -> String {
    let mut text = format!("## Categories of tests\n\n{}\n", summary(categories));
    let rows: Vec<&&TestCategory> =
        categories.shown.iter().filter(|test| test.category != Category::Unit || test.disagrees()).collect();
    if rows.is_empty() {
        return text;
    }
    let _ = writeln!(text, "\n| test | category | reaches | by | mark |\n| --- | --- | --- | --- | --- |");
    for test in rows {
        let most = test.reached.first();
        let what = most
            .map(|reached| format!("{}: {}", reached.kind.name(), reached.thing.words()))
            .unwrap_or_default();
        let by = most.map(|reached| chain(reached, categories.sources)).unwrap_or_default();
        let mark = test.marked.as_ref().map(|(name, marked)| match test.disagrees() {
            true => format!("`{name}` (says {})", marked.name()),
            false => format!("`{name}`"),
        });
        let cells =
            [code(&test.node_id), test.category.name().to_owned(), what, by, mark.unwrap_or_default()];
        let cells = cells.map(|text| cell(&text));
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    text
}
