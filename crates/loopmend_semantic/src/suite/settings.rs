//! The settings for the tests in a directory, from pytest's configuration and the installed plugins.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::{Glob, GlobSet, GlobSetBuilder};
use loopmend_catalog::Words;
use loopmend_files::PatternBudget;
use loopmend_project::{OptionValue, Project, PytestConfiguration, Version};

use super::Scope;
use super::fixtures::{FixtureDefinition, FixtureMaker};
use super::versions::{Behaviour, FIRST_WITH_LOOP_SCOPE, FIRST_WITHOUT_OVERRIDE};
use super::warned::WarningFilters;

/// The mode of pytest-asyncio, which selects async tests and fixtures
/// (pytest-asyncio.readthedocs.io/en/stable/concepts.html#test-discovery-modes).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Only marked tests, and fixtures with the plugin's own decorator.
    Strict,
    /// Marked tests, and all fixtures. This was the behaviour before the modes of 0.17, and the default up
    /// to 0.18 (pytest-asyncio.readthedocs.io/en/stable/reference/changelog.html).
    Legacy,
    /// All async tests and fixtures.
    Auto,
}

impl Mode {
    /// Returns whether the mode runs async `pytest.fixture` functions.
    pub(crate) fn runs_all_fixtures(self) -> bool {
        matches!(self, Self::Legacy | Self::Auto)
    }
}

/// Whether a distribution is installed for the tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Installed {
    /// Installed in this version. If pytest is not installed, the version from the lock file.
    Version(Version),
    /// Not installed, in an environment that has pytest.
    Absent,
    /// Unknown. No environment with pytest and no lock file that names it was found, `-p` enables or
    /// disables the plugin, or the version cannot be parsed.
    Unknown,
}

impl Installed {
    /// Returns the version, if it is known.
    pub fn version(&self) -> Option<&Version> {
        match self {
            Self::Version(version) => Some(version),
            Self::Absent | Self::Unknown => None,
        }
    }
}

/// A scope stated by a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeSetting {
    /// The setting is unset.
    Unset,
    /// The setting states this scope.
    Scope(Scope),
    /// `fixture-scope`: the scope of each fixture itself.
    OfFixture,
    /// The setting is not a scope.
    Invalid,
}

/// The settings for the tests in a directory.
#[derive(Clone, Debug)]
pub struct SuiteSettings {
    /// The file that configures pytest.
    pub configuration: Option<Arc<PytestConfiguration>>,
    /// The installation of pytest.
    pub pytest: Installed,
    /// The installation of pytest-asyncio.
    pub asyncio: Installed,
    /// The installation of anyio, which includes its plugin.
    pub anyio: Installed,
    /// Whether the configuration sets any option of pytest-asyncio.
    pub states_asyncio: bool,
    /// Whether the project requires only versions of pytest-asyncio without
    /// `asyncio_default_fixture_loop_scope`, regardless of the installed version.
    pub(super) takes_older_plugin: bool,
    /// Whether the installed version of pytest-asyncio, or each version that the requirements admit if none is known, is one whose
    /// documentation recommends to override `event_loop`.
    pub(super) takes_override: bool,
    /// Whether the environment lacks a pytest plugin that the project requires. With locked versions, only
    /// a plugin that may run tests counts.
    pub is_incomplete: bool,
    /// Whether the versions are from lock files and exact requirements, because pytest is not installed.
    pub are_locked: bool,
    /// Whether one of these plugins may run async tests.
    pub may_lack_runner: bool,
    /// Whether anyio's plugin runs every async test: `anyio_mode = auto`.
    pub anyio_takes_all: bool,
    /// The mode of pytest-asyncio; `None` if a setting states an unknown mode.
    pub mode: Option<Mode>,
    /// Whether the version that is migrated from also runs async `pytest.fixture` functions.
    pub(crate) ran_all_fixtures: bool,
    /// The setting `asyncio_default_fixture_loop_scope`.
    pub fixture_loop_scope: ScopeSetting,
    /// The setting `asyncio_default_test_loop_scope`.
    pub test_loop_scope: ScopeSetting,
    directory: PathBuf,
    /// The paths that pytest collects when it is started without arguments; empty for all.
    test_paths: Vec<String>,
    /// The directories that pytest does not enter.
    unvisited: Patterns,
    file_patterns: Patterns,
    class_patterns: Patterns,
    function_patterns: Patterns,
    pub(super) warning_filters: WarningFilters,
}

