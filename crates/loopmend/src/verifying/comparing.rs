//! Compares two runs, and has what differs run again until it is known whether chance is the reason.

use std::collections::{BTreeMap, BTreeSet};

use loopmend_core::TestOutcome;
use loopmend_fix::Change;
use loopmend_project::Project;
use loopmend_verify::{Changes, MOST_TRIALS, Outcomes, State, TestState, Trials};

use super::evidence::{Shown, is_bystander, is_still_seen, may_have_effect};
use super::made::Attempt;
use super::suite::{Asked, Run, Suite};
use super::{Seen, Stop, Texts};
use crate::migrating::Migration;

/// The texts of one side.
#[derive(Clone, Copy)]
pub(super) struct Side<'s> {
    pub(super) changes: &'s [(String, Change)],
    pub(super) run: &'s Run,
}

/// The result of comparing.
#[derive(Default)]
pub(super) struct Compared {
    /// The tests that ended in another way.
    pub(super) changes: Changes,
    /// What more runs showed.
    pub(super) trials: Trials,
    /// The places of the fixes, in the attempt, whose defect was seen before and not after, less those where that is chance.
    pub(super) cured: BTreeSet<usize>,
    /// The places of the fixes whose defect may be gone for another reason, with that reason.
    pub(super) doubtful: BTreeMap<usize, &'static str>,
    /// The places of the fixes for which the budget left no time to confirm that the defect is gone.
    pub(super) unconfirmed: BTreeSet<usize>,
    /// `true` if the budget was over before all that differs was confirmed.
    pub(super) is_cut: bool,
    /// The tests that fail after the change by what another test left, as far as anybody knows.
    pub(super) bystanders: BTreeSet<String>,
    /// The scopes in which tests end as in the first runs, by their names in the trials. Tests that need no others are not in it.
    pub(super) rerun_scopes: BTreeMap<String, RerunScope>,
}

/// The tests that run when a test runs again. Its outcome may depend on the tests before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RerunScope {
    /// Only tests that differ.
    #[default]
    Tests,
    /// All tests of their files.
    Files,
    /// The whole selection.
    Selection,
}

impl RerunScope {
    /// Returns the next larger scope.
    fn widen(self) -> Self {
        match self {
            Self::Tests => Self::Files,
            Self::Files | Self::Selection => Self::Selection,
        }
    }

    const ALL: [Self; 3] = [Self::Tests, Self::Files, Self::Selection];
}

/// Returns the tests that run when some tests run again in a scope; `None` for the whole selection.
pub(super) fn tests_in_scope(
    tests: &BTreeSet<String>,
    scope: RerunScope,
    collected: &BTreeSet<String>,
) -> Option<BTreeSet<String>> {
    match scope {
        RerunScope::Tests => Some(tests.clone()),
        RerunScope::Files => {
            let files: BTreeSet<&str> = tests.iter().map(|test| test_file(test)).collect();
            let beside = collected.iter().filter(|test| files.contains(test_file(test)));
            Some(beside.chain(tests).cloned().collect())
        }
        RerunScope::Selection => None,
    }
}

/// Returns the file of a test, by its node id.
fn test_file(test: &str) -> &str {
    test.split("::").next().unwrap_or(test)
}

impl Compared {
    /// The tests that got worse because of the change.
    pub(super) fn worse(&self) -> BTreeSet<String> {
        let sure = self.trials.changed();
        let is_bystander = |test: &&str| self.bystanders.contains(*test);
        self.changes
            .worse()
            .filter(|test| sure.contains(key_of_test(test).as_str()) && !is_bystander(test))
            .map(str::to_owned)
            .collect()
    }

    /// Returns whether a test got worse that no further run showed to differ by chance.
    pub(super) fn may_be_worse(&self) -> bool {
        self.changes.worse().any(|test| !self.bystanders.contains(test))
    }

    /// Returns whether all runs of a test agreed, and it needs no other tests.
    pub(super) fn is_steady(&self, test: &str) -> bool {
        let key = key_of_test(test);
        self.trials.contradictions(&key) == 0 && !self.rerun_scopes.contains_key(&key)
    }

    /// Returns the largest scope that one of some tests needs.
    pub(super) fn find_rerun_scope(&self, tests: &BTreeSet<String>) -> RerunScope {
        let known = tests.iter().filter_map(|test| self.rerun_scopes.get(&key_of_test(test)));
        known.max().copied().unwrap_or_default()
    }

    /// The tests that got better because of the change.
    pub(super) fn better(&self) -> BTreeSet<String> {
        let sure = self.trials.changed();
        let better = self.changes.better().filter(|test| sure.contains(key_of_test(test).as_str()));
        better.map(str::to_owned).collect()
    }
}

