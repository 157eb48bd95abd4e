//! An `await` whose operand is a chain of calls: `await session.execute(query).scalars()`. The `await` applies to the last call.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_python::ast::AnyNodeRef;
use loopmend_python::span_of;
use loopmend_semantic::file::{AwaitedBehind, Call};
use loopmend_semantic::infer::Type;

use crate::await_edits::move_the_await;
use crate::context::Context;

/// A step from the value of the first call to the awaited value.
enum ChainStep {
    Attribute(String),
    Call,
}

/// Awaits the first call of an awaited chain. The `await` of the chain goes if its last call returns no awaitable, and stays if that
/// returns one. Returns `None` if this is unknown.
pub(super) fn await_first_call(context: &mut Context, call: &Call, behind: AwaitedBehind) -> Option<Fix> {
    let steps = steps_to_await(context, call.span)?;
    let module = context.file.module();
    let inference = context.file.inference_mut();
    let coroutine = inference.expression(module, call.scope(), call.site.expression);
    let mut value = inference.awaited_by_itself(coroutine);
    for step in steps {
        value = match step {
            ChainStep::Attribute(name) => inference.attribute_of_value(value, &name),
            ChainStep::Call => inference.result_of_any_call(value),
        };
    }
    let parts = inference.parts(value);
    if parts.is_empty() {
        return None;
    }
    if parts.iter().all(|part| inference.certainly_not_awaitable(*part)) {
        return Some(move_the_await(call, behind.keyword));
    }
    let are_coroutines = parts.iter().all(|part| matches!(part, Type::Coroutine(..)));
    are_coroutines.then(|| {
        let edits = vec![Edit::insertion(call.span.start, "(await "), Edit::insertion(call.span.end, ")")];
        Fix::new("await both calls", Applicability::Unsafe, edits)
    })
}

/// Returns the steps from a value outwards to the `await`.
fn steps_to_await(context: &Context, value: Span) -> Option<Vec<ChainStep>> {
    let code = context.file.code_within(value.start);
    let mut steps = Vec::new();
    let mut taken = value;
    for node in code.nodes_around(value).iter().rev() {
        match node {
            AnyNodeRef::ExprAttribute(attribute) => {
                steps.push(ChainStep::Attribute(attribute.attr.to_string()));
            }
            AnyNodeRef::ExprCall(call) if span_of(&*call.func) == taken => steps.push(ChainStep::Call),
            AnyNodeRef::ExprAwait(_) => return Some(steps),
            _ => return None,
        }
        taken = span_of(node);
    }
    None
}
