//! Calls that need a running event loop in teardown code, which pytest and unittest call while no loop is
//! running.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_index::call_targets::{ENSURE_FUTURE, LOOP_FUNCTIONS, LoopFunction};
use loopmend_index::calls::called_name;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{ArgumentKind, CallSite, Expression, ExpressionId, FunctionId, Summary};

use crate::file::{Call, File, LooplessPlace, call_of};
use crate::infer::{ClassRef, FunctionRef};

/// The kind of teardown code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Teardown {
    /// A teardown method or function of a test case, a test class or a module.
    Method {
        /// The qualified name: `TestUser.tearDown`.
        name: String,
        /// The method that runs in the event loop instead, if the class has one.
        in_loop: Option<&'static str>,
        /// Whether `unittest` calls it.
        is_of_test_case: bool,
    },
    /// The code after the `yield` of the plain fixture with this name.
    Fixture(String),
    /// A finalizer registered with the function of this name: `request.addfinalizer`.
    Finalizer(&'static str),
}

/// A call that cannot create a task, because no event loop is running during teardown.
#[derive(Clone, Debug)]
pub struct TeardownCall {
    /// The call.
    pub call: Call,
    /// The documented name of the callee.
    pub name: &'static str,
    /// The teardown code.
    pub teardown: Teardown,
    /// The calls on the path from there to the enclosing function of the call.
    pub callers: Vec<Call>,
    /// Whether the call certainly raises.
    pub is_certain: bool,
}

/// The class of a method that pytest or unittest calls around each test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestClass {
    /// Its name.
    pub name: String,
    /// Whether it derives from another class of the project.
    pub derives: bool,
    /// Whether a class of the project that derives from it has a method of the same name.
    pub is_overridden: bool,
    class: ClassRef,
}

/// The functions that call their argument during teardown, by name and with the displayed name.
const FINALIZERS: [(&str, &str); 4] = [
    // docs.pytest.org/en/stable/how-to/fixtures.html#adding-finalizers-directly
    ("addfinalizer", "request.addfinalizer"),
    // docs.python.org/3/library/unittest.html#unittest.TestCase.addCleanup
    ("addCleanup", "addCleanup"),
    ("addClassCleanup", "addClassCleanup"),
    ("addModuleCleanup", "addModuleCleanup"),
];

