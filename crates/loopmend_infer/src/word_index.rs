//! Which files of the project have a word in their text.
//!
//! Rules look for single names in all files. One search of all texts costs little, and one for each candidate makes the cost
//! quadratic. The index is therefore built once many names were looked up.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use rustc_hash::FxHasher;
use std::hash::Hasher;

use crate::engine::{Engine, ModuleId};

/// The number of searches of all texts before an index is built. Building takes as long as some fifty searches.
const MAX_SEARCHES: u32 = 32;

/// The words of all files, built on demand.
#[derive(Default)]
pub(crate) struct WordIndex {
    searches: AtomicU32,
    words: OnceLock<Words>,
}

struct Words {
    /// The hash of each word with the file that has it, ascending.
    files: Vec<(u32, ModuleId)>,
    /// The files whose text cannot be read, ascending.
    unread: Vec<ModuleId>,
}

impl Engine<'_> {
    /// Returns the files of the project whose text may have `word`, in order: all that have it, not as a part of a longer name, and all that
    /// cannot be read. Returns all files for a word that is no ASCII name.
    pub fn files_with_word(&self, word: &str) -> Vec<ModuleId> {
        let files = (0..self.project().files().len()).map(ModuleId::of_file);
        if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii() && is_in_word(byte)) {
            return files.collect();
        }
        if self.words.searches.fetch_add(1, Ordering::Relaxed) < MAX_SEARCHES {
            return files.filter(|module| self.may_bind(*module, word)).collect();
        }
        self.words.words.get_or_init(|| Words::new(self)).files_with(word)
    }
}

impl Words {
    fn new(engine: &Engine) -> Self {
        let (mut files, mut unread) = (Vec::new(), Vec::new());
        for module in (0..engine.project().files().len()).map(ModuleId::of_file) {
            match engine.in_text(module, hashes_of_words) {
                Some(words) => files.extend(words.into_iter().map(|word| (word, module))),
                None => unread.push(module),
            }
        }
        files.sort_unstable();
        Self { files, unread }
    }

    fn files_with(&self, word: &str) -> Vec<ModuleId> {
        let wanted = hash_of_word(word.as_bytes());
        let start = self.files.partition_point(|(hash, _)| *hash < wanted);
        let found = self.files[start..].iter().take_while(|(hash, _)| *hash == wanted);
        let mut modules: Vec<ModuleId> =
            found.map(|(_, module)| *module).chain(self.unread.iter().copied()).collect();
        modules.sort_unstable();
        modules
    }
}

/// Returns whether a byte is a part of a name in Python. Each byte of a character that is not ASCII counts as one.
fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}

/// Returns the hashes of the words of a text, ascending and without duplicates.
fn hashes_of_words(text: &[u8]) -> Vec<u32> {
    let words = text.split(|byte| !is_in_word(*byte)).filter(|word| !word.is_empty());
    let mut hashes: Vec<u32> = words.map(hash_of_word).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

fn hash_of_word(word: &[u8]) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(word);
    (hasher.finish() >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::{hash_of_word, hashes_of_words};

    #[test]
    fn a_word_is_a_whole_name() {
        let words = hashes_of_words(b"cart.total = \"old_total\"  # na\xc3\xafve\n");
        let has = |word: &str| words.contains(&hash_of_word(word.as_bytes()));
        assert!(has("cart") && has("total") && has("old_total") && has("naïve"));
        assert!(!has("old") && !has("na") && !has("ve"));
        assert_eq!(words.len(), 4);
    }
}
