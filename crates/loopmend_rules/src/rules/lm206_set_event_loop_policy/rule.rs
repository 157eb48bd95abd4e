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
        let remedy = match found.instead {
            Some(instead) => format!("use {instead}"),
            None => "use no policy: pass the class of the event loop to `asyncio.run` as `loop_factory=`"
                .to_owned(),
        };
        let report = Report::at_call(context, &found.call, message)
            .note("the call emits a DeprecationWarning since Python 3.14, and policies are to be removed in 3.16")
            .help(remedy);
        context.report(report);
    }
}
