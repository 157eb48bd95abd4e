//! Edits that move a call to a thread.

use loopmend_core::{Applicability, Edit, Fix};
use loopmend_semantic::{Call, ControlChain, UseKind};

use crate::chain::callee;
use crate::context::Context;
use crate::coroutine::obstacle_to_async;
use crate::detectors::moved_call;
use crate::import_edits::{import_module_for, loop_library};

/// The objects that a call may change from another thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MayChange {
    /// Its arguments, and the objects that it creates.
    Given,
    /// Only the objects that it creates.
    Nothing,
}

/// `true` if another thread may make the first call of a path: no function of the path needs the calling thread, and the call changes no
/// more than `may_change`.
pub(crate) fn may_move(context: &mut Context, found: &ControlChain, may_change: MayChange) -> bool {
    let Some(moved) = moved_call::moved_call(context.file, &found.call) else { return false };
    let is_fit = match may_change {
        MayChange::Given => !moved.changes_shared,
        MayChange::Nothing => moved.only_reads,
    };
    is_fit && !moved.needs_its_thread && !found.needs_its_thread
}

/// Turns `f(x)` into `await asyncio.to_thread(f, x)`, where an `await` may stand. A callback argument has no such call, nor has
/// `partial(f, x)`.
pub(crate) fn call_in_thread(context: &Context, call: &Call) -> Option<Fix> {
    let file = &context.file;
    let used = file.value_use(call.span);
    let is_run_over = used.kind == UseKind::Iteration;
    let code = file.code_within(call.span.start);
    let is_handed = !call.is_written() || code.names(call.callee).last() == Some("partial");
    if is_handed || !file.can_await(call) || is_run_over || obstacle_to_async(file, &used).is_some() {
        return None;
    }
    let written = code.call_at(call.span)?;
    let separator = code.callee_as_argument(written)?;
    let (open, close) = if used.needs_parentheses { ("(", ")") } else { ("", "") };
    let (library, mut edits) = loop_library(context, call)?;
    // It passes no keyword arguments on (anyio.readthedocs.io/en/stable/api.html#anyio.to_thread.run_sync).
    let needs_partial = library == "anyio" && !written.arguments.keywords.is_empty();
    let start = match library {
        "asyncio" => "await asyncio.to_thread(",
        _ if needs_partial => "await anyio.to_thread.run_sync(functools.partial(",
        _ => "await anyio.to_thread.run_sync(",
    };
    if needs_partial {
        edits.extend(import_module_for(context, call, "functools")?);
    }
    edits.push(Edit::insertion(call.span.start, format!("{open}{start}")));
    edits.push(separator);
    let close = format!("{}{close}", if needs_partial { ")" } else { "" });
    if !close.is_empty() {
        edits.push(Edit::insertion(call.span.end, close));
    }
    Some(Fix::new(format!("run {} in a thread", callee(context, call)), Applicability::Unsafe, edits))
}
