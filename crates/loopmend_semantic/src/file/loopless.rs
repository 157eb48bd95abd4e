//! Calls that need a running event loop, at places where none is running.

use std::cell::{OnceCell, RefCell};

use loopmend_catalog::{Role, Roles, Words, named};
use loopmend_core::SourceKind;
use loopmend_index::call_targets::{LOOP_FUNCTIONS, LoopFunction};
use loopmend_index::calls::called_name;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{CallSite, FunctionId, ScopeId, ScopeKind, Summary, Usage};
use loopmend_index::test_files::{is_collected, is_test_file};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::file::{Call, File, call_of};
use crate::infer::FunctionRef;
use crate::suite::collect::{is_told_off, states_no_test};

/// The line that begins the requirements of a script (peps.python.org/pep-0723).
const SCRIPT_REQUIREMENTS: &str = "# /// script";

/// The maximum depth to which callers are followed.
const DEEPEST_CALLER: usize = 4;

/// A call that needs a running event loop, at a place where none is running.
#[derive(Clone, Debug)]
pub struct LooplessCall {
    /// The call.
    pub call: Call,
    /// The documented name of the callee.
    pub name: &'static str,
    /// The entry point of the code.
    pub place: LooplessPlace,
    /// The calls on the way to this call: the call of the enclosing function, then the call of its caller,
    /// and so on.
    pub callers: Vec<Call>,
}

/// An entry point that runs without an event loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LooplessPlace {
    /// The block `if __name__ == "__main__":`.
    Script,
    /// The top level of a module. The importing code may run a loop.
    Module,
    /// A plain test, or a method that a test class runs around its tests.
    Test {
        /// The qualified name: `TestUser.setup_method`.
        name: String,
        /// The method that runs in the event loop instead, if the class has one.
        in_loop: Option<&'static str>,
    },
    /// A plain pytest fixture, with its name. A caller of `getfixturevalue` may run a loop.
    Fixture(String),
}

/// The answers about a file that are needed for each call of a function that needs a running loop.
#[derive(Default)]
pub(super) struct LooplessAnswers {
    asking: OnceCell<AskingScopes>,
    /// For each name of a function: `true` if the file may replace the function.
    put_in_place: RefCell<FxHashMap<String, bool>>,
}

/// The scopes with a call that asks for the running loop.
struct AskingScopes {
    anywhere: FxHashSet<ScopeId>,
    /// Those in which the call is in a `try` that catches its `RuntimeError`.
    in_try: FxHashSet<ScopeId>,
}

/// Returns the functions that need a running event loop and whose names a module has.
pub(crate) fn list_loop_functions(summary: &Summary) -> Vec<&'static LoopFunction> {
    LOOP_FUNCTIONS.iter().filter(|known| summary.names.find(known.called).is_some()).collect()
}

impl<'e> File<'e> {
    /// Returns the calls that raise because no event loop is running, in source order. Skips calls where a
    /// `RuntimeError` is expected, and callees that the file replaces.
    pub fn loopless_calls(&mut self) -> Vec<LooplessCall> {
        let summary = self.summary();
        let functions = list_loop_functions(summary);
        if self.may_leave_loop_running() {
            return Vec::new();
        }
        let mut found = if functions.is_empty() { Vec::new() } else { self.loopless_calls_of(&functions) };
        found.extend(self.loopless_calls_of_libraries());
        found.sort_by_key(|call| call.call.span.start);
        found.dedup_by_key(|call| call.call.span);
        found
    }

    /// Returns the calls of libraries that need a running event loop, at places where none is running.
    fn loopless_calls_of_libraries(&mut self) -> Vec<LooplessCall> {
        let summary = self.summary();
        let mut found = Vec::new();
        for site in summary.calls_named(Role::NeedsRunningLoop.names().iter().copied()) {
            if site.catches_runtime_error || !self.may_be_loopless(site) {
                continue;
            }
            let Some(known) = self.documented_callee(site).and_then(|callee| callee.entry()) else {
                continue;
            };
            if known.roles.has(Role::NeedsRunningLoop)
                && !known.name.starts_with("asyncio.")
                && !(self.is_in_tests()
                    && called_name(summary, site).is_some_and(|called| self.is_put_in_place(called)))
                && let Some((place, callers)) = self.place_without_loop(site)
            {
                found.push(LooplessCall { call: call_of(summary, site), name: &known.name, place, callers });
            }
        }
        found
    }

    /// Returns the calls of some functions at places where no event loop is running, in source order.
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

