//! Byte offsets as the lines, columns and notebook cells that people count.

use loopmend_core::{LineColumn, LineIndex, SourceText, Span};
use rustc_hash::FxHashMap;

use crate::style::printable;

/// A place as people count it: inside its cell, for a notebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    /// The line, from 1.
    pub(crate) line: u32,
    /// The column, from 1, in characters.
    pub(crate) column: u32,
}

/// A span as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    /// The number of the cell in which it starts, from 1, in a notebook.
    pub(crate) cell: Option<u32>,
    /// The first character.
    pub(crate) start: Position,
    /// The place after the last character.
    pub(crate) end: Position,
}

impl Range {
    /// Where a file as a whole is pointed to, or its text is not known.
    const START_OF_FILE: Range =
        Range { cell: None, start: Position { line: 1, column: 1 }, end: Position { line: 1, column: 1 } };

    /// `path:line:column`, in a notebook `path:cell 3:line:column`.
    pub(crate) fn located(&self, path: &str) -> String {
        let Position { line, column } = self.start;
        let path = printable(path);
        match self.cell {
            Some(cell) => format!("{path}:cell {cell}:{line}:{column}"),
            None => format!("{path}:{line}:{column}"),
        }
    }
}

/// The texts that diagnostics point to, by shown path, with their line starts.
pub(crate) struct Sources<'a> {
    files: FxHashMap<&'a str, Source<'a>>,
}

/// One text.
pub(crate) struct Source<'a> {
    /// The text with its cells.
    pub(crate) source: &'a SourceText,
    /// Its line starts.
    pub(crate) lines: LineIndex,
}

impl<'a> Sources<'a> {
    /// Reads the line starts of all texts.
    pub(crate) fn new(texts: &'a FxHashMap<String, SourceText>) -> Self {
        let indexed = |(path, source): (&'a String, &'a SourceText)| {
            (path.as_str(), Source { source, lines: LineIndex::new(&source.text) })
        };
        Self { files: texts.iter().map(indexed).collect() }
    }

    /// The text of one file alone.
    pub(crate) fn of_file(texts: &'a FxHashMap<String, SourceText>, path: &str) -> Self {
        let indexed = |(path, source): (&'a String, &'a SourceText)| {
            (path.as_str(), Source { source, lines: LineIndex::new(&source.text) })
        };
        Self { files: texts.get_key_value(path).map(indexed).into_iter().collect() }
    }

    /// The text of a file.
    pub(crate) fn get(&self, path: &str) -> Option<&Source<'a>> {
        self.files.get(path)
    }

    /// The span of a file as people count it.
    pub(crate) fn range(&self, path: &str, span: Span) -> Range {
        self.get(path).map_or(Range::START_OF_FILE, |source| source.range(span))
    }

    /// The text of the line a span starts on, trimmed, of a long one its beginning; empty when the text is not known.
    pub(crate) fn first_line(&self, path: &str, span: Span) -> &str {
        const MOST: usize = 2000;
        let Some(source) = self.get(path) else { return "" };
        let line = source.lines.line_text(source.lines.line(span.start), &source.source.text);
        line[..line.floor_char_boundary(MOST)].trim()
    }
}

impl Source<'_> {
    /// The span as people count it.
    pub(crate) fn range(&self, span: Span) -> Range {
        let cell = self.source.cell(span.start);
        let lines_before = cell.map_or(0, |(_, start)| self.lines.line(start) - 1);
        let position = |offset| {
            let LineColumn { line, column } = self.lines.line_column(offset, &self.source.text);
            Position { line: line.saturating_sub(lines_before).max(1), column }
        };
        Range { cell: cell.map(|(number, _)| number), start: position(span.start), end: position(span.end) }
    }

    /// The lines a finding touches as git counts them: those that end at a line feed.
    pub(crate) fn lines_by_line_feed(&self, span: Span) -> (u32, u32) {
        let bytes = self.source.text.as_bytes();
        let line = |offset: u32| {
            let before = &bytes[..(offset as usize).min(bytes.len())];
            before.iter().filter(|byte| **byte == b'\n').count() as u32 + 1
        };
        (line(span.start), line(span.end.max(span.start + 1) - 1))
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText, Span};
    use rustc_hash::FxHashMap;

    use super::Sources;

    #[test]
    fn a_place_in_a_notebook_counts_from_its_cell() {
        let text = SourceText {
            text: "import a\nb\nx = 1\ny = 2\n".to_owned(),
            kind: SourceKind::Notebook,
            cells: vec![(0, 1), (11, 3)],
        };
        let texts = FxHashMap::from_iter([("nb.ipynb".to_owned(), text)]);
        let sources = Sources::new(&texts);
        let range = sources.range("nb.ipynb", Span::new(21, 22));
        assert_eq!(range.located("nb.ipynb"), "nb.ipynb:cell 3:2:5");
        assert_eq!(sources.range("nb.ipynb", Span::new(9, 10)).located("nb.ipynb"), "nb.ipynb:cell 1:2:1");
    }

    #[test]
    fn git_does_not_see_a_lone_carriage_return() {
        let text = SourceText::new("a\rb\r\nc\n", SourceKind::Python);
        let texts = FxHashMap::from_iter([("a.py".to_owned(), text)]);
        let sources = Sources::new(&texts);
        let source = sources.get("a.py").unwrap();
        assert_eq!(source.lines_by_line_feed(Span::new(2, 3)), (1, 1));
        assert_eq!(source.lines_by_line_feed(Span::new(2, 6)), (1, 2));
        assert_eq!(source.lines_by_line_feed(Span::new(7, 7)), (3, 3));
    }
}
