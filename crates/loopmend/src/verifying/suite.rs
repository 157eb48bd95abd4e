//! The suite, run in a copy of the project.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use loopmend_core::{ProbeFrame, Sighting, TestOutcome};
use loopmend_fix::Change;
use loopmend_project::Project;
use loopmend_runner::pytest::{self, Ending, PytestRun, Selector, USAGE, Verification};
use loopmend_runner::{Layer, Recording, TestRecord, Workspace};
use rustc_hash::FxHashMap;

use super::budget::Budget;
use super::{Stop, copy_failure, goes_on};
use crate::failure::Failure;
use crate::interrupt;
use crate::output::Output;
use crate::progress::{Phases, Progress};
use crate::render::{counted, exact_time};
use crate::style::printable;

/// A suite whose tests hang is started so many times at most.
const MOST_STARTS: usize = 6;
/// What is kept of pytest's own output for an error message.
const TAIL: u64 = 16 * 1024;
/// A test of a later run may take so many times as long as the slowest one, and at least so many seconds.
const PATIENCE: f64 = 10.0;
const SHORTEST: f64 = 10.0;
/// The option by which pytest-cov measures nothing.
const NO_COVERAGE: &str = "--no-cov";
/// The runs after those of the whole selection, as far as they can be foreseen.
pub(super) const CONFIRMING: &str = "then at most 2 confirming runs of those that differ";
/// A suite whose process goes on after its last test.
const HANGS_AT_END: &str = "pytest did not end by itself after its last test, and was stopped";

/// The suite of a project, and the copy that it runs in.
pub(super) struct Suite<'s> {
    pub(super) workspace: Workspace,
    pub(super) output: &'s Output,
    pub(super) phases: &'s Phases,
    pub(super) interpreter: PathBuf,
    /// The packages of the target of a migration, which all runs but those before the change import.
    pub(super) layer: Option<Layer>,
    /// The directory in the copy that pytest is started in.
    pub(super) directory: PathBuf,
    /// The top of the project as its paths begin.
    pub(super) root: PathBuf,
    pub(super) arguments: Vec<OsString>,
    /// What the runs are for, in words that a bar of progress begins with.
    pub(super) step: &'static str,
    /// For how long no test may begin or end, as the user says.
    pub(super) limit: Duration,
    /// The same, of the next run.
    pub(super) silence: Duration,
    /// The files whose tests the change does not reach, by path below the top.
    pub(super) left_out: Vec<PathBuf>,
    /// The only tests that run, as the user names them; all run if there are none.
    pub(super) selectors: Vec<Selector>,
    /// The lines that fixes remove and that no test ran before, by shown path.
    pub(super) never_ran: BTreeSet<(String, u32)>,
    /// For how long pytest ran by now.
    pub(super) ran: Duration,
    /// The time that all of it may take; `None` where the user does not say.
    pub(super) budget: Option<Budget>,
    /// `true` if the budget was over before a run ended.
    pub(super) is_out_of_time: Cell<bool>,
    /// `true` after the notice of how many tests run.
    pub(super) has_said_count: Cell<bool>,
    /// `true` after the notice that pytest hangs at its end.
    pub(super) has_said_hang_at_end: bool,
}

/// What one run is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    /// The lines to watch, by path below the top.
    pub(super) lines: BTreeMap<PathBuf, BTreeSet<u32>>,
    /// The only tests to run.
    pub(super) tests: Option<BTreeSet<String>>,
    /// Whether the package `coverage` measures which statements run.
    pub(super) coverage: bool,
    /// `true` for the side before the change.
    pub(super) is_before: bool,
    /// Nothing more runs once one of these hangs: that alone answers the question.
    pub(super) decisive: BTreeSet<String>,
    /// The tests that the run is for: once one hangs, no others run than these and what stands before them. If there are none, it is for
    /// all.
    pub(super) until: BTreeSet<String>,
}

