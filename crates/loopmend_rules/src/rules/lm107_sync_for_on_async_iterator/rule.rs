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
    what: "is an async iterator, which plain `for` cannot iterate over",
    reason: "it has `__aiter__` but no `__iter__`",
    title: "use `async for`",
};

fn check_file(context: &mut Context) {
    for statement in context.file.sync_fors() {
        report_sync(context, &statement, &WORDS);
    }
}
