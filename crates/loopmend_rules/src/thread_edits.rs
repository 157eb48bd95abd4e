//! Calls that are made in a thread.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_semantic::{Call, UseKind};

use crate::context::Context;
use crate::coroutine::obstacle_to_async;
use crate::import_edits::import_module_for;

/// `f(x)` becomes `await asyncio.to_thread(f, x)`, where that can be awaited.
pub(crate) fn call_in_thread(context: &Context, call: &Call) -> Option<Fix> {
    let file = &context.file;
    let used = file.value_use(call.span);
    let is_run_over = matches!(used.kind, UseKind::Iteration | UseKind::Context);
    if !file.can_await(call) || call.is_entered() || is_run_over || obstacle_to_async(file, &used).is_some() {
        return None;
    }
    let given = file.slice(Span::new(call.callee.end, call.span.end)).strip_prefix('(')?;
    let separator = match given.trim_start() {
        rest if rest.starts_with(')') => "",
        _ if given.starts_with(char::is_whitespace) => ",",
        _ => ", ",
    };
    let (open, close) = if used.needs_parentheses { ("(", ")") } else { ("", "") };
    let parenthesis = Span::new(call.callee.end, call.callee.end + 1);
    let mut edits = import_module_for(context, call, "asyncio")?;
    edits.push(Edit::insertion(call.span.start, format!("{open}await asyncio.to_thread(")));
    edits.push(Edit::replacement(parenthesis, separator));
    if !close.is_empty() {
        edits.push(Edit::insertion(call.span.end, close));
    }
    Some(Fix::new("call it in a thread", Applicability::Unsafe, edits))
}
