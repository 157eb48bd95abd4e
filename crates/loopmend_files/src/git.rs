//! Where git keeps what it must be able to trust.

use std::path::Path;

use crate::key::real_path;

/// Whether a path is, or lies in, a directory in which git keeps a repository: `.git`, what a file of that name points to, a bare
/// repository. A working tree in one of them is none. Parts of the path that do not exist yet count by their text.
pub fn lies_in_git_directory(path: &Path) -> bool {
    let lies_in_one =
        |path: &Path| path.ancestors().take_while(|above| !has(above, ".git")).any(is_git_directory);
    lies_in_one(path) || lies_in_one(&real_path(path))
}

fn is_git_directory(directory: &Path) -> bool {
    // The second is how Windows shortens the first.
    let is_reserved =
        |name: &std::ffi::OsStr| [".git", "git~1"].iter().any(|it| name.eq_ignore_ascii_case(it));
    directory.file_name().is_some_and(is_reserved)
        || has(directory, "HEAD") && ["objects", "refs", "commondir"].iter().any(|name| has(directory, name))
}

/// Whether anything has this name in a directory, a link to nothing too.
fn has(directory: &Path, name: &str) -> bool {
    directory.join(name).symlink_metadata().is_ok()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::lies_in_git_directory;

    fn tree(paths: &[&str]) -> tempfile::TempDir {
        let directory = tempfile::tempdir().unwrap();
        for path in paths {
            let path = directory.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        directory
    }

    #[test]
    fn directories_of_git_are_known_by_name_and_content() {
        let tree = tree(&[
            "clone/.git/HEAD",
            "clone/real/HEAD",
            "clone/real/refs/heads/main",
            "clone/worktree/HEAD",
            "clone/worktree/commondir",
            "clone/HEAD/text",
        ]);
        let lies = |path: &str| lies_in_git_directory(&tree.path().join("clone").join(path));
        for path in
            [".git", ".git/refs/tags", ".GIT/new/cache", "real/refs/new", "worktree", "nowhere/../.git/x"]
        {
            assert!(lies(path), "{path}");
        }
        for path in ["", "cache", "HEAD", "HEAD/cache", "a.git"] {
            assert!(!lies(path), "{path}");
        }
    }

    #[test]
    fn a_working_tree_in_a_bare_repository_is_none_of_git() {
        let tree = tree(&["bare/HEAD", "bare/objects/x", "bare/main/.git"]);
        assert!(lies_in_git_directory(&tree.path().join("bare/cache")));
        assert!(!lies_in_git_directory(&tree.path().join("bare/main/cache")));
        assert!(!lies_in_git_directory(Path::new("/")));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed() {
        let tree = tree(&["clone/.git/HEAD"]);
        let link = tree.path().join("clone/link");
        std::os::unix::fs::symlink(".git", &link).unwrap();
        assert!(lies_in_git_directory(&link.join("new/cache")));
    }
}
