//! Attributes of thread-local objects that a coroutine sets before it is suspended. All tasks of a thread share them.

use loopmend_catalog::{Role, is, named};
use loopmend_core::Span;
use loopmend_flow::{Analysis, Bind, BlockId, Compound, Form, FunctionFlow, How, Step, StepKind, Target};
use loopmend_index::summary::{ArgumentKind, Entry, Expression, ExpressionId, Function, FunctionId, ScopeId};
use loopmend_python::ast::{AnyNodeRef, Expr, StmtWith};
use loopmend_python::stack::grow_stack_for_step;
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{range_of, span};
use loopmend_semantic::File;
use loopmend_semantic::infer::{ClassRef, Type};
use rustc_hash::FxHashMap;

use crate::detectors::lock_reentry;

/// An attribute of a `threading.local` that an `async def` sets before it is suspended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ThreadLocalSet {
    /// The attribute where it is set.
    pub(crate) at: Span,
    /// The attribute, as written.
    pub(crate) name: String,
    /// The first suspension point after it.
    pub(crate) suspends: Span,
    /// The qualified name of the function.
    pub(crate) symbol: String,
}

/// The use after the suspension that shows that a value belongs to one task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Proof {
    /// Nothing: the function was given the value.
    Suspension,
    /// The attribute is read or set again: the value is data.
    Use,
    /// The attribute is set again: the value may be an object that each thread keeps.
    Reset,
}

/// Returns the attributes of `threading.local` objects that an `async def` sets before it is suspended, in source order. Skips values
/// that each thread makes once and keeps, and functions that the file passes to `asyncio.run`.
pub(crate) fn thread_local_sets(file: &mut File) -> Vec<ThreadLocalSet> {
    let summary = file.summary();
    let mut found = Vec::new();
    for (id, function) in (0u32..).map(FunctionId).zip(&summary.functions) {
        let scope = summary.scope(function.scope);
        if !function.is_async || !scope.binds_attributes {
            continue;
        }
        for entry in &scope.entries {
            found.extend(set_before_suspension(file, id, function, *entry).unwrap_or_default());
        }
    }
    found.sort_by_key(|found| found.at.start);
    found
}

fn set_before_suspension(
    file: &mut File,
    id: FunctionId,
    function: &Function,
    entry: Entry,
) -> Option<Vec<ThreadLocalSet>> {
    let summary = file.summary();
    let name = summary.name(entry.name);
    let (object, _) = name.rsplit_once('.')?;
    let bindings = summary.bindings_in(entry);
    let is_own = summary.has_receiver(id)
        && function.parameters.first().is_some_and(|first| summary.name(first.name) == object);
    if is_own
        || !is_thread_local(file, function.scope, object, bindings.first()?.offset)
        || is_run_by_file(file, function)
    {
        return None;
    }
    let mut proofs = FxHashMap::default();
    for value in bindings.iter().filter_map(|binding| binding.kind.value()) {
        // Constants have no place.
        if !is_constant(summary.expression(value)) {
            proofs.insert(summary.span(value), proof_needed(file, id, function.scope, value));
        }
    }
    let text = file.text();
    let kept = file.flow_of(function.header, |flow| kept_by_thread(flow, text, object));
    let locked = locked_blocks(file, function.scope);
    let mut search = SetBeforeSuspension { text, name, locked, sets: Vec::new() };
    file.analyse(function.header, &mut search, Vec::new())?;
    let symbol = summary.qualified_name(function.scope);
    let sets = search.sets.into_iter().filter(|set| {
        let is_proven = match proofs.get(&set.value) {
            Some(Proof::Suspension) => !set.is_renewed || set.is_read || set.is_reset,
            Some(Proof::Use) => set.is_read || set.is_reset,
            Some(Proof::Reset) => set.is_reset,
            None => set.is_constant && set.is_reset,
        };
        is_proven && kept.is_none_or(|kept| set.at.start < kept)
    });
    let found = sets.filter_map(|set| {
        Some(ThreadLocalSet {
            at: set.at,
            name: name.to_owned(),
            suspends: set.suspends?,
            symbol: symbol.clone(),
        })
    });
    Some(found.collect())
}

