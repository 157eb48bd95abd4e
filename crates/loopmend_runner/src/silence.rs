//! How far a run is, and how long nothing has happened in it, by the files that its processes write events to.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use loopmend_core::ProbeEvent;

/// How often the files are looked at.
const PAUSE: Duration = Duration::from_millis(500);
/// How long a session may take at least to find its tests.
const COLLECTION: Duration = Duration::from_secs(120);
/// What the line of a test that begins, or that has ended, has in it.
const BEGINS: &str = "\"state\": \"started\"";
const ENDS: &str = "\"state\": \"finished\"";

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

    /// How many tests have ended, and how many are to run, as of the last look.
    pub(crate) fn progress(&self) -> (usize, usize) {
        (self.ended, self.kept)
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
        self.looked = now;
        if self.take_new() {
            self.since = now;
        }
        let limit = if self.has_begun { self.limit } else { self.limit.max(COLLECTION) };
        now.duration_since(self.since) > limit
    }

    /// Reads what was written since the last look; `true` if there was something.
    fn take_new(&mut self) -> bool {
        let entries = fs::read_dir(self.directory).into_iter().flatten().flatten();
        let mut has_new = false;
        for path in entries.map(|entry| entry.path()) {
            let known = self.read.entry(path.clone()).or_default();
            let new = read_from(&path, *known);
            // The line that is being written is read as a whole the next time.
            let whole = new.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
            *known += whole as u64;
            has_new |= whole > 0;
            String::from_utf8_lossy(&new[..whole]).lines().for_each(|line| self.take(line));
        }
        has_new
    }
}

impl Silence<'_> {
    fn take(&mut self, line: &str) {
        self.has_begun |= line.contains(BEGINS);
        self.ended += usize::from(line.contains(ENDS));
        if line.contains("\"collected\"")
            && let Some(ProbeEvent::Collected { kept, .. }) = ProbeEvent::parse(line.as_bytes())
        {
            self.kept = self.kept.max(kept);
        }
    }
}

/// The bytes of a file behind a place; none where it cannot be read.
fn read_from(path: &Path, place: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    let read = loopmend_files::open(path).and_then(|mut file| {
        file.seek(SeekFrom::Start(place))?;
        file.read_to_end(&mut bytes)
    });
    if read.is_ok() { bytes } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::{Duration, Instant};

    use super::Silence;

    #[test]
    fn an_event_ends_a_silence_and_the_search_for_tests_may_take_longer() {
        let directory = tempfile::tempdir().unwrap();
        let limit = Duration::from_secs(10);
        let mut silence = Silence::new(directory.path(), limit);
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        assert!(!silence.is_too_long(at(60)));
        let file = directory.path().join("1.jsonl");
        let begins = "{\"event\": \"test\", \"state\": \"started\"}\n";
        fs::write(&file, begins).unwrap();
        assert!(!silence.is_too_long(at(100)));
        assert!(!silence.is_too_long(at(109)));
        fs::write(&file, format!("{begins}{begins}")).unwrap();
        assert!(!silence.is_too_long(at(111)));
        assert!(silence.is_too_long(at(122)));
        let collected = "{\"v\": 1, \"event\": \"collected\", \"tests\": [\"a\", \"b\"], \"kept\": 2}\n";
        let ends = "{\"event\": \"test\", \"state\": \"finished\"}\n";
        fs::write(&file, format!("{begins}{begins}{collected}{ends}{{\"event\": \"test\", \"sta")).unwrap();
        assert!(!silence.is_too_long(at(123)));
        assert_eq!(silence.progress(), (1, 2));
    }
}
