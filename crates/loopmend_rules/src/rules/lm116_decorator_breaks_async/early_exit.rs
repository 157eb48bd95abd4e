//! Context managers that decorate an `async def`: they exit as soon as the coroutine is created.

use loopmend_core::Span;
use loopmend_index::summary::FunctionId;
use loopmend_semantic::File;
use loopmend_semantic::infer::{Location, Type};

use super::misused_decorator::list_decorated;

/// An `async def` with a context manager of `contextmanager` as its decorator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EarlyExit {
    /// The decorator without its `@`.
    pub(crate) at: Span,
    /// What makes the context manager, as written, without its arguments.
    pub(crate) written: Span,
    /// The qualified name of the decorated function.
    pub(crate) function: String,
}

/// Returns the context managers that decorate async functions, in source order. Skips places where an exception is expected.
pub(crate) fn early_exits(file: &mut File) -> Vec<EarlyExit> {
    let summary = file.summary();
    let decorated = list_decorated(summary).into_iter().filter(|id| !summary.function(*id).is_generator);
    decorated.filter_map(|id| early_exit(file, id)).collect()
}

/// Returns the lowest decorator of an `async def` that does not keep the function, if it is a context manager.
fn early_exit(file: &mut File, id: FunctionId) -> Option<EarlyExit> {
    let (module, summary) = (file.module(), file.summary());
    let function = summary.function(id);
    let scope = summary.scope_around(function.scope);
    let at = Location::in_scope(module, scope);
    let inference = file.inference_mut();
    let mut decorators = summary.list(function.decorators).iter().rev();
    let lowest = *decorators.find(|decorator| !inference.keeps_decorated(at, **decorator))?;
    let is_call = summary.call(lowest).is_some() && !summary.expects_exception_at(scope, function.header);
    let Type::Instance(class, _) = is_call.then(|| inference.expression(module, scope, lowest))? else {
        return None;
    };
    // The class of what `contextlib.contextmanager` makes calls the function inside of `with` (contextlib.ContextDecorator).
    (inference.path_of_class(class) == "contextlib._GeneratorContextManager").then(|| EarlyExit {
        at: summary.span(lowest),
        written: summary.span(summary.callee_or_itself(lowest)),
        function: summary.qualified_name(function.scope),
    })
}
