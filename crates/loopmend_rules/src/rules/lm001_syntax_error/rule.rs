mod broken_on_purpose;
mod consequences;

use loopmend_core::{Level, counted};
use loopmend_index::summary::{ParserReport, SyntaxError};
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
    let whole = if context.file.is_notebook() { "cell" } else { "file" };
    for (error, more) in first_errors(context.file, errors) {
        let report = Report::new(error.span, message(error));
        context.report(match more {
            0 => report,
            more => report.note(format!("the {whole} has {}", counted(more, "more syntax error"))),
        });
    }
}

fn message(error: &SyntaxError) -> String {
    match &error.report {
        ParserReport::Error(sentence) => format!("syntax error: {}", without_sentence_form(sentence)),
        ParserReport::Refusal(reason) => reason.clone(),
        ParserReport::Others(number) => {
            format!("{} in this file from here on", counted(*number, "more syntax error"))
        }
    }
}

/// Returns a sentence with a lower-case start and without the full stop.
fn without_sentence_form(sentence: &str) -> String {
    let mut letters = sentence.trim_end_matches('.').chars();
    let first = letters.next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// Returns the first error of a file, and of each cell of a notebook, with the number of further errors there. These mostly follow from the
/// first one: the parser takes the rest of the file for something else.
fn first_errors<'e>(file: &File, errors: Vec<&'e SyntaxError>) -> Vec<(&'e SyntaxError, usize)> {
    let mut found: Vec<(&SyntaxError, usize)> = Vec::new();
    for error in errors {
        let cell = file.number_of_cell(error.span.start);
        match found.last_mut() {
            Some((first, more)) if file.number_of_cell(first.span.start) == cell => *more += error.number(),
            _ => found.push((error, 0)),
        }
    }
    found
}
