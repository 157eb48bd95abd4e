use loopmend_core::{Applicability, Edit, Fix, Level, Sighting};
use loopmend_semantic::{SwallowForm, SwallowedCancellation};

use crate::context::{Context, Report};
use crate::edits::{end_of_line, indentation_of_lone_statement, line_ending};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &["noqa: ASYNC103"],
    checks: &[Check::File(check_file), Check::Observed(say)],
};

fn check_file(context: &mut Context) {
    for swallowed in context.file.swallowed_cancellations() {
        let fix = fix(context, &swallowed);
        let mut report = Report::new(swallowed.at, message(swallowed.form)).in_symbol(swallowed.symbol);
        if fix.is_none() {
            report = report.note(advice(swallowed.form));
        }
        context.report(report.fix(fix));
    }
}

fn message(form: SwallowForm) -> String {
    let what = match form {
        SwallowForm::Cancelled => "`except CancelledError`",
        SwallowForm::Base => "`except BaseException`",
        SwallowForm::Bare => "a bare `except`",
        SwallowForm::Suppress => "`suppress(CancelledError)`",
    };
    format!("{what} swallows the cancellation and the loop goes on: its task cannot be cancelled")
}

/// What to do where there is no fix.
fn advice(form: SwallowForm) -> &'static str {
    match form {
        SwallowForm::Cancelled => "end the handler with `raise`, or leave the loop",
        SwallowForm::Base | SwallowForm::Bare => {
            "catch `Exception` in its place, which a cancellation is not, or end the handler with `raise`"
        }
        SwallowForm::Suppress => "put `suppress` around the loop, or leave it out",
    }
}

/// Lets the cancellation pass, where nothing else is caught.
fn fix(context: &Context, swallowed: &SwallowedCancellation) -> Option<Fix> {
    if !swallowed.is_alone {
        return None;
    }
    let text = context.file.text();
    let indentation = indentation_of_lone_statement(text, swallowed.last)?;
    let edit = match context.file.slice(swallowed.last) {
        "pass" | "continue" => Edit::replacement(swallowed.last, "raise"),
        _ => {
            let end = end_of_line(text, swallowed.last.end);
            Edit::insertion(end, format!("{}{indentation}raise", line_ending(text)))
        }
    };
    // Who says why a cancellation is caught may want just that.
    let applicability = if is_explained(text, swallowed.last.start) {
        Applicability::DisplayOnly
    } else {
        Applicability::Unsafe
    };
    Some(Fix::new("raise it again", applicability, vec![edit]))
}

/// Whether a comment has a line of its own in a handler, before its last statement.
fn is_explained(text: &str, last: u32) -> bool {
    let before = text.get(..last as usize).unwrap_or_default();
    let handler = before.rfind("except").map_or("", |at| &before[at..]);
    handler.split(['\n', '\r']).any(|line| line.trim_start().starts_with('#'))
}

fn say(sighting: &Sighting) -> String {
    format!(
        "task of `{}` was cancelled and went on, and its event loop could not be shut down",
        sighting.what
    )
}
