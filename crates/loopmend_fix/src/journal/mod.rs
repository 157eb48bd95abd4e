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
//! for a key, nothing is written, because nothing could be put back.
//!
//! Paths are no names of files: another process can exchange a directory for a link at any moment. So directories are held open
//! ([`DirectoryHandle`]), and each step names one file in one of them. No link is followed, and nothing of git or of the journal
//! itself is written to. Before the files count as written, each directory must still be where its path says.

mod directories;
mod disk;
mod extended;
mod record;
#[cfg(test)]
mod tests;
mod trust;

use std::cell::Cell;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::ContentHash;
use directories::{Directories, was_replaced};
use disk::{At, Attributes, Disk, Like, RealDisk, attributes};
use extended::have_same_extended;
use loopmend_files::key::state_directory;
use loopmend_files::{
    DirectoryHandle, HOLDS_DIRECTORIES, Identity, Kind, MAX_DATA, PRIVATE, StateKey, file_identity,
    read_open_file,
};
use record::{Entry, Record, before_file, in_place_mark, is_torn};
use trust::{Place, TEMPORARY_PREFIX, allowed_place, is_ours, refuse_links, seal, wrong_kind};

/// The name of the directory.
pub const DIRECTORY: &str = ".loopmend-fix";

const LOCK: &str = "lock";
/// Keeps git from the journal.
const IGNORE: &str = ".gitignore";
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

/// The state of the files after a failure. A system that only checks paths cannot promise more.
const UNCHANGED: &str = match HOLDS_DIRECTORIES {
    true => "every file is as it was",
    false => "the files at these paths were restored",
};

/// Why the journal did not do what it was asked. Unless it says otherwise, every file is as it was.
#[derive(Debug)]
pub enum JournalError {
    /// Another process has the journal.
    Busy,
    /// The journal cannot be kept there.
    Unusable(PathBuf, io::Error),
    /// A file says something else than when it was read, or its directory was replaced.
    Changed(PathBuf),
    /// Two names of one file are to hold different bytes.
    OneFile(PathBuf, PathBuf),
    /// A file may not be written to.
    ReadOnly(PathBuf),
    /// A file is not in the project, belongs to git, or is reached through a link.
    Outside(PathBuf),
    /// A transaction that this user did not write here.
    NotOurs(PathBuf),
    /// There is no key for the journal: the directory for it takes no file, or is not the user's alone. `None` if there is no
    /// directory.
    NoKey(Option<PathBuf>),
    /// A file could not be written.
    NotWritten(PathBuf, io::Error),
    /// The user asked to stop.
    Interrupted,
    /// A transaction was cut short, and files could not be put back: the record is of another version, or the disk refuses.
    NotRestored(PathBuf, String),
    /// Not all files are as they were: other programs changed these while they were written.
    PartlyRestored(Box<JournalError>, Vec<Left>),
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy => f.write_str(
                "another `loopmend fix` is running here; wait until it has finished, then run this one again",
            ),
            Self::Unusable(path, error) => {
                write!(f, "the journal cannot be written at `{}`: {error}; {UNCHANGED}", path.display())
            }
            Self::Changed(path) => write!(
                f,
                "`{}` was changed by another program in the meantime; {UNCHANGED}, run loopmend again",
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
            Self::NoKey(Some(directory)) => write!(
                f,
                "the files could not be restored later: there is no key in `{}`, and none can be made; make it a directory that only you can write to, or name another one with XDG_STATE_HOME. Nothing was changed",
                directory.display()
            ),
            Self::NoKey(None) => f.write_str(
                "the files could not be restored later: no directory outside of the project can hold the key of the journal; name one with XDG_STATE_HOME. Nothing was changed",
            ),
            Self::NotWritten(path, error) => {
                write!(f, "failed to write `{}`: {error}; {UNCHANGED}", path.display())
            }
            Self::Interrupted => write!(f, "interrupted; {UNCHANGED}"),
            Self::NotRestored(path, problem) => write!(
                f,
                "files could not be restored: {problem}; the originals are kept in `{}`: remove the cause and run `loopmend fix --undo`",
                path.display()
            ),
            Self::PartlyRestored(error, left) => {
                write!(f, "{}; these files are not as they were:", error.without_promise())?;
                left.iter().try_for_each(|left| {
                    write!(f, " `{}`", left.path.display())?;
                    left.kept.as_ref().map_or(Ok(()), |kept| {
                        write!(f, " (its earlier text is kept in `{}`)", kept.display())
                    })
                })
            }
        }
    }
}

