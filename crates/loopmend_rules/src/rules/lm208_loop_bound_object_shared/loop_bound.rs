//! Clients of libraries that are created once, and used on several event loops.

use loopmend_core::Place;
use loopmend_semantic::File;
use loopmend_semantic::file::{Call, call_of};

use super::created::Created;
use super::{created, loops, users};

/// A client that belongs to the event loop on which it is first used, and that other loops use too.
#[derive(Clone, Debug)]
pub(crate) struct LoopBoundClient {
    /// The call that creates the client.
    pub(crate) call: Call,
    /// What holds the client: `engine`, `Store.client`, `get_pool()`.
    pub(crate) name: String,
    /// The documented name of its class.
    pub(crate) class: &'static str,
    /// The function that uses the client.
    pub(crate) user: String,
    /// The loops.
    pub(crate) loops: ClientLoops,
    /// What lets the client serve several loops, in Markdown.
    pub(crate) cure: Option<&'static str>,
}

/// The event loops that use a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ClientLoops {
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

/// Returns the clients that the file creates once for several event loops, in source order.
pub(crate) fn loop_bound_clients(file: &mut File) -> Vec<LoopBoundClient> {
    let created = created::created_clients(file);
    if created.is_empty() {
        return Vec::new();
    }
    file.inference_mut().rest_on_all_texts();
    created.into_iter().filter_map(|created| loop_bound_client(file, &created)).collect()
}

fn loop_bound_client(file: &mut File, created: &Created) -> Option<LoopBoundClient> {
    let used = users::used_client(file, created);
    let (user, loops) = loops::loops_of(file, created, &used)?;
    Some(LoopBoundClient {
        call: call_of(file.summary(), &created.site),
        name: users::name_of_holder(file, &created.holder),
        class: &created.class.name,
        user: file.function_name(user),
        loops,
        cure: created.class.instead,
    })
}
