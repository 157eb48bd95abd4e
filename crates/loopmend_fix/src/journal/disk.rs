//! What the journal does to the disk, one small step at a time, so that a test can stop it after each.

use std::ffi::OsStr;
use std::fs::{File, FileTimes};
use std::io::{self, Write};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use loopmend_files::{DirectoryHandle, Kind, PRIVATE, file_identity};
use serde::{Deserialize, Serialize};

use super::extended::copy_extended;

/// A time of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Time {
    /// Since 1970; below zero before.
    seconds: i64,
    /// Always forward.
    nanoseconds: u32,
}

impl Time {
    fn of(time: SystemTime) -> Self {
        match time.duration_since(UNIX_EPOCH) {
            Ok(after) => Self { seconds: after.as_secs() as i64, nanoseconds: after.subsec_nanos() },
            Err(error) => {
                let before = error.duration();
                let borrowed = i64::from(before.subsec_nanos() > 0);
                let nanoseconds = (1_000_000_000 - before.subsec_nanos()) % 1_000_000_000;
                Self { seconds: -(before.as_secs() as i64) - borrowed, nanoseconds }
            }
        }
    }

    fn system(self) -> SystemTime {
        let whole = Duration::from_secs(self.seconds.unsigned_abs());
        let start = if self.seconds < 0 { UNIX_EPOCH - whole } else { UNIX_EPOCH + whole };
        start + Duration::from_nanos(u64::from(self.nanoseconds))
    }
}

/// What a file has besides its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Attributes {
    /// The bits of `chmod`; where the system has none, whether the file is read-only.
    pub(super) mode: u32,
    /// User and group, where the system has them.
    pub(super) owner: Option<(u32, u32)>,
    /// When it was last changed.
    pub(super) modified: Time,
    /// When it was last read.
    pub(super) accessed: Time,
    /// How many names it has.
    pub(super) links: u64,
}

impl Attributes {
    /// Whether nobody may write to it.
    pub(super) fn is_read_only(&self) -> bool {
        const WRITE_BITS: u32 = 0o222;
        if cfg!(unix) { self.mode & WRITE_BITS == 0 } else { self.mode != 0 }
    }

    /// Whether both say the same of what people see: mode, owner, and when it was changed.
    pub(super) fn look_alike(&self, other: &Self) -> bool {
        (self.mode, self.owner, self.modified) == (other.mode, other.owner, other.modified)
    }
}

/// Attributes that a new file copies from an open one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Like<'a> {
    /// Nothing.
    None,
    /// Mode, owner and extended attributes.
    Look(&'a Attributes, &'a File),
    /// Mode and times, and owner and extended attributes where that is allowed.
    Twin(&'a Attributes, &'a File),
}

/// A name in a directory that is held open.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    /// The directory.
    pub(super) directory: &'a DirectoryHandle,
    /// One part of a path.
    pub(super) name: &'a OsStr,
}

impl<'a> At<'a> {
    /// A name in a directory.
    pub(super) fn new(directory: &'a DirectoryHandle, name: &'a (impl AsRef<OsStr> + ?Sized)) -> Self {
        Self { directory, name: name.as_ref() }
    }

    /// The kind of what is there, if anything is.
    pub(super) fn kind(self) -> io::Result<Option<Kind>> {
        self.directory.kind(self.name)
    }

    /// Opens the regular file that is there.
    pub(super) fn open(self) -> io::Result<File> {
        self.directory.open_file(self.name)
    }
}

