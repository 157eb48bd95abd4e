//! Why tests fail, or none runs: the causes that `doctor` knows, with the tests of each.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;

use loopmend_core::{Diagnostic, Level, LineIndex, NoteKind, ProbeFrame, TestFailure, TestOutcome};
use loopmend_errors::{KnownError, recognize};
use loopmend_project::Project;
use loopmend_runner::Recording;
use loopmend_runner::pytest::{Ending, INTERNAL_ERROR, USAGE};
use loopmend_verify::{FailureCause, State, TestState};
use rustc_hash::{FxHashMap, FxHashSet};

use super::alike::{without_addresses, without_chance};
use super::evidence::{exception, is_test, without_parameters};
use super::outside::Outside;
use super::suite::Run;
use crate::render::{Sources, failing};

/// Why a test has no exception.
pub(super) const UNFINISHED: &str = "the test did not end: it hung, or its process ended";

/// A finding of more lines explains failures of its first lines only.
const MOST_LINES: u32 = 5;

/// Why some tests fail.
pub(super) struct Cause {
    /// The cause with its tests.
    pub(super) failing: FailureCause,
    /// The codes of the rules that find it in a project.
    pub(super) rules: Vec<String>,
}

impl Cause {
    /// One line for a terminal.
    pub(super) fn words(&self) -> String {
        let FailureCause { cause, place, tests, .. } = &self.failing;
        let place = place.as_ref().map_or(String::new(), |place| format!(" ({place})"));
        match tests.as_slice() {
            [] => format!("before the change, no test ran: {cause}{place}"),
            tests => format!("failing before the change: {}: {cause}{place}", failing(tests)),
        }
    }
}

/// The findings of a project by the lines that they stand on.
pub(super) struct KnownPlaces<'f> {
    by_line: FxHashMap<(&'f str, u32), Vec<&'f Diagnostic>>,
    /// In the order of the findings, with their first lines.
    by_file: FxHashMap<&'f str, Vec<(u32, &'f Diagnostic)>>,
}

impl<'f> KnownPlaces<'f> {
    /// The findings in the texts that a project has now.
    pub(super) fn of_project(project: &Project, findings: &'f [Diagnostic]) -> Self {
        let mut lines: FxHashMap<&str, Option<LineIndex>> = FxHashMap::default();
        Self::of(findings, |finding| {
            let read = || project.read(&project.absolute(Path::new(&finding.path))).ok();
            let index = || read().map(|source| LineIndex::new(&source.text));
            let index = lines.entry(&finding.path).or_insert_with(index).as_ref()?;
            Some((index.line(finding.span.start), index.line(finding.span.end)))
        })
    }

    /// The findings in the texts of a check.
    pub(super) fn of_texts(sources: &Sources<'_>, findings: &'f [Diagnostic]) -> Self {
        Self::of(findings, |finding| {
            let range = sources.range(&finding.path, finding.span);
            Some((range.start.line, range.end.line))
        })
    }

    fn of(
        findings: &'f [Diagnostic],
        mut lines_of: impl FnMut(&'f Diagnostic) -> Option<(u32, u32)>,
    ) -> Self {
        let mut by_line: FxHashMap<_, Vec<_>> = FxHashMap::default();
        let mut by_file: FxHashMap<_, Vec<_>> = FxHashMap::default();
        for finding in findings.iter().filter(|finding| finding.level != Level::Ignore) {
            let Some((first, last)) = lines_of(finding) else { continue };
            by_file.entry(finding.path.as_str()).or_default().push((first, finding));
            for line in first..=last.min(first + MOST_LINES) {
                by_line.entry((finding.path.as_str(), line)).or_default().push(finding);
            }
        }
        by_line.values_mut().for_each(|there| there.sort_by_key(|finding| Reverse(finding.level)));
        Self { by_line, by_file }
    }

    /// The finding that explains a failure: it stands on a line that the failure came through, and both speak of the same. The
    /// innermost one, with its place.
    fn of_failure(&self, project: &Project, failure: &TestFailure) -> Option<(&'f Diagnostic, String)> {
        failure.frames.iter().find_map(|frame| {
            let path = project.display(Path::new(&frame.file));
            let there = self.by_line.get(&(path.as_str(), frame.line))?;
            let found = there.iter().find(|finding| explains(&finding.message, &failure.exception.words))?;
            Some((*found, format!("{path}:{}", frame.line)))
        })
    }
}

impl KnownPlaces<'_> {
    /// The place of a finding of some rules in the file of a test, one about the test itself first.
    fn of_rules(&self, rules: &[String], test: &str) -> Option<String> {
        let (path, name) = without_parameters(test).split_once("::")?;
        let of_rules = |(_, finding): &&(u32, &Diagnostic)| rules.contains(&finding.code.to_string());
        let there: Vec<_> = self.by_file.get(path)?.iter().filter(of_rules).collect();
        let function = name.rsplit("::").next().unwrap_or(name);
        let is_own = |(_, finding): &&&(u32, &Diagnostic)| {
            is_test(test, path, &finding.symbol) || finding.message.contains(&format!("`{function}`"))
        };
        let (line, _) = there.iter().find(is_own).or(there.first())?;
        Some(format!("{path}:{line}"))
    }
}

