//! Files that git could not give back.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use loopmend_fix::Change;
use loopmend_runner::git::{GitError, uncommitted};
use rustc_hash::FxHashSet;

/// The files that would change and that differ from the last commit of their repository, by their shown paths. Where there
/// is no git or no repository, there are none.
///
/// # Errors
/// When git refuses to answer.
pub(crate) fn uncommitted_among(changes: &[(String, Change)]) -> Result<Vec<&str>, GitError> {
    let mut by_repository: BTreeMap<PathBuf, Vec<(&str, PathBuf)>> = BTreeMap::new();
    for (shown, change) in changes {
        let real = fs::canonicalize(&change.path).unwrap_or_else(|_| change.path.clone());
        let repository =
            real.ancestors().skip(1).find(|above| above.join(".git").exists()).map(Path::to_owned);
        if let Some(repository) = repository {
            by_repository.entry(repository).or_default().push((shown, real));
        }
    }
    let mut found = Vec::new();
    for (repository, files) in by_repository {
        let real: Vec<PathBuf> = files.iter().map(|(_, real)| real.clone()).collect();
        let Some(dirty) = uncommitted(&repository, &real)? else { continue };
        let dirty: FxHashSet<PathBuf> = dirty.into_iter().collect();
        found.extend(files.into_iter().filter(|(_, real)| dirty.contains(real)).map(|(shown, _)| shown));
    }
    found.sort_unstable();
    Ok(found)
}
