//! The inventory: where event loops start, are got, set, patched and closed, what reaches these places, and whether that is right.

mod catalogue;
mod places;
mod verdict;

pub use catalogue::LoopAction;
pub use places::LoopPlace;
pub use verdict::{Judgement, Verdict};
