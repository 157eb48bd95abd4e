//! The edits that `loopmend check --output-format json` offers.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::workspace;

#[derive(Deserialize)]
struct Offered {
    path: String,
    fix: Option<Fix>,
}

#[derive(Deserialize)]
struct Fix {
    edits: Vec<Edit>,
    #[serde(default)]
    elsewhere: Vec<FileEdits>,
}

#[derive(Deserialize)]
struct FileEdits {
    path: String,
    edits: Vec<Edit>,
}

/// Replaces what stands in a place by `content`; lines and columns from 1, columns in characters.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Edit {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    content: String,
}

/// Applies all fixes of an output that do not overlap others; whether there was any.
/// Fails if the output has an unknown form, or a file cannot be read or written.
pub fn apply(directory: &Path, output: &[u8]) -> Result<bool> {
    let offered: Vec<Offered> =
        serde_json::from_slice(output).context("`loopmend check` wrote an unknown form")?;
    let mut by_file: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
    for Offered { path, fix } in offered {
        let Some(fix) = fix else { continue };
        for FileEdits { path, edits } in
            fix.elsewhere.into_iter().chain([FileEdits { path, edits: fix.edits }])
        {
            let known = by_file.entry(path).or_default();
            for edit in edits {
                if !known.contains(&edit) {
                    known.push(edit);
                }
            }
        }
    }
    by_file.retain(|_, edits| !edits.is_empty());
    for (path, edits) in &by_file {
        let path = directory.join(path);
        workspace::write(&path, &edited(&workspace::read(&path)?, edits))?;
    }
    Ok(!by_file.is_empty())
}

/// A text after edits that do not overlap.
pub fn edited(text: &str, edits: &[Edit]) -> String {
    let mut places: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|edit| {
            let start = offset(text, edit.line, edit.column);
            (start, offset(text, edit.end_line, edit.end_column), edit.content.as_str())
        })
        .collect();
    places.sort_unstable();
    let mut text = text.to_owned();
    for (start, end, content) in places.into_iter().rev() {
        text.replace_range(start..end, content);
    }
    text
}

/// The lines of a text after edits that it did not have before, without the space around them.
pub fn new_lines(text: &str, edits: &[Edit]) -> Vec<String> {
    let mut old: Vec<&str> = text.lines().map(str::trim).collect();
    let after = edited(text, edits);
    let is_new = |line: &&str| match old.iter().position(|known| known == line) {
        Some(place) => {
            old.swap_remove(place);
            false
        }
        None => true,
    };
    after.lines().map(str::trim).filter(is_new).map(str::to_owned).collect()
}

fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = &text[before..];
    before + rest.char_indices().nth(column - 1).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{Edit, edited};

    #[test]
    fn edits_are_applied_from_the_end() {
        let edit = |line, column, end_column, content: &str| Edit {
            line,
            column,
            end_line: line,
            end_column,
            content: content.to_owned(),
        };
        let text = edited("from a import b\né = b()\n", &[edit(1, 15, 16, "c, b"), edit(2, 5, 6, "c")]);
        assert_eq!(text, "from a import c, b\né = c()\n");
    }
}