    /// Returns whether the file may set a running loop, or uses a library that leaves one running between
    /// calls (playwright.dev/python/docs/library: its sync API).
    pub fn may_leave_loop_running(&self) -> bool {
        let names = &self.summary().names;
        names.find("_set_running_loop").is_some() || names.find("playwright.sync_api").is_some()
    }

    /// Returns which of some functions a call calls, without a loop argument, where no code expects that no
    /// loop is running.
    pub fn loop_function_called(
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

    /// Returns why no loop is running at a call, and the calls that lead there.
    pub fn place_without_loop(&mut self, site: &CallSite) -> Option<(LooplessPlace, Vec<Call>)> {
        self.loopless_place(site, DEEPEST_CALLER)
    }

    /// Returns whether a call is in a plain function or outside of all functions, and no code around it
    /// expects that no loop is running.
    fn may_be_loopless(&self, site: &CallSite) -> bool {
        let summary = self.summary();
        let asking = self.loopless_answers.asking.get_or_init(|| asking_scopes(summary));
        // In one `try`, whose handler runs without a loop.
        let fails_in_try = site.catches_runtime_error && asking.in_try.contains(&site.scope);
        !site.expects_exception
            && !site.expects_runtime_error
            && self.function_around(site.scope).is_none_or(|function| !summary.function(function).is_async)
            && !fails_in_try
            && !asking.anywhere.contains(&site.scope)
    }

    /// Returns whether the file may replace a function, because a string contains its name.
    pub(crate) fn is_put_in_place(&self, called: &str) -> bool {
        let mut known = self.loopless_answers.put_in_place.borrow_mut();
        *known.entry(called.to_owned()).or_insert_with(|| puts_in_place(self.text(), called))
    }

    /// Returns which of some functions is called.
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

    /// Returns the function whose body contains a scope. A class body runs with the enclosing code.
    pub fn function_around(&self, scope: ScopeId) -> Option<FunctionId> {
        self.summary().function_around(scope)
    }

    /// Returns why no loop is running at a call, and the calls that lead there.
    fn loopless_place(&mut self, site: &CallSite, deepest: usize) -> Option<(LooplessPlace, Vec<Call>)> {
        let Some(function) = self.function_around(site.scope) else {
            let place = if site.is_in_script { LooplessPlace::Script } else { LooplessPlace::Module };
            let is_notebook = self.loaded().source.as_ref()?.kind == SourceKind::Notebook;
            let may_run_in_loop = is_notebook || !site.is_in_script && self.is_imported_in_loop();
            return (!may_run_in_loop).then_some((place, Vec::new()));
        };
        if self.summary().enclosing_function(site.scope).is_some()
            && let Some(place) = self.place_in_tests(function)
        {
            return Some((place, Vec::new()));
        }
        if deepest == 0 { None } else { self.loopless_caller(function, deepest) }
    }

    /// Returns why no loop is running in a function, and the calls that lead there. The function must be
    /// called only in this file, and never where a loop may be running.
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

    /// Returns why no loop is running in a function that pytest or unittest calls.
    pub fn place_in_tests(&mut self, function: FunctionId) -> Option<LooplessPlace> {
        let summary = self.summary();
        let definition = summary.function(function);
        let name = summary.name(definition.name);
        let scope = definition.scope;
        if is_fixture(summary, function) {
            let [decorator] = summary.list(definition.decorators) else { return None };
            let decorator = summary.dotted_name(summary.callee_or_itself(*decorator))?;
            let is_of_pytest = decorator.strip_prefix("pytest.").unwrap_or(&decorator) == "fixture";
            return is_of_pytest.then(|| LooplessPlace::Fixture(name.to_owned()));
        }
        let mut decorators = summary.list(definition.decorators).iter();
        let is_left_as_it_is = decorators.all(|decorator| {
            summary.is_mark(*decorator) || summary.last_roles(*decorator).has(Role::PlainBinding)
        });
        if definition.is_generator || !is_left_as_it_is {
            return None;
        }
        let in_loop = match summary.scope(summary.scope_around(scope)).kind {
            ScopeKind::Module => {
                let is_run = is_test_file(self.path()) && is_run_by_pytest(name, true);
                (is_run && !self.is_told_off() && !is_told_off(summary, name)).then_some(None)
            }
            ScopeKind::Class(_) => self.method_run_by_tests(function, name),
            ScopeKind::Function(_) => None,
        }?;
        Some(LooplessPlace::Test { name: summary.qualified_name(scope), in_loop })
    }

    /// Returns the method that runs in the loop instead, if there is one, for a method that pytest or
    /// unittest calls without a running loop. Returns `None` for any other method.
    fn method_run_by_tests(&mut self, function: FunctionId, name: &str) -> Option<Option<&'static str>> {
        let function = FunctionRef { module: self.module(), function };
        let is_pytest_file = is_test_file(self.path());
        let inference = self.inference_mut();
        let class = inference.class_around(function)?;
        if !inference.is_plain_class(class)
            || inference.states_no_test(class)
            || inference.binds_any_in_project(class, Role::MayRunTests.names())
        {
            return None;
        }
        if inference.inherits(class, "unittest.case", "TestCase") {
            let is_isolated = inference.inherits(class, "unittest.async_case", "IsolatedAsyncioTestCase");
            let in_loop = match name {
                "setUp" => Some("asyncSetUp"),
                "tearDown" => Some("asyncTearDown"),
                name if named(name).has(Role::ClassFixtureMethod) => None,
                name if name.starts_with("test") => None,
                _ => return None,
            };
            return Some(in_loop.filter(|_| is_isolated));
        }
        let is_test_class = is_pytest_file && inference.class_name(class).starts_with("Test");
        let is_run = is_test_class && (is_run_by_pytest(name, false) || self.calls_as_nose(class, name));
        is_run.then_some(None)
    }

