//! What ends a run early.

use std::fmt;

use loopmend_project::ProjectError;

use crate::exit_code;

/// A user's error: the run ends with exit status 2 after one sentence that names the place and the next step.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The sentence, without `error:`.
    pub(crate) message: String,
}

impl Failure {
    /// An error with this sentence.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }

    /// The exit status it ends the run with.
    pub(crate) fn exit_code(&self) -> u8 {
        exit_code::USAGE
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<ProjectError> for Failure {
    fn from(error: ProjectError) -> Self {
        Self::new(error.message)
    }
}

impl From<loopmend_runner::pytest::PytestError> for Failure {
    fn from(error: loopmend_runner::pytest::PytestError) -> Self {
        Self::new(error.to_string())
    }
}

impl From<loopmend_runner::git::GitError> for Failure {
    fn from(error: loopmend_runner::git::GitError) -> Self {
        Self::new(error.to_string())
    }
}
