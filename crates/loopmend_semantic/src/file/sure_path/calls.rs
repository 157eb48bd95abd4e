//! The calls that are made whenever a function runs.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_flow::{Compound, Follow, Form, FunctionFlow, Part, Step, StepKind, Used};
use loopmend_python::ast::{AnyNodeRef, ExprCall, StmtFunctionDef};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, span};
use smallvec::smallvec;

/// A call that is made whenever the enclosing body runs, unless earlier code raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SureCall {
    /// The range of the call.
    pub(crate) span: Span,
    /// How its value is used immediately. A value that is run by `asyncio.run(...)` is awaited.
    pub(crate) used: Taken,
}

/// How the value of a call is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// The value is awaited.
    Awaited,
    /// The value is used as its expected type.
    AsItsType,
    /// The value is entered by `with` or `async with`.
    Entered,
    /// The value is discarded: the call is a statement.
    Discarded,
    /// Any other use.
    Otherwise,
}

impl Taken {
    fn of(used: Used) -> Self {
        match used {
            Used::Awaited => Self::Awaited,
            Used::Entered => Self::Entered,
            Used::Discarded => Self::Discarded,
            used if used.is_as_its_type() => Self::AsItsType,
            _ => Self::Otherwise,
        }
    }
}

/// Returns the calls that are made whenever a function runs, in evaluation order. The list ends where an
/// exception may be expected, and where the function may return.
pub(crate) fn sure_calls(function: &StmtFunctionDef) -> Vec<SureCall> {
    let flow = FunctionFlow::of(function);
    let mut found = Vec::new();
    flow.must_execute(FunctionFlow::BODY, &mut |part| match part {
        Part::Step(Step { kind: StepKind::Call(call, used), .. }) => {
            add(&mut found, call, *used);
            let is_end = leaves_test(call, *used) || *used == Used::Entered && expects_exception(call);
            if is_end { Follow::Stop } else { Follow::Past }
        }
        Part::Step(Step { kind: StepKind::Jump(_), .. }) => Follow::Stop,
        Part::Step(_) => Follow::Past,
        Part::Compound(compound) => follow(&flow, compound),
    });
    found
}

/// The maximum number of calls between a call that is an argument and the call that gets it.
const MAX_CALLS_BETWEEN: usize = 16;

fn add(found: &mut Vec<SureCall>, call: &ExprCall, used: Used) {
    if named(last_name(&call.func)).has(Role::RunsLoop) {
        let argument = call.arguments.args.first().map(|first| span(first.range()));
        let mut before = found.iter_mut().rev().take(MAX_CALLS_BETWEEN);
        if let Some(run) = before.find(|it| Some(it.span) == argument) {
            run.used = Taken::Awaited;
        }
    }
    found.push(SureCall { span: span(call.range()), used: Taken::of(used) });
}

fn follow(flow: &FunctionFlow, compound: &Compound) -> Follow {
    match (&compound.form, compound.node) {
        (_, AnyNodeRef::StmtMatch(_)) => Follow::Stop,
        (Form::Loop { head, .. }, AnyNodeRef::StmtWhile(_)) => Follow::Last(*head),
        (Form::Branch(_) | Form::Loop { .. }, _) => {
            if may_leave(flow, compound) {
                Follow::Stop
            } else {
                Follow::Past
            }
        }
        (Form::With { body }, _) => Follow::Into(smallvec![*body]),
        (Form::Try { body, handlers, finally, .. }, _) if handlers.is_empty() => {
            Follow::Into(smallvec![*body, *finally])
        }
        _ => Follow::Stop,
    }
}

/// Returns whether a context manager may catch an exception: `pytest.raises(...)`, `suppress(...)`,
/// `self.assertRaises(...)`.
fn expects_exception(call: &ExprCall) -> bool {
    last_name(&call.func).is_some_and(|name| {
        let name = name.to_ascii_lowercase();
        Words::ExpectingParts.all().iter().any(|word| name.contains(word))
    })
}

/// Returns whether a call ends a test: `pytest.skip(...)`.
fn leaves_test(call: &ExprCall, used: Used) -> bool {
    named(last_name(&call.func)).has(Role::LeavesTest) && used == Used::Discarded
}

/// Returns whether control may leave the function or the enclosing loop in a compound.
fn may_leave(flow: &FunctionFlow, compound: &Compound) -> bool {
    let leaves = |step: &Step| match step.kind {
        StepKind::Call(call, used) => leaves_test(call, used),
        StepKind::Jump(_) => true,
        _ => false,
    };
    compound.blocks().into_iter().any(|block| flow.steps_inside(block).iter().any(leaves))
}
