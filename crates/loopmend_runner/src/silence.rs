//! How far a run is, and for how long no test has begun or ended, by the files that its processes write events to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use loopmend_core::ProbeEvent;

use crate::event_file::{MAX_FILE, read_lines};

/// How often the files are looked at.
const PAUSE: Duration = Duration::from_millis(500);
/// How long a session may take at least to find its tests.
const COLLECTION: Duration = Duration::from_secs(120);
/// What the line of a test that begins, or that has ended, has in it.
const BEGINS: &str = "\"state\": \"started\"";
const ENDS: &str = "\"state\": \"finished\"";

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunProgress {
    /// How many tests have ended.
    pub ended: usize,
    /// How many tests are to run; 0 until a process has collected them.
    pub all: usize,
    /// How long the run can still take: it is stopped if one of its tests takes longer than it may.
    pub at_most: Duration,
}

/// Watches a directory of events.
pub(crate) struct Silence<'d> {
    directory: &'d Path,
    limit: Duration,
    /// How much of each file was read.
    read: BTreeMap<PathBuf, u64>,
    has_begun: bool,
    ended: usize,
    /// How many tests are to run, once a process has collected them.
    kept: usize,
    since: Instant,
    looked: Instant,
}

impl<'d> Silence<'d> {
    /// Begins to watch for a silence of this length.
    pub(crate) fn new(directory: &'d Path, limit: Duration) -> Self {
        let now = Instant::now();
        Self {
            directory,
            limit,
            read: BTreeMap::new(),
            has_begun: false,
            ended: 0,
            kept: 0,
            since: now,
            looked: now,
        }
    }

    /// How far the run is, as of the last look.
    pub(crate) fn progress(&self, now: Instant) -> RunProgress {
        let of_this_test = self.patience().saturating_sub(now.duration_since(self.since));
        let others = self.kept.saturating_sub(self.ended).saturating_sub(1);
        let of_others = self.limit.saturating_mul(u32::try_from(others).unwrap_or(u32::MAX));
        let at_most = of_this_test.saturating_add(of_others);
        RunProgress { ended: self.ended, all: self.kept, at_most }
    }

    /// How long a silence may be.
    fn patience(&self) -> Duration {
        if self.has_begun { self.limit } else { self.limit.max(COLLECTION) }
    }

    /// When [`Self::is_too_long`] looks at the files again.
    pub(crate) fn next_look(&self) -> Instant {
        self.looked + PAUSE.min(self.limit)
    }

    /// `true` once no test began or ended for the whole time. Looks again if the last look was a while ago.
    pub(crate) fn is_too_long(&mut self, now: Instant) -> bool {
        if now < self.next_look() {
            return false;
        }
        self.look(now);
        now.duration_since(self.since) > self.patience()
    }

    /// Looks at the files.
    pub(crate) fn look(&mut self, now: Instant) {
        self.looked = now;
        if self.take_new() {
            self.since = now;
        }
    }

    /// Reads what was written since the last look; `true` if a test began or ended. Other events end no silence: a test that goes
    /// round and round writes them without end.
    fn take_new(&mut self) -> bool {
        let entries = fs::read_dir(self.directory).into_iter().flatten().flatten();
        let paths = entries.map(|entry| entry.path());
        let mut is_further = false;
        for path in paths.filter(|path| path.extension().is_some_and(|it| it == "jsonl")) {
            let known = self.read.get(&path).copied().unwrap_or_default();
            // The line that is being written is read as a whole the next time.
            let read = read_lines(&path, known, MAX_FILE, |line, is_whole| {
                is_further |= is_whole && self.take(&String::from_utf8_lossy(line));
            });
            if let Ok(progress) = read {
                self.read.insert(path, progress.end);
            }
        }
        is_further
    }

    /// Takes one event; `true` if a test began or ended.
    fn take(&mut self, line: &str) -> bool {
        let (begins, ends) = (line.contains(BEGINS), line.contains(ENDS));
        self.has_begun |= begins;
        self.ended += usize::from(ends);
        if line.contains("\"collected\"")
            && let Some(ProbeEvent::Collected { kept, .. }) = ProbeEvent::parse(line.as_bytes())
        {
            self.kept = self.kept.max(kept);
        }
        begins || ends
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::{Duration, Instant};

    use super::Silence;

    const BEGINS: &str = "{\"event\": \"test\", \"state\": \"started\"}\n";
    const ENDS: &str = "{\"event\": \"test\", \"state\": \"finished\"}\n";

    #[test]
    fn a_test_ends_a_silence_and_the_search_for_tests_may_take_longer() {
        let directory = tempfile::tempdir().unwrap();
        let limit = Duration::from_secs(10);
        let mut silence = Silence::new(directory.path(), limit);
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        assert!(!silence.is_too_long(at(60)));
        let file = directory.path().join("1.jsonl");
        fs::write(&file, BEGINS).unwrap();
        assert!(!silence.is_too_long(at(100)));
        assert!(!silence.is_too_long(at(109)));
        fs::write(&file, format!("{BEGINS}{BEGINS}")).unwrap();
        assert!(!silence.is_too_long(at(111)));
        assert!(silence.is_too_long(at(122)));
        let collected = "{\"v\": 1, \"event\": \"collected\", \"tests\": [\"a\", \"b\"], \"kept\": 2}\n";
        fs::write(&file, format!("{BEGINS}{BEGINS}{collected}{ENDS}{{\"event\": \"test\", \"sta")).unwrap();
        assert!(!silence.is_too_long(at(123)));
        let progress = silence.progress(at(123));
        assert_eq!((progress.ended, progress.all), (1, 2));
    }

    #[test]
    fn what_a_test_does_without_end_ends_no_silence() {
        let directory = tempfile::tempdir().unwrap();
        let mut silence = Silence::new(directory.path(), Duration::from_secs(10));
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let file = directory.path().join("1.jsonl");
        let words = "\\\"state\\\": \\\"finished\\\"";
        let mut text = BEGINS.to_owned();
        let mut is_too_long = Vec::new();
        for second in [1, 6, 11, 16] {
            fs::write(&file, &text).unwrap();
            is_too_long.push(silence.is_too_long(at(second)));
            for event in ["finding", "repeated", "hanging", "failure", "limit", "probe_error", "lines"] {
                text += &format!("{{\"v\": 1, \"event\": \"{event}\", \"words\": \"{words}\"}}\n");
            }
        }
        assert_eq!(is_too_long, [false, false, false, true]);
    }

    #[test]
    fn the_time_left_is_that_of_the_tests_that_are_left() {
        let directory = tempfile::tempdir().unwrap();
        let start = Instant::now();
        let mut silence = Silence::new(directory.path(), Duration::from_secs(10));
        let mut left = |text: &str, second| {
            fs::write(directory.path().join("1.jsonl"), text).unwrap();
            let now = start + Duration::from_secs(second);
            silence.is_too_long(now);
            silence.progress(now).at_most.as_secs()
        };
        assert_eq!(left("", 60), 60);
        let collected = "{\"v\": 1, \"event\": \"collected\", \"tests\": [\"a\", \"b\"], \"kept\": 2}\n";
        assert_eq!(left(&format!("{collected}{BEGINS}"), 61), 20);
        assert_eq!(left(&format!("{collected}{BEGINS}"), 65), 16);
        assert_eq!(left(&format!("{collected}{BEGINS}{ENDS}"), 66), 10);
        assert_eq!(left(&format!("{collected}{BEGINS}{ENDS}{BEGINS}"), 68), 10);
        assert_eq!(left(&format!("{collected}{BEGINS}{ENDS}{BEGINS}"), 99), 0);
    }
}
