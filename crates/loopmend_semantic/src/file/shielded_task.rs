//! Tasks that `asyncio.shield` creates and nothing keeps.

use loopmend_catalog::{Role, is, named};
use loopmend_core::Span;
use loopmend_index::summary::Usage;

use super::lost_task::first_positional;
use super::{Call, Coroutine, File};
use crate::infer::AwaitableSource;

/// A call of `asyncio.shield` that creates a task for a new coroutine.
#[derive(Clone, Debug)]
pub struct ShieldedTask {
    /// The call.
    pub call: Call,
    /// The call that creates the coroutine.
    pub coroutine: Span,
    /// The coroutine.
    pub runs: Coroutine,
}

impl File<'_> {
    /// Returns the calls of `asyncio.shield` that are awaited or passed on, and whose argument is a new coroutine, in source order. Nothing
    /// keeps the inner task once the outer `await` is cancelled.
    pub fn shielded_tasks(&mut self) -> Vec<ShieldedTask> {
        let summary = self.summary();
        if !summary.mentions(Role::ShieldsTask) {
            return Vec::new();
        }
        let is_named = |call: &Call| {
            let waits = call.is_awaited() || call.site.usage == Usage::Argument;
            waits && named(summary.last_name(call.site.expression)).has(Role::ShieldsTask)
        };
        let calls: Vec<Call> = self.all_calls().filter(is_named).collect();
        calls.into_iter().filter_map(|call| self.shielded_task(call)).collect()
    }

    fn shielded_task(&mut self, call: Call) -> Option<ShieldedTask> {
        let (module, summary) = (self.module(), self.summary());
        let argument = first_positional(summary.arguments_of(call.site.expression)?)?;
        let coroutine = self.call_at(summary.span(argument))?;
        let inference = self.inference_mut();
        let called = inference.called_functions(module, &call.site);
        let is_shield = !called.is_empty()
            && called
                .into_iter()
                .all(|function| is(inference.path_of_function(function).as_str(), Role::ShieldsTask));
        if !is_shield {
            return None;
        }
        let runs = self.coroutine(&coroutine).filter(|runs| runs.source != AwaitableSource::Object)?;
        Some(ShieldedTask { call, coroutine: coroutine.span, runs })
    }
}
