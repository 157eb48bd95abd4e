//! What a call in an `async` function does to what others can reach, where it would be made in another thread, or control would go
//! to other tasks on the way.

use loopmend_core::Span;

use super::{Call, File};
use crate::deeds::{Follower, Source, Write};
use crate::infer::FunctionRef;
use crate::summary::FunctionId;

/// What a call does, as far as that matters to who makes it in another thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MovedCall {
    /// Whether a function behind it asks for the event loop, or for what belongs to one, or to the thread.
    pub needs_its_thread: bool,
    /// Whether it certainly changes the object that the `async` method is one of, what that leads to, something outside of the function that
    /// is given to the call, or what all threads of the process share.
    pub changes_shared: bool,
    /// Whether it can change nothing but what it makes. What `__anext__` is one of has one user at a time, and counts as its own.
    pub only_reads: bool,
}

/// What asks for the loop behind more calls is there for rare cases.
const MOST_CALLS: u32 = 6;

/// What an asynchronous iterator gives its next item by: who runs over it waits for that.
const OF_ONE_USER: &str = "__anext__";

impl File<'_> {
    /// What a call would do in another thread: by the text of all functions of the project behind it.
    pub fn moved_call(&mut self, call: &Call) -> Option<MovedCall> {
        let function = self.summary().function_around(call.scope())?;
        let module = self.module();
        let done = Follower::new(self.inference_mut()).call(FunctionRef { module, function }, call.span)?;
        let has_one_user = self.summary().name(self.summary().function(function).name) == OF_ONE_USER;
        let is_of_others = |write: &&Write| {
            !has_one_user || write.roots.iter().any(|root| root.source != Source::Parameter(0))
        };
        let mut writes = done.writes.iter().filter(is_of_others).peekable();
        Some(MovedCall {
            needs_its_thread: done.to_its_thread.is_some_and(|calls| calls <= MOST_CALLS),
            only_reads: writes.peek().is_none(),
            changes_shared: writes.any(|write| self.is_reached_by_others(function, write)),
        })
    }

    /// Whether methods of the file may change their object both before and after the calls at some places, one in each: if control goes
    /// to other tasks there, they see it half changed.
    pub fn is_changed_around(&mut self, calls: &[Span]) -> bool {
        let (mut is_before, mut is_after) = (false, false);
        for call in calls {
            let Some(function) = self.summary().function_at(call.start) else { return true };
            let whole = FunctionRef { module: self.module(), function };
            if !self.summary().has_receiver(function) {
                continue;
            }
            let writes = Follower::new(self.inference_mut()).writes_beside(whole, *call);
            let may_be_object = |source| matches!(source, Source::Parameter(0) | Source::Any);
            let of_object =
                |write: &&Write| write.is_sure && write.roots.iter().any(|root| may_be_object(root.source));
            for write in writes.iter().filter(of_object) {
                let is_repeated = self.shares_loop(function, *call, write.at);
                is_before |= is_repeated || write.at < call.end;
                is_after |= is_repeated || write.at >= call.end;
            }
        }
        is_before && is_after
    }

    /// Whether a call and what stands at a place of a function are made in turns of one loop.
    fn shares_loop(&self, function: FunctionId, call: Span, at: u32) -> bool {
        let summary = self.summary();
        let loops = &summary.scope(summary.function(function).scope).loops;
        loops.iter().any(|it| it.contains(call) && (it.start..=it.end).contains(&at))
    }

    /// Whether a change is certainly one of something that outlives the function and is not just given to it.
    fn is_reached_by_others(&self, function: FunctionId, write: &Write) -> bool {
        let has_object = self.summary().has_receiver(function);
        write.is_sure
            && write.roots.iter().all(|root| match root.source {
                Source::Outside | Source::Process => true,
                Source::Parameter(place) => place == 0 && has_object,
                Source::Elsewhere | Source::Result(_) | Source::Any => false,
            })
    }
}
