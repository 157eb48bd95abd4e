//! How a coroutine reacts to a cancellation while it is suspended, found by syntax.

use loopmend_core::Span;
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_python_ast::{
    AnyNodeRef, ExceptHandler, ExceptHandlerExceptHandler, Expr, Stmt, StmtFunctionDef, StmtIf, StmtTry,
    StmtWith,
};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::FxHashMap;

use super::assigned::function_with;
use super::value_use::Walk;
use crate::file::File;
use crate::summary::{jumps, last_name, span};

/// How a coroutine reacts when it is cancelled at a wait; the worst case of all places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum WhenCancelled {
    /// The coroutine ends without waiting again.
    Ends,
    /// The coroutine catches the cancellation, and ends without waiting again.
    Returns,
    /// The coroutine waits again before it ends.
    WaitsAgain,
}

/// What is known about a wait of a coroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Waiting {
    /// The awaited expression never suspends.
    Never,
    /// The awaited expression, which may be anything, raises the cancellation.
    Raising,
    /// The awaited expression is a function of the file with this reaction.
    Own(WhenCancelled),
    /// The wait is an `async with` that also suspends at its end.
    AtBothEnds,
}

/// The asyncio functions that wait for work which others may cancel
/// (docs.python.org/3/library/asyncio-task.html).
const WAIT_FOR_OTHERS: [&str; 4] = ["gather", "shield", "wait", "wait_for"];

/// The methods that notify waiters that something is done.
const SETTLING: [&str; 4] = ["put_nowait", "set", "set_exception", "set_result"];

impl File<'_> {
    /// Returns the places where the function with this header waits, in source order: awaited expressions,
    /// iterables of `async for`, and items of `async with`.
    pub(crate) fn waits_of(&self, header: Span) -> Vec<Span> {
        function_with(&self.tree_within(header.start), header).map(waits).unwrap_or_default()
    }

    /// Returns how the function with this header reacts when it is cancelled at one of its waits. `waits`
    /// states what is known about them. The cancelling code sets these attributes of `self` to `True` or
    /// `False`.
    pub(crate) fn when_cancelled_in(
        &self,
        header: Span,
        known: &FxHashMap<Span, Waiting>,
        flags: &[String],
    ) -> WhenCancelled {
        let tree = self.tree_within(header.start);
        let function = function_with(&tree, header);
        function.map_or(WhenCancelled::Ends, |function| when_cancelled(function, known, flags))
    }

    /// Returns whether the function with this header signals with one of these attributes of `self` that
    /// something is done.
    pub(crate) fn settles_in(&self, header: Span, attributes: &[String]) -> bool {
        function_with(&self.tree_within(header.start), header)
            .is_some_and(|function| settles(function, attributes))
    }
}

pub(super) fn waits(function: &StmtFunctionDef) -> Vec<Span> {
    places(function).into_iter().map(|place| span(place.value)).collect()
}

fn settles(function: &StmtFunctionDef, attributes: &[String]) -> bool {
    let mut settles = false;
    let mut walk = Walk::new(|_, node| {
        if let AnyNodeRef::ExprCall(call) = node
            && let Expr::Attribute(method) = &*call.func
            && SETTLING.contains(&method.attr.as_str())
            && let Expr::Attribute(set) = &*method.value
        {
            settles |= attributes.iter().any(|attribute| attribute == set.attr.as_str());
        }
        TraversalSignal::Traverse
    });
    walk.visit_body(&function.body);
    settles
}

fn when_cancelled(
    function: &StmtFunctionDef,
    known: &FxHashMap<Span, Waiting>,
    flags: &[String],
) -> WhenCancelled {
    let places = places(function);
    let waiting = |place: &Place| known.get(&span(place.value)).copied().unwrap_or(Waiting::Raising);
    let mut real: Vec<_> = places.iter().map(|place| (place, waiting(place))).collect();
    real.retain(|(_, waiting)| *waiting != Waiting::Never);
    let reader = Reader { waits: real.iter().map(|(place, it)| (place.value, *it)).collect(), flags };
    let usual = real.into_iter().filter(|(place, _)| !place.is_after_an_error());
    usual.map(|(place, it)| reader.cancelled_at(place, it)).max().unwrap_or(WhenCancelled::Ends)
}