/// Returns the `async with` statements of a function that hold a lock which other tasks may take as well.
fn locked_blocks(file: &mut File, scope: ScopeId) -> Vec<Span> {
    let summary = file.summary();
    let is_local = |lock: ExpressionId| match summary.expression(lock) {
        Expression::Name(name) => !summary.bindings_of(scope, summary.name(name)).is_empty(),
        _ => false,
    };
    let mut locked = Vec::new();
    for statement in file.async_withs() {
        let lock = statement.inner.value;
        if statement.inner.scope == scope && !is_local(lock) && lock_reentry::is_task_lock(file, scope, lock)
        {
            let range = range_of(statement.value);
            let with = |flow: &FunctionFlow| Some(span(flow.with_entering(range)?.0.range()));
            locked.extend(file.flow_around(statement.value, with));
        }
    }
    locked
}

/// Returns whether a dotted name is a `threading.local`, or an object of a class that derives from it without special methods for
/// attributes.
fn is_thread_local(file: &mut File, scope: ScopeId, object: &str, offset: u32) -> bool {
    let Type::Instance(class, _) = file.value_of_dotted(scope, object, offset) else { return false };
    let inference = file.inference_mut();
    let is_known = |class: ClassRef, inference: &mut loopmend_semantic::Inference| {
        is(inference.path_of_class(class).as_str(), Role::ThreadLocal)
    };
    for ancestor in inference.mro(class).iter() {
        let Some((ancestor, _)) = *ancestor else { return false };
        if is_known(ancestor, inference) {
            return true;
        }
        let mut special = Role::HandlesAttributes.names().iter();
        if special.any(|name| inference.binds_in_body(ancestor, name)) {
            return false;
        }
    }
    false
}

/// Returns whether the file passes a call of a function to what runs an event loop. The function may be alone in its thread.
fn is_run_by_file(file: &File, function: &Function) -> bool {
    let summary = file.summary();
    let name = summary.name(function.name);
    summary.calls.iter().any(|site| {
        summary.last_roles(site.expression).has(Role::RunsLoop)
            && summary.arguments_of(site.expression).is_some_and(|arguments| {
                arguments.iter().any(|argument| {
                    let callee = summary.callee_or_itself(argument.value);
                    argument.kind == ArgumentKind::Positional && summary.last_name(callee) == Some(name)
                })
            })
    })
}

/// Returns what has to show that a value belongs to one task.
fn proof_needed(file: &mut File, function: FunctionId, scope: ScopeId, value: ExpressionId) -> Proof {
    if is_of_parameter(file, function, scope, value) {
        return Proof::Suspension;
    }
    let module = file.module();
    let inference = file.inference_mut();
    let value = inference.expression(module, scope, value);
    let mut parts = inference.parts(value).into_iter();
    let is_data = parts.len() > 0
        && parts.all(|part| match part {
            Type::Instance(class, _) => {
                inference.builtin_name(class).is_some_and(|name| named(name).has(Role::ImmutableClass))
            }
            _ => false,
        });
    if is_data { Proof::Use } else { Proof::Reset }
}

/// Returns whether a value is a parameter, or an attribute, item or result of a method of one.
fn is_of_parameter(file: &File, function: FunctionId, scope: ScopeId, value: ExpressionId) -> bool {
    let summary = file.summary();
    match summary.expression(value) {
        Expression::Name(name) => {
            let skipped = usize::from(summary.has_receiver(function));
            let mut parameters = summary.function(function).parameters.iter().skip(skipped);
            if parameters.any(|parameter| parameter.name == name) {
                return summary.bindings_of(scope, summary.name(name)).is_empty();
            }
            match summary.bindings_of(scope, summary.name(name)) {
                [only] => only.kind.value().is_some_and(|value| {
                    only.scope == scope
                        && grow_stack_for_step(|| is_of_parameter(file, function, scope, value))
                }),
                _ => false,
            }
        }
        Expression::Attribute { value, .. } | Expression::Subscript { value, .. } => {
            grow_stack_for_step(|| is_of_parameter(file, function, scope, value))
        }
        Expression::Call { callee, .. } => match summary.expression(callee) {
            Expression::Attribute { value, .. } => {
                grow_stack_for_step(|| is_of_parameter(file, function, scope, value))
            }
            _ => false,
        },
        _ => false,
    }
}

