//! The fix that awaits what plain teardown starts as tasks: in an async fixture, or in `asyncTearDown`.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_semantic::{Call, FunctionShape, Teardown, TeardownCall};

use crate::context::Context;
use crate::edits::{
    count_name, end_of_line, ends_its_line, indentation_before, indentation_of_lone_statement, line_ending,
};
use crate::fixture_edits::{Phase, make_fixture};
use crate::import_edits::import_helper;
use crate::slot_edits::is_path;

/// The call of the same method of the base class.
enum BaseCall {
    /// There is no such call.
    Absent,
    /// The last statement.
    Last(Span),
    /// Another statement.
    Before,
}

/// The fix of all calls in one teardown method, of which `found` is one. `None` if one of them cannot be awaited there.
pub(crate) fn await_in_teardown(
    context: &mut Context,
    found: &TeardownCall,
    all: &[TeardownCall],
) -> Option<Fix> {
    let Teardown::Method { name, in_loop, .. } = &found.teardown else { return None };
    let shape = context.file.function_shape_around(found.call.span)?;
    let method = context.file.slice(shape.name).to_owned();
    if !name.ends_with(&format!(".{method}")) || is_called_in_file(context.file.text(), &method) {
        return None;
    }
    let calls = all.iter().filter(|call| call.teardown == found.teardown);
    let starts: Option<Vec<Start>> = calls.map(|call| start_of_task(context, &shape, call)).collect();
    let starts = starts?;
    let ((mut edits, imports), awaited) = match close_with_helper(context, &found.call, &starts) {
        Some(helped) => {
            (helped, "await the coroutines with `async_cleanup_registry` of the package `loopmend`")
        }
        None => ((starts.iter().flat_map(await_task).collect(), Vec::new()), "await the coroutine"),
    };
    let keyword = context.file.text()[..shape.name.start as usize].rfind("def")? as u32;
    edits.push(Edit::insertion(keyword, "async "));
    let (more, title) = match in_loop {
        Some(in_loop) => (rename(context, &shape, in_loop)?, format!("{awaited} in `{in_loop}`")),
        None => {
            let phase = Phase::of(&method).filter(|phase| *phase == Phase::Teardown)?;
            (in_fixture(context, &shape, phase)?, format!("{awaited} in an async fixture"))
        }
    };
    edits.splice(0..0, more.into_iter().chain(imports));
    merge_insertions(&mut edits);
    Some(Fix::new(title, Applicability::Unsafe, edits))
}

/// `true` if code of the file calls the method of an object.
fn is_called_in_file(text: &str, method: &str) -> bool {
    ["self", "cls"].iter().any(|object| text.contains(&format!("{object}.{method}(")))
}

/// The start of a task, which is a statement of its own.
struct Start {
    /// The statement.
    statement: Span,
    /// The coroutine.
    work: Span,
}

/// The start of a task in a method, if it can become an `await`.
fn start_of_task(context: &Context, method: &FunctionShape, found: &TeardownCall) -> Option<Start> {
    let file = &context.file;
    let (text, call) = (file.text(), &found.call);
    if !method.whole.contains(call.span) || !found.callers.is_empty() {
        return None;
    }
    let is_start = matches!(found.name, "asyncio.create_task" | "asyncio.ensure_future");
    let innermost = file.function_shape_around(call.span)?;
    let task = file.call_shape(call.span)?;
    let statement = file.statement_around(call.span)?;
    let [work] = task.positional.as_slice() else { return None };
    file.call_shape(*work)?;
    let target = text.get(statement.start as usize..call.span.start as usize)?.trim_end();
    let is_whole = statement.end == call.span.end && innermost.whole == method.whole;
    let takes_name_only = !task.is_starred && task.keywords.iter().all(|(name, _)| name == "name");
    indentation_of_lone_statement(text, statement)?;
    if !is_start || !is_whole || !takes_name_only || !is_needless_target(text, target) {
        return None;
    }
    let around = [Span::new(statement.start, work.start), Span::new(work.end, statement.end)];
    let has_comment = around.iter().any(|part| file.slice(*part).contains('#'));
    (!has_comment).then_some(Start { statement, work: *work })
}

/// The edits that turn the start of a task into an `await`.
fn await_task(Start { statement, work }: &Start) -> [Edit; 2] {
    let before = Span::new(statement.start, work.start);
    [Edit::replacement(before, "await "), Edit::replacement(Span::new(work.end, statement.end), "")]
}

/// The helper that awaits all coroutines, whatever one of them raises.
const CLEANUP: &str = "async_cleanup_registry";

/// The edits that await tasks with the helper, and its import: the tasks of a loop, or of statements one after another. `None` if fixes may
/// not use helpers, or there is only one coroutine to await.
fn close_with_helper(context: &Context, call: &Call, starts: &[Start]) -> Option<(Vec<Edit>, Vec<Edit>)> {
    let file = &context.file;
    if !file.may_use_helpers() {
        return None;
    }
    let edits = match starts {
        [Start { statement, work }] => {
            let around = file.loop_of_statement(*statement)?;
            let head = Span::new(around.whole.start, work.start);
            let tail = Span::new(work.end, around.whole.end);
            let [target, values] = [around.target, around.values].map(|part| file.slice(part));
            if file.slice(head).contains('#') {
                return None;
            }
            let tail = Edit::replacement(tail, format!(" for {target} in {values}])"));
            vec![Edit::replacement(head, format!("await {CLEANUP}([")), tail]
        }
        [first, .., last] => {
            let mut edits = vec![Edit::replacement(
                Span::new(first.statement.start, first.work.start),
                format!("await {CLEANUP}(["),
            )];
            for pair in starts.windows(2) {
                let [one, next] = pair else { continue };
                let between = Span::new(one.statement.end, next.statement.start);
                if !file.slice(between).trim().is_empty() {
                    return None;
                }
                edits.push(Edit::replacement(Span::new(one.work.end, next.work.start), ", "));
            }
            edits.push(Edit::replacement(Span::new(last.work.end, last.statement.end), "])"));
            edits
        }
        [] => return None,
    };
    let imports = import_helper(context, call, "loopmend.testing", CLEANUP)?;
    Some((edits, imports))
}

