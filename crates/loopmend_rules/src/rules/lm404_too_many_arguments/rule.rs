use loopmend_core::Level;
use loopmend_semantic::MisfitKind;

use crate::context::Context;
use crate::drift;
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::WhereDriftIs,
    needs_reaching_test: true,
    same_as: &[
        "type: *",
        "type: call-arg",
        "pyright: *",
        "pyright: reportCallIssue",
        "ty: *",
        "ty: too-many-positional-arguments",
    ],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.misfit_calls().iter() {
        if matches!(found.kind, MisfitKind::TooMany { .. }) {
            let report = drift::of_call(context, found);
            context.report(report);
        }
    }
}
