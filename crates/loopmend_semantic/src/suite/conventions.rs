//! Functions that pytest and unittest call by name and never await, and marks that nothing recognizes.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_index::summary::{
    Binding, BindingKind, ClassId, Expression, ExpressionId, FunctionId, ScopeKind, Summary,
};
use rustc_hash::FxHashSet;

use super::outcome::Outcome;
use super::questions::SuiteFunction;
use crate::file::{Call, File};
use crate::infer::{ClassRef, FunctionRef};

/// What calls an async setup or teardown function and discards its coroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupCaller {
    /// pytest, for a class or a module.
    Pytest,
    /// A plain `unittest.TestCase`.
    TestCase,
    /// Nothing: a plain test case does not call `asyncSetUp`.
    Nobody,
    /// `unittest.IsolatedAsyncioTestCase`, which awaits the method of this name instead.
    AsyncTestCase(Option<&'static str>),
}

/// An `async def` that is called around tests and never awaited.
#[derive(Clone, Debug)]
pub struct UnawaitedSetup {
    /// The function.
    pub function: SuiteFunction,
    /// The range of its name.
    pub name: Span,
    /// What calls the function.
    pub caller: SetupCaller,
}

/// An async test whose coroutine `unittest` discards.
#[derive(Clone, Debug)]
pub struct DroppedTest {
    /// The test.
    pub test: SuiteFunction,
    /// Where the class names `unittest.TestCase` as a base, if it does so itself and another class can be
    /// named there.
    pub base: Option<TestCaseBase>,
}

/// The place where a class names `unittest.TestCase` as a base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TestCaseBase {
    /// The range of the name `TestCase`.
    pub name: Span,
    /// Where to add another name to `from unittest import`, if the file needs it.
    pub import: Option<u32>,
}

/// A mark whose name resembles a mark that pytest or a plugin recognizes.
#[derive(Clone, Debug)]
pub struct MisspelledMark {
    /// The range of the name.
    pub name: Span,
    /// The intended name.
    pub meant: &'static str,
    /// Whether pytest rejects the name.
    pub is_refused: bool,
}

/// The setup and teardown methods of a `unittest.TestCase`, with their equivalents in an async test case
/// (docs.python.org/3/library/unittest.html#unittest.TestCase).
pub const OF_TEST_CASE: [(&str, Option<&str>); 4] = [
    ("setUp", Some("asyncSetUp")),
    ("tearDown", Some("asyncTearDown")),
    ("setUpClass", None),
    ("tearDownClass", None),
];
const TEST_CASE: &str = "TestCase";
const ASYNC_TEST_CASE: &str = "IsolatedAsyncioTestCase";

