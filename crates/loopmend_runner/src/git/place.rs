//! Where a repository keeps its parts.
//!
//! A repository that came as an archive can name another one on this machine, by a link or by a file with a path. What lies
//! elsewhere is read only where it says itself that it belongs to this working tree.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Objects lie so deep below their directory, and git looks no deeper: `info/commit-graphs/NAME`.
const OBJECTS_DEPTH: usize = 3;

/// A working tree and the directories behind it.
#[derive(Debug)]
pub(super) struct Place {
    /// The top of the working tree, without symbolic links.
    pub(super) root: PathBuf,
    /// What belongs to this working tree: `HEAD` and the index. Without symbolic links.
    pub(super) git_directory: PathBuf,
    /// What all working trees share: objects and references. Without symbolic links.
    pub(super) common: PathBuf,
}

impl Place {
    /// The nearest repository at or above a directory.
    ///
    /// # Errors
    /// When it leads into another repository.
    pub(super) fn of(directory: &Path) -> io::Result<Option<Self>> {
        let Ok(directory) = fs::canonicalize(directory) else { return Ok(None) };
        for root in directory.ancestors() {
            if let Some(place) = Self::at(root)? {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }

    fn at(root: &Path) -> io::Result<Option<Self>> {
        let path = root.join(".git");
        let Ok(metadata) = path.symlink_metadata() else { return Ok(None) };
        if metadata.is_symlink() {
            return Err(refusal(&path, "is a link"));
        }
        let (git_directory, common) = if metadata.is_dir() {
            refuse_common(&path)?;
            (path.clone(), path)
        } else {
            let Some(text) = pointer(&path) else { return Ok(None) };
            let Some(target) = text.strip_prefix("gitdir:") else { return Ok(None) };
            let Ok(target) = fs::canonicalize(root.join(target.trim())) else { return Ok(None) };
            let common = confirmed(root, &target)?;
            (target, common)
        };
        let is_whole = git_directory.join("HEAD").is_file() && common.join("objects").is_dir();
        if !is_whole {
            return Ok(None);
        }
        for part in [git_directory.join("index"), common.join("config"), common.join("info")] {
            refuse_link(&part)?;
        }
        refuse_links_in(&common.join("objects"))?;
        Ok(Some(Self { root: root.to_owned(), git_directory, common }))
    }

    /// Whether a directory, which may be behind links, belongs to this repository.
    pub(super) fn has(&self, directory: &Path) -> bool {
        fs::canonicalize(directory)
            .is_ok_and(|real| real.starts_with(&self.common) || real.starts_with(&self.root))
    }
}

/// The shared directory of a repository that a file `.git` names, if it names this working tree in turn: that of a linked
/// working tree by its file `gitdir`, any other by `core.worktree`, as git writes for submodules.
fn confirmed(root: &Path, target: &Path) -> io::Result<PathBuf> {
    if let Some(back) = pointer(&target.join("gitdir")) {
        if !is_same(&target.join(back.trim()), &root.join(".git")) {
            return Err(refusal(target, "belongs to another working tree; `git worktree repair` may help"));
        }
        let above = target.parent().filter(|parent| parent.ends_with("worktrees")).and_then(Path::parent);
        let named = pointer(&target.join("commondir")).map(|text| target.join(text.trim()));
        return match (above, named) {
            (Some(above), Some(named)) if is_same(&named, above) => Ok(above.to_owned()),
            _ => Err(refusal(target, "does not lie in `worktrees` of the repository that it names")),
        };
    }
    refuse_common(target)?;
    let is_named = ["config", "config.worktree"].iter().any(|name| {
        let path = target.join(name);
        pointer(&path).as_deref().and_then(worktree).is_some_and(|back| is_same(&target.join(back), root))
    });
    let not_named = || refusal(target, "does not name this working tree as its `core.worktree`");
    is_named.then(|| target.to_owned()).ok_or_else(not_named)
}

/// The last `core.worktree` in a configuration.
fn worktree(configuration: &str) -> Option<String> {
    let mut is_core = false;
    let mut found = None;
    for line in configuration.lines().map(str::trim) {
        if line.starts_with('[') {
            is_core = line.eq_ignore_ascii_case("[core]");
        } else if let Some((key, value)) = line.split_once('=')
            && is_core
            && key.trim().eq_ignore_ascii_case("worktree")
        {
            found = Some(value.trim().replace('"', "").replace("\\\\", "\\"));
        }
    }
    found
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// Only the directory of a linked working tree shares parts with another one.
fn refuse_common(git_directory: &Path) -> io::Result<()> {
    let path = git_directory.join("commondir");
    if path.symlink_metadata().is_ok() { Err(refusal(&path, "names another repository")) } else { Ok(()) }
}

fn refuse_link(path: &Path) -> io::Result<()> {
    if path.is_symlink() { Err(refusal(path, "is a link")) } else { Ok(()) }
}

/// Refuses a directory of objects that is a link or has one.
pub(super) fn refuse_links_in(objects: &Path) -> io::Result<()> {
    refuse_link(objects)?;
    let mut waiting = vec![(objects.to_owned(), OBJECTS_DEPTH)];
    while let Some((directory, depth)) = waiting.pop() {
        let Ok(entries) = fs::read_dir(&directory) else { continue };
        for entry in entries.flatten() {
            let kind = entry.file_type()?;
            if kind.is_symlink() {
                return Err(refusal(&entry.path(), "is a link"));
            }
            if kind.is_dir() && depth > 1 {
                waiting.push((entry.path(), depth - 1));
            }
        }
    }
    Ok(())
}

fn refusal(path: &Path, problem: &str) -> io::Error {
    io::Error::other(format!("`{}` {problem}", path.display()))
}

/// A small file with text, such as a path, that is no link.
fn pointer(path: &Path) -> Option<String> {
    const MAX: u64 = 64 * 1024;
    if !path.symlink_metadata().ok()?.is_file() {
        return None;
    }
    String::from_utf8(loopmend_files::read_at_most(path, MAX).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::worktree;

    #[test]
    fn the_working_tree_is_read_from_its_section() {
        assert_eq!(worktree("[core]\n\tbare = false\n\tWorkTree = ../x y\n"), Some("../x y".to_owned()));
        assert_eq!(worktree("[core]\nworktree = \"/a;b\"\n[other]\nworktree = c\n"), Some("/a;b".to_owned()));
        assert_eq!(worktree("[core \"sub\"]\nworktree = c\n"), None);
    }
}