impl SuiteSettings {
    /// Creates the settings for the tests of this configuration. Patterns that exceed `budget` are not
    /// used.
    pub(crate) fn new(
        project: &Project,
        configuration: Option<Arc<PytestConfiguration>>,
        budget: &PatternBudget,
    ) -> Self {
        let stated = configuration.as_deref();
        let words = |name: &str, default: &[&str]| {
            let given = stated.and_then(|configuration| configuration.words(name));
            given
                .and_then(|words| Patterns::new(words, budget))
                .unwrap_or_else(|| Patterns::of_pytest(default))
        };
        let scope =
            |name| stated.map_or(ScopeSetting::Unset, |configuration| scope_setting(configuration, name));
        let states_asyncio = stated.is_some_and(states_asyncio);
        // Who sets its options wants it.
        let lacks_stated_plugin = states_asyncio && installed(project, "pytest-asyncio") == Installed::Absent;
        let is_lacking = |name: &String| !project.is_locked(name) || may_run_tests(name);
        // A lock file may name it for the sake of another distribution.
        let lacks_runner = Words::AsyncTestPlugins
            .all()
            .iter()
            .any(|name| project.names_distribution(name) && !is_installed(project, name));
        let asyncio = plugin(project, stated, "pytest-asyncio", "asyncio");
        Self {
            pytest: installed(project, "pytest"),
            anyio: plugin(project, stated, "anyio", "anyio"),
            states_asyncio,
            takes_older_plugin: asyncio.version().is_some_and(|installed| {
                let first = Version::new(FIRST_WITH_LOOP_SCOPE);
                *installed >= first && project.takes_only_older("pytest-asyncio", installed, &first)
            }),
            takes_override: match asyncio.version() {
                Some(version) => *version < Version::new(FIRST_WITHOUT_OVERRIDE),
                None => project.requires_only_before("pytest-asyncio", &Version::new(FIRST_WITHOUT_OVERRIDE)),
            },
            is_incomplete: project.missing_plugins().iter().any(is_lacking)
                || lacks_stated_plugin
                || lacks_runner,
            are_locked: project.takes_locked_versions(),
            may_lack_runner: lacks_runner || project.missing_plugins().iter().any(|name| may_run_tests(name)),
            anyio_takes_all: stated.and_then(|configuration| configuration.text("anyio_mode")).as_deref()
                == Some("auto"),
            mode: mode(stated, &asyncio),
            ran_all_fixtures: project.version_before("pytest-asyncio").is_some_and(|before| {
                mode(stated, &Installed::Version(before.clone())).is_some_and(Mode::runs_all_fixtures)
            }),
            asyncio,
            fixture_loop_scope: scope("asyncio_default_fixture_loop_scope"),
            test_loop_scope: scope("asyncio_default_test_loop_scope"),
            // docs.pytest.org/en/stable/reference/reference.html#confval-testpaths
            test_paths: stated.and_then(|configuration| configuration.words("testpaths")).unwrap_or_default(),
            // docs.pytest.org/en/stable/reference/reference.html#confval-norecursedirs
            unvisited: words("norecursedirs", &[]),
            // docs.pytest.org/en/stable/reference/reference.html#confval-python_files
            file_patterns: words("python_files", &["test_*.py", "*_test.py"]),
            class_patterns: words("python_classes", &["Test"]),
            function_patterns: words("python_functions", &["test"]),
            warning_filters: WarningFilters::of(stated, budget),
            directory: project.pytest_directory(stated),
            configuration,
        }
    }

    /// The same settings where no plugin is missing.
    pub(super) fn taken_for_complete(&self) -> Self {
        Self { is_incomplete: false, ..self.clone() }
    }

    /// Returns the base directory of pytest's relative paths: that of its configuration file, otherwise the
    /// working directory.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Returns whether pytest collects a file as a test file.
    pub fn is_test_file(&self, path: &Path) -> bool {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.ends_with(".py") && self.file_patterns.are_of_file(name, path)
    }

