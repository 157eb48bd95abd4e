use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::detectors::requested_fixture;
use crate::rename_edits::meaning;
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::InTests,
    needs_reaching_test: true,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in requested_fixture::unknown_fixtures(context.file) {
        let message = format!("no fixture `{}` is found for `{}`", found.name, found.symbol);
        let report = Report::new(found.place, message).in_symbol(found.symbol);
        context.report(meaning(report, found.meant.as_deref(), "request"));
    }
}
