//! Messages, remedies and fixes that the rules about coroutines share.

use loopmend_catalog::{Role, named};
use loopmend_core::{Applicability, Confidence, Edit, Fix};
use loopmend_semantic::{
    AwaitableSource, Call, Coroutine, EnclosingFunction, File, Surroundings, TakenArgument, UseKind, ValueUse,
};

use crate::context::{Context, Report};
use crate::detectors::awaitable_object;
use crate::detectors::destination::Destination;

/// The words for a coroutine that is used as the value it is not.
pub(crate) struct Misuse {
    /// The words after the coroutine: ``is used without `await` ``.
    pub(crate) certain: String,
    /// The reason to suspect a missing `await`.
    pub(crate) likely: String,
}

impl Misuse {
    /// The words for a coroutine that is used where its result is needed.
    pub(crate) fn value(used: &UseKind) -> Self {
        let likely = consequence(used);
        Self { certain: format!("is used without `await`: {likely}"), likely }
    }
}

/// A finding at a call whose coroutine is not awaited, with the place where the coroutine is declared. `misuse` is `None` where the
/// coroutine is dropped.
pub(crate) fn report(
    context: &Context,
    call: &Call,
    coroutine: Coroutine,
    misuse: Option<&Misuse>,
) -> Report {
    let callee = context.file.slice(call.callee);
    let message = message(callee, &coroutine, misuse);
    let reason = explain_likely(context, &coroutine);
    let mut report = Report::at_call(context, call, message).confidence(coroutine.source.confidence());
    if let Some(place) = coroutine.definition {
        let declared = match called_name(callee, &coroutine.name) == coroutine.name {
            true => "declared `async` here".to_owned(),
            false => format!("`{}` is declared `async` here", coroutine.name),
        };
        report = report.note_at(place, declared);
    }
    if coroutine.source == AwaitableSource::Overridden {
        report = report.only_suggest();
    }
    match reason {
        Some(reason) => report.note(reason),
        None => report,
    }
}

/// The reason why a coroutine is only likely, with the receiver of the calls that are the evidence.
pub(crate) fn explain_likely(context: &Context, coroutine: &Coroutine) -> Option<String> {
    let counted = coroutine.counted.and_then(|counted| context.file.counted_method(&counted));
    reason(coroutine.source, counted.as_deref().and_then(short_callee))
}

/// The consequence of a call whose value is dropped.
pub(crate) fn consequence_of_drop(source: AwaitableSource) -> &'static str {
    if rests_on_other_calls(source) {
        "without `await`, nothing waits for its result or handles its exception"
    } else {
        "calling it only creates the coroutine; its body does not run"
    }
}

fn message(callee: &str, Coroutine { name, source, .. }: &Coroutine, misuse: Option<&Misuse>) -> String {
    match source.confidence() {
        Confidence::Certain => {
            let name = called_name(callee, name);
            let certain = misuse.map_or("is never awaited", |misuse| misuse.certain.as_str());
            format!("coroutine `{name}` {certain}")
        }
        Confidence::Likely => {
            let call = match callee.contains('\n') {
                true => "this call".to_owned(),
                false => format!("`{callee}(...)`"),
            };
            let likely = misuse.map(|misuse| format!(": {}", misuse.likely)).unwrap_or_default();
            format!("{call} is probably missing an `await`{likely}")
        }
    }
}

/// The longest callee that stands for a wrapper, in bytes.
const LONGEST_CALLEE: usize = 60;

/// The name of what is called: that of the `async def`; or the call as it is written, where that names the module of a function, or
/// where the `async def` is a wrapper inside a decorator.
pub(crate) fn called_name<'n>(callee: &'n str, name: &'n str) -> &'n str {
    let mut parts = name.rsplit('.');
    let last = parts.next();
    let is_nested =
        parts.next().is_some_and(|scope| scope.trim_start_matches('_').starts_with(char::is_lowercase));
    let is_short = short_callee(callee).is_some();
    let is_same = last == callee.rsplit('.').next();
    let is_wrapper = is_nested && !is_same;
    let is_in_module = is_same && !name.contains('.');
    if is_short && (is_wrapper || is_in_module) { callee } else { name }
}

/// Returns a callee that fits into a message: it is short, and on one line.
pub(crate) fn short_callee(callee: &str) -> Option<&str> {
    Some(callee).filter(|callee| callee.len() <= LONGEST_CALLEE && callee.lines().count() == 1)
}

/// Inserts `await` before a call, with parentheses around both if needed.
pub(crate) fn await_the_call(context: &Context, call: &Call, needs_parentheses: bool) -> Fix {
    let code = context.file.code_within(call.span.start);
    // `return(f)()` has no blank between the keyword and the call.
    let blank = if code.follows_word(call.span.start) { " " } else { "" };
    let (open, close) = if needs_parentheses { ("(", ")") } else { ("", "") };
    let before = Edit::insertion(call.span.start, format!("{blank}{open}await "));
    let behind = needs_parentheses.then(|| Edit::insertion(call.span.end, close));
    Fix::new("await the call", Applicability::Unsafe, std::iter::once(before).chain(behind).collect())
}

