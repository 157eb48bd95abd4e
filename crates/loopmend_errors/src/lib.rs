//! The error texts of asyncio, pytest, its plugins and the libraries beside them.
//!
//! ```text
//! errors.toml ─► Table                     each text with its cause and its cure
//! contexts.toml, objects.toml ─► Marks     what the lines around a text show
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
mod surroundings;
mod table;
mod traceback;

pub use junit::{NotJunit, read_junit};
pub use matcher::{Match, recognize};
pub use nearest::nearest;
pub use output::{OutputReader, read_failure};
pub use reading::{Extent, Failure, Place, Reading, Seen, Standing, Verdict};
pub use surroundings::{Context, Marks, ObjectKind, objects_in};
pub use table::{Advice, Cause, KnownError, Says, Text, causes, table};
