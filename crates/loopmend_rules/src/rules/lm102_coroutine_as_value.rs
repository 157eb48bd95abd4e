use loopmend_core::{Applicability, Confidence, Edit, Fix, Level};
use loopmend_semantic::{AwaitableSource, Call, Coroutine, UseKind, ValueUse};

use crate::context::{Context, Report};
use crate::coroutine::{advice, explained};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Ignore,
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
    let message = message(context.file.slice(call.callee), &coroutine, &used.kind);
    let mut report = explained(Report::at_call(context, call, message), coroutine);
    if !context.file.can_await(call) {
        report = report.note(advice(&context.file.surroundings(call)));
    } else if used.is_in_generator {
        report =
            report.note("`await` makes an asynchronous generator of the generator expression: use a list");
    } else {
        report = report.fix(Some(await_it(context.file.text(), call, &used)));
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

fn message(callee: &str, Coroutine { name, source, .. }: &Coroutine, used: &UseKind) -> String {
    let used = words(used);
    let callee = Some(callee).filter(|callee| !callee.contains('\n'));
    match (source.confidence(), callee) {
        (Confidence::Certain, Some(callee)) if callee != name => {
            format!("coroutine `{name}` is {used} and never awaited: `{callee}(...)` only creates it")
        }
        (Confidence::Certain, _) => format!("coroutine `{name}` is {used} and never awaited"),
        (Confidence::Likely, Some(callee)) => {
            format!("`{callee}(...)` is {used} and not awaited, and likely has to be")
        }
        (Confidence::Likely, None) => format!("a call is {used} and not awaited, and likely has to be"),
    }
}

fn words(used: &UseKind) -> String {
    let words = match used {
        UseKind::Condition => "taken for true",
        UseKind::Comparison => "compared",
        UseKind::Operand => "an operand",
        UseKind::Attribute(name) => return format!("asked for its `{name}`"),
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
    words.to_owned()
}

fn await_it(text: &str, call: &Call, used: &ValueUse) -> Fix {
    let before = text[..call.span.start as usize].chars().next_back();
    // `return(f)()` has no blank between the keyword and the call.
    let blank = if before.is_some_and(|c| c.is_alphanumeric() || c == '_') { " " } else { "" };
    let edits = match used.needs_parentheses {
        true => vec![
            Edit::insertion(call.span.start, format!("{blank}(await ")),
            Edit::insertion(call.span.end, ")"),
        ],
        false => vec![Edit::insertion(call.span.start, format!("{blank}await "))],
    };
    Fix::new("await the call", Applicability::Unsafe, edits)
}