impl File<'_> {
    /// Returns the `async def` functions that are called around tests and never awaited, in source order.
    pub fn unawaited_setups(&mut self) -> Vec<UnawaitedSetup> {
        let summary = self.summary();
        let is_async_setup = |id: &FunctionId| {
            let function = summary.function(*id);
            let name = summary.name(function.name);
            let is_bound_to_class = |decorator: &ExpressionId| {
                named(name).has(Role::AroundClass) && summary.last_name(*decorator) == Some("classmethod")
            };
            function.is_async
                && !function.is_generator
                && is_setup(name)
                && summary.list(function.decorators).iter().all(is_bound_to_class)
        };
        let functions = (0..summary.functions.len() as u32).map(FunctionId).filter(is_async_setup);
        let functions: Vec<FunctionId> = functions.collect();
        if functions.is_empty() || self.settings_of_tests("async").is_none() {
            return Vec::new();
        }
        let collected: FxHashSet<ClassRef> =
            self.tests().iter().flat_map(|item| item.classes.iter().copied()).collect();
        let mut found = Vec::new();
        for id in functions {
            let caller = match self.class_of(id) {
                Some(class) => self.caller_in_class(id, class, collected.contains(&class)),
                None => self.caller_in_module(id),
            };
            if let Some(caller) = caller {
                let function = self.suite_function(id);
                let name = self.last_word(function.header);
                found.push(UnawaitedSetup { function, name, caller });
            }
        }
        found.sort_by_key(|setup| setup.name.start);
        found
    }

    fn class_of(&mut self, id: FunctionId) -> Option<ClassRef> {
        let function = FunctionRef { module: self.module(), function: id };
        self.inference_mut().class_around(function)
    }

    /// Returns the text after the last white space of a range: the name in the header of a function.
    fn last_word(&self, range: Span) -> Span {
        let word = self.slice(range).rsplit(char::is_whitespace).next().unwrap_or_default();
        Span::new(range.end - word.len() as u32, range.end)
    }

    /// Returns the caller of a module-level function. `setup_function` is for tests that are not methods.
    fn caller_in_module(&mut self, id: FunctionId) -> Option<SetupCaller> {
        let summary = self.summary();
        let function = summary.function(id);
        let name = summary.name(function.name);
        let is_at_top = summary.scope(function.scope).parent == Some(Summary::MODULE_SCOPE);
        if !is_at_top || !named(name).has(Role::AroundModule) {
            return None;
        }
        let is_of_functions = name.ends_with("_function");
        let tests = self.tests();
        let mut around = tests.iter().filter(|item| !is_of_functions || item.classes.is_empty());
        around.next().map(|_| SetupCaller::Pytest)
    }

    fn caller_in_class(
        &mut self,
        id: FunctionId,
        class: ClassRef,
        is_collected: bool,
    ) -> Option<SetupCaller> {
        let summary = self.summary();
        let name = summary.name(summary.function(id).name);
        if self.is_awaited_by_another(class, name) {
            return None;
        }
        let inference = self.inference_mut();
        if inference.inherits(class, "unittest.case", "TestCase") {
            if !inference.is_plain_test_case(class) {
                return None;
            }
            if inference.inherits(class, "unittest.async_case", "IsolatedAsyncioTestCase") {
                let known = OF_TEST_CASE.iter().find(|(known, _)| *known == name)?;
                return Some(SetupCaller::AsyncTestCase(known.1));
            }
            let is_called = OF_TEST_CASE.iter().any(|(known, _)| *known == name);
            let is_left = named(name).has(Role::AsyncTestCaseMethod);
            return match (is_called, is_left) {
                (true, _) => Some(SetupCaller::TestCase),
                (_, true) => Some(SetupCaller::Nobody),
                _ => None,
            };
        }
        let is_plain = is_collected && !inference.has_open_order(class);
        (is_plain && named(name).has(Role::XunitMethod)).then_some(SetupCaller::Pytest)
    }

    /// Returns whether another method of the class awaits the function, except one of the same name.
    fn is_awaited_by_another(&mut self, class: ClassRef, name: &str) -> bool {
        let order: Vec<ClassRef> =
            self.inference_mut().mro(class).iter().flatten().map(|(owner, _)| *owner).collect();
        let engine = self.engine();
        order.into_iter().any(|owner| {
            let summary = engine.summary(owner.module);
            let scope = summary.class(owner.class).scope;
            summary.calls.iter().any(|call| {
                let is_awaited = call.usage.is_awaited();
                let caller = match summary.scope(call.scope).kind {
                    ScopeKind::Function(function) => summary.name(summary.function(function).name),
                    ScopeKind::Module | ScopeKind::Class(_) => "",
                };
                is_awaited
                    && caller != name
                    && summary.last_name(call.expression) == Some(name)
                    && summary.is_inside(call.scope, scope)
            })
        })
    }

    /// Returns the async tests of plain test cases, which are never awaited, in source order and without
    /// duplicates. A file that `addopts` leaves out has none.
    pub fn dropped_tests(&mut self) -> Vec<DroppedTest> {
        if self.summary().names.find("TestCase").is_none() && !self.text().contains("TestCase") {
            return Vec::new();
        }
        let Some(settings) = self.settings_of_tests("async") else { return Vec::new() };
        let module = self.module();
        let path = self.engine().module_path(module);
        if path.is_some_and(|path| settings.is_told_to_ignore(path)) {
            return Vec::new();
        }
        let mut seen = FxHashSet::default();
        let mut found = Vec::new();
        for item in self.tests().iter() {
            let is_own = item.function.module == module && item.is_unittest;
            if is_own
                && self.summary().function(item.function.function).is_async
                && !seen.contains(&item.function)
                && self.predict(item, &settings).outcome == Outcome::NeverAwaited
                && !self.inference_mut().is_skipped(item)
            {
                seen.insert(item.function);
                let test = self.suite_function(item.function.function);
                let class = self.class_of(item.function.function);
                let base = class.and_then(|class| self.test_case_of(class.class));
                found.push(DroppedTest { test, base });
            }
        }
        found.sort_by_key(|dropped| dropped.test.header.start);
        found
    }

    /// Returns where the class of the method around a call names `unittest.TestCase` as a base.
    pub fn test_case_around(&self, call: &Call) -> Option<TestCaseBase> {
        let summary = self.summary();
        let class = summary.scopes_from(call.scope()).find_map(|id| match summary.scope(id).kind {
            ScopeKind::Class(class) => Some(class),
            ScopeKind::Module | ScopeKind::Function(_) => None,
        });
        self.test_case_of(class?)
    }

    /// Returns where a class names `unittest.TestCase` in a form that `IsolatedAsyncioTestCase` can
    /// replace.
    fn test_case_of(&self, class: ClassId) -> Option<TestCaseBase> {
        let summary = self.summary();
        let bases = summary.list(summary.class(class).bases);
        bases.iter().find_map(|base| {
            let end = summary.span(*base).end;
            let name = Span::new(end.checked_sub(TEST_CASE.len() as u32)?, end);
            let import = match summary.expression(*base) {
                Expression::Attribute { value, .. } if self.is_unittest(value) => None,
                Expression::Name(_) => self.import_for_async_test_case()?,
                _ => return None,
            };
            (self.text().get(name.start as usize..name.end as usize) == Some(TEST_CASE))
                .then_some(TestCaseBase { name, import })
        })
    }

    fn is_unittest(&self, value: ExpressionId) -> bool {
        let summary = self.summary();
        let Expression::Name(name) = summary.expression(value) else { return false };
        let bindings = summary.bindings_of(Summary::MODULE_SCOPE, summary.name(name));
        matches!(bindings, [Binding { kind: BindingKind::Import { module }, .. }] if summary.name(*module) == "unittest")
    }

    /// Returns where a `from unittest import TestCase` on its own line can take another name. The inner
    /// `None` means that the file already has the name.
    fn import_for_async_test_case(&self) -> Option<Option<u32>> {
        const START: &str = "from unittest import ";
        let summary = self.summary();
        let from_unittest = |name: &str| match summary.bindings_of(Summary::MODULE_SCOPE, name) {
            [binding] => match binding.kind {
                BindingKind::ImportFrom { module, name: imported } => {
                    let is_it = summary.name(module) == "unittest" && summary.name(imported) == name;
                    is_it.then_some(binding.offset)
                }
                _ => None,
            },
            _ => None,
        };
        let end = from_unittest(TEST_CASE)?;
        if !summary.bindings_of(Summary::MODULE_SCOPE, ASYNC_TEST_CASE).is_empty() {
            return from_unittest(ASYNC_TEST_CASE).map(|_| None);
        }
        let before = self.text().get(..end as usize)?;
        let start = before.rfind('\n').map_or(0, |line| line + 1);
        let names = before[start..].strip_prefix(START)?;
        (!names.contains(['(', '\\'])).then_some(Some((start + START.len()) as u32))
    }

    /// Returns the marks of the file that nothing recognizes but that resemble a recognized mark, in source
    /// order.
    pub fn misspelled_marks(&mut self) -> Vec<MisspelledMark> {
        let summary = self.summary();
        let has_near = || summary.names.iter().any(|name| heeded_name_near(name).is_some());
        if summary.names.find("mark").is_none() || !has_near() || self.settings_of_tests("mark").is_none() {
            return Vec::new();
        }
        let mut found: Vec<(MisspelledMark, &str)> = Vec::new();
        for (expression, span) in summary.expressions.iter().zip(&summary.spans) {
            let Expression::Attribute { value, name } = expression else { continue };
            let name = summary.name(*name);
            let is_mark =
                summary.is_dotted_name(*value, "pytest.mark") || summary.is_dotted_name(*value, "mark");
            if let Some(meant) = heeded_name_near(name).filter(|_| is_mark) {
                let is_refused = Words::RefusedMarks.has(name);
                found.push((MisspelledMark { name: self.last_attribute(*span), meant, is_refused }, name));
            }
        }
        if found.is_empty() {
            return Vec::new();
        }
        let registered = self.registered_marks();
        let mut marks: Vec<MisspelledMark> =
            found.into_iter().filter(|(_, name)| !registered.contains(*name)).map(|(mark, _)| mark).collect();
        marks.sort_by_key(|mark| mark.name.start);
        marks.dedup_by_key(|mark| mark.name);
        marks
    }

    /// Returns the name after the last dot of an attribute, as written.
    fn last_attribute(&self, attribute: Span) -> Span {
        let name = self.slice(attribute).rsplit('.').next().unwrap_or_default().trim_start();
        Span::new(attribute.end - name.len() as u32, attribute.end)
    }

    /// Returns the marks that the configuration, a `conftest.py` or a plugin may register
    /// (docs.pytest.org/en/stable/how-to/mark.html#registering-marks).
    fn registered_marks(&mut self) -> FxHashSet<String> {
        self.marks_registered_by(|_| true)
    }

    /// Returns the marks that are registered in the usual way: with a description, or in the call that
    /// registers them.
    pub fn surely_registered_marks(&mut self) -> FxHashSet<String> {
        self.marks_registered_by(|text| text.contains([':', '(']))
    }

    /// Returns the marks in the configuration, and those that registering modules contain: in the calls
    /// themselves, and in matching strings.
    fn marks_registered_by(&mut self, is_meant: impl Fn(&str) -> bool) -> FxHashSet<String> {
        const REGISTERING: &str = "addinivalue_line";
        let module = self.module();
        let settings = self.suite_settings();
        let engine = self.engine();
        let inference = self.inference_mut();
        inference.begin();
        let modules = inference.fixture_modules(module);
        let configuration = settings.as_ref().and_then(|settings| settings.configuration.as_ref());
        let stated = configuration.map(|configuration| configuration.lines("markers"));
        let mut lines = stated.unwrap_or_default();
        let summaries = modules.into_iter().map(|module| engine.summary(module));
        for summary in summaries.filter(|summary| summary.names.find(REGISTERING).is_some()) {
            let texts = summary.expressions.iter().filter_map(|expression| match expression {
                Expression::String(text) => Some(summary.name(*text)),
                _ => None,
            });
            lines.extend(texts.filter(|text| is_meant(text)).map(str::to_owned));
            let calls = summary.calls.iter().map(|site| site.expression);
            let calls = calls.filter(|call| summary.last_name(*call) == Some(REGISTERING));
            let given = calls.filter_map(|call| summary.text_of(summary.arguments_of(call)?.get(1)?.value));
            lines.extend(given.map(str::to_owned));
        }
        let name = |line: String| line.split([':', '(']).next().unwrap_or_default().trim().to_owned();
        lines.into_iter().map(name).collect()
    }
}

/// Returns whether the name of a mark resembles one by which pytest-asyncio or anyio selects tests.
pub(super) fn is_nearly_taking(name: &str) -> bool {
    named(heeded_name_near(name)).has(Role::AsyncMark)
}

fn is_setup(name: &str) -> bool {
    named(name).has(Role::XunitMethod)
        || named(name).has(Role::AroundModule)
        || OF_TEST_CASE.iter().any(|(known, _)| *known == name)
        || named(name).has(Role::AsyncTestCaseMethod)
}

/// Returns the recognized mark that a name resembles. One letter is wrong, superfluous, missing or swapped
/// with its neighbour; in a long name, two.
fn heeded_name_near(name: &str) -> Option<&'static str> {
    if named(name).has(Role::KnownMark) {
        return None;
    }
    let allowed = |heeded: &str| match heeded.len() {
        0..=4 => 0_usize,
        5..=8 => 1,
        _ => 2,
    };
    Role::KnownMark.names().iter().copied().find(|heeded| {
        heeded.len().abs_diff(name.len()) <= allowed(heeded)
            && heeded.starts_with(&name[..name.chars().next().map_or(0, char::len_utf8)])
            && strsim::osa_distance(heeded, name) <= allowed(heeded)
    })
}
