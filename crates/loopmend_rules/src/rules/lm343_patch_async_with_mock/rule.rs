use loopmend_catalog::{Role, named};
use loopmend_core::{Applicability, Fix, Level};
use loopmend_python::span_of;
use loopmend_semantic::SyncReplacement;

use crate::context::{Context, Report};
use crate::mock_edits::replace_class;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.sync_replacements() {
        let mut report = Report::new(found.call, message(&found)).in_symbol(found.symbol.clone());
        if let Some(place) = &found.definition {
            report = report.note_at(place.clone(), "declared `async` here");
        }
        if let Some((_, Some(place))) = &found.function {
            report = report.note_at(place.clone(), "awaited in this function");
        }
        let help = "use an `AsyncMock` or an `async def` as the replacement";
        context.report(report.fix_or_help(fix(context, &found), help));
    }
}

fn message(found: &SyncReplacement) -> String {
    let SyncReplacement { original, .. } = found;
    match &found.function {
        None => format!("replacement of async `{original}` is awaited but does not return an awaitable"),
        Some((function, _)) => {
            format!(
                "replacement of async `{original}` does not return an awaitable, but `{function}` awaits it"
            )
        }
    }
}

/// The fix that replaces the class of the mock with `AsyncMock`.
fn fix(context: &Context, found: &SyncReplacement) -> Option<Fix> {
    let code = context.file.code();
    let callee = code.call_at(found.new).map_or(found.new, |call| span_of(&*call.func));
    let class = code.last_part(callee).filter(|it| named(code.slice(*it)).has(Role::PlainMock))?;
    let edits = replace_class(context, class, "AsyncMock")?;
    Some(Fix::new("use an `AsyncMock`", Applicability::Unsafe, edits))
}
