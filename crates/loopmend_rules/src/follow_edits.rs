//! Edits that make helpers `async`, where all of their callers can await them.

use loopmend_core::{Applicability, Edit, Fix, Place, Span};
use loopmend_python::ast::Expr;
use loopmend_python::{is_starred, span_of};
use loopmend_semantic::{Call, CallForm, ControlChain, NameUse};

use crate::context::Context;
use crate::coroutine::obstacle_to_async;
use crate::detectors::{moved_call, private_function};
use crate::import_edits::import_module;

/// The edit at the end of a call path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// `asyncio.run(x)` becomes `await x`.
    Run,
    /// `time.sleep(1)` becomes `await asyncio.sleep(1)`.
    Sleep,
}

/// Makes the functions of a call path `async` and awaits their calls. All of them are private functions of this file, and only `async`
/// functions or each other call them.
pub(crate) fn make_async(context: &mut Context, found: &ControlChain, end: End) -> Option<Fix> {
    const MAX_FUNCTIONS: usize = 4;
    if found.links.is_empty() || found.links.len() > MAX_FUNCTIONS || !found.calls_exactly {
        return None;
    }
    if found.form != CallForm::Written || found.links.iter().any(|link| link.form != CallForm::Written) {
        return None;
    }
    let mut functions = Vec::new();
    for link in &found.links {
        let place = link.place.as_ref().filter(|place| context.is_here(place))?;
        let Place::Span { span, .. } = place else { return None };
        let name = span_of(&context.file.code_within(span.start).function_around(*span)?.name);
        functions.push((private_function::private_function(context.file, name)?, *span));
    }
    let calls: Vec<Span> = functions.iter().map(|(_, call)| *call).collect();
    if moved_call::is_changed_around(context.file, &calls) {
        return None;
    }
    let (context, file) = (&*context, &context.file);
    let is_followed = |call: &Call| {
        let code = file.code_within(call.span.start);
        let around = code.function_around(call.span).map(|around| span_of(&around.name).end);
        let is_one = |end| functions.iter().any(|(function, _)| function.header.end == end);
        file.can_await(call) || around.is_some_and(is_one)
    };
    let (caller, last) = functions.last()?;
    if end == End::Sleep && file.name_in_function(caller.header, "asyncio") != NameUse::Free {
        return None;
    }
    let mut edits = import_module(context, "asyncio")?;
    edits.extend(end_edits(context, *last, end)?);
    for (function, _) in &functions {
        edits.push(Edit::insertion(function.header.start, "async "));
        for call in &function.calls {
            if !call.is_written() || call.is_beside_await() || !is_followed(call) {
                return None;
            }
            edits.extend(await_edits(context, call.span)?);
        }
    }
    Some(Fix::new("make the functions on the call path `async` and await them", Applicability::Unsafe, edits))
}

/// `await ` before an expression, with parentheses where it needs them.
fn await_edits(context: &Context, call: Span) -> Option<Vec<Edit>> {
    let used = context.file.value_use(call);
    if obstacle_to_async(context.file, &used).is_some() || used.awaited_behind.is_some() {
        return None;
    }
    Some(match used.needs_parentheses {
        true => vec![Edit::insertion(call.start, "(await "), Edit::insertion(call.end, ")")],
        false => vec![Edit::insertion(call.start, "await ")],
    })
}

fn end_edits(context: &Context, call: Span, end: End) -> Option<Vec<Edit>> {
    let file = &context.file;
    let code = file.code_within(call.start);
    let last = code.call_at(call)?;
    let used = file.value_use(call);
    if obstacle_to_async(file, &used).is_some() || used.needs_parentheses || is_starred(&last.arguments) {
        return None;
    }
    match end {
        End::Sleep => Some(vec![Edit::replacement(span_of(&*last.func), "await asyncio.sleep")]),
        End::Run => {
            let [coroutine @ Expr::Call(_)] = &*last.arguments.args else { return None };
            let edits = code.replace_around(call, span_of(coroutine), "await ", "")?;
            last.arguments.keywords.is_empty().then(|| edits.into())
        }
    }
}
