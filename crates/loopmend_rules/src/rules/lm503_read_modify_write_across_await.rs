use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_semantic::{Stale, StaleWrite};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Ignore,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for write in context.file.stale_writes() {
        let state = &write.state;
        let (message, read, advice) = match &write.stale {
            Stale::Updated { .. } => (
                format!(
                    "`{state}` is read before an `await` and written after it: what other tasks write meanwhile is lost"
                ),
                "it is read here",
                "hold an `asyncio.Lock` around both, or read it after the `await`",
            ),
            Stale::Emptied { adder } => (
                format!("`{state}` is emptied after an `await`: what `{adder}` adds to it meanwhile is lost"),
                "what it holds is taken from here",
                "put a new one in its place before the `await`, and work on the old one",
            ),
            Stale::Made => (
                format!(
                    "`{state}` is made after an `await`: two tasks that ask for it at once make two, and one is never closed"
                ),
                "it is asked for here",
                "hold an `asyncio.Lock` around both, or keep a task that makes it",
            ),
        };
        let fix = fix(context, &write);
        let report = Report::new(write.at, message)
            .in_symbol(write.symbol.clone())
            .confidence(write.confidence)
            .note_at(context.place(write.read), read)
            .note_at(context.place(write.suspends), "control goes to other tasks here")
            .note(advice)
            .fix(fix);
        context.report(report);
    }
}

/// `state += await load()` becomes `value = await load()` and `state += value`.
fn fix(context: &Context, write: &StaleWrite) -> Option<Fix> {
    let Stale::Updated { added: Some(added) } = write.stale else { return None };
    let (file, start) = (&context.file, write.at.start as usize);
    let before = &file.text()[..start];
    let indent = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
    let is_free = file.is_builtin("value");
    if !is_free || !indent.chars().all(|character| matches!(character, ' ' | '\t')) {
        return None;
    }
    let first = format!("value = {}\n{indent}", file.slice(added));
    let edits = vec![
        Edit::insertion(write.at.start, first),
        Edit::replacement(Span::new(added.start, added.end), "value"),
    ];
    Some(Fix::new("read it after the `await`", Applicability::Unsafe, edits))
}
