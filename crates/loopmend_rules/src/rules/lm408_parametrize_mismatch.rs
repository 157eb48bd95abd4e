use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::InTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.untaken_parameters() {
        let message = format!("`{}` takes no parameter `{}`", found.symbol, found.name);
        let quoted: Vec<String> = found.taken.iter().map(|name| format!("`{name}`")).collect();
        let takes = match quoted.as_slice() {
            [] => "it takes no parameters".to_owned(),
            names => format!("it takes {}", names.join(", ")),
        };
        context.report(Report::new(found.place, message).in_symbol(found.symbol).note(takes));
    }
}
