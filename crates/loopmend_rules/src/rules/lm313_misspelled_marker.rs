use loopmend_core::{Applicability, Edit, Fix, Level};

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
    for found in context.file.misspelled_marks() {
        let written = context.file.slice(found.name);
        let what = if found.is_refused { "pytest refuses" } else { "nothing heeds" };
        let message = format!("{what} the mark `{written}`; `{}` is meant", found.meant);
        let edit = Edit::replacement(found.name, found.meant);
        let fix = Fix::new(format!("write `{}`", found.meant), Applicability::Unsafe, vec![edit]);
        context.report(Report::new(found.name, message).fix(Some(fix)));
    }
}
