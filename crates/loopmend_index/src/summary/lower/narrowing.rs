//! Lowers tests to facts about names (narrowing).

use loopmend_catalog::Words;
use loopmend_core::Span;
use loopmend_python::ast::{self as ast, Expr};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, span};
use smallvec::SmallVec;

use super::super::{
    Binding, Choice, Expression, ExpressionId, List, Literal, NameId, Narrowing, Test, Usage,
};
use super::{Lowering, PLAIN, TRUTH, Want, grow_stack};

/// A fact about a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) name: NameId,
    pub(super) test: Test,
    pub(super) is_negated: bool,
    /// The end of the test. The fact holds for bindings of the name up to this offset.
    pub(super) since: u32,
    /// The name that holds the result of the test, if the fact follows from a test of that name.
    pub(super) held_by: Option<NameId>,
}

/// A test whose result a name holds: `is_async = isinstance(engine, AsyncEngine)`.
pub(super) struct HeldTest {
    /// The right side of the assignment.
    value: ExpressionId,
    outcome: Outcome,
    /// `true` if the scope itself binds the name to the test.
    is_bound: bool,
    /// `true` if the name is also bound to `False`.
    may_be_false: bool,
    /// `true` if the name is also bound to anything else.
    is_other: bool,
}

/// A narrowing that follows from a test of a name. The name holds the result of another test.
pub(super) struct HeldNarrowing {
    held_by: NameId,
    narrowing: Narrowing,
}

pub(super) type Facts = SmallVec<[Fact; 2]>;

/// The test of the standard library whether a function is asynchronous.
const COROUTINE_FUNCTION_TEST: &str = "iscoroutinefunction";

/// The maximum number of facts kept for one test.
pub(super) const MOST_FACTS: usize = 16;

/// The facts that hold if a test is true, and those that hold if it is false.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) when_true: Facts,
    pub(super) when_false: Facts,
}

impl Outcome {
    pub(super) fn of(name: NameId, test: Test, since: u32) -> Self {
        let fact = Fact { name, test, is_negated: false, since, held_by: None };
        Self {
            when_true: SmallVec::from_slice(&[fact]),
            when_false: SmallVec::from_slice(&[Fact { is_negated: true, ..fact }]),
        }
    }

    /// Returns the facts of a truth test. A truthy value is not `None`; a falsy one may be anything.
    fn of_truth(name: NameId, since: u32) -> Self {
        let fact =
            |test| SmallVec::from_slice(&[Fact { name, test, is_negated: true, since, held_by: None }]);
        Self { when_true: fact(Test::None), when_false: fact(Test::Truth) }
    }

    fn negated(self) -> Self {
        Self { when_true: self.when_false, when_false: self.when_true }
    }

    /// Returns the outcome without the facts that hold if the test is true.
    fn only_false(self) -> Self {
        Self { when_true: Facts::new(), ..self }
    }
}

