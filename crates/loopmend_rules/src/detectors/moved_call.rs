//! The side effects of a call in an `async` function on shared state. They matter if the call moves to
//! another thread, or if control goes to other tasks meanwhile.

use loopmend_core::Span;
use loopmend_index::summary::FunctionId;
use loopmend_paths::effects::{Follower, Source, Write};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;
use loopmend_semantic::infer::FunctionRef;

/// The properties of a call that matter when it moves to another thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MovedCall {
    /// Whether a function on the call path needs the event loop, or an object bound to the loop or to the
    /// thread.
    pub(crate) needs_its_thread: bool,
    /// Whether the call certainly changes shared state. That is the object of the `async` method, objects
    /// reachable from it, an outside object passed to the call, or process-wide state.
    pub(crate) changes_shared: bool,
    /// Whether the call can change only objects that it creates. In `__anext__`, changes to the method's
    /// own object do not count either, because an asynchronous iterator has one user at a time.
    pub(crate) only_reads: bool,
}

/// The maximum number of calls to an access of the loop. A longer path indicates a rare case.
const MOST_CALLS: u32 = 6;

/// The method with which an asynchronous iterator returns its next item. The consumer waits for it.
const OF_ONE_USER: &str = "__anext__";

/// Returns what a call would do in another thread, based on the text of all project functions that it
/// reaches.
pub(crate) fn moved_call(file: &mut File, call: &Call) -> Option<MovedCall> {
    let function = file.summary().function_around(call.scope())?;
    let module = file.module();
    let done = Follower::new(file.inference_mut()).call(FunctionRef { module, function }, call.span)?;
    let has_one_user = file.summary().name(file.summary().function(function).name) == OF_ONE_USER;
    let is_of_others =
        |write: &&Write| !has_one_user || write.roots.iter().any(|root| root.source != Source::Parameter(0));
    let mut writes = done.writes.iter().filter(is_of_others).peekable();
    Some(MovedCall {
        needs_its_thread: done.to_its_thread.is_some_and(|calls| calls <= MOST_CALLS),
        only_reads: writes.peek().is_none(),
        changes_shared: writes.any(|write| is_reached_by_others(file, function, write)),
    })
}

/// Returns whether methods of the file may change their object both before and after the calls at these
/// places. Each method has one of the calls. If control goes to other tasks at such a call, they see a
/// half-changed object.
pub(crate) fn is_changed_around(file: &mut File, calls: &[Span]) -> bool {
    let (mut is_before, mut is_after) = (false, false);
    for call in calls {
        let Some(function) = file.summary().function_at(call.start) else { return true };
        let whole = FunctionRef { module: file.module(), function };
        if !file.summary().has_receiver(function) {
            continue;
        }
        let writes = Follower::new(file.inference_mut()).writes_beside(whole, *call);
        let may_be_object = |source| matches!(source, Source::Parameter(0) | Source::Any);
        let of_object =
            |write: &&Write| write.is_sure && write.roots.iter().any(|root| may_be_object(root.source));
        for write in writes.iter().filter(of_object) {
            let is_repeated = shares_loop(file, function, *call, write.at);
            is_before |= is_repeated || write.at < call.end;
            is_after |= is_repeated || write.at >= call.end;
        }
    }
    is_before && is_after
}

/// Returns whether a call and the code at a place of a function run in iterations of the same loop.
fn shares_loop(file: &File, function: FunctionId, call: Span, at: u32) -> bool {
    let summary = file.summary();
    let loops = &summary.scope(summary.function(function).scope).loops;
    loops.iter().any(|it| it.contains(call) && (it.start..=it.end).contains(&at))
}

/// Returns whether a write certainly affects something that outlives the function and is not merely
/// passed to it.
fn is_reached_by_others(file: &File, function: FunctionId, write: &Write) -> bool {
    let has_object = file.summary().has_receiver(function);
    write.is_sure
        && write.roots.iter().all(|root| match root.source {
            Source::Outside | Source::Process => true,
            Source::Parameter(place) => place == 0 && has_object,
            Source::Elsewhere | Source::Result(_) | Source::Any => false,
        })
}
