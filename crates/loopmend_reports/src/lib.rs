//! Reports about a project, as data: who writes shared state, what tests reach, what is inferred for an expression.
//!
//! No rule asks them. The program renders them.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod categories;
mod impact;
mod reveal;
mod shared_state;
mod surface;

pub use categories::{
    Category, MissingMark, MissingMarks, ReachedResource, ReachedThing, ResourceHop, ResourceKind,
    StepsOfTests, TestCategory, Unmarkable, meaning_of_mark, missing_marks, name_of_mark, test_categories,
};
pub use impact::reached_by_change;
pub use reveal::{Reason, Reveal, reveal_at, reveal_line};
pub use shared_state::{
    SharedAttribute, SharedState, SharedStates, StateEvidence, StateVerdict, StateWriter, shared_states,
};
pub use surface::{Surface, surface_of};
