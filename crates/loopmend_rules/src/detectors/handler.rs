//! The classes that handlers name.

use loopmend_core::Span;
use loopmend_python::ast::{ExceptHandler, Expr};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, span};

/// Returns the expressions of the classes that a handler catches; none for a bare `except`.
pub(crate) fn caught(ExceptHandler::ExceptHandler(handler): &ExceptHandler) -> &[Expr] {
    match handler.type_.as_deref() {
        Some(Expr::Tuple(several)) => &several.elts,
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
}

/// Returns the range of the class, or of the classes, that a handler catches; `None` for a bare `except`.
pub(crate) fn find_classes(ExceptHandler::ExceptHandler(handler): &ExceptHandler) -> Option<Span> {
    handler.type_.as_deref().map(|class| span(class.range()))
}

/// Returns the last names of the classes that a handler catches.
pub(crate) fn caught_names(handler: &ExceptHandler) -> impl Iterator<Item = &str> {
    caught(handler).iter().filter_map(last_name)
}