impl JournalError {
    /// The error text without the files.
    fn without_promise(&self) -> String {
        let words = self.to_string();
        words.split_once("; ").map_or(words.clone(), |(what, _)| what.to_owned())
    }
}

impl std::error::Error for JournalError {}

/// What putting files back did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The files that were put back.
    pub files: Vec<PathBuf>,
    /// The files whose text was as before already.
    pub unchanged: Vec<PathBuf>,
    /// The files that were left alone.
    pub left: Vec<Left>,
}

/// A file that was not put back, because someone else changed it since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The file.
    pub path: PathBuf,
    /// Where its bytes before are kept; `None` if they are no longer kept, as after an undo that put the file back.
    pub kept: Option<PathBuf>,
}

/// The result of restoring one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It was put back.
    Restored,
    /// Its text was as before already.
    Unchanged,
    /// An earlier undo put it back. What it is now is the user's.
    RestoredEarlier,
    /// Someone else changed or removed it.
    Left,
    /// It is as after the change, and its bytes before are not kept.
    Lost,
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
        let root = fs::canonicalize(above).and_then(|root| DirectoryHandle::open(&root)).map_err(unusable)?;
        let (journal, lock) = lock(&root, directory.file_name().unwrap_or_default())?;
        let key = StateKey::load_or_create(root.path()).map(|key| key.derive(PURPOSE));
        Ok(Self { inner: Inner::new(root, journal, key, RealDisk), _lock: lock })
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
        remove_journal_if_empty(&self.inner.root, &self.inner.journal);
    }
}

/// Removes a journal that this process has and that holds nothing.
pub fn remove_if_empty(directory: &Path) {
    let opened = directory.parent().zip(directory.file_name()).and_then(|(above, name)| {
        let root = DirectoryHandle::open(above).ok()?;
        let journal = root.open_below(Path::new(name)).ok()?;
        Some((root, journal))
    });
    if let Some((root, journal)) = opened {
        remove_journal_if_empty(&root, &journal);
    }
}

fn remove_journal_if_empty(root: &DirectoryHandle, journal: &DirectoryHandle) {
    let has = |name: &&str| !matches!(journal.kind(OsStr::new(name)), Ok(None));
    if [DRAFT, PENDING, DONE, DISCARDED].iter().any(has) {
        return;
    }
    for name in [IGNORE, LOCK] {
        let _it_stays_then = journal.remove_file(OsStr::new(name));
    }
    let _it_stays_then = root.remove_empty_directory(journal_name(journal));
}

fn journal_name(journal: &DirectoryHandle) -> &OsStr {
    journal.path().file_name().unwrap_or_default()
}

/// Opens the journal of a project and takes its lock. One who waited for a journal that was removed meanwhile starts again.
fn lock(root: &DirectoryHandle, name: &OsStr) -> Result<(DirectoryHandle, File), JournalError> {
    const ATTEMPTS: usize = 8;
    let unusable = |error| JournalError::Unusable(root.path().join(name), error);
    for _ in 0..ATTEMPTS {
        let opened = make_directory(root, name).and_then(|journal| {
            refuse_links(&journal).map_err(|(path, error)| {
                io::Error::new(error.kind(), format!("`{}`: {error}", path.display()))
            })?;
            keep_from_git(&journal)?;
            let file = journal.open_or_create_file(OsStr::new(LOCK))?;
            Ok((journal, file))
        });
        let (journal, file) = match opened {
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            opened => opened.map_err(unusable)?,
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => return Err(JournalError::Busy),
            Err(fs::TryLockError::Error(error)) => return Err(unusable(error)),
        }
        let is_the_lock = |now: File| file_identity(&now) == file_identity(&file);
        if journal.is_at(root, Path::new(name)) && journal.open_file(OsStr::new(LOCK)).is_ok_and(is_the_lock)
        {
            return Ok((journal, file));
        }
    }
    Err(JournalError::Busy)
}

/// Opens the directory of the journal. Creates the directory if it does not exist.
fn make_directory(root: &DirectoryHandle, name: &OsStr) -> io::Result<DirectoryHandle> {
    match root.create_directory(name) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    root.open_below(Path::new(name))
}

