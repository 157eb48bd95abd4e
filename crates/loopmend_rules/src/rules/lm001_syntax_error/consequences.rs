//! Syntax errors that only follow from earlier ones.

use loopmend_index::summary::{ParserReport, SyntaxError};
use loopmend_semantic::File;

/// Parts of the messages of the parser where a statement before the place is broken, in lower case.
const CONSEQUENCES: [&str; 3] = ["expected a statement", "unexpected indentation", "unindent does not match"];

/// The beginnings of lines that continue a statement of the lines before.
const CONTINUATIONS: [&str; 7] = ["except", "finally", "else", "elif", ")", "]", "}"];

/// The beginnings of statements that the parser reads anew, whatever stands before them.
const DEFINITIONS: [&str; 4] = ["def ", "class ", "async def ", "@"];

/// Returns the syntax errors of a file, without those that follow from an earlier error of the same cell: on the same line, or at a statement
/// that is no more than the rest of a broken one.
pub(crate) fn without_consequences<'e>(file: &File<'e>) -> Vec<&'e SyntaxError> {
    let text = file.text();
    let mut kept = Vec::new();
    let mut last: Option<(usize, (usize, Option<u32>))> = None;
    for error in file.syntax_errors() {
        let line = line_at(text, error.span.start as usize);
        let part = (part_around(text, line), file.number_of_cell(error.span.start));
        let follows = matches!(&error.report, ParserReport::Error(sentence) if tells_consequence(sentence));
        let is_consequence =
            last.is_some_and(|(of_line, of_part)| of_line == line || of_part == part && follows);
        last = Some((line, part));
        if !is_consequence || matches!(error.report, ParserReport::Others(_)) {
            kept.push(error);
        }
    }
    kept
}

fn tells_consequence(sentence: &str) -> bool {
    let sentence = sentence.to_ascii_lowercase();
    CONSEQUENCES.iter().any(|part| sentence.contains(part))
}

/// Returns the start of the line at a place.
fn line_at(text: &str, place: usize) -> usize {
    let before = text.as_bytes().get(..place).unwrap_or_default();
    before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1)
}

/// Returns the start of the function, class or top-level statement that a line belongs to.
fn part_around(text: &str, mut line: usize) -> usize {
    while line > 0 && !starts_part(text.get(line..).unwrap_or_default()) {
        line = line_at(text, line - 1);
    }
    line
}

fn starts_part(line: &str) -> bool {
    let written = line.trim_start_matches([' ', '\t']);
    let is_at_top = written.len() == line.len() && !written.starts_with(['\n', '\r', '#']);
    let starts = |words: &[&str]| words.iter().any(|word| written.starts_with(word));
    starts(&DEFINITIONS) || is_at_top && !starts(&CONTINUATIONS)
}
