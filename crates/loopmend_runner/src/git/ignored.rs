//! Which untracked files git ignores.

use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// The patterns of a repository and of the user.
pub(super) struct Ignored {
    root: PathBuf,
    exclude: Gitignore,
    /// The user's own.
    global: Gitignore,
}

impl Ignored {
    pub(super) fn new(root: &Path, exclude: &Path) -> Self {
        let exclude = if exclude.is_symlink() { Gitignore::empty() } else { patterns(root, exclude) };
        Self { root: root.to_owned(), exclude, global: Gitignore::global().0 }
    }

    /// Whether the file with this path in the repository is ignored, or a directory above it.
    pub(super) fn has(&self, name: &Path) -> bool {
        let mut levels = Vec::new();
        let mut above = self.root.clone();
        let mut parts = name.components().peekable();
        while let Some(part) = parts.next() {
            levels.push(patterns(&above, &above.join(".gitignore")));
            above.push(part);
            let is_directory = parts.peek().is_some();
            let all = levels.iter().rev().chain([&self.exclude, &self.global]);
            let decided = all.map(|level| level.matched(&above, is_directory)).find(|found| !found.is_none());
            if let Some(Match::Ignore(_)) = decided {
                return true;
            }
        }
        false
    }
}

/// The patterns in a file; none where it is no regular file.
fn patterns(directory: &Path, file: &Path) -> Gitignore {
    let mut builder = GitignoreBuilder::new(directory);
    for line in loopmend_files::read_text(file).unwrap_or_default().lines() {
        let _a_pattern_that_is_none_matches_nothing = builder.add_line(None, line);
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}
