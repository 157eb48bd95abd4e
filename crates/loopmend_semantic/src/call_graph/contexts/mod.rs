//! In which contexts a function runs: a search from it to who calls it, and who calls those, up to what runs them from outside.

mod callers;
mod frameworks;
mod given;
mod origin;
mod properties;
mod search;

pub use callers::Control;
pub(crate) use callers::{Around, Callers};
pub use frameworks::Context;
pub(crate) use given::{Arguments, NamesInProject};
pub(crate) use origin::{Made, Origins};
pub use search::{Contexts, Hop, OnLoop, Way};
