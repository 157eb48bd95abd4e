//! State that several tasks, threads or processes reach: a table for people, an object for programs, a section in Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use loopmend_core::{Place, Span};
use loopmend_reports::{
    SharedAttribute, SharedState, SharedStates, StateEvidence, StateVerdict, StateWriter,
};
use serde::Serialize;

use super::counted;
use super::json::{JsonPlace, JsonRange, to_json};
use crate::render::markdown::{cell, code, name_only};
use crate::render::{Range, Sources};
use crate::style::{ADDED, CODE, ERROR, FAINT, STRONG, WARNING, printable};

/// The note for a search that met a bound.
const CUT: &str = "Some functions call too much; not all of their calls were followed.";

/// So many writers are shown for an attribute in Markdown.
const MOST_WRITERS: usize = 4;

/// All shared state, with the texts that it speaks of.
pub(crate) struct Shared<'a> {
    /// The states that were found.
    pub(crate) states: &'a SharedStates,
    /// How many files were looked at.
    pub(crate) files: usize,
    /// The texts.
    pub(crate) sources: &'a Sources<'a>,
}

#[derive(Serialize)]
struct SharedJson<'a> {
    files: usize,
    states: Vec<StateJson<'a>>,
    totals: BTreeMap<&'static str, usize>,
    /// `true` if a bound was met, so that there may be more writes.
    is_cut: bool,
}

#[derive(Serialize)]
struct StateJson<'a> {
    path: &'a str,
    #[serde(flatten)]
    range: JsonRange,
    name: &'a str,
    kind: &'static str,
    reached: &'a str,
    verdict: &'static str,
    reason: &'a str,
    /// `safe` or `not safe`, with the reason.
    summary: String,
    attributes: Vec<AttributeJson<'a>>,
}

#[derive(Serialize)]
struct AttributeJson<'a> {
    name: &'a str,
    verdict: &'static str,
    reason: &'a str,
    guard: Option<&'a str>,
    writers: Vec<WriterJson<'a>>,
    evidence: Vec<EvidenceJson<'a>>,
}

#[derive(Serialize)]
struct WriterJson<'a> {
    function: &'a str,
    how: &'static str,
    context: &'a str,
    chain: &'a str,
    locks: &'a [String],
    place: Option<JsonPlace<'a>>,
}

#[derive(Serialize)]
struct EvidenceJson<'a> {
    text: &'a str,
    place: Option<JsonPlace<'a>>,
}

/// As one JSON object.
pub(crate) fn shared_json(shared: &Shared) -> String {
    let states = shared.states.all.iter().map(|state| state_json(state, shared.sources)).collect();
    to_json(&SharedJson {
        files: shared.files,
        states,
        totals: totals(&shared.states.all),
        is_cut: shared.states.is_cut,
    })
}

fn state_json<'a>(state: &'a SharedState, sources: &Sources) -> StateJson<'a> {
    StateJson {
        path: &state.path,
        range: sources.range(&state.path, state.span).into(),
        name: &state.name,
        kind: kind(state),
        reached: &state.reached,
        verdict: state.verdict.name(),
        reason: &state.reason,
        summary: state.summary(),
        attributes: state.attributes.iter().map(|attribute| attribute_json(attribute, sources)).collect(),
    }
}

fn attribute_json<'a>(attribute: &'a SharedAttribute, sources: &Sources) -> AttributeJson<'a> {
    let writer = |writer: &'a StateWriter| WriterJson {
        function: &writer.function,
        how: writer.how,
        context: &writer.context,
        chain: &writer.chain,
        locks: &writer.locks,
        place: place_json(&writer.place, sources),
    };
    let evidence = |evidence: &'a StateEvidence| EvidenceJson {
        text: &evidence.text,
        place: place_json(&evidence.place, sources),
    };
    AttributeJson {
        name: &attribute.name,
        verdict: attribute.verdict.name(),
        reason: &attribute.reason,
        guard: attribute.guard.as_deref(),
        writers: attribute.writers.iter().map(writer).collect(),
        evidence: attribute.evidence.iter().map(evidence).collect(),
    }
}

fn place_json<'a>(place: &'a Place, sources: &Sources) -> Option<JsonPlace<'a>> {
    match place {
        Place::Span { path, span } => Some(JsonPlace { path, range: sources.range(path, *span).into() }),
        Place::Definition { .. } => None,
    }
}

fn kind(state: &SharedState) -> &'static str {
    if state.is_class { "class" } else { "global" }
}

fn totals(states: &[SharedState]) -> BTreeMap<&'static str, usize> {
    let mut totals: BTreeMap<&str, usize> = StateVerdict::ALL.map(|verdict| (verdict.name(), 0)).into();
    for state in states {
        *totals.entry(state.verdict.name()).or_default() += 1;
    }
    totals
}

/// As a table: each class or global with its reason, and below it what writes its attributes. Colours are in the text.
pub(crate) fn shared_table(shared: &Shared) -> String {
    let mut text = String::new();
    let SharedStates { all, is_cut } = shared.states;
    for state in all {
        write_state(&mut text, state, shared.sources);
    }
    if !all.is_empty() {
        let totals = totals(all);
        let counts =
            StateVerdict::ALL.map(|verdict| format!("{} {}", totals[verdict.name()], verdict.name()));
        let _ = writeln!(text, "\n{STRONG}{}{STRONG:#}", counts.join(", "));
    }
    let files = counted(shared.files, "file");
    let _ = writeln!(text, "{} in {files}.", listed(all.len()));
    if *is_cut {
        let _ = writeln!(text, "{CUT}");
    }
    text
}

