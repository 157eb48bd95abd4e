//! `fix --verify`: the fixes are made in a copy of the project, the tests that they reach run before and after, and each fix gets a
//! verdict. The user's files change once, at the end.
//!
//! ```text
//! Maker      findings ─► Attempt: fixes that hold by reading, with their places
//! selecting  Attempt  ─► the tests that it reaches
//! suite      one run of them in the copy
//! budget     the time that all runs may take
//! causes     the run before ─► why tests fail, as `doctor` knows it
//! comparing  both runs ─► what differs, and whether by chance
//! target     what a migration needs besides: packages in other versions, and the requirements
//! evidence   what was seen at each fix, and whether its lines ran
//! harm       the fixes with which tests get worse
//! needed     the fixes without which tests fail again
//! beside     what stands around the changed lines: words that may be stale, and patterns for tests
//! report     all of it ─► VerifiedRun
//! ```

mod alike;
mod beside;
mod budget;
mod causes;
mod comparing;
mod coverage;
mod evidence;
mod explained;
mod harm;
mod made;
mod needed;
mod outside;
mod reaching;
mod report;
mod selecting;
mod suite;
mod target;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use loopmend_core::{Applicability, Diagnostic, LineKind, TestOutcome};
use loopmend_fix::{Change, DIRECTORY};
use loopmend_project::Project;
use loopmend_runner::pytest::{Ending, INTERNAL_ERROR, USAGE};
use loopmend_runner::{CopyError, Stamps, Workspace};
use loopmend_verify::{
    Evidence, Facts, PackageCoverage, Ran, Setting, TestState, Verdict, VerifiedRun, WriteTerms, verdict,
};
use serde_json::Value;

use crate::failure::Failure;
use crate::fixing::{Applied, TakenBack, Untouchable};
use crate::interrupt;
use crate::migrating::{Migration, refuse_read_only};
use crate::output::Output;
use crate::progress::Phases;
use crate::render::{counted, counted_fixes, rough_time};
use crate::style::printable;
use budget::{Budget, dependent_on_held};
use causes::{Cause, KnownPlaces, causes, collection_failures, ending_in_words, words_of_error};
use comparing::{Compared, Comparison, RerunScope, Side, tests_in_scope};
use evidence::{LinesOfFix, Shown, is_still_seen, lines_of_fix, strange_import};
use harm::how_it_fails;
pub(crate) use made::Check;
use made::{Attempt, Made, Maker};
use needed::Known;
use outside::Outside;
pub(crate) use report::file_kind;
use suite::{Asked, CONFIRMING, Run, Suite, arguments, below};

/// What the user asks for.
pub(crate) struct Request<'r> {
    pub(crate) output: &'r Output,
    /// Shows how far it is.
    pub(crate) phases: &'r Phases,
    /// The time that all of it may take.
    pub(crate) budget: Option<Duration>,
    pub(crate) cwd: &'r Path,
    /// What pytest is given.
    pub(crate) pytest_arguments: &'r [OsString],
    /// All tests run, whether or not the change reaches them.
    pub(crate) all_tests: bool,
    /// The coverage of both sides is measured, in runs of their own.
    pub(crate) coverage: bool,
    /// The only tests that run: files, directories or node ids. If there are none, the change decides.
    pub(crate) tests: &'r [String],
    /// For how long no test may begin or end.
    pub(crate) silence: Duration,
    /// Fixes are written that no test ran, or of which the runs say nothing.
    pub(crate) with_unsafe: bool,
    /// Fixes of likely findings are written that the runs do not verify.
    pub(crate) with_likely: bool,
    /// Checks the project.
    pub(crate) check: Check<'r>,
    /// `true` if a finding is of a selected rule.
    pub(crate) is_wanted: &'r dyn Fn(&Diagnostic) -> bool,
    /// Gives the interpreter that runs the tests.
    pub(crate) interpreter: &'r dyn Fn(&Project) -> Result<PathBuf, Failure>,
    /// Gives the settings of pytest that decide on which loop tests run.
    pub(crate) settings: &'r dyn Fn(&Project) -> Vec<Setting>,
    /// Gives what other commands say of the project, as data.
    pub(crate) include: &'r dyn Fn(&Project) -> BTreeMap<String, Value>,
    /// The migration whose edits are tried, in its versions, and where layers of packages are kept.
    pub(crate) migration: Option<(&'r Migration, &'r Path)>,
    /// Refuses the change of a file, before anything runs.
    pub(crate) refuse: Refuse<'r>,
}

impl Request<'_> {
    /// The terms on which a fix is written.
    fn write_terms(&self, applied: &Applied) -> WriteTerms {
        WriteTerms {
            is_safe: applied.applicability == Applicability::Safe,
            is_likely: applied.is_likely,
            with_unsafe: self.with_unsafe,
            with_likely: self.with_likely,
        }
    }

    /// The options without which a fix is not written.
    fn missing_options(&self, applied: &Applied, verdict: Verdict) -> Vec<String> {
        let options = verdict.missing_options(self.write_terms(applied));
        options.into_iter().map(str::to_owned).collect()
    }
}

/// Refuses some changes.
type Refuse<'r> = &'r dyn Fn(&[(String, Change)]) -> Result<(), Failure>;

/// What became of the transaction.
pub(crate) enum Outcome {
    /// There was no fix to try.
    Nothing(Box<Untried>),
    /// The user stopped it; nothing was changed.
    Interrupted,
    /// It ran to its end. The changes are not written yet.
    Done(Box<Verified>),
}

