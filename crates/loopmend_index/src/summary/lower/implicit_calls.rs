//! Collects the code in which Python calls a method without a written call: `with`, `for`, operators and
//! subscripts.

use loopmend_catalog::{Role, named};
use loopmend_python::ast::{self as ast, CmpOp, Expr};
use loopmend_python::text_size::TextRange;

use super::super::{CallSite, Expression, ExpressionId, Implicit, ImplicitCall, Usage};
use super::{Lowering, Want};

impl Lowering<'_> {
    /// Returns whether implicit calls are collected at the current position.
    pub(super) fn notes_implicit_calls(&self) -> bool {
        self.target.is_first_party
            && self.at.is_reachable
            && !self.at.expects_exception
            && self.function_here().is_some()
    }

    /// Returns what is needed of an operand whose special method may be called.
    pub(super) fn want_of_operand(&self, operand: &Expr, want: Want) -> Want {
        if want == Want::Effects && may_be_object(operand) && self.notes_implicit_calls() {
            Want::Value
        } else {
            want
        }
    }

    /// Records that a `with` enters a value.
    pub(super) fn note_entered(&mut self, value: ExpressionId) {
        self.names.intern("__enter__");
        self.names.intern("__exit__");
        self.note_implicit(Implicit::Enter, value, value);
    }

    /// Records an iteration over a value.
    pub(super) fn note_iterated(&mut self, value: ExpressionId) {
        self.intern_iteration();
        self.note_implicit(Implicit::Iterate, value, value);
    }

    /// Records the special methods that a builtin calls on its argument.
    pub(super) fn note_builtin(&mut self, call: &ast::ExprCall) {
        let Some(name) = call.func.as_name_expr().map(|name| name.id.as_str()) else { return };
        if named(name).has(Role::IteratesArgument) {
            self.intern_iteration();
        }
        if named(name).has(Role::CallsSpecialMethod) {
            self.names.intern(&format!("__{name}__"));
        }
    }

    /// Adds the special methods of an iteration to the names of the module, because a change of such a method
    /// concerns the module.
    fn intern_iteration(&mut self) {
        self.names.intern("__iter__");
        self.names.intern("__next__");
    }

    /// Records that code calls a special method of an operand.
    pub(super) fn note_operation(
        &mut self,
        operand: (&Expr, ExpressionId),
        method: &str,
        range: TextRange,
        at: Option<ExpressionId>,
    ) {
        let (operand, value) = operand;
        if may_be_object(operand) && self.notes_implicit_calls() {
            let at = at.unwrap_or_else(|| self.push(Expression::Plain, range));
            let method = self.names.intern(method);
            self.note_implicit(Implicit::Operate(method), value, at);
        }
    }

    fn note_implicit(&mut self, how: Implicit, value: ExpressionId, at: ExpressionId) {
        if !self.notes_implicit_calls() {
            return;
        }
        let site = CallSite {
            expression: at,
            scope: self.at.scope,
            usage: Usage::Used,
            expects_exception: false,
            is_awaited_in_sibling: false,
            is_used_in_sibling: false,
            is_beside_await: false,
            catches_runtime_error: self.at.catches_runtime_error,
            expects_runtime_error: self.at.expects_runtime_error,
            ignores_exceptions: self.at.ignores_exceptions,
            is_in_script: false,
            branches: self.at.branches,
        };
        self.implicit_calls.push(ImplicitCall { how, value, site });
    }

    /// Lowers a comparison, whose value is irrelevant.
    pub(super) fn comparison(&mut self, compare: &ast::ExprCompare) {
        let (Some(operator), Some(right)) = (compare.ops.first(), compare.comparators.first()) else {
            return;
        };
        let method = method_of_comparison(*operator);
        let tests_membership = matches!(operator, CmpOp::In | CmpOp::NotIn);
        let is_noted = |operand: &Expr, other: &Expr| {
            method.is_some() && may_be_object(operand) && (tests_membership || may_be_object(other))
        };
        let (of_left, of_right) = match tests_membership {
            true => (false, is_noted(right, &compare.left)),
            false => (is_noted(&compare.left, right), false),
        };
        let left = self.operand(&compare.left, of_left);
        let mut values =
            compare.comparators.iter().zip(std::iter::once(of_right).chain(std::iter::repeat(false)));
        let right_value = values.next().map(|(operand, is_noted)| self.operand(operand, is_noted));
        values.for_each(|(operand, _)| self.effects(operand, Usage::Used));
        let Some(method) = method else { return };
        match (of_left, right_value.filter(|_| of_right)) {
            (true, _) => self.note_operation((&compare.left, left), method, compare.range, None),
            (false, Some(value)) => self.note_operation((right, value), method, compare.range, None),
            (false, None) => {}
        }
    }

    fn operand(&mut self, operand: &Expr, is_noted: bool) -> ExpressionId {
        let want = if is_noted { self.want_of_operand(operand, Want::Effects) } else { Want::Effects };
        self.visit(operand, Usage::Used, want)
    }
}

