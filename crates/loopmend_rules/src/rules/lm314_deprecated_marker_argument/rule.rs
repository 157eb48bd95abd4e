use loopmend_core::{Applicability, Edit, Fix, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.old_marks() {
        let message = format!(
            "argument `scope` of `pytest.mark.asyncio` is deprecated in pytest-asyncio {}",
            found.plugin
        );
        let edits = vec![Edit::replacement(found.keyword, "loop_scope")];
        let fix = Fix::new("rename `scope` to `loop_scope`", Applicability::Safe, edits);
        let report = Report::new(found.keyword, message)
            .note("since 0.24, the argument `loop_scope` has the same meaning")
            .fix_or_help(
                (!found.has_both).then_some(fix),
                "remove `scope`; the mark also states `loop_scope`",
            );
        context.report(report);
    }
}
