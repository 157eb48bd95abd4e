//! What the probe wrote in one run, read again: one file for each process.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use loopmend_core::{ProbeEvent, Sighting, TestState};

/// What is known of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recording {
    /// What went wrong, in the order of the processes.
    pub sightings: Vec<Sighting>,
    /// By test, the rules that its marker allows.
    pub allowed: BTreeMap<String, Vec<String>>,
    /// What the probe could not see, each once.
    pub limits: Vec<String>,
    /// Mistakes of the probe itself.
    pub probe_errors: Vec<String>,
    /// The tests that were running when their process ended, with its name: `main`, or that of a worker.
    pub cut_off: Vec<(String, String)>,
    /// How many tests began.
    pub tests: usize,
    /// The versions of Python and pytest.
    pub versions: Option<(String, String)>,
    /// How many lines could not be read, or tell of what this version does not know.
    pub unknown: usize,
    /// How many processes ended before their session did.
    pub unfinished: usize,
}

impl Recording {
    /// Reads the files of a run. What cannot be read counts as unknown.
    pub(crate) fn read(directory: &Path) -> Self {
        let mut recording = Self::default();
        let mut paths: Vec<_> = fs::read_dir(directory)
            .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        paths.sort_by_key(|path: &std::path::PathBuf| fs::metadata(path).and_then(|it| it.created()).ok());
        for path in paths {
            match fs::read(&path) {
                Ok(bytes) => recording.take(&bytes),
                Err(_) => recording.unknown += 1,
            }
        }
        recording
    }

    /// Takes the lines of one process.
    fn take(&mut self, bytes: &[u8]) {
        let mut name = String::new();
        let mut running = None;
        let mut is_finished = false;
        for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            match ProbeEvent::parse(line) {
                Some(ProbeEvent::Start { worker, python, pytest }) => {
                    name = worker;
                    self.versions.get_or_insert((python, pytest));
                }
                Some(ProbeEvent::Test { test, state: TestState::Started }) => {
                    self.tests += 1;
                    running = Some(test);
                }
                Some(ProbeEvent::Test { state: TestState::Finished, .. }) => running = None,
                Some(ProbeEvent::Allow { test, rules }) => drop(self.allowed.insert(test, rules)),
                Some(ProbeEvent::Finding(sighting)) => self.sightings.push(*sighting),
                Some(ProbeEvent::Limit { words }) if self.limits.contains(&words) => {}
                Some(ProbeEvent::Limit { words }) => self.limits.push(words),
                Some(ProbeEvent::ProbeError { words }) => self.probe_errors.push(words),
                Some(ProbeEvent::Finish) => is_finished = true,
                Some(ProbeEvent::Unknown) | None => self.unknown += 1,
            }
        }
        // A file without a beginning is that of a child of a test, which no session ends.
        if !is_finished && !name.is_empty() {
            self.unfinished += 1;
            self.cut_off.extend(running.map(|test| (test, name)));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Recording;

    const START: &str =
        r#"{"v": 1, "event": "start", "worker": "gw0", "python": "3.12.1", "pytest": "9.0.0"}"#;
    const TEST: &str = r#"{"v": 1, "event": "test", "test": "a.py::test_a", "state": "started"}"#;
    const FINISHED: &str = r#"{"v": 1, "event": "test", "test": "a.py::test_a", "state": "finished"}"#;
    const FINISH: &str = r#"{"v": 1, "event": "finish"}"#;

    fn recording(files: &[&[&str]]) -> Recording {
        let directory = tempfile::tempdir().unwrap();
        for (number, lines) in files.iter().enumerate() {
            fs::write(directory.path().join(format!("{number}.jsonl")), lines.join("\n")).unwrap();
        }
        Recording::read(directory.path())
    }

    #[test]
    fn a_process_that_ends_early_names_its_test() {
        let found = recording(&[&[START, TEST, FINISHED, FINISH], &[START, TEST, "{\"v\": 1, \"eve"]]);
        assert_eq!(found.cut_off, [("a.py::test_a".to_owned(), "gw0".to_owned())]);
        assert_eq!((found.tests, found.unfinished, found.unknown), (2, 1, 1));
    }

    #[test]
    fn limits_are_told_once_and_a_child_is_no_session() {
        let limit = r#"{"v": 1, "event": "limit", "words": "uvloop"}"#;
        let found = recording(&[&[START, limit, FINISH], &[START, limit, FINISH], &[FINISHED]]);
        assert_eq!((found.limits.len(), found.unfinished), (1, 0));
    }
}
