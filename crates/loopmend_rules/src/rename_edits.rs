//! The fix that writes another name in place of one that does not exist.

use loopmend_core::{Applicability, Edit, Fix, Span};

use crate::context::Report;

/// Adds to a finding the fix that writes the name which is probably meant. `what` says what is renamed.
pub(crate) fn renamed(report: Report, name: Span, meant: Option<&str>, what: &str) -> Report {
    let Some(meant) = meant else { return report };
    let title = format!("rename the {what} to `{meant}`");
    let edit = Edit { span: name, replacement: meant.to_owned() };
    report.fix_or_help(Some(Fix::new(title.clone(), Applicability::Unsafe, vec![edit])), title)
}

/// Adds to a finding the name that is probably meant, where renaming is left to a person. `verb` says what is done with the name.
pub(crate) fn meaning(report: Report, meant: Option<&str>, verb: &str) -> Report {
    match meant {
        Some(meant) => report.help(format!("{verb} `{meant}`, if that is what is meant")),
        None => report,
    }
}
