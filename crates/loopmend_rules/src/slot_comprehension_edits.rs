//! Comprehensions that await an async predicate, instead of a function that tests its coroutine.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_semantic::{Call, FilledSlot, UseKind};

use crate::context::Context;
use crate::coroutine::obstacle_to_async;
use crate::edits::count_name;
use crate::slot_edits::is_path;

/// The names that an element may get, the best first.
const ELEMENTS: [&str; 3] = ["item", "element", "each"];

/// `filter(f, values)`, if it is iterated over at once, becomes `[item for item in values if await f(item)]`.
pub(crate) fn await_in_comprehension(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let file = &context.file;
    let negation = match &*filled.name {
        "filter" => "",
        "itertools.filterfalse" => "not ",
        _ => return None,
    };
    let shape = file.call_shape(call.span)?;
    let [callable, values] = *shape.positional.as_slice() else { return None };
    let (callable, values) = (file.slice(callable), slice_of_iterable(context, values));
    let has_more = !shape.keywords.is_empty() || shape.is_starred;
    // `:=` may not stand in the iterable of a comprehension (PEP 572).
    let cannot_move = |text: &str| text.contains('#') || text.contains(":=");
    if has_more || !file.can_await(call) || !is_path(callable) || cannot_move(file.slice(call.span)) {
        return None;
    }
    let whole = whole(context, call)?;
    if obstacle_to_async(file, &file.value_use(whole)).is_some() {
        return None;
    }
    let item = ELEMENTS.into_iter().find(|name| count_name(callable, name) == 0)?;
    let list = format!("[{item} for {item} in {values} if {negation}await {callable}({item})]");
    let edits = vec![Edit::replacement(whole, list)];
    Some(Fix::new("await the function in a comprehension", Applicability::Unsafe, edits))
}

/// The expression that a list can replace: the call, or `list(...)` around it; `None` if something else may be needed.
fn whole(context: &Context, call: &Call) -> Option<Span> {
    const TAKES_ANY: [&str; 8] = ["tuple", "set", "frozenset", "sorted", "sum", "len", "any", "all"];
    let file = &context.file;
    if let Some(taken) = file.call_of_argument(call.span) {
        let taker = file.slice(taken.shape.callee);
        return match taker {
            "list" if file.is_builtin("list") => Some(taken.call),
            _ => (TAKES_ANY.contains(&taker) && file.is_builtin(taker)).then_some(call.span),
        };
    }
    (file.value_use(call.span).kind == UseKind::Iteration).then_some(call.span)
}

/// The iterable of a comprehension, in parentheses if needed.
fn slice_of_iterable<'t>(context: &'t Context, values: Span) -> std::borrow::Cow<'t, str> {
    let text = context.file.slice(values);
    let is_closed = is_path(text) || text.ends_with([')', ']', '}']) && !text.contains([' ', '\n', '\t']);
    match is_closed
        || text.starts_with('[') && text.ends_with(']')
        || context.file.call_shape(values).is_some()
    {
        true => text.into(),
        false => format!("({text})").into(),
    }
}
