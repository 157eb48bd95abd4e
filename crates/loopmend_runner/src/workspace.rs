//! A private copy of a project's tree, in which tests run while the user's own files stay as they are.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::copying::{Copier, CopyLimits};
use crate::temporary::{RunDirectory, remove};

/// Directories that no suite needs: history, caches, and packages that a tool installs again.
const LEFT_OUT: [&str; 10] = [
    ".git",
    ".hg",
    ".svn",
    "__pycache__",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".tox",
    ".nox",
    "node_modules",
];

/// Files that say of a directory that it is a cache or an environment. Temporary directories of loopmend have the first one: they may
/// lie in the project.
const MARKERS: [&str; 3] = ["CACHEDIR.TAG", "pyvenv.cfg", "conda-meta"];

/// A copy of a tree.
#[derive(Debug)]
pub struct Workspace {
    /// Removed in the end.
    _directory: RunDirectory,
    original: PathBuf,
    top: PathBuf,
    entries: BTreeMap<PathBuf, Entry>,
    /// How many bytes were copied.
    bytes: u64,
}

/// What the copy holds at a path below its top.
#[derive(Debug)]
enum Entry {
    Directory,
    Link(PathBuf),
    File { source: Stamp, copy: Stamp },
}

/// How a file was when it was looked at. A write changes it, even one that sets the time back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    changed: (i64, i64),
}

impl Stamp {
    pub(crate) fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let changed = {
            use std::os::unix::fs::MetadataExt;
            (metadata.ctime(), metadata.ctime_nsec())
        };
        #[cfg(not(unix))]
        let changed = (0, 0);
        Self { length: metadata.len(), modified: metadata.modified().ok(), changed }
    }
}

/// Why a tree could not be copied, or the copy not be put back.
#[derive(Debug)]
pub enum CopyError {
    /// A file or directory, and what the system says.
    Io(PathBuf, io::Error),
    /// The user's file changed since it was found or copied.
    Changed(PathBuf),
    /// A file has more bytes than are copied.
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its bytes, without holes.
        bytes: u64,
        /// How many it may have.
        limit: u64,
    },
    /// All files together have more bytes than are copied.
    TooLargeTogether {
        /// The largest file that was met.
        largest: PathBuf,
        /// Its bytes, without holes.
        bytes: u64,
        /// How many all may have.
        limit: u64,
    },
    /// The user pressed Ctrl-C.
    Interrupted,
}

impl fmt::Display for CopyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(path, error) => write!(f, "failed to copy `{}`: {error}", path.display()),
            Self::Changed(path) => write!(f, "`{}` changed during the run", path.display()),
            Self::TooLarge { path, bytes, limit } => write!(
                f,
                "`{}` has {}, and a file in the copy may have {}; {WAY_OUT}",
                path.display(),
                shown_size(*bytes),
                shown_size(*limit)
            ),
            Self::TooLargeTogether { largest, bytes, limit } => write!(
                f,
                "the project has more than {} to copy (the largest file, `{}`, has {}); {WAY_OUT}",
                shown_size(*limit),
                largest.display(),
                shown_size(*bytes)
            ),
            Self::Interrupted => f.write_str("interrupted"),
        }
    }
}

impl std::error::Error for CopyError {}

const WAY_OUT: &str = "a directory with a file `CACHEDIR.TAG` in it is left out";

fn shown_size(bytes: u64) -> String {
    const UNITS: [(&str, u32); 3] = [("GiB", 30), ("MiB", 20), ("KiB", 10)];
    let unit = UNITS.iter().find(|(_, shift)| bytes >> shift > 0);
    unit.map_or_else(|| format!("{bytes} bytes"), |(name, shift)| format!("{} {name}", bytes >> shift))
}

/// Names the path of an error.
fn at(path: &Path) -> impl FnOnce(io::Error) -> CopyError {
    let path = path.to_owned();
    |error| CopyError::Io(path, error)
}

impl Workspace {
    /// Copies a tree to a directory of the same name. Left out are history, caches, environments, build outputs, and what is called
    /// `besides`. `watch` takes how many bytes are copied, several times a second, and returns whether to go on.
    ///
    /// # Errors
    /// When something cannot be read or written or is too large, or `watch` returns `false`.
    pub fn copy(original: &Path, besides: &str, watch: &dyn Fn(u64) -> bool) -> Result<Self, CopyError> {
        let directory = RunDirectory::new("verify", original).map_err(at(&std::env::temp_dir()))?;
        Self::copy_to(directory, original, besides, &mut Copier::new(CopyLimits::USUAL, watch))
    }

