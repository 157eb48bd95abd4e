//! What the probe writes while tests run: JSON Lines, `"v": 1` in each. `python/_loopmend_probe` writes them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::TestFacts;

/// The version of the protocol that is understood.
const VERSION: u32 = 1;

/// How many calls are kept of a stack where whole ones are asked for.
pub const STACK_DEPTH: usize = 16;

/// A point in the session.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SessionPlace {
    /// The node id of the test, or of the file that is collected; empty outside of both.
    pub test: String,
    /// `collection`, `setup`, `call`, `teardown` or `session`.
    pub phase: String,
    /// The fixture that is set up or torn down; empty outside of one.
    #[serde(default)]
    pub fixture: String,
}

impl SessionPlace {
    /// The phase in words: `call`, `setup of fixture client`.
    pub fn phase_in_words(&self) -> String {
        match self.fixture.as_str() {
            "" => self.phase.clone(),
            fixture => format!("{} of fixture {fixture}", self.phase),
        }
    }

    /// The place in words: ``in `test_a.py::test_b` (call)``, `outside of any test`.
    pub fn in_words(&self) -> String {
        match (self.test.as_str(), self.phase.as_str()) {
            ("", _) => "outside of any test".to_owned(),
            (file, "collection") => format!("while `{file}` was collected"),
            (test, _) => format!("in `{test}` ({})", self.phase_in_words()),
        }
    }
}

/// A line of code that was running.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProbeFrame {
    /// The absolute path of the file, or what stands for one in angle brackets.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The function.
    pub function: String,
}

/// What brought a finding to light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Noticed {
    /// The object was dropped, or found by the garbage collector.
    Dropped,
    /// Its loop was closed.
    Closed,
    /// Who ran its loop cancelled what was left.
    Cancelled,
    /// Its loop was shut down.
    Shutdown,
    /// The exception handler of the loop was called.
    Handler,
    /// It was running when somebody looked.
    Sampled,
    /// It was alive at the end of the session.
    End,
    /// An exception said so.
    Raised,
    /// Its loop could not be shut down.
    Hanging,
    /// Something that this version does not know.
    #[serde(other)]
    Otherwise,
}

/// An exception.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProbeException {
    /// The name of its class.
    #[serde(rename = "type")]
    pub class: String,
    /// What it says.
    pub words: String,
}

/// What another place has to do with a sighting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelatedRole {
    /// The object that is spoken of was made there.
    Object,
    /// The event loop that it belongs to was made there.
    BoundLoop,
    /// The event loop that ran when it was used was made there.
    RunningLoop,
    /// A task waits there.
    Waits,
    /// Something that this version does not know.
    #[serde(other)]
    Otherwise,
}

/// Another place that belongs to a sighting.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RelatedPlace {
    /// What it has to do with it.
    pub role: RelatedRole,
    /// The class of what was made there.
    pub what: String,
    /// The calls that led there, innermost first; empty where they are not known.
    pub frames: Vec<ProbeFrame>,
    /// When it was made, if that is known.
    pub born: Option<SessionPlace>,
}

/// One thing that went wrong while tests ran.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Sighting {
    /// The name of the rule.
    pub rule: String,
    /// What it is about: the name of a function or class.
    pub what: String,
    /// Where it was made, innermost first.
    pub frames: Vec<ProbeFrame>,
    /// Where its function is defined.
    pub defined: Option<ProbeFrame>,
    /// When it was made.
    pub born: SessionPlace,
    /// When it was noticed.
    pub noticed: SessionPlace,
    /// How it was noticed.
    pub how: Noticed,
    /// The exception that it is about.
    #[serde(default)]
    pub exception: Option<ProbeException>,
    /// For how long it held its event loop.
    #[serde(default)]
    pub milliseconds: u64,
    /// Other places that belong to it.
    #[serde(default)]
    pub related: Vec<RelatedPlace>,
    /// All calls that led there, innermost first, as a second run of its test showed them: empty where that run did not show it
    /// again, `None` where there was none.
    #[serde(default)]
    pub stack: Option<Vec<ProbeFrame>>,
    /// Whether the suite waits for its warning or has a filter that names it.
    #[serde(default, skip_serializing)]
    pub expected: bool,
    /// The number of further sightings of the same place and test, which the probe counted and did not write.
    #[serde(default, skip_serializing)]
    pub more: usize,
}

