//! Temporary directories of runs. The next run removes those of a run that was killed.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use loopmend_files::StateKey;
use tempfile::TempDir;

/// What all their names begin with.
const PREFIX: &str = "loopmend-";
/// The file that is locked while the run lives, and says who made the directory.
const LOCK: &str = "loopmend.lock";
const MAX_LOCK_TEXT: u64 = 1024;
const MAC_CONTEXT: &str = "temporary directory";
/// The file that has backup programs, and copies of a project around it, leave the directory out.
const TAG: &str = "CACHEDIR.TAG";
const TAG_TEXT: &str =
    "Signature: 8a477f597d28d172789f06886806bc55\n# A temporary directory of a run of loopmend.\n";

/// A private directory, removed in the end.
#[derive(Debug)]
pub(crate) struct RunDirectory {
    /// Closed before the directory goes. The system unlocks it when the process dies.
    _lock: File,
    directory: TempDir,
}

impl RunDirectory {
    /// Makes a directory for files of a `kind` where the system has temporary files.
    ///
    /// # Errors
    /// When the directory cannot be made.
    pub(crate) fn new(kind: &str, project: &Path) -> io::Result<Self> {
        let key = StateKey::load_or_create(project);
        Self::new_in(&std::env::temp_dir(), kind, key.as_ref())
    }

    /// The same in a directory. Without a key, nobody removes what a dead run leaves.
    pub(crate) fn new_in(parent: &Path, kind: &str, key: Option<&StateKey>) -> io::Result<Self> {
        let prefix = format!("{PREFIX}{kind}-");
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let directory = builder.tempdir_in(parent)?;
        fs::write(directory.path().join(TAG), TAG_TEXT)?;
        let mut lock = File::create_new(directory.path().join(LOCK))?;
        // What cannot be locked gets no text, so that nobody takes it for that of a dead run.
        if lock.try_lock().is_ok()
            && let Some(key) = key
        {
            lock.write_all(lock_text(&fs::canonicalize(directory.path())?, key).as_bytes())?;
        }
        Ok(Self { _lock: lock, directory })
    }

    pub(crate) fn path(&self) -> &Path {
        self.directory.path()
    }
}

impl Drop for RunDirectory {
    fn drop(&mut self) {
        // The lock goes last: a process that is killed meanwhile leaves what the next run can remove.
        empty(self.directory.path());
    }
}

/// Removes the temporary directories that killed runs of this user left. They may lie in a project, so the call comes before its files
/// are looked for.
pub fn remove_dead_directories(project: &Path) {
    if let Some(key) = StateKey::load_or_create(project) {
        remove_dead(&std::env::temp_dir(), &key);
    }
}

/// What the lock file of a directory says. No one without the key of this user can write it.
fn lock_text(directory: &Path, key: &StateKey) -> String {
    let mac = key.mac(MAC_CONTEXT, directory.as_os_str().as_encoded_bytes());
    let digits: String = mac.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("A run of loopmend holds this lock.\n{digits}\n")
}

/// Removes the directories that dead runs left in a directory. One that cannot be removed stays.
fn remove_dead(parent: &Path, key: &StateKey) {
    let Ok(parent) = fs::canonicalize(parent) else { return };
    for entry in fs::read_dir(&parent).into_iter().flatten().flatten() {
        if !entry.file_name().as_encoded_bytes().starts_with(PREFIX.as_bytes()) {
            continue;
        }
        let path = parent.join(entry.file_name());
        // The lock is held until nothing is left.
        if let Some(_lock) = lock_of_dead(&path, key) {
            empty(&path);
            let _left_for_the_next_run = remove(&path);
        }
    }
}

/// The locked file of a directory that a dead run of this user left.
fn lock_of_dead(directory: &Path, key: &StateKey) -> Option<File> {
    let metadata = fs::symlink_metadata(directory).ok()?;
    if !metadata.is_dir() || !is_private(&metadata) {
        return None;
    }
    let path = directory.join(LOCK);
    let mut lock = loopmend_files::open(&path).ok()?;
    lock.try_lock().ok()?;
    // Another run may have removed the directory between the two, and a link leads to another file.
    if !is_same(&fs::symlink_metadata(&path).ok()?, &lock.metadata().ok()?) {
        return None;
    }
    let mut text = String::new();
    (&mut lock).take(MAX_LOCK_TEXT).read_to_string(&mut text).ok()?;
    (text == lock_text(directory, key)).then_some(lock)
}

#[cfg(unix)]
fn is_private(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    metadata.uid() == rustix::process::geteuid().as_raw() && metadata.mode() & 0o077 == 0
}