fn is_constant(value: Expression) -> bool {
    matches!(value, Expression::String(_) | Expression::Literal(_) | Expression::None | Expression::Plain)
}

/// Returns where a function first tests the object or one of its attributes. A value that is set after it may be made once in each thread.
fn kept_by_thread(flow: &FunctionFlow, text: &str, object: &str) -> Option<u32> {
    let written = |range: TextRange| text.get(span(range).as_range()).unwrap_or_default();
    let changed: Vec<TextRange> = flow.steps().filter_map(changed_attribute).collect();
    let compounds = flow.steps().flat_map(|step| flow.around(step.block));
    let mut tests: Vec<TextRange> = compounds.flat_map(|(compound, _)| tests_of(compound.node)).collect();
    tests.sort_unstable_by_key(|test| (test.start(), test.end()));
    tests.dedup();
    let mut names: Vec<&str> = Vec::new();
    let mut reads: Vec<TextRange> = Vec::new();
    for step in flow.steps() {
        match step.kind {
            StepKind::Read(read, _) if !changed.iter().any(|it| it.contains_range(read.range())) => {
                let is_known = match read {
                    Expr::Name(read) if names.contains(&read.id.as_str()) => true,
                    Expr::Attribute(read) => {
                        written(read.range()) == object || written(read.value.range()) == object
                    }
                    _ => written(read.range()) == object,
                };
                if !is_known {
                    continue;
                }
                reads.push(read.range());
                let is_tried = |(compound, inside): (&Compound, BlockId)| match &compound.form {
                    Form::Try { body, handlers, .. } => *body == inside && !handlers.is_empty(),
                    _ => false,
                };
                let is_tested = tests.iter().any(|test| test.contains_range(read.range()));
                let is_tested = is_tested || flow.around(step.block).any(is_tried);
                if is_tested {
                    return Some(step.at.start().to_u32());
                }
            }
            StepKind::Bind(Bind { target: Target::Expr(Expr::Name(target)), value: Some(value), .. })
                if reads.iter().any(|read| value.range().contains_range(*read)) =>
            {
                names.push(target.id.as_str());
            }
            _ => {}
        }
    }
    None
}

/// Returns the tests of a statement or expression.
fn tests_of(node: AnyNodeRef) -> Vec<TextRange> {
    match node {
        AnyNodeRef::StmtIf(statement) => {
            let others = statement.elif_else_clauses.iter().filter_map(|clause| clause.test.as_ref());
            std::iter::once(&*statement.test).chain(others).map(Ranged::range).collect()
        }
        AnyNodeRef::StmtWhile(statement) => vec![statement.test.range()],
        AnyNodeRef::ExprIf(conditional) => vec![conditional.test.range()],
        AnyNodeRef::ExprBoolOp(operation) => vec![operation.range()],
        _ => Vec::new(),
    }
}

/// Returns the range of an attribute that is set or deleted.
fn changed_attribute(step: &Step) -> Option<TextRange> {
    let target = match step.kind {
        StepKind::Bind(Bind { target: Target::Expr(target), .. }) | StepKind::Delete(target) => target,
        _ => return None,
    };
    target.is_attribute_expr().then(|| target.range())
}

