use loopmend_core::{Level, MissingName};
use loopmend_semantic::MisfitKind;

use crate::context::Context;
use crate::drift;
use crate::rename_edits::renamed;
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    runs: Runs::WhereDriftIs,
    needs_reaching_test: true,
    same_as: &[
        "type: *",
        "type: call-arg",
        "pyright: *",
        "pyright: reportCallIssue",
        "ty: *",
        "ty: unknown-argument",
    ],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.misfit_calls().iter() {
        let MisfitKind::Unknown { keyword, meant } = &found.kind else { continue };
        let missing =
            MissingName { name: keyword.clone(), owners: found.owners.clone(), written: Some(found.place) };
        let report = drift::of_call(context, found).missing(missing);
        context.report(renamed(report, found.place, meant.as_deref(), "argument"));
    }
}
