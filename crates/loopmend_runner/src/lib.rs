//! The processes that loopmend starts: git, asked in a way that runs nothing of the user's.

pub mod git;
