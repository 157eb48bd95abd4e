//! Coroutines that plain tests return, and that are never awaited.

use loopmend_catalog::Role;
use loopmend_core::Span;
use loopmend_index::summary::{CallSite, FunctionId, Usage};
use loopmend_project::Version;
use loopmend_semantic::File;
use loopmend_semantic::file::{Call, Coroutine, call_of};
use loopmend_semantic::infer::FunctionRef;
use loopmend_semantic::suite::collect::TestItem;
use loopmend_semantic::suite::questions::SuiteFunction;
use loopmend_semantic::suite::settings::{Installed, Mode, SuiteSettings};

/// The outcome of a test that returns a coroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReturnOutcome {
    /// The test passes, because `unittest` discards the result.
    Passes,
    /// pytest before 8.4 skips the test.
    Skipped,
    /// pytest since 8.4 fails the test.
    Fails,
    /// pytest skips or fails the test; the version is unknown.
    NotRun,
}

/// A coroutine that a plain test returns.
#[derive(Clone, Debug)]
pub(crate) struct ReturnedCoroutine {
    /// The call that creates the coroutine.
    pub(crate) call: Call,
    /// The coroutine.
    pub(crate) coroutine: Coroutine,
    /// The test.
    pub(crate) test: SuiteFunction,
    /// The outcome of the test.
    pub(crate) outcome: ReturnOutcome,
    /// The keyword `return`, if the test can become `async` and `return` can become `await`. A plugin or
    /// test case must run async tests, and no statement may follow.
    pub(crate) keyword: Option<Span>,
}

/// Returns the coroutines that plain tests return, in source order.
pub(crate) fn returned_coroutines(file: &mut File) -> Vec<ReturnedCoroutine> {
    let summary = file.summary();
    let sites = summary.calls.iter().filter(|site| site.usage == Usage::Returned);
    let sites = sites.filter_map(|site| Some((site, summary.enclosing_function(site.scope)?)));
    let may_be = sites.filter(|(_, function)| {
        let function = summary.function(*function);
        !function.is_async && !function.is_generator && !summary.name(function.name).starts_with('<')
    });
    let may_be: Vec<(&CallSite, FunctionId)> = may_be.collect();
    let is_test_file = |settings: &SuiteSettings| {
        file.engine().module_path(file.module()).is_some_and(|path| settings.is_test_file(path))
    };
    let settings = file.suite_settings().filter(|settings| is_test_file(settings));
    let Some(settings) = settings.filter(|_| !may_be.is_empty()) else { return Vec::new() };
    let mut found = Vec::new();
    for (site, function) in may_be {
        if !settings.is_test_function(summary.name(summary.function(function).name)) {
            continue;
        }
        let call = call_of(summary, site);
        if let Some(coroutine) = file.coroutine(&call)
            && let Some((outcome, may_be_async)) = outcome_of_return(file, function, &settings)
        {
            let keyword = if may_be_async { last_return(file, &call, function) } else { None };
            let test = file.suite_function(function);
            found.push(ReturnedCoroutine { call, coroutine, test, outcome, keyword });
        }
    }
    found
}

/// Returns the outcome of a test that returns a coroutine, and whether it would run if it were `async`.
/// Returns `None` for other functions, and if something may await the result.
fn outcome_of_return(
    file: &mut File,
    function: FunctionId,
    settings: &SuiteSettings,
) -> Option<(ReturnOutcome, bool)> {
    let module = file.module();
    let function = FunctionRef { module, function };
    let summary = file.summary();
    let mut decorators = summary.list(summary.function(function.function).decorators).iter();
    if !decorators.all(|decorator| summary.is_mark(*decorator)) {
        return None;
    }
    let items = file.tests();
    let mut items = items.iter().filter(|item| item.function == function).peekable();
    items.peek()?;
    file.inference_mut().rest_on_suite(module);
    let mut outcome = None;
    for item in items {
        outcome = Some(match item.is_unittest {
            true => outcome_in_test_case(file, item)?,
            false => outcome_in_pytest(file, item, settings)?,
        });
    }
    outcome
}

/// Returns the outcome in a test case. `unittest` discards the result
/// (docs.python.org/3/whatsnew/3.11.html#unittest), but `IsolatedAsyncioTestCase` awaited it before
/// Python 3.11.
fn outcome_in_test_case(file: &mut File, item: &TestItem) -> Option<(ReturnOutcome, bool)> {
    let class = *item.classes.last()?;
    let awaits_none = file.runs_on_3_11();
    let inference = file.inference_mut();
    let is_async = inference.inherits(class, "unittest.async_case", "IsolatedAsyncioTestCase");
    let is_dropped = inference.is_plain_test_case(class) && (awaits_none || !is_async);
    is_dropped.then_some((ReturnOutcome::Passes, is_async))
}

/// Returns the outcome in pytest, which treats the test as an async test that no plugin runs. Up to
/// 0.22, pytest-asyncio awaits what a marked test returns.
fn outcome_in_pytest(
    file: &mut File,
    item: &TestItem,
    settings: &SuiteSettings,
) -> Option<(ReturnOutcome, bool)> {
    let module = file.module();
    let inference = file.inference_mut();
    let marks = inference.marks_of(item);
    let has = |name: &&str| marks.nearest(name).is_some();
    let is_left = Role::SkippingMark.names().iter().chain(Role::OtherMark.names()).any(has);
    let is_awaited =
        has(&"asyncio") && settings.behaviour().is_none_or(|behaviour| behaviour.fixtures_run_on_event_loop);
    let is_open = item.classes.iter().any(|class| inference.has_open_order(*class));
    let may_be_run = is_awaited
        || is_left
        || is_open
        || settings.is_incomplete
        || !inference.other_runners(module).is_empty();
    if may_be_run {
        return None;
    }
    let takes_all = settings.mode == Some(Mode::Auto) && settings.asyncio.version().is_some();
    let takes = has(&"asyncio") && settings.asyncio != Installed::Absent || has(&"anyio") || takes_all;
    let outcome = match settings.pytest.version() {
        Some(version) if *version < Version::new([8, 4, 0]) => ReturnOutcome::Skipped,
        Some(_) => ReturnOutcome::Fails,
        None => ReturnOutcome::NotRun,
    };
    Some((outcome, takes))
}

/// Returns the keyword `return` before a call, if nothing in the function follows it.
fn last_return(file: &File, call: &Call, function: FunctionId) -> Option<Span> {
    const WORD: &str = "return";
    let function = file.summary().function(function);
    if function.falls_through || function.returned.len != 1 {
        return None;
    }
    let before = file.text().get(..call.span.start as usize)?;
    let start = before.trim_end_matches(' ').strip_suffix(WORD)?.len() as u32;
    Some(Span::new(start, start + WORD.len() as u32))
}
