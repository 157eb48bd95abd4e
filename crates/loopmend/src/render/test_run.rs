//! What was seen while tests ran, as one object for programs.

use loopmend_core::{Level, Noticed, ProbeException, ProbeFrame, RuleCode, SessionPlace};
use loopmend_rules::Observation;
use serde::Serialize;

use crate::render::{Sources, to_json};

/// A run of tests, with what was seen.
pub(crate) struct TestRun<'a> {
    /// The version of Python.
    pub(crate) python: String,
    /// The version of pytest.
    pub(crate) pytest: String,
    /// How many tests began.
    pub(crate) tests: usize,
    /// How it ended, in words.
    pub(crate) ending: String,
    /// What the probe could not see.
    pub(crate) limits: &'a [String],
    /// What was seen, in order.
    pub(crate) observations: &'a [Observation],
    /// The texts they point to.
    pub(crate) sources: &'a Sources<'a>,
}

#[derive(Serialize)]
struct JsonRun<'a> {
    python: &'a str,
    pytest: &'a str,
    tests: usize,
    ending: &'a str,
    limits: &'a [String],
    findings: Vec<JsonObservation<'a>>,
}

#[derive(Serialize)]
struct JsonObservation<'a> {
    path: &'a str,
    line: u32,
    rule: &'a str,
    code: RuleCode,
    level: Level,
    message: &'a str,
    what: &'a str,
    times: usize,
    born: &'a SessionPlace,
    noticed: &'a SessionPlace,
    how: Noticed,
    exception: &'a Option<ProbeException>,
    frames: &'a [ProbeFrame],
    defined: &'a Option<ProbeFrame>,
}

/// The run as JSON: one entry for each place, test and phase.
pub(crate) fn tests_json(run: &TestRun<'_>) -> String {
    let findings = run.observations.iter().map(|observation| json_observation(observation, run.sources));
    to_json(&JsonRun {
        python: &run.python,
        pytest: &run.pytest,
        tests: run.tests,
        ending: &run.ending,
        limits: run.limits,
        findings: findings.collect(),
    })
}

fn json_observation<'a>(observation: &'a Observation, sources: &Sources<'_>) -> JsonObservation<'a> {
    let Observation { diagnostic, sighting, times } = observation;
    JsonObservation {
        path: &diagnostic.path,
        line: sources.range(&diagnostic.path, diagnostic.span).start.line,
        rule: &diagnostic.rule,
        code: diagnostic.code,
        level: diagnostic.level,
        message: &diagnostic.message,
        what: &sighting.what,
        times: *times,
        born: &sighting.born,
        noticed: &sighting.noticed,
        how: sighting.how,
        exception: &sighting.exception,
        frames: &sighting.frames,
        defined: &sighting.defined,
    }
}
