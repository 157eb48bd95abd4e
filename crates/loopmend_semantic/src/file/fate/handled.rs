//! How an `async def` handles the exceptions of what it awaits, found by syntax.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_flow::{BlockId, Compound, Form, FunctionFlow, Step, StepKind, Wait, WaitBy};
use loopmend_project::Origin;
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Expr, Stmt, StmtTry};
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, function_with, last_name, span};

use super::kept_task::raised_in;
use crate::file::File;
use crate::infer::FunctionRef;
use crate::stack::grow_stack_for_step;

/// The maximum depth to which awaited coroutines are analysed.
const MOST_LEVELS: u8 = 2;

impl File<'_> {
    /// Returns whether an `async def` handles or logs every error of what it awaits, so that none is lost
    /// with its task.
    pub fn handles_errors(&mut self, function: FunctionRef) -> bool {
        self.inference_mut().rest_on_text(function.module);
        self.of_flow(function, handles_errors)
    }

    /// Returns whether an `async def` of the project loses no exception with its task. Every wait handles
    /// or suppresses errors, is a sleep, or awaits a project function that loses none.
    pub(crate) fn loses_no_error(&mut self, function: FunctionRef) -> bool {
        self.loses_none_below(function, MOST_LEVELS)
    }

    fn loses_none_below(&mut self, function: FunctionRef, levels: u8) -> bool {
        let engine = self.engine();
        if engine.origin(function.module) != Origin::FirstParty {
            return false;
        }
        self.inference_mut().rest_on_text(function.module);
        let open = self.of_flow(function, |flow| open_waits(flow).filter(|_| raised_in(flow).is_none()));
        open.is_some_and(|waits| waits.into_iter().all(|wait| self.waits_for_safe(function, wait, levels)))
    }

    /// Returns whether the functions awaited at a place belong to the project and lose no exception.
    fn waits_for_safe(&mut self, function: FunctionRef, wait: Span, levels: u8) -> bool {
        let summary = self.engine().summary(function.module);
        let (Some(levels), Some(site)) = (levels.checked_sub(1), summary.call_site(wait)) else {
            return false;
        };
        let scope = summary.function(function.function).scope;
        let makers = self.inference_mut().awaited_makers(function.module, scope, site.expression);
        makers.is_some_and(|makers| {
            !makers.is_empty()
                && makers
                    .into_iter()
                    .all(|maker| grow_stack_for_step(|| self.loses_none_below(maker, levels)))
        })
    }

    /// Returns whether an `async def` sleeps, then awaits one thing and ignores its failure. A timer holds
    /// the task until this last action, whose success is not meant to be observed.
    pub(crate) fn is_delayed_best_effort(&mut self, function: FunctionRef) -> bool {
        self.inference_mut().rest_on_text(function.module);
        self.may_be_delayed(function)
            && self.of_flow(function, |flow| is_delayed_best_effort(&flow.function.body))
    }

    /// Returns whether a function awaits a sleep and something else. The syntax tree of other functions is
    /// not needed.
    fn may_be_delayed(&self, FunctionRef { module, function }: FunctionRef) -> bool {
        let summary = self.engine().summary(module);
        let Some(awaited) = summary.only_awaited(function) else { return false };
        matches!(summary.list(awaited), [first, _, ..] if summary.last_name(*first) == Some("sleep"))
    }

    /// Asks the flow of a function, of this file or another one. Returns the default if it is not found.
    fn of_flow<T: Default>(&self, function: FunctionRef, asks: impl Fn(&FunctionFlow) -> T) -> T {
        let FunctionRef { module, function } = function;
        let header = self.engine().summary(module).function(function).header;
        if module == self.module() {
            return self.flow_of(header, asks);
        }
        let ask_tree = |tree: &SyntaxTree| Some(asks(&FunctionFlow::of(function_with(tree, header)?)));
        self.engine().read_tree(module, ask_tree).unwrap_or_default()
    }
}

fn handles_errors(flow: &FunctionFlow) -> bool {
    let mut waits = flow.waits().peekable();
    waits.peek().is_some()
        && waits.all(|(step, _)| flow.around(step.block).any(|around| handles_all(flow, around)))
}

