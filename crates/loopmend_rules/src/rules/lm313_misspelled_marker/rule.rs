use loopmend_catalog::{Role, named};
use loopmend_core::{Applicability, Edit, Fix, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.misspelled_marks() {
        let written = context.file.slice(found.name);
        let outcome = if found.is_refused { "pytest rejects it" } else { "it has no effect" };
        let message = format!("mark `{written}` is a misspelling of `{}`: {outcome}", found.meant);
        let edit = Edit::replacement(found.name, found.meant);
        let fix =
            Fix::new(format!("change the mark to `{}`", found.meant), Applicability::Unsafe, vec![edit]);
        let report = Report::new(found.name, message);
        let report = match named(found.meant).has(Role::AsyncMark) {
            true => {
                report.note("without the mark, an async test does not run, unless a plugin runs all of them")
            }
            false => report,
        };
        context.report(report.fix(Some(fix)));
    }
}
