//! The calls that are made whenever a function runs, found by syntax alone.

use loopmend_core::Span;
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

use crate::summary::{last_name, span};

/// A call that is made whenever the enclosing body runs, unless earlier code raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SureCall {
    /// The range of the call.
    pub(crate) span: Span,
    /// How its value is used immediately.
    pub(crate) taken: Taken,
}

/// How a value is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// The value is awaited, or run by `asyncio.run(...)`.
    Awaited,
    /// The value is used as its expected type: for an attribute or item, as an operand, or as the iterable
    /// of a `for`.
    Used,
    /// Any other use.
    Otherwise,
}

/// Returns the calls that are made whenever a body runs, in evaluation order. The list ends where an
/// exception may be expected, and where the body may exit.
pub(crate) fn sure_calls(body: &[Stmt]) -> Vec<SureCall> {
    let mut walk = SureWalk { found: Vec::new() };
    walk.body(body);
    walk.found
}

/// The functions that run a coroutine argument.
const RUNNERS: [&str; 2] = ["run", "run_until_complete"];

struct SureWalk {
    found: Vec<SureCall>,
}

impl SureWalk {
    /// Visits statements, and returns whether control certainly reaches the end.
    fn body(&mut self, body: &[Stmt]) -> bool {
        body.iter().all(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &Stmt) -> bool {
        match statement {
            Stmt::Expr(statement) => {
                self.value(&statement.value, Taken::Otherwise);
                !leaves_test(&statement.value)
            }
            Stmt::Assign(assign) => {
                let is_unpacked =
                    assign.targets.iter().any(|target| target.is_tuple_expr() || target.is_list_expr());
                self.value(&assign.value, if is_unpacked { Taken::Used } else { Taken::Otherwise });
                true
            }
            Stmt::AnnAssign(assign) => {
                self.optional(assign.value.as_deref(), Taken::Otherwise);
                true
            }
            Stmt::AugAssign(assign) => {
                self.value(&assign.value, Taken::Used);
                true
            }
            Stmt::Return(statement) => {
                self.optional(statement.value.as_deref(), Taken::Otherwise);
                false
            }
            Stmt::Assert(statement) => {
                self.value(&statement.test, Taken::Otherwise);
                true
            }
            Stmt::If(statement) => {
                self.value(&statement.test, Taken::Otherwise);
                !may_leave(std::slice::from_ref(statement).iter().map(|one| one.body.as_slice()))
                    && !may_leave(statement.elif_else_clauses.iter().map(|clause| clause.body.as_slice()))
            }
            Stmt::For(statement) => {
                self.value(&statement.iter, if statement.is_async { Taken::Otherwise } else { Taken::Used });
                !may_leave([statement.body.as_slice(), statement.orelse.as_slice()].into_iter())
            }
            Stmt::While(statement) => {
                self.value(&statement.test, Taken::Otherwise);
                false
            }
            Stmt::With(statement) => self.with(statement),
            Stmt::Try(statement) => {
                statement.handlers.is_empty() && self.body(&statement.body) && self.body(&statement.finalbody)
            }
            Stmt::Match(_) | Stmt::Raise(_) | Stmt::Break(_) | Stmt::Continue(_) => false,
            _ => true,
        }
    }

    /// Visits a `with`, and returns whether control certainly reaches its end. It does not if a context
    /// manager expects an exception, or continues after one.
    fn with(&mut self, statement: &ast::StmtWith) -> bool {
        for item in &statement.items {
            self.value(&item.context_expr, Taken::Otherwise);
            if expects_exception(&item.context_expr) {
                return false;
            }
        }
        self.body(&statement.body)
    }

    fn optional(&mut self, value: Option<&Expr>, taken: Taken) {
        if let Some(value) = value {
            self.value(value, taken);
        }
    }

    fn value(&mut self, value: &Expr, taken: Taken) {
        match value {
            Expr::Call(call) => self.call(call, taken),
            Expr::Await(awaited) => self.value(&awaited.value, Taken::Awaited),
            Expr::Attribute(attribute) => self.value(&attribute.value, Taken::Used),
            Expr::Subscript(subscript) => {
                self.value(&subscript.value, Taken::Used);
                self.value(&subscript.slice, Taken::Otherwise);
            }
            Expr::Compare(compare) => {
                for operand in std::iter::once(&*compare.left).chain(&compare.comparators) {
                    self.value(operand, Taken::Otherwise);
                }
            }
            Expr::BinOp(operation) => {
                self.value(&operation.left, Taken::Used);
                self.value(&operation.right, Taken::Used);
            }
            Expr::UnaryOp(operation) => self.value(&operation.operand, Taken::Otherwise),
            Expr::BoolOp(operation) => self.optional(operation.values.first(), Taken::Otherwise),
            Expr::If(choice) => self.value(&choice.test, Taken::Otherwise),
            Expr::Named(named) => self.value(&named.value, Taken::Otherwise),
            Expr::Tuple(ast::ExprTuple { elts, .. })
            | Expr::List(ast::ExprList { elts, .. })
            | Expr::Set(ast::ExprSet { elts, .. }) => {
                elts.iter().for_each(|element| self.value(element, Taken::Otherwise));
            }
            Expr::Dict(dict) => {
                for item in &dict.items {
                    self.optional(item.key.as_ref(), Taken::Otherwise);
                    self.value(&item.value, Taken::Otherwise);
                }
            }
            Expr::Starred(starred) => self.value(&starred.value, Taken::Used),
            _ => {}
        }
    }

    fn call(&mut self, call: &ast::ExprCall, taken: Taken) {
        if let Expr::Attribute(attribute) = &*call.func {
            self.value(&attribute.value, Taken::Used);
        }
        let is_runner = last_name(&call.func).is_some_and(|name| RUNNERS.contains(&name));
        for (place, argument) in call.arguments.args.iter().enumerate() {
            let is_run = is_runner && place == 0;
            self.value(argument, if is_run { Taken::Awaited } else { Taken::Otherwise });
        }
        for keyword in &call.arguments.keywords {
            self.value(&keyword.value, Taken::Otherwise);
        }
        self.found.push(SureCall { span: span(call.range()), taken });
    }
}

/// Returns whether a context manager may catch an exception: `pytest.raises(...)`, `suppress(...)`,
/// `self.assertRaises(...)`.
fn expects_exception(manager: &Expr) -> bool {
    let Expr::Call(call) = manager else { return false };
    last_name(&call.func).is_some_and(|name| {
        let name = name.to_ascii_lowercase();
        ["raise", "suppress", "warn", "fail", "expect", "except"].iter().any(|word| name.contains(word))
    })
}

/// Returns whether a call ends a test: `pytest.skip(...)`.
fn leaves_test(value: &Expr) -> bool {
    let Expr::Call(call) = value else { return false };
    matches!(last_name(&call.func), Some("skip" | "skipTest" | "fail" | "xfail" | "exit" | "importorskip"))
}

/// Returns whether control may leave the function or the enclosing loop in one of some bodies.
fn may_leave<'a>(mut bodies: impl Iterator<Item = &'a [Stmt]>) -> bool {
    bodies.any(|body| body.iter().any(may_leave_in))
}

fn may_leave_in(statement: &Stmt) -> bool {
    match statement {
        Stmt::Return(_) | Stmt::Raise(_) | Stmt::Break(_) | Stmt::Continue(_) | Stmt::Match(_) => true,
        Stmt::Expr(statement) => leaves_test(&statement.value),
        Stmt::If(statement) => {
            let clauses = statement.elif_else_clauses.iter().map(|clause| clause.body.as_slice());
            may_leave(std::iter::once(statement.body.as_slice()).chain(clauses))
        }
        Stmt::For(statement) => may_leave([statement.body.as_slice(), &statement.orelse].into_iter()),
        Stmt::While(statement) => may_leave([statement.body.as_slice(), &statement.orelse].into_iter()),
        Stmt::With(statement) => may_leave(std::iter::once(statement.body.as_slice())),
        Stmt::Try(_) => true,
        _ => false,
    }
}