/// The name under which trials know a test.
pub(super) fn key_of_test(test: &str) -> String {
    format!("test {test}")
}

/// The name under which trials know the defect of a fix.
fn key_of_fix(fix: usize) -> String {
    format!("fix {fix}")
}

/// The defect of a fix is looked for again in so many tests at most.
const MAX_WITNESSES: usize = 3;

/// A test for which the whole selection has to run is given up once so many of these runs contradict the first ones.
const MAX_CONTRADICTIONS: u32 = 2;

/// Both sides, and what may be asked of them.
pub(super) struct Comparison<'c, 's> {
    pub(super) suite: &'c mut Suite<'s>,
    pub(super) project: &'c mut Project,
    pub(super) attempt: &'c Attempt,
    pub(super) before: Side<'c>,
    pub(super) after: Side<'c>,
    /// The findings of the project as it is.
    pub(super) findings: &'c [loopmend_core::Diagnostic],
    /// What was seen in the first run before.
    pub(super) seen: &'c Seen,
    /// The migration that is tried.
    pub(super) migration: Option<&'c Migration>,
}

/// What a run showed of what differs.
struct Sample {
    outcomes: BTreeMap<String, TestOutcome>,
    seen: BTreeSet<usize>,
}

impl Comparison<'_, '_> {
    /// Compares the first runs, and runs again what differs.
    ///
    /// # Errors
    /// When a run fails, or the user stops it.
    pub(super) fn run(mut self) -> Result<Compared, Stop> {
        let changes = changes(self.before.run, self.after.run);
        let (before, after) = (self.sample(false, self.before.run), self.sample(true, self.after.run));
        let cured: BTreeSet<usize> = before.seen.difference(&after.seen).copied().collect();
        let tests = changes.0.keys().map(|test| key_of_test(test));
        let mut trials = Trials::new(tests.chain(cured.iter().map(|fix| key_of_fix(*fix))));
        let mut is_cut = false;
        let hung_by_chance = match self.hung_by_chance(&changes) {
            Err(Stop::OutOfTime(_)) => {
                is_cut = true;
                let hung = changes.0.keys().filter(|test| self.has_hung(test));
                hung.map(|test| (test.clone(), self.before.run.has_hung(test))).collect()
            }
            result => result?,
        };
        if !is_cut {
            for (test, is_before) in &hung_by_chance {
                trials.add(&key_of_test(test), !is_before, *is_before);
            }
        }
        let mut chance: BTreeSet<String> = hung_by_chance.keys().map(|test| key_of_test(test)).collect();
        let certain = self.certain(&changes);
        for key in certain.iter().map(|test| key_of_test(test)).filter(|key| !chance.contains(key)) {
            trials.settle(&key);
        }
        for fix in cured.iter().filter(|fix| self.are_witnesses_hung(self.before.run, **fix)) {
            if self.seen_in(*fix).into_iter().all(|test| hung_by_chance.contains_key(test)) {
                chance.insert(key_of_fix(*fix));
            } else {
                trials.settle(&key_of_fix(*fix));
            }
        }
        let mut rerun_scopes: BTreeMap<String, RerunScope> = BTreeMap::new();
        // No fix has an effect where no test ran its lines: what differs does so by chance.
        let rounds = if self.may_have_effect() { MOST_TRIALS } else { 0 };
        let mut has_begun = false;
        'rounds: for _ in 0..rounds {
            let mut undecided = trials.undecided();
            // A run of the whole selection is dear, and this is chance by all likelihood.
            undecided.retain(|key| {
                let is_in_selection = rerun_scopes.get(key) == Some(&RerunScope::Selection);
                let is_hopeless = is_in_selection && trials.contradictions(key) >= MAX_CONTRADICTIONS;
                !is_hopeless && !chance.contains(key)
            });
            if undecided.is_empty() {
                break;
            }
            if !has_begun {
                has_begun = true;
                self.suite.phases.begin("running what differs once more");
            }
            let find_scope = |key: &String| rerun_scopes.get(key).copied().unwrap_or_default();
            let groups = RerunScope::ALL.map(|scope| {
                let keys = undecided.iter().filter(|key| find_scope(key) == scope);
                (scope, keys.cloned().collect::<BTreeSet<String>>())
            });
            for (scope, keys) in groups.into_iter().filter(|(_, keys)| !keys.is_empty()) {
                match self.look_again(scope, &keys, &changes, &after, &mut trials, &mut rerun_scopes) {
                    Err(Stop::OutOfTime(_)) => {
                        is_cut = true;
                        break 'rounds;
                    }
                    result => result?,
                }
            }
        }
        let sure = trials.changed();
        let is_unconfirmed = |fix: &usize| is_cut && !sure.contains(key_of_fix(*fix).as_str());
        let unconfirmed: BTreeSet<usize> = cured.iter().copied().filter(is_unconfirmed).collect();
        let cured: BTreeSet<usize> = cured.difference(&unconfirmed).copied().collect();
        let doubt = |fix: usize| match sure.contains(key_of_fix(fix).as_str()) {
            false => Some("what was seen at this place comes and goes by chance"),
            true if self.are_witnesses_hung(self.after.run, fix) => {
                Some("the tests in which this was seen did not end after the change")
            }
            true => None,
        };
        let doubtful: BTreeMap<usize, &str> =
            cured.iter().filter_map(|fix| Some((*fix, doubt(*fix)?))).collect();
        let cured = cured.into_iter().filter(|fix| !doubtful.contains_key(fix)).collect();
        let bystanders = bystanders(self.after.run);
        Ok(Compared { changes, cured, doubtful, unconfirmed, is_cut, bystanders, rerun_scopes, trials })
    }

    /// Runs tests once more on each side. Those that end in another way than in the first runs get a larger scope: they may need other tests.
    fn look_again(
        &mut self,
        scope: RerunScope,
        keys: &BTreeSet<String>,
        changes: &Changes,
        first_after: &Sample,
        trials: &mut Trials,
        rerun_scopes: &mut BTreeMap<String, RerunScope>,
    ) -> Result<(), Stop> {
        let until = self.tests_of(keys, changes);
        let tests = tests_in_scope(&until, scope, &self.collected());
        let asked = Asked { tests, until, ..Asked::default() };
        let as_first = self.again(keys, &asked, first_after, trials)?;
        if scope != RerunScope::Selection {
            for key in keys.difference(&as_first) {
                trials.restart(key);
                rerun_scopes.insert(key.clone(), scope.widen());
            }
        }
        Ok(())
    }

    /// The tests that one of the first runs collected.
    fn collected(&self) -> BTreeSet<String> {
        let runs = [self.before.run, self.after.run].into_iter();
        runs.flat_map(|run| run.recording.verification.collected.iter().cloned()).collect()
    }

    /// Returns whether a fix may be the reason for a difference: a line that it removes or changes ran.
    fn may_have_effect(&self) -> bool {
        let (before, after) = (&self.before.run.recording, &self.after.run.recording);
        let project: &Project = self.project;
        self.attempt.fixes.iter().any(|made| may_have_effect(made, project, before, after))
    }

    /// The tests that more runs say nothing new of: those that one side does not collect, and those that hang.
    fn certain(&self, changes: &Changes) -> Vec<String> {
        let (before, after) = (self.before.run, self.after.run);
        let is_collected = |run: &Run, test: &String| run.recording.verification.collected.contains(test);
        let is_certain =
            |test: &&String| is_collected(before, test) != is_collected(after, test) || self.has_hung(test);
        changes.0.keys().filter(is_certain).cloned().collect()
    }

    /// Runs tests once more on each side. Gives those of some that were on both sides as in the first runs.
    fn again(
        &mut self,
        keys: &BTreeSet<String>,
        asked: &Asked,
        first_after: &Sample,
        trials: &mut Trials,
    ) -> Result<BTreeSet<String>, Stop> {
        let mut as_first = keys.clone();
        for (is_after, texts) in [(false, self.before.changes), (true, self.after.changes)] {
            let run = self.suite.run(texts, &Asked { is_before: !is_after, ..asked.clone() })?;
            let sample = self.sample(is_after, &run);
            for key in keys {
                let is_as_after = is_alike(key, &sample, first_after);
                trials.add(key, is_after, is_as_after);
                if is_as_after != is_after {
                    as_first.remove(key);
                }
            }
        }
        Ok(as_first)
    }

    /// The tests that have to run so that something is seen.
    fn tests_of(&self, keys: &BTreeSet<String>, changes: &Changes) -> BTreeSet<String> {
        let named = changes.0.keys().filter(|test| keys.contains(&key_of_test(test)));
        let fixes = (0..self.attempt.fixes.len()).filter(|fix| keys.contains(&key_of_fix(*fix)));
        let tests = fixes.flat_map(|fix| self.witnesses(fix));
        named.chain(tests).cloned().collect()
    }

    /// Whether a test was stopped on one of the sides.
    fn has_hung(&self, test: &str) -> bool {
        self.before.run.has_hung(test) || self.after.run.has_hung(test)
    }

    /// The tests in which the defect of a fix was seen before.
    fn seen_in(&self, fix: usize) -> BTreeSet<&String> {
        let evidence = self.seen.at(self.attempt.fixes[fix].origin).iter();
        evidence.map(|evidence| &evidence.test).filter(|test| !test.is_empty()).collect()
    }

    /// Whether all tests in which the defect of a fix was seen before were stopped in a run.
    fn are_witnesses_hung(&self, run: &Run, fix: usize) -> bool {
        let tests = self.seen_in(fix);
        !tests.is_empty() && tests.iter().all(|test| run.has_hung(test))
    }

    /// The tests that were stopped on one side, and not in a second run of that side: `true` for the one before the change.
    fn hung_by_chance(&mut self, changes: &Changes) -> Result<BTreeMap<String, bool>, Stop> {
        let mut found = BTreeMap::new();
        for (is_before, side) in [(true, self.before), (false, self.after)] {
            let hung: BTreeSet<String> =
                changes.0.keys().filter(|test| side.run.has_hung(test)).cloned().collect();
            if hung.is_empty() {
                continue;
            }
            let side_in_words = if is_before { "before" } else { "after" };
            self.suite.phases.begin(&format!("running once more what hangs {side_in_words} the change"));
            let asked = Asked { tests: Some(hung.clone()), is_before, ..Asked::default() };
            let run = self.suite.run(side.changes, &asked)?;
            let ended = hung.into_iter().filter(|test| !run.has_hung(test));
            found.extend(ended.map(|test| (test, is_before)));
        }
        Ok(found)
    }

    /// The quickest tests in which the defect of a fix was seen before, less those that hang.
    fn witnesses(&self, fix: usize) -> Vec<&String> {
        let records = self.before.run.recording.tests.iter();
        let times: BTreeMap<&String, f64> =
            records.map(|record| (&record.test, record.facts.duration)).collect();
        let time = |test: &String| times.get(test).copied().unwrap_or_default();
        let mut tests: Vec<&String> =
            self.seen_in(fix).into_iter().filter(|test| !self.has_hung(test)).collect();
        tests.sort_by(|one, other| time(one).total_cmp(&time(other)));
        tests.truncate(MAX_WITNESSES);
        tests
    }

    fn sample(&mut self, is_after: bool, run: &Run) -> Sample {
        let changes = if is_after { self.after.changes } else { &[] };
        let texts = Texts::take(self.project, changes, self.migration.filter(|_| is_after));
        let shown = Shown::new(texts.project, run);
        let seen = self.attempt.fixes.iter().enumerate().filter(|(_, made)| {
            let lines = if is_after { &made.after } else { &made.before };
            is_still_seen(
                self.seen.at(made.origin),
                &shown.evidence(&self.findings[made.origin], made, lines),
            )
        });
        let outcomes = run.outcomes().into_iter().map(|(test, outcome)| (test.to_owned(), outcome)).collect();
        Sample { seen: seen.map(|(fix, _)| fix).collect(), outcomes }
    }
}

