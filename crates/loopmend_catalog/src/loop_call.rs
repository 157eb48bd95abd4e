//! Calls that start, get, set, patch or close an event loop.

use std::borrow::Cow;

use crate::Entry;

/// The effect of a call on an event loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LoopAction {
    /// Runs an event loop until something is done.
    Start,
    /// Runs an event loop in a server or client of a framework.
    Serve,
    /// Wraps an async function in a plain one, which runs an event loop when it is called.
    Wrap,
    /// Submits work to an event loop in another thread.
    Portal,
    /// Creates an event loop.
    Make,
    /// Gets the event loop of the thread.
    Get,
    /// Sets the event loop of the thread.
    Set,
    /// Sets the event loop policy.
    Policy,
    /// Patches event loops so that they can be nested.
    Patch,
    /// Closes an event loop.
    Close,
}

impl LoopAction {
    /// All effects.
    pub const ALL: [Self; 10] = [
        Self::Start,
        Self::Serve,
        Self::Wrap,
        Self::Portal,
        Self::Make,
        Self::Get,
        Self::Set,
        Self::Policy,
        Self::Patch,
        Self::Close,
    ];

    /// Returns a single-word name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Serve => "serve",
            Self::Wrap => "wrap",
            Self::Portal => "portal",
            Self::Make => "make",
            Self::Get => "get",
            Self::Set => "set",
            Self::Policy => "policy",
            Self::Patch => "patch",
            Self::Close => "close",
        }
    }

    /// Returns the effect with a name, as [`Self::name`] gives it.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }

    /// Returns whether the call raises if a loop is running.
    pub fn starts(self) -> bool {
        matches!(self, Self::Start | Self::Serve | Self::Wrap)
    }
}

/// A callable with an effect on an event loop.
#[derive(Clone, Debug)]
pub struct LoopCall {
    /// The documented name.
    pub name: Cow<'static, str>,
    /// The package that the code imports.
    pub package: &'static str,
    /// The names before the last part: modules, classes, or callables that make the object.
    pub owners: &'static [&'static str],
    /// The last part of the name.
    pub called: &'static str,
    /// The effect of the call.
    pub action: LoopAction,
    /// The modules and qualified names of the definitions.
    pub definitions: &'static [&'static str],
    /// `true` if a call of this name counts although its receiver is unknown.
    pub any_receiver: bool,
    /// `true` if no version returns an awaitable, so that `await` is wrong, too.
    pub is_plain: bool,
}

impl LoopCall {
    /// Returns the call of an entry that states an effect on an event loop.
    pub(crate) fn of(entry: &'static Entry) -> Option<Self> {
        let action = entry.loop_action?;
        let (owner, called) = entry.name.rsplit_once('.')?;
        let owner = owner.rsplit('.').next()?;
        Some(Self {
            name: Cow::Borrowed(&*entry.name),
            package: entry.name.split('.').next()?,
            owners: vec![owner].leak(),
            called,
            action,
            definitions: entry.definitions,
            any_receiver: false,
            is_plain: false,
        })
    }

    /// Returns whether an origin matches: `asyncio.new_event_loop().run_forever`.
    pub fn is_at(&self, origin: &str) -> bool {
        let Some((owner, last)) = origin.rsplit_once('.') else { return false };
        let owner_name = owner.rsplit('.').next().unwrap_or(owner).trim_end_matches("()");
        last == self.called
            && origin.split(['.', '(']).next() == Some(self.package)
            && self.owners.contains(&owner_name)
    }
}
