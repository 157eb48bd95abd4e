//! Where the cache is, and that nothing else is ever taken for it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use loopmend_cache::packs;
use loopmend_files::{lies_in_git_directory, read_at_most};
use loopmend_runner::{LAYERS, layers};

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

/// Makes the directory ready to be written to. `Ok(false)` when the disk does not allow it.
///
/// # Errors
/// When the directory holds something else than a cache of loopmend, or belongs to git.
pub(crate) fn prepare(directory: &Path) -> Result<bool, Failure> {
    refuse_git(directory)?;
    if is_ours(directory) {
        return Ok(true);
    }
    if fs::create_dir_all(directory).is_err() {
        return Ok(false);
    }
    // Another run may have begun to write the tag.
    let is_other = |entry: fs::DirEntry| !entry.file_name().to_string_lossy().starts_with(TAG_BEGINS);
    match fs::read_dir(directory).map(|entries| entries.flatten().any(is_other)) {
        Ok(has_others) if !has_others || is_begun(directory) => Ok(write_tag(directory).is_ok()),
        Ok(_) => Err(not_ours(directory)),
        Err(_) => Ok(false),
    }
}

/// The same for a directory that the settings name: a repository can bring the tag along, so nothing of others may be there. What only
/// has the name of something of ours is ignored.
///
/// # Errors
/// As for [`prepare`].
pub(crate) fn prepare_in_project(directory: &Path) -> Result<bool, Failure> {
    let is_other = |entry: fs::DirEntry| !may_be_own(&entry.file_name().to_string_lossy());
    if fs::read_dir(directory).is_ok_and(|entries| entries.flatten().any(is_other)) {
        return Err(not_ours(directory));
    }
    refuse_git(directory)?;
    Ok(is_ours(directory) || fs::create_dir_all(directory).is_ok() && write_tag(directory).is_ok())
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

/// `true` if another run is just writing the tag, or was stopped while it did.
fn is_begun(directory: &Path) -> bool {
    read_tag(directory).is_some_and(|text| TAG_TEXT.starts_with(&text))
}

/// Writes beside the place and renames, so that a link there is replaced and not followed.
fn write_tag(directory: &Path) -> io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(TAG_BEGINS).tempfile_in(directory)?;
    file.write_all(TAG_TEXT.as_bytes())?;
    file.persist(directory.join(TAG)).map(drop).map_err(|error| error.error)
}

fn read_tag(directory: &Path) -> Option<String> {
    let path = directory.join(TAG);
    let is_file = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_file());
    if is_file { loopmend_files::read_text(&path).ok() } else { None }
}

/// Removes what loopmend writes to the directory, and then the directory if nothing else is in it; otherwise the directory stays a
/// cache. `Ok(None)` when there is none, else the files and bytes that are gone, and what is left.
///
/// # Errors
/// When it is no cache of loopmend or cannot be removed.
pub(crate) fn remove(directory: &Path) -> Result<Option<Removed>, Failure> {
    let mut files: Vec<PathBuf> = packs(directory).into_iter().map(|(path, _)| path).collect();
    let interpreters = directory.join(INTERPRETERS);
    let is_own = fs::symlink_metadata(&interpreters).is_ok_and(|metadata| metadata.is_dir());
    let answers = fs::read_dir(&interpreters).into_iter().flatten().flatten().filter(|_| is_own);
    files.extend(answers.map(|entry| entry.path()).filter(|path| is_answer(path)));
    let of_layers = remove_layers(directory)?;
    let Some(mut removed) = remove_files(directory, &files)? else { return Ok(None) };
    removed.files += of_layers.files;
    removed.bytes += of_layers.bytes;
    // Something of another is left in them otherwise.
    for own in [directory.join(LAYERS), interpreters] {
        let _not_empty = fs::remove_dir(own);
    }
    removed.left = left_in(directory);
    if removed.left.is_empty() {
        let tag = remove_files(directory, &[directory.join(TAG)])?;
        removed.bytes += tag.map_or(0, |tag| tag.bytes);
        let _not_empty = fs::remove_dir(directory);
    }
    Ok(Some(removed))
}

/// The entries of a cache directory and of its known subdirectories, without the tag; sorted.
fn left_in(directory: &Path) -> Vec<String> {
    let entries = |directory: &Path| fs::read_dir(directory).into_iter().flatten().flatten();
    let mut left = Vec::new();
    for entry in entries(directory) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_directory = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_directory && (name == LAYERS || name == INTERPRETERS) {
            left.extend(
                entries(&entry.path()).map(|inner| format!("{name}/{}", inner.file_name().to_string_lossy())),
            );
        } else if name != TAG {
            left.push(name);
        }
    }
    left.sort();
    left
}

/// Removes the packages that a migration was tried with.
fn remove_layers(directory: &Path) -> Result<Removed, Failure> {
    let mut removed = Removed::default();
    if !is_ours(directory) || lies_in_git_directory(directory) {
        return Ok(removed);
    }
    for layer in layers(directory) {
        count(&layer, &mut removed);
        fs::remove_dir_all(&layer)
            .map_err(|error| Failure::new(format!("failed to remove `{}`: {error}", layer.display())))?;
    }
    Ok(removed)
}

/// Counts the files below a directory.
fn count(directory: &Path, counted: &mut Removed) {
    for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
        match entry.metadata() {
            Ok(metadata) if metadata.is_dir() => count(&entry.path(), counted),
            Ok(metadata) => {
                counted.files += 1;
                counted.bytes += metadata.len();
            }
            Err(_) => {}
        }
    }
}

/// `true` if a file is a cached answer of an interpreter, which [`loopmend_project`] writes.
fn is_answer(path: &Path) -> bool {
    const MAX_SIZE: u64 = 1024 * 1024;
    const BEGINNING: &[u8] = br#"{"key":{"interpreter":"#;
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file())
        && read_at_most(path, MAX_SIZE).is_ok_and(|bytes| bytes.starts_with(BEGINNING))
}

/// Removes some of the files of the directory. `Ok(None)` when there is no directory.
///
/// # Errors
/// When it is no cache of loopmend or one cannot be removed.
pub(crate) fn remove_files(directory: &Path, files: &[PathBuf]) -> Result<Option<Removed>, Failure> {
    if !directory.exists() {
        return Ok(None);
    }
    refuse_git(directory)?;
    if !is_ours(directory) {
        return Err(not_ours(directory));
    }
    let failed =
        |error: io::Error| Failure::new(format!("failed to remove `{}`: {error}", directory.display()));
    let mut removed = Removed::default();
    for file in files {
        let Ok(metadata) = fs::symlink_metadata(file) else { continue };
        if metadata.is_dir() {
            continue;
        }
        fs::remove_file(file).map_err(failed)?;
        removed.files += u64::from(!file.ends_with(TAG));
        removed.bytes += metadata.len();
    }
    Ok(Some(removed))
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

fn is_ours(directory: &Path) -> bool {
    read_tag(directory).is_some_and(|text| text == TAG_TEXT)
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

    use super::{Removed, prepare, prepare_in_project, remove, stated};

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
}
