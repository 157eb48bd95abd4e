mod consequences;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Error, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    if context.file.syntax_errors().is_empty() || context.file.is_never_run() {
        return;
    }
    for error in consequences::without_consequences(context.file.text(), context.file.syntax_errors()) {
        let words = error.message.trim_end_matches('.');
        let mut letters = words.chars();
        let first = letters.next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
        context.report(Report::new(error.span, format!("syntax error: {first}{}", letters.as_str())));
    }
}
