//! `loopmend inventory`.

use std::cmp::Reverse;

use loopmend_core::{Diagnostic, Level, Place, SourceText, Span};
use loopmend_project::Project;
use loopmend_rules::{find_rule, findings_of, show_places};
use loopmend_semantic::{ChainEnd, ControlChain, Engine, File, LoopPlace, ModuleId, Verdict};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::arguments::{InventoryOptions, LoopVerdict, TableFormat};
use crate::commands::request::show_notices;
use crate::commands::{print_listing, shared_state, texts_of, working_directory};
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;
use crate::render::{self, Inventory, InventoryRow, Sources};

/// The places that calls in `async` functions are known to lead to.
type Nested = FxHashSet<(String, Span)>;

/// Lists every place that starts, gets, sets, patches or closes an event loop, and judges it.
///
/// # Errors
/// When the project cannot be read, or the file cannot be written.
pub(crate) fn run(options: &InventoryOptions, output: &Output) -> Result<u8, Failure> {
    let discover = options.read_as.discover(working_directory()?, options.paths.clone());
    let project = Project::discover(&discover)?;
    show_notices(&project, output);
    let text = match options.shared_state {
        true => shared_state::text(&project, options.listing.output_format),
        false => text(&project, &options.only, options.listing.output_format),
    };
    print_listing(&text, &options.listing, output)?;
    Ok(exit_code::CLEAN)
}

/// The text of the answer in a form, of the places with some verdicts, or of all.
pub(super) fn text(project: &Project, only: &[LoopVerdict], format: TableFormat) -> String {
    let engine = Engine::new(project, None);
    let mut rows = rows(&engine);
    heed_shared_objects(&engine, &mut rows);
    let texts = texts(&engine, &rows);
    let files = project.reported().count();
    let totals = render::inventory_totals(&rows);
    rows.retain(|row| only.is_empty() || only.iter().any(|only| is_of(row, *only)));
    // Programs get the order of the files.
    if format != TableFormat::Json {
        rows.sort_by_key(|row| Reverse(row.judgement.verdict));
    }
    let inventory = Inventory { rows: &rows, totals, files, sources: &Sources::new(&texts) };
    match format {
        TableFormat::Table => render::inventory_table(&inventory),
        TableFormat::Json => render::inventory_json(&inventory),
        TableFormat::Markdown => render::inventory_markdown(&inventory),
    }
}

/// `true` if a row has a verdict that the user asked for.
fn is_of(row: &InventoryRow, only: LoopVerdict) -> bool {
    let verdict = match only {
        LoopVerdict::MustChange => Verdict::MustChange,
        LoopVerdict::AtRisk => Verdict::AtRisk,
        LoopVerdict::Fine => Verdict::Fine,
    };
    row.judgement.verdict == verdict
}

/// All places, in the order of the files.
fn rows(engine: &Engine) -> Vec<InventoryRow> {
    let modules = || (0..engine.project().files().len()).into_par_iter().map(ModuleId::of_file);
    let reported: Vec<usize> = engine.project().reported().collect();
    let found: Vec<(ModuleId, Vec<LoopPlace>)> = reported
        .into_par_iter()
        .map(ModuleId::of_file)
        .map(|module| (module, File::new(engine, module).loop_places()))
        .filter(|(_, places)| !places.is_empty())
        .collect();
    let nested: Nested = match found.is_empty() {
        true => Nested::default(),
        false => modules().flat_map_iter(|module| nested_in(engine, module)).collect(),
    };
    let rows = found.into_iter().flat_map(|(module, places)| rows_of(engine, module, places, &nested));
    rows.collect()
}

fn rows_of(engine: &Engine, module: ModuleId, places: Vec<LoopPlace>, nested: &Nested) -> Vec<InventoryRow> {
    let file = File::new(engine, module);
    let path = &engine.project().files()[module.index()].display;
    let row = |place: LoopPlace| {
        let is_nested = nested.contains(&(path.clone(), place.span));
        let judgement = file.judge_loop_place(&place, is_nested);
        InventoryRow { path: path.clone(), place, judgement }
    };
    places.into_iter().map(row).collect()
}

/// What LM202 and LM332 speak of: the calls at the ends of the chains.
fn nested_in(engine: &Engine, module: ModuleId) -> Vec<(String, Span)> {
    let mut file = File::new(engine, module);
    let path = &engine.project().files()[module.index()].display;
    let of_chain = |chain: ControlChain| match (&chain.end, chain.links.last()) {
        (ChainEnd::Start { .. }, None) => Some((path.clone(), chain.call.span)),
        (ChainEnd::Start { .. }, Some(link)) => match link.place.clone()? {
            Place::Span { path, span } => Some((path, span)),
            Place::Definition { .. } => None,
        },
        _ => None,
    };
    let mut found: Vec<(String, Span)> = file.nested_starts().into_iter().filter_map(of_chain).collect();
    let in_tests = file.nested_runs().into_iter();
    found.extend(in_tests.map(|run| (path.clone(), run.way.last().unwrap_or(&run.call).span)));
    found
}

/// The rule about objects that several event loops share.
const SHARED_OBJECTS: &str = "loop-bound-object-shared";

/// Calls a place at risk that starts one of the loops which share an object (LM208), where it is fine otherwise.
fn heed_shared_objects(engine: &Engine, rows: &mut [InventoryRow]) {
    if rows.iter().all(|row| row.judgement.verdict != Verdict::Fine) {
        return;
    }
    let shared = shared_objects(engine);
    for row in rows.iter_mut().filter(|row| row.judgement.verdict == Verdict::Fine) {
        let found = shared.iter().find(|found| names_place(found, &row.path, row.place.span));
        if let Some(found) = found {
            row.judgement.verdict = Verdict::AtRisk;
            row.judgement.reason = found.message.clone();
            row.judgement.suggestion = Some("create the object in the async function that each loop runs");
        }
    }
}

fn shared_objects(engine: &Engine) -> Vec<Diagnostic> {
    let Some(rule) = find_rule(SHARED_OBJECTS) else { return Vec::new() };
    let files = engine.project().files();
    let reports = |index: &usize| engine.project().level(&files[*index], &rule.known()) != Level::Ignore;
    let found = (0..files.len()).into_par_iter().filter(reports).flat_map_iter(|index| {
        let mut found = findings_of(engine, ModuleId::of_file(index), &files[index], &[rule]);
        found.iter_mut().for_each(|diagnostic| show_places(engine, diagnostic));
        found
    });
    found.collect()
}

/// Returns whether a finding is at a place, or one of its notes is.
fn names_place(found: &Diagnostic, path: &str, place: Span) -> bool {
    let is_noted = found.notes.iter().any(|note| match &note.place {
        Some(Place::Span { path: noted, span }) => {
            noted == path && (span.contains(place) || place.contains(*span))
        }
        _ => false,
    });
    is_noted || found.path == path && found.span.contains(place)
}

/// The texts of the files that the rows and their ways speak of.
fn texts(engine: &Engine, rows: &[InventoryRow]) -> FxHashMap<String, SourceText> {
    let paths: FxHashSet<&str> = rows.iter().flat_map(InventoryRow::paths).collect();
    texts_of(engine, &paths)
}
