//! What the rules about `with` and `for` in `async` code say alike.

use loopmend_core::{Applicability, Edit, Fix};
use loopmend_semantic::SyncStatement;

use crate::context::{Context, Report};
use crate::coroutine::obstacle_to_async;

/// The longest text of a value that a message quotes, in bytes.
const LONGEST_QUOTED: usize = 60;

/// Reports a statement whose value only the `async` one takes; `what` says what the value is.
pub(crate) fn report(context: &mut Context, statement: &SyncStatement, what: &str) {
    if !context.file.is_only_for_async(statement) {
        return;
    }
    let text = context.file.slice(statement.value);
    let is_short = text.len() <= LONGEST_QUOTED && !text.contains('\n');
    let value = if is_short { format!("`{text}`") } else { "this value".to_owned() };
    let symbol = context.file.symbol_around(statement);
    let report = Report::new(statement.value, format!("{value} {what}")).in_symbol(symbol);
    let report = match obstacle_to_async(context.file, &context.file.value_use(statement.value)) {
        Some(obstacle) => report.note(obstacle),
        None => report.fix(statement.keyword.map(put_async)),
    };
    context.report(report);
}

fn put_async(keyword: u32) -> Fix {
    let edits = vec![Edit::insertion(keyword, "async ")];
    Fix::new("put `async` before the keyword", Applicability::Unsafe, edits)
}
