use loopmend_catalog::{Role, named};
use loopmend_core::{Applicability, Fix, Level, Span};
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
        let class = plain_mock(context, &found);
        let message = message(&found, class.map(|class| context.file.slice(class)));
        let mut report = Report::new(found.call, message).in_symbol(found.symbol.clone());
        if let Some(place) = &found.definition {
            report = report.note_at(place.clone(), "declared `async` here");
        }
        if let Some((_, Some(place))) = &found.function {
            report = report.note_at(place.clone(), "awaited in this function");
        }
        let help = "use an `AsyncMock` or an `async def` as the replacement";
        let fix = class.and_then(|class| fix(context, class));
        context.report(report.fix_or_help(fix, help));
    }
}

fn message(found: &SyncReplacement, class: Option<&str>) -> String {
    let original = &found.original;
    let what = match class {
        Some(class) => format!("`{class}` for async `{original}`"),
        None => format!("replacement of async `{original}`"),
    };
    match &found.function {
        None => format!("{what} returns no awaitable, but the result is awaited (TypeError)"),
        Some((function, _)) => {
            format!("{what} returns no awaitable, but `{function}` awaits the result (TypeError)")
        }
    }
}

/// The name of the class, if the replacement is a plain mock.
fn plain_mock(context: &Context, found: &SyncReplacement) -> Option<Span> {
    let code = context.file.code();
    let callee = code.call_at(found.new).map_or(found.new, |call| span_of(&*call.func));
    code.last_part(callee).filter(|it| named(code.slice(*it)).has(Role::PlainMock))
}

/// The fix that replaces the class of the mock with `AsyncMock`.
fn fix(context: &Context, class: Span) -> Option<Fix> {
    let edits = replace_class(context, class, "AsyncMock")?;
    Some(Fix::new("use an `AsyncMock`", Applicability::Unsafe, edits))
}
