use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use loopmend_core::{SourceKind, SourceText, Span};
use ruff_python_ast::{Expr, Mod, ModModule, PySourceType, Stmt};
use ruff_python_parser::{
    AsMode, ParseOptions, Parsed, parse_cells_unchecked, parse_expression, parse_unchecked,
};
use ruff_text_size::{Ranged, TextRange, TextSize};
use rustc_hash::FxHashMap;
use self_cell::self_cell;

use crate::cells::without_leading_indent;
use crate::nesting::{DEEPEST, is_too_deep, stack_for};
use crate::places::Places;

/// The minimum stack size that every call below has.
const RED_ZONE: usize = 128 * 1024;

self_cell!(
    /// The places of a tree, which keep the tree.
    struct OwnedPlaces {
        owner: Arc<Parsed<ModModule>>,
        #[covariant]
        dependent: Places,
    }
);

/// What was asked about all names and strings of a tree, since each rule with a finding asks it again.
#[derive(Default)]
pub(crate) struct Words {
    /// How often each name is written, those of attributes and keyword arguments too.
    pub(crate) names: OnceLock<FxHashMap<Box<str>, u32>>,
    /// By text, whether a name or a string contains it.
    pub(crate) contained: Mutex<FxHashMap<Box<str>, bool>>,
}

/// The syntax tree of one file. It exists while the file is lowered, and while a rule with a finding needs
/// it.
pub struct SyntaxTree {
    /// The parse result, present until the tree is dropped.
    parsed: Option<Arc<Parsed<ModModule>>>,
    /// The parents of the nodes, once enough places were searched.
    places: OnceLock<OwnedPlaces>,
    /// The number of nodes that searches for places visited so far.
    visited: AtomicUsize,
    /// What was asked about the names of the whole tree.
    pub(crate) words: Words,
    /// Why the text was not parsed. If set, the tree is that of an empty module.
    refusal: Option<String>,
    stack: usize,
}

impl SyntaxTree {
    /// Parses the valid parts of a text; a notebook is parsed cell by cell, and a cell that is indented as a whole as IPython reads it. A text
    /// that nests too deeply for the stack, or that makes the parser fail, is not parsed.
    pub fn parse(source: &SourceText) -> Self {
        let kind = kind_of(source);
        let options = ParseOptions::from(kind);
        let stack = stack_for(&source.text);
        let text = without_leading_indent(source);
        let parsed = match is_too_deep(&text, kind.as_mode()) {
            true => Err(format!("the file nests more than {DEEPEST} levels deep and is not read")),
            false => parse_caught(source, &text, &options, stack).ok_or_else(|| PARSER_FAILED.to_owned()),
        };
        let (parsed, refusal) = match parsed {
            Ok(parsed) => (parsed, None),
            Err(message) => (into_module(parse_unchecked("", options)), Some(message)),
        };
        Self::new(parsed, refusal, stack)
    }

    /// Parses one function of a file that is not a notebook, by its range from `def` or `async` on, without
    /// its decorators and enclosing code. Ranges refer to the file. Returns `None` if the parser fails.
    pub fn parse_function(source: &SourceText, function: Span) -> Option<Self> {
        let options = ParseOptions::from(kind_of(source));
        let stack = stack_for(source.text.get(function.as_range())?);
        let range = TextRange::new(TextSize::new(function.start), TextSize::new(function.end));
        let parsed = caught(stack, || parse_cells_unchecked(&source.text, [range], &options))?;
        Some(Self::new(parsed, None, stack))
    }

    fn new(parsed: Parsed<ModModule>, refusal: Option<String>, stack: usize) -> Self {
        let parsed = Some(Arc::new(parsed));
        Self {
            parsed,
            places: OnceLock::new(),
            visited: AtomicUsize::new(0),
            words: Words::default(),
            refusal,
            stack,
        }
    }

