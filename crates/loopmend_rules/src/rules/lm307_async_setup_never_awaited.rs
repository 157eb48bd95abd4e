use loopmend_core::{Applicability, Edit, Fix, Level};
use loopmend_semantic::{SetupCaller, UnawaitedSetup};

use crate::context::{Context, Report};
use crate::fixture_edits::{Phase, make_fixture};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.unawaited_setups() {
        let report = Report::new(found.function.header, message(&found))
            .in_symbol(found.function.symbol.clone())
            .note(advice(&found))
            .fix(fix(context, &found));
        context.report(report);
    }
}

fn message(found: &UnawaitedSetup) -> String {
    let symbol = &found.function.symbol;
    match found.caller {
        SetupCaller::Pytest => format!("pytest calls the async `{symbol}` and never awaits it"),
        SetupCaller::TestCase => format!("`unittest` calls the async `{symbol}` and never awaits it"),
        SetupCaller::AsyncTestCase(_) => {
            format!("`IsolatedAsyncioTestCase` calls the async `{symbol}` and never awaits it")
        }
        SetupCaller::Nobody => format!("a plain `TestCase` never calls `{symbol}`"),
    }
}

fn advice(found: &UnawaitedSetup) -> String {
    match found.caller {
        SetupCaller::Pytest => {
            "an autouse fixture of `@pytest_asyncio.fixture` runs in the event loop of a test".to_owned()
        }
        SetupCaller::TestCase | SetupCaller::Nobody => {
            "`unittest.IsolatedAsyncioTestCase` awaits `asyncSetUp` and `asyncTearDown`".to_owned()
        }
        SetupCaller::AsyncTestCase(Some(awaited)) => format!("it awaits `{awaited}`"),
        SetupCaller::AsyncTestCase(None) => {
            "there is no async form of it: do this in `asyncSetUp`".to_owned()
        }
    }
}

fn fix(context: &Context, found: &UnawaitedSetup) -> Option<Fix> {
    if found.caller == SetupCaller::Pytest {
        return make_it_fixture(context, found);
    }
    let SetupCaller::AsyncTestCase(Some(awaited)) = found.caller else { return None };
    let edit = Edit::replacement(found.name, awaited);
    Some(Fix::new(format!("call it `{awaited}`"), Applicability::Unsafe, vec![edit]))
}

fn make_it_fixture(context: &Context, found: &UnawaitedSetup) -> Option<Fix> {
    let phase = Phase::of(&found.function.name)?;
    let shape = context.file.function_shape(found.function.header)?;
    let edits = make_fixture(context, &shape, phase)?;
    Some(Fix::new("make it an async fixture", Applicability::Unsafe, edits))
}