/// Why there was nothing to try.
pub(crate) struct Untried {
    /// The report, which says so.
    pub(crate) run: VerifiedRun,
    /// How many files were checked.
    pub(crate) files: usize,
    /// The fixes that do no good by reading alone.
    pub(crate) taken_back: Vec<TakenBack>,
    /// The files that could not be edited.
    pub(crate) untouched: BTreeMap<String, Untouchable>,
}

/// A change that was tried.
pub(crate) struct Verified {
    /// The report.
    pub(crate) run: VerifiedRun,
    /// What is to be written.
    pub(crate) changes: Vec<(String, Change)>,
    /// The fixes that do no good by reading alone.
    pub(crate) taken_back: Vec<TakenBack>,
    /// The files that could not be edited.
    pub(crate) untouched: BTreeMap<String, Untouchable>,
}

/// So many causes of failures before the change are printed at most; the report lists all.
const MAX_CAUSES: usize = 3;
/// By finding, what was seen at its place before the change.
#[derive(Default)]
struct Seen(BTreeMap<usize, Vec<Evidence>>);

impl Seen {
    /// What was seen at the place of a finding.
    fn at(&self, origin: usize) -> &[Evidence] {
        self.0.get(&origin).map_or(&[], Vec::as_slice)
    }
}

/// The coverage of packages, and what kept it from being measured.
type Coverage = (Vec<PackageCoverage>, Vec<String>);

/// Why a transaction ends early.
#[derive(Debug)]
enum Stop {
    Interrupted,
    /// The budget is over. This run was stopped, or did not begin.
    OutOfTime(Box<Run>),
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Returns whether pytest could not collect the file of a test that the user names, or anything.
fn may_be_collected_later(test: &str, run: &Run) -> bool {
    let file = Path::new(test.split("::").next().unwrap_or(test));
    let is_of_file = |failed: &str| {
        let failed = Path::new(failed);
        failed.ends_with(file) || file.ends_with(failed) || failed.starts_with(file)
    };
    run.recording.verification.collected.is_empty()
        || collection_failures(&run.recording).any(|failure| is_of_file(&failure.test))
}

/// Has a project stand as it would be, until this is dropped.
struct Texts<'t> {
    project: &'t mut Project,
    paths: Vec<PathBuf>,
    is_migrated: bool,
}

impl<'t> Texts<'t> {
    fn take(project: &'t mut Project, changes: &[(String, Change)], migration: Option<&Migration>) -> Self {
        if let Some(migration) = migration {
            migration.suppose(project);
        }
        for (_, change) in changes {
            project.take_for(&change.path, Some(change.after.clone()));
        }
        let paths = changes.iter().map(|(_, change)| change.path.clone()).collect();
        Self { project, paths, is_migrated: migration.is_some() }
    }
}

impl Drop for Texts<'_> {
    fn drop(&mut self) {
        for path in &self.paths {
            self.project.take_for(path, None);
        }
        if self.is_migrated {
            self.project.suppose_nothing();
        }
    }
}

/// Tries the fixes of a project.
///
/// # Errors
/// When the copy cannot be made, or pytest does not start.
pub(crate) fn verify(request: &Request<'_>, project: &mut Project) -> Result<Outcome, Failure> {
    match Transaction::begin(request, project).and_then(Begun::run) {
        Ok(outcome) => Ok(outcome),
        Err(Stop::Interrupted) => Ok(Outcome::Interrupted),
        Err(Stop::OutOfTime(_)) => Err(Failure::new("the budget was over; nothing was changed")),
        Err(Stop::Failed(failure)) => Err(failure),
    }
}

/// What there is to do once the fixes are known.
enum Begun<'b, 'r> {
    Nothing(Box<Untried>),
    Transaction(Box<Transaction<'b, 'r>>),
}

impl Begun<'_, '_> {
    fn run(self) -> Result<Outcome, Stop> {
        match self {
            Self::Nothing(untried) => Ok(Outcome::Nothing(untried)),
            Self::Transaction(transaction) => transaction.run(),
        }
    }
}

/// A transaction that is under way.
struct Transaction<'t, 'r> {
    request: &'t Request<'r>,
    maker: Maker<'r>,
    project: &'t mut Project,
    suite: Suite<'r>,
    /// The findings of the project as it is.
    findings: Vec<Diagnostic>,
    /// By finding, what was seen at its place before; of those with a fix.
    seen: Seen,
    /// The tests that were collected before.
    collected: BTreeSet<String>,
    /// Why tests fail before.
    causes: Vec<Cause>,
    unedited: Option<Unedited>,
    attempt: Attempt,
    /// The fixes that made tests worse.
    guilty: Vec<Guilty>,
    why_selected: String,
    stamps: Stamps,
    started: Instant,
}

/// A suite with the versions of a migration and without its edits.
struct Unedited {
    run: Run,
    /// By finding, what was seen at its place.
    seen: Seen,
    /// The tests that end worse than with the edits, each time.
    worse: BTreeSet<String>,
}

/// A fix that made tests worse.
struct Guilty {
    made: Made,
    tests: Vec<String>,
    /// What a test failed with.
    how: Option<String>,
}

