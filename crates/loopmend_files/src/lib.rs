//! Reading files that a stranger wrote, and the key that tells our own from theirs.

pub mod key;
mod read;

pub use key::StateKey;
pub use read::{
    MAX_CONFIGURATION, MAX_DATA, open, open_at_most, open_for_writing, read, read_at_most, read_data_text,
    read_text,
};
