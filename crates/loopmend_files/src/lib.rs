//! Reading files that a stranger wrote, what the patterns in them may take, and the key that tells our own from theirs.

mod directory;
mod git;
pub mod key;
mod patterns;
mod read;

pub use directory::{
    DirectoryHandle, HOLDS_DIRECTORIES, Identity, Kind, PRIVATE, SHARED, file_identity, read_open_file,
};
pub use git::lies_in_git_directory;
pub use key::StateKey;
pub use patterns::{MAX_EXPRESSION, PatternBudget, PatternLimit};
pub use read::{
    MAX_CONFIGURATION, MAX_DATA, MAX_LOCK, MAX_NOTEBOOK, MAX_SOURCE, MAX_TEXT, as_text, open, open_at_most,
    open_for_writing, read, read_at_most, read_data_text, read_stream, read_text, too_large,
};
