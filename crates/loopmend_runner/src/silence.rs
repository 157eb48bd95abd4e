//! How long nothing has happened in a run, by the files that its processes write events to.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often the files are looked at.
const PAUSE: Duration = Duration::from_millis(500);
/// How long a session may take at least to find its tests.
const COLLECTION: Duration = Duration::from_secs(120);
/// What the line of a test that begins has in it.
const BEGINS: &[u8] = b"\"state\": \"started\"";

/// Watches a directory of events.
pub(crate) struct Silence<'d> {
    directory: &'d Path,
    limit: Duration,
    /// How much of each file was read.
    read: BTreeMap<PathBuf, u64>,
    has_begun: bool,
    since: Instant,
    looked: Instant,
}

impl<'d> Silence<'d> {
    /// Begins to watch for a silence of this length.
    pub(crate) fn new(directory: &'d Path, limit: Duration) -> Self {
        let now = Instant::now();
        Self { directory, limit, read: BTreeMap::new(), has_begun: false, since: now, looked: now }
    }

    /// `true` once no test began or ended for the whole time.
    pub(crate) fn is_too_long(&mut self, now: Instant) -> bool {
        if now.duration_since(self.looked) < PAUSE.min(self.limit) {
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
            has_new |= !new.is_empty();
            *known += new.len() as u64;
            self.has_begun |= new.windows(BEGINS.len()).any(|part| part == BEGINS);
        }
        has_new
    }
}

/// The bytes of a file behind a place; none where it cannot be read.
fn read_from(path: &Path, place: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|mut file| {
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
    }
}