/// What was decided of a fix.
struct Decided {
    verdict: Verdict,
    why: String,
    lines: LinesOfFix,
    /// The tests that end as before without this fix alone.
    ablation: Vec<Evidence>,
    /// The tests that ran without this fix alone.
    asked: BTreeSet<String>,
    /// The reason that no option writes the fix.
    bar: Option<Bar>,
}

/// Why no option writes a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bar {
    /// No test ran to its end after the change.
    NoTest,
    /// The budget was over before there was a verdict.
    Budget,
}

/// The result of the runs after the change.
#[derive(Default)]
struct Judged {
    after: Run,
    compared: Compared,
    /// The changes of that run.
    tried: Vec<(String, Change)>,
    /// The decisions about the fixes of the attempt, in order.
    decided: Vec<Decided>,
    /// `true` if that run had fixes that are not written, and none had the others alone.
    had_more_fixes: bool,
}

impl<'t, 'r> Transaction<'t, 'r> {
    fn begin(request: &'t Request<'r>, project: &'t mut Project) -> Result<Begun<'t, 'r>, Stop> {
        let started = Instant::now();
        let migration = request.migration.map(|(migration, _)| migration);
        let maker = Maker { check: request.check, is_wanted: request.is_wanted, migration };
        let mut attempt = maker.attempt(project, None);
        if attempt.is_interrupted {
            return Err(Stop::Interrupted);
        }
        if attempt.fixes.is_empty() {
            return Ok(Begun::Nothing(Box::new(Untried {
                run: report::untried(project, &attempt, request),
                files: attempt.analysis.files,
                taken_back: attempt.taken_back,
                untouched: attempt.untouched,
            })));
        }
        if migration.is_some() {
            refuse_read_only(&attempt.untouched)?;
        }
        (request.refuse)(&attempt.changes)?;
        coverage::refuse_without_package(request, project)?;
        // A second pass may fix what only the first one brought about; the tests have to show the first one.
        attempt.fixes.sort_by_key(|made| made.origin);
        let interpreter = (request.interpreter)(project)?;
        let all = |why: &str| selecting::Reach { left_out: Vec::new(), why: why.to_owned() };
        let reach = match (request.all_tests, request.tests.is_empty()) {
            (true, _) => all("`--all-tests` asks for all"),
            (_, false) => all("`--tests` names them"),
            _ if migration.is_some() => all("a migration reaches every test"),
            _ => selecting::reach(project, &attempt.changes),
        };
        let root = project.root_dir().to_owned();
        let stamps = Stamps::of(&root, DIRECTORY, &goes_on).map_err(copy_failure)?;
        let layer = target::layer(request, project, &interpreter)?;
        request.phases.begin_silently("copying the project");
        let workspace = copy(&root)?;
        say_size(request.output, &workspace);
        let directory = directory_in_copy(request.cwd, &workspace);
        if !directory.is_dir() {
            return Err(Stop::Failed(Failure::new(format!(
                "`{}` lies in a directory that no copy has, such as a cache or an environment, so its tests cannot run there; \
                 nothing was changed",
                request.cwd.display()
            ))));
        }
        let selectors = selecting::selectors(request.tests, &workspace, project)?;
        let suite = Suite {
            directory,
            arguments: arguments(request.pytest_arguments, workspace.original(), workspace.top(), project),
            workspace,
            output: request.output,
            phases: request.phases,
            interpreter,
            layer,
            root,
            step: "Before the change",
            limit: request.silence,
            silence: request.silence,
            left_out: reach.left_out,
            selectors,
            never_ran: BTreeSet::new(),
            ran: Duration::ZERO,
            budget: request.budget.map(|limit| Budget { limit, started }),
            is_out_of_time: Cell::new(false),
            has_said_count: Cell::new(false),
            has_said_hang_at_end: false,
        };
        let why_selected = reach.why;
        let findings = std::mem::take(&mut attempt.findings);
        Ok(Begun::Transaction(Box::new(Self {
            request,
            maker,
            project,
            suite,
            findings,
            seen: Seen::default(),
            collected: BTreeSet::new(),
            causes: Vec::new(),
            unedited: None,
            attempt,
            guilty: Vec::new(),
            why_selected,
            stamps,
            started,
        })))
    }

    fn run(mut self) -> Result<Outcome, Stop> {
        self.begin_phase("running the tests before the change");
        let asked = Asked { lines: self.removed_lines(), is_before: true, ..Asked::default() };
        let before = match self.suite.run(&[], &asked) {
            Ok(before) => before,
            Err(Stop::OutOfTime(before)) => {
                let mut judged = self.leave_unjudged(Run::default());
                let shown = self.write_only_what_holds(&before, &mut judged)?;
                return self.finish(&before, &judged, &shown);
            }
            Err(stop) => return Err(stop),
        };
        self.say_cost(&before);
        self.refuse_unknown_tests(&[&before])?;
        self.collected = before.recording.verification.collected.iter().cloned().collect();
        let known = KnownPlaces::of_project(self.project, &self.findings);
        let outside = Outside::new(self.project, self.suite.workspace.top());
        self.causes = causes(self.project, &before, &known, &outside);
        self.say_causes();
        self.suite.never_ran = self.never_ran(&before);
        self.seen = self.seen_before(&before);
        let mut judged = match self.judge(&before, None) {
            Ok(judged) => judged,
            Err(Stop::OutOfTime(after)) => self.leave_unjudged(*after),
            Err(stop) => return Err(stop),
        };
        let shown = self.write_only_what_holds(&before, &mut judged)?;
        self.finish(&before, &judged, &shown)
    }

