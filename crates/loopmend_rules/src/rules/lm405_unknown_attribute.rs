use loopmend_core::{Level, MissingName};
use loopmend_semantic::AttributeOwner;

use crate::context::{Context, Report};
use crate::rename_edits::renamed;
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    runs: Runs::WhereDriftIs,
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
        let owner = match &found.owner {
            AttributeOwner::Module(name) => format!("module `{name}`"),
            AttributeOwner::Class(name) => format!("`{name}`"),
            AttributeOwner::Enumeration { .. } => continue,
        };
        let message = format!("{owner} has no attribute `{}`", found.name);
        let report =
            Report::new(found.place, message).in_symbol(found.symbol.clone()).confidence(found.confidence);
        let report = match (&found.definition, &found.owner) {
            (Some(place), AttributeOwner::Class(name)) => {
                report.note_at(place.clone(), format!("`{name}` is defined here"))
            }
            _ => report,
        };
        let missing = MissingName {
            name: found.name.clone(),
            owners: found.owners.clone(),
            written: Some(found.place),
        };
        context.report(renamed(report.missing(missing), found.place, found.meant.as_deref(), "attribute"));
    }
}
