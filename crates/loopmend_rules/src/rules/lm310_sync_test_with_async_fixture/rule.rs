mod sync_test;

use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use sync_test::{Complaint, NoRunner, SyncTestOfFixture};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Error, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    for found in sync_test::async_fixtures_of_sync_tests(context.file) {
        let confidence = if found.is_certain { Confidence::Certain } else { Confidence::Likely };
        let mut report = Report::new(found.test.header, message(&found))
            .in_symbol(found.test.symbol.clone())
            .confidence(confidence);
        if let Some(place) = found.definition.clone() {
            report = report.note_at(place, "the fixture is declared `async` here");
        }
        report = report.note(reason(&found));
        if found.complaint == Complaint::Warning {
            report = report.note("this version of pytest warns about it; pytest 9 makes it an error");
        }
        report = match found.further {
            0 => report,
            1 => report.note("another plain test in this file requests the fixture too"),
            further => {
                report.note(format!("{further} other plain tests in this file request the fixture too"))
            }
        };
        context.report(report.help(advice(&found)));
    }
}

fn message(found: &SyncTestOfFixture) -> String {
    let (test, fixture) = (&found.test.name, &found.fixture);
    let nothing = format!("no plugin runs the async fixture `{fixture}` for it");
    match (found.complaint, found.is_generator) {
        (Complaint::Error, _) => format!("plain test `{test}` fails: {nothing}"),
        (_, true) => format!("plain test `{test}` gets an async generator: {nothing}"),
        (_, false) => format!("plain test `{test}` gets a coroutine: {nothing}"),
    }
}

fn reason(found: &SyncTestOfFixture) -> &'static str {
    match found.reason {
        NoRunner::StrictMode => {
            "in strict mode, pytest-asyncio runs only fixtures with `@pytest_asyncio.fixture`"
        }
        NoRunner::NoBackend => "anyio runs async fixtures only for tests that request `anyio_backend`",
        NoRunner::NoPlugin => "no installed plugin runs async fixtures",
    }
}

fn advice(found: &SyncTestOfFixture) -> &'static str {
    match found.reason {
        NoRunner::StrictMode => "replace the decorator of the fixture with `@pytest_asyncio.fixture`",
        NoRunner::NoBackend => "request `anyio_backend` in the test, or make it `async` and mark it `anyio`",
        NoRunner::NoPlugin => "install a plugin that runs async fixtures, such as pytest-asyncio",
    }
}