impl Asked {
    /// Returns whether a run that was stopped answers the question, or no test is left that would. `left` has the tests that did not begin.
    fn is_answered(&self, run: &Run, left: &BTreeSet<String>) -> bool {
        let is_over = if self.until.is_empty() { left.is_empty() } else { left.is_disjoint(&self.until) };
        is_over || self.decisive.iter().any(|test| run.has_hung(test))
    }
}

/// One run of the suite.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) recording: Recording,
    pub(super) ending: Ending,
    pub(super) time: Duration,
    /// The end of what pytest printed.
    pub(super) printed: String,
}

impl Default for Run {
    /// A run that the budget left no time for.
    fn default() -> Self {
        Self {
            recording: Recording::default(),
            ending: Ending::TimedOut,
            time: Duration::ZERO,
            printed: String::new(),
        }
    }
}

impl Run {
    /// Returns whether the budget was over before the run ended, or began. A test that it stopped has no outcome.
    pub(super) fn was_stopped_early(&self) -> bool {
        self.ending == Ending::TimedOut
    }

    /// How each test ended, by node id. One that began and did not end counts as unfinished.
    pub(super) fn outcomes(&self) -> BTreeMap<&str, TestOutcome> {
        let tests = self.recording.tests.iter();
        tests
            .map(|test| (test.test.as_str(), test.facts.outcome.unwrap_or(TestOutcome::Unfinished)))
            .collect()
    }

    /// `true` if a test was stopped.
    pub(super) fn has_hung(&self, test: &str) -> bool {
        self.recording.cut_off.iter().any(|it| it.test == test)
    }

    /// `true` if pytest collected a test and was stopped before it began.
    pub(super) fn was_stopped_before(&self, test: &str) -> bool {
        self.ending == Ending::Hung
            && self.recording.verification.collected.contains(test)
            && !self.recording.tests.iter().any(|record| record.test == test)
    }
}