    fn copy_to(
        directory: RunDirectory,
        original: &Path,
        besides: &str,
        copier: &mut Copier<'_>,
    ) -> Result<Self, CopyError> {
        let original = fs::canonicalize(original).map_err(at(original))?;
        let place = fs::canonicalize(directory.path()).map_err(at(directory.path()))?;
        let top = place.join(original.file_name().unwrap_or("project".as_ref()));
        fs::create_dir(&top).map_err(at(&top))?;
        let mut copy = Self { _directory: directory, original, top, entries: BTreeMap::new(), bytes: 0 };
        copy.fill(besides, copier)?;
        copy.bytes = copier.bytes();
        Ok(copy)
    }

    fn fill(&mut self, besides: &str, copier: &mut Copier<'_>) -> Result<(), CopyError> {
        let original = self.original.clone();
        walk(&original, besides, &mut |relative, metadata| {
            copier.go_on()?;
            self.take(relative, metadata, copier)
        })
    }

    /// Copies one entry. One that is gone by now is as if it had not been there.
    fn take(
        &mut self,
        relative: &Path,
        metadata: &Metadata,
        copier: &mut Copier<'_>,
    ) -> Result<(), CopyError> {
        let (from, to) = (self.original.join(relative), self.top.join(relative));
        let kind = metadata.file_type();
        let entry = if kind.is_dir() {
            fs::create_dir(&to).map_err(at(&from))?;
            Entry::Directory
        } else if kind.is_symlink() {
            let Some(target) = self.link_target(&from)? else { return Ok(()) };
            make_link(&target, &to).map_err(at(&from))?;
            Entry::Link(target)
        } else {
            let Some(copy) = copier.copy(&from, &to, metadata)? else { return Ok(()) };
            Entry::File { source: Stamp::of(metadata), copy }
        };
        self.entries.insert(relative.to_owned(), entry);
        Ok(())
    }

    /// Where a link leads in the copy: an absolute one that leads into the original leads into the copy. `None` if it is gone by now.
    fn link_target(&self, link: &Path) -> Result<Option<PathBuf>, CopyError> {
        let target = match fs::read_link(link) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            // It is no link any more.
            Err(error) if error.kind() == ErrorKind::InvalidInput => {
                return Err(CopyError::Changed(link.to_owned()));
            }
            read => read.map_err(at(link))?,
        };
        if let Ok(inside) = target.strip_prefix(&self.original) {
            return Ok(Some(self.top.join(inside)));
        }
        if target.is_absolute() {
            return Ok(Some(target));
        }
        // One that leads out of the tree led to a place beside the original.
        let from_link = link.parent().unwrap_or(link).join(&target);
        let leads_out = fs::canonicalize(&from_link).is_ok_and(|place| !place.starts_with(&self.original));
        Ok(Some(if leads_out { from_link } else { target }))
    }

    /// The top of the copy.
    pub fn top(&self) -> &Path {
        &self.top
    }

    /// The tree that it is a copy of.
    pub fn original(&self) -> &Path {
        &self.original
    }

    /// How many bytes were copied.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether the copy has a file at a path below its top.
    pub fn has(&self, relative: &Path) -> bool {
        self.entries.contains_key(relative)
    }

    /// Puts everything back as it was when it was copied: what runs made is removed, what they changed is copied again. Compiled
    /// files of unchanged ones stay. `watch` is that of [`Self::copy`].
    ///
    /// # Errors
    /// When something cannot be read or written, the user's file is another one by now, or `watch` returns `false`.
    pub fn reset(&mut self, watch: &dyn Fn(u64) -> bool) -> Result<(), CopyError> {
        let mut copier = Copier::new(CopyLimits::USUAL, watch);
        let top = self.top.clone();
        let mut strange = Vec::new();
        let mut there = BTreeMap::new();
        walk_all(&top, &mut |relative, metadata| {
            copier.go_on()?;
            let is_known = self.entries.get(relative).is_some_and(|entry| entry.is_kind_of(metadata));
            match is_known {
                true => drop(there.insert(relative.to_owned(), Stamp::of(metadata))),
                false => strange.push(relative.to_owned()),
            }
            Ok(is_known)
        })?;
        for relative in strange {
            remove(&top.join(&relative)).map_err(at(&relative))?;
        }
        let known: Vec<PathBuf> = self.entries.keys().cloned().collect();
        for relative in known {
            self.restore(&relative, there.get(&relative).copied(), &mut copier)?;
        }
        Ok(())
    }

    fn restore(
        &mut self,
        relative: &Path,
        now: Option<Stamp>,
        copier: &mut Copier<'_>,
    ) -> Result<(), CopyError> {
        let (from, to) = (self.original.join(relative), self.top.join(relative));
        match self.entries.get_mut(relative) {
            Some(Entry::File { source, copy }) if now != Some(*copy) => {
                let changed = || CopyError::Changed(relative.to_owned());
                let metadata = fs::symlink_metadata(&from).map_err(|error| match error.kind() {
                    ErrorKind::NotFound => changed(),
                    _ => CopyError::Io(relative.to_owned(), error),
                })?;
                if Stamp::of(&metadata) != *source {
                    return Err(changed());
                }
                if now.is_some() {
                    fs::remove_file(&to).map_err(at(relative))?;
                }
                forget_compiled(&to);
                *copy = copier.copy(&from, &to, &metadata)?.ok_or_else(changed)?;
            }
            Some(Entry::Directory) if now.is_none() => fs::create_dir(&to).map_err(at(relative))?,
            Some(Entry::Link(target)) if now.is_none() => make_link(target, &to).map_err(at(relative))?,
            _ => {}
        }
        Ok(())
    }

    /// Has a file of the copy, by its path below the top, hold other bytes. [`Self::reset`] takes that back.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, relative: &Path, bytes: &[u8]) -> Result<(), CopyError> {
        let path = self.top.join(relative);
        let permissions = fs::symlink_metadata(&path).ok().map(|metadata| metadata.permissions());
        if permissions.is_some() {
            fs::remove_file(&path).map_err(at(relative))?;
        }
        fs::write(&path, bytes).map_err(at(relative))?;
        if let Some(permissions) = permissions {
            fs::set_permissions(&path, permissions).map_err(at(relative))?;
        }
        forget_compiled(&path);
        Ok(())
    }
}

