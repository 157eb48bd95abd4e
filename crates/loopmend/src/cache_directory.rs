//! Where the cache is, and that nothing else is ever taken for it.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use loopmend_cache::packs;
use loopmend_files::{DirectoryHandle, MAX_CONFIGURATION, SHARED, as_text, lies_in_git_directory};
use loopmend_runner::{LAYERS, layer_names};

use crate::failure::Failure;

/// The variable that names the directory.
const VARIABLE: &str = "LOOPMEND_CACHE_DIR";

/// Where what interpreters say is kept.
const INTERPRETERS: &str = "interpreters";

/// The file that marks a cache directory (<https://bford.info/cachedir/>): backup programs leave it out, and
/// `clean` removes no directory without it.
const TAG: &str = "CACHEDIR.TAG";
const TAG_TEXT: &str =
    "Signature: 8a477f597d28d172789f06886806bc55\n# The cache of loopmend. `loopmend clean` removes it.\n";
/// How the file that becomes the tag is named while it is written.
const TAG_BEGINS: &str = ".tag-";

/// The directory that `--cache-dir` (`option`) or else the variable names, absolute.
pub(crate) fn stated(option: Option<&Path>, cwd: &Path) -> Option<PathBuf> {
    let variable = || std::env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from);
    option.map(Path::to_owned).or_else(variable).map(|directory| cwd.join(directory))
}

/// The directory where nothing names one; `None` for a user without a home.
pub(crate) fn of_user() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|user| user.cache_dir().join("loopmend"))
}

/// Makes the directory ready to be written to; the path is absolute and has no links, as `real_path` returns it. A link that comes
/// to be on the way is not followed. `Ok(false)` when the disk does not allow it, or another user made the cache and lets nobody read it.
///
/// # Errors
/// When the directory holds something else than a cache of loopmend, or belongs to git.
pub(crate) fn prepare(directory: &Path) -> Result<bool, Failure> {
    refuse_git(directory)?;
    DirectoryHandle::open_or_create(directory).map_or(Ok(false), |held| mark(&held))
}

/// Makes a directory that is held open a cache.
fn mark(held: &DirectoryHandle) -> Result<bool, Failure> {
    // Another run may have begun to write the tag. The tag is read after the names: who writes the others has written it before.
    let is_other = |name: &OsString| !name.to_string_lossy().starts_with(TAG_BEGINS);
    let has_others = held.names().map(|names| names.iter().any(is_other));
    match (Tag::of(held), has_others) {
        (Tag::Ours, _) => Ok(true),
        // The directory belongs to another user.
        (Tag::Unreadable, _) | (_, Err(_)) => Ok(false),
        (Tag::Other, Ok(true)) => Err(not_ours(held.path())),
        (Tag::Begun | Tag::Other, Ok(_)) => Ok(write_tag(held).is_ok()),
    }
}

/// The same for a directory that the settings name: a repository can bring the tag along, so nothing of others may be there. What only
/// has the name of something of ours is ignored.
///
/// # Errors
/// As for [`prepare`].
pub(crate) fn prepare_in_project(directory: &Path) -> Result<bool, Failure> {
    refuse_git(directory)?;
    DirectoryHandle::open_or_create(directory).map_or(Ok(false), |held| mark_in_project(&held))
}

fn mark_in_project(held: &DirectoryHandle) -> Result<bool, Failure> {
    let is_other = |name: &OsString| !may_be_own(&name.to_string_lossy());
    if held.names().is_ok_and(|names| names.iter().any(is_other)) {
        return Err(not_ours(held.path()));
    }
    Ok(match Tag::of(held) {
        Tag::Ours => true,
        Tag::Unreadable => false,
        Tag::Begun | Tag::Other => write_tag(held).is_ok(),
    })
}

/// `true` if a file name is allowed in a cache directory: loopmend's own names, and those that operating systems create anywhere.
fn may_be_own(name: &str) -> bool {
    name == TAG || name == INTERPRETERS || name == LAYERS || name.starts_with('.') || name.ends_with(".pack")
}

