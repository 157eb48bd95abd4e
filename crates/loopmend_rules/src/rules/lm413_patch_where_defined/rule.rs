mod misplaced_patch;

use loopmend_core::{Applicability, Confidence, Edit, Fix, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};
use misplaced_patch::PatchUser;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    runs: Runs::InTests,
    needs_reaching_test: true,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in misplaced_patch::misplaced_patches(context.file) {
        let message = format!("patch of `{}.{}` has no effect", found.module, found.name);
        let users: Vec<String> = found.users.iter().map(|user| format!("`{}`", user.module)).collect();
        let imported = format!(
            "{} {} its own reference from an import, and nothing reads the name from `{}`",
            users.join(" and "),
            if users.len() == 1 { "keeps" } else { "keep" },
            found.module
        );
        let report = Report::new(found.written, message)
            .in_symbol(found.symbol.clone())
            .confidence(Confidence::Likely)
            .note(imported);
        let targets: Vec<String> = found.users.iter().map(target_in).collect();
        let help = format!("patch {}, where it is used", targets.join(" and "));
        let fix = match (&found.users[..], found.dotted) {
            ([user], Some(span)) => {
                let edit = Edit { span, replacement: format!("{}.{}", user.module, user.name) };
                Some(Fix::new(help.clone(), Applicability::Unsafe, vec![edit]))
            }
            _ => None,
        };
        context.report(report.fix_or_help(fix, help));
    }
}

fn target_in(user: &PatchUser) -> String {
    format!("`{}.{}`", user.module, user.name)
}
