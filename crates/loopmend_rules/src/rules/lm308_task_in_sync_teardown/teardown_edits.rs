//! The fix that awaits what plain teardown starts as tasks: in an async fixture, or in `asyncTearDown`.

use loopmend_catalog::{Role, Words, is};
use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_python::ast::helpers::ReturnStatementVisitor;
use loopmend_python::ast::visitor::Visitor;
use loopmend_python::ast::{AnyNodeRef, Expr, Stmt, StmtFor, StmtFunctionDef, StmtTry};
use loopmend_python::text_size::Ranged;
use loopmend_python::{Code, after_docstring, span_of};
use loopmend_semantic::Call;

use crate::context::Context;
use crate::detectors::teardown::{self, Teardown, TeardownCall};
use crate::fixture_edits::{Phase, make_fixture};
use crate::import_edits::import_helper;

/// The call of the same method of the base class.
enum BaseCall<'c> {
    /// There is no such call.
    Absent,
    /// The last statement.
    Last(Span),
    /// The only statement in the `finally` of the last statement, a `try`.
    Finally(&'c StmtTry),
    /// Another statement.
    Before,
}

/// A fix of teardown.
pub(crate) struct FixOfTeardown {
    pub(crate) fix: Fix,
    /// What calls the method of the base class from then on, if the fix removes the call of it.
    pub(crate) calls_base: Option<&'static str>,
}

/// The fix of all calls in one teardown method, of which `found` is one. `None` if one of them cannot be awaited there.
pub(crate) fn await_in_teardown(
    context: &mut Context,
    found: &TeardownCall,
    all: &[TeardownCall],
) -> Option<FixOfTeardown> {
    let Teardown::Method { name, in_loop, .. } = &found.teardown else { return None };
    let code = context.file.code();
    let method = code.function_around(found.call.span)?;
    let method_name = method.name.as_str();
    let is_own = name.strip_suffix(method_name).is_some_and(|class| class.ends_with('.'));
    if !is_own || is_called_in_file(&code, method_name) {
        return None;
    }
    let calls = all.iter().filter(|call| call.teardown == found.teardown);
    let starts: Option<Vec<Start>> = calls.map(|call| start_of_task(&code, method, call)).collect();
    let starts = starts?;
    let ((mut edits, imports), awaited) = match close_with_helper(context, &code, &found.call, &starts) {
        Some(helped) => {
            (helped, "await the coroutines with `async_cleanup_registry` of the package `loopmend`")
        }
        None => ((starts.iter().flat_map(await_task).collect(), Vec::new()), "await the coroutine"),
    };
    edits.push(code.make_async(method)?);
    let call = base_call(&code, method)?;
    let (more, title, by) = match in_loop {
        Some(in_loop) => {
            let edits = rename(context, &code, method, in_loop, &call)?;
            (edits, format!("{awaited} in `{in_loop}`"), "`unittest` calls that method after this one")
        }
        None => {
            let phase = Phase::of(method_name).filter(|phase| *phase == Phase::Teardown)?;
            let edits = in_fixture(context, &code, method, phase, &call)?;
            (edits, format!("{awaited} in an async fixture"), "pytest calls that method after the fixture")
        }
    };
    edits.splice(0..0, more.into_iter().chain(imports));
    merge_insertions(&mut edits);
    let is_removed = match call {
        BaseCall::Last(_) => true,
        BaseCall::Finally(_) => in_loop.is_none(),
        BaseCall::Absent | BaseCall::Before => false,
    };
    let calls_base = is_removed.then_some(by);
    Some(FixOfTeardown { fix: Fix::new(title, Applicability::Unsafe, edits), calls_base })
}

/// `true` if code of the file calls the method of an object.
fn is_called_in_file(code: &Code, method: &str) -> bool {
    let calls = |object: &&str| code.occurrences(code.whole(), &format!("{object}.{method}(")) > 0;
    Words::OwnObject.all().iter().any(calls)
}

/// The start of a task, which is a statement of its own.
struct Start {
    /// The statement.
    statement: Span,
    /// The coroutine.
    work: Span,
}

