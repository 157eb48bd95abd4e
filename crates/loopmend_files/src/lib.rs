//! Reading files that a stranger wrote, what the patterns in them may take, and the key that tells our own from theirs.

pub mod key;
mod patterns;
mod read;

pub use key::StateKey;
pub use patterns::{MAX_EXPRESSION, PatternBudget, PatternLimit};
pub use read::{
    MAX_CONFIGURATION, MAX_DATA, open, open_at_most, open_for_writing, read, read_at_most, read_data_text,
    read_text,
};
