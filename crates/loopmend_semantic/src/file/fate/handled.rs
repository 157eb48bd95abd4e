//! How an `async def` handles the exceptions of what it awaits, found by syntax.

use loopmend_flow::{FunctionFlow, Step};
use loopmend_python::ast::{ExceptHandler, Stmt, StmtTry, StmtWith};
use loopmend_python::{SyntaxTree, function_with, last_name};

use super::open_steps::{OpenSteps, handles_all, open_steps, sleeps};
use crate::file::File;
use crate::infer::FunctionRef;

impl File<'_> {
    /// Returns whether an `async def` handles or logs every error of what it awaits, so that none is lost
    /// with its task.
    pub fn handles_errors(&mut self, function: FunctionRef) -> bool {
        self.inference_mut().rest_on_text(function.module);
        if let Some(answer) = self.task_answers.handles_errors.get(&function) {
            return *answer;
        }
        let answer = self.of_flow(function, handles_errors);
        self.task_answers.handles_errors.insert(function, answer);
        answer
    }

    /// Returns whether an `async def` handles every error of something that it awaits.
    pub(crate) fn handles_error(&mut self, function: FunctionRef) -> bool {
        self.inference_mut().rest_on_text(function.module);
        self.of_flow(function, |flow| flow.waits().any(|(step, _)| is_handled(flow, step)))
    }

    /// Returns what a function of the project does outside of its handlers.
    pub(crate) fn open_steps(&mut self, function: FunctionRef) -> Option<OpenSteps> {
        self.inference_mut().rest_on_text(function.module);
        self.of_flow(function, |flow| Some(open_steps(flow)))
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
    pub(crate) fn of_flow<T: Default>(&self, function: FunctionRef, asks: impl Fn(&FunctionFlow) -> T) -> T {
        let FunctionRef { module, function } = function;
        let header = self.engine().summary(module).function(function).header;
        if module == self.module() {
            return self.flow_of(header, asks);
        }
        let ask_tree = |tree: &SyntaxTree| Some(asks(&FunctionFlow::of(function_with(tree, header)?)));
        self.engine().read_function_tree(module, header.start, ask_tree).unwrap_or_default()
    }
}

fn handles_errors(flow: &FunctionFlow) -> bool {
    let mut waits = flow.waits().peekable();
    waits.peek().is_some() && waits.all(|(step, _)| is_handled(flow, step))
}

fn is_handled(flow: &FunctionFlow, step: &Step) -> bool {
    flow.around(step.block).any(|around| handles_all(flow, around))
}

/// Returns whether a node is `with suppress(...)` of errors
/// (docs.python.org/3/library/contextlib.html#contextlib.suppress). A cancellation is not an error.
fn suppresses(statement: &StmtWith) -> bool {
    let mut calls = statement.items.iter().filter_map(|item| item.context_expr.as_call_expr());
    calls.any(|call| {
        let mut suppressed = call.arguments.args.iter().map(last_name);
        last_name(&call.func) == Some("suppress") && suppressed.any(|name| name != Some("CancelledError"))
    })
}

/// Returns whether a body is `await asyncio.sleep(delay)`, then `try: await act()` with `except Gone:
/// pass`, or the same with `suppress(Gone)`.
fn is_delayed_best_effort(body: &[Stmt]) -> bool {
    let is_documentation =
        |statement: &Stmt| matches!(statement, Stmt::Expr(it) if it.value.is_string_literal_expr());
    let body = if body.first().is_some_and(is_documentation) { &body[1..] } else { body };
    let [first, last] = body else { return false };
    let awaited = first.as_expr_stmt().and_then(|it| it.value.as_await_expr());
    awaited.is_some_and(|awaited| sleeps(&awaited.value))
        && match last {
            Stmt::Try(tried) => passes_over_failure(tried),
            Stmt::With(with) => suppresses(with) && does_one_thing(&with.body),
            _ => false,
        }
}

fn passes_over_failure(tried: &StmtTry) -> bool {
    let is_passed = |ExceptHandler::ExceptHandler(handler): &ExceptHandler| {
        handler.body.iter().all(|statement| matches!(statement, Stmt::Pass(_)))
    };
    does_one_thing(&tried.body)
        && tried.orelse.is_empty()
        && tried.finalbody.is_empty()
        && !tried.handlers.is_empty()
        && tried.handlers.iter().all(is_passed)
}

fn does_one_thing(body: &[Stmt]) -> bool {
    matches!(body, [Stmt::Expr(only)] if only.value.is_await_expr())
}