fn keep_from_git(journal: &DirectoryHandle) -> io::Result<()> {
    const EVERYTHING: &[u8] = b"*\n";
    if journal.kind(OsStr::new(IGNORE))?.is_some() {
        return Ok(());
    }
    match journal.create_file(OsStr::new(IGNORE), PRIVATE) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        created => created?.write_all(EVERYTHING),
    }
}

/// The journal without its lock.
#[derive(Debug)]
struct Inner<D> {
    /// The project; no file outside of it is written to.
    root: DirectoryHandle,
    /// The directory of the journal.
    journal: DirectoryHandle,
    /// The key of the records; `None` where there is no place for one.
    key: Option<[u8; 32]>,
    /// The directories of the files that are being changed.
    directories: Directories,
    disk: D,
}

impl<D: Disk> Inner<D> {
    fn new(root: DirectoryHandle, journal: DirectoryHandle, key: Option<[u8; 32]>, disk: D) -> Self {
        Self { root, journal, key, directories: Directories::default(), disk }
    }

    fn path_in_journal(&self, name: &str) -> PathBuf {
        self.journal.path().join(name)
    }

    fn at<'a>(&'a self, name: &'a str) -> At<'a> {
        At::new(&self.journal, name)
    }

    /// `true` if the journal has a transaction of this name.
    fn has(&self, name: &str) -> bool {
        matches!(self.at(name).kind(), Ok(Some(Kind::Directory)))
    }

    fn open_transaction(&self, name: &str) -> Result<DirectoryHandle, JournalError> {
        let opened = self.journal.open_below(Path::new(name));
        opened.map_err(|error| self.not_restored(name, &error))
    }

    fn recover(&self) -> Result<Option<Restored>, JournalError> {
        self.directories.forget();
        if !self.has(PENDING) {
            let cleared = self.clear(DRAFT).and_then(|()| self.clear(DISCARDED));
            return cleared.map(|()| None).map_err(|error| self.unusable(error));
        }
        self.clear(DRAFT).map_err(|error| self.not_restored(PENDING, &error))?;
        let pending = self.open_transaction(PENDING)?;
        let record = self.trusted_record(PENDING, &pending)?;
        self.restore_all(&pending, &record.entries).map(Some)
    }

    /// Puts files of a transaction back, and ends it.
    fn restore_all(&self, pending: &DirectoryHandle, entries: &[Entry]) -> Result<Restored, JournalError> {
        let restored = self.restore_entries(pending, entries)?;
        match restored.left.iter().any(|left| left.kept.is_some()) {
            false => self.forget(pending).map_err(|error| self.unusable(error))?,
            true => {
                self.keep(pending).map_err(|error| self.not_restored(PENDING, &error))?;
                self.drop_kept(pending, entries, &restored);
            }
        }
        let _removed_later = self.clear(DISCARDED);
        Ok(restored)
    }

    /// Removes a transaction whose files are all as they were, and keeps the one before it.
    fn forget(&self, pending: &DirectoryHandle) -> io::Result<()> {
        self.discard(PENDING, pending)?;
        match self.has(DISCARDED) && !self.has(DONE) {
            true => self.disk.rename(self.at(DISCARDED), self.at(DONE)),
            false => Ok(()),
        }
    }

    /// Keeps a transaction of which files were left alone.
    fn keep(&self, pending: &DirectoryHandle) -> io::Result<()> {
        self.clear(DONE)?;
        self.rename_held(pending, PENDING, DONE)
    }

    /// Removes what is kept of files that need it no more, so that another undo leaves them alone.
    fn drop_kept(&self, transaction: &DirectoryHandle, entries: &[Entry], restored: &Restored) {
        let is_left = |entry: &Entry| restored.left.iter().any(|left| left.path == entry.path);
        for (number, _) in entries.iter().enumerate().filter(|(_, entry)| !is_left(entry)) {
            for name in [before_file(number), in_place_mark(number)] {
                let _it_does_no_harm = self.disk.remove_file(At::new(transaction, &name));
            }
        }
    }

