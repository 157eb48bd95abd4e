//! One revision of a project, with the call graph.

use std::ops::Deref;
use std::sync::Arc;

use loopmend_infer::engine::EngineOptions;
use loopmend_infer::sharded::Sharded;
use loopmend_project::Project;

use crate::CallGraph;
use crate::effects::EffectsOfFile;

pub use loopmend_infer::engine::{ModuleId, Viewpoint};

/// The engine of inference, which it derefs to, and the call graph.
pub struct Engine<'p> {
    base: loopmend_infer::engine::Engine<'p>,
    pub(crate) control: CallGraph,
    /// The side effects of the functions of a file, for the files queried so far.
    pub(crate) effects: Sharded<ModuleId, Arc<EffectsOfFile>>,
}

impl<'p> Engine<'p> {
    /// Creates an engine for a project. Waits while an engine exists whose project adds other facts to the catalogue.
    pub fn new(project: &'p Project, options: EngineOptions<'p>) -> Self {
        Self {
            base: loopmend_infer::engine::Engine::new(project, options),
            control: CallGraph::default(),
            effects: Sharded::new(),
        }
    }
}

impl<'p> Deref for Engine<'p> {
    type Target = loopmend_infer::engine::Engine<'p>;

    fn deref(&self) -> &Self::Target {
        &self.base
    }
}
