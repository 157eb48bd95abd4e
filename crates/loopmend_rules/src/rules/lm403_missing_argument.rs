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
        "ty: missing-argument",
    ],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.misfit_calls().iter() {
        let MisfitKind::Missing(names) = &found.kind else { continue };
        let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let noun = if names.len() == 1 { "argument" } else { "arguments" };
        let message = format!("call of `{}` lacks the {noun} {}", found.callee, quoted.join(", "));
        context.report(misfit::report(found, message));
    }
}
