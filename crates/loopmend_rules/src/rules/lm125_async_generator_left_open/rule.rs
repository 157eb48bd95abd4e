mod left_generator;

use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in left_generator::left_generators(context.file) {
        let message =
            format!("async generator `{}` stays open when this `async for` ends early", found.function);
        let mut report =
            Report::new(found.call, message).in_symbol(found.symbol).confidence(Confidence::Likely);
        if let Some(place) = found.definition {
            report = report.note_at(place, "the generator has to clean up after its `yield`");
        }
        let report = report
            .note_at(context.place(found.left_at), "the loop is left here")
            .note("the clean-up runs later, in another task, when the generator is garbage-collected")
            .help("iterate inside `async with contextlib.aclosing(...)` (Python 3.10 and newer)");
        context.report(report);
    }
}
