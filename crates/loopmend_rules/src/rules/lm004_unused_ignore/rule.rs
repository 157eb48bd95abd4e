use loopmend_core::{Level, Span};
use loopmend_project::nearest;
use loopmend_python::word_after;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use crate::suppression::Suppression;
use crate::{find_rule, rules};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::Suppression(check_suppression)], ..RuleSpec::DEFAULT };

fn check_suppression(context: &mut Context, suppression: &Suppression, uses: usize) {
    let names = suppression.rules.as_deref().unwrap_or_default();
    if let Some(unknown) = names.iter().find(|name| find_rule(name).is_none()) {
        let message = match names.len() {
            1 => format!("unknown rule `{unknown}`: this comment suppresses nothing"),
            _ => format!("unknown rule `{unknown}` in a suppression comment suppresses nothing"),
        };
        let report = Report::new(find_name(context, suppression, unknown), message);
        context.report(report.help(correction(unknown)));
    } else if uses == 0 {
        let comment = context.file.slice(suppression.span);
        let report = Report::new(suppression.span, format!("unused suppression comment `{comment}`"));
        context.report(report.help("remove the comment, or move it to the line it is for"));
    }
}

/// The place of a name in the brackets of the comment.
fn find_name(context: &Context, suppression: &Suppression, name: &str) -> Span {
    let place = word_after(context.file.slice(suppression.span), '[', name);
    place.map_or(suppression.span, |(start, end)| {
        Span::new(suppression.span.start + start, suppression.span.start + end)
    })
}

/// The remedy for the name of no rule.
fn correction(unknown: &str) -> String {
    let codes: Vec<String> = rules().iter().map(|rule| rule.code.to_string()).collect();
    let known = rules().iter().map(|rule| rule.name).chain(codes.iter().map(String::as_str));
    match nearest(unknown, known) {
        Some(near) => {
            format!("write `{near}` if that is the rule you mean; `loopmend rules` lists all names")
        }
        None => "correct the name; `loopmend rules` lists all names".to_owned(),
    }
}