    fn undo(&self) -> Result<Option<Restored>, JournalError> {
        if !self.has(DONE) {
            return Ok(None);
        }
        let done = self.open_transaction(DONE)?;
        let record = self.trusted_record(DONE, &done)?;
        match self.rename_held(&done, DONE, PENDING) {
            // Another program took its name. It is held all the same.
            Err(error) if is_other_kind(&error) => {}
            renamed => renamed.map_err(|error| self.not_restored(DONE, &error))?,
        }
        self.directories.forget();
        self.restore_all(&done, &record.entries).map(Some)
    }

    /// The record of a transaction, if this user wrote it here.
    fn trusted_record(&self, name: &str, transaction: &DirectoryHandle) -> Result<Record, JournalError> {
        let text = transaction
            .read_at_most(OsStr::new(RECORD), MAX_DATA)
            .map_err(|error| self.not_restored(name, &error))?;
        if !is_ours(self.key.as_ref(), self.journal.path(), transaction, &text) {
            return Err(JournalError::NotOurs(self.path_in_journal(name)));
        }
        const OTHER_VERSION: &str = "the record is of another version of loopmend";
        Record::read(&text).ok_or_else(|| self.not_restored(name, &OTHER_VERSION))
    }

    fn write(&self, changes: &[Change], is_interrupted: &dyn Fn() -> bool) -> Result<(), JournalError> {
        self.directories.forget();
        let located = changes.iter().enumerate().map(|(number, change)| self.locate(number, change));
        let located = distinct(located.collect::<Result<_, _>>()?)?;
        if located.is_empty() {
            return Ok(());
        }
        let no_key = || JournalError::NoKey(state_directory(self.root.path()));
        let key = self.key.as_ref().ok_or_else(no_key)?;
        let (changes, entries): (Vec<&Change>, Vec<Entry>) =
            located.into_iter().map(|located| (located.change, located.entry)).unzip();
        let record = Record::new(entries);
        let transaction = match self.write_down(&record, &changes, key) {
            Ok(transaction) => transaction,
            Err(error) => return Err(self.unusable(error)),
        };
        let begun = Cell::new(0);
        let outcome = self
            .change_files(&transaction, &record, &changes, &begun, is_interrupted)
            .and_then(|()| self.succeed(&transaction));
        match outcome {
            Ok(()) => Ok(()),
            Err(error) => {
                let restored = self.restore_all(&transaction, &record.entries[..begun.get()])?;
                match restored.left.is_empty() {
                    true => Err(error),
                    false => Err(JournalError::PartlyRestored(Box::new(error), restored.left)),
                }
            }
        }
    }

