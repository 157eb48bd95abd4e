//! The inventory of event loops: where they are started, got, set, patched and closed, which code reaches
//! these places, and whether each place is correct.

mod catalogue;
mod places;
mod verdict;

pub use catalogue::LoopAction;
pub use places::LoopPlace;
pub use verdict::{Judgement, Verdict};
