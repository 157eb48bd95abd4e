use loopmend_core::Level;

use crate::context::Context;
use crate::protocol_statement::{Words, report_async};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

/// The special method that the `async` statement calls.
const METHOD: &str = "__aenter__";

const WORDS: Words = Words {
    what: "is a plain context manager, which `async with` cannot enter",
    reason: "it has `__enter__` but no `__aenter__`: TypeError (before Python 3.11, AttributeError)",
    title: "use plain `with`",
};

fn check_file(context: &mut Context) {
    for statement in context.file.async_withs() {
        report_async(context, &statement, &WORDS, METHOD);
    }
}
