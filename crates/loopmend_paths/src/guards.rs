//! Conditions on parameters under which a function makes its calls: an enclosing `if client is not None:`,
//! or an early exit `if not wanted: return`.

use loopmend_core::Span;
use loopmend_index::summary::{FunctionId, Summary, each_function};
use loopmend_python::ast::visitor::{Visitor, walk_expr, walk_stmt};
use loopmend_python::ast::{
    BoolOp, CmpOp, Expr, ExprCompare, ExprLambda, Stmt, StmtFunctionDef, StmtIf, UnaryOp,
};
use loopmend_python::stack::{grow_stack, grow_stack_for_step};
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, span};
use rustc_hash::{FxHashMap, FxHashSet};

/// What is known about an argument from its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fact {
    /// Whether the argument is `None`.
    pub is_none: bool,
    /// Whether the argument is true, as far as that is known.
    pub is_true: bool,
}

/// The condition on a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Test {
    IsNone,
    IsTrue,
}

/// A condition that a parameter must satisfy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guard {
    /// The index of the parameter.
    parameter: usize,
    test: Test,
    holds: bool,
}

impl Guard {
    /// Returns whether only a falsy argument satisfies the guard.
    pub fn needs_falsy(&self) -> bool {
        self.holds == (self.test == Test::IsNone)
    }

    /// Returns whether something is known about the argument.
    pub fn is_known(&self, facts: &[Option<Fact>]) -> bool {
        facts.get(self.parameter).is_some_and(Option::is_some)
    }

    /// Returns the index of the parameter.
    pub fn parameter(&self) -> usize {
        self.parameter
    }

    /// Returns whether the known facts about the arguments are consistent with the guard.
    pub fn may_hold(&self, facts: &[Option<Fact>]) -> bool {
        facts.get(self.parameter).copied().flatten().is_none_or(|fact| match self.test {
            Test::IsNone => fact.is_none == self.holds,
            Test::IsTrue => fact.is_true == self.holds,
        })
    }
}

/// The guards of the calls of a file, by the range of the call.
#[derive(Debug, Default)]
pub struct Guards(FxHashMap<Span, Vec<Guard>>);

impl Guards {
    /// Collects the guards of all functions of a file.
    pub(super) fn new(summary: &Summary, tree: &SyntaxTree) -> Self {
        let mut found = Self::default();
        each_function(summary, tree, |function, definition| {
            let parameters = parameters_that_stay(summary, function, definition);
            GuardWalk { parameters, guards: Vec::new(), found: &mut found }.block(&definition.body);
        });
        found
    }

    /// Returns the conditions on parameters under which a call is made.
    pub fn of_call(&self, at: Span) -> &[Guard] {
        self.0.get(&at).map_or(&[], Vec::as_slice)
    }
}

/// Returns the parameters that neither the function nor an inner function assigns to, with their indices.
fn parameters_that_stay<'a>(
    summary: &Summary,
    function: FunctionId,
    definition: &'a StmtFunctionDef,
) -> FxHashMap<&'a str, usize> {
    let mut stored = Stored::default();
    stored.visit_body(&definition.body);
    let definition_of = summary.function(function);
    let is_bound = |name: &str| !summary.bindings_of(definition_of.scope, name).is_empty();
    let count = definition_of.parameters.len();
    let names = definition.parameters.iter().map(|it| it.name().as_str()).zip(0..count);
    names.filter(|(name, _)| !stored.0.contains(name) && !is_bound(name)).collect()
}

/// The names that are assigned to.
#[derive(Default)]
struct Stored<'a>(FxHashSet<&'a str>);

impl<'a> Visitor<'a> for Stored<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        grow_stack_for_step(|| walk_stmt(self, statement));
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Name(name) = expression
            && !name.ctx.is_load()
        {
            self.0.insert(name.id.as_str());
        }
        grow_stack(|| walk_expr(self, expression));
    }
}

struct GuardWalk<'g, 'a> {
    parameters: FxHashMap<&'a str, usize>,
    /// The guards that hold at the current position of the walk.
    guards: Vec<Guard>,
    found: &'g mut Guards,
}

