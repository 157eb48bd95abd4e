//! How a coroutine reacts to a cancellation while it is suspended, found by syntax.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_flow::{BlockId, Form, FunctionFlow, Part, Step, StepKind, Used, Wait, WaitBy};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Expr, StmtFunctionDef, StmtTry, StmtWith};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{function_with, last_name, span, walk_body};
use rustc_hash::FxHashMap;

use crate::file::File;

/// How a coroutine reacts when it is cancelled at a wait; the worst case of all places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhenCancelled {
    /// The coroutine ends without waiting again.
    #[default]
    Ends,
    /// The coroutine catches the cancellation, and ends without waiting again.
    Returns,
    /// The coroutine waits again before it ends.
    WaitsAgain,
}

/// What is known about a wait of a coroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// The awaited expression never suspends.
    Never,
    /// The awaited expression, which may be anything, raises the cancellation.
    Raising,
    /// The awaited expression is a function of the file with this reaction.
    Own(WhenCancelled),
    /// The wait is an `async with` that also suspends at its end.
    AtBothEnds,
}

impl File<'_> {
    /// Returns the places where the function with this header waits, in source order: awaited expressions,
    /// iterables of `async for`, and items of `async with`.
    pub fn waits_of(&self, header: Span) -> Vec<Span> {
        self.flow_of(header, waits)
    }

    /// Returns how the function with this header reacts when it is cancelled at one of its waits. `waits`
    /// states what is known about them. The cancelling code sets these attributes of `self` to `True` or
    /// `False`.
    pub fn when_cancelled_in(
        &self,
        header: Span,
        known: &FxHashMap<Span, Waiting>,
        flags: &[String],
    ) -> WhenCancelled {
        self.flow_of(header, |flow| when_cancelled(flow, known, flags))
    }

    /// Returns whether the function with this header signals with one of these attributes of `self` that
    /// something is done.
    pub fn settles_in(&self, header: Span, attributes: &[String]) -> bool {
        function_with(&self.tree_within(header.start), header)
            .is_some_and(|function| settles(function, attributes))
    }
}

pub(super) fn waits(flow: &FunctionFlow) -> Vec<Span> {
    flow.waits().map(|(_, wait)| span(wait.value.range())).collect()
}

fn settles(function: &StmtFunctionDef, attributes: &[String]) -> bool {
    let mut settles = false;
    walk_body(&function.body, |_, node| {
        if let AnyNodeRef::ExprCall(call) = node
            && let Expr::Attribute(method) = &*call.func
            && named(method.attr.as_str()).has(Role::NotifiesWaiters)
            && let Expr::Attribute(set) = &*method.value
        {
            settles |= attributes.iter().any(|attribute| attribute == set.attr.as_str());
        }
        TraversalSignal::Traverse
    });
    settles
}

fn when_cancelled(flow: &FunctionFlow, known: &FxHashMap<Span, Waiting>, flags: &[String]) -> WhenCancelled {
    let reader = Reader { flow, known, flags };
    let real = reader.flow.waits().map(|(step, wait)| (step, wait, reader.waiting(wait)));
    let usual =
        real.filter(|(step, _, waiting)| *waiting != Waiting::Never && !reader.is_after_an_error(step));
    usual
        .map(|(step, wait, waiting)| reader.cancelled_at(step, wait, waiting))
        .max()
        .unwrap_or(WhenCancelled::Ends)
}

struct Reader<'f, 'a> {
    flow: &'f FunctionFlow<'a>,
    /// The known waits, by the range of the awaited, iterated or entered value.
    known: &'f FxHashMap<Span, Waiting>,
    /// The attributes of `self` that the cancelling code has set.
    flags: &'f [String],
}

impl Reader<'_, '_> {
    fn waiting(&self, wait: Wait) -> Waiting {
        self.known.get(&span(wait.value.range())).copied().unwrap_or(Waiting::Raising)
    }

    /// Returns whether the function reaches a step only after a failure. It usually waits elsewhere.
    fn is_after_an_error(&self, step: &Step) -> bool {
        let mut around = self.flow.around(step.block);
        around.any(|(compound, inside)| {
            matches!(&compound.form, Form::Try { handlers, .. } if handlers.contains(&inside))
        })
    }

    fn cancelled_at(&self, step: &Step, wait: Wait, waiting: Waiting) -> WhenCancelled {
        match waiting {
            Waiting::Own(WhenCancelled::WaitsAgain) => WhenCancelled::WaitsAgain,
            Waiting::Own(WhenCancelled::Returns) if wait.used == Used::Discarded => {
                self.after(step.block, step.at)
            }
            Waiting::Own(WhenCancelled::Returns) => WhenCancelled::Ends,
            _ => self.raised(step.block, wait.by != WaitBy::Await || is_own_work(wait.value)),
        }
    }

    /// Returns the effect of a cancellation that is raised inside a block. Handlers may only treat the
    /// cancellation as the end of the function's own work if it is that.
    fn raised(&self, block: BlockId, is_own: bool) -> WhenCancelled {
        for (compound, inside) in self.flow.around(block) {
            let swallowed = match (&compound.form, compound.node) {
                (Form::Try { body, handlers, finally, .. }, AnyNodeRef::StmtTry(statement)) => {
                    let handler =
                        catching(statement).filter(|_| inside == *body).map(|place| handlers[place]);
                    let is_ended = inside != *finally && self.waits_in(*finally);
                    if is_ended || handler.is_some_and(|handler| self.waits_in(handler)) {
                        return WhenCancelled::WaitsAgain;
                    }
                    handler.is_some_and(|handler| !self.flow.may_jump(handler))
                }
                (Form::With { .. }, AnyNodeRef::StmtWith(statement)) => {
                    if self.waits_at_end_of(statement) {
                        return WhenCancelled::WaitsAgain;
                    }
                    !statement.is_async && suppresses(statement)
                }
                _ => false,
            };
            match swallowed {
                true if is_own => return self.after(compound.block, compound.at()),
                true => return WhenCancelled::Ends,
                false => {}
            }
        }
        WhenCancelled::Ends
    }