/// `true` if a message names what the words of an exception name, or both are about coroutines or asynchronous generators.
fn explains(message: &str, words: &str) -> bool {
    let is_in_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let said: FxHashSet<&str> = words.split(|letter| !is_in_word(letter)).collect();
    let named = message.split('`').skip(1).step_by(2);
    let mut names =
        named.flat_map(|code| code.split(|letter| !is_in_word(letter))).filter(|name| name.len() > 2);
    let are_about =
        |of_message: &str, of_words: &str| message.contains(of_message) && words.contains(of_words);
    names.any(|name| said.contains(name))
        || are_about("coroutine", "coroutine")
        || are_about("async", "async_generator")
}

/// The causes of a run, that of most tests first; first of all why pytest did not start.
pub(super) fn causes(project: &Project, run: &Run, known: &KnownPlaces<'_>, outside: &Outside) -> Vec<Cause> {
    let mut found: BTreeMap<(String, Option<String>), Cause> = BTreeMap::new();
    let outcomes = run.outcomes();
    for failure in &run.recording.verification.failures {
        let outcome = outcomes.get(failure.test.as_str());
        if outcome.is_some_and(|outcome| TestState::of(Some(*outcome)).state != State::Bad) {
            continue;
        }
        let cause = of_failure(project, failure, known, outside);
        // Assertions of the same words at two places are two failures; another cause may show at many.
        let is_of_place = cause.failing.cure.is_none() && failure.exception.class == "AssertionError";
        let place = cause.failing.place.clone().filter(|_| is_of_place);
        let key = without_chance(&cause.failing.cause);
        match found.entry((key.clone(), place)) {
            Entry::Vacant(entry) => {
                entry.insert(cause);
            }
            Entry::Occupied(entry) => add(&mut entry.into_mut().failing, cause.failing, key),
        }
    }
    let unfinished = outcomes.iter().filter(|(_, outcome)| **outcome == TestOutcome::Unfinished);
    for (test, _) in unfinished {
        let cause = cause_of("", UNFINISHED.to_owned());
        let cause = found.entry((UNFINISHED.to_owned(), None)).or_insert(cause);
        cause.failing.tests.push((*test).to_owned());
    }
    for Cause { failing, .. } in found.values_mut() {
        failing.tests.sort();
        failing.tests.dedup();
        failing.more_places.sort();
        failing.more_places.dedup();
    }
    let mut causes: Vec<Cause> = found.into_values().collect();
    causes.sort_by_key(|cause| Reverse(cause.failing.tests.len()));
    causes.splice(0..0, refusal(project, run));
    causes
}

/// Adds a failure of the same cause. Where the words differ by chance, those are shown that both have in common.
fn add(cause: &mut FailureCause, other: FailureCause, in_common: String) {
    if cause.cause != other.cause {
        cause.cause = in_common;
    }
    if other.place != cause.place {
        cause.more_places.extend(other.place);
    }
    cause.tests.extend(other.tests);
}

/// The cause of one failure: what is known of the text, else a finding, else what is said.
fn of_failure(project: &Project, failure: &TestFailure, known: &KnownPlaces<'_>, outside: &Outside) -> Cause {
    let text = format!("{}: {}", failure.exception.class, failure.exception.words);
    let mut cause = cause_of(&text, outside.words(&without_addresses(&exception(failure))));
    let found = known.of_failure(project, failure);
    if let (None, Some((finding, _))) = (&cause.failing.cure, &found) {
        cause.failing.cause = format!("{} (`{}`, {})", finding.message, finding.rule, finding.code);
        cause.failing.cure = find_cure(finding);
        cause.failing.rule = Some(finding.code.to_string());
        cause.rules.push(finding.code.to_string());
    }
    let of_rules = || known.of_rules(&cause.rules, &failure.test);
    let place = found.map(|(_, place)| place);
    cause.failing.place = place.or_else(|| innermost(project, failure)).or_else(of_rules);
    cause.failing.tests = vec![failure.test.clone()];
    cause
}

