use loopmend_core::{Applicability, Confidence, Edit, Fix, Level};
use loopmend_semantic::UnrunTest;

use crate::context::{Context, Report};
use crate::edits::{indentation_before, line_ending};
use crate::import_edits::named_marks;
use crate::loop_scope_edits::arguments_of_marks;
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
            .note(advice(&found))
            .fix(fix(context, &found, &arguments));
        context.report(report);
    }
}

fn message(found: &UnrunTest) -> String {
    let name = &found.test.name;
    match found.is_skipped {
        _ if found.is_by_neighbours => {
            format!("`{name}` has no mark, and other async tests of the file have `pytest.mark.asyncio`")
        }
        Some(true) => format!("nothing runs the async test `{name}`: pytest skips it"),
        Some(false) => format!("nothing runs the async test `{name}`: pytest fails it"),
        None => format!("nothing runs the async test `{name}`"),
    }
}

fn advice(found: &UnrunTest) -> String {
    match &found.plugin {
        Some(plugin) => format!(
            "pytest-asyncio {plugin} is in its strict mode, which runs marked tests only; `asyncio_mode = \"auto\"` runs all"
        ),
        None if found.is_by_neighbours => {
            "in its strict mode, which is the default, pytest-asyncio runs marked tests only".to_owned()
        }
        None => "no plugin that runs async tests is installed beside pytest".to_owned(),
    }
}

/// The mark, where a plugin heeds it, with these arguments, and the import of `pytest` that it is written with.
fn fix(context: &Context, found: &UnrunTest, arguments: &str) -> Option<Fix> {
    let has_plugin = found.plugin.is_some() || found.is_by_neighbours;
    let (marks, mut edits) = named_marks(context).filter(|_| has_plugin)?;
    let text = context.file.text();
    let indentation = indentation_before(text, found.test.header.start)?;
    let end = line_ending(text);
    let mark = format!("@{marks}.asyncio{arguments}{end}{indentation}");
    edits.push(Edit::insertion(found.test.header.start, mark));
    Some(Fix::new("mark the test", Applicability::Unsafe, edits))
}
