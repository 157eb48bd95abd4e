//! Results of thread futures that a coroutine waits for without `await`.

use loopmend_catalog::{Role, named};
use loopmend_core::{Confidence, Span};
use loopmend_index::calls::{is_new_future, is_submitted};
use loopmend_index::summary::{ArgumentKind, Expression, ExpressionId, Literal, ScopeId, Summary};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprCall, StmtWith};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{SyntaxTree, function_around, last_name, makes_scope, nodes_around, span, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;
use loopmend_semantic::infer::{FunctionRef, Type};

/// A call of `result` or `exception` of a `concurrent.futures.Future` in an `async def`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FutureResult {
    /// The call.
    pub(crate) call: Call,
    /// The range of the future expression.
    pub(crate) future: Span,
    /// Whether `await asyncio.wrap_future(future)` is equivalent: the call is of `result`, and has no
    /// timeout.
    pub(crate) can_be_awaited: bool,
    /// The coroutine that the future waits for, if the event loop that has to run the coroutine is the one that waits here.
    pub(crate) own: Option<OwnCoroutine>,
    /// The confidence that the object is such a future.
    pub(crate) confidence: Confidence,
}

/// A coroutine that `run_coroutine_threadsafe` passes to the running event loop.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnCoroutine {
    /// The range of the coroutine.
    pub(crate) coroutine: Span,
    /// Whether the call that makes the future is the future expression itself, rather than a name for it.
    pub(crate) is_made_there: bool,
}

/// Returns the results of thread and process futures that `async` functions wait for without `await`,
/// in source order. Skips futures that may be done.
pub(crate) fn future_results(file: &mut File) -> Vec<FutureResult> {
    let calls = file.unawaited_calls().filter(|call| file.can_await(call));
    let calls: Vec<Call> = calls.collect();
    calls.into_iter().filter_map(|call| future_result(file, call)).collect()
}

fn future_result(file: &mut File, call: Call) -> Option<FutureResult> {
    let summary = file.summary();
    let (future, method) = summary.method_call(call.site.expression)?;
    let method = summary.name(method);
    let arguments = summary.arguments_of(call.site.expression)?;
    if !named(method).has(Role::ReturnsOutcome) || arguments.len() > 1 || !waits(summary, arguments) {
        return None;
    }
    let confidence = origin(summary, &call, future)?.min(thread_future(file, &call, future)?);
    if is_done_by_maker(file, call.scope(), future) {
        return None;
    }
    let can_be_awaited = method == "result" && arguments.is_empty();
    let is_made_there = is_submitted(summary, future);
    let own = own_coroutine(summary, call.scope(), future);
    let future = summary.span(future);
    let may_be_done =
        !is_made_there && may_be_done(&file.tree_within(call.span.start), file.text(), call.span, future);
    (!may_be_done).then_some(FutureResult { call, future, can_be_awaited, own, confidence })
}

/// Returns the coroutine behind a future, if `run_coroutine_threadsafe` passes the coroutine to the event loop that runs the code.
fn own_coroutine(summary: &Summary, scope: ScopeId, future: ExpressionId) -> Option<OwnCoroutine> {
    let made = only_value(summary, scope, future)?;
    if !summary.last_roles(made).has(Role::FromOtherThreads) {
        return None;
    }
    let [coroutine, running] = summary.arguments_of(made)? else { return None };
    let is_loop = match running.kind {
        ArgumentKind::Positional => true,
        ArgumentKind::Keyword(name) => summary.name(name) == "loop",
        _ => false,
    };
    let running = only_value(summary, scope, running.value)?;
    let is_own = is_loop
        && coroutine.kind == ArgumentKind::Positional
        && summary.call(running).is_some()
        && summary.last_roles(running).has(Role::GetsLoop);
    let coroutine = summary.span(coroutine.value);
    is_own.then_some(OwnCoroutine { coroutine, is_made_there: made == future })
}

/// Returns the only value that a local name is bound to, or an expression that is no name.
fn only_value(summary: &Summary, scope: ScopeId, value: ExpressionId) -> Option<ExpressionId> {
    let Expression::Name(name) = summary.expression(value) else { return Some(value) };
    match summary.bindings_of(scope, summary.name(name)) {
        [only] => only.kind.value(),
        _ => None,
    }
}

/// Returns whether the function that makes a future also completes it, as an executor does that runs its functions at once.
fn is_done_by_maker(file: &mut File, scope: ScopeId, future: ExpressionId) -> bool {
    let summary = file.summary();
    let made: Vec<ExpressionId> = match summary.expression(future) {
        Expression::Name(name) => summary
            .bindings_of(scope, summary.name(name))
            .iter()
            .filter_map(|binding| binding.kind.value())
            .collect(),
        _ => vec![future],
    };
    made.into_iter().any(|made| calls_completing(file, made))
}

