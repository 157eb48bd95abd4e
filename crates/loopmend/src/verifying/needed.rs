//! Fixes of which nothing is seen at their place: whether tests fail again without them.

use std::collections::{BTreeMap, BTreeSet};

use loopmend_verify::{Evidence, EvidenceKind, Ran, State, TestState, Verdict};

use super::causes::why_not_collected;
use super::comparing::Compared;
use super::suite::Run;
use super::{Decided, Made, Stop, Transaction, names_of_worse, worse_than};
use crate::render::counted;

/// So many fixes are left out one at a time at most.
const MAX_ABLATIONS: usize = 10;
/// So many runs without a fix have to fail.
const RUNS: usize = 2;
/// The same, where runs of a test did not agree, or it needs other tests.
const RUNS_OF_UNSTEADY: usize = 3;

/// What earlier runs without some fixes showed, as far as it still holds. Fixes go by the places of their findings.
#[derive(Default)]
pub(super) struct Known {
    /// The tests that fail without a fix.
    needed: BTreeMap<usize, Vec<Evidence>>,
    /// The tests that do not fail without it.
    asked: BTreeMap<usize, BTreeSet<String>>,
}

impl Known {
    /// Takes what is known of the fixes that are kept, of tests in which no fix ran that is taken out.
    pub(super) fn of_kept(fixes: &[Made], decided: &[Decided], taken_out: &[(Made, Decided)]) -> Self {
        let is_independent = |test: &String| {
            let test = BTreeSet::from([test.clone()]);
            taken_out.iter().all(|(_, decided)| !decided.lines.may_run_in(&test))
        };
        let mut known = Self::default();
        for (made, Decided { ablation, asked, .. }) in fixes.iter().zip(decided) {
            let evidence = ablation.iter().filter(|evidence| is_independent(&evidence.test));
            known.needed.insert(made.origin, evidence.cloned().collect());
            let is_proof = |test: &String| ablation.iter().any(|evidence| evidence.test == *test);
            let others = asked.iter().filter(|test| !is_proof(test) && is_independent(test));
            known.asked.insert(made.origin, others.cloned().collect());
        }
        known
    }

    fn has_asked(&self, origin: usize, test: &str) -> bool {
        self.asked.get(&origin).is_some_and(|tests| tests.contains(test))
    }
}

impl Transaction<'_, '_> {
    /// Where tests got better, leaves out one fix at a time of those without evidence at their place: if the tests then fail again, the fix
    /// is needed.
    pub(super) fn ablate(
        &mut self,
        before: &Run,
        after: &Run,
        compared: &Compared,
        known: &Known,
        decided: &mut [Decided],
    ) -> Result<(), Stop> {
        self.judge_versions(before, compared, decided);
        let mut unexplained = self.unexplained(before, compared, decided);
        let better = match &self.unedited {
            Some(unedited) => unedited.worse.clone(),
            None => compared.better(),
        };
        if better.is_empty() {
            return Ok(());
        }
        for test in self.take_known(known, &better, decided) {
            unexplained.remove(&test);
        }
        let mut open = self.open(decided);
        // Fixes of what tests fail of come first.
        let code = |place: usize| &self.attempt.fixes[place].applied.code;
        open.sort_by_key(|place| !self.causes.iter().any(|cause| cause.rules.contains(code(*place))));
        open.truncate(MAX_ABLATIONS);
        // Without the only edit, the suite is one that ran already.
        let edits = self.attempt.fixes.iter().filter(|made| !made.is_of_requirements()).count();
        if edits > 1 && !open.is_empty() {
            self.begin_phase("running the tests that got better without some of the fixes");
        }
        let tests = open.iter().map(|place| {
            let origin = self.attempt.fixes[*place].origin;
            let mut tests = tests_that_may_need(&decided[*place], &unexplained, &better);
            tests.retain(|test| !known.has_asked(origin, test));
            (*place, tests)
        });
        let mut tests: BTreeMap<usize, BTreeSet<String>> = tests.collect();
        let Some(needing) = self.tests_that_need_some(&tests, after, compared)? else {
            return Ok(());
        };
        tests.values_mut().for_each(|tests| tests.retain(|test| needing.contains(test)));
        for place in open {
            let tests = &tests[&place];
            let found = match edits {
                1 => {
                    let without = self.unedited.as_ref().map_or(before, |unedited| &unedited.run);
                    worse_tests(tests, without, after)
                }
                _ => self.worse_without(place, tests, after, compared, decided)?,
            };
            if !found.is_empty() {
                decided[place].verdict = Verdict::Verified;
                decided[place].why = match self.unedited {
                    Some(_) => "with the new versions, tests fail without this fix alone".to_owned(),
                    None => why_needed(&found),
                };
                decided[place].ablation = found;
            }
        }
        self.ablate_all(&unexplained, after, compared, decided)
    }

