//! The known texts that are most like one that is not known.

use crate::matcher::condensed;
use crate::table::{KnownError, table};

/// What is less alike is not shown.
const LEAST: f64 = 0.35;
/// So much of a text is compared, in letters.
const LONGEST: usize = 2000;

/// At most three errors whose texts are like a text, the likest first.
pub fn nearest(text: &str) -> Vec<&'static KnownError> {
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

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_misspelled_or_translated_text_has_near_ones() {
        assert_eq!(nearest("This event lop is alredy runing")[0].id, "loop-already-running");
        assert_eq!(nearest("Event loop ist geschlossen")[0].id, "loop-closed");
        assert!(nearest("no such table: parent").is_empty());
    }
}
