//! Edits that keep a task: in the attribute that its class has for the task, or else in a set of the module until the task is done, as
//! the documentation of `asyncio.create_task` shows.

use loopmend_catalog::Words;
use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_python::ast::AnyNodeRef;
use loopmend_python::ast::token::TokenKind;
use loopmend_python::{Code, span_of};
use loopmend_semantic::{Call, GlobalName, NameUse};

use crate::context::Context;
use crate::detectors::{task_result, waiting_attribute};
use crate::import_edits::{import_module_for, named_module};

/// The set that tasks are kept in.
pub(crate) struct TaskSet {
    /// Its name.
    pub(crate) name: &'static str,
    /// Whether it is there.
    pub(crate) is_there: bool,
    /// Its annotation, if the file can have one.
    annotation: Option<String>,
}

impl TaskSet {
    /// The set that a call can use; `None` if all of its names mean something else.
    pub(crate) fn of(context: &mut Context, call: &Call) -> Option<Self> {
        let (name, is_there) = Words::NamesOfTaskSets.all().iter().copied().find_map(|name| {
            let is_there = match context.file.global_name(name) {
                GlobalName::Free => false,
                GlobalName::Set => true,
                GlobalName::Taken => return None,
            };
            let is_hidden = context.file.is_bound_in_functions_around(call, name);
            (!is_hidden).then_some((name, is_there))
        })?;
        let place = context.file.code().tree().end_of_imports();
        let asyncio = place.and_then(|place| context.file.name_of_module_before("asyncio", place));
        let annotation = asyncio.filter(|_| !is_there && context.file.has_generic_sets()).map(|asyncio| {
            let result = task_result::infer_task_result(context.file);
            format!("set[{asyncio}.Task[{result}]]")
        });
        Some(Self { name, is_there, annotation })
    }

    /// The statement that defines the set.
    pub(crate) fn definition(&self) -> String {
        match &self.annotation {
            Some(annotation) => format!("{}: {annotation} = set()", self.name),
            None => format!("{} = set()", self.name),
        }
    }

    /// The edits that define the set after the imports, if it does not exist.
    fn make(&self, context: &Context) -> Option<Vec<Edit>> {
        if self.is_there {
            return Some(Vec::new());
        }
        let code = context.file.code();
        Some(vec![code.insert_after(code.tree().end_of_imports()?, "", &["", &self.definition()])?])
    }

    /// The statements that keep a task.
    pub(crate) fn keep(&self, task: &str) -> [String; 2] {
        let set = self.name;
        [format!("{set}.add({task})"), format!("{task}.add_done_callback({set}.discard)")]
    }
}

/// Keeps the task that a statement starts.
pub(crate) fn keep_task(context: &mut Context, call: &Call) -> Option<Fix> {
    let code = context.file.code_within(call.span.start);
    let is_whole_statement =
        code.statement_around(call.span).map(|statement| span_of(&statement)) == Some(call.span);
    if let Some(attribute) =
        waiting_attribute::attribute_without_task(context.file, call.span).filter(|_| is_whole_statement)
    {
        let bind = Edit::insertion(call.span.start, format!("{attribute} = "));
        return Some(keep_in_attribute(&attribute, bind));
    }
    code.indentation_of_lone(call.span)?;
    let set = TaskSet::of(context, call)?;
    let task = free_name(context, call, &set)?;
    let bind = Edit::insertion(call.span.start, format!("{task} = "));
    keep_behind(context, &set, call.span, task, Some(bind))
}

/// Keeps the task that a statement binds to a name.
pub(crate) fn keep_named_task(context: &mut Context, call: &Call, name: &str) -> Option<Fix> {
    let code = context.file.code_within(call.span.start);
    let around = code.statement_around(call.span)?;
    let statement = span_of(&around);
    let target = match around {
        AnyNodeRef::StmtAssign(assign) => assign.targets.first()?,
        AnyNodeRef::StmtAnnAssign(assign) => &assign.target,
        _ => return None,
    };
    let target = target.as_name_expr().filter(|target| target.id.as_str() == name).map(span_of)?;
    code.indentation_of_lone(statement).filter(|_| target.start == statement.start)?;
    let binding = Span::new(statement.start, call.span.start);
    if let Some(attribute) = waiting_attribute::attribute_without_task(context.file, call.span)
        && code.slice(binding).trim_end() == format!("{name} =")
    {
        return Some(keep_in_attribute(&attribute, Edit::replacement(binding, format!("{attribute} = "))));
    }
    let set = TaskSet::of(context, call)?;
    if name == "_" {
        let task = free_name(context, call, &set)?;
        return keep_behind(context, &set, statement, task, Some(Edit::replacement(target, task)));
    }
    keep_behind(context, &set, statement, name, None)
}

fn keep_in_attribute(attribute: &str, bind: Edit) -> Fix {
    Fix::new(format!("keep the task in `{attribute}`"), Applicability::Unsafe, vec![bind])
}

fn keep_behind(
    context: &Context,
    set: &TaskSet,
    statement: Span,
    task: &str,
    bind: Option<Edit>,
) -> Option<Fix> {
    let code = context.file.code_within(statement.start);
    let [add, discard] = set.keep(task);
    let keep = code.insert_after(statement.end, code.indentation(statement.start)?, &[&add, &discard])?;
    let edits = set.make(context)?.into_iter().chain(bind).chain([keep]).collect();
    Some(Fix::new("keep the task until it is done", Applicability::Unsafe, edits))
}

