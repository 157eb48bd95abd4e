//! What the rules about `with` and `for` in `async` code say alike.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_semantic::ProtocolStatement;

use crate::context::{Context, Report};
use crate::coroutine::obstacle_to_async;
use crate::edits::drop_keyword;

/// The longest text of a value that a message quotes, in bytes.
const LONGEST_QUOTED: usize = 60;

/// The word that makes a statement asynchronous.
const ASYNC: &str = "async";

/// Reports a plain statement whose value only the `async` one takes; `what` says what the value is.
pub(crate) fn report_sync(context: &mut Context, statement: &ProtocolStatement, what: &str) {
    if !context.file.is_only_for_other(statement) {
        return;
    }
    let report = report(context, statement, what);
    let report = match obstacle_to_async(context.file, &context.file.value_use(statement.value)) {
        Some(obstacle) => report.note(obstacle),
        None => report.fix(statement.keyword.map(put_async)),
    };
    context.report(report);
}

/// Reports an `async` statement whose value only the plain one takes. A function that mentions the special `method` asks for it
/// itself.
pub(crate) fn report_async(context: &mut Context, statement: &ProtocolStatement, what: &str, method: &str) {
    if !context.file.is_only_for_other(statement)
        || context.file.mentions_around(statement.value, &[method, "TypeError"])
    {
        return;
    }
    let fix = statement.keyword.and_then(|keyword| drop_async(context, keyword));
    let report = report(context, statement, what).fix(fix);
    context.report(report);
}

fn report(context: &Context, statement: &ProtocolStatement, what: &str) -> Report {
    let value = quoted(context, statement.value);
    let symbol = context.file.symbol_around(statement);
    Report::new(statement.value, format!("{value} {what}")).in_symbol(symbol)
}

/// A value as it is written, if that is short.
pub(crate) fn quoted(context: &Context, value: Span) -> String {
    let text = context.file.slice(value);
    let is_short = text.len() <= LONGEST_QUOTED && !text.contains('\n');
    if is_short { format!("`{text}`") } else { "this value".to_owned() }
}

fn put_async(keyword: u32) -> Fix {
    let edits = vec![Edit::insertion(keyword, "async ")];
    Fix::new("put `async` before the keyword", Applicability::Unsafe, edits)
}

fn drop_async(context: &Context, start: u32) -> Option<Fix> {
    let edit = drop_keyword(context.file.text(), start, ASYNC)?;
    Some(Fix::new("take the `async` away", Applicability::Unsafe, vec![edit]))
}