/// The steps. Each is done, or has failed, when it returns.
pub(super) trait Disk {
    /// Makes a directory that is not there.
    fn create_directory(&self, at: At<'_>) -> io::Result<()>;
    /// Writes a file that is not there, looking like another one, down to the disk.
    fn write_new(&self, at: At<'_>, bytes: &[u8], like: Like<'_>) -> io::Result<()>;
    /// Writes other bytes into a file that is there and open to be read, down to the disk.
    fn overwrite(&self, at: At<'_>, known: &File, bytes: &[u8]) -> io::Result<()>;
    /// Sets mode and times.
    fn set_attributes(&self, at: At<'_>, attributes: &Attributes) -> io::Result<()>;
    /// Gives a file or directory another name, in the place of what has it.
    fn rename(&self, from: At<'_>, to: At<'_>) -> io::Result<()>;
    /// Removes a file or a link.
    fn remove_file(&self, at: At<'_>) -> io::Result<()>;
    /// Removes a directory with all in it.
    fn remove_directory(&self, at: At<'_>) -> io::Result<()>;
    /// Removes all that is in a directory.
    fn empty_directory(&self, directory: &DirectoryHandle) -> io::Result<()>;
    /// Makes the names in a directory last.
    fn sync_directory(&self, directory: &DirectoryHandle) -> io::Result<()>;
}

/// The attributes of an open file.
pub(super) fn attributes(file: &File) -> io::Result<Attributes> {
    let metadata = file.metadata()?;
    let modified = Time::of(metadata.modified()?);
    let accessed = metadata.accessed().map_or(modified, Time::of);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let owner = Some((metadata.uid(), metadata.gid()));
        Ok(Attributes { mode: metadata.mode() & 0o7777, owner, modified, accessed, links: metadata.nlink() })
    }
    #[cfg(not(unix))]
    {
        let mode = u32::from(metadata.permissions().readonly());
        Ok(Attributes { mode, owner: None, modified, accessed, links: 1 })
    }
}

/// The disk of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn create_directory(&self, at: At<'_>) -> io::Result<()> {
        at.directory.create_directory(at.name)
    }

    fn write_new(&self, at: At<'_>, bytes: &[u8], like: Like<'_>) -> io::Result<()> {
        let mut file = at.directory.create_file(at.name, PRIVATE)?;
        file.write_all(bytes)?;
        match like {
            Like::None => {}
            Like::Look(attributes, other) => {
                set_owner(&file, attributes)?;
                set_mode(&file, attributes)?;
                copy_extended(other, &file)?;
            }
            Like::Twin(attributes, other) => {
                let _asked_for_again_later = set_owner(&file, attributes);
                set_mode(&file, attributes)?;
                let _asked_for_again_later = copy_extended(other, &file);
                set_times(&file, attributes)?;
            }
        }
        file.sync_all()
    }

    fn overwrite(&self, at: At<'_>, known: &File, bytes: &[u8]) -> io::Result<()> {
        let mut file = at.directory.open_to_write(at.name)?;
        if file_identity(&file) != file_identity(known) {
            return Err(io::Error::other("another program has just put another file there"));
        }
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)?;
        file.sync_all()
    }

    fn set_attributes(&self, at: At<'_>, attributes: &Attributes) -> io::Result<()> {
        let file = at.directory.open_to_write(at.name).or_else(|_| at.open())?;
        set_mode(&file, attributes)?;
        set_times(&file, attributes)?;
        file.sync_all()
    }

    fn rename(&self, from: At<'_>, to: At<'_>) -> io::Result<()> {
        from.directory.rename(from.name, to.directory, to.name)
    }

    fn remove_file(&self, at: At<'_>) -> io::Result<()> {
        at.directory.remove_file(at.name)
    }

    fn remove_directory(&self, at: At<'_>) -> io::Result<()> {
        at.directory.remove_directory(at.name)
    }

    fn empty_directory(&self, directory: &DirectoryHandle) -> io::Result<()> {
        directory.empty()
    }

    fn sync_directory(&self, directory: &DirectoryHandle) -> io::Result<()> {
        directory.sync()
    }
}

fn set_times(file: &File, like: &Attributes) -> io::Result<()> {
    let times = FileTimes::new().set_modified(like.modified.system());
    file.set_times(times.set_accessed(like.accessed.system()))
}

#[cfg(unix)]
fn set_owner(file: &File, like: &Attributes) -> io::Result<()> {
    match (attributes(file)?.owner, like.owner) {
        (mine, Some((user, group))) if mine != like.owner => {
            std::os::unix::fs::fchown(file, Some(user), Some(group))
        }
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn set_owner(_file: &File, _like: &Attributes) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn set_mode(file: &File, like: &Attributes) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(like.mode))
}

#[cfg(not(unix))]
fn set_mode(file: &File, like: &Attributes) -> io::Result<()> {
    let mut permissions = file.metadata()?.permissions();
    permissions.set_readonly(like.mode != 0);
    file.set_permissions(permissions)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::Time;

    #[test]
    fn times_before_and_after_1970_come_back() {
        for time in [
            UNIX_EPOCH + Duration::new(1_700_000_000, 123_456_789),
            UNIX_EPOCH,
            UNIX_EPOCH - Duration::new(5, 0),
            UNIX_EPOCH - Duration::new(5, 250_000_000),
        ] {
            assert_eq!(Time::of(time).system(), time);
        }
    }
}
