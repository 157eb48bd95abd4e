use loopmend_core::{Applicability, Confidence, Fix, Level};
use loopmend_semantic::suite::UnrunTest;

use crate::context::{Context, Report};
use crate::import_edits::named_marks;
use crate::loop_scope_edits::arguments_of_marks;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    let unrun = context.file.unrun_tests();
    if unrun.is_empty() {
        return;
    }
    let arguments = arguments_of_marks(context);
    for found in unrun {
        let confidence = match found.uses_plugin && !found.is_by_neighbours {
            true => Confidence::Certain,
            false => Confidence::Likely,
        };
        let report = Report::new(found.test.header, message(&found))
            .in_symbol(found.test.symbol.clone())
            .confidence(confidence)
            .note(reason(&found))
            .fix_or_help(fix(context, &found, &arguments), advice(&found));
        context.report(report);
    }
}

fn message(found: &UnrunTest) -> String {
    let name = &found.test.name;
    match found.is_skipped {
        _ if found.is_by_neighbours => {
            format!("async test `{name}` has no `pytest.mark.asyncio`, unlike other async tests in this file")
        }
        Some(true) => format!("async test `{name}` never runs: pytest skips it"),
        Some(false) => format!("async test `{name}` never runs: pytest fails it"),
        None => format!("async test `{name}` never runs: no plugin handles it"),
    }
}

fn reason(found: &UnrunTest) -> String {
    match &found.plugin {
        Some(plugin) => format!(
            "pytest-asyncio {plugin} is in strict mode and runs only marked tests; `asyncio_mode = auto` runs all"
        ),
        None if found.is_by_neighbours => {
            "in strict mode, its default, pytest-asyncio runs only marked tests".to_owned()
        }
        None => "no installed plugin of pytest runs async tests".to_owned(),
    }
}

fn advice(found: &UnrunTest) -> &'static str {
    match found.plugin.is_some() || found.is_by_neighbours {
        true => "mark the test with `@pytest.mark.asyncio`",
        false => "install a plugin that runs async tests, such as pytest-asyncio",
    }
}

/// The mark with these arguments, and the import of `pytest` if needed; `None` if no plugin reads the mark.
fn fix(context: &Context, found: &UnrunTest, arguments: &str) -> Option<Fix> {
    let has_plugin = found.plugin.is_some() || found.is_by_neighbours;
    let (marks, mut edits) = named_marks(context).filter(|_| has_plugin)?;
    let mark = format!("@{marks}.asyncio{arguments}");
    edits.push(context.file.code().insert_line_before(found.test.header.start, &mark)?);
    Some(Fix::new("mark the test with `@pytest.mark.asyncio`", Applicability::Unsafe, edits))
}
