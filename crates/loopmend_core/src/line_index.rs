use memchr::memchr2_iter;

/// A place as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters (Unicode scalar values).
    pub column: u32,
}

/// The line starts of one text. Lines end at `\n`, `\r\n` or a lone `\r`, as in Python.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// Then a column is a difference of offsets, however long the line is.
    is_ascii: bool,
}

impl LineIndex {
    /// Reads the line starts of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        let is_end = |index: &usize| bytes[*index] == b'\n' || bytes.get(index + 1) != Some(&b'\n');
        starts.extend(memchr2_iter(b'\n', b'\r', bytes).filter(is_end).map(|index| index as u32 + 1));
        Self { starts, is_ascii: text.is_ascii() }
    }

    /// How many lines there are; a text that ends with a line ending has an empty last line.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// The line (from 1) of a byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| *start <= offset) as u32
    }

    /// The byte offset at which `line` (from 1) starts; the end of the text for a line past the last.
    pub fn line_start(&self, line: u32, text: &str) -> u32 {
        self.starts.get(line.saturating_sub(1) as usize).copied().unwrap_or(text.len() as u32)
    }

    /// The text of `line` (from 1) without its line ending.
    pub fn line_text<'t>(&self, line: u32, text: &'t str) -> &'t str {
        let start = self.line_start(line, text) as usize;
        let end = self.line_start(line + 1, text) as usize;
        text.get(start..end).unwrap_or_default().trim_end_matches(['\r', '\n'])
    }

    /// The line and column of a byte offset into `text`, the text this index was made from.
    pub fn line_column(&self, offset: u32, text: &str) -> LineColumn {
        let line = self.line(offset);
        let start = self.line_start(line, text) as usize;
        let before = text.get(start..(offset as usize).min(text.len())).unwrap_or_default();
        let characters = if self.is_ascii { before.len() } else { before.chars().count() };
        LineColumn { line, column: characters as u32 + 1 }
    }

    /// The byte offset of a place; `None` where the text has no such line or column.
    pub fn offset(&self, place: LineColumn, text: &str) -> Option<u32> {
        let start = *self.starts.get(place.line.checked_sub(1)? as usize)? as usize;
        let column = place.column.checked_sub(1)? as usize;
        let rest = text.get(start..)?;
        let mut indices = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
        indices.nth(column).map(|at| (start + at) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::{LineColumn, LineIndex};

    #[test]
    fn columns_count_characters_and_lines_end_like_python_lines() {
        let text = "é = 1\r\nb\rc\n";
        let index = LineIndex::new(text);
        assert_eq!(index.line_count(), 4);
        assert_eq!(index.line_column(3, text), LineColumn { line: 1, column: 3 });
        assert_eq!(index.line_column(8, text), LineColumn { line: 2, column: 1 });
        assert_eq!(index.line_column(10, text), LineColumn { line: 3, column: 1 });
        assert_eq!(index.line_text(1, text), "é = 1");
        assert_eq!(index.offset(LineColumn { line: 1, column: 3 }, text), Some(3));
        assert_eq!(index.offset(LineColumn { line: 9, column: 1 }, text), None);
    }
}