/// git, too, has directories of packs, and reads whatever is in others of its own.
fn refuse_git(directory: &Path) -> Result<(), Failure> {
    if !lies_in_git_directory(directory) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the cache directory `{}` lies in a directory of git; choose another one with `--cache-dir` or {VARIABLE}",
        directory.display()
    )))
}

/// The file in the place of the tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    Ours,
    /// Another run is just writing it, or was stopped while it did.
    Begun,
    /// The system does not let this user read it.
    Unreadable,
    /// It is missing, or of another program.
    Other,
}

impl Tag {
    fn of(held: &DirectoryHandle) -> Self {
        Self::read(held.read_at_most(OsStr::new(TAG), MAX_CONFIGURATION))
    }

    fn read(bytes: io::Result<Vec<u8>>) -> Self {
        match bytes.and_then(as_text) {
            Ok(text) if text == TAG_TEXT => Self::Ours,
            Ok(text) if TAG_TEXT.starts_with(&text) => Self::Begun,
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Self::Unreadable,
            _ => Self::Other,
        }
    }
}

/// Writes beside the place and renames, so that a link there is replaced and not followed.
fn write_tag(held: &DirectoryHandle) -> io::Result<()> {
    held.replace_file(OsStr::new(TAG), (TAG_BEGINS, SHARED), |file| file.write_all(TAG_TEXT.as_bytes()))
}

/// A cache that is held open while files are removed from it.
struct Removal {
    directory: DirectoryHandle,
    removed: Removed,
}

impl Removal {
    /// Opens the cache at a path. Returns `None` if the directory does not exist.
    ///
    /// # Errors
    /// When it is no cache of loopmend.
    fn begin(directory: &Path) -> Result<Option<Self>, Failure> {
        if !directory.exists() {
            return Ok(None);
        }
        refuse_git(directory)?;
        let held = DirectoryHandle::open(directory).map_err(|error| failed_to_remove(directory, &error))?;
        match Tag::of(&held) {
            Tag::Ours => {}
            Tag::Unreadable => {
                let denied = io::ErrorKind::PermissionDenied.into();
                return Err(failed_to_remove(&directory.join(TAG), &denied));
            }
            Tag::Begun | Tag::Other => return Err(not_ours(directory)),
        }
        Ok(Some(Self { directory: held, removed: Removed::default() }))
    }

    /// Removes all that loopmend writes, and then the directory if nothing else is in it; otherwise the directory stays a cache.
    fn remove_all(mut self) -> Result<Removed, Failure> {
        self.remove_packs(|_| true)?;
        self.remove_answers()?;
        self.remove_layers()?;
        // Something of another is left in them otherwise.
        for own in [LAYERS, INTERPRETERS] {
            let _not_empty = self.directory.remove_empty_directory(OsStr::new(own));
        }
        self.removed.left = left_in(&self.directory);
        if self.removed.left.is_empty() {
            let files = self.removed.files;
            self.remove_files(None, [OsString::from(TAG)])?;
            self.removed.files = files;
            self.remove_itself();
        }
        Ok(self.removed)
    }

    fn remove_packs(&mut self, is_removed: impl Fn(&OsStr) -> bool) -> Result<(), Failure> {
        let names = packs(&self.directory).into_iter().map(|(name, _)| name);
        self.remove_files(None, names.filter(|name| is_removed(name)))
    }

    /// Removes what interpreters said.
    fn remove_answers(&mut self) -> Result<(), Failure> {
        let Ok(interpreters) = self.directory.open_below(Path::new(INTERPRETERS)) else { return Ok(()) };
        let names = interpreters.names().unwrap_or_default();
        let answers = names.into_iter().filter(|name| is_answer(&interpreters, name));
        self.remove_files(Some(&interpreters), answers)
    }

