//! Directories that are held open, whose files are reached without following a link.
//!
//! A path that was checked can lead elsewhere a moment later: another process exchanges a directory for a link. A handle stays
//! with the directory that was opened, wherever that is moved. Each name below a handle is one part of a path, and a link there
//! is an error. Systems without such handles check the path before each step, which leaves a moment between both.

use std::ffi::{OsStr, OsString};
use std::fs::{File, Permissions};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use crate::read::read_into;

#[cfg(not(unix))]
use checked as system;
#[cfg(unix)]
use held as system;

/// `true` if a handle stays with its directory when another process exchanges the directory for a link.
pub const HOLDS_DIRECTORIES: bool = cfg!(unix);

/// The mode of a file that nobody else can read.
pub const PRIVATE: u32 = 0o600;
/// The mode of a file for everybody, from which the system takes what the user's mask forbids.
pub const SHARED: u32 = 0o666;

/// The numbers of a file or directory that no other one has at the same time, whatever its name.
pub type Identity = (u64, u64);

/// The kind of what has a name in a directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A directory.
    Directory,
    /// A symbolic link, which is not followed.
    Link,
    /// A pipe, a device or the like.
    Other,
}

/// A directory that is held open.
#[derive(Debug)]
pub struct DirectoryHandle {
    path: PathBuf,
    system: system::Handle,
}

impl DirectoryHandle {
    /// Opens the directory at an absolute path without links, as `canonicalize` returns it.
    ///
    /// # Errors
    /// When there is no such directory, or a part of the path is a link.
    pub fn open(path: &Path) -> io::Result<Self> {
        Self::open_top(path)?.walk(path, false)
    }

    /// The same, and makes the parts that are missing.
    ///
    /// # Errors
    /// As for [`Self::open`], and when a part cannot be made.
    pub fn open_or_create(path: &Path) -> io::Result<Self> {
        Self::open_top(path)?.walk(path, true)
    }

    fn open_top(path: &Path) -> io::Result<Self> {
        let top = path.ancestors().last().filter(|top| top.has_root());
        let top = top.ok_or_else(|| io::Error::new(ErrorKind::InvalidInput, "it is no absolute path"))?;
        Ok(Self { path: top.to_owned(), system: system::open_top(top)? })
    }

    /// Opens a directory below this one; the empty path is this directory.
    ///
    /// # Errors
    /// When there is no such directory, or a part of the path is a link.
    pub fn open_below(&self, below: &Path) -> io::Result<Self> {
        self.here()?.walk(below, false)
    }

    fn here(&self) -> io::Result<Self> {
        Ok(Self { path: self.path.clone(), system: self.system.try_clone()? })
    }

    fn walk(self, path: &Path, creates: bool) -> io::Result<Self> {
        let mut reached = self;
        for part in path.components() {
            reached = match part {
                Component::Normal(name) => reached.step(name, creates)?,
                Component::RootDir | Component::Prefix(_) if reached.path.parent().is_none() => reached,
                _ => return Err(not_one_name()),
            };
        }
        Ok(reached)
    }

    fn step(&self, name: &OsStr, creates: bool) -> io::Result<Self> {
        let opened = match self.system.open_directory(&self.path, name) {
            Err(error) if creates && error.kind() == ErrorKind::NotFound => {
                match self.create_directory(name) {
                    Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
                    _ => self.system.open_directory(&self.path, name),
                }
            }
            opened => opened,
        };
        Ok(Self { path: self.path.join(name), system: opened? })
    }

    /// The path by which it was opened.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its identity; `None` where the system has none.
    pub fn identity(&self) -> Option<Identity> {
        self.system.identity()
    }

    /// `true` if this directory is still the one with this name in `parent`, as far as the system can tell.
    pub fn is_at(&self, parent: &Self, name: &Path) -> bool {
        parent.open_below(name).is_ok_and(|now| now.identity() == self.identity())
    }

