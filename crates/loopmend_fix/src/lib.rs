//! Applying fixes as a transaction: which edits go together, where things are afterwards, the journal that restores every
//! file whatever happens, and plans for other tools. It knows bytes and spans, and no Python.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod choose;
mod hash;
mod journal;
mod plan;
mod shift;

pub use choose::without_overlaps;
pub use hash::ContentHash;
pub use journal::{
    Change, DIRECTORY, Journal, JournalError, Left, Restored, is_pending, journal_above, remove_if_empty,
};
pub use plan::{FORMAT, Plan, PlannedFile, PlannedFix, read_head};
pub use shift::Shift;
