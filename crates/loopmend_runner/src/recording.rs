//! What the probe wrote in one run, read again: one file for each process.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use loopmend_core::{
    ImportedFrom, LineRun, ProbeEvent, Sighting, TestFacts, TestFailure, TestOutcome, TestState,
    counted_with_commas,
};

use crate::event_file::{Counts, MAX_FILE, MAX_RUN, read_lines};
use crate::test_record::{ProcessRecord, TestRecord};

/// The slot with the number of events that had no room.
const LEFT_OUT: u64 = 0;
/// What is not seen once an event cannot be written.
const LOST: &str = "the probe could not write all events: what the tests did is known in part";

/// What is known of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recording {
    /// What went wrong, in the order of the processes.
    pub sightings: Vec<Sighting>,
    /// By test, the rules that its marker allows.
    pub allowed: BTreeMap<String, Vec<String>>,
    /// What the probe could not see, each once.
    pub limits: Vec<String>,
    /// Mistakes of the probe itself.
    pub probe_errors: Vec<String>,
    /// The processes that ended while a test ran.
    pub cut_off: Vec<CutOff>,
    /// The tests that began, process by process, each process in its order.
    pub tests: Vec<TestRecord>,
    /// The processes that began.
    pub processes: Vec<ProcessRecord>,
    /// The versions of Python and pytest.
    pub versions: Option<(String, String)>,
    /// The installed plugins of pytest, with their versions.
    pub plugins: Vec<String>,
    /// How many lines could not be read, or tell of what this version does not know.
    pub unknown: usize,
    /// How many processes ended before their session did.
    pub unfinished: usize,
    /// Whether a process could not write an event, so that its later events are missing.
    pub has_lost_events: bool,
    /// Whether the directory of the events was removed during the run, so that nothing is known.
    pub is_lost: bool,
    /// What only a run of `fix --verify` is asked for.
    pub verification: VerificationRecord,
}

/// What a run says of a change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerificationRecord {
    /// The node ids of all tests that the suite would run.
    pub collected: BTreeSet<String>,
    /// How many of them were to run.
    pub kept: usize,
    /// The selectors that select a test.
    pub matched: BTreeSet<String>,
    /// Why tests failed.
    pub failures: Vec<TestFailure>,
    /// By file and line, whether it ran.
    pub lines: BTreeMap<(String, u32), LineRun>,
    /// The files of whose lines nothing is known.
    pub unknown_lines: BTreeSet<String>,
    /// The edited files that were imported, by path below the top, each with where from.
    pub imported: BTreeSet<(String, ImportedFrom)>,
    /// How often pytest warned, by the class of the warning.
    pub warned: BTreeMap<String, u64>,
    /// By file, how many statements it has, and the lines of those that ran.
    pub measured: BTreeMap<String, (usize, BTreeSet<u32>)>,
}

impl VerificationRecord {
    /// Adds what another process, or another part of the run, says.
    fn take_lines(&mut self, file: &str, lines: Vec<LineRun>) {
        for line in lines {
            let known = self.lines.entry((file.to_owned(), line.line));
            known.and_modify(|known| add_line(known, &line)).or_insert(line);
        }
    }

    /// Adds another run of other tests.
    pub fn add(&mut self, other: Self) {
        self.collected.extend(other.collected);
        self.kept = self.kept.max(other.kept);
        self.matched.extend(other.matched);
        self.failures.extend(other.failures);
        for ((file, _), line) in other.lines {
            self.take_lines(&file, vec![line]);
        }
        self.unknown_lines.extend(other.unknown_lines);
        self.imported.extend(other.imported);
        self.take_warnings(other.warned);
        for (file, (statements, ran)) in other.measured {
            self.take_measured(file, statements, ran);
        }
    }

    fn take_measured(&mut self, file: String, statements: usize, ran: impl IntoIterator<Item = u32>) {
        let known = self.measured.entry(file).or_default();
        known.0 = known.0.max(statements);
        known.1.extend(ran);
    }