    /// Returns what follows a statement of a block that has ended.
    fn after(&self, block: BlockId, ended: TextRange) -> WhenCancelled {
        for part in self.flow.parts(block).filter(|part| part.at().start() >= ended.end()) {
            if self.may_leave_at(&part) {
                return WhenCancelled::Returns;
            }
            if self.waits_at(&part) {
                return WhenCancelled::WaitsAgain;
            }
        }
        let Some((compound, inside)) = self.flow.around(block).next() else { return WhenCancelled::Returns };
        let waits_again = match (&compound.form, compound.node) {
            (Form::Loop { body, is_endless, .. }, node) => {
                inside == *body && (*is_endless || !matches!(node, AnyNodeRef::StmtWhile(_)))
            }
            (Form::Try { body, orelse, finally, .. }, _) => {
                inside == *body && self.waits_in(*orelse) || inside != *finally && self.waits_in(*finally)
            }
            (Form::With { .. }, AnyNodeRef::StmtWith(statement)) => self.waits_at_end_of(statement),
            _ => false,
        };
        match waits_again {
            true => WhenCancelled::WaitsAgain,
            false => self.after(compound.block, compound.at()),
        }
    }

    /// Returns whether control may leave the block here, either unconditionally or under a
    /// condition that the cancelling code has set.
    fn may_leave_at(&self, part: &Part) -> bool {
        match part {
            Part::Step(step) => matches!(step.kind, StepKind::Jump(_)),
            Part::Compound(compound) => match compound.node {
                AnyNodeRef::StmtIf(it) => self.asks_for_flag(&it.test) && self.flow.may_leave(compound),
                _ => false,
            },
        }
    }

    fn asks_for_flag(&self, test: &Expr) -> bool {
        let is_flag = |step: &Step| match step.kind {
            StepKind::Read(Expr::Attribute(it), _) => self.flags.iter().any(|flag| flag == it.attr.as_str()),
            _ => false,
        };
        self.flow.steps().any(|step| test.range().contains_range(step.at) && is_flag(step))
    }

    fn waits_at(&self, part: &Part) -> bool {
        match part {
            Part::Step(step) => self.waits(step),
            Part::Compound(compound) => compound.blocks().into_iter().any(|block| self.waits_in(block)),
        }
    }

    fn waits_in(&self, block: BlockId) -> bool {
        self.flow.steps_inside(block).iter().any(|step| self.waits(step))
    }

    fn waits(&self, step: &Step) -> bool {
        matches!(step.kind, StepKind::Wait(wait) if self.waiting(wait) != Waiting::Never)
    }

    fn waits_at_end_of(&self, statement: &StmtWith) -> bool {
        let waits_at_end =
            |value: TextRange| self.known.get(&span(value)).is_some_and(|it| *it == Waiting::AtBothEnds);
        statement.is_async && statement.items.iter().any(|item| waits_at_end(item.context_expr.range()))
    }
}

fn is_own_work(awaited: &Expr) -> bool {
    match awaited {
        Expr::Call(call) => !named(last_name(&call.func)).has(Role::WaitsForTasks),
        _ => false,
    }
}

/// Returns the index of the handler of a `try` that catches a cancellation.
fn catching(statement: &StmtTry) -> Option<usize> {
    statement.handlers.iter().position(|ExceptHandler::ExceptHandler(handler)| {
        handler.type_.as_deref().is_none_or(takes_cancellation)
    })
}

fn takes_cancellation(class: &Expr) -> bool {
    match class {
        Expr::Tuple(several) => several.elts.iter().any(takes_cancellation),
        one => named(last_name(one)).has(Role::IncludesCancellation),
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

#[cfg(test)]
mod tests {
    use loopmend_core::Span;
    use rustc_hash::FxHashMap;

    use super::super::tests::{function_of, parsed};
    use super::{FunctionFlow, WhenCancelled, function_with, settles, waits, when_cancelled};

    /// Returns how an `async def` with this body reacts when code that sets `self.closed` cancels it.
    fn cancelled(body: &str) -> WhenCancelled {
        let text = function_of(body);
        let tree = parsed(&text);
        let function = function_with(&tree, Span::new(0, "async def main".len() as u32));
        let function = function.expect("the text defines a function");
        when_cancelled(&FunctionFlow::of(function), &FxHashMap::default(), &["closed".to_owned()])
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
    fn a_wait_for_a_result_is_a_wait() {
        let body = "try:\n    await f()\nexcept CancelledError:\n    pass\nreturn";
        assert_eq!(cancelled(body), WhenCancelled::Returns);
        assert_eq!(cancelled(&format!("{body} await g()")), WhenCancelled::WaitsAgain);
    }

    #[test]
    fn waits_and_what_is_settled_are_found() {
        let text = function_of("async with a: self.done.set()\n[await b for c in d]\n(await e for g in h)");
        let tree = parsed(&text);
        let function = function_with(&tree, Span::new(0, "async def main".len() as u32));
        let function = function.expect("the text defines a function");
        let waits = waits(&FunctionFlow::of(function));
        let waits: Vec<_> = waits.into_iter().map(|wait| &text[wait.as_range()]).collect();
        assert_eq!(waits, ["a", "b"]);
        assert!(settles(function, &["done".to_owned()]) && !settles(function, &["a".to_owned()]));
    }
}
