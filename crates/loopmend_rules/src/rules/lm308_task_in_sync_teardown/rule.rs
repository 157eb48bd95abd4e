mod teardown_edits;

use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::detectors::teardown;
use crate::detectors::teardown::{Teardown, TeardownCall};
use crate::rule::{Check, FixAvailability, RuleSpec};
use teardown_edits::await_in_teardown;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["task-without-running-loop", "discarded-task"],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    let all = teardown::teardown_calls(context.file);
    for found in &all {
        let confidence = if found.is_certain { Confidence::Certain } else { Confidence::Likely };
        let mut report = Report::at_call(context, &found.call, message(found))
            .confidence(confidence)
            .note("the event loop of the test no longer runs when a teardown without `async` is called");
        for caller in &found.callers {
            let symbol = context.file.surroundings(caller).symbol;
            report = report.note_at(context.place(caller.span), format!("called here, in `{symbol}`"));
        }
        let fix = await_in_teardown(context, found, &all);
        if let Some(by) = fix.as_ref().and_then(|fix| fix.calls_base) {
            report =
                report.note(format!("the fix removes the call of the same method of the base class: {by}"));
        }
        context.report(report.fix_or_help(fix.map(|fix| fix.fix), advice(&found.teardown)));
    }
}

fn message(found: &TeardownCall) -> String {
    let (name, place) = (found.name, place(&found.teardown));
    match name {
        "asyncio.ensure_future" => {
            format!("awaitable passed to `{name}` never runs {place}: no event loop is running there")
        }
        _ => format!("`{name}` raises {place}: no event loop is running there"),
    }
}

fn place(teardown: &Teardown) -> String {
    match teardown {
        Teardown::Method { name, .. } => format!("in `{name}`"),
        Teardown::Fixture(name) => format!("after the `yield` of the plain fixture `{name}`"),
        Teardown::Finalizer(function) => format!("in a callback passed to `{function}`"),
    }
}

fn advice(teardown: &Teardown) -> String {
    match teardown {
        Teardown::Method { in_loop: Some(in_loop), .. } => {
            format!("move this into `async def {in_loop}`, which runs on the event loop of the test")
        }
        Teardown::Method { is_of_test_case: true, .. } => {
            "derive from `unittest.IsolatedAsyncioTestCase`, and move this into `async def asyncTearDown`".to_owned()
        }
        Teardown::Method { .. } => {
            "move this after the `yield` of an async autouse fixture, which runs on the event loop of the test"
                .to_owned()
        }
        Teardown::Fixture(_) => {
            "make the fixture `async`: its code after the `yield` then runs on the event loop of the test".to_owned()
        }
        Teardown::Finalizer("request.addfinalizer") => {
            "move this after the `yield` of an async fixture, which runs on the event loop of the test".to_owned()
        }
        Teardown::Finalizer(_) => {
            "pass an async function to `addAsyncCleanup` of `unittest.IsolatedAsyncioTestCase`".to_owned()
        }
    }
}