/// Returns whether an operand may be an object with special methods of its own, as written.
pub(super) fn may_be_object(operand: &Expr) -> bool {
    matches!(
        operand,
        Expr::Name(_) | Expr::Attribute(_) | Expr::Call(_) | Expr::Subscript(_) | Expr::Await(_)
    )
}

/// Returns whether an operation has no numbers or texts as operands, as written.
pub(super) fn may_be_of_objects(operation: &ast::ExprBinOp) -> bool {
    may_be_object(&operation.left) && !operation.right.is_number_literal_expr()
}

/// Returns the special method that an operator calls first.
pub(super) fn method_of_operator(operator: ast::Operator) -> &'static str {
    match operator {
        ast::Operator::Add => "__add__",
        ast::Operator::Sub => "__sub__",
        ast::Operator::Mult => "__mul__",
        ast::Operator::MatMult => "__matmul__",
        ast::Operator::Div => "__truediv__",
        ast::Operator::Mod => "__mod__",
        ast::Operator::Pow => "__pow__",
        ast::Operator::LShift => "__lshift__",
        ast::Operator::RShift => "__rshift__",
        ast::Operator::BitOr => "__or__",
        ast::Operator::BitXor => "__xor__",
        ast::Operator::BitAnd => "__and__",
        ast::Operator::FloorDiv => "__floordiv__",
    }
}

/// Returns the special method that an augmented assignment calls first.
pub(super) fn method_in_place(operator: ast::Operator) -> &'static str {
    match operator {
        ast::Operator::Add => "__iadd__",
        ast::Operator::Sub => "__isub__",
        ast::Operator::Mult => "__imul__",
        ast::Operator::MatMult => "__imatmul__",
        ast::Operator::Div => "__itruediv__",
        ast::Operator::Mod => "__imod__",
        ast::Operator::Pow => "__ipow__",
        ast::Operator::LShift => "__ilshift__",
        ast::Operator::RShift => "__irshift__",
        ast::Operator::BitOr => "__ior__",
        ast::Operator::BitXor => "__ixor__",
        ast::Operator::BitAnd => "__iand__",
        ast::Operator::FloorDiv => "__ifloordiv__",
    }
}

/// Returns the special method of a subscript.
pub(super) fn method_of_subscript(context: ast::ExprContext) -> &'static str {
    match context {
        ast::ExprContext::Store => "__setitem__",
        ast::ExprContext::Del => "__delitem__",
        ast::ExprContext::Load | ast::ExprContext::Invalid => "__getitem__",
    }
}

fn method_of_comparison(operator: CmpOp) -> Option<&'static str> {
    match operator {
        CmpOp::Eq => Some("__eq__"),
        CmpOp::NotEq => Some("__ne__"),
        CmpOp::Lt => Some("__lt__"),
        CmpOp::LtE => Some("__le__"),
        CmpOp::Gt => Some("__gt__"),
        CmpOp::GtE => Some("__ge__"),
        CmpOp::In | CmpOp::NotIn => Some("__contains__"),
        CmpOp::Is | CmpOp::IsNot => None,
    }
}