impl<'a> GuardWalk<'_, 'a> {
    fn block(&mut self, body: &'a [Stmt]) {
        let around = self.guards.len();
        for statement in body {
            self.visit_stmt(statement);
            if let Stmt::If(it) = statement
                && it.elif_else_clauses.is_empty()
                && it.body.last().is_some_and(loopmend_python::jumps)
            {
                self.add(&it.test, false);
            }
        }
        self.guards.truncate(around);
    }

    fn guarded(&mut self, tests: &[(&'a Expr, bool)], inside: impl FnOnce(&mut Self)) {
        let around = self.guards.len();
        tests.iter().for_each(|(test, holds)| self.add(test, *holds));
        inside(self);
        self.guards.truncate(around);
    }

    /// Adds the consequences of a test that is true or false.
    fn add(&mut self, test: &'a Expr, holds: bool) {
        match test {
            Expr::Name(name) => self.add_guard(name.id.as_str(), Test::IsTrue, holds),
            Expr::UnaryOp(it) if it.op == UnaryOp::Not => grow_stack(|| self.add(&it.operand, !holds)),
            Expr::BoolOp(it) if holds == (it.op == BoolOp::And) => {
                it.values.iter().for_each(|value| grow_stack(|| self.add(value, holds)));
            }
            Expr::Compare(it) => self.add_comparison(it, holds),
            _ => {}
        }
    }

    fn add_comparison(&mut self, compare: &'a ExprCompare, holds: bool) {
        let ([operator], [singleton], Expr::Name(name)) =
            (&*compare.ops, &*compare.comparators, &*compare.left)
        else {
            return;
        };
        let is_same = match operator {
            CmpOp::Is => holds,
            CmpOp::IsNot => !holds,
            _ => return,
        };
        match singleton {
            Expr::NoneLiteral(_) => self.add_guard(name.id.as_str(), Test::IsNone, is_same),
            // What is not the one need not be the other.
            Expr::BooleanLiteral(it) if is_same => self.add_guard(name.id.as_str(), Test::IsTrue, it.value),
            _ => {}
        }
    }

    fn add_guard(&mut self, name: &str, test: Test, holds: bool) {
        if let Some(parameter) = self.parameters.get(name) {
            let guard = Guard { parameter: *parameter, test, holds };
            if !self.guards.contains(&guard) {
                self.guards.push(guard);
            }
        }
    }

    /// Visits a lambda, whose parameters shadow those of the function.
    fn lambda(&mut self, lambda: &'a ExprLambda) {
        let around = self.parameters.clone();
        lambda.parameters.iter().for_each(|parameters| self.visit_parameters(parameters));
        for parameter in lambda.parameters.iter().flat_map(|parameters| parameters.iter()) {
            self.parameters.remove(parameter.name().as_str());
        }
        self.visit_expr(&lambda.body);
        self.parameters = around;
    }

    fn branches(&mut self, statement: &'a StmtIf) {
        let mut tests = vec![(&*statement.test, true)];
        self.visit_expr(&statement.test);
        self.guarded(&tests, |walk| walk.block(&statement.body));
        for clause in &statement.elif_else_clauses {
            if let Some((_, holds)) = tests.last_mut() {
                *holds = false;
            }
            if let Some(test) = &clause.test {
                self.guarded(&tests, |walk| walk.visit_expr(test));
                tests.push((test, true));
            }
            self.guarded(&tests, |walk| walk.block(&clause.body));
        }
    }
}

impl<'a> Visitor<'a> for GuardWalk<'_, 'a> {
    fn visit_body(&mut self, body: &'a [Stmt]) {
        self.block(body);
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        grow_stack_for_step(|| match statement {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            Stmt::If(it) => self.branches(it),
            _ => walk_stmt(self, statement),
        });
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        grow_stack(|| match expression {
            Expr::If(it) => {
                self.visit_expr(&it.test);
                self.guarded(&[(&*it.test, true)], |walk| walk.visit_expr(&it.body));
                self.guarded(&[(&*it.test, false)], |walk| walk.visit_expr(&it.orelse));
            }
            Expr::BoolOp(it) => {
                let around = self.guards.len();
                for value in &it.values {
                    self.visit_expr(value);
                    self.add(value, it.op == BoolOp::And);
                }
                self.guards.truncate(around);
            }
            Expr::Lambda(it) => self.lambda(it),
            Expr::Call(call) if !self.guards.is_empty() => {
                self.found.0.insert(span(call.range()), self.guards.clone());
                walk_expr(self, expression);
            }
            _ => walk_expr(self, expression),
        });
    }
}
