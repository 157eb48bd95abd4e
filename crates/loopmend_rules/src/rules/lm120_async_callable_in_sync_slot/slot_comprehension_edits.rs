//! Comprehensions that await an async predicate, instead of a function that tests its coroutine.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_python::ast::token::TokenKind;
use loopmend_python::ast::{Expr, OperatorPrecedence};
use loopmend_python::{Code, is_starred, span_of};
use loopmend_semantic::{Call, FilledSlot, UseKind};

use crate::context::Context;
use crate::coroutine::obstacle_to_async;

/// `filter(f, values)`, if it is iterated over at once, becomes `[item for item in values if await f(item)]`.
pub(crate) fn await_in_comprehension(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let file = &context.file;
    let negation = match &*filled.name {
        "filter" => "",
        "itertools.filterfalse" => "not ",
        _ => return None,
    };
    let code = file.code_within(call.span.start);
    let arguments = &code.call_at(call.span)?.arguments;
    let [callable, values] = &*arguments.args else { return None };
    let has_more = !arguments.keywords.is_empty() || is_starred(arguments);
    // `:=` may not stand in the iterable of a comprehension (PEP 572).
    let cannot_move = code.has_comment(call.span) || code.has_token(call.span, TokenKind::ColonEqual);
    if has_more || !file.can_await(call) || code.path_at(span_of(callable)).is_none() || cannot_move {
        return None;
    }
    let whole = whole(context, call)?;
    if obstacle_to_async(file, &file.value_use(whole)).is_some() {
        return None;
    }
    let item = Words::NamesOfElements
        .all()
        .iter()
        .copied()
        .find(|name| code.mentions(span_of(callable), name) == 0)?;
    let (callable, values) = (code.text_of(callable), text_of_iterable(&code, values));
    let list = format!("[{item} for {item} in {values} if {negation}await {callable}({item})]");
    let edits = vec![Edit::replacement(whole, list)];
    Some(Fix::new("await the function in a comprehension", Applicability::Unsafe, edits))
}

/// The expression that a list can replace: the call, or `list(...)` around it; `None` if something else may be needed.
fn whole(context: &Context, call: &Call) -> Option<Span> {
    let file = &context.file;
    let code = file.code_within(call.span.start);
    if let Some(taken) = code.call_of_only_argument(call.span) {
        let taker = code.text_of(&*taken.func);
        return match taker {
            "list" if file.is_builtin("list") => Some(span_of(taken)),
            _ => (named(taker).has(Role::AcceptsList) && file.is_builtin(taker)).then_some(call.span),
        };
    }
    (file.value_use(call.span).kind == UseKind::Iteration).then_some(call.span)
}

/// The iterable of a comprehension, in parentheses if needed.
fn text_of_iterable(code: &Code, values: &Expr) -> String {
    let text = code.text_of(values);
    match OperatorPrecedence::from_expr(values) >= OperatorPrecedence::CallAttribute {
        true => text.to_owned(),
        false => format!("({text})"),
    }
}
