//! Reads what pytest, unittest or a program printed, as it comes: memory grows with the number of failing tests, not with
//! the length.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};
use std::path::Path;

use anstream::adapter::StripBytes;

use crate::clean::{bare, is_marked_error, without_time};
use crate::matcher::{Condensed, Match, cut_line, find};
use crate::reading::{End, Extent, Failure, Place, Reading, Sight, Verdict, coroutine_in};
use crate::surroundings::{Marks, marks_of_line, marks_of_warning};
use crate::traceback::{Chain, Fate, Tracebacks};

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
    /// Whether the last piece ended in the middle of a line.
    is_in_line: bool,
    section: Section,
    /// How wide pytest draws its headings.
    width: usize,
    /// Whether what a test printed or logged is being shown.
    is_captured: bool,
    block: Block,
    /// The name of the test that the block is about.
    header: Option<String>,
    failed: Vec<FailedBlock>,
    /// The lines of the short summary.
    summary: Vec<Summary>,
    /// The tests that `-v` says failed.
    statuses: Vec<String>,
    /// What ran the tests, if any ran.
    runner: Option<&'static str>,
    /// The traceback that ended the program.
    ended: Option<End>,
    reading: Reading,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Section {
    #[default]
    Other,
    Failures,
    /// All of it is about one test.
    OneTest,
}

/// A part of the output that is about one test, or about none.
#[derive(Default)]
struct Block {
    text: Condensed,
    /// With the numbers of their lines.
    places: Vec<(u32, Place)>,
    /// The numbers of the lines that pytest marks as what an exception says.
    marked: HashSet<u32>,
    /// The numbers of the lines that may be source.
    source: HashSet<u32>,
    /// Whether pytest marks any line so.
    has_marked: bool,
    /// The last message that is marked so, or ends a traceback.
    message: Option<String>,
    /// The last line of source.
    source_line: String,
    /// The one above the message.
    raised_at: Option<String>,
    is_in_traceback: bool,
    tracebacks: Tracebacks,
    /// What all of its lines show.
    marks: Marks,
    /// The lines of warnings, with the places that they name, if they name any.
    warnings: HashMap<u32, Option<Place>>,
    /// The names of the coroutines that lines are about.
    coroutines: HashMap<u32, String>,
    /// Where the coroutines of tasks are that a log names, with the numbers of the lines.
    tasks: Vec<(u32, Place)>,
    /// What was found and noted before the end, with its line.
    noted: HashSet<(usize, u32)>,
    /// What was found first in a marked line.
    verdict: Option<Match>,
    /// What was found in other lines, each error once.
    unmarked: Vec<Unmarked>,
}

/// What was found in a line of a test that is not marked.
struct Unmarked {
    found: Match,
    sight: Sight,
    /// Whether the line may be source.
    is_source: bool,
}

/// What was found in the block of a test.
struct FailedBlock {
    name: String,
    paths: BTreeSet<String>,
    place: Option<Place>,
    verdict: Option<Match>,
    message: Option<String>,
    raised_at: Option<String>,
    marks: Marks,
}

/// A line of the short summary, or one that `-v` writes of a test that failed.
struct Summary {
    node: String,
    message: Option<String>,
    is_taken: bool,
}

/// Reads why one test failed, from its traceback. The test has no name yet.
pub fn read_failure(text: &str) -> Failure {
    let mut reader = OutputReader::of_one_test();
    reader.feed(text.as_bytes());
    let mut reading = reader.finish();
    reading.mark("pytest");
    reading.failures.pop().unwrap_or_else(|| Failure {
        test: String::new(),
        place: None,
        verdict: Verdict::Unknown(None),
        raised_at: None,
        marks: Marks::default(),
    })
}

