//! A journal that never loses a byte.
//!
//! A directory at the top of the project holds at most one transaction that is under way (`pending`) and the last one that
//! succeeded (`done`): the bytes of every file before and afterwards, and a record of modes and times. It is complete on disk
//! before the first file changes. Whoever opens the journal next and finds `pending` puts every file back.
//!
//! New bytes are written beside a file and renamed, so that no reader sees a part. A file with several names, or in a directory
//! where nothing can be made, is written in place: stopped in the middle, it is put back all the same.
//!
//! The directory lies in the tree of a project that a stranger can have written. So a transaction is put back only if its
//! record carries a MAC by the user's key ([`loopmend_files::key`]) that is bound to the directory. Where there is no place
//! for a key, only the process that wrote the record trusts it. Paths are checked again before each use: in the project, no
//! link on the way, nothing of git or of the journal itself.

#[expect(clippy::disallowed_methods, reason = "paths are checked by `trust` before")]
mod disk;
mod extended;
mod record;
#[cfg(test)]
mod tests;
#[expect(clippy::disallowed_methods, reason = "a MAC is compared")]
mod trust;

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::ContentHash;
use disk::{Disk, Identity, Like, RealDisk, attributes, identity};
use extended::have_same_extended;
use loopmend_files::{MAX_DATA, StateKey, read_at_most};
use record::{Entry, Record, before_file, in_place_mark, is_torn};
use trust::{TEMPORARY_PREFIX, is_ours, may_write, refuse_links, seal};

/// The name of the directory.
pub const DIRECTORY: &str = ".loopmend-fix";

const LOCK: &str = "lock";
const RECORD: &str = "journal.json";
/// The MAC of the record.
const SEAL: &str = "journal.mac";
/// Being written down; nothing was changed yet.
const DRAFT: &str = "draft";
/// Written down; files may have been changed.
const PENDING: &str = "pending";
/// The last transaction that succeeded.
const DONE: &str = "done";
/// The one before, until it is removed.
const DISCARDED: &str = "discarded";

/// The nearest journal at or above a directory.
pub fn journal_above(directory: &Path) -> Option<PathBuf> {
    directory.ancestors().map(|above| above.join(DIRECTORY)).find(|path| path.is_dir())
}

/// Whether the journal in a directory holds a transaction that was cut short.
pub fn is_pending(directory: &Path) -> bool {
    directory.join(PENDING).is_dir()
}

/// A file to change.
#[derive(Clone, Debug)]
pub struct Change {
    /// The file; of a symbolic link, its target is written.
    pub path: PathBuf,
    /// What it holds.
    pub before: Vec<u8>,
    /// What it will hold.
    pub after: Vec<u8>,
}

/// Why the journal did not do what it was asked. Unless it says otherwise, every file is as it was.
#[derive(Debug)]
pub enum JournalError {
    /// Another process has the journal.
    Busy,
    /// The journal cannot be kept there.
    Unusable(PathBuf, io::Error),
    /// A file says something else than when it was read.
    Changed(PathBuf),
    /// Two names of one file are to hold different bytes.
    OneFile(PathBuf, PathBuf),
    /// A file may not be written to.
    ReadOnly(PathBuf),
    /// A file is not in the project, belongs to git, or is reached through a link.
    Outside(PathBuf),
    /// A transaction that this user did not write here.
    NotOurs(PathBuf),
    /// A file could not be written.
    NotWritten(PathBuf, io::Error),
    /// The user asked to stop.
    Interrupted,
    /// A transaction was cut short, and files could not be put back: the record is of another version, or the disk refuses.
    NotRestored(PathBuf, String),
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy => f.write_str(
                "another `loopmend fix` is running here; wait until it has finished, then run this one again",
            ),
            Self::Unusable(path, error) => {
                write!(
                    f,
                    "the journal cannot be written at `{}`: {error}; nothing was changed",
                    path.display()
                )
            }
            Self::Changed(path) => write!(
                f,
                "`{}` was changed by another program in the meantime; nothing was written, run loopmend again",
                path.display()
            ),
            Self::OneFile(path, other) => write!(
                f,
                "`{}` and `{}` are one file, and would become different ones; name one of them. Nothing was changed",
                path.display(),
                other.display()
            ),
            Self::ReadOnly(path) => write!(f, "`{}` is read-only; nothing was changed", path.display()),
            Self::Outside(path) => write!(
                f,
                "`{}` is outside of the project, belongs to git, or is reached through a link; nothing was changed",
                path.display()
            ),
            Self::NotOurs(path) => write!(
                f,
                "`{}` is not a journal that you wrote here, or the key of your journals is gone; nothing was changed. If it is yours, it holds the original files; otherwise remove it",
                path.display()
            ),
            Self::NotWritten(path, error) => {
                write!(f, "failed to write `{}`: {error}; every file is as it was", path.display())
            }
            Self::Interrupted => f.write_str("interrupted; every file is as it was"),
            Self::NotRestored(path, problem) => write!(
                f,
                "files could not be restored: {problem}; the originals are kept in `{}`: remove the cause and run `loopmend fix --undo`",
                path.display()
            ),
        }
    }
}

