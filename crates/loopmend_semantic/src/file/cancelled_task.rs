//! Tasks that are cancelled but not awaited, and whose coroutines do not end at once.

use loopmend_core::Span;
use loopmend_index::summary::Protocol;
use loopmend_project::Origin;

use super::fate::{KeptTask, Waiting, WhenCancelled};
use super::lost_task::first_positional;
use crate::file::{Call, File};
use crate::infer::{FunctionRef, Type};

impl File<'_> {
    /// Returns whether the known coroutine of a task that is cancelled but not awaited does not end
    /// immediately. Either it waits again, or the cancelling function gives it no time to run. In the
    /// second case that function is `async` without awaiting anything, and the file awaits it. Returns
    /// `false` if the cancelling function waits for something that the coroutine sets at its end.
    pub(crate) fn outlives_its_end(&mut self, kept: &KeptTask, cancel: &Call) -> bool {
        let gives_no_time = kept.is_needlessly_async && self.awaits_function_around(cancel);
        let coroutines: Vec<_> =
            kept.starts.iter().filter_map(|start| self.function_of_task(*start)).collect();
        coroutines.into_iter().any(|coroutine| {
            let when_cancelled = self.when_cancelled(coroutine, kept);
            (gives_no_time || when_cancelled == WhenCancelled::WaitsAgain)
                && !self.settles(coroutine, &kept.awaited_behind)
        })
    }

    /// Returns whether the file awaits the function around a call.
    fn awaits_function_around(&mut self, call: &Call) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let Some(function) = summary.enclosing_function(call.scope()) else { return false };
        let name = summary.name(summary.function(function).name);
        let is_awaited =
            |call: &Call| call.is_awaited() && summary.last_name(call.site.expression) == Some(name);
        let calls: Vec<_> = self.all_calls().filter(is_awaited).collect();
        calls.into_iter().any(|call| {
            let called = self.inference_mut().called_functions(module, &call.site);
            called.contains(&FunctionRef { module, function })
        })
    }

    /// Returns the `async def` that the task of a call runs.
    fn function_of_task(&mut self, start: Span) -> Option<FunctionRef> {
        let call = self.call_at(start)?;
        let coroutine = first_positional(self.summary().arguments_of(call.site.expression)?)?;
        let coroutine = self.call_at(self.summary().span(coroutine))?;
        self.coroutine_function(&coroutine)
    }

    /// Returns the `async def` whose coroutine a call returns, if it is known and may suspend.
    fn coroutine_function(&mut self, call: &Call) -> Option<FunctionRef> {
        match *self.given_by(call) {
            [Type::Coroutine(callee, _)] => {
                let function = self.inference_mut().function_of(callee);
                self.inference_mut().suspends(function).then_some(function)
            }
            _ => None,
        }
    }

    fn given_by(&mut self, call: &Call) -> Vec<Type> {
        let module = self.module();
        let inference = self.inference_mut();
        let value = inference.expression(module, call.scope(), call.site.expression);
        inference.parts(value)
    }

    /// Returns how the coroutine of a task reacts to its cancellation, as far as the file shows.
    fn when_cancelled(&mut self, coroutine: FunctionRef, kept: &KeptTask) -> WhenCancelled {
        self.cancelled_at_any(coroutine, &kept.flags, |file, wait| match file.waiting_at(wait) {
            (_, Some(function)) if file.name_of(function) != kept.method => Waiting::Own(
                file.cancelled_at_any(function, &kept.flags, |file, wait| file.waiting_at(wait).0),
            ),
            (waiting, _) => waiting,
        })
    }

    /// Returns how a function reacts to a cancellation at any of its waits, about which `waiting_at` knows
    /// more. A function of another file counts as ending.
    fn cancelled_at_any(
        &mut self,
        function: FunctionRef,
        flags: &[String],
        mut waiting_at: impl FnMut(&mut Self, Span) -> Waiting,
    ) -> WhenCancelled {
        if function.module != self.module() {
            return WhenCancelled::Ends;
        }
        let header = self.summary().function(function.function).header;
        let waits = self.waits_of(header);
        let known = waits.into_iter().map(|wait| (wait, waiting_at(self, wait))).collect();
        self.when_cancelled_in(header, &known, flags)
    }

    /// Returns the known properties of a wait, and the function whose coroutine is awaited there.
    fn waiting_at(&mut self, wait: Span) -> (Waiting, Option<FunctionRef>) {
        if self.is_entered_and_waits_at_its_end(wait) {
            return (Waiting::AtBothEnds, None);
        }
        let Some(call) = self.call_at(wait) else { return (Waiting::Raising, None) };
        let [Type::Coroutine(callee, _)] = *self.given_by(&call) else { return (Waiting::Raising, None) };
        let function = self.inference_mut().function_of(callee);
        match self.inference_mut().suspends(function) {
            true => (Waiting::Raising, Some(function)),
            false => (Waiting::Never, None),
        }
    }

    fn name_of(&self, FunctionRef { module, function }: FunctionRef) -> &str {
        let summary = self.engine().summary(module);
        summary.name(summary.function(function).name)
    }

    /// Returns whether `async with` at a place enters a task group, or a project class whose `__aexit__`
    /// suspends.
    fn is_entered_and_waits_at_its_end(&mut self, value: Span) -> bool {
        let statements = self.protocol_statements(Protocol::AsyncWith);
        let Some(statement) = statements.into_iter().find(|statement| statement.value == value) else {
            return false;
        };
        let (module, inner) = (self.module(), statement.inner);
        let engine = self.engine();
        let inference = self.inference_mut();
        let entered = inference.expression(module, inner.scope, inner.value);
        let parts = inference.parts(entered);
        !parts.is_empty()
            && parts.into_iter().all(|part| match part {
                Type::Instance(class, _) if inference.inherits(class, "asyncio.taskgroups", "TaskGroup") => {
                    true
                }
                Type::Instance(class, _) => inference.method_named(class, "__aexit__").is_some_and(|end| {
                    engine.origin(end.module) == Origin::FirstParty && inference.suspends(end)
                }),
                _ => false,
            })
    }

    /// Returns whether a function of the file calls a method of one of these attributes of `self` that sets
    /// something.
    fn settles(&self, function: FunctionRef, attributes: &[String]) -> bool {
        function.module == self.module()
            && self.settles_in(self.summary().function(function.function).header, attributes)
    }
}
