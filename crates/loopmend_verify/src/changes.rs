//! Which tests ended in another way after a change.

use std::collections::BTreeMap;

use loopmend_core::TestOutcome;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a test ended, as far as a change can make it better or worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It was not collected.
    Missing,
    /// It failed, a fixture of it did, or it did not end.
    Bad,
    /// It was skipped.
    Skipped,
    /// It did what it was expected to.
    Good,
}

/// How a test ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TestState {
    /// In pytest's words; `None` for a test that was not collected, or did not begin.
    #[schemars(with = "Option<String>")]
    pub outcome: Option<TestOutcome>,
    /// Whether it is better than another state.
    pub state: State,
}

impl TestState {
    /// The state of a test that ended like this.
    pub fn of(outcome: Option<TestOutcome>) -> Self {
        let state = match outcome {
            None => State::Missing,
            Some(TestOutcome::Failed | TestOutcome::Error | TestOutcome::Unfinished) => State::Bad,
            Some(TestOutcome::Skipped) => State::Skipped,
            Some(TestOutcome::Passed | TestOutcome::Xfailed | TestOutcome::Xpassed) => State::Good,
        };
        Self { outcome, state }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        self.outcome.map_or("not collected", TestOutcome::name)
    }
}

/// The outcomes of one run, by node id.
pub type Outcomes<'o> = BTreeMap<&'o str, TestOutcome>;

/// The tests whose outcome differs between two runs, by node id, with how they ended before and after.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes(pub BTreeMap<String, (TestState, TestState)>);

impl Changes {
    /// Compares two runs.
    pub fn between(before: &Outcomes<'_>, after: &Outcomes<'_>) -> Self {
        let names = before.keys().chain(after.keys());
        let states = names.map(|name| {
            let of = |run: &Outcomes<'_>| TestState::of(run.get(name).copied());
            ((*name).to_owned(), (of(before), of(after)))
        });
        Self(states.filter(|(_, (before, after))| before.outcome != after.outcome).collect())
    }

    /// The tests that ended better before.
    pub fn worse(&self) -> impl Iterator<Item = &str> {
        let is_worse = |(before, after): &(TestState, TestState)| after.state < before.state;
        self.0.iter().filter(move |(_, states)| is_worse(states)).map(|(name, _)| name.as_str())
    }

    /// The tests that end better now.
    pub fn better(&self) -> impl Iterator<Item = &str> {
        let is_better = |(before, after): &(TestState, TestState)| after.state > before.state;
        self.0.iter().filter(move |(_, states)| is_better(states)).map(|(name, _)| name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use loopmend_core::TestOutcome::{Error, Failed, Passed, Skipped, Unfinished, Xfailed};

    use super::Changes;

    #[test]
    fn a_test_that_is_lost_is_worse_and_a_new_one_better() {
        let before = BTreeMap::from([
            ("a", Failed),
            ("b", Passed),
            ("c", Passed),
            ("d", Skipped),
            ("e", Failed),
            ("f", Passed),
            ("g", Passed),
        ]);
        let after = BTreeMap::from([
            ("a", Passed),
            ("b", Unfinished),
            ("d", Passed),
            ("e", Error),
            ("f", Xfailed),
            ("g", Passed),
            ("new", Passed),
        ]);
        let changes = Changes::between(&before, &after);
        assert_eq!(changes.worse().collect::<Vec<_>>(), ["b", "c"]);
        assert_eq!(changes.better().collect::<Vec<_>>(), ["a", "d", "new"]);
        assert_eq!(changes.0.len(), 7);
        assert_eq!(changes.0["c"].1.name(), "not collected");
    }
}