/// A place that sets the attribute.
struct Set {
    at: Span,
    value: Span,
    is_constant: bool,
    suspends: Option<Span>,
    is_read: bool,
    is_reset: bool,
    /// Whether the function sets the attribute to the same value again after a suspension.
    is_renewed: bool,
}

/// The search for suspension points that a value of the attribute reaches. The state has the place of each value that the attribute may
/// have, and whether the function was suspended since.
struct SetBeforeSuspension<'t> {
    text: &'t str,
    name: &'t str,
    /// The statements that keep out other tasks that set the attribute.
    locked: Vec<Span>,
    sets: Vec<Set>,
}

impl SetBeforeSuspension<'_> {
    fn is_attribute(&self, expression: &Expr) -> bool {
        expression.is_attribute_expr()
            && self.text.get(span(expression.range()).as_range()) == Some(self.name)
    }

    fn is_locked(&self, set: Span, suspends: Span) -> bool {
        self.locked.iter().any(|block| block.contains(set) && block.contains(suspends))
    }

    fn suspend(&mut self, at: Span, state: &mut [(Span, bool)]) {
        for (set, is_suspended) in state {
            if self.is_locked(*set, at) {
                continue;
            }
            *is_suspended = true;
            if let Some(set) = self.sets.iter_mut().find(|known| known.at == *set) {
                set.suspends = set.suspends.or(Some(at));
            }
        }
    }

    /// Notes that the attribute is set again, to a value.
    fn set_again(&mut self, value: Option<&Expr>, state: &[(Span, bool)]) {
        let text = self.text;
        let written = value.and_then(|value| text.get(span(value.range()).as_range()));
        self.note(state, |set| match written.is_some() && text.get(set.value.as_range()) == written {
            true => set.is_renewed = true,
            false => set.is_reset = true,
        });
    }

    /// Changes the sets whose values outlived a suspension.
    fn note(&mut self, state: &[(Span, bool)], change: impl Fn(&mut Set)) {
        let suspended = state.iter().filter(|(_, is_suspended)| *is_suspended);
        for (at, _) in suspended {
            self.sets.iter_mut().filter(|set| set.at == *at).for_each(&change);
        }
    }
}

impl<'a> Analysis<'a> for SetBeforeSuspension<'_> {
    type State = Vec<(Span, bool)>;

    fn step(&mut self, step: &Step<'a>, state: &mut Self::State) {
        match step.kind {
            StepKind::Bind(Bind { target: Target::Expr(target), value, how })
                if self.is_attribute(target) =>
            {
                let at = span(target.range());
                state.retain(|(set, _)| *set != at);
                self.set_again(value.filter(|_| how == How::Assign), state);
                state.clear();
                let value = value.filter(|value| how == How::Assign && !value.is_none_literal_expr());
                if let Some(value) = value {
                    state.push((at, false));
                    if !self.sets.iter().any(|set| set.at == at) {
                        self.sets.push(Set {
                            at,
                            value: span(value.range()),
                            is_constant: value.is_literal_expr(),
                            suspends: None,
                            is_read: false,
                            is_reset: false,
                            is_renewed: false,
                        });
                    }
                }
            }
            StepKind::Delete(target) if self.is_attribute(target) => {
                self.note(state, |set| set.is_reset = true);
                state.clear();
            }
            StepKind::Read(read, _) if self.is_attribute(read) => {
                self.note(state, |set| set.is_read = true);
            }
            StepKind::Wait(_) | StepKind::Yield => self.suspend(span(step.at), state),
            _ => {}
        }
    }

    fn join(&self, state: &mut Self::State, other: Self::State) {
        for (at, is_suspended) in other {
            match state.iter_mut().find(|(known, _)| *known == at) {
                Some((_, known)) => *known |= is_suspended,
                None => state.push((at, is_suspended)),
            }
        }
    }

    fn end_with(&mut self, statement: &'a StmtWith, state: &mut Self::State) {
        if statement.is_async {
            let at = statement.items.first().map_or(statement.range(), Ranged::range);
            self.suspend(span(at), state);
        }
    }
}