    /// Returns whether pytest collects a file as a test file when it is started without arguments,
    /// according to its configuration.
    pub(crate) fn collects(&self, path: &Path) -> bool {
        let is_unvisited = |directory: &Path| {
            let name = directory.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            self.unvisited.are_of_file(name, directory)
        };
        let mut around = path.ancestors().skip(1).take_while(|directory| *directory != self.directory);
        self.is_test_file(path)
            && self.is_in_test_paths(path)
            && !self.is_told_to_ignore(path)
            && !around.any(is_unvisited)
    }

    /// Returns whether `addopts` excludes a file, or may do so.
    pub fn is_told_to_ignore(&self, path: &Path) -> bool {
        let left_out =
            self.configuration.as_ref().map(|it| it.command_line_values(&["--ignore", "--ignore-glob"]));
        left_out.unwrap_or_default().iter().any(|stated| self.has_in(stated, path))
    }

    /// Returns whether pytest visits a file when it is started without arguments.
    pub fn is_in_test_paths(&self, path: &Path) -> bool {
        self.place_in_test_paths(path).is_some()
    }

    /// Returns whether pytest-asyncio runs an async fixture: one with its own decorator, or any if it runs
    /// all.
    pub(crate) fn runs_fixture(&self, fixture: &FixtureDefinition) -> bool {
        fixture.is_async
            && match fixture.maker {
                FixtureMaker::PytestAsyncio => true,
                FixtureMaker::Pytest => self.runs_all_fixtures(),
                FixtureMaker::Other => false,
            }
    }

    /// Returns whether the mode runs async `pytest.fixture` functions.
    pub(crate) fn runs_all_fixtures(&self) -> bool {
        self.mode.is_some_and(Mode::runs_all_fixtures)
    }

    /// Returns the index in `testpaths` that contains a file, which is pytest's collection order; `None` if
    /// no entry does.
    pub(crate) fn place_in_test_paths(&self, path: &Path) -> Option<usize> {
        match self.test_paths.is_empty() {
            true => Some(0),
            false => self.test_paths.iter().position(|stated| self.has_in(stated, path)),
        }
    }

    fn has_in(&self, stated: &str, path: &Path) -> bool {
        stated.contains(['*', '?', '[']) || path.starts_with(self.directory.join(stated))
    }

    /// Returns whether these settings come from the same file.
    pub(crate) fn is_of_same_file(&self, other: &Self) -> bool {
        let path = |settings: &Self| settings.configuration.as_ref().map(|found| found.path.clone());
        path(self) == path(other)
    }

    /// Returns whether the name of a function in a test file makes it a test.
    pub fn is_test_function(&self, name: &str) -> bool {
        self.function_patterns.are_of_name(name)
    }

    /// Returns whether the name of a class in a test file makes it a test class.
    pub fn is_test_class(&self, name: &str) -> bool {
        self.class_patterns.are_of_name(name)
    }
}

/// Returns whether the name of a distribution that is not installed refers to something with its own event
/// loops.
pub(super) fn may_run_tests(distribution: &str) -> bool {
    Words::AsyncTestPlugins.all().contains(&distribution)
        || Words::LoopFrameworks.all().iter().any(|framework| distribution.contains(framework))
}

fn states_asyncio(configuration: &PytestConfiguration) -> bool {
    configuration.options.iter().any(|option| option.name.starts_with("asyncio_"))
        || !configuration.command_line_values(&["--asyncio-mode"]).is_empty()
}

/// The patterns of `python_files` and similar options.
#[derive(Clone, Debug, Default)]
struct Patterns {
    words: Vec<String>,
    /// The patterns with wild cards, as in Python's `fnmatch`.
    names: GlobSet,
    /// The patterns with a directory, which match the end of a path.
    paths: GlobSet,
}