/// `true` if the text before a call is empty, or binds a name or attribute that nothing else mentions.
fn is_needless_target(text: &str, target: &str) -> bool {
    let Some(target) = target.strip_suffix('=').map(str::trim_end) else { return target.is_empty() };
    let name = target.rsplit('.').next().unwrap_or_default();
    let attributes = text.matches(&format!(".{name}")).count();
    let mentions = attributes + count_name(text, name);
    is_path(target) && mentions == 1
}

/// The edits that turn `teardown_method` into a fixture. pytest calls the method of the base class afterwards; if the method calls it before
/// other statements, an empty method hides it from pytest.
fn in_fixture(context: &mut Context, method: &FunctionShape, phase: Phase) -> Option<Vec<Edit>> {
    let body: Vec<&str> = method.body.iter().map(|statement| context.file.slice(*statement)).collect();
    let leaves_with_value = body.iter().flat_map(|statement| statement.lines()).any(|line| {
        let line = line.trim_start();
        line.starts_with("return ") || line.starts_with("return(")
    });
    if leaves_with_value {
        return None;
    }
    let call = base_call(context, method)?;
    let removed = match call {
        BaseCall::Last(statement) => Some(statement),
        BaseCall::Absent | BaseCall::Before => None,
    };
    let mut edits = make_fixture(context, method, phase, removed)?;
    match call {
        BaseCall::Absent => {}
        BaseCall::Last(statement) => edits.push(without_last(context.file.text(), method, statement)?),
        BaseCall::Before => edits.push(hide_from_pytest(context, method)?),
    }
    Some(edits)
}

/// The edits that turn `tearDown` into the method that `unittest` awaits.
fn rename(context: &mut Context, method: &FunctionShape, in_loop: &str) -> Option<Vec<Edit>> {
    let class = context.file.test_class_of(method.name)?;
    let is_free = context.file.is_free_in(&class, in_loop) && !class.is_overridden;
    let takes_self_only = matches!(method.parameters.as_slice(), [(name, _)] if name == "self");
    if !is_free || !takes_self_only || !method.decorators.is_empty() {
        return None;
    }
    let mut edits = vec![Edit::replacement(method.name, in_loop)];
    match base_call(context, method)? {
        BaseCall::Absent => {}
        BaseCall::Last(statement) => edits.push(without_last(context.file.text(), method, statement)?),
        // `TestCase.tearDown` does nothing.
        BaseCall::Before if !class.derives => {}
        BaseCall::Before => return None,
    }
    Some(edits)
}

/// How a method calls the one of its base class; `None` if that is not plain.
fn base_call(context: &Context, method: &FunctionShape) -> Option<BaseCall> {
    let file = &context.file;
    let called = format!(".{}(", file.slice(method.name));
    let calls = |statement: &&Span| file.slice(**statement).contains(&called);
    let body = Span::new(method.body.first()?.start, method.whole.end);
    match file.slice(body).matches(&called).count() {
        0 => return Some(BaseCall::Absent),
        1 => {}
        _ => return None,
    }
    let statement = *method.body.iter().find(calls)?;
    let text = file.slice(statement);
    let is_plain = text.starts_with("super(") && text.ends_with(')') && !text.contains('\n');
    let is_last = method.body.last() == Some(&statement) && method.body.len() > 1;
    is_plain.then_some(if is_last { BaseCall::Last(statement) } else { BaseCall::Before })
}

/// The edit that removes the last statement of a method.
fn without_last(text: &str, method: &FunctionShape, statement: Span) -> Option<Edit> {
    let [.., before, _] = method.body.as_slice() else { return None };
    let place = Span::new(end_of_line(text, before.end), statement.end);
    let removed = text.get(place.as_range())?;
    let is_alone = ends_its_line(text, before.end) && ends_its_line(text, statement.end);
    (is_alone && !removed.contains('#')).then(|| Edit::replacement(place, ""))
}

/// The edit that adds a method which does nothing, so that pytest does not call the one of the base class once more.
fn hide_from_pytest(context: &Context, method: &FunctionShape) -> Option<Edit> {
    let text = context.file.text();
    let ending = line_ending(text);
    let outer = indentation_before(text, method.whole.start)?;
    let inner = indentation_before(text, method.body.first()?.start)?;
    let name = context.file.slice(method.name);
    let parameters = if method.parameters.len() > 1 { "self, method=None" } else { "self" };
    let header = format!("{outer}def {name}({parameters}):");
    let comment = format!("{inner}# the fixture above calls the method of the base class");
    let end = end_of_line(text, method.whole.end);
    Some(Edit::insertion(end, format!("{ending}{ending}{header}{ending}{comment}{ending}{inner}pass")))
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