/// Returns the awaited expressions whose errors are neither handled nor suppressed, without sleeps. Returns
/// `None` if the function enters or iterates over something without handling, or only sleeps.
fn open_waits(flow: &FunctionFlow) -> Option<Vec<Span>> {
    let waits: Vec<_> = flow.waits().filter(|(_, wait)| !is_sleep(wait)).collect();
    let is_open = |(step, _): &&(&Step, Wait)| {
        !flow.around(step.block).any(|around| handles_all(flow, around) || suppresses(around.0.node))
    };
    let open = waits.iter().filter(is_open).map(|(_, wait)| {
        let is_explicit = wait.by == WaitBy::Await;
        is_explicit.then(|| span(wait.value.range()))
    });
    let open: Option<Vec<Span>> = open.collect();
    open.filter(|_| !waits.is_empty())
}

/// Returns whether a wait is `await asyncio.sleep(...)`.
fn is_sleep(wait: &Wait) -> bool {
    wait.by == WaitBy::Await && sleeps(wait.value)
}

/// Returns whether an expression is `asyncio.sleep(...)`.
fn sleeps(value: &Expr) -> bool {
    value.as_call_expr().and_then(|call| last_name(&call.func)) == Some("sleep")
}

/// Returns whether a node is `with suppress(...)` of errors
/// (docs.python.org/3/library/contextlib.html#contextlib.suppress). A cancellation is not an error.
fn suppresses(node: AnyNodeRef) -> bool {
    let AnyNodeRef::StmtWith(statement) = node else { return false };
    let mut calls = statement.items.iter().filter_map(|item| item.context_expr.as_call_expr());
    calls.any(|call| {
        let mut suppressed = call.arguments.args.iter().map(last_name);
        last_name(&call.func) == Some("suppress") && suppressed.any(|name| name != Some("CancelledError"))
    })
}

/// Returns whether a compound is a `try` that handles every error in one of its blocks.
fn handles_all(flow: &FunctionFlow, (compound, inside): (&Compound, BlockId)) -> bool {
    let (Form::Try { body, handlers, .. }, AnyNodeRef::StmtTry(tried)) = (&compound.form, compound.node)
    else {
        return false;
    };
    let mut handlers = tried.handlers.iter().zip(handlers);
    *body == inside
        && handlers.any(|(handler, block)| is_of_all_errors(handler) && tells_or_ends(flow, *block))
}

fn is_of_all_errors(ExceptHandler::ExceptHandler(handler): &ExceptHandler) -> bool {
    handler.type_.as_deref().is_none_or(|caught| {
        let several = match caught {
            Expr::Tuple(several) => several.elts.as_slice(),
            one => std::slice::from_ref(one),
        };
        several.iter().any(|one| named(last_name(one)).has(Role::BroadException))
    })
}

/// Returns whether a handler does not raise, or logs what it catches.
fn tells_or_ends(flow: &FunctionFlow, handler: BlockId) -> bool {
    let any = |found: fn(&Step) -> bool| flow.steps_inside(handler).iter().any(found);
    any(logs) || !any(|step| matches!(step.kind, StepKind::Jump(Stmt::Raise(_))))
}

fn logs(step: &Step) -> bool {
    let StepKind::Call(call, _) = step.kind else { return false };
    named(last_name(&call.func)).has(Role::LogsError)
}

/// Returns whether a body is `await asyncio.sleep(delay)`, then `try: await act()` with `except Gone:
/// pass`.
fn is_delayed_best_effort(body: &[Stmt]) -> bool {
    let is_documentation =
        |statement: &Stmt| matches!(statement, Stmt::Expr(it) if it.value.is_string_literal_expr());
    let body = if body.first().is_some_and(is_documentation) { &body[1..] } else { body };
    let [first, Stmt::Try(last)] = body else { return false };
    let awaited = first.as_expr_stmt().and_then(|it| it.value.as_await_expr());
    awaited.is_some_and(|awaited| sleeps(&awaited.value)) && passes_over_failure(last)
}

fn passes_over_failure(tried: &StmtTry) -> bool {
    let is_passed = |ExceptHandler::ExceptHandler(handler): &ExceptHandler| {
        handler.body.iter().all(|statement| matches!(statement, Stmt::Pass(_)))
    };
    let does_one_thing = matches!(tried.body.as_slice(), [Stmt::Expr(only)] if only.value.is_await_expr());
    does_one_thing
        && tried.orelse.is_empty()
        && tried.finalbody.is_empty()
        && !tried.handlers.is_empty()
        && tried.handlers.iter().all(is_passed)
}
