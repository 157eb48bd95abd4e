use loopmend_core::{Applicability, Edit, Fix, Level};
use loopmend_semantic::MisusedMock;

use crate::context::{Context, Report};
use crate::mock_edits::{message_about_call, named_class};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["await-on-non-awaitable"],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.awaited_mocks() {
        let span = found.stated.map_or(found.call, |stated| stated.statement);
        let mut report = Report::new(span, message(&found)).in_symbol(found.symbol.clone());
        report = report.note_at(context.place(found.made), "the mock is created here");
        if let Some((_, Some(place))) = &found.function {
            report = report.note_at(place.clone(), "awaited in this function");
        }
        let help = "replace the mock, or this method of it, with an `AsyncMock`";
        context.report(report.fix_or_help(fix(context, &found), help));
    }
}

fn message(found: &MisusedMock) -> String {
    let class = &found.class;
    match &found.function {
        None => {
            let called = &found.called;
            format!("`{called}(...)` is awaited, but a `{class}` does not return an awaitable")
        }
        Some((function, _)) => message_about_call(found, function, |function, called| {
            format!("`{function}` awaits `{called}(...)`, but a `{class}` does not return an awaitable")
        }),
    }
}

/// The fix: `client.fetch = AsyncMock(return_value=1)`.
fn fix(context: &Context, found: &MisusedMock) -> Option<Fix> {
    let stated = found.stated?;
    let (class, mut edits) = named_class(context, "AsyncMock")?;
    let value = context.file.slice(stated.value);
    let mock = format!("{} = {class}(return_value={value})", found.called);
    edits.push(Edit::replacement(stated.statement, mock));
    Some(Fix::new(format!("make `{}` an `AsyncMock`", found.called), Applicability::Unsafe, edits))
}
