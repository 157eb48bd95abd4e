//! A prediction beside a run, test by test.

use super::foretold::{Foretold, LoopName};
use super::verdict::{Seen, Verdict, without_parameters};
use crate::harness::*;

/// A test in one environment: what was foretold, and what was seen.
#[derive(Clone, Debug)]
pub(super) struct Compared {
    /// The suite.
    pub(super) suite: String,
    /// The version of pytest-asyncio.
    pub(super) plugin: String,
    /// The identifier of the test.
    pub(super) node: String,
    /// What was foretold.
    pub(super) foretold: Verdict,
    /// What was seen.
    pub(super) seen: Verdict,
    /// Whether it and its async fixtures share their loops with just those that were foretold; `None` where it runs on none.
    pub(super) shares_as_foretold: Option<bool>,
    /// Whether its call failed.
    pub(super) has_failed: bool,
    /// Why it was foretold.
    pub(super) because: String,
    /// What pytest said.
    pub(super) text: String,
}

impl Compared {
    /// Whether what was seen is what was foretold.
    pub(super) fn is_right(&self) -> bool {
        self.foretold == self.seen
    }
}

/// Compares the tests of a suite in one environment.
pub(super) fn compare(
    suite: &str,
    plugin: &str,
    foretold: &Foretold,
    seen: &BTreeMap<String, Seen>,
) -> Vec<Compared> {
    let pairs = pairs(foretold, seen);
    let compared = seen.iter().map(|(node, seen)| {
        let test = foretold.tests.get(without_parameters(node));
        Compared {
            suite: suite.to_owned(),
            plugin: plugin.to_owned(),
            node: node.clone(),
            foretold: test.map_or(Verdict::NotListed, |test| test.verdict),
            seen: seen.verdict,
            shares_as_foretold: shares_as_foretold(node, &pairs),
            has_failed: seen.has_failed,
            because: test.map(|test| test.text.clone()).unwrap_or_default(),
            text: seen.text.clone(),
        }
    });
    compared.collect()
}

/// A test or a fixture of a test, with its loop as it was foretold and as it was seen.
struct Pair<'a> {
    node: &'a str,
    foretold: LoopName,
    seen: usize,
}

/// All tests and fixtures of which both are known.
fn pairs<'a>(foretold: &Foretold, seen: &'a BTreeMap<String, Seen>) -> Vec<Pair<'a>> {
    let mut pairs = Vec::new();
    for (node, seen) in seen {
        let Some(test) = foretold.tests.get(without_parameters(node)) else { continue };
        let mut add = |foretold: &LoopName, seen| {
            pairs.push(Pair { node, foretold: of_parameters(foretold, node), seen });
        };
        if let (Some(foretold), Some(seen)) = (&test.on, seen.on) {
            add(foretold, seen);
        }
        for (name, number) in &seen.fixtures {
            if let Some(foretold) = test.fixtures.get(name) {
                add(foretold, *number);
            }
        }
    }
    pairs
}

/// Each set of parameters of a test is a test of its own. The loop of a class belongs to the test where there is no class.
fn of_parameters(name: &LoopName, node: &str) -> LoopName {
    let is_own = name.scope == "function" || name.owner == without_parameters(node);
    let owner = if is_own { node.to_owned() } else { name.owner.clone() };
    LoopName { owner, ..name.clone() }
}

/// Whether the loops of a test are one with just those of others that were foretold to be.
fn shares_as_foretold(node: &str, pairs: &[Pair]) -> Option<bool> {
    let mut own = pairs.iter().filter(|pair| pair.node == node).peekable();
    own.peek()?;
    let agrees =
        |one: &Pair| pairs.iter().all(|other| (one.foretold == other.foretold) == (one.seen == other.seen));
    Some(own.all(agrees))
}

#[cfg(test)]
mod tests {
    use super::super::foretold::{Foretold, LoopName, Test};
    use super::super::verdict::{Seen, Verdict};
    use super::compare;
    use crate::harness::BTreeMap;

    fn of(loops: &[(&str, &str, usize)]) -> Vec<Option<bool>> {
        let mut foretold = Foretold::default();
        let mut all = BTreeMap::new();
        for (node, scope, number) in loops {
            let name = LoopName { scope: (*scope).into(), owner: String::new(), is_of_override: false };
            let test = Test {
                verdict: Verdict::Runs,
                on: Some(name),
                fixtures: BTreeMap::new(),
                text: String::new(),
            };
            foretold.tests.insert(super::without_parameters(node).to_owned(), test);
            let seen = Seen { on: Some(*number), ..Seen::without_run(Verdict::Runs, "") };
            all.insert((*node).to_owned(), seen);
        }
        compare("s", "1.0", &foretold, &all).iter().map(|test| test.shares_as_foretold).collect()
    }

    #[test]
    fn loops_are_compared_by_who_shares_them() {
        assert_eq!(of(&[("a", "session", 3), ("b", "session", 3), ("c", "module", 1)]), [Some(true); 3]);
        let one_apart = of(&[("a", "session", 3), ("b", "session", 4), ("c", "module", 1)]);
        assert_eq!(one_apart, [Some(false), Some(false), Some(true)]);
        assert_eq!(of(&[("a[1]", "function", 3), ("a[2]", "function", 4)]), [Some(true); 2]);
        assert_eq!(of(&[("a", "session", 3), ("b", "module", 3)]), [Some(false); 2]);
    }
}
