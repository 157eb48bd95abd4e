//! What the tasks (`cargo xtask`) and the experiments (`cargo lab`) of loopmend's developers share: where things are, programs that are
//! run, the program itself as a user runs it, and sections of Markdown files.
#![allow(clippy::print_stderr, reason = "a developer reads what the tasks print")]

pub mod edits;
pub mod interpreters;
pub mod loopmend;
pub mod markdown;
pub mod tools;
pub mod workspace;

use std::process::ExitCode;

/// The result of a task that had no error of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All is as it should be.
    Passed,
    /// The task worked and found something that must not be; it has been printed.
    Failed,
}

impl Outcome {
    /// [`Outcome::Passed`] if all is as it should be.
    pub fn passed_if(is_as_it_should_be: bool) -> Self {
        if is_as_it_should_be { Self::Passed } else { Self::Failed }
    }
}

/// The exit code of a task: 0 if it passed, 1 if it failed, 2 after an error, which is printed.
pub fn exit_code(result: anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::Passed) => ExitCode::SUCCESS,
        Ok(Outcome::Failed) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
