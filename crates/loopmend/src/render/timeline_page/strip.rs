//! Where things are on the line of time of one process.

use std::collections::BTreeMap;

use loopmend_core::{Level, Scope, SessionPlace, TestLoop};
use loopmend_runner::{Recording, TestRecord, loops};

use super::Timeline;

/// So many loops stand below each other; further ones at the same time share the last lane.
const MOST_LANES: usize = 12;

/// The tests of one process, in order.
pub(super) struct Strip<'a> {
    /// `main`, or the name of a worker of pytest-xdist.
    pub(super) worker: &'a str,
    /// Its tests.
    pub(super) stops: Vec<Stop<'a>>,
    /// The loops that ran while they were called.
    pub(super) bars: Vec<Bar<'a>>,
    /// How many loops stand below each other.
    pub(super) lanes: usize,
    /// For how long all tests ran, in seconds.
    pub(super) length: f64,
}

/// One test.
pub(super) struct Stop<'a> {
    /// Its number among all tests.
    pub(super) number: usize,
    /// The record of the test.
    pub(super) record: &'a TestRecord,
    /// When it began, in seconds since the first test did.
    pub(super) start: f64,
    /// When it ended.
    pub(super) end: f64,
}

/// One event loop, from the first test that it ran in to the last one.
pub(super) struct Bar<'a> {
    /// The loop.
    pub(super) of: &'a TestLoop,
    /// How long it lives.
    pub(super) scope: Scope,
    /// In how many tests it ran.
    pub(super) tests: usize,
    /// When the first one began.
    pub(super) start: f64,
    /// When the last one ended.
    pub(super) end: f64,
    /// The lane that it stands in.
    pub(super) lane: usize,
}

/// A place where something was made or noticed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    /// The number of the finding.
    pub(super) finding: usize,
    /// The number of the test.
    pub(super) test: usize,
    /// When, as far as the phase tells.
    pub(super) at: f64,
    /// `true` if it was made there; else it was noticed.
    pub(super) is_made: bool,
    /// The level of the finding.
    pub(super) level: Level,
}

/// When the first test began, in seconds since the session did.
pub(super) fn first_start(recording: &Recording) -> Option<f64> {
    recording.tests.iter().filter_map(|record| record.started).min_by(f64::total_cmp)
}

/// The processes that ran tests, in the order in which they began.
pub(super) fn strips(recording: &Recording) -> Vec<Strip<'_>> {
    let first = first_start(recording).unwrap_or_default();
    let mut stops: BTreeMap<&str, Vec<Stop<'_>>> = BTreeMap::new();
    for (number, record) in recording.tests.iter().enumerate() {
        let of_worker = stops.entry(&record.worker).or_default();
        let before = of_worker.last().map_or(0.0, |stop| stop.end);
        let start = record.started.map_or(before, |started| started - first);
        of_worker.push(Stop { number, record, start, end: start + record.facts.duration });
    }
    let ends = stops.values().flatten().map(|stop| stop.end);
    let length = ends.fold(0.0, f64::max);
    let scopes: BTreeMap<String, Scope> =
        loops(&recording.tests).into_iter().map(|found| (found.id, found.scope)).collect();
    stops
        .into_iter()
        .map(|(worker, stops)| {
            let bars = bars(&stops, &scopes);
            let lanes = bars.iter().map(|bar| bar.lane + 1).max().unwrap_or_default();
            Strip { worker, stops, bars, lanes, length }
        })
        .collect()
}

fn bars<'a>(stops: &[Stop<'a>], scopes: &BTreeMap<String, Scope>) -> Vec<Bar<'a>> {
    let mut bars: Vec<Bar<'a>> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for stop in stops {
        for of in stop.record.loops() {
            let at = *known.entry(&of.id).or_insert(bars.len());
            if at == bars.len() {
                let scope = scopes.get(&of.id).copied().unwrap_or(of.scope);
                bars.push(Bar { of, scope, tests: 0, start: stop.start, end: stop.end, lane: 0 });
            }
            bars[at].tests += 1;
            bars[at].end = stop.end;
        }
    }
    put_in_lanes(&mut bars);
    bars
}

