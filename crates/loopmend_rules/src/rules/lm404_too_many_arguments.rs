use loopmend_core::Level;
use loopmend_semantic::MisfitKind;

use crate::context::Context;
use crate::misfit;
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::WhereDriftIs,
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
        let MisfitKind::TooMany { taken } = found.kind else { continue };
        let takes = match taken {
            0 => "no positional arguments".to_owned(),
            1 => "one positional argument".to_owned(),
            several => format!("only {several} positional arguments"),
        };
        let message = format!("`{}` takes {takes}", found.callee);
        context.report(misfit::report(found, message));
    }
}
