//! The side effects of unresolved calls, of which only the receiver, the arguments and the name are known.

use super::follow::Outcome;
use super::words::{self, Method};
use super::{CallEffects, Root, Roots, Source, Value, Write};

fn outside() -> Roots {
    Roots::from([Root { source: Source::Outside, is_inside: false }])
}

/// Returns a write to an unknown object.
pub(super) fn unknown_write(at: u32) -> Write {
    Write { at, roots: outside(), is_sure: false }
}

pub(super) fn given(call: &CallEffects) -> Value {
    Value::made_of(call.arguments.iter().map(|(_, value)| value))
}

/// Returns a new object that may contain the arguments and the receiver.
pub(super) fn given_on(call: &CallEffects) -> Value {
    Value::made_of(call.arguments.iter().map(|(_, value)| value).chain(&call.receiver))
}

/// Returns the arguments, or an outside object.
pub(super) fn anything(call: &CallEffects) -> Value {
    let mut value = given_on(call).part();
    value.own.extend(outside());
    value
}

pub(super) fn add_library_function(call: &CallEffects, outcome: &mut Outcome) {
    let first = call.arguments.first();
    if words::changes_first(&call.name)
        && let Some((_, value)) = first
        && !value.own.is_empty()
    {
        let roots = value.own.clone();
        outcome.writes.insert(Write { at: call.at.start, roots, is_sure: true });
    }
    let result = given(call);
    outcome.result.join(&if words::gives_on(&call.name) { result.part() } else { result });
}

/// Adds the side effects of a method that is known by name alone.
pub(super) fn add_method(call: &CallEffects, outcome: &mut Outcome) {
    let Some(receiver) = &call.receiver else { return add_library_function(call, outcome) };
    let part = receiver.part();
    let (roots, is_sure, result) = match words::method(&call.name) {
        Method::Changes => (receiver.own.clone(), true, part),
        Method::GivesNew => (Roots::new(), true, given_on(call)),
        Method::Reads => (Roots::new(), true, part),
        Method::Unknown => {
            let mut any = given_on(call).part();
            any.join(receiver);
            (receiver.own.union(&receiver.inside).copied().collect(), false, any)
        }
    };
    if !roots.is_empty() {
        outcome.writes.insert(Write { at: call.at.start, roots, is_sure });
    }
    outcome.result.join(&result);
}