/// The reason why a coroutine is only likely. `counted` is the method, with its receiver, whose other calls are the evidence.
pub(crate) fn reason(source: AwaitableSource, counted: Option<&str>) -> Option<String> {
    Some(match source {
        AwaitableSource::Definition | AwaitableSource::Carried => return None,
        AwaitableSource::Callers => "the callers in the project pass an async function".to_owned(),
        AwaitableSource::Overridden => {
            "a subclass overrides it with something that is not `async`".to_owned()
        }
        AwaitableSource::Implementations => {
            "each subclass in the project implements it as `async`".to_owned()
        }
        AwaitableSource::Decorated => "its decorator could not be resolved".to_owned(),
        AwaitableSource::Annotation => "the called function is annotated to return an awaitable".to_owned(),
        AwaitableSource::Object => {
            "it returns an object that holds the coroutine and is awaited instead".to_owned()
        }
        AwaitableSource::NamedMethod { awaited, of } => {
            let counts = counts_of_calls(awaited, of, counted);
            format!("{counts}, and each method of this name in the project is `async`")
        }
        AwaitableSource::Consensus { awaited, of } => counts_of_calls(awaited, of, counted),
    })
}

/// `3 of 3 other calls of the method are awaited`.
fn counts_of_calls(awaited: u32, of: u32, counted: Option<&str>) -> String {
    let (calls, are) = if of == 1 { ("call", "is") } else { ("calls", "are") };
    let method = counted.map_or_else(|| "this method".to_owned(), |counted| format!("`{counted}`"));
    format!("{awaited} of {of} other {calls} of {method} {are} awaited")
}

/// The remedy where `await` cannot stand.
pub(crate) fn advice(Surroundings { symbol, function }: &Surroundings) -> String {
    match function {
        Some(EnclosingFunction { name, can_be_async: true, .. }) if !name.starts_with("__") => format!(
            "make the function `{name}` async and await this call, or use `asyncio.run(...)` if no loop is running"
        ),
        None if symbol.is_empty() => "run the coroutine with `asyncio.run(...)`".to_owned(),
        Some(_) | None => "move the call into an `async def` and await it there".to_owned(),
    }
}

/// `true` if an `async def` shows that the call returns a coroutine.
pub(crate) fn is_known_by_definition(source: AwaitableSource) -> bool {
    matches!(
        source,
        AwaitableSource::Definition
            | AwaitableSource::Carried
            | AwaitableSource::Callers
            | AwaitableSource::Overridden
            | AwaitableSource::Implementations
            | AwaitableSource::NamedMethod { .. }
    )
}

/// `true` if only the other calls tell which function is called.
fn rests_on_other_calls(source: AwaitableSource) -> bool {
    matches!(source, AwaitableSource::Consensus { .. } | AwaitableSource::NamedMethod { .. })
}

/// `true` if an awaitable cannot be used in this way. An awaitable without a known `async def` may be an object that can be awaited and
/// entered, or that has attributes of its own.
pub(crate) fn is_no_use_of_awaitable(file: &File, used: &UseKind, coroutine: &Coroutine) -> bool {
    let source = coroutine.source;
    let is_coroutine = is_known_by_definition(source);
    match used {
        UseKind::Attribute(name)
            if name.starts_with("__") || named(name.as_str()).has(Role::CoroutineAttribute) =>
        {
            false
        }
        UseKind::Attribute(name) if named(name.as_str()).has(Role::FutureAttribute) => is_coroutine,
        // An object may be awaited here and asked for its attributes there, as a query that is built call by call.
        UseKind::Attribute(name) if rests_on_other_calls(source) => {
            coroutine.counted.is_some_and(|counted| file.reads_attribute_of_result(&counted, name))
        }
        UseKind::Attribute(_) => source != AwaitableSource::Object,
        // Another method of this name may return an object that is entered or iterated over.
        UseKind::Context | UseKind::AsyncIteration
            if rests_on_other_calls(source) || source == AwaitableSource::Overridden =>
        {
            false
        }
        UseKind::AsyncIteration => is_coroutine && !coroutine.may_be_generator,
        UseKind::Context | UseKind::Key => is_coroutine,
        UseKind::Given(logger) if logger.contains('.') => {
            // Methods of the same name that return a string are logged as well.
            !matches!(source, AwaitableSource::Consensus { .. })
        }
        UseKind::Given(function) => file.is_builtin(function),
        UseKind::Fallback => {
            matches!(
                source,
                AwaitableSource::Definition | AwaitableSource::Carried | AwaitableSource::NamedMethod { .. }
            )
        }
        UseKind::Other => false,
        _ => true,
    }
}

