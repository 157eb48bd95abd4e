//! Calls of `asyncio.get_event_loop` in plain tests behind async ones: from pytest-asyncio 1.4 on no loop is set there.

use loopmend_project::Version;

use super::Scope;
use super::collect::TestItem;
use super::outcome::{Outcome, Runner};
use super::settings::SuiteSettings;
use crate::engine::ModuleId;
use crate::file::{File, LooplessCall, LooplessPlace, names_that_set_loop};

/// A call that raises because of the async test before it.
#[derive(Clone, Debug)]
pub struct UnsetAfterAsync {
    /// The call, in the test or in what it calls.
    pub found: LooplessCall,
    /// The qualified name of the plain test.
    pub test: String,
    /// The name of the async test before it.
    pub before: String,
    /// The installed version of pytest-asyncio.
    pub plugin: Version,
}

/// Hooks and functions that may set a loop for a test.
const MAY_SET: [&str; 5] = [
    "event_loop_policy",
    "pytest_runtest_call",
    "pytest_runtest_protocol",
    "pytest_runtest_setup",
    "set_event_loop_policy",
];

impl File<'_> {
    /// The calls of `asyncio.get_event_loop` in plain tests of the file, and in what these call there, behind an async test of the
    /// file, in source order. Nothing is said of tests that a fixture may set a loop for.
    pub fn unset_loops_after_async_tests(&mut self) -> Vec<UnsetAfterAsync> {
        let Some(settings) = self.settings_of_tests("get_event_loop") else { return Vec::new() };
        let Some(plugin) = settings.known_plugin() else { return Vec::new() };
        let has_async = self.summary().functions.iter().any(|function| function.is_async);
        if !settings.behaviour().is_some_and(|behaviour| behaviour.leaves_no_loop) || !has_async {
            return Vec::new();
        }
        let calls = self.get_event_loop_calls_in_tests();
        if calls.is_empty() || self.may_set_loop_elsewhere() {
            return Vec::new();
        }
        let items = self.tests();
        let mut found = Vec::new();
        for call in calls {
            let LooplessPlace::Test { name, .. } = &call.place else { continue };
            let Some(item) = items.iter().find(|item| self.is_called(item, name)) else { continue };
            if self.may_fail(item) || self.may_have_loop(item, &settings) {
                continue;
            }
            let behind = items.iter().take_while(|other| *other != item);
            let behind: Vec<&TestItem> = behind.collect();
            let mut behind = behind.into_iter().rev();
            let Some(before) = behind.find(|other| self.ends_loop(other, &settings)) else { continue };
            let before = before.name.clone();
            found.push(UnsetAfterAsync { test: name.clone(), before, plugin: plugin.clone(), found: call });
        }
        found
    }

    /// Whether a test is the one of this file that has a qualified name.
    fn is_called(&self, item: &TestItem, name: &str) -> bool {
        let summary = self.summary();
        let qualified = || summary.qualified_name(summary.function(item.function.function).scope);
        item.function.module == self.module() && qualified() == name
    }

    /// Whether a file of the project may set a loop for the tests of all, by a hook or by what they call.
    fn may_set_loop_elsewhere(&mut self) -> bool {
        self.inference_mut().rest_on_project();
        let engine = self.engine();
        let mut files = (0..engine.project().files().len()).map(ModuleId::of_file);
        files.any(|file| {
            let names = || names_that_set_loop().chain(MAY_SET);
            names().any(|name| engine.may_bind(file, name))
                && names().any(|name| engine.summary(file).names.find(name).is_some())
        })
    }

    /// Whether a test is not run, or expected to fail.
    fn may_fail(&mut self, item: &TestItem) -> bool {
        let inference = self.inference_mut();
        inference.is_skipped(item)
            || inference
                .marks_of(item)
                .known
                .iter()
                .any(|mark| ["xfail", "skipif"].contains(&mark.name.as_str()))
    }

    /// Whether a fixture may set a loop for a test: an async one, or one of another file of the project.
    fn may_have_loop(&mut self, item: &TestItem, settings: &SuiteSettings) -> bool {
        if item.is_unittest || !self.predict(item, settings).fixtures.is_empty() {
            return true;
        }
        let used = self.inference_mut().fixtures_used_by(item);
        let engine = self.engine();
        let module = self.module();
        used.iter().any(|(_, definition)| {
            definition.as_ref().is_none_or(|definition| {
                let of = definition.function.module;
                let name = engine.module_name(of);
                of != module
                    && !["_pytest.", "pytest_asyncio."].iter().any(|package| name.starts_with(package))
            })
        })
    }

    /// Whether a test has a loop of pytest-asyncio to itself, which ends with it.
    fn ends_loop(&mut self, item: &TestItem, settings: &SuiteSettings) -> bool {
        if self.may_fail(item) {
            return false;
        }
        match self.predict(item, settings).outcome {
            Outcome::OnLoop { runner: Runner::PytestAsyncio, identity, .. } => {
                identity.scope == Scope::Function
            }
            _ => false,
        }
    }
}
