//! The objects that a function receives from its caller.

use loopmend_index::summary::{ParameterKind, Summary};

use super::{CallEffects, Given, Root, Roots, Source, Value};
use crate::infer::FunctionRef;

/// Returns the values of a function's parameters in a call.
pub(super) fn values_of_parameters(
    summary: &Summary,
    function: FunctionRef,
    receiver: Option<Value>,
    call: &CallEffects,
) -> Vec<Value> {
    let parameters = &summary.function(function.function).parameters;
    let mut values = vec![Value::default(); parameters.len()];
    let mut next = 0;
    if let (Some(receiver), Some(first)) = (receiver, values.first_mut()) {
        *first = receiver;
        next = 1;
    }
    let first_given = next;
    let of_kind = |kind| parameters.iter().position(|parameter| parameter.kind == kind);
    for (given, value) in &call.arguments {
        let place = match given {
            Given::Any => {
                values[first_given..].iter_mut().for_each(|known| {
                    known.join(value);
                });
                continue;
            }
            Given::Place => {
                let kind = parameters.get(next).map(|parameter| parameter.kind);
                let takes = matches!(kind, Some(ParameterKind::PositionalOnly | ParameterKind::Positional));
                next += usize::from(takes);
                if takes { Some(next - 1) } else { of_kind(ParameterKind::Variadic) }
            }
            Given::Keyword(name) => {
                let named = parameters.iter().position(|parameter| summary.name(parameter.name) == &**name);
                named.or_else(|| of_kind(ParameterKind::VariadicKeyword))
            }
        };
        let Some(place) = place else { continue };
        match parameters[place].kind {
            ParameterKind::Variadic | ParameterKind::VariadicKeyword => {
                values[place].join(&Value::made_of([value]))
            }
            _ => values[place].join(value),
        };
    }
    values
}

/// Maps the roots of a callee to the roots of its caller.
pub(super) fn mapped(roots: &Roots, values: &[Value]) -> Roots {
    let mut found = Roots::new();
    for root in roots {
        match root.source {
            Source::Parameter(place) => {
                if let Some(value) = values.get(usize::from(place)) {
                    found.extend(if root.is_inside { &value.inside } else { &value.own });
                }
            }
            Source::Outside => {
                found.insert(Root { source: Source::Elsewhere, ..*root });
            }
            Source::Elsewhere | Source::Process | Source::Any => {
                found.insert(*root);
            }
            Source::Result(_) => {}
        }
    }
    found
}
