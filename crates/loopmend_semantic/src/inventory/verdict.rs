//! Whether an event loop place is correct in the contexts that reach it.

use loopmend_paths::{Context, Contexts, Control, OnLoop, Way};
use loopmend_project::PythonVersion;

use super::places::{LoopOf, LoopPlace};
use crate::file::File;
use loopmend_catalog::LoopAction;

/// Whether a place needs a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// No change is needed.
    Fine,
    /// The place fails for some callers, or on some Python versions.
    AtRisk,
    /// The place fails.
    MustChange,
}

impl Verdict {
    /// All verdicts, worst first.
    pub const ALL: [Self; 3] = [Self::MustChange, Self::AtRisk, Self::Fine];

    /// Returns the displayed name of the verdict.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::AtRisk => "at risk",
            Self::MustChange => "must change",
        }
    }
}

/// The judgement of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Whether a change is needed.
    pub verdict: Verdict,
    /// The reason, in one sentence without a full stop.
    pub reason: String,
    /// The replacement, in Markdown; `None` if the place can stay.
    pub suggestion: Option<&'static str>,
    /// The call path that decided the verdict, as an index into the ways of the contexts.
    pub way: Option<usize>,
}

/// A verdict for one call path.
type Said = (Verdict, String, Option<&'static str>);

const AWAIT: &str = "`await` it";
const ASYNC_CALLER: &str = "make the function async and `await`, or hand it to a thread";
const HELPER: &str = "an async function beside it, and one `run_sync` helper for callers without a loop";
const RUNNING_LOOP: &str = "`asyncio.get_running_loop()`";
const RUN: &str = "`asyncio.run(...)`, or `asyncio.new_event_loop()`";

impl File<'_> {
    /// Judges a place. `is_nested` states that a call in an `async def` is known to lead to the place
    /// (LM202, LM332).
    pub fn judge_loop_place(&self, place: &LoopPlace, is_nested: bool) -> Judgement {
        let version = self.engine().project().python_version();
        Judge { place, version }.run(is_nested)
    }
}

struct Judge<'p> {
    place: &'p LoopPlace,
    version: PythonVersion,
}

