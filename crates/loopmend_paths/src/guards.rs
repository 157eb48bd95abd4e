//! Conditions on parameters under which a function makes its calls: an enclosing `if client is not None:`,
//! or an early exit `if not wanted: return`.

use std::sync::Arc;

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

/// A part of a test, as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TestPart {
    /// A parameter or local name that keeps its value.
    Variable(Box<str>),
    /// A name that the function does not bind.
    Global(Box<str>),
    /// Anything between them.
    Text(Box<str>),
}

/// A test of any form, under which a call is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The test. Comparisons are written with `is`, `==`, `in`, `<` and `<=`.
    pub test: Vec<TestPart>,
    /// Whether the test has to be true.
    pub holds: bool,
}

/// The maximum number of parts of a test, and of tests around one call.
const MAX_PARTS: usize = 40;

/// The guards and conditions of one call.
#[derive(Debug, Default)]
struct OfCall {
    guards: Vec<Guard>,
    conditions: Vec<Arc<[Condition]>>,
}

/// The guards of the calls of a file, by the range of the call.
#[derive(Debug, Default)]
pub struct Guards(FxHashMap<Span, OfCall>);

impl Guards {
    /// Collects the guards of all functions of a file.
    pub(super) fn new(summary: &Summary, tree: &SyntaxTree) -> Self {
        let mut found = Self::default();
        each_function(summary, tree, |function, definition| {
            let mut stored = Stored::default();
            stored.visit_body(&definition.body);
            let parameters = parameters_that_stay(summary, function, definition, &stored);
            let locals = locals_that_stay(definition, &stored);
            let (guards, conditions) = (Vec::new(), Vec::new());
            let found = &mut found;
            let all = definition.parameters.iter().map(|it| it.name().as_str());
            let changing = all.filter(|name| !parameters.contains_key(name)).collect();
            GuardWalk { parameters, stored, locals, changing, guards, conditions, found }
                .block(&definition.body);
        });
        found
    }

    /// Returns the conditions on parameters under which a call is made.
    pub fn of_call(&self, at: Span) -> &[Guard] {
        self.0.get(&at).map_or(&[], |call| call.guards.as_slice())
    }

    /// Returns the tests under which a call is made, those on parameters included. Of several in one group, one has the outcome.
    pub fn conditions_at(&self, at: Span) -> &[Arc<[Condition]>] {
        self.0.get(&at).map_or(&[], |call| call.conditions.as_slice())
    }
}

/// Returns the parameters that neither the function nor an inner function assigns to, with their indices.
fn parameters_that_stay<'a>(
    summary: &Summary,
    function: FunctionId,
    definition: &'a StmtFunctionDef,
    stored: &Stored,
) -> FxHashMap<&'a str, usize> {
    let definition_of = summary.function(function);
    let is_bound = |name: &str| !summary.bindings_of(definition_of.scope, name).is_empty();
    let count = definition_of.parameters.len();
    let names = definition.parameters.iter().map(|it| it.name().as_str()).zip(0..count);
    names.filter(|(name, _)| !stored.0.contains_key(name) && !is_bound(name)).collect()
}

/// Returns the local names that are assigned once and are no parameters.
fn locals_that_stay<'a>(definition: &StmtFunctionDef, stored: &Stored<'a>) -> FxHashSet<&'a str> {
    let is_parameter = |name: &str| definition.parameters.iter().any(|it| it.name().as_str() == name);
    let once = stored.0.iter().filter(|(name, times)| **times == 1 && !is_parameter(name));
    once.map(|(name, _)| *name).collect()
}

/// The names that are assigned to, with the number of times.
#[derive(Default)]
struct Stored<'a>(FxHashMap<&'a str, usize>);

impl<'a> Visitor<'a> for Stored<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        grow_stack_for_step(|| walk_stmt(self, statement));
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Name(name) = expression
            && !name.ctx.is_load()
        {
            *self.0.entry(name.id.as_str()).or_default() += 1;
        }
        grow_stack(|| walk_expr(self, expression));
    }
}

fn text(written: &str) -> TestPart {
    TestPart::Text(written.into())
}

struct GuardWalk<'g, 'a> {
    parameters: FxHashMap<&'a str, usize>,
    stored: Stored<'a>,
    locals: FxHashSet<&'a str>,
    /// The parameters that are not among those that stay.
    changing: FxHashSet<&'a str>,
    /// The guards that hold at the current position of the walk.
    guards: Vec<Guard>,
    /// The tests that hold there.
    conditions: Vec<Arc<[Condition]>>,
    found: &'g mut Guards,
}

