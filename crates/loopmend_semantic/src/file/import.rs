//! The `from … import …` statements at the top level of a file, for edits.

use loopmend_core::Span;
use ruff_python_ast::Stmt;
use ruff_text_size::Ranged;

use crate::file::File;
use crate::summary::span;

/// A `from module import name` statement at the top level of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFrom {
    /// The module as written; empty for `from . import name`.
    pub module: String,
    /// The imported names, in order; a single `*` for a star import.
    pub names: Vec<ImportedName>,
}

/// A name in a `from … import …` statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedName {
    /// The name in the imported module.
    pub name: String,
    /// Whether the name is bound to an alias (`as`).
    pub is_renamed: bool,
    /// The range of the name, including its alias.
    pub span: Span,
}

impl File<'_> {
    /// Returns the `from … import …` statements at the top level of the file, in order. The module of a
    /// relative import has no leading dots.
    pub fn imports_from(&self) -> Vec<ImportFrom> {
        let statements = self.tree().module().body.iter().filter_map(|statement| match statement {
            Stmt::ImportFrom(import) => Some(import),
            _ => None,
        });
        let import = statements.map(|import| ImportFrom {
            module: import.module.as_deref().unwrap_or_default().to_owned(),
            names: import
                .names
                .iter()
                .map(|alias| ImportedName {
                    name: alias.name.to_string(),
                    is_renamed: alias.asname.is_some(),
                    span: span(alias.range()),
                })
                .collect(),
        });
        import.collect()
    }
}
