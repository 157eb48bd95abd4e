//! What the page says of a test, in words.

use loopmend_semantic::suite::{Installed, LoopIdentity, Mode, Outcome, Runner, Scope, SuiteSettings, Why};

/// The colour of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tone {
    /// It passes and says nothing.
    Never,
    /// It fails, or does not begin.
    Fails,
    /// It is skipped, or nothing runs it.
    Skipped,
    /// It runs on an event loop.
    Runs,
    /// It needs none.
    Plain,
    /// Not plain to see.
    Unknown,
}

impl Tone {
    /// The tone of an outcome.
    pub(super) fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::OnLoop { .. } => Self::Runs,
            Outcome::Plain => Self::Plain,
            Outcome::NeverAwaited => Self::Never,
            Outcome::NotRun { is_skipped: Some(false) }
            | Outcome::MissingFixture(_)
            | Outcome::ScopeMismatch(_)
            | Outcome::NarrowerFixture { .. }
            | Outcome::RefusedFixture(_)
            | Outcome::CollectionError(_)
            | Outcome::SessionDies(_)
            | Outcome::LoopRunning(_)
            | Outcome::WrongArgument(_) => Self::Fails,
            Outcome::NotRun { .. } | Outcome::Yields => Self::Skipped,
            Outcome::Unknown(_) => Self::Unknown,
        }
    }

    /// The class that colours it.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Fails => "fails",
            Self::Skipped => "skipped",
            Self::Runs => "runs",
            Self::Plain => "plain",
            Self::Unknown => "unknown",
        }
    }
}

/// How an async fixture stands to the test that uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// Both run on one loop.
    Same,
    /// The test runs on another loop.
    Other,
    /// The test runs on none, or it is not known.
    Alone,
}

impl Relation {
    /// The relation of a fixture on a loop to a test. pytest-asyncio runs async fixtures.
    pub(super) fn of(fixture: &LoopIdentity, test: &Outcome) -> Self {
        match test {
            Outcome::OnLoop { runner: Runner::PytestAsyncio, identity, .. } if identity == fixture => {
                Self::Same
            }
            Outcome::OnLoop { .. } => Self::Other,
            _ => Self::Alone,
        }
    }

    /// The class that colours it.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Same => "fixture same",
            Self::Other => "fixture other",
            Self::Alone => "fixture",
        }
    }
}

/// Where a fixture runs, seen from a test.
pub(super) fn place_of_fixture(fixture: &LoopIdentity, relation: Relation) -> String {
    let whose = match fixture.scope {
        Scope::Session => "the session’s",
        Scope::Package => "the package’s",
        Scope::Module => "the file’s",
        Scope::Class => "the class’s",
        Scope::Function => "its own",
    };
    match relation {
        Relation::Same => "same loop".to_owned(),
        Relation::Other => format!("another loop: {whose}"),
        Relation::Alone => format!("loop: {whose}"),
    }
}

/// Why it is so, as a sentence with code between backticks; empty where there is nothing to explain, or the
/// heading does.
pub(super) fn why(outcome: &Outcome, settings: &SuiteSettings) -> String {
    match outcome {
        Outcome::Plain | Outcome::Unknown(_) => String::new(),
        Outcome::NeverAwaited => {
            "pytest calls it, and nothing awaits its coroutine: the test always passes.".to_owned()
        }
        Outcome::OnLoop { runner, why_run, why_loop, .. } => {
            format!("{}; {}.", why_it_runs(*runner, *why_run), why_on_this_loop(*runner, *why_loop))
        }
        Outcome::NotRun { .. } => why_nothing_runs_it(settings).to_owned(),
        Outcome::Yields => "pytest does not run a test with a `yield`.".to_owned(),
        Outcome::MissingFixture(name) => format!("There is no fixture `{name}`."),
        Outcome::ScopeMismatch(name) => {
            format!("The fixture `{name}` outlives the loop it runs on.")
        }
        Outcome::NarrowerFixture { asking, asked } => {
            format!("The fixture `{asking}` outlives `{asked}`, which it requests.")
        }
        Outcome::RefusedFixture(name) => {
            format!("Nothing runs the async fixture `{name}`, and pytest rejects it.")
        }
        Outcome::CollectionError(words) | Outcome::SessionDies(words) => sentence(words),
        Outcome::LoopRunning(browser) => {
            format!(
                "The event loop of Playwright keeps running after `{browser}`, and no other loop can start."
            )
        }
        Outcome::WrongArgument(words) => sentence(words),
    }
}

fn why_it_runs(runner: Runner, why: Why) -> &'static str {
    match (runner, why) {
        (Runner::PytestAsyncio, Why::AutoMode) => "The mode `auto` runs every async test",
        (Runner::PytestAsyncio, _) => "Marked `asyncio`",
        (Runner::Anyio, _) => "Run by the plugin of anyio",
        (Runner::Aiohttp, _) => "The plugin of aiohttp runs every async test",
        (Runner::Unittest, _) => "Its test case awaits it",
        (Runner::Pytest, _) => "Run by pytest itself",
    }
}

fn why_on_this_loop(runner: Runner, why: Why) -> &'static str {
    match (runner, why) {
        (_, Why::Mark) => "the mark sets the scope of the loop",
        (_, Why::Setting) => "`asyncio_default_test_loop_scope` sets the scope of the loop",
        (Runner::Anyio, Why::Override) => "the loop lives as long as an async fixture that is on it",
        (_, Why::Override) => "the project’s fixture `event_loop` makes the loop",
        (Runner::Aiohttp | Runner::Unittest, _) => "each test has a loop of its own",
        _ => "a loop for each test is the default",
    }
}

fn why_nothing_runs_it(settings: &SuiteSettings) -> &'static str {
    match (&settings.asyncio, settings.mode) {
        (Installed::Version(_), Some(Mode::Strict)) => {
            "It has no mark of pytest-asyncio, and the mode is `strict`."
        }
        (Installed::Version(_), Some(Mode::Legacy)) => {
            "It has no mark of pytest-asyncio, and the mode is `legacy`."
        }
        (Installed::Absent, _) => "pytest-asyncio is not installed, and no other plugin runs it.",
        _ => "No plugin runs it.",
    }
}

/// With a capital and a full stop; code stays as it is.
pub(super) fn sentence(words: &str) -> String {
    format!("{}.", capital(words))
}

/// The first letter as a capital.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}
