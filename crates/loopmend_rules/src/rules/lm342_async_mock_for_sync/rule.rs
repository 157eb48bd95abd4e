use loopmend_core::{Applicability, Edit, Fix, Level, Place};
use loopmend_semantic::MisusedMock;

use crate::context::{Context, Report};
use crate::mock_edits::{message_about_call, named_class};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.async_mocks_used_as_plain() {
        let Some((function, place)) = &found.function else { continue };
        let report = match found.is_entered {
            true => entered(&found, function, place.as_ref()),
            false => {
                let message = message_about_call(&found, function, |function, called| {
                    format!("`{function}` does not await `{called}(...)` of an `AsyncMock`")
                });
                let mut report = Report::new(found.call, message)
                    .note_at(context.place(found.made), "the mock is created here; its methods are async");
                if let Some(place) = place {
                    let note =
                        format!("`{}(...)` is used without `await` in this function", found.callee_in_code());
                    report = report.note_at(place.clone(), note);
                }
                let help = "use a `Mock` for the plain method, or give the mock a `spec`";
                report.fix_or_help(fix(context, &found), help)
            }
        };
        context.report(report.in_symbol(found.symbol.clone()));
    }
}

/// The report for a mock whose result is entered. It is at the mock: the code under test is right.
fn entered(found: &MisusedMock, function: &str, place: Option<&Place>) -> Report {
    let called = found.callee_in_code();
    let message = message_about_call(found, function, |function, called| {
        format!("`{function}` enters `{called}(...)` of an `AsyncMock`, which is a coroutine")
    });
    let report = Report::new(found.made, message);
    let report = match place {
        Some(place) => {
            report.note_at(place.clone(), format!("`with` enters `{called}(...)` in this function"))
        }
        None => report,
    };
    let called = &found.called;
    report.help(format!("make `{called}` a `MagicMock`: `async with` can enter what its call returns"))
}

/// The fix: `response.json = Mock(return_value=1)`.
fn fix(context: &Context, found: &MisusedMock) -> Option<Fix> {
    let stated = found.stated?;
    let (class, mut edits) = named_class(context, "Mock")?;
    let value = context.file.slice(stated.value);
    let mock = format!("{} = {class}(return_value={value})", found.called);
    edits.push(Edit::replacement(stated.statement, mock));
    Some(Fix::new(format!("make `{}` a `Mock`", found.called), Applicability::Unsafe, edits))
}
