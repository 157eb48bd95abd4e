use loopmend_core::{Applicability, Edit, Fix, Level};
use loopmend_semantic::MisusedMock;

use crate::context::{Context, Report};
use crate::mock_edits::named_class;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &["await-on-non-awaitable"],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.awaited_mocks() {
        let span = found.stated.map_or(found.call, |stated| stated.statement);
        let mut report =
            Report::new(span, message(&found)).in_symbol(found.symbol.clone()).fix(fix(context, &found));
        report = report.note_at(context.place(found.made), "the mock is made here");
        if let Some((_, Some(place))) = found.function {
            report = report.note_at(place, "awaited in this function");
        }
        context.report(report.note("a call of an `AsyncMock` can be awaited"));
    }
}

fn message(found: &MisusedMock) -> String {
    let MisusedMock { class, called, .. } = found;
    match &found.function {
        None => format!("`{called}(...)` is awaited, and what a `{class}` gives cannot be"),
        Some((function, _)) => {
            format!("`{function}` awaits `{called}(...)`, and what a `{class}` gives cannot be awaited")
        }
    }
}

/// `client.fetch = AsyncMock(return_value=1)`.
fn fix(context: &Context, found: &MisusedMock) -> Option<Fix> {
    let stated = found.stated?;
    let (class, mut edits) = named_class(context, "AsyncMock")?;
    let value = context.file.slice(stated.value);
    let mock = format!("{} = {class}(return_value={value})", found.called);
    edits.push(Edit::replacement(stated.statement, mock));
    Some(Fix::new(format!("make `{}` an `AsyncMock`", found.called), Applicability::Unsafe, edits))
}
