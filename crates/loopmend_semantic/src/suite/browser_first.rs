//! Sync browser tests that run before async tests. The event loop of Playwright's sync API keeps running
//! until the end of the session.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{ArgumentKind, BindingKind, ExpressionId, Function, Summary};
use loopmend_project::Version;
use loopmend_python::{after_docstring, function_with, span_of};

use super::SuiteSettings;
use super::browser::PLUGIN;
use super::collect::FunctionKind;
use super::outcome::{KNOWN_PLUGINS, Outcome, Runner};
use crate::engine::{Engine, ModuleId};
use crate::file::File;

/// A browser test and the async tests that run after it.
#[derive(Clone, Debug)]
pub struct BrowserFirst {
    /// The node ID of the first browser test.
    pub browser: String,
    /// The node IDs of the async tests that run after it, in order; at least one.
    pub behind: Vec<String>,
    /// The files with browser tests, as they are shown, in the order of the tests.
    pub files: Vec<String>,
    /// The directory that has all of these tests below it.
    pub directory: PathBuf,
}

/// The hook whose wrappers run what it wraps.
const LOOP_HOOK: &str = "pytest_runtestloop";

/// The hook in which a `conftest.py` may sort the tests, or only mark them.
const ITEMS_HOOK: &str = "pytest_collection_modifyitems";

/// Plugins that neither order nor run tests, nor give them fixtures: whether the environment has them changes nothing here.
const WITHOUT_EFFECT: [&str; 5] =
    ["pytest-cov", "pytest-clarity", "pytest-html", "pytest-sugar", "pytest-timeout"];

/// The configuration options that leave out tests.
const LEAVES_OUT: [&str; 2] = ["norecursedirs", "collect_imported_tests"];

/// The command-line options that change neither which tests run nor where.
const HARMLESS: [&str; 13] = [
    "-q",
    "-r",
    "-s",
    "-v",
    "-W",
    "--asyncio-mode=",
    "--color=",
    "--cov",
    "--durations=",
    "--no-header",
    "--showlocals",
    "--strict",
    "--tb=",
];

/// The collection order of a file: the index in `testpaths`, and the parts of its path with a flag that
/// puts directories last.
type Place<'p> = (usize, Vec<(bool, &'p OsStr)>);

impl Engine<'_> {
    /// Returns the first sync browser test that runs before tests of pytest-asyncio, among the tests of a
    /// configuration in collection order. Returns `None` where a hook or an option may reorder or deselect
    /// tests.
    pub fn browser_tests_before_async(&self, settings: &SuiteSettings) -> Option<BrowserFirst> {
        let is_harmless = |name: &String| WITHOUT_EFFECT.contains(&name.as_str());
        let has_plugins = !settings.is_incomplete || self.project().missing_plugins().iter().all(is_harmless);
        if settings.asyncio.version().is_none() || !has_plugins || !self.has_pytest_plugin(PLUGIN) {
            return None;
        }
        let settings = &settings.taken_for_complete();
        let mut found: Option<BrowserFirst> = None;
        for module in self.test_files_in_order(settings)? {
            let mut file = File::new(self, module);
            if file.is_skipped_whole() {
                continue;
            }
            for item in file.tests().iter() {
                if file.inference_mut().is_skipped(item) {
                    continue;
                }
                let is_async =
                    file.inference_mut().function_kind(item.function) == Some(FunctionKind::Coroutine);
                if !is_async && file.plain_browser_asked_for(item).is_some() {
                    let first = found.get_or_insert_with(|| BrowserFirst::new(self.node_id(item)));
                    first.add_file(self, module);
                } else if let Some(first) = &mut found
                    && is_async
                    && runs_on_loop(&mut file, settings, item)
                {
                    first.behind.push(self.node_id(item));
                    first.widen(self, module);
                }
            }
        }
        found.filter(|first| !first.behind.is_empty())
    }

    /// Returns the test files of a configuration in collection order; `None` if something may reorder or
    /// deselect them.
    pub(super) fn test_files_in_order(&self, settings: &SuiteSettings) -> Option<Vec<ModuleId>> {
        if chooses(settings) {
            return None;
        }
        let is_known = |module: &ModuleId| {
            let name = self.module_name(*module);
            name == PLUGIN || KNOWN_PLUGINS.iter().any(|known| name.starts_with(known))
        };
        let plugins = self.pytest_plugins().iter().copied().filter(|plugin| !is_known(plugin));
        let files = (0..self.project().files().len()).map(ModuleId::of_file);
        if files.clone().chain(plugins).any(|module| self.may_order(module)) {
            return None;
        }
        let directories_last = *settings.pytest.version()? < Version::new([8]);
        let mut placed: Vec<(Place, ModuleId)> = files
            .filter_map(|module| {
                let path = self.module_path(module)?;
                let place = settings.place_in_test_paths(path)?;
                let is_of_it = settings.is_test_file(path)
                    && self.suite_settings(module).is_some_and(|own| own.is_of_same_file(settings));
                let last = path.components().count() - 1;
                let parts = path.components().enumerate();
                let parts = parts.map(|(depth, part)| (directories_last && depth < last, part.as_os_str()));
                is_of_it.then(|| ((place, parts.collect()), module))
            })
            .collect();
        placed.sort();
        Some(placed.into_iter().map(|(_, module)| module).collect())
    }

    /// Whether a module has one of the hooks, itself or in a class that it registers, and the hook may order or choose tests.
    fn may_order(&self, module: ModuleId) -> bool {
        Role::OrdersTests
            .names()
            .iter()
            .any(|name| self.has_name(module, name) && !self.leaves_order(module, name))
    }

    /// `true` if all functions of a module with the name of a hook leave all tests where they are.
    fn leaves_order(&self, module: ModuleId, hook: &str) -> bool {
        let summary = self.summary(module);
        let is_hook = |function: &&Function| summary.name(function.name) == hook;
        let functions: Vec<&Function> = summary.functions.iter().filter(is_hook).collect();
        let is_imported = summary
            .bindings_of(Summary::MODULE_SCOPE, hook)
            .iter()
            .any(|binding| matches!(binding.kind, BindingKind::ImportFrom { .. }));
        let leaves = |function: &Function| match hook {
            LOOP_HOOK => is_wrapper(summary, function),
            ITEMS_HOOK => only_marks(&File::new(self, module), function),
            _ => false,
        };
        !functions.is_empty() && !is_imported && functions.into_iter().all(leaves)
    }
}

