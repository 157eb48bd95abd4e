//! What keeps a test from `asyncio.run`, which runs on a loop of its own and leaves no current one behind.

use loopmend_core::Span;
use loopmend_semantic::{FunctionShape, SingleRun};

use crate::context::Context;

/// Whether what a test runs may belong to another loop than the one that `asyncio.run` makes, or plain code of the suite needs the one that
/// is current before: an async fixture for every test, what the test takes by `getfixturevalue`, what its plain code makes; or the name of
/// `asyncio` is one of its own there.
pub(crate) fn needs_other_loop(
    context: &mut Context,
    test: &FunctionShape,
    header: Span,
    (run, asyncio): (SingleRun, &str),
) -> bool {
    let takes_fixtures = context.file.slice(test.whole).contains("getfixturevalue");
    takes_fixtures
        || is_bound_around(context, run, asyncio)
        || context.file.has_fixture_on_loop(header)
        || context.file.makes_loop_bound(header)
        || context.file.suite_needs_current_loop()
}

fn is_bound_around(context: &Context, run: SingleRun, asyncio: &str) -> bool {
    let mut calls = context.file.unawaited_calls();
    calls
        .find(|call| call.span == run.run)
        .is_none_or(|call| context.file.is_bound_in_functions_around(&call, asyncio))
}