impl OutputReader {
    /// For a text that is about one test that failed.
    pub(crate) fn of_one_test() -> Self {
        Self { header: Some(String::new()), section: Section::OneTest, ..Self::default() }
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
                        self.end_piece(false);
                    }
                    self.line.extend_from_slice(slice);
                }
                if is_end {
                    self.end_piece(true);
                }
            }
        }
        self.strip = strip;
    }

    /// What was in all of it.
    pub fn finish(mut self) -> Reading {
        if !self.line.is_empty() {
            self.end_piece(true);
        }
        self.end_block();
        let mut reading = std::mem::take(&mut self.reading);
        reading.extent = Extent::Lines(self.number as usize);
        reading.is_binary = self.strange * 20 > self.bytes.max(1);
        reading.failures = self.failures();
        reading.follow();
        reading.rank(self.ended.take().filter(|_| self.runner.is_none()));
        reading.mark(self.runner.unwrap_or("program"));
        reading
    }

    /// Takes a line, or a piece of one.
    fn end_piece(&mut self, is_end: bool) {
        let bytes = std::mem::take(&mut self.line);
        self.number = self.number.saturating_add(u32::from(!self.is_in_line));
        self.is_in_line = !is_end;
        let text = String::from_utf8_lossy(&bytes);
        let line = without_time(text.trim_end());
        self.take_line(line);
        self.line = bytes;
        self.line.clear();
    }

    fn take_line(&mut self, line: &str) {
        if is_capture(line) {
            self.end_block();
            self.is_captured = true;
            return;
        }
        if self.section != Section::OneTest && self.is_structure(line) {
            return;
        }
        self.block.take(line, self.number);
        if self.block.text.len() > LONGEST_BLOCK {
            self.look_through();
            self.block.text.keep_last(OVERLAP);
            self.block.forget_lines();
        }
    }

    /// Takes a line that pytest or unittest write between texts, if it is one.
    fn is_structure(&mut self, line: &str) -> bool {
        if let Some(section) = section_of(line).filter(|_| self.is_heading(line)) {
            self.end_block();
            self.runner = Some("pytest");
            self.section = section;
            self.width = width(line);
            self.is_captured = false;
            return true;
        }
        if self.section == Section::Failures {
            let Some(name) = header_of(line).filter(|_| self.is_heading(line)) else { return false };
            self.end_block();
            self.is_captured = false;
            self.header = Some(name);
            return true;
        }
        !self.is_captured && self.is_of_run(line)
    }

    /// Whether a line is as wide as pytest draws its headings, where a test may have printed one like them. A name may be wider.
    fn is_heading(&self, line: &str) -> bool {
        let width = width(line);
        let is_wide_name = line.starts_with("_ ") && width > self.width;
        !self.is_captured || self.width == 0 || width == self.width || is_wide_name
    }

    /// Takes a line about one test that stands outside of the failures, if it is one.
    fn is_of_run(&mut self, line: &str) -> bool {
        // What unittest says when all tests were run.
        if line.starts_with("Ran ") && line.contains(" test") {
            self.end_block();
            self.runner.get_or_insert("unittest");
        }
        if let Some(name) = unittest_header_of(line) {
            self.end_block();
            self.runner.get_or_insert("unittest");
            self.header = Some(name);
        } else if let Some(summary) = summary_of(line) {
            self.summary.push(summary);
        } else if let Some(node) = status_of(line) {
            self.statuses.push(node);
        } else {
            return false;
        }
        true
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
            if self.header.is_none() {
                self.reading.see(what, self.block.sight(what, found.line));
            } else if self.block.marked.contains(&found.line) {
                self.block.verdict.get_or_insert(what);
            } else {
                self.block.note_unmarked(what, found.line);
            }
        }
        self.block.noted = noted;
    }

    fn end_block(&mut self) {
        self.look_through();
        let block = std::mem::take(&mut self.block);
        let Some(name) = self.header.take() else {
            self.ended = block.tracebacks.last_ended().map(Chain::as_end).or(self.ended.take());
            let is_known = !block.noted.is_empty();
            if let Some(message) =
                block.message.filter(|_| !is_known && self.reading.unknown.len() < MOST_UNKNOWN)
            {
                self.reading.unknown.push(message);
            }
            return;
        };
        let mut verdict = block.verdict;
        if block.has_marked {
            for unmarked in block.unmarked.into_iter().filter(|unmarked| !unmarked.is_source) {
                self.reading.see(unmarked.found, unmarked.sight);
            }
        } else {
            verdict = block.unmarked.first().map(|unmarked| unmarked.found);
        }
        let places = || block.places.iter().map(|(_, place)| place);
        let place = places().rev().find(|place| place.is_of_project()).cloned();
        self.failed.push(FailedBlock {
            name,
            paths: places().map(|place| place.path.clone()).collect(),
            verdict,
            message: block.message,
            raised_at: block.raised_at.filter(|_| place.is_none()),
            place,
            marks: block.marks,
        });
    }

    /// The lines of the summary, and what `-v` says of tests that are not in it.
    fn listed(&mut self) -> Vec<Summary> {
        let mut listed = std::mem::take(&mut self.summary);
        let known: HashSet<String> = listed.iter().map(|summary| summary.node.clone()).collect();
        let statuses = std::mem::take(&mut self.statuses).into_iter().filter(|node| !known.contains(node));
        listed.extend(statuses.map(|node| Summary { node, message: None, is_taken: false }));
        listed
    }

    /// Brings together the blocks of the tests and the lines about them.
    fn failures(&mut self) -> Vec<Failure> {
        let mut listed = self.listed();
        let mut by_name = by_name(&listed);
        let mut failures = Vec::new();
        for block in std::mem::take(&mut self.failed) {
            let named = by_name.get_mut(&block.name);
            let summary = named.and_then(|named| block.summary(named, &listed)).map(|at| &mut listed[at]);
            failures.push(block.failure(summary));
        }
        let mut known: HashSet<String> = failures.iter().map(|failure| failure.test.clone()).collect();
        for summary in listed.into_iter().filter(|summary| !summary.is_taken) {
            // A test that fails and then cannot be torn down has two lines and may have one block.
            if known.insert(summary.node.clone()) {
                let verdict = verdict_of(summary.message.as_deref());
                let verdict = verdict.map_or(Verdict::Unknown(summary.message), Verdict::Known);
                failures.push(Failure {
                    test: summary.node,
                    place: None,
                    verdict,
                    raised_at: None,
                    marks: Marks::default(),
                });
            }
        }
        failures
    }
}