    /// The kind of what has a name; `None` if nothing has it.
    ///
    /// # Errors
    /// When the directory cannot be searched.
    pub fn kind(&self, name: &OsStr) -> io::Result<Option<Kind>> {
        match self.system.kind(&self.path, one_name(name)?) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            kind => kind.map(Some),
        }
    }

    /// The permissions of what has a name, which may be a link itself.
    ///
    /// # Errors
    /// When nothing has the name, or the directory cannot be searched.
    pub fn permissions(&self, name: &OsStr) -> io::Result<Permissions> {
        self.system.permissions(&self.path, one_name(name)?)
    }

    /// Opens a regular file to read it.
    ///
    /// # Errors
    /// When it cannot be opened, is a link, or is no regular file.
    pub fn open_file(&self, name: &OsStr) -> io::Result<File> {
        regular(self.system.open_file(&self.path, one_name(name)?, Access::Read)?)
    }

    /// Opens a regular file to write over it; its bytes stay.
    ///
    /// # Errors
    /// As for [`Self::open_file`].
    pub fn open_to_write(&self, name: &OsStr) -> io::Result<File> {
        regular(self.system.open_file(&self.path, one_name(name)?, Access::Write)?)
    }

    /// Opens a regular file to lock it. Creates an empty private file if the file does not exist.
    ///
    /// # Errors
    /// As for [`Self::open_file`].
    pub fn open_or_create_file(&self, name: &OsStr) -> io::Result<File> {
        regular(self.system.open_file(&self.path, one_name(name)?, Access::Lock)?)
    }

    /// Makes a file that is not there; `mode` counts where the system has modes.
    ///
    /// # Errors
    /// When something has the name, or the file cannot be made.
    pub fn create_file(&self, name: &OsStr, mode: u32) -> io::Result<File> {
        self.system.open_file(&self.path, one_name(name)?, Access::Create(mode))
    }

    /// Makes a file under a name that nothing has: the prefix and a random number.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn create_temporary(&self, prefix: &str, mode: u32) -> io::Result<(OsString, File)> {
        with_free_name(prefix, |name| self.create_file(name, mode))
    }

    /// Makes a directory under a name that nothing has: the prefix and a random number.
    ///
    /// # Errors
    /// When the directory cannot be made.
    pub fn create_temporary_directory(&self, prefix: &str) -> io::Result<(OsString, Self)> {
        let (name, ()) = with_free_name(prefix, |name| self.create_directory(name))?;
        let directory = self.open_below(Path::new(&name))?;
        Ok((name, directory))
    }

    /// Writes a file beside its place and renames it, so that a reader sees the old file or the new one; `mode` counts where the
    /// system has modes. The name beside begins with `prefix`.
    ///
    /// # Errors
    /// When `write` fails, or the file cannot be created or renamed. The temporary file is removed then.
    pub fn replace_file(
        &self,
        name: &OsStr,
        (prefix, mode): (&str, u32),
        write: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> io::Result<()> {
        let (beside, mut file) = self.create_temporary(prefix, mode)?;
        let written = write(&mut file);
        drop(file);
        let replaced = written.and_then(|()| self.rename(&beside, self, name));
        if replaced.is_err() {
            // The first error is the one to report.
            let _left = self.remove_file(&beside);
        }
        replaced
    }

    /// Makes a directory that is not there.
    ///
    /// # Errors
    /// When something has the name, or the directory cannot be made.
    pub fn create_directory(&self, name: &OsStr) -> io::Result<()> {
        self.system.create_directory(&self.path, one_name(name)?)
    }

    /// Renames a file or directory of this directory, in the place of what has the new name in `directory`.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn rename(&self, from: &OsStr, directory: &Self, to: &OsStr) -> io::Result<()> {
        let to = (&directory.system, directory.path.as_path(), one_name(to)?);
        self.system.rename(&self.path, one_name(from)?, to)
    }

    /// Removes a file or a link.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn remove_file(&self, name: &OsStr) -> io::Result<()> {
        self.system.remove_file(&self.path, one_name(name)?)
    }

    /// Removes an empty directory.
    ///
    /// # Errors
    /// When it is not empty, or the system refuses.
    pub fn remove_empty_directory(&self, name: &OsStr) -> io::Result<()> {
        self.system.remove_directory(&self.path, one_name(name)?)
    }

    /// Removes a directory with all in it.
    ///
    /// # Errors
    /// When a part of it cannot be removed.
    pub fn remove_directory(&self, name: &OsStr) -> io::Result<()> {
        self.open_below(Path::new(one_name(name)?))?.empty()?;
        self.remove_empty_directory(name)
    }

    /// Removes all that is in this directory.
    ///
    /// # Errors
    /// When a part of it cannot be removed.
    pub fn empty(&self) -> io::Result<()> {
        for name in self.names()? {
            match self.kind(&name)? {
                Some(Kind::Directory) => self.remove_directory(&name)?,
                Some(_) => self.remove_file(&name)?,
                None => {}
            }
        }
        Ok(())
    }

    /// The names in this directory, in no order.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn names(&self) -> io::Result<Vec<OsString>> {
        self.system.names(&self.path)
    }

    /// Waits until the names in this directory are on disk, where the system can do that.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn sync(&self) -> io::Result<()> {
        self.system.sync()
    }

    /// Reads a regular file of at most `limit` bytes.
    ///
    /// # Errors
    /// As for [`Self::open_file`], and when the file is larger.
    pub fn read_at_most(&self, name: &OsStr, limit: u64) -> io::Result<Vec<u8>> {
        read_open_file(&self.open_file(name)?, limit)
    }
}

