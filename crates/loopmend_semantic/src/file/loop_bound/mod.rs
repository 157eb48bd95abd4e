//! Clients of libraries that are created once, and used on several event loops.

mod created;
mod loops;
mod users;

use loopmend_core::Place;

use super::{Call, File, call_of};
use created::Created;

/// A client that belongs to the event loop on which it is first used, and that other loops use too.
#[derive(Clone, Debug)]
pub struct LoopBoundClient {
    /// The call that creates the client.
    pub call: Call,
    /// What holds the client: `engine`, `Store.client`, `get_pool()`.
    pub name: String,
    /// The documented name of its class.
    pub class: &'static str,
    /// The function that uses the client.
    pub user: String,
    /// The loops.
    pub loops: ClientLoops,
    /// What lets the client serve several loops, in Markdown.
    pub cure: Option<&'static str>,
}

/// The event loops that use a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientLoops {
    /// A call of `asyncio.run`, which starts a loop after the client was created.
    Later(Place),
    /// Two calls of `asyncio.run`.
    Runs([Place; 2]),
    /// A call of `asyncio.run` that is made again and again: in a loop, or by a framework.
    Repeated {
        /// The call.
        run: Place,
        /// What makes the call: `Celery`, `a loop`.
        by: String,
    },
    /// An async function that a framework calls on another loop each time.
    EachCall(Place),
    /// Two tests, each on a loop of its own.
    Tests([Place; 2]),
    /// A test, and a test client that runs the application on a loop of its own.
    TestClient {
        /// The test.
        test: Place,
        /// The call that creates the test client.
        client: Place,
    },
}

impl File<'_> {
    /// Returns the clients that the file creates once for several event loops, in source order.
    pub fn loop_bound_clients(&mut self) -> Vec<LoopBoundClient> {
        let created = self.created_clients();
        if created.is_empty() {
            return Vec::new();
        }
        self.inference_mut().rest_on_project();
        created.into_iter().filter_map(|created| self.loop_bound_client(&created)).collect()
    }

    fn loop_bound_client(&mut self, created: &Created) -> Option<LoopBoundClient> {
        let used = self.used_client(created);
        let (user, loops) = self.loops_of(created, &used)?;
        Some(LoopBoundClient {
            call: call_of(self.summary(), &created.site),
            name: self.name_of_holder(&created.holder),
            class: &created.class.name,
            user: self.function_name(user),
            loops,
            cure: created.class.instead,
        })
    }
}
