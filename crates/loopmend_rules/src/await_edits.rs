//! The `await` that is missing before a call in an expression.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_semantic::{Call, UseKind, ValueUse};

use crate::context::{Context, Report};
use crate::coroutine::{REMEDY_OF_OBSTACLE, advice, await_the_call, obstacle_to_async, short_callee};
use crate::gather_edits::{await_in_list, gather_list};

/// A report with the `await` that is missing before a call in an expression.
pub(crate) fn with_await(context: &Context, call: &Call, report: Report, used: &ValueUse) -> Report {
    if !context.file.can_await(call) {
        return report.help(advice(&context.file.surroundings(call)));
    }
    if used.kind == UseKind::Fallback {
        return report.help("await each side of `or` by itself: `await f() or await g()`");
    }
    if let Some(obstacle) = obstacle_to_async(context.file, used) {
        return match await_in_list(context, call, used.needs_parentheses) {
            Some(fix) => report.fix(Some(fix)),
            None => report.note(obstacle).help(REMEDY_OF_OBSTACLE),
        };
    }
    match used.awaited_behind {
        Some(behind) if behind.is_call => {
            let report = report.note(OF_LAST_CALL);
            report.help("wrap this call in its own parentheses: `(await ...)`")
        }
        Some(behind) => report.fix(Some(move_the_await(call, behind.keyword))),
        None => report.fix(Some(await_the_call(context, call, used.needs_parentheses))),
    }
}

/// The effect of an `await` before a chain of calls.
pub(crate) const OF_LAST_CALL: &str = "the `await` applies only to the last call of the expression";

/// An argument that a call cannot await, so that an `await` of the call would fail.
pub(crate) struct RefusedArgument {
    /// The documented name of the callee.
    name: &'static str,
    /// The argument, in words.
    argument: String,
}

/// Returns the argument of a call that the call awaits and that is not awaitable.
pub(crate) fn refused_argument(context: &mut Context, call: &Call) -> Option<RefusedArgument> {
    let (name, argument) = context.file.unawaitable_argument(call)?;
    let written = context.on_one_line(argument).and_then(short_callee);
    let argument = written.map_or("its argument".to_owned(), |written| format!("`{written}`"));
    Some(RefusedArgument { name, argument })
}

/// A report with the reason why a call cannot be awaited, and a remedy.
pub(crate) fn explain_refused(report: Report, refused: &RefusedArgument, used: Option<&UseKind>) -> Report {
    let RefusedArgument { name, argument } = refused;
    let report = report.note(format!("`{name}` cannot await {argument}, which is not awaitable"));
    match used {
        Some(UseKind::Context) if *name == "asyncio.wait_for" => {
            report.help(format!("enter {argument} inside of `async with asyncio.timeout(...)`"))
        }
        _ => report.help(format!("pass an awaitable to `{name}`")),
    }
}

/// A report with the `asyncio.gather` that is missing around a list of coroutines; `otherwise` completes it where there is no such list.
pub(crate) fn with_gather(
    context: &mut Context,
    call: &Call,
    report: Report,
    otherwise: impl FnOnce(&Context, Report) -> Report,
) -> Report {
    if !context.file.can_await(call) {
        return report.help(advice(&context.file.surroundings(call)));
    }
    match gather_list(context, call) {
        Some(fix) => report.fix(Some(fix)),
        None => otherwise(context, report),
    }
}

/// `await f()["a"]` becomes `(await f())["a"]`.
pub(crate) fn move_the_await(call: &Call, keyword: Span) -> Fix {
    let edits = vec![Edit::replacement(keyword, "(await "), Edit::insertion(call.span.end, ")")];
    Fix::new("move the `await` to the call", Applicability::Unsafe, edits)
}
