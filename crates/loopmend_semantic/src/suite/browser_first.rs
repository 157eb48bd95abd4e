//! Plain browser tests that run before async ones: the event loop of Playwright's plain API runs on to the end of the session.

use super::SuiteSettings;
use super::browser::PLUGIN;
use super::collect::FunctionKind;
use super::outcome::{Outcome, Runner};
use crate::engine::{Engine, ModuleId};
use crate::file::File;
use crate::summary::Summary;

/// A browser test and the async tests behind it.
#[derive(Clone, Debug)]
pub struct BrowserFirst {
    /// The identifier of the first browser test.
    pub browser: String,
    /// The identifier of the first async test behind it.
    pub first: String,
    /// How many async tests run behind it.
    pub behind: usize,
}

/// A hook that may put the browser tests last.
const ORDERS: &str = "pytest_collection_modifyitems";

/// Options that leave tests out, or choose plugins.
const CHOOSING: [&str; 5] = ["-m", "-k", "--ignore", "--deselect", "-p"];

impl Engine<'_> {
    /// The first plain browser test that pytest-asyncio's tests run behind, of the tests that a configuration holds for, in the order
    /// in which pytest collects them; nothing where a hook or an option may order or choose them in another way.
    pub fn browser_tests_before_async(&self, settings: &SuiteSettings) -> Option<BrowserFirst> {
        let is_known = settings.asyncio.version().is_some() && !settings.is_incomplete;
        if !is_known || !self.has_pytest_plugin(PLUGIN) || chooses(settings) {
            return None;
        }
        let modules = || (0..self.project().files().len()).map(ModuleId::of_file);
        let orders = |module| !self.summary(module).bindings_of(Summary::MODULE_SCOPE, ORDERS).is_empty();
        if modules().any(orders) {
            return None;
        }
        let mut found: Option<BrowserFirst> = None;
        for module in modules().filter(|module| self.holds_for(settings, *module)) {
            let mut file = File::new(self, module);
            for item in file.tests().iter() {
                let is_async =
                    file.inference_mut().function_kind(item.function) == Some(FunctionKind::Coroutine);
                match &mut found {
                    None if is_async => {}
                    None => {
                        let starts = file.plain_browser_asked_for(item).map(|_| self.node_id(item));
                        found =
                            starts.map(|browser| BrowserFirst { browser, first: String::new(), behind: 0 });
                    }
                    Some(first) if is_async && runs_on_loop(&mut file, settings, item) => {
                        first.behind += 1;
                        if first.first.is_empty() {
                            first.first = self.node_id(item);
                        }
                    }
                    Some(_) => {}
                }
            }
        }
        found.filter(|first| first.behind > 0)
    }

    /// Whether a configuration holds for the tests of a file.
    fn holds_for(&self, settings: &SuiteSettings, module: ModuleId) -> bool {
        let path_of =
            |settings: &SuiteSettings| settings.configuration.as_ref().map(|found| found.path.clone());
        let is_same = |own: &SuiteSettings| path_of(own) == path_of(settings);
        let is_tested = || self.module_path(module).is_some_and(|path| settings.is_in_test_paths(path));
        self.suite_settings(module).is_some_and(|own| is_same(&own)) && is_tested()
    }
}

fn chooses(settings: &SuiteSettings) -> bool {
    let words = settings.configuration.as_ref().and_then(|configuration| configuration.words("addopts"));
    words.unwrap_or_default().iter().any(|word| CHOOSING.iter().any(|option| word.starts_with(option)))
}

fn runs_on_loop(file: &mut File, settings: &SuiteSettings, item: &super::TestItem) -> bool {
    matches!(file.predict(item, settings).outcome, Outcome::OnLoop { runner: Runner::PytestAsyncio, .. })
}