impl Entry {
    fn is_kind_of(&self, metadata: &Metadata) -> bool {
        let kind = metadata.file_type();
        match self {
            Self::Directory => kind.is_dir(),
            Self::Link(_) => kind.is_symlink(),
            Self::File { .. } => kind.is_file(),
        }
    }
}

/// The files of a tree as they are at one time, without those that a copy leaves out.
#[derive(Debug, PartialEq, Eq)]
pub struct Stamps(BTreeMap<PathBuf, Stamp>);

impl Stamps {
    /// Looks at all files, as long as `goes_on` returns `true`.
    ///
    /// # Errors
    /// When a directory cannot be read, or `goes_on` returns `false`.
    pub fn of(original: &Path, besides: &str, goes_on: &dyn Fn() -> bool) -> Result<Self, CopyError> {
        let mut found = BTreeMap::new();
        walk(original, besides, &mut |relative, metadata| {
            if !goes_on() {
                return Err(CopyError::Interrupted);
            }
            if !metadata.is_dir() {
                found.insert(relative.to_owned(), Stamp::of(metadata));
            }
            Ok(())
        })?;
        Ok(Self(found))
    }

    /// The files that came, went or were written between two looks, ascending.
    pub fn changed_until(&self, later: &Self) -> Vec<PathBuf> {
        let gone_or_other = self.0.iter().filter(|(path, stamp)| later.0.get(*path) != Some(stamp));
        let new = later.0.keys().filter(|path| !self.0.contains_key(*path));
        let mut changed: Vec<PathBuf> = gone_or_other.map(|(path, _)| path).chain(new).cloned().collect();
        changed.sort();
        changed
    }
}

/// Whether a copy leaves a directory out.
fn is_left_out(directory: &Path, top: &Path) -> bool {
    let name = directory.file_name().unwrap_or_default().to_string_lossy();
    LEFT_OUT.contains(&name.as_ref())
        || MARKERS.iter().any(|marker| directory.join(marker).exists())
        || directory.parent() == Some(top) && is_build_output(directory, &name)
}

/// Whether a directory at the top holds what was built: `build` as setuptools and others leave it, `dist` with archives alone.
fn is_build_output(directory: &Path, name: &str) -> bool {
    let names = || {
        let entries = fs::read_dir(directory).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned())
    };
    match name {
        "build" => names().any(|name| {
            name == "lib" || ["lib.", "bdist.", "temp.", "cp3"].iter().any(|start| name.starts_with(start))
        }),
        "dist" => names().all(|name| [".whl", ".gz", ".zip"].iter().any(|end| name.ends_with(end))),
        _ => false,
    }
}