impl Suite<'_> {
    /// Runs the tests in the copy, once it holds these changes and nothing of an earlier run.
    ///
    /// # Errors
    /// When the copy cannot be made ready, pytest does not start, the user wants no more, or the budget is over.
    pub(super) fn run(&mut self, changes: &[(String, Change)], asked: &Asked) -> Result<Run, Stop> {
        self.refuse_late()?;
        let run = self.run_to_end(changes, asked)?;
        match run.ending {
            Ending::Interrupted => Err(Stop::Interrupted),
            Ending::TimedOut => {
                self.is_out_of_time.set(true);
                Err(Stop::OutOfTime(Box::new(run)))
            }
            _ if run.recording.has_lost_events => Err(Stop::Failed(Failure::new(format!(
                "the probe could not write what the tests did; make room in `{}`. Nothing was changed",
                std::env::temp_dir().display()
            )))),
            _ => Ok(run),
        }
    }

    /// Refuses to begin a run once the budget is over.
    pub(super) fn refuse_late(&self) -> Result<(), Stop> {
        match self.budget {
            Some(budget) if budget.left(Instant::now()).is_zero() => {
                self.is_out_of_time.set(true);
                Err(Stop::OutOfTime(Box::default()))
            }
            _ => Ok(()),
        }
    }

    fn run_to_end(&mut self, changes: &[(String, Change)], asked: &Asked) -> Result<Run, Stop> {
        self.make_ready(changes)?;
        let edited = self.edited(changes);
        let silence = self.silence;
        let run = self.start_until_answered(&edited, asked);
        self.silence = silence;
        run
    }

    /// Starts pytest, and again for the tests that are left where one hangs.
    fn start_until_answered(&mut self, edited: &[String], asked: &Asked) -> Result<Run, Stop> {
        let mut run = self.start(edited, asked)?;
        let mut starts = 1;
        while run.ending == Ending::Hung {
            self.say_what_hangs(&run.recording);
            let left = left_after(&run.recording, asked.tests.as_ref());
            if hangs_at_end(&run.recording, &left) {
                self.say_hang_at_end();
                run.recording.limits.push(HANGS_AT_END.to_owned());
            }
            if asked.is_answered(&run, &left) {
                break;
            }
            if starts == MOST_STARTS {
                self.give_up(&mut run.recording);
                break;
            }
            self.hurry_after_hang(&run);
            let next = self.start(edited, &Asked { tests: Some(left), ..asked.clone() })?;
            let has_begun = !next.recording.tests.is_empty();
            run.recording.absorb(next.recording);
            (run.ending, run.printed) = (next.ending, next.printed);
            run.time += next.time;
            starts += 1;
            if !has_begun {
                break;
            }
        }
        Ok(run)
    }

    fn say_what_hangs(&self, recording: &Recording) {
        if let Some(cut_off) = recording.cut_off.last().filter(|_| !self.output.quiet()) {
            self.output.notice(&format!(
                "`{}` was stopped: no test began or ended for {} s",
                printable(&cut_off.test),
                self.silence.as_secs()
            ));
        }
    }

    /// Has the rest of a first look wait as the tests that ended make likely: a test that hangs is evidence, and a second one is not worth
    /// the whole time. Other runs know from both sides how long their tests take.
    fn hurry_after_hang(&mut self, run: &Run) {
        if self.silence == self.limit
            && let Some(likely) = likely_silence(&run.recording.tests)
        {
            self.silence = self.limit.min(likely);
        }
    }

    /// Leaves out the tests that did not begin, since too many others hang.
    fn give_up(&self, recording: &mut Recording) {
        let left = recording.verification.kept.saturating_sub(recording.tests.len());
        let hanging = counted(recording.cut_off.len(), "test");
        let words = format!("{hanging} hang, so {} that came later did not run", counted(left, "test"));
        if !self.output.quiet() {
            self.output.notice(&words);
        }
        recording.limits.push(words);
    }

    /// Says once that pytest does not end by itself.
    fn say_hang_at_end(&mut self) {
        if !self.has_said_hang_at_end {
            self.has_said_hang_at_end = true;
            self.output.notice(&format!("{HANGS_AT_END} after {} s", self.silence.as_secs()));
        }
    }

    /// Says once how many tests run how often.
    fn say_count(&self, tests: usize) {
        if tests > 0 && !self.has_said_count.replace(true) {
            let runs = if self.layer.is_some() { 3 } else { 2 };
            let within = self.budget.map(|budget| format!(" (budget: {})", exact_time(budget.limit)));
            self.output.notice(&format!(
                "{} to run {runs} times, {CONFIRMING}{}",
                counted(tests, "test"),
                within.unwrap_or_default()
            ));
        }
    }

    /// Has the next runs wait as long as the user says: nobody knows yet how long their tests take.
    pub(super) fn wait_in_full(&mut self) {
        self.silence = self.limit;
    }

    /// Has the next runs wait no longer than the slowest test that ended in some runs makes likely.
    pub(super) fn wait_as_in(&mut self, runs: [&Run; 2]) {
        let likely = runs.into_iter().filter_map(|run| likely_silence(&run.recording.tests)).max();
        self.silence = likely.map_or(self.limit, |likely| self.limit.min(likely));
    }

    fn make_ready(&mut self, changes: &[(String, Change)]) -> Result<(), Stop> {
        self.workspace.reset(&|_bytes| goes_on()).map_err(copy_failure)?;
        for (_, change) in changes {
            let relative = below(&change.path, &self.root).ok_or_else(|| {
                Stop::Failed(Failure::new(format!(
                    "`{}` lies outside the project, so it cannot be tried",
                    change.path.display()
                )))
            })?;
            self.workspace.write(&relative, &change.after).map_err(copy_failure)?;
        }
        Ok(())
    }

    fn edited(&self, changes: &[(String, Change)]) -> Vec<String> {
        let relative = changes.iter().filter_map(|(_, change)| below(&change.path, &self.root));
        relative.map(|path| path.to_string_lossy().into_owned()).collect()
    }

    /// Starts pytest once, or a second time without an option that it does not know.
    fn start(&mut self, edited: &[String], asked: &Asked) -> Result<Run, Failure> {
        let verification = self.verification(edited, asked);
        let mut run = self.start_with(&verification)?;
        let is_refused = run.ending == Ending::Status(USAGE) && run.printed.contains(NO_COVERAGE);
        if is_refused && self.arguments.iter().any(|argument| argument == NO_COVERAGE) {
            self.arguments.retain(|argument| argument != NO_COVERAGE);
            run = self.start_with(&verification)?;
        }
        self.map_to_original(&mut run.recording);
        Ok(run)
    }

    fn start_with(&mut self, verification: &Verification) -> Result<Run, Failure> {
        let started = Instant::now();
        let no_file = |error: io::Error| Failure::new(format!("failed to keep what pytest prints: {error}"));
        let mut printed = tempfile::tempfile().map_err(no_file)?;
        let (stdout, stderr) = match self.output.verbose() {
            true => (io::stderr().into(), Stdio::inherit()),
            false => (to(&printed).map_err(no_file)?, to(&printed).map_err(no_file)?),
        };
        let progress = Progress::start(!self.output.quiet() && !self.output.verbose()).of_tests(self.step);
        let outcome = interrupt::with_child(|interrupt| {
            pytest::run(PytestRun {
                progress: &|run| {
                    progress.update_at_most(run.ended, run.all.max(run.ended), run.at_most);
                    self.phases.update(run.ended, run.all.max(run.ended));
                    self.say_count(run.all);
                },
                interpreter: &self.interpreter,
                arguments: &self.arguments,
                directory: &self.directory,
                blocking: None,
                memory: true,
                suspects: None,
                verification: Some(verification),
                timeout: self.budget.map(|budget| budget.left(Instant::now())),
                silence: Some(self.silence),
                stdout,
                stderr,
                interrupt,
            })
        });
        progress.finish();
        let (ending, recording) = outcome?;
        let time = started.elapsed();
        self.ran += time;
        Ok(Run { recording, ending, time, printed: tail(&mut printed) })
    }

    fn verification(&self, edited: &[String], asked: &Asked) -> Verification {
        let copy = self.workspace.top();
        let in_copy = |path: &Path| copy.join(path).to_string_lossy().into_owned();
        Verification {
            original: self.workspace.original().to_owned(),
            copy: copy.to_owned(),
            edited: edited.to_vec(),
            lines: asked
                .lines
                .iter()
                .map(|(path, lines)| (in_copy(path), lines.iter().copied().collect()))
                .collect(),
            left_out: self.left_out.iter().map(|path| in_copy(path)).collect(),
            tests: asked.tests.as_ref().map(|tests| tests.iter().cloned().collect()),
            selectors: self.selectors.clone(),
            coverage: asked.coverage,
            layer: self.layer.as_ref().filter(|_| !asked.is_before).map(Layer::directory),
        }
    }

    /// The user's file for one in the copy, over links there as an editable installation makes them.
    fn original_of(&self, path: &str) -> Option<String> {
        let top = self.workspace.top();
        let in_copy = Path::new(path).strip_prefix(top).ok()?;
        let real = std::fs::canonicalize(path).ok();
        let relative = real.as_deref().and_then(|real| real.strip_prefix(top).ok()).unwrap_or(in_copy);
        Some(self.root.join(relative).to_string_lossy().into_owned())
    }

    /// Has what was seen in the copy speak of the user's files.
    fn map_to_original(&self, recording: &mut Recording) {
        let mut known: FxHashMap<String, String> = FxHashMap::default();
        let mut map = |path: &mut String| {
            if let Some(mapped) = known.get(path) {
                path.clone_from(mapped);
                return;
            }
            let mapped = self.original_of(path).unwrap_or_else(|| path.clone());
            known.insert(std::mem::replace(path, mapped.clone()), mapped);
        };
        let mut map_frames =
            |frames: &mut [ProbeFrame]| frames.iter_mut().for_each(|frame| map(&mut frame.file));
        for Sighting { frames, defined, related, stack, .. } in &mut recording.sightings {
            map_frames(frames);
            map_frames(defined.as_mut_slice());
            related.iter_mut().for_each(|place| map_frames(&mut place.frames));
            stack.iter_mut().for_each(|stack| map_frames(stack));
        }
        let top = format!("{}{}", self.workspace.top().display(), std::path::MAIN_SEPARATOR);
        for failure in &mut recording.verification.failures {
            map_frames(&mut failure.frames);
            failure.exception.words = failure.exception.words.replace(&top, "");
        }
        let mut mapped = |mut file: String| {
            map(&mut file);
            file
        };
        let lines = std::mem::take(&mut recording.verification.lines);
        recording.verification.lines =
            lines.into_iter().map(|((file, line), ran)| ((mapped(file), line), ran)).collect();
        let measured = std::mem::take(&mut recording.verification.measured);
        recording.verification.measured =
            measured.into_iter().map(|(file, lines)| (mapped(file), lines)).collect();
    }
}

