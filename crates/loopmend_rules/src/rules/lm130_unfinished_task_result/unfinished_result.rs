//! Results of tasks that have not run yet.

use loopmend_catalog::{Role, named};
use loopmend_core::{Confidence, Span};
use loopmend_flow::{Analysis, FunctionFlow, Step, StepKind};
use loopmend_index::summary::{ArgumentKind, Expression, ExpressionId};
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Expr, StmtWith};
use loopmend_python::text_size::TextRange;
use loopmend_python::{is_in_block, last_name, nodes_around, range_of};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;
use loopmend_semantic::file::lost_task::{At, first_positional};
use loopmend_semantic::infer::Type;

use crate::detectors::task_group;

/// A call of `result` or `exception` of a task that has not run yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnfinishedResult {
    /// The call.
    pub(crate) call: Call,
    /// The expression of the task.
    pub(crate) task: Span,
    /// The call that creates the task.
    pub(crate) created: Span,
    /// `true` if awaiting the task returns the same value.
    pub(crate) can_be_awaited: bool,
    /// The confidence that the call creates a task.
    pub(crate) confidence: Confidence,
}

/// Returns the results that an `async def` asks of its own tasks before they can have run, in source order. Skips calls whose
/// exception is expected or handled, and tasks that are asked whether they are done.
pub(crate) fn unfinished_results(file: &mut File) -> Vec<UnfinishedResult> {
    let summary = file.summary();
    let is_possible = summary.mentions(Role::StartsTask) && summary.mentions(Role::ReturnsOutcome);
    let engine = file.engine();
    if !is_possible || engine.has_task_factory(file.is_in_tests()) || engine.may_start_tasks_eagerly() {
        return Vec::new();
    }
    let calls: Vec<Call> = file.unawaited_calls().filter(|call| file.can_await(call)).collect();
    calls.into_iter().filter_map(|call| unfinished_result(file, call)).collect()
}

fn unfinished_result(file: &mut File, call: Call) -> Option<UnfinishedResult> {
    let summary = file.summary();
    let (task, method) = summary.method_call(call.site.expression)?;
    let method = summary.name(method);
    let has_no_arguments = summary.arguments_of(call.site.expression)?.is_empty();
    if !named(method).has(Role::ReturnsOutcome) || !has_no_arguments || call.site.expects_exception {
        return None;
    }
    let (name, created) = match summary.expression(task) {
        Expression::Name(name) => {
            let name = summary.name(name);
            let around = summary.function(summary.enclosing_function(call.scope())?);
            let mut parameters = around.parameters.iter();
            let is_parameter = parameters.any(|parameter| summary.name(parameter.name) == name);
            let [only] = summary.bindings_of(call.scope(), name) else { return None };
            if is_parameter {
                return None;
            }
            (Some(name), only.kind.value().filter(|_| only.scope == call.scope())?)
        }
        _ => (None, task),
    };
    let confidence = creates_task(file, &call, created)?;
    let header = summary.function(summary.enclosing_function(call.scope())?).header;
    let created = summary.span(created);
    let mut search = Unfinished { created: range_of(created), asked: range_of(call.span), found: NOTHING };
    let is_asked = name.is_some_and(|name| file.flow_of(header, |flow| asks_whether_done(flow, name)));
    if is_asked || handles_unfinished(file, call.span) {
        return None;
    }
    file.analyse(header, &mut search, OTHER)?;
    let is_unfinished = search.found & NEW != 0 && search.found & MAY_HAVE_RUN == 0;
    is_unfinished.then(|| UnfinishedResult {
        call,
        task: summary.span(task),
        created,
        can_be_awaited: named(method).has(Role::ReturnsResult),
        confidence,
    })
}

