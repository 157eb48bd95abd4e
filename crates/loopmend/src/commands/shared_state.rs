//! `loopmend inventory --shared-state`.

use loopmend_core::{Place, SourceText};
use loopmend_project::Project;
use loopmend_semantic::{Engine, ModuleId, SharedState, shared_states};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::arguments::InventoryFormat;
use crate::render::{self, Shared, Sources};

/// The text of the answer in a form.
pub(super) fn text(project: &Project, format: InventoryFormat) -> String {
    let engine = Engine::new(project, None).keeping_all_expressions();
    let states = shared_states(&engine);
    let texts = texts(&engine, &states.all);
    let sources = Sources::new(&texts);
    let shared = Shared { states: &states, files: project.files().len(), sources: &sources };
    match format {
        InventoryFormat::Table => render::shared_table(&shared),
        InventoryFormat::Json => render::shared_json(&shared),
        InventoryFormat::Markdown => render::shared_markdown(&shared),
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
    let files = engine.project().files().iter().enumerate();
    let texts = files.filter(|(_, file)| paths.contains(&*file.display)).filter_map(|(index, file)| {
        let source = engine.load(ModuleId::of_file(index)).source.as_deref()?;
        Some((file.display.clone(), source.clone()))
    });
    texts.collect()
}
