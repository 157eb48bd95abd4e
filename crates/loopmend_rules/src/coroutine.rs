//! What the rules about coroutines say alike.

use std::borrow::Cow;

use loopmend_core::{Applicability, Confidence, Edit, Fix};
use loopmend_semantic::{
    AwaitableSource, Call, Coroutine, EnclosingFunction, File, Surroundings, UseKind, ValueUse,
};

use crate::context::{Context, Report};

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

/// A call whose coroutine is not awaited: how sure that is, where the coroutine is declared, and why it is only likely.
/// `used` says what the coroutine is taken for, if it is not dropped.
pub(crate) fn report(context: &Context, call: &Call, coroutine: Coroutine, used: Option<&str>) -> Report {
    let message = message(context.file.slice(call.callee), &coroutine, used);
    let mut report = Report::at_call(context, call, message).confidence(coroutine.source.confidence());
    if let Some(place) = coroutine.definition {
        report = report.note_at(place, "declared `async` here");
    }
    if matches!(coroutine.source, AwaitableSource::Consensus { .. } | AwaitableSource::Overridden) {
        report = report.only_suggest();
    }
    match reason(coroutine.source) {
        Some(reason) => report.note(reason),
        None => report,
    }
}

fn message(callee: &str, Coroutine { name, source, .. }: &Coroutine, used: Option<&str>) -> String {
    let used = used.map(|used| format!("{used} and ")).unwrap_or_default();
    let callee = Some(callee).filter(|callee| !callee.contains('\n'));
    match (source.confidence(), callee) {
        (Confidence::Certain, Some(callee)) if callee != name => {
            format!("coroutine `{name}` is {used}never awaited: `{callee}(...)` only creates it")
        }
        (Confidence::Certain, _) => format!("coroutine `{name}` is {used}never awaited"),
        (Confidence::Likely, Some(callee)) => {
            format!("`{callee}(...)` is {used}not awaited, and likely has to be")
        }
        (Confidence::Likely, None) => format!("a call is {used}not awaited, and likely has to be"),
    }
}

/// Puts `await` before a call, with parentheses around both where more binds to the value.
pub(crate) fn await_the_call(context: &Context, call: &Call, needs_parentheses: bool) -> Fix {
    let before = context.file.text()[..call.span.start as usize].chars().next_back();
    // `return(f)()` has no blank between the keyword and the call.
    let blank = if before.is_some_and(|c| c.is_alphanumeric() || c == '_') { " " } else { "" };
    let (open, close) = if needs_parentheses { ("(", ")") } else { ("", "") };
    let before = Edit::insertion(call.span.start, format!("{blank}{open}await "));
    let behind = needs_parentheses.then(|| Edit::insertion(call.span.end, close));
    Fix::new("await the call", Applicability::Unsafe, std::iter::once(before).chain(behind).collect())
}

/// Why it is only likely.
pub(crate) fn reason(source: AwaitableSource) -> Option<String> {
    Some(match source {
        AwaitableSource::Definition => return None,
        AwaitableSource::Callers => "by what the calls in the project give, it is a coroutine".to_owned(),
        AwaitableSource::Overridden => "a subclass replaces it by something that is not `async`".to_owned(),
        AwaitableSource::Decorated => "a decorator above it is not understood".to_owned(),
        AwaitableSource::Annotation => "its annotation says that it gives an awaitable".to_owned(),
        AwaitableSource::Object => "what it gives holds a coroutine, and is awaited in its place".to_owned(),
        AwaitableSource::Consensus { awaited, of } => {
            let (calls, are) = if awaited == 1 { ("call", "is") } else { ("calls", "are") };
            let not = of - awaited;
            let are_not = if not == 1 { "is" } else { "are" };
            format!("{awaited} other {calls} like it {are} awaited, {not} {are_not} not")
        }
    })
}

/// What to do where `await` cannot stand.
pub(crate) fn advice(Surroundings { symbol, function }: &Surroundings) -> String {
    match function {
        Some(EnclosingFunction { name, can_be_async: true, .. }) if !name.starts_with("__") => format!(
            "`{name}` is not `async`: make it `async def` and await the call, or run the coroutine with \
             `asyncio.run(...)` where no event loop is running"
        ),
        Some(EnclosingFunction { name, .. }) => {
            format!("`{name}` is not `async`: await the call where its caller can, in an `async def`")
        }
        None if symbol.is_empty() => {
            "at the top of a module, run the coroutine with `asyncio.run(...)`".to_owned()
        }
        None => "nothing can be awaited in the body of a class: await the call in an `async def`".to_owned(),
    }
}

/// Whether an `async def` tells that a call gives an awaitable, which is a coroutine then.
pub(crate) fn is_known_by_definition(source: AwaitableSource) -> bool {
    matches!(source, AwaitableSource::Definition | AwaitableSource::Callers | AwaitableSource::Overridden)
}

/// Whether an awaitable is nothing that can be used so. Of one that is known by less than its `async def`, it is not
/// known what else it is: an object that is awaited and entered, or whose attributes are its own.
pub(crate) fn is_no_use_of_awaitable(file: &File, used: &UseKind, coroutine: &Coroutine) -> bool {
    let source = coroutine.source;
    let is_coroutine = is_known_by_definition(source);
    match used {
        UseKind::Attribute(name) if name.starts_with("__") || OWN_ATTRIBUTES.contains(&name.as_str()) => {
            false
        }
        UseKind::Attribute(name) if ATTRIBUTES_OF_FUTURES.contains(&name.as_str()) => is_coroutine,
        UseKind::Attribute(_) => source != AwaitableSource::Object,
        UseKind::AsyncIteration => is_coroutine && !coroutine.may_be_generator,
        UseKind::Context => is_coroutine,
        UseKind::Given(logger) if logger.contains('.') => {
            // Methods of the same name that give a text are logged as well.
            !matches!(source, AwaitableSource::Consensus { .. })
        }
        UseKind::Given(function) => file.is_builtin(function),
        UseKind::Other => false,
        _ => true,
    }
}

/// What the value is taken for.
pub(crate) fn words(used: &UseKind) -> Cow<'static, str> {
    let words = match used {
        UseKind::Condition => "taken for true",
        UseKind::Comparison => "compared",
        UseKind::Operand => "an operand",
        UseKind::Given(function) => return format!("given to `{function}`").into(),
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

/// Why nothing can be awaited where a value is used, though the function is `async`.
pub(crate) fn obstacle_to_async(file: &File, used: &ValueUse) -> Option<&'static str> {
    if used.needs_python_3_11 && !file.runs_on_3_11() {
        return Some("an asynchronous comprehension inside of another one needs Python 3.11");
    }
    used.is_in_generator.then_some("the generator expression would become an asynchronous one: use a list")
}
