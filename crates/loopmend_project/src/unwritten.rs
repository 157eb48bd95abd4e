//! Texts that files would have, for a run that asks what would be found then.

use std::io;
use std::path::{Path, PathBuf};

use loopmend_files::MAX_CONFIGURATION;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use crate::bounds::Bounds;
use crate::{FileStamp, paths};

/// Set in the times of stamps that are of no file on disk.
const NO_TIME: u128 = 1 << 127;

/// The bytes of files that stand in for those on disk.
#[derive(Debug, Default)]
pub(crate) struct Unwritten(FxHashMap<PathBuf, Vec<u8>>);

impl Unwritten {
    /// Takes bytes for a file, or forgets them.
    pub(crate) fn put(&mut self, path: &Path, bytes: Option<Vec<u8>>) {
        match bytes {
            Some(bytes) => self.0.insert(path.to_owned(), bytes),
            None => self.0.remove(path),
        };
    }

    /// The files that bytes are taken for.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.0.keys().map(PathBuf::as_path)
    }

    /// Reads a file of at most `limit` bytes.
    ///
    /// # Errors
    /// When it is larger, or stands on disk and cannot be read, or a link leads out of the project.
    pub(crate) fn read(&self, path: &Path, bounds: &Bounds, limit: u64) -> io::Result<Vec<u8>> {
        match self.0.get(path) {
            Some(bytes) if bytes.len() as u64 > limit => Err(loopmend_files::too_large(limit)),
            Some(bytes) => Ok(bytes.clone()),
            None => bounds.read_at_most(path, limit),
        }
    }

    /// The same for a file that configures something.
    ///
    /// # Errors
    /// As for [`Self::read`].
    pub(crate) fn read_configuration(&self, path: &Path, bounds: &Bounds) -> io::Result<Vec<u8>> {
        let on_disk = || bounds.read_configuration(path, MAX_CONFIGURATION);
        self.0.get(path).map_or_else(on_disk, |bytes| Ok(bytes.clone()))
    }

    /// The size and time of a file; of bytes that are not on disk, a hash in the place of the time.
    pub(crate) fn stamp(&self, path: &Path) -> Option<FileStamp> {
        match self.0.get(path) {
            Some(bytes) => {
                let modified = NO_TIME | u128::from(xxh3_64(bytes));
                Some(FileStamp { size: bytes.len() as u64, modified })
            }
            None => paths::stamp(path),
        }
    }
}
