use loopmend_core::Level;
use loopmend_semantic::ChangedUse;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.changed_uses() {
        let mut report = Report::new(found.at, message(&found)).in_symbol(found.symbol.clone());
        if !found.is_gone {
            report =
                report.note(format!("`requires-python` of the project includes Python {}", found.python));
        }
        context.report(report.help(format!("use {}", found.change.instead)));
    }
}

fn message(ChangedUse { name, change, python, is_removed, .. }: &ChangedUse) -> String {
    let what = match change.keyword {
        Some(keyword) => format!("the argument `{keyword}` of `{name}`"),
        None => format!("`{name}`"),
    };
    match is_removed {
        true => format!("{what} is removed in Python {python}"),
        false => format!("{what} is deprecated since Python {python}"),
    }
}
