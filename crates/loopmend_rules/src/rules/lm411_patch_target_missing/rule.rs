use loopmend_core::{Level, MissingName};
use loopmend_semantic::{DefinedElsewhere, MissingPatchTarget};

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
        let help = advice(&found);
        let kind = if found.is_module { "module" } else { "class" };
        let message = format!("{kind} `{}` has no `{}` to patch", found.owner, found.name);
        let report = Report::new(found.written, message).in_symbol(found.symbol).confidence(found.confidence);
        let report = report.note("patching it raises AttributeError");
        let report = match found.definition {
            Some(place) => report.note_at(place, format!("`{}` is defined here", found.owner)),
            None => report,
        };
        let report = match &found.elsewhere {
            Some(DefinedElsewhere { definition: Some(place), .. }) => {
                report.note_at(place.clone(), format!("`{}` is defined here", found.name))
            }
            _ => report,
        };
        let missing = MissingName { name: found.name, owners: found.owners, written: None };
        context.report(report.missing(missing).help(help));
    }
}

fn advice(found: &MissingPatchTarget) -> String {
    match (&found.meant, &found.elsewhere) {
        (Some(meant), _) => format!("patch `{meant}`, if that is what is meant"),
        (None, Some(elsewhere)) => {
            format!("patch `{}.{}`, if that is what is meant", elsewhere.module, found.name)
        }
        (None, None) => {
            format!("patch a name that exists, or delete this patch if `{}` was removed", found.name)
        }
    }
}
