//! The processes that loopmend starts: git, asked in a way that runs nothing of the user's, and pytest, which is to run the
//! user's tests.

mod carried;
pub mod git;
mod processes;
pub mod pytest;
mod recording;
mod test_record;

pub use recording::{CutOff, Recording};
pub use test_record::{LoopRecord, ProcessRecord, TestRecord, loops};
