//! Which untracked files git ignores.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use loopmend_files::PatternBudget;
use rustc_hash::FxHashMap;

/// The patterns of a repository and of the user.
pub(super) struct Ignored {
    root: PathBuf,
    exclude: Gitignore,
    /// The user's own.
    global: Gitignore,
    budget: PatternBudget,
    /// The patterns of directories, each read once.
    known: RefCell<FxHashMap<PathBuf, Rc<Gitignore>>>,
}

impl Ignored {
    pub(super) fn new(root: &Path, exclude: &Path) -> Self {
        let budget = PatternBudget::default();
        let exclude =
            if exclude.is_symlink() { Gitignore::empty() } else { patterns(root, exclude, &budget) };
        let global = Gitignore::global().0;
        Self { root: root.to_owned(), exclude, global, budget, known: RefCell::default() }
    }

    fn of_directory(&self, directory: &Path) -> Rc<Gitignore> {
        let mut known = self.known.borrow_mut();
        if let Some(known) = known.get(directory) {
            return known.clone();
        }
        let read = Rc::new(patterns(directory, &directory.join(".gitignore"), &self.budget));
        known.insert(directory.to_owned(), read.clone());
        read
    }

    /// Whether the file with this path in the repository is ignored, or a directory above it.
    pub(super) fn has(&self, name: &Path) -> bool {
        let mut levels = Vec::new();
        let mut above = self.root.clone();
        let mut parts = name.components().peekable();
        while let Some(part) = parts.next() {
            levels.push(self.of_directory(&above));
            above.push(part);
            let is_directory = parts.peek().is_some();
            let all = levels.iter().rev().map(Rc::as_ref).chain([&self.exclude, &self.global]);
            let decided = all.map(|level| level.matched(&above, is_directory)).find(|found| !found.is_none());
            if let Some(Match::Ignore(_)) = decided {
                return true;
            }
        }
        false
    }
}

/// The patterns in a file; none where it is no regular file or has too many of them.
fn patterns(directory: &Path, file: &Path, budget: &PatternBudget) -> Gitignore {
    let text = loopmend_files::read_text(file).unwrap_or_default();
    if text.is_empty() || budget.take_lines(&text).is_err() {
        return Gitignore::empty();
    }
    let mut builder = GitignoreBuilder::new(directory);
    for line in text.lines() {
        let _a_pattern_that_is_none_matches_nothing = builder.add_line(None, line);
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}
