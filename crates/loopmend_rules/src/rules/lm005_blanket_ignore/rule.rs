use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use crate::suppression::Suppression;

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::Suppression(check_suppression)], ..RuleSpec::DEFAULT };

fn check_suppression(context: &mut Context, suppression: &Suppression, uses: usize) {
    if suppression.rules.is_none() && uses > 0 {
        let comment = context.file.slice(suppression.span);
        let message = format!("suppression comment `{comment}` hides the findings of every rule");
        let report = Report::new(suppression.span, message);
        context.report(report.help(format!(
            "name the rules in brackets: `{comment}[RULE]`; without the comment, `check` shows them"
        )));
    }
}
