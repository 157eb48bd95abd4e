//! Programs that are waited for, and whose pipes nothing reads before.

use loopmend_catalog::{Role, is, named};
use loopmend_core::Span;
use loopmend_index::summary::{ArgumentKind, BindingKind, Expression, ExpressionId, Summary};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, StmtFunctionDef};
use loopmend_python::text_size::Ranged;
use loopmend_python::{function_with, span, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;

use crate::detectors::known_call::calls_only;

/// A wait for a program that may never end.
#[derive(Clone, Debug)]
pub(crate) struct UnreadPipe {
    /// The call of `wait`.
    pub(crate) call: Call,
    /// The name of the process.
    pub(crate) process: String,
    /// The argument that makes the pipe.
    pub(crate) pipe: Span,
}

/// Returns the waits for programs whose output goes to pipes that nothing reads before, in source order. The process is a local name.
pub(crate) fn unread_pipes(file: &mut File) -> Vec<UnreadPipe> {
    let summary = file.summary();
    if !summary.mentions(Role::StartsProgram) || summary.names.find(PIPE).is_none() {
        return Vec::new();
    }
    let waits = |call: &Call| summary.last_roles(call.site.expression).has(Role::WaitsForProgram);
    let calls: Vec<Call> = file.all_calls().filter(waits).collect();
    calls.into_iter().filter_map(|call| unread_pipe(file, call)).collect()
}

const PIPE: &str = "PIPE";

fn unread_pipe(file: &mut File, call: Call) -> Option<UnreadPipe> {
    let summary = file.summary();
    let (process, _) = summary.method_call(call.site.expression)?;
    let process = summary.dotted_name(process).filter(|name| !name.contains('.'))?;
    let [only] = summary.bindings_of(call.scope(), &process) else { return None };
    let BindingKind::Value(value) = only.kind else { return None };
    let started = awaited(summary, value);
    let callee = summary.call(started)?.callee;
    if only.scope != call.scope()
        || !is(summary.import_path(call.scope(), callee).as_deref(), Role::StartsProgram)
    {
        return None;
    }
    let pipe = pipe(summary, started)?;
    let header = summary.function(summary.enclosing_function(call.scope())?).header;
    let is_read = {
        let tree = file.tree_within(header.start);
        let function = function_with(&tree, header)?;
        is_used_before(function, &process, (summary.span(started), call.span))
    };
    if is_read {
        return None;
    }
    calls_only(file, &call.site, Role::WaitsForProgram)?;
    Some(UnreadPipe { call, process, pipe })
}

fn awaited(summary: &Summary, value: ExpressionId) -> ExpressionId {
    match summary.expression(value) {
        Expression::Await(awaited) => awaited,
        _ => value,
    }
}

/// Returns the first argument that makes a pipe for the output of a program.
fn pipe(summary: &Summary, started: ExpressionId) -> Option<Span> {
    let is_output = |kind| match kind {
        ArgumentKind::Keyword(name) => summary.name(name) != INPUT,
        _ => false,
    };
    let arguments = summary.arguments_of(started)?;
    let pipe = arguments
        .iter()
        .find(|argument| is_output(argument.kind) && summary.last_name(argument.value) == Some(PIPE))?;
    Some(summary.span(pipe.value))
}

/// The argument for the input of a program.
const INPUT: &str = "stdin";

/// Returns whether a function uses the process between its start and the wait, other than to ask for its number or its state. What
/// ends the program counts as a use: then the wait ends too.
fn is_used_before(function: &StmtFunctionDef, process: &str, (started, wait): (Span, Span)) -> bool {
    let mut is_used = false;
    walk_body(&function.body, |around, node| {
        if let AnyNodeRef::ExprName(name) = node
            && name.id.as_str() == process
            && name.ctx.is_load()
        {
            let at = span(name.range());
            let is_between = at.start >= started.end && at.start < wait.start;
            is_used |= is_between && !is_harmless(around.last());
        }
        TraversalSignal::Traverse
    });
    is_used
}

fn is_harmless(outer: Option<&AnyNodeRef>) -> bool {
    match outer {
        Some(AnyNodeRef::ExprAttribute(attribute)) => {
            named(attribute.attr.as_str()).has(Role::LeavesOutputAlone)
        }
        _ => false,
    }
}
