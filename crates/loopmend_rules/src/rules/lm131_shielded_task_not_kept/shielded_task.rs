//! Tasks that `asyncio.shield` creates and nothing keeps.

use loopmend_catalog::{Role, is};
use loopmend_core::Span;
use loopmend_index::summary::Usage;
use loopmend_semantic::File;
use loopmend_semantic::file::lost_task::first_positional;
use loopmend_semantic::file::{Call, Coroutine};
use loopmend_semantic::infer::AwaitableSource;

/// A call of `asyncio.shield` that creates a task for a new coroutine.
#[derive(Clone, Debug)]
pub(crate) struct ShieldedTask {
    /// The call.
    pub(crate) call: Call,
    /// The call that creates the coroutine.
    pub(crate) coroutine: Span,
    /// The coroutine.
    pub(crate) runs: Coroutine,
}

/// Returns the calls of `asyncio.shield` that are awaited or passed on, and whose argument is a new coroutine, in source order. Nothing
/// keeps the inner task once the outer `await` is cancelled.
pub(crate) fn shielded_tasks(file: &mut File) -> Vec<ShieldedTask> {
    let summary = file.summary();
    if !summary.mentions(Role::ShieldsTask) {
        return Vec::new();
    }
    let is_named = |call: &Call| {
        let waits = call.is_awaited() || call.site.usage == Usage::Argument;
        waits && summary.last_roles(call.site.expression).has(Role::ShieldsTask)
    };
    let calls: Vec<Call> = file.all_calls().filter(is_named).collect();
    calls.into_iter().filter_map(|call| shielded_task(file, call)).collect()
}

fn shielded_task(file: &mut File, call: Call) -> Option<ShieldedTask> {
    let (module, summary) = (file.module(), file.summary());
    let argument = first_positional(summary.arguments_of(call.site.expression)?)?;
    let coroutine = file.call_at(summary.span(argument))?;
    let inference = file.inference_mut();
    let called = inference.called_functions(module, &call.site);
    let is_shield = !called.is_empty()
        && called
            .into_iter()
            .all(|function| is(inference.path_of_function(function).as_str(), Role::ShieldsTask));
    if !is_shield {
        return None;
    }
    let runs = file.coroutine(&coroutine).filter(|runs| runs.source != AwaitableSource::Object)?;
    Some(ShieldedTask { call, coroutine: coroutine.span, runs })
}