    fn take_warnings(&mut self, counts: BTreeMap<String, u64>) {
        for (kind, count) in counts {
            *self.warned.entry(kind).or_default() += count;
        }
    }
}

/// The tests of both; where a process named only the first ones, the count is of all, and a test that runs in two processes counts
/// twice. A process that is killed names the first test, and counts none.
fn add_line(known: &mut LineRun, other: &LineRun) {
    known.ran |= other.ran;
    known.count += other.count;
    known.kind = known.kind.max(other.kind);
    for test in &other.tests {
        if !known.tests.contains(test) {
            known.tests.push(test.clone());
        }
    }
    known.tests.sort();
}

/// A process that ended while a test ran.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutOff {
    /// The node id of the test.
    pub test: String,
    /// The process: `main`, or the name of a worker.
    pub worker: String,
    /// How a worker ended: its exit status, or the number of a signal, negative. `None` where nobody could say.
    pub status: Option<i32>,
}

/// What is known of a process while its lines are read.
#[derive(Default)]
struct Process {
    /// `main`, or the name of a worker; empty until it began.
    name: String,
    /// Whether a test began and did not end.
    is_running: bool,
    /// Whether its session ended.
    is_finished: bool,
    /// By loop, what keeps its shutdown from its end, as it was last seen.
    hanging: BTreeMap<u64, Vec<Sighting>>,
    /// What it counted.
    counts: Counts,
}

impl Recording {
    /// Adds a run of other tests, which began where this one was stopped.
    pub fn absorb(&mut self, next: Self) {
        self.sightings.extend(next.sightings);
        self.allowed.extend(next.allowed);
        self.limits.extend(next.limits);
        self.limits.dedup();
        self.probe_errors.extend(next.probe_errors);
        self.cut_off.extend(next.cut_off);
        self.tests.extend(next.tests);
        self.processes.extend(next.processes);
        self.unknown += next.unknown;
        self.unfinished += next.unfinished;
        self.has_lost_events |= next.has_lost_events;
        self.is_lost |= next.is_lost;
        self.verification.add(next.verification);
    }

    /// Reads the files of a run. What cannot be read counts as unknown.
    pub(crate) fn read(directory: &Path) -> Self {
        let mut recording = Self::default();
        let mut ended = BTreeMap::new();
        let mut paths: Vec<_> = fs::read_dir(directory)
            .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        // Clocks are coarse: what was made at one time is in the order of its names.
        paths.sort();
        paths.sort_by_key(|path: &std::path::PathBuf| fs::metadata(path).and_then(|it| it.created()).ok());
        let has_extension = |path: &Path, wanted: &str| path.extension().is_some_and(|it| it == wanted);
        if paths.iter().any(|path| has_extension(path, "lost")) {
            recording.has_lost_events = true;
            recording.limit(LOST.to_owned());
        }
        let mut is_cut_off = false;
        let mut room = MAX_RUN;
        for path in paths.iter().filter(|path| has_extension(path, "jsonl")) {
            let cut_off = recording.take(path, &mut room, &mut ended);
            is_cut_off |= cut_off.is_some_and(|process| process == "main");
        }
        recording.count_from_the_first_process();
        for cut_off in &mut recording.cut_off {
            cut_off.status = ended.get(&cut_off.worker).copied();
        }
        if let Some(now) = SystemTime::now().duration_since(UNIX_EPOCH).ok().filter(|_| is_cut_off) {
            recording.end_at(now.as_secs_f64());
        }
        recording
    }

