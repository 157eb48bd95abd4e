use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_semantic::{AwaitingKind, Unawaitable};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &["blocking-call-in-async"],
    same_as: &[
        "type: arg-type",
        "type: func-returns-value",
        "ty: invalid-argument-type",
        "pyright: reportArgumentType",
    ],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.unawaitables() {
        let mut report = Report::new(found.argument, message(&found)).in_symbol(found.call.symbol.clone());
        if let Some(place) = found.definition.clone() {
            let how = if found.is_async { "declared `async` here" } else { "declared without `async` here" };
            report = report.note_at(place, how);
        }
        let report = match fix(context, &found) {
            Some(fix) => report.fix(Some(fix)),
            None => report.note(advice(&found)),
        };
        context.report(report);
    }
}

fn message(Unawaitable { name, kind, function, is_call, .. }: &Unawaitable) -> String {
    match (kind, is_call) {
        (AwaitingKind::Coroutine, true) => {
            format!(
                "`{name}` takes a coroutine, and `{function}(...)` gives none: `{function}` is not `async`"
            )
        }
        (AwaitingKind::Awaitable, true) => {
            format!(
                "`{name}` takes an awaitable, and `{function}(...)` gives none: `{function}` is not `async`"
            )
        }
        (AwaitingKind::Coroutine, false) => {
            format!("`{name}` takes a coroutine, and `{function}` is a function that is not called")
        }
        (AwaitingKind::Awaitable, false) => {
            format!("`{name}` takes an awaitable, and `{function}` is a function that is not called")
        }
        _ => format!("`{name}` awaits what `{function}` gives, and `{function}` is not `async`"),
    }
}

/// What to do where there is no fix.
fn advice(Unawaitable { name, kind, function, is_call, is_async, .. }: &Unawaitable) -> String {
    match kind {
        AwaitingKind::Coroutine | AwaitingKind::Awaitable if *is_call => format!(
            "`{function}` has run before `{name}` is called: call it by itself, or run it in a thread by \
             `asyncio.to_thread({function}, ...)`"
        ),
        AwaitingKind::Coroutine | AwaitingKind::Awaitable if *is_async => {
            format!("call it: `{function}(...)`")
        }
        AwaitingKind::Coroutine | AwaitingKind::Awaitable => {
            format!("run it in a thread: `asyncio.to_thread({function}, ...)`")
        }
        AwaitingKind::Function => "`to_thread.run_sync` runs a plain function in a thread".to_owned(),
        AwaitingKind::ExitStack => "`callback` takes a plain function".to_owned(),
        AwaitingKind::Portal => "`from_thread.run_sync` takes a plain function".to_owned(),
    }
}

fn fix(context: &Context, found: &Unawaitable) -> Option<Fix> {
    match found.kind {
        AwaitingKind::ExitStack => rename(context, found, "push_async_callback", "callback"),
        AwaitingKind::Portal => rename(context, found, "run", "run_sync"),
        AwaitingKind::Coroutine | AwaitingKind::Awaitable => {
            let is_callable = !found.is_call && found.is_async && found.needs_nothing;
            is_callable.then(|| {
                let edit = Edit::insertion(found.argument.end, "()");
                Fix::new("call the function", Applicability::Unsafe, vec![edit])
            })
        }
        AwaitingKind::Function => None,
    }
}

/// Calls another method of the same object or module.
fn rename(context: &Context, found: &Unawaitable, method: &str, other: &str) -> Option<Fix> {
    let callee = found.call.callee;
    context.file.slice(callee).strip_suffix(method)?.strip_suffix('.')?;
    let name = Span::new(callee.end - method.len() as u32, callee.end);
    let edit = Edit::replacement(name, other);
    Some(Fix::new(format!("call `{other}`"), Applicability::Unsafe, vec![edit]))
}
