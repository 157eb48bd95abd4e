//! Handlers that swallow a cancellation in loops that nothing else ends. The summary has the candidates, which need the text alone:
//! `loopmend_index/src/summary/lower/swallowed.rs` says which loops and handlers these are.

use loopmend_catalog::{Role, is};
use loopmend_core::Span;
use loopmend_index::summary::{Swallow, SwallowForm};
use loopmend_semantic::File;
use loopmend_semantic::infer::Type;

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
}

/// Returns the handlers that swallow cancellations in endless loops of `async` functions, in source
/// order.
pub(crate) fn swallowed_cancellations(file: &mut File) -> Vec<SwallowedCancellation> {
    let summary = file.summary();
    let mut found = Vec::new();
    for swallow in &summary.swallows {
        if catches_cancellation(file, swallow) {
            let Swallow { at, scope, form, is_alone, last, .. } = *swallow;
            let symbol = summary.qualified_name(scope);
            found.push(SwallowedCancellation { at, symbol, form, is_alone, last });
        }
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
