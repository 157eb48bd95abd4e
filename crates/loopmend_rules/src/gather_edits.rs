//! Coroutines that are awaited together.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_semantic::Call;

use crate::context::Context;
use crate::coroutine::obstacle_to_async;
use crate::import_edits::import_module_for;

/// `[f(x) for x in y]` becomes `await asyncio.gather(*[f(x) for x in y])`.
pub(crate) fn gather_list(context: &mut Context, call: &Call) -> Option<Fix> {
    let list = context.file.list_of_coroutines(call)?;
    if !context.file.can_await(call) {
        return None;
    }
    let mut edits = import_module_for(context, call, "asyncio")?;
    edits.extend(around(list, "await asyncio.gather(*", ")"));
    Some(Fix::new("await the collected coroutines with `asyncio.gather`", Applicability::Unsafe, edits))
}

/// `list(map(f, x))` becomes `await asyncio.gather(*map(f, x))`, and so does `itertools.starmap`.
pub(crate) fn gather_map(context: &Context, call: &Call) -> Option<Fix> {
    let file = &context.file;
    let taken = file
        .call_of_argument(call.span)
        .filter(|taken| file.slice(taken.shape.callee) == "list" && file.is_builtin("list"));
    let whole = taken.map_or(call.span, |taken| taken.call);
    let used = file.value_use(whole);
    if !file.can_await(call) || obstacle_to_async(file, &used).is_some() {
        return None;
    }
    let mut edits = import_module_for(context, call, "asyncio")?;
    let (open, close) = if used.needs_parentheses { ("(", ")") } else { ("", "") };
    let before = Span::new(whole.start, call.span.start);
    let behind = Span::new(call.span.end, whole.end);
    if [before, behind].into_iter().any(|span| file.slice(span).contains('#')) {
        return None;
    }
    edits.push(Edit::replacement(before, format!("{open}await asyncio.gather(*")));
    edits.push(Edit::replacement(behind, format!("){close}")));
    Some(Fix::new("await the coroutines with `asyncio.gather`", Applicability::Unsafe, edits))
}

/// `any(f(x) for x in y)` becomes `any([await f(x) for x in y])`.
pub(crate) fn await_in_list(context: &Context, call: &Call, needs_parentheses: bool) -> Option<Fix> {
    let generator = context.file.generator_of(call.span)?;
    let text = context.file.slice(generator);
    let has_parentheses = text.starts_with('(') && generator.start != call.span.start;
    let (open, close) = if needs_parentheses { ("(", ")") } else { ("", "") };
    let mut edits = match has_parentheses {
        true => vec![
            Edit::replacement(Span::new(generator.start, generator.start + 1), "["),
            Edit::replacement(Span::new(generator.end - 1, generator.end), "]"),
            Edit::insertion(call.span.start, format!("{open}await ")),
        ],
        false if generator.start == call.span.start => vec![
            Edit::insertion(generator.start, format!("[{open}await ")),
            Edit::insertion(generator.end, "]"),
        ],
        false => return None,
    };
    if !close.is_empty() {
        edits.push(Edit::insertion(call.span.end, close));
    }
    Some(Fix::new("await each call in a list", Applicability::Unsafe, edits))
}

fn around(span: Span, open: &str, close: &str) -> [Edit; 2] {
    [Edit::insertion(span.start, open), Edit::insertion(span.end, close)]
}
