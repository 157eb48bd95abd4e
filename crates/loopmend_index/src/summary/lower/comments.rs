//! Collects the parts of a module that are not code: comments that may suppress a diagnostic, and syntax
//! errors.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use loopmend_core::{SourceText, Span};
use loopmend_python::ast::token::TokenKind;
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{ParseError, SyntaxTree, span};
use memchr::{memchr_iter, memchr3};

use super::super::{Comment, ParserReport, SyntaxError};

static MARKS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::new(["loopmend:", "noqa", "NOQA", "NoQA", "NoQa", "type:", "ty:", "pyright:", "ruff:"])
        .expect("a handful of short patterns is no automaton too large")
});

/// Returns the comments that may suppress a diagnostic. The rules define their grammar.
pub(super) fn suppression_comments(text: &str, tree: &SyntaxTree) -> Vec<Comment> {
    let has_mark = |text: &str| {
        // One of these is in every mark.
        memchr3(b':', b'q', b'Q', text.as_bytes()).is_some() && MARKS.is_match(text)
    };
    // Few lines have one; a comment begins with `#` and ends with its line.
    let starts = memchr_iter(b'#', text.as_bytes());
    let (mut end_of_line, mut is_marked) = (0, false);
    let marked = starts.filter(|start| {
        if *start >= end_of_line {
            let rest = text[*start..].split('\n').next().unwrap_or_default();
            (end_of_line, is_marked) = (start + rest.len(), has_mark(rest));
        }
        is_marked
    });
    let ranges = marked.filter_map(|start| comment_at(tree, start));
    let comments = ranges.filter(|range| has_mark(&text[*range])).map(|range| {
        let before = &text[..range.start().to_usize()];
        let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
        Comment { span: span(range), text: text[range].to_owned(), own_line: line.trim().is_empty() }
    });
    comments.collect()
}

/// Returns the comment that starts at a byte offset. A `#` may also be in a string or in another comment.
fn comment_at(tree: &SyntaxTree, start: usize) -> Option<TextRange> {
    let start = TextSize::try_from(start).ok()?;
    let mut tokens = tree.parsed().tokens().at_offset(start);
    let token = tokens.find(|token| token.kind() == TokenKind::Comment && token.start() == start)?;
    Some(token.range())
}

/// The maximum number of syntax errors for one file. A file that is not Python has thousands.
const MOST_SYNTAX_ERRORS: usize = 50;

/// Returns the syntax errors. Of a notebook, each broken cell has one at least.
pub(super) fn syntax_errors(source: &SourceText, tree: &SyntaxTree) -> Vec<SyntaxError> {
    let errors = tree.parsed().errors();
    let (told, rest) = errors.split_at(errors.len().min(MOST_SYNTAX_ERRORS));
    let refusal = tree
        .refusal()
        .map(|reason| SyntaxError { span: Span::empty(0), report: ParserReport::Refusal(reason.to_owned()) });
    let at = |error: &ParseError, report| SyntaxError { span: span(error.location), report };
    let error_of = |error: &ParseError| at(error, ParserReport::Error(error.error.to_string()));
    let cell_of = |error: &ParseError| source.cell(span(error.location).start);
    let mut found: Vec<SyntaxError> = refusal.into_iter().chain(told.iter().map(error_of)).collect();
    let mut last_cell = told.last().and_then(cell_of);
    for of_cell in rest.chunk_by(|one, other| cell_of(one) == cell_of(other)) {
        let is_told = cell_of(&of_cell[0]) == last_cell;
        last_cell = cell_of(&of_cell[0]);
        let others = if is_told { of_cell } else { &of_cell[1..] };
        found.extend((!is_told).then(|| error_of(&of_cell[0])));
        found.extend(others.first().map(|first| at(first, ParserReport::Others(others.len()))));
    }
    found
}
