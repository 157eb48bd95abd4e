use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    if context.file.syntax_errors().is_empty() || context.file.is_never_run() {
        return;
    }
    for error in context.file.syntax_errors() {
        let words = error.message.trim_end_matches('.');
        let mut letters = words.chars();
        let first = letters.next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
        context.report(Report::new(error.span, format!("syntax error: {first}{}", letters.as_str())));
    }
}