impl Lowering<'_> {
    /// Visits a test and returns its outcome.
    pub(super) fn test(&mut self, test: &Expr) -> Outcome {
        self.tested(test, Usage::Used, Want::Effects).1
    }

    /// Visits an expression that is tested, and whose value may be needed as well.
    fn tested(&mut self, test: &Expr, usage: Usage, want: Want) -> (ExpressionId, Outcome) {
        grow_stack(|| match test {
            Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::Not => {
                (TRUTH, self.test(&unary.operand).negated())
            }
            Expr::BoolOp(operation) => self.boolean_operation(operation, usage, want),
            Expr::Compare(compare) => (self.visit(test, usage, want), self.compared(compare)),
            Expr::Call(call) => self.tested_call(call, usage, want),
            _ => {
                let value = self.visit(test, usage, want);
                let name = self.tested_name(test);
                (value, name.map(|name| self.outcome_of_name(name, end_of(test))).unwrap_or_default())
            }
        })
    }

    /// Returns the outcome of a test of a name. If the name holds the result of a test, the facts of that test follow.
    fn outcome_of_name(&mut self, name: NameId, since: u32) -> Outcome {
        let mut outcome = Outcome::of_truth(name, since);
        if let Some(held) = self.current().held_tests.get(&name) {
            let follow = |facts: &mut Facts, held: &Facts| {
                facts.extend(held.iter().map(|fact| Fact { held_by: Some(name), ..*fact }));
                facts.truncate(MOST_FACTS);
            };
            follow(&mut outcome.when_true, &held.outcome.when_true);
            follow(&mut outcome.when_false, &held.outcome.when_false);
        }
        outcome
    }

    /// Visits the right side of an assignment to a name, and notes the test that it is.
    pub(super) fn value_held_by(&mut self, target: &Expr, value: &Expr) -> ExpressionId {
        let may_be_test = matches!(value, Expr::Call(_) | Expr::Compare(_) | Expr::BoolOp(_))
            || matches!(value, Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::Not);
        let Expr::Name(name) = target else { return self.value(value, Usage::Assigned) };
        if !may_be_test {
            return self.value(value, Usage::Assigned);
        }
        let (id, mut outcome) = self.tested(value, Usage::Assigned, Want::Value);
        // The name of a call's result is no test of that result, and of two names that hold tests one may be bound again.
        let is_kept = |fact: &Fact| fact.held_by.is_none() && fact.test != Test::Truth;
        outcome.when_true.retain(|fact| is_kept(fact));
        outcome.when_false.retain(|fact| is_kept(fact));
        if !outcome.when_true.is_empty() || !outcome.when_false.is_empty() {
            let name = self.names.intern(&name.id);
            let (is_bound, may_be_false, is_other) = (false, false, false);
            let held = HeldTest { value: id, outcome, is_bound, may_be_false, is_other };
            self.current().held_tests.insert(name, held);
        }
        id
    }

    /// Adds the narrowings that follow from tests of names, if each name holds nothing but the result of one test. A name may also be `False`
    /// where a class is missing: the object is then no instance of it.
    pub(super) fn place_held_narrowings(&mut self) {
        let expressions = &self.expressions;
        let is_false = |value: ExpressionId| {
            matches!(expressions[value.index()], Expression::Literal(Literal::Boolean(false)))
        };
        for open in self.scopes.iter_mut().filter(|open| !open.held_narrowings.is_empty()) {
            for (name, binding) in &open.bindings {
                let Some(held) = open.held_tests.get_mut(name) else { continue };
                match binding.kind.value().filter(|_| binding.offset != Binding::ANY_TIME) {
                    Some(value) if value == held.value => held.is_bound = true,
                    Some(value) if is_false(value) => held.may_be_false = true,
                    _ => held.is_other = true,
                }
            }
            for HeldNarrowing { held_by, narrowing } in std::mem::take(&mut open.held_narrowings) {
                let Some(held) = open.held_tests.get(&held_by) else { continue };
                let follows_from_false = matches!(narrowing.test, Test::Instance(_)) || !narrowing.is_negated;
                if held.is_bound && !held.is_other && (follows_from_false || !held.may_be_false) {
                    open.scope.narrowings.push(narrowing);
                }
            }
        }
    }

    /// Visits `and` and `or`. Later operands are evaluated with the facts of the earlier ones.
    pub(super) fn boolean_operation(
        &mut self,
        operation: &ast::ExprBoolOp,
        usage: Usage,
        want: Want,
    ) -> (ExpressionId, Outcome) {
        let is_and = operation.op == ast::BoolOp::And;
        let mut known = Facts::new();
        let mut values = SmallVec::<[ExpressionId; 4]>::new();
        let last = operation.values.len() - 1;
        for (index, value) in operation.values.iter().enumerate() {
            let usage = if index == last { usage } else { Usage::Used };
            let (id, outcome) = match index {
                0 => self.tested(value, usage, want),
                _ => self.in_branch(|lowering| lowering.tested(value, usage, want)),
            };
            let mut facts = if is_and { outcome.when_true } else { outcome.when_false };
            if index < last {
                let rest = Span::new(value.range().end().to_u32(), operation.range.end().to_u32());
                self.narrow(&facts, rest);
            }
            values.push(id);
            known.append(&mut facts);
            known.truncate(MOST_FACTS);
        }
        let outcome = match is_and {
            true => Outcome { when_true: known, when_false: Facts::new() },
            false => Outcome { when_true: Facts::new(), when_false: known },
        };
        let values = if want == Want::Value { self.push_list(&values) } else { List::default() };
        let choice = if is_and { Choice::And } else { Choice::Or };
        (self.push_wanted(want, Expression::Either { choice, values }, operation.range), outcome)
    }

    /// Visits `a if test else b`.
    pub(super) fn conditional(
        &mut self,
        conditional: &ast::ExprIf,
        usage: Usage,
        want: Want,
    ) -> ExpressionId {
        let outcome = self.test(&conditional.test);
        self.narrow(&outcome.when_true, span(conditional.body.range()));
        self.narrow(&outcome.when_false, span(conditional.orelse.range()));
        let branches = [&*conditional.body, &*conditional.orelse];
        let (values, extents): (Vec<_>, Vec<_>) = branches
            .map(|value| {
                let start = self.extent_start();
                let value = self.in_branch(|lowering| lowering.visit(value, usage, want));
                (value, self.extent_from(&start))
            })
            .into_iter()
            .unzip();
        self.mark_siblings_of_expression(&extents, &conditional.test);
        if usage != Usage::Awaited && usage != Usage::AwaitedAndDropped {
            self.mark_beside_await(branches, &values);
        }
        if want == Want::Effects {
            return PLAIN;
        }
        let values = self.push_list(&values);
        self.push(Expression::Either { choice: Choice::Conditional, values }, conditional.range)
    }

    /// Returns the outcome of `name is None`, `name is not None` and `type(name) is Class`.
    fn compared(&mut self, compare: &ast::ExprCompare) -> Outcome {
        let ([operator], [right]) = (&*compare.ops, &*compare.comparators) else { return Outcome::default() };
        let is_negated = match operator {
            ast::CmpOp::Is | ast::CmpOp::Eq => false,
            ast::CmpOp::IsNot | ast::CmpOp::NotEq => true,
            _ => return Outcome::default(),
        };
        let since = compare.range.end().to_u32();
        let outcome = if right.is_none_literal_expr() {
            let name = self.tested_name(&compare.left);
            name.map(|name| Outcome::of(name, Test::None, since)).unwrap_or_default()
        } else {
            self.compared_type(&compare.left, right, since)
        };
        if is_negated { outcome.negated() } else { outcome }
    }

    /// Returns the outcome of a comparison of types. A value of a different class may still be an instance
    /// of the class.
    fn compared_type(&mut self, left: &Expr, right: &Expr, since: u32) -> Outcome {
        let Expr::Call(call) = left else { return Outcome::default() };
        let ([value], Expr::Name(_) | Expr::Attribute(_)) = (&*call.arguments.args, right) else {
            return Outcome::default();
        };
        if last_name(&call.func) != Some("type") {
            return Outcome::default();
        }
        let Some(name) = self.tested_name(value) else { return Outcome::default() };
        let class = self.value(right, Usage::Other);
        Outcome { when_false: Facts::new(), ..Outcome::of(name, Test::Instance(class), since) }
    }

    fn tested_call(&mut self, call: &ast::ExprCall, usage: Usage, want: Want) -> (ExpressionId, Outcome) {
        let is_instance = last_name(&call.func) == Some("isinstance");
        let id = self.call(call, usage, if is_instance { Want::Value } else { want });
        let asked = asked_for_attribute(call);
        let test = match asked {
            Some((_, attribute)) => Some(Test::HasAttribute(self.names.intern(attribute))),
            None => self.test_of(call, id),
        };
        let tested = asked.map(|(object, _)| object).or(call.arguments.args.first());
        let name = test.and_then(|_| self.tested_name(tested?));
        let since = call.range().end().to_u32();
        let outcome = name.zip(test).map(|(name, test)| Outcome::of(name, test, since)).unwrap_or_default();
        (id, if is_named_test(call) { outcome.only_false() } else { outcome })
    }

    /// Returns the test that a call performs on its first argument; `id` is the call.
    fn test_of(&mut self, call: &ast::ExprCall, id: ExpressionId) -> Option<Test> {
        if !call.arguments.keywords.is_empty() {
            return None;
        }
        match (last_name(&call.func)?, &*call.arguments.args) {
            ("isinstance", [_, _]) => {
                let Expression::Call { arguments, .. } = self.expressions[id.index()] else { return None };
                let run = self.argument_runs[arguments.index()];
                Some(Test::Instance(self.arguments[run.start as usize + 1].value))
            }
            ("isawaitable", [_]) => Some(Test::Awaitable),
            ("iscoroutine", [_]) => Some(Test::Coroutine),
            (COROUTINE_FUNCTION_TEST, [_]) => Some(Test::CoroutineFunction),
            ("callable", [_]) => Some(Test::Callable),
            ("hasattr", [_, Expr::StringLiteral(attribute)]) => {
                Some(Test::HasAttribute(self.names.intern(attribute.value.to_str())))
            }
            (name, [_]) if asks_for_async_function(name) => Some(Test::CoroutineFunction),
            _ => None,
        }
    }

    /// Returns the name that is tested, also for `name := value`.
    pub(super) fn tested_name(&mut self, tested: &Expr) -> Option<NameId> {
        match tested {
            Expr::Named(named) => self.dotted(&named.target),
            other => self.dotted(other),
        }
    }

    /// Records facts for a range of the current scope.
    pub(super) fn narrow(&mut self, facts: &[Fact], range: Span) {
        if !self.at.is_live || range.start >= range.end {
            return;
        }
        let open = self.current();
        for Fact { name, test, is_negated, since, held_by } in facts.iter().copied() {
            let narrowing = Narrowing { name, range, since, test, is_negated };
            match held_by {
                Some(held_by) => open.held_narrowings.push(HeldNarrowing { held_by, narrowing }),
                None => open.scope.narrowings.push(narrowing),
            }
        }
    }
}

