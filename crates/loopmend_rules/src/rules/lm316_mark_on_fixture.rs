use loopmend_core::{Applicability, Confidence, Level};
use loopmend_semantic::MarkedFixture;

use crate::context::{Context, Report};
use crate::edits::take_mark_away;
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
    for found in context.file.marked_fixtures() {
        let MarkedFixture { name, fixture, pytest, .. } = &found;
        let (message, confidence) = match found.is_refused {
            true => (
                format!(
                    "pytest {pytest} does not collect this file: the mark `{name}` stands on the fixture `{}`",
                    fixture.name
                ),
                Confidence::Certain,
            ),
            false => (
                format!(
                    "the mark `{name}` does nothing for the fixture `{}`, and pytest 9 does not collect such a file",
                    fixture.name
                ),
                Confidence::Likely,
            ),
        };
        let fix = take_mark_away(context.file.text(), found.mark, applicability(name));
        let report =
            Report::new(found.mark, message).in_symbol(fixture.symbol.clone()).confidence(confidence);
        context.report(report.note(advice(name)).fix(fix));
    }
}

fn advice(mark: &str) -> &'static str {
    match mark {
        "asyncio" | "anyio" => {
            "a fixture needs no mark: its decorator, or the mode of the plugin, says what runs it"
        }
        "parametrize" => "a fixture has values by `params` of its decorator",
        "usefixtures" => "a fixture asks for another one by a parameter",
        _ => "mark the tests that use the fixture",
    }
}

/// What a mark of a plugin for async tests was to do, the plugin does without it; what others were to do is not done anywhere.
fn applicability(mark: &str) -> Applicability {
    match mark {
        "asyncio" | "anyio" => Applicability::Safe,
        _ => Applicability::Unsafe,
    }
}
