//! The catalogue of calls that start, get, set, patch or close an event loop: the data of
//! `loop_calls.toml`.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

/// The effect of a call on an event loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

    /// Returns whether the call raises if a loop is running.
    pub(super) fn starts(self) -> bool {
        matches!(self, Self::Start | Self::Serve | Self::Wrap)
    }
}

/// A callable in the catalogue.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LoopCallable {
    /// The documented name.
    pub(super) name: String,
    package: String,
    owners: Vec<String>,
    called: String,
    kind: LoopAction,
    #[serde(default)]
    definitions: Vec<String>,
    #[serde(default)]
    pub(super) any_receiver: bool,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

impl LoopCallable {
    /// Returns the effect of the callable.
    pub(super) fn action(&self) -> LoopAction {
        self.kind
    }

    /// Returns whether an origin matches: `asyncio.new_event_loop().run_forever`.
    pub(super) fn is_at(&self, origin: &str) -> bool {
        let Some((owner, last)) = origin.rsplit_once('.') else { return false };
        let owner_name = owner.rsplit('.').next().unwrap_or(owner).trim_end_matches("()");
        last == self.called
            && origin.split(['.', '(']).next() == Some(&self.package)
            && self.owners.iter().any(|name| name == owner_name)
    }

    /// Returns whether the callable is defined under this module and qualified name.
    pub(super) fn is_defined_as(&self, path: &str) -> bool {
        self.definitions.iter().any(|definition| definition == path)
    }
}

/// The catalogue, by the last part of the name.
pub(super) struct LoopCallables {
    all: Vec<LoopCallable>,
    by_called: FxHashMap<String, Vec<usize>>,
}

#[derive(Deserialize)]
struct Data {
    callable: Vec<LoopCallable>,
}

impl LoopCallables {
    /// Returns the compiled-in catalogue.
    pub(super) fn known() -> &'static Self {
        static KNOWN: OnceLock<LoopCallables> = OnceLock::new();
        KNOWN.get_or_init(|| {
            let data: Data = toml::from_str(include_str!("loop_calls.toml")).expect("the table is tested");
            let mut by_called: FxHashMap<String, Vec<usize>> = FxHashMap::default();
            for (place, callable) in data.callable.iter().enumerate() {
                by_called.entry(callable.called.clone()).or_default().push(place);
            }
            Self { all: data.callable, by_called }
        })
    }

    /// Returns the callables that are called under a name.
    pub(super) fn called(&'static self, name: &str) -> impl Iterator<Item = &'static LoopCallable> {
        let places = self.by_called.get(name).map_or(&[][..], Vec::as_slice);
        places.iter().map(|place| &self.all[*place])
    }

    /// Returns the last parts of all names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.by_called.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::{LoopAction, LoopCallables};

    #[test]
    fn each_line_has_its_source() {
        let known = LoopCallables::known();
        assert!(known.all.iter().all(|callable| callable.source.starts_with("https://")));
        assert!(known.all.iter().all(|callable| !callable.owners.is_empty()));
    }

    #[test]
    fn the_origin_tells_what_is_called() {
        let action = |called: &str, origin: &str| {
            let mut known = LoopCallables::known().called(called);
            known.find(|known| known.is_at(origin)).map(|known| known.kind)
        };
        assert_eq!(action("run", "asyncio.run"), Some(LoopAction::Start));
        assert_eq!(action("run", "asyncio.Runner().run"), Some(LoopAction::Start));
        assert_eq!(action("run", "anyio.from_thread.run"), Some(LoopAction::Portal));
        assert_eq!(action("run", "subprocess.run"), None);
        assert_eq!(action("close", "asyncio.get_event_loop().close"), Some(LoopAction::Close));
        assert_eq!(action("close", "asyncio.open_connection().close"), None);
    }
}