impl std::error::Error for JournalError {}

/// What putting files back did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The files that are as they were.
    pub files: Vec<PathBuf>,
    /// The files that were left alone.
    pub left: Vec<Left>,
}

/// A file that was not put back, because someone else changed it since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The file.
    pub path: PathBuf,
    /// Where its bytes before are kept.
    pub kept: PathBuf,
}

/// The journal of a project, locked for this process.
#[derive(Debug)]
pub struct Journal {
    inner: Inner<RealDisk>,
    /// Other processes are kept out until it is dropped.
    _lock: File,
}

impl Journal {
    /// Opens or makes the journal at this path and keeps others out.
    ///
    /// # Errors
    /// When another process has it, or nothing can be written there.
    pub fn open(directory: &Path) -> Result<Self, JournalError> {
        const PURPOSE: &str = "fix journal";
        let unusable = |error| JournalError::Unusable(directory.to_owned(), error);
        let above = directory.parent().unwrap_or(Path::new("/"));
        let root = fs::canonicalize(above).map_err(unusable)?;
        let directory = root.join(directory.file_name().unwrap_or_default());
        refuse_links(&directory).map_err(|(path, error)| JournalError::Unusable(path, error))?;
        let lock = lock(&directory)?;
        let key = StateKey::load_or_create(&root).map(|key| key.derive(PURPOSE));
        let inner = Inner { directory, root, key, own: RefCell::default(), disk: RealDisk };
        Ok(Self { inner, _lock: lock })
    }

    /// Puts back the files of a transaction that was cut short; `None` when there is none.
    ///
    /// # Errors
    /// When that is not possible; it can be tried again.
    pub fn recover(&self) -> Result<Option<Restored>, JournalError> {
        self.inner.recover()
    }

    /// Changes all files, or none. `is_interrupted` is asked before each.
    ///
    /// # Errors
    /// Why none was changed.
    pub fn write(&self, changes: &[Change], is_interrupted: &dyn Fn() -> bool) -> Result<(), JournalError> {
        self.inner.write(changes, is_interrupted)
    }

    /// Puts back the files of the last transaction; `None` when there is none. Files that were changed since are left alone, and
    /// what they were is kept.
    ///
    /// # Errors
    /// When that is not possible; it can be tried again.
    pub fn undo(&self) -> Result<Option<Restored>, JournalError> {
        self.inner.undo()
    }

    /// Gives the journal back, and removes its directory when it holds nothing.
    pub fn close(self) {
        remove_if_empty(&self.inner.directory);
    }
}

/// Removes a journal that this process has and that holds nothing.
#[expect(clippy::disallowed_methods, reason = "names of ours in a directory that is no link")]
pub fn remove_if_empty(directory: &Path) {
    if [DRAFT, PENDING, DONE, DISCARDED].iter().any(|name| directory.join(name).exists()) {
        return;
    }
    for name in [".gitignore", LOCK] {
        let _it_stays_then = fs::remove_file(directory.join(name));
    }
    let _it_stays_then = fs::remove_dir(directory);
}

/// Takes the lock. One who waited for a journal that was removed meanwhile starts again.
#[expect(clippy::disallowed_methods, reason = "`refuse_links` comes before")]
fn lock(directory: &Path) -> Result<File, JournalError> {
    const ATTEMPTS: usize = 8;
    let path = directory.join(LOCK);
    let unusable = |error| JournalError::Unusable(directory.to_owned(), error);
    for _ in 0..ATTEMPTS {
        make_directory(directory).map_err(unusable)?;
        let file = match OpenOptions::new().create(true).append(true).open(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            opened => opened.map_err(unusable)?,
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => return Err(JournalError::Busy),
            Err(fs::TryLockError::Error(error)) => return Err(unusable(error)),
        }
        if is_at(&file, &path) {
            return Ok(file);
        }
    }
    Err(JournalError::Busy)
}