/// The arguments of pytest: paths into the user's tree lead into the copy, one file that cannot be collected stops no other, and
/// pytest-cov, which traces all lines, measures nothing.
pub(super) fn arguments(
    given: &[OsString],
    original: &Path,
    copy: &Path,
    project: &Project,
) -> Vec<OsString> {
    let mut arguments = vec![OsString::from("--continue-on-collection-errors")];
    if project.installed_version("pytest-cov").is_some() {
        arguments.push(NO_COVERAGE.into());
    }
    arguments.extend(given.iter().map(|argument| in_copy(argument, original, copy)));
    arguments
}

fn in_copy(argument: &OsStr, original: &Path, copy: &Path) -> OsString {
    let Some(text) = argument.to_str() else { return argument.to_owned() };
    let (option, path) = match text.split_once('=') {
        Some((option, path)) if option.starts_with('-') => (format!("{option}="), path),
        _ => (String::new(), text),
    };
    match Path::new(path).strip_prefix(original) {
        Ok(inside) => {
            let mut moved = OsString::from(option);
            moved.push(copy.join(inside));
            moved
        }
        Err(_) => argument.to_owned(),
    }
}

/// The path of a file below the top of the project.
pub(super) fn below(path: &Path, root: &Path) -> Option<PathBuf> {
    path.strip_prefix(root).ok().map(Path::to_owned)
}

