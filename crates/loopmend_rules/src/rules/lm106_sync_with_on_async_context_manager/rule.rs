use loopmend_core::Level;

use crate::context::Context;
use crate::protocol_statement::{Words, report_sync};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

const WORDS: Words = Words {
    what: "is an async context manager, which plain `with` cannot enter",
    reason: "it has `__aenter__`, but no `__enter__` that works",
    title: "use `async with`",
};

fn check_file(context: &mut Context) {
    for statement in context.file.sync_withs() {
        report_sync(context, &statement, &WORDS);
    }
}
