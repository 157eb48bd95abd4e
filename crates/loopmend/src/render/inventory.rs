//! Where event loops start, are got, set, patched and closed: a table for people, an object for programs, a section in
//! Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use loopmend_core::{Place, Span};
use loopmend_semantic::{Context, Hop, Judgement, LoopPlace, OnLoop, Verdict, Way};
use serde::Serialize;

use super::counted;
use super::json::{JsonPlace, JsonRange, to_json};
use crate::render::markdown::{cell, code, name_only};
use crate::render::{Range, Sources};
use crate::style::{ADDED, CODE, ERROR, FAINT, STRONG, WARNING, printable};

/// How many places of each context have each verdict, by their names.
pub(crate) type Totals = BTreeMap<&'static str, BTreeMap<&'static str, usize>>;

/// All rows, with the texts of their files.
pub(crate) struct Inventory<'a> {
    /// The places to show, in their order.
    pub(crate) rows: &'a [InventoryRow],
    /// How many places of each context have each verdict, of all places.
    pub(crate) totals: Totals,
    /// How many files were looked at.
    pub(crate) files: usize,
    /// The texts that the rows speak of.
    pub(crate) sources: &'a Sources<'a>,
}

/// A place and what is said of it.
pub(crate) struct InventoryRow {
    /// The path of the file as it is shown.
    pub(crate) path: String,
    /// The place.
    pub(crate) place: LoopPlace,
    /// The verdict with its reason.
    pub(crate) judgement: Judgement,
}

impl InventoryRow {
    /// The paths of all places that it speaks of.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        let ways = self.place.contexts.ways.iter();
        let places = ways
            .flat_map(|way| way.hops.iter().filter_map(|hop| hop.place.as_ref()).chain(way.given.as_ref()));
        let paths = places.filter_map(|place| match place {
            Place::Span { path, .. } => Some(path.as_str()),
            Place::Definition { .. } => None,
        });
        paths.chain([self.path.as_str()])
    }

    /// The way that decided.
    fn way(&self) -> Option<&Way> {
        self.place.contexts.ways.get(self.judgement.way?)
    }

    fn context(&self) -> &'static str {
        self.way().map_or(Context::Library, |way| way.context).name()
    }

    fn function(&self) -> &str {
        match self.place.function.as_str() {
            "" => "the module",
            function => function,
        }
    }
}

#[derive(Serialize)]
struct InventoryJson<'a> {
    files: usize,
    places: Vec<RowJson<'a>>,
    totals: &'a Totals,
}

#[derive(Serialize)]
struct RowJson<'a> {
    path: &'a str,
    #[serde(flatten)]
    range: JsonRange,
    call: &'a str,
    action: &'static str,
    /// The qualified name, empty at the top of a module.
    function: &'a str,
    context: &'static str,
    verdict: &'static str,
    reason: &'a str,
    suggestion: Option<&'a str>,
    way: Option<WayJson<'a>>,
    /// All ways, that one among them.
    contexts: Vec<WayJson<'a>>,
    /// `true` if a limit was met, so that there may be more ways.
    is_cut: bool,
}

#[derive(Serialize)]
struct WayJson<'a> {
    context: &'static str,
    /// If an event loop runs there: `yes`, `maybe`, `no`, or `asked` where the code asks.
    #[serde(rename = "loop")]
    on_loop: &'static str,
    by: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    given: Option<JsonPlace<'a>>,
    hops: Vec<HopJson<'a>>,
}

#[derive(Serialize)]
struct HopJson<'a> {
    /// The qualified name, empty at the top of a module.
    caller: &'a str,
    is_async: bool,
    control: &'static str,
    place: Option<JsonPlace<'a>>,
}

/// As one JSON object.
pub(crate) fn inventory_json(inventory: &Inventory) -> String {
    let places = inventory.rows.iter().map(|row| row_json(row, inventory.sources)).collect();
    to_json(&InventoryJson { files: inventory.files, places, totals: &inventory.totals })
}

