//! One turn of a loop whose read returned an empty value.

use loopmend_catalog::{Role, named};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{
    AnyNodeRef, BoolOp, CmpOp, ElifElseClause, Expr, ExprCall, ExprCompare, Stmt, StmtAssign, StmtIf, UnaryOp,
};
use loopmend_python::stack::grow_stack;
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{has_return, last_name, walk_expression};

/// How a statement ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The next statement runs.
    Next,
    /// The next turn of the loop begins.
    Turn,
    /// The loop may end, or something may end it that is not understood.
    MayLeave,
}

/// The names that hold an empty value while a turn of the loop is followed.
pub(super) struct EmptyTurn {
    result: TextRange,
    empty: Vec<String>,
}

impl EmptyTurn {
    /// Returns a turn in which the expression at a range returns an empty value.
    pub(super) fn new(result: TextRange) -> Self {
        Self { result, empty: Vec::new() }
    }

    /// Returns whether the loop with this body may end in this turn.
    pub(super) fn may_leave(mut self, body: &[Stmt]) -> bool {
        self.block(body) == End::MayLeave
    }

    fn block(&mut self, body: &[Stmt]) -> End {
        for statement in body {
            let end = grow_stack(|| self.statement(statement));
            if end != End::Next {
                return end;
            }
        }
        End::Next
    }

    fn statement(&mut self, statement: &Stmt) -> End {
        match statement {
            Stmt::Pass(_) | Stmt::FunctionDef(_) | Stmt::ClassDef(_) => End::Next,
            Stmt::Continue(_) => End::Turn,
            Stmt::Expr(expression) => self.evaluate(&expression.value),
            Stmt::Assign(assigned) => self.assign(assigned),
            Stmt::AugAssign(added) => self.evaluate(&added.value),
            Stmt::If(branch) => self.branch(branch),
            Stmt::With(with) => {
                let managers = with.items.iter().map(|item| self.evaluate(&item.context_expr));
                if managers.fold(End::Next, later) == End::MayLeave {
                    End::MayLeave
                } else {
                    self.block(&with.body)
                }
            }
            Stmt::Try(tried) => match self.block(&tried.body) {
                End::Next => match self.block(&tried.orelse) {
                    End::Next => self.block(&tried.finalbody),
                    end => end,
                },
                end => end,
            },
            Stmt::For(turns) if self.is_empty(&turns.iter) => self.block(&turns.orelse),
            Stmt::For(turns) if !has_return(&turns.body) && !self.uses(&turns.iter) => {
                self.block(&turns.body)
            }
            _ => End::MayLeave,
        }
    }

    fn assign(&mut self, assigned: &StmtAssign) -> End {
        let [Expr::Name(name)] = &assigned.targets[..] else { return self.evaluate(&assigned.value) };
        let is_empty = self.is_empty(&assigned.value);
        let end = if is_empty { End::Next } else { self.evaluate(&assigned.value) };
        self.empty.retain(|known| known != name.id.as_str());
        if is_empty {
            self.empty.push(name.id.to_string());
        }
        end
    }

    fn branch(&mut self, branch: &StmtIf) -> End {
        let first = (Some(&*branch.test), &branch.body[..]);
        let others = branch.elif_else_clauses.iter();
        let arms: Vec<(Option<&Expr>, &[Stmt])> = std::iter::once(first)
            .chain(others.map(|ElifElseClause { test, body, .. }| (test.as_ref(), &body[..])))
            .collect();
        let mut ends = Vec::new();
        for (test, body) in arms {
            let truth = test.map_or(Some(true), |test| self.truth(test));
            if test.is_some_and(|test| truth.is_none() && self.evaluate(test) == End::MayLeave) {
                return End::MayLeave;
            }
            if truth != Some(false) {
                ends.push(self.block(body));
            }
            if truth == Some(true) {
                return ends.into_iter().reduce(either).unwrap_or(End::Next);
            }
        }
        ends.into_iter().fold(End::Next, either)
    }

