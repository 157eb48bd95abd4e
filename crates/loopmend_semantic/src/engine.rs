//! One revision of a project, with what the layers above the call graph remember of it.

use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use loopmend_files::PatternBudget;
use loopmend_infer::library_cache::LibraryCache;
use loopmend_infer::parts::Part;
use loopmend_infer::read_modules::ReadModules;
use loopmend_infer::sharded::Sharded;
use loopmend_project::Project;
use rustc_hash::FxHashSet;

use crate::suite::{LoopsLeft, SuiteSettings};

pub use loopmend_infer::engine::{Counters, Loaded, Lookup, ModuleId};

/// The engine of the call graph, which it derefs to, and the tables of the layers above it.
pub struct Engine<'p> {
    base: loopmend_paths::engine::Engine<'p>,
    /// The files in which event loops can be nested, once computed.
    pub(crate) nested: OnceLock<FxHashSet<ModuleId>>,
    /// Whether the project may replace a library class by its own, by the path of the class.
    pub(crate) replaced_classes: Sharded<&'static str, bool>,
    /// Whether a file of the project calls `setattr`.
    pub(crate) calls_setattr: OnceLock<bool>,
    /// Whether the database sessions of the project expire objects when they commit.
    pub(crate) expires_at_commit: OnceLock<bool>,
    /// The budget for the patterns of all pytest configurations.
    pub(crate) pytest_patterns: PatternBudget,
    /// The settings by pytest configuration.
    pub(crate) suite_settings: Sharded<Option<PathBuf>, Arc<SuiteSettings>>,
    /// The event loops that async tests leave behind, by pytest configuration.
    pub(crate) loops_left: LoopsLeft,
    /// Whether plain code that pytest runs gets the current event loop, once computed.
    pub(crate) suite_needs_current_loop: OnceLock<bool>,
}

impl<'p> Engine<'p> {
    /// Creates an engine for a project. `libraries` is the cache of the summaries of installed modules and
    /// stubs. Waits while an engine exists whose project adds other facts to the catalogue.
    pub fn new(project: &'p Project, libraries: Option<LibraryCache>) -> Self {
        Self {
            base: loopmend_paths::engine::Engine::new(project, libraries),
            nested: OnceLock::new(),
            replaced_classes: Sharded::new(),
            calls_setattr: OnceLock::new(),
            expires_at_commit: OnceLock::new(),
            pytest_patterns: PatternBudget::default(),
            suite_settings: Sharded::new(),
            loops_left: LoopsLeft::default(),
            suite_needs_current_loop: OnceLock::new(),
        }
    }

    /// Sets the modules that earlier engines of the project have read. A module is reused if its file is
    /// unchanged.
    #[must_use]
    pub fn reusing(mut self, modules: Option<&'p ReadModules>) -> Self {
        self.base = self.base.reusing(modules);
        self
    }

    /// Keeps every expression of the project's files, as [`crate::File::reveal`] requires.
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
    type Target = loopmend_paths::engine::Engine<'p>;

    fn deref(&self) -> &Self::Target {
        &self.base
    }
}
