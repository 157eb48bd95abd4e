//! `loopmend inventory --shared-state`.

use loopmend_core::{Place, SourceText};
use loopmend_project::Project;
use loopmend_reports::{SharedState, shared_states};
use loopmend_semantic::{Engine, EngineOptions};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::arguments::TableFormat;
use crate::commands::texts_of;
use crate::render::{self, Shared, Sources};

/// The text of the answer in a form.
pub(super) fn text(project: &Project, format: TableFormat) -> String {
    let engine = Engine::with(project, EngineOptions { keeps_all: true, ..EngineOptions::default() });
    let mut states = shared_states(&engine);
    let reported: FxHashSet<&str> = project.reported_files().map(|file| file.display.as_str()).collect();
    states.all.retain(|state| reported.contains(state.path.as_str()));
    let texts = texts(&engine, &states.all);
    let sources = Sources::new(&texts);
    let shared = Shared { states: &states, files: reported.len(), sources: &sources };
    match format {
        TableFormat::Table => render::shared_table(&shared),
        TableFormat::Json => render::shared_json(&shared),
        TableFormat::Markdown => render::shared_markdown(&shared),
    }
}

/// The texts of the files that are spoken of.
fn texts(engine: &Engine, states: &[SharedState]) -> FxHashMap<String, SourceText> {
    let mut paths: FxHashSet<&str> = states.iter().map(|state| state.path.as_str()).collect();
    for attribute in states.iter().flat_map(|state| &state.attributes) {
        let writers = attribute.writers.iter().map(|writer| &writer.place);
        for place in writers.chain(attribute.evidence.iter().map(|evidence| &evidence.place)) {
            if let Place::Span { path, .. } = place {
                paths.insert(path);
            }
        }
    }
    texts_of(engine, &paths)
}
