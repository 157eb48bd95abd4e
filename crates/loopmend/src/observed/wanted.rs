//! The sightings that a suite neither waits for nor allows.

use loopmend_core::Sighting;
use loopmend_rules::find_rule;
use loopmend_runner::Recording;
use rustc_hash::FxHashSet;

/// The sightings that neither the suite waits for nor a marker allows, and how many of the others there are.
pub(crate) fn wanted(recording: &Recording) -> (Vec<Sighting>, usize) {
    let Recording { sightings, allowed, .. } = recording;
    let is_allowed = |sighting: &Sighting| {
        let rules = allowed.get(&sighting.born.test).map_or(&[][..], Vec::as_slice);
        rules.iter().any(|name| find_rule(name).is_some_and(|rule| rule.name == sighting.rule))
    };
    let (wanted, hidden): (Vec<&Sighting>, Vec<&Sighting>) =
        sightings.iter().partition(|sighting| !sighting.expected && !is_allowed(sighting));
    let hidden: FxHashSet<_> = hidden.iter().map(|it| (&it.rule, &it.what, &it.frames, &it.born)).collect();
    (wanted.into_iter().cloned().collect(), hidden.len())
}
