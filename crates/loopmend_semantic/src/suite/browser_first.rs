//! Sync browser tests that run before async tests. The event loop of Playwright's sync API keeps running
//! until the end of the session.

use std::path::{Path, PathBuf};

use super::SuiteSettings;
use super::browser::PLUGIN;
use super::collect::FunctionKind;
use super::outcome::{Outcome, Runner};
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

/// Plugins that neither order nor run tests, nor give them fixtures: whether the environment has them changes nothing here.
const WITHOUT_EFFECT: [&str; 5] =
    ["pytest-cov", "pytest-clarity", "pytest-html", "pytest-sugar", "pytest-timeout"];

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

fn runs_on_loop(file: &mut File, settings: &SuiteSettings, item: &super::TestItem) -> bool {
    matches!(file.predict(item, settings).outcome, Outcome::OnLoop { runner: Runner::PytestAsyncio, .. })
}
