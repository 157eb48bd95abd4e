//! Parameters that a function only calls, discarding the result.

use loopmend_python::ast::visitor::source_order::{SourceOrderVisitor, walk_expr, walk_stmt};
use loopmend_python::ast::{CmpOp, Expr, Stmt, UnaryOp};

use super::super::{Expression, ExpressionId, FunctionId, NameId, Parameter, Usage};
use super::{Lowering, grow_stack};

impl Lowering<'_> {
    /// Computes [`Function::drops`](super::super::Function::drops) for the function that was just lowered.
    /// Its calls are the last ones, from `calls` on.
    pub(super) fn dropped_parameters(&self, id: FunctionId, calls: usize, body: &[Stmt]) -> u32 {
        let parameters = self.functions[id.index()].parameters.iter().take(u32::BITS as usize);
        let is_dropped = |parameter: &Parameter| {
            let dropped = self.dropped_calls(id, calls, parameter.name);
            dropped > 0
                && !parameter.is_variadic()
                && !self.is_bound_anew(id, parameter.name)
                && uses(body, self.names.get(parameter.name)) == dropped
        };
        let dropped = parameters.enumerate().filter(|(_, parameter)| is_dropped(parameter));
        dropped.map(|(place, _)| 1 << place).sum()
    }

    fn is_bound_anew(&self, id: FunctionId, name: NameId) -> bool {
        let scope = self.functions[id.index()].scope;
        self.scopes[scope.index()].bindings.iter().any(|(bound, _)| *bound == name)
    }

    /// Returns the number of statements of a function that are a call of a name.
    fn dropped_calls(&self, id: FunctionId, calls: usize, name: NameId) -> usize {
        let scope = self.functions[id.index()].scope;
        let is_dropped = |call: ExpressionId| match self.expressions[call.index()] {
            Expression::Call { callee, .. } => {
                matches!(self.expressions[callee.index()], Expression::Name(called) if called == name)
            }
            _ => false,
        };
        let statements =
            self.calls[calls..].iter().filter(|call| call.scope == scope && call.usage == Usage::Dropped);
        statements.filter(|call| is_dropped(call.expression)).count()
    }
}

/// Returns how often a name occurs in a body, except in tests: `if callback:`, `if callback is not None:`.
fn uses(body: &[Stmt], name: &str) -> usize {
    let mut uses = Uses { name, count: 0 };
    uses.visit_body(body);
    uses.count
}

struct Uses<'n> {
    name: &'n str,
    count: usize,
}

impl Uses<'_> {
    fn is_it(&self, expression: &Expr) -> bool {
        matches!(expression, Expr::Name(name) if name.id == self.name)
    }

    fn is_test(&self, test: &Expr) -> bool {
        match test {
            Expr::UnaryOp(operation) => operation.op == UnaryOp::Not && self.is_it(&operation.operand),
            Expr::Compare(compare) => {
                let is_identity = matches!(&*compare.ops, [CmpOp::Is | CmpOp::IsNot]);
                is_identity && self.is_it(&compare.left) && compare.comparators[0].is_none_literal_expr()
            }
            test => self.is_it(test),
        }
    }
}

impl<'a> SourceOrderVisitor<'a> for Uses<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::If(branch) if self.is_test(&branch.test) => grow_stack(|| {
                self.visit_body(&branch.body);
                branch.elif_else_clauses.iter().for_each(|clause| self.visit_elif_else_clause(clause));
            }),
            _ => grow_stack(|| walk_stmt(self, statement)),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        self.count += usize::from(self.is_it(expression));
        grow_stack(|| walk_expr(self, expression));
    }
}
