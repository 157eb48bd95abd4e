//! Where the cache is, and that nothing else is ever taken for it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::failure::Failure;

/// The variable that names the directory.
const VARIABLE: &str = "LOOPMEND_CACHE_DIR";

/// The file that marks a cache directory (<https://bford.info/cachedir/>): backup programs leave it out, and
/// `clean` removes no directory without it.
const TAG: &str = "CACHEDIR.TAG";
const TAG_TEXT: &str =
    "Signature: 8a477f597d28d172789f06886806bc55\n# The cache of loopmend. `loopmend clean` removes it.\n";

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
/// When the directory holds something else than a cache of loopmend.
pub(crate) fn prepare(directory: &Path) -> Result<bool, Failure> {
    if is_ours(directory) {
        return Ok(true);
    }
    if fs::create_dir_all(directory).is_err() {
        return Ok(false);
    }
    match fs::read_dir(directory).map(|mut entries| entries.next().is_none()) {
        Ok(is_empty) if is_empty || is_begun(directory) => {
            Ok(fs::write(directory.join(TAG), TAG_TEXT).is_ok())
        }
        Ok(_) => Err(not_ours(directory)),
        Err(_) => Ok(false),
    }
}

/// Whether another run is just writing the tag, or was stopped while it did.
fn is_begun(directory: &Path) -> bool {
    fs::read_to_string(directory.join(TAG)).is_ok_and(|text| TAG_TEXT.starts_with(&text))
}

/// Removes the directory. `Ok(None)` when there is none, else the files and bytes that are gone.
///
/// # Errors
/// When it is no cache of loopmend or cannot be removed.
pub(crate) fn remove(directory: &Path) -> Result<Option<Removed>, Failure> {
    if !directory.exists() {
        return Ok(None);
    }
    if !is_ours(directory) {
        return Err(not_ours(directory));
    }
    let failed =
        |error: io::Error| Failure::new(format!("failed to remove `{}`: {error}", directory.display()));
    let removed = size(directory).map_err(failed)?;
    fs::remove_dir_all(directory).map_err(failed)?;
    Ok(Some(removed))
}

/// What a removed cache held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Removed {
    /// Regular files, without the tag.
    pub(crate) files: u64,
    /// Bytes.
    pub(crate) bytes: u64,
}

fn size(directory: &Path) -> io::Result<Removed> {
    let mut sum = Removed::default();
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let metadata = entry.metadata()?;
        if metadata.is_dir() {
            let inner = size(&entry.path())?;
            sum.files += inner.files;
            sum.bytes += inner.bytes;
        } else {
            sum.files += u64::from(entry.file_name() != TAG);
            sum.bytes += metadata.len();
        }
    }
    Ok(sum)
}

fn is_ours(directory: &Path) -> bool {
    fs::read_to_string(directory.join(TAG)).is_ok_and(|text| text == TAG_TEXT)
}

fn not_ours(directory: &Path) -> Failure {
    Failure::new(format!(
        "`{}` is no cache of loopmend: it holds other files and no `{TAG}` of ours; name another directory by \
         `--cache-dir` or {VARIABLE}",
        directory.display()
    ))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{Removed, prepare, remove, stated};

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
        fs::create_dir(cache.join("modules")).unwrap();
        fs::write(cache.join("modules").join("x"), "12345").unwrap();
        let tag = fs::metadata(cache.join("CACHEDIR.TAG")).unwrap().len();
        assert_eq!(remove(&cache).unwrap(), Some(Removed { files: 1, bytes: 5 + tag }));
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
    fn a_directory_of_the_user_is_never_used_or_removed() {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("thesis.tex"), "x").unwrap();
        assert!(prepare(directory.path()).unwrap_err().message.contains("is no cache of loopmend"));
        assert!(remove(directory.path()).is_err());
        assert!(directory.path().join("thesis.tex").exists());
    }
}
