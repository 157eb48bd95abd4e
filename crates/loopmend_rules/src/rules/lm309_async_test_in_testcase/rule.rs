use loopmend_core::{Applicability, Edit, Fix, Level};
use loopmend_semantic::suite::DroppedTest;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.dropped_tests() {
        let message =
            format!("async test `{}` always passes: a plain `TestCase` never awaits it", found.test.symbol);
        let report = Report::new(found.test.header, message)
            .in_symbol(found.test.symbol.clone())
            .note("calling the test only creates a coroutine; its body does not run")
            .fix_or_help(fix(&found), "derive the class from `unittest.IsolatedAsyncioTestCase`");
        context.report(report);
    }
}

fn fix(found: &DroppedTest) -> Option<Fix> {
    const AWAITS: &str = "IsolatedAsyncioTestCase";
    let base = found.base?;
    let mut edits = vec![Edit::replacement(base.name, AWAITS)];
    edits.extend(base.import.map(|place| Edit::insertion(place, format!("{AWAITS}, "))));
    Some(Fix::new("derive the class from `IsolatedAsyncioTestCase`", Applicability::Unsafe, edits))
}