impl BrowserFirst {
    fn new(browser: String) -> Self {
        Self { browser, behind: Vec::new(), files: Vec::new(), directory: PathBuf::new() }
    }

    /// Adds a file with browser tests.
    fn add_file(&mut self, engine: &Engine, module: ModuleId) {
        if let Some(shown) = engine.shown_path(module)
            && self.files.last() != Some(&shown)
        {
            self.files.push(shown);
            self.widen(engine, module);
        }
    }

    /// Widens the directory to one that has a file below it too.
    fn widen(&mut self, engine: &Engine, module: ModuleId) {
        let Some(own) = engine.module_path(module).and_then(Path::parent) else { return };
        if self.directory.as_os_str().is_empty() {
            own.clone_into(&mut self.directory);
        }
        while !own.starts_with(&self.directory) && self.directory.pop() {}
    }
}

/// `true` if a function is a wrapper of a hook: `@pytest.hookimpl(wrapper=True)`.
fn is_wrapper(summary: &Summary, function: &Function) -> bool {
    let wraps = |decorator: &ExpressionId| {
        let arguments = summary.arguments_of(*decorator).unwrap_or_default();
        arguments.iter().any(|argument| match argument.kind {
            ArgumentKind::Keyword(name) => named(summary.name(name)).has(Role::HookWrapper),
            _ => false,
        })
    };
    summary.list(function.decorators).iter().any(wraps)
}

/// `true` if a hook only goes through the tests, which it may mark, and skips none.
fn only_marks(file: &File, function: &Function) -> bool {
    const TESTS: &str = "items";
    let Some(hook) = function_with(file.tree(), function.header) else { return false };
    let takes_tests = hook.parameters.includes(TESTS);
    let body: Vec<&str> =
        after_docstring(&hook.body).iter().map(|statement| file.slice(span_of(statement))).collect();
    let code = body.iter().flat_map(|statement| statement.lines());
    let leaves = |line: &str| {
        let line = line.split('#').next().unwrap_or_default();
        !line.contains("skip") && !line.contains("deselect") && only_reads(line, TESTS)
    };
    takes_tests && code.into_iter().all(leaves)
}

/// `true` if each mention of a name in a line of code iterates over it or counts its elements.
fn only_reads(line: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(name).all(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + name.len()..]);
        let is_word = !before.ends_with(is_part) && !after.starts_with(is_part);
        let is_iterated = before.ends_with(" in ") && after.trim_start().starts_with(':');
        let is_argument = before.ends_with("len(") || before.ends_with("enumerate(");
        !is_word || is_iterated || is_argument && after.starts_with(')')
    })
}

/// Returns whether the configuration may deselect tests, run them in several processes or in another order,
/// or name plugins.
pub(super) fn chooses(settings: &SuiteSettings) -> bool {
    let Some(configuration) = &settings.configuration else { return false };
    let words = configuration.words("addopts").unwrap_or_default();
    let is_harmless = |word: &String| HARMLESS.iter().any(|option| word.starts_with(option));
    let paths = configuration.words("testpaths").unwrap_or_default();
    !words.iter().all(is_harmless)
        || paths.iter().any(|path| path.contains(['*', '?', '[']))
        || LEAVES_OUT.iter().any(|name| configuration.value(name).is_some())
}

fn runs_on_loop(file: &mut File, settings: &SuiteSettings, item: &super::TestItem) -> bool {
    matches!(file.predict(item, settings).outcome, Outcome::OnLoop { runner: Runner::PytestAsyncio, .. })
}