/// For how long a test may run, by those that ended; `None` if none did.
fn likely_silence(tests: &[TestRecord]) -> Option<Duration> {
    let has_ended = |test: &&TestRecord| test.facts.outcome != Some(TestOutcome::Unfinished);
    let times = tests.iter().filter(has_ended).map(|test| test.facts.duration);
    let longest = times.max_by(f64::total_cmp)?;
    Some(Duration::from_secs_f64((longest * PATIENCE).clamp(SHORTEST, SHORTEST * 100.0)))
}

/// The tests that were to run and did not begin.
fn left_after(recording: &Recording, asked: Option<&BTreeSet<String>>) -> BTreeSet<String> {
    let begun: BTreeSet<&str> = recording.tests.iter().map(|test| test.test.as_str()).collect();
    if asked.is_none() && begun.len() >= recording.verification.kept {
        return BTreeSet::new();
    }
    let collected = recording.verification.collected.iter();
    let wanted = collected.filter(|test| asked.is_none_or(|asked| asked.contains(*test)));
    wanted.filter(|test| !begun.contains(test.as_str())).cloned().collect()
}

/// Returns whether all tests of a stopped run had ended.
fn hangs_at_end(recording: &Recording, left: &BTreeSet<String>) -> bool {
    left.is_empty() && recording.cut_off.is_empty() && !recording.tests.is_empty()
}

fn to(file: &File) -> io::Result<Stdio> {
    Ok(file.try_clone()?.into())
}

