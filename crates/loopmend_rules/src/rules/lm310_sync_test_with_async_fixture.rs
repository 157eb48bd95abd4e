use loopmend_core::{Confidence, Level};
use loopmend_semantic::{Complaint, NoRunner, SyncTestOfFixture};

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
    for found in context.file.async_fixtures_of_sync_tests() {
        let confidence = if found.is_certain { Confidence::Certain } else { Confidence::Likely };
        let mut report = Report::new(found.test.header, message(&found))
            .in_symbol(found.test.symbol.clone())
            .confidence(confidence);
        if let Some(place) = found.definition.clone() {
            report = report.note_at(place, "the fixture is declared `async` here");
        }
        report = report.note(reason(&found));
        if found.complaint == Complaint::Warning {
            report = report.note("this version of pytest warns of it, and pytest 9 makes it an error");
        }
        report = match found.further {
            0 => report,
            1 => report.note("another plain test of this file asks for it too"),
            further => report.note(format!("{further} other plain tests of this file ask for it too")),
        };
        context.report(report);
    }
}

fn message(found: &SyncTestOfFixture) -> String {
    let (test, fixture) = (&found.test.name, &found.fixture);
    let nothing = format!("nothing runs the async fixture `{fixture}` for it");
    match (found.complaint, found.is_generator) {
        (Complaint::Error, _) => format!("pytest fails the plain test `{test}`: {nothing}"),
        (_, true) => format!("the plain test `{test}` gets an async generator: {nothing}"),
        (_, false) => format!("the plain test `{test}` gets a coroutine: {nothing}"),
    }
}

fn reason(found: &SyncTestOfFixture) -> &'static str {
    match found.reason {
        NoRunner::StrictMode => {
            "in its strict mode pytest-asyncio runs fixtures of `@pytest_asyncio.fixture` only, and those also for plain tests"
        }
        NoRunner::NoBackend => {
            "the plugin of anyio runs async fixtures for tests only that ask for `anyio_backend`, as async tests marked `anyio` do"
        }
        NoRunner::NoPlugin => "no plugin is installed that runs async fixtures",
    }
}