/// The places of lines by the names that the header of a block may give to their tests.
fn by_name(listed: &[Summary]) -> HashMap<String, VecDeque<usize>> {
    let mut by_name: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (at, summary) in listed.iter().enumerate() {
        let name = called(&summary.node).unwrap_or_else(|| summary.node.clone());
        if name != summary.node {
            by_name.entry(summary.node.clone()).or_default().push_back(at);
        }
        by_name.entry(name).or_default().push_back(at);
    }
    by_name
}

impl FailedBlock {
    /// Takes the line that is about the test, of those that have its name; of several the one in a file that the block names.
    fn summary(&self, named: &mut VecDeque<usize>, listed: &[Summary]) -> Option<usize> {
        let is_free = |at: &usize| !listed[*at].is_taken;
        let is_in_file = |at: &usize| {
            let file = listed[*at].node.split("::").next().unwrap_or_default();
            self.paths.iter().any(|path| Path::new(path).ends_with(file))
        };
        let of_file = named.iter().position(|at| is_free(at) && is_in_file(at));
        named.remove(of_file.or_else(|| named.iter().position(is_free))?)
    }

    /// What is known of the test, with the line about it.
    fn failure(self, summary: Option<&mut Summary>) -> Failure {
        let Self { name: mut test, place, mut verdict, mut message, raised_at, marks, .. } = self;
        if let Some(summary) = summary {
            summary.is_taken = true;
            test.clone_from(&summary.node);
            // A test may have two lines, of which one is about its teardown: the block itself says more.
            if verdict.is_none() && message.is_none() {
                verdict = verdict_of(summary.message.as_deref());
                message.clone_from(&summary.message);
            }
        } else if let Some(place) = &place
            && !test.contains("::")
        {
            test = format!("{}::{}", place.path, test.replace('.', "::"));
        }
        let verdict = verdict.map_or(Verdict::Unknown(message), Verdict::Known);
        let marks = marks.with(marks_of_line(&test));
        Failure { test, place, verdict, raised_at, marks }
    }
}

impl Block {
    fn take(&mut self, line: &str, number: u32) {
        let text = bare(line);
        let place = place_in(line);
        self.tracebacks.take(line, number, place.as_ref());
        self.marks = self.marks.with(marks_of_line(line));
        if is_warning_with_place(text) {
            self.warnings.insert(number, place.clone());
        }
        if let Some(name) = coroutine_in(text) {
            self.coroutines.insert(number, name);
        }
        if let Some(task) = task_in(text) {
            self.tasks.push((number, task));
        }
        if let Some(place) = place
            && self.places.len() < MOST_PLACES
        {
            self.places.push((number, place));
        }
        if is_marked_error(line) {
            self.has_marked = true;
            self.marked.insert(number);
            if is_exception_line(text) || self.message.is_none() {
                self.end_with(text);
            }
        } else if line.contains("Traceback (most recent call last)") {
            self.is_in_traceback = true;
        } else if self.is_in_traceback && is_exception_line(text) {
            self.is_in_traceback = false;
            self.end_with(text);
        }
        if is_source(line) {
            self.source.insert(number);
            if !is_underline(text) {
                text.clone_into(&mut self.source_line);
            }
        }
        self.text.push(text, number);
    }