    /// Runs the tests with the fixes until it is known which of them do harm, and decides what each is worth. `known` has what runs with more
    /// fixes showed, if there were any.
    ///
    /// # Errors
    /// As for a run. If the budget is over while tests are worse, the run of the error is one that ended by itself.
    fn judge(&mut self, before: &Run, known: Option<Known>) -> Result<Judged, Stop> {
        let (mut after, mut compared) = self.tried(before)?;
        if known.is_none() {
            refuse_unstarted(before, &after, &self.causes)?;
            self.refuse_unknown_tests(&[before, &after])?;
        }
        let mut tried = self.attempt.changes.clone();
        if self.suite.layer.is_some() {
            match self.run_unedited(&after, &mut compared) {
                Err(Stop::OutOfTime(_)) => return Err(Stop::OutOfTime(Box::new(after))),
                result => self.unedited = Some(result?),
            }
        }
        let mut known = known.unwrap_or_default();
        while !self.attempt.fixes.is_empty() {
            if compared.is_cut && compared.may_be_worse() {
                return Err(Stop::OutOfTime(Box::new(after)));
            }
            let worse = compared.worse();
            if worse.is_empty() {
                break;
            }
            if self.migration().is_some() {
                self.leave_all(&worse, &after)?;
                break;
            }
            match self.find_guilty((before, &after), &worse, &compared) {
                Err(Stop::OutOfTime(_)) => return Err(Stop::OutOfTime(Box::new(after))),
                result => result?,
            }
            known = Known::default();
            (after, compared) = self.tried(before)?;
            tried.clone_from(&self.attempt.changes);
        }
        let mut decided = self.decide(before, &after, &compared);
        match self.ablate(before, &after, &compared, &known, &mut decided) {
            // Without these runs, a fix is neutral that might be verified.
            Err(Stop::OutOfTime(_)) | Ok(()) => {}
            Err(stop) => return Err(stop),
        }
        Ok(Judged { after, compared, tried, decided, had_more_fixes: false })
    }

    /// Gives no verdict to the fixes of the attempt, since the budget is over. The run after the change may have ended early.
    fn leave_unjudged(&mut self, after: Run) -> Judged {
        let fixes = self.attempt.fixes.iter();
        let decided = fixes.map(|_| undecided(self.suite.budget, LinesOfFix::unknown())).collect();
        let tried = self.attempt.changes.clone();
        Judged { after, tried, decided, ..Judged::default() }
    }

    /// Takes the fixes that are not written out of the attempt, and has the tests run with the others alone. Gives the fixes that are
    /// taken out.
    fn write_only_what_holds(
        &mut self,
        before: &Run,
        judged: &mut Judged,
    ) -> Result<Vec<(Made, Decided)>, Stop> {
        let mut shown = Vec::new();
        loop {
            let held_back = self.hold_back(&judged.decided);
            if held_back.is_empty() {
                return Ok(shown);
            }
            // What no test ran cannot have changed how a test ended.
            let has_no_effect = |place: &usize| judged.decided[*place].lines.ran == Ran::No;
            let must_run = self.migration().is_none() && !held_back.iter().all(has_no_effect);
            let taken_out = self.take_out(&held_back, &mut judged.decided)?;
            let known = Known::of_kept(&self.attempt.fixes, &judged.decided, &taken_out);
            shown.extend(taken_out);
            if !must_run {
                return Ok(shown);
            }
            if self.attempt.fixes.is_empty() {
                if !shown.iter().all(|(_, decided)| decided.bar == Some(Bar::Budget)) {
                    *judged = Judged { after: before.clone(), ..Judged::default() };
                }
                return Ok(shown);
            }
            let reverted = self.guilty.len();
            match self.judge(before, Some(known)) {
                Ok(kept) => *judged = kept,
                Err(Stop::OutOfTime(run)) => {
                    let is_worse = run.ending != Ending::TimedOut || self.guilty.len() != reverted;
                    let left = if is_worse {
                        self.leave_all_kept(judged)
                    } else {
                        self.leave_dependent(&shown, judged)
                    };
                    shown.extend(left?);
                    return Ok(shown);
                }
                Err(stop) => return Err(stop),
            }
        }
    }

    /// Takes all fixes out of the attempt, since tests are worse with them alone. The budget is over.
    fn leave_all_kept(&mut self, judged: &mut Judged) -> Result<Vec<(Made, Decided)>, Stop> {
        let fixes = self.attempt.fixes.iter();
        judged.decided = fixes.map(|_| undecided(self.suite.budget, LinesOfFix::unknown())).collect();
        judged.had_more_fixes = true;
        self.take_out(&(0..judged.decided.len()).collect(), &mut judged.decided)
    }

    /// Takes the fixes out of the attempt that no run showed without those that are held back. The budget is over.
    fn leave_dependent(
        &mut self,
        held: &[(Made, Decided)],
        judged: &mut Judged,
    ) -> Result<Vec<(Made, Decided)>, Stop> {
        if self.attempt.fixes.len() != judged.decided.len() {
            return self.leave_all_kept(judged);
        }
        let of_held: Vec<&LinesOfFix> = held.iter().map(|(_, decided)| &decided.lines).collect();
        let kept: Vec<&LinesOfFix> = judged.decided.iter().map(|decided| &decided.lines).collect();
        let dependent = dependent_on_held(&kept, &of_held);
        for place in &dependent {
            let lines = std::mem::replace(&mut judged.decided[*place].lines, LinesOfFix::unknown());
            judged.decided[*place] = undecided(self.suite.budget, lines);
        }
        judged.had_more_fixes = true;
        self.take_out(&dependent, &mut judged.decided)
    }

