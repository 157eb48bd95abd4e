//! What the probe writes of each test, whether or not anything was wrong.

use serde::{Deserialize, Serialize};

use crate::Scope;

/// How a test ended, in pytest's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TestOutcome {
    /// It passed.
    Passed,
    /// It failed while it was called.
    Failed,
    /// A fixture of it failed.
    Error,
    /// It was not called.
    Skipped,
    /// It failed, as was expected.
    Xfailed,
    /// It passed, and was expected to fail.
    Xpassed,
    /// Nobody said: the session ended while it ran.
    Unfinished,
}

impl TestOutcome {
    /// What pytest calls it, where it does.
    pub fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Error => "error",
            Self::Skipped => "skipped",
            Self::Xfailed => "xfailed",
            Self::Xpassed => "xpassed",
            Self::Unfinished => "did not end",
        }
    }
}

/// An event loop that ran while a test was called.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct TestLoop {
    /// What no other loop of the session is called.
    pub id: String,
    /// Its class.
    pub class: String,
    /// The scope of the fixture that made it: `function` where a test made it, `session` where it was made outside of tests.
    pub scope: Scope,
}

/// What is known of one test.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct TestFacts {
    /// When it began, in seconds since its process did.
    pub started: f64,
    /// How long its setup, call and teardown took, in seconds.
    pub duration: f64,
    /// How it ended, if pytest said so.
    pub outcome: Option<TestOutcome>,
    /// How many tasks were made, if the test ran in this process.
    pub tasks: Option<u64>,
    /// The loops that ran while it was called, if it was in this process.
    pub loops: Option<Vec<TestLoop>>,
    /// How many other loops ran then, which have no name.
    pub more_loops: usize,
    /// For how many seconds one callback held a loop at most, if somebody looked.
    pub held: Option<f64>,
    /// By how many bytes the process grew, if that was measured.
    pub growth: Option<i64>,
}