    /// Takes what an exception says.
    fn end_with(&mut self, text: &str) {
        self.message = Some(short(text));
        self.tracebacks.end_with(&short(text));
        self.raised_at = (!text.contains(' ')).then(|| self.source_line.clone());
    }

    /// Notes what is known in a line that pytest does not mark, once for each error.
    fn note_unmarked(&mut self, found: Match, line: u32) {
        if self.unmarked.iter().all(|known| known.found.index() != found.index()) {
            let sight = self.sight(found, line);
            self.unmarked.push(Unmarked { found, sight, is_source: self.source.contains(&line) });
        }
    }

    /// Forgets the lines whose text is gone.
    fn forget_lines(&mut self) {
        let first = self.text.first_line();
        self.places.clear();
        self.tasks.clear();
        self.coroutines.retain(|line, _| *line >= first);
        self.warnings.retain(|line, _| *line >= first);
        self.marked.retain(|line| *line >= first);
        self.source.retain(|line| *line >= first);
    }

    /// What is known of a text that a line begins.
    fn sight(&self, found: Match, line: u32) -> Sight {
        let error = found.error();
        let coroutine = self.coroutines.get(&line).cloned();
        if let Some(named) = self.warnings.get(&line).filter(|_| found.text().warning().is_some()) {
            let place = named.clone().filter(Place::is_of_project);
            let marks = named.as_ref().map(|place| marks_of_warning(&place.path)).unwrap_or_default();
            return Sight { line, is_aside: error.after && place.is_none(), place, marks, coroutine };
        }
        let chain = self.tracebacks.at(line);
        let marks = chain.map(|chain| chain.marks).unwrap_or_default();
        let is_aside = chain.is_some_and(|chain| chain.fate == Fate::Ignored);
        let task = self.task_below(line).filter(|_| found.text().of.is_none());
        let place = match (task, chain) {
            (Some(place), _) => Some(place).filter(Place::is_of_project),
            (None, Some(chain)) => self.place_between(chain.start, line).or_else(|| chain.place.clone()),
            (None, None) if error.after => None,
            (None, None) => self.place_between(self.tracebacks.end_above(line), line),
        };
        Sight { line, place, marks, coroutine, is_aside }
    }

    /// The place of the coroutine whose task a log names right below a line.
    fn task_below(&self, line: u32) -> Option<Place> {
        let is_below = |number: u32| number > line && number <= line + 2;
        self.tasks.iter().find(|(number, _)| is_below(*number)).map(|(_, place)| place.clone())
    }

    /// The last place in the project above a line, or in it, and not above the first one.
    fn place_between(&self, first: u32, line: u32) -> Option<Place> {
        let before = self.places.iter().rev().filter(|(number, _)| *number <= line);
        // What stands further away belongs to something else.
        let near = before.take_while(|(number, _)| line - number < 120 && *number >= first);
        near.map(|(_, place)| place).find(|place| place.is_of_project()).cloned()
    }
}

/// Whether a line is a warning that names the line of code it is about: `sys:1: RuntimeWarning: …`.
fn is_warning_with_place(text: &str) -> bool {
    let Some((head, _)) = text.split_once("Warning: ") else { return false };
    let Some((place, class)) = head.rsplit_once(": ") else { return false };
    let line = place.rsplit_once(':').map_or(place, |(_, line)| line);
    class.chars().all(char::is_alphanumeric) && line.chars().all(|c| c.is_ascii_digit())
}

/// Where the coroutine of a task is, as a log names the task: `task: <Task pending coro=<work() running at a.py:5>>`.
fn task_in(text: &str) -> Option<Place> {
    let task = text.strip_prefix("task: <").or_else(|| text.strip_prefix("future: <"))?;
    let (_, at) = task.split_once(" running at ").or_else(|| task.split_once(" defined at "))?;
    let (path, rest) = at.split_once(".py:")?;
    place(&format!("{path}.py"), rest)
}

