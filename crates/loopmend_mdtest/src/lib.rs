#![doc = include_str!("../README.md")]

mod assertion;
mod draw;
mod failure;
mod fixes;
mod harness;
mod inference;
mod interpreter;
mod matching;
mod page;
mod page_test;
mod program;
mod proven;
mod reveal;
mod run;
mod structure;
mod temporary_project;
mod witness;

pub use draw::{drawn, seed_of_commit};
pub use failure::{Failure, Failures};
pub use harness::{main, page_paths};
pub use inference::inference_main;
pub use interpreter::Interpreter;
pub use page::Page;
pub use program::Program;
pub use reveal::{Line, RevealLines, Revealed};
pub use run::{page_diagnostics, run_page, update_page};
pub use witness::{Skip, Witness, WitnessOutcome};
