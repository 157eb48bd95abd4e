mod not_awaitable;

use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_python::ast::AnyNodeRef;
use loopmend_python::span_of;
use loopmend_semantic::{Call, ProtocolStatement};

use crate::context::{Context, Report};
use crate::coroutine::{called_name, obstacle_to_async};
use crate::protocol_statement::quoted;
use crate::rule::{Check, FixAvailability, RuleSpec};
use not_awaitable::{Giver, NotAwaitable};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for (call, found) in not_awaitable::not_awaitable_calls(context.file) {
        report_call(context, &call, &found);
    }
    for (statement, found) in not_awaitable::not_awaitable_values(context.file) {
        report_value(context, &statement, &found);
    }
}

fn report_value(context: &mut Context, statement: &ProtocolStatement, found: &NotAwaitable) {
    let Some(awaiting) = context.file.await_of(statement.value) else { return };
    let value = quoted(context, statement.value);
    let symbol = context.file.symbol_around(statement);
    let report =
        |message| Report::new(statement.value, message).in_symbol(symbol).confidence(found.confidence);
    let report = if found.is_function {
        report(format!("{value} is not called: a function cannot be awaited"))
            .help("call the function, and await its result if that is a coroutine")
    } else {
        let report = report(format!("{value} has type `{}`, which cannot be awaited", found.value));
        // A statement of the value alone has no effect.
        let fix = (!awaiting.is_statement).then(|| drop_await(context, awaiting.span)).flatten();
        with_fix(report, found, fix)
    };
    context.report(report);
}

fn report_call(context: &mut Context, call: &Call, found: &NotAwaitable) {
    let Some(awaiting) = context.file.await_of(call.span) else { return };
    let callee = context.file.slice(call.callee);
    let message = message(callee, found);
    let report = Report::at_call(context, call, message).confidence(found.confidence);
    let report = match found.giver.clone() {
        Some(Giver { definition: Some(place), is_async_generator: true, .. }) => {
            report.note_at(place, "declared `async` here, with a `yield` in its body")
        }
        Some(Giver { definition: Some(place), name, .. }) => {
            report.note_at(place, format!("`{name}` is declared without `async` here"))
        }
        Some(Giver { name, is_async_generator: false, .. }) => {
            report.note(format!("`{}` is not `async`", called_name(callee, &name)))
        }
        Some(Giver { is_async_generator: true, .. }) | None => report,
    };
    let report = match &found.giver {
        Some(Giver { is_async_generator: true, .. }) => match iterate(context, awaiting.span) {
            Some(fix) => report.fix(Some(fix)),
            None => report.help("iterate over the generator with `async for`"),
        },
        _ => with_fix(report, found, drop_await(context, awaiting.span)),
    };
    context.report(report);
}

/// `for x in await generator()` becomes `async for x in generator()`, also in a comprehension.
fn iterate(context: &Context, awaiting: Span) -> Option<Fix> {
    let code = context.file.code_within(awaiting.start);
    let around = code.nodes_around(awaiting);
    let (innermost, further) = around.split_last()?;
    let keyword = match *innermost {
        AnyNodeRef::StmtFor(statement) if span_of(&*statement.iter) == awaiting => {
            (!statement.is_async).then(|| span_of(statement).start)
        }
        AnyNodeRef::Comprehension(part) if span_of(&part.iter) == awaiting => {
            let used = context.file.value_use(awaiting);
            let is_of_generator = matches!(further.last(), Some(AnyNodeRef::ExprGenerator(_)));
            if is_of_generator || obstacle_to_async(context.file, &used).is_some() {
                return None;
            }
            (!part.is_async).then(|| span_of(part).start)
        }
        _ => return None,
    };
    let edits = keyword.map(|keyword| Edit::insertion(keyword, "async "));
    let edits = edits.into_iter().chain([code.remove_keyword(awaiting.start)?]).collect();
    Some(Fix::new("iterate over the generator with `async for`", Applicability::Unsafe, edits))
}

/// Adds the fix or a remedy. Without the `await`, nothing would await the items of a container.
fn with_fix(report: Report, found: &NotAwaitable, fix: Option<Fix>) -> Report {
    if found.holds_awaitables {
        report.help("await the items with `await asyncio.gather(*...)`")
    } else if found.can_be_entered {
        report.help("enter it with `async with`, or remove the `await`")
    } else {
        report.fix_or_help(fix, "remove the `await`".to_owned())
    }
}

fn message(callee: &str, NotAwaitable { value, giver, .. }: &NotAwaitable) -> String {
    let is_short = !callee.contains('\n');
    match giver {
        Some(Giver { name, is_async_generator: true, .. }) => {
            format!("async generator `{name}` cannot be awaited")
        }
        _ if is_short => format!("`{callee}(...)` returns `{value}`, which cannot be awaited"),
        Some(Giver { name, .. }) => format!("`{name}` returns `{value}`, which cannot be awaited"),
        None => format!("this call returns `{value}`, which cannot be awaited"),
    }
}

fn drop_await(context: &Context, awaiting: Span) -> Option<Fix> {
    let edit = context.file.code_within(awaiting.start).remove_keyword(awaiting.start)?;
    Some(Fix::new("remove the `await`", Applicability::Unsafe, vec![edit]))
}
