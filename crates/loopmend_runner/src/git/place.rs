//! Where a repository keeps its parts.

use std::fs;
use std::path::{Path, PathBuf};

/// A working tree and the directories behind it.
#[derive(Debug)]
pub(super) struct Place {
    /// The top of the working tree, without symbolic links.
    pub(super) root: PathBuf,
    /// What belongs to this working tree: `HEAD` and the index.
    pub(super) git_directory: PathBuf,
    /// What all working trees share: objects and references.
    pub(super) common: PathBuf,
}

impl Place {
    /// The nearest repository at or above a directory.
    pub(super) fn of(directory: &Path) -> Option<Self> {
        let directory = fs::canonicalize(directory).ok()?;
        directory.ancestors().find_map(|root| {
            let git_directory = git_directory(root)?;
            let common = common_directory(&git_directory);
            let is_whole = git_directory.join("HEAD").is_file() && common.join("objects").is_dir();
            is_whole.then(|| Self { root: root.to_owned(), git_directory, common })
        })
    }
}

/// `.git`, or what a file of that name points to, as in linked working trees and submodules.
fn git_directory(root: &Path) -> Option<PathBuf> {
    let path = root.join(".git");
    if path.is_dir() {
        return Some(path);
    }
    let text = pointer(&path)?;
    Some(root.join(text.strip_prefix("gitdir:")?.trim()))
}

fn common_directory(git_directory: &Path) -> PathBuf {
    let pointer = pointer(&git_directory.join("commondir"));
    pointer.map_or_else(|| git_directory.to_owned(), |text| git_directory.join(text.trim()))
}

/// A file that holds a path.
fn pointer(path: &Path) -> Option<String> {
    const MAX: u64 = 16 * 1024;
    String::from_utf8(loopmend_files::read_at_most(path, MAX).ok()?).ok()
}