/// The tests of which every failure is about an object that another test may have left.
fn bystanders(run: &Run) -> BTreeSet<String> {
    let failures = &run.recording.verification.failures;
    let others: BTreeSet<&str> =
        failures.iter().filter(|it| !is_bystander(it)).map(|it| it.test.as_str()).collect();
    let tests = failures.iter().map(|failure| &failure.test);
    tests.filter(|test| !others.contains(test.as_str())).cloned().collect()
}

/// Whether something is in a run as it was in the first run after the change.
fn is_alike(key: &str, sample: &Sample, first_after: &Sample) -> bool {
    match key.split_once(' ') {
        Some(("test", test)) => {
            let (now, first) = (sample.outcomes.get(test).copied(), first_after.outcomes.get(test).copied());
            // A test that was stopped would have failed too, for all that anybody knows.
            let is_stopped = now == Some(TestOutcome::Unfinished);
            now == first || is_stopped && TestState::of(first).state == State::Bad
        }
        Some((_, fix)) => fix.parse().is_ok_and(|fix: usize| !sample.seen.contains(&fix)),
        None => false,
    }
}

/// The tests that ended in another way in the second run, of those that began in both unless pytest did not collect them.
fn changes(before: &Run, after: &Run) -> Changes {
    let outcomes: (Outcomes<'_>, Outcomes<'_>) = (before.outcomes(), after.outcomes());
    let mut changes = Changes::between(&outcomes.0, &outcomes.1);
    changes.0.retain(|test, _| !before.was_stopped_before(test) && !after.was_stopped_before(test));
    changes
}
