//! One module as inference asks about it, from its text alone. Nothing here resolves a name of another module.
//!
//! ```text
//! text ─ parse ─► SyntaxTree ─ lower ─► Summary     one per module, immutable, cached
//!                                         ├► Interface      what other modules can see of it, by name
//!                                         ├► call_targets   names through which a call may start a loop or block
//!                                         └► usage_counts   how the calls of a method are used
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

pub mod call_targets;
pub mod calls;
pub mod decorators;
pub mod receiver_origin;
pub mod summary;
pub mod test_files;
pub mod usage_counts;
