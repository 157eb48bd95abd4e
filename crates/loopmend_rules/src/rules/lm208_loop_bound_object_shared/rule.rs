mod created;
mod dispatch;
mod loop_bound;
mod loops;
mod patches;
mod users;

use loopmend_core::{Confidence, Level, Place, Sighting};
use loopmend_semantic::{SharedObject, Sharing};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use loop_bound::{ClientLoops, LoopBoundClient};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    checks: &[Check::File(check_file), Check::Observed(say)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    check_objects(context);
    check_clients(context);
}

/// Reports clients of libraries that several event loops use.
fn check_clients(context: &mut Context) {
    for found in loop_bound::loop_bound_clients(context.file) {
        let mut report =
            Report::at_call(context, &found.call, message_of_client(&found)).confidence(Confidence::Likely);
        for (place, note) in places_of_loops(&found) {
            report = report.note_at(place, note);
        }
        context.report(
            report
                .note("its connections belong to the event loop that opened them, and fail on another one")
                .help(cure(&found)),
        );
    }
}

fn message_of_client(client: &LoopBoundClient) -> String {
    let class = client.class.rsplit('.').next().unwrap_or(client.class);
    let loops = match &client.loops {
        ClientLoops::Later(_) => "by an event loop that starts after its creation",
        ClientLoops::Runs(_) => "by two event loops",
        ClientLoops::Repeated { .. } => "by a new event loop in each call of `asyncio.run`",
        ClientLoops::EachCall(_) => "by a function that runs on a new event loop in each call",
        ClientLoops::Tests(_) => "by tests on different event loops",
        ClientLoops::TestClient { .. } => "by a test and, on another event loop, by its test client",
    };
    let article = if class.starts_with(['A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    format!("`{}` is {article} `{class}` that is used {loops}", client.name)
}

/// Returns the places of the loops, each with what happens there.
fn places_of_loops(client: &LoopBoundClient) -> Vec<(Place, String)> {
    let user = &client.user;
    match &client.loops {
        ClientLoops::Later(run) => {
            vec![(
                run.clone(),
                format!("the event loop starts here, and runs `{user}`, which uses the client"),
            )]
        }
        ClientLoops::Runs([first, second]) => vec![
            (
                first.clone(),
                format!("the first event loop starts here, and runs `{user}`, which uses the client"),
            ),
            (second.clone(), "the second event loop starts here".to_owned()),
        ],
        ClientLoops::Repeated { run, by } => {
            vec![(
                run.clone(),
                format!(
                    "{by} makes this call several times, each on a new loop; it leads to `{user}`, which uses the client"
                ),
            )]
        }
        ClientLoops::EachCall(function) => vec![(
            function.clone(),
            format!(
                "each call of this function has an event loop of its own; it leads to `{user}`, which uses the client"
            ),
        )],
        ClientLoops::Tests([first, second]) => vec![
            (first.clone(), format!("this test leads to `{user}`, which uses the client")),
            (second.clone(), "this test leads to it as well, on another event loop".to_owned()),
        ],
        ClientLoops::TestClient { test, client } => vec![
            (test.clone(), format!("this test leads to `{user}`, which uses the client")),
            (client.clone(), "this client runs the application on an event loop of its own".to_owned()),
        ],
    }
}

/// Returns what to do: where the client is created, or which loops there are.
fn cure(client: &LoopBoundClient) -> String {
    let cure = match &client.loops {
        ClientLoops::Later(_) => "create the client in an async function that the event loop runs",
        ClientLoops::Runs(_) => {
            "start one event loop only, or create a client for each loop in the async function that it runs"
        }
        ClientLoops::EachCall(_) => "create the client in the function, and close it there",
        ClientLoops::Repeated { .. } => {
            "create a client for each loop, in the async function that it runs, and close it there"
        }
        ClientLoops::Tests(_) => {
            "run the tests on one loop (`loop_scope=\"session\"`), or create the client in a fixture"
        }
        ClientLoops::TestClient { .. } => {
            "call the application on the loop of the test, with `httpx.ASGITransport(app)`"
        }
    };
    match client.cure {
        Some(other) => format!("{cure}; or pass {other}"),
        None => cure.to_owned(),
    }
}

fn check_objects(context: &mut Context) {
    for found in context.file.shared_objects() {
        let mut report =
            Report::at_call(context, &found.call, message(&found)).confidence(Confidence::Likely);
        if let Sharing::Loops { runs: [first, second], user, .. } = &found.sharing {
            report = report
                .note(format!("`{user}` waits for the object in both event loops"))
                .note("asyncio binds the object to the first event loop in which a task has to wait for it")
                .note_at(context.place(first.span), "the first event loop starts here")
                .note_at(context.place(second.span), "the second event loop starts here");
        }
        context.report(
            report.help("create one object for each event loop, in the async function that the loop runs"),
        );
    }
}

fn message(SharedObject { class, sharing, .. }: &SharedObject) -> String {
    match sharing {
        Sharing::NoLoop => {
            format!("`{class}` is created on import without a running event loop")
        }
        Sharing::Loops { .. } => {
            format!("`{class}` is shared by two event loops: waiting in the second raises RuntimeError")
        }
    }
}

fn say(sighting: &Sighting) -> String {
    format!("`{}` of one event loop is used on another one", sighting.what)
}
