mod marked_fixture;

use loopmend_catalog::{Role, named};
use loopmend_core::{Applicability, Confidence, Level};

use crate::context::{Context, Report};
use crate::import_edits::take_mark_away;
use crate::rule::{Check, FixAvailability, RuleSpec};
use marked_fixture::MarkedFixture;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in marked_fixture::marked_fixtures(context.file) {
        let MarkedFixture { name, fixture, pytest, .. } = &found;
        let (message, confidence) = match found.is_refused {
            true => (
                format!(
                    "mark `{name}` on fixture `{}` stops pytest {pytest} from collecting this file",
                    fixture.name
                ),
                Confidence::Certain,
            ),
            false => (
                format!(
                    "mark `{name}` has no effect on fixture `{}`, and is an error in pytest 9",
                    fixture.name
                ),
                Confidence::Likely,
            ),
        };
        let fix = take_mark_away(context, found.mark, applicability(name));
        let report =
            Report::new(found.mark, message).in_symbol(fixture.symbol.clone()).confidence(confidence);
        context.report(report.note(reason(name)).fix_or_help(fix, "remove the mark"));
    }
}

fn reason(mark: &str) -> &'static str {
    match mark {
        "asyncio" => "marks have no effect on fixtures; in strict mode, use `@pytest_asyncio.fixture`",
        "anyio" => "marks have no effect on fixtures",
        "parametrize" => "a fixture gets its values from the argument `params` of its decorator",
        "usefixtures" => "a fixture requests another fixture with a parameter",
        _ => "a mark takes effect on the tests that use the fixture",
    }
}

/// `Safe` for marks of a plugin for async tests, which runs the fixture without them. The purpose of other marks is still not met.
fn applicability(mark: &str) -> Applicability {
    match mark {
        mark if named(mark).has(Role::AsyncMark) => Applicability::Safe,
        _ => Applicability::Unsafe,
    }
}
