//! What a second run of some tests showed of what the first one saw.

use std::collections::BTreeSet;

use loopmend_core::{ProbeFrame, Sighting};
use loopmend_runner::Recording;
use rustc_hash::FxHashMap;

/// `true` if the calls that are known lead from the test or fixture to the place, or none could.
pub(crate) fn is_led_from_test(Sighting { born, frames, .. }: &Sighting) -> bool {
    let named = born.test.split_once('[').map_or(born.test.as_str(), |(name, _)| name);
    let test = named.rsplit_once("::").map_or(named, |(_, name)| name);
    let is_outermost = |function: &str| match (born.phase.as_str(), born.fixture.as_str()) {
        ("collection", _) => function == "<module>",
        ("call", "") => function == test,
        (phase, "") => function.to_lowercase().contains(phase),
        (_, fixture) => function == fixture,
    };
    born.test.is_empty() || frames.is_empty() || frames.iter().any(|frame| is_outermost(&frame.function))
}

/// What is compared first: rule, what it is about, phase, fixture, and the test unless fixtures may be those of several.
type Kind<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

/// A sighting of the second run, how often the same was there, and how often it was taken for one of the first run.
struct Candidate<'a> {
    sighting: &'a Sighting,
    times: usize,
    taken: usize,
}

/// Gives each sighting the whole stack that a second run showed of the same: of the same rule, place and test. One that the second
/// run ended without has an empty stack; one whose test did not run again, or of which too little is known, has none.
pub(crate) fn trace(sightings: &mut [Sighting], again: &Recording) {
    let mut candidates: FxHashMap<Kind<'_>, Vec<Candidate<'_>>> = FxHashMap::default();
    for sighting in &again.sightings {
        let found = candidates.entry(kind(sighting)).or_default();
        let is_same = |it: &&mut Candidate<'_>| {
            (&it.sighting.born, &it.sighting.frames) == (&sighting.born, &sighting.frames)
        };
        match found.iter_mut().find(is_same) {
            Some(same) => same.times += 1 + sighting.more,
            None => found.push(Candidate { sighting, times: 1 + sighting.more, taken: 0 }),
        }
    }
    let is_complete = again.versions.is_some() && again.unfinished == 0;
    let ran: BTreeSet<&str> = again.tests.iter().map(|record| record.test.as_str()).collect();
    let mut stacks = Vec::new();
    for sighting in sightings.iter() {
        let found = candidates.get_mut(&kind(sighting)).and_then(|found| stack(sighting, found));
        let is_of_test = !sighting.born.test.is_empty() && sighting.born.phase != "collection";
        let was_there = !is_of_test || ran.contains(sighting.born.test.as_str());
        stacks.push(found.or_else(|| (is_complete && was_there).then(Vec::new)));
    }
    for (sighting, stack) in sightings.iter_mut().zip(stacks) {
        sighting.stack = stack;
    }
}

fn kind(sighting: &Sighting) -> Kind<'_> {
    let Sighting { rule, what, born, .. } = sighting;
    let test = if born.fixture.is_empty() { born.test.as_str() } else { "" };
    (rule, what, &born.phase, &born.fixture, test)
}

