//! The error texts of asyncio, pytest, its plugins and the libraries beside them.
//!
//! ```text
//! errors.toml ─► Table                     each text with its cause and its cure
//! a text, what a run printed, a JUnit file ─► Reading   which texts are in it, in which test, and where
//! ```
//!
//! Nothing here knows a project: a place is what the text says of it.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod clean;
mod junit;
mod matcher;
mod nearest;
mod output;
mod reading;
mod table;

pub use junit::{NotJunit, read_junit};
pub use matcher::{Match, recognize};
pub use nearest::nearest;
pub use output::OutputReader;
pub use reading::{Extent, Failure, Place, Reading, Seen, Verdict};
pub use table::{Cause, KnownError, Says, Text, causes, table};