/// `true` if a coroutine, or the object that holds it, cannot be used in this way.
pub(crate) fn is_wrong_use(file: &mut File, used: &UseKind, coroutine: &Coroutine) -> bool {
    is_no_use_of_awaitable(file, used, coroutine) || awaitable_object::object_lacks_use(file, coroutine, used)
}

/// The consequence of a use that needs the result of a coroutine.
pub(crate) fn consequence(used: &UseKind) -> String {
    if let Some(refusal) = refusal("a coroutine", used) {
        return refusal;
    }
    let words = match used {
        UseKind::Comparison => "the coroutine is compared, not its result",
        UseKind::Given(function) => return format!("`{function}` receives the coroutine, not its result"),
        UseKind::Key => "the coroutine is the key, not its result",
        UseKind::AsyncIteration => "`async for` cannot iterate over a coroutine",
        UseKind::Formatting => "the text shows the coroutine, not its result",
        UseKind::Raising => "a coroutine cannot be raised",
        UseKind::Matching => "the coroutine is matched, not its result",
        UseKind::Context => "a coroutine is not a context manager",
        _ => "the coroutine is used, not its result",
    };
    words.to_owned()
}

/// The sentence that an object, such as "a task", does not support a use of its value; `None` for other uses.
pub(crate) fn refusal(object: &str, used: &UseKind) -> Option<String> {
    let words = match used {
        UseKind::Condition => "is always truthy",
        UseKind::Fallback => "is always truthy, so the right side of `or` is never used",
        UseKind::Operand => "does not support operators",
        UseKind::Item => "is not subscriptable",
        UseKind::Call => "is not callable",
        UseKind::Iteration => "is not iterable",
        UseKind::Unpacking => "cannot be unpacked",
        UseKind::Attribute(name) => return Some(format!("{object} has no attribute `{name}`")),
        _ => return None,
    };
    Some(format!("{object} {words}"))
}

/// The note at the use of a name that holds a coroutine.
pub(crate) fn used_here(name: &str, used: &UseKind) -> String {
    let verb = match used {
        UseKind::Condition | UseKind::Fallback => "tested",
        UseKind::Comparison => "compared",
        UseKind::Operand => "an operand",
        UseKind::Given(function) => return format!("`{name}` is passed to `{function}` here"),
        UseKind::Attribute(attribute) => return format!("`{name}.{attribute}` is accessed here"),
        UseKind::Item => "subscripted",
        UseKind::Key => "a key",
        UseKind::Call => "called",
        UseKind::Iteration | UseKind::AsyncIteration => "iterated over",
        UseKind::Unpacking => "unpacked",
        UseKind::Formatting => "formatted",
        UseKind::Raising => "raised",
        UseKind::Matching => "matched",
        UseKind::Context => "entered",
        UseKind::Other => "used",
    };
    format!("`{name}` is {verb} here")
}

/// `true` if an `async def` or an annotation shows that the call returns an awaitable.
pub(crate) fn is_stated(source: AwaitableSource) -> bool {
    is_known_by_definition(source) || source == AwaitableSource::Annotation
}

/// The report with the reason why a place takes no coroutine.
pub(crate) fn explain_destination(context: &Context, report: Report, destination: Destination) -> Report {
    match destination {
        Destination::Return => report.note("the annotation of its result does not allow a coroutine there"),
        Destination::Target { written } => {
            report.note(format!("the annotation of `{written}` does not allow a coroutine there"))
        }
        Destination::Argument(TakenArgument { function, others, .. }) if others > 0 => report
            .confidence(Confidence::Likely)
            .note(format!("other calls of `{function}` in this file pass values there ({others})")),
        Destination::Argument(TakenArgument { function, definition, parameter, used, takes, .. }) => {
            match (used, definition, takes) {
                (Some((used, span)), ..) => report.note_at(context.place(span), used_here(&parameter, &used)),
                (None, Some(place), _) => report.note_at(
                    place,
                    format!("the annotation of `{parameter}` here does not allow a coroutine"),
                ),
                (None, None, Some(takes)) => {
                    report.note(format!("`{function}` takes `{takes}`, not a coroutine"))
                }
                (None, None, None) => {
                    report.note(format!("the annotation of `{parameter}` does not allow a coroutine"))
                }
            }
        }
    }
}

/// The remedy for such an obstacle.
pub(crate) const REMEDY_OF_OBSTACLE: &str = "collect the values in a separate list comprehension first";

/// The reason why a value cannot be awaited in place, although the function is `async`.
pub(crate) fn obstacle_to_async(file: &File, used: &ValueUse) -> Option<&'static str> {
    if used.needs_python_3_11 && !file.runs_on_3_11() {
        return Some("an async comprehension inside another one needs Python 3.11");
    }
    used.is_in_generator.then_some("`await` here would make the generator expression an async generator")
}