    /// Returns whether the file belongs to tests.
    pub fn is_in_tests(&self) -> bool {
        self.is_in_tests
    }

    /// Returns whether the file has the name of a file of tests, and states that it has none: `__test__ = False`.
    pub fn is_told_off(&self) -> bool {
        is_test_file(self.path()) && states_no_test(self.summary(), Summary::MODULE_SCOPE)
    }

    /// Returns whether the file says nothing about this state of the project: it is a script with requirements of its own (PEP 723), states that
    /// it has no tests, skips itself when pytest imports it, or nothing runs it.
    pub fn is_apart(&mut self) -> bool {
        if self.is_told_off() || self.is_never_run() {
            return true;
        }
        let summary = self.summary();
        let skips = |site: &CallSite| {
            let roles = summary.last_roles(site.expression);
            let is_statement = site.scope == Summary::MODULE_SCOPE && site.usage == Usage::Dropped;
            let is_always = is_statement && site.branches == 0;
            is_always && roles.has(Role::LeavesTest) && roles.has(Role::NeverReturns)
        };
        self.text().lines().any(|line| line.starts_with(SCRIPT_REQUIREMENTS))
            || summary.calls.iter().any(skips)
    }

    /// Returns whether pytest collects tests or fixtures from the file, according to its name.
    pub fn is_collected(&self) -> bool {
        is_collected(self.path())
    }

    /// Returns whether the file belongs to examples or a command-line program, according to its name or the
    /// names of its parent directories.
    pub fn has_loop_to_itself(&self) -> bool {
        self.path().split(['/', '\\']).any(|part| {
            part == "__main__.py" || Words::StandaloneDirectories.has(part.trim_start_matches('_'))
        })
    }

    /// Returns whether the file belongs to examples, according to the names of its parent directories.
    pub(super) fn is_of_examples(&self) -> bool {
        let mut directories = self.path().split(['/', '\\']).rev().skip(1);
        directories.any(|part| Words::Demonstrations.has(part.trim_start_matches('_')))
    }

    /// Returns the path of the file, with slashes.
    pub fn path(&self) -> &str {
        self.engine().project().files().get(self.module().index()).map_or("", |file| &file.display)
    }
}

fn asking_scopes(summary: &Summary) -> AskingScopes {
    let scopes = |asks: &dyn Fn(&CallSite, Roles) -> bool| {
        let calls = summary.calls.iter().filter(|call| asks(call, named(called_name(summary, call))));
        calls.map(|call| call.scope).collect()
    };
    AskingScopes {
        anywhere: scopes(&|_, roles| roles.has(Role::ChecksRunningLoop)),
        in_try: scopes(&|call, roles| call.catches_runtime_error && roles.has(Role::RaisesWithoutLoop)),
    }
}

/// Returns whether a text contains a quoted name that ends with this one, by which it may be replaced.
pub fn puts_in_place(text: &str, called: &str) -> bool {
    ['"', '\''].iter().any(|quote| text.contains(&format!("{called}{quote}")))
}

/// Returns whether pytest calls a function of this name, at the top level of a module or in a class
/// (docs.pytest.org/en/stable/how-to/xunit_setup.html).
fn is_run_by_pytest(name: &str, is_top_level: bool) -> bool {
    let around = if is_top_level { Role::XunitFunction } else { Role::XunitMethod };
    name.starts_with("test") || named(name).has(around)
}
