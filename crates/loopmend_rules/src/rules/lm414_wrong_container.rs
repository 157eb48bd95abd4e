use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::WhereDriftIs,
    same_as: &[
        "type: *",
        "type: arg-type",
        "pyright: *",
        "pyright: reportArgumentType",
        "ty: *",
        "ty: invalid-argument-type",
    ],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.wrong_containers() {
        let (parameter, used) = (&found.parameter, &found.used);
        let message = format!("`{}` uses `{parameter}{used}`, but gets a `{}`", found.function, found.given);
        let report = Report::new(found.place, message).in_symbol(found.symbol);
        context.report(match found.definition {
            Some(place) => report.note_at(place, format!("`{}` is defined here", found.function)),
            None => report,
        });
    }
}
