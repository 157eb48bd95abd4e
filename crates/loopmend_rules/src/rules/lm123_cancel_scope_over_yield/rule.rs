mod scope_over_yield;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    same_as: &["noqa: ASYNC101", "noqa: ASYNC119"],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in scope_over_yield::scopes_over_yields(context.file) {
        let message = format!("`yield` inside `{}` lets the scope cancel the consumer", found.name);
        let report = Report::new(found.at, message)
            .in_symbol(found.symbol)
            .note_at(context.place(found.scope), "the scope is entered here")
            .note("the scope stays open while the consumer runs, in the same task")
            .help("leave the scope before each `yield`");
        context.report(report);
    }
}
