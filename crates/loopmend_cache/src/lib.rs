//! The on-disk cache: packs of blobs, each found by a key and checked by a hash.
//!
//! A pack is one file that is written beside its place and renamed, so that a reader sees the old one or
//! the new one and never half of one; of two writers the later wins. Whatever is not exactly what this
//! version wrote (another version, a truncated file, a flipped bit) is as if it were not there. Nothing
//! here fails: a cache that cannot be read or written only costs time.
//!
//! A pack that lies where a stranger can write has MACs in the place of hashes, by a key of the user.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use loopmend_files::{DirectoryHandle, MAX_DATA, PRIVATE, StateKey};
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::{Xxh3Default, xxh3_64};

/// The most bytes that the packs of a cache directory take together; the oldest go first.
pub const SIZE_LIMIT: u64 = 512 * 1024 * 1024;

const MAGIC: &[u8; 8] = b"loopmend";
/// So many bytes are collected before they are written.
const WRITTEN_AT_ONCE: usize = 64 * 1024;
const EXTENSION: &str = "pack";
const HEADER: usize = MAGIC.len() + 3 * size_of::<u64>();

#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
struct Location {
    key: u64,
    start: u64,
    len: u64,
    hash: u64,
}

/// How the bytes of a pack are checked.
#[derive(Clone, Copy, Debug, Default)]
enum Check {
    /// Against accidents.
    #[default]
    Hash,
    /// Against others than the owner of the key.
    Mac([u8; 32]),
}

impl Check {
    /// A MAC holds for one place and one version.
    fn new(path: &Path, version: u64, key: Option<&StateKey>) -> Self {
        let place = || [&version.to_le_bytes(), path.as_os_str().as_encoded_bytes()].concat();
        key.map_or(Self::Hash, |key| Self::Mac(key.mac("pack", &place())))
    }

    fn begin(self) -> Hasher {
        match self {
            Self::Hash => Hasher::Hash(Box::default()),
            Self::Mac(key) => Hasher::Mac(Box::new(blake3::Hasher::new_keyed(&key))),
        }
    }

    fn of(self, bytes: &[u8]) -> u64 {
        match self {
            Self::Hash => xxh3_64(bytes),
            Self::Mac(key) => shortened(&blake3::keyed_hash(&key, bytes)),
        }
    }
}

/// The first eight bytes: who does not know the key cannot try a guess but here.
fn shortened(hash: &blake3::Hash) -> u64 {
    let mut first = [0; size_of::<u64>()];
    first.copy_from_slice(&hash.as_bytes()[..size_of::<u64>()]);
    u64::from_le_bytes(first)
}

enum Hasher {
    Hash(Box<Xxh3Default>),
    Mac(Box<blake3::Hasher>),
}

impl Hasher {
    fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Hash(hasher) => hasher.update(bytes),
            Self::Mac(hasher) => {
                hasher.update(bytes);
            }
        }
    }

    fn finish(&self) -> u64 {
        match self {
            Self::Hash(hasher) => hasher.digest(),
            Self::Mac(hasher) => shortened(&hasher.finalize()),
        }
    }
}

/// A pack that is open; a blob is read when it is asked for.
#[derive(Debug, Default)]
pub struct Pack {
    file: Option<Mutex<File>>,
    /// By key, where in the file.
    locations: FxHashMap<u64, Location>,
    check: Check,
}

impl Pack {
    /// Opens a pack that was written for the same `version`, a hash of all that its blobs' meaning
    /// depends on; empty when there is none. With a `key`, only what was written with it.
    #[expect(clippy::disallowed_methods, reason = "blobs count with a MAC or in the user's directory")]
    pub fn open(path: &Path, version: u64, key: Option<&StateKey>) -> Self {
        let check = Check::new(path, version, key);
        loopmend_files::open(path).ok().and_then(|file| Self::list(file, version, check)).unwrap_or_default()
    }

