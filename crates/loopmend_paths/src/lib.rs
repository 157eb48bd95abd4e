//! The call graph, restricted to functions that lead to a call that starts an event loop or blocks.
//!
//! The call graph is never built as a whole. *Hot* names, found by text alone, filter the candidates
//! (`loopmend_index::call_targets`). Only calls of hot names are resolved ([`steps`]). A search over the resulting functions
//! finds the shortest path ([`reach`]). An unresolved call leads nowhere.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod bound_to_thread;
mod client_class;
mod contexts;
pub mod effects;
pub mod engine;
mod guards;
mod hands_over_otherwise;
mod implicit;
pub mod infer;
mod reach;
mod repeated_results;
mod sequential;
mod steps;

use std::sync::Arc;

use loopmend_infer::sharded::Sharded;

use crate::engine::{Engine, ModuleId, Viewpoint};
use crate::infer::FunctionRef;
use contexts::{Arguments, Callers, NamesInProject};
use sequential::{Activity, Blocks, Effect};
use steps::HotCalls;

pub use bound_to_thread::is_of_the_thread;
pub use contexts::{
    Around, Context, Contexts, Control, Hop, Made, OnLoop, Origins, Outside, Reach, Way,
    packages_with_threads,
};
pub use guards::{Condition, Fact, Guard, Guards, TestPart};
pub use reach::{EndKind, Leg, Reached};
pub use steps::{CallForm, Step, Steps, Target};

/// The call graph of one revision, as far as it is known.
#[derive(Default)]
pub(crate) struct CallGraph {
    calls: Sharded<ModuleId, Arc<HotCalls>>,
    steps: Sharded<FunctionRef, Arc<Steps>>,
    reached: Sharded<FunctionRef, Arc<Reached>>,
    /// The module that defines a public name, by the name and the viewpoint of the lookup.
    definitions: Sharded<(Viewpoint, Box<str>), Option<String>>,
    arguments: Sharded<ModuleId, Arc<Arguments>>,
    names: NamesInProject,
    callers: Sharded<FunctionRef, Arc<Callers>>,
    contexts: Sharded<Around, Arc<Contexts>>,
    guards: Sharded<ModuleId, Arc<Guards>>,
    /// The concurrent work that code starts, and the functions of the project that it calls.
    activities: Sharded<Around, Arc<Activity>>,
    /// What remains of the work that a function starts.
    effects: Sharded<FunctionRef, Effect>,
    blocks: Sharded<ModuleId, Arc<Blocks>>,
}

impl Engine<'_> {
    /// Returns the conditions on parameters under which the functions of a project file make their calls,
    /// computed on first use.
    pub fn guards(&self, module: ModuleId) -> Arc<Guards> {
        let read = || self.read_tree(module, |tree| Guards::new(self.summary(module), tree));
        self.control.guards.get_or_make(module, || Arc::new(read()))
    }
}
