use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use crate::run::WHOLE_FILE;

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Error, checks: &[Check::Panic(report_panic)], ..RuleSpec::DEFAULT };

fn report_panic(context: &mut Context, words: &str) {
    let report = Report::new(WHOLE_FILE, format!("internal error in loopmend: {words}"));
    context.report(
        report
            .note("the findings of all other rules in this file are complete")
            .help("report this bug in loopmend, with the file if you may share it"),
    );
}