    fn list(mut file: File, version: u64, check: Check) -> Option<Self> {
        let size = file.metadata().ok()?.len();
        let mut header = [0; HEADER];
        file.read_exact(&mut header).ok()?;
        let word = |index: usize| {
            let start = MAGIC.len() + index * size_of::<u64>();
            Some(u64::from_le_bytes(header.get(start..start + size_of::<u64>())?.try_into().ok()?))
        };
        if header.get(..MAGIC.len())? != MAGIC || word(0)? != version {
            return None;
        }
        let blobs = (HEADER as u64).checked_add(word(1)?).filter(|end| *end <= size.min(MAX_DATA))?;
        let mut index = vec![0; usize::try_from(word(1)?).ok()?];
        file.read_exact(&mut index).ok()?;
        if check.of(&index) != word(2)? {
            return None;
        }
        let mut locations = FxHashMap::default();
        for location in bitcode::decode::<Vec<Location>>(&index).ok()? {
            let start = blobs.checked_add(location.start)?;
            let is_there = start.checked_add(location.len)? <= size;
            locations.extend(is_there.then_some((location.key, Location { start, ..location })));
        }
        Some(Self { file: Some(Mutex::new(file)), locations, check })
    }

    /// The blob under `key`, if it is there and whole.
    pub fn get(&self, key: u64) -> Option<Vec<u8>> {
        let location = self.locations.get(&key)?;
        let mut blob = vec![0; usize::try_from(location.len).ok()?];
        {
            let mut file = self.file.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(location.start)).ok()?;
            file.read_exact(&mut blob).ok()?;
        }
        (self.check.of(&blob) == location.hash).then_some(blob)
    }

    /// How many blobs it lists.
    pub fn len(&self) -> usize {
        self.locations.len()
    }

    /// Whether it lists none.
    pub fn is_empty(&self) -> bool {
        self.locations.is_empty()
    }

    /// Its keys, in no order.
    pub fn keys(&self) -> impl Iterator<Item = u64> {
        self.locations.keys().copied()
    }
}

/// Bytes of a pack that need not be in memory as a whole.
pub trait Blob {
    /// Writes them, the same ones each time: once they are hashed and once kept.
    ///
    /// # Errors
    /// Those of `to`.
    fn write_to(&self, to: &mut impl Write) -> io::Result<()>;
}

impl Blob for Vec<u8> {
    fn write_to(&self, to: &mut impl Write) -> io::Result<()> {
        to.write_all(self)
    }
}

/// How many bytes a blob has, and their hash.
///
/// # Errors
/// Those of the blob.
fn measure(blob: &impl Blob, check: Check) -> io::Result<(u64, u64)> {
    let mut measure = Measure { len: 0, hasher: check.begin() };
    blob.write_to(&mut measure)?;
    Ok((measure.len, measure.hasher.finish()))
}

struct Measure {
    len: u64,
    hasher: Hasher,
}

impl Write for Measure {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.len += bytes.len() as u64;
        self.hasher.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes a pack at an absolute path without links, and then deletes the oldest packs of its directory until all together fit
/// [`SIZE_LIMIT`]. The directory is held open from the first look at it, so that a link in its place leads nowhere.
///
/// # Errors
/// When the disk does not take it, or a link is on the way; nothing is left behind then.
pub fn write_pack(
    path: &Path,
    version: u64,
    key: Option<&StateKey>,
    blobs: &[(u64, impl Blob)],
) -> io::Result<()> {
    let check = Check::new(path, version, key);
    let (Some(directory), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(ErrorKind::InvalidInput.into());
    };
    let directory = DirectoryHandle::open_or_create(directory)?;
    let mut start = 0;
    let mut index = Vec::with_capacity(blobs.len());
    for (key, blob) in blobs {
        let (len, hash) = measure(blob, check)?;
        index.push(Location { key: *key, start, len, hash });
        start += len;
    }
    let index = bitcode::encode(&index);

    directory.replace_file(name, (".pack-", PRIVATE), |file| {
        let mut writer = io::BufWriter::with_capacity(WRITTEN_AT_ONCE, file);
        writer.write_all(MAGIC)?;
        for word in [version, index.len() as u64, check.of(&index)] {
            writer.write_all(&word.to_le_bytes())?;
        }
        writer.write_all(&index)?;
        blobs.iter().try_for_each(|(_, blob)| blob.write_to(&mut writer))?;
        writer.flush()
    })?;
    shrink(&directory, name, SIZE_LIMIT);
    Ok(())
}

/// The names of the packs in a cache directory with their sizes in bytes, the oldest first. A file of another program that has the
/// name of a pack is left out: git has packs too.
pub fn packs(directory: &DirectoryHandle) -> Vec<(OsString, u64)> {
    let names = directory.names().unwrap_or_default();
    let mut packs: Vec<(SystemTime, OsString, u64)> = names
        .into_iter()
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == EXTENSION))
        .filter_map(|name| {
            let (modified, size) = pack_stamp(directory, &name)?;
            Some((modified, name, size))
        })
        .collect();
    packs.sort();
    packs.into_iter().map(|(_, name, size)| (name, size)).collect()
}

