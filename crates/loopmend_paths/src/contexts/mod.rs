//! The contexts in which a function runs. The search walks from the function to its callers and their
//! callers, up to the entry points.

mod callers;
mod frameworks;
mod given;
mod origin;
mod properties;
mod runs_in;
mod search;

pub(crate) use callers::Callers;
pub use callers::{Around, Control, Outside, Reach};
pub use frameworks::{Context, packages_with_threads};
pub(crate) use given::{Arguments, NamesInProject};
pub use origin::{Made, Origins};
pub(crate) use search::MAIN_GUARD;
pub use search::{Contexts, Hop, OnLoop, Way};