/// A place where a function waits.
struct Place<'a> {
    value: TextRange,
    /// Whether the function waits there for work that it called itself, rather than for a task or future
    /// that others may cancel.
    is_own_work: bool,
    around: Vec<AnyNodeRef<'a>>,
}

impl Place<'_> {
    /// Returns whether the function reaches the place only after a failure. It usually waits elsewhere.
    fn is_after_an_error(&self) -> bool {
        self.around.iter().any(|node| matches!(node, AnyNodeRef::ExceptHandlerExceptHandler(_)))
    }
}

fn places(function: &StmtFunctionDef) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    let mut walk = Walk::inside(vec![AnyNodeRef::StmtFunctionDef(function)], |around, node| {
        let mut add = |value: TextRange, is_own_work| {
            places.push(Place { value, is_own_work, around: around.to_vec() });
        };
        match node {
            AnyNodeRef::ExprAwait(awaited) => add(awaited.value.range(), is_own_work(&awaited.value)),
            AnyNodeRef::StmtFor(statement) if statement.is_async => add(statement.iter.range(), true),
            AnyNodeRef::Comprehension(inner) if inner.is_async => add(inner.iter.range(), true),
            AnyNodeRef::StmtWith(statement) if statement.is_async => {
                statement.items.iter().for_each(|item| add(item.context_expr.range(), true));
            }
            _ => {}
        }
        match node {
            AnyNodeRef::StmtFunctionDef(_)
            | AnyNodeRef::StmtClassDef(_)
            | AnyNodeRef::ExprLambda(_)
            | AnyNodeRef::ExprGenerator(_) => TraversalSignal::Skip,
            _ => TraversalSignal::Traverse,
        }
    });
    walk.visit_body(&function.body);
    places
}

struct Reader<'a> {
    /// The suspension points.
    waits: Vec<(TextRange, Waiting)>,
    /// The attributes of `self` that the cancelling code has set.
    flags: &'a [String],
}

impl Reader<'_> {
    fn cancelled_at(&self, place: &Place, waiting: Waiting) -> WhenCancelled {
        match waiting {
            Waiting::Own(WhenCancelled::WaitsAgain) => WhenCancelled::WaitsAgain,
            Waiting::Own(WhenCancelled::Returns) => match place.around.split_last() {
                Some((AnyNodeRef::StmtExpr(statement), further)) => self.behind(further, statement.range),
                _ => WhenCancelled::Ends,
            },
            _ => self.raised(&place.around, place.value, place.is_own_work),
        }
    }

    /// Returns the effect of a cancellation that is raised inside these nodes. Handlers may only treat the
    /// cancellation as the end of the function's own work if it is that.
    fn raised(&self, around: &[AnyNodeRef], inside: TextRange, is_own: bool) -> WhenCancelled {
        let Some((node, further)) = around.split_last() else { return WhenCancelled::Ends };
        let swallowed = match node {
            AnyNodeRef::StmtTry(statement) => {
                let handler = catching(statement).filter(|_| contains(&statement.body, inside));
                let is_ended = !contains(&statement.finalbody, inside) && self.waits_in(&statement.finalbody);
                if is_ended || handler.is_some_and(|handler| self.waits_in(&handler.body)) {
                    return WhenCancelled::WaitsAgain;
                }
                handler.is_some_and(|handler| !handler.body.iter().any(may_leave))
            }
            AnyNodeRef::StmtWith(statement) if contains(&statement.body, inside) => {
                if self.waits_at_end_of(statement) {
                    return WhenCancelled::WaitsAgain;
                }
                !statement.is_async && suppresses(statement)
            }
            _ => false,
        };
        match swallowed {
            true if is_own => self.behind(further, node.range()),
            true => WhenCancelled::Ends,
            false => self.raised(further, node.range(), is_own),
        }
    }

    /// Returns what follows a statement that has ended.
    fn behind(&self, around: &[AnyNodeRef], ended: TextRange) -> WhenCancelled {
        let Some((node, further)) = around.split_last() else { return WhenCancelled::Returns };
        for statement in rest_of_block(*node, ended) {
            if self.may_leave_at(statement) {
                return WhenCancelled::Returns;
            }
            if self.waits_in(std::slice::from_ref(statement)) {
                return WhenCancelled::WaitsAgain;
            }
        }
        let waits_again = match node {
            AnyNodeRef::StmtWhile(repeated) => {
                let is_endless = matches!(&*repeated.test, Expr::BooleanLiteral(test) if test.value);
                is_endless && contains(&repeated.body, ended)
            }
            AnyNodeRef::StmtFor(repeated) => contains(&repeated.body, ended),
            AnyNodeRef::StmtTry(statement) => {
                let is_body = contains(&statement.body, ended);
                is_body && self.waits_in(&statement.orelse)
                    || !contains(&statement.finalbody, ended) && self.waits_in(&statement.finalbody)
            }
            AnyNodeRef::StmtWith(statement) => self.waits_at_end_of(statement),
            _ => false,
        };
        if waits_again { WhenCancelled::WaitsAgain } else { self.behind(further, node.range()) }
    }

    /// Returns whether a statement may leave its enclosing block, either unconditionally or under a
    /// condition that the cancelling code has set.
    fn may_leave_at(&self, statement: &Stmt) -> bool {
        match statement {
            Stmt::If(StmtIf { test, .. }) => self.asks_for_flag(test) && may_leave(statement),
            other => jumps(other),
        }
    }

    fn asks_for_flag(&self, test: &Expr) -> bool {
        let mut asks = false;
        let mut walk = Walk::new(|_, node| {
            if let AnyNodeRef::ExprAttribute(attribute) = node {
                asks |= self.flags.iter().any(|flag| flag == attribute.attr.as_str());
            }
            TraversalSignal::Traverse
        });
        walk.visit_expr(test);
        asks
    }

    fn waits_in(&self, body: &[Stmt]) -> bool {
        self.waits.iter().any(|(wait, _)| contains(body, *wait))
    }

    fn waits_at_end_of(&self, statement: &StmtWith) -> bool {
        let waits_at_end = |value: TextRange| {
            self.waits.iter().any(|(wait, waiting)| *wait == value && *waiting == Waiting::AtBothEnds)
        };
        statement.is_async && statement.items.iter().any(|item| waits_at_end(item.context_expr.range()))
    }
}

