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

/// The maximum number of members that a note names.
const MOST_NAMED: usize = 8;

fn check_file(context: &mut Context) {
    for found in context.file.unknown_attributes().iter() {
        let AttributeOwner::Enumeration { members, .. } = &found.owner else { continue };
        let report = drift::of_attribute(context, found, Some(members_in_words(members)));
        context.report(renamed(report, found.place, found.meant.as_deref(), "member"));
    }
}

fn members_in_words(members: &[String]) -> String {
    if members.is_empty() {
        return "it has no members".to_owned();
    }
    let named: Vec<String> = members.iter().take(MOST_NAMED).map(|name| format!("`{name}`")).collect();
    let rest = members.len().saturating_sub(MOST_NAMED);
    let more = if rest == 0 { String::new() } else { format!(" and {rest} more") };
    format!("its members are {}{more}", named.join(", "))
}