fn row_json<'a>(row: &'a InventoryRow, sources: &Sources) -> RowJson<'a> {
    RowJson {
        path: &row.path,
        range: sources.range(&row.path, row.place.span).into(),
        call: row.place.name,
        action: row.place.action.name(),
        function: &row.place.function,
        context: row.context(),
        verdict: row.judgement.verdict.name(),
        reason: &row.judgement.reason,
        suggestion: row.judgement.suggestion,
        way: row.way().map(|way| way_json(way, sources)),
        contexts: row.place.contexts.ways.iter().map(|way| way_json(way, sources)).collect(),
        is_cut: row.place.contexts.is_cut,
    }
}

fn way_json<'a>(way: &'a Way, sources: &Sources) -> WayJson<'a> {
    let hop = |hop: &'a Hop| HopJson {
        caller: &hop.caller,
        is_async: hop.is_async,
        control: hop.control.words(),
        place: place_json(hop.place.as_ref(), sources),
    };
    WayJson {
        context: way.context.name(),
        on_loop: match way.on_loop {
            OnLoop::Yes => "yes",
            OnLoop::Maybe => "maybe",
            OnLoop::No => "no",
            OnLoop::Asked => "asked",
        },
        by: &way.by,
        given: place_json(way.given.as_ref(), sources),
        hops: way.hops.iter().map(hop).collect(),
    }
}

/// A place as people count it, for programs.
pub(super) fn place_json<'a>(place: Option<&'a Place>, sources: &Sources) -> Option<JsonPlace<'a>> {
    match place? {
        Place::Span { path, span } => Some(JsonPlace { path, range: sources.range(path, *span).into() }),
        Place::Definition { .. } => None,
    }
}

/// How many places of each context have each verdict.
pub(crate) fn inventory_totals(rows: &[InventoryRow]) -> Totals {
    let mut totals = Totals::new();
    for row in rows {
        let verdicts = totals.entry(row.context()).or_default();
        *verdicts.entry(row.judgement.verdict.name()).or_default() += 1;
    }
    totals
}

/// `12 places in 3 files.`, and how many of them are shown.
fn counts(inventory: &Inventory) -> String {
    let all: usize = inventory.totals.values().flat_map(BTreeMap::values).sum();
    let shown = match inventory.rows.len() {
        shown if shown == all => String::new(),
        shown => format!(" {shown} of them shown."),
    };
    format!("{} in {}.{shown}", counted(all, "place"), counted(inventory.files, "file"))
}

/// As a table: the totals, then three lines for each place. Colours are in the text.
pub(crate) fn inventory_table(inventory: &Inventory) -> String {
    let mut text = format!("{}\n", counts(inventory));
    if !inventory.totals.is_empty() {
        write_totals(&mut text, &inventory.totals);
    }
    if !inventory.rows.is_empty() {
        text.push('\n');
    }
    for row in inventory.rows {
        write_row(&mut text, row, inventory.sources);
    }
    if inventory.rows.iter().any(|row| row.place.contexts.is_cut) {
        let _ = writeln!(text, "Some functions have too many callers; not all of them were followed.");
    }
    text
}

fn write_row(text: &mut String, row: &InventoryRow, sources: &Sources) {
    let Judgement { verdict, reason, suggestion, .. } = &row.judgement;
    let style = match verdict {
        Verdict::MustChange => ERROR,
        Verdict::AtRisk => WARNING,
        Verdict::Fine => ADDED,
    };
    let place = located(sources, &row.path, row.place.span);
    let (name, call) = (verdict.name(), row.place.name);
    let (function, context) = (row.function(), row.context());
    let _ = writeln!(
        text,
        "{style}{name:<11}{style:#}  {STRONG}{place}{STRONG:#}  {CODE}{call}{CODE:#} in {} {FAINT}[{context}]{FAINT:#}",
        printable(function)
    );
    let instead = suggestion.map(|suggestion| format!("; instead: {suggestion}")).unwrap_or_default();
    let _ = writeln!(text, "             {}{instead}", printable(reason));
    if let Some(way) = row.way() {
        let _ = writeln!(text, "             {FAINT}{}{FAINT:#}", printable(&chain(way, row, sources)));
    }
}