/// What is done with a path below the top.
type Visit<'v> = dyn FnMut(&Path, &Metadata) -> Result<(), CopyError> + 'v;

/// Visits what belongs into a copy, directories before what is in them.
fn walk(top: &Path, besides: &str, visit: &mut Visit<'_>) -> Result<(), CopyError> {
    walk_all(top, &mut |relative, metadata| {
        let path = top.join(relative);
        if metadata.is_dir() && (path.file_name() == Some(besides.as_ref()) || is_left_out(&path, top)) {
            return Ok(false);
        }
        let kind = metadata.file_type();
        if kind.is_dir() || kind.is_file() || kind.is_symlink() {
            visit(relative, metadata)?;
        }
        Ok(true)
    })
}

/// Visits a tree but for directories of compiled files; `visit` says whether to go into a directory.
fn walk_all(
    top: &Path,
    visit: &mut dyn FnMut(&Path, &Metadata) -> Result<bool, CopyError>,
) -> Result<(), CopyError> {
    let mut left = vec![PathBuf::new()];
    while let Some(directory) = left.pop() {
        let path = top.join(&directory);
        let entries = match fs::read_dir(&path) {
            Err(error) if is_gone(&error) && !directory.as_os_str().is_empty() => continue,
            entries => entries.map_err(at(&path))?,
        };
        for entry in entries {
            let entry = entry.map_err(at(&path))?;
            let relative = directory.join(entry.file_name());
            // One that is gone by now is as if it had not been there.
            let Ok(metadata) = entry.metadata() else { continue };
            let is_compiled = metadata.is_dir() && entry.file_name() == "__pycache__";
            if !is_compiled && visit(&relative, &metadata)? && metadata.is_dir() {
                left.push(relative);
            }
        }
    }
    Ok(())
}

