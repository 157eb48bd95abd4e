//! Edits that change the class of a mock.

use loopmend_core::{Edit, Span};
use loopmend_semantic::{ImportFrom, ImportedName};

use crate::context::Context;
use crate::edits::count_name;

/// The edits that replace a class of `unittest.mock` with another one; `None` if the import of the class is not understood.
///
/// `class` is the span of the last part of the name.
pub(crate) fn replace_class(context: &Context, class: Span, by: &str) -> Option<Vec<Edit>> {
    let mut edits = vec![Edit::replacement(class, by)];
    if !context.file.text()[..class.start as usize].ends_with('.') {
        edits.extend(import(context, by, Some(context.file.slice(class)))?);
    }
    Some(edits)
}

/// The name of a class of `unittest.mock` in the file, and the edits that import it if needed.
pub(crate) fn named_class(context: &Context, class: &str) -> Option<(String, Vec<Edit>)> {
    if let Some(edits) = import(context, class, None) {
        return Some((class.to_owned(), edits));
    }
    let is_module = |import: &ImportFrom| import.module == "unittest" && has(import, "mock");
    context.file.imports_from().iter().any(is_module).then(|| (format!("mock.{class}"), Vec::new()))
}

/// The edits that import a class beside others of `unittest.mock`, or instead of one that is used only once.
fn import(context: &Context, class: &str, instead_of: Option<&str>) -> Option<Vec<Edit>> {
    let mut imports = context.file.imports_from();
    imports.retain(|import| matches!(import.module.as_str(), "unittest.mock" | "mock"));
    if imports.iter().any(|import| has(import, class)) {
        return Some(Vec::new());
    }
    let names = &imports.first()?.names;
    let is_needless = |name: &&ImportedName| {
        !name.is_renamed
            && Some(name.name.as_str()) == instead_of
            && count_name(context.file.text(), &name.name) == 2
    };
    if let Some(needless) = names.iter().find(is_needless) {
        return Some(vec![Edit::replacement(needless.span, class)]);
    }
    let first = names.first().filter(|first| first.name != "*")?;
    Some(vec![Edit::insertion(first.span.start, format!("{class}, "))])
}

fn has(import: &ImportFrom, name: &str) -> bool {
    import.names.iter().any(|imported| imported.name == name && !imported.is_renamed)
}