    /// Makes the report, once no file that would change has changed meanwhile.
    fn finish(&mut self, before: &Run, judged: &Judged, shown: &[(Made, Decided)]) -> Result<Outcome, Stop> {
        let (coverage, coverage_limits) = match self.coverage() {
            Err(Stop::OutOfTime(_)) => {
                (None, Some(vec!["the budget left no time to measure the coverage".to_owned()]))
            }
            result => result?.unzip(),
        };
        let meanwhile = self.changed_meanwhile()?;
        let Judged { after, compared, tried, decided, had_more_fixes } = judged;
        let report = report::Parts {
            before,
            after,
            tried,
            compared,
            decided,
            guilty: &std::mem::take(&mut self.guilty),
            shown,
            had_more_fixes: *had_more_fixes,
            coverage,
            coverage_limits: coverage_limits.unwrap_or_default(),
            meanwhile,
        };
        let run = self.report(&report);
        Ok(Outcome::Done(Box::new(Verified {
            run,
            changes: std::mem::take(&mut self.attempt.changes),
            taken_back: std::mem::take(&mut self.attempt.taken_back),
            untouched: std::mem::take(&mut self.attempt.untouched),
        })))
    }

    /// Says what the runs after the first one will cost.
    fn say_cost(&self, before: &Run) {
        let tests = before.recording.verification.kept;
        if tests > 0 {
            let runs = if self.suite.layer.is_some() { 2 } else { 1 };
            let time = rough_time(before.time * runs);
            self.say(&format!("{}, about {time} more, {CONFIRMING}", counted(tests, "test")));
        }
    }

    /// Says why most tests fail before the change.
    fn say_causes(&self) {
        self.causes.iter().take(MAX_CAUSES).for_each(|cause| self.say(&cause.words()));
        let more = self.causes.len().saturating_sub(MAX_CAUSES);
        if more > 0 {
            self.say(&format!("and {more} more; `--report` lists all causes"));
        }
    }

    /// Refuses a name of the user that selects no test in any run. After the first run, a file that pytest cannot collect may still
    /// be collected with the fixes.
    fn refuse_unknown_tests(&self, runs: &[&Run]) -> Result<(), Stop> {
        let is_unknown = |test: &&String| {
            !runs.iter().any(|run| run.recording.verification.matched.contains(*test))
                && (runs.len() > 1 || !may_be_collected_later(test, runs[0]))
        };
        match self.request.tests.iter().find(is_unknown) {
            Some(test) => Err(Stop::Failed(Failure::new(format!(
                "`--tests {}` selects no test; `pytest --collect-only -q` lists the node ids. Nothing was changed",
                printable(test)
            )))),
            None => Ok(()),
        }
    }

    fn say(&self, words: &str) {
        self.request.output.notice(words);
    }

    fn begin_phase(&self, words: &str) {
        self.request.phases.begin(words);
    }

    /// The lines that fixes take out, by path below the top.
    fn removed_lines(&self) -> BTreeMap<PathBuf, BTreeSet<u32>> {
        self.by_path(self.attempt.fixes.iter().flat_map(|made| &made.removed))
    }

    /// The removed lines that no test ran, by shown path.
    fn never_ran(&self, before: &Run) -> BTreeSet<(String, u32)> {
        let removed = self.attempt.fixes.iter().flat_map(|made| &made.removed);
        let lines = removed.flat_map(|(path, lines)| lines.iter().map(move |line| (path, *line)));
        let is_dead = |(path, line): &(&String, u32)| {
            let absolute = self.project.absolute(Path::new(path)).to_string_lossy().into_owned();
            let known = before.recording.verification.lines.get(&(absolute, *line));
            // What runs when the module is imported is the definition, not what is defined.
            known.is_some_and(|line| !line.ran || line.kind <= LineKind::Module)
        };
        lines.filter(is_dead).map(|(path, line)| (path.clone(), line)).collect()
    }

