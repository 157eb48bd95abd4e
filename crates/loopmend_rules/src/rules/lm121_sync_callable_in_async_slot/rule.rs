use loopmend_core::{Applicability, Edit, Fix, Level};
use loopmend_semantic::{AwaitingKind, Unawaitable};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["blocking-call-in-async"],
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
    for found in context.file.unawaitables() {
        let mut report = Report::new(found.argument, message(&found)).in_symbol(found.call.symbol.clone());
        if let Some(place) = found.definition.clone() {
            let how = if found.is_async { "" } else { "without " };
            report = report.note_at(place, format!("`{}` is declared {how}`async` here", found.function));
        } else if found.is_call && found.awaited.is_none() {
            report = report.note(format!("`{}` is not `async`", found.function));
        }
        if found.awaited.is_some() {
            report =
                report.note(format!("`await` runs `{}` before `{}` is called", found.function, found.name));
        } else if found.is_call {
            report =
                report.note(format!("`{}` has already run when `{}` is called", found.function, found.name));
        }
        let report = match fix(context, &found) {
            Some(fix) => report.fix(Some(fix)),
            None => report.help(advice(&found)),
        };
        context.report(report);
    }
}

fn message(Unawaitable { name, kind, function, is_call, awaited, .. }: &Unawaitable) -> String {
    let needed = match kind {
        AwaitingKind::Coroutine => "a coroutine",
        AwaitingKind::Awaitable => "an awaitable",
        AwaitingKind::Function | AwaitingKind::ExitStack | AwaitingKind::Portal => {
            return format!("`{name}` awaits the result of `{function}`, which is not `async`");
        }
    };
    match is_call {
        true if awaited.is_some() => {
            format!("`{name}` needs {needed}, but `{function}(...)` is already awaited")
        }
        true => format!("`{name}` needs {needed}, but `{function}(...)` does not return one"),
        false => format!("`{name}` needs {needed}, but the function `{function}` is not called"),
    }
}

/// The remedy where there is no fix.
fn advice(Unawaitable { kind, function, is_call, is_async, .. }: &Unawaitable) -> String {
    match kind {
        AwaitingKind::Coroutine | AwaitingKind::Awaitable if *is_call => {
            format!(
                "use the value of `{function}(...)` as it is, or await `asyncio.to_thread({function}, ...)`"
            )
        }
        AwaitingKind::Coroutine | AwaitingKind::Awaitable if *is_async => {
            format!("call the function: `{function}(...)`")
        }
        AwaitingKind::Coroutine | AwaitingKind::Awaitable => {
            format!("run the function in a thread: `asyncio.to_thread({function}, ...)`")
        }
        AwaitingKind::Function => "use `to_thread.run_sync` to run a plain function in a thread".to_owned(),
        AwaitingKind::ExitStack => "use `callback` for a plain function".to_owned(),
        AwaitingKind::Portal => "use `from_thread.run_sync` for a plain function".to_owned(),
    }
}

fn fix(context: &Context, found: &Unawaitable) -> Option<Fix> {
    match found.kind {
        AwaitingKind::ExitStack => rename(context, found, "push_async_callback", "callback"),
        AwaitingKind::Portal => rename(context, found, "run", "run_sync"),
        AwaitingKind::Coroutine | AwaitingKind::Awaitable if found.awaited.is_some() => {
            let edits = vec![Edit::replacement(found.awaited?, "")];
            Some(Fix::new("remove the `await`", Applicability::Unsafe, edits))
        }
        AwaitingKind::Coroutine | AwaitingKind::Awaitable => found.can_be_called().then(|| {
            let edit = Edit::insertion(found.argument.end, "()");
            Fix::new("call the function", Applicability::Unsafe, vec![edit])
        }),
        AwaitingKind::Function => None,
    }
}

/// Calls another method of the same object or module.
fn rename(context: &Context, found: &Unawaitable, method: &str, other: &str) -> Option<Fix> {
    let callee = found.call.callee;
    let edit = context.file.code_within(callee.start).rename_method(callee, method, other)?;
    Some(Fix::new(format!("call `{other}`"), Applicability::Unsafe, vec![edit]))
}