/// The bytes of an open file of at most `limit` bytes, from where it stands.
///
/// # Errors
/// When it cannot be read, or is larger.
pub fn read_open_file(file: &File, limit: u64) -> io::Result<Vec<u8>> {
    // Files of the kernel have no size, and others can grow.
    let size = file.metadata()?.len().min(limit);
    read_into(Vec::with_capacity(usize::try_from(size).unwrap_or_default()), file, limit)
}

/// The identity of an open file; `None` where the system has none.
pub fn file_identity(file: &File) -> Option<Identity> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        file.metadata().ok().map(|metadata| (metadata.dev(), metadata.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        None
    }
}

fn regular(file: File) -> io::Result<File> {
    let metadata = file.metadata()?;
    match metadata.is_file() {
        true => Ok(file),
        false if metadata.is_dir() => Err(ErrorKind::IsADirectory.into()),
        false => Err(io::Error::new(ErrorKind::InvalidInput, "it is not a regular file")),
    }
}

/// The name, if it is one part of a path and leads nowhere else.
fn one_name(name: &OsStr) -> io::Result<&OsStr> {
    let mut parts = Path::new(name).components();
    match (parts.next(), parts.next()) {
        (Some(Component::Normal(only)), None) if only == name => Ok(name),
        _ => Err(not_one_name()),
    }
}

fn not_one_name() -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, "a part of the path is no name")
}

fn is_a_link() -> io::Error {
    io::Error::new(ErrorKind::NotADirectory, "a link is on the way")
}

