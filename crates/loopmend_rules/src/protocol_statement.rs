//! Findings of the rules about `with` and `for` in `async` code.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_semantic::ProtocolStatement;

use crate::context::{Context, Report};
use crate::coroutine::{REMEDY_OF_OBSTACLE, obstacle_to_async};

/// The longest text of a value that a message quotes, in bytes.
const LONGEST_QUOTED: usize = 60;

/// The words of a rule.
pub(crate) struct Words {
    /// The end of the message, after the value.
    pub(crate) what: &'static str,
    /// The note that gives the reason.
    pub(crate) reason: &'static str,
    /// The title of the fix.
    pub(crate) title: &'static str,
}

/// Reports a plain statement whose value needs the `async` statement.
pub(crate) fn report_sync(context: &mut Context, statement: &ProtocolStatement, words: &Words) {
    if !context.file.is_only_for_other(statement) {
        return;
    }
    let report = report(context, statement, words);
    let report = match obstacle_to_async(context.file, &context.file.value_use(statement.value)) {
        Some(obstacle) => report.note(obstacle).help(REMEDY_OF_OBSTACLE),
        None => with_fix(report, statement.keyword.map(|keyword| put_async(keyword, words)), words),
    };
    context.report(report);
}

/// Reports an `async` statement whose value needs the plain statement. A function that mentions the special `method` may check for it.
pub(crate) fn report_async(
    context: &mut Context,
    statement: &ProtocolStatement,
    words: &Words,
    method: &str,
) {
    if !context.file.is_only_for_other(statement)
        || context.file.mentions_around(statement.value, &[method, "TypeError"])
    {
        return;
    }
    let fix = statement.keyword.and_then(|keyword| drop_async(context, keyword, words));
    let report = with_fix(report(context, statement, words), fix, words);
    context.report(report);
}

fn report(context: &mut Context, statement: &ProtocolStatement, words: &Words) -> Report {
    let value = quoted(context, statement.value);
    let symbol = context.file.symbol_around(statement);
    let library = context.file.library_of_value(statement);
    Report::new(statement.value, format!("{value} {}", words.what))
        .in_symbol(symbol)
        .note(words.reason)
        .resting_on(library)
}

/// Adds the fix, or its title as the remedy where there is none.
fn with_fix(report: Report, fix: Option<Fix>, words: &Words) -> Report {
    match fix {
        Some(fix) => report.fix(Some(fix)),
        None => report.help(format!("{} for this value", words.title)),
    }
}

/// The text of a value, if it is short.
pub(crate) fn quoted(context: &Context, value: Span) -> String {
    let text = context.on_one_line(value).filter(|text| text.len() <= LONGEST_QUOTED);
    text.map_or("this value".to_owned(), |text| format!("`{text}`"))
}

fn put_async(keyword: u32, words: &Words) -> Fix {
    let edits = vec![Edit::insertion(keyword, "async ")];
    Fix::new(words.title, Applicability::Unsafe, edits)
}

fn drop_async(context: &Context, start: u32, words: &Words) -> Option<Fix> {
    let edit = context.file.code_within(start).remove_keyword(start)?;
    Some(Fix::new(words.title, Applicability::Unsafe, vec![edit]))
}
