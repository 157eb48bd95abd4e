//! The configurations of pytest that hold for the checked files.

use std::path::PathBuf;
use std::sync::Arc;

use loopmend_project::Version;
use rustc_hash::FxHashSet;

use super::SuiteSettings;
use super::settings::{Installed, ScopeSetting};
use crate::engine::{Engine, ModuleId};

/// An option of a plugin that runs async tests.
#[derive(Clone, Copy, Debug)]
struct PluginOption {
    name: &'static str,
    /// The first version of pytest-asyncio that has it; `None` for an option of another plugin.
    since: Option<[u64; 3]>,
}

/// The options of pytest-asyncio and anyio, with the versions that brought them.
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
    /// It is not one of any version; with the nearest one.
    Misspelled(Option<&'static str>),
    /// A version brought it that is not installed.
    TooNew {
        /// The version that brought it.
        since: Version,
        /// The version that is installed.
        installed: Version,
    },
}

impl Engine<'_> {
    /// What the configurations of pytest say that lie in the checked directories, or hold for checked tests and `conftest.py`
    /// files; sorted by their paths.
    pub fn suite_configurations(&self) -> Vec<Arc<SuiteSettings>> {
        let mut found: Vec<Arc<SuiteSettings>> = Vec::new();
        let configurations = self.project().pytest_configurations().into_iter();
        found.extend(configurations.map(|configuration| self.settings_of(Some(configuration))));
        let mut seen: FxHashSet<PathBuf> = found.iter().filter_map(|settings| path_of(settings)).collect();
        for (index, file) in self.project().files().iter().enumerate() {
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
}

fn path_of(settings: &SuiteSettings) -> Option<PathBuf> {
    settings.configuration.as_ref().map(|configuration| configuration.path.clone())
}

impl SuiteSettings {
    /// What is wrong with the name of an option, if it is or nearly is one of pytest-asyncio or anyio.
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

    /// The installed version of pytest-asyncio, if it asks for `asyncio_default_fixture_loop_scope` and that is not set.
    pub fn lacks_fixture_loop_scope(&self) -> Option<&Version> {
        let installed = match &self.asyncio {
            Installed::Version(version) if *version >= Version::new([0, 24, 0]) => version,
            _ => return None,
        };
        (self.fixture_loop_scope == ScopeSetting::Unset).then_some(installed)
    }

    /// Whether warnings are errors and the one about an option of pytest-asyncio that is not set ends the session: pytest 9
    /// applies its filters before it configures plugins.
    pub fn dies_of_unset_option(&self) -> bool {
        let is_new = self.pytest.version().is_some_and(|version| *version >= Version::new([9]));
        is_new
            && self.lacks_fixture_loop_scope().is_some()
            && self.makes_errors_of(is_about_option, &DEPRECATIONS)
    }

    /// Whether a deprecation that pytest-asyncio warns of is an error, whatever its words.
    pub(crate) fn makes_errors_of_deprecations(&self) -> bool {
        self.makes_errors_of(str::is_empty, &DEPRECATIONS)
    }

    /// Whether warnings of a category, which is given with what it inherits from, are errors, whatever their words.
    pub(crate) fn makes_errors_of_warnings(&self, categories: &[&str]) -> bool {
        self.makes_errors_of(str::is_empty, categories)
    }

    /// Whether the last filter that fits a warning of some words and one of these categories makes it an error
    /// (docs.python.org/3/library/warnings.html#the-warnings-filter).
    fn makes_errors_of(&self, is_about: impl Fn(&str) -> bool, categories: &[&str]) -> bool {
        let Some(configuration) = &self.configuration else { return false };
        let on_command_line = configuration.command_line_values(&["-W", "--pythonwarnings"]);
        let filters = configuration.lines("filterwarnings").into_iter().chain(on_command_line);
        let mut is_error = false;
        for filter in filters {
            let mut parts = filter.splitn(3, ':');
            let action = parts.next().unwrap_or_default().trim();
            let message = parts.next().unwrap_or_default().trim();
            let category = parts.next().unwrap_or_default().split(':').next().unwrap_or_default().trim();
            if is_about(message) && is_one_of(category, categories) {
                is_error = action == "error";
            }
        }
        is_error
    }
}

/// Whether a message of a filter, the beginning of the text as a pattern, fits the warning about the option.
fn is_about_option(message: &str) -> bool {
    message.is_empty()
        || message.contains("asyncio_default_fixture_loop_scope")
        || message.starts_with("The configuration")
}

/// What a `PytestDeprecationWarning` is.
const DEPRECATIONS: [&str; 3] = ["DeprecationWarning", "PytestWarning", "PytestDeprecationWarning"];

fn is_one_of(category: &str, categories: &[&str]) -> bool {
    let name = category.rsplit('.').next().unwrap_or_default();
    matches!(name, "" | "Warning") || categories.contains(&name)
}
