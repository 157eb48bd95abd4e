//! The fix of a call that starts an event loop while another one is running.

use loopmend_core::{Applicability, Fix, Span};
use loopmend_semantic::Call;

use crate::context::Context;
use crate::coroutine::obstacle_to_async;

/// Awaits the argument of the call: `asyncio.run(work())` becomes `await work()`.
pub(crate) fn await_what_is_run(context: &Context, call: &Call, awaitable: Span) -> Option<Fix> {
    let used = context.file.value_use(call.span);
    if !context.file.can_await(call) || obstacle_to_async(context.file, &used).is_some() {
        return None;
    }
    let (open, close) = if used.needs_parentheses { ("(await ", ")") } else { ("await ", "") };
    let code = context.file.code_within(call.span.start);
    let edits = code.replace_around(call.span, awaitable, open, close)?;
    Some(Fix::new(
        "`await` the coroutine instead of starting a second event loop",
        Applicability::Unsafe,
        edits.into(),
    ))
}
