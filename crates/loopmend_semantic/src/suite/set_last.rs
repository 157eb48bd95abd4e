//! The event loop that was set last. From pytest-asyncio 0.23 to 1.0 a test runs on the current loop of its
//! thread. This is usually the loop created for the test. It is another loop if the test's loop existed
//! before, and a fixture has set another one since.

use super::Scope;
use super::loop_of_test::LoopIdentity;
use super::outcome::{Outcome, Prediction, Runner, Why};
use super::versions::Behaviour;

/// The event loops that exist while the tests run in sequence.
#[derive(Debug, Default)]
pub struct LoopsInOrder {
    /// The loops in the order of their creation, each with the one that was current before.
    alive: Vec<(LoopIdentity, Option<LoopIdentity>)>,
    current: Option<LoopIdentity>,
    /// The previous test.
    before: String,
}

impl LoopsInOrder {
    /// Advances to the next test in pytest's order, and updates its loop if the test runs on another loop
    /// than its own.
    pub fn follow(&mut self, test: &mut Prediction, behaviour: Behaviour) {
        if !behaviour.tests_run_on_loop_set_last {
            return;
        }
        self.end_those_before(&test.node_id, behaviour);
        self.before.clone_from(&test.node_id);
        for (_, identity) in &test.fixtures {
            self.make(identity);
        }
        let Outcome::OnLoop { runner: Runner::PytestAsyncio, identity, why_loop, .. } = &mut test.outcome
        else {
            return;
        };
        self.make(identity);
        if let Some(current) = self.current.as_ref().filter(|current| *current != identity) {
            *identity = current.clone();
            *why_loop = Why::SetLast;
        }
    }

    fn make(&mut self, identity: &LoopIdentity) {
        if self.alive.iter().all(|(known, _)| known != identity) {
            self.alive.push((identity.clone(), self.current.take()));
            self.current = Some(identity.clone());
        }
    }

    /// Ends the loops that are not for the next test, the shortest-lived first.
    fn end_those_before(&mut self, next: &str, behaviour: Behaviour) {
        for scope in Scope::ALL {
            let is_over = |identity: &LoopIdentity| identity.scope == scope && !is_for(identity, next);
            while let Some(place) = self.alive.iter().rposition(|(identity, _)| is_over(identity)) {
                let (ended, before) = self.alive.remove(place);
                let is_made_by_fixture = ended.is_of_override || scope == Scope::Function;
                self.current = match ended.is_of_override || behaviour.leaves_new_loops && is_made_by_fixture
                {
                    true => Some(self.left_behind()),
                    false => before,
                };
            }
        }
    }

    /// Returns a new loop that nothing requested.
    fn left_behind(&self) -> LoopIdentity {
        let owner = format!("left behind by {}", self.before);
        LoopIdentity { scope: Scope::Function, owner, is_of_override: false }
    }
}

/// Returns whether a loop exists for a test.
fn is_for(identity: &LoopIdentity, test: &str) -> bool {
    let rest = test.strip_prefix(identity.owner.as_str());
    identity.owner.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
}
