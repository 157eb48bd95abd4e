//! Finds known texts, however they are wrapped: white space does not count, nor does the case of letters.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::clean::bare;
use crate::table::{KnownError, Text, table};

/// So much may stand for `*`, in letters.
const LONGEST_GAP: usize = 1500;
/// So much may stand for `{}`.
const LONGEST_NAME: usize = 120;
/// What is left of a text that was cut must have so many letters to be known by.
const SHORTEST_CUT: usize = 8;

/// A known text that was found.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// Its place in [`table`].
    index: usize,
    /// The place of the text among those of the error.
    text: usize,
    /// Whether it was cut, and known by what is left.
    pub is_cut: bool,
}

impl Match {
    pub(crate) fn of(found: &Found) -> Self {
        Self { index: found.index, text: found.text, is_cut: false }
    }

    /// What it shows.
    pub fn error(&self) -> &'static KnownError {
        &table()[self.index]
    }

    /// Which of its texts.
    pub fn text(&self) -> &'static Text {
        &self.error().texts[self.text]
    }

    /// The place of what it shows in the table.
    pub(crate) fn index(&self) -> usize {
        self.index
    }
}

/// A text without white space and in lower case, with the places where its lines begin.
#[derive(Default)]
pub(crate) struct Condensed {
    text: String,
    /// Where lines begin, and the numbers that the caller gave them.
    lines: Vec<(usize, u32)>,
}

impl Condensed {
    /// Takes a line, bare of what tools put before it.
    pub(crate) fn push(&mut self, line: &str, number: u32) {
        let start = self.text.len();
        self.text.extend(line.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()));
        // No place is in an empty line, and of these there may be any number.
        if self.text.len() > start {
            self.lines.push((start, number));
        }
    }

    /// The letters taken so far.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// The number of the first line that is kept.
    pub(crate) fn first_line(&self) -> u32 {
        self.lines.first().map_or(0, |(_, number)| *number)
    }

    /// Forgets all but the last lines, which are given to `keep` letters.
    pub(crate) fn keep_last(&mut self, keep: usize) {
        let Some(from) = self.text.len().checked_sub(keep) else { return };
        let first = self.lines.partition_point(|(start, _)| *start < from);
        let from = self.lines.get(first).map_or(self.text.len(), |(start, _)| *start);
        self.text.drain(..from);
        self.lines.drain(..first);
        for (start, _) in &mut self.lines {
            *start -= from;
        }
    }

    /// The number of the line that holds a place.
    fn line_at(&self, place: usize) -> u32 {
        let after = self.lines.partition_point(|(start, _)| *start <= place);
        self.lines.get(after.wrapping_sub(1)).map_or(0, |(_, number)| *number)
    }

    fn is_line_start(&self, place: usize) -> bool {
        self.lines.binary_search_by_key(&place, |(start, _)| *start).is_ok()
    }
}

/// A match with the number of its line.
pub(crate) struct Found {
    pub(crate) index: usize,
    text: usize,
    pub(crate) line: u32,
    start: usize,
    end: usize,
    weight: usize,
}

/// A text of the table, as parts that follow each other.
struct Pattern {
    index: usize,
    text: usize,
    /// Each with the most letters that may stand before it.
    parts: Vec<(String, usize)>,
    /// What may stand before it.
    before: Before,
    /// The end of a class in parentheses that may stand before it: `(package.Error) words`.
    class: Option<String>,
    weight: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Anything: the class is part of the text, or what stands before it differs.
    Anything,
    /// Anything but a quote: it may stand in a log line.
    NoQuote,
    /// The start of a line, or a colon.
    LineStart,
}

struct Patterns {
    patterns: Vec<Pattern>,
    automaton: AhoCorasick,
    /// For each word of the automaton, the patterns and parts that it is.
    words: Vec<Vec<(usize, usize)>>,
}

