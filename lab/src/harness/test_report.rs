//! The part of the output of `loopmend test --output-format json` that experiments read.

use super::*;

/// A finding of the probe.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct TestFinding {
    /// Relative to the directory of the run.
    pub(crate) path: String,
    /// From 1.
    pub(crate) line: usize,
    /// The rule's name.
    pub(crate) rule: String,
    /// The sentence.
    pub(crate) message: String,
    /// The place where the object was created.
    pub(crate) born: Born,
}

/// A place of a test session where an object was created.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Born {
    /// The node id of the test.
    pub(crate) test: String,
    /// `setup`, `call`, `teardown`, …
    pub(crate) phase: String,
    /// The fixture; empty without one.
    pub(crate) fixture: String,
}

impl Born {
    /// `setup of fixture client`.
    pub(crate) fn phase_in_words(&self) -> String {
        let Self { phase, fixture, .. } = self;
        if fixture.is_empty() { phase.clone() } else { format!("{phase} of fixture {fixture}") }
    }
}

/// The findings of a report. Fails if it has another form.
pub(crate) fn findings(report: &str) -> Result<Vec<TestFinding>> {
    #[derive(Deserialize)]
    struct Report {
        findings: Vec<TestFinding>,
    }
    let report: Report = serde_json::from_str(report).context("`loopmend test` wrote an unknown form")?;
    Ok(report.findings)
}