    /// Finds the file of a change, links followed, and opens its directory.
    fn locate<'c>(&self, number: usize, change: &'c Change) -> Result<Located<'c>, JournalError> {
        let outside = || JournalError::Outside(change.path.clone());
        let not_written = |error: io::Error| match is_other_kind(&error) {
            true => outside(),
            false => JournalError::NotWritten(change.path.clone(), error),
        };
        let path = fs::canonicalize(&change.path).map_err(not_written)?;
        let time = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos());
        let name = format!("{TEMPORARY_PREFIX}{:x}-{time:x}-{number}", std::process::id());
        let temporary = path.with_file_name(name);
        let place = allowed_place(self.root.path(), &path, &temporary).ok_or_else(outside)?;
        let directory = self.directories.get(&self.root, place.directory).map_err(not_written)?;
        let file = At::new(&directory, place.name).open().map_err(not_written)?;
        let attributes = attributes(&file).map_err(not_written)?;
        if attributes.is_read_only() {
            return Err(JournalError::ReadOnly(change.path.clone()));
        }
        let (before, after) = (ContentHash::of(&change.before), ContentHash::of(&change.after));
        let entry = Entry { path, temporary, before, after, attributes };
        Ok(Located { change, entry, identity: file_identity(&file) })
    }

    /// Writes everything down that is needed to put the files back, and leaves nothing behind where that fails.
    fn write_down(
        &self,
        record: &Record,
        changes: &[&Change],
        key: &[u8; 32],
    ) -> io::Result<DirectoryHandle> {
        let created = self.disk.create_directory(self.at(DRAFT));
        let draft = created.and_then(|()| self.journal.open_below(Path::new(DRAFT)));
        let draft = draft.inspect_err(|_| drop(self.clear(DRAFT)))?;
        match self.fill(&draft, record, changes, key).and_then(|()| self.publish(&draft)) {
            Ok(()) => Ok(draft),
            Err(error) => {
                let _what_stays_is_removed_later = self.discard(PENDING, &draft);
                let _it_may_have_another_name = self.disk.empty_directory(&draft);
                Err(error)
            }
        }
    }

    fn fill(
        &self,
        draft: &DirectoryHandle,
        record: &Record,
        changes: &[&Change],
        key: &[u8; 32],
    ) -> io::Result<()> {
        for (number, (change, entry)) in changes.iter().zip(&record.entries).enumerate() {
            let (directory, place) = self.place(entry)?;
            let file = At::new(&directory, place.name).open()?;
            let twin = Like::Twin(&entry.attributes, &file);
            self.disk.write_new(At::new(draft, &before_file(number)), &change.before, twin)?;
        }
        let text = record.to_json().ok_or_else(|| io::Error::other("a path is no UTF-8"))?;
        self.disk.write_new(At::new(draft, RECORD), &text, Like::None)?;
        self.disk.write_new(At::new(draft, SEAL), &seal(key, self.journal.path(), &text), Like::None)?;
        self.disk.sync_directory(draft)
    }

    /// From here on the next start puts the files back.
    fn publish(&self, draft: &DirectoryHandle) -> io::Result<()> {
        self.rename_held(draft, DRAFT, PENDING)?;
        self.disk.sync_directory(&self.journal)?;
        match self.journal.is_at(&self.root, Path::new(journal_name(&self.journal))) {
            true => Ok(()),
            false => Err(was_replaced()),
        }
    }

    /// The directory of an entry, and its names in it.
    fn place<'e>(&self, entry: &'e Entry) -> io::Result<(Rc<DirectoryHandle>, Place<'e>)> {
        let place = allowed_place(self.root.path(), &entry.path, &entry.temporary).ok_or_else(wrong_kind)?;
        Ok((self.directories.get(&self.root, place.directory)?, place))
    }

    /// `begun` counts the files that may differ from what they were.
    fn change_files(
        &self,
        transaction: &DirectoryHandle,
        record: &Record,
        changes: &[&Change],
        begun: &Cell<usize>,
        is_interrupted: &dyn Fn() -> bool,
    ) -> Result<(), JournalError> {
        for (number, (change, entry)) in changes.iter().zip(&record.entries).enumerate() {
            if is_interrupted() {
                return Err(JournalError::Interrupted);
            }
            let not_written = |error: io::Error| match is_other_kind(&error) {
                true => JournalError::Changed(change.path.clone()),
                false => JournalError::NotWritten(change.path.clone(), error),
            };
            let (directory, place) = self.place(entry).map_err(not_written)?;
            let file = At::new(&directory, place.name).open().map_err(not_written)?;
            if read_open_file(&file, u64::MAX).map_err(not_written)? != change.before {
                return Err(JournalError::Changed(change.path.clone()));
            }
            begun.set(number + 1);
            let target = Target { directory: &directory, place, file: &file, attributes: &entry.attributes };
            self.replace(transaction, number, &target, &change.after).map_err(not_written)?;
        }
        if let Some(directory) = self.directories.replaced(&self.root) {
            return Err(JournalError::Changed(directory));
        }
        self.sync_directories();
        Ok(())
    }

    fn sync_directories(&self) {
        for path in self.directories.paths() {
            let synced = self.directories.get(&self.root, &path);
            let _not_every_system_can = synced.and_then(|directory| self.disk.sync_directory(&directory));
        }
    }

    /// Puts bytes in the place of a file, so that a reader sees the old ones or the new ones; in place, where the file has other
    /// names or none can be made beside it.
    fn replace(
        &self,
        transaction: &DirectoryHandle,
        number: usize,
        target: &Target<'_>,
        bytes: &[u8],
    ) -> io::Result<()> {
        let (at, temporary) = (target.at(), target.temporary());
        if target.attributes.links == 1 {
            match self.disk.write_new(temporary, bytes, Like::Look(target.attributes, target.file)) {
                Ok(()) => return self.disk.rename(temporary, at),
                Err(error) if is_refused(&error) => self.remove_temporary(temporary)?,
                Err(error) => return Err(error),
            }
        }
        self.disk.write_new(At::new(transaction, &in_place_mark(number)), bytes, Like::None)?;
        self.disk.overwrite(at, target.file, bytes)
    }

    /// From here on the new files stand.
    fn succeed(&self, transaction: &DirectoryHandle) -> Result<(), JournalError> {
        self.end(transaction).map_err(|error| self.unusable(error))?;
        let _no_harm_when_they_come_back = self.disk.sync_directory(&self.journal);
        let _removed_later = self.clear(DISCARDED);
        Ok(())
    }

    fn end(&self, transaction: &DirectoryHandle) -> io::Result<()> {
        if self.has(DONE) {
            self.clear(DISCARDED)?;
            self.disk.rename(self.at(DONE), self.at(DISCARDED))?;
        }
        self.rename_held(transaction, PENDING, DONE)
    }

    fn restore_entries(
        &self,
        pending: &DirectoryHandle,
        entries: &[Entry],
    ) -> Result<Restored, JournalError> {
        let mut restored = Restored::default();
        for (number, entry) in entries.iter().enumerate() {
            let failed = |error: io::Error| {
                self.not_restored(PENDING, &format!("`{}`: {error}", entry.path.display()))
            };
            let path = entry.path.clone();
            match self.restore(pending, number, entry).map_err(failed)? {
                Fate::Restored => restored.files.push(path),
                Fate::Unchanged => restored.unchanged.push(path),
                Fate::RestoredEarlier => {}
                Fate::Left => {
                    let kept = Some(self.path_in_journal(DONE).join(before_file(number)));
                    restored.left.push(Left { path, kept });
                }
                Fate::Lost => restored.left.push(Left { path, kept: None }),
            }
        }
        self.sync_directories();
        Ok(restored)
    }

    /// Puts one file back.
    fn restore(&self, pending: &DirectoryHandle, number: usize, entry: &Entry) -> io::Result<Fate> {
        let is_kept = pending.kind(&before_file(number))?.is_some();
        let left = if is_kept { Fate::Left } else { Fate::RestoredEarlier };
        let (directory, place) = match self.place(entry) {
            Err(error) if is_out_of_reach(&error) => return Ok(left),
            placed => placed?,
        };
        self.remove_temporary(At::new(&directory, place.temporary))?;
        let file = match At::new(&directory, place.name).open() {
            Err(error) if error.kind() == ErrorKind::NotFound || is_other_kind(&error) => return Ok(left),
            opened => opened?,
        };
        let bytes = read_open_file(&file, u64::MAX)?;
        let hash = ContentHash::of(&bytes);
        if !is_kept {
            return Ok(if hash == entry.after { Fate::Lost } else { Fate::RestoredEarlier });
        }
        let mut fate = Fate::Unchanged;
        let target = Target { directory: &directory, place, file: &file, attributes: &entry.attributes };
        if hash != entry.before {
            let before = Self::kept(pending, number, entry)?;
            let mark = in_place_mark(number);
            let is_half_written =
                || pending.read_at_most(&mark, MAX_DATA).is_ok_and(|after| is_torn(&bytes, &before, &after));
            if hash != entry.after && !is_half_written() {
                return Ok(left);
            }
            self.put_back(pending, number, &target, (&bytes, &before))?;
            fate = Fate::Restored;
        }
        if !attributes(&target.at().open()?)?.look_alike(&entry.attributes) {
            self.disk.set_attributes(target.at(), &entry.attributes)?;
        }
        Ok(fate)
    }

    /// What a file was, as the record says.
    fn kept(pending: &DirectoryHandle, number: usize, entry: &Entry) -> io::Result<Vec<u8>> {
        let bytes = pending.read_at_most(&before_file(number), u64::MAX)?;
        match ContentHash::of(&bytes) == entry.before {
            true => Ok(bytes),
            false => Err(io::Error::new(ErrorKind::InvalidData, "what is kept is not what the file was")),
        }
    }

    /// Renames the kept file into its place, which needs no room on the disk; where that would not give the same file, writes it.
    fn put_back(
        &self,
        pending: &DirectoryHandle,
        number: usize,
        target: &Target<'_>,
        (now_there, before): (&[u8], &[u8]),
    ) -> io::Result<()> {
        let (at, temporary, wanted) = (target.at(), target.temporary(), target.attributes);
        let (kept, mark) = (before_file(number), in_place_mark(number));
        let kept = At::new(pending, &kept);
        let is_alike = kept.open().is_ok_and(|kept| {
            attributes(&kept).is_ok_and(|kept| kept.look_alike(wanted))
                && have_same_extended(&kept, target.file)
        });
        if attributes(target.file)?.links == 1 && wanted.links == 1 {
            if is_alike && self.disk.rename(kept, at).is_ok() {
                return Ok(());
            }
            let written = self.disk.write_new(temporary, before, Like::Look(wanted, target.file));
            if written.and_then(|()| self.disk.rename(temporary, at)).is_ok() {
                return Ok(());
            }
            self.remove_temporary(temporary)?;
        }
        if pending.kind(&mark)?.is_none() {
            self.disk.write_new(At::new(pending, &mark), now_there, Like::None)?;
        }
        self.disk.overwrite(at, target.file, before)
    }

    fn remove_temporary(&self, at: At<'_>) -> io::Result<()> {
        if at.kind()?.is_some() { self.disk.remove_file(at) } else { Ok(()) }
    }

    /// Gives a transaction that is held another name, and notices when something else had its name.
    fn rename_held(&self, held: &DirectoryHandle, from: &str, to: &str) -> io::Result<()> {
        if !held.is_at(&self.journal, Path::new(from)) {
            return Err(was_replaced());
        }
        self.disk.rename(self.at(from), self.at(to))?;
        if held.is_at(&self.journal, Path::new(to)) {
            return Ok(());
        }
        if self.at(to).kind()? == Some(Kind::Link) {
            self.disk.remove_file(self.at(to))?;
        }
        Err(was_replaced())
    }

    /// Removes a transaction that is held, so that it is never half there under its name.
    fn discard(&self, name: &str, held: &DirectoryHandle) -> io::Result<()> {
        self.clear(DRAFT)?;
        match self.disk.rename(self.at(name), self.at(DRAFT)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        self.disk.empty_directory(held)?;
        self.clear(DRAFT)
    }

    /// Removes a directory of the journal that means nothing, if it is there, or what another program has just put there.
    fn clear(&self, name: &str) -> io::Result<()> {
        const ATTEMPTS: usize = 4;
        let attempt = || match self.at(name).kind()? {
            Some(Kind::Directory) => self.disk.remove_directory(self.at(name)),
            Some(_) => self.disk.remove_file(self.at(name)),
            None => Ok(()),
        };
        let mut cleared = attempt();
        for _ in 1..ATTEMPTS {
            match &cleared {
                Err(error) if is_other_kind(error) => cleared = attempt(),
                _ => break,
            }
        }
        cleared
    }

    fn unusable(&self, error: io::Error) -> JournalError {
        JournalError::Unusable(self.journal.path().to_owned(), error)
    }

    fn not_restored(&self, name: &str, problem: &impl ToString) -> JournalError {
        JournalError::NotRestored(self.path_in_journal(name), problem.to_string())
    }
}

