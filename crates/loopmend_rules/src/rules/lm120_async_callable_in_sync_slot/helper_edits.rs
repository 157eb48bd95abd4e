//! Functions that fixes define after the imports of a module and call.

use loopmend_catalog::Words;
use loopmend_core::Edit;
use loopmend_semantic::{Call, GlobalName};

use crate::context::Context;
use crate::import_edits::import_module;
use crate::keep_edits::TaskSet;

/// The purpose of such a function.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Helper {
    /// Starts a task for an async function and keeps a reference until the task is done.
    StartTask,
    /// Runs an async function on an event loop of its own.
    RunAsync,
}

/// The name of such a function and the edits that define it, none if it exists; `None` if the names mean something else.
pub(crate) fn helper(
    context: &mut Context,
    call: &Call,
    helper: Helper,
) -> Option<(&'static str, Vec<Edit>)> {
    let set = match helper {
        Helper::StartTask => Some(TaskSet::of(context, call)?),
        Helper::RunAsync => None,
    };
    let names = match helper {
        Helper::StartTask => Words::NamesOfStarters,
        Helper::RunAsync => Words::NamesOfRunners,
    };
    let file = &context.file;
    let code = file.code();
    for name in names.all().iter().copied().filter(|name| !file.is_bound_in_functions_around(call, name)) {
        let definition = definition(name, set.as_ref());
        if code.occurrences(code.whole(), &definition.join("\n")) > 0 {
            return Some((name, Vec::new()));
        }
        if file.global_name(name) == GlobalName::Free && code.mentions(code.whole(), name) == 0 {
            let mut edits = import_module(context, "asyncio")?;
            edits.push(define(context, set.filter(|set| !set.is_there), &definition)?);
            return Some((name, edits));
        }
    }
    None
}

fn definition(name: &str, set: Option<&TaskSet>) -> Vec<String> {
    match set {
        Some(set) => {
            let [add, discard] = set.keep("task");
            vec![
                format!("def {name}(function, *args):"),
                "    task = asyncio.create_task(function(*args))".to_owned(),
                format!("    {add}"),
                format!("    {discard}"),
            ]
        }
        None => vec![
            format!("def {name}(function, *args, **kwargs):"),
            "    return asyncio.run(function(*args, **kwargs))".to_owned(),
        ],
    }
}

/// Inserts a definition after the imports, with two blank lines around it.
fn define(context: &Context, missing: Option<TaskSet>, definition: &[String]) -> Option<Edit> {
    let code = context.file.code();
    let lines: Vec<&str> = definition.iter().map(String::as_str).collect();
    let mut edit = code.insert_block_after(code.tree().end_of_imports()?, &lines, 2)?;
    if let Some(set) = missing {
        edit.replacement.insert_str(0, &format!("{}{}", code.line_ending().repeat(2), set.definition()));
    }
    Some(edit)
}
