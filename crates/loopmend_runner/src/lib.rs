//! The processes that loopmend starts: git, asked in a way that runs nothing of the user's, pytest, which is to run the
//! user's tests, and uv or pip, which install packages into the cache.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

#[expect(clippy::disallowed_methods, reason = "a private directory")]
mod carried;
#[expect(clippy::disallowed_methods, reason = "the copy is private")]
mod copying;
#[expect(clippy::disallowed_methods, reason = "a private directory, to which the tests write")]
mod event_file;
#[expect(
    clippy::disallowed_methods,
    reason = "bounded, compared or copied to a private directory, and not shown"
)]
pub mod git;
mod interrupt;
mod layer;
#[expect(clippy::disallowed_methods, reason = "files of the system")]
mod orphans;
#[expect(clippy::disallowed_methods, reason = "files of the system")]
mod processes;
mod programs;
#[expect(clippy::disallowed_methods, reason = "a private directory")]
pub mod pytest;
mod recording;
mod silence;
#[expect(clippy::disallowed_methods, reason = "private directories, and nothing follows a link")]
mod temporary;
mod test_record;
#[expect(clippy::disallowed_methods, reason = "the copy is private, and links are made, not followed")]
mod workspace;

pub use interrupt::Interrupt;
pub use layer::{LAYERS, Layer, LayerError, LayerRequest, layer_names};
pub use recording::{CutOff, Recording, VerificationRecord};
pub use temporary::remove_dead_directories;
pub use test_record::{LoopRecord, ProcessRecord, TestRecord, loops};
pub use workspace::{CopyError, Stamps, Workspace};