fn is_own_work(awaited: &Expr) -> bool {
    match awaited {
        Expr::Call(call) => !last_name(&call.func).is_some_and(|name| WAIT_FOR_OTHERS.contains(&name)),
        _ => false,
    }
}

fn contains(body: &[Stmt], inside: TextRange) -> bool {
    body.iter().any(|statement| statement.range().contains_range(inside))
}

/// Returns the handler of a `try` that catches a cancellation.
fn catching(statement: &StmtTry) -> Option<&ExceptHandlerExceptHandler> {
    let mut handlers = statement.handlers.iter().map(|ExceptHandler::ExceptHandler(handler)| handler);
    handlers.find(|handler| handler.type_.as_deref().is_none_or(takes_cancellation))
}

fn takes_cancellation(class: &Expr) -> bool {
    match class {
        Expr::Tuple(several) => several.elts.iter().any(takes_cancellation),
        one => matches!(last_name(one), Some("CancelledError" | "BaseException")),
    }
}

/// Returns whether a statement is `with suppress(CancelledError):`.
fn suppresses(statement: &StmtWith) -> bool {
    statement.items.iter().any(|item| match &item.context_expr {
        Expr::Call(call) if last_name(&call.func) == Some("suppress") => {
            call.arguments.args.iter().any(takes_cancellation)
        }
        _ => false,
    })
}

/// Returns whether a statement contains a `return`, `raise`, `break` or `continue`.
fn may_leave(statement: &Stmt) -> bool {
    let mut leaves = false;
    let mut walk = Walk::new(|_, node| match node {
        AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::StmtClassDef(_) | AnyNodeRef::ExprLambda(_) => {
            TraversalSignal::Skip
        }
        _ => {
            leaves |= matches!(
                node,
                AnyNodeRef::StmtReturn(_)
                    | AnyNodeRef::StmtRaise(_)
                    | AnyNodeRef::StmtBreak(_)
                    | AnyNodeRef::StmtContinue(_)
            );
            TraversalSignal::Traverse
        }
    });
    walk.visit_stmt(statement);
    leaves
}

