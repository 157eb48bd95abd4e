//! The known texts that are most like one that is not known.

use crate::matcher::condensed;
use crate::table::{KnownError, table};

/// What is less alike is not shown.
const LEAST: f64 = 0.35;
/// So much of a text is compared, in letters.
const LONGEST: usize = 2000;

/// At most three errors whose texts are like a text, the likest first.
pub fn nearest(text: &str) -> Vec<&'static KnownError> {
    if says_nothing(text) {
        return Vec::new();
    }
    let text: String = condensed(text).chars().take(LONGEST).collect();
    let likeness = |error: &KnownError| {
        let of_text = |shown: String| strsim::sorensen_dice(&condensed(&shown), &text);
        let texts = error.texts.iter().flat_map(|known| [known.shown(), known.text.clone()]);
        texts.map(of_text).fold(0.0, f64::max)
    };
    let mut all: Vec<(f64, &KnownError)> = table().iter().map(|error| (likeness(error), error)).collect();
    all.retain(|(likeness, _)| *likeness >= LEAST);
    all.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    all.truncate(3);
    all.into_iter().map(|(_, error)| error).collect()
}

/// Whether it is the name of an exception alone, or what a failed `assert` says, which are words of the project: likeness to a known
/// text is chance.
fn says_nothing(text: &str) -> bool {
    let text = text.trim();
    let is_name = text.chars().all(|character| character.is_alphanumeric() || matches!(character, '_' | '.'));
    is_name || text.starts_with("AssertionError") || text.starts_with("assert ")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_misspelled_or_translated_text_has_near_ones() {
        assert_eq!(nearest("This event lop is alredy runing")[0].id, "loop-already-running");
        assert_eq!(nearest("Event loop ist geschlossen")[0].id, "loop-closed");
        assert!(nearest("no such table: parent").is_empty());
    }

    #[test]
    fn a_name_or_a_failed_assert_is_near_to_nothing() {
        assert!(nearest("asyncio.exceptions.TimeoutError").is_empty());
        assert!(nearest("AssertionError").is_empty());
        assert!(nearest("AssertionError: assert session is closed").is_empty());
        assert!(nearest("AssertionError: another loop").is_empty());
    }
}