    /// Returns the parents of the nodes, if searches visited so many nodes that the parents cost less. Returns `None` for a tree with
    /// errors, in which nodes may lie outside of their parents.
    pub(crate) fn places(&self) -> Option<&Places<'_>> {
        let owner = self.parsed.as_ref().filter(|parsed| parsed.errors().is_empty())?;
        if self.places.get().is_none() && self.visited.load(Ordering::Relaxed) < self.length() {
            return None;
        }
        let places =
            self.places.get_or_init(|| OwnedPlaces::new(owner.clone(), |tree| Places::of(tree.syntax())));
        Some(places.borrow_dependent())
    }

    /// Counts nodes that the search for a place visited.
    pub(crate) fn count_visited(&self, nodes: usize) {
        self.visited.fetch_add(nodes, Ordering::Relaxed);
    }

    /// Returns the number of nodes that searches for places visited.
    #[cfg(test)]
    pub(crate) fn visited(&self) -> usize {
        self.visited.load(Ordering::Relaxed)
    }

    /// Returns the number of bytes from the first statement to the last.
    fn length(&self) -> usize {
        match self.module().body.as_slice() {
            [] => 0,
            [first, .., last] => (last.end() - first.start()).to_usize(),
            [only] => only.range().len().to_usize(),
        }
    }

    /// Returns whether the text has syntax errors or cannot be parsed.
    pub fn has_errors(&self) -> bool {
        self.refusal.is_some() || !self.parsed().errors().is_empty()
    }

    /// Returns the byte offset where the leading imports of the module end: after the docstring and
    /// comments, before any other statement. Returns `None` if there are none.
    pub fn end_of_imports(&self) -> Option<u32> {
        let is_docstring = |statement: &Stmt| matches!(statement, Stmt::Expr(expression) if expression.value.is_string_literal_expr());
        let head = self.module().body.iter().skip_while(|statement| is_docstring(statement));
        let imports = head.take_while(|statement| matches!(statement, Stmt::Import(_) | Stmt::ImportFrom(_)));
        imports.last().map(|last| last.range().end().to_u32())
    }

    /// Returns the parsed module.
    pub fn module(&self) -> &ModModule {
        self.parsed().syntax()
    }

    /// Returns the tree with its tokens and errors.
    pub fn parsed(&self) -> &Parsed<ModModule> {
        self.parsed.as_ref().expect("a tree is there until it is dropped")
    }

    /// Returns why the text was not parsed.
    pub fn refusal(&self) -> Option<&str> {
        self.refusal.as_deref()
    }
}

const PARSER_FAILED: &str = "the parser fails on this file, which is not read";

/// Returns the tree of the text for the parser; `None` if the parser panics, as on some notebooks with unmatched brackets.
fn parse_caught(
    source: &SourceText,
    text: &str,
    options: &ParseOptions,
    stack: usize,
) -> Option<Parsed<ModModule>> {
    let parse = || match source.cells.len() {
        0 | 1 => into_module(parse_unchecked(text, options.clone())),
        _ => parse_cells_unchecked(text, cell_ranges(source), options),
    };
    caught(stack, parse)
}

fn caught<R>(stack: usize, parse: impl FnOnce() -> R) -> Option<R> {
    catch_unwind(AssertUnwindSafe(|| with_stack(stack, parse))).ok()
}

fn kind_of(source: &SourceText) -> PySourceType {
    match source.kind {
        SourceKind::Python => PySourceType::Python,
        SourceKind::Stub => PySourceType::Stub,
        SourceKind::Notebook => PySourceType::Ipynb,
    }
}

fn into_module(parsed: Parsed<Mod>) -> Parsed<ModModule> {
    parsed.try_into_module().expect("a source type parses into a module")
}

/// Converts a range of the syntax tree to a span.
pub fn span(range: TextRange) -> Span {
    Span::new(range.start().to_u32(), range.end().to_u32())
}

/// Returns the span of a node.
pub fn span_of(node: &impl Ranged) -> Span {
    span(node.range())
}

/// Returns a name, or the last part of a dotted name.
pub fn last_name(expression: &Expr) -> Option<&str> {
    match expression {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}

/// Returns the parts of a name or dotted name.
pub fn dotted_parts(mut expression: &Expr) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    while let Expr::Attribute(attribute) = expression {
        parts.push(attribute.attr.as_str());
        expression = &attribute.value;
    }
    parts.push(expression.as_name_expr()?.id.as_str());
    parts.reverse();
    Some(parts)
}

