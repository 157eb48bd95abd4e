//! The inventory of event loops: where they are started, got, set, patched and closed, which code reaches
//! these places, and whether each place is correct.

mod places;
mod verdict;

pub use loopmend_catalog::LoopAction;
pub use places::LoopPlace;
pub use verdict::{Judgement, Verdict};