impl File<'_> {
    /// Returns the calls in teardown code that need a running event loop, in source order.
    pub fn teardown_calls(&mut self) -> Vec<TeardownCall> {
        let names = &self.summary().names;
        let has = |name: &&str| names.find(name).is_some();
        let mut known: Vec<&'static LoopFunction> =
            LOOP_FUNCTIONS.iter().filter(|known| has(&known.called)).collect();
        if has(&ENSURE_FUTURE.called) && !Role::RunsSetLoop.names().iter().any(&has) {
            known.push(ENSURE_FUTURE);
        }
        let tears_down = Role::PytestTeardown.names().iter().chain(Role::TestCaseTeardown.names()).any(&has)
            || FINALIZERS.iter().any(|(name, _)| has(name))
            || has(&"fixture");
        if known.is_empty() || !tears_down || self.may_leave_loop_running() {
            return Vec::new();
        }
        let summary = self.summary();
        let mut found = Vec::new();
        for site in &summary.calls {
            let Some(name) = self.loop_function_called(site, &known) else { continue };
            let is_ensure_future = name == ENSURE_FUTURE.name;
            if is_ensure_future && states_loop(summary, site) {
                continue;
            }
            if let Some((teardown, callers)) = self.teardown_around(site, !is_ensure_future) {
                let is_method = matches!(teardown, Teardown::Method { .. });
                let is_certain = is_method && callers.is_empty() && !is_ensure_future;
                found.push(TeardownCall {
                    call: call_of(summary, site),
                    name,
                    teardown,
                    callers,
                    is_certain,
                });
            }
        }
        found
    }

    /// The class of the method whose name stands at a place.
    pub fn test_class_of(&mut self, name: Span) -> Option<TestClass> {
        let (module, summary) = (self.module(), self.summary());
        let function = summary.function_with_name_end(name.end)?;
        let method = summary.name(summary.function(function).name);
        let inference = self.inference_mut();
        let class = inference.class_around(FunctionRef { module, function })?;
        Some(TestClass {
            name: inference.class_name(class).to_owned(),
            derives: inference.derives_in_project(class),
            is_overridden: inference.is_bound_in_subclass(class, method),
            class,
        })
    }

    /// `true` if neither a class nor its bases and subclasses in the project bind a name in their bodies.
    pub fn is_free_in(&mut self, class: &TestClass, name: &str) -> bool {
        let inference = self.inference_mut();
        !inference.binds_any_in_project(class.class, &[name])
            && !inference.is_bound_in_subclass(class.class, name)
    }

    /// Returns the teardown code that leads to a call; `follows` states whether callers are followed.
    fn teardown_around(&mut self, site: &CallSite, follows: bool) -> Option<(Teardown, Vec<Call>)> {
        let function = self.function_around(site.scope)?;
        if let Some(finalizer) = self.finalizer_of(function) {
            return Some((Teardown::Finalizer(finalizer), Vec::new()));
        }
        let (place, callers) = match follows {
            true => self.place_without_loop(site)?,
            false => (self.place_in_tests(function)?, Vec::new()),
        };
        let first = callers.last().map_or(*site, |call| call.site);
        let teardown = match place {
            LooplessPlace::Test { name, in_loop } => {
                let last = name.rsplit('.').next().unwrap_or_default();
                let is_of_test_case = named(last).has(Role::TestCaseTeardown);
                let is_teardown = is_of_test_case || named(last).has(Role::PytestTeardown);
                is_teardown.then_some(Teardown::Method { name, in_loop, is_of_test_case })
            }
            LooplessPlace::Fixture(name) => {
                let summary = self.summary();
                let fixture = summary.function(self.function_around(first.scope)?);
                let offset = summary.span(first.expression).start;
                let is_behind = fixture.is_generator && self.yields_before(fixture.header, offset);
                is_behind.then_some(Teardown::Fixture(name))
            }
            LooplessPlace::Script | LooplessPlace::Module => None,
        };
        Some((teardown?, callers))
    }

    /// Returns the function that calls a plain function during teardown.
    fn finalizer_of(&mut self, function: FunctionId) -> Option<&'static str> {
        let summary = self.summary();
        let definition = summary.function(function);
        if definition.is_async || definition.is_generator || definition.decorators.len > 0 {
            return None;
        }
        let calls = summary.calls.iter().filter_map(|site| {
            let called = called_name(summary, site)?;
            let (_, shown) = FINALIZERS.iter().find(|(name, _)| *name == called)?;
            let first = summary.arguments_of(site.expression)?.first()?;
            let is_given =
                first.kind == ArgumentKind::Positional && self.is_function(first.value, site, function);
            is_given.then_some((*site, *shown))
        });
        let calls: Vec<(CallSite, &'static str)> = calls.collect();
        calls.into_iter().find(|(site, shown)| self.is_finalizer(site, shown)).map(|(_, shown)| shown)
    }

    /// Returns whether an argument is this function: a lambda, its name, or a method of the same object.
    fn is_function(&self, argument: ExpressionId, site: &CallSite, function: FunctionId) -> bool {
        let summary = self.summary();
        let definition = summary.function(function);
        match summary.expression(argument) {
            Expression::Lambda(lambda) => lambda == function,
            Expression::Name(name) => {
                let around = summary.scope(definition.scope).parent;
                name == definition.name
                    && summary.class_of(function).is_none()
                    && around.is_some_and(|around| summary.is_inside(site.scope, around))
            }
            Expression::Attribute { value, name } => {
                let around = self.function_around(site.scope).and_then(|around| summary.class_of(around));
                name == definition.name
                    && Words::OwnObject.has(summary.last_name(value))
                    && around.is_some()
                    && around == summary.class_of(function)
            }
            _ => false,
        }
    }

    /// Returns whether a call of such a name is that of pytest or unittest.
    fn is_finalizer(&mut self, site: &CallSite, shown: &str) -> bool {
        let summary = self.summary();
        let Some(around) = self.function_around(site.scope) else { return false };
        let Some((receiver, _)) = summary.method_call(site.expression) else { return false };
        let Expression::Name(receiver) = summary.expression(receiver) else { return false };
        if shown == "request.addfinalizer" {
            let name = summary.name(summary.function(around).name);
            return summary.name(receiver) == "request"
                && summary.function(around).has_parameter(receiver)
                && (is_fixture(summary, around) || name.starts_with("test"));
        }
        if summary.name(receiver) == "unittest" {
            return shown == "addModuleCleanup";
        }
        Words::OwnObject.has(summary.name(receiver)) && self.class_with(around).is_some()
    }

    /// Returns the plain test case to which a method belongs.
    fn class_with(&mut self, function: FunctionId) -> Option<ClassRef> {
        let function = FunctionRef { module: self.module(), function };
        let inference = self.inference_mut();
        let class = inference.class_around(function)?;
        let is_plain = inference.is_plain_class(class)
            && inference.is_plain_test_case(class)
            && inference.inherits(class, "unittest.case", "TestCase");
        is_plain.then_some(class)
    }
}

/// Returns whether a call states its loop.
fn states_loop(summary: &Summary, site: &CallSite) -> bool {
    let arguments = summary.arguments_of(site.expression).unwrap_or_default();
    arguments.iter().any(|argument| match argument.kind {
        ArgumentKind::Keyword(name) => summary.name(name) == "loop",
        ArgumentKind::DoubleStarred => true,
        ArgumentKind::Positional | ArgumentKind::Starred => false,
    })
}
