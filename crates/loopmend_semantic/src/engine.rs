//! One revision of a project, with what the layers above the call graph remember of it.

use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use loopmend_files::PatternBudget;
use loopmend_infer::library_cache::LibraryCache;
use loopmend_infer::sharded::Sharded;
use loopmend_project::Project;
use rustc_hash::FxHashSet;

use crate::file::{ImportByName, Nested, OutcomeReaders};
use crate::suite::{LoopsLeft, SuiteSettings};

pub use loopmend_infer::engine::{Counters, EngineOptions, Loaded, Lookup, ModuleId};

/// The engine of the call graph, which it derefs to, and the tables of the layers above it.
pub struct Engine<'p> {
    base: loopmend_paths::engine::Engine<'p>,
    /// The files and packages in which event loops can be nested, once computed.
    pub(crate) nested: OnceLock<Nested>,
    /// Whether the project may replace a library class by its own, by the path of the class.
    pub(crate) replaced_classes: Sharded<&'static str, bool>,
    /// Whether a file of the project calls `setattr`.
    pub(crate) calls_setattr: OnceLock<bool>,
    /// `true` if a file of the project calls `getattr` with a name that is not a literal.
    pub(crate) gets_computed_names: OnceLock<bool>,
    /// Whether a test file puts modules into `sys.modules`.
    pub(crate) tests_replace_modules: OnceLock<bool>,
    /// Whether a module sets attributes whose names are not written, or creates classes with `type`.
    pub(crate) any_attribute_set: Sharded<ModuleId, bool>,
    /// Whether the database sessions of the project expire objects when they commit.
    pub expires_at_commit: OnceLock<bool>,
    /// The budget for the patterns of all pytest configurations.
    pub(crate) pytest_patterns: PatternBudget,
    /// The settings by pytest configuration.
    pub(crate) suite_settings: Sharded<Option<PathBuf>, Arc<SuiteSettings>>,
    /// The event loops that async tests leave behind, by pytest configuration.
    pub(crate) loops_left: LoopsLeft,
    /// Whether plain code that pytest runs gets the current event loop, once computed.
    pub(crate) suite_needs_current_loop: OnceLock<bool>,
    /// The files that read the outcomes of tasks, by the name of the attribute.
    pub(crate) outcome_readers: Sharded<Box<str>, Arc<OutcomeReaders>>,
    /// Whether the project sets a function on an object of a library, by the name of the package.
    pub libraries_set: Sharded<Box<str>, bool>,
    /// Whether the project has a class that inherits from one of a library and runs what it calls, by the name of the package.
    pub libraries_run: Sharded<Box<str>, bool>,
    /// The names of the classes that files of the project assign a hook for attributes to, once computed.
    pub(crate) hooked_classes: OnceLock<FxHashSet<Box<str>>>,
    /// The modules of which files of the project set attributes with computed names, once computed.
    pub(crate) modules_set_by_name: OnceLock<FxHashSet<ModuleId>>,
    /// The names of the classes and functions that files of the project replace by name, once computed.
    pub(crate) replaced_objects: OnceLock<FxHashSet<Box<str>>>,
    /// The calls that import modules by names whose beginning is written, once computed.
    pub(crate) imports_by_name: OnceLock<Vec<ImportByName>>,
}

impl<'p> Engine<'p> {
    /// Creates an engine for a project, with a cache of the summaries of installed modules and stubs, as [`Self::with`] does.
    pub fn new(project: &'p Project, libraries: Option<LibraryCache>) -> Self {
        Self::with(project, EngineOptions { libraries, ..EngineOptions::default() })
    }

    /// Creates an engine for a project. Waits while an engine exists whose project adds other facts to the catalogue.
    pub fn with(project: &'p Project, options: EngineOptions<'p>) -> Self {
        Self {
            base: loopmend_paths::engine::Engine::new(project, options),
            nested: OnceLock::new(),
            replaced_classes: Sharded::new(),
            calls_setattr: OnceLock::new(),
            gets_computed_names: OnceLock::new(),
            tests_replace_modules: OnceLock::new(),
            any_attribute_set: Sharded::new(),
            expires_at_commit: OnceLock::new(),
            pytest_patterns: PatternBudget::default(),
            suite_settings: Sharded::new(),
            loops_left: LoopsLeft::default(),
            suite_needs_current_loop: OnceLock::new(),
            outcome_readers: Sharded::new(),
            libraries_set: Sharded::new(),
            libraries_run: Sharded::new(),
            hooked_classes: OnceLock::new(),
            modules_set_by_name: OnceLock::new(),
            replaced_objects: OnceLock::new(),
            imports_by_name: OnceLock::new(),
        }
    }
}

impl<'p> Deref for Engine<'p> {
    type Target = loopmend_paths::engine::Engine<'p>;

    fn deref(&self) -> &Self::Target {
        &self.base
    }
}