    /// Removes files of the cache, or of a directory below it.
    fn remove_files(
        &mut self,
        below: Option<&DirectoryHandle>,
        names: impl IntoIterator<Item = OsString>,
    ) -> Result<(), Failure> {
        let directory = below.unwrap_or(&self.directory);
        for name in names {
            let size = file_size(directory, &name);
            let removed = directory.remove_file(&name);
            removed.map_err(|error| failed_to_remove(&directory.path().join(&name), &error))?;
            self.removed.files += 1;
            self.removed.bytes += size;
        }
        Ok(())
    }

    /// Removes the packages that a migration was tried with.
    fn remove_layers(&mut self) -> Result<(), Failure> {
        let Ok(layers) = self.directory.open_below(Path::new(LAYERS)) else { return Ok(()) };
        for name in layer_names(&layers) {
            if let Ok(layer) = layers.open_below(Path::new(&name)) {
                count(&layer, &mut self.removed);
            }
            let removed = layers.remove_directory(&name);
            removed.map_err(|error| failed_to_remove(&layers.path().join(&name), &error))?;
        }
        Ok(())
    }

    /// Removes the directory if it is empty; a link in its place stays.
    fn remove_itself(&self) {
        let (Some(parent), Some(name)) = (self.directory.path().parent(), self.directory.path().file_name())
        else {
            return;
        };
        let _not_empty = DirectoryHandle::open(parent).and_then(|parent| parent.remove_empty_directory(name));
    }
}

/// Removes what loopmend writes to the directory at a path without links, and then the directory if nothing else is in it; otherwise
/// the directory stays a cache. Returns what was removed and what is left, or `None` if the directory does not exist.
///
/// # Errors
/// When it is no cache of loopmend or cannot be removed.
pub(crate) fn remove(directory: &Path) -> Result<Option<Removed>, Failure> {
    Removal::begin(directory)?.map(Removal::remove_all).transpose()
}

/// Removes some of the packs of the directory at a path without links. `Ok(None)` when there is no directory.
///
/// # Errors
/// When it is no cache of loopmend or one cannot be removed.
pub(crate) fn remove_packs(
    directory: &Path,
    is_removed: impl Fn(&OsStr) -> bool,
) -> Result<Option<Removed>, Failure> {
    let Some(mut removal) = Removal::begin(directory)? else { return Ok(None) };
    removal.remove_packs(is_removed)?;
    Ok(Some(removal.removed))
}

/// The entries of a cache directory and of its known subdirectories, without the tag; sorted.
fn left_in(directory: &DirectoryHandle) -> Vec<String> {
    let mut left = Vec::new();
    for name in directory.names().unwrap_or_default() {
        let shown = name.to_string_lossy().into_owned();
        let is_known = name == LAYERS || name == INTERPRETERS;
        match directory.open_below(Path::new(&name)).and_then(|below| below.names()) {
            Ok(inner) if is_known => {
                left.extend(inner.iter().map(|inner| format!("{shown}/{}", inner.to_string_lossy())));
            }
            _ if name != TAG => left.push(shown),
            _ => {}
        }
    }
    left.sort();
    left
}

/// Counts the files below a directory.
fn count(directory: &DirectoryHandle, counted: &mut Removed) {
    for name in directory.names().unwrap_or_default() {
        match directory.open_below(Path::new(&name)) {
            Ok(below) => count(&below, counted),
            Err(_) => {
                counted.files += 1;
                counted.bytes += file_size(directory, &name);
            }
        }
    }
}

/// The bytes of a regular file that can be read; 0 for all else.
fn file_size(directory: &DirectoryHandle, name: &OsStr) -> u64 {
    let metadata = directory.open_file(name).and_then(|file| file.metadata());
    metadata.map_or(0, |metadata| metadata.len())
}

/// `true` if a file is a cached answer of an interpreter, which [`loopmend_project`] writes.
fn is_answer(directory: &DirectoryHandle, name: &OsStr) -> bool {
    const MAX_SIZE: u64 = 1024 * 1024;
    const BEGINNING: &[u8] = br#"{"key":{"interpreter":"#;
    directory.read_at_most(name, MAX_SIZE).is_ok_and(|bytes| bytes.starts_with(BEGINNING))
}