/// Passes random names that begin with the prefix to `create`, until one is free.
fn with_free_name<T>(prefix: &str, create: impl Fn(&OsStr) -> io::Result<T>) -> io::Result<(OsString, T)> {
    const ATTEMPTS: usize = 16;
    let mut last = ErrorKind::AlreadyExists.into();
    for _ in 0..ATTEMPTS {
        let number = getrandom::u64().map_err(io::Error::other)?;
        let name = OsString::from(format!("{prefix}{number:016x}"));
        match create(&name) {
            Ok(created) => return Ok((name, created)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// How a file in a directory is opened.
#[derive(Clone, Copy)]
enum Access {
    Read,
    Write,
    Lock,
    /// Creates a new file with this mode.
    Create(u32),
}

#[cfg(unix)]
mod held {
    use std::ffi::{OsStr, OsString};
    use std::fs::{File, Permissions};
    use std::io;
    use std::os::fd::OwnedFd;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use rustix::fs::{
        AtFlags, CWD, Dir, FileType, Mode, OFlags, fstat, fsync, mkdirat, openat, renameat, statat, unlinkat,
    };
    use rustix::io::Errno;

    use super::{Access, Identity, Kind, PRIVATE, is_a_link};

    pub(super) type Handle = Held;

    #[derive(Debug)]
    pub(super) struct Held(OwnedFd);

    /// The flags that open a directory to search it. On Linux they need no permission to list it.
    #[cfg(target_os = "linux")]
    const SEARCH: OFlags = OFlags::PATH;
    #[cfg(not(target_os = "linux"))]
    const SEARCH: OFlags = OFlags::RDONLY;

    fn for_directories() -> OFlags {
        SEARCH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC
    }

    pub(super) fn open_top(path: &Path) -> io::Result<Held> {
        Ok(Held(openat(CWD, path, for_directories(), Mode::empty())?))
    }

    impl Held {
        pub(super) fn try_clone(&self) -> io::Result<Self> {
            Ok(Self(self.0.try_clone()?))
        }

        pub(super) fn open_directory(&self, path: &Path, name: &OsStr) -> io::Result<Self> {
            match openat(&self.0, name, for_directories(), Mode::empty()) {
                Ok(opened) => Ok(Self(opened)),
                Err(Errno::LOOP) => Err(is_a_link()),
                // Linux returns the same for a link and for a file.
                Err(Errno::NOTDIR) if self.kind(path, name)? == Kind::Link => Err(is_a_link()),
                Err(error) => Err(error.into()),
            }
        }

        pub(super) fn open_file(&self, _path: &Path, name: &OsStr, access: Access) -> io::Result<File> {
            let never_waits_or_follows =
                OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
            let (flags, mode) = match access {
                Access::Read => (OFlags::RDONLY, 0),
                Access::Write => (OFlags::WRONLY, 0),
                Access::Lock => (OFlags::WRONLY | OFlags::APPEND | OFlags::CREATE, PRIVATE),
                Access::Create(mode) => (OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL, mode),
            };
            match openat(&self.0, name, flags | never_waits_or_follows, Mode::from_bits_truncate(mode as _)) {
                Ok(opened) => Ok(opened.into()),
                Err(Errno::LOOP) => Err(is_a_link()),
                Err(error) => Err(error.into()),
            }
        }

        pub(super) fn kind(&self, _path: &Path, name: &OsStr) -> io::Result<Kind> {
            let stat = statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?;
            Ok(match FileType::from_raw_mode(stat.st_mode) {
                FileType::RegularFile => Kind::File,
                FileType::Directory => Kind::Directory,
                FileType::Symlink => Kind::Link,
                _ => Kind::Other,
            })
        }

        #[allow(clippy::useless_conversion, reason = "the types differ between systems")]
        pub(super) fn permissions(&self, _path: &Path, name: &OsStr) -> io::Result<Permissions> {
            let stat = statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?;
            Ok(Permissions::from_mode(u32::from(stat.st_mode) & 0o7777))
        }

        #[allow(clippy::unnecessary_cast, reason = "the types differ between systems")]
        pub(super) fn identity(&self) -> Option<Identity> {
            let stat = fstat(&self.0).ok()?;
            Some((stat.st_dev as u64, stat.st_ino as u64))
        }

        pub(super) fn create_directory(&self, _path: &Path, name: &OsStr) -> io::Result<()> {
            Ok(mkdirat(&self.0, name, Mode::from_bits_truncate(0o777))?)
        }

        pub(super) fn rename(
            &self,
            _path: &Path,
            from: &OsStr,
            (directory, _, to): (&Self, &Path, &OsStr),
        ) -> io::Result<()> {
            Ok(renameat(&self.0, from, &directory.0, to)?)
        }

        pub(super) fn remove_file(&self, _path: &Path, name: &OsStr) -> io::Result<()> {
            Ok(unlinkat(&self.0, name, AtFlags::empty())?)
        }

        pub(super) fn remove_directory(&self, _path: &Path, name: &OsStr) -> io::Result<()> {
            Ok(unlinkat(&self.0, name, AtFlags::REMOVEDIR)?)
        }

        pub(super) fn names(&self, _path: &Path) -> io::Result<Vec<OsString>> {
            let mut names = Vec::new();
            for entry in Dir::new(self.readable()?)? {
                let entry = entry?;
                let name = entry.file_name().to_bytes();
                if name != b"." && name != b".." {
                    names.push(OsStr::from_bytes(name).to_owned());
                }
            }
            Ok(names)
        }

        pub(super) fn sync(&self) -> io::Result<()> {
            Ok(fsync(self.readable()?)?)
        }

        fn readable(&self) -> io::Result<OwnedFd> {
            Ok(openat(&self.0, ".", OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?)
        }
    }
}

#[cfg(not(unix))]
mod checked {
    use std::ffi::{OsStr, OsString};
    use std::fs::{self, File, Permissions};
    use std::io;
    use std::path::{Path, PathBuf};

    use super::{Access, Identity, Kind, is_a_link};

    pub(super) type Handle = Checked;

    #[derive(Debug)]
    pub(super) struct Checked;

    pub(super) fn open_top(path: &Path) -> io::Result<Checked> {
        fs::metadata(path).map(|_| Checked)
    }

    /// The path of a name in a directory that no link leads to.
    fn checked(directory: &Path, name: &OsStr) -> io::Result<PathBuf> {
        match directory.parent().is_none() || fs::canonicalize(directory)? == directory {
            true => Ok(directory.join(name)),
            false => Err(is_a_link()),
        }
    }

    impl Checked {
        pub(super) fn try_clone(&self) -> io::Result<Self> {
            Ok(Self)
        }

        pub(super) fn open_directory(&self, path: &Path, name: &OsStr) -> io::Result<Self> {
            match fs::symlink_metadata(path.join(name))? {
                metadata if metadata.is_dir() => Ok(Self),
                metadata if metadata.is_symlink() => Err(is_a_link()),
                _ => Err(io::ErrorKind::NotADirectory.into()),
            }
        }

        pub(super) fn open_file(&self, path: &Path, name: &OsStr, access: Access) -> io::Result<File> {
            let path = checked(path, name)?;
            if fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_symlink()) {
                return Err(is_a_link());
            }
            let mut options = File::options();
            match access {
                Access::Read => options.read(true),
                Access::Write => options.write(true),
                Access::Lock => options.append(true).create(true),
                Access::Create(_) => options.write(true).create_new(true),
            };
            options.open(path)
        }

        pub(super) fn kind(&self, path: &Path, name: &OsStr) -> io::Result<Kind> {
            let file_type = fs::symlink_metadata(checked(path, name)?)?.file_type();
            Ok(match () {
                () if file_type.is_symlink() => Kind::Link,
                () if file_type.is_dir() => Kind::Directory,
                () if file_type.is_file() => Kind::File,
                () => Kind::Other,
            })
        }

        pub(super) fn permissions(&self, path: &Path, name: &OsStr) -> io::Result<Permissions> {
            Ok(fs::symlink_metadata(checked(path, name)?)?.permissions())
        }

        pub(super) fn identity(&self) -> Option<Identity> {
            None
        }

        pub(super) fn create_directory(&self, path: &Path, name: &OsStr) -> io::Result<()> {
            fs::create_dir(checked(path, name)?)
        }

        pub(super) fn rename(
            &self,
            path: &Path,
            from: &OsStr,
            (_, directory, to): (&Self, &Path, &OsStr),
        ) -> io::Result<()> {
            fs::rename(checked(path, from)?, checked(directory, to)?)
        }

        pub(super) fn remove_file(&self, path: &Path, name: &OsStr) -> io::Result<()> {
            fs::remove_file(checked(path, name)?)
        }

        pub(super) fn remove_directory(&self, path: &Path, name: &OsStr) -> io::Result<()> {
            fs::remove_dir(checked(path, name)?)
        }

        pub(super) fn names(&self, path: &Path) -> io::Result<Vec<OsString>> {
            fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.file_name())).collect()
        }

        pub(super) fn sync(&self) -> io::Result<()> {
            Ok(())
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::ffi::OsStr;
    use std::fs;
    use std::io::{ErrorKind, Write};
    use std::os::unix::fs::symlink;
    use std::path::Path;

    use super::{DirectoryHandle, Kind, PRIVATE};

    fn name(name: &str) -> &OsStr {
        OsStr::new(name)
    }

    /// A directory `inside` with `sub`, and beside it a directory `outside`.
    fn tree() -> (tempfile::TempDir, std::path::PathBuf) {
        let directory = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(directory.path()).unwrap();
        for path in ["inside/sub", "outside"] {
            fs::create_dir_all(root.join(path)).unwrap();
            fs::write(root.join(path).join("a"), path).unwrap();
        }
        (directory, root)
    }

    #[test]
    fn a_handle_stays_with_its_directory_when_a_link_takes_the_place() {
        let (_kept, root) = tree();
        let inside = DirectoryHandle::open(&root.join("inside")).unwrap();
        let held = inside.open_below(Path::new("sub")).unwrap();
        fs::rename(root.join("inside/sub"), root.join("inside/moved")).unwrap();
        symlink(root.join("outside"), root.join("inside/sub")).unwrap();
        assert!(!held.is_at(&inside, Path::new("sub")) && held.is_at(&inside, Path::new("moved")));
        held.create_file(name("new"), PRIVATE).unwrap().write_all(b"x").unwrap();
        held.rename(name("new"), &held, name("a")).unwrap();
        assert_eq!(fs::read_to_string(root.join("inside/moved/a")).unwrap(), "x");
        held.remove_file(name("a")).unwrap();
        assert_eq!(fs::read_to_string(root.join("outside/a")).unwrap(), "outside");
        assert_eq!(fs::read_dir(root.join("outside")).unwrap().count(), 1);
    }

    #[test]
    fn links_are_not_followed_and_names_are_no_paths() {
        let (_kept, root) = tree();
        symlink(root.join("outside"), root.join("inside/link")).unwrap();
        symlink(root.join("outside/a"), root.join("inside/file")).unwrap();
        let inside = DirectoryHandle::open(&root.join("inside")).unwrap();
        for path in ["link", "link/a", "..", "../outside", "/"] {
            assert!(inside.open_below(Path::new(path)).is_err(), "{path}");
        }
        assert!(DirectoryHandle::open(&root.join("inside/link")).is_err());
        assert!(DirectoryHandle::open_or_create(&root.join("inside/link/new")).is_err());
        assert!(DirectoryHandle::open(Path::new("inside")).is_err());
        assert_eq!(inside.kind(name("link")).unwrap(), Some(Kind::Link));
        for refused in ["file", "../outside/a", "sub/a", "link/a", "..", "."] {
            assert!(inside.open_file(name(refused)).is_err(), "{refused}");
            assert!(inside.open_to_write(name(refused)).is_err(), "{refused}");
            assert!(inside.open_or_create_file(name(refused)).is_err(), "{refused}");
        }
        assert_eq!(inside.create_file(name("file"), PRIVATE).unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert!(inside.remove_directory(name("link")).is_err());
        inside.empty().unwrap();
        assert_eq!(fs::read_dir(root.join("inside")).unwrap().count(), 0);
        assert_eq!(fs::read_to_string(root.join("outside/a")).unwrap(), "outside");
    }

    #[test]
    fn a_directory_that_cannot_be_listed_can_be_searched() {
        use std::os::unix::fs::PermissionsExt;
        let (_kept, root) = tree();
        fs::set_permissions(root.join("inside"), fs::Permissions::from_mode(0o311)).unwrap();
        let sub = DirectoryHandle::open(&root.join("inside/sub"));
        fs::set_permissions(root.join("inside"), fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(sub.is_ok(), cfg!(target_os = "linux") || rustix::process::geteuid().is_root());
    }

    #[test]
    fn missing_directories_are_made_on_request() {
        let (_kept, root) = tree();
        let path = root.join("inside/x/y");
        assert_eq!(DirectoryHandle::open(&path).unwrap_err().kind(), ErrorKind::NotFound);
        let made = DirectoryHandle::open_or_create(&path).unwrap();
        let (temporary, _) = made.create_temporary(".t-", PRIVATE).unwrap();
        assert_eq!(made.names().unwrap(), [temporary]);
        let (temporary, directory) = made.create_temporary_directory(".d-").unwrap();
        assert!(directory.is_at(&made, Path::new(&temporary)));
        made.sync().unwrap();
    }

    #[test]
    fn a_file_is_replaced_as_a_whole_or_not_at_all() {
        use std::os::unix::fs::PermissionsExt;
        let (_kept, root) = tree();
        let inside = DirectoryHandle::open(&root.join("inside/sub")).unwrap();
        inside.replace_file(name("a"), (".new-", PRIVATE), |file| file.write_all(b"new")).unwrap();
        assert_eq!(inside.permissions(name("a")).unwrap().mode(), PRIVATE);
        let failed = inside.replace_file(name("a"), (".new-", PRIVATE), |file| {
            file.write_all(b"half")?;
            Err(ErrorKind::StorageFull.into())
        });
        assert_eq!(failed.unwrap_err().kind(), ErrorKind::StorageFull);
        assert_eq!(fs::read_to_string(root.join("inside/sub/a")).unwrap(), "new");
        assert_eq!(inside.names().unwrap(), ["a"]);
    }
}