/// Returns the advice about a finding: the title of its fix, or else its first `help`.
fn find_cure(finding: &Diagnostic) -> Option<String> {
    let help =
        || finding.notes.iter().find(|note| note.kind == NoteKind::Help).map(|note| note.message.clone());
    finding.fix.as_ref().map(|fix| fix.title.clone()).or_else(help)
}

/// The cause that a text is known for; else what is said.
fn cause_of(text: &str, otherwise: String) -> Cause {
    let known: Option<&KnownError> = recognize(text).first().map(|found| found.error());
    Cause {
        rules: known.map(|known| known.rules.clone()).unwrap_or_default(),
        failing: FailureCause {
            cause: known.map_or(otherwise, |known| known.cause.clone()),
            rule: None,
            cure: known.map(|known| known.cure.clone()),
            place: None,
            more_places: Vec::new(),
            tests: Vec::new(),
        },
    }
}

/// The innermost place of a failure in the project.
fn innermost(project: &Project, failure: &TestFailure) -> Option<String> {
    let is_of_project =
        |frame: &&ProbeFrame| project.files().iter().any(|file| file.path == Path::new(&frame.file));
    let frame = failure.frames.iter().find(is_of_project)?;
    Some(format!("{}:{}", project.display(Path::new(&frame.file)), frame.line))
}

/// Why pytest ran no test: it was called in a wrong way, met an error of its own, or could not import a `conftest.py`.
fn refusal(project: &Project, run: &Run) -> Option<Cause> {
    let is_refused = matches!(run.ending, Ending::Status(INTERNAL_ERROR | USAGE));
    let words = ending_in_words(run).filter(|_| is_refused && run.recording.tests.is_empty())?;
    let said: Vec<&str> = said_of_error(&run.printed).collect();
    let mut cause = cause_of(&said.join("\n"), words);
    let files = project.files();
    let place = |line: &str| {
        let mut parts = line.split(':');
        let (path, number) = (parts.next()?, parts.next()?.parse::<u32>().ok()?);
        files.iter().any(|file| file.display == path).then(|| format!("{path}:{number}"))
    };
    cause.failing.place = run.printed.lines().rev().find_map(place);
    Some(cause)
}

/// What could not be collected, with the reason.
pub(super) fn collection_failures(recording: &Recording) -> impl Iterator<Item = &TestFailure> {
    recording.verification.failures.iter().filter(|failure| failure.phase == "collection")
}

/// Why a run has no test of this node id.
pub(super) fn why_not_collected(run: &Run, test: &str) -> String {
    let file = test.split("::").next();
    let failure = collection_failures(&run.recording).find(|failure| Some(failure.test.as_str()) == file);
    let why = failure.map(exception).or_else(|| ending_in_words(run));
    why.unwrap_or_else(|| "its file has no such test".to_owned())
}

/// How a session ended, where that is not by running to its end.
pub(super) fn ending_in_words(run: &Run) -> Option<String> {
    match run.ending {
        Ending::TimedOut if run.time.is_zero() => Some("the budget was over before the run".to_owned()),
        Ending::TimedOut => Some("the budget was over, and pytest was stopped".to_owned()),
        Ending::Hung => Some("no test began or ended in time, and pytest was stopped".to_owned()),
        Ending::Signal(signal) => Some(format!("pytest was killed by signal {signal}")),
        Ending::Status(status) if status > 5 => Some(format!("pytest ended with status {status}")),
        Ending::Status(INTERNAL_ERROR | USAGE) => Some(match words_of_error(&run.printed) {
            Some(words) => format!("pytest did not run the tests: {words}"),
            None => "pytest did not run the tests".to_owned(),
        }),
        _ if run.recording.is_lost => {
            Some("something removed the records of what the tests did, which is unknown".to_owned())
        }
        // The hanging test says already why its process was stopped.
        _ if run.recording.unfinished > 0 && run.recording.cut_off.is_empty() => {
            Some("a process of pytest ended before its session did".to_owned())
        }
        _ => None,
    }
}

