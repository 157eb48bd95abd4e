//! Functions of the project that raise `CancelledError` themselves, for a reason of their own.

use loopmend_core::Span;
use loopmend_index::summary::CallSite;
use loopmend_project::Origin;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr};
use loopmend_python::{SyntaxTree, function_with, last_name, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::infer::FunctionRef;
use rustc_hash::FxHashSet;

/// The maximum number of functions to read for one handler. Each one may parse its file again.
const MAX_FUNCTIONS: usize = 16;

/// The class that a cancellation raises.
const CANCELLED: &str = "CancelledError";

/// Returns a function that a guarded block calls, directly or through others, and that raises a cancellation itself.
pub(super) fn raises_cancellation(file: &mut File, guarded: Span) -> Option<FunctionRef> {
    let (module, summary) = (file.module(), file.summary());
    let first = summary.calls.partition_point(|site| summary.span(site.expression).start < guarded.start);
    let calls = summary.calls[first..].iter();
    let inside = calls.take_while(|site| summary.span(site.expression).start < guarded.end);
    let mut open: Vec<FunctionRef> = Vec::new();
    for site in inside {
        open.extend(file.inference_mut().called_functions(module, site));
    }
    let mut met = FxHashSet::default();
    while let Some(function) = open.pop() {
        let is_own = file.engine().origin(function.module) == Origin::FirstParty;
        if !is_own || met.len() == MAX_FUNCTIONS || !met.insert(function) {
            continue;
        }
        file.inference_mut().rest_on_text(function.module);
        if does_raise(file, function) {
            return Some(function);
        }
        let summary = file.engine().summary(function.module);
        let scope = summary.function(function.function).scope;
        let calls: Vec<CallSite> = summary.calls_in(scope).copied().collect();
        for site in calls {
            open.extend(file.inference_mut().called_functions(function.module, &site));
        }
    }
    None
}

/// Returns whether a function has `raise CancelledError`. A bare `raise` passes a cancellation on, which may be that of the task.
fn does_raise(file: &File, function: FunctionRef) -> bool {
    let engine = file.engine();
    if !engine.has_name(function.module, CANCELLED) {
        return false;
    }
    let header = engine.summary(function.module).function(function.function).header;
    engine.read_function_tree(function.module, header.start, |tree| has_raise(tree, header))
}

fn has_raise(tree: &SyntaxTree, header: Span) -> bool {
    let Some(function) = function_with(tree, header) else { return false };
    let mut raises = false;
    walk_body(&function.body, |_, node| match node {
        AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::StmtClassDef(_) | AnyNodeRef::ExprLambda(_) => {
            TraversalSignal::Skip
        }
        AnyNodeRef::StmtRaise(raise) => {
            raises |= raise.exc.as_deref().is_some_and(is_cancellation);
            TraversalSignal::Skip
        }
        _ => TraversalSignal::Traverse,
    });
    raises
}

fn is_cancellation(raised: &Expr) -> bool {
    let class = match raised {
        Expr::Call(call) => &*call.func,
        class => class,
    };
    last_name(class) == Some(CANCELLED)
}

#[cfg(test)]
mod tests {
    use loopmend_core::Span;

    use super::has_raise;
    use crate::testing::parsed;

    fn raises(body: &str) -> bool {
        let text = format!("def recv():\n    {}\n", body.replace('\n', "\n    "));
        has_raise(&parsed(&text), Span::new(0, "def recv".len() as u32))
    }

    #[test]
    fn only_a_cancellation_of_its_own_counts() {
        assert!(raises("raise asyncio.CancelledError"));
        assert!(raises("if closed:\n    raise CancelledError('closed') from None"));
        assert!(!raises("try:\n    f()\nexcept asyncio.CancelledError:\n    raise"));
        assert!(!raises("raise ValueError(asyncio.CancelledError)"));
        assert!(!raises("def inner():\n    raise asyncio.CancelledError"));
    }
}
