//! What becomes of the value of a call, told by the syntax around it. Only a rule that found something asks: the text is
//! parsed again for it.

mod assigned;
mod held;
mod value_use;

pub use assigned::{Assigned, NameUsed};
pub use value_use::{AwaitedBehind, UseKind, ValueUse};