/// One line of the probe.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum ProbeEvent {
    /// A process of the session began.
    Start {
        /// `main`, or the name of a worker of pytest-xdist.
        worker: String,
        /// The version of Python.
        python: String,
        /// The version of pytest.
        pytest: String,
        /// The installed plugins of pytest, with their versions.
        #[serde(default)]
        plugins: Vec<String>,
        /// When, in seconds since 1970.
        #[serde(default)]
        at: f64,
    },
    /// A test began or ended.
    Test {
        /// Its node id.
        test: String,
        /// Which of both.
        state: TestState,
        /// When it began, in seconds since its process did.
        #[serde(default)]
        at: Option<f64>,
        /// What is known of it, at its end.
        #[serde(default)]
        facts: Option<Box<TestFacts>>,
    },
    /// What a test's marker allows.
    Allow {
        /// The node id of the test.
        test: String,
        /// Names or codes of rules.
        rules: Vec<String>,
    },
    /// Something went wrong.
    Finding(Box<Sighting>),
    /// Something went wrong so often at one place in one test that further findings are only counted.
    Repeated {
        /// The slot with the number of these further ones, in the second file of the process.
        slot: u64,
        /// The last one that is written.
        finding: Box<Sighting>,
    },
    /// What hangs now that an event loop is shut down: told if the process ends before this is taken back by an empty list.
    Hanging {
        /// Which event loop of the process.
        #[serde(rename = "loop")]
        of_loop: u64,
        /// What would have gone wrong then.
        findings: Vec<Sighting>,
    },
    /// Something that the probe cannot see.
    Limit {
        /// What, and why.
        words: String,
    },
    /// A mistake of the probe itself.
    ProbeError {
        /// Its traceback.
        words: String,
    },
    /// All tests that the suite would run were collected. Only asked for by `fix --verify`, like the next five.
    Collected {
        /// Their node ids.
        tests: Vec<String>,
        /// How many of them run.
        kept: usize,
        /// The names of the user's selectors that select a test.
        #[serde(default)]
        matched: Vec<String>,
    },
    /// A test failed, or a file could not be collected.
    Failure(Box<TestFailure>),
    /// What ran of the lines of one file that were asked about.
    Lines {
        /// The absolute path.
        file: String,
        /// `false` where something else was in the place that the interpreter has for this, so that nothing is known.
        is_known: bool,
        /// The lines, ascending.
        lines: Vec<LineRun>,
    },
    /// A file that is edited was imported.
    Imported {
        /// Its path below the top of the project.
        file: String,
        /// The tree that it was imported from.
        from: ImportedFrom,
    },
    /// Which statements of one file ran. Only asked for by `fix --verify --coverage`.
    Measured {
        /// The absolute path.
        file: String,
        /// How many statements it has.
        statements: usize,
        /// The lines of those that ran, ascending.
        ran: Vec<u32>,
    },
    /// What pytest warned of.
    Warned {
        /// How often, by the class of the warning.
        counts: BTreeMap<String, u64>,
    },
    /// A worker of pytest-xdist ended while it had tests to run.
    WorkerEnded {
        /// Its name.
        worker: String,
        /// Its exit status, or the number of the signal that ended it, negative; `None` if that is not known.
        status: Option<i32>,
    },
    /// The session of the process ended as it should.
    Finish {
        /// The most memory that it had, in bytes, if that was measured.
        #[serde(default)]
        peak: Option<u64>,
    },
    /// An event of another version.
    #[serde(other)]
    Unknown,
}

/// Why a test failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestFailure {
    /// Its node id, or that of what could not be collected.
    pub test: String,
    /// `collection`, `setup`, `call` or `teardown`.
    pub phase: String,
    /// The exception.
    pub exception: ProbeException,
    /// The calls that led to it, innermost first, with those of its causes behind it.
    pub frames: Vec<ProbeFrame>,
}

/// Whether a line ran.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LineRun {
    /// The line, from 1.
    pub line: u32,
    /// What it is.
    pub kind: LineKind,
    /// Whether it ran, or, of a header, whether the body of its function began.
    pub ran: bool,
    /// In how many tests.
    pub count: usize,
    /// The node ids of the first ones.
    pub tests: Vec<String>,
}

/// What a line is to the interpreter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineKind {
    /// Nothing that runs.
    Nothing,
    /// Of the module, or of the body of a class.
    Module,
    /// The decorators, the `def` or the docstring of a function.
    Header,
    /// Of the body of a function.
    Function,
}

/// A tree that a module is imported from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ImportedFrom {
    /// The copy that the run is to use.
    Copy,
    /// The user's own tree.
    Original,
    /// Another installation of the project.
    Elsewhere,
}

/// The two ends of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TestState {
    /// Its fixtures are about to be set up.
    Started,
    /// Its fixtures are torn down.
    Finished,
}

impl ProbeEvent {
    /// Reads one line. `None` for a line that was cut off, or that is none of the probe's; an event of another version is
    /// [`Self::Unknown`].
    pub fn parse(line: &[u8]) -> Option<Self> {
        #[derive(Deserialize)]
        struct Version {
            v: u32,
        }
        let Version { v } = serde_json::from_slice(line).ok()?;
        if v == VERSION { serde_json::from_slice(line).ok() } else { Some(Self::Unknown) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Noticed, ProbeEvent, TestState};

    #[test]
    fn a_finding_is_read() {
        let line = br#"{"v": 1, "event": "finding", "rule": "task-leak", "what": "work", "frames": [{"file": "/a.py", "line": 3,
            "function": "test_a"}], "defined": null, "born": {"test": "a.py::test_a", "phase": "setup", "fixture": "pool"},
            "noticed": {"test": "", "phase": "session", "fixture": ""}, "how": "a new way", "since": []}"#;
        let Some(ProbeEvent::Finding(sighting)) = ProbeEvent::parse(line) else { panic!("it is a finding") };
        assert_eq!(sighting.born.phase_in_words(), "setup of fixture pool");
        assert_eq!(
            (sighting.frames[0].line, sighting.how, sighting.expected),
            (3, Noticed::Otherwise, false)
        );
    }

    #[test]
    fn what_is_not_known_is_no_error() {
        assert_eq!(
            ProbeEvent::parse(br#"{"v": 1, "event": "memory", "bytes": 5}"#),
            Some(ProbeEvent::Unknown)
        );
        assert_eq!(ProbeEvent::parse(br#"{"v": 2, "event": "finish"}"#), Some(ProbeEvent::Unknown));
        assert_eq!(
            ProbeEvent::parse(br#"{"v": 1, "event": "finish"}"#),
            Some(ProbeEvent::Finish { peak: None })
        );
        let started = br#"{"v": 1, "event": "test", "test": "a", "state": "started"}"#;
        let test =
            ProbeEvent::Test { test: "a".to_owned(), state: TestState::Started, at: None, facts: None };
        assert_eq!(ProbeEvent::parse(started), Some(test));
        for broken in [&b"{\"v\": 1, \"ev"[..], b"", b"hello", b"{\"v\": 1, \"event\": \"test\"}"] {
            assert_eq!(ProbeEvent::parse(broken), None);
        }
    }
}
