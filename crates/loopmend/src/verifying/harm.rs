//! Fixes that make tests worse.

use std::collections::BTreeSet;

use loopmend_verify::guilty;

use super::comparing::{Compared, tests_in_scope};
use super::evidence::{LinesOfFix, exception, lines_of_fix};
use super::suite::Run;
use super::{Guilty, Made, Stop, Transaction, names_of_worse};
use crate::render::{counted, counted_fixes};

/// The tests that get worse with some fixes.
#[derive(Clone)]
struct Harm {
    tests: BTreeSet<String>,
    /// The first failure of one of these tests, in words.
    how: Option<String>,
}

/// The tests among which others run: what a test finds may depend on those before it.
#[derive(Clone, Copy)]
enum Company {
    /// Those that are known to be needed.
    Needed,
    /// All that differ, which were confirmed together.
    Differing,
    /// The whole selection.
    Selection,
}

impl Harm {
    fn of(run: &Run, tests: BTreeSet<String>) -> Self {
        Self { how: how_it_fails(run, &tests), tests }
    }
}

impl Transaction<'_, '_> {
    /// Takes out the fixes with which tests get worse: for each test that does, the smallest set with which one of these tests does.
    pub(super) fn find_guilty(
        &mut self,
        (before, after): (&Run, &Run),
        worse: &BTreeSet<String>,
        compared: &Compared,
    ) -> Result<(), Stop> {
        self.begin_phase(&format!(
            "{} got worse; looking for the fix among {}",
            counted(worse.len(), "test"),
            counted_fixes(self.attempt.fixes.len(), "")
        ));
        self.suite.step = "With some of the fixes";
        let lines = self.attempt.fixes.iter().map(|made| lines_of_fix(made, self.project, &after.recording));
        let lines: Vec<LinesOfFix> = lines.collect();
        let mut left: Vec<usize> = (0..lines.len()).collect();
        // All fixes together were tried before, with all of these tests worse.
        let mut harm = Harm::of(after, worse.clone());
        let mut found: Vec<(Vec<usize>, Harm)> = Vec::new();
        loop {
            let (places, done) = self.smallest_set(&left, &lines, &harm, before, compared)?;
            left.retain(|place| !places.contains(place));
            harm.tests.retain(|test| !done.tests.contains(test));
            found.push((places, done));
            if left.is_empty() || harm.tests.is_empty() {
                break;
            }
            // One failure may be chance.
            for _ in 0..2 {
                harm = self.measure_harm(&left, &harm.tests, Company::Needed, before, compared)?;
                if harm.tests.is_empty() {
                    return self.take_out_guilty(&found);
                }
            }
        }
        self.take_out_guilty(&found)
    }

    /// The smallest set of fixes that does harm, among some that do. Those whose lines ran in the tests are tried first.
    fn smallest_set(
        &mut self,
        places: &[usize],
        lines: &[LinesOfFix],
        harm: &Harm,
        before: &Run,
        compared: &Compared,
    ) -> Result<(Vec<usize>, Harm), Stop> {
        let (mut places, mut known) = (places.to_vec(), harm.clone());
        let (mut company, mut is_company_known) = (Company::Needed, false);
        let suspects: Vec<usize> =
            places.iter().copied().filter(|place| lines[*place].may_run_in(&harm.tests)).collect();
        if !suspects.is_empty() && suspects.len() < places.len() {
            let of_suspects = self.measure_harm(&suspects, &harm.tests, company, before, compared)?;
            if !of_suspects.tests.is_empty() {
                (places, known, is_company_known) = (suspects, of_suspects, true);
            }
        }
        if places.len() > 1 && !is_company_known {
            company = self.find_company(&places, &harm.tests, before, compared)?;
        }
        let found = guilty(places.len(), |set| {
            let set: Vec<usize> = set.iter().map(|place| places[*place]).collect();
            let of_set = self.measure_harm(&set, &harm.tests, company, before, compared)?;
            let is_bad = !of_set.tests.is_empty();
            if is_bad {
                known = of_set;
            }
            Ok::<bool, Stop>(is_bad)
        })?;
        Ok((found.into_iter().map(|place| places[place]).collect(), known))
    }

    /// The smallest company in which tests get worse with some fixes; the largest one if they do in none.
    fn find_company(
        &mut self,
        places: &[usize],
        tests: &BTreeSet<String>,
        before: &Run,
        compared: &Compared,
    ) -> Result<Company, Stop> {
        for company in [Company::Needed, Company::Differing] {
            if !self.measure_harm(places, tests, company, before, compared)?.tests.is_empty() {
                return Ok(company);
            }
        }
        Ok(Company::Selection)
    }

    /// Runs some tests in a company with some fixes of the attempt alone.
    fn measure_harm(
        &mut self,
        places: &[usize],
        tests: &BTreeSet<String>,
        company: Company,
        before: &Run,
        compared: &Compared,
    ) -> Result<Harm, Stop> {
        let only: BTreeSet<usize> = places.iter().map(|place| self.attempt.fixes[*place].origin).collect();
        let in_scope = match company {
            Company::Needed => tests_in_scope(tests, compared.find_rerun_scope(tests), &self.collected),
            Company::Differing => Some(compared.changes.0.keys().chain(tests).cloned().collect()),
            Company::Selection => None,
        };
        let run = self.run_among(&only, tests, in_scope)?;
        Ok(Harm::of(&run, names_of_worse(tests, &run, before)))
    }

    /// Has the attempt hold the other fixes alone.
    fn take_out_guilty(&mut self, found: &[(Vec<usize>, Harm)]) -> Result<(), Stop> {
        let fixes = std::mem::take(&mut self.attempt.fixes).into_iter().enumerate();
        let find_harm = |place: usize| found.iter().find(|(places, _)| places.contains(&place));
        let mut good: Vec<Made> = Vec::new();
        for (place, made) in fixes {
            match find_harm(place) {
                Some((_, Harm { tests, how })) => {
                    let tests = tests.iter().cloned().collect();
                    self.guilty.push(Guilty { made, tests, how: how.clone() });
                }
                None => good.push(made),
            }
        }
        self.try_only(&good)
    }
}

/// Describes how the first of some tests failed in a run, or says that one of them hung.
pub(super) fn how_it_fails(run: &Run, tests: &BTreeSet<String>) -> Option<String> {
    if tests.iter().any(|test| run.has_hung(test)) {
        return Some("the test hangs".to_owned());
    }
    let failures = &run.recording.verification.failures;
    failures.iter().find(|failure| tests.contains(&failure.test)).map(exception)
}
