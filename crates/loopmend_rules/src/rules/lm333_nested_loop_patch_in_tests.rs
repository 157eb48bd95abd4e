use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.loop_patches() {
        let message = format!(
            "`{}` lets tests start an event loop inside a running one, which raises without it",
            found.module
        );
        let report = Report::at_call(context, &found.call, message)
            .note("the tests pass where the same code raises without the patch")
            .help("remove the patch; in async code, `await` the coroutine instead of calling `asyncio.run`");
        context.report(report);
    }
}
