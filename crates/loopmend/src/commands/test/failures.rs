//! The known errors that tests failed of.

use std::fmt::Write as _;
use std::path::Path;

use loopmend_core::TestFailure;
use loopmend_errors::read_failure;
use loopmend_project::Project;
use loopmend_runner::Recording;

use crate::commands::doctor::known_failures;
use crate::render::ErrorFound;

/// The known errors, those of most tests first.
pub(super) fn known(project: &Project, recording: &Recording, directory: &Path) -> Vec<ErrorFound> {
    let failures = recording.verification.failures.iter().map(|failure| {
        let read = read_failure(&traceback(failure));
        loopmend_errors::Failure { test: failure.test.clone(), ..read }
    });
    known_failures(project, failures.collect(), directory)
}

/// A failure as Python prints it, the innermost call last.
fn traceback(failure: &TestFailure) -> String {
    let mut text = "Traceback (most recent call last):\n".to_owned();
    for frame in failure.frames.iter().rev() {
        let _ = writeln!(text, "  File \"{}\", line {}, in {}", frame.file, frame.line, frame.function);
    }
    let _ = writeln!(text, "{}: {}", failure.exception.class, failure.exception.words);
    text
}