    /// Verifies the fixes that earlier runs showed to be needed, where their tests got better again. Gives these tests.
    fn take_known(
        &self,
        known: &Known,
        better: &BTreeSet<String>,
        decided: &mut [Decided],
    ) -> BTreeSet<String> {
        let mut explained = BTreeSet::new();
        for place in self.open(decided) {
            let known = known.needed.get(&self.attempt.fixes[place].origin).into_iter().flatten();
            let evidence: Vec<Evidence> =
                known.filter(|evidence| better.contains(&evidence.test)).cloned().collect();
            if !evidence.is_empty() {
                explained.extend(evidence.iter().map(|evidence| evidence.test.clone()));
                let decided = &mut decided[place];
                (decided.verdict, decided.why) = (Verdict::Verified, why_needed(&evidence));
                decided.ablation = evidence;
            }
        }
        explained
    }

    /// The tests that end worse without all of some fixes; `None` if none does, so that no single fix has to be left out. Of less than two
    /// fixes, the tests that may. `tests` has, by fix, the tests that may need it.
    fn tests_that_need_some(
        &mut self,
        tests: &BTreeMap<usize, BTreeSet<String>>,
        after: &Run,
        compared: &Compared,
    ) -> Result<Option<BTreeSet<String>>, Stop> {
        let places: BTreeSet<usize> = tests.keys().copied().collect();
        let tests: BTreeSet<String> = tests.values().flatten().cloned().collect();
        if places.len() < 2 || tests.is_empty() {
            return Ok(Some(tests));
        }
        let run = self.without(&places, &tests, compared)?;
        let needing = names_of_worse(&tests, &run, after);
        Ok((!needing.is_empty()).then_some(needing))
    }