/// Starts the coroutine that a call shields as a task of its own, before the statement, and keeps the task. The call has to be evaluated
/// first in its statement.
pub(crate) fn keep_argument(context: &mut Context, call: &Call, coroutine: Span) -> Option<Fix> {
    let code = context.file.code_within(call.span.start);
    let around = code.statement_around(call.span)?;
    let value = match around {
        AnyNodeRef::StmtExpr(statement) => &*statement.value,
        AnyNodeRef::StmtAssign(statement) => &*statement.value,
        AnyNodeRef::StmtReturn(statement) => statement.value.as_deref()?,
        _ => return None,
    };
    let awaited = value.as_await_expr()?.value.as_call_expr()?;
    let is_first = span_of(awaited) == call.span
        || awaited.arguments.args.first().is_some_and(|first| span_of(first) == call.span);
    let statement = span_of(&around);
    let indentation = code.indentation_of_lone(statement).filter(|_| is_first)?;
    let set = TaskSet::of(context, call)?;
    let task = free_name(context, call, &set)?;
    let (asyncio, imports) = named_module(context, "asyncio")?;
    let ending = code.line_ending();
    let [add, discard] = set.keep(task);
    let start = format!("{task} = {asyncio}.create_task({})", code.slice(coroutine));
    let lines: String =
        [start, add, discard].iter().map(|line| format!("{line}{ending}{indentation}")).collect();
    let edits = [Edit::insertion(statement.start, lines), Edit::replacement(coroutine, task)];
    let edits = set.make(context)?.into_iter().chain(imports).chain(edits).collect();
    Some(Fix::new("keep the task until it is done", Applicability::Unsafe, edits))
}

/// A name for a task that the function around a call does not use, except for tasks that are kept in the same way.
fn free_name(context: &Context, call: &Call, set: &TaskSet) -> Option<&'static str> {
    const USES_OF_ONE_KEPT: usize = 3;
    let file = &context.file;
    let code = file.code_within(call.span.start);
    let around = span_of(code.function_around(call.span)?);
    let is_kept = |end: u32, name: &str| code.continues_with(code.end_of_line(end), &set.keep(name)[0]);
    Words::NamesOfTasks.all().iter().copied().find(|name| {
        let kept = code.occurrences(around, &set.keep(name)[0]);
        let is_counted = code.mentions(around, name) == USES_OF_ONE_KEPT * kept;
        is_counted
            && match file.name_around(call, name) {
                NameUse::Free => true,
                NameUse::Bound(ends) => ends.iter().all(|end| is_kept(*end, name)),
                NameUse::Taken => false,
            }
    })
}

/// A plain function that starts a task and keeps it, instead of an async callback of an event loop.
pub(crate) struct Starter<'s> {
    /// The argument that it replaces.
    pub(crate) callback: Span,
    /// Its name.
    pub(crate) name: String,
    /// Its parameters.
    pub(crate) parameters: &'s str,
    /// The call that starts the task, without comments.
    pub(crate) start: String,
    /// `true` if the callback uses the name `asyncio`.
    pub(crate) needs_asyncio: bool,
}

/// Defines the function before the statement and passes it to the call.
pub(crate) fn start_in_function(context: &mut Context, call: &Call, starter: &Starter) -> Option<Fix> {
    let file = &context.file;
    let code = file.code_within(call.span.start);
    let Starter { callback, parameters, start, .. } = starter;
    let statement = span_of(&code.statement_around(call.span)?);
    let indentation = code.indentation_of_lone(statement)?;
    // The lines of a block end inside of its statement.
    if code.has_token(statement, TokenKind::Newline) {
        return None;
    }
    let name = name_of_function(context, call, &starter.name)?;
    let ending = code.line_ending();
    let inner = Code::inner_indentation(indentation);
    let mut edits = Vec::new();
    let body = match waiting_attribute::attribute_without_task(file, call.span) {
        Some(attribute) => vec![format!("{attribute} = {start}")],
        None => {
            let task =
                Words::NamesOfTasks.all().iter().copied().find(|task| code.mentions(*callback, task) == 0)?;
            let set = TaskSet::of(context, call)?;
            edits.extend(set.make(context)?);
            std::iter::once(format!("{task} = {start}")).chain(set.keep(task)).collect()
        }
    };
    let body: String = body.iter().map(|line| format!("{inner}{line}{ending}")).collect();
    let function = format!("def {name}({parameters}):{ending}{body}{ending}{indentation}");
    if starter.needs_asyncio {
        edits.extend(import_module_for(context, call, "asyncio")?);
    }
    edits.extend([Edit::insertion(statement.start, function), Edit::replacement(*callback, name)]);
    Some(Fix::new("start a task in a plain function and keep it", Applicability::Unsafe, edits))
}

/// An unused name for a function before the statement of a call.
fn name_of_function(context: &Context, call: &Call, name: &str) -> Option<String> {
    let file = &context.file;
    let code = file.code();
    let around = code.function_around(call.span).map_or(code.whole(), span_of);
    let is_free = |name: &String| {
        code.mentions(around, name) == 0
            && file.global_name(name) == GlobalName::Free
            && !file.is_bound_in_functions_around(call, name)
    };
    let numbered = (2..10).map(|number| format!("{name}_{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(is_free)
}