/// Returns the confidence that an expression creates a task which begins to run later.
fn creates_task(file: &mut File, call: &Call, created: ExpressionId) -> Option<Confidence> {
    let summary = file.summary();
    let arguments = summary.arguments_of(created)?;
    let starter = summary.last_name(created)?;
    let is_eager = |kind| matches!(kind, ArgumentKind::Keyword(name) if summary.name(name) == "eager_start");
    let may_be_eager = arguments
        .iter()
        .any(|argument| is_eager(argument.kind) || matches!(argument.kind, ArgumentKind::DoubleStarred));
    if !named(starter).has(Role::StartsTask) || may_be_eager || summary.replaces(starter, call.scope()) {
        return None;
    }
    let at = At { module: file.module(), scope: call.scope(), expression: created };
    let group = summary.method_call(created).map(|(group, _)| At { expression: group, ..at });
    let is_group = group.is_some_and(|group| task_group::is_task_group(file, group));
    if !is_group && !file.is_start_of_task(at) {
        return None;
    }
    let is_given_by_callers = file.inference().is_given_by_callers();
    if named(starter).has(Role::AcceptsFutures) {
        let coroutine = At { expression: first_positional(arguments)?, ..at };
        let parts = file.types_of(coroutine);
        let is_coroutine = |part: &Type| matches!(part, Type::Coroutine(..));
        if parts.is_empty() || !parts.iter().all(is_coroutine) {
            return None;
        }
    }
    Some(if is_given_by_callers { Confidence::Likely } else { Confidence::Certain })
}

/// Returns whether a `try` around a call has a handler for the exception of a future that is not done.
fn handles_unfinished(file: &File, call: Span) -> bool {
    let tree = file.tree_within(call.start);
    let around = nodes_around(&tree, call);
    around.iter().any(|node| match node {
        AnyNodeRef::StmtTry(tried) => {
            let is_tried = is_in_block(&tried.body, range_of(call));
            is_tried && tried.handlers.iter().any(names_unfinished)
        }
        _ => false,
    })
}

/// Returns whether a handler is bare, or names the exception of a future that is not done.
fn names_unfinished(ExceptHandler::ExceptHandler(handler): &ExceptHandler) -> bool {
    let Some(caught) = handler.type_.as_deref() else { return true };
    let caught = match caught {
        Expr::Tuple(several) => several.elts.as_slice(),
        one => std::slice::from_ref(one),
    };
    caught.iter().any(|class| named(last_name(class)).has(Role::RaisedByUnfinished))
}

/// Returns whether a function asks whether the task of a name is done.
fn asks_whether_done(flow: &FunctionFlow, name: &str) -> bool {
    flow.steps().any(|step| match step.kind {
        StepKind::Read(Expr::Attribute(asked), _) => {
            let is_of_task = asked.value.as_name_expr().is_some_and(|task| task.id.as_str() == name);
            is_of_task && named(asked.attr.as_str()).has(Role::AsksFuture)
        }
        _ => false,
    })
}

/// The possible states of the task where control is, one bit each.
type States = u8;

const NOTHING: States = 0;
/// The task does not exist yet.
const OTHER: States = 1;
/// The function was not suspended since the task was created.
const NEW: States = 2;
/// The function was suspended since.
const MAY_HAVE_RUN: States = 4;

/// The search for the states of a task where it is asked for its result.
struct Unfinished {
    created: TextRange,
    asked: TextRange,
    found: States,
}

impl<'a> Analysis<'a> for Unfinished {
    type State = States;

    fn step(&mut self, step: &Step<'a>, state: &mut States) {
        match step.kind {
            StepKind::Wait(_) | StepKind::Yield => suspend(state),
            StepKind::Call(_, _) if step.at == self.created => *state = NEW,
            StepKind::Call(_, _) if step.at == self.asked => self.found |= *state,
            StepKind::Call(call, _) if named(last_name(&call.func)).has(Role::RunsAnyLoop) => suspend(state),
            _ => {}
        }
    }

    fn join(&self, state: &mut States, other: States) {
        *state |= other;
    }

    fn end_with(&mut self, statement: &'a StmtWith, state: &mut States) {
        if statement.is_async {
            suspend(state);
        }
    }
}

fn suspend(state: &mut States) {
    if *state & NEW != 0 {
        *state = *state & !NEW | MAY_HAVE_RUN;
    }
}