#[cfg(not(unix))]
fn is_private(_: &Metadata) -> bool {
    true
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    one.is_file() && (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(one: &Metadata, _: &Metadata) -> bool {
    one.is_file()
}

/// Removes all but the lock file.
fn empty(directory: &Path) {
    for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
        if entry.file_name() != LOCK {
            let _left_for_the_next_run = remove(&entry.path());
        }
    }
}

/// Removes a file, a link or a directory with all that is in it, also where a test took the permission away. Links are not
/// followed.
///
/// # Errors
/// When something stays.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(path)?.is_dir() {
        return fs::remove_file(path);
    }
    fs::remove_dir_all(path).or_else(|_| {
        permit(path);
        fs::remove_dir_all(path)
    })
}

/// Permits the user to change a directory and those in it.
fn permit(directory: &Path) {
    let mut left: Vec<PathBuf> = vec![directory.to_owned()];
    while let Some(directory) = left.pop() {
        let Ok(metadata) = fs::symlink_metadata(&directory) else { continue };
        let mut permissions = metadata.permissions();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            permissions.set_mode(permissions.mode() | 0o700);
        }
        #[cfg(not(unix))]
        #[expect(clippy::permissions_set_readonly_false, reason = "not on Unix")]
        permissions.set_readonly(false);
        let _stays_as_it_is = fs::set_permissions(&directory, permissions);
        let entries = fs::read_dir(&directory).into_iter().flatten().flatten();
        let directories = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        left.extend(directories.map(|entry| entry.path()));
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::{self, File, Permissions};
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::PathBuf;

    use loopmend_files::StateKey;

    use super::{LOCK, RunDirectory, lock_text, remove_dead};

    /// A directory for temporary files, and the key of a user.
    fn place() -> (tempfile::TempDir, PathBuf, StateKey) {
        let place = tempfile::tempdir().unwrap();
        let temporary = place.path().canonicalize().unwrap().join("tmp");
        fs::create_dir(&temporary).unwrap();
        let key = StateKey::load_or_create_in(&place.path().join("state")).unwrap();
        (place, temporary, key)
    }

    /// The directory as a run leaves it that is killed.
    fn killed(directory: RunDirectory) -> PathBuf {
        let path = directory.path().to_owned();
        fs::create_dir(path.join("project")).unwrap();
        fs::write(path.join("project/a.py"), "").unwrap();
        let directory = std::mem::ManuallyDrop::new(directory);
        directory._lock.unlock().unwrap();
        path
    }

    #[test]
    fn a_directory_of_a_dead_run_is_removed_and_one_of_a_live_run_stays() {
        let (_place, temporary, key) = place();
        let dead = killed(RunDirectory::new_in(&temporary, "verify", Some(&key)).unwrap());
        fs::set_permissions(dead.join("project"), Permissions::from_mode(0o500)).unwrap();
        let live = RunDirectory::new_in(&temporary, "verify", Some(&key)).unwrap();
        fs::write(live.path().join("a.py"), "").unwrap();
        remove_dead(&temporary, &key);
        assert!(!dead.exists() && live.path().join("a.py").exists());
        drop(live);
        assert_eq!(fs::read_dir(&temporary).unwrap().count(), 0);
    }

    #[test]
    fn a_directory_that_this_user_did_not_make_stays() {
        let (place, temporary, key) = place();
        let other = StateKey::load_or_create_in(&place.path().join("other")).unwrap();
        let make = |key: Option<&StateKey>| RunDirectory::new_in(&temporary, "verify", key).unwrap();
        let mut kept = vec![killed(make(None)), killed(make(Some(&other)))];
        let moved = temporary.join("loopmend-verify-moved");
        fs::rename(killed(make(Some(&key))), &moved).unwrap();
        let open = killed(make(Some(&key)));
        fs::set_permissions(&open, Permissions::from_mode(0o755)).unwrap();
        let unlocked = killed(make(Some(&key)));
        fs::remove_file(unlocked.join(LOCK)).unwrap();
        let linked = killed(make(Some(&key)));
        let text = place.path().join("text");
        fs::write(&text, lock_text(&linked, &key)).unwrap();
        fs::remove_file(linked.join(LOCK)).unwrap();
        symlink(&text, linked.join(LOCK)).unwrap();
        kept.extend([moved, open, unlocked, linked]);
        remove_dead(&temporary, &key);
        for path in kept {
            assert!(path.join("project/a.py").exists(), "{}", path.display());
        }
    }

    #[test]
    fn links_are_not_followed() {
        let (place, temporary, key) = place();
        let outside = place.path().join("outside");
        fs::create_dir(&outside).unwrap();
        File::create(outside.join("a.py")).unwrap();
        let dead = killed(RunDirectory::new_in(&temporary, "verify", Some(&key)).unwrap());
        symlink(&outside, dead.join("link")).unwrap();
        let real = killed(RunDirectory::new_in(&outside, "verify", Some(&key)).unwrap());
        symlink(&real, temporary.join("loopmend-verify-link")).unwrap();
        remove_dead(&temporary, &key);
        assert!(!dead.exists() && real.join("project/a.py").exists());
        assert!(outside.join("a.py").exists());
    }
}
