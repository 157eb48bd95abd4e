//! The steps of a function whose exceptions leave it, found by syntax.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_flow::{BlockId, Compound, Form, FunctionFlow, Step, StepKind, Used, Wait, WaitBy};
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Expr, ExprCall, Stmt, StmtRaise};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, span};

/// What a function does outside of its handlers.
#[derive(Debug, Default)]
pub(crate) struct OpenSteps {
    /// Whether the function raises an exception itself.
    pub(crate) raises: bool,
    /// The awaited values, without sleeps.
    pub(crate) awaited: Vec<Span>,
    /// The values that `async with` enters.
    pub(crate) entered: Vec<Span>,
    /// Whether the function iterates by `async for`.
    pub(crate) iterates: bool,
    /// The calls whose values are not awaited.
    pub(crate) calls: Vec<Span>,
}

/// Returns what a function does outside of its handlers. A handler that logs what it catches hides nothing by raising it again.
pub(super) fn open_steps(flow: &FunctionFlow) -> OpenSteps {
    let mut open = OpenSteps::default();
    for step in flow.steps() {
        if flow.around(step.block).any(|around| handles_all(flow, around) || suppresses_all(around.0.node)) {
            continue;
        }
        match step.kind {
            StepKind::Jump(Stmt::Raise(raise)) => open.raises |= leaves(flow, step, raise),
            StepKind::Wait(wait) => match wait.by {
                WaitBy::Await if is_sleep(&wait) => {}
                WaitBy::Await => open.awaited.push(span(wait.value.range())),
                WaitBy::With => open.entered.push(span(wait.value.range())),
                WaitBy::For => open.iterates = true,
            },
            StepKind::Call(_, Used::Awaited) => {}
            StepKind::Call(call, Used::Entered) if swallows(call) => {}
            StepKind::Call(call, _) if !is_in_broad_handler(flow, step) => {
                open.calls.push(span(call.range()));
            }
            _ => {}
        }
    }
    open
}

/// Returns whether an exception that a statement raises leaves the function. A cancellation is no exception that is lost.
fn leaves(flow: &FunctionFlow, step: &Step, raise: &StmtRaise) -> bool {
    let raised = raise.exc.as_deref().map(|raised| match raised {
        Expr::Call(call) => &*call.func,
        class => class,
    });
    !flow.around(step.block).any(|(compound, inside)| match (&compound.form, compound.node) {
        (Form::Try { body, handlers, .. }, AnyNodeRef::StmtTry(tried)) => {
            tried.handlers.iter().zip(handlers).any(|(handler, block)| match raised {
                Some(raised) if *body == inside => catches(handler, raised),
                None if *block == inside => tells(flow, inside) || catches_cancellation_alone(handler),
                _ => *block == inside && tells(flow, inside),
            })
        }
        _ => false,
    })
}

/// Returns whether a handler names the class of an exception.
fn catches(handler: &ExceptHandler, raised: &Expr) -> bool {
    classes_of(handler)
        .iter()
        .any(|class| last_name(class).is_some() && last_name(class) == last_name(raised))
}

fn catches_cancellation_alone(handler: &ExceptHandler) -> bool {
    let is_broad = |class: &&Expr| named(last_name(class)).has(Role::BroadException);
    let is_cancellation = |class: &&Expr| named(last_name(class)).has(Role::IncludesCancellation);
    let classes = classes_of(handler);
    !classes.is_empty() && classes.iter().all(|class| is_cancellation(class) && !is_broad(class))
}

/// Returns the classes that a handler names; none for a bare `except`.
fn classes_of(ExceptHandler::ExceptHandler(handler): &ExceptHandler) -> Vec<&Expr> {
    match handler.type_.as_deref() {
        Some(Expr::Tuple(several)) => several.iter().collect(),
        Some(one) => vec![one],
        None => Vec::new(),
    }
}

/// Returns whether a step is in a handler of every error. Its plain calls report the error.
fn is_in_broad_handler(flow: &FunctionFlow, step: &Step) -> bool {
    flow.around(step.block).any(|(compound, inside)| match (&compound.form, compound.node) {
        (Form::Try { handlers, .. }, AnyNodeRef::StmtTry(tried)) => {
            let mut handlers = tried.handlers.iter().zip(handlers);
            handlers.any(|(handler, block)| *block == inside && is_of_all_errors(handler))
        }
        _ => false,
    })
}

/// Returns whether a wait is `await asyncio.sleep(...)`.
pub(super) fn is_sleep(wait: &Wait) -> bool {
    wait.by == WaitBy::Await && sleeps(wait.value)
}

/// Returns whether an expression is `asyncio.sleep(...)`.
pub(super) fn sleeps(value: &Expr) -> bool {
    value.as_call_expr().and_then(|call| last_name(&call.func)) == Some("sleep")
}

/// Returns whether a node is `with suppress(Exception)`
/// (docs.python.org/3/library/contextlib.html#contextlib.suppress).
fn suppresses_all(node: AnyNodeRef) -> bool {
    let AnyNodeRef::StmtWith(statement) = node else { return false };
    let mut calls = statement.items.iter().filter_map(|item| item.context_expr.as_call_expr());
    calls.any(|call| {
        let mut suppressed = call.arguments.args.iter();
        swallows(call) && suppressed.any(|class| named(last_name(class)).has(Role::BroadException))
    })
}

/// Returns whether a call makes a context manager that swallows exceptions.
fn swallows(call: &ExprCall) -> bool {
    named(last_name(&call.func)).has(Role::SwallowsExceptions)
}

/// Returns whether a compound is a `try` that handles every error in one of its blocks.
pub(super) fn handles_all(flow: &FunctionFlow, (compound, inside): (&Compound, BlockId)) -> bool {
    let (Form::Try { body, handlers, .. }, AnyNodeRef::StmtTry(tried)) = (&compound.form, compound.node)
    else {
        return false;
    };
    let mut handlers = tried.handlers.iter().zip(handlers);
    *body == inside
        && handlers.any(|(handler, block)| is_of_all_errors(handler) && tells_or_ends(flow, *block))
}

fn is_of_all_errors(handler: &ExceptHandler) -> bool {
    let classes = classes_of(handler);
    classes.is_empty() || classes.iter().any(|class| named(last_name(class)).has(Role::BroadException))
}

/// Returns whether a handler does not raise, or logs what it catches.
fn tells_or_ends(flow: &FunctionFlow, handler: BlockId) -> bool {
    let raises = |step: &Step| matches!(step.kind, StepKind::Jump(Stmt::Raise(_)));
    tells(flow, handler) || !flow.steps_inside(handler).iter().any(raises)
}

fn tells(flow: &FunctionFlow, handler: BlockId) -> bool {
    flow.steps_inside(handler).iter().any(logs)
}

fn logs(step: &Step) -> bool {
    let StepKind::Call(call, _) = step.kind else { return false };
    named(last_name(&call.func)).has(Role::LogsError)
}
