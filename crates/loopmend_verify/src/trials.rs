//! More runs of the tests that differ: whether it is the change that they differ by, or chance.

use std::collections::{BTreeMap, BTreeSet};

use crate::statistics::{fisher_exact, holm};

/// Tests that differ are run so many times more on each side at most.
pub const MOST_TRIALS: usize = 10;

/// The chance of calling one flaky test changed among all that differ.
const LEVEL: f64 = 0.05;

/// How often a test was as it was first after the change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    /// Before the change: as often as after it, and otherwise.
    before: (u32, u32),
    /// After the change.
    after: (u32, u32),
}

impl Counts {
    fn probability(self) -> f64 {
        fisher_exact(self.before, self.after)
    }

    /// How many runs showed the opposite of the first one of their side.
    fn contradictions(self) -> u32 {
        self.before.0 + self.after.1
    }

    /// Whether a second run of each side showed what the first one did, and none the opposite.
    fn is_confirmed(self) -> bool {
        self.contradictions() == 0 && self.before.1 > 1 && self.after.0 > 1
    }
}

/// The tests that differ, with what more runs of them showed.
#[derive(Clone, Debug, Default)]
pub struct Trials {
    counts: BTreeMap<String, Counts>,
    /// What needs no more runs.
    settled: BTreeSet<String>,
    /// The tests that began anew, of which one more run that agrees is not enough.
    doubted: BTreeSet<String>,
}

impl Trials {
    /// Begins with tests that differed in the first run of each side.
    pub fn new(tests: impl IntoIterator<Item = String>) -> Self {
        let first = Counts { before: (0, 1), after: (1, 0) };
        Self { counts: tests.into_iter().map(|test| (test, first)).collect(), ..Self::default() }
    }

    /// Takes it for certain that a test differs by the change, where more runs would only cost time.
    pub fn settle(&mut self, test: &str) {
        self.counts.remove(test);
        self.settled.insert(test.to_owned());
    }

    /// Takes what one more run of a side showed: whether the test was as it was first after the change.
    pub fn add(&mut self, test: &str, is_after: bool, is_as_first_after: bool) {
        let Some(counts) = self.counts.get_mut(test) else { return };
        let side = if is_after { &mut counts.after } else { &mut counts.before };
        match is_as_first_after {
            true => side.0 += 1,
            false => side.1 += 1,
        }
    }

    /// Begins anew for a test that other tests will run with, since more runs contradicted the first ones: its outcome may depend on
    /// what runs before it. It may as well be chance, so that only many runs show that the change is the reason.
    pub fn restart(&mut self, test: &str) {
        if let Some(counts) = self.counts.get_mut(test) {
            *counts = Counts { before: (0, 1), after: (1, 0) };
            self.doubted.insert(test.to_owned());
        }
    }

    /// How many runs of a test showed the opposite of the first one of their side.
    pub fn contradictions(&self, test: &str) -> u32 {
        self.counts.get(test).map_or(0, |counts| counts.contradictions())
    }

    /// The tests of which more runs can still show that the change is the reason: those that are not settled.
    pub fn undecided(&self) -> BTreeSet<String> {
        let settled = self.changed();
        self.counts.keys().filter(|test| !settled.contains(test.as_str())).cloned().collect()
    }

    /// The tests that differ by the change and not by chance: those that a second run of each side confirmed, and of those that runs
    /// contradict, the ones for which chance is an unlikely reason all the same.
    pub fn changed(&self) -> BTreeSet<&str> {
        let is_doubted = |test: &String| self.doubted.contains(test);
        let (confirmed, others): (Vec<_>, Vec<_>) =
            self.counts.iter().partition(|(test, counts)| counts.is_confirmed() && !is_doubted(test));
        let contradicted: Vec<_> = others
            .into_iter()
            .filter(|(test, counts)| counts.contradictions() > 0 || is_doubted(test))
            .collect();
        let probabilities: Vec<f64> = contradicted.iter().map(|(_, counts)| counts.probability()).collect();
        let rejected = holm(&probabilities, LEVEL);
        let likely = contradicted.into_iter().zip(rejected).filter(|(_, is_sure)| *is_sure);
        let sure = confirmed.into_iter().chain(likely.map(|(entry, _)| entry)).map(|(test, _)| test);
        sure.chain(&self.settled).map(String::as_str).collect()
    }

    /// How many of these runs showed the test as in the first runs: before the change otherwise than after it.
    pub fn as_first(&self, test: &str) -> (u32, u32) {
        if self.settled.contains(test) {
            return (1, 1);
        }
        let counts = self.counts.get(test).copied().unwrap_or_default();
        (counts.before.1, counts.after.0)
    }

    /// How often a test ran on each side.
    pub fn runs(&self, test: &str) -> (u32, u32) {
        if self.settled.contains(test) {
            return (1, 1);
        }
        let counts = self.counts.get(test).copied().unwrap_or_default();
        (counts.before.0 + counts.before.1, counts.after.0 + counts.after.1)
    }
}

#[cfg(test)]
mod tests {
    use super::Trials;

    fn run(trials: &mut Trials, test: &str, before: bool, after: bool) {
        trials.add(test, false, before);
        trials.add(test, true, after);
    }

    #[test]
    fn one_more_run_that_agrees_is_enough_for_any_number_of_tests() {
        let names: Vec<String> = (0..114).map(|number| number.to_string()).collect();
        let mut trials = Trials::new(names.clone());
        assert!(trials.changed().is_empty());
        names.iter().for_each(|name| run(&mut trials, name, false, true));
        assert_eq!(trials.changed().len(), names.len());
        assert!(trials.undecided().is_empty());
        assert_eq!(trials.runs("3"), (2, 2));
        trials.restart("3");
        assert_eq!(trials.runs("3"), (1, 1));
        assert!(!trials.changed().contains("3"));
        trials.settle("3");
        assert!(trials.changed().contains("3") && !trials.undecided().contains("3"));
    }

    #[test]
    fn a_run_of_one_side_confirms_nothing() {
        let mut trials = Trials::new(["a".to_owned()]);
        trials.add("a", true, true);
        assert!(trials.changed().is_empty());
    }

    #[test]
    fn a_contradicted_test_needs_many_runs_and_a_flaky_one_is_never_sure() {
        let mut trials = Trials::new(["a".to_owned()]);
        run(&mut trials, "a", true, true);
        let mut rounds = 0;
        while trials.changed().is_empty() {
            run(&mut trials, "a", false, true);
            rounds += 1;
        }
        assert_eq!(rounds, 3);
        let mut trials = Trials::new(["a".to_owned()]);
        for round in 0..10 {
            run(&mut trials, "a", round % 2 == 0, round % 2 == 1);
        }
        assert!(trials.undecided().contains("a"));
        assert_eq!((trials.as_first("a"), trials.runs("a")), ((6, 6), (11, 11)));
        assert_eq!(trials.contradictions("a"), 10);
        trials.restart("a");
        assert_eq!((trials.contradictions("a"), trials.contradictions("b")), (0, 0));
        run(&mut trials, "a", false, true);
        assert!(trials.changed().is_empty(), "it was contradicted before");
        (0..2).for_each(|_| run(&mut trials, "a", false, true));
        assert!(trials.changed().contains("a"));
    }
}
