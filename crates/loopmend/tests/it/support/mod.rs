//! What the tests of the program share.

mod directory;
mod program;

pub(crate) mod categories;
pub(crate) mod environment;
pub(crate) mod migration;
pub(crate) mod old_plugin;
pub(crate) mod place;

pub(crate) use directory::{copied_example, copy_directory, copy_some};
pub(crate) use program::loopmend;