/// Gives each loop the first lane that is free, those that live long first.
fn put_in_lanes(bars: &mut [Bar<'_>]) {
    let mut order: Vec<usize> = (0..bars.len()).collect();
    order.sort_by(|a, b| bars[*b].scope.cmp(&bars[*a].scope).then(bars[*a].start.total_cmp(&bars[*b].start)));
    let mut taken: Vec<Lane> = Vec::new();
    for at in order {
        let (start, end) = (bars[at].start, bars[at].end);
        let free = taken.iter().position(|lane| lane.is_free(start, end));
        let lane = free.unwrap_or(taken.len()).min(MOST_LANES - 1);
        if lane == taken.len() {
            taken.push(Lane::default());
        }
        taken[lane].take(start, end);
        bars[at].lane = lane;
    }
}

/// The times at which a lane is taken, sorted.
#[derive(Default)]
struct Lane(Vec<(f64, f64)>);

impl Lane {
    fn is_free(&self, start: f64, end: f64) -> bool {
        let at = self.0.partition_point(|(from, _)| *from < start);
        let is_behind = at == 0 || self.0[at - 1].1 <= start;
        is_behind && self.0.get(at).is_none_or(|(from, _)| end <= *from)
    }

    fn take(&mut self, start: f64, end: f64) {
        let at = self.0.partition_point(|(from, _)| *from < start);
        self.0.insert(at, (start, end));
    }
}

/// Where each finding was made, and noticed if that was in another phase, as far as that was in a test.
pub(super) fn marks(timeline: &Timeline<'_>, strips: &[Strip<'_>]) -> Vec<Mark> {
    let stops: BTreeMap<&str, &Stop<'_>> =
        strips.iter().flat_map(|strip| &strip.stops).map(|stop| (stop.record.test.as_str(), stop)).collect();
    let mut marks = Vec::new();
    for (finding, observation) in timeline.observations.iter().enumerate() {
        let sighting = &observation.sighting;
        let noticed = Some((&sighting.noticed, false)).filter(|(noticed, _)| *noticed != &sighting.born);
        for (place, is_made) in [(&sighting.born, true)].into_iter().chain(noticed) {
            let Some(stop) = stops.get(place.test.as_str()) else { continue };
            let (test, at, level) = (stop.number, time_of(place, stop), observation.diagnostic.level);
            marks.push(Mark { finding, test, at, is_made, level });
        }
    }
    marks
}

/// When a phase of a test was, more or less.
fn time_of(place: &SessionPlace, stop: &Stop<'_>) -> f64 {
    match place.phase.as_str() {
        "setup" => stop.start,
        "teardown" => stop.end,
        _ => f64::midpoint(stop.start, stop.end),
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Scope, TestFacts, TestLoop};
    use loopmend_runner::{Recording, TestRecord};

    use super::{MOST_LANES, strips};

    fn test(worker: &str, started: Option<f64>, loops: &[(&str, Scope)]) -> TestRecord {
        let seen = |(id, scope): &(&str, Scope)| TestLoop {
            id: (*id).to_owned(),
            class: "Loop".to_owned(),
            scope: *scope,
        };
        let facts = TestFacts {
            duration: 1.0,
            loops: Some(loops.iter().map(seen).collect()),
            ..TestFacts::default()
        };
        TestRecord { test: format!("t.py::{worker}"), worker: worker.to_owned(), started, facts }
    }

    fn recording(tests: Vec<TestRecord>) -> Recording {
        Recording { tests, ..Recording::default() }
    }

    #[test]
    fn loops_at_the_same_time_stand_below_each_other() {
        use Scope::{Function, Session};
        let found = recording(vec![
            test("gw0", Some(0.0), &[("a", Function)]),
            test("gw1", Some(0.5), &[]),
            test("gw0", Some(1.0), &[("b", Function), ("s", Session)]),
            test("gw0", Some(2.0), &[("s", Session)]),
        ]);
        let strips = strips(&found);
        let [first, second] = &strips[..] else { panic!("two processes") };
        assert_eq!((first.worker, first.stops.len(), first.lanes, first.length), ("gw0", 3, 2, 3.0));
        assert_eq!((second.worker, second.lanes, second.length), ("gw1", 0, 3.0));
        let bars: Vec<_> = first
            .bars
            .iter()
            .map(|bar| (bar.of.id.as_str(), bar.lane, bar.tests, bar.start, bar.end))
            .collect();
        assert_eq!(bars, [("a", 0, 1, 0.0, 1.0), ("b", 1, 1, 1.0, 2.0), ("s", 0, 2, 1.0, 3.0)]);
    }

    #[test]
    fn a_test_with_many_loops_and_one_that_did_not_end_have_a_place() {
        let names: Vec<String> = (0..40).map(|number| number.to_string()).collect();
        let loops: Vec<_> = names.iter().map(|name| (name.as_str(), Scope::Function)).collect();
        let cut_off = TestRecord { facts: TestFacts::default(), ..test("main", None, &[]) };
        let found = recording(vec![test("main", Some(1.0), &loops), cut_off]);
        let strips = strips(&found);
        assert_eq!(strips[0].lanes, MOST_LANES);
        assert_eq!((strips[0].stops[1].start, strips[0].stops[1].end), (1.0, 1.0));
    }
}