/// The lines in which pytest says what went wrong, without source and tracebacks.
fn said_of_error(printed: &str) -> impl Iterator<Item = &str> {
    let of_error = printed.lines().filter_map(|line| {
        line.strip_prefix("INTERNALERROR> ")
            .or_else(|| line.strip_prefix("E   "))
            .or_else(|| line.strip_prefix("ERROR: "))
            .or_else(|| line.split_once(": error: ").map(|(_, words)| words))
    });
    of_error
        .filter(|line| !line.starts_with(' ') && !line.trim().is_empty() && !line.starts_with("Traceback "))
}

/// The last exception among them, or what is said last.
pub(super) fn words_of_error(printed: &str) -> Option<String> {
    let exception = said_of_error(printed).filter(|line| is_exception(line)).last();
    let line = exception.or_else(|| said_of_error(printed).last())?;
    Some(shortened(line.trim().trim_end_matches('.')))
}

/// Whether a line begins with the name of a class and a colon.
fn is_exception(line: &str) -> bool {
    let Some((class, _)) = line.split_once(": ") else { return false };
    let is_name =
        |name: &str| !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    let last = class.rsplit('.').next().unwrap_or_default();
    class.split('.').all(is_name) && last.starts_with(char::is_uppercase)
}

/// The first words of a long text.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 160;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use loopmend_verify::FailureCause;

    use super::{add, explains, words_of_error};

    #[test]
    fn a_finding_explains_what_names_the_same() {
        for (message, words) in [
            (
                "`Order` takes no argument `max_attempt`",
                "Order.__init__() got an unexpected keyword argument 'max_attempt'",
            ),
            (
                "coroutine `Worker.total` is used without `await`",
                "assert <coroutine object Worker.total at 0x7f> == 1",
            ),
            ("coroutine `make` is used without `await`", "'coroutine' object has no attribute 'value'"),
            ("async fixture `db` is not awaited", "'async_generator' object has no attribute 'execute'"),
            (
                "module `orders` has no name `Refused`",
                "ImportError while importing\ncannot import name 'Refused' from 'orders'",
            ),
        ] {
            assert!(explains(message, words), "{message}");
        }
        for (message, words) in [
            ("results of `gather` are discarded", "assert 0 > 0"),
            ("`Order` takes no argument `max_attempt`", "assert order_total == 3"),
            ("`f` blocks the event loop", "'coroutine' object has no attribute 'value'"),
        ] {
            assert!(!explains(message, words), "{message}");
        }
    }

    #[test]
    fn failures_of_one_cause_have_their_places_and_what_they_have_in_common() {
        let failure = |words: &str, place: &str| FailureCause {
            cause: words.to_owned(),
            rule: None,
            cure: None,
            place: Some(place.to_owned()),
            more_places: Vec::new(),
            tests: vec![format!("{place} test")],
        };
        let mut cause = failure("refused: localhost:5001", "a.py:1");
        add(&mut cause, failure("refused: localhost:5002", "a.py:1"), "refused: localhost:<port>".to_owned());
        add(&mut cause, failure("refused: localhost:5003", "b.py:2"), "refused: localhost:<port>".to_owned());
        assert_eq!(cause.cause, "refused: localhost:<port>");
        assert_eq!((cause.place.as_deref(), cause.more_places), (Some("a.py:1"), vec!["b.py:2".to_owned()]));
        assert_eq!(cause.tests.len(), 3);
    }

    #[test]
    fn an_error_is_told_by_the_line_that_names_it() {
        let words = |printed: &str| words_of_error(printed).unwrap_or_default();
        let internal = "INTERNALERROR> Traceback (most recent call last):\nINTERNALERROR>   File \"x.py\", line 3, in f\n\
                        INTERNALERROR> pytest.PytestWarning: the option is unset.\nINTERNALERROR> Set it to: \"a\".\n";
        assert_eq!(words(internal), "pytest.PytestWarning: the option is unset");
        assert_eq!(words("x.py:1: W: unset\nERROR: 'legacy' is not valid.\n"), "'legacy' is not valid");
        let usage = "ERROR: usage: pytest [options]\npytest: error: unrecognized arguments: --cov\n";
        assert_eq!(words(usage), "unrecognized arguments: --cov");
        assert_eq!(words("nothing to see\n"), "");
    }
}
