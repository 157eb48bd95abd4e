//! How an `async def` handles the exceptions of what it awaits, found by syntax.

use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_python_ast::{AnyNodeRef, ExceptHandler, Expr, Stmt, StmtFunctionDef, StmtTry};
use ruff_text_size::{Ranged, TextRange};

use loopmend_core::Span;
use loopmend_project::Origin;

use super::assigned::{function_with, makes_scope};
use super::kept_task::raised_in;
use super::short_lived::runs_later;
use super::value_use::Walk;
use crate::file::File;
use crate::infer::FunctionRef;
use crate::stack::grow_stack_for_step;
use crate::summary::{SyntaxTree, last_name, span};

/// The base classes of all errors (docs.python.org/3/library/exceptions.html#exception-hierarchy).
const OF_ALL_ERRORS: [&str; 2] = ["Exception", "BaseException"];
/// The logger methods that report an error.
const LOGGING: [&str; 4] = ["critical", "error", "exception", "warning"];
/// The maximum depth to which awaited coroutines are analysed.
const MOST_LEVELS: u8 = 2;

impl File<'_> {
    /// Returns whether an `async def` handles or logs every error of what it awaits, so that none is lost
    /// with its task.
    pub(crate) fn handles_errors(&mut self, function: FunctionRef) -> bool {
        self.inference_mut().rest_on_text(function.module);
        self.of_definition(function, handles_errors)
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
        let header = engine.summary(function.module).function(function.function).header;
        let open = self.of_definition(function, open_waits);
        let raises = self.of_tree(function, |tree| raised_in(tree, header).is_some());
        !raises
            && open.is_some_and(|waits| {
                waits.into_iter().all(|wait| self.waits_for_safe(function, wait, levels))
            })
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
            && self.of_definition(function, |definition| is_delayed_best_effort(&definition.body))
    }

    /// Returns whether a function awaits a sleep and something else. The syntax tree of other functions is
    /// not needed.
    fn may_be_delayed(&self, FunctionRef { module, function }: FunctionRef) -> bool {
        let summary = self.engine().summary(module);
        let Some(awaited) = summary.only_awaited(function) else { return false };
        matches!(summary.list(awaited), [first, _, ..] if summary.last_name(*first) == Some("sleep"))
    }

    fn of_definition<T: Default>(&self, function: FunctionRef, asks: impl Fn(&StmtFunctionDef) -> T) -> T {
        let header = self.engine().summary(function.module).function(function.function).header;
        self.of_tree(function, |tree| function_with(tree, header).map(&asks).unwrap_or_default())
    }

    /// Returns the result of `asks` for a syntax tree that contains the function.
    fn of_tree<T: Default>(&self, function: FunctionRef, asks: impl Fn(&SyntaxTree) -> T) -> T {
        let FunctionRef { module, function } = function;
        if module == self.module() {
            let header = self.engine().summary(module).function(function).header;
            return asks(&self.tree_within(header.start));
        }
        self.engine().read_tree(module, asks)
    }
}

fn handles_errors(function: &StmtFunctionDef) -> bool {
    let mut waits = 0;
    let mut handled = 0;
    let mut walk = Walk::new(|around, node| {
        if gives_control_away(node) {
            waits += 1;
            handled += usize::from(around.iter().any(|outer| handles_all_of(*outer, node.range())));
        }
        if makes_scope(node) { TraversalSignal::Skip } else { TraversalSignal::Traverse }
    });
    walk.visit_body(&function.body);
    waits > 0 && handled == waits
}

/// Returns the awaited expressions whose errors are neither handled nor suppressed, without sleeps. Returns
/// `None` if the function enters or iterates over something without handling, or only sleeps.
fn open_waits(function: &StmtFunctionDef) -> Option<Vec<Span>> {
    let mut open = Some(Vec::new());
    let mut waits = 0;
    let mut walk = Walk::new(|around, node| {
        if gives_control_away(node) && !sleeps(node) {
            waits += 1;
            let is_handled = |outer: &AnyNodeRef| handles_all_of(*outer, node.range()) || suppresses(*outer);
            match node {
                _ if around.iter().any(is_handled) => {}
                AnyNodeRef::ExprAwait(awaited) => {
                    open.iter_mut().for_each(|open| open.push(span(awaited.value.range())));
                }
                _ => open = None,
            }
        }
        if runs_later(node) { TraversalSignal::Skip } else { TraversalSignal::Traverse }
    });
    walk.visit_body(&function.body);
    open.filter(|_| waits > 0)
}

/// Returns whether a node is `await asyncio.sleep(...)`.
fn sleeps(node: AnyNodeRef) -> bool {
    let AnyNodeRef::ExprAwait(awaited) = node else { return false };
    awaited.value.as_call_expr().and_then(|call| last_name(&call.func)) == Some("sleep")
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

fn gives_control_away(node: AnyNodeRef) -> bool {
    match node {
        AnyNodeRef::ExprAwait(_) => true,
        AnyNodeRef::StmtFor(statement) => statement.is_async,
        AnyNodeRef::StmtWith(statement) => statement.is_async,
        AnyNodeRef::Comprehension(comprehension) => comprehension.is_async,
        _ => false,
    }
}

/// Returns whether a node is a `try` that handles every error at a place in it.
fn handles_all_of(node: AnyNodeRef, place: TextRange) -> bool {
    let AnyNodeRef::StmtTry(tried) = node else { return false };
    tried.body.iter().any(|statement| statement.range().contains_range(place))
        && tried.handlers.iter().any(|handler| is_of_all_errors(handler) && tells_or_ends(handler))
}

fn is_of_all_errors(ExceptHandler::ExceptHandler(handler): &ExceptHandler) -> bool {
    handler.type_.as_deref().is_none_or(|caught| {
        let several = match caught {
            Expr::Tuple(several) => several.elts.as_slice(),
            one => std::slice::from_ref(one),
        };
        several.iter().any(|one| last_name(one).is_some_and(|name| OF_ALL_ERRORS.contains(&name)))
    })
}

/// Returns whether a handler does not raise, or logs what it catches.
fn tells_or_ends(ExceptHandler::ExceptHandler(handler): &ExceptHandler) -> bool {
    let mut raises = false;
    let mut logs = false;
    let mut walk = Walk::new(|_, node| {
        match node {
            AnyNodeRef::StmtRaise(_) => raises = true,
            AnyNodeRef::ExprCall(call) => {
                logs |= last_name(&call.func).is_some_and(|name| LOGGING.contains(&name));
            }
            _ => {}
        }
        if makes_scope(node) { TraversalSignal::Skip } else { TraversalSignal::Traverse }
    });
    walk.visit_body(&handler.body);
    logs || !raises
}

/// Returns whether a body is `await asyncio.sleep(delay)`, then `try: await act()` with `except Gone:
/// pass`.
fn is_delayed_best_effort(body: &[Stmt]) -> bool {
    let is_documentation =
        |statement: &Stmt| matches!(statement, Stmt::Expr(it) if it.value.is_string_literal_expr());
    let body = if body.first().is_some_and(is_documentation) { &body[1..] } else { body };
    let [first, Stmt::Try(last)] = body else { return false };
    is_sleep(first) && passes_over_failure(last)
}

fn is_sleep(statement: &Stmt) -> bool {
    let Stmt::Expr(statement) = statement else { return false };
    matches!(&*statement.value, Expr::Await(awaited) if sleeps(AnyNodeRef::ExprAwait(awaited)))
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
