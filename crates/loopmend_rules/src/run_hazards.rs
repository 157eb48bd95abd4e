//! What keeps a test from `asyncio.run`, which runs on a loop of its own and leaves no current one behind.

use loopmend_core::Span;
use loopmend_semantic::{FunctionShape, SingleRun};

use crate::context::Context;

/// Why what a test runs may not be given to `asyncio.run`: it may belong to another loop than the one that this makes (an async fixture for
/// every test, what the test takes by `getfixturevalue`, what its plain code makes), plain code of the suite needs the one that is current
/// before, or the name stands for something else there. Nothing where it may.
pub(crate) fn why_not_run(
    context: &mut Context,
    test: &FunctionShape,
    header: Span,
    (run, asyncio): (SingleRun, &str),
) -> Option<&'static str> {
    let written = context.file.slice(test.whole);
    let puts_other_run = ['"', '\''].iter().any(|quote| written.contains(&format!("asyncio.run{quote}")));
    if written.contains("getfixturevalue") || context.file.has_fixture_on_loop(header) {
        return Some("a fixture that it uses may belong to another loop than `asyncio.run` makes");
    }
    if puts_other_run || is_bound_around(context, run, asyncio) {
        return Some("`asyncio`, or its `run`, is something else there");
    }
    if context.file.makes_loop_bound(header) {
        return Some("its plain code makes what may belong to another loop than `asyncio.run` makes");
    }
    let needs_current = context.file.suite_needs_current_loop();
    needs_current
        .then_some("plain code that pytest runs takes the current loop, and `asyncio.run` leaves none behind")
}

fn is_bound_around(context: &Context, run: SingleRun, asyncio: &str) -> bool {
    let mut calls = context.file.unawaited_calls();
    calls
        .find(|call| call.span == run.run)
        .is_none_or(|call| context.file.is_bound_in_functions_around(&call, asyncio))
}