/// Returns whether a call runs a function that completes futures.
fn calls_completing(file: &mut File, made: ExpressionId) -> bool {
    let module = file.module();
    let Some(call) = file.call_at(file.summary().span(made)) else { return false };
    let inference = file.inference_mut();
    let called = inference.called(module, &call.site);
    called.into_iter().any(|part| {
        let Type::Function(callee) = part else { return false };
        let FunctionRef { module, function } = inference.function_of(callee);
        let summary = inference.engine().summary(module);
        let scope = summary.function(function).scope;
        let mut inside = summary.calls_in(scope);
        inside.any(|site| summary.last_roles(site.expression).has(Role::EndsFuture))
    })
}

fn thread_future(file: &mut File, call: &Call, future: ExpressionId) -> Option<Confidence> {
    let module = file.module();
    let inference = file.inference_mut();
    let value = inference.expression(module, call.scope(), future);
    let is_given_by_callers = inference.is_given_by_callers();
    let parts = inference.parts(value);
    let are_all = !parts.is_empty()
        && parts.into_iter().all(|part| match part {
            Type::Instance(class, _) => inference.path_of_class(class) == "concurrent.futures._base.Future",
            _ => false,
        });
    let confidence = if is_given_by_callers { Confidence::Likely } else { Confidence::Certain };
    are_all.then_some(confidence)
}

/// Returns the confidence that a future was just created: `certain` for the result of a submitting call,
/// also through a local name. Returns `None` for a future stored in an object, which may already be done.
fn origin(summary: &Summary, call: &Call, future: ExpressionId) -> Option<Confidence> {
    if let Expression::Attribute { .. } = summary.expression(future) {
        return None;
    }
    let is_new = is_new_future(summary, call.scope(), future);
    Some(if is_new { Confidence::Certain } else { Confidence::Likely })
}

/// Returns whether the arguments allow a call to wait: there is no `timeout=0`.
fn waits(summary: &Summary, arguments: &[loopmend_index::summary::Argument]) -> bool {
    arguments.iter().all(|argument| {
        let is_nothing =
            matches!(summary.expression(argument.value), Expression::Literal(Literal::Integer(0)));
        matches!(argument.kind, ArgumentKind::Positional | ArgumentKind::Keyword(_)) && !is_nothing
    })
}

/// Returns whether the futures may be done. Something before the call waits for futures or queries them, or
/// the `with` block of an executor has ended.
fn may_be_done(tree: &SyntaxTree, text: &str, call: Span, future: Span) -> bool {
    let around = nodes_around(tree, call);
    let Some(function) = function_around(&around) else { return true };
    let own = text.get(future.as_range());
    let mut may_be = false;
    walk_body(&function.body, |around, node| {
        if node.range().start().to_u32() >= call.end {
            return TraversalSignal::Skip;
        }
        match node {
            AnyNodeRef::ExprCall(other) => {
                let name = last_name(&other.func);
                let may_end =
                    |name| named(name).has(Role::WaitsForFuture) || named(name).has(Role::EndsFuture);
                may_be |= name.is_some_and(may_end) && !is_of_other(other, text, own);
            }
            AnyNodeRef::StmtWith(statement) if statement.range.end().to_u32() <= call.start => {
                let is_nested = around.iter().any(|node| makes_scope(*node));
                may_be |= !is_nested && may_end_futures(statement, text, own);
            }
            _ => {}
        }
        TraversalSignal::Traverse
    });
    may_be
}

/// Whether leaving a `with` may wait for a future: an executor is entered, or the block mentions the future.
fn may_end_futures(statement: &StmtWith, text: &str, own: Option<&str>) -> bool {
    let written = |range: TextRange| text.get(span(range).as_range()).unwrap_or_default();
    let is_executor = statement.items.iter().any(|item| {
        let manager = written(item.context_expr.range()).to_ascii_lowercase();
        manager.contains("executor") || manager.contains("pool")
    });
    is_executor || own.is_none_or(|own| written(statement.range).contains(own))
}

/// Returns whether a call queries or completes a future that is written differently.
fn is_of_other(call: &ExprCall, text: &str, own: Option<&str>) -> bool {
    let is_of_one = |name| named(name).has(Role::AsksFuture) || named(name).has(Role::EndsFuture);
    let asks = last_name(&call.func).is_some_and(is_of_one);
    let Expr::Attribute(method) = &*call.func else { return false };
    asks && text.get(span(method.value.range()).as_range()) != own
}