#[expect(clippy::disallowed_methods, reason = "`refuse_links` comes before")]
fn make_directory(directory: &Path) -> io::Result<()> {
    const EVERYTHING: &str = "*\n";
    match fs::create_dir(directory) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists && directory.is_dir() => {}
        Err(error) => return Err(error),
    }
    let ignore = directory.join(".gitignore");
    if ignore.exists() { Ok(()) } else { fs::write(ignore, EVERYTHING) }
}

/// Whether an open file is the one that has this path.
fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
        matches!((file.metadata(), fs::metadata(path)), (Ok(a), Ok(b)) if identity(a.clone()) == identity(b.clone()))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}

/// The journal without its lock.
#[derive(Debug)]
struct Inner<D> {
    directory: PathBuf,
    /// The project; no file outside of it is written to.
    root: PathBuf,
    /// The key of the records; `None` where there is no place for one.
    key: Option<[u8; 32]>,
    /// The record that this process wrote.
    own: RefCell<Option<ContentHash>>,
    disk: D,
}

impl<D: Disk> Inner<D> {
    fn at(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    fn recover(&self) -> Result<Option<Restored>, JournalError> {
        self.clear(DRAFT)?;
        if !self.at(PENDING).is_dir() {
            return self.clear(DISCARDED).map(|()| None);
        }
        let restored = self.restore_pending()?;
        if restored.left.is_empty() {
            self.discard(PENDING)?;
            if self.at(DISCARDED).is_dir() && !self.at(DONE).is_dir() {
                self.step(|disk| disk.rename(&self.at(DISCARDED), &self.at(DONE)))?;
            }
        } else {
            self.clear(DONE)?;
            self.step(|disk| disk.rename(&self.at(PENDING), &self.at(DONE)))?;
        }
        self.clear(DISCARDED)?;
        Ok(Some(restored))
    }

    fn undo(&self) -> Result<Option<Restored>, JournalError> {
        if !self.at(DONE).is_dir() {
            return Ok(None);
        }
        self.trusted_record(DONE)?;
        self.step(|disk| disk.rename(&self.at(DONE), &self.at(PENDING)))?;
        self.recover()
    }

    /// The record of a transaction, if this user wrote it here.
    #[expect(clippy::disallowed_methods, reason = "the record counts with a MAC, and is not shown")]
    fn trusted_record(&self, name: &str) -> Result<Record, JournalError> {
        let directory = self.at(name);
        let failed = |problem: String| JournalError::NotRestored(directory.clone(), problem);
        let text =
            read_at_most(&directory.join(RECORD), MAX_DATA).map_err(|error| failed(error.to_string()))?;
        let is_own = self.own.borrow().as_ref() == Some(&ContentHash::of(&text));
        if !is_own && !is_ours(self.key.as_ref(), &self.directory, &directory.join(SEAL), &text) {
            return Err(JournalError::NotOurs(directory));
        }
        Record::read(&text).ok_or_else(|| failed("the record is of another version of loopmend".to_owned()))
    }

    fn write(&self, changes: &[Change], is_interrupted: &dyn Fn() -> bool) -> Result<(), JournalError> {
        let changes = &distinct(changes)?;
        if changes.is_empty() {
            return Ok(());
        }
        let record = Record::new(changes.iter().enumerate().map(entry).collect::<Result<_, _>>()?);
        let refused = changes.iter().zip(&record.entries).find(|(_, entry)| !may_write(&self.root, entry));
        if let Some((change, _)) = refused {
            return Err(JournalError::Outside(change.path.clone()));
        }
        if let Err(error) = self.write_down(&record, changes) {
            let _draft_that_stays_is_removed_later = self.clear(DRAFT);
            return Err(JournalError::Unusable(self.directory.clone(), error));
        }
        let outcome = self.change_files(&record, changes, is_interrupted).and_then(|()| self.succeed());
        match outcome {
            Ok(()) => Ok(()),
            Err(error) => {
                self.recover()?;
                Err(error)
            }
        }
    }

    /// Writes everything down that is needed to put the files back.
    fn write_down(&self, record: &Record, changes: &[&Change]) -> io::Result<()> {
        let draft = self.at(DRAFT);
        self.disk.create_directory(&draft)?;
        for (number, (change, entry)) in changes.iter().zip(&record.entries).enumerate() {
            self.disk.write_new(&before_file(&draft, number), &change.before, Like::Twin(entry))?;
        }
        let text = record.to_json().ok_or_else(|| io::Error::other("a path is no UTF-8"))?;
        self.disk.write_new(&draft.join(RECORD), &text, Like::None)?;
        if let Some(key) = &self.key {
            self.disk.write_new(&draft.join(SEAL), &seal(key, &self.directory, &text), Like::None)?;
        }
        *self.own.borrow_mut() = Some(ContentHash::of(&text));
        self.disk.sync_directory(&draft)?;
        self.disk.rename(&draft, &self.at(PENDING))?;
        self.disk.sync_directory(&self.directory)
    }

    #[expect(clippy::disallowed_methods, reason = "`may_write` refuses links")]
    fn change_files(
        &self,
        record: &Record,
        changes: &[&Change],
        is_interrupted: &dyn Fn() -> bool,
    ) -> Result<(), JournalError> {
        for (number, (change, entry)) in changes.iter().zip(&record.entries).enumerate() {
            if is_interrupted() {
                return Err(JournalError::Interrupted);
            }
            let not_written = |error| JournalError::NotWritten(change.path.clone(), error);
            if read_at_most(&entry.path, u64::MAX).map_err(not_written)? != change.before {
                return Err(JournalError::Changed(change.path.clone()));
            }
            self.replace(number, entry, &change.after).map_err(not_written)?;
        }
        for directory in directories(record) {
            let _not_every_system_can = self.disk.sync_directory(directory);
        }
        Ok(())
    }

    /// Puts bytes in the place of a file, so that a reader sees the old ones or the new ones; in place, where the file has other
    /// names or none can be made beside it.
    fn replace(&self, number: usize, entry: &Entry, bytes: &[u8]) -> io::Result<()> {
        if entry.attributes.links == 1 {
            match self.disk.write_new(&entry.temporary, bytes, Like::Look(entry)) {
                Ok(()) => return self.disk.rename(&entry.temporary, &entry.path),
                Err(error) if is_refused(&error) => self.remove_temporary(&entry.temporary)?,
                Err(error) => return Err(error),
            }
        }
        self.disk.write_new(&in_place_mark(&self.at(PENDING), number), bytes, Like::None)?;
        self.disk.overwrite(&entry.path, bytes)
    }

    /// From here on the new files stand.
    fn succeed(&self) -> Result<(), JournalError> {
        if self.at(DONE).is_dir() {
            self.clear(DISCARDED)?;
            self.step(|disk| disk.rename(&self.at(DONE), &self.at(DISCARDED)))?;
        }
        self.step(|disk| disk.rename(&self.at(PENDING), &self.at(DONE)))?;
        let _no_harm_when_they_come_back = self.disk.sync_directory(&self.directory);
        let _removed_later = self.clear(DISCARDED);
        Ok(())
    }

    fn restore_pending(&self) -> Result<Restored, JournalError> {
        let pending = self.at(PENDING);
        let failed = |problem: String| JournalError::NotRestored(pending.clone(), problem);
        let record = self.trusted_record(PENDING)?;
        let mut restored = Restored::default();
        for (number, entry) in record.entries.iter().enumerate() {
            let in_file = |error: io::Error| failed(format!("`{}`: {error}", entry.path.display()));
            let is_restored = may_write(&self.root, entry) && {
                self.remove_temporary(&entry.temporary).map_err(in_file)?;
                self.restore(&pending, number, entry).map_err(in_file)?
            };
            match is_restored {
                true => restored.files.push(entry.path.clone()),
                false => {
                    let kept = before_file(&self.at(DONE), number);
                    restored.left.push(Left { path: entry.path.clone(), kept });
                }
            }
        }
        for directory in directories(&record) {
            let _not_every_system_can = self.disk.sync_directory(directory);
        }
        Ok(restored)
    }

    /// Puts one file back; `false` when someone else changed or removed it.
    #[expect(
        clippy::disallowed_methods,
        reason = "`may_write` refuses links, and `kept` bytes need their hash"
    )]
    fn restore(&self, pending: &Path, number: usize, entry: &Entry) -> io::Result<bool> {
        let bytes = match read_at_most(&entry.path, u64::MAX) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error),
        };
        let hash = ContentHash::of(&bytes);
        if hash != entry.before {
            let kept = before_file(pending, number);
            let before = Self::kept(&kept, entry)?;
            let mark = in_place_mark(pending, number);
            let is_half_written =
                || read_at_most(&mark, MAX_DATA).is_ok_and(|after| is_torn(&bytes, &before, &after));
            if hash != entry.after && !is_half_written() {
                return Ok(false);
            }
            self.put_back((&mark, &bytes), &kept, entry, &before)?;
        }
        if !attributes(&entry.path)?.look_alike(&entry.attributes) {
            self.disk.set_attributes(&entry.path, &entry.attributes)?;
        }
        Ok(true)
    }

    /// What a file was, as the record says.
    #[expect(clippy::disallowed_methods, reason = "bytes need their hash")]
    fn kept(path: &Path, entry: &Entry) -> io::Result<Vec<u8>> {
        let is_file = fs::symlink_metadata(path)?.is_file();
        let bytes = read_at_most(path, u64::MAX)?;
        match is_file && ContentHash::of(&bytes) == entry.before {
            true => Ok(bytes),
            false => Err(io::Error::new(ErrorKind::InvalidData, "what is kept is not what the file was")),
        }
    }

    /// Renames the kept file into its place, which needs no room on the disk; where that would not give the same file, writes it.
    fn put_back(
        &self,
        (mark, now_there): (&Path, &[u8]),
        kept: &Path,
        entry: &Entry,
        before: &[u8],
    ) -> io::Result<()> {
        let now = attributes(&entry.path)?;
        let is_alike = attributes(kept).is_ok_and(|kept| kept.look_alike(&entry.attributes))
            && have_same_extended(kept, &entry.path);
        if now.links == 1 && entry.attributes.links == 1 {
            if is_alike && self.disk.rename(kept, &entry.path).is_ok() {
                return Ok(());
            }
            let written = self.disk.write_new(&entry.temporary, before, Like::Look(entry));
            if written.and_then(|()| self.disk.rename(&entry.temporary, &entry.path)).is_ok() {
                return Ok(());
            }
            self.remove_temporary(&entry.temporary)?;
        }
        if !mark.exists() {
            self.disk.write_new(mark, now_there, Like::None)?;
        }
        self.disk.overwrite(&entry.path, before)
    }

    fn remove_temporary(&self, path: &Path) -> io::Result<()> {
        if fs::symlink_metadata(path).is_ok() { self.disk.remove_file(path) } else { Ok(()) }
    }

    /// Removes a directory of the journal, so that it is never half there under its name.
    fn discard(&self, name: &str) -> Result<(), JournalError> {
        self.clear(DRAFT)?;
        self.step(|disk| disk.rename(&self.at(name), &self.at(DRAFT)))?;
        self.clear(DRAFT)
    }

    /// Removes a directory of the journal that means nothing, if it is there.
    fn clear(&self, name: &str) -> Result<(), JournalError> {
        let path = self.at(name);
        if path.is_dir() { self.step(|disk| disk.remove_directory(&path)) } else { Ok(()) }
    }

    fn step(&self, step: impl FnOnce(&D) -> io::Result<()>) -> Result<(), JournalError> {
        step(&self.disk).map_err(|error| JournalError::NotRestored(self.directory.clone(), error.to_string()))
    }
}

