//! The `from … import …` statements at the top of a file, for edits.

use loopmend_core::Span;
use ruff_python_ast::Stmt;
use ruff_text_size::Ranged;

use crate::file::File;
use crate::summary::span;

/// A `from module import name` at the top of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportFrom {
    /// The module, as it is written; empty for `from . import name`.
    pub module: String,
    /// What is imported, in order; one named `*` for all.
    pub names: Vec<ImportedName>,
}

/// A name of such a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedName {
    /// What it is called in the module.
    pub name: String,
    /// Whether it has another name in the file.
    pub is_renamed: bool,
    /// Where it stands, with its other name.
    pub span: Span,
}

impl File<'_> {
    /// The `from … import …` statements at the top of the file, in order; of a relative one the module has no points.
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
