use loopmend_core::{Confidence, Level};
use loopmend_semantic::LoopRequest;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.loop_requests() {
        let Some((message, confidence)) = message(&found) else { continue };
        let report = Report::new(found.function.header, message)
            .in_symbol(found.function.symbol.clone())
            .confidence(confidence)
            .note(advice(&found));
        context.report(report);
    }
}

/// Up to 0.22 asking for the loop is how the plugin wants it.
fn message(found: &LoopRequest) -> Option<(String, Confidence)> {
    let name = &found.function.name;
    match (&found.plugin, found.is_missing) {
        (Some(plugin), Some(true)) => Some((
            format!(
                "`{name}` asks for the fixture `event_loop`, which pytest-asyncio {plugin} does not have"
            ),
            Confidence::Certain,
        )),
        (Some(_), _) if found.is_deprecated && !found.function.is_async => Some((
            format!(
                "`{name}` asks for `event_loop`, which is gone from pytest-asyncio 1.0 on; no warning says so in plain functions"
            ),
            Confidence::Likely,
        )),
        (Some(_), _) if !found.is_deprecated => None,
        _ => Some((
            format!("`{name}` asks for the fixture `event_loop`, which is gone from pytest-asyncio 1.0 on"),
            Confidence::Likely,
        )),
    }
}

fn advice(found: &LoopRequest) -> &'static str {
    match (found.function.is_async, found.is_fixture) {
        (true, _) => "`asyncio.get_running_loop()` gives the loop that it runs on",
        (false, true) => "make it an `async def` with `@pytest_asyncio.fixture`",
        (false, false) => "make the test an `async def`, or run what it needs by `asyncio.run(...)`",
    }
}
