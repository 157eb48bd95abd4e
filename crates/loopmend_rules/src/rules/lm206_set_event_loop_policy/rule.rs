use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.policy_calls() {
        let message = format!("`{}` is deprecated since Python 3.14", found.name);
        let report = Report::at_call(context, &found.call, message)
            .note("it warns since Python 3.14, and event loop policies are to be removed in 3.16")
            .help("use no policy: pass `loop_factory=` to `asyncio.run` or `asyncio.Runner` (Python 3.12 and newer)");
        context.report(report);
    }
}
