//! Loops that leave an asynchronous generator before its clean-up.

use loopmend_catalog::Words;
use loopmend_core::Span;
use loopmend_flow::{BlockId, Compound, Form, FunctionFlow, Step, StepKind};
use loopmend_index::summary::{Protocol, ProtocolUse};
use loopmend_python::ast::{AnyNodeRef, Expr, Stmt};
use loopmend_python::stack::grow_stack;
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{range_of, span};
use loopmend_semantic::File;
use loopmend_semantic::infer::Type;

/// An `async for` over an asynchronous generator that is left while the generator holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LeftGenerator {
    /// The call that creates the generator.
    pub(crate) call: Span,
    /// The `break` or `return` that leaves the loop.
    pub(crate) left_at: Span,
    /// The qualified name of the generator function.
    pub(crate) function: String,
    /// The clean-up that the generator does not reach.
    pub(crate) clean_up: CleanUp,
    /// The qualified name of the function around the loop.
    pub(crate) symbol: String,
}

/// The clean-up of a generator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CleanUp {
    /// The context manager of an `async with`; `None` for a `finally`.
    pub(crate) manager: Option<Span>,
    /// The head of the `async with`, or what the `finally` awaits.
    pub(crate) at: Span,
}

/// Returns the loops that leave an asynchronous generator of the file by `break` or `return`, in source order, if the clean-up of
/// the generator waits for something.
pub(crate) fn left_generators(file: &mut File) -> Vec<LeftGenerator> {
    let summary = file.summary();
    let is_loop = |it: &&ProtocolUse| it.protocol == Protocol::AsyncFor && summary.call(it.value).is_some();
    let loops: Vec<&ProtocolUse> = summary.protocol_uses.iter().filter(is_loop).collect();
    loops.into_iter().filter_map(|iterated| left_generator(file, iterated)).collect()
}

fn left_generator(file: &mut File, iterated: &ProtocolUse) -> Option<LeftGenerator> {
    let (module, summary) = (file.module(), file.summary());
    let around = summary.function(summary.enclosing_function(iterated.scope)?);
    let callee = summary.callee_or_itself(iterated.value);
    let inference = file.inference_mut();
    let value = inference.expression(module, iterated.scope, callee);
    let callee = match *inference.parts(value) {
        [Type::Function(callee)] if inference.is_certain_function(callee) => callee,
        _ => return None,
    };
    let function = inference.function_of(callee);
    let definition = file.definition_of(callee);
    let is_generator = definition.is_async && definition.is_generator && function.module == module;
    if !is_generator {
        return None;
    }
    let clean_up = file.flow_of(definition.header, clean_up_over_yield)?;
    let call = summary.span(iterated.value);
    let left_at = file.flow_of(around.header, |flow| leaves(flow, range_of(call)).map(span))?;
    Some(LeftGenerator {
        call,
        left_at,
        function: file.function_name(function),
        clean_up,
        symbol: summary.qualified_name(iterated.scope),
    })
}

/// Returns the end of a block inside which a generator yields, if that end waits, and the block holds something which others need or
/// which is bound to its task. The garbage collector closes the generator at once, so that nothing else matters.
fn clean_up_over_yield(flow: &FunctionFlow) -> Option<CleanUp> {
    let mut yields = flow.steps().filter(|step| matches!(step.kind, StepKind::Yield));
    yields.find_map(|step| {
        flow.around(step.block).find_map(|(compound, inside)| find_clean_up(flow, compound, inside))
    })
}

fn find_clean_up(flow: &FunctionFlow, compound: &Compound, inside: BlockId) -> Option<CleanUp> {
    match (compound.node, &compound.form) {
        (AnyNodeRef::StmtWith(statement), Form::With { .. }) if statement.is_async => {
            let item = statement.items.iter().find(|item| is_held(&item.context_expr))?;
            let manager = span(item.context_expr.range());
            let at = Span::new(span(statement.range()).start, span(item.range()).end);
            Some(CleanUp { manager: Some(manager), at })
        }
        (_, Form::Try { finally, .. }) if inside != *finally => {
            let steps = flow.steps_inside(*finally);
            let wait = steps.iter().find(|step| matches!(step.kind, StepKind::Wait(_)))?;
            Some(CleanUp { manager: None, at: span(wait.at) })
        }
        _ => None,
    }
}

/// Returns whether the name of a context manager, or of what creates it, means a lock, a timeout, a task group, a pool or the like.
fn is_held(manager: &Expr) -> bool {
    let is_such = |name: &str| {
        let name = name.to_ascii_lowercase();
        Words::HeldResources.all().iter().any(|word| name.contains(word))
    };
    match manager {
        Expr::Name(name) => is_such(&name.id),
        Expr::Attribute(attribute) => is_such(&attribute.attr) || grow_stack(|| is_held(&attribute.value)),
        Expr::Call(call) => grow_stack(|| is_held(&call.func)),
        Expr::Subscript(subscript) => grow_stack(|| is_held(&subscript.value)),
        _ => false,
    }
}

/// Returns the first `break` or `return` that leaves the `async for` over the value at a range.
fn leaves(flow: &FunctionFlow, value: TextRange) -> Option<TextRange> {
    let mut jumps = flow.steps().filter_map(|step| match step.kind {
        StepKind::Jump(statement) => Some((step, statement)),
        _ => None,
    });
    let is_left = |step: &Step, statement: &Stmt| {
        let mut loops = flow.around(step.block).filter_map(|(compound, inside)| match compound.form {
            Form::Loop { body, .. } => Some((compound.node, inside == body)),
            _ => None,
        });
        let is_this = |(node, is_inside): (AnyNodeRef, bool)| match node {
            AnyNodeRef::StmtFor(repeated) => is_inside && repeated.is_async && repeated.iter.range() == value,
            _ => false,
        };
        match statement {
            Stmt::Return(_) => loops.any(is_this),
            Stmt::Break(_) => loops.next().is_some_and(is_this),
            _ => false,
        }
    };
    jumps.find(|(step, statement)| is_left(step, statement)).map(|(step, _)| step.at)
}
