//! What the journal does to the disk, one small step at a time, so that a test can stop it after each.

use std::fs::{self, File, FileTimes, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::extended::copy_extended;
use super::record::Entry;

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

/// What a new file has of another one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Like<'a> {
    /// Nothing.
    None,
    /// Mode, owner and extended attributes.
    Look(&'a Entry),
    /// Mode and times, and owner and extended attributes where that is allowed.
    Twin(&'a Entry),
}

/// The steps. Each is done, or has failed, when it returns.
pub(super) trait Disk {
    /// Makes a directory that is not there.
    fn create_directory(&self, path: &Path) -> io::Result<()>;
    /// Writes a file that is not there, looking like another one, down to the disk.
    fn write_new(&self, path: &Path, bytes: &[u8], like: Like<'_>) -> io::Result<()>;
    /// Writes other bytes into a file that is there, down to the disk.
    fn overwrite(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Sets mode and times.
    fn set_attributes(&self, path: &Path, attributes: &Attributes) -> io::Result<()>;
    /// Gives a file or directory another name, in the place of what has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes a directory with all in it.
    fn remove_directory(&self, path: &Path) -> io::Result<()>;
    /// Makes the names in a directory last.
    fn sync_directory(&self, path: &Path) -> io::Result<()>;
}

/// The attributes of a file, symbolic links followed.
pub(super) fn attributes(path: &Path) -> io::Result<Attributes> {
    let metadata = fs::metadata(path)?;
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

/// What tells a file from every other one, whatever name it has.
pub(super) type Identity = (u64, u64);

/// The identity of a file, symbolic links followed; `None` where the system does not say.
pub(super) fn identity(path: &Path) -> Option<Identity> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let metadata = fs::metadata(path).ok()?;
        Some((metadata.dev(), metadata.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// The disk of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn create_directory(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8], like: Like<'_>) -> io::Result<()> {
        let mut file = for_me_alone().write(true).create_new(true).open(path)?;
        file.write_all(bytes)?;
        match like {
            Like::None => {}
            Like::Look(Entry { path: other, attributes, .. }) => {
                set_owner(path, attributes)?;
                set_mode(&file, attributes)?;
                copy_extended(other, path)?;
            }
            Like::Twin(Entry { path: other, attributes, .. }) => {
                let _asked_for_again_later = set_owner(path, attributes);
                set_mode(&file, attributes)?;
                let _asked_for_again_later = copy_extended(other, path);
                set_times(&file, attributes)?;
            }
        }
        file.sync_all()
    }

    fn overwrite(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(path)?;
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)?;
        file.sync_all()
    }

    fn set_attributes(&self, path: &Path, attributes: &Attributes) -> io::Result<()> {
        let file = OpenOptions::new().write(true).open(path).or_else(|_| File::open(path))?;
        set_mode(&file, attributes)?;
        set_times(&file, attributes)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    fn sync_directory(&self, path: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
    }
}

/// Makes files that nobody else can read, until they get another mode.
fn for_me_alone() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn set_times(file: &File, like: &Attributes) -> io::Result<()> {
    let times = FileTimes::new().set_modified(like.modified.system());
    file.set_times(times.set_accessed(like.accessed.system()))
}

#[cfg(unix)]
fn set_owner(path: &Path, like: &Attributes) -> io::Result<()> {
    match (attributes(path)?.owner, like.owner) {
        (mine, Some((user, group))) if mine != like.owner => {
            std::os::unix::fs::chown(path, Some(user), Some(group))
        }
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn set_owner(_path: &Path, _like: &Attributes) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn set_mode(file: &File, like: &Attributes) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(like.mode))
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
