//! Why tests fail, or none runs: the causes that `doctor` knows, with the tests of each.

use std::collections::BTreeMap;
use std::path::Path;

use loopmend_core::{ProbeFrame, TestFailure, TestOutcome};
use loopmend_errors::{KnownError, recognize};
use loopmend_project::Project;
use loopmend_runner::Recording;
use loopmend_runner::pytest::{Ending, INTERNAL_ERROR, USAGE};
use loopmend_verify::{FailureCause, State, TestState};

use super::evidence::exception;
use super::suite::Run;
use crate::render::failing;

/// Why a test has no exception.
const UNFINISHED: &str = "the test did not end: it hung, or its process ended";

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

/// The causes of a run, that of most tests first; first of all why pytest did not start.
pub(super) fn causes(project: &Project, run: &Run) -> Vec<Cause> {
    let mut found: BTreeMap<(String, Option<String>), Cause> = BTreeMap::new();
    let outcomes = run.outcomes();
    for failure in &run.recording.verification.failures {
        let outcome = outcomes.get(failure.test.as_str());
        if outcome.is_some_and(|outcome| TestState::of(Some(*outcome)).state != State::Bad) {
            continue;
        }
        let text = format!("{}: {}", failure.exception.class, failure.exception.words);
        let mut cause = cause_of(&text, exception(failure));
        cause.failing.place = innermost(project, failure);
        // The same words at two places are two failures; a known cause may show at many.
        let place = cause.failing.place.clone().filter(|_| cause.failing.cure.is_none());
        let cause = found.entry((cause.failing.cause.clone(), place)).or_insert(cause);
        cause.failing.tests.push(failure.test.clone());
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
    }
    let mut causes: Vec<Cause> = found.into_values().collect();
    causes.sort_by_key(|cause| std::cmp::Reverse(cause.failing.tests.len()));
    causes.splice(0..0, refusal(project, run));
    causes
}

/// The cause that a text is known for; else what is said.
fn cause_of(text: &str, otherwise: String) -> Cause {
    let known: Option<&KnownError> = recognize(text).first().map(|found| found.error());
    Cause {
        rules: known.map(|known| known.rules.clone()).unwrap_or_default(),
        failing: FailureCause {
            cause: known.map_or(otherwise, |known| known.cause.clone()),
            cure: known.map(|known| known.cure.clone()),
            place: None,
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
        Ending::Hung => Some("no test began or ended in time, and pytest was stopped".to_owned()),
        Ending::Signal(signal) => Some(format!("pytest was killed by signal {signal}")),
        Ending::Status(status) if status > 5 => Some(format!("pytest ended with status {status}")),
        Ending::Status(INTERNAL_ERROR | USAGE) => Some(match words_of_error(&run.printed) {
            Some(words) => format!("pytest did not run the tests: {words}"),
            None => "pytest did not run the tests".to_owned(),
        }),
        _ if run.recording.is_lost => {
            Some("something removed the directory of the probe, so what the tests did is unknown".to_owned())
        }
        _ if run.recording.unfinished > 0 => {
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
    use super::words_of_error;

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
