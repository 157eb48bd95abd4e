//! What tells our own journal from one that came with a repository.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use loopmend_files::{DirectoryHandle, Kind};

use super::{DIRECTORY, DISCARDED, DONE, DRAFT, IGNORE, LOCK, PENDING, SEAL};

/// How the names begin that new bytes are written under.
pub(super) const TEMPORARY_PREFIX: &str = ".loopmend-";

/// The MAC of a record in the journal at `directory`.
pub(super) fn seal(key: &[u8; 32], directory: &Path, record: &[u8]) -> [u8; 32] {
    *keyed_hash(key, directory, record).as_bytes()
}

/// Whether a transaction holds the MAC of its record in the journal at `directory`.
pub(super) fn is_ours(
    key: Option<&[u8; 32]>,
    directory: &Path,
    transaction: &DirectoryHandle,
    record: &[u8],
) -> bool {
    const LENGTH: u64 = 32;
    let Some(key) = key else { return false };
    let Ok(bytes) = transaction.read_at_most(OsStr::new(SEAL), LENGTH) else { return false };
    // The comparison takes the same time wherever they differ.
    <[u8; 32]>::try_from(bytes)
        .is_ok_and(|bytes| keyed_hash(key, directory, record) == blake3::Hash::from_bytes(bytes))
}

fn keyed_hash(key: &[u8; 32], directory: &Path, record: &[u8]) -> blake3::Hash {
    let directory = directory.as_os_str().as_encoded_bytes();
    let mut hasher = blake3::Hasher::new_keyed(key);
    hasher.update(&(directory.len() as u64).to_le_bytes()).update(directory).update(record);
    hasher.finalize()
}

/// Where a file lies in a project.
#[derive(Clone, Debug)]
pub(super) struct Place<'e> {
    /// Its directory, below the project.
    pub(super) directory: &'e Path,
    /// Its name.
    pub(super) name: &'e OsStr,
    /// The name, beside it, that the new bytes are written under.
    pub(super) temporary: &'e OsStr,
}

/// The place of a file that may be written to: in the project, nothing of git or of the journal itself. Whether a link is on the
/// way is seen when its directory is opened.
pub(super) fn allowed_place<'e>(root: &Path, path: &'e Path, temporary: &'e Path) -> Option<Place<'e>> {
    let below = path.strip_prefix(root).ok()?;
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(name) if !is_reserved(name));
    let is_in_one_directory = temporary.parent() == path.parent();
    let temporary = temporary.file_name()?;
    let is_beside =
        is_in_one_directory && temporary.to_str().is_some_and(|name| name.starts_with(TEMPORARY_PREFIX));
    let is_allowed = below.components().all(is_plain) && is_beside;
    is_allowed.then_some(Place { directory: below.parent()?, name: below.file_name()?, temporary })
}

fn is_reserved(name: &OsStr) -> bool {
    // The second is how Windows shortens the first.
    [".git", "git~1", DIRECTORY].iter().any(|reserved| name.eq_ignore_ascii_case(reserved))
}

/// Refuses a journal of which a part is a link, a pipe or the like.
///
/// # Errors
/// The part, and what is wrong with it.
pub(super) fn refuse_links(journal: &DirectoryHandle) -> Result<(), (PathBuf, io::Error)> {
    let directories = [DRAFT, PENDING, DONE, DISCARDED].map(|name| (name, Kind::Directory));
    let files = [LOCK, IGNORE].map(|name| (name, Kind::File));
    let is_wrong = |(name, wanted): &(&str, Kind)| matches!(journal.kind(OsStr::new(name)), Ok(Some(kind)) if kind != *wanted);
    match directories.into_iter().chain(files).find(is_wrong) {
        Some((name, _)) => Err((journal.path().join(name), wrong_kind())),
        None => Ok(()),
    }
}

/// Something else has a name of the journal.
pub(super) fn wrong_kind() -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, "it is a link, or of the wrong kind")
}
