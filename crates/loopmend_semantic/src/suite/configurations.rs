//! The pytest configurations that apply to the checked files.

use std::path::PathBuf;
use std::sync::Arc;

use loopmend_project::Version;
use rustc_hash::FxHashSet;

use super::SuiteSettings;
use super::settings::{Installed, ScopeSetting};
use super::versions::FIRST_WITH_LOOP_SCOPE;
use super::warned::Warned;
use crate::engine::{Engine, ModuleId};

/// An option of a plugin that runs async tests.
#[derive(Clone, Copy, Debug)]
struct PluginOption {
    name: &'static str,
    /// The first version of pytest-asyncio with the option; `None` for an option of another plugin.
    since: Option<[u64; 3]>,
}

/// The options of pytest-asyncio and anyio, with the versions that introduced them.
const OPTIONS: [PluginOption; 5] = [
    PluginOption { name: "asyncio_mode", since: Some([0, 17, 0]) },
    PluginOption { name: "asyncio_default_fixture_loop_scope", since: Some([0, 24, 0]) },
    PluginOption { name: "asyncio_default_test_loop_scope", since: Some([0, 26, 0]) },
    PluginOption { name: "asyncio_debug", since: Some([1, 2, 0]) },
    PluginOption { name: "anyio_mode", since: None },
];

/// What is wrong with the name of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnknownOption {
    /// No version has this option. Contains the most similar option.
    Misspelled(Option<&'static str>),
    /// The option exists only in a newer version than the installed one.
    TooNew {
        /// The version that introduced the option.
        since: Version,
        /// The installed version.
        installed: Version,
    },
}

impl Engine<'_> {
    /// Returns the settings of the pytest configurations in the checked directories, and of those that
    /// apply to checked tests and `conftest.py` files. They are sorted by path.
    pub fn suite_configurations(&self) -> Vec<Arc<SuiteSettings>> {
        let mut found: Vec<Arc<SuiteSettings>> = Vec::new();
        let configurations = self.project().reported_pytest_configurations().into_iter();
        found.extend(configurations.map(|configuration| self.settings_of(Some(configuration))));
        let mut seen: FxHashSet<PathBuf> = found.iter().filter_map(|settings| path_of(settings)).collect();
        for index in self.project().reported() {
            let file = &self.project().files()[index];
            let Some(settings) = self.suite_settings(ModuleId::of_file(index)) else { continue };
            let is_conftest = file.path.file_name().is_some_and(|name| name == "conftest.py");
            let holds_tests = is_conftest || settings.is_test_file(&file.path);
            if path_of(&settings).is_some_and(|path| holds_tests && seen.insert(path)) {
                found.push(settings);
            }
        }
        found.sort_by_key(|settings| path_of(settings));
        found
    }

    /// Returns whether a file of the project or an installed plugin may register an option of this name for
    /// pytest's configuration (docs.pytest.org/en/stable/reference/reference.html#pytest.Parser.addini).
    pub fn may_register_option(&self, name: &str) -> bool {
        let files = (0..self.project().files().len()).map(ModuleId::of_file);
        let mut modules = files.chain(self.pytest_plugins().iter().copied());
        modules.any(|module| {
            self.may_bind(module, name) && {
                let summary = self.summary(module);
                summary.names.find("addini").is_some() && summary.names.find(name).is_some()
            }
        })
    }
}

fn path_of(settings: &SuiteSettings) -> Option<PathBuf> {
    settings.configuration.as_ref().map(|configuration| configuration.path.clone())
}

impl SuiteSettings {
    /// Returns what is wrong with the name of an option, if the name is or resembles an option of
    /// pytest-asyncio or anyio.
    pub fn unknown_option(&self, name: &str) -> Option<UnknownOption> {
        if let Some(known) = OPTIONS.iter().find(|known| known.name == name) {
            let since = Version::new(known.since?);
            let installed = self.asyncio.version().filter(|installed| **installed < since)?.clone();
            return Some(UnknownOption::TooNew { since, installed });
        }
        let nearest = OPTIONS.iter().min_by_key(|known| strsim::osa_distance(known.name, name));
        let is_near = |known: &&PluginOption| strsim::osa_distance(known.name, name) <= known.name.len() / 6;
        let nearest = nearest.filter(is_near).map(|known| known.name);
        let is_ours = name.starts_with("asyncio_") || name.starts_with("anyio_");
        (is_ours || nearest.is_some()).then_some(UnknownOption::Misspelled(nearest))
    }

    /// Returns the installed version of pytest-asyncio if the configuration sets the mode `legacy` and that
    /// version does not support it (since 0.20, by its source).
    pub fn refuses_legacy_mode(&self) -> Option<&Version> {
        let configuration = self.configuration.as_ref()?;
        let on_command_line = configuration.command_line_values(&["--asyncio-mode"]).pop();
        let mode = on_command_line.or_else(|| configuration.text("asyncio_mode"));
        let refuses = |version: &&Version| **version >= Version::new([0, 20, 0]);
        self.asyncio.version().filter(refuses).filter(|_| mode.as_deref() == Some("legacy"))
    }

    /// Returns the installed version of pytest-asyncio if it requires `asyncio_default_fixture_loop_scope`
    /// and the option is unset. Returns `None` if the project requests an older version.
    pub fn lacks_fixture_loop_scope(&self) -> Option<&Version> {
        let installed = match &self.asyncio {
            Installed::Version(version) if *version >= Version::new(FIRST_WITH_LOOP_SCOPE) => version,
            _ => return None,
        };
        let is_asked = self.fixture_loop_scope == ScopeSetting::Unset && !self.takes_older_plugin;
        is_asked.then_some(installed)
    }

    /// Returns whether warnings are errors, so that the warning about an unset option of pytest-asyncio
    /// ends the session.
    pub fn dies_of_unset_option(&self) -> bool {
        self.filters_at_start()
            && self.lacks_fixture_loop_scope().is_some()
            && self.makes_errors_of(&Warned::unset_option())
    }

    /// Returns whether filters hide the warning of pytest-asyncio about an unset option.
    pub fn hides_unset_option(&self) -> bool {
        self.filters_at_start() && self.hides(&Warned::unset_option())
    }

    /// Returns whether filters hide a warning of this class whose text starts with `words`. `is_at_start`
    /// states that the warning is issued while pytest is configured.
    pub fn hides_warning(&self, class: &str, words: &str, is_at_start: bool) -> bool {
        (!is_at_start || self.filters_at_start()) && self.hides(&Warned::of_class(class, words))
    }

    /// Returns whether filters turn the warning about an event loop that is left open into an error.
    pub fn refuses_open_loops(&self) -> bool {
        self.makes_errors_of(&Warned::of_class("ResourceWarning", "unclosed event loop <"))
    }

    /// Returns whether pytest applies its filters before it configures plugins, as since version 9.2 (9.0.2 and 9.1.1 do not).
    fn filters_at_start(&self) -> bool {
        self.pytest.version().is_some_and(|version| *version >= Version::new([9, 2]))
    }
}
