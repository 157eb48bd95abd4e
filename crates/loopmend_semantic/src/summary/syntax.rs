use loopmend_core::{SourceKind, SourceText};
use ruff_python_ast::{ModModule, PySourceType, Stmt};
use ruff_python_parser::{ParseOptions, Parsed, parse_cells_unchecked, parse_unchecked};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// The syntax tree of one file. It lives while the file is lowered, and while a rule that found
/// something asks for it.
pub struct SyntaxTree {
    pub(super) parsed: Parsed<ModModule>,
}

impl SyntaxTree {
    /// Parses a text as far as it is Python; a notebook cell by cell.
    pub fn parse(source: &SourceText) -> Self {
        let kind = match source.kind {
            SourceKind::Python => PySourceType::Python,
            SourceKind::Stub => PySourceType::Stub,
            SourceKind::Notebook => PySourceType::Ipynb,
        };
        let options = ParseOptions::from(kind);
        let parsed = if source.cells.len() > 1 {
            parse_cells_unchecked(&source.text, cell_ranges(source), &options)
        } else {
            let parsed = parse_unchecked(&source.text, options);
            parsed.try_into_module().expect("a source type parses into a module")
        };
        Self { parsed }
    }

    /// Where the imports at the head of the module end, a byte offset: after the docstring and comments,
    /// before any other statement. `None` without one.
    pub fn end_of_imports(&self) -> Option<u32> {
        let is_docstring = |statement: &Stmt| {
            matches!(statement, Stmt::Expr(expression) if expression.value.is_string_literal_expr())
        };
        let head = self.module().body.iter().skip_while(|statement| is_docstring(statement));
        let imports = head.take_while(|statement| matches!(statement, Stmt::Import(_) | Stmt::ImportFrom(_)));
        imports.last().map(|last| last.range().end().to_u32())
    }

    /// The statements of the module.
    pub fn module(&self) -> &ModModule {
        self.parsed.syntax()
    }
}

/// Each cell without the line ending that separates it from the next.
fn cell_ranges(source: &SourceText) -> impl Iterator<Item = TextRange> {
    let end = source.text.len() as u32;
    let starts = source.cells.iter().map(|(start, _)| *start);
    let ends = source.cells.iter().skip(1).map(|(start, _)| start - 1).chain([end]);
    starts.zip(ends).map(|(start, end)| TextRange::new(TextSize::new(start), TextSize::new(end)))
}