fn patterns() -> &'static Patterns {
    static PATTERNS: OnceLock<Patterns> = OnceLock::new();
    PATTERNS.get_or_init(|| {
        let patterns: Vec<Pattern> = table().iter().enumerate().flat_map(of_error).collect();
        let mut words: Vec<(&str, Vec<(usize, usize)>)> = Vec::new();
        for (at, pattern) in patterns.iter().enumerate() {
            for (part, (word, _)) in pattern.parts.iter().enumerate() {
                match words.iter_mut().find(|(known, _)| known == word) {
                    Some((_, uses)) => uses.push((at, part)),
                    None => words.push((word, vec![(at, part)])),
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::DFA))
            .build(words.iter().map(|(word, _)| *word))
            .expect("the words of the table are few");
        let words = words.into_iter().map(|(_, uses)| uses).collect();
        Patterns { automaton, words, patterns }
    })
}

fn of_error((index, error): (usize, &KnownError)) -> Vec<Pattern> {
    let mut found = Vec::new();
    for (place, text) in error.texts.iter().enumerate() {
        let first = found.len();
        if text.of.is_some() {
            found.push(Pattern::new((index, place), &text.whole_text(), Before::Anything));
        }
        let first_word = text.text.split(['*', '{']).next().unwrap_or_default();
        match &text.of {
            _ if text.head.is_some() => {
                found.push(Pattern::new((index, place), &text.text, Before::Anything));
            }
            None => found.push(Pattern::new((index, place), &text.text, Before::NoQuote)),
            Some(_) if text.whole || condensed(first_word).len() < SHORTEST_CUT => {}
            Some(_) => found.push(Pattern::new((index, place), &text.text, Before::LineStart)),
        }
        let class = text.of.as_ref().map(|class| condensed(&format!("{class})")));
        found[first..].iter_mut().for_each(|pattern| pattern.class.clone_from(&class));
    }
    found
}

impl Pattern {
    fn new((index, place): (usize, usize), text: &str, before: Before) -> Self {
        let mut parts = Vec::new();
        let mut gap = 0;
        let text = condensed(text).replace("{}", "\u{1}").replace('*', "\u{2}");
        let mut word = String::new();
        for letter in text.chars() {
            match letter {
                '\u{1}' | '\u{2}' => {
                    parts.push((std::mem::take(&mut word), gap));
                    gap = if letter == '\u{1}' { LONGEST_NAME } else { LONGEST_GAP };
                }
                other => word.push(other),
            }
        }
        parts.push((word, gap));
        parts.retain(|(word, _)| !word.is_empty());
        let weight = parts.iter().map(|(word, _)| word.len()).sum();
        Self { index, text: place, parts, before, class: None, weight }
    }

    /// Whether it may begin there.
    fn may_begin(&self, text: &Condensed, start: usize) -> bool {
        let last = text.text[..start].chars().next_back();
        match self.before {
            Before::Anything => true,
            Before::NoQuote => text.is_line_start(start) || !last.is_some_and(|last| "'\"`".contains(last)),
            Before::LineStart => {
                text.is_line_start(start)
                    || last == Some(':')
                    || self.class.as_ref().is_some_and(|class| text.text[..start].ends_with(class))
            }
        }
    }

    /// How many letters of it a text begins with that was cut behind them, its first word, which a class may be, not counted;
    /// `None` if the text goes on in another way.
    fn begins(&self, cut: &str) -> Option<usize> {
        let mut rest = cut;
        let mut letters = 0;
        for (at, (word, gap)) in self.parts.iter().enumerate() {
            let common = |rest: &str| word.bytes().zip(rest.bytes()).take_while(|(a, b)| a == b).count();
            if at == 0 {
                let common = common(rest);
                letters += common;
                if common < word.len() {
                    return (common == rest.len()).then_some(letters);
                }
                rest = &rest[common..];
                continue;
            }
            match rest.find(word.as_str()) {
                Some(place) if place <= *gap => {
                    letters += word.len();
                    rest = &rest[place + word.len()..];
                }
                _ => return (rest.len() <= *gap).then_some(letters),
            }
        }
        Some(letters)
    }
}

