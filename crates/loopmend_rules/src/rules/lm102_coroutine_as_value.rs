use std::borrow::Cow;

use loopmend_core::Level;
use loopmend_semantic::{AwaitableSource, Call, UseKind};

use crate::context::Context;
use crate::coroutine::{advice, await_the_call, report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    same_as: &[],
    checks: &[Check::UsedCall(check_used_call)],
};

/// What a coroutine has itself (docs.python.org/3/library/inspect.html#types-and-members).
const OWN_ATTRIBUTES: &[&str] =
    &["close", "cr_await", "cr_code", "cr_frame", "cr_origin", "cr_running", "cr_suspended", "send", "throw"];

/// What futures and tasks have, which some annotations call awaitables
/// (docs.python.org/3/library/asyncio-future.html#future-object).
const ATTRIBUTES_OF_FUTURES: &[&str] = &[
    "add_done_callback",
    "cancel",
    "cancelled",
    "done",
    "exception",
    "get_coro",
    "get_loop",
    "get_name",
    "remove_done_callback",
    "result",
    "set_name",
];

fn check_used_call(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    let used = context.file.value_use(call.span);
    if !is_wrong(&used.kind, coroutine.source) {
        return;
    }
    let mut report = report(context, call, coroutine, Some(&words(&used.kind)));
    if !context.file.can_await(call) {
        report = report.note(advice(&context.file.surroundings(call)));
    } else if used.is_in_generator {
        report =
            report.note("`await` makes an asynchronous generator of the generator expression: use a list");
    } else {
        report = report.fix(Some(await_the_call(context, call, used.needs_parentheses)));
    }
    context.report(report);
}

/// Whether an awaitable is nothing that can be used so. Of one that is known by less than its `async def`, it is not
/// known what else it is: an object that is awaited and entered, or whose attributes are its own.
fn is_wrong(used: &UseKind, source: AwaitableSource) -> bool {
    let is_coroutine = matches!(
        source,
        AwaitableSource::Definition | AwaitableSource::Callers | AwaitableSource::Overridden
    );
    match used {
        UseKind::Attribute(name) if name.starts_with("__") || OWN_ATTRIBUTES.contains(&name.as_str()) => {
            false
        }
        UseKind::Attribute(name) if ATTRIBUTES_OF_FUTURES.contains(&name.as_str()) => is_coroutine,
        UseKind::Attribute(_) => source != AwaitableSource::Object,
        UseKind::Context | UseKind::AsyncIteration => is_coroutine,
        UseKind::Other => false,
        _ => true,
    }
}

/// What the value is taken for.
fn words(used: &UseKind) -> Cow<'static, str> {
    let words = match used {
        UseKind::Condition => "taken for true",
        UseKind::Comparison => "compared",
        UseKind::Operand => "an operand",
        UseKind::Attribute(name) => return format!("asked for its `{name}`").into(),
        UseKind::Item => "asked for an item",
        UseKind::Call => "called",
        UseKind::Iteration | UseKind::AsyncIteration => "iterated over",
        UseKind::Unpacking => "unpacked",
        UseKind::Formatting => "formatted",
        UseKind::Raising => "raised",
        UseKind::Matching => "matched",
        UseKind::Context => "entered",
        UseKind::Other => "used",
    };
    words.into()
}
