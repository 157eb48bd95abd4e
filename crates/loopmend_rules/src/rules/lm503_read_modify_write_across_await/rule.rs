mod stale_write;

use loopmend_core::{Applicability, Edit, Fix, Level, Span};

use crate::context::{Context, Report};
use crate::import_edits::library_of_file;
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};
use stale_write::{Lost, Stale, StaleWrite};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    is_on_by_default: false,
    fix: FixAvailability::Sometimes,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for write in stale_write::stale_writes(context.file) {
        let library = library_of_file(context.file);
        let state = &write.state;
        let (message, read, meanwhile, remedy) = match &write.stale {
            Stale::Updated { .. } => (
                format!("`{state}` is read before an `await` and written after it (lost update)"),
                "the old value is read here",
                "other tasks run here; the later write overwrites their changes",
                format!(
                    "hold one shared `{library}.Lock` around the read and the write, or read after the `await`"
                ),
            ),
            Stale::Emptied { adder } => (
                format!(
                    "`{state}` is emptied after an `await` and loses the items that `{adder}` adds meanwhile"
                ),
                "the items are read here",
                "other tasks run here",
                "assign a new container before the `await`, and work on the old one".to_owned(),
            ),
            Stale::Made(lost) => (
                format!("`{state}` is created after an `await`: two tasks can create it twice"),
                "the value is checked here",
                match lost {
                    Lost::Open => "other tasks run here; one of the two objects is never closed",
                    Lost::Unused => "other tasks run here; the second object replaces the first one",
                },
                format!("hold one shared `{library}.Lock` around the check and the creation"),
            ),
        };
        let fix = fix(context, &write);
        let report = Report::new(write.at, message)
            .in_symbol(write.symbol.clone())
            .confidence(write.confidence)
            .note_at(context.place(write.read), read)
            .note_at(context.place(write.suspends), meanwhile);
        context.report(report.fix_or_help(fix, remedy));
    }
}

/// Turns `state += await load()` into `value = await load()` and `state += value`.
fn fix(context: &Context, write: &StaleWrite) -> Option<Fix> {
    let Stale::Updated { added: Some(added) } = write.stale else { return None };
    let code = context.file.code_within(write.at.start);
    let first = format!("value = {}", code.slice(added));
    let edits = vec![
        code.insert_line_before(write.at.start, &first).filter(|_| context.file.is_builtin("value"))?,
        Edit::replacement(Span::new(added.start, added.end), "value"),
    ];
    Some(Fix::new(format!("read `{}` after the `await`", write.state), Applicability::Unsafe, edits))
}
