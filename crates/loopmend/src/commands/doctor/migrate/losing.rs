//! Tests that run on an event loop now, and on none behind the edits of a plan: no rule may know why, and the counts alone do not name them.

use loopmend_semantic::suite::Outcome;
use rustc_hash::FxHashMap;

use crate::render::{Suite, counted, why_of_outcome};

/// So many tests are named.
const MOST_NAMED: usize = 5;

/// The note that names the tests which lose their loop between two forms of a suite; none where none does.
pub(super) fn note(before: &Suite, after: &Suite) -> Option<String> {
    let behind: FxHashMap<&str, &Outcome> =
        after.predictions().map(|test| (test.node_id.as_str(), &test.outcome)).collect();
    let losing = before.predictions().filter(|test| matches!(test.outcome, Outcome::OnLoop { .. }));
    let losing = losing.filter_map(|test| {
        let outcome = *behind.get(test.node_id.as_str())?;
        let is_lost = !matches!(outcome, Outcome::OnLoop { .. } | Outcome::Unknown(_));
        is_lost.then(|| match why_of_outcome(outcome) {
            Some(why) => format!("`{}` ({why})", test.node_id),
            None => format!("`{}`", test.node_id),
        })
    });
    let mut named: Vec<String> = losing.collect();
    let count = named.len();
    if count == 0 {
        return None;
    }
    named.truncate(MOST_NAMED);
    if count > MOST_NAMED {
        named.push(format!("{} more", count - MOST_NAMED));
    }
    let runs = if count == 1 { "runs" } else { "run" };
    Some(format!(
        "{} that {runs} on an event loop today would run on none after these edits: {}",
        counted(count, "test"),
        named.join(", ")
    ))
}
