//! Reads what pytest, unittest or a program printed, as it comes: memory does not grow with its length.

use std::collections::HashSet;

use anstream::adapter::StripBytes;

use crate::clean::{bare, is_marked_error, without_time};
use crate::matcher::{Condensed, Match, cut_line, find};
use crate::reading::{Failure, Place, Reading, Verdict};

/// Longer lines are taken in pieces.
const LONGEST_LINE: usize = 32 * 1024;
/// A block is looked through when it has so many letters.
const LONGEST_BLOCK: usize = 256 * 1024;
/// Of a block that is looked through before its end, so many letters stay, for texts that go on.
const OVERLAP: usize = 4 * 1024;
/// What is kept of a message.
const LONGEST_MESSAGE: usize = 300;
/// So many places are kept of a block.
const MOST_PLACES: usize = 2000;
/// So many messages are kept that are not known.
const MOST_UNKNOWN: usize = 10;

/// Takes output piece by piece.
#[derive(Default)]
pub struct OutputReader {
    strip: StripBytes,
    line: Vec<u8>,
    bytes: usize,
    strange: usize,
    number: u32,
    section: Section,
    block: Block,
    /// What the header of the block says: the words before the name, and the name.
    header: Option<Header>,
    failed: Vec<FailedBlock>,
    /// The lines of the short summary.
    summary: Vec<Summary>,
    /// The tests that `-v` says failed.
    statuses: Vec<String>,
    reading: Reading,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Section {
    #[default]
    Other,
    Failures,
    Warnings,
    Summary,
}

#[derive(Clone)]
struct Header {
    name: String,
}

/// A part of the output that is about one test, or about none.
#[derive(Default)]
struct Block {
    text: Condensed,
    /// With the numbers of their lines.
    places: Vec<(u32, Place)>,
    /// The numbers of the lines that pytest marks as what an exception says.
    marked: HashSet<u32>,
    /// The last message that is marked so, or ends a traceback.
    message: Option<String>,
    is_in_traceback: bool,
    /// What was found and noted before the end, with its line.
    noted: HashSet<(usize, u32)>,
    verdict: Option<(bool, Match)>,
}

/// What was found in the block of a test.
struct FailedBlock {
    name: String,
    paths: Vec<String>,
    place: Option<Place>,
    verdict: Option<Match>,
    message: Option<String>,
}

/// A line of the short summary.
struct Summary {
    node: String,
    message: Option<String>,
    is_taken: bool,
}

impl OutputReader {
    /// For a text that is about one test that failed.
    pub(crate) fn of_one_test() -> Self {
        Self { header: Some(Header { name: String::new() }), ..Self::default() }
    }

    /// Takes the next piece.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len();
        self.strange += bytes.iter().filter(|byte| matches!(byte, 0..=6 | 14..=26)).count();
        let mut strip = std::mem::take(&mut self.strip);
        for piece in strip.strip_next(bytes) {
            for part in piece.split_inclusive(|byte| *byte == b'\n') {
                let (part, is_end) = match part.strip_suffix(b"\n") {
                    Some(part) => (part, true),
                    None => (part, false),
                };
                for slice in part.chunks(LONGEST_LINE) {
                    if self.line.len() + slice.len() > LONGEST_LINE {
                        self.end_line();
                    }
                    self.line.extend_from_slice(slice);
                }
                if is_end {
                    self.end_line();
                }
            }
        }
        self.strip = strip;
    }

    /// What was in all of it.
    pub fn finish(mut self) -> Reading {
        if !self.line.is_empty() {
            self.end_line();
        }
        self.end_block();
        let mut reading = std::mem::take(&mut self.reading);
        reading.lines = self.number as usize;
        reading.is_binary = self.strange * 20 > self.bytes.max(1);
        reading.failures = self.failures();
        reading
    }

    fn end_line(&mut self) {
        let bytes = std::mem::take(&mut self.line);
        self.number = self.number.saturating_add(1);
        let text = String::from_utf8_lossy(&bytes);
        let line = without_time(text.trim_end());
        self.take_line(line);
        self.line = bytes;
        self.line.clear();
    }

    fn take_line(&mut self, line: &str) {
        if let Some(section) = section_of(line) {
            self.end_block();
            self.section = section;
            return;
        }
        // What unittest says when all tests were run.
        if line.starts_with("Ran ") && line.contains(" test") {
            self.end_block();
        }
        if let Some(name) = header_of(line, self.section) {
            self.end_block();
            self.header = Some(Header { name });
            return;
        }
        if let Some(summary) = summary_of(line) {
            self.summary.push(summary);
            return;
        }
        if let Some(node) = status_of(line) {
            self.statuses.push(node);
            return;
        }
        self.block.take(line, self.number);
        if self.block.text.len() > LONGEST_BLOCK {
            self.look_through();
            self.block.text.keep_last(OVERLAP);
            self.block.places.clear();
        }
    }

