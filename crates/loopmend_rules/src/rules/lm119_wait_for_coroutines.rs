use loopmend_core::{Applicability, Edit, Fix, Level};
use loopmend_semantic::WaitedCoroutines;

use crate::context::{Context, Report};
use crate::import_edits::named_module;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.waited_coroutines() {
        let message = format!("`asyncio.wait` needs tasks, but gets coroutines of `{}`", found.function);
        let mut report = Report::new(found.argument, message)
            .in_symbol(found.symbol.clone())
            .confidence(found.confidence)
            .note("since Python 3.11, the call raises a TypeError; older versions return tasks that have no name");
        if let Some(place) = found.definition.clone() {
            report = report.note_at(place, "declared `async` here");
        }
        let fix = fix(context, &found);
        context.report(report.fix_or_help(fix, "start tasks: `asyncio.create_task(...)`"));
    }
}

/// `wait([fetch()])` becomes `wait([asyncio.create_task(fetch())])`, if the collection has no other use.
fn fix(context: &Context, found: &WaitedCoroutines) -> Option<Fix> {
    if found.coroutines.is_empty() {
        return None;
    }
    if let Some((name, uses)) = &found.holder {
        let code = context.file.code();
        let around = loopmend_python::span_of(code.function_around(found.argument)?);
        if code.mentions(around, name) != *uses {
            return None;
        }
    }
    let (asyncio, mut edits) = named_module(context, "asyncio")?;
    for coroutine in &found.coroutines {
        edits.push(Edit::insertion(coroutine.start, format!("{asyncio}.create_task(")));
        edits.push(Edit::insertion(coroutine.end, ")"));
    }
    Some(Fix::new("start tasks with `create_task`", Applicability::Unsafe, edits))
}
