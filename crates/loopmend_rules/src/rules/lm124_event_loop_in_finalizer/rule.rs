mod finalizer;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use finalizer::FinalizerNeeds;

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    for found in finalizer::finalizer_calls(context.file) {
        let when = match found.needs {
            FinalizerNeeds::RunningLoop => "without a running event loop",
            FinalizerNeeds::NoLoop => "while an event loop is running",
        };
        let message = format!("`{}` in `__del__` raises a RuntimeError {when}", found.name);
        let report = Report::at_call(context, &found.call, message)
            .note("`__del__` may run at any time, in any thread, and at exit")
            .help("close the object in an async method, such as `__aexit__` or `aclose`");
        context.report(report);
    }
}
