//! The key that proves that a file was written by this user on this machine.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

const LENGTH: usize = 32;
const FILE_NAME: &str = "key";

/// A secret that lies in the user's state directory, readable by this user alone. What lies in a repository
/// counts as ours only where a MAC by this key says so.
#[derive(Clone)]
pub struct StateKey([u8; LENGTH]);

impl std::fmt::Debug for StateKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StateKey")
    }
}

/// The directory where loopmend keeps what it must be able to trust; `None` for a user without a home, and
/// where the directory lies in `project`, whose author could have written it.
pub fn state_directory(project: &Path) -> Option<PathBuf> {
    let user = etcetera::choose_base_strategy().ok()?;
    let directory = user.state_dir().unwrap_or_else(|| user.data_dir()).join("loopmend");
    (directory.is_absolute() && !lies_in(&directory, project)).then_some(directory)
}

/// Whether `path` is in `directory` by its text or once links are followed. Parts of it that do not exist yet
/// count by their text.
pub fn lies_in(path: &Path, directory: &Path) -> bool {
    path.starts_with(directory) || real_path(path).starts_with(real_path(directory))
}

/// The path with the links of its existing part followed.
pub fn real_path(path: &Path) -> PathBuf {
    let existing = path.ancestors().find_map(|ancestor| Some((ancestor, fs::canonicalize(ancestor).ok()?)));
    existing.map_or_else(
        || path.to_owned(),
        |(ancestor, real)| match path.strip_prefix(ancestor) {
            Ok(rest) if !rest.as_os_str().is_empty() => real.join(rest),
            _ => real,
        },
    )
}

impl StateKey {
    /// Reads the key, or makes one. `None` where there is no safe place for it outside of `project`: no home,
    /// a disk that takes no file, a key that others can read or write.
    pub fn load_or_create(project: &Path) -> Option<Self> {
        Self::load_or_create_in(&state_directory(project)?)
    }

    /// The same in a directory that no stranger can write to.
    pub fn load_or_create_in(directory: &Path) -> Option<Self> {
        let path = directory.join(FILE_NAME);
        match Self::load(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::create(directory, &path).ok(),
            loaded => loaded.ok(),
        }
    }

    fn load(path: &Path) -> io::Result<Self> {
        let mut file = open_own(path)?;
        let mut key = [0; LENGTH];
        file.read_exact(&mut key)?;
        if file.read(&mut [0])? != 0 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(Self(key))
    }

    /// Of two runs that make a key at once, both take the one that was there first.
    fn create(directory: &Path, path: &Path) -> io::Result<Self> {
        create_private(directory)?;
        let mut key = [0; LENGTH];
        getrandom::fill(&mut key).map_err(io::Error::other)?;
        let mut file = tempfile::Builder::new().prefix(".").tempfile_in(directory)?;
        file.write_all(&key)?;
        file.as_file().sync_all()?;
        match file.persist_noclobber(path) {
            Ok(_) => Ok(Self(key)),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Self::load(path),
            Err(error) => Err(error.error),
        }
    }

    /// The MAC of `bytes`. `context` says what they are: the MAC of one kind of data is none of another.
    pub fn mac(&self, context: &str, bytes: &[u8]) -> [u8; 32] {
        *blake3::keyed_hash(&self.derive(context), bytes).as_bytes()
    }

    /// Whether `mac` is that of `bytes`; takes the same time wherever it differs.
    pub fn verify(&self, context: &str, bytes: &[u8], mac: &[u8]) -> bool {
        <[u8; 32]>::try_from(mac).is_ok_and(|mac| {
            blake3::keyed_hash(&self.derive(context), bytes) == blake3::Hash::from_bytes(mac)
        })
    }

    /// A key for one purpose, which says nothing of this one.
    pub fn derive(&self, context: &str) -> [u8; 32] {
        blake3::derive_key(&format!("loopmend {context}"), &self.0)
    }
}

/// Opens a regular file that belongs to this user and that no other user can read or write; no link.
#[cfg(unix)]
fn open_own(path: &Path) -> io::Result<fs::File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
    const OF_OTHERS: u32 = 0o077;

    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let file = fs::File::options().read(true).custom_flags(flags.bits().cast_signed()).open(path)?;
    let metadata = file.metadata()?;
    let is_own = metadata.uid() == rustix::process::geteuid().as_raw();
    if metadata.is_file() && is_own && metadata.mode() & OF_OTHERS == 0 {
        Ok(file)
    } else {
        Err(io::ErrorKind::PermissionDenied.into())
    }
}

/// The user's profile is private on other systems.
#[cfg(not(unix))]
fn open_own(path: &Path) -> io::Result<fs::File> {
    crate::open(path)
}

fn create_private(directory: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{StateKey, lies_in};

    #[test]
    fn a_key_is_made_once_and_read_again() {
        let directory = tempfile::tempdir().unwrap();
        let state = directory.path().join("state/loopmend");
        let made = StateKey::load_or_create_in(&state).unwrap();
        let read = StateKey::load_or_create_in(&state).unwrap();
        let mac = made.mac("test", b"text");
        assert!(read.verify("test", b"text", &mac));
        assert!(!read.verify("other", b"text", &mac) && !read.verify("test", b"texts", &mac));
        assert!(!read.verify("test", b"text", &mac[..31]));
        assert_eq!(fs::read_dir(&state).unwrap().count(), 1);
    }

    #[test]
    fn another_user_has_another_key() {
        let [one, other] = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let key = |directory: &tempfile::TempDir| StateKey::load_or_create_in(directory.path()).unwrap();
        assert!(!key(&one).verify("test", b"text", &key(&other).mac("test", b"text")));
    }

    #[test]
    fn a_key_of_the_wrong_length_is_none() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("key");
        StateKey::load_or_create_in(directory.path()).unwrap();
        for length in [31, 33] {
            fs::write(&path, vec![0; length]).unwrap();
            assert!(StateKey::load_or_create_in(directory.path()).is_none());
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_key_that_others_can_read_or_that_is_a_link_is_none() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("key");
        StateKey::load_or_create_in(directory.path()).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(StateKey::load_or_create_in(directory.path()).is_none());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        fs::rename(&path, directory.path().join("real")).unwrap();
        symlink("real", &path).unwrap();
        assert!(StateKey::load_or_create_in(directory.path()).is_none());
    }

    #[test]
    fn a_place_that_takes_no_file_has_no_key() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(StateKey::load_or_create_in(&file.join("state")).is_none());
    }

    #[cfg(unix)]
    #[test]
    fn a_path_lies_in_a_directory_by_its_text_or_its_links() {
        let directory = tempfile::tempdir().unwrap();
        let project = directory.path().join("project");
        fs::create_dir_all(project.join("inside")).unwrap();
        let link = directory.path().join("link");
        std::os::unix::fs::symlink(project.join("inside"), &link).unwrap();
        assert!(lies_in(&project, &project) && lies_in(&project.join("a/b"), &project));
        assert!(lies_in(&link.join("not/yet"), &project));
        assert!(!lies_in(directory.path(), &project) && !lies_in(&directory.path().join("x"), &project));
    }
}