/// From outside to the place: `Celery > sync_all (tasks.py:14) > fetch`.
fn chain(way: &Way, row: &InventoryRow, sources: &Sources) -> String {
    let mut parts = vec![match &way.given {
        Some(Place::Span { path, span }) => format!("{} ({})", way.by, located(sources, path, *span)),
        _ => way.by.clone(),
    }];
    parts.extend(way.hops.iter().map(|hop| {
        let caller = if hop.caller.is_empty() { "the module" } else { &hop.caller };
        match &hop.place {
            Some(Place::Span { path, span }) => format!("{caller} ({})", located(sources, path, *span)),
            _ => caller.to_owned(),
        }
    }));
    parts.push(row.function().to_owned());
    parts.join(" > ")
}

/// `path:line`, in a notebook `path:cell 3:line`.
pub(super) fn located(sources: &Sources, path: &str, span: Span) -> String {
    let Range { cell, start, .. } = sources.range(path, span);
    let path = printable(path);
    match cell {
        Some(cell) => format!("{path}:cell {cell}:{}", start.line),
        None => format!("{path}:{}", start.line),
    }
}

fn write_totals(text: &mut String, totals: &Totals) {
    let _ = write!(text, "\n{STRONG}{:<14}", "");
    for verdict in Verdict::ALL {
        let _ = write!(text, "{:>13}", verdict.name());
    }
    let _ = writeln!(text, "{STRONG:#}");
    for (name, verdicts) in in_order(totals) {
        let _ = write!(text, "{name:<14}");
        for verdict in Verdict::ALL {
            let _ = write!(text, "{:>13}", verdicts.get(verdict.name()).copied().unwrap_or_default());
        }
        text.push('\n');
    }
}

fn in_order(totals: &Totals) -> impl Iterator<Item = (&'static str, &BTreeMap<&'static str, usize>)> {
    Context::ALL.into_iter().filter_map(|context| Some((context.name(), totals.get(context.name())?)))
}

/// As a section that can stand in a pull request.
pub(crate) fn inventory_markdown(inventory: &Inventory) -> String {
    let mut text = "## Event loops\n\n".to_owned();
    let _ = writeln!(text, "{}\n", counts(inventory));
    if inventory.totals.is_empty() {
        return text;
    }
    let verdicts = Verdict::ALL.map(Verdict::name).join(" | ");
    let _ = writeln!(text, "| context | {verdicts} |\n| --- | ---: | ---: | ---: |");
    for (name, verdicts) in in_order(&inventory.totals) {
        let counts =
            Verdict::ALL.map(|verdict| verdicts.get(verdict.name()).copied().unwrap_or_default().to_string());
        let _ = writeln!(text, "| {name} | {} |", counts.join(" | "));
    }
    if inventory.rows.is_empty() {
        return text;
    }
    let _ = writeln!(text, "\n| place | call | context | verdict | why | instead |");
    let _ = writeln!(text, "| --- | --- | --- | --- | --- | --- |");
    for row in inventory.rows {
        let place = located(inventory.sources, &row.path, row.place.span);
        let chain = row.way().map(|way| chain(way, row, inventory.sources)).unwrap_or_default();
        let Judgement { verdict, reason, suggestion, .. } = &row.judgement;
        let cells = [
            format!("{}, in {}", name_only(&place), code(row.function())),
            code(row.place.name),
            row.context().to_owned(),
            verdict.name().to_owned(),
            format!("{reason} ({chain})"),
            suggestion.unwrap_or_default().to_owned(),
        ];
        let cells = cells.map(|text| cell(&text));
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    text
}
