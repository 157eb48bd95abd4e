//! Links on the way of a path that the user names.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use loopmend_files::key::real_path;

use crate::paths::absolute;
use crate::tree::{marked_repository, without_home};

/// A path with links followed.
#[derive(Debug)]
pub struct FollowedPath {
    /// The path without links.
    pub real: PathBuf,
    /// The links on the way.
    pub links: Vec<Link>,
}

/// A link on the way of a path.
#[derive(Debug)]
pub struct Link {
    /// The directory that holds the link, without links.
    pub holder: PathBuf,
    /// `true` if the link stands for the file itself.
    pub is_last: bool,
}

impl FollowedPath {
    /// Follows the links of an absolute path. A link to nothing stays, and one of the system to what has no path, as a pipe.
    pub fn of(path: &Path) -> Self {
        const MAX_LINKS: usize = 40;
        let parts =
            |path: &Path| path.components().rev().map(|part| part.as_os_str().to_owned()).collect::<Vec<_>>();
        let mut found = Self { real: PathBuf::new(), links: Vec::new() };
        let mut left: Vec<OsString> = parts(path);
        while let Some(part) = left.pop() {
            if part == ".." {
                found.real.pop();
                continue;
            }
            let next = found.real.join(part);
            let target = fs::read_link(&next).ok().filter(|target| {
                let has_path = !is_of_system(&found.real) || found.real.join(target).exists();
                next.exists() && has_path && found.links.len() < MAX_LINKS
            });
            match target {
                Some(target) => {
                    found.links.push(Link { holder: found.real.clone(), is_last: left.is_empty() });
                    left.extend(parts(&target));
                }
                None => found.real = next,
            }
        }
        found
    }
}

/// `true` if a directory has links of the system, as to standard output.
pub fn is_of_system(directory: &Path) -> bool {
    ["/dev", "/proc"].iter().any(|of_system| directory.starts_with(of_system))
}

/// The real path of a named path that a link of a project leads out of that project. A shell that expands `*.py` names such
/// links too. A link above the project is followed, as is one in the home of the user.
pub fn way_out(path: &Path, cwd: &Path) -> Option<PathBuf> {
    way_out_below(&absolute(cwd, path), cwd, env::home_dir().as_deref())
}

/// The same for an absolute path and this home.
pub(crate) fn way_out_below(path: &Path, cwd: &Path, home: Option<&Path>) -> Option<PathBuf> {
    let followed = FollowedPath::of(path);
    if followed.links.is_empty() {
        return None;
    }
    let real = real_path(path);
    let is_directory = real.is_dir();
    let leaves = |link: &Link| {
        let project = find_project(link, is_directory, cwd, home);
        project.is_some_and(|project| !real.starts_with(project))
    };
    followed.links.iter().any(leaves).then_some(real)
}

/// The project that a link lies in. Without a mark of one, the working directory is a project, as is the directory of a file.
fn find_project(link: &Link, leads_to_directory: bool, cwd: &Path, home: Option<&Path>) -> Option<PathBuf> {
    let (holder, cwd) = (real_path(&link.holder), real_path(cwd));
    let is_home = |directory: &Path| without_home(directory, home).next().is_none();
    if let Some(repository) = marked_repository(&holder, home) {
        return Some(repository.to_owned());
    }
    if holder.starts_with(&cwd) && !is_home(&cwd) {
        return Some(cwd);
    }
    (link.is_last && !leads_to_directory && !is_home(&holder)).then_some(holder)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::PathBuf;

    use super::way_out_below;

    /// `home/code/project` with links, and files around it.
    struct Tree {
        _kept: tempfile::TempDir,
        root: PathBuf,
    }

    impl Tree {
        fn new() -> Self {
            let directory = tempfile::tempdir().unwrap();
            let root = fs::canonicalize(directory.path()).unwrap();
            for directory in ["home/code/project/deep", "home/code/outside/.git", "data"] {
                fs::create_dir_all(root.join(directory)).unwrap();
            }
            for file in ["home/code/project/own.py", "home/code/outside/s.py", "data/d.py"] {
                fs::write(root.join(file), "").unwrap();
            }
            for (link, target) in [
                ("home/code/project/inner.py", "own.py"),
                ("home/code/project/s.py", "../outside/s.py"),
                ("home/code/project/d", "../outside"),
                ("home/code/link", "project"),
                ("home/second", "code/project/d"),
                ("home/d.py", "../data/d.py"),
                ("other", "home"),
            ] {
                symlink(target, root.join(link)).unwrap();
            }
            Self { _kept: directory, root }
        }

        fn way_out(&self, path: &str, cwd: &str) -> Option<PathBuf> {
            let home = self.root.join("home");
            way_out_below(&self.root.join(path), &self.root.join(cwd), Some(&home))
        }

        fn mark(&self) {
            fs::create_dir(self.root.join("home/code/project/.git")).unwrap();
        }
    }

    #[test]
    fn a_link_of_the_project_that_leaves_it_is_a_way_out() {
        let tree = Tree::new();
        tree.mark();
        let file = Some(tree.root.join("home/code/outside/s.py"));
        let directory = Some(tree.root.join("home/code/outside"));
        for cwd in ["home/code/project", "home/code", "home", "data"] {
            for (path, expected) in [
                ("home/code/project/s.py", &file),
                ("home/code/project/d", &directory),
                ("home/code/project/d/s.py", &file),
                ("home/code/link/s.py", &file),
                ("other/code/link/d/s.py", &file),
                ("home/second/s.py", &file),
                ("home/code/project/inner.py", &None),
                ("home/code/outside/s.py", &None),
            ] {
                assert_eq!(&tree.way_out(path, cwd), expected, "{path} in {cwd}");
            }
        }
    }

    #[test]
    fn links_above_the_project_are_followed() {
        let tree = Tree::new();
        tree.mark();
        for path in ["other/code/project/own.py", "home/code/link/own.py", "home/code/link", "home/d.py"] {
            for cwd in ["home", "data", "home/code/project", "other/code/project"] {
                assert_eq!(tree.way_out(path, cwd), None, "{path} in {cwd}");
            }
        }
    }

    #[test]
    fn without_a_mark_the_working_directory_is_the_project_else_that_of_the_file() {
        let tree = Tree::new();
        let leaves = |path: &str, cwd: &str| tree.way_out(path, cwd).is_some();
        for path in ["home/code/project/s.py", "home/code/project/d/s.py", "home/code/project/d"] {
            assert!(leaves(path, "home/code/project"), "{path}");
            assert!(!leaves(path, "home/code"), "{path}");
        }
        assert!(leaves("home/code/project/s.py", "data"));
        assert!(!leaves("home/code/project/d", "data"));
    }
}