/// A change with the file that it is for.
struct Located<'c> {
    change: &'c Change,
    entry: Entry,
    identity: Option<Identity>,
}

/// A file that is written to, open to be read.
struct Target<'a> {
    directory: &'a DirectoryHandle,
    place: Place<'a>,
    file: &'a File,
    /// The value when the transaction began.
    attributes: &'a Attributes,
}

impl Target<'_> {
    fn at(&self) -> At<'_> {
        At::new(self.directory, self.place.name)
    }

    fn temporary(&self) -> At<'_> {
        At::new(self.directory, self.place.temporary)
    }
}

/// Whether the place refuses what was tried, so that another way is worth a try.
fn is_refused(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::Unsupported
    )
}

/// Returns whether another file took the place of the opened directory: a link, a pipe or another directory.
fn is_other_kind(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotADirectory | ErrorKind::IsADirectory | ErrorKind::InvalidInput)
}

fn is_out_of_reach(error: &io::Error) -> bool {
    is_other_kind(error) || matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied)
}

/// Each file once, under one of its names.
fn distinct(located: Vec<Located<'_>>) -> Result<Vec<Located<'_>>, JournalError> {
    let mut known: HashMap<Identity, &Change> = HashMap::new();
    let mut distinct = Vec::new();
    for located in located {
        let change = located.change;
        match located.identity.and_then(|identity| known.insert(identity, change)) {
            None => distinct.push(located),
            Some(other) if other.after == change.after => {}
            Some(other) => return Err(JournalError::OneFile(other.path.clone(), change.path.clone())),
        }
    }
    Ok(distinct)
}
