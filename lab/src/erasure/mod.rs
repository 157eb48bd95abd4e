//! Awaits taken out of real code: where the word stood, and what the program says of the rest.

mod text;
mod workbench;

pub(crate) use text::{Cut, Cuts};
pub(crate) use workbench::{Workbench, in_parallel};
