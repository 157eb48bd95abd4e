use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};

use super::lines::changed_lines;
use super::process::{Git, MAX_BLOB};
use super::{Blobs, GitError};

/// A working tree, and a revision to compare its files with.
#[derive(Debug)]
pub struct Changes {
    git: Git,
    /// The tracked files, with what the revision has of them.
    blobs: Blobs,
}

impl Changes {
    pub(super) fn new(git: Git, blobs: Blobs) -> Self {
        Self { git, blobs }
    }

    /// Compares files (absolute paths) with the revision. Line endings do not count, and no filter is applied: a file that
    /// git stores in another form counts as changed.
    ///
    /// # Errors
    /// When the repository cannot be read.
    pub fn of_files(&self, paths: &FxHashSet<PathBuf>) -> Result<ChangedFiles, GitError> {
        let named: Vec<(&PathBuf, PathBuf)> =
            paths.iter().filter_map(|path| Some((path, self.git.name_of(path)?))).collect();
        let known = |name: &PathBuf| self.blobs.get(name).and_then(Option::as_ref);
        let wanted = named.iter().filter_map(|(_, name)| known(name)).collect();
        let texts = self.git.blobs(&wanted)?;
        let mut lines = FxHashMap::default();
        for (path, name) in named {
            let Some(before) = known(&name).and_then(|blob| texts.get(blob)) else { continue };
            let Ok(after) = loopmend_files::read_at_most(path, MAX_BLOB) else { continue };
            lines.insert(path.clone(), changed_lines(before, &after));
        }
        Ok(ChangedFiles { lines })
    }
}

/// The changed lines of files.
#[derive(Debug)]
pub struct ChangedFiles {
    /// `None` for a file that did not change; those that the revision does not have are missing.
    lines: FxHashMap<PathBuf, Option<Vec<RangeInclusive<u32>>>>,
}

impl ChangedFiles {
    /// Whether one of the lines `first` to `last` (from 1, as git counts them: each ends at a line feed) of
    /// the file at `path` (absolute) is new or changed. A file the revision does not have is new as a whole.
    pub fn touch(&self, path: &Path, first: u32, last: u32) -> bool {
        self.lines.get(path).is_none_or(|lines| {
            lines.iter().flatten().any(|range| *range.start() <= last && first <= *range.end())
        })
    }

    /// Whether lines of the file at `path` (absolute) are new, changed or gone.
    pub fn touch_file(&self, path: &Path) -> bool {
        self.lines.get(path).is_none_or(Option::is_some)
    }
}