/// The stack of the same thing, and of what was made next where several were made at one place. A fixture that several tests share
/// may be another test's when others do not run.
fn stack(sighting: &Sighting, candidates: &mut [Candidate<'_>]) -> Option<Vec<ProbeFrame>> {
    let like = candidates.iter_mut().filter(|it| is_led_to(&sighting.frames, &it.sighting.frames));
    let candidate =
        like.min_by_key(|it| (it.sighting.born.test != sighting.born.test, it.taken >= it.times))?;
    candidate.taken += 1;
    Some(candidate.sighting.frames.clone())
}

/// `true` if a stack leads to the same place by the calls that are known: all of them are in it, in their order.
fn is_led_to(known: &[ProbeFrame], stack: &[ProbeFrame]) -> bool {
    let mut rest = stack.iter();
    known.first() == stack.first() && known.iter().all(|frame| rest.any(|it| it == frame))
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Noticed, ProbeFrame, SessionPlace, Sighting};
    use loopmend_runner::{Recording, TestRecord};

    use super::{is_led_from_test, trace};

    fn frames(names: &[&str]) -> Vec<ProbeFrame> {
        let frame =
            |name: &&str| ProbeFrame { file: "/p/a.py".to_owned(), line: 1, function: (*name).to_owned() };
        names.iter().map(frame).collect()
    }

    fn sighting(test: &str, fixture: &str, calls: &[&str]) -> Sighting {
        let born =
            SessionPlace { test: test.to_owned(), phase: "setup".to_owned(), fixture: fixture.to_owned() };
        Sighting {
            rule: "task-leak".to_owned(),
            what: "work".to_owned(),
            frames: frames(calls),
            defined: None,
            noticed: born.clone(),
            born,
            how: Noticed::End,
            exception: None,
            milliseconds: 0,
            related: Vec::new(),
            stack: None,
            expected: false,
            more: 0,
        }
    }

    fn recording(tests: &[&str], sightings: &[Sighting]) -> Recording {
        let record = |test: &&str| TestRecord {
            test: (*test).to_owned(),
            worker: "main".to_owned(),
            started: None,
            facts: loopmend_core::TestFacts::default(),
        };
        Recording {
            sightings: sightings.to_vec(),
            tests: tests.iter().map(record).collect(),
            versions: Some(("3.12.1".to_owned(), "9.0.0".to_owned())),
            ..Recording::default()
        }
    }

    /// The stacks that some sightings get, as the names of their functions.
    fn stacks(mut sightings: Vec<Sighting>, again: &Recording) -> Vec<Option<String>> {
        trace(&mut sightings, again);
        let names = |frames: Vec<ProbeFrame>| {
            frames.into_iter().map(|frame| frame.function).collect::<Vec<_>>().join(" < ")
        };
        sightings.into_iter().map(|sighting| sighting.stack.map(names)).collect()
    }

    #[test]
    fn several_of_one_place_have_their_stacks_in_order() {
        let again =
            recording(&["t"], &[sighting("t", "", &["a", "b", "x"]), sighting("t", "", &["a", "c", "y"])]);
        let first = vec![
            sighting("t", "", &["a"]),
            sighting("t", "", &["a"]),
            sighting("t", "", &["a", "y"]),
            sighting("t", "", &["b"]),
        ];
        let expected = ["a < b < x", "a < c < y", "a < c < y", ""].map(|stack| Some(stack.to_owned()));
        assert_eq!(stacks(first, &again), expected);
    }

    #[test]
    fn a_shared_fixture_may_be_that_of_another_test() {
        let again = recording(&["t", "u"], &[sighting("u", "pool", &["a", "b"]), sighting("u", "", &["a"])]);
        let first = vec![sighting("t", "pool", &["a"]), sighting("t", "", &["a"])];
        assert_eq!(stacks(first, &again), [Some("a < b".to_owned()), Some(String::new())]);
    }

    #[test]
    fn what_a_test_makes_itself_needs_no_second_run() {
        let cases = [
            ("a.py::C::test_a[x::y]", "", "setup", "setUp", true),
            ("a.py::C::test_a", "pool", "setup", "pool", true),
            ("a.py::C::test_a", "pool", "setup", "make", false),
            ("a.py::C::test_a[x::y]", "", "call", "test_a", true),
            ("a.py::C::test_a[x::y]", "", "call", "make", false),
            ("a.py", "", "collection", "<module>", true),
            ("", "", "session", "make", true),
        ];
        for (test, fixture, phase, function, expected) in cases {
            let mut sighting = sighting(test, fixture, &[function]);
            sighting.born.phase = phase.to_owned();
            assert_eq!(is_led_from_test(&sighting), expected, "{test} {fixture} {phase} {function}");
        }
    }

    #[test]
    fn nothing_is_said_of_what_did_not_run_to_its_end() {
        let first = || vec![sighting("t", "", &["a"])];
        assert_eq!(stacks(first(), &recording(&["u"], &[])), [None]);
        let cut_off = Recording { unfinished: 1, ..recording(&["t"], &[]) };
        assert_eq!(stacks(first(), &cut_off), [None]);
        let seen = Recording { unfinished: 1, ..recording(&["t"], &[sighting("t", "", &["a", "b"])]) };
        assert_eq!(stacks(first(), &seen), [Some("a < b".to_owned())]);
    }
}
