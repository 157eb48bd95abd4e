//! What the journal writes down before anything is changed.

use std::ffi::OsString;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::disk::Attributes;
use crate::ContentHash;

/// The number of the form of journals.
const FORMAT: u32 = 1;

/// The files of one transaction.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Record {
    format: u32,
    /// By their numbers.
    pub(super) entries: Vec<Entry>,
}

/// A file with what it was.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// Absolute, without symbolic links.
    pub(super) path: PathBuf,
    /// The name, beside the file, that the new bytes are written under.
    pub(super) temporary: PathBuf,
    /// Of its bytes before.
    pub(super) before: ContentHash,
    /// Of its bytes afterwards.
    pub(super) after: ContentHash,
    /// What else it had.
    pub(super) attributes: Attributes,
}

impl Record {
    /// A record of these files.
    pub(super) fn new(entries: Vec<Entry>) -> Self {
        Self { format: FORMAT, entries }
    }

    /// Reads what [`Record::to_json`] wrote; `None` for anything else.
    pub(super) fn read(text: &[u8]) -> Option<Self> {
        let record: Self = serde_json::from_slice(text).ok()?;
        (record.format == FORMAT).then_some(record)
    }

    /// The record as JSON; `None` where a path is no UTF-8.
    pub(super) fn to_json(&self) -> Option<Vec<u8>> {
        serde_json::to_vec_pretty(self).ok()
    }
}

/// The name, in the directory of a transaction, of the bytes of a file before.
pub(super) fn before_file(number: usize) -> OsString {
    format!("{number}.before").into()
}

/// The name of the file whose presence says that bytes were begun to be written in place: those bytes.
pub(super) fn in_place_mark(number: usize) -> OsString {
    format!("{number}.in-place").into()
}

/// Whether bytes are what is left when one text was being written over the other: each byte is of one of both.
pub(super) fn is_torn(bytes: &[u8], before: &[u8], after: &[u8]) -> bool {
    let (shorter, longer) = (before.len().min(after.len()), before.len().max(after.len()));
    let is_of_one = |(at, byte): (usize, &u8)| before.get(at) == Some(byte) || after.get(at) == Some(byte);
    (shorter..=longer).contains(&bytes.len()) && bytes.iter().enumerate().all(is_of_one)
}

#[cfg(test)]
mod tests {
    use super::is_torn;

    #[test]
    fn a_text_between_two_is_told_from_another() {
        let (before, after) = (b"await f()\n", b"f()\n");
        for torn in [&b"f()\n"[..], b"await f()\n", b"f(ait f()\n", b"f()\nt f()\n"] {
            assert!(is_torn(torn, before, after), "{}", torn.escape_ascii());
        }
        for other in [&b""[..], b"f()", b"await g()\n", b"await f()\n\n"] {
            assert!(!is_torn(other, before, after), "{}", other.escape_ascii());
        }
    }
}
