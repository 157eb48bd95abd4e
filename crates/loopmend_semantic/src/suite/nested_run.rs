//! Calls that start an event loop while one is running: in async tests and fixtures, and in their callees.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::call_targets::{Library, MAKES_START, RUN_FUNCTIONS, RunFunction};
use loopmend_index::calls::called_name;
use loopmend_index::summary::{BindingKind, CallSite, Expression, FunctionId, NameId, Summary};
use rustc_hash::{FxHashMap, FxHashSet};

use super::collect::{FunctionKind, TestItem};
use super::fixtures::{FixtureDefinition, FixtureMaker};
use super::outcome::{Outcome, Runner};
use super::questions::SuiteFunction;
use super::settings::{Installed, SuiteSettings};
use crate::file::{Call, File, awaited_argument, call_of};
use crate::infer::FunctionRef;

/// A call that starts an event loop while one is running, which raises a `RuntimeError`.
#[derive(Clone, Debug)]
pub struct NestedRun {
    /// The call in the test or fixture.
    pub call: Call,
    /// The documented name of the callee that starts a loop.
    pub name: &'static str,
    /// The test or fixture.
    pub around: SuiteFunction,
    /// Whether the test or fixture certainly runs on a loop.
    pub is_certain: bool,
    /// Whether every path from the call reaches the start.
    pub is_sure: bool,
    /// The calls from there to the one that starts a loop, which is the last. Empty if `call` itself starts
    /// the loop.
    pub way: Vec<Call>,
    /// The coroutine that is run, if `await` before it can replace the call.
    pub awaitable: Option<Span>,
}

/// The maximum number of calls followed from a test.
const LONGEST_WAY: usize = 3;

/// The called function, and the calls that lead to it.
type Start = (&'static RunFunction, Vec<Call>);

/// A test or fixture that runs on a loop.
#[derive(Clone)]
struct InLoop {
    library: Library,
    is_certain: bool,
}

impl File<'_> {
    /// Returns the calls in async tests and fixtures that start an event loop, directly or through
    /// functions of the file, in source order. Skips calls where an exception is expected, and code that
    /// checks whether a loop is running. Also skips files in which event loops are patched so that they can
    /// be nested.
    pub fn nested_runs(&mut self) -> Vec<NestedRun> {
        let summary = self.summary();
        let names = names_of_starts(summary);
        let is_left = summary.names.find("_set_running_loop").is_some();
        if names.is_empty() || is_left {
            return Vec::new();
        }
        let Some(settings) = self.settings_of_tests("async") else { return Vec::new() };
        let mut suite = NestedRuns { file: self, settings: &settings, known: FxHashMap::default() };
        let mut found = suite.find(&names);
        if !found.is_empty() && self.runs_in_nested_loops() {
            return Vec::new();
        }
        found.sort_by_key(|run| (run.call.span.start, run.call.span.end));
        found
    }
}

struct NestedRuns<'f, 'e> {
    file: &'f mut File<'e>,
    settings: &'f SuiteSettings,
    known: FxHashMap<FunctionId, Option<InLoop>>,
}

impl NestedRuns<'_, '_> {
    fn find(&mut self, names: &FxHashSet<NameId>) -> Vec<NestedRun> {
        let summary = self.file.summary();
        let mut found = Vec::new();
        let mut starting: FxHashMap<FunctionId, Start> = FxHashMap::default();
        for site in &summary.calls {
            if let Some(start) = self.start(site, names) {
                self.add(site, (start, Vec::new()), &mut found, &mut starting);
            }
        }
        let mut seen: FxHashSet<FunctionId> = starting.keys().copied().collect();
        for _ in 0..LONGEST_WAY {
            let mut next = FxHashMap::default();
            let names = starting.keys().map(|function| summary.function(*function).name);
            let names: FxHashSet<NameId> = names.collect();
            for site in summary.calls.iter().filter(|_| !names.is_empty()) {
                if let Some(start) = self.start_by_call(site, &names, &starting) {
                    self.add(site, start, &mut found, &mut next);
                }
            }
            next.retain(|function, _| seen.insert(*function));
            starting = next;
        }
        found
    }

    /// Adds a call that starts a loop, in a test or fixture, or in a function that others may call.
    fn add(
        &mut self,
        site: &CallSite,
        (start, way): Start,
        found: &mut Vec<NestedRun>,
        starting: &mut FxHashMap<FunctionId, Start>,
    ) {
        let summary = self.file.summary();
        let call = call_of(summary, site);
        let Some(function) = self.file.function_around(site.scope) else { return };
        let Some(around) = self.in_loop(function) else {
            let definition = summary.function(function);
            if !definition.is_generator && self.is_undecorated(function) {
                let way = std::iter::once(call).chain(way).collect();
                starting.entry(function).or_insert((start, way));
            }
            return;
        };
        let is_left_out = way.first().is_some_and(|inner| self.file.is_left_out(site, inner));
        if start.refuses.is_none_or(|library| library == around.library) && !is_left_out {
            let awaitable =
                awaited_argument(summary, site).filter(|_| start.takes_awaitable && way.is_empty());
            found.push(NestedRun {
                call,
                name: start.name,
                around: self.file.suite_function(function),
                is_certain: around.is_certain && way.is_empty(),
                is_sure: way.iter().all(|call| self.is_made_for_sure(call)),
                way,
                awaitable,
            });
        }
    }

