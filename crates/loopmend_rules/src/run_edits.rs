//! The fix of a call that starts an event loop while another one is running.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_semantic::Call;

use crate::context::Context;
use crate::coroutine::obstacle_to_async;

/// Awaits the argument of the call: `asyncio.run(work())` becomes `await work()`.
pub(crate) fn await_what_is_run(context: &Context, call: &Call, awaitable: Span) -> Option<Fix> {
    let (before, behind) =
        (Span::new(call.span.start, awaitable.start), Span::new(awaitable.end, call.span.end));
    let used = context.file.value_use(call.span);
    let has_comment = [before, behind].into_iter().any(|span| context.file.slice(span).contains('#'));
    if has_comment || !context.file.can_await(call) || obstacle_to_async(context.file, &used).is_some() {
        return None;
    }
    let (open, close) = if used.needs_parentheses { ("(", ")") } else { ("", "") };
    let edits = vec![Edit::replacement(before, format!("{open}await ")), Edit::replacement(behind, close)];
    Some(Fix::new(
        "`await` the coroutine instead of starting a second event loop",
        Applicability::Unsafe,
        edits,
    ))
}
