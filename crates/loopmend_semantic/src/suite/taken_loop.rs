//! Plain code around async tests that gets the current event loop.
//!
//! With an override of `event_loop` this is the loop of the tests. Without the override the loop is created
//! later: pytest-asyncio 1.0 and newer requests it after the fixtures of a test.

use std::cmp::Reverse;

use loopmend_core::Place;
use loopmend_index::summary::{BindingKind, CallSite, Summary};
use rustc_hash::FxHashSet;

use super::collect::TestItem;
use super::fixtures::{FixtureDefinition, FixtureMaker};
use super::loop_override::LoopOverride;
use super::{Scope, SuiteSettings};
use crate::engine::ModuleId;
use crate::file::File;
use crate::infer::FunctionRef;

/// Code that gets the current event loop.
#[derive(Clone, Debug)]
pub struct TakenLoop {
    /// The qualified name of the fixture or setup function; `None` if an import does it.
    pub function: Option<String>,
    /// The definition of the function, otherwise the place of the call.
    pub place: Option<Place>,
    /// The callee as written: `asyncio.get_event_loop`.
    pub called: String,
}

/// A function that pytest calls before a test.
pub struct Before {
    name: String,
    /// The fixture or setup function.
    pub function: FunctionRef,
    scope: Scope,
    requests: Vec<String>,
    /// Whether it is a fixture that runs on the loop of the test, and leaves that loop as the current one.
    sets_loop: bool,
    /// Whether it is a plain function.
    pub is_plain: bool,
}

/// The setup functions of a module (docs.pytest.org/en/stable/how-to/xunit_setup.html).
const OF_MODULE: [(&str, Scope); 3] =
    [("setup_module", Scope::Module), ("setUpModule", Scope::Module), ("setup_function", Scope::Function)];

/// The setup methods of a test class.
const OF_CLASS: [(&str, Scope); 2] = [("setup_class", Scope::Class), ("setup_method", Scope::Function)];

/// The setup methods of a `unittest.TestCase`.
const OF_TEST_CASE: [(&str, Scope); 2] = [("setUpClass", Scope::Class), ("setUp", Scope::Function)];