pub(crate) fn condensed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect()
}

/// All known texts in a text, in order; of those that overlap the longest.
pub(crate) fn find(text: &Condensed) -> Vec<Found> {
    let Patterns { patterns, automaton, words } = patterns();
    // For each pattern: the next part, the start of the first and the end of the last one.
    let mut progress: Vec<(usize, usize, usize)> = vec![(0, 0, 0); patterns.len()];
    let mut found: Vec<Found> = Vec::new();
    for hit in automaton.find_overlapping_iter(&text.text) {
        for (at, part) in &words[hit.pattern().as_usize()] {
            let pattern = &patterns[*at];
            let (next, start, end) = progress[*at];
            let begins = *part == 0 && pattern.may_begin(text, hit.start());
            let goes_on = *part > 0
                && next == *part
                && hit.start() >= end
                && hit.start() - end <= pattern.parts[*part].1;
            let start = match (begins, goes_on) {
                (true, _) => hit.start(),
                (false, true) => start,
                (false, false) => continue,
            };
            progress[*at] = (part + 1, start, hit.end());
            if part + 1 == pattern.parts.len() {
                progress[*at].0 = 0;
                let Pattern { index, text: place, weight, .. } = *pattern;
                found.push(Found {
                    index,
                    text: place,
                    line: text.line_at(start),
                    start,
                    end: hit.end(),
                    weight,
                });
            }
        }
    }
    without_overlaps(found)
}

fn without_overlaps(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|found| (std::cmp::Reverse(found.weight), found.start));
    let mut kept: Vec<Found> = Vec::new();
    for one in found {
        if kept.iter().all(|other| one.end <= other.start || other.end <= one.start) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|found| found.start);
    kept
}

/// The known text that a text is the beginning of, where it is only of one error; `cut` ends where the rest was cut off.
pub(crate) fn begun(cut: &str) -> Option<Match> {
    let cut = condensed(cut);
    let mut best: Option<(usize, usize)> = None;
    for pattern in &patterns().patterns {
        let class = pattern.parts[0].0.find(':').map_or(0, |colon| colon + 1);
        let class = if pattern.before == Before::Anything { class } else { 0 };
        let fits = pattern.begins(&cut).is_some_and(|letters| letters >= class + SHORTEST_CUT);
        match (fits, best) {
            (true, Some((other, _))) if other != pattern.index => return None,
            (true, _) => best = best.or(Some((pattern.index, pattern.text))),
            (false, _) => {}
        }
    }
    best.map(|(index, text)| Match { index, text, is_cut: true })
}

/// The known texts in a text that somebody gives as an error: as a whole, wrapped, indented, quoted, or cut.
pub fn recognize(text: &str) -> Vec<Match> {
    let text = anstream::adapter::strip_str(text).to_string();
    let condense = |quotes: &[char]| {
        let mut all = Condensed::default();
        for line in text.lines() {
            all.push(bare(line).trim_matches(quotes), 0);
        }
        all
    };
    let without_quotes = condense(&['"', '\'', '`']);
    let mut found = find(&condense(&[]));
    if found.is_empty() {
        found = find(&without_quotes);
    }
    let mut found: Vec<Match> = found.iter().map(Match::of).collect();
    found.dedup_by_key(|found| found.index);
    if found.is_empty() {
        found.extend(as_a_whole(&without_quotes.text));
    }
    if found.is_empty() {
        found.extend(text.lines().rev().find_map(|line| cut_line(bare(line))));
    }
    found
}

/// A text that is known only with its class, where nothing else is said.
fn as_a_whole(said: &str) -> Option<Match> {
    let is_it = |text: &Text| text.whole && condensed(&text.text) == said;
    let of_error = |(index, error): (usize, &KnownError)| {
        error.texts.iter().position(is_it).map(|text| Match { index, text, is_cut: false })
    };
    table().iter().enumerate().find_map(of_error)
}

