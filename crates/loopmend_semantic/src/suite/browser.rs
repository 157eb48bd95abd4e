//! Async tests in a suite that uses Playwright's sync API (playwright.dev/python/docs/library). The event
//! loop of that API stays running on the main thread, from the first fixture that uses it to the end of the
//! session.

use loopmend_catalog::{Role, named};
use rustc_hash::FxHashSet;

use super::collect::{FunctionKind, TestItem};
use super::questions::SuiteFunction;
use crate::file::File;

/// An async test that requests a browser of the sync API.
#[derive(Clone, Debug)]
pub struct SyncBrowserTest {
    /// The test.
    pub test: SuiteFunction,
    /// The fixture through which the test requests the browser.
    pub fixture: String,
}

/// The plugin whose fixtures are sync. Those of `pytest_playwright_asyncio` are not.
pub(super) const PLUGIN: &str = "pytest_playwright.pytest_playwright";

/// The plugin's fixture that starts the loop.
const STARTS_LOOP: &str = "playwright";

impl File<'_> {
    /// Returns the async tests of the file that use fixtures of Playwright's sync API, in source order.
    pub fn sync_browser_tests(&mut self) -> Vec<SyncBrowserTest> {
        if !self.engine().has_pytest_plugin(PLUGIN) || self.settings_of_tests("async").is_none() {
            return Vec::new();
        }
        let module = self.module();
        let mut seen = FxHashSet::default();
        let mut found = Vec::new();
        for item in self.tests().iter() {
            let is_own = item.function.module == module && !item.is_unittest && seen.insert(item.function);
            if !is_own || self.inference_mut().function_kind(item.function) != Some(FunctionKind::Coroutine) {
                continue;
            }
            let asked = self.plain_browser_asked_for(item);
            if let Some(fixture) = asked {
                let test = self.suite_function(item.function.function);
                found.push(SyncBrowserTest { test, fixture });
            }
        }
        found.sort_by_key(|browser| browser.test.header.start);
        found
    }

    /// Returns the fixture of the sync API that a test uses and that starts its loop, by the name that
    /// leads there.
    pub(super) fn plain_browser_asked_for(&mut self, item: &TestItem) -> Option<String> {
        let used = self.inference_mut().fixtures_used_by(item);
        let engine = self.engine();
        let starts_loop = used.iter().any(|(name, definition)| {
            let is_of_plugin = definition
                .as_ref()
                .is_some_and(|definition| engine.module_name(definition.function.module) == PLUGIN);
            name == STARTS_LOOP && is_of_plugin
        });
        let mut asked = used.into_iter().map(|(name, _)| name);
        asked.find(|name| named(name.as_str()).has(Role::PlaywrightFixture)).filter(|_| starts_loop)
    }
}
