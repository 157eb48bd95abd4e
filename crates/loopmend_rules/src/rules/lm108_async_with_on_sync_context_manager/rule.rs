use loopmend_core::Level;
use loopmend_semantic::ProtocolStatement;

use crate::context::{Context, Report};
use crate::protocol_statement::{Words, quoted, report_async};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

/// The special method that the `async` statement calls.
const METHOD: &str = "__aenter__";

const WORDS: Words = Words {
    what: "is a plain context manager, which `async with` cannot enter",
    reason: "it has `__enter__` but no `__aenter__`: TypeError (before Python 3.11, AttributeError)",
    title: "use plain `with`",
};

fn check_file(context: &mut Context) {
    for statement in context.file.async_withs() {
        report_async(context, &statement, &WORDS, METHOD);
        report_uncalled_class(context, &statement);
    }
}

/// Reports an `async with` that enters a class instead of an instance: `async with AsyncClient as client`.
fn report_uncalled_class(context: &mut Context, statement: &ProtocolStatement) {
    if !context.file.enters_uncalled_class(statement)
        || context.file.mentions_around(statement.value, &[METHOD, "TypeError"])
    {
        return;
    }
    let class = quoted(context, statement.value);
    let report = Report::new(
        statement.value,
        format!("{class} is a class that is not called, which `async with` cannot enter"),
    )
    .in_symbol(context.file.symbol_around(statement))
    .note("only its instances have `__aenter__`: TypeError (before Python 3.11, AttributeError)")
    .help("call the class to create an instance")
    .resting_on(context.file.library_of_value(statement));
    context.report(report);
}
