//! What tells our own journal from one that came with a repository.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path};

use super::record::Entry;
use super::{DIRECTORY, DISCARDED, DONE, DRAFT, LOCK, PENDING};

/// How the names begin that new bytes are written under.
pub(super) const TEMPORARY_PREFIX: &str = ".loopmend-";

/// The MAC of a record in the journal at `directory`.
pub(super) fn seal(key: &[u8; 32], directory: &Path, record: &[u8]) -> [u8; 32] {
    *keyed_hash(key, directory, record).as_bytes()
}

/// Whether the file `seal` holds the MAC of a record in the journal at `directory`.
pub(super) fn is_ours(key: Option<&[u8; 32]>, directory: &Path, seal: &Path, record: &[u8]) -> bool {
    const LENGTH: u64 = 32;
    let Some(key) = key else { return false };
    let Ok(bytes) = loopmend_files::read_at_most(seal, LENGTH) else { return false };
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

/// Whether a file may be written to: in the project, no link on the way, nothing of git or of the journal itself.
pub(super) fn may_write(root: &Path, entry: &Entry) -> bool {
    let Ok(below) = entry.path.strip_prefix(root) else { return false };
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(name) if !is_reserved(name));
    let Some(parent) = entry.path.parent() else { return false };
    let is_real = match fs::canonicalize(parent) {
        Ok(real) => real == parent,
        Err(error) => error.kind() == ErrorKind::NotFound,
    };
    let is_file = match fs::symlink_metadata(&entry.path) {
        Ok(metadata) => metadata.is_file(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    };
    let temporary = entry.temporary.file_name().and_then(|name| name.to_str());
    let is_beside = entry.temporary.parent() == Some(parent)
        && temporary.is_some_and(|name| name.starts_with(TEMPORARY_PREFIX));
    below.components().all(is_plain) && is_real && is_file && is_beside
}

fn is_reserved(name: &std::ffi::OsStr) -> bool {
    // The second is how Windows shortens the first.
    [".git", "git~1", DIRECTORY].iter().any(|reserved| name.eq_ignore_ascii_case(reserved))
}

/// Refuses a journal of which a part is a link, a pipe or the like.
///
/// # Errors
/// The part, and what is wrong with it.
pub(super) fn refuse_links(directory: &Path) -> Result<(), (std::path::PathBuf, io::Error)> {
    let is_wrong = |path: &Path, is_right: fn(&fs::Metadata) -> bool| {
        fs::symlink_metadata(path).is_ok_and(|metadata| !is_right(&metadata))
    };
    let directories = [DRAFT, PENDING, DONE, DISCARDED].map(|name| directory.join(name));
    let wrong = [directory.to_owned()]
        .into_iter()
        .chain(directories)
        .find(|path| is_wrong(path, fs::Metadata::is_dir));
    let files = [LOCK, ".gitignore"].map(|name| directory.join(name));
    let wrong = wrong.or_else(|| files.into_iter().find(|path| is_wrong(path, fs::Metadata::is_file)));
    match wrong {
        Some(path) => {
            Err((path, io::Error::new(ErrorKind::InvalidInput, "it is a link, or of the wrong kind")))
        }
        None => Ok(()),
    }
}
