//! Notebook cells as IPython reads them.

use std::borrow::Cow;
use std::ops::Range;

use loopmend_core::SourceText;

/// Resets the indentation of a line (docs.python.org/3/reference/lexical_analysis.html#indentation).
const FORM_FEED: u8 = b'\x0c';

/// Returns the text for the parser, with the offsets of the source. IPython removes the indentation of the first line of a cell from each
/// line that has it (`leading_indent` of github.com/ipython/ipython/blob/8.12.0/IPython/core/inputtransformer2.py). Here a form feed
/// replaces its last character.
pub(crate) fn without_leading_indent(source: &SourceText) -> Cow<'_, str> {
    let ends: Vec<usize> = cells(source).flat_map(|cell| ends_of_indentation(&source.text, cell)).collect();
    if ends.is_empty() {
        return Cow::Borrowed(&source.text);
    }
    let mut bytes = source.text.clone().into_bytes();
    for end in ends {
        bytes[end - 1] = FORM_FEED;
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(&source.text), Cow::Owned)
}

fn cells(source: &SourceText) -> impl Iterator<Item = Range<usize>> {
    let starts = source.cells.iter().map(|(start, _)| *start as usize);
    let ends = starts.clone().skip(1).chain([source.text.len()]);
    starts.zip(ends).map(|(start, end)| start..end)
}

/// Returns where the indentation of the first line of a cell ends in each line that has it. Magics such as `%%time` run the lines after them
/// as a cell.
fn ends_of_indentation(text: &str, cell: Range<usize>) -> Vec<usize> {
    let Some(mut written) = text.get(cell.clone()) else { return Vec::new() };
    let mut first = first_line(written);
    while first.starts_with("%%") {
        let end = first.as_ptr() as usize + first.len() - written.as_ptr() as usize;
        written = &written[end..];
        first = first_line(written);
    }
    let indentation = &first[..first.len() - first.trim_start_matches([' ', '\t']).len()];
    if indentation.is_empty() {
        return Vec::new();
    }
    let mut start = cell.end - written.len();
    let mut ends = Vec::new();
    for line in written.split_inclusive('\n') {
        ends.extend(line.starts_with(indentation).then_some(start + indentation.len()));
        start += line.len();
    }
    ends
}

/// Returns the first line that is not empty.
fn first_line(text: &str) -> &str {
    text.split_inclusive('\n').find(|line| !line.trim().is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText};

    use super::without_leading_indent;

    /// Returns the text of one cell for the parser, with `^` for form feeds.
    fn read(cell: &str) -> String {
        let cells = vec![(0, 1)];
        let source = SourceText { text: cell.to_owned(), kind: SourceKind::Notebook, cells };
        without_leading_indent(&source).replace('\x0c', "^")
    }

    #[test]
    fn each_line_loses_the_indentation_of_the_first_one() {
        let cases = [
            ("x = 1\n  y = 2\n", "x = 1\n  y = 2\n"),
            ("  x = 1\n  if x:\n    y = 2\n\n  z = 3\n", " ^x = 1\n ^if x:\n ^  y = 2\n\n ^z = 3\n"),
            ("\n  \n  x = 1\ny = 2\n   z\n", "\n ^\n ^x = 1\ny = 2\n ^ z\n"),
            ("\tx = 1\n        y = 2\n", "^x = 1\n        y = 2\n"),
            ("    x = 1\n  y = 2\n", "   ^x = 1\n  y = 2\n"),
            ("%%time\n\n%%capture\n  x = 1\n  y = 2\n", "%%time\n\n%%capture\n ^x = 1\n ^y = 2\n"),
            ("%%time\n", "%%time\n"),
        ];
        for (cell, expected) in cases {
            assert_eq!(read(cell), expected, "{cell}");
        }
    }

    #[test]
    fn each_cell_has_an_indentation_of_its_own() {
        let text = "x\n  y\n  z\n";
        let of = |cells| SourceText { text: text.to_owned(), kind: SourceKind::Notebook, cells };
        assert_eq!(without_leading_indent(&of(vec![(0, 1), (2, 2)])), "x\n \x0cy\n \x0cz\n");
        assert_eq!(without_leading_indent(&of(vec![(0, 1)])), text);
        assert_eq!(without_leading_indent(&SourceText::new("  x\n", SourceKind::Python)), "  x\n");
    }
}
