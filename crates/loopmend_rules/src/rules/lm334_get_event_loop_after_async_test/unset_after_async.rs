//! Code that gets the current event loop after an async test: in plain tests, their callees and their
//! setup. Since pytest-asyncio 1.4 no loop is set there.

use std::sync::Arc;

use loopmend_core::{Place, Span};
use loopmend_index::summary::{Binding, BindingKind, CallSite, FunctionId, Summary};
use loopmend_project::Version;
use loopmend_semantic::File;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::file::{Call, LooplessCall, LooplessPlace};
use loopmend_semantic::infer::FunctionRef;
use loopmend_semantic::suite::collect::{FunctionKind, TestItem};
use loopmend_semantic::suite::questions::SuiteFunction;
use loopmend_semantic::suite::settings::SuiteSettings;
use loopmend_semantic::suite::taken_loop::written;
use rustc_hash::FxHashMap;

/// Code that raises in plain tests of a file because an async test ran before.
#[derive(Clone, Debug, Default)]
pub(crate) struct UnsetLoops {
    /// The calls of `asyncio.get_event_loop` in the tests, and in their callees in the file, in source
    /// order.
    pub(crate) calls: Vec<UnsetAfterAsync>,
    /// The tests that get the current loop in another way: in a fixture or setup function, through another
    /// file, or with another call.
    pub(crate) led: Vec<LedToUnset>,
}

/// A call that raises because an async test ran before.
#[derive(Clone, Debug)]
pub(crate) struct UnsetAfterAsync {
    /// The call, in the test or in a callee.
    pub(crate) found: LooplessCall,
    /// The qualified name of the plain test.
    pub(crate) test: String,
    /// The name of the preceding async test.
    pub(crate) before: String,
    /// The installed version of pytest-asyncio.
    pub(crate) plugin: Version,
}

/// A plain test that reaches code which gets the current loop, and that raises because an async test ran
/// before.
#[derive(Clone, Debug)]
pub(crate) struct LedToUnset {
    /// The test.
    pub(crate) test: SuiteFunction,
    /// The call as written.
    pub(crate) called: String,
    /// The place of the call.
    pub(crate) place: Option<Place>,
    /// Whether the call is in the body of the test.
    pub(crate) is_in_test: bool,
    /// The node ID of the preceding async test.
    pub(crate) before: String,
    /// The installed version of pytest-asyncio.
    pub(crate) plugin: Version,
}

/// A plain test, by its index in the file, and a call in it that gets the current loop.
struct Taken<T> {
    test: usize,
    by: T,
}

/// Returns the code that gets the current event loop in plain tests of the file after an async test.
/// The async test is in the file or in one that pytest runs before. Skips tests for which a loop may be
/// set.
pub(crate) fn loops_unset_after_async_tests(file: &mut File) -> UnsetLoops {
    let mut found = UnsetLoops::default();
    let Some((settings, plugin)) = settings_that_leave_no_loop(file) else { return found };
    let items = file.tests();
    let direct = calls_by_test(file, &items);
    let taken = loops_taken_by_tests(file, &items, &direct, &settings);
    if direct.is_empty() && taken.is_empty() {
        return found;
    }
    file.inference_mut().rest_on_all_texts();
    if file.engine().may_set_loop_for_tests() {
        return found;
    }
    let ended = file.ended_before_tests(&items, &settings);
    for Taken { test, by } in direct {
        let item = &items[test];
        let Some(before) = &ended[test] else { continue };
        if is_sure_call(file, &by) && !may_have_loop(file, item, &settings) {
            let test = qualified_name_of(file, item);
            found.calls.push(UnsetAfterAsync {
                test,
                before: before.to_string(),
                plugin: plugin.clone(),
                found: by,
            });
        }
    }
    for Taken { test, by: (at, site) } in taken {
        let item = &items[test];
        let Some(before) = &ended[test] else { continue };
        if !may_have_loop(file, item, &settings) && !File::new(file.engine(), at).may_have_own_loop() {
            found.led.push(led_to(file, item, (at, &site), before, &plugin));
        }
    }
    found
}

/// Returns the settings of the file's tests and the version of pytest-asyncio. That version must leave
/// no loop after a test, and the file must not set one.
fn settings_that_leave_no_loop(file: &mut File) -> Option<(Arc<SuiteSettings>, Version)> {
    let settings = file.settings_of_own_tests()?;
    let plugin = settings.known_plugin()?;
    let leaves_none = settings.behaviour().is_some_and(|behaviour| behaviour.leaves_no_loop);
    let is_it = leaves_none && file.is_test_file(&settings) && !file.may_have_own_loop();
    is_it.then_some((settings, plugin))
}

/// Returns the calls of `asyncio.get_event_loop` in tests of the file and in their callees there, each
/// with the test.
fn calls_by_test(file: &mut File, items: &[TestItem]) -> Vec<Taken<LooplessCall>> {
    let calls = file.get_event_loop_calls_in_tests();
    if calls.is_empty() {
        return Vec::new();
    }
    let module = file.module();
    let own = (0..).zip(items).filter(|(_, item)| item.function.module == module);
    let tests: FxHashMap<String, usize> =
        own.map(|(place, item)| (qualified_name_of(file, item), place)).collect();
    let by_test = calls.into_iter().filter_map(|call| match &call.place {
        LooplessPlace::Test { name, .. } => Some(Taken { test: *tests.get(name)?, by: call }),
        _ => None,
    });
    by_test.collect()
}