    /// The tests that end worse without a fix, each time. Those that run its lines answer first; the others only if these do not.
    fn worse_without(
        &mut self,
        place: usize,
        tests: &BTreeSet<String>,
        after: &Run,
        compared: &Compared,
        decided: &mut [Decided],
    ) -> Result<Vec<Evidence>, Stop> {
        let (own, others): (BTreeSet<String>, BTreeSet<String>) =
            tests.iter().cloned().partition(|test| decided[place].lines.tests.contains(test));
        for tests in [own, others].into_iter().filter(|tests| !tests.is_empty()) {
            let found = self.worse_each_time(place, &tests, after, compared)?;
            decided[place].asked.extend(tests);
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }

    /// The tests that end worse without a fix in each of some runs: a single failure may be chance.
    fn worse_each_time(
        &mut self,
        place: usize,
        tests: &BTreeSet<String>,
        after: &Run,
        compared: &Compared,
    ) -> Result<Vec<Evidence>, Stop> {
        let is_steady = self.unedited.is_none() && tests.iter().all(|test| compared.is_steady(test));
        let (mut tests, mut found) = (tests.clone(), Vec::new());
        for _ in 0..if is_steady { RUNS } else { RUNS_OF_UNSTEADY } {
            let run = self.without(&BTreeSet::from([place]), &tests, compared)?;
            found = worse_tests(&tests, &run, after);
            tests = found.iter().map(|evidence| evidence.test.clone()).collect();
            if tests.is_empty() {
                break;
            }
        }
        Ok(found)
    }

    /// Where no single fix is the reason, leaves out all that are left: one of them is.
    fn ablate_all(
        &mut self,
        unexplained: &BTreeSet<String>,
        after: &Run,
        compared: &Compared,
        decided: &mut [Decided],
    ) -> Result<(), Stop> {
        if unexplained.is_empty() {
            return Ok(());
        }
        let left: BTreeSet<usize> = self.open(decided).into_iter().collect();
        let is_explained = decided.iter().any(|decided| !decided.ablation.is_empty());
        if left.len() < 2 || is_explained {
            return Ok(());
        }
        let found = worse_tests(unexplained, &self.without(&left, unexplained, compared)?, after);
        if let [first, ..] = found.as_slice() {
            for place in &left {
                decided[*place].why = format!(
                    "one of {} fixes made {} better, such as `{}`, and the runs do not say which",
                    left.len(),
                    counted(found.len(), "test"),
                    first.test
                );
            }
        }
        Ok(())
    }

    /// The places of the fixes that ran and of which nothing was seen. What requirements do is judged apart.
    fn open(&self, decided: &[Decided]) -> Vec<usize> {
        let is_open = |place: &usize| {
            let Decided { verdict, lines, .. } = &decided[*place];
            *verdict == Verdict::Neutral
                && lines.ran == Ran::Yes
                && !self.attempt.fixes[*place].is_of_requirements()
        };
        (0..decided.len()).filter(is_open).collect()
    }

    /// Requirements are right where their versions alone make tests better.
    fn judge_versions(&self, before: &Run, compared: &Compared, decided: &mut [Decided]) {
        let Some(unedited) = &self.unedited else { return };
        let better = compared.better();
        let better = names_of_worse(&better, before, &unedited.run);
        let Some(first) = better.first() else { return };
        let pairs = self.attempt.fixes.iter().zip(decided);
        let pairs =
            pairs.filter(|(made, decided)| made.is_of_requirements() && decided.verdict == Verdict::Neutral);
        for (_, decided) in pairs {
            decided.verdict = Verdict::Verified;
            decided.why = format!(
                "{} got better with the new versions alone, such as `{first}`",
                counted(better.len(), "test")
            );
        }
    }

    /// The tests that got better for a reason that was not seen at the place of a fix; of a migration, those that need its edits.
    fn unexplained(&self, before: &Run, compared: &Compared, decided: &[Decided]) -> BTreeSet<String> {
        let verified = self.attempt.fixes.iter().zip(decided);
        let verified = verified.filter(|(_, decided)| decided.verdict == Verdict::Verified);
        let evidence = verified.flat_map(|(made, _)| self.seen.at(made.origin));
        let explained: BTreeSet<&str> = evidence.map(|evidence| evidence.test.as_str()).collect();
        if let Some(unedited) = &self.unedited {
            let seen = self.attempt.fixes.iter().flat_map(|made| unedited.seen.at(made.origin));
            let seen: BTreeSet<&String> = seen.map(|evidence| &evidence.test).collect();
            return unedited.worse.iter().filter(|test| !seen.contains(test)).cloned().collect();
        }
        if before.recording.tests.is_empty() && explained.contains("") {
            return BTreeSet::new();
        }
        // What kept a file from being collected is evidence for all of its tests.
        let file = |test: &str| test.split("::").next().is_some_and(|file| explained.contains(file));
        let better = compared.better().into_iter();
        better.filter(|test| !explained.contains(test.as_str()) && !file(test)).collect()
    }

    /// Runs some tests without some fixes.
    fn without(
        &mut self,
        places: &BTreeSet<usize>,
        tests: &BTreeSet<String>,
        compared: &Compared,
    ) -> Result<Run, Stop> {
        let others = self.attempt.fixes.iter().enumerate().filter(|(place, _)| !places.contains(place));
        let only: BTreeSet<usize> = others.map(|(_, made)| made.origin).collect();
        self.run_some(&only, tests, compared)
    }
}

/// The tests that ended worse in a run than in the one after the change, as evidence.
fn worse_tests(tests: &BTreeSet<String>, run: &Run, after: &Run) -> Vec<Evidence> {
    let mut worse = worse_than(tests, run, after);
    worse.sort_by_key(|(_, _, after)| std::cmp::Reverse(after.state));
    let evidence = |(test, now, after): (&String, TestState, TestState)| {
        let (kind, words) = match now.state {
            State::Missing => (EvidenceKind::Collection, why_not_collected(run, test)),
            _ => (EvidenceKind::Ablation, format!("`{}`, not `{}`", now.name(), after.name())),
        };
        Evidence { kind, test: test.clone(), words }
    };
    worse.into_iter().map(evidence).collect()
}

/// The tests that may need a fix: those that got better for no reason that is known, and those that got better and ran its lines, since a
/// test that needs one fix may need another one too.
fn tests_that_may_need(
    decided: &Decided,
    unexplained: &BTreeSet<String>,
    better: &BTreeSet<String>,
) -> BTreeSet<String> {
    unexplained.iter().chain(better.intersection(&decided.lines.tests)).cloned().collect()
}

/// Why a fix is verified without which tests end worse.
fn why_needed(found: &[Evidence]) -> String {
    let is_collection = |evidence: &&Evidence| evidence.kind == EvidenceKind::Collection;
    match found.iter().filter(is_collection).count() {
        0 => "tests got better, and fail again without this fix alone".to_owned(),
        1 => "pytest collects 1 test only with this fix".to_owned(),
        count => format!("pytest collects {count} tests only with this fix"),
    }
}
