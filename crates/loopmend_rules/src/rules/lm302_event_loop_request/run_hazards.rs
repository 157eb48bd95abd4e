//! Reasons against `asyncio.run` in a test: it runs a loop of its own and unsets the current one.

use loopmend_core::Span;
use loopmend_python::ast::StmtFunctionDef;
use loopmend_python::{Code, span_of};

use super::current_loop;
use crate::context::Context;
use crate::detectors::loop_fixtures;
use crate::detectors::single_run::SingleRun;

/// The reason why a test may not pass its coroutine to `asyncio.run`; `None` if it may. The coroutine may use objects of another loop (an
/// async autouse fixture, a fixture from `getfixturevalue`, an object that plain code of the test creates), plain code of the suite may need
/// the current loop, or the name may mean something else there.
pub(crate) fn why_not_run(
    context: &mut Context,
    (code, test): (&Code, &StmtFunctionDef),
    header: Span,
    (run, asyncio): (SingleRun, &str),
) -> Option<&'static str> {
    let test = span_of(test);
    if code.names(test).any(|name| name == "getfixturevalue")
        || loop_fixtures::has_fixture_on_loop(context.file, header)
    {
        return Some("a fixture of the test may belong to another event loop than `asyncio.run` creates");
    }
    if code.strings(test).any(|text| text.ends_with("asyncio.run")) || is_bound_around(context, run, asyncio)
    {
        return Some("`asyncio` or `asyncio.run` is rebound in this scope");
    }
    if current_loop::makes_loop_bound(context.file, header) {
        return Some(
            "the test creates an object that may belong to another event loop than `asyncio.run` creates",
        );
    }
    let needs_current = context.file.suite_needs_current_loop();
    needs_current
        .then_some("synchronous code of the suite uses the current event loop, which `asyncio.run` unsets")
}

fn is_bound_around(context: &Context, run: SingleRun, asyncio: &str) -> bool {
    let mut calls = context.file.unawaited_calls();
    calls
        .find(|call| call.span == run.run)
        .is_none_or(|call| context.file.is_bound_in_functions_around(&call, asyncio))
}