    /// Notes what is known in the text of the block so far.
    fn look_through(&mut self) {
        let mut noted = HashSet::new();
        for found in find(&self.block.text) {
            let key = (found.index, found.line);
            noted.insert(key);
            if self.block.noted.contains(&key) {
                continue;
            }
            let what = Match::of(&found);
            if self.header.is_some() {
                let is_marked = self.block.marked.contains(&found.line);
                let is_better = self.block.verdict.is_none_or(|_| is_marked);
                if is_better {
                    self.block.verdict = Some((is_marked, what));
                }
            } else {
                let place = self.block.place_before(found.line);
                self.reading.see(what, place);
            }
        }
        self.block.noted = noted;
    }

    fn end_block(&mut self) {
        self.look_through();
        let block = std::mem::take(&mut self.block);
        let Some(header) = self.header.take() else {
            let is_known = !block.noted.is_empty();
            if let Some(message) =
                block.message.filter(|_| !is_known && self.reading.unknown.len() < MOST_UNKNOWN)
            {
                self.reading.unknown.push(message);
            }
            return;
        };
        self.failed.push(FailedBlock {
            name: header.name,
            paths: block.places.iter().map(|(_, place)| place.path.clone()).collect(),
            place: block
                .places
                .iter()
                .rev()
                .map(|(_, place)| place)
                .find(|place| place.is_of_project())
                .cloned(),
            verdict: block.verdict.map(|(_, found)| found),
            message: block.message,
        });
    }

    /// The line of the summary that is about the test of a block; of several the one in a file that the block names.
    fn summary_of_block(&self, block: &FailedBlock) -> Option<usize> {
        let of_name = |summary: &Summary| !summary.is_taken && summary.is_called(&block.name);
        let is_in_file =
            |summary: &Summary| block.paths.iter().any(|path| summary.node.starts_with(path.as_str()));
        let position = |fits: &dyn Fn(&Summary) -> bool| self.summary.iter().position(fits);
        position(&|summary| of_name(summary) && is_in_file(summary)).or_else(|| position(&of_name))
    }

    /// Brings together the blocks of the tests and the lines of the summary.
    fn failures(&mut self) -> Vec<Failure> {
        let mut failures = Vec::new();
        for block in std::mem::take(&mut self.failed) {
            let position = self.summary_of_block(&block);
            let summary = position.map(|at| &mut self.summary[at]);
            let mut verdict = block.verdict;
            let mut message = block.message;
            let mut test = block.name;
            if let Some(summary) = summary {
                summary.is_taken = true;
                test.clone_from(&summary.node);
                verdict = verdict.or_else(|| verdict_of(summary.message.as_deref()));
                message = message.or_else(|| summary.message.clone());
            } else if let Some(place) = &block.place
                && !test.contains("::")
            {
                test = format!("{}::{}", place.path, test.replace('.', "::"));
            }
            let verdict = verdict.map_or(Verdict::Unknown(message), Verdict::Known);
            failures.push(Failure { test, place: block.place, verdict });
        }
        for summary in self.summary.iter().filter(|summary| !summary.is_taken) {
            let verdict = verdict_of(summary.message.as_deref());
            let verdict = verdict.map_or_else(|| Verdict::Unknown(summary.message.clone()), Verdict::Known);
            // A test that fails and then cannot be torn down has two lines and may have one block.
            if !failures.iter().any(|failure| failure.test == summary.node) {
                failures.push(Failure { test: summary.node.clone(), place: None, verdict });
            }
        }
        for node in std::mem::take(&mut self.statuses) {
            let name = called(&node);
            let is_known = |failure: &Failure| failure.test == node || failure.test.ends_with(&name);
            if !failures.iter().any(is_known) {
                failures.push(Failure { test: node, place: None, verdict: Verdict::Unknown(None) });
            }
        }
        failures
    }
}

impl Block {
    fn take(&mut self, line: &str, number: u32) {
        if let Some(place) = place_in(line)
            && self.places.len() < MOST_PLACES
        {
            self.places.push((number, place));
        }
        let text = bare(line);
        if is_marked_error(line) {
            self.marked.insert(number);
            if is_exception_line(text) || self.message.is_none() {
                self.message = Some(short(text));
            }
        } else if line.contains("Traceback (most recent call last)") {
            self.is_in_traceback = true;
        } else if self.is_in_traceback && is_exception_line(text) {
            self.is_in_traceback = false;
            self.message = Some(short(text));
        }
        self.text.push(text, number);
    }

    /// The last place in the project above a line, or in it.
    fn place_before(&self, line: u32) -> Option<Place> {
        let before = self.places.iter().rev().filter(|(number, _)| *number <= line);
        // What stands further away belongs to something else.
        let near = before.take_while(|(number, _)| line - number < 120);
        near.map(|(_, place)| place).find(|place| place.is_of_project()).cloned()
    }
}

impl Summary {
    /// Whether the header of a block may name it.
    fn is_called(&self, name: &str) -> bool {
        called(&self.node) == name || self.node == name
    }
}