/// `true` if there is no directory any more where one was found.
fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Removes the compiled forms of a file, which Python would take for those of another text of the same length and second.
fn forget_compiled(path: &Path) {
    let (Some(directory), Some(stem)) = (path.parent(), path.file_stem()) else { return };
    let start = format!("{}.", stem.to_string_lossy());
    for entry in fs::read_dir(directory.join("__pycache__")).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(&start) {
            // One that stays has another time than the file that is written now.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(unix)]
fn make_link(target: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(not(unix))]
fn make_link(target: &Path, link: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_file(target, link)
}

#[cfg(all(test, unix))]
mod tests {
    use std::cell::Cell;
    use std::fs;
    use std::fs::File;
    use std::io::{Seek, SeekFrom, Write};
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::path::{Path, PathBuf};

    use super::{Copier, CopyError, CopyLimits, RunDirectory, Stamps, Workspace};

    /// A tree with a file of each kind.
    fn tree() -> tempfile::TempDir {
        let directory = tempfile::tempdir().unwrap();
        let top = directory.path();
        for (path, text) in [
            ("src/a.py", "one"),
            ("src/__pycache__/a.cpython-312.pyc", "compiled"),
            (".venv/pyvenv.cfg", ""),
            (".venv/lib/x.py", ""),
            (".git/HEAD", ""),
            ("dist/a-1.0.tar.gz", ""),
            ("build/lib/a.py", ""),
            ("pkg/build/b.py", "kept"),
            (".env", "KEY=1"),
            ("journal/x", ""),
        ] {
            let path = top.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        fs::set_permissions(top.join(".env"), fs::Permissions::from_mode(0o600)).unwrap();
        symlink("src/a.py", top.join("link.py")).unwrap();
        symlink(top.canonicalize().unwrap().join("src"), top.join("absolute")).unwrap();
        directory
    }

    fn copy(tree: &Path) -> Workspace {
        Workspace::copy(tree, "journal", &|_| true).unwrap()
    }

    fn text(path: impl AsRef<Path>) -> String {
        loopmend_files::read_text(path.as_ref()).unwrap()
    }

    #[test]
    fn what_a_suite_needs_is_copied() {
        let tree = tree();
        let copy = copy(tree.path());
        let mut names: Vec<String> =
            copy.entries.keys().map(|path| path.to_string_lossy().into_owned()).collect();
        names.sort();
        assert_eq!(
            names,
            [".env", "absolute", "link.py", "pkg", "pkg/build", "pkg/build/b.py", "src", "src/a.py"]
        );
        assert_eq!(copy.top().file_name(), tree.path().file_name());
        let mode = fs::metadata(copy.top().join(".env")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        fs::write(copy.top().join("absolute/a.py"), "changed").unwrap();
        assert_eq!(text(tree.path().join("src/a.py")), "one");
        assert_eq!(copy.bytes(), 12);
    }

    #[test]
    fn what_tests_did_is_put_back() {
        let tree = tree();
        let mut copy = copy(tree.path());
        let top = copy.top().to_owned();
        copy.write(Path::new("src/a.py"), b"two").unwrap();
        fs::create_dir_all(top.join("made/by/tests")).unwrap();
        fs::create_dir_all(top.join("src/__pycache__")).unwrap();
        fs::write(top.join("src/__pycache__/a.cpython-312.pyc"), "").unwrap();
        fs::write(top.join("src/__pycache__/b.cpython-312.pyc"), "").unwrap();
        fs::remove_file(top.join(".env")).unwrap();
        fs::remove_dir_all(top.join("pkg")).unwrap();
        fs::remove_file(top.join("link.py")).unwrap();
        fs::create_dir(top.join("link.py")).unwrap();
        copy.reset(&|_| true).unwrap();
        assert_eq!(text(top.join("src/a.py")), "one");
        assert_eq!(text(top.join(".env")), "KEY=1");
        assert_eq!(text(top.join("pkg/build/b.py")), "kept");
        assert_eq!(text(top.join("link.py")), "one");
        assert!(!top.join("made").exists());
        assert!(!top.join("src/__pycache__/a.cpython-312.pyc").exists());
        assert!(top.join("src/__pycache__/b.cpython-312.pyc").exists());
    }

    #[test]
    fn a_file_that_the_user_changes_meanwhile_is_an_error() {
        let tree = tree();
        let mut copy = copy(tree.path());
        let before = Stamps::of(tree.path(), "journal", &|| true).unwrap();
        fs::write(tree.path().join("src/a.py"), "six").unwrap();
        copy.write(Path::new("src/a.py"), b"two").unwrap();
        assert!(
            matches!(copy.reset(&|_| true), Err(CopyError::Changed(path)) if path.as_path() == Path::new("src/a.py"))
        );
        fs::write(tree.path().join("new.py"), "").unwrap();
        let after = Stamps::of(tree.path(), "journal", &|| true).unwrap();
        assert_eq!(before.changed_until(&after), [PathBuf::from("new.py"), PathBuf::from("src/a.py")]);
    }

    #[test]
    fn the_user_can_stop_it() {
        let tree = tree();
        assert!(matches!(Workspace::copy(tree.path(), "journal", &|_| false), Err(CopyError::Interrupted)));
    }

    const MIBIBYTE: u64 = 1024 * 1024;

    /// A file of one byte, with a hole of 64 GiB before it and one behind it.
    fn sparse(path: &Path) -> u64 {
        let half = 64 * 1024 * MIBIBYTE;
        let mut file = File::create_new(path).unwrap();
        file.seek(SeekFrom::Start(half)).unwrap();
        file.write_all(b"x").unwrap();
        file.set_len(2 * half).unwrap();
        2 * half
    }

    fn copy_within(
        tree: &Path,
        limits: CopyLimits,
        watch: &dyn Fn(u64) -> bool,
    ) -> Result<Workspace, CopyError> {
        let directory = RunDirectory::new_in(&std::env::temp_dir(), "verify", None).unwrap();
        Workspace::copy_to(directory, tree, "journal", &mut Copier::new(limits, watch))
    }

    #[test]
    fn holes_stay_holes() {
        let tree = tree();
        let length = sparse(&tree.path().join("disk.img"));
        let mut copy = copy(tree.path());
        let disk = copy.top().join("disk.img");
        let is_as_before = || {
            let metadata = fs::metadata(&disk).unwrap();
            let mut byte = [0; 1];
            std::os::unix::fs::FileExt::read_exact_at(
                &loopmend_files::open(&disk).unwrap(),
                &mut byte,
                length / 2,
            )
            .unwrap();
            (metadata.len(), &byte) == (length, b"x") && metadata.blocks() * 512 < MIBIBYTE
        };
        assert!(is_as_before() && copy.bytes() < MIBIBYTE, "{}", copy.bytes());
        fs::write(&disk, "by a test").unwrap();
        copy.reset(&|_| true).unwrap();
        assert!(is_as_before());
    }

    #[test]
    fn a_limit_names_the_file() {
        let tree = tree();
        fs::write(tree.path().join("src/large"), vec![1; 6 * MIBIBYTE as usize]).unwrap();
        fs::write(tree.path().join("src/larger"), vec![1; 7 * MIBIBYTE as usize]).unwrap();
        sparse(&tree.path().join("disk.img"));
        let words = |file: u64, all: u64| {
            let limits = CopyLimits { file: file * MIBIBYTE, all: all * MIBIBYTE };
            copy_within(tree.path(), limits, &|_| true).map(drop).map_err(|error| error.to_string())
        };
        assert_eq!(words(7, 14), Ok(()));
        let of_file = words(6, 14).unwrap_err();
        assert!(
            of_file.contains("src/larger` has 7 MiB, and a file in the copy may have 6 MiB"),
            "{of_file}"
        );
        let of_all = words(7, 12).unwrap_err();
        assert!(of_all.contains("more than 12 MiB to copy (the largest file, `"), "{of_all}");
        assert!(
            of_all.contains("src/larger`, has 7 MiB); a directory with a file `CACHEDIR.TAG`"),
            "{of_all}"
        );
    }

    #[test]
    fn the_user_can_stop_it_in_the_middle_of_a_file() {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("large"), vec![1; 20 * MIBIBYTE as usize]).unwrap();
        let seen = Cell::new(0);
        let stopped = Workspace::copy(directory.path(), "journal", &|bytes| {
            seen.set(bytes);
            bytes == 0
        });
        assert!(matches!(stopped, Err(CopyError::Interrupted)));
        assert!((1..=4 * MIBIBYTE).contains(&seen.get()), "{}", seen.get());
    }

    /// A tree with one thing in it, which is another one when it is copied.
    fn exchanged(make: &dyn Fn(&Path), then: &dyn Fn(&Path)) -> Result<Workspace, CopyError> {
        let tree = tempfile::tempdir().unwrap();
        let path = tree.path().join("a.py");
        make(&path);
        let is_listed = Cell::new(false);
        Workspace::copy(tree.path(), "journal", &|_| {
            if !is_listed.replace(true) {
                super::remove(&path).unwrap();
                then(&path);
            }
            true
        })
    }

    fn file(path: &Path) {
        fs::write(path, "text").unwrap();
    }

    fn link(path: &Path) {
        symlink("nowhere", path).unwrap();
    }

    fn directory(path: &Path) {
        fs::create_dir(path).unwrap();
    }

    fn pipe(path: &Path) {
        rustix::fs::mknodat(rustix::fs::CWD, path, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    }

    #[test]
    fn what_vanishes_between_listing_and_copying_is_left_out() {
        for make in [file, link] {
            assert!(exchanged(&make, &|_| {}).unwrap().entries.is_empty());
        }
        let copy = exchanged(&directory, &|_| {}).unwrap();
        assert_eq!(copy.entries.keys().collect::<Vec<_>>(), [Path::new("a.py")]);
        let copy = exchanged(&directory, &file).unwrap();
        assert!(copy.top().join("a.py").is_dir());
    }

    #[test]
    fn a_file_that_becomes_another_thing_is_named() {
        for (make, then) in
            [(file as fn(&Path), directory as fn(&Path)), (file, pipe), (link, directory), (link, pipe)]
        {
            let message = exchanged(&make, &then).unwrap_err().to_string();
            assert!(message.ends_with("a.py` changed during the run"), "{message}");
        }
    }

    #[test]
    fn temporary_directories_in_the_project_are_left_out() {
        let tree = tree();
        let other = RunDirectory::new_in(tree.path(), "test", None).unwrap();
        let own = RunDirectory::new_in(&tree.path().join("pkg"), "verify", None).unwrap();
        let copier = &mut Copier::new(CopyLimits::USUAL, &|_| true);
        let before = Stamps::of(tree.path(), "journal", &|| true).unwrap();
        let copy = Workspace::copy_to(own, tree.path(), "journal", copier).unwrap();
        assert!(!copy.entries.keys().any(|path| path.to_string_lossy().contains("loopmend-")));
        fs::write(other.path().join("events"), "").unwrap();
        assert_eq!(before, Stamps::of(tree.path(), "journal", &|| true).unwrap());
    }
}