    fn by_path<'l>(
        &self,
        lines: impl Iterator<Item = (&'l String, &'l BTreeSet<u32>)>,
    ) -> BTreeMap<PathBuf, BTreeSet<u32>> {
        let mut found: BTreeMap<PathBuf, BTreeSet<u32>> = BTreeMap::new();
        for (path, lines) in lines {
            let absolute = self.project.absolute(Path::new(path));
            if let Some(relative) = below(&absolute, self.project.root_dir()) {
                found.entry(relative).or_default().extend(lines);
            }
        }
        found
    }

    /// Runs the tests with the fixes as they are now, and compares.
    fn tried(&mut self, before: &Run) -> Result<(Run, Compared), Stop> {
        self.suite.refuse_late()?;
        self.begin_phase(&format!("running the tests with {}", counted_fixes(self.attempt.fixes.len(), "")));
        let lines = self.by_path(self.attempt.fixes.iter().flat_map(|made| &made.changed));
        let asked = Asked { lines, ..Asked::default() };
        self.suite.step = "With the fixes";
        self.suite.wait_in_full();
        let after = self.suite.run(&self.attempt.changes, &asked)?;
        // Whether tests differ by chance is not worth the whole time.
        self.suite.wait_as_in([before, &after]);
        self.suite.step = "Once more, what differs";
        let comparison = Comparison {
            seen: &self.seen,
            migration: self.maker.migration,
            suite: &mut self.suite,
            project: self.project,
            attempt: &self.attempt,
            before: Side { changes: &[], run: before },
            after: Side { changes: &self.attempt.changes, run: &after },
            findings: &self.findings,
        };
        let compared = comparison.run()?;
        Ok((after, compared))
    }

    /// What was seen at the places of all fixes.
    fn seen_before(&self, before: &Run) -> Seen {
        let shown = Shown::new(self.project, before);
        let of_fix =
            |made: &Made| (made.origin, shown.evidence(&self.findings[made.origin], made, &made.before));
        Seen(self.attempt.fixes.iter().map(of_fix).collect())
    }

    fn migration(&self) -> Option<&'r Migration> {
        self.maker.migration
    }

    /// Runs the tests with the versions of the migration and without its edits. What is wrong then and not with them, twice, is what the
    /// edits are for.
    fn run_unedited(&mut self, after: &Run, compared: &mut Compared) -> Result<Unedited, Stop> {
        self.begin_phase("running the tests with the new versions and without the edits");
        self.suite.step = "Without the edits";
        self.suite.wait_in_full();
        let mut run_again =
            |tests: Option<BTreeSet<String>>| self.suite.run(&[], &Asked { tests, ..Asked::default() });
        let all: BTreeSet<String> = after.outcomes().into_keys().map(str::to_owned).collect();
        let first = run_again(None)?;
        let mut worse = names_of_worse(&all, &first, after);
        let mut again = Vec::new();
        if !worse.is_empty() {
            again.push(run_again(Some(worse.clone()))?);
            let alone = names_of_worse(&worse, &again[0], after);
            let ordered: BTreeSet<String> = worse.difference(&alone).cloned().collect();
            worse = alone;
            if !ordered.is_empty() {
                again.push(run_again(None)?);
                let in_order = names_of_worse(&ordered, &again[1], after);
                let ordered =
                    in_order.iter().map(|test| (comparing::key_of_test(test), RerunScope::Selection));
                compared.rerun_scopes.extend(ordered);
                worse.extend(in_order);
            }
        }
        self.suite.wait_as_in([&first, after]);
        let mut seen = self.seen_unedited(&first);
        let again: Vec<Seen> = again.iter().map(|run| self.seen_unedited(run)).collect();
        for (origin, evidence) in &mut seen.0 {
            evidence.retain(|it| again.iter().any(|seen| seen.at(*origin).contains(it)));
        }
        Ok(Unedited { run: first, seen, worse })
    }

    fn seen_unedited(&mut self, run: &Run) -> Seen {
        let texts = Texts::take(self.project, &[], self.maker.migration);
        let shown = Shown::new(texts.project, run);
        let fixes = self.attempt.fixes.iter();
        Seen(fixes.map(|it| (it.origin, shown.evidence(&self.findings[it.origin], it, &it.before))).collect())
    }

    /// Leaves a migration as a whole, since tests got worse with it.
    fn leave_all(&mut self, worse: &BTreeSet<String>, after: &Run) -> Result<(), Stop> {
        let how = how_it_fails(after, worse);
        let tests: Vec<String> = worse.iter().cloned().collect();
        let all = std::mem::take(&mut self.attempt.fixes);
        self.try_only(&[])?;
        let guilty = |made| Guilty { made, tests: tests.clone(), how: how.clone() };
        self.guilty = all.into_iter().map(guilty).collect();
        Ok(())
    }

    /// Has the attempt hold these fixes alone.
    fn try_only(&mut self, fixes: &[Made]) -> Result<(), Stop> {
        let only: BTreeSet<usize> = fixes.iter().map(|made| made.origin).collect();
        self.attempt = self.maker.attempt(self.project, Some(&only));
        self.attempt.fixes.sort_by_key(|made| made.origin);
        if self.attempt.is_interrupted { Err(Stop::Interrupted) } else { Ok(()) }
    }

    /// What the runs say of each fix of the attempt.
    fn decide(&mut self, before: &Run, after: &Run, compared: &Compared) -> Vec<Decided> {
        let has_ended = |outcome| outcome != TestOutcome::Unfinished;
        let no_test_ended = !after.outcomes().into_values().any(has_ended);
        let unstarted = ending_in_words(after).filter(|_| no_test_ended);
        let missing = self.missing_file(before).or_else(|| self.missing_file(after)).or(unstarted);
        let texts = Texts::take(self.project, &self.attempt.changes, self.maker.migration);
        let shown = Shown::new(texts.project, after);
        let project: &Project = shown.project();
        let fixes = self.attempt.fixes.iter().enumerate();
        let of_fix = |(place, made): (usize, &Made)| {
            let lines = lines_of_fix(made, project, &after.recording);
            if compared.unconfirmed.contains(&place) {
                return undecided(self.suite.budget, lines);
            }
            let doubt = compared.doubtful.get(&place).map(|why| (*why).to_owned());
            let obstacle =
                missing.clone().or_else(|| strange_import(made, project, &after.recording)).or(doubt);
            let is_cured = compared.cured.contains(&place);
            let now = shown.evidence(&self.findings[made.origin], made, &made.after);
            let unedited = self.unedited.as_ref().map_or(&[][..], |it| it.seen.at(made.origin));
            let is_seen = is_still_seen(self.seen.at(made.origin), &now) || is_still_seen(unedited, &now);
            let facts = Facts {
                is_guilty: false,
                obstacle: obstacle.as_deref(),
                ran: lines.ran,
                was_seen: is_cured || is_seen || !unedited.is_empty(),
                is_seen,
            };
            let (verdict, mut why) = verdict(&facts);
            if verdict == Verdict::Verified && !is_cured {
                why = "with the new versions, the defect is seen at this place without the edits, and not with them"
                    .to_owned();
            }
            if verdict == Verdict::Neutral && made.is_of_requirements() {
                why = "the tests ran with these versions, and none got worse".to_owned();
            }
            let terms = WriteTerms {
                with_unsafe: false,
                with_likely: false,
                ..self.request.write_terms(&made.applied)
            };
            let is_barred = no_test_ended && !verdict.is_written(terms);
            if is_barred && verdict == Verdict::Untested {
                why = "no test ran to its end; `loopmend fix` without `--verify` applies it untested"
                    .to_owned();
            }
            Decided {
                verdict,
                why,
                lines,
                ablation: Vec::new(),
                asked: BTreeSet::new(),
                bar: is_barred.then_some(Bar::NoTest),
            }
        };
        fixes.map(of_fix).collect()
    }

    /// Runs some tests, and those that they need, with some fixes. `only` has the findings of the fixes.
    fn run_some(
        &mut self,
        only: &BTreeSet<usize>,
        tests: &BTreeSet<String>,
        compared: &Compared,
    ) -> Result<Run, Stop> {
        let in_scope = tests_in_scope(tests, compared.find_rerun_scope(tests), &self.collected);
        self.run_among(only, tests, in_scope)
    }

    /// Runs some tests among others with some fixes; `None` for the whole selection.
    fn run_among(
        &mut self,
        only: &BTreeSet<usize>,
        tests: &BTreeSet<String>,
        in_scope: Option<BTreeSet<String>>,
    ) -> Result<Run, Stop> {
        let attempt = self.maker.attempt(self.project, Some(only));
        if attempt.is_interrupted {
            return Err(Stop::Interrupted);
        }
        let asked =
            Asked { tests: in_scope, decisive: tests.clone(), until: tests.clone(), ..Asked::default() };
        self.suite.run(&attempt.changes, &asked)
    }

    /// A file that the user's tree has and the copy does not, and that a test missed.
    fn missing_file(&self, run: &Run) -> Option<String> {
        let words = run.recording.verification.failures.iter().map(|failure| &failure.exception.words);
        let mut words = words.flat_map(|words| words.split(['\'', '"', '`', ' ', '\n']));
        let missing = words.find_map(|word| self.missing_path(word))?;
        Some(format!("tests need `{}`, which the copy leaves out", missing.display()))
    }

    /// The path below the top that a word names, where the user's tree has it and the copy does not.
    fn missing_path(&self, word: &str) -> Option<PathBuf> {
        let is_plain = |path: &Path| path.components().all(|part| matches!(part, Component::Normal(_)));
        if !word.contains(['/', '.']) || !is_plain(Path::new(word)) {
            return None;
        }
        let (top, original) = (self.suite.workspace.top(), self.suite.workspace.original());
        let bases = [top, &self.suite.directory];
        let places = bases.into_iter().filter_map(|base| below(&base.join(word), top));
        places.into_iter().find(|place| !top.join(place).exists() && original.join(place).exists())
    }

    /// Runs both sides once more, and measures which statements run. Gives the packages, and what kept it from measuring.
    fn coverage(&mut self) -> Result<Option<Coverage>, Stop> {
        if !self.request.coverage || self.attempt.changes.is_empty() {
            return Ok(None);
        }
        self.suite.refuse_late()?;
        self.begin_phase("measuring the coverage before and after");
        self.suite.step = "Coverage";
        let asked = Asked { coverage: true, ..Asked::default() };
        let before = self.suite.run(&[], &Asked { is_before: true, ..asked.clone() })?;
        let after = self.suite.run(&self.attempt.changes, &asked)?;
        let changed: BTreeSet<&Path> =
            self.attempt.changes.iter().map(|(_, change)| change.path.as_path()).collect();
        let packages = coverage::by_package(self.project, [&before, &after], &changed);
        let mut limits = before.recording.limits;
        limits.extend(after.recording.limits);
        limits.dedup();
        Ok(Some((packages, limits)))
    }

    /// The places of the fixes that are not written unless the user asks for it.
    fn hold_back(&self, decided: &[Decided]) -> BTreeSet<usize> {
        let is_held = |(made, decided): (&Made, &Decided)| {
            decided.bar.is_some() || !decided.verdict.is_written(self.request.write_terms(&made.applied))
        };
        let fixes = self.attempt.fixes.iter().zip(decided).enumerate();
        let held: BTreeSet<usize> =
            fixes.filter(|(_, pair)| is_held(*pair)).map(|(place, _)| place).collect();
        match self.migration() {
            Some(_) if !held.is_empty() => (0..decided.len()).collect(),
            _ => held,
        }
    }

    /// Takes fixes out of the attempt, and gives what was decided of them.
    fn take_out(
        &mut self,
        places: &BTreeSet<usize>,
        decided: &mut Vec<Decided>,
    ) -> Result<Vec<(Made, Decided)>, Stop> {
        let fixes = std::mem::take(&mut self.attempt.fixes).into_iter().zip(std::mem::take(decided));
        let (out, kept): (Vec<_>, Vec<_>) = fixes.enumerate().partition(|(place, _)| places.contains(place));
        let (kept, still_decided): (Vec<Made>, Vec<Decided>) = kept.into_iter().map(|(_, pair)| pair).unzip();
        self.try_only(&kept)?;
        *decided = still_decided;
        Ok(out.into_iter().map(|(_, pair)| pair).collect())
    }

    /// The files of the user's tree that changed while the tests ran.
    fn changed_meanwhile(&self) -> Result<Vec<PathBuf>, Stop> {
        let now = Stamps::of(self.project.root_dir(), DIRECTORY, &goes_on).map_err(copy_failure)?;
        let changed = self.stamps.changed_until(&now);
        let edited: BTreeSet<PathBuf> = self
            .attempt
            .changes
            .iter()
            .filter_map(|(_, change)| below(&change.path, self.project.root_dir()))
            .collect();
        match changed.iter().find(|path| edited.contains(*path)) {
            Some(path) => Err(Stop::Failed(Failure::new(format!(
                "`{}` changed while the tests ran; nothing was written. Run the command again",
                path.display()
            )))),
            None => Ok(changed),
        }
    }

    fn report(&mut self, parts: &report::Parts<'_>) -> VerifiedRun {
        report::Reporter {
            request: self.request,
            project: self.project,
            attempt: &self.attempt,
            findings: &self.findings,
            seen: &self.seen,
            causes_before: &self.causes,
            unedited: self.unedited.as_ref(),
            suite: &self.suite,
            why_selected: &self.why_selected,
            time: self.started.elapsed(),
        }
        .report(parts)
    }
}