/// Returns the statements after a place in the block of a node that contains it.
fn rest_of_block(node: AnyNodeRef<'_>, inside: TextRange) -> &[Stmt] {
    let blocks: [&[Stmt]; 3] = match node {
        AnyNodeRef::StmtFunctionDef(function) => [&function.body, &[], &[]],
        AnyNodeRef::StmtFor(statement) => [&statement.body, &statement.orelse, &[]],
        AnyNodeRef::StmtWhile(statement) => [&statement.body, &statement.orelse, &[]],
        AnyNodeRef::StmtIf(statement) => [&statement.body, &[], &[]],
        AnyNodeRef::ElifElseClause(clause) => [&clause.body, &[], &[]],
        AnyNodeRef::StmtWith(statement) => [&statement.body, &[], &[]],
        AnyNodeRef::StmtTry(statement) => [&statement.body, &statement.orelse, &statement.finalbody],
        AnyNodeRef::ExceptHandlerExceptHandler(handler) => [&handler.body, &[], &[]],
        AnyNodeRef::MatchCase(case) => [&case.body, &[], &[]],
        _ => [&[], &[], &[]],
    };
    let block = blocks.into_iter().find(|block| contains(block, inside)).unwrap_or_default();
    let behind = block.partition_point(|statement| statement.range().start() < inside.end());
    &block[behind..]
}

#[cfg(test)]
mod tests {
    use loopmend_core::Span;
    use rustc_hash::FxHashMap;

    use super::super::tests::{function_of, parsed};
    use super::{WhenCancelled, function_with, settles, waits, when_cancelled};

    /// Returns how an `async def` with this body reacts when code that sets `self.closed` cancels it.
    fn cancelled(body: &str) -> WhenCancelled {
        let text = function_of(body);
        let tree = parsed(&text);
        let function = function_with(&tree, Span::new(0, "async def main".len() as u32));
        let function = function.expect("the text defines a function");
        when_cancelled(function, &FxHashMap::default(), &["closed".to_owned()])
    }

    #[test]
    fn what_awaits_more_is_told() {
        for body in [
            "try:\n    await f()\nfinally:\n    await g()",
            "try:\n    await f()\nexcept CancelledError:\n    await g()\n    raise",
            "try:\n    await f()\nexcept BaseException:\n    await g()\n    raise",
            "try:\n    await f()\nexcept CancelledError: pass\nawait g()",
            "try:\n    with a:\n        await f()\nexcept:\n    print()\nelse:\n    return\nif a: return\nawait g()",
            "for x in a:\n    with suppress(CancelledError):\n        await f(x)",
            "while True:\n    try:\n        await f()\n    except CancelledError:\n        print()",
            "try:\n    try:\n        await f()\n    except CancelledError:\n        print()\nfinally:\n    await g()",
        ] {
            assert_eq!(cancelled(body), WhenCancelled::WaitsAgain, "{body}");
        }
    }

    #[test]
    fn what_takes_the_cancellation_and_comes_to_its_end_returns() {
        for body in [
            "try:\n    await f()\nexcept CancelledError: pass",
            "try:\n    await f()\nexcept CancelledError: pass\nreturn\nawait g()",
            "while a:\n    try:\n        await f()\n    except CancelledError: pass\n    if self.closed: break\n    await g()",
        ] {
            assert_eq!(cancelled(body), WhenCancelled::Returns, "{body}");
        }
    }

    #[test]
    fn what_is_not_caught_or_left_ends() {
        for body in [
            "await f()\nawait g()",
            "try:\n    await f()\nexcept OSError:\n    await g()",
            "while True:\n    try:\n        await f()\n    except CancelledError:\n        break\nawait g()",
            "try:\n    await f()\nexcept A:\n    try:\n        await g()\n    finally:\n        await h()",
            "a.cancel()\nwith suppress(CancelledError):\n    await a\nawait g()",
        ] {
            assert_eq!(cancelled(body), WhenCancelled::Ends, "{body}");
        }
    }

    #[test]
    fn waits_and_what_is_settled_are_found() {
        let text = function_of("async with a: self.done.set()\n[await b for c in d]\n(await e for g in h)");
        let tree = parsed(&text);
        let function = function_with(&tree, Span::new(0, "async def main".len() as u32));
        let function = function.expect("the text defines a function");
        let waits: Vec<_> = waits(function).into_iter().map(|wait| &text[wait.as_range()]).collect();
        assert_eq!(waits, ["a", "b"]);
        assert!(settles(function, &["done".to_owned()]) && !settles(function, &["a".to_owned()]));
    }
}