    /// Takes the lines of one process, for which there is so much room; how the workers ended that it saw end goes to `ended`. Gives its
    /// name if it ended before its session did.
    fn take(&mut self, path: &Path, room: &mut u64, ended: &mut BTreeMap<String, i32>) -> Option<String> {
        let mut process = Process { counts: Counts::beside(path), ..Process::default() };
        let limit = MAX_FILE.min(*room);
        let read = read_lines(path, 0, limit, |line, _| match ProbeEvent::parse(line) {
            _ if line.is_empty() => {}
            Some(event) => self.take_event(event, &mut process, ended),
            None => self.unknown += 1,
        });
        match read {
            Ok(progress) => {
                *room -= progress.size.min(*room);
                if progress.size >= limit {
                    self.limit(
                        "more events were written than are read: the last ones are left out".to_owned(),
                    );
                }
            }
            Err(_) => self.unknown += 1,
        }
        let left_out = process.counts.get(LEFT_OUT);
        if left_out > 0 {
            let events = counted_with_commas(left_out, "event");
            self.limit(format!("{events} of the probe left out: there was no room for more"));
        }
        self.close(process)
    }

    /// Takes note of what is not seen, once.
    fn limit(&mut self, words: String) {
        if !self.limits.contains(&words) {
            self.limits.push(words);
        }
    }

    fn take_event(&mut self, event: ProbeEvent, process: &mut Process, ended: &mut BTreeMap<String, i32>) {
        match event {
            ProbeEvent::Start { worker, python, pytest, plugins, at } => {
                self.processes.push(ProcessRecord { worker: worker.clone(), began: at, peak: None });
                process.name = worker;
                if self.versions.is_none() {
                    self.versions = Some((python, pytest));
                    self.plugins = plugins;
                }
            }
            ProbeEvent::Test { test, state: TestState::Started, at, .. } => {
                let facts = TestFacts { outcome: Some(TestOutcome::Unfinished), ..TestFacts::default() };
                self.tests.push(TestRecord { test, worker: process.name.clone(), started: at, facts });
                process.is_running = true;
            }
            ProbeEvent::Test { state: TestState::Finished, facts, .. } => {
                let more = facts.as_ref().map_or(0, |facts| facts.more_loops);
                if let Some(test) = self.tests.last().map(|record| &record.test).filter(|_| more > 0) {
                    let loops = counted_with_commas(more, "further event loop");
                    self.limit(format!("{loops} ran in `{test}` and are not listed"));
                }
                let running = self.tests.last_mut().filter(|_| process.is_running);
                if let Some((record, facts)) = running.zip(facts) {
                    record.started = Some(facts.started);
                    record.facts = *facts;
                }
                process.is_running = false;
            }
            ProbeEvent::Allow { test, rules } => drop(self.allowed.insert(test, rules)),
            ProbeEvent::Finding(sighting) => self.sightings.push(*sighting),
            ProbeEvent::Repeated { slot, mut finding } => {
                finding.more = process.counts.get(slot);
                self.sightings.push(*finding);
            }
            ProbeEvent::Hanging { of_loop, findings } => drop(process.hanging.insert(of_loop, findings)),
            ProbeEvent::Limit { words } => self.limit(words),
            ProbeEvent::ProbeError { words } => self.probe_errors.push(words),
            ProbeEvent::Finish { peak } => {
                process.is_finished = true;
                if let Some(record) = self.processes.last_mut() {
                    record.peak = peak;
                }
            }
            ProbeEvent::Collected { tests, kept, matched } => {
                self.verification.collected.extend(tests);
                self.verification.matched.extend(matched);
                self.verification.kept = self.verification.kept.max(kept);
            }
            ProbeEvent::Failure(failure) => self.verification.failures.push(*failure),
            ProbeEvent::Lines { file, is_known, lines } => {
                if !is_known {
                    self.verification.unknown_lines.insert(file.clone());
                }
                self.verification.take_lines(&file, lines);
            }
            ProbeEvent::Imported { file, from } => drop(self.verification.imported.insert((file, from))),
            ProbeEvent::Measured { file, statements, ran } => {
                self.verification.take_measured(file, statements, ran);
            }
            ProbeEvent::Warned { counts } => self.verification.take_warnings(counts),
            ProbeEvent::WorkerEnded { worker, status } => ended.extend(status.map(|it| (worker, it))),
            ProbeEvent::Unknown => self.unknown += 1,
        }
    }

