mod broken_on_purpose;
mod consequences;

use loopmend_core::{Level, counted};
use loopmend_index::summary::SyntaxError;
use loopmend_semantic::File;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Error, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    if context.file.syntax_errors().is_empty()
        || context.file.is_never_run()
        || broken_on_purpose::is_broken_on_purpose(context.file)
    {
        return;
    }
    let errors = consequences::without_consequences(context.file);
    for (error, more) in first_of_cells(context.file, errors) {
        let report = Report::new(error.span, message(error));
        context.report(match more {
            0 => report,
            more => report.note(format!("the cell has {}", counted(more, "more syntax error"))),
        });
    }
}

/// The message of the parser, without its form of a sentence.
fn message(error: &SyntaxError) -> String {
    if error.stands_for_others() {
        return format!("{} in this file from here on", counted(error.number(), "more syntax error"));
    }
    let words = error.message.trim_end_matches('.');
    if error.is_refusal() {
        return words.to_owned();
    }
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
    format!("syntax error: {first}{}", letters.as_str())
}

/// Returns the first error of each cell of a notebook, with the number of further errors in the cell. In other files, returns each error.
fn first_of_cells<'e>(file: &File, errors: Vec<&'e SyntaxError>) -> Vec<(&'e SyntaxError, usize)> {
    let mut found: Vec<(&SyntaxError, usize)> = Vec::new();
    for error in errors {
        let cell = file.number_of_cell(error.span.start);
        match found.last_mut() {
            Some((first, more)) if cell.is_some() && file.number_of_cell(first.span.start) == cell => {
                *more += error.number();
            }
            _ => found.push((error, 0)),
        }
    }
    found
}
