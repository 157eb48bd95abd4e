//! Sync browser tests that run before async tests. The event loop of Playwright's sync API keeps running
//! until the end of the session.

use std::ffi::OsStr;

use loopmend_project::Version;

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
}

/// Hooks and names in `conftest.py` files that may run the browser tests last, or deselect some
/// (docs.pytest.org/en/stable/reference/reference.html#collection-hooks).
const ORDERS: [&str; 9] = [
    "collect_ignore",
    "collect_ignore_glob",
    "pytest_collect_directory",
    "pytest_collect_file",
    "pytest_collection",
    "pytest_collection_modifyitems",
    "pytest_ignore_collect",
    "pytest_make_collect_report",
    "pytest_runtestloop",
];

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
        let is_known = settings.asyncio.version().is_some() && !settings.is_incomplete;
        if !is_known || !self.has_pytest_plugin(PLUGIN) {
            return None;
        }
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
                match &mut found {
                    None if is_async => {}
                    None => {
                        let starts = file.plain_browser_asked_for(item).map(|_| self.node_id(item));
                        found = starts.map(|browser| BrowserFirst { browser, behind: Vec::new() });
                    }
                    Some(first) if is_async && runs_on_loop(&mut file, settings, item) => {
                        first.behind.push(self.node_id(item));
                    }
                    Some(_) => {}
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

    /// Returns whether a module has one of the hooks, itself or in a class that it registers.
    fn may_order(&self, module: ModuleId) -> bool {
        let has =
            |name: &&str| self.may_bind(module, name) && self.summary(module).names.find(name).is_some();
        ORDERS.iter().any(has)
    }
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