fn tail(file: &mut File) -> String {
    let mut bytes = Vec::new();
    let length = file.metadata().map_or(0, |metadata| metadata.len());
    let read = file
        .seek(SeekFrom::Start(length.saturating_sub(TAIL)))
        .and_then(|_| file.take(TAIL).read_to_end(&mut bytes));
    if read.is_err() {
        bytes.clear();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::ffi::OsStr;
    use std::path::Path;

    use std::time::Duration;

    use loopmend_core::{TestFacts, TestOutcome};
    use loopmend_runner::pytest::Ending;
    use loopmend_runner::{CutOff, Recording, TestRecord};

    use super::{Run, hangs_at_end, in_copy, likely_silence};

    fn test(name: &str, outcome: TestOutcome, duration: f64) -> TestRecord {
        TestRecord {
            test: name.to_owned(),
            worker: "main".to_owned(),
            started: None,
            facts: TestFacts { outcome: Some(outcome), duration, ..TestFacts::default() },
        }
    }

    #[test]
    fn the_slowest_test_that_ended_says_how_long_others_may_take() {
        let hung = test("a", TestOutcome::Unfinished, 120.0);
        assert_eq!(likely_silence(std::slice::from_ref(&hung)), None);
        let quick = [hung.clone(), test("a", TestOutcome::Passed, 0.1)];
        assert_eq!(likely_silence(&quick), Some(Duration::from_secs(10)));
        let slow = [hung, test("a", TestOutcome::Failed, 7.0), test("a", TestOutcome::Passed, 0.1)];
        assert_eq!(likely_silence(&slow), Some(Duration::from_secs(70)));
    }

    #[test]
    fn a_test_that_did_not_begin_says_nothing_once_another_one_hung() {
        let mut recording =
            Recording { tests: vec![test("a", TestOutcome::Unfinished, 9.0)], ..Recording::default() };
        recording.verification.collected.extend(["a".to_owned(), "b".to_owned()]);
        recording.cut_off.push(CutOff { test: "a".to_owned(), worker: "main".to_owned(), status: None });
        let mut run = Run { recording, ending: Ending::Hung, time: Duration::ZERO, printed: String::new() };
        assert!(run.has_hung("a") && !run.has_hung("b"));
        let stopped = |run: &Run| ["a", "b", "c"].map(|test| run.was_stopped_before(test));
        assert_eq!(stopped(&run), [false, true, false]);
        run.ending = Ending::Status(1);
        assert_eq!(stopped(&run), [false; 3]);
    }

    #[test]
    fn a_run_hangs_at_its_end_if_no_test_is_left() {
        let recording = |tests: Vec<_>| Recording { tests, ..Recording::default() };
        let none = BTreeSet::new();
        assert!(hangs_at_end(&recording(vec![test("a", TestOutcome::Passed, 1.0)]), &none));
        assert!(!hangs_at_end(&recording(Vec::new()), &none));
        let left = BTreeSet::from(["b".to_owned()]);
        assert!(!hangs_at_end(&recording(vec![test("a", TestOutcome::Passed, 1.0)]), &left));
        let mut stopped = recording(vec![test("a", TestOutcome::Unfinished, 1.0)]);
        stopped.cut_off.push(CutOff { test: "a".to_owned(), worker: "main".to_owned(), status: None });
        assert!(!hangs_at_end(&stopped, &none));
    }

    #[test]
    fn paths_lead_into_the_copy() {
        let moved =
            |argument: &str| in_copy(OsStr::new(argument), Path::new("/home/app"), Path::new("/tmp/x/app"));
        assert_eq!(moved("/home/app/tests/test_a.py::test_b"), "/tmp/x/app/tests/test_a.py::test_b");
        assert_eq!(moved("--rootdir=/home/app"), "--rootdir=/tmp/x/app/");
        assert_eq!(moved("-k=a=b"), "-k=a=b");
        assert_eq!(moved("/home/application"), "/home/application");
        assert_eq!(moved("tests"), "tests");
    }
}