    /// Returns whether a value is empty because the result of the read is.
    fn is_empty(&self, value: &Expr) -> bool {
        match value {
            Expr::Await(awaited) => awaited.range() == self.result,
            Expr::Name(name) => self.empty.iter().any(|known| known == name.id.as_str()),
            Expr::Call(call) => match &*call.func {
                Expr::Attribute(method) => {
                    named(method.attr.as_str()).has(Role::EmptyOfEmpty)
                        && grow_stack(|| self.is_empty(&method.value))
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// Returns whether a condition holds; `None` if that is not known.
    fn truth(&self, test: &Expr) -> Option<bool> {
        if self.is_empty(test) {
            return Some(false);
        }
        match test {
            Expr::BooleanLiteral(literal) => Some(literal.value),
            Expr::UnaryOp(not) if not.op == UnaryOp::Not => {
                grow_stack(|| self.truth(&not.operand)).map(|holds| !holds)
            }
            Expr::BoolOp(several) => {
                let decides = several.op == BoolOp::Or;
                let truths = several.values.iter().map(|value| grow_stack(|| self.truth(value)));
                let mut all = Some(!decides);
                for truth in truths {
                    if truth == Some(decides) {
                        return truth;
                    }
                    all = all.filter(|_| truth.is_some());
                }
                all
            }
            Expr::Compare(comparison) => self.compared(comparison),
            Expr::Call(call) => self.begins(call),
            _ => None,
        }
    }

    fn compared(&self, comparison: &ExprCompare) -> Option<bool> {
        let ([operator], [other]) = (&comparison.ops[..], &comparison.comparators[..]) else { return None };
        let is_empty = is_empty_literal(other).filter(|_| self.is_empty(&comparison.left))?;
        match operator {
            CmpOp::Eq => Some(is_empty),
            CmpOp::NotEq => Some(!is_empty),
            _ => None,
        }
    }

    /// Returns whether an empty value begins or ends with a literal.
    fn begins(&self, call: &ExprCall) -> Option<bool> {
        let Expr::Attribute(method) = &*call.func else { return None };
        let is_test = named(method.attr.as_str()).has(Role::TestsAffix);
        let first = call.arguments.args.first()?;
        is_empty_literal(first).filter(|_| is_test && self.is_empty(&method.value))
    }

    /// Follows an expression: what is done with the empty value must be known to raise nothing and to end nothing.
    fn evaluate(&self, expression: &Expr) -> End {
        let mut end = End::Next;
        walk_expression(expression, |around, node| {
            let is_it = self.is_empty_node(node);
            if is_it && !is_harmless(around) {
                end = End::MayLeave;
            }
            if is_it { TraversalSignal::Skip } else { TraversalSignal::Traverse }
        });
        end
    }

    fn is_empty_node(&self, node: AnyNodeRef) -> bool {
        match node {
            AnyNodeRef::ExprAwait(awaited) => awaited.range() == self.result,
            AnyNodeRef::ExprName(name) => self.empty.iter().any(|known| known == name.id.as_str()),
            _ => false,
        }
    }

    fn uses(&self, expression: &Expr) -> bool {
        let mut is_used = false;
        walk_expression(expression, |_, node| {
            is_used |= self.is_empty_node(node);
            TraversalSignal::Traverse
        });
        is_used
    }
}

fn later(first: End, second: End) -> End {
    if first == End::Next { second } else { first }
}

/// Returns the end of one of two ways: one that may leave decides.
fn either(one: End, other: End) -> End {
    match (one, other) {
        (End::MayLeave, _) | (_, End::MayLeave) => End::MayLeave,
        (End::Turn, End::Turn) => End::Turn,
        _ => End::Next,
    }
}

/// Returns whether a literal is empty; `None` for other expressions.
fn is_empty_literal(value: &Expr) -> Option<bool> {
    match value {
        Expr::BytesLiteral(literal) => Some(literal.value.iter().all(|part| part.is_empty())),
        Expr::StringLiteral(literal) => Some(literal.value.is_empty()),
        _ => None,
    }
}

/// Returns whether the nodes around an empty value only change, print, log or store it.
fn is_harmless(around: &[AnyNodeRef]) -> bool {
    let calls = around.iter().rev().filter_map(|node| match node {
        AnyNodeRef::ExprCall(call) => Some(*call),
        _ => None,
    });
    let mut rest = around.iter().filter(|node| !matches!(node, AnyNodeRef::Arguments(_)));
    let is_plain = rest.all(|node| {
        matches!(
            node,
            AnyNodeRef::ExprCall(_)
                | AnyNodeRef::ExprAttribute(_)
                | AnyNodeRef::ExprAwait(_)
                | AnyNodeRef::ExprFString(_)
                | AnyNodeRef::FString(_)
                | AnyNodeRef::InterpolatedElement(_)
        )
    });
    is_plain && calls.into_iter().all(keeps)
}

fn keeps(call: &ExprCall) -> bool {
    let roles = named(last_name(&call.func));
    roles.has(Role::EmptyOfEmpty)
        || roles.has(Role::AddsElement)
        || roles.has(Role::Logs)
        || roles.has(Role::Prints)
        || roles.has(Role::ChangesReceiver)
}

#[cfg(test)]
mod tests {
    use loopmend_python::pattern::statements;
    use loopmend_python::text_size::Ranged;

    use super::EmptyTurn;

    /// Whether a turn may leave, if its first statement assigns the result of the read.
    fn may_leave(body: &str) -> bool {
        let body = statements(body);
        let result = body[0].as_assign_stmt().map(|assigned| assigned.value.range()).unwrap();
        EmptyTurn::new(result).may_leave(&body)
    }

    #[test]
    fn a_turn_goes_on_if_nothing_ends_it() {
        for body in [
            "x = await r()\nprint(x)",
            "x = await r()\nif x.startswith(b'quit'):\n    break",
            "x = await r()\nif x and y:\n    return",
            "x = (await r())\nt = x.decode().strip()\nif t == 'quit':\n    break",
            "x = await r()\nif not x:\n    continue\nraise Y",
            "x = await r()\nfor y in x:\n    return",
        ] {
            assert!(!may_leave(body), "{body}");
        }
    }

    #[test]
    fn a_turn_may_leave_if_anything_may_end_it() {
        for body in [
            "x = await r()\nif not x:\n    break",
            "x = await r()\nif x == b'':\n    return",
            "x = await r()\nif len(x) == 0:\n    break",
            "x = await r()\nhandle(x)",
            "x = await r()\ny = x[0]",
            "x = await r()\nif x.startswith(q):\n    break",
            "x = await r()\nif x:\n    pass\nelse:\n    break",
            "x = await r()\nself.done = not x",
            "x = await r()\nbreak",
        ] {
            assert!(may_leave(body), "{body}");
        }
    }
}
