//! What keeps a test from `asyncio.run`, which runs on a loop of its own and leaves no current one behind.

use loopmend_core::Span;
use loopmend_semantic::{FunctionShape, SingleRun};

use crate::context::Context;

/// What asks for the current event loop where none runs.
const OF_CURRENT_LOOP: [&str; 2] = ["Future", "get_event_loop"];

/// What may belong to the event loop that was current when it was made.
const LOOP_BOUND: [&str; 10] = [
    "Barrier",
    "BoundedSemaphore",
    "Condition",
    "Event",
    "LifoQueue",
    "Lock",
    "PriorityQueue",
    "Queue",
    "Semaphore",
    "create_future",
];

/// Whether what a test runs may belong to another loop than the one that `asyncio.run` makes, or something of its file needs the one
/// that is current before: an async fixture for every test, what the test takes by `getfixturevalue`, what its plain code or an
/// `__init__` of the file makes; or `asyncio` is a name of its own there.
pub(crate) fn needs_other_loop(
    context: &mut Context,
    test: &FunctionShape,
    header: Span,
    run: SingleRun,
) -> bool {
    let takes_fixtures = context.file.slice(test.whole).contains("getfixturevalue");
    takes_fixtures
        || is_asyncio_bound(context, run)
        || context.file.has_fixture_on_loop(header)
        || makes_loop_bound(context, test)
}

fn is_asyncio_bound(context: &Context, run: SingleRun) -> bool {
    let mut calls = context.file.unawaited_calls();
    calls
        .find(|call| call.span == run.run)
        .is_none_or(|call| context.file.is_bound_in_functions_around(&call, "asyncio"))
}

/// Whether plain code of the file asks for the current loop, or the test or an `__init__` makes something for it.
fn makes_loop_bound(context: &Context, test: &FunctionShape) -> bool {
    let file = &context.file;
    let last_name = |callee: Span| file.slice(callee).rsplit('.').next().unwrap_or_default();
    file.unawaited_calls().any(|call| {
        let name = last_name(call.callee);
        let (asks, makes) = (OF_CURRENT_LOOP.contains(&name), LOOP_BOUND.contains(&name));
        if !asks && !makes {
            return false;
        }
        let around = file.function_shape_around(call.span).filter(|around| !is_async(context, around));
        around.is_some_and(|around| asks || around == *test || file.slice(around.name) == "__init__")
    })
}

fn is_async(context: &Context, function: &FunctionShape) -> bool {
    let before = context.file.slice(Span::new(function.whole.start, function.name.start));
    before.trim_end().trim_end_matches("def").trim_end().ends_with("async")
}
