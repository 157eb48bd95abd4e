mod unclosed_client;

use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    for found in unclosed_client::unclosed_clients(context.file) {
        let (class, closer) = (found.class, found.closer);
        let keyword = if found.is_closed_plainly { "" } else { "await " };
        let (message, help) = match &found.name {
            Some(name) => (
                format!("`{class}` in `{name}` is never closed"),
                format!(
                    "close it in a `finally` by `{keyword}{name}.{closer}()`, or create it in `async with`"
                ),
            ),
            None => (
                format!("`{class}` is created for one call and never closed"),
                format!(
                    "create it in `async with`, or keep it in a name and close it by `{keyword}name.{closer}()`"
                ),
            ),
        };
        let report = Report::at_call(context, &found.call, message).confidence(Confidence::Likely);
        context.report(
            report
                .note("its connections stay open until the garbage collector or the end of the process closes them")
                .help(help),
        );
    }
}