    fn is_made_for_sure(&mut self, call: &Call) -> bool {
        let module = self.file.module();
        let function = self.file.function_around(call.scope());
        function.is_some_and(|function| self.file.makes_for_sure(FunctionRef { module, function }, call.span))
    }

    fn is_undecorated(&self, function: FunctionId) -> bool {
        let summary = self.file.summary();
        let mut decorators = summary.list(summary.function(function).decorators).iter();
        decorators.all(|decorator| summary.last_roles(*decorator).has(Role::PlainBinding))
    }

    /// Returns the function that a call calls to start a loop.
    fn start(&mut self, site: &CallSite, names: &FxHashSet<NameId>) -> Option<&'static RunFunction> {
        let summary = self.file.summary();
        let maker = self.call_that_is_called(site);
        let named = maker.as_ref().unwrap_or(site);
        let called = called_name(summary, named)?;
        if !names.contains(&summary.names.find(called)?) || !self.may_start(site) {
            return None;
        }
        if is_of_other_module(summary, named) || self.file.is_put_in_place(called) {
            return None;
        }
        let module = self.file.module();
        let functions = self.file.inference_mut().called_functions(module, named);
        let mut start = None;
        for function in functions {
            let inference = self.file.inference_mut();
            let is_it = |known: &&RunFunction| inference.is_defined_as(function, known.definition);
            start = Some(RUN_FUNCTIONS.iter().find(is_it)?);
        }
        start.filter(|start: &&RunFunction| (start.definition == MAKES_START) == maker.is_some())
    }

    /// Returns the call whose result a call calls: `async_to_sync(function)` for
    /// `async_to_sync(function)()`.
    fn call_that_is_called(&self, site: &CallSite) -> Option<CallSite> {
        let summary = self.file.summary();
        let callee = summary.call(site.expression)?.callee;
        summary.call(callee)?;
        Some(self.file.call_at(summary.span(callee))?.site)
    }

    /// Returns the loop start that a call of a function in the file leads to.
    fn start_by_call(
        &mut self,
        site: &CallSite,
        names: &FxHashSet<NameId>,
        starting: &FxHashMap<FunctionId, Start>,
    ) -> Option<Start> {
        let summary = self.file.summary();
        let called = called_name(summary, site)?;
        if !names.contains(&summary.names.find(called)?)
            || !self.may_start(site)
            || summary.replaces(called, site.scope)
        {
            return None;
        }
        let module = self.file.module();
        let is_awaited = site.usage.is_awaited();
        let mut start = None;
        for function in self.file.inference_mut().called_functions(module, site) {
            let known = starting.get(&function.function).filter(|_| function.module == module)?;
            let is_run = summary.function(function.function).is_async == is_awaited;
            start = is_run.then_some(known);
            start?;
        }
        start.cloned()
    }

    /// Returns whether no code around a call expects it to fail, or checks whether a loop is running.
    fn may_start(&self, site: &CallSite) -> bool {
        !site.expects_exception && !site.survives_runtime_error() && !self.file.asks_for_loop_in(site.scope)
    }

    /// Returns the test or fixture that a function is, if it runs on a loop.
    fn in_loop(&mut self, function: FunctionId) -> Option<InLoop> {
        if !self.file.summary().function(function).is_async {
            return None;
        }
        if let Some(known) = self.known.get(&function) {
            return known.clone();
        }
        let found = self.find_in_loop(function);
        self.known.insert(function, found.clone());
        found
    }

    fn find_in_loop(&mut self, function: FunctionId) -> Option<InLoop> {
        let function = FunctionRef { module: self.file.module(), function };
        let inference = self.file.inference_mut();
        inference.begin();
        if let Some(fixture) = inference.fixture_definition(function) {
            return self.fixture_in_loop(&fixture);
        }
        if self.is_awaited_around_tests(function) {
            return Some(InLoop { library: Library::Asyncio, is_certain: true });
        }
        let items = self.file.tests();
        let mut items = items.iter().filter(|item| item.function == function);
        items.find_map(|item| self.test_in_loop(item))
    }

    fn fixture_in_loop(&mut self, fixture: &FixtureDefinition) -> Option<InLoop> {
        let is_alone = self.file.summary().function(fixture.function.function).decorators.len == 1;
        let is_known = matches!(self.settings.asyncio, Installed::Version(_)) && !self.settings.is_incomplete;
        let is_certain = match fixture.maker {
            FixtureMaker::PytestAsyncio => is_known,
            FixtureMaker::Pytest => is_known && self.settings.runs_all_fixtures(),
            FixtureMaker::Other => return None,
        };
        (is_alone && (is_certain || !self.may_be_trio()))
            .then_some(InLoop { library: Library::Asyncio, is_certain })
    }

    /// Returns whether a method is `asyncSetUp` or similar
    /// (docs.python.org/3/library/unittest.html#unittest.IsolatedAsyncioTestCase).
    fn is_awaited_around_tests(&mut self, function: FunctionRef) -> bool {
        let summary = self.file.summary();
        let definition = summary.function(function.function);
        let is_named = named(summary.name(definition.name)).has(Role::AsyncTestCaseMethod);
        let inference = self.file.inference_mut();
        is_named
            && definition.decorators.len == 0
            && inference.class_around(function).is_some_and(|class| {
                inference.inherits(class, "unittest.async_case", "IsolatedAsyncioTestCase")
            })
    }

    fn test_in_loop(&mut self, item: &TestItem) -> Option<InLoop> {
        let marks = self.file.inference_mut().marks_of(item);
        if marks.nearest("xfail").is_some() || marks.nearest("skip").is_some() {
            return None;
        }
        let kind = self.file.inference_mut().function_kind(item.function);
        if !matches!(kind, Some(FunctionKind::Coroutine)) {
            return None;
        }
        let asyncio = |is_certain| Some(InLoop { library: Library::Asyncio, is_certain });
        match self.file.predict(item, self.settings).outcome {
            Outcome::OnLoop { runner: Runner::Anyio, .. } => {
                if self.is_asyncio_backend(item) {
                    asyncio(true)
                } else {
                    None
                }
            }
            Outcome::OnLoop { .. } => asyncio(true),
            Outcome::Unknown(_) if marks.nearest("trio").is_some() => {
                Some(InLoop { library: Library::Trio, is_certain: true })
            }
            Outcome::Unknown(_) if marks.nearest("asyncio").is_some() => asyncio(false),
            Outcome::Unknown(_) if !self.may_be_trio() && !self.may_be_plain_test_case(item) => {
                asyncio(false)
            }
            _ => None,
        }
    }

    /// Returns whether a class around a test has unknown bases. A plain `unittest.TestCase`, which awaits
    /// nothing, may be among them.
    fn may_be_plain_test_case(&mut self, item: &TestItem) -> bool {
        let inference = self.file.inference_mut();
        inference.begin();
        item.classes.iter().any(|class| inference.has_open_order(*class))
    }

    /// Returns whether anyio runs a test on asyncio. Its own fixture provides asyncio among others; a
    /// project fixture must provide nothing else.
    fn is_asyncio_backend(&mut self, item: &TestItem) -> bool {
        let inference = self.file.inference_mut();
        if inference.parameters_of(item).iter().any(|name| name == "anyio_backend") {
            return false;
        }
        let used = inference.fixtures_used_by(item);
        let Some((_, backend)) = used.into_iter().find(|(name, _)| name == "anyio_backend") else {
            return false;
        };
        let Some(backend) = backend else { return true };
        let engine = self.file.engine();
        if engine.module_name(backend.function.module).starts_with("anyio.") {
            return true;
        }
        let summary = engine.summary(backend.function.module);
        let is_asyncio = |value| matches!(value, Expression::String(text) if summary.name(text) == "asyncio");
        let returned = summary.list(summary.function(backend.function.function).returned);
        !returned.is_empty()
            && returned.iter().all(|value| match summary.expression(*value) {
                Expression::Tuple(elements) => {
                    summary.list(elements).first().is_some_and(|first| is_asyncio(summary.expression(*first)))
                }
                value => is_asyncio(value),
            })
    }

    /// Returns whether the file uses event loops of another kind.
    fn may_be_trio(&self) -> bool {
        let names = &self.file.summary().names;
        Role::OtherLoopLibrary.names().iter().any(|name| names.find(name).is_some())
    }
}

