//! Lines that fixes make longer than the formatter of the project allows.

use std::rc::Rc;

use loopmend_core::{Edit, SourceText};
use loopmend_python::{Code, SyntaxTree};
use rustc_hash::FxHashSet;

/// Returns the breaks of the lines of the new text that are longer than `width` and that the old text does not have.
pub(super) fn breaks(before: &str, after: &SourceText, width: usize) -> Vec<Edit> {
    let known: FxHashSet<&str> = before.lines().collect();
    let mut offset = 0;
    let mut long = Vec::new();
    for line in after.text.split_inclusive('\n') {
        let words = line.trim_end_matches(['\r', '\n']);
        if words.chars().count() > width && !known.contains(words) {
            long.push(offset);
        }
        offset += line.len() as u32;
    }
    if long.is_empty() {
        return Vec::new();
    }
    let code = Code::new(&after.text, Rc::new(SyntaxTree::parse(after)));
    long.into_iter().filter_map(|offset| code.wrap_line(offset, width)).collect()
}