/// What a line that ends in dots, or has them in its middle, was before it was cut.
pub(crate) fn cut_line(line: &str) -> Option<Match> {
    let line = line.replace('…', "...");
    let (head, tail) = line.split_once("...")?;
    let message = head.rsplit_once(" - ").map_or(head, |(_, message)| message).trim();
    begun(message).or_else(|| begun(head.trim())).or_else(|| ended(tail))
}

/// The known text that a text is the end of, where it is only of one error.
fn ended(tail: &str) -> Option<Match> {
    let tail = condensed(tail);
    if tail.len() < SHORTEST_CUT {
        return None;
    }
    let ends = |pattern: &&Pattern| pattern.parts.last().is_some_and(|(word, _)| word.ends_with(&tail));
    let mut fitting = patterns().patterns.iter().filter(ends).map(|pattern| (pattern.index, pattern.text));
    let (index, text) = fitting.next()?;
    fitting.all(|(other, _)| other == index).then_some(Match { index, text, is_cut: true })
}

#[cfg(test)]
mod tests {
    use super::recognize;

    fn ids(text: &str) -> Vec<&'static str> {
        recognize(text).iter().map(|found| found.error().id.as_str()).collect()
    }

    #[test]
    fn a_text_is_known_however_it_is_wrapped() {
        for text in [
            "RuntimeError: This event loop is already running",
            "This event loop is already running",
            "\"This event loop is already running\"",
            "E       RuntimeError: This event loop is already running",
            "E       RuntimeError: This event loop is\nE       already running",
            "RuntimeError: This event loop is alre\nady running",
            "\x1b[1m\x1b[31mE       RuntimeError: This event loop\x1b[0m is already running\x1b[0m",
            "│ RuntimeError: This event    │\n│ loop is already running     │",
            "FAILED tests/test_a.py::test_it - RuntimeError: This event loop is already running",
            "2026-01-02T10:00:00.123Z RuntimeError: This event loop is already running",
            "could not start: This event loop is already running",
            "StatementError: (builtins.RuntimeError) This event loop is already running",
        ] {
            assert_eq!(ids(text), ["loop-already-running"], "{text}");
        }
    }

    #[test]
    fn a_text_that_was_cut_is_known_by_what_is_left_if_that_is_of_one_error_alone() {
        assert_eq!(ids("FAILED a.py::t - RuntimeError: This event loop is alr..."), ["loop-already-running"]);
        assert_eq!(ids("RuntimeError: This event … already running"), ["loop-already-running"]);
        assert_eq!(
            ids("FAILED a.py::t - ValueError: The future belongs to a diffe..."),
            ["attached-to-different-loop"]
        );
        assert_eq!(ids("RuntimeError: Task <Task pending name='Ta..."), ["attached-to-different-loop"]);
        assert!(ids("RuntimeError: Task..., and so on").is_empty());
        assert!(ids("RuntimeError: ...").is_empty());
    }

    #[test]
    fn every_text_of_the_table_is_known() {
        for error in crate::table::table() {
            for text in &error.texts {
                let said = text.shown().replace('…', "x");
                assert_eq!(ids(&said), [error.id.as_str()], "{said}");
            }
        }
    }

    #[test]
    fn the_longer_of_two_texts_is_meant() {
        assert_eq!(
            ids("RuntimeWarning: coroutine 'AsyncMockMixin._execute_mock_call' was never awaited"),
            ["mock-never-awaited"]
        );
        assert_eq!(
            ids("TypeError: object async_generator can't be used in 'await' expression"),
            ["await-on-async-generator"]
        );
    }

    #[test]
    fn lines_of_source_are_no_errors() {
        assert!(ids("        raise RuntimeError('This event loop is already running')").is_empty());
        assert!(
            ids("            raise ValueError(\"a coroutine was expected, got {!r}\".format(coro))")
                .is_empty()
        );
        assert!(ids("invalid state of the pump").is_empty());
        assert!(ids("この event loop はすでに実行中です").is_empty());
    }
}
