//! Calls that need a running event loop in teardown code, which pytest and unittest call while no loop is
//! running.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_index::call_targets::{ENSURE_FUTURE, LOOP_FUNCTIONS, LoopFunction};
use loopmend_index::calls::called_name;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{ArgumentKind, CallSite, Expression, ExpressionId, FunctionId, Summary};
use loopmend_semantic::File;
use loopmend_semantic::file::{Call, LooplessPlace, call_of};
use loopmend_semantic::infer::{ClassRef, FunctionRef};

use crate::detectors::yields;

/// The kind of teardown code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Teardown {
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
pub(crate) struct TeardownCall {
    /// The call.
    pub(crate) call: Call,
    /// The documented name of the callee.
    pub(crate) name: &'static str,
    /// The teardown code.
    pub(crate) teardown: Teardown,
    /// The calls on the path from there to the enclosing function of the call.
    pub(crate) callers: Vec<Call>,
    /// Whether the call certainly raises.
    pub(crate) is_certain: bool,
}

/// The class of a method that pytest or unittest calls around each test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TestClass {
    /// Its name.
    pub(crate) name: String,
    /// Whether it derives from another class of the project.
    pub(crate) derives: bool,
    /// Whether a class of the project that derives from it has a method of the same name.
    pub(crate) is_overridden: bool,
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

/// Returns the calls in teardown code that need a running event loop, in source order.
pub(crate) fn teardown_calls(file: &mut File) -> Vec<TeardownCall> {
    let names = &file.summary().names;
    let has = |name: &&str| names.find(name).is_some();
    let mut known: Vec<&'static LoopFunction> =
        LOOP_FUNCTIONS.iter().filter(|known| has(&known.called)).collect();
    if has(&ENSURE_FUTURE.called) && !Role::RunsSetLoop.names().iter().any(&has) {
        known.push(ENSURE_FUTURE);
    }
    let tears_down = Role::PytestTeardown.names().iter().chain(Role::TestCaseTeardown.names()).any(&has)
        || FINALIZERS.iter().any(|(name, _)| has(name))
        || has(&"fixture");
    if known.is_empty() || !tears_down || file.may_leave_loop_running() {
        return Vec::new();
    }
    let summary = file.summary();
    let mut found = Vec::new();
    for site in &summary.calls {
        let Some(name) = file.loop_function_called(site, &known) else { continue };
        let is_ensure_future = name == ENSURE_FUTURE.name;
        if is_ensure_future && states_loop(summary, site) {
            continue;
        }
        if let Some((teardown, callers)) = teardown_around(file, site, !is_ensure_future) {
            let is_method = matches!(teardown, Teardown::Method { .. });
            let is_certain = is_method && callers.is_empty() && !is_ensure_future;
            found.push(TeardownCall { call: call_of(summary, site), name, teardown, callers, is_certain });
        }
    }
    found
}

/// The class of the method whose name stands at a place.
pub(crate) fn test_class_of(file: &mut File, name: Span) -> Option<TestClass> {
    let (module, summary) = (file.module(), file.summary());
    let function = summary.function_with_name_end(name.end)?;
    let method = summary.name(summary.function(function).name);
    let inference = file.inference_mut();
    let class = inference.class_around(FunctionRef { module, function })?;
    Some(TestClass {
        name: inference.class_name(class).to_owned(),
        derives: inference.derives_in_project(class),
        is_overridden: inference.is_bound_in_subclass(class, method),
        class,
    })
}

/// `true` if neither a class nor its bases and subclasses in the project bind a name in their bodies.
pub(crate) fn is_free_in(file: &mut File, class: &TestClass, name: &str) -> bool {
    let inference = file.inference_mut();
    !inference.binds_any_in_project(class.class, &[name])
        && !inference.is_bound_in_subclass(class.class, name)
}

/// Returns the teardown code that leads to a call; `follows` states whether callers are followed.
fn teardown_around(file: &mut File, site: &CallSite, follows: bool) -> Option<(Teardown, Vec<Call>)> {
    let function = file.function_around(site.scope)?;
    if let Some(finalizer) = finalizer_of(file, function) {
        return Some((Teardown::Finalizer(finalizer), Vec::new()));
    }
    let (place, callers) = match follows {
        true => file.place_without_loop(site)?,
        false => (file.place_in_tests(function)?, Vec::new()),
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
            let summary = file.summary();
            let fixture = summary.function(file.function_around(first.scope)?);
            let offset = summary.span(first.expression).start;
            let is_behind = fixture.is_generator && yields::yields_before(file, fixture.header, offset);
            is_behind.then_some(Teardown::Fixture(name))
        }
        LooplessPlace::Script | LooplessPlace::Module => None,
    };
    Some((teardown?, callers))
}

/// Returns the function that calls a plain function during teardown.
fn finalizer_of(file: &mut File, function: FunctionId) -> Option<&'static str> {
    let summary = file.summary();
    let definition = summary.function(function);
    if definition.is_async || definition.is_generator || definition.decorators.len > 0 {
        return None;
    }
    let calls = summary.calls.iter().filter_map(|site| {
        let called = called_name(summary, site)?;
        let (_, shown) = FINALIZERS.iter().find(|(name, _)| *name == called)?;
        let first = summary.arguments_of(site.expression)?.first()?;
        let is_given =
            first.kind == ArgumentKind::Positional && is_function(file, first.value, site, function);
        is_given.then_some((*site, *shown))
    });
    let calls: Vec<(CallSite, &'static str)> = calls.collect();
    calls.into_iter().find(|(site, shown)| is_finalizer(file, site, shown)).map(|(_, shown)| shown)
}

/// Returns whether an argument is this function: a lambda, its name, or a method of the same object.
fn is_function(file: &File, argument: ExpressionId, site: &CallSite, function: FunctionId) -> bool {
    let summary = file.summary();
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
            let around = file.function_around(site.scope).and_then(|around| summary.class_of(around));
            name == definition.name
                && Words::OwnObject.has(summary.last_name(value))
                && around.is_some()
                && around == summary.class_of(function)
        }
        _ => false,
    }
}

/// Returns whether a call of such a name is that of pytest or unittest.
fn is_finalizer(file: &mut File, site: &CallSite, shown: &str) -> bool {
    let summary = file.summary();
    let Some(around) = file.function_around(site.scope) else { return false };
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
    Words::OwnObject.has(summary.name(receiver)) && class_with(file, around).is_some()
}

/// Returns the plain test case to which a method belongs.
fn class_with(file: &mut File, function: FunctionId) -> Option<ClassRef> {
    let function = FunctionRef { module: file.module(), function };
    let inference = file.inference_mut();
    let class = inference.class_around(function)?;
    let is_plain = inference.is_plain_class(class)
        && inference.is_plain_test_case(class)
        && inference.inherits(class, "unittest.case", "TestCase");
    is_plain.then_some(class)
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