fn qualified_name_of(file: &File, item: &TestItem) -> String {
    let summary = file.summary();
    summary.qualified_name(summary.function(item.function.function).scope)
}

/// Returns the plain tests of the file that get the current loop in another way, each with the call.
fn loops_taken_by_tests(
    file: &mut File,
    items: &[TestItem],
    direct: &[Taken<LooplessCall>],
    settings: &SuiteSettings,
) -> Vec<Taken<(ModuleId, CallSite)>> {
    let module = file.module();
    let summary = file.summary();
    let direct: Vec<Span> = direct.iter().map(|taken| taken.by.call.span).collect();
    let mut found = Vec::new();
    for (test, item) in items.iter().enumerate() {
        let is_plain = file.inference_mut().function_kind(item.function) == Some(FunctionKind::Sync);
        if item.function.module != module || !is_plain {
            continue;
        }
        let Some((at, site)) = loop_taken_for(file, item, settings) else { continue };
        if at != module || !direct.contains(&summary.span(site.expression)) {
            found.push(Taken { test, by: (at, site) });
        }
    }
    found
}

/// Returns the call by which a plain test, or its setup, gets the current loop.
fn loop_taken_for(
    file: &mut File,
    item: &TestItem,
    settings: &SuiteSettings,
) -> Option<(ModuleId, CallSite)> {
    let before = file.called_before(item, settings).into_iter().filter(|before| before.is_plain);
    let mut functions = before.map(|before| before.function).chain([item.function]);
    functions.find_map(|function| file.loop_surely_taken(function))
}

/// Returns whether a call, and those that lead to it, are made whenever their functions run.
fn is_sure_call(file: &mut File, found: &LooplessCall) -> bool {
    let module = file.module();
    [&found.call].into_iter().chain(&found.callers).all(|call: &Call| {
        let function = file.summary().function_at(call.span.start);
        function.is_some_and(|function| file.makes_for_sure(FunctionRef { module, function }, call.span))
    })
}

fn led_to(
    file: &File,
    item: &TestItem,
    (at, site): (ModuleId, &CallSite),
    before: &str,
    plugin: &Version,
) -> LedToUnset {
    let summary = file.engine().summary(at);
    let span = summary.span(site.expression);
    let path = file.engine().shown_path(at);
    LedToUnset {
        test: file.suite_function(item.function.function),
        called: written(summary, site),
        place: path.map(|path| Place::Span { path, span }),
        is_in_test: at == file.module()
            && summary.function_around(site.scope) == Some(item.function.function),
        before: before.to_owned(),
        plugin: plugin.clone(),
    }
}

/// Returns whether a test may fail anyway, or something may set a loop for it. This is its test case,
/// an async fixture, or a fixture of another project file.
fn may_have_loop(file: &mut File, item: &TestItem, settings: &SuiteSettings) -> bool {
    let has_case = item.is_unittest && (is_isolated(file, item) || !file.is_case_of_project(item));
    has_case || file.may_fail(item) || has_fixture_with_loop(file, item, settings)
}

/// Returns whether `unittest` runs a test in a separate loop.
fn is_isolated(file: &mut File, item: &TestItem) -> bool {
    let inference = file.inference_mut();
    let mut classes = item.classes.iter();
    classes.any(|class| inference.inherits(*class, "unittest.async_case", "IsolatedAsyncioTestCase"))
}

/// Returns whether a fixture may set a loop for a test. It is async, or its file may set a loop. A
/// fixture from outside of the project, pytest and pytest-asyncio counts too.
fn has_fixture_with_loop(file: &mut File, item: &TestItem, settings: &SuiteSettings) -> bool {
    if !file.predict(item, settings).fixtures.is_empty() {
        return true;
    }
    let used = file.inference_mut().fixtures_used_by(item);
    let engine = file.engine();
    let module = file.module();
    let is_plain = |FunctionRef { module: of, function }: FunctionRef| {
        let name = engine.module_name(of);
        let is_of_project = || {
            engine.is_mutable(of)
                && !File::new(engine, of).may_have_own_loop()
                && !calls_imports(engine.summary(of), function)
        };
        of == module
            || ["_pytest.", "pytest_asyncio."].iter().any(|package| name.starts_with(package))
            || is_of_project()
    };
    used.iter()
        .filter(|(name, _)| name != "request")
        .any(|(_, definition)| definition.as_ref().is_none_or(|definition| !is_plain(definition.function)))
}

/// Returns whether a function calls something that its file imports, which may set a loop.
fn calls_imports(summary: &Summary, function: FunctionId) -> bool {
    let scope = summary.function(function).scope;
    let is_import = |binding: &Binding| {
        matches!(binding.kind, BindingKind::Import { .. } | BindingKind::ImportFrom { .. })
    };
    let mut calls = summary.calls_inside(scope);
    calls.any(|call| {
        let callee = summary.dotted_parts(summary.callee_or_itself(call.expression));
        callee.is_some_and(|parts| summary.bindings_of(Summary::MODULE_SCOPE, parts[0]).iter().any(is_import))
    })
}