/// Whether the place refuses what was tried, so that another way is worth a try.
fn is_refused(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::Unsupported
    )
}

/// Each file once, under one of its names.
fn distinct(changes: &[Change]) -> Result<Vec<&Change>, JournalError> {
    let mut known: HashMap<Identity, &Change> = HashMap::new();
    let mut distinct = Vec::new();
    for change in changes {
        let same = identity(&change.path).and_then(|identity| known.insert(identity, change));
        match same {
            None => distinct.push(change),
            Some(other) if other.after == change.after => {}
            Some(other) => return Err(JournalError::OneFile(other.path.clone(), change.path.clone())),
        }
    }
    Ok(distinct)
}

fn entry((number, change): (usize, &&Change)) -> Result<Entry, JournalError> {
    let not_written = |error| JournalError::NotWritten(change.path.clone(), error);
    let path = fs::canonicalize(&change.path).map_err(not_written)?;
    let attributes = attributes(&path).map_err(not_written)?;
    if attributes.is_read_only() {
        return Err(JournalError::ReadOnly(change.path.clone()));
    }
    let time = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos());
    let name = format!("{TEMPORARY_PREFIX}{:x}-{time:x}-{number}", std::process::id());
    Ok(Entry {
        temporary: path.with_file_name(name),
        before: ContentHash::of(&change.before),
        after: ContentHash::of(&change.after),
        path,
        attributes,
    })
}

/// The directories of the files, each once.
fn directories(record: &Record) -> Vec<&Path> {
    let mut directories: Vec<&Path> = record.entries.iter().filter_map(|entry| entry.path.parent()).collect();
    directories.sort_unstable();
    directories.dedup();
    directories
}