/// Returns the object and the name of the attribute that a test asks for: `getattr(object, "close", None)`, also inside `callable(...)`.
fn asked_for_attribute(call: &ast::ExprCall) -> Option<(&Expr, &str)> {
    let read = match (last_name(&call.func)?, &*call.arguments.args) {
        ("callable", [Expr::Call(inner)]) => inner,
        _ => call,
    };
    match (last_name(&read.func)?, &*read.arguments.args) {
        ("getattr", [object, Expr::StringLiteral(attribute), Expr::NoneLiteral(_)]) => {
            Some((object, attribute.value.to_str()))
        }
        _ => None,
    }
}

/// Returns whether only its name says that a call tests a function: `is_async_callable(function)`. Such a test
/// may also be true of a plain function that returns an awaitable.
fn is_named_test(call: &ast::ExprCall) -> bool {
    last_name(&call.func).is_some_and(|name| name != COROUTINE_FUNCTION_TEST && asks_for_async_function(name))
}

/// Returns whether a name says that it tests whether a function is asynchronous: `is_coroutine_callable`,
/// `_is_async_func`, `is_async`, but not `is_coroutine` or `is_async_generator`.
fn asks_for_async_function(name: &str) -> bool {
    let name: String = name.chars().filter(|c| *c != '_').flat_map(char::to_lowercase).collect();
    let Some(asked) = name.strip_prefix("is") else { return false };
    Words::AsyncKinds.all().iter().any(|kind| match asked.strip_prefix(kind) {
        Some("") => *kind == "async",
        Some(rest) => Words::CallableKinds.has(rest),
        None => false,
    })
}

fn end_of(expression: &Expr) -> u32 {
    expression.range().end().to_u32()
}