/// Returns whether the code after a statement in its block is not reached from it.
pub fn jumps(statement: &Stmt) -> bool {
    matches!(statement, Stmt::Return(_) | Stmt::Raise(_) | Stmt::Continue(_) | Stmt::Break(_))
}

/// Returns whether a value assigned to a target is unpacked.
pub fn is_unpacking(target: &Expr) -> bool {
    matches!(target, Expr::Tuple(_) | Expr::List(_))
}

impl Drop for SyntaxTree {
    fn drop(&mut self) {
        let (parsed, places) = (self.parsed.take(), self.places.take());
        with_stack(self.stack, || drop((parsed, places)));
    }
}

/// Parses a string annotation and passes it to `lower`; `None` if it is not an expression.
pub fn with_annotation<R>(text: &str, lower: impl FnOnce(&Expr) -> R) -> Option<R> {
    if text.len() >= DEEPEST {
        return None;
    }
    with_stack(stack_for(text), || {
        let parsed = parse_expression(text).ok()?;
        Some(lower(parsed.expr()))
    })
}

/// Runs `work` with this stack size.
fn with_stack<R>(stack: usize, work: impl FnOnce() -> R) -> R {
    let needed = stack + RED_ZONE;
    stacker::maybe_grow(needed, needed, work)
}

/// Returns each cell without the line ending that separates it from the next.
fn cell_ranges(source: &SourceText) -> impl Iterator<Item = TextRange> {
    let end = source.text.len() as u32;
    let starts = source.cells.iter().map(|(start, _)| *start);
    let ends = source.cells.iter().skip(1).map(|(start, _)| start - 1).chain([end]);
    starts.zip(ends).map(|(start, end)| TextRange::new(TextSize::new(start), TextSize::new(end)))
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText, Span};
    use ruff_python_ast::AnyNodeRef;
    use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
    use ruff_text_size::Ranged;

    use super::SyntaxTree;

    /// The kinds and ranges of the nodes of the function `f`.
    #[derive(Default)]
    struct Nodes {
        outer: usize,
        found: Vec<String>,
    }

    impl<'a> SourceOrderVisitor<'a> for Nodes {
        fn enter_node(&mut self, node: AnyNodeRef<'a>) -> TraversalSignal {
            let is_function = matches!(node, AnyNodeRef::StmtFunctionDef(it) if it.name.as_str() == "f");
            self.outer += usize::from(is_function);
            if self.outer > 0 {
                self.found.push(format!("{:?} {:?}", node.kind(), node.range()));
            }
            TraversalSignal::Traverse
        }

        fn leave_node(&mut self, node: AnyNodeRef<'a>) {
            let is_function = matches!(node, AnyNodeRef::StmtFunctionDef(it) if it.name.as_str() == "f");
            self.outer -= usize::from(is_function);
        }
    }

    fn nodes_of_f(tree: &SyntaxTree) -> Vec<String> {
        let mut nodes = Nodes::default();
        nodes.visit_body(&tree.module().body);
        nodes.found
    }

    #[test]
    fn a_function_alone_is_parsed_as_in_its_file() {
        let texts = [
            ("async def f(a=1):\n    await a", "async def", "await a"),
            ("import é\n\nasync def f(a=1):\n    await a\n\nx = 1\n", "async def", "await a"),
            (
                "class C(x):\n\n    a = 1\n\n    def f(self):\n        return self\n    b = 2\n",
                "def f",
                "return self",
            ),
            ("class C:\r\n\tclass D:\r\n\t\tdef f(self):\r\n\t\t\tpass\r\n", "def f", "pass"),
            (
                "if x:\n  def f():\n    if y:\n   # y\n        g(\n1)\n    \"\"\"\n\"\"\"\n",
                "def f",
                "\n\"\"\"",
            ),
        ];
        for (text, begin, end) in texts {
            let source = SourceText::new(text, SourceKind::Python);
            let start = text.find(begin).unwrap();
            let end = start + text[start..].find(end).unwrap() + end.len();
            let function = Span::new(start as u32, end as u32);
            let alone = nodes_of_f(&SyntaxTree::parse_function(&source, function).unwrap());
            assert!(!alone.is_empty(), "{text}");
            assert_eq!(alone, nodes_of_f(&SyntaxTree::parse(&source)), "{text}");
        }
    }
}
