//! Handlers that swallow a cancellation in loops that nothing else ends. The summary has the candidates, which need the text alone:
//! `loopmend_index/src/summary/lower/swallowed.rs` says which loops and handlers these are.

use loopmend_catalog::{Role, is};
use loopmend_core::Span;
use loopmend_index::summary::{Swallow, SwallowForm};
use loopmend_semantic::File;
use loopmend_semantic::infer::{FunctionRef, Type};

use super::own_cancellation::raises_cancellation;

/// A handler that swallows a cancellation, so that its task cannot be cancelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SwallowedCancellation {
    /// The range from `except` to the caught class, or the call of `suppress`.
    pub(crate) at: Span,
    /// The qualified name of the function.
    pub(crate) symbol: String,
    /// The form of the handler.
    pub(crate) form: SwallowForm,
    /// Whether the handler catches only cancellations.
    pub(crate) is_alone: bool,
    /// The last statement of the handler.
    pub(crate) last: Span,
    /// A function that the block calls, and that raises `CancelledError` for a reason of its own.
    pub(crate) raised_by: Option<FunctionRef>,
    /// Whether a cancellation may also arrive at a place of the loop where nothing swallows it.
    pub(crate) may_be_cancelled: bool,
}

/// Returns the handlers that swallow cancellations in endless loops of `async` functions, in source
/// order.
pub(crate) fn swallowed_cancellations(file: &mut File) -> Vec<SwallowedCancellation> {
    let summary = file.summary();
    let swallows: Vec<&Swallow> =
        summary.swallows.iter().filter(|swallow| catches_cancellation(file, swallow)).collect();
    let guarded: Vec<Span> = swallows.iter().map(|swallow| swallow.guarded).collect();
    let mut found = Vec::new();
    for swallow in swallows {
        let pauses: Vec<Span> =
            swallow.pauses.iter().copied().filter(|pause| !file.awaits_without_pause(*pause)).collect();
        if !pauses.iter().any(|pause| swallow.guarded.contains(*pause)) {
            continue;
        }
        let is_guarded = |pause: &Span| guarded.iter().any(|guarded| guarded.contains(*pause));
        let may_be_cancelled = !pauses.iter().all(is_guarded);
        let Swallow { at, scope, form, is_alone, last, .. } = *swallow;
        let symbol = summary.qualified_name(scope);
        let raised_by = raises_cancellation(file, swallow.guarded);
        found.push(SwallowedCancellation { at, symbol, form, is_alone, last, raised_by, may_be_cancelled });
    }
    found.sort_by_key(|swallowed| swallowed.at.start);
    found
}

/// Returns whether the caught class is that of asyncio, or `BaseException`.
fn catches_cancellation(file: &mut File, swallow: &Swallow) -> bool {
    let Some(class) = swallow.class else { return true };
    let module = file.module();
    let inference = file.inference_mut();
    let class = inference.expression(module, swallow.scope, class);
    let parts = inference.parts(class);
    !parts.is_empty()
        && parts.into_iter().all(|part| match part {
            Type::Class(class) => is(inference.path_of_class(class).as_str(), Role::IncludesCancellation),
            _ => false,
        })
}
