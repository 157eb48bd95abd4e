//! How much code a corpus has.

use std::ops::AddAssign;

use super::*;

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
    /// Measures the files that a check of a project reads. Fails if loopmend fails or a file cannot be read.
    pub(crate) fn measure(source: &Path, loopmend: &Loopmend) -> Result<Self> {
        let mut size = Self::default();
        for file in loopmend.files(source)? {
            let path = source.join(file);
            let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            size.add(&String::from_utf8_lossy(&bytes));
        }
        Ok(size)
    }

    fn add(&mut self, text: &str) {
        self.files += 1;
        self.lines += text.lines().count();
        self.awaits += count_word(text, "await");
    }
}

impl AddAssign for Size {
    fn add_assign(&mut self, other: Self) {
        self.files += other.files;
        self.lines += other.lines;
        self.awaits += other.awaits;
    }
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
