//! The files of events of a run, read line by line up to a bound: the tests run in the processes that write them.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// How much of one file is read. The probe writes less.
pub(crate) const MAX_FILE: u64 = loopmend_files::MAX_DATA;
/// How much is read of all files.
pub(crate) const MAX_RUN: u64 = 4 * MAX_FILE;
/// How much of one line is read. A line can hold the names of all tests.
const MAX_LINE: u64 = 64 * 1024 * 1024;

/// A file that some lines were read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    /// The end of the last whole line.
    pub(crate) end: u64,
    /// The end of the file, or of the part that may be read.
    pub(crate) size: u64,
}

/// Passes each line of a file to `take`, without its end, from a place where a line begins up to `limit`. The last one is passed with
/// `false` if the file ends within it.
///
/// # Errors
/// When the file cannot be read, or is not regular.
pub(crate) fn read_lines(
    path: &Path,
    from: u64,
    limit: u64,
    mut take: impl FnMut(&[u8], bool),
) -> io::Result<Progress> {
    let mut file = loopmend_files::open(path)?;
    file.seek(SeekFrom::Start(from))?;
    let mut reader = BufReader::new(file.take(limit.saturating_sub(from)));
    let mut progress = Progress { end: from, size: from };
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)? as u64;
        if read == 0 {
            return Ok(progress);
        }
        progress.size += read;
        let is_whole = line.pop_if(|byte| *byte == b'\n').is_some();
        if is_whole || read == MAX_LINE {
            progress.end = progress.size;
        }
        take(&line, is_whole);
    }
}

/// The numbers that a process counted, by slot.
#[derive(Default)]
pub(crate) struct Counts(Option<File>);

impl Counts {
    /// The numbers beside a file of events. Without a second file, each is 0.
    pub(crate) fn beside(events: &Path) -> Self {
        Self(loopmend_files::open(&events.with_extension("counts")).ok())
    }

    /// The number in a slot.
    pub(crate) fn get(&mut self, slot: u64) -> usize {
        let mut number = [0; 8];
        let read = |file: &mut File| {
            file.seek(SeekFrom::Start(slot.saturating_mul(8)))?;
            file.read_exact(&mut number)
        };
        match self.0.as_mut().map(read) {
            Some(Ok(())) => usize::try_from(u64::from_le_bytes(number)).unwrap_or(usize::MAX),
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Counts, Progress, read_lines};

    #[test]
    fn lines_are_read_from_where_the_last_look_ended_and_up_to_a_bound() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("1.jsonl");
        fs::write(&path, "one\ntwo\nthr").unwrap();
        let read = |from, limit| {
            let mut lines = Vec::new();
            let take = |line: &[u8], whole| lines.push((String::from_utf8_lossy(line).into_owned(), whole));
            let progress = read_lines(&path, from, limit, take).unwrap();
            (lines, progress)
        };
        let line = |text: &str, is_whole| (text.to_owned(), is_whole);
        let whole = vec![line("one", true), line("two", true), line("thr", false)];
        assert_eq!(read(0, 100), (whole, Progress { end: 8, size: 11 }));
        assert_eq!(read(8, 100), (vec![line("thr", false)], Progress { end: 8, size: 11 }));
        assert_eq!(read(4, 6), (vec![line("tw", false)], Progress { end: 4, size: 6 }));
        assert_eq!(read(8, 6), (vec![], Progress { end: 8, size: 8 }));
    }

    #[test]
    fn a_slot_without_a_number_is_zero() {
        let directory = tempfile::tempdir().unwrap();
        let events = directory.path().join("1.jsonl");
        assert_eq!(Counts::beside(&events).get(0), 0);
        fs::write(directory.path().join("1.counts"), [0u64.to_le_bytes(), 7u64.to_le_bytes()].concat())
            .unwrap();
        let mut counts = Counts::beside(&events);
        assert_eq!([1, 0, 2, u64::MAX].map(|slot| counts.get(slot)), [7, 0, 0, 0]);
    }
}