/// When a pack was written, and its size; `None` if the file is not a pack.
fn pack_stamp(directory: &DirectoryHandle, name: &OsStr) -> Option<(SystemTime, u64)> {
    let mut file = directory.open_file(name).ok()?;
    let mut magic = [0; MAGIC.len()];
    file.read_exact(&mut magic).ok()?;
    let metadata = file.metadata().ok()?;
    Some((metadata.modified().ok()?, metadata.len())).filter(|_| magic == *MAGIC)
}

fn shrink(directory: &DirectoryHandle, keep: &OsStr, limit: u64) {
    let packs = packs(directory);
    let mut total: u64 = packs.iter().map(|(_, size)| size).sum();
    for (name, size) in packs {
        if total <= limit {
            return;
        }
        if name != keep && directory.remove_file(&name).is_ok() {
            total -= size;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::time::{Duration, SystemTime};

    use loopmend_files::{DirectoryHandle, StateKey};

    use super::{MAGIC, Pack, packs, shrink, write_pack};

    /// A temporary directory, and its path without links.
    fn temporary_directory() -> (tempfile::TempDir, std::path::PathBuf) {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let path = directory.path().canonicalize().expect("it is there");
        (directory, path)
    }

    fn open(directory: &Path) -> DirectoryHandle {
        DirectoryHandle::open(directory).expect("it is there")
    }

    fn written() -> (tempfile::TempDir, std::path::PathBuf) {
        let (directory, root) = temporary_directory();
        let path = root.join("deep/er/a.pack");
        write_pack(&path, 7, None, &[(1, b"one".to_vec()), (2, Vec::new())]).expect("it is written");
        (directory, path)
    }

    #[test]
    fn what_was_written_is_read_back() {
        let (_directory, path) = written();
        let pack = Pack::open(&path, 7, None);
        assert_eq!((pack.get(1), pack.get(2), pack.get(3)), (Some(b"one".to_vec()), Some(Vec::new()), None));
        assert_eq!(packs(&open(path.parent().expect("a directory"))).len(), 1);
    }

    #[test]
    fn another_version_is_no_pack() {
        let (_directory, path) = written();
        assert!(Pack::open(&path, 8, None).is_empty());
        assert!(Pack::open(&path.with_file_name("missing.pack"), 7, None).is_empty());
    }

    #[test]
    fn every_truncation_and_every_flipped_byte_is_noticed() {
        let (_directory, path) = written();
        let bytes = fs::read(&path).expect("it is there");
        for len in 0..bytes.len() {
            fs::write(&path, &bytes[..len]).expect("it is written");
            assert_ne!(Pack::open(&path, 7, None).get(1).as_deref(), Some(&b"one"[..]), "cut to {len} bytes");
        }
        for at in 0..bytes.len() {
            let mut broken = bytes.clone();
            broken[at] ^= 0x40;
            fs::write(&path, &broken).expect("it is written");
            let pack = Pack::open(&path, 7, None);
            assert!(matches!(pack.get(1).as_deref(), None | Some(b"one")), "byte {at} flipped");
        }
    }

    #[test]
    fn a_pack_with_a_key_is_read_with_it_at_its_place_only() {
        let (directory, root) = temporary_directory();
        let path = root.join("a.pack");
        let [key, other] = ["1", "2"]
            .map(|name| StateKey::load_or_create_in(&directory.path().join(name)).expect("a key is made"));
        let blob = |key: Option<&StateKey>, path: &Path| Pack::open(path, 7, key).get(1);
        write_pack(&path, 7, Some(&key), &[(1, b"one".to_vec())]).expect("it is written");
        assert_eq!(blob(Some(&key), &path).as_deref(), Some(&b"one"[..]));
        assert_eq!((blob(Some(&other), &path), blob(None, &path)), (None, None));
        let moved = directory.path().join("b.pack");
        fs::copy(&path, &moved).expect("it is copied");
        assert_eq!(blob(Some(&key), &moved), None);
        let mut bytes = fs::read(&path).expect("it is there");
        *bytes.last_mut().expect("it is not empty") ^= 1;
        fs::write(&path, bytes).expect("it is written");
        assert_eq!(blob(Some(&key), &path), None);
        write_pack(&path, 7, None, &[(1, b"planted".to_vec())]).expect("it is written");
        assert_eq!(blob(Some(&key), &path), None);
    }

    #[test]
    fn a_place_that_cannot_be_written_is_an_error_and_leaves_nothing() {
        let (directory, path) = written();
        let below_a_file = path.join("b.pack");
        assert!(write_pack(&below_a_file, 7, None, &[(1, Vec::new())]).is_err());
        assert_eq!(fs::read_dir(directory.path()).expect("it is there").count(), 1);
    }

    #[test]
    fn the_oldest_packs_go_first() {
        let (_directory, path) = written();
        let directory = path.parent().expect("a directory");
        let old = directory.join("old.pack");
        let of_git = directory.join("pack-1.pack");
        fs::write(&old, [&MAGIC[..], &[0; 92][..]].concat()).expect("it is written");
        fs::write(&of_git, [&b"PACK"[..], &[0; 996]].concat()).expect("it is written");
        let long_ago = SystemTime::now() - Duration::from_secs(1000);
        for path in [&old, &of_git] {
            fs::File::options()
                .write(true)
                .open(path)
                .and_then(|file| file.set_modified(long_ago))
                .expect("a time is set");
        }
        shrink(&open(directory), path.file_name().expect("a name"), 150);
        assert!(path.exists() && !old.exists() && of_git.exists());
        assert_eq!(packs(&open(directory)).len(), 1);
    }

    /// A blob that another process exchanges the directory of its pack for a link at, while the pack is written.
    #[cfg(unix)]
    struct ExchangingBlob<'a> {
        directory: &'a Path,
        outside: &'a Path,
        /// How often the blob is asked for its bytes before that.
        before: std::cell::Cell<usize>,
    }

    #[cfg(unix)]
    impl super::Blob for ExchangingBlob<'_> {
        fn write_to(&self, to: &mut impl std::io::Write) -> std::io::Result<()> {
            let before = self.before.get();
            self.before.set(before.wrapping_sub(1));
            if before == 0 {
                fs::rename(self.directory, self.directory.with_file_name("moved"))?;
                std::os::unix::fs::symlink(self.outside, self.directory)?;
            }
            to.write_all(b"one")
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_directory_that_becomes_a_link_while_a_pack_is_written_leads_nowhere() {
        for before in 0..2 {
            let (_directory, root) = temporary_directory();
            let [cache, outside] = ["cache", "outside"].map(|name| root.join(name));
            fs::create_dir_all(&outside).expect("it is made");
            let victim = outside.join("a.pack");
            fs::write(&victim, "mine").expect("it is written");
            let blob =
                ExchangingBlob { directory: &cache, outside: &outside, before: std::cell::Cell::new(before) };
            let path = cache.join("a.pack");
            write_pack(&path, 7, None, &[(1, blob)]).expect("it is written to the directory that was moved");
            assert_eq!(fs::read(&victim).expect("it is there"), b"mine");
            assert_eq!(fs::read_dir(&outside).expect("it is there").count(), 1);
            let moved = Pack::open(&root.join("moved/a.pack"), 7, None);
            assert_eq!(moved.get(1).as_deref(), Some(&b"one"[..]));
            // The link was there before the next run.
            assert!(write_pack(&path, 7, None, &[(1, b"two".to_vec())]).is_err());
            assert_eq!(fs::read_dir(&outside).expect("it is there").count(), 1);
        }
    }
}
