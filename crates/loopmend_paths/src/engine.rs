//! One revision of a project, with the call graph.

use std::ops::Deref;
use std::sync::Arc;

use loopmend_infer::library_cache::LibraryCache;
use loopmend_infer::parts::Part;
use loopmend_infer::read_modules::ReadModules;
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
    /// Creates an engine for a project. `libraries` is the cache of the summaries of installed modules and
    /// stubs. Waits while an engine exists whose project adds other facts to the catalogue.
    pub fn new(project: &'p Project, libraries: Option<LibraryCache>) -> Self {
        Self {
            base: loopmend_infer::engine::Engine::new(project, libraries),
            control: CallGraph::default(),
            effects: Sharded::new(),
        }
    }

    /// Sets the modules that earlier engines of the project have read. A module is reused if its file is
    /// unchanged.
    #[must_use]
    pub fn reusing(mut self, modules: Option<&'p ReadModules>) -> Self {
        self.base = self.base.reusing(modules);
        self
    }

    /// Keeps every expression of the project's files, as a report of what is inferred at a place requires.
    #[must_use]
    pub fn keeping_all_expressions(mut self) -> Self {
        self.base = self.base.keeping_all_expressions();
        self
    }

    /// Disables one part of the inference, to measure its effect.
    #[must_use]
    pub fn without(mut self, part: Option<Part>) -> Self {
        self.base = self.base.without(part);
        self
    }
}

impl<'p> Deref for Engine<'p> {
    type Target = loopmend_infer::engine::Engine<'p>;

    fn deref(&self) -> &Self::Target {
        &self.base
    }
}