    /// Gives the name of a process that ended before its session did.
    fn close(&mut self, process: Process) -> Option<String> {
        let Process { name, is_running, is_finished, hanging, .. } = process;
        self.sightings.extend(hanging.into_values().flatten());
        // What came last and has no outcome was cut off, even if the session had the time to say that it ends.
        if let Some(last) = self.tests.last_mut().filter(|last| last.worker == name) {
            last.facts.outcome.get_or_insert(TestOutcome::Unfinished);
        }
        // A file without a beginning is that of a child of a test, which no session ends.
        if is_finished || name.is_empty() {
            return None;
        }
        self.unfinished += 1;
        let running = self.tests.last().filter(|_| is_running);
        let cut_off =
            |record: &TestRecord| CutOff { test: record.test.clone(), worker: name.clone(), status: None };
        self.cut_off.extend(running.map(cut_off));
        Some(name)
    }

    /// Has the tests that were cut off last until all processes ended: `now`, in seconds since 1970.
    fn end_at(&mut self, now: f64) {
        let first = self.processes.iter().map(|process| process.began).min_by(f64::total_cmp);
        let is_cut_off = |record: &&mut TestRecord| record.facts.outcome == Some(TestOutcome::Unfinished);
        for record in self.tests.iter_mut().filter(is_cut_off) {
            if let (Some(first), Some(started)) = (first, record.started) {
                record.facts.duration = (now - first - started).max(0.0);
            }
        }
    }