impl File<'_> {
    /// Returns the first plain fixture or setup function of a test with this override that gets the current
    /// event loop. The function runs after the override was called, and before anything runs on the loop of
    /// the test.
    pub fn loop_taken_beside(&mut self, found: &LoopOverride) -> Option<TakenLoop> {
        let scope = found.scope?;
        let settings = self.suite_settings()?;
        let is_for_others = self.is_conftest() || !self.is_test_file(&settings);
        let seeing = self.files_that_see_fixtures(is_for_others);
        let (engine, of) = (self.engine(), self.module());
        seeing.into_iter().find_map(|module| File::new(engine, module).loop_taken_before_tests(of, scope))
    }

    /// Returns the first call that gets the current event loop when a module of the project is imported,
    /// directly or through its callees. An override that gets the current loop as well returns the same
    /// loop.
    pub fn loop_taken_by_imports(&mut self) -> Option<TakenLoop> {
        self.inference_mut().rest_on_all_texts();
        let engine = self.engine();
        let files = (0..engine.project().files().len()).map(ModuleId::of_file);
        files.into_iter().find_map(|module| self.loop_taken_by_import_of(module))
    }

    fn loop_taken_by_import_of(&mut self, module: ModuleId) -> Option<TakenLoop> {
        let engine = self.engine();
        let summary = engine.summary(module);
        let is_outside =
            |site: &&CallSite| summary.function_around(site.scope).is_none() && !site.is_in_script;
        let mut sites = summary.calls.iter().filter(is_outside);
        sites.find_map(|site| {
            let is_it = self.inference_mut().asks_for_current_loop(module, site)
                || self.leads_to_taken_loop(module, site);
            let path = engine.shown_path(module).filter(|_| is_it)?;
            let place = Place::Span { path, span: summary.span(site.expression) };
            Some(TakenLoop { function: None, place: Some(place), called: written(summary, site) })
        })
    }

    fn leads_to_taken_loop(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let inference = self.inference_mut();
        let called = inference.plain_functions_called(module, site);
        called.into_iter().any(|function| inference.current_loop_taken(function).is_some())
    }

    fn loop_taken_before_tests(&mut self, of: ModuleId, scope: Scope) -> Option<TakenLoop> {
        let settings = self.suite_settings()?;
        let mut known = FxHashSet::default();
        self.tests_beside_override(of).iter().find_map(|item| {
            let before = self.called_before(item, &settings).into_iter();
            let mut before = before.filter(|before| before.is_plain && before.scope <= scope);
            before.find_map(|before| {
                let is_new = known.insert(before.function);
                let taken = is_new.then(|| self.inference_mut().current_loop_taken(before.function))?;
                let (module, site) = taken?;
                Some(TakenLoop {
                    function: Some(self.function_name(before.function)),
                    place: self.place_of_function(before.function),
                    called: written(self.engine().summary(module), &site),
                })
            })
        })
    }

    /// Returns the functions that pytest calls before a test, in order, up to the first that runs on the
    /// loop of the test.
    pub fn called_before(&mut self, item: &TestItem, settings: &SuiteSettings) -> Vec<Before> {
        let mut all = self.set_up_functions(item);
        let used = self.inference_mut().fixtures_used_by(item);
        let fixtures = used.into_iter().filter_map(|(_, definition)| definition);
        all.extend(fixtures.map(|fixture| of_fixture(fixture, settings)));
        all.sort_by_key(|before| Reverse(before.scope));
        let mut order = Vec::new();
        for place in 0..all.len() {
            put_in_order(place, &all, &mut order);
        }
        let mut ordered: Vec<Option<Before>> = all.into_iter().map(Some).collect();
        let ordered = order.into_iter().filter_map(|place| ordered[place].take());
        ordered.take_while(|before| !before.sets_loop).collect()
    }

    /// Returns the setup functions of the module, the class and the test itself.
    fn set_up_functions(&mut self, item: &TestItem) -> Vec<Before> {
        let summary = self.engine().summary(item.module);
        let mut found = Vec::new();
        for (name, scope) in OF_MODULE {
            let last = summary.bindings_of(Summary::MODULE_SCOPE, name).last();
            if let Some(BindingKind::Function(function)) = last.map(|binding| binding.kind)
                && (scope == Scope::Module || item.classes.is_empty())
            {
                found.push((name, FunctionRef { module: item.module, function }, scope));
            }
        }
        for (name, scope) in if item.is_unittest { OF_TEST_CASE } else { OF_CLASS } {
            let class = item.classes.last().copied();
            let function = class.and_then(|class| self.inference_mut().method_named(class, name));
            found.extend(function.map(|function| (name, function, scope)));
        }
        let before = |(name, function, scope): (&str, FunctionRef, Scope)| Before {
            name: name.to_owned(),
            function,
            scope,
            requests: Vec::new(),
            sets_loop: false,
            is_plain: !self.engine().summary(function.module).function(function.function).is_async,
        };
        found.into_iter().map(before).collect()
    }
}

fn of_fixture(fixture: FixtureDefinition, settings: &SuiteSettings) -> Before {
    Before {
        sets_loop: fixture.is_async && settings.runs_fixture(&fixture),
        is_plain: !fixture.is_async && fixture.maker == FixtureMaker::Pytest,
        scope: fixture.scope.unwrap_or(Scope::Function),
        name: fixture.name,
        function: fixture.function,
        requests: fixture.requests,
    }
}

/// Puts a fixture in order, after the fixtures that it requests.
fn put_in_order(place: usize, all: &[Before], order: &mut Vec<usize>) {
    let mut open = vec![(place, false)];
    let mut met = FxHashSet::default();
    while let Some((place, is_ready)) = open.pop() {
        if order.contains(&place) {
            continue;
        }
        if is_ready {
            order.push(place);
            continue;
        }
        if !met.insert(place) {
            continue;
        }
        open.push((place, true));
        for request in all[place].requests.iter().rev() {
            open.extend(all.iter().position(|other| other.name == *request).map(|asked| (asked, false)));
        }
    }
}

/// Returns the callee of a call as written.
pub fn written(summary: &Summary, site: &CallSite) -> String {
    summary.dotted_name(summary.callee_or_itself(site.expression)).unwrap_or_default()
}
