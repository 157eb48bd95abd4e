//! Edits that change the class of a mock.

use loopmend_catalog::{Role, entries_with};
use loopmend_core::{Edit, Span};
use loopmend_python::ast::{Alias, StmtImportFrom};
use loopmend_python::{Code, binds_name, span_of};

use loopmend_semantic::MisusedMock;

use crate::context::Context;

/// The maximum length of a message in characters.
const MAX_MESSAGE: usize = 100;

/// A message about the call of a mock, from the names of the function and of the callee. Long names are shown without the parts before the last.
pub(crate) fn message_about_call(
    found: &MisusedMock,
    function: &str,
    message: impl Fn(&str, &str) -> String,
) -> String {
    let called = found.callee_in_code();
    let last = |name: &str| name.rsplit('.').next().unwrap_or(name).to_owned();
    let texts = [
        message(function, &called),
        message(&last(function), &called),
        message(&last(function), &last(&called)),
    ];
    let fits = |text: &&String| text.chars().count() <= MAX_MESSAGE;
    texts.iter().find(fits).unwrap_or(&texts[2]).clone()
}

/// The edits that replace a class of `unittest.mock` with another one; `None` if the import of the class is not understood.
///
/// `class` is the span of the last part of the name.
pub(crate) fn replace_class(context: &Context, class: Span, by: &str) -> Option<Vec<Edit>> {
    let mut edits = vec![Edit::replacement(class, by)];
    let code = context.file.code();
    let name = code.slice(class);
    if code.mentions(class, name) > 0 {
        edits.extend(import(&code, by, Some(name))?);
    }
    Some(edits)
}

/// The name of a class of `unittest.mock` in the file, and the edits that import it if needed.
pub(crate) fn named_class(context: &Context, class: &str) -> Option<(String, Vec<Edit>)> {
    let code = context.file.code();
    if let Some(edits) = import(&code, class, None) {
        return Some((class.to_owned(), edits));
    }
    let mut imports = code.imports_from(&["unittest"]);
    imports.any(|import| binds_name(import, "mock")).then(|| (format!("mock.{class}"), Vec::new()))
}

/// The edits that import a class beside others of `unittest.mock`, or instead of one that is used only once.
fn import(code: &Code, class: &str, instead_of: Option<&str>) -> Option<Vec<Edit>> {
    let modules: Vec<&str> = entries_with(Role::MockLibrary).map(|known| &*known.name).collect();
    let imports: Vec<&StmtImportFrom> = code.imports_from(&modules).collect();
    if imports.iter().any(|import| binds_name(import, class)) {
        return Some(Vec::new());
    }
    let names = &imports.first()?.names;
    let is_needless = |alias: &&Alias| {
        let name = alias.name.as_str();
        alias.asname.is_none() && Some(name) == instead_of && code.mentions(code.whole(), name) == 2
    };
    if let Some(needless) = names.iter().find(is_needless) {
        return Some(vec![Edit::replacement(span_of(needless), class)]);
    }
    let first = names.first().filter(|first| first.name.as_str() != "*")?;
    Some(vec![Edit::insertion(span_of(first).start, format!("{class}, "))])
}