    /// Makes the times of all tests count from the beginning of the first process.
    fn count_from_the_first_process(&mut self) {
        let Some(first) = self.processes.iter().map(|process| process.began).min_by(f64::total_cmp) else {
            return;
        };
        let began: BTreeMap<&str, f64> =
            self.processes.iter().map(|process| (process.worker.as_str(), process.began)).collect();
        for record in &mut self.tests {
            let late = began.get(record.worker.as_str()).map_or(0.0, |began| began - first);
            record.started = record.started.map(|started| started + late);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use loopmend_core::{Scope, TestOutcome};

    use super::{CutOff, Recording};

    const START: &str =
        r#"{"v": 1, "event": "start", "worker": "gw0", "python": "3.12.1", "pytest": "9.0.0"}"#;
    const TEST: &str = r#"{"v": 1, "event": "test", "test": "a.py::test_a", "state": "started"}"#;
    const FINISHED: &str = r#"{"v": 1, "event": "test", "test": "a.py::test_a", "state": "finished"}"#;
    const FINISH: &str = r#"{"v": 1, "event": "finish"}"#;

    fn recording(files: &[&[&str]]) -> Recording {
        let directory = tempfile::tempdir().unwrap();
        for (number, lines) in files.iter().enumerate() {
            fs::write(directory.path().join(format!("{number}.jsonl")), lines.join("\n")).unwrap();
        }
        Recording::read(directory.path())
    }

    #[test]
    fn a_process_that_ends_early_names_its_test() {
        let found = recording(&[&[START, TEST, FINISHED, FINISH], &[START, TEST, "{\"v\": 1, \"eve"]]);
        let cut_off = CutOff { test: "a.py::test_a".to_owned(), worker: "gw0".to_owned(), status: None };
        assert_eq!(found.cut_off, std::slice::from_ref(&cut_off));
        assert_eq!((found.tests.len(), found.unfinished, found.unknown), (2, 1, 1));
        let ended = r#"{"v": 1, "event": "worker_ended", "worker": "gw0", "status": -9}"#;
        let found = recording(&[&[&START.replace("gw0", "main"), ended, FINISH], &[START, TEST]]);
        assert_eq!(found.cut_off, [CutOff { status: Some(-9), ..cut_off }]);
    }

    #[test]
    fn facts_belong_to_the_test_that_ended_and_times_count_from_the_first_process() {
        let start = |worker: &str, at: f64| {
            let about = r#""python": "3.12.1", "pytest": "9.0.0""#;
            format!(r#"{{"v": 1, "event": "start", "worker": "{worker}", "at": {at}, {about}}}"#)
        };
        let end = |started: f64| {
            let facts = format!(
                r#"{{"started": {started}, "duration": 0.25, "outcome": "xfailed", "tasks": 3, "new": true, "loops":
                   [{{"id": "gw0:1", "class": "Loop", "scope": "module"}}], "growth": -4096}}"#
            );
            let facts = facts.replace('\n', " ");
            format!(r#"{{"v": 1, "event": "test", "test": "a", "state": "finished", "facts": {facts}}}"#)
        };
        let finish = r#"{"v": 1, "event": "finish", "peak": 5000}"#;
        let begins = TEST.replace("started\"", "started\", \"at\": 2.0");
        let found = recording(&[
            &[&start("main", 100.0), FINISH],
            &[&start("gw0", 102.5), TEST, &end(1.0), &begins, finish],
        ]);
        let [ended, cut_off] = &found.tests[..] else { panic!("two tests began: {found:?}") };
        assert_eq!((ended.worker.as_str(), ended.started), ("gw0", Some(3.5)));
        assert_eq!((ended.facts.outcome, ended.facts.tasks), (Some(TestOutcome::Xfailed), Some(3)));
        assert_eq!((ended.loops()[0].scope, ended.facts.growth), (Scope::Module, Some(-4096)));
        assert_eq!((cut_off.started, cut_off.loops()), (Some(4.5), &[][..]));
        assert_eq!(cut_off.facts.outcome, Some(TestOutcome::Unfinished));
        let peaks: Vec<_> = found.processes.iter().map(|it| (it.worker.as_str(), it.peak)).collect();
        assert_eq!(peaks, [("main", None), ("gw0", Some(5000))]);
    }

    #[test]
    fn a_test_that_was_cut_off_lasts_until_its_processes_end() {
        let mut found = recording(&[&[START, &TEST.replace("started\"", "started\", \"at\": 2.0")]]);
        found.processes[0].began = 100.0;
        found.end_at(107.5);
        assert_eq!((found.tests[0].started, found.tests[0].facts.duration), (Some(2.0), 5.5));
    }

    #[test]
    fn further_findings_are_counted_beside_the_events() {
        let place = r#"{"test": "a.py::test_a", "phase": "call", "fixture": ""}"#;
        let finding = format!(
            r#""rule": "task-leak", "what": "f", "frames": [], "defined": null, "born": {place}, "noticed": {place}, "how": "end""#
        );
        let first = format!(r#"{{"v": 1, "event": "finding", {finding}}}"#);
        let repeated = format!(r#"{{"v": 1, "event": "repeated", "slot": 2, "finding": {{{finding}}}}}"#);
        let directory = tempfile::tempdir().unwrap();
        let events = [START, TEST, &first, &first, &repeated, FINISHED, FINISH].join("\n");
        fs::write(directory.path().join("1.jsonl"), events).unwrap();
        let more = |found: &Recording| found.sightings.iter().map(|it| it.more).collect::<Vec<_>>();
        let found = Recording::read(directory.path());
        assert_eq!((more(&found), found.unknown), (vec![0, 0, 0], 0));
        let counts = [3u64, 0, 2201].map(u64::to_le_bytes).concat();
        fs::write(directory.path().join("1.counts"), counts).unwrap();
        let found = Recording::read(directory.path());
        assert_eq!((more(&found), found.unknown), (vec![0, 0, 2201], 0));
        assert_eq!(found.limits, ["3 events of the probe left out: there was no room for more"]);
    }

    #[test]
    fn limits_are_told_once_and_a_child_is_no_session() {
        let limit = r#"{"v": 1, "event": "limit", "words": "uvloop"}"#;
        let found = recording(&[&[START, limit, FINISH], &[START, limit, FINISH], &[FINISHED]]);
        assert_eq!((found.limits.len(), found.unfinished), (1, 0));
    }
}
