mod called_callback;

use loopmend_catalog::{HowTaken, Role, is};
use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_python::ast::{Arguments, Expr};
use loopmend_python::{is_starred, span_of};
use loopmend_semantic::SlotKind;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};
use called_callback::{CallbackResult, CalledCallback, EarlyCoroutine, FunctionUse};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["blocking-call-in-async", "coroutine-as-value"],
    same_as: &[
        "type: arg-type",
        "type: func-returns-value",
        "ty: invalid-argument-type",
        "pyright: reportArgumentType",
    ],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in called_callback::called_callbacks(context.file) {
        let CalledCallback { name, function, result, .. } = &found;
        let mut report = Report::new(found.argument, message(&found)).in_symbol(found.symbol.clone());
        if let Some(place) = found.definition.clone() {
            report = report.note_at(place, format!("`{function}` is defined here"));
        }
        report = report.note(match result {
            CallbackResult::Coroutine => {
                "calling it only creates the coroutine; its body does not run".to_owned()
            }
            _ => format!("`{function}` has already run when `{name}` is called"),
        });
        let fix = fix(context, &found);
        context.report(report.fix_or_help(fix, advice(&found)));
    }
    for EarlyCoroutine { name, argument, starter, function, symbol } in
        called_callback::early_coroutines(context.file)
    {
        let message =
            format!("coroutine `{function}` is created now, for a timer of `{name}` that may be cancelled");
        let starter = context.file.slice(starter);
        let report = Report::new(argument, message)
            .in_symbol(symbol)
            .only_warn()
            .note("if the timer is cancelled, nothing awaits the coroutine")
            .help(format!("create it in the callback: `lambda: {starter}({function}(...))`"));
        context.report(report);
    }
}

fn message(CalledCallback { name, function, result, .. }: &CalledCallback) -> String {
    let result = match result {
        CallbackResult::None => "`None`",
        CallbackResult::Coroutine => "a coroutine",
        CallbackResult::Value => "a value that is not callable",
    };
    format!("`{name}` needs a function, but `{function}(...)` returns {result}")
}

/// The remedy where there is no fix.
fn advice(CalledCallback { name, function, use_of, result, is_class, .. }: &CalledCallback) -> String {
    use FunctionUse::{Slot, Taken};
    match (result, use_of) {
        _ if *is_class => format!("pass a method of `{function}`, or a function"),
        (CallbackResult::Coroutine, Slot(SlotKind::Thread | SlotKind::RefusingThread | SlotKind::Worker)) => {
            format!("await the coroutine without a thread: `await {function}(...)`")
        }
        (CallbackResult::Coroutine, Slot(SlotKind::LoopCallback | SlotKind::SignalCallback)) => {
            format!("start a task: `asyncio.create_task({function}(...))`")
        }
        (CallbackResult::Coroutine, Taken(HowTaken::Refuses)) => {
            format!("await the coroutine directly: `await {function}(...)`")
        }
        (CallbackResult::None | CallbackResult::Coroutine, Taken(HowTaken::Awaits)) => {
            if is(*name, Role::PassesArgumentsOn) {
                format!("pass the function and its arguments separately: `{function}, ...`")
            } else {
                format!("pass the function without calling it: `{function}`")
            }
        }
        (CallbackResult::Coroutine, _) => {
            format!("pass a function that runs the coroutine: `lambda: asyncio.run({function}(...))`")
        }
        (_, Slot(SlotKind::Run)) => {
            format!("pass the function and its arguments: `target={function}, args=(...)`")
        }
        _ => format!("pass the function without calling it: `{function}`"),
    }
}

/// `to_thread(load(1))` becomes `to_thread(load, 1)`, and `Thread(target=load())` becomes `Thread(target=load)`.
fn fix(context: &Context, found: &CalledCallback) -> Option<Fix> {
    let code = context.file.code_within(found.argument.start);
    let call = code.call_at(found.called)?;
    let awaits = found.use_of == FunctionUse::Taken(HowTaken::Awaits);
    let is_function = !found.is_class && (awaits || found.result != CallbackResult::Coroutine);
    if !is_function || is_starred(&call.arguments) || code.path_at(found.callback).is_none() {
        return None;
    }
    let arguments = span_of(&call.arguments);
    let passes_arguments = passes_arguments(found);
    let takes_function = matches!(found.use_of, FunctionUse::Slot(SlotKind::Run) | FunctionUse::Taken(_));
    let mut edits = match call.arguments.is_empty() {
        true if passes_arguments || takes_function => vec![Edit::replacement(arguments, "")],
        false if passes_arguments && found.is_last && stay_valid(&call.arguments) => {
            let separator = code.callee_as_argument(call)?;
            let last = call.arguments.args.last().map(|last| span_of(last).end)?;
            let close = Span::new(last, arguments.end);
            let is_plain = code.slice(close) == ")";
            vec![separator, is_plain.then(|| Edit::replacement(close, ""))?]
        }
        _ => return None,
    };
    if found.argument != found.called {
        let keyword = Span::new(found.argument.start, found.called.start);
        if found.argument.end != found.called.end || code.slice(keyword).trim_end() != "await" {
            return None;
        }
        edits.insert(0, Edit::replacement(keyword, ""));
    }
    Some(Fix::new("pass the function without calling it", Applicability::Unsafe, edits))
}

/// Returns whether these arguments can be appended to another argument. Keywords and unparenthesised generators cannot.
fn stay_valid(arguments: &Arguments) -> bool {
    let is_bare = |it: &Expr| it.as_generator_expr().is_some_and(|generator| !generator.parenthesized);
    arguments.keywords.is_empty() && !arguments.args.iter().any(is_bare)
}

/// `true` if the callee calls the function with the positional arguments after it.
fn passes_arguments(CalledCallback { name, use_of, .. }: &CalledCallback) -> bool {
    match use_of {
        FunctionUse::Slot(SlotKind::Worker) => !name.starts_with("Pool."),
        FunctionUse::Slot(SlotKind::LoopCallback) => is(*name, Role::PassesGivenArguments),
        FunctionUse::Slot(
            SlotKind::Thread
            | SlotKind::RefusingThread
            | SlotKind::SignalCallback
            | SlotKind::ExitStack
            | SlotKind::AsyncExitStack
            | SlotKind::Cleanup,
        ) => true,
        _ => is(*name, Role::PassesArgumentsOn),
    }
}
