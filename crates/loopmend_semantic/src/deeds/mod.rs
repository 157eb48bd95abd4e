//! Side effects (mod-ref analysis): what functions do to objects that others may reach, directly and
//! through the project functions they call. The result decides whether another thread may run the functions
//! while the event loop continues.
//!
//! ```text
//! tree ─ lower ─► Deeds       writes, calls and results of one function, in terms of its parameters; per
//! file
//! Follower ─► Outcome         the same, including the side effects of resolved calls
//! ```

mod arguments;
mod follow;
mod lower;
mod names;
mod unknown;
mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use loopmend_core::Span;
use rustc_hash::FxHashMap;

pub(crate) use follow::Follower;

use crate::engine::{Engine, ModuleId};
use crate::summary::FunctionId;

/// Where an object comes from, as one function sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    /// A parameter, by its place.
    Parameter(u16),
    /// A name that the function does not bind.
    Outside,
    /// The same of a function that it calls.
    Elsewhere,
    /// What all threads of the process share: `sys.path`, `os.environ`.
    Process,
    /// What a call gives, by its place among those of the function.
    Result(u32),
    /// Nobody knows.
    Any,
}

/// An object, or one that is reached through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Root {
    pub(crate) source: Source,
    pub(crate) is_inside: bool,
}

/// The objects that a set of roots may be.
pub(crate) type Roots = BTreeSet<Root>;

/// So many objects of one kind a value may be.
const MOST_ROOTS: usize = 64;

/// What a value may be, and what is reached through it. What was just made is nothing of that kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) own: Roots,
    pub(crate) inside: Roots,
}

impl Value {
    fn of(source: Source) -> Self {
        let root = |is_inside| Roots::from([Root { source, is_inside }]);
        Self { own: root(false), inside: root(true) }
    }

    /// Something new that may hold what is given.
    fn made_of<'v>(parts: impl IntoIterator<Item = &'v Self>) -> Self {
        let parts = parts.into_iter().flat_map(|part| part.own.iter().chain(&part.inside));
        Self { own: Roots::new(), inside: parts.copied().collect() }.or_anything()
    }

    /// What is reached through it.
    fn part(&self) -> Self {
        Self { own: self.inside.clone(), inside: self.inside.clone() }
    }

    /// Adds what it may be too, and says whether that is more.
    fn join(&mut self, other: &Self) -> bool {
        if *self == Self::of(Source::Any) {
            return false;
        }
        let before = self.own.len() + self.inside.len();
        self.own.extend(&other.own);
        self.inside.extend(&other.inside);
        let is_more = before < self.own.len() + self.inside.len();
        *self = std::mem::take(self).or_anything();
        is_more
    }

    /// The same, or what nobody knows where it may be too many things.
    fn or_anything(self) -> Self {
        let is_known = self.own.len().max(self.inside.len()) <= MOST_ROOTS;
        if is_known { self } else { Self::of(Source::Any) }
    }
}

/// A change of an object.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Write {
    /// Where, a byte offset.
    pub(crate) at: u32,
    /// What it may be that is changed.
    pub(crate) roots: Roots,
    /// Whether it certainly is one.
    pub(crate) is_sure: bool,
}

/// To which parameter an argument goes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Given {
    Place,
    Keyword(Box<str>),
    /// `*arguments`, `**arguments`.
    Any,
}

/// A call in a function.
#[derive(Clone, Debug)]
struct CallDeed {
    at: Span,
    /// The last name of what is called.
    name: Box<str>,
    /// What a method is called on.
    receiver: Option<Value>,
    /// What is called by a name that the function binds.
    local: Option<Value>,
    arguments: Vec<(Given, Value)>,
}

/// What a function does by its own statements.
#[derive(Clone, Debug, Default)]
struct Deeds {
    writes: Vec<Write>,
    calls: Vec<CallDeed>,
    gives: Value,
}

/// What the functions of a file do.
#[derive(Debug, Default)]
pub(crate) struct DeedsOfFile(FxHashMap<FunctionId, Deeds>);

impl Engine<'_> {
    /// What the functions of a file of the project do, worked out on first use.
    fn deeds(&self, module: ModuleId) -> Arc<DeedsOfFile> {
        let read = || self.read_tree(module, |tree| lower::deeds_of(self.summary(module), tree));
        self.deeds.get_or_make(module, || Arc::new(read()))
    }
}
