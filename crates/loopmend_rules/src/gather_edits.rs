//! Coroutines that are awaited together.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_python::ast::AnyNodeRef;
use loopmend_python::text_size::Ranged;
use loopmend_python::{Code, makes_scope, range_of, span_of};
use loopmend_semantic::Call;

use crate::context::Context;
use crate::coroutine::obstacle_to_async;
use crate::detectors::single_run;
use crate::import_edits::import_module_for;

/// `[f(x) for x in y]` becomes `await asyncio.gather(*[f(x) for x in y])`.
pub(crate) fn gather_list(context: &mut Context, call: &Call) -> Option<Fix> {
    let list = single_run::list_of_coroutines(context.file, call)?;
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
    let code = file.code_within(call.span.start);
    let taken = code
        .call_of_only_argument(call.span)
        .filter(|taken| code.text_of(&*taken.func) == "list" && file.is_builtin("list"));
    let whole = taken.map_or(call.span, span_of);
    let used = file.value_use(whole);
    if !file.can_await(call) || obstacle_to_async(file, &used).is_some() {
        return None;
    }
    let mut edits = import_module_for(context, call, "asyncio")?;
    let (open, close) = if used.needs_parentheses { ("(", ")") } else { ("", "") };
    let open = format!("{open}await asyncio.gather(*");
    edits.extend(code.replace_around(whole, call.span, &open, &format!("){close}"))?);
    Some(Fix::new("await the coroutines with `asyncio.gather`", Applicability::Unsafe, edits))
}

/// `any(f(x) for x in y)` becomes `any([await f(x) for x in y])`.
pub(crate) fn await_in_list(context: &Context, call: &Call, needs_parentheses: bool) -> Option<Fix> {
    let code = context.file.code_within(call.span.start);
    let (generator, is_parenthesized) = generator_of(&code, call.span)?;
    let (open, close) = if needs_parentheses { ("(", ")") } else { ("", "") };
    let mut edits = match is_parenthesized {
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

/// The only comprehension around a call, a generator expression whose element is the call, and whether it has parentheses of its own.
fn generator_of(code: &Code, call: Span) -> Option<(Span, bool)> {
    let around = code.nodes_around(call);
    let AnyNodeRef::ExprGenerator(generator) = around.last()? else { return None };
    let scopes = around.iter().filter(|node| node.is_expression() && makes_scope(**node));
    let is_only = scopes.count() == 1;
    let is_element = generator.elt.range() == range_of(call);
    (is_only && is_element).then(|| (span_of(*generator), generator.parenthesized))
}

fn around(span: Span, open: &str, close: &str) -> [Edit; 2] {
    [Edit::insertion(span.start, open), Edit::insertion(span.end, close)]
}
