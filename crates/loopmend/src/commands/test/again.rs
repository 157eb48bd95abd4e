//! The second run: the tests with findings once more, without the others and with whole stacks.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io;
use std::process::Stdio;

use loopmend_rules::Observation;
use loopmend_runner::Recording;
use loopmend_runner::pytest::{Ending, NO_TESTS};

use super::{Session, ending};
use crate::render::counted;

/// Runs the tests of some observations again, and says what the user should know of that. pytest's own words are shown with `-v`
/// only. `None` where there is nothing to be seen, or pytest does not start.
pub(super) fn run(session: &Session<'_>, observations: &[Observation]) -> Option<(Ending, Recording)> {
    if observations.is_empty() {
        return None;
    }
    let suspects = suspects(observations);
    session.note(&format!(
        "running {} again, without the other tests, to find what led to {}",
        counted(suspects.len(), "test"),
        counted(observations.len(), "finding")
    ));
    let (stdout, stderr) = match session.output.verbose() {
        true => (io::stderr().into(), Stdio::inherit()),
        false => (Stdio::null(), Stdio::null()),
    };
    match session.runner.run(&arguments(session), Some(&suspects), stdout, stderr) {
        Ok((ending, recording)) => {
            say_what_is_missing(session, &suspects, ending, &recording);
            Some((ending, recording))
        }
        Err(error) => {
            session.note(&format!("the second run did not start: {error}"));
            None
        }
    }
}

/// The tests that observations are attributed to. Files are collected in any case.
fn suspects(observations: &[Observation]) -> Vec<String> {
    let places = observations.iter().map(|observation| &observation.sighting.born);
    let of_tests = places.filter(|born| !born.test.is_empty() && born.phase != "collection");
    let tests: BTreeSet<&String> = of_tests.map(|born| &born.test).collect();
    tests.into_iter().cloned().collect()
}

/// What pytest was given; what was measured of the first run is not written over.
fn arguments(session: &Session<'_>) -> Vec<OsString> {
    let measures = session.recording.plugins.iter().any(|plugin| plugin.starts_with("pytest-cov "));
    let first = measures.then(|| OsString::from("--no-cov"));
    first.into_iter().chain(session.options.pytest_arguments.iter().cloned()).collect()
}

fn say_what_is_missing(session: &Session<'_>, suspects: &[String], ending: Ending, recording: &Recording) {
    let words = ending::in_words(ending, recording, session.options.timeout);
    if let Some(words) = words.filter(|_| ending != Ending::Status(NO_TESTS)) {
        session.note(&format!(
            "the second run: {words}; stacks are shown up to that point, and `-v` shows its output"
        ));
        return;
    }
    let ran: BTreeSet<&String> = recording.tests.iter().map(|record| &record.test).collect();
    let missing = suspects.iter().filter(|test| !ran.contains(test)).count();
    if missing > 0 {
        session.note(&format!(
            "{} had another name in the second run; the stacks there are incomplete",
            counted(missing, "test")
        ));
    }
}
