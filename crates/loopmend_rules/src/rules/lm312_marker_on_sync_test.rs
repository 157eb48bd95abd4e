use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_semantic::MarkedSyncTest;

use crate::context::{Context, Report};
use crate::edits::{end_of_line, indentation_before, line_ending};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.marked_sync_tests() {
        let message =
            format!("the mark `asyncio` does nothing for `{}`, which is not `async`", found.test.name);
        let mut report = Report::new(found.mark, message).in_symbol(found.test.symbol.clone());
        report = report.note(format!("pytest-asyncio {} warns of it", found.plugin));
        report = match found.asks_for_loop {
            true => report
                .note("up to pytest-asyncio 1.1 it set the event loop that `asyncio.get_event_loop()` gives"),
            false => report.fix(fix(context, &found)),
        };
        context.report(report);
    }
}

/// Takes the line of the mark away, if nothing else stands there.
fn fix(context: &Context, found: &MarkedSyncTest) -> Option<Fix> {
    let text = context.file.text();
    let at = found.mark.start.checked_sub(1).filter(|at| text[*at as usize..].starts_with('@'))?;
    let start = at - indentation_before(text, at)?.len() as u32;
    let end = end_of_line(text, found.mark.end);
    let is_alone = context.file.slice(Span::new(found.mark.end, end)).trim().is_empty();
    let edit = Edit::replacement(Span::new(start, end + line_ending(text).len() as u32), "");
    is_alone.then(|| Fix::new("take the mark away", Applicability::Unsafe, vec![edit]))
}