/// The size of a removed cache.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Removed {
    /// Regular files, without the tag.
    pub(crate) files: u64,
    /// Bytes.
    pub(crate) bytes: u64,
    /// Entries that stay in the directory, since loopmend did not make them.
    pub(crate) left: Vec<String>,
}

fn failed_to_remove(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("failed to remove `{}`: {error}", path.display()))
}

fn not_ours(directory: &Path) -> Failure {
    Failure::new(format!(
        "`{}` is not a cache of loopmend: it has other files but no `{TAG}` of loopmend; choose another directory with \
         `--cache-dir` or {VARIABLE}",
        directory.display()
    ))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use loopmend_files::DirectoryHandle;
    use loopmend_files::key::real_path;

    use super::{Removed, stated};
    use crate::failure::Failure;

    fn prepare(directory: &Path) -> Result<bool, Failure> {
        super::prepare(&real_path(directory))
    }

    fn prepare_in_project(directory: &Path) -> Result<bool, Failure> {
        super::prepare_in_project(&real_path(directory))
    }

    fn remove(directory: &Path) -> Result<Option<Removed>, Failure> {
        super::remove(&real_path(directory))
    }

    #[test]
    fn a_stated_directory_counts_from_the_working_directory() {
        let stated = stated(Some(Path::new("cache")), Path::new("/project"));
        assert_eq!(stated, Some(PathBuf::from("/project/cache")));
    }

    #[test]
    fn a_cache_is_made_and_removed_and_counted() {
        let directory = tempfile::tempdir().unwrap();
        let cache = directory.path().join("a").join("cache");
        assert_eq!(remove(&cache).unwrap(), None);
        assert!(prepare(&cache).unwrap() && prepare(&cache).unwrap());
        fs::create_dir(cache.join("interpreters")).unwrap();
        fs::write(cache.join("interpreters").join("x"), r#"{"key":{"interpreter":""#).unwrap();
        fs::write(cache.join("x.pack"), "loopmend345").unwrap();
        let tag = fs::metadata(cache.join("CACHEDIR.TAG")).unwrap().len();
        let packages = cache.join("layers/0123/packages");
        fs::create_dir_all(&packages).unwrap();
        fs::write(packages.join("a.py"), "pass").unwrap();
        let mark = "A layer of loopmend, made by: uv";
        fs::write(cache.join("layers/0123/loopmend-layer.txt"), mark).unwrap();
        assert!(prepare_in_project(&cache).unwrap());
        let bytes = 34 + 4 + mark.len() as u64 + tag;
        assert_eq!(remove(&cache).unwrap(), Some(Removed { files: 4, bytes, left: Vec::new() }));
        assert!(!cache.exists());
    }

    #[test]
    fn a_tag_that_another_run_has_only_begun_is_completed() {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("CACHEDIR.TAG"), "Signature: 8a").unwrap();
        fs::write(directory.path().join("findings.pack"), "x").unwrap();
        assert!(prepare(directory.path()).unwrap());
        assert!(remove(directory.path()).unwrap().is_some());
    }

    #[test]
    fn a_tag_that_may_not_be_read_is_not_one_of_another_program() {
        use std::io::{Error, ErrorKind};
        let read = |bytes: Result<&str, ErrorKind>| {
            super::Tag::read(bytes.map(|text| text.as_bytes().to_vec()).map_err(Error::from))
        };
        assert_eq!(read(Err(ErrorKind::PermissionDenied)), super::Tag::Unreadable);
        for other in [Err(ErrorKind::NotFound), Err(ErrorKind::NotADirectory), Ok("Signature: other")] {
            assert_eq!(read(other), super::Tag::Other);
        }
        assert_eq!(read(Ok(super::TAG_TEXT)), super::Tag::Ours);
    }

    /// A user may read nothing of a directory that another one made, unless the user is root.
    #[cfg(unix)]
    #[test]
    fn a_cache_whose_tag_cannot_be_read_is_no_error() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().unwrap();
        let cache = directory.path().join("cache");
        assert!(prepare(&cache).unwrap());
        fs::write(cache.join("x.pack"), "loopmend").unwrap();
        let tag = cache.join("CACHEDIR.TAG");
        let mode = fs::metadata(&tag).unwrap().permissions().mode();
        assert_eq!(mode & 0o400, 0o400);
        fs::set_permissions(&tag, fs::Permissions::from_mode(0o000)).unwrap();
        let is_readable = fs::read(&tag).is_ok();
        assert_eq!(prepare(&cache).unwrap(), is_readable);
        assert_eq!(prepare_in_project(&cache).unwrap(), is_readable);
        assert_eq!(remove(&cache).is_ok(), is_readable);
    }

    #[test]
    fn files_of_others_in_a_cache_stay() {
        let directory = tempfile::tempdir().unwrap();
        assert!(prepare(directory.path()).unwrap());
        fs::write(directory.path().join("thesis.tex"), "x").unwrap();
        fs::write(directory.path().join("x.pack"), "loopmend").unwrap();
        fs::write(directory.path().join("y.pack"), "PACK").unwrap();
        fs::create_dir(directory.path().join("interpreters")).unwrap();
        fs::write(directory.path().join("interpreters/z.json"), "{}").unwrap();
        fs::create_dir_all(directory.path().join("layers/photos")).unwrap();
        let left = ["interpreters/z.json", "layers/photos", "thesis.tex", "y.pack"];
        let removed = remove(directory.path()).unwrap().unwrap();
        assert_eq!((removed.files, removed.left.as_slice()), (1, &left.map(str::to_owned)[..]));
        for name in left {
            assert!(directory.path().join(name).exists(), "{name}");
        }
        assert!(prepare(directory.path()).unwrap());
    }

    #[test]
    fn a_directory_of_another_with_the_name_of_one_of_ours_is_ignored() {
        let directory = tempfile::tempdir().unwrap();
        let cache = directory.path().join("cache");
        fs::create_dir_all(cache.join("layers/photos")).unwrap();
        assert!(prepare_in_project(&cache).unwrap());
        let removed = remove(&cache).unwrap().unwrap();
        assert_eq!(removed.left, ["layers/photos"]);
        assert!(prepare_in_project(&cache).unwrap() && cache.join("layers/photos").exists());
    }

    #[test]
    fn settings_name_no_directory_with_files_of_others_and_nobody_one_of_git() {
        let directory = tempfile::tempdir().unwrap();
        let cache = directory.path().join("cache");
        assert!(prepare_in_project(&cache).unwrap() && prepare_in_project(&cache).unwrap());
        fs::write(cache.join("thesis.tex"), "x").unwrap();
        assert!(prepare_in_project(&cache).unwrap_err().message.contains("is not a cache of loopmend"));
        assert!(prepare(&cache).unwrap());
        let of_git = directory.path().join(".git/new");
        for refused in [prepare(&of_git), prepare_in_project(&of_git)] {
            assert!(refused.unwrap_err().message.contains("lies in a directory of git"));
        }
        assert!(!of_git.exists());
        fs::create_dir_all(&of_git).unwrap();
        assert!(remove(&of_git).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_tag_that_is_a_link_is_none() {
        let directory = tempfile::tempdir().unwrap();
        let cache = directory.path().join("cache");
        let victim = directory.path().join("victim");
        fs::create_dir(&cache).unwrap();
        fs::write(&victim, "").unwrap();
        std::os::unix::fs::symlink(&victim, cache.join("CACHEDIR.TAG")).unwrap();
        assert!(prepare(&cache).is_err());
        assert_eq!(fs::read_to_string(&victim).unwrap(), "");
    }

    #[test]
    fn a_directory_of_the_user_is_never_used_or_removed() {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("thesis.tex"), "x").unwrap();
        assert!(prepare(directory.path()).unwrap_err().message.contains("is not a cache of loopmend"));
        assert!(remove(directory.path()).is_err());
        assert!(directory.path().join("thesis.tex").exists());
    }
    /// A directory `cache` with a copy of the same names outside of it.
    #[cfg(unix)]
    struct Exchange {
        _kept: tempfile::TempDir,
        root: PathBuf,
    }

    #[cfg(unix)]
    impl Exchange {
        fn new(files: &[(&str, &str)]) -> Self {
            let directory = tempfile::tempdir().unwrap();
            let root = fs::canonicalize(directory.path()).unwrap();
            for top in ["project/cache", "outside"] {
                fs::create_dir_all(root.join(top)).unwrap();
                for (name, text) in files {
                    let path = root.join(top).join(name);
                    fs::create_dir_all(path.parent().unwrap()).unwrap();
                    fs::write(path, text).unwrap();
                }
            }
            Self { _kept: directory, root }
        }

        fn cache(&self) -> PathBuf {
            self.root.join("project/cache")
        }

        /// Another process puts a link in the place of a directory of the cache; the empty name is the cache.
        fn exchange(&self, name: &str) {
            let path = self.root.join("project/cache").join(name);
            let path = if name.is_empty() { self.cache() } else { path };
            fs::rename(&path, self.root.join("moved")).unwrap();
            std::os::unix::fs::symlink(self.root.join("outside").join(name), path).unwrap();
        }

        fn outside(&self) -> Vec<PathBuf> {
            fn files(directory: &Path, found: &mut Vec<PathBuf>) {
                for entry in fs::read_dir(directory).unwrap().flatten() {
                    match entry.path() {
                        path if path.is_dir() => files(&path, found),
                        path => found.push(path),
                    }
                }
            }
            let mut found = Vec::new();
            files(&self.root.join("outside"), &mut found);
            found.sort();
            found
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_directory_that_becomes_a_link_while_it_is_prepared_leads_nowhere() {
        for mark in [super::mark, super::mark_in_project] {
            let exchange = Exchange::new(&[]);
            let held = DirectoryHandle::open(&exchange.cache()).unwrap();
            exchange.exchange("");
            assert!(mark(&held).unwrap());
            assert!(exchange.outside().is_empty());
            assert!(exchange.root.join("moved/CACHEDIR.TAG").exists());
        }
        // The path was allowed before.
        for prepare in [super::prepare, super::prepare_in_project] {
            for name in ["", "new", "new/er"] {
                let exchange = Exchange::new(&[]);
                let allowed = real_path(&exchange.cache().join(name));
                exchange.exchange("");
                assert!(!prepare(&allowed).unwrap(), "{name}");
                assert!(exchange.outside().is_empty(), "{name}");
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_directory_that_becomes_a_link_while_it_is_removed_leads_nowhere() {
        let answer = r#"{"key":{"interpreter":""#;
        let files = [
            ("CACHEDIR.TAG", super::TAG_TEXT),
            ("x.pack", "loopmend"),
            ("interpreters/x.json", answer),
            ("layers/0/loopmend-layer.txt", "A layer of loopmend, made by: uv"),
            ("layers/0/packages/a.py", "pass"),
        ];
        for name in ["", "interpreters", "layers", "layers/0", "layers/0/packages"] {
            let exchange = Exchange::new(&files);
            let outside = exchange.outside();
            assert_eq!(outside.len(), files.len());
            let removal = super::Removal::begin(&exchange.cache()).unwrap().unwrap();
            exchange.exchange(name);
            let _removed_or_not = removal.remove_all();
            assert_eq!(exchange.outside(), outside, "{name}");
            // The link is there before the next run.
            let _refused = super::remove(&exchange.cache());
            assert_eq!(exchange.outside(), outside, "{name}");
        }
    }
}
