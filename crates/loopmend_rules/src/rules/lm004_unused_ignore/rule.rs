use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::find_rule;
use crate::rule::{Check, RuleSpec};
use crate::suppression::Suppression;

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::Suppression(check_suppression)], ..RuleSpec::DEFAULT };

fn check_suppression(context: &mut Context, suppression: &Suppression, uses: usize) {
    let names = suppression.rules.as_deref().unwrap_or_default();
    if let Some(unknown) = names.iter().find(|name| find_rule(name).is_none()) {
        let message = format!("unknown rule `{unknown}` in a suppression comment");
        let report = Report::new(suppression.span, message);
        context.report(report.help("correct the name; `loopmend rules` lists all names"));
    } else if uses == 0 {
        let comment = context.file.slice(suppression.span);
        let report = Report::new(suppression.span, format!("unused suppression comment `{comment}`"));
        context.report(report.help("remove the comment, or move it to the line it is for"));
    }
}
