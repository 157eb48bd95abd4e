//! How much code a corpus has.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::loopmend::Loopmend;

/// How much code was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Size {
    /// The files that a check reads.
    pub(crate) files: usize,
    /// Their lines.
    pub(crate) lines: usize,
    /// How often the word `await` stands in them, comments and strings included.
    pub(crate) awaits: usize,
}

impl Size {
    fn add(&mut self, text: &str) {
        self.files += 1;
        self.lines += text.lines().count();
        self.awaits += count_word(text, "await");
    }
}

/// Measures the files that a check of a project reads.
///
/// # Errors
/// When loopmend fails or a file cannot be read.
pub(crate) fn measure(source: &Path, loopmend: &Loopmend) -> Result<Size> {
    let mut size = Size::default();
    for file in loopmend.files(source)? {
        size.add(&read_lossily(&source.join(file))?);
    }
    Ok(size)
}

fn read_lossily(path: &Path) -> Result<String> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// How often a word stands in a text, comments and strings included.
pub(crate) fn count_word(text: &str, word: &str) -> usize {
    let is_word_character = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word)
        .filter(|(start, _)| {
            !text[..*start].ends_with(is_word_character)
                && !text[start + word.len()..].starts_with(is_word_character)
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::{Size, count_word};

    #[test]
    fn only_the_whole_word_counts() {
        assert_eq!(count_word("await a\nx = (await b)\nawaitable = un_await\n", "await"), 2);
    }

    #[test]
    fn sizes_add_up() {
        let mut size = Size::default();
        size.add("await a\n");
        size.add("x\ny");
        assert_eq!(size, Size { files: 2, lines: 3, awaits: 1 });
    }
}
