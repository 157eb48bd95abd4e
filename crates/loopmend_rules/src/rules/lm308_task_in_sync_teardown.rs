use loopmend_core::{Confidence, Level};
use loopmend_semantic::{Teardown, TeardownCall};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &["task-without-running-loop", "discarded-task"],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.teardown_calls() {
        let confidence = if found.is_certain { Confidence::Certain } else { Confidence::Likely };
        let mut report = Report::at_call(context, &found.call, message(&found))
            .confidence(confidence)
            .note(advice(&found.teardown));
        for caller in &found.callers {
            let symbol = context.file.surroundings(caller).symbol;
            report = report.note_at(context.place(caller.span), format!("called here, in `{symbol}`"));
        }
        context.report(report);
    }
}

fn message(found: &TeardownCall) -> String {
    let (name, place) = (found.name, place(&found.teardown));
    match name {
        "asyncio.create_task" => format!("`{name}` makes no task {place}: no event loop runs there"),
        "asyncio.ensure_future" => {
            format!("what `{name}` is given never runs {place}: no event loop runs there")
        }
        _ => format!("`{name}` raises {place}: no event loop runs there"),
    }
}

fn place(teardown: &Teardown) -> String {
    match teardown {
        Teardown::Method { name, .. } => format!("in `{name}`"),
        Teardown::Fixture(name) => format!("behind the `yield` of the plain fixture `{name}`"),
        Teardown::Finalizer(function) => format!("in what `{function}` is given"),
    }
}

fn advice(teardown: &Teardown) -> String {
    match teardown {
        Teardown::Method { in_loop: Some(in_loop), .. } => {
            format!("await it in `async def {in_loop}`, which runs in the event loop of the test")
        }
        Teardown::Method { is_of_test_case: true, .. } => {
            "`unittest.IsolatedAsyncioTestCase` awaits `asyncTearDown` in the event loop of the test".to_owned()
        }
        Teardown::Method { .. } => {
            "await it behind the `yield` of an autouse fixture that is `async`, which runs in the event loop of \
             the test"
                .to_owned()
        }
        Teardown::Fixture(_) => {
            "await it in an `async` fixture: what stands behind its `yield` runs in the event loop of the test"
                .to_owned()
        }
        Teardown::Finalizer("request.addfinalizer") => {
            "await it behind the `yield` of an `async` fixture, which runs in the event loop of the test".to_owned()
        }
        Teardown::Finalizer(_) => {
            "`addAsyncCleanup` of `unittest.IsolatedAsyncioTestCase` awaits what it is given".to_owned()
        }
    }
}
