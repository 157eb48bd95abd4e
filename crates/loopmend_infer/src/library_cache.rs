//! The summaries of installed modules and stubs, kept on disk between runs.

use std::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use loopmend_cache::{Pack, write_pack};
use loopmend_files::StateKey;
use loopmend_index::summary::Summary;
use loopmend_project::FileStamp;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

/// A pack of summaries, together with those that this run adds. A summary is looked up by its file, and is
/// valid while the file's size and modification time are unchanged. Clones share the added summaries.
#[derive(Clone)]
pub struct LibraryCache {
    path: PathBuf,
    version: u64,
    key: Option<StateKey>,
    pack: Arc<Pack>,
    added: Arc<Mutex<FxHashMap<u64, Vec<u8>>>>,
}

impl LibraryCache {
    /// Opens the pack at `path`. `version` is a hash of everything else that a summary depends on:
    /// loopmend's version and the Python version. With a `key`, a pack is accepted only if it was written
    /// with the same key.
    pub fn open(path: &Path, version: u64, key: Option<StateKey>) -> Self {
        let pack = Arc::new(Pack::open(path, version, key.as_ref()));
        Self { path: path.to_owned(), version, key, pack, added: Arc::default() }
    }

    pub(crate) fn get(&self, key: u64, stamp: FileStamp) -> Option<Summary> {
        let decode = |blob: &[u8]| {
            let (stored_stamp, summary) = blob.split_first_chunk()?;
            (*stored_stamp == stamp_hash(stamp)).then(|| decoded(summary))?
        };
        self.pack
            .get(key)
            .as_deref()
            .and_then(decode)
            .or_else(|| self.added().get(&key).and_then(|blob| decode(blob)))
    }

    fn added(&self) -> MutexGuard<'_, FxHashMap<u64, Vec<u8>>> {
        self.added.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn put(&self, key: u64, stamp: FileStamp, summary: &Summary) {
        let mut blob = stamp_hash(stamp).to_vec();
        blob.extend(bitcode::encode(summary));
        self.added().insert(key, blob);
    }

    /// Writes the pack if this run added to it.
    ///
    /// # Errors
    /// Returns an error if the pack cannot be written.
    pub fn save(&self) -> io::Result<()> {
        let mut added = std::mem::take(&mut *self.added());
        if added.is_empty() {
            return Ok(());
        }
        for key in self.pack.keys() {
            if let Some(blob) = self.pack.get(key) {
                added.entry(key).or_insert(blob);
            }
        }
        let mut blobs: Vec<(u64, Vec<u8>)> = added.into_iter().collect();
        blobs.sort_unstable_by_key(|(key, _)| *key);
        write_pack(&self.path, self.version, self.key.as_ref(), &blobs)
    }
}

/// Decodes a summary. The decoder is created once per thread.
fn decoded(summary: &[u8]) -> Option<Summary> {
    thread_local! {
        static DECODER: RefCell<bitcode::Buffer> = RefCell::default();
    }
    DECODER.with_borrow_mut(|decoder| decoder.decode(summary).ok())
}

fn stamp_hash(stamp: FileStamp) -> [u8; 8] {
    xxh3_64(&bitcode::encode(&stamp)).to_le_bytes()
}
