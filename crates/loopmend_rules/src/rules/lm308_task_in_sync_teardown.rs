use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Span};
use loopmend_semantic::{Teardown, TeardownCall};

use crate::context::{Context, Report};
use crate::edits::{count_name, indentation_of_lone_statement};
use crate::fixture_edits::{Phase, make_fixture};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &["task-without-running-loop", "discarded-task"],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.teardown_calls() {
        let confidence = if found.is_certain { Confidence::Certain } else { Confidence::Likely };
        let mut report = Report::at_call(context, &found.call, message(&found))
            .confidence(confidence)
            .note("the event loop of the test no longer runs when a teardown without `async` is called");
        for caller in &found.callers {
            let symbol = context.file.surroundings(caller).symbol;
            report = report.note_at(context.place(caller.span), format!("called here, in `{symbol}`"));
        }
        let fix = await_in_fixture(context, &found);
        context.report(report.fix_or_help(fix, advice(&found.teardown)));
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

/// The fix that turns `teardown_method` into an async fixture, which awaits the coroutine of the task.
fn await_in_fixture(context: &Context, found: &TeardownCall) -> Option<Fix> {
    let file = &context.file;
    let text = file.text();
    let call = &found.call;
    let shape = file.function_shape_around(call.span)?;
    let phase = Phase::of(file.slice(shape.name)).filter(|phase| *phase == Phase::Teardown)?;
    let task = file.call_shape(call.span)?;
    let statement = file.statement_around(call.span).filter(|it| shape.body.contains(it))?;
    let [work] = task.positional.as_slice() else { return None };
    let target = text[statement.start as usize..call.span.start as usize].trim_end();
    let target = target.strip_suffix('=').unwrap_or(target).trim_end();
    let name = target.rsplit('.').next().unwrap_or_default();
    let is_needless =
        target.is_empty() || text.matches(&format!(".{name}")).count() == 1 && count_name(text, name) == 0;
    let is_plain = found.callers.is_empty()
        && found.name == "asyncio.create_task"
        && task.keywords.is_empty()
        && statement.end == call.span.end;
    indentation_of_lone_statement(text, statement)?;
    if !is_plain || !is_needless || file.slice(statement).contains('#') {
        return None;
    }
    let keyword = text[..shape.name.start as usize].rfind("def")? as u32;
    let mut edits = make_fixture(context, &shape, phase)?;
    edits.push(Edit::insertion(keyword, "async "));
    edits.push(Edit::replacement(Span::new(statement.start, work.start), "await "));
    edits.push(Edit::replacement(Span::new(work.end, statement.end), ""));
    merge_insertions(&mut edits);
    Some(Fix::new("await the coroutine in an async fixture", Applicability::Unsafe, edits))
}

/// Merges insertions with the edit at the same place.
fn merge_insertions(edits: &mut Vec<Edit>) {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut merged: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits.drain(..) {
        match merged.last_mut() {
            Some(last) if last.span.start == last.span.end && last.span.start == edit.span.start => {
                last.span = edit.span;
                last.replacement.push_str(&edit.replacement);
            }
            _ => merged.push(edit),
        }
    }
    *edits = merged;
}
