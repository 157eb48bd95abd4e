//! The call graph, restricted to functions that lead to a call that starts an event loop or blocks.
//!
//! The call graph is never built as a whole. *Hot* names, found by text alone, filter the candidates
//! ([`heat`]). Only calls of hot names are resolved ([`steps`]). A search over the resulting functions
//! finds the shortest path ([`reach`]). An unresolved call leads nowhere.

mod contexts;
mod guards;
mod implicit;
mod other_thread;
mod own_thread;
mod reach;
mod steps;

use std::sync::{Arc, OnceLock};

use contexts::{Arguments, Callers, NamesInProject};
pub(crate) use contexts::{Around, Made, Origins, Reach};
pub use contexts::{Context, Contexts, Control, Hop, OnLoop, Way};
pub(crate) use guards::Fact;
use guards::Guards;
use loopmend_index::summary::NameHash;
use loopmend_index::targets::{Catalogue, HotNames};
pub(crate) use own_thread::is_of_the_thread;
pub(crate) use reach::{EndKind, Leg, Reached};
pub use steps::CallForm;
pub(crate) use steps::{HotCalls, Step, Steps, Target, asks_for_loop};

use crate::engine::{Engine, ModuleId, Viewpoint};
use crate::infer::FunctionRef;
use crate::sharded::Sharded;

/// The call graph of one revision, as far as it is known.
#[derive(Default)]
pub(crate) struct CallGraph {
    catalogue: OnceLock<Catalogue>,
    pub(crate) hot: OnceLock<HotNames>,
    calls: Sharded<ModuleId, Arc<HotCalls>>,
    steps: Sharded<FunctionRef, Arc<Steps>>,
    reached: Sharded<FunctionRef, Arc<Reached>>,
    /// The names of the functions whose steps were requested, by module and ascending.
    met: Sharded<ModuleId, Vec<NameHash>>,
    /// The module that defines a public name, by the name and the viewpoint of the lookup.
    definitions: Sharded<(Viewpoint, Box<str>), Option<String>>,
    arguments: Sharded<ModuleId, Arc<Arguments>>,
    names: OnceLock<NamesInProject>,
    callers: Sharded<FunctionRef, Arc<Callers>>,
    contexts: Sharded<Around, Arc<Contexts>>,
    guards: Sharded<ModuleId, Arc<Guards>>,
}

impl Engine<'_> {
    /// Returns the names of the functions of a module that were visited in the search for event loop starts
    /// and blocking calls, in ascending order.
    pub fn met(&self, module: ModuleId) -> Vec<NameHash> {
        self.control.met.shard(&module).get(&module).cloned().unwrap_or_default()
    }

    /// Adds functions with these names to those that were visited.
    pub fn meet(&self, module: ModuleId, names: &[NameHash]) {
        let mut shard = self.control.met.shard(&module);
        let met = shard.entry(module).or_default();
        for name in names {
            if let Err(place) = met.binary_search(name) {
                met.insert(place, *name);
            }
        }
    }

    /// Returns the conditions on parameters under which the functions of a project file make their calls,
    /// computed on first use.
    pub(crate) fn guards(&self, module: ModuleId) -> Arc<Guards> {
        let read = || self.read_tree(module, |tree| Guards::new(self.summary(module), tree));
        self.control.guards.get_or_make(module, || Arc::new(read()))
    }

    /// Returns the catalogue of targets.
    pub(crate) fn catalogue(&self) -> &Catalogue {
        self.control.catalogue.get_or_init(|| Catalogue::new(&self.project().blocking()))
    }
}
