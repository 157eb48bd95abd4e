//! The reports of other commands within the report of a change, made of their data: a saved report has no more than that.

use std::collections::BTreeMap;

use loopmend_reports::{Category, StateVerdict};
use loopmend_semantic::{Context, Verdict};
use serde_json::Value;

use super::super::document::Block;
use super::super::markdown::code;
use super::content::folded_if_long;
use crate::render::counted;

/// Makes the blocks of one report.
type Render = fn(&Value) -> Vec<Block>;

/// By the name of each report: its heading, the command that prints it, and what makes its blocks.
const REPORTS: [(&str, &str, &str, Render); 4] = [
    ("inventory", "Event loops", "inventory", inventory),
    ("shared-state", "Shared state", "inventory --shared-state", shared_state),
    ("categories", "Categories of tests", "categories", categories),
    ("loops", "Tests and their event loops", "loops", loops),
];

/// So many writers of an attribute are named.
const MOST_WRITERS: usize = 4;

/// All included reports.
pub(super) fn blocks(included: &BTreeMap<String, Value>) -> Vec<Block> {
    let known = REPORTS.iter().filter_map(|(name, heading, command, render)| {
        let words = format!("This is the state after the change; `loopmend {command}` prints it.");
        let head = [Block::Heading(2, (*heading).to_owned()), Block::Paragraph(words)];
        Some(head.into_iter().chain(render(included.get(*name)?)))
    });
    known.flatten().collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn count(value: &Value, key: &str) -> usize {
    value[key].as_u64().unwrap_or_default() as usize
}

/// `path:line`, in a notebook `path:cell 3:line`.
fn located(place: &Value) -> String {
    let (path, line) = (text(place, "path"), &place["line"]);
    match place["cell"].as_u64() {
        Some(cell) => format!("{path}:cell {cell}:{line}"),
        None => format!("{path}:{line}"),
    }
}

/// `name (path:line)`, where the place is known.
fn named_at(name: &str, place: &Value) -> String {
    if place.is_object() { format!("{name} ({})", located(place)) } else { name.to_owned() }
}

fn of_module(name: &str) -> &str {
    if name.is_empty() { "the module" } else { name }
}

fn table(columns: &[&str], rows: Vec<Vec<String>>, noun: &str) -> Option<Block> {
    let (head, length) = (columns.iter().map(|name| (*name).to_owned()).collect(), rows.len());
    (length > 0).then(|| folded_if_long(counted(length, noun), Block::Table(head, rows), length))
}

fn inventory(data: &Value) -> Vec<Block> {
    let mut places: Vec<&Value> = list(data, "places").iter().collect();
    let names = Verdict::ALL.map(Verdict::name);
    places.sort_by_key(|place| names.iter().position(|name| *name == text(place, "verdict")));
    let files = counted(count(data, "files"), "file");
    let words = format!("{} in {files}.", counted(places.len(), "place"));
    let totals = Context::ALL.iter().filter_map(|context| {
        let verdicts = data["totals"].get(context.name())?;
        let counts = names.iter().map(|name| count(verdicts, name).to_string());
        Some([context.name().to_owned()].into_iter().chain(counts).collect())
    });
    let row = |place: &&Value| {
        vec![
            format!("{}, in {}", located(place), code(of_module(text(place, "function")))),
            code(text(place, "call")),
            text(place, "context").to_owned(),
            text(place, "verdict").to_owned(),
            format!("{} ({})", text(place, "reason"), chain_of_place(place)),
            text(place, "suggestion").to_owned(),
        ]
    };
    let rows = places.iter().map(row).collect();
    let head: Vec<&str> = ["context"].into_iter().chain(names).collect();
    let totals = table(&head, totals.collect(), "context");
    let rows = table(&["place", "call", "context", "verdict", "why", "instead"], rows, "place");
    [Some(Block::Paragraph(words)), totals, rows].into_iter().flatten().collect()
}

/// From outside to the place: `Celery > sync_all (tasks.py:14) > fetch`.
fn chain_of_place(place: &Value) -> String {
    let way = &place["way"];
    let hops = list(way, "hops").iter();
    let hops = hops.map(|hop| named_at(of_module(text(hop, "caller")), &hop["place"]));
    let by = named_at(text(way, "by"), &way["given"]);
    let parts = [by].into_iter().filter(|by| !by.is_empty()).chain(hops);
    parts.chain([of_module(text(place, "function")).to_owned()]).collect::<Vec<_>>().join(" > ")
}

fn shared_state(data: &Value) -> Vec<Block> {
    let states = list(data, "states");
    let counts = StateVerdict::ALL.map(StateVerdict::name);
    let counts = counts.map(|name| format!("{} {name}", count(&data["totals"], name))).join(", ");
    let words =
        format!("{} in {}: {counts}.", counted(states.len(), "state"), counted(count(data, "files"), "file"));
    let row = |state: &Value| {
        let is_written = |attribute: &&Value| text(attribute, "verdict") != StateVerdict::Immutable.name();
        let written: Vec<String> = list(state, "attributes").iter().filter(is_written).map(written).collect();
        vec![
            format!("{} {}, {}", text(state, "kind"), code(text(state, "name")), located(state)),
            text(state, "reached").to_owned(),
            text(state, "verdict").to_owned(),
            format!("{}{}", text(state, "summary"), evidence(state)),
            written.join(". "),
        ]
    };
    let rows = states.iter().map(row).collect();
    let rows = table(&["state", "reached", "verdict", "why", "written by"], rows, "state");
    [Some(Block::Paragraph(words)), rows].into_iter().flatten().collect()
}

/// The places that decided, of the attribute that did.
fn evidence(state: &Value) -> String {
    let mut attributes = list(state, "attributes").iter();
    let Some(deciding) = attributes.find(|it| text(it, "verdict") == text(state, "verdict")) else {
        return String::new();
    };
    let places = list(deciding, "evidence").iter();
    places.map(|one| format!("; {}: {}", located(&one["place"]), text(one, "text"))).collect()
}

/// The functions that write an attribute, each with its context.
fn written(attribute: &Value) -> String {
    let mut writers: Vec<String> = Vec::new();
    for writer in list(attribute, "writers") {
        let words = format!("{} [{}]", text(writer, "function"), text(writer, "context"));
        if !writers.contains(&words) {
            writers.push(words);
        }
    }
    let more = writers.len().saturating_sub(MOST_WRITERS);
    writers.truncate(MOST_WRITERS);
    writers.extend((more > 0).then(|| format!("{more} more")));
    let guard = attribute["guard"].as_str().map(|guard| format!(" by {guard}")).unwrap_or_default();
    let (name, verdict) = (code(text(attribute, "name")), text(attribute, "verdict"));
    format!("{name}: {verdict}{guard}; written by {}", writers.join(", "))
}

fn categories(data: &Value) -> Vec<Block> {
    let counts = Category::ALL.map(Category::name);
    let counts = counts.map(|name| format!("{} {name}", count(&data["totals"], name))).join(", ");
    let words = match count(data, "disagreeing") {
        0 => format!("{counts}."),
        marks => format!("{counts}. {} contradict the category.", counted(marks, "mark")),
    };
    let is_shown = |test: &&Value| {
        text(test, "category") != Category::Unit.name() || test["disagrees"] == Value::Bool(true)
    };
    let row = |test: &Value| {
        let most = &list(test, "reached").first().cloned().unwrap_or_default();
        let hops = list(most, "way").iter().map(|hop| named_at(text(hop, "function"), &hop["place"]));
        let reached = [text(most, "kind"), text(most, "what")].join(": ");
        vec![
            code(text(test, "id")),
            text(test, "category").to_owned(),
            if most.is_object() { reached } else { String::new() },
            hops.collect::<Vec<_>>().join(" > "),
            code(text(test, "mark")),
        ]
    };
    let rows = list(data, "tests").iter().filter(is_shown).map(row).collect();
    let rows = table(&["test", "category", "reaches", "by", "mark"], rows, "test");
    [Some(Block::Paragraph(words)), rows].into_iter().flatten().collect()
}

fn loops(data: &Value) -> Vec<Block> {
    let files = list(data, "files");
    let tests: Vec<&Value> = files.iter().flat_map(|file| list(file, "tests")).collect();
    let mut groups: BTreeMap<String, usize> = BTreeMap::new();
    for test in &tests {
        *groups.entry(loop_of(test)).or_default() += 1;
    }
    let groups = groups.into_iter().map(|(name, count)| vec![name, count.to_string()]).collect();
    let row = |test: &&Value| {
        let (id, why) = (code(text(test, "id")), text(test, "because").to_owned());
        vec![id, loop_of(test), text(test, "runner").to_owned(), why]
    };
    let rows = tests.iter().map(row).collect();
    let words = format!("{} in {}.", counted(tests.len(), "test"), counted(files.len(), "file"));
    let groups = table(&["event loop", "tests"], groups, "event loop");
    let rows = table(&["test", "event loop", "runner", "why"], rows, "test");
    [Some(Block::Paragraph(words)), groups, rows].into_iter().flatten().collect()
}

/// The loop that a test runs on, else what becomes of the test.
fn loop_of(test: &Value) -> String {
    let identity = &test["loop"];
    match (text(identity, "scope"), text(identity, "owner")) {
        ("", _) if text(test, "outcome") == "plain" => "no event loop".to_owned(),
        ("", _) => text(test, "outcome").to_owned(),
        ("function", _) => "a loop for each test".to_owned(),
        (scope, "") => format!("the loop of the {scope}"),
        (scope, owner) => format!("one loop for the {scope} {}", code(owner)),
    }
}