fn write_state(text: &mut String, state: &SharedState, sources: &Sources) {
    let style = match state.verdict {
        StateVerdict::Unguarded => ERROR,
        StateVerdict::Guarded | StateVerdict::Confined => WARNING,
        StateVerdict::Immutable => ADDED,
    };
    let place = located(sources, &state.path, state.span);
    let (verdict, kind) = (state.verdict.name(), kind(state));
    let _ = writeln!(
        text,
        "{style}{verdict:<10}{style:#}  {STRONG}{place}{STRONG:#}  {kind} {CODE}{}{CODE:#} {FAINT}[{}]{FAINT:#}",
        printable(&state.name),
        printable(&state.reached)
    );
    let _ = writeln!(text, "            {}", printable(&state.summary()));
    for attribute in state.attributes.iter().filter(|attribute| attribute.verdict != StateVerdict::Immutable)
    {
        let line = format!("{}: {}", attribute.name, summary(attribute));
        let _ = writeln!(text, "            {FAINT}{}{FAINT:#}", printable(&line));
        for evidence in &attribute.evidence {
            let line = format!("{}  {}", located_place(sources, &evidence.place), evidence.text);
            let _ = writeln!(text, "              {FAINT}{}{FAINT:#}", printable(&line));
        }
    }
}

/// `guarded by self._lock; written by A.b [tasks of a loop]`.
fn summary(attribute: &SharedAttribute) -> String {
    let guard = attribute.guard.as_ref().map(|guard| format!(" by {guard}")).unwrap_or_default();
    let mut writers: Vec<String> = Vec::new();
    for writer in &attribute.writers {
        let words = format!("{} [{}]", writer.function, writer.context);
        if !writers.contains(&words) {
            writers.push(words);
        }
    }
    let more = writers.len().saturating_sub(MOST_WRITERS);
    writers.truncate(MOST_WRITERS);
    if more > 0 {
        writers.push(format!("{more} more"));
    }
    format!("{}{guard}; written by {}", attribute.verdict.name(), writers.join(", "))
}

fn located_place(sources: &Sources, place: &Place) -> String {
    match place {
        Place::Span { path, span } => located(sources, path, *span),
        Place::Definition { path, .. } => printable(path).into_owned(),
    }
}

/// `path:line`, in a notebook `path:cell 3:line`.
fn located(sources: &Sources, path: &str, span: Span) -> String {
    let Range { cell, start, .. } = sources.range(path, span);
    let path = printable(path);
    match cell {
        Some(cell) => format!("{path}:cell {cell}:{}", start.line),
        None => format!("{path}:{}", start.line),
    }
}

/// As a section that can stand in a pull request.
pub(crate) fn shared_markdown(shared: &Shared) -> String {
    let mut text = "## Shared state\n\n".to_owned();
    let SharedStates { all, is_cut } = shared.states;
    let files = counted(shared.files, "file");
    let totals = totals(all);
    let counts = StateVerdict::ALL.map(|verdict| format!("{} {}", totals[verdict.name()], verdict.name()));
    let _ = writeln!(text, "{} in {files}: {}.\n", listed(all.len()), counts.join(", "));
    if *is_cut {
        let _ = writeln!(text, "{CUT}\n");
    }
    if all.is_empty() {
        return text;
    }
    let _ =
        writeln!(text, "| state | reached | verdict | why | written by |\n| --- | --- | --- | --- | --- |");
    for state in all {
        let attributes = state.attributes.iter();
        let written = attributes.filter(|attribute| attribute.verdict != StateVerdict::Immutable);
        let written: Vec<String> =
            written.map(|attribute| format!("`{}`: {}", attribute.name, summary(attribute))).collect();
        let cells = [
            {
                let place = located(shared.sources, &state.path, state.span);
                format!("{} {}, {}", kind(state), code(&state.name), name_only(&place))
            },
            state.reached.clone(),
            state.verdict.name().to_owned(),
            format!("{}{}", state.summary(), evidence(state, shared.sources)),
        ];
        let cells = cells.map(|text| cell(&text));
        let written: Vec<String> = written.iter().map(|text| cell(text)).collect();
        let _ = writeln!(text, "| {} | {} |", cells.join(" | "), written.join("<br>"));
    }
    text
}

/// `3 classes and globals`.
fn listed(count: usize) -> String {
    match count {
        1 => "1 class or global".to_owned(),
        _ => format!("{count} classes and globals"),
    }
}

/// The places that decided, of the attribute that did.
fn evidence(state: &SharedState, sources: &Sources) -> String {
    let mut deciding = state.attributes.iter().filter(|attribute| attribute.verdict == state.verdict);
    let Some(attribute) = deciding.next().filter(|attribute| !attribute.evidence.is_empty()) else {
        return String::new();
    };
    let places = attribute.evidence.iter();
    let places: Vec<String> =
        places.map(|one| format!("{}: {}", located_place(sources, &one.place), one.text)).collect();
    format!("<br>{}", places.join("<br>"))
}