/// A fix for which the budget left no time.
fn undecided(budget: Option<Budget>, lines: LinesOfFix) -> Decided {
    let why = budget.map(|budget| budget.why_over()).unwrap_or_default();
    Decided {
        verdict: Verdict::Inconclusive,
        why,
        lines,
        ablation: Vec::new(),
        asked: BTreeSet::new(),
        bar: Some(Bar::Budget),
    }
}

/// The tests that ended worse in a run than in another one.
fn names_of_worse(tests: &BTreeSet<String>, run: &Run, other: &Run) -> BTreeSet<String> {
    worse_than(tests, run, other).into_iter().map(|(test, _, _)| test.clone()).collect()
}

/// The tests that ended worse in a run than in another one, with how they ended in both.
fn worse_than<'t>(
    tests: &'t BTreeSet<String>,
    run: &Run,
    other: &Run,
) -> Vec<(&'t String, TestState, TestState)> {
    let has_answer = |test: &&String| !run.was_stopped_before(test);
    let (run_outcomes, other) = (run.outcomes(), other.outcomes());
    let state = |outcomes: &BTreeMap<&str, TestOutcome>, test: &String| {
        TestState::of(outcomes.get(test.as_str()).copied())
    };
    let tests = tests.iter().filter(has_answer);
    let states = tests.map(|test| (test, state(&run_outcomes, test), state(&other, test)));
    states.filter(|(_, now, other)| now.state < other.state).collect()
}