/// The start of a task in a method, if it can become an `await`.
fn start_of_task(code: &Code, method: &StmtFunctionDef, found: &TeardownCall) -> Option<Start> {
    let place = found.call.span;
    let is_start = is(found.name, Role::StartsLostTask);
    let task = code.call_at(place)?;
    let [work @ Expr::Call(_)] = &*task.arguments.args else { return None };
    let around = code.statement_around(place)?;
    let is_needed = match around {
        AnyNodeRef::StmtExpr(_) => false,
        AnyNodeRef::StmtAssign(assign) => {
            let [target] = assign.targets.as_slice() else { return None };
            is_needed_target(code, span_of(target))
        }
        _ => true,
    };
    let statement = span_of(&around);
    let is_whole = statement.end == place.end && code.function_around(place)?.range() == method.range();
    let takes_name_only =
        task.arguments.keywords.iter().all(|keyword| keyword.arg.as_deref() == Some("name"));
    code.indentation_of_lone(statement)?;
    code.replace_around(statement, span_of(work), "", "")?;
    let is_fit = is_start && is_whole && takes_name_only && !is_needed && found.callers.is_empty();
    is_fit.then(|| Start { statement, work: span_of(work) })
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
fn close_with_helper(
    context: &Context,
    code: &Code,
    call: &Call,
    starts: &[Start],
) -> Option<(Vec<Edit>, Vec<Edit>)> {
    if !context.file.may_use_helpers() {
        return None;
    }
    let edits = match starts {
        [Start { statement, work }] => {
            let around = loop_of_statement(code, *statement)?;
            let (target, values) = (code.text_of(&*around.target), code.text_of(&*around.iter));
            let tail = format!(" for {target} in {values}])");
            code.replace_around(span_of(around), *work, &format!("await {CLEANUP}(["), &tail)?.into()
        }
        [first, .., last] => {
            let mut edits = vec![Edit::replacement(
                Span::new(first.statement.start, first.work.start),
                format!("await {CLEANUP}(["),
            )];
            for pair in starts.windows(2) {
                let [one, next] = pair else { continue };
                let between = Span::new(one.statement.end, next.statement.start);
                if code.has_code(between) {
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

/// The `for` loop whose only statement this is, if its parts can stand in a comprehension.
fn loop_of_statement<'c>(code: &'c Code, statement: Span) -> Option<&'c StmtFor> {
    let around = code.nodes_around(statement);
    let is_outer = |node: &&AnyNodeRef| node.is_statement() && span_of(*node) != statement;
    let AnyNodeRef::StmtFor(it) = *around.iter().rev().find(is_outer)? else { return None };
    let is_only = matches!(it.body.as_slice(), [only] if span_of(only) == statement);
    let is_plain = match &*it.iter {
        Expr::Tuple(tuple) => tuple.parenthesized,
        values => matches!(values, Expr::Name(_) | Expr::Attribute(_) | Expr::Call(_) | Expr::List(_)),
    };
    (is_only && is_plain && !it.is_async && it.orelse.is_empty()).then_some(it)
}

/// `true` if other code mentions a name or an attribute that the start of a task binds.
fn is_needed_target(code: &Code, target: Span) -> bool {
    let Some(name) = code.path_at(target).and_then(|path| path.last().copied()) else { return true };
    code.count_of_name(name) > 1 || code.strings_mention(code.whole(), name)
}

/// The edits that turn `teardown_method` into a fixture. pytest calls the method of the base class afterwards, whatever the fixture raises; if
/// the method calls it before other statements, an empty method hides it from pytest.
fn in_fixture(
    context: &mut Context,
    code: &Code,
    method: &StmtFunctionDef,
    phase: Phase,
    call: &BaseCall<'_>,
) -> Option<Vec<Edit>> {
    let mut returns = ReturnStatementVisitor::default();
    returns.visit_body(&method.body);
    if returns.returns.iter().any(|it| it.value.is_some()) {
        return None;
    }
    let removed = match call {
        BaseCall::Last(statement) => Some(*statement),
        BaseCall::Finally(it) => it.finalbody.first().map(span_of),
        BaseCall::Absent | BaseCall::Before => None,
    };
    let mut edits = make_fixture(context, code, method, phase, removed)?;
    match call {
        BaseCall::Absent => {}
        BaseCall::Last(statement) => edits.push(without_last(code, method, *statement)?),
        BaseCall::Finally(it) => edits.extend(without_finally(code, it)?),
        BaseCall::Before => edits.push(hide_from_pytest(code, method)?),
    }
    Some(edits)
}

/// The edits that turn `tearDown` into the method that `unittest` awaits.
fn rename(
    context: &mut Context,
    code: &Code,
    method: &StmtFunctionDef,
    in_loop: &str,
    call: &BaseCall<'_>,
) -> Option<Vec<Edit>> {
    let name = span_of(&method.name);
    let class = teardown::test_class_of(context.file, name)?;
    let is_free = teardown::is_free_in(context.file, &class, in_loop) && !class.is_overridden;
    let takes_self_only = method.parameters.iter().map(|parameter| parameter.name().as_str()).eq(["self"]);
    if !is_free || !takes_self_only || !method.decorator_list.is_empty() {
        return None;
    }
    let mut edits = vec![Edit::replacement(name, in_loop)];
    match call {
        BaseCall::Absent => {}
        BaseCall::Last(statement) => edits.push(without_last(code, method, *statement)?),
        // `TestCase.tearDown` does nothing.
        BaseCall::Finally(_) | BaseCall::Before if !class.derives => {}
        BaseCall::Finally(_) | BaseCall::Before => return None,
    }
    Some(edits)
}

/// How a method calls the one of its base class; `None` if that is not plain.
fn base_call<'c>(code: &Code, method: &'c StmtFunctionDef) -> Option<BaseCall<'c>> {
    let body = after_docstring(&method.body);
    let called = format!(".{}(", method.name);
    let calls = |statement: &&Stmt| code.occurrences(span_of(*statement), &called);
    match body.iter().map(|statement| calls(&statement)).sum() {
        0 => return Some(BaseCall::Absent),
        1 => {}
        _ => return None,
    }
    let statement = body.iter().find(|statement| calls(statement) > 0)?;
    let is_last = body.last() == Some(statement);
    match statement {
        Stmt::Try(it) if is_last && matches!(it.finalbody.as_slice(), [only] if is_base_call(code, only)) => {
            Some(BaseCall::Finally(it))
        }
        _ if !is_base_call(code, statement) => None,
        _ if is_last && body.len() > 1 => Some(BaseCall::Last(span_of(statement))),
        _ => Some(BaseCall::Before),
    }
}

/// `true` if a statement is a call of a method of `super()` on one line.
fn is_base_call(code: &Code, statement: &Stmt) -> bool {
    let object = statement.as_expr_stmt().and_then(|it| it.value.as_call_expr()).and_then(|call| {
        let method = call.func.as_attribute_expr()?;
        method.value.as_call_expr()
    });
    object.is_some_and(|it| code.text_of(&*it.func) == "super") && code.is_on_one_line(span_of(statement))
}

/// The edit that removes the last statement of a method.
fn without_last(code: &Code, method: &StmtFunctionDef, statement: Span) -> Option<Edit> {
    let [.., before, _] = after_docstring(&method.body) else { return None };
    code.remove_after(span_of(before), statement)
}

/// The edits that remove the `finally` of a `try`, and the `try` as well if it has nothing else.
fn without_finally(code: &Code, statement: &StmtTry) -> Option<Vec<Edit>> {
    let removed = span_of(statement.finalbody.first()?);
    let last_handler = statement.handlers.last().and_then(|handler| handler.as_except_handler());
    let Some(last_handler) = last_handler else {
        let mut edits = code.unwrap_body(span_of(statement), &statement.body)?;
        edits.push(code.remove_after(span_of(statement.body.last()?), removed)?);
        return Some(edits);
    };
    let before = statement.orelse.last().or(last_handler.body.last())?;
    Some(vec![code.remove_after(span_of(before), removed)?])
}

/// The edit that adds a method which does nothing, so that pytest does not call the one of the base class once more.
fn hide_from_pytest(code: &Code, method: &StmtFunctionDef) -> Option<Edit> {
    let place = span_of(method);
    let inner = code.indentation(span_of(after_docstring(&method.body).first()?).start)?;
    let outer = code.indentation(place.start)?;
    let parameters = if method.parameters.len() > 1 { "self, method=None" } else { "self" };
    let header = format!("{outer}def {}({parameters}):", method.name);
    let comment = format!("{inner}# the fixture above calls the method of the base class");
    code.insert_after(place.end, "", &["", &header, &comment, &format!("{inner}pass")])
}

/// Merges insertions with the edit at the same place, and leaves out indentation to remove from code that another edit replaces.
fn merge_insertions(edits: &mut Vec<Edit>) {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut merged: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits.drain(..) {
        match merged.last_mut() {
            Some(last) if last.span.start == last.span.end && last.span.start == edit.span.start => {
                last.span = edit.span;
                last.replacement.push_str(&edit.replacement);
            }
            Some(last) if edit.replacement.is_empty() && last.span.contains(edit.span) => {}
            _ => merged.push(edit),
        }
    }
    *edits = merged;
}
