//! Texts for the tests of detectors.

use loopmend_core::{SourceKind, SourceText, Span};
use loopmend_python::SyntaxTree;

/// Returns the tree of a text.
pub(crate) fn parsed(text: &str) -> SyntaxTree {
    SyntaxTree::parse(&SourceText::new(text, SourceKind::Python))
}

/// Returns the range of `f()` in a text.
pub(crate) fn place_of_f(text: &str) -> Span {
    let start = text.find("f()").expect("the text calls f") as u32;
    Span::new(start, start + 3)
}

/// Returns an `async def` with a body.
pub(crate) fn function_of(body: &str) -> String {
    format!("async def main(a, b):\n    {}\n", body.replace('\n', "\n    "))
}
