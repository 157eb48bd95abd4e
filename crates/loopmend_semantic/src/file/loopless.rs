//! Calls that need a running event loop, where none runs.

use loopmend_core::SourceKind;

use super::slot_call::last_name;
use crate::file::{Call, File, call_of};
use crate::infer::{FunctionRef, is_fixture};
use crate::summary::{CallSite, FunctionId, ScopeId, ScopeKind, Summary};

/// A function that raises a `RuntimeError` where no event loop runs.
pub(crate) struct LoopFunction {
    /// The module and qualified name.
    definition: &'static str,
    /// The documented name.
    pub(crate) name: &'static str,
    /// The last part of that.
    pub(crate) called: &'static str,
    /// Whether an argument makes a running loop needless.
    takes_loop: bool,
}

pub(super) const fn needs_loop(
    definition: &'static str,
    name: &'static str,
    called: &'static str,
    takes_loop: bool,
) -> LoopFunction {
    LoopFunction { definition, name, called, takes_loop }
}

/// It takes a loop that is set and does not run, too (docs.python.org/3/library/asyncio-future.html#asyncio.ensure_future).
pub(crate) const ENSURE_FUTURE: &LoopFunction =
    &needs_loop("asyncio.tasks.ensure_future", "asyncio.ensure_future", "ensure_future", false);

/// The functions that ask for the running event loop before anything else. `asyncio.ensure_future` and `asyncio.gather` do
/// not: before Python 3.14 they make do with a loop that is only set.
pub(crate) const LOOP_FUNCTIONS: &[LoopFunction] = &[
    // docs.python.org/3/library/asyncio-task.html#creating-tasks
    needs_loop("asyncio.tasks.create_task", "asyncio.create_task", "create_task", false),
    // docs.python.org/3/library/asyncio-eventloop.html#asyncio.get_running_loop
    needs_loop("_asyncio.get_running_loop", "asyncio.get_running_loop", "get_running_loop", false),
    needs_loop("asyncio.events.get_running_loop", "asyncio.get_running_loop", "get_running_loop", false),
    // docs.python.org/3/library/asyncio-task.html#introspection
    needs_loop("_asyncio.current_task", "asyncio.current_task", "current_task", true),
    needs_loop("asyncio.tasks.current_task", "asyncio.current_task", "current_task", true),
    needs_loop("asyncio.tasks.all_tasks", "asyncio.all_tasks", "all_tasks", true),
];

/// Callers are followed so far.
const DEEPEST_CALLER: usize = 4;

/// What a test case of the project has that may run its tests in another way.
const RUNNERS: &[&str] = &["__call__", "__getattribute__", "_callSetUp", "_callTestMethod", "debug", "run"];

/// A call that needs a running event loop, and stands where none runs.
#[derive(Clone, Debug)]
pub struct LooplessCall {
    /// The call.
    pub call: Call,
    /// What is called, by its documented name.
    pub name: &'static str,
    /// Where it all begins.
    pub place: LooplessPlace,
    /// The call of the function around, that of the function around that, and so on.
    pub callers: Vec<Call>,
}

/// A place that no event loop runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LooplessPlace {
    /// `if __name__ == "__main__":`.
    Script,
    /// The top of a module. What imports it may run a loop.
    Module,
    /// A plain test, or what a test class runs around its tests; the qualified name.
    Test {
        /// `TestUser.setup_method`.
        name: String,
        /// What runs in the loop in its place, if the class has such a thing.
        in_loop: Option<&'static str>,
    },
    /// A plain fixture of pytest, with its name. What asks for it by `getfixturevalue` may run a loop.
    Fixture(String),
}

impl<'e> File<'e> {
    /// The calls that raise because no event loop runs where they stand, in source order. Nothing is said where a
    /// `RuntimeError` is expected, and of what the file puts something else for.
    pub fn loopless_calls(&mut self) -> Vec<LooplessCall> {
        let summary = self.summary();
        let functions = LOOP_FUNCTIONS.iter().filter(|known| summary.names.find(known.called).is_some());
        let functions: Vec<&'static LoopFunction> = functions.collect();
        if functions.is_empty() || self.may_leave_loop_running() {
            return Vec::new();
        }
        self.loopless_calls_of(&functions)
    }

