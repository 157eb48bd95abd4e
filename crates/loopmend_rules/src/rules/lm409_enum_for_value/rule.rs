use loopmend_core::Level;

use crate::context::Context;
use crate::drift::SAME_AS_ARGUMENT_TYPE;
use crate::enum_argument;
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::WhereDriftIs,
    needs_reaching_test: true,
    same_as: SAME_AS_ARGUMENT_TYPE,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.enum_arguments().iter().filter(|found| found.is_member) {
        context.report(enum_argument::report(found.clone()));
    }
}
