//! Tasks that are kept in a set of the module until they are done, as the documentation of `asyncio.create_task` shows.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_semantic::{Call, GlobalName};

use crate::context::Context;
use crate::edits::{count_name, end_of_line, ends_its_line, indentation_of_lone_statement, line_ending};
use crate::import_edits::import_module_for;

/// The names that the edits bind.
pub(crate) const TASK: &str = "task";
pub(crate) const TASKS: &str = "background_tasks";

/// The edit that makes the set, if it is not there; `None` where its name means something else.
pub(crate) fn make_set(context: &Context, call: &Call) -> Option<Option<Edit>> {
    let file = &context.file;
    let text = file.text();
    if file.is_bound_in_functions_around(call, TASKS) {
        return None;
    }
    match file.global_name(TASKS) {
        GlobalName::Free => {
            let imports = file.tree().end_of_imports().filter(|end| ends_its_line(text, *end))?;
            let ending = line_ending(text);
            let set = format!("{ending}{ending}{TASKS} = set()");
            Some(Some(Edit::insertion(end_of_line(text, imports), set)))
        }
        GlobalName::Set => Some(None),
        GlobalName::Taken => None,
    }
}

/// A plain function that starts a task and keeps it, in the place of a callback of an event loop.
pub(crate) struct Starter<'s> {
    /// The argument that it stands for.
    pub(crate) callback: Span,
    /// Its name.
    pub(crate) name: String,
    /// Its parameters.
    pub(crate) parameters: &'s str,
    /// The call that starts the task.
    pub(crate) start: String,
}

/// Defines the function before the statement, and gives it to the call.
pub(crate) fn start_in_function(context: &Context, call: &Call, starter: &Starter) -> Option<Fix> {
    let file = &context.file;
    let text = file.text();
    let Starter { callback, name, parameters, start } = starter;
    let statement = file.statement_around(call.span)?;
    let indentation = indentation_of_lone_statement(text, statement)?;
    let is_taken = count_name(text, name) > 0 || start.contains(['\n', '\r', '#']);
    let is_compound = text[..statement.end as usize][statement.start as usize..].contains('\n')
        && !text[statement.end as usize - 1..].starts_with([')', ']', '}']);
    if is_taken || is_compound {
        return None;
    }
    let ending = line_ending(text);
    let inner = if indentation.contains('\t') { "\t" } else { "    " };
    let lines = [
        format!("def {name}({parameters}):"),
        format!("{inner}{TASK} = {start}"),
        format!("{inner}{TASKS}.add({TASK})"),
        format!("{inner}{TASK}.add_done_callback({TASKS}.discard)"),
    ];
    let mut function: String = lines.iter().map(|line| format!("{line}{ending}{indentation}")).collect();
    function.truncate(function.len() - indentation.len());
    function.push_str(&format!("{ending}{indentation}"));
    let mut edits = vec![Edit::insertion(statement.start, function), Edit::replacement(*callback, name)];
    edits.extend(make_set(context, call)?);
    edits.extend(import_module_for(context, call, "asyncio")?);
    Some(Fix::new("start a task in a function, and keep it", Applicability::Unsafe, edits))
}