    /// The calls of some functions that stand where no event loop runs, in source order.
    pub(super) fn loopless_calls_of(&mut self, functions: &[&'static LoopFunction]) -> Vec<LooplessCall> {
        let summary = self.summary();
        let mut found = Vec::new();
        for site in &summary.calls {
            if let Some(name) = self.loop_function_called(site, functions)
                && let Some((place, callers)) = self.place_without_loop(site)
            {
                found.push(LooplessCall { call: call_of(summary, site), name, place, callers });
            }
        }
        found
    }

    /// Whether the file may set a running loop, or uses what leaves one running between its calls
    /// (playwright.dev/python/docs/library: its synchronous interface).
    pub(crate) fn may_leave_loop_running(&self) -> bool {
        let names = &self.summary().names;
        names.find("_set_running_loop").is_some() || names.find("playwright.sync_api").is_some()
    }

    /// Which of some functions a call calls, without a loop of its own, where nothing expects that no loop runs.
    pub(crate) fn loop_function_called(
        &mut self,
        site: &CallSite,
        functions: &[&'static LoopFunction],
    ) -> Option<&'static str> {
        let summary = self.summary();
        let called = called_name(summary, site)?;
        let mut known = functions.iter().filter(|known| known.called == called).peekable();
        if known.peek().is_none() || !self.may_be_loopless(site) || self.is_put_in_place(called) {
            return None;
        }
        let has_arguments = summary.arguments_of(site.expression).is_some_and(|given| !given.is_empty());
        let known: Vec<_> = known.filter(|known| !(known.takes_loop && has_arguments)).collect();
        self.loop_function(site, &known)
    }

    /// Why no loop runs where a call stands, and the calls that lead there.
    pub(crate) fn place_without_loop(&mut self, site: &CallSite) -> Option<(LooplessPlace, Vec<Call>)> {
        self.loopless_place(site, DEEPEST_CALLER)
    }

    /// Whether a call stands in a plain function or outside of all, and nothing around it expects that no loop runs.
    fn may_be_loopless(&self, site: &CallSite) -> bool {
        let summary = self.summary();
        let asks = |other: &CallSite| {
            other.scope == site.scope
                && match called_name(summary, other) {
                    Some("is_running" | "_get_running_loop") => true,
                    // In one `try`, whose handler runs without a loop.
                    Some("current_task" | "get_event_loop" | "get_running_loop") => {
                        other.catches_runtime_error && site.catches_runtime_error
                    }
                    _ => false,
                }
        };
        !site.expects_exception
            && !site.expects_runtime_error
            && self.function_around(site.scope).is_none_or(|function| !summary.function(function).is_async)
            && !summary.calls.iter().any(asks)
    }

    /// Whether the file may put something else for a function: it has its name in a text.
    pub(crate) fn is_put_in_place(&self, called: &str) -> bool {
        puts_in_place(self.text(), called)
    }

    /// Which of some functions is called.
    fn loop_function(&mut self, site: &CallSite, known: &[&&'static LoopFunction]) -> Option<&'static str> {
        if known.is_empty() {
            return None;
        }
        let module = self.module();
        let mut name = None;
        for function in self.inference_mut().called_functions(module, site) {
            let path = self.inference_mut().path_of_function(function);
            name = Some(known.iter().find(|known| known.definition == path)?.name);
        }
        name
    }

    /// The function whose body a scope stands in; class bodies run with what is around them.
    pub(crate) fn function_around(&self, scope: ScopeId) -> Option<FunctionId> {
        self.summary().function_around(scope)
    }

    /// Why no loop runs where a call stands, and the calls that lead there.
    fn loopless_place(&mut self, site: &CallSite, deepest: usize) -> Option<(LooplessPlace, Vec<Call>)> {
        let Some(function) = self.function_around(site.scope) else {
            let place = if site.is_in_script { LooplessPlace::Script } else { LooplessPlace::Module };
            let is_notebook = self.loaded().source.as_ref()?.kind == SourceKind::Notebook;
            return (!is_notebook).then_some((place, Vec::new()));
        };
        if self.summary().enclosing_function(site.scope).is_some()
            && let Some(place) = self.place_in_tests(function)
        {
            return Some((place, Vec::new()));
        }
        if deepest == 0 { None } else { self.loopless_caller(function, deepest) }
    }

    /// The same of a function that is called in this file only, and nowhere where a loop may run.
    fn loopless_caller(
        &mut self,
        function: FunctionId,
        deepest: usize,
    ) -> Option<(LooplessPlace, Vec<Call>)> {
        let module = self.module();
        let callers = self.inference_mut().known_callers(FunctionRef { module, function })?;
        let summary = self.summary();
        let mut found = None;
        for (calling, place) in callers {
            let site = *summary.calls.get(place as usize).filter(|_| calling == module)?;
            let is_own = self.function_around(site.scope) == Some(function);
            if is_own || !self.may_be_loopless(&site) {
                return None;
            }
            let (place, mut callers) = self.loopless_place(&site, deepest - 1)?;
            callers.insert(0, call_of(summary, &site));
            found.get_or_insert((place, callers));
        }
        found
    }

    /// Why no loop runs in a function that pytest or unittest runs.
    pub(crate) fn place_in_tests(&mut self, function: FunctionId) -> Option<LooplessPlace> {
        let summary = self.summary();
        let definition = summary.function(function);
        let name = summary.name(definition.name);
        let scope = definition.scope;
        if is_fixture(summary, function) {
            let [decorator] = summary.list(definition.decorators) else { return None };
            let decorator = summary.dotted_name(summary.callee_or_itself(*decorator))?;
            let is_of_pytest = matches!(decorator.as_str(), "pytest.fixture" | "fixture");
            return is_of_pytest.then(|| LooplessPlace::Fixture(name.to_owned()));
        }
        let mut decorators = summary.list(definition.decorators).iter();
        let is_left_as_it_is = decorators.all(|decorator| {
            summary.is_mark(*decorator)
                || matches!(summary.last_name(*decorator), Some("classmethod" | "staticmethod"))
        });
        if definition.is_generator || !is_left_as_it_is {
            return None;
        }
        let in_loop = match summary.scope(summary.scope_around(scope)).kind {
            ScopeKind::Module => (is_test_file(self.path()) && is_run_by_pytest(name, true)).then_some(None),
            ScopeKind::Class(_) => self.method_run_by_tests(function, name),
            ScopeKind::Function(_) => None,
        }?;
        Some(LooplessPlace::Test { name: summary.qualified_name(scope), in_loop })
    }

    /// Whether a method is run by pytest or unittest, outside of any loop; and then what runs in the loop in its place.
    fn method_run_by_tests(&mut self, function: FunctionId, name: &str) -> Option<Option<&'static str>> {
        let function = FunctionRef { module: self.module(), function };
        let is_pytest_file = is_test_file(self.path());
        let inference = self.inference_mut();
        let class = inference.class_around(function)?;
        if !inference.is_plain_class(class) || inference.binds_any_in_project(class, RUNNERS) {
            return None;
        }
        if inference.inherits(class, "unittest.case", "TestCase") {
            let is_isolated = inference.inherits(class, "unittest.async_case", "IsolatedAsyncioTestCase");
            let in_loop = match name {
                "setUp" => Some("asyncSetUp"),
                "tearDown" => Some("asyncTearDown"),
                "setUpClass" | "tearDownClass" => None,
                name if name.starts_with("test") => None,
                _ => return None,
            };
            return Some(in_loop.filter(|_| is_isolated));
        }
        let is_test_class = is_pytest_file && inference.class_name(class).starts_with("Test");
        let is_run = is_test_class && (is_run_by_pytest(name, false) || self.calls_as_nose(class, name));
        is_run.then_some(None)
    }

    /// Whether the file belongs to tests, by its name or by that of a directory around it.
    pub(crate) fn is_in_tests(&self) -> bool {
        let mut parts = self.path().split(['/', '\\']).peekable();
        while let Some(part) = parts.next() {
            let is_file = parts.peek().is_none();
            if is_file && (is_test_file(part) || part == "conftest.py")
                || !is_file && matches!(part, "test" | "tests" | "_tests" | "testing")
            {
                return true;
            }
        }
        false
    }

    /// Whether pytest collects tests or fixtures from the file, by its name.
    pub(super) fn is_collected(&self) -> bool {
        let path = self.path();
        is_test_file(path) || path.rsplit(['/', '\\']).next() == Some("conftest.py")
    }

    /// Whether the file belongs to examples or to a command line, by its name or by that of a directory around it.
    pub(crate) fn has_loop_to_itself(&self) -> bool {
        self.path().split(['/', '\\']).any(|part| {
            part == "__main__.py"
                || matches!(
                    part.trim_start_matches('_'),
                    "examples"
                        | "example"
                        | "samples"
                        | "demo"
                        | "demos"
                        | "cli"
                        | "cli.py"
                        | "scripts"
                        | "benchmarks"
                        | "docs"
                )
        })
    }

    /// The path of the file, with slashes.
    fn path(&self) -> &str {
        self.engine().project().files().get(self.module().index()).map_or("", |file| &file.display)
    }
}

/// Whether a text has a name that ends with this one in quotes, by which something else may be put for it.
pub(crate) fn puts_in_place(text: &str, called: &str) -> bool {
    ['"', '\''].iter().any(|quote| text.contains(&format!("{called}{quote}")))
}

/// The name or last attribute that is called.
pub(crate) fn called_name<'s>(summary: &'s Summary, site: &CallSite) -> Option<&'s str> {
    let name = last_name(summary, summary.call(site.expression)?.callee)?;
    Some(summary.name(name))
}

/// Whether pytest collects the tests of a file (docs.pytest.org/en/stable/explanation/goodpractices.html#test-discovery).
pub(super) fn is_test_file(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.starts_with("test_") && name.ends_with(".py") || name.ends_with("_test.py")
}

/// Whether pytest runs a function of this name, at the top of a module or in a class
/// (docs.pytest.org/en/stable/how-to/xunit_setup.html).
fn is_run_by_pytest(name: &str, is_top_level: bool) -> bool {
    let around = match is_top_level {
        true => ["setup_module", "teardown_module", "setup_function", "teardown_function"],
        false => ["setup_method", "teardown_method", "setup_class", "teardown_class"],
    };
    name.starts_with("test") || around.contains(&name)
}