impl Patterns {
    /// Compiles patterns; `None` if they exceed the budget.
    fn new(words: Vec<String>, budget: &PatternBudget) -> Option<Self> {
        budget.take(words.iter().map(String::as_str)).ok()?;
        let (mut names, mut paths) = (GlobSetBuilder::new(), GlobSetBuilder::new());
        for word in &words {
            let (set, glob) = match word.contains('/') {
                true => (&mut paths, Glob::new(&format!("*/{}", word.trim_start_matches('/')))),
                false if is_wild(word) => (&mut names, Glob::new(word)),
                false => continue,
            };
            if let Ok(glob) = glob {
                set.add(glob);
            }
        }
        Some(Self { names: names.build().ok()?, paths: paths.build().ok()?, words })
    }

    /// Creates the patterns of an option's default.
    fn of_pytest(words: &[&str]) -> Self {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        Self::new(words, &PatternBudget::default()).unwrap_or_default()
    }

    /// Returns whether a pattern matches the whole name of a file, or the end of its path.
    fn are_of_file(&self, name: &str, path: &Path) -> bool {
        self.words.iter().any(|word| word == name && !is_wild(word))
            || self.names.is_match(name)
            || !self.paths.is_empty() && self.paths.is_match(path.to_string_lossy().as_ref())
    }

    /// Returns whether a pattern is a prefix of a name, or matches the whole name.
    fn are_of_name(&self, name: &str) -> bool {
        self.words.iter().any(|word| name.starts_with(word)) || self.names.is_match(name)
    }
}

fn is_wild(word: &str) -> bool {
    word.contains(['*', '?', '['])
}

fn is_installed(project: &Project, name: &str) -> bool {
    project.distributions().iter().any(|distribution| distribution.is_named(name))
}

fn installed(project: &Project, name: &str) -> Installed {
    match project.version_of(name) {
        Some(version) => Installed::Version(version),
        None if !project.takes_locked_versions() && !is_installed(project, name) => Installed::Absent,
        None => Installed::Unknown,
    }
}

/// Returns the installation of a plugin, which `-p name` and `-p no:name` enable and disable.
fn plugin(
    project: &Project,
    stated: Option<&PytestConfiguration>,
    distribution: &str,
    name: &str,
) -> Installed {
    let turned = stated.map(|configuration| configuration.command_line_values(&["-p"])).unwrap_or_default();
    let is_off = turned.iter().any(|word| word.strip_prefix("no:") == Some(name));
    if is_off { Installed::Absent } else { installed(project, distribution) }
}

/// Returns the mode that a configuration states for a version of the plugin, or its default. The command
/// line takes precedence over the file.
fn mode(stated: Option<&PytestConfiguration>, plugin: &Installed) -> Option<Mode> {
    let has_legacy = plugin.version().is_some_and(|version| Behaviour::of(version).has_legacy_mode);
    let by_itself = if has_legacy { Mode::Legacy } else { Mode::Strict };
    let has_modes = plugin.version().is_none_or(|version| *version >= Version::new([0, 17]));
    let Some(configuration) = stated.filter(|_| has_modes) else { return Some(by_itself) };
    if configuration.error.is_some() {
        return None;
    }
    let on_command_line = configuration.command_line_values(&["--asyncio-mode"]).pop();
    let in_file = || match configuration.value("asyncio_mode") {
        None => Some(None),
        Some(OptionValue::Text(mode)) => Some(Some(mode)),
        Some(OptionValue::List(_) | OptionValue::Other) => None,
    };
    let Some(mode) = on_command_line.map(Some).or_else(in_file)? else { return Some(by_itself) };
    match mode.as_str() {
        "strict" => Some(Mode::Strict),
        "legacy" if has_legacy => Some(Mode::Legacy),
        "auto" => Some(Mode::Auto),
        _ => None,
    }
}

fn scope_setting(configuration: &PytestConfiguration, name: &str) -> ScopeSetting {
    match configuration.value(name) {
        None => ScopeSetting::Unset,
        Some(OptionValue::Text(text)) => match (text.as_str(), Scope::named(&text)) {
            ("", _) => ScopeSetting::Unset,
            ("fixture-scope", _) => ScopeSetting::OfFixture,
            (_, Some(scope)) => ScopeSetting::Scope(scope),
            (_, None) => ScopeSetting::Invalid,
        },
        Some(OptionValue::List(_) | OptionValue::Other) => ScopeSetting::Invalid,
    }
}
