use loopmend_core::{Level, MissingName};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::WhereDriftIs,
    needs_reaching_test: true,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.missing_patch_targets() {
        let kind = if found.is_module { "module" } else { "class" };
        let message = format!("{kind} `{}` has no `{}` to patch", found.owner, found.name);
        let report = Report::new(found.written, message).in_symbol(found.symbol).confidence(found.confidence);
        let report = report.note("patching it raises AttributeError");
        let report = match found.definition {
            Some(place) => report.note_at(place, format!("`{}` is defined here", found.owner)),
            None => report,
        };
        let report = report.missing(MissingName { name: found.name, owners: found.owners, written: None });
        context.report(match found.meant {
            Some(meant) => report.help(format!("patch `{meant}`, if that is what is meant")),
            None => report,
        });
    }
}
