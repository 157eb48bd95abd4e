//! The tree that is fixed, and all that can be said of its files.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::time::{Duration, UNIX_EPOCH};

use fastrand::Rng;

use crate::harness::*;

/// The directory of loopmend's journal, which is no part of the tree.
const JOURNAL: &str = ".loopmend-fix";

/// What a name in the tree is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Of a symbolic link, where it points; of a file, its bytes.
    bytes: Vec<u8>,
    mode: u32,
    /// Of files, in seconds and nanoseconds; directories change theirs when something is made in them.
    modified: Option<(i64, i64)>,
    /// The value of [`EXTENDED`].
    extended: Option<Vec<u8>>,
    /// The first of the names that the same file has.
    same_as: PathBuf,
}

/// An extended attribute.
const EXTENDED: &str = "user.loopmend";

/// All names below a directory.
pub(super) type Snapshot = BTreeMap<PathBuf, Entry>;

/// Puts `count` files with two findings each below `directory`: of each eighth one there is a hard link, of another a
/// symbolic one, another has an extended attribute, and modes and times are of all kinds.
/// Fails if the disk does not take it.
pub(super) fn generate(directory: &Path, count: usize, rng: &mut Rng) -> Result<()> {
    // The top of the project, where the journal goes.
    fs::create_dir(directory.join(".git"))?;
    for number in 0..count {
        let package = directory.join(format!("package_{}", number % 7));
        fs::create_dir_all(&package)?;
        let path = package.join(format!("module_{number}.py"));
        let ending = ["\n", "\r\n"][number % 2];
        let padding = "# line\n".repeat(rng.usize(..400));
        let text = format!(
            "import asyncio\n\n{padding}\nasync def work():\n    pass\n\n\nasync def main():\n    work()\n    \
             asyncio.create_task(work())\n"
        );
        workspace::write(&path, &text.replace('\n', ending))?;
        match number % 8 {
            1 => fs::hard_link(&path, package.join(format!("link_{number}.txt")))?,
            2 => {
                let target = package.join(format!("target_{number}.txt"));
                fs::rename(&path, &target)?;
                symlink(format!("target_{number}.txt"), &path)?;
            }
            3 => {
                let _not_every_file_system_has_them = xattr::set(&path, EXTENDED, b"kept");
            }
            _ => {}
        }
        let mode = [0o644, 0o600, 0o755, 0o664, 0o2775][number % 5];
        fs::set_permissions(&path, fs::Permissions::from_mode(mode))?;
        let time = UNIX_EPOCH + Duration::new(rng.u64(1..1_700_000_000), rng.u32(..1_000_000_000));
        fs::File::options().write(true).open(&path)?.set_modified(time)?;
    }
    Ok(())
}

/// Copies a tree with all that is said of its files, hard links among them. Fails if it cannot be copied.
pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    workspace::remove_directory(to)?;
    let parent = to.parent().context("a tree has a parent")?;
    fs::create_dir_all(parent)?;
    workspace::run_visibly(Command::new("cp").arg("-a").arg(from).arg(to))
}

/// Reads a tree. Fails if it cannot be read.
pub(super) fn snapshot(directory: &Path) -> Result<Snapshot> {
    let mut names = BTreeMap::new();
    let mut snapshot = Snapshot::new();
    read(directory, Path::new(""), &mut names, &mut snapshot)?;
    Ok(snapshot)
}

fn read(
    root: &Path,
    below: &Path,
    names: &mut BTreeMap<u64, PathBuf>,
    snapshot: &mut Snapshot,
) -> Result<()> {
    let entries = workspace::entries(&root.join(below))?;
    let mut children: Vec<PathBuf> =
        entries.iter().filter_map(|path| Some(below.join(path.file_name()?))).collect();
    children.sort();
    for name in children.into_iter().filter(|name| !name.starts_with(JOURNAL)) {
        let path = root.join(&name);
        let metadata = fs::symlink_metadata(&path)?;
        let bytes = if metadata.is_symlink() {
            fs::read_link(&path)?.into_os_string().into_encoded_bytes()
        } else if metadata.is_file() {
            fs::read(&path)?
        } else {
            Vec::new()
        };
        let entry = Entry {
            bytes,
            mode: metadata.mode(),
            modified: (!metadata.is_dir()).then(|| (metadata.mtime(), metadata.mtime_nsec())),
            extended: xattr::get(&path, EXTENDED).ok().flatten(),
            same_as: names.entry(metadata.ino()).or_insert_with(|| name.clone()).clone(),
        };
        snapshot.insert(name.clone(), entry);
        if metadata.is_dir() {
            read(root, &name, names, snapshot)?;
        }
    }
    Ok(())
}

/// The first name that two trees have different things under.
pub(super) fn difference(one: &Snapshot, other: &Snapshot) -> Option<PathBuf> {
    let names = one.keys().chain(other.keys());
    names.filter(|name| one.get(*name) != other.get(*name)).min().cloned()
}

/// How many files hold neither what they held nor what they are to hold; those with one name, and those with several, which
/// are written in place.
pub(super) fn torn(now: &Snapshot, before: &Snapshot, after: &Snapshot) -> (usize, usize) {
    let mut count = (0, 0);
    for (name, entry) in now {
        let holds = |tree: &Snapshot| tree.get(name).is_some_and(|known| known.bytes == entry.bytes);
        let is_known = before.contains_key(name);
        if !is_known || holds(before) || holds(after) {
            continue;
        }
        let has_other_name = now.iter().any(|(other, it)| other != name && it.same_as == entry.same_as);
        if has_other_name { count.1 += 1 } else { count.0 += 1 }
    }
    count
}

/// Whether two trees hold the same files with the same bytes and modes, whenever they were written.
pub(super) fn same_texts(one: &Snapshot, other: &Snapshot) -> bool {
    let is_same = |(name, entry): (&PathBuf, &Entry)| {
        other.get(name).is_some_and(|found| found.bytes == entry.bytes && found.mode == entry.mode)
    };
    one.len() == other.len() && one.iter().all(is_same)
}