/// What pytest calls a test in the header of its failure: `TestIt.test_load[1]`.
fn called(node: &str) -> Option<String> {
    let (_, rest) = node.split_once("::")?;
    Some(match rest.split_once('[') {
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
        _ => Section::Other,
    })
}

/// Whether a line begins what a test printed or logged: `---- Captured log call ----`.
fn is_capture(line: &str) -> bool {
    let words = line.trim_matches('-');
    line.starts_with("---")
        && [" Captured stdout", " Captured stderr", " Captured log"]
            .iter()
            .any(|begin| words.starts_with(begin))
}

fn width(line: &str) -> usize {
    line.chars().count()
}

/// Whether a line of a failing test may be one of source, or of what a traceback shows of it.
fn is_source(line: &str) -> bool {
    line.starts_with("    ") || line.starts_with('>')
}

/// Whether Python marks a part of the line above by it.
fn is_underline(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '^' | '~' | ' '))
}

/// The test that a line is the header of, as pytest writes it: `____ TestIt.test_load ____`, with as much on the right as
/// on the left, or one more.
fn header_of(line: &str) -> Option<String> {
    let left = line.len() - line.trim_start_matches('_').len();
    let right = line.len() - line.trim_end_matches('_').len();
    let is_even = left > 0 && (right == left || right == left + 1);
    let inner = line.get(left..line.len().checked_sub(right)?).filter(|_| is_even)?;
    let inner = inner.strip_prefix(' ')?.strip_suffix(' ')?;
    let name = ["ERROR at setup of ", "ERROR at teardown of ", "ERROR collecting "]
        .iter()
        .find_map(|words| inner.strip_prefix(words))
        .unwrap_or(inner);
    // Between the frames of a traceback there is `_ _ _ _`.
    name.contains(|c: char| c != '_' && c != ' ').then(|| name.to_owned())
}

/// The test that a line is the header of, as unittest writes it: `ERROR: test_load (tests.TestIt)`.
fn unittest_header_of(line: &str) -> Option<String> {
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
    let (node, message) = match end_of_node(rest) {
        Some(at) => (&rest[..at], Some(short(&rest[at + 3..]))),
        None => (rest, None),
    };
    is_node(node).then(|| Summary { node: node.trim_end().to_owned(), message, is_taken: false })
}

/// Where ` - ` ends the node identifier; its parameters may hold the same.
fn end_of_node(text: &str) -> Option<usize> {
    let is_end = |at: &usize| !text[..*at].contains('[') || text[..*at].ends_with(']');
    let at = || text.match_indices(" - ").map(|(at, _)| at);
    at().find(is_end).or_else(|| at().next())
}

/// Whether a text is that of a file with tests, or of a test in it. A record of a log is none: `app: web.py:12 from ::1`.
fn is_node(text: &str) -> bool {
    let file = match text.split_once(".py::") {
        Some((file, _)) => file,
        None => text.trim_end().strip_suffix(".py").unwrap_or_default(),
    };
    !file.is_empty() && !file.contains([' ', '\t', ':'])
}

/// `tests/test_a.py::test_it FAILED [ 10%]`, and what xdist makes of it.
fn status_of(line: &str) -> Option<String> {
    if let Some(rest) = line.strip_prefix("[gw") {
        let (_, rest) = rest.split_once("] ")?;
        let rest = rest.split_once("] ").map_or(rest, |(_, rest)| rest);
        let node = rest.strip_prefix("FAILED ").or_else(|| rest.strip_prefix("ERROR "))?;
        return is_node(node).then(|| node.trim_end().to_owned());
    }
    let (node, rest) = line.split_once(".py::")?;
    let end = rest.find(" FAILED").or_else(|| rest.find(" ERROR"))?;
    let after = rest[end..].trim_start_matches([' ', 'F', 'A', 'I', 'L', 'E', 'D', 'R', 'O']).trim();
    let is_status = !node.contains([' ', ':']) && (after.is_empty() || after.starts_with('['));
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
    // A record of a log: `ERROR asyncio:base_events.py:1821`.
    if without_drive(path).contains(':') {
        return None;
    }
    place(&format!("{path}.py"), rest)
}

