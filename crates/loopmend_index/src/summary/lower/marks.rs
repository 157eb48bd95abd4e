//! Features that few files have. One pass over the text finds them, so that most files need no further
//! check.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Match, packed};
use loopmend_python::text_size::TextRange;
use memchr::memmem;

/// The meaning of a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Yield,
    TypeComment,
    /// A call that sets attributes of other objects: `setattr(object, "name", …)`,
    /// `monkeypatch.setattr(…)`, `patch("module.name", …)`, `patch.object(object, "name", …)`,
    /// `patch.multiple(object, name=…)`.
    Patch,
    /// A check whether a function is asynchronous: `inspect.iscoroutinefunction`,
    /// `inspect.isasyncgenfunction`, the flag of a code object, and common names of such checks in
    /// projects.
    ColourTest,
    /// Part of a handler that swallows a cancellation.
    Handler,
}

/// The marks. No word is a prefix of another, so that each is found everywhere.
const MARKS: [(&str, Meaning); 14] = [
    ("yield", Meaning::Yield),
    ("# type:", Meaning::TypeComment),
    ("setattr(", Meaning::Patch),
    ("patch(", Meaning::Patch),
    ("patch.object(", Meaning::Patch),
    ("patch.multiple(", Meaning::Patch),
    ("iscoroutinefunction", Meaning::ColourTest),
    ("is_coroutine", Meaning::ColourTest),
    ("isasync", Meaning::ColourTest),
    ("is_async", Meaning::ColourTest),
    ("CO_COROUTINE", Meaning::ColourTest),
    ("CancelledError", Meaning::Handler),
    ("BaseException", Meaning::Handler),
    ("except:", Meaning::Handler),
];

/// A search with vector instructions, many times as fast as an automaton.
static VECTORS: LazyLock<Option<packed::Searcher>> =
    LazyLock::new(|| packed::Searcher::new(MARKS.map(|(mark, _)| mark)));
/// The search for processors without these instructions.
static AUTOMATON: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::new(MARKS.map(|(mark, _)| mark))
        .expect("a handful of short patterns is no automaton too large")
});
static WALRUS: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(":="));

/// The marks of one text.
pub(super) struct Marks {
    pub(super) has_walrus: bool,
    pub(super) has_yield: bool,
    pub(super) has_type_comments: bool,
    pub(super) may_patch: bool,
    /// The ascending byte offsets of checks whether a function is asynchronous.
    colour_tests: Vec<u32>,
    /// The ascending byte offsets at which a cancellation may be caught.
    handlers: Vec<u32>,
}

impl Marks {
    pub(super) fn of(text: &str) -> Self {
        let mut marks = Self {
            has_walrus: WALRUS.find(text.as_bytes()).is_some(),
            has_yield: false,
            has_type_comments: false,
            may_patch: false,
            colour_tests: Vec::new(),
            handlers: Vec::new(),
        };
        match &*VECTORS {
            Some(vectors) => vectors.find_iter(text).for_each(|found| marks.note(&found)),
            None => AUTOMATON.find_iter(text).for_each(|found| marks.note(&found)),
        }
        marks
    }

    fn note(&mut self, found: &Match) {
        let offset = found.start() as u32;
        match MARKS[found.pattern().as_usize()].1 {
            Meaning::Yield => self.has_yield = true,
            Meaning::TypeComment => self.has_type_comments = true,
            Meaning::Patch => self.may_patch = true,
            Meaning::ColourTest => self.colour_tests.push(offset),
            Meaning::Handler => self.handlers.push(offset),
        }
    }

    /// Returns whether the text in this range checks whether a function is asynchronous.
    pub(super) fn asks_if_async(&self, range: TextRange) -> bool {
        is_any_in(&self.colour_tests, range)
    }

    /// Returns whether code in this range may catch a cancellation.
    pub(super) fn may_swallow(&self, range: TextRange) -> bool {
        is_any_in(&self.handlers, range)
    }
}

fn is_any_in(offsets: &[u32], range: TextRange) -> bool {
    let first = offsets.partition_point(|offset| *offset < range.start().to_u32());
    offsets.get(first).is_some_and(|offset| *offset < range.end().to_u32())
}

#[cfg(test)]
mod tests {
    use super::{MARKS, Marks};
    use loopmend_python::text_size::{TextRange, TextSize};

    #[test]
    fn no_mark_hides_another() {
        for (one, meaning) in MARKS {
            for (other, others_meaning) in MARKS.into_iter().filter(|(other, _)| *other != one) {
                let is_word_start =
                    |at: &usize| !one[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
                let begins_in = (1..one.len()).filter(is_word_start).any(|at| other.starts_with(&one[at..]));
                let is_inside = one.contains(other) && meaning != others_meaning;
                assert!(!begins_in && !is_inside, "{one} and {other}");
            }
        }
    }

    #[test]
    fn each_mark_is_found_where_it_stands() {
        let text = "patch.object(a)\nisasyncgenfunction(f)\nexcept:\n";
        let marks = Marks::of(text);
        let range = |start: usize, end: usize| {
            TextRange::new(TextSize::try_from(start).unwrap(), TextSize::try_from(end).unwrap())
        };
        assert!(marks.may_patch && !marks.has_yield && !marks.has_walrus && !marks.has_type_comments);
        assert!(marks.asks_if_async(range(16, 20)) && !marks.asks_if_async(range(17, text.len())));
        assert!(marks.may_swallow(range(0, text.len())) && !marks.may_swallow(range(0, 38)));
    }
}
