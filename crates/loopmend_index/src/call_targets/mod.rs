//! The calls that the call graph searches for, which start an event loop, need one or block, and the names
//! through which they may be reached.

mod catalogue;
mod needs_loop;
mod reachability;
mod starts;

pub use catalogue::{BlockingCallable, Catalogue, root_of};
pub use needs_loop::{ENSURE_FUTURE, LOOP_FUNCTIONS, LoopFunction};
pub use reachability::{
    CALLS_INSTANCE, ENTER, EXIT, EndNames, HotNames, ITERATE, NEXT, NameEdge, calls_builtin, calls_open_name,
    changed_hot_names, fallback_of, generators_of_builtin, is_open, name_edges, names_behind, names_given,
    names_of_builtin, names_of_generators, runs_open_name, special_methods_of,
};
pub use starts::{Library, MAKES_START, RUN_FUNCTIONS, RunFunction};