/// A path without the `C:` of Windows.
fn without_drive(path: &str) -> &str {
    match path.as_bytes() {
        [letter, b':', b'\\' | b'/', ..] if letter.is_ascii_alphabetic() => &path[2..],
        _ => path,
    }
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

/// What is kept of a message, with `…` where it was cut.
fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST_MESSAGE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_LINE, OutputReader};
    use crate::reading::{Extent, Reading, Verdict};

    fn read(text: &str) -> Reading {
        let mut reader = OutputReader::default();
        reader.feed(text.as_bytes());
        reader.finish()
    }

    fn tests(reading: &Reading) -> Vec<&str> {
        reading.failures.iter().map(|failure| failure.test.as_str()).collect()
    }

    fn known(reading: &Reading) -> Vec<Option<&str>> {
        let id = |verdict: &Verdict| match verdict {
            Verdict::Known(found) => Some(found.error().id.as_str()),
            Verdict::Unknown(_) => None,
        };
        reading.failures.iter().map(|failure| &failure.verdict).map(id).collect()
    }

    /// A heading as wide as a terminal, as pytest draws it.
    fn heading(letter: &str, words: &str) -> String {
        let sides = 58 - words.len();
        format!("{} {words} {}", letter.repeat(sides / 2), letter.repeat(sides.div_ceil(2)))
    }

    #[test]
    fn what_a_test_printed_or_logged_is_not_why_it_failed() {
        let lines = [
            heading("=", "FAILURES"),
            heading("_", "test_sum"),
            "\n    def test_sum():\n        # RuntimeError: Event loop is closed\n>       assert 4 == 3".to_owned(),
            "E       assert 4 == 3\n\ntest_sum.py:3: AssertionError".to_owned(),
            heading("-", "Captured stdout call"),
            "___ banner ___\n=== banner ===\nFAILED other.py::test_other - RuntimeError: no running event loop".to_owned(),
            "other.py::test_more FAILED".to_owned(),
            heading("-", "Captured log call"),
            "ERROR    asyncio:base_events.py:1821 Unclosed client session".to_owned(),
            "ERROR    aiohttp.server:web_protocol.py:481 Error handling request from ::1".to_owned(),
            heading("_", "test_two"),
            "E       RuntimeError: Event loop is closed\n\ntest_two.py:3: RuntimeError".to_owned(),
            heading("=", "short test summary info"),
            "FAILED test_sum.py::test_sum - assert 4 == 3".to_owned(),
            "FAILED test_two.py::test_two - RuntimeError: Event loop is closed".to_owned(),
        ];
        let reading = read(&lines.join("\n"));
        assert_eq!(tests(&reading), ["test_sum.py::test_sum", "test_two.py::test_two"]);
        assert_eq!(known(&reading), [None, Some("loop-closed")]);
        let seen: Vec<_> = reading.seen.iter().map(|seen| seen.found.error().id.as_str()).collect();
        assert_eq!(seen, ["no-running-loop", "unclosed-client-session"]);
        assert!(reading.seen.iter().all(|seen| seen.place.is_none()), "{reading:?}");
        assert_eq!(reading.failures[0].place.as_ref().map(|place| place.line), Some(3));
    }

    #[test]
    fn records_of_logs_are_no_failing_tests() {
        for line in [
            "ERROR    aiohttp.server:web_protocol.py:481 Error handling request from ::1",
            "ERROR app/web.py:481 Error handling request from ::1",
            "ERROR web:app.py::start",
            "ERROR could not read tests/test_a.py",
            "[gw0] [ 10%] FAILED to reach ::1",
        ] {
            let reading = read(&format!("{line}\n"));
            assert!(reading.failures.is_empty(), "{line}: {reading:?}");
        }
        let lines = "ERROR tests/test_a.py - ImportError: no\nFAILED a.py::test_b[x - y] - assert 0\n";
        assert_eq!(tests(&read(lines)), ["tests/test_a.py", "a.py::test_b[x - y]"]);
    }

    #[test]
    fn a_header_has_lines_on_both_sides() {
        let text = "=== FAILURES ===\n___ banner\n_ _ _ _ _ _\n___ test_a ___\nE   RuntimeError: Event loop is closed\n\
                    _ TestWithAVeryLongName.test_with_a_very_long_name _\nE   assert 0\n";
        let reading = read(text);
        assert_eq!(tests(&reading), ["test_a", "TestWithAVeryLongName.test_with_a_very_long_name"]);
        assert_eq!(known(&reading), [Some("loop-closed"), None]);
    }

    #[test]
    fn a_failure_and_an_error_at_teardown_have_each_their_cause() {
        let text = "=== ERRORS ===\n___ ERROR at teardown of test_a ___\nE   RuntimeError: Event loop is closed\n\
                    === FAILURES ===\n___ test_a ___\nE   assert 1 == 2\n=== short test summary info ===\n\
                    FAILED a.py::test_a - assert 1 == 2\nERROR a.py::test_a - RuntimeError: Event loop is closed\n";
        let reading = read(text);
        assert_eq!(tests(&reading), ["a.py::test_a", "a.py::test_a"]);
        assert_eq!(known(&reading), [Some("loop-closed"), None]);
    }

    #[test]
    fn a_message_that_is_cut_says_so() {
        let long = "x".repeat(400);
        let text = format!(
            "=== FAILURES ===\n___ test_a ___\nE   ValueError: {long}\n___ test_b ___\nE   ValueError: x\n"
        );
        let said = read(&text).failures.into_iter().map(|failure| match failure.verdict {
            Verdict::Unknown(message) => message.unwrap_or_default(),
            Verdict::Known(_) => String::new(),
        });
        let said: Vec<String> = said.collect();
        assert!(said[0].ends_with("xx…") && said[0].len() < 320, "{said:?}");
        assert_eq!(said[1], "ValueError: x");
    }

    #[test]
    fn an_exception_without_words_follows_from_what_was_met_before() {
        let refused = "___ ERROR at setup of test_a ___\n'' requested an async fixture 'client', with no plugin or hook that handled it.\n";
        let bare = "___ ERROR at setup of test_b ___\n\n>       return super().setup()\n               ^^^^^\nE       AssertionError\n\n\
                    /venv/lib/python3.13/site-packages/pytest_asyncio/plugin.py:565: AssertionError\n";
        let of_project = bare.replace("/venv/lib/python3.13/site-packages/", "tests/");
        let said = [
            (format!("{refused}{bare}"), [Some("async-fixture-not-handled"); 2]),
            (format!("{bare}{refused}"), [None, Some("async-fixture-not-handled")]),
            (format!("{refused}{of_project}"), [Some("async-fixture-not-handled"), None]),
            (
                format!("{refused}{}", bare.replace("super().setup()", "super().other()")),
                [Some("async-fixture-not-handled"), None],
            ),
        ];
        for (text, wanted) in said {
            assert_eq!(known(&read(&format!("=== ERRORS ===\n{text}"))), wanted, "{text}");
        }
    }

    #[test]
    fn tests_of_one_name_in_several_files_are_several() {
        let lines = "b.py::test_get FAILED [ 50%]\nc.py::test_get FAILED [100%]\n";
        assert_eq!(tests(&read(lines)), ["b.py::test_get", "c.py::test_get"]);
        let blocks = "=== FAILURES ===\n___ test_get ___\n\n/x/c.py:3: in test_get\nE   RuntimeError: Event loop is closed\n\
                      ___ test_get ___\n\n/x/b.py:3: in test_get\nE   assert 0\n=== 2 failed ===\n";
        let reading = read(&format!("{lines}{blocks}"));
        assert_eq!(tests(&reading), ["c.py::test_get", "b.py::test_get"]);
        assert_eq!(known(&reading), [Some("loop-closed"), None]);
        let summary =
            "=== short test summary info ===\nFAILED b.py::test_get - assert 0\nFAILED c.py::test_get\n";
        assert_eq!(tests(&read(&format!("{lines}{blocks}{summary}"))).len(), 2);
    }

    #[test]
    fn a_line_that_is_taken_in_pieces_is_one_line() {
        let lines = |text: &str| match read(text).extent {
            Extent::Lines(count) => count,
            _ => panic!("the text is read line by line"),
        };
        let long = "x".repeat(5 * LONGEST_LINE + 1);
        assert_eq!([lines(&long), lines(&format!("{long}\n")), lines(&format!("a\n{long}\nb"))], [1, 1, 3]);
        assert_eq!([lines(""), lines("a\n\n")], [0, 2]);
    }

    #[test]
    fn failures_may_be_more_than_can_be_compared_in_pairs() {
        let mut text = String::new();
        for number in 0..300_000 {
            text.push_str(&format!("tests/test_{number}.py::test_get FAILED [ 10%]\n"));
        }
        assert_eq!(read(&text).failures.len(), 300_000);
    }
}
