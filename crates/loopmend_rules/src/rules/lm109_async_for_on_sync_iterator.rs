use loopmend_core::Level;

use crate::context::Context;
use crate::protocol_statement::report_async;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

/// What `async` code asks the value for.
const METHOD: &str = "__aiter__";

fn check_file(context: &mut Context) {
    for statement in context.file.async_fors() {
        report_async(context, &statement, "is a plain iterable, which `async for` cannot run over", METHOD);
    }
}
