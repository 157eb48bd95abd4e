//! Calls of `asyncio.get_event_loop` in plain tests behind async ones: from pytest-asyncio 1.4 on no loop is set there.

use loopmend_core::{Place, Span};
use loopmend_project::Version;

use super::Scope;
use super::collect::{FunctionKind, TestItem};
use super::outcome::{Outcome, Runner};
use super::questions::SuiteFunction;
use super::settings::SuiteSettings;
use super::taken_loop::written;
use crate::engine::ModuleId;
use crate::file::{File, LooplessCall, LooplessPlace, names_that_set_loop};
use crate::summary::CallSite;

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

/// A plain test that is led to what takes the current loop, and raises because of the async test before it.
#[derive(Clone, Debug)]
pub struct LedToUnset {
    /// The test.
    pub test: SuiteFunction,
    /// The call, as it is written.
    pub called: String,
    /// Where it stands.
    pub place: Option<Place>,
    /// The identifier of the async test before it.
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
    /// file or of one that pytest runs before it, in source order. Nothing is said of tests that a fixture may set a loop for.
    pub fn unset_loops_after_async_tests(&mut self) -> Vec<UnsetAfterAsync> {
        let Some(settings) = self.settings_of_tests("get_event_loop") else { return Vec::new() };
        let Some(plugin) = settings.known_plugin() else { return Vec::new() };
        if !settings.behaviour().is_some_and(|behaviour| behaviour.leaves_no_loop) {
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
            let Some(index) = items.iter().position(|item| self.is_called(item, name)) else { continue };
            if self.may_fail(&items[index]) || self.may_have_loop(&items[index], &settings) {
                continue;
            }
            let Some(before) = self.ended_before(&items[..index], &settings) else { continue };
            found.push(UnsetAfterAsync { test: name.clone(), before, plugin: plugin.clone(), found: call });
        }
        found
    }

    /// The plain tests of the file that take the current loop behind an async test, of the file or of one that pytest runs before it: in a
    /// fixture or set-up function, by a function of another file, or by another call than `asyncio.get_event_loop`.
    pub fn tests_led_to_unset_loop(&mut self) -> Vec<LedToUnset> {
        let Some(settings) = self.suite_settings() else { return Vec::new() };
        let Some(plugin) = settings.known_plugin() else { return Vec::new() };
        let leaves_none = settings.behaviour().is_some_and(|behaviour| behaviour.leaves_no_loop);
        let is_left = !leaves_none || !self.is_test_file(&settings) || self.may_have_own_loop();
        if is_left || self.may_set_loop_elsewhere() {
            return Vec::new();
        }
        let direct = self.get_event_loop_calls_in_tests();
        let module = self.module();
        let items = self.tests();
        let is_of_test = |place: &LooplessPlace| match place {
            LooplessPlace::Test { name, .. } => items.iter().any(|item| self.is_called(item, name)),
            _ => false,
        };
        let direct = direct.into_iter().filter(|found| is_of_test(&found.place));
        let direct: Vec<Span> = direct.map(|found| found.call.span).collect();
        let mut found: Vec<LedToUnset> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let Some((at, site)) = self.loop_taken_for(item, &settings) else { continue };
            if File::new(self.engine(), at).may_have_own_loop() {
                continue;
            }
            let summary = self.engine().summary(at);
            let span = summary.span(site.expression);
            if item.function.module != module || at == module && direct.contains(&span) {
                continue;
            }
            let Some(before) = self.ended_before(&items[..index], &settings) else { continue };
            let path = self.engine().shown_path(at);
            found.push(LedToUnset {
                test: self.suite_function(item.function.function),
                called: written(summary, &site),
                place: path.map(|path| Place::Span { path, span }),
                before,
                plugin: plugin.clone(),
            });
        }
        found
    }

    /// The call by which a plain test, or what sets it up, takes the current loop.
    fn loop_taken_for(&mut self, item: &TestItem, settings: &SuiteSettings) -> Option<(ModuleId, CallSite)> {
        let is_plain = self.inference_mut().function_kind(item.function) == Some(FunctionKind::Sync);
        let is_isolated = item.is_unittest && self.is_isolated(item);
        if !is_plain || is_isolated || self.may_fail(item) || self.has_fixture_with_loop(item, settings) {
            return None;
        }
        let before = self.called_before(item, settings).into_iter().filter(|before| before.is_plain);
        let mut functions = before.map(|before| before.function).chain([item.function]);
        functions.find_map(|function| self.inference_mut().current_loop_taken(function))
    }

    fn is_isolated(&mut self, item: &TestItem) -> bool {
        let inference = self.inference_mut();
        let mut classes = item.classes.iter();
        classes.any(|class| inference.inherits(*class, "unittest.async_case", "IsolatedAsyncioTestCase"))
    }

    /// The last async test before that has a loop to itself: of these, or of the files that pytest runs before this one.
    fn ended_before(&mut self, own: &[TestItem], settings: &SuiteSettings) -> Option<String> {
        if let Some(before) = own.iter().rev().find(|other| self.ends_loop(other, settings)) {
            return Some(before.name.clone());
        }
        let (engine, module) = (self.engine(), self.module());
        let order = engine.test_files_in_order(settings)?;
        let place = order.iter().position(|file| *file == module)?;
        order[..place].iter().rev().find_map(|file| {
            let mut file = File::new(engine, *file);
            let tests = file.tests();
            let before = tests.iter().rev().find(|other| file.leaves_no_loop_behind(other, settings))?;
            Some(engine.node_id(before))
        })
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
        item.is_unittest || self.has_fixture_with_loop(item, settings)
    }

    fn has_fixture_with_loop(&mut self, item: &TestItem, settings: &SuiteSettings) -> bool {
        if !self.predict(item, settings).fixtures.is_empty() {
            return true;
        }
        let used = self.inference_mut().fixtures_used_by(item);
        let engine = self.engine();
        let module = self.module();
        used.iter().filter(|(name, _)| name != "request").any(|(_, definition)| {
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
        self.scope_of_loop(item, settings) == Some(Scope::Function)
    }

    /// Whether the loop of a test ends with its file or before.
    fn leaves_no_loop_behind(&mut self, item: &TestItem, settings: &SuiteSettings) -> bool {
        self.scope_of_loop(item, settings).is_some_and(|scope| scope <= Scope::Module)
    }

    /// The scope of the loop of pytest-asyncio that a test runs on.
    fn scope_of_loop(&mut self, item: &TestItem, settings: &SuiteSettings) -> Option<Scope> {
        if self.may_fail(item) {
            return None;
        }
        match self.predict(item, settings).outcome {
            Outcome::OnLoop { runner: Runner::PytestAsyncio, identity, .. } => Some(identity.scope),
            _ => None,
        }
    }
}