/// Returns the names under which a module may call a function that starts a loop: the names of these
/// functions and their import aliases.
fn names_of_starts(summary: &Summary) -> FxHashSet<NameId> {
    let own = RUN_FUNCTIONS.iter().filter_map(|known| summary.names.find(known.called));
    let entries = summary.scope(Summary::MODULE_SCOPE).entries.iter();
    let imported = entries.filter(|entry| {
        summary.bindings_in(**entry).iter().any(|binding| match binding.kind {
            BindingKind::ImportFrom { module, name } => {
                summary.name(name) == "run" && named(summary.name(module)).has(Role::CoroutineRunnerModule)
            }
            _ => false,
        })
    });
    own.chain(imported.map(|entry| entry.name)).collect()
}

/// Returns whether a call is of an imported module that has nothing to do with loops:
/// `subprocess.run(...)`.
fn is_of_other_module(summary: &Summary, site: &CallSite) -> bool {
    let callee = summary.callee_or_itself(site.expression);
    let Some(parts) = summary.dotted_parts(callee) else { return false };
    let [first, _] = parts.as_slice() else { return false };
    let bindings = summary.bindings_of(Summary::MODULE_SCOPE, first);
    bindings.last().is_some_and(|binding| match binding.kind {
        BindingKind::Import { module } => !named(summary.name(module)).has(Role::CoroutineRunnerModule),
        _ => false,
    })
}