impl<'a> GuardWalk<'_, 'a> {
    fn block(&mut self, body: &'a [Stmt]) {
        let around = self.around();
        for statement in body {
            self.visit_stmt(statement);
            let jumps = |body: &[Stmt]| body.last().is_some_and(loopmend_python::jumps);
            match statement {
                Stmt::If(it) => match &*it.elif_else_clauses {
                    [] if jumps(&it.body) => self.add(&it.test, false),
                    [otherwise] if otherwise.test.is_none() => {
                        match (jumps(&it.body), jumps(&otherwise.body)) {
                            (true, false) => self.add(&it.test, false),
                            (false, true) => self.add(&it.test, true),
                            _ => {}
                        }
                    }
                    _ => {}
                },
                Stmt::Assert(it) => self.add(&it.test, true),
                _ => {}
            }
        }
        self.restore(around);
    }

    fn guarded(&mut self, tests: &[(&'a Expr, bool)], inside: impl FnOnce(&mut Self)) {
        let around = self.around();
        tests.iter().for_each(|(test, holds)| self.add(test, *holds));
        inside(self);
        self.restore(around);
    }

    fn around(&self) -> (usize, usize) {
        (self.guards.len(), self.conditions.len())
    }

    fn restore(&mut self, (guards, conditions): (usize, usize)) {
        self.guards.truncate(guards);
        self.conditions.truncate(conditions);
    }

    /// Adds tests of any form, one of which has the outcome.
    fn add_clause(&mut self, tests: &[Expr], holds: bool) {
        let clause: Option<Vec<Condition>> = tests.iter().map(|test| self.condition(test, holds)).collect();
        if let Some(clause) = clause
            && self.conditions.len() < MAX_PARTS
        {
            self.conditions.push(clause.into());
        }
    }

    /// Returns a test as a condition; `None` for a form that is not known.
    fn condition(&self, test: &Expr, holds: bool) -> Option<Condition> {
        if let Expr::UnaryOp(it) = test
            && it.op == UnaryOp::Not
        {
            return grow_stack(|| self.condition(&it.operand, !holds));
        }
        let mut parts = Vec::new();
        let negates = self.write_test(test, &mut parts)?;
        (parts.len() <= MAX_PARTS).then_some(Condition { test: parts, holds: holds != negates })
    }

    /// Writes a test, and returns whether what is written is its negation; `None` if a name changes its value, or for a form that is not known.
    fn write_test(&self, test: &Expr, parts: &mut Vec<TestPart>) -> Option<bool> {
        let Expr::Compare(compare) = test else {
            self.write(test, parts)?;
            return Some(false);
        };
        let ([operator], [right]) = (&*compare.ops, &*compare.comparators) else { return None };
        let (sign, negates) = match operator {
            CmpOp::Is => (" is ", false),
            CmpOp::IsNot => (" is ", true),
            CmpOp::Eq => (" == ", false),
            CmpOp::NotEq => (" == ", true),
            CmpOp::In => (" in ", false),
            CmpOp::NotIn => (" in ", true),
            CmpOp::Lt => (" < ", false),
            CmpOp::GtE => (" < ", true),
            CmpOp::LtE => (" <= ", false),
            CmpOp::Gt => (" <= ", true),
        };
        self.write(&compare.left, parts)?;
        parts.push(text(sign));
        self.write(right, parts)?;
        Some(negates)
    }

    /// Writes a value; `None` as above.
    fn write(&self, value: &Expr, parts: &mut Vec<TestPart>) -> Option<()> {
        if parts.len() > MAX_PARTS {
            return None;
        }
        grow_stack(|| match value {
            Expr::Name(name) => {
                let name = name.id.as_str();
                let stays = self.parameters.contains_key(name) || self.locals.contains(name);
                let is_global = !stays && !self.is_own(name);
                parts.push(match () {
                    () if stays => TestPart::Variable(name.into()),
                    () if is_global => TestPart::Global(name.into()),
                    () => return None,
                });
                Some(())
            }
            Expr::Attribute(attribute) => {
                self.write(&attribute.value, parts)?;
                parts.push(text(&format!(".{}", attribute.attr)));
                Some(())
            }
            Expr::Subscript(subscript) => {
                self.write(&subscript.value, parts)?;
                parts.push(text("["));
                self.write(&subscript.slice, parts)
            }
            Expr::Call(call) => {
                self.write(&call.func, parts)?;
                parts.push(text("("));
                for argument in &call.arguments.args {
                    self.write(argument, parts)?;
                    parts.push(text(","));
                }
                for keyword in &call.arguments.keywords {
                    parts.push(text(&format!("{}=", keyword.arg.as_ref()?)));
                    self.write(&keyword.value, parts)?;
                }
                Some(())
            }
            Expr::Tuple(tuple) => tuple.elts.iter().try_for_each(|element| {
                parts.push(text(","));
                self.write(element, parts)
            }),
            Expr::StringLiteral(literal) => {
                parts.push(text(&format!("{:?}", literal.value.to_str())));
                Some(())
            }
            Expr::NumberLiteral(literal) => {
                parts.push(text(&format!("{:?}", literal.value)));
                Some(())
            }
            Expr::BooleanLiteral(literal) => {
                parts.push(text(if literal.value { "True" } else { "False" }));
                Some(())
            }
            Expr::NoneLiteral(_) => {
                parts.push(text("None"));
                Some(())
            }
            _ => None,
        })
    }

    /// Returns whether a name is one of the function that may change its value.
    fn is_own(&self, name: &str) -> bool {
        self.stored.0.contains_key(name) || self.changing.contains(name)
    }

    /// Adds the consequences of a test that is true or false.
    fn add(&mut self, test: &'a Expr, holds: bool) {
        match test {
            Expr::BoolOp(it) if holds != (it.op == BoolOp::And) => self.add_clause(&it.values, holds),
            Expr::UnaryOp(_) | Expr::BoolOp(_) => {}
            _ => self.add_clause(std::slice::from_ref(test), holds),
        }
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
        // The tests are about names of the function around it, and may be false when the lambda is called.
        let conditions = std::mem::take(&mut self.conditions);
        self.visit_expr(&lambda.body);
        self.conditions = conditions;
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
                let around = self.around();
                for value in &it.values {
                    self.visit_expr(value);
                    self.add(value, it.op == BoolOp::And);
                }
                self.restore(around);
            }
            Expr::Lambda(it) => self.lambda(it),
            Expr::Call(call) if !self.guards.is_empty() || !self.conditions.is_empty() => {
                let of_call = OfCall { guards: self.guards.clone(), conditions: self.conditions.clone() };
                self.found.0.insert(span(call.range()), of_call);
                walk_expr(self, expression);
            }
            _ => walk_expr(self, expression),
        });
    }
}
