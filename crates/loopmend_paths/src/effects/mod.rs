//! Side effects (mod-ref analysis): what functions do to objects that others may reach, directly and
//! through the project functions they call. The result decides whether another thread may run the functions
//! while the event loop continues.
//!
//! ```text
//! tree ─ lower ─► Effects       writes, calls and results of one function, in terms of its parameters; per file
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
use loopmend_index::summary::FunctionId;
use rustc_hash::FxHashMap;

pub use follow::Follower;

use crate::engine::{Engine, ModuleId};

/// The origin of an object, as seen by one function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A parameter, by index.
    Parameter(u16),
    /// A name that the function does not bind.
    Outside,
    /// A name that a callee does not bind.
    Elsewhere,
    /// State shared by all threads of the process: `sys.path`, `os.environ`.
    Process,
    /// The result of a call, by the index of the call in the function.
    Result(u32),
    /// An unknown origin.
    Any,
}

/// An object, or an object reachable from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Root {
    /// Where the object comes from.
    pub source: Source,
    pub(crate) is_inside: bool,
}

/// The possible objects of a value.
pub(crate) type Roots = BTreeSet<Root>;

/// The maximum number of possible objects of one kind.
const MOST_ROOTS: usize = 64;

/// The possible objects of a value, and the objects reachable from it. A newly created object has no root.
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

    /// Returns a new object that may contain the parts.
    fn made_of<'v>(parts: impl IntoIterator<Item = &'v Self>) -> Self {
        let parts = parts.into_iter().flat_map(|part| part.own.iter().chain(&part.inside));
        Self { own: Roots::new(), inside: parts.copied().collect() }.or_anything()
    }

    /// Returns the objects reachable from the value.
    fn part(&self) -> Self {
        Self { own: self.inside.clone(), inside: self.inside.clone() }
    }

    /// Adds other possible objects, and returns whether the value grew.
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

    /// Returns the value, or an unknown one if there are too many possible objects.
    fn or_anything(self) -> Self {
        let is_known = self.own.len().max(self.inside.len()) <= MOST_ROOTS;
        if is_known { self } else { Self::of(Source::Any) }
    }
}

/// A write to an object.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Write {
    /// The byte offset of the write.
    pub at: u32,
    /// The possible objects that are written.
    pub roots: Roots,
    /// Whether the write certainly happens to one of them.
    pub is_sure: bool,
}

/// The parameter that receives an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Given {
    Place,
    Keyword(Box<str>),
    /// `*arguments`, `**arguments`.
    Any,
}

/// A call in a function.
#[derive(Clone, Debug)]
struct CallEffects {
    at: Span,
    /// The last name of the callee.
    name: Box<str>,
    /// The receiver of a method call.
    receiver: Option<Value>,
    /// The value of a callee that the function binds to a local name.
    local: Option<Value>,
    arguments: Vec<(Given, Value)>,
}

/// The side effects of a function's own statements.
#[derive(Clone, Debug, Default)]
struct Effects {
    writes: Vec<Write>,
    calls: Vec<CallEffects>,
    gives: Value,
}

/// The side effects of the functions of a file.
#[derive(Debug, Default)]
pub(crate) struct EffectsOfFile(FxHashMap<FunctionId, Effects>);

impl Engine<'_> {
    /// Returns the side effects of the functions of a project file, computed on first use.
    fn effects(&self, module: ModuleId) -> Arc<EffectsOfFile> {
        let read = || self.read_tree(module, |tree| lower::effects_of(self.summary(module), tree));
        self.effects.get_or_make(module, || Arc::new(read()))
    }
}
