use loopmend_core::{Applicability, Decision, Diagnostic, Edit, Fix, Level};
use loopmend_semantic::suite::DroppedTest;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file), Check::Decision(report_class)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.dropped_tests() {
        let message =
            format!("async test `{}` always passes: a plain `TestCase` never awaits it", found.test.symbol);
        let report = Report::new(found.test.header, message)
            .in_symbol(found.test.symbol.clone())
            .decision(find_class(context, &found))
            .note("calling the test only creates a coroutine; its body does not run")
            .fix_or_help(fix(&found), "derive the class from `unittest.IsolatedAsyncioTestCase`");
        context.report(report);
    }
}

/// The base class of the class around a test.
fn find_class(context: &Context, found: &DroppedTest) -> Option<Decision> {
    let (class, _) = found.test.symbol.rsplit_once('.')?;
    Some(Decision { key: format!("{} {class}", context.path()), subject: class.to_owned() })
}

/// The message for several tests of one class.
fn report_class(found: &[Diagnostic]) -> Option<String> {
    let (class, tests) = (&found.first()?.decision.as_ref()?.subject, found.len());
    (tests > 1).then(|| {
        format!("{tests} async tests of `{class}` always pass: a plain `TestCase` never awaits them")
    })
}

fn fix(found: &DroppedTest) -> Option<Fix> {
    const AWAITS: &str = "IsolatedAsyncioTestCase";
    let base = found.base?;
    let mut edits = vec![Edit::replacement(base.name, AWAITS)];
    edits.extend(base.import.map(|place| Edit::insertion(place, format!("{AWAITS}, "))));
    Some(Fix::new("derive the class from `IsolatedAsyncioTestCase`", Applicability::Unsafe, edits))
}
