//! What was seen while tests ran, as one object for programs.

use std::collections::BTreeMap;
use std::path::Path;

use loopmend_core::{
    Level, Noticed, ProbeException, ProbeFrame, RelatedPlace, RuleCode, Scope, SessionPlace, TestOutcome,
};
use loopmend_rules::Observation;
use loopmend_runner::{LoopRecord, ProcessRecord, Recording, TestRecord, loops};
use serde::Serialize;

use super::doctor::{ErrorJson, error_json};
use crate::observed::{FORMAT, VERSION};
use crate::render::{ErrorFound, Sources, to_json};

/// A run of tests, with what was seen.
pub(crate) struct TestRun<'a> {
    /// The recording of the run.
    pub(crate) recording: &'a Recording,
    /// The top of the project.
    pub(crate) root: &'a Path,
    /// The texts of the files that findings point to, by path below the top.
    pub(crate) files: BTreeMap<String, String>,
    /// The end of the run, in words.
    pub(crate) ending: String,
    /// The observations, in order.
    pub(crate) observations: &'a [Observation],
    /// The known errors that tests failed of.
    pub(crate) failures: &'a [ErrorFound],
    /// The texts they point to.
    pub(crate) sources: &'a Sources<'a>,
}

#[derive(Serialize)]
struct JsonRun<'a> {
    format: &'a str,
    version: u32,
    root: &'a Path,
    files: &'a BTreeMap<String, String>,
    python: &'a str,
    pytest: &'a str,
    tests: usize,
    ending: &'a str,
    limits: &'a [String],
    findings: Vec<JsonObservation<'a>>,
    known_failures: Vec<ErrorJson<'a>>,
    facts: Vec<JsonTest<'a>>,
    loops: Vec<JsonLoop<'a>>,
    processes: Vec<JsonProcess<'a>>,
}

/// The facts of one test. Times are in seconds, memory in bytes; unknown values are `null`.
#[derive(Serialize)]
struct JsonTest<'a> {
    test: &'a str,
    worker: &'a str,
    outcome: Option<TestOutcome>,
    started: Option<f64>,
    duration: Option<f64>,
    tasks: Option<u64>,
    loops: Option<Vec<&'a str>>,
    held: Option<f64>,
    memory_growth: Option<i64>,
}

/// An event loop that ran while tests were called.
#[derive(Serialize)]
struct JsonLoop<'a> {
    id: &'a str,
    class: &'a str,
    scope: Scope,
    tests: usize,
}

/// A process of the session.
#[derive(Serialize)]
struct JsonProcess<'a> {
    worker: &'a str,
    peak_memory: Option<u64>,
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
    milliseconds: u64,
    related: &'a [RelatedPlace],
    frames: &'a [ProbeFrame],
    defined: &'a Option<ProbeFrame>,
    stack: &'a Option<Vec<ProbeFrame>>,
}

/// The run as JSON: one entry for each place, test and phase.
pub(crate) fn tests_json(run: &TestRun<'_>) -> String {
    let Recording { versions, tests, limits, processes, .. } = run.recording;
    let (python, pytest) = versions.as_ref().map_or(("", ""), |(python, pytest)| (python, pytest));
    let findings = run.observations.iter().map(|observation| json_observation(observation, run.sources));
    to_json(&JsonRun {
        format: FORMAT,
        version: VERSION,
        root: run.root,
        files: &run.files,
        python,
        pytest,
        tests: tests.len(),
        ending: &run.ending,
        limits,
        findings: findings.collect(),
        known_failures: run.failures.iter().map(error_json).collect(),
        facts: tests.iter().map(json_test).collect(),
        loops: loops(tests).iter().map(json_loop).collect(),
        processes: processes.iter().map(json_process).collect(),
    })
}

fn json_test(record: &TestRecord) -> JsonTest<'_> {
    let TestRecord { test, worker, started, facts } = record;
    let loops = facts.loops.as_ref();
    let is_long_known = facts.outcome != Some(TestOutcome::Unfinished) || facts.duration > 0.0;
    JsonTest {
        test,
        worker,
        outcome: facts.outcome,
        started: started.map(to_microseconds),
        duration: started.filter(|_| is_long_known).map(|_| to_microseconds(facts.duration)),
        tasks: facts.tasks,
        loops: loops.map(|loops| loops.iter().map(|of_test| of_test.id.as_str()).collect()),
        held: facts.held,
        memory_growth: facts.growth,
    }
}

/// Seconds, without the digits that the difference of two clocks has too many.
fn to_microseconds(seconds: f64) -> f64 {
    (seconds * 1e6).round() / 1e6
}

fn json_loop(LoopRecord { id, class, scope, tests }: &LoopRecord) -> JsonLoop<'_> {
    JsonLoop { id, class, scope: *scope, tests: *tests }
}

fn json_process(process: &ProcessRecord) -> JsonProcess<'_> {
    JsonProcess { worker: &process.worker, peak_memory: process.peak }
}

fn json_observation<'a>(observation: &'a Observation, sources: &Sources<'_>) -> JsonObservation<'a> {
    let Observation { diagnostic, sighting, times, .. } = observation;
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
        milliseconds: sighting.milliseconds,
        related: &sighting.related,
        frames: &sighting.frames,
        defined: &sighting.defined,
        stack: &sighting.stack,
    }
}
