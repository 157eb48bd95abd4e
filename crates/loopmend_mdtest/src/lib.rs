#![doc = include_str!("../README.md")]

mod assertion;
mod directory_check;
mod failure;
mod fixes;
mod harness;
mod inference;
mod matching;
mod page;
mod page_test;
mod run;
mod structure;
mod temporary_project;
mod witness;

pub use failure::{Failure, Failures};
pub use harness::main;
pub use inference::{Line, RevealLines, Revealed, inference_main};
pub use page::Page;
pub use run::{run_page, update_page};
pub use witness::{WitnessOutcome, run_witness};
