use loopmend_core::Level;
use loopmend_semantic::AttributeOwner;

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
        "type: attr-defined",
        "pyright: *",
        "pyright: reportAttributeAccessIssue",
        "ty: *",
        "ty: unresolved-attribute",
    ],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.unknown_attributes().iter() {
        let known = match &found.owner {
            AttributeOwner::Module(_) => None,
            AttributeOwner::Class(name) => Some(format!("`{name}` is defined here")),
            AttributeOwner::Enumeration { .. } => continue,
        };
        let known = known.filter(|_| found.definition.is_some());
        let mut report = drift::of_attribute(context, found, known);
        if found.meant.is_none() {
            report = report.help(format!(
                "use an attribute that exists, or delete this if `{}` was removed",
                found.name
            ));
        }
        context.report(renamed(report, found.place, found.meant.as_deref(), "attribute"));
    }
}
