//! The tree of files that came as one: a repository, the content of an archive, a workspace.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use loopmend_files::key::real_path;

use crate::listing::Marker;
use crate::manifest::PROJECT_FILES;

/// Directories that environments are kept in.
const ENVIRONMENTS: [&str; 2] = [".venv", "venv"];

/// The topmost directory at or above `directory` that looks like that of a project; neither the home of the user nor one above
/// that, and not the root of the file system.
pub(crate) fn tree_around<'d>(directory: &'d Path, home: Option<&Path>) -> Option<&'d Path> {
    without_home(directory, home).filter(|above| is_project(above)).last()
}

/// A directory and those above it, up to the home of the user, what is above that, or the root of the file system.
pub(crate) fn without_home<'d>(directory: &'d Path, home: Option<&Path>) -> impl Iterator<Item = &'d Path> {
    let homes: Vec<PathBuf> = home.into_iter().flat_map(|home| [home.to_owned(), real_path(home)]).collect();
    let is_other = move |above: &&Path| !homes.iter().any(|home| home.starts_with(above));
    directory.ancestors().take_while(|above| above.parent().is_some()).take_while(is_other)
}

/// The tree that a directory is part of, so that a stranger may have written what is there; else the working directory if it is
/// above, unless [`is_home`] says that it is the user's. Links are followed.
pub fn tree_of(directory: &Path, cwd: &Path) -> Option<PathBuf> {
    let (directory, cwd) = (real_path(directory), real_path(cwd));
    let tree = tree_around(&directory, env::home_dir().as_deref()).map(Path::to_owned);
    tree.or_else(|| (directory.starts_with(&cwd) && !is_home(&cwd)).then_some(cwd))
}

/// Whether a directory is the home of the user, above that, or the root of the file system.
pub fn is_home(directory: &Path) -> bool {
    without_home(directory, env::home_dir().as_deref()).next().is_none()
}

/// The directory of the nearest `.git` at or above; else the nearest directory with a project file. The home of the user and what
/// is above it do not count.
pub(crate) fn marked_repository<'d>(directory: &'d Path, home: Option<&Path>) -> Option<&'d Path> {
    let above = || without_home(directory, home);
    let is_project = |path: &&Path| PROJECT_FILES.iter().any(|marker| has(path, marker.file_name()));
    above().find(|path| has(path, ".git")).or_else(|| above().find(is_project))
}

fn is_project(directory: &Path) -> bool {
    let names = Marker::ALL.into_iter().map(Marker::file_name).chain(ENVIRONMENTS);
    names.into_iter().any(|name| has(directory, name))
}

/// Whether anything has this name in a directory, a link to nothing too.
pub(crate) fn has(directory: &Path, name: &str) -> bool {
    fs::symlink_metadata(directory.join(name)).is_ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::tree_around;

    #[test]
    fn the_topmost_project_below_the_home_counts() {
        let directory = tempfile::tempdir().unwrap();
        let home = directory.path().join("home");
        let deep = home.join("code/project/part/deep");
        fs::create_dir_all(&deep).unwrap();
        assert_eq!(tree_around(&deep, Some(&home)), None);
        for (marked, expected) in [("part/setup.py", "part"), ("tox.ini", "")] {
            fs::write(home.join("code/project").join(marked), "").unwrap();
            let expected = home.join("code/project").join(expected);
            assert_eq!(tree_around(&deep, Some(&home)).map(ToOwned::to_owned), Some(expected));
        }
        for marked in ["pyproject.toml", "../pyproject.toml"] {
            fs::write(home.join(marked), "").unwrap();
        }
        assert_eq!(tree_around(&deep, Some(&home)), Some(home.join("code/project").as_path()));
        assert_eq!(tree_around(&home, Some(&home)), None);
    }
}