/// What pytest calls a test in the header of its failure: `TestIt.test_load[1]`.
fn called(node: &str) -> String {
    node.split_once("::").map_or_else(String::new, |(_, rest)| match rest.split_once('[') {
        Some((name, parameters)) => format!("{}[{parameters}", name.replace("::", ".")),
        None => rest.replace("::", "."),
    })
}

fn verdict_of(message: Option<&str>) -> Option<Match> {
    let message = message?;
    let mut text = Condensed::default();
    text.push(message, 0);
    let whole = find(&text).first().map(Match::of);
    whole.or_else(|| cut_line(message))
}

/// The section that a line of pytest's begins: `==== FAILURES ====`.
fn section_of(line: &str) -> Option<Section> {
    let inner = line.strip_prefix("===")?.trim_start_matches('=');
    let inner = inner.strip_suffix("===")?.trim_end_matches('=').trim();
    Some(match inner {
        "" => return None,
        "FAILURES" | "ERRORS" => Section::Failures,
        "warnings summary" | "warnings summary (final)" => Section::Warnings,
        "short test summary info" => Section::Summary,
        _ => Section::Other,
    })
}

/// The test that a line is the header of, as pytest or unittest write it.
fn header_of(line: &str, section: Section) -> Option<String> {
    if let Some(inner) = line.strip_prefix("___").filter(|_| section == Section::Failures) {
        let inner = inner.trim_matches('_').trim();
        let name = ["ERROR at setup of ", "ERROR at teardown of ", "ERROR collecting "]
            .iter()
            .find_map(|words| inner.strip_prefix(words))
            .unwrap_or(inner);
        return (!name.is_empty()).then(|| name.to_owned());
    }
    let rest = line.strip_prefix("ERROR: ").or_else(|| line.strip_prefix("FAIL: "))?;
    let (name, of) = rest.split_once(" (")?;
    let of = of.strip_suffix(')')?;
    let is_word =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || "_.".contains(c));
    if !is_word(name) || !is_word(of) {
        return None;
    }
    Some(if of.ends_with(&format!(".{name}")) { of.to_owned() } else { format!("{of}.{name}") })
}

/// `FAILED tests/test_a.py::test_it - RuntimeError: …`.
fn summary_of(line: &str) -> Option<Summary> {
    let rest = line.strip_prefix("FAILED ").or_else(|| line.strip_prefix("ERROR "))?;
    let (node, message) = match rest.split_once(" - ") {
        Some((node, message)) => (node, Some(short(message))),
        None => (rest, None),
    };
    let is_node = node.contains(".py") && (node.contains("::") || node.ends_with(".py"));
    is_node.then(|| Summary { node: node.trim().to_owned(), message, is_taken: false })
}

/// `tests/test_a.py::test_it FAILED [ 10%]`, and what xdist makes of it.
fn status_of(line: &str) -> Option<String> {
    if let Some(rest) = line.strip_prefix("[gw") {
        let (_, rest) = rest.split_once("] ")?;
        let rest = rest.split_once("] ").map_or(rest, |(_, rest)| rest);
        let node = rest.strip_prefix("FAILED ").or_else(|| rest.strip_prefix("ERROR "))?;
        return node.contains("::").then(|| node.trim().to_owned());
    }
    let (node, rest) = line.split_once(".py::")?;
    let end = rest.find(" FAILED").or_else(|| rest.find(" ERROR"))?;
    let after = rest[end..].trim_start_matches([' ', 'F', 'A', 'I', 'L', 'E', 'D', 'R', 'O']).trim();
    let is_status = !node.contains(' ') && (after.is_empty() || after.starts_with('['));
    is_status.then(|| format!("{node}.py::{}", &rest[..end]))
}

/// The place that a line of a traceback or a warning names.
fn place_in(line: &str) -> Option<Place> {
    let text = bare(line);
    if let Some(rest) = text.strip_prefix("File \"") {
        let (path, rest) = rest.split_once("\", line ")?;
        return place(path, rest);
    }
    if let Some(rest) = text.strip_prefix("file ") {
        let (path, rest) = rest.split_once(", line ")?;
        return place(path, rest);
    }
    let (path, rest) = text.split_once(".py:")?;
    if path.contains(['"', '\'', '(', '=']) || path.len() > 400 {
        return None;
    }
    let path = path.rsplit_once(' ').map_or(path, |(_, path)| path);
    place(&format!("{path}.py"), rest)
}

fn place(path: &str, rest: &str) -> Option<Place> {
    let digits: &str = &rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())];
    Some(Place { path: path.to_owned(), line: digits.parse().ok()? })
}

/// Whether a line is how Python ends a traceback: `package.Error: words`.
fn is_exception_line(text: &str) -> bool {
    let class = text.split(':').next().unwrap_or_default();
    let is_name = class.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && class.chars().all(|c| c.is_alphanumeric() || "_.".contains(c));
    let last = class.rsplit('.').next().unwrap_or_default();
    is_name && last.starts_with(char::is_uppercase)
}

fn short(text: &str) -> String {
    text.chars().take(LONGEST_MESSAGE).collect()
}
