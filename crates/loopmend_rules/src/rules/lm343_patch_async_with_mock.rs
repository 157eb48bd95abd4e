use loopmend_core::{Applicability, Fix, Level, Span};
use loopmend_semantic::SyncReplacement;

use crate::context::{Context, Report};
use crate::mock_edits::replace_class;
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
    for found in context.file.sync_replacements() {
        let mut report = Report::new(found.call, message(&found))
            .in_symbol(found.symbol.clone())
            .fix(fix(context, &found));
        if let Some(place) = &found.definition {
            report = report.note_at(place.clone(), "declared `async` here");
        }
        if let Some((_, Some(place))) = &found.function {
            report = report.note_at(place.clone(), "awaited in this function");
        }
        context.report(report);
    }
}

fn message(found: &SyncReplacement) -> String {
    let SyncReplacement { original, .. } = found;
    let message = format!("what stands for the async `{original}` gives nothing that can be awaited");
    match &found.function {
        None => message,
        Some((function, _)) => format!("{message}, and `{function}` awaits it"),
    }
}

/// `AsyncMock` for the class of the mock.
fn fix(context: &Context, found: &SyncReplacement) -> Option<Fix> {
    let new = context.file.slice(found.new);
    let path = new.split('(').next().unwrap_or_default();
    let name = path.rsplit('.').next().unwrap_or_default();
    if !matches!(name, "Mock" | "MagicMock") {
        return None;
    }
    let end = found.new.start + path.len() as u32;
    let class = Span::new(end - name.len() as u32, end);
    let edits = replace_class(context, class, "AsyncMock")?;
    Some(Fix::new("make it an `AsyncMock`", Applicability::Unsafe, edits))
}
