use loopmend_core::Level;
use loopmend_semantic::OutlivedLoop;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.outlived_loops() {
        let report = Report::new(found.fixture.header, message(&found))
            .in_symbol(found.fixture.symbol.clone())
            .note(advice(&found));
        context.report(report);
    }
}

fn message(found: &OutlivedLoop) -> String {
    format!(
        "the fixture `{}` is kept for a {} and its event loop for a {}: pytest gives a ScopeMismatch",
        found.fixture.name,
        found.kept.name(),
        found.loop_scope.name()
    )
}

fn advice(found: &OutlivedLoop) -> String {
    let kept = found.kept.name();
    let advice = format!(
        "`loop_scope=\"{kept}\"` in its decorator keeps the loop as long (pytest-asyncio {})",
        found.plugin
    );
    match found.is_by_setting {
        true => format!("{advice}; `asyncio_default_fixture_loop_scope` says `{}`", found.loop_scope.name()),
        false => advice,
    }
}
