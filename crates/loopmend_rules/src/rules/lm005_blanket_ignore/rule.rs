use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use crate::suppression::Suppression;

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::Suppression(check_suppression)], ..RuleSpec::DEFAULT };

fn check_suppression(context: &mut Context, suppression: &Suppression, uses: usize) {
    if suppression.rules.is_none() && uses > 0 {
        let comment = context.file.slice(suppression.span);
        let message =
            format!("this comment hides the findings of every rule {}", where_hidden(context, suppression));
        let report = Report::new(suppression.span, message);
        context.report(report.help(format!(
            "name the rules: `# {comment}[NAME]`; without the comment, `loopmend check` shows their names"
        )));
    }
}

/// Where the comment hides findings. Alone on its line, it speaks for the next line of code.
fn where_hidden(context: &Context, suppression: &Suppression) -> &'static str {
    let before = &context.file.text()[..suppression.span.start as usize];
    let is_alone = before.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with('#'));
    if suppression.is_file {
        "in this file"
    } else if is_alone {
        "on the next line of code"
    } else {
        "on this line"
    }
}
