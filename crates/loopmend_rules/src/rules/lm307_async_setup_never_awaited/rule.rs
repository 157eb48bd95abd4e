use loopmend_core::{Applicability, Edit, Fix, Level};
use loopmend_semantic::suite::{SetupCaller, UnawaitedSetup};

use crate::context::{Context, Report};
use crate::fixture_edits::{Phase, make_fixture};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.unawaited_setups() {
        let report = Report::new(found.function.header, message(&found))
            .in_symbol(found.function.symbol.clone())
            .note(reason(&found))
            .fix_or_help(fix(context, &found), advice(&found));
        context.report(report);
    }
}

fn message(found: &UnawaitedSetup) -> String {
    let symbol = &found.function.symbol;
    match found.caller {
        SetupCaller::Pytest => format!("async `{symbol}` is called by pytest but never awaited"),
        SetupCaller::TestCase => format!("async `{symbol}` is called by `unittest` but never awaited"),
        SetupCaller::AsyncTestCase(_) => {
            format!("async `{symbol}` is called by `IsolatedAsyncioTestCase` but never awaited")
        }
        SetupCaller::Nobody => format!("`{symbol}` is never called by a plain `TestCase`"),
    }
}

fn reason(found: &UnawaitedSetup) -> &'static str {
    match found.caller {
        SetupCaller::Nobody => {
            "only `unittest.IsolatedAsyncioTestCase` calls `asyncSetUp` and `asyncTearDown`"
        }
        SetupCaller::Pytest | SetupCaller::TestCase | SetupCaller::AsyncTestCase(_) => {
            "calling it only creates a coroutine; its body does not run"
        }
    }
}

fn advice(found: &UnawaitedSetup) -> String {
    match found.caller {
        SetupCaller::Pytest => "use an autouse fixture with `@pytest_asyncio.fixture` instead".to_owned(),
        SetupCaller::TestCase => {
            "derive from `unittest.IsolatedAsyncioTestCase`, and use `asyncSetUp` or `asyncTearDown`"
                .to_owned()
        }
        SetupCaller::Nobody => "derive the class from `unittest.IsolatedAsyncioTestCase`".to_owned(),
        SetupCaller::AsyncTestCase(Some(awaited)) => format!("rename the method to `{awaited}`"),
        SetupCaller::AsyncTestCase(None) => {
            "move the work into `asyncSetUp`; this method has no async form".to_owned()
        }
    }
}

fn fix(context: &mut Context, found: &UnawaitedSetup) -> Option<Fix> {
    if found.caller == SetupCaller::Pytest {
        return make_it_fixture(context, found);
    }
    let SetupCaller::AsyncTestCase(Some(awaited)) = found.caller else { return None };
    let edit = Edit::replacement(found.name, awaited);
    Some(Fix::new(format!("rename the method to `{awaited}`"), Applicability::Unsafe, vec![edit]))
}

fn make_it_fixture(context: &mut Context, found: &UnawaitedSetup) -> Option<Fix> {
    let phase = Phase::of(&found.function.name)?;
    let code = context.file.code();
    let edits = make_fixture(context, &code, code.function_with(found.function.header)?, phase, None)?;
    Some(Fix::new("make it an async fixture", Applicability::Unsafe, edits))
}
