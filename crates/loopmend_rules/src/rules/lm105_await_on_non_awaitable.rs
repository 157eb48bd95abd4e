use loopmend_core::{Applicability, Fix, Level, Span};
use loopmend_semantic::{Call, Giver, NotAwaitable, ProtocolStatement};

use crate::context::{Context, Report};
use crate::edits::drop_keyword;
use crate::protocol_statement::quoted;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for (call, found) in context.file.not_awaitable_calls() {
        report_call(context, &call, &found);
    }
    for (statement, found) in context.file.not_awaitable_values() {
        report_value(context, &statement, &found);
    }
}

fn report_value(context: &mut Context, statement: &ProtocolStatement, found: &NotAwaitable) {
    let Some(awaiting) = context.file.await_of(statement.value) else { return };
    let value = quoted(context, statement.value);
    let symbol = context.file.symbol_around(statement);
    let report =
        |message| Report::new(statement.value, message).in_symbol(symbol).confidence(found.confidence);
    let report = match &found.giver {
        Some(Giver { name, .. }) => {
            report(format!("{value} is the function `{name}`, which cannot be awaited"))
                .note("what a call of it gives may be: put parentheses behind it")
        }
        None => {
            let report = report(format!("{value} is `{}`, which cannot be awaited", found.value));
            // Alone, the value says nothing.
            let fix = (!awaiting.is_statement).then(|| drop_await(context, awaiting.span)).flatten();
            with_mend(report, found, fix)
        }
    };
    context.report(report);
}

fn report_call(context: &mut Context, call: &Call, found: &NotAwaitable) {
    let Some(awaiting) = context.file.await_of(call.span) else { return };
    let message = message(context.file.slice(call.callee), found);
    let mut report = Report::at_call(context, call, message).confidence(found.confidence);
    if let Some(Giver { definition: Some(place), is_async_generator, .. }) = found.giver.clone() {
        let what =
            if is_async_generator { "an asynchronous generator" } else { "declared without `async` here" };
        report = report.note_at(place, what);
    }
    let report = match &found.giver {
        Some(Giver { is_async_generator: true, .. }) => {
            report.note("`async for` runs over what an asynchronous generator yields")
        }
        _ => with_mend(report, found, drop_await(context, awaiting.span)),
    };
    context.report(report);
}

/// What is awaited in a container would never be awaited without it.
fn with_mend(report: Report, found: &NotAwaitable, fix: Option<Fix>) -> Report {
    match found.holds_awaitables {
        true => report.note("`await asyncio.gather(*...)` awaits what it holds"),
        false => report.fix(fix),
    }
}

fn message(callee: &str, NotAwaitable { value, giver, .. }: &NotAwaitable) -> String {
    let is_short = !callee.contains('\n');
    match giver {
        Some(Giver { name, is_async_generator: true, .. }) => {
            format!("`{name}` is an asynchronous generator, which cannot be awaited")
        }
        Some(Giver { name, .. }) if !is_short || name == callee => {
            format!("`{name}` is not `async`: it gives `{value}`, which cannot be awaited")
        }
        Some(Giver { name, .. }) => {
            format!("`{callee}(...)` gives `{value}`, which cannot be awaited: `{name}` is not `async`")
        }
        None => format!("`{value}` cannot be awaited"),
    }
}

fn drop_await(context: &Context, awaiting: Span) -> Option<Fix> {
    let edit = drop_keyword(context.file.text(), awaiting.start, "await")?;
    Some(Fix::new("take the `await` away", Applicability::Unsafe, vec![edit]))
}