fn copy(root: &Path) -> Result<Workspace, Stop> {
    Workspace::copy(root, DIRECTORY, &|_bytes| goes_on()).map_err(copy_failure)
}

/// `false` once the user pressed Ctrl-C.
fn goes_on() -> bool {
    !interrupt::flag().load(Ordering::Relaxed)
}

fn copy_failure(error: CopyError) -> Stop {
    match error {
        CopyError::Interrupted => Stop::Interrupted,
        error => Stop::Failed(Failure::new(format!("{error}; nothing was changed"))),
    }
}

/// A larger copy is worth a line.
const LARGE: u64 = 200 * 1024 * 1024;

fn say_size(output: &Output, workspace: &Workspace) {
    if workspace.bytes() >= LARGE && !output.quiet() {
        output.notice(&format!("the copy of the project has {} MB", workspace.bytes() / 1_000_000));
    }
}

/// The user's directory, in the copy.
fn directory_in_copy(cwd: &Path, workspace: &Workspace) -> PathBuf {
    let real = std::fs::canonicalize(cwd).unwrap_or_else(|_| cwd.to_owned());
    match real.strip_prefix(workspace.original()) {
        Ok(inside) => workspace.top().join(inside),
        Err(_) => workspace.top().to_owned(),
    }
}

/// Refuses to judge by sessions of which none began.
fn refuse_unstarted(before: &Run, after: &Run, causes: &[Cause]) -> Result<(), Stop> {
    let is_refused = |run: &Run| {
        matches!(run.ending, Ending::Status(USAGE | INTERNAL_ERROR)) && run.recording.tests.is_empty()
    };
    if !is_refused(before) || !is_refused(after) {
        return Ok(());
    }
    let last = || after.printed.lines().rev().find(|line| !line.trim().is_empty()).map(str::to_owned);
    let said = words_of_error(&after.printed).or_else(last).unwrap_or_default();
    let cure = causes.iter().find_map(|cause| cause.failing.cure.as_deref());
    Err(Stop::Failed(Failure::new(format!(
        "pytest runs no test, neither with the fixes nor without: {}; {}. Nothing was changed",
        printable(said.trim()),
        cure.map_or("`loopmend doctor` looks for the reason", |cure| cure.trim_end_matches('.')),
    ))))
}