impl Judge<'_> {
    fn run(&self, is_nested: bool) -> Judgement {
        let contexts: &Contexts = &self.place.contexts;
        let said = contexts.ways.iter().enumerate().map(|(index, way)| (self.by(way), index));
        let is_at_home =
            |index: usize| (contexts.ways[index].context == Context::Test) == self.place.is_in_tests;
        let worst = said
            .max_by_key(|((verdict, ..), index)| (*verdict, is_at_home(*index), std::cmp::Reverse(*index)));
        let Some(((verdict, reason, suggestion), way)) = worst else {
            return self.unreached();
        };
        if is_nested && self.place.action.starts() && verdict != Verdict::MustChange {
            return Judgement {
                verdict: Verdict::MustChange,
                reason: "an async function leads here by plain calls".to_owned(),
                suggestion: Some(ASYNC_CALLER),
                way: Some(way),
            };
        }
        Judgement { verdict, reason, suggestion, way: Some(way) }
    }

    /// Returns the judgement for functions that only call each other, or of which there are too many.
    fn unreached(&self) -> Judgement {
        let reason = match self.place.contexts.is_cut {
            true => "too many functions lead here to look at all",
            false => "nothing from outside is known to lead here",
        };
        Judgement { verdict: Verdict::AtRisk, reason: reason.to_owned(), suggestion: None, way: None }
    }

    fn by(&self, way: &Way) -> Said {
        match self.place.action {
            LoopAction::Start | LoopAction::Serve | LoopAction::Wrap => self.start(way),
            LoopAction::Portal => self.portal(way),
            LoopAction::Make => self.make(),
            LoopAction::Get => self.get(way),
            LoopAction::Set => self.set(way),
            LoopAction::Policy => self.policy(),
            LoopAction::Patch => patch(),
            LoopAction::Close => self.close(way),
        }
    }

    fn start(&self, way: &Way) -> Said {
        if self.place.own.of == LoopOf::Running {
            let reason = "the loop that it is called on runs already".to_owned();
            return (Verdict::MustChange, reason, Some(self.instead(way)));
        }
        match way.on_loop {
            OnLoop::Asked => fine("what leads here asks whether a loop runs"),
            // That no loop runs is the better reason.
            OnLoop::No if way.context != Context::Library && !self.place.is_in_tests => {
                self.start_without_loop(way)
            }
            _ if self.place.own.expects_failure => fine("an exception is expected here"),
            OnLoop::Yes if self.awaits_plain(way) => {
                let reason = "a plain function on the way is awaited, and so may not get here".to_owned();
                (Verdict::AtRisk, reason, Some(self.instead(way)))
            }
            OnLoop::Yes => (Verdict::MustChange, self.running(way), Some(self.instead(way))),
            OnLoop::Maybe => (
                Verdict::AtRisk,
                "it is given on to something that may call it where a loop runs".to_owned(),
                Some(HELPER),
            ),
            OnLoop::No => self.start_without_loop(way),
        }
    }

    /// Returns whether a plain function on the path is awaited. It then returns a coroutine, and does not
    /// run one.
    fn awaits_plain(&self, way: &Way) -> bool {
        let reached = way.hops.iter().skip(1).map(|hop| hop.is_async).chain([self.place.is_in_async]);
        way.hops.iter().zip(reached).any(|(hop, is_async)| hop.control == Control::Await && !is_async)
    }

    fn start_without_loop(&self, way: &Way) -> Said {
        if way.context != Context::Library {
            return fine(&self.no_loop(way));
        }
        let is_import = way.by.starts_with("the import");
        if is_import {
            let reason = "it runs when the module is imported, which may be where a loop runs".to_owned();
            return (Verdict::AtRisk, reason, Some("a function, which is called where no loop runs"));
        }
        let reason = format!("{}; a caller on a running loop gets a `RuntimeError`", self.uncalled(way));
        (Verdict::AtRisk, reason, Some(HELPER))
    }

    /// Describes where a loop is running.
    fn running(&self, way: &Way) -> String {
        if self.place.is_in_async {
            return format!("an event loop runs in the async `{}`", self.place.function);
        }
        match way.hops.iter().rev().find(|hop| hop.is_async) {
            Some(hop) => format!("the async `{}` leads here by plain calls", hop.caller),
            None => match way.context {
                Context::Notebook => "a cell of a notebook runs on an event loop".to_owned(),
                Context::Callback => "a callback runs on the event loop that calls it".to_owned(),
                _ => format!("{} calls it on an event loop", way.by),
            },
        }
    }

    fn instead(&self, way: &Way) -> &'static str {
        let is_direct = self.place.is_in_async || way.context == Context::Notebook && way.hops.is_empty();
        match (self.place.action, is_direct) {
            (LoopAction::Serve, _) => {
                "`await` what the framework serves with, or start it where no loop runs"
            }
            (_, true) => AWAIT,
            (_, false) => ASYNC_CALLER,
        }
    }

    /// Describes why no loop is running.
    fn no_loop(&self, way: &Way) -> String {
        match way.context {
            Context::CommandLine => "a command starts without a loop".to_owned(),
            Context::Worker => format!("a worker process of {} has no loop", way.by),
            Context::Thread => format!("the thread of {} has no loop of its own", way.by),
            Context::Process => format!("the process of {} has no loop", way.by),
            Context::Route => format!("{} calls plain functions in a thread without a loop", way.by),
            Context::Test => "a plain test runs without a loop".to_owned(),
            Context::Script => "a script starts without a loop".to_owned(),
            Context::Callback | Context::Notebook | Context::Library => "no loop runs here".to_owned(),
        }
    }

    fn uncalled(&self, way: &Way) -> String {
        let outermost = way.hops.first().map_or(&self.place.function, |hop| &hop.caller);
        match way.by.strip_suffix(" it") {
            Some(who) => format!("{who} `{outermost}`"),
            None => format!("{} reaches it", way.by),
        }
    }

    fn portal(&self, way: &Way) -> Said {
        match way.on_loop {
            OnLoop::Yes => {
                (Verdict::AtRisk, format!("{}, and is blocked by it", self.running(way)), Some(AWAIT))
            }
            _ => fine("it asks a loop in another thread"),
        }
    }

    fn make(&self) -> Said {
        match self.place.own.is_unclosed {
            true => (Verdict::AtRisk, "the loop is never closed".to_owned(), Some("`asyncio.run(...)`")),
            false => fine("it only makes a loop: what runs it is judged where it runs"),
        }
    }

    fn get(&self, way: &Way) -> Said {
        let own = self.place.own;
        match way.on_loop {
            OnLoop::Yes => {
                (Verdict::Fine, "a loop runs here, and this gives it".to_owned(), Some(RUNNING_LOOP))
            }
            OnLoop::Asked => fine("what leads here asks whether a loop runs"),
            _ if own.expects_failure => fine("a `RuntimeError` is expected here"),
            _ if own.sets_loop => fine("a loop is set before"),
            OnLoop::Maybe => self.get_somewhere("it may be called where no loop runs"),
            OnLoop::No => self.get_without_loop(way),
        }
    }

    fn get_without_loop(&self, way: &Way) -> Said {
        match way.context {
            Context::Thread | Context::Route => {
                let reason = format!("{} calls it in a thread, where no loop is set", way.by);
                (Verdict::MustChange, reason, Some(RUN))
            }
            Context::Library => self.get_somewhere(&self.uncalled(way)),
            _ if self.version >= PythonVersion { major: 3, minor: 14 } => {
                let reason = "no loop runs here, and Python 3.14 raises a `RuntimeError`".to_owned();
                (Verdict::MustChange, reason, Some(RUN))
            }
            _ => {
                let reason = "no loop runs here: it is deprecated, and raises from Python 3.14 on".to_owned();
                (Verdict::AtRisk, reason, Some(RUN))
            }
        }
    }

    fn get_somewhere(&self, why: &str) -> Said {
        let reason = format!("{why}; without a running loop it raises from Python 3.14 on");
        (Verdict::AtRisk, reason, Some("`asyncio.get_running_loop()`, where a loop runs"))
    }

    fn set(&self, way: &Way) -> Said {
        if self.place.own.takes_none {
            return fine("it takes the loop of the thread away");
        }
        match (way.on_loop, way.context) {
            (OnLoop::Yes, _) => (Verdict::AtRisk, self.running(way), Some(RUNNING_LOOP)),
            (OnLoop::No | OnLoop::Maybe, Context::Library) => {
                let reason = format!("{}; it changes the thread of its caller", self.uncalled(way));
                (Verdict::AtRisk, reason, Some("`asyncio.run(...)`, or a `Runner`"))
            }
            _ => fine("the thread belongs to the program here"),
        }
    }

    fn policy(&self) -> Said {
        let reason = "policies are deprecated from Python 3.14 on, and will be gone in 3.16".to_owned();
        (Verdict::AtRisk, reason, Some("`asyncio.run(..., loop_factory=...)`"))
    }

    fn close(&self, way: &Way) -> Said {
        let own = self.place.own;
        match (way.on_loop, own.of) {
            (_, LoopOf::New) => fine("it closes the loop that was made for this"),
            (OnLoop::Yes, LoopOf::Running | LoopOf::Thread) => (
                Verdict::MustChange,
                format!("{}, and a running loop cannot be closed", self.running(way)),
                Some("nothing: what started the loop closes it"),
            ),
            (OnLoop::Yes, LoopOf::Unknown) => (
                Verdict::AtRisk,
                format!("{}; if it is this one, it cannot be closed", self.running(way)),
                Some("close it where it was made"),
            ),
            _ => fine("no loop runs here"),
        }
    }
}

fn patch() -> Said {
    let reason = "it patches asyncio, and hides every loop that is started inside of another".to_owned();
    (Verdict::MustChange, reason, Some("`await` what is started inside of a loop"))
}

fn fine(reason: &str) -> Said {
    (Verdict::Fine, reason.to_owned(), None)
}
