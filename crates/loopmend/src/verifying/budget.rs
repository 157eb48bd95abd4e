//! The time that `--budget` allows, and what it leaves of the verdicts once it is over.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use loopmend_verify::Ran;

use super::evidence::LinesOfFix;
use crate::render::exact_time;

/// The time that a command may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    pub(super) limit: Duration,
    pub(super) started: Instant,
}

impl Budget {
    /// The time that is left; zero once the budget is over.
    pub(super) fn left(&self, now: Instant) -> Duration {
        self.limit.saturating_sub(now.duration_since(self.started))
    }

    /// The reason of a fix without a verdict.
    pub(super) fn why_over(&self) -> String {
        format!("the budget of {} was over", exact_time(self.limit))
    }
}

/// Returns the places of the fixes that may depend on a fix that is held back: no run showed them without it. A test that ran lines
/// of both makes a fix dependent, and so does a list of tests that is not complete.
pub(super) fn dependent_on_held(kept: &[&LinesOfFix], held: &[&LinesOfFix]) -> BTreeSet<usize> {
    let mut dependent = BTreeSet::new();
    let mut left: Vec<&LinesOfFix> = held.to_vec();
    while let Some(held) = left.pop() {
        for (place, lines) in kept.iter().enumerate() {
            if may_share_test(held, lines) && dependent.insert(place) {
                left.push(lines);
            }
        }
    }
    dependent
}

fn may_share_test(one: &LinesOfFix, other: &LinesOfFix) -> bool {
    let may_have_run = one.ran != Ran::No && other.ran != Ran::No;
    let are_known = one.has_all_tests && other.has_all_tests;
    may_have_run && (!are_known || !one.tests.is_disjoint(&other.tests))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::time::{Duration, Instant};

    use loopmend_verify::Ran;

    use super::{Budget, dependent_on_held};
    use crate::verifying::evidence::LinesOfFix;

    fn lines(tests: &[&str]) -> LinesOfFix {
        let tests: BTreeSet<String> = tests.iter().map(|test| (*test).to_owned()).collect();
        LinesOfFix {
            ran: Ran::Yes,
            counts: (1, 1),
            in_all: tests.len(),
            tests,
            has_all_tests: true,
            runs_at_import: false,
            not_run: Vec::new(),
        }
    }

    #[test]
    fn the_time_left_ends_at_zero() {
        let started = Instant::now();
        let budget = Budget { limit: Duration::from_secs(300), started };
        let left = |seconds| budget.left(started + Duration::from_secs(seconds)).as_secs();
        assert_eq!([0, 299, 300, 301].map(left), [300, 1, 0, 0]);
        assert_eq!(budget.why_over(), "the budget of 5 min was over");
    }

    #[test]
    fn a_fix_depends_on_what_its_tests_ran_too() {
        let unrun = LinesOfFix { ran: Ran::No, ..LinesOfFix::unknown() };
        let kept = [lines(&["a"]), lines(&["a", "b"]), lines(&["c"]), unrun];
        let kept: Vec<&LinesOfFix> = kept.iter().collect();
        let dependent = |held: &LinesOfFix| dependent_on_held(&kept, &[held]);
        assert_eq!(dependent(&lines(&["b"])), BTreeSet::from([0, 1]), "one by the other");
        assert_eq!(dependent(&lines(&["d"])), BTreeSet::new());
        assert_eq!(dependent(kept[3]), BTreeSet::new());
        let in_part = LinesOfFix { has_all_tests: false, ..lines(&["d"]) };
        for unknown in [in_part, LinesOfFix::unknown()] {
            assert_eq!(dependent(&unknown), BTreeSet::from([0, 1, 2]));
        }
    }
}
