//! Edits that import a module.

use loopmend_catalog::Role;
use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_python::{binds_name, span_of};
use loopmend_semantic::{Call, File, GlobalName, MarkPrefix};

use crate::context::Context;
use crate::detectors::import_place;
use crate::detectors::import_place::ImportPlace;

/// The edits that bind `name` to the module of this name in the whole file; `None` if the name means something else.
pub(crate) fn import_module(context: &Context, name: &str) -> Option<Vec<Edit>> {
    import_module_in(context.file, name)
}

/// The name of a module in the whole file, with the edits that import it if needed; `None` if its name means something else.
pub(crate) fn named_module(context: &Context, module: &str) -> Option<(String, Vec<Edit>)> {
    match context.file.name_of_module(module) {
        Some(name) => Some((name.to_owned(), Vec::new())),
        None => Some((module.to_owned(), import_module(context, module)?)),
    }
}

/// The prefix of marks in the file, `pytest.mark` or another name, with the edits that import it if needed.
pub(crate) fn named_marks(context: &Context) -> Option<(String, Vec<Edit>)> {
    match context.file.mark_prefix() {
        MarkPrefix::Bound(prefix, _) => Some((prefix, Vec::new())),
        MarkPrefix::Unbound => Some(("pytest.mark".to_owned(), import_module(context, "pytest")?)),
    }
}

/// As [`import_module`], for another file than the one under inspection.
pub(crate) fn import_module_in(file: &File, name: &str) -> Option<Vec<Edit>> {
    if file.imports_module(name) {
        return Some(Vec::new());
    }
    if file.global_name(name) != GlobalName::Free {
        return None;
    }
    // A file that uses another event loop library may run without one of asyncio.
    if name == "asyncio" && Role::OtherCoroutineRunner.names().iter().any(|other| file.code().has_word(other))
    {
        return None;
    }
    Some(vec![insert_import(file, name, &format!("import {name}"))?])
}

/// The edits that bind `name` to what a module of the package `loopmend` defines; `None` if the name means something else in the file
/// or in a function around a call.
pub(crate) fn import_helper(context: &Context, call: &Call, module: &str, name: &str) -> Option<Vec<Edit>> {
    let file = &context.file;
    if file.is_bound_in_functions_around(call, name) {
        return None;
    }
    let code = file.code();
    if code.imports_from(&[module]).any(|import| binds_name(import, name)) {
        return Some(Vec::new());
    }
    if file.global_name(name) != GlobalName::Free {
        return None;
    }
    Some(vec![insert_import(file, module, &format!("from {module} import {name}"))?])
}

/// Removes a mark that stands alone on its line; `mark` is its span without the `@`.
pub(crate) fn take_mark_away(context: &Context, mark: Span, applicability: Applicability) -> Option<Fix> {
    let edit = context.file.code().remove_decorator(mark)?;
    Some(Fix::new("remove the mark", applicability, vec![edit]))
}

/// The edit that adds an import of a module.
fn insert_import(file: &File, module: &str, import: &str) -> Option<Edit> {
    let code = file.code();
    let ending = code.line_ending();
    // Only a notebook cell is indented as a whole.
    let before = |start: u32, endings: usize| {
        let indentation = code.indentation(start)?;
        Some(Edit::insertion(start, format!("{import}{}{indentation}", ending.repeat(endings))))
    };
    match import_place::import_place(file, module)? {
        ImportPlace::Before(start) => before(start, 1),
        ImportPlace::BlockBefore(start) => before(start, 2),
        ImportPlace::Head(start) => before(start, 3),
        ImportPlace::Behind(end) => {
            let ahead = code.body().iter().find(|statement| span_of(*statement).end == end);
            let indentation = ahead.and_then(|statement| code.indentation(span_of(statement).start));
            code.insert_after(end, indentation.unwrap_or_default(), &[import])
        }
        ImportPlace::BlockBehind(end) => code.insert_block_after(end, &[import], 1),
    }
}

/// As [`import_module`], for a call; `None` if an enclosing function binds the name too.
pub(crate) fn import_module_for(context: &Context, call: &Call, name: &str) -> Option<Vec<Edit>> {
    let is_hidden = context.file.is_bound_in_functions_around(call, name);
    if is_hidden { None } else { import_module(context, name) }
}

/// The event loop library that advice for a file names: the only one that the file imports, else `asyncio`.
pub(crate) fn library_of_file(file: &File) -> &'static str {
    let code = file.code();
    let is_imported =
        |library: &&&str| file.imports_module(library) || code.imports_from(&[**library]).next().is_some();
    match Role::HasAsyncLocks.names().iter().filter(is_imported).collect::<Vec<_>>()[..] {
        [only] => only,
        _ => "asyncio",
    }
}

/// The event loop library that a fix of a call uses, with the edits that import it: `asyncio`, or `anyio` in a file that imports
/// only `anyio`.
pub(crate) fn loop_library(context: &Context, call: &Call) -> Option<(&'static str, Vec<Edit>)> {
    const ANYIO: &str = "anyio";
    if let Some(edits) = import_module_for(context, call, "asyncio") {
        return Some(("asyncio", edits));
    }
    let is_anyio =
        context.file.imports_module(ANYIO) && !context.file.is_bound_in_functions_around(call, ANYIO);
    is_anyio.then(|| (ANYIO, Vec::new()))
}
