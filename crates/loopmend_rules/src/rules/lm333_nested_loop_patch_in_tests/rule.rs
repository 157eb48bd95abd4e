use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::detectors::loop_patch;
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    for found in loop_patch::loop_patches(context.file) {
        let message = format!("`{}` lets tests start an event loop inside a running one", found.module);
        let report = Report::at_call(context, &found.call, message)
            .note("without the patch, `asyncio.run` inside a running event loop raises RuntimeError")
            .note("the tests that need the patch pass, but an application without it fails")
            .help("remove the patch and run the tests; where `asyncio.run` raises then, `await` its coroutine instead");
        context.report(report);
    }
}
