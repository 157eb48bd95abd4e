use loopmend_core::{Applicability, Edit, Fix, Level};
use loopmend_semantic::DroppedTest;

use crate::context::{Context, Report};
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
    for found in context.file.dropped_tests() {
        let message =
            format!("`unittest` never awaits the async `{}`: it passes whatever it says", found.test.symbol);
        let report = Report::new(found.test.header, message)
            .in_symbol(found.test.symbol.clone())
            .note("`unittest.IsolatedAsyncioTestCase` awaits its tests")
            .fix(fix(&found));
        context.report(report);
    }
}

fn fix(found: &DroppedTest) -> Option<Fix> {
    const AWAITS: &str = "IsolatedAsyncioTestCase";
    let base = found.base?;
    let mut edits = vec![Edit::replacement(base.name, AWAITS)];
    edits.extend(base.import.map(|place| Edit::insertion(place, format!("{AWAITS}, "))));
    Some(Fix::new("take the test case that awaits its tests", Applicability::Unsafe, edits))
}
