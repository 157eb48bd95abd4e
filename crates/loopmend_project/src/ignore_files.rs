//! Whether the files that say what git ignores can be read: the walk opens them without asking what they are.

use std::path::{Path, PathBuf};

use loopmend_files::open_at_most;

use crate::bounds::Bounds;

/// Patterns take many times their size once they are compiled.
const MAX_SIZE: u64 = 1024 * 1024;

/// The first file that the walk would read for a directory and that is no regular file, too large, or a link
/// out of the project.
pub(crate) fn unreadable(directory: &Path, bounds: &Bounds) -> Option<PathBuf> {
    let named = [".ignore", ".gitignore"].map(|name| directory.join(name));
    named.into_iter().find(|path| !can_be_read(path, bounds)).or_else(|| of_git(directory, bounds))
}

/// `.git` is a directory, or a file that names one, which names another one.
fn of_git(directory: &Path, bounds: &Bounds) -> Option<PathBuf> {
    let git = directory.join(".git");
    let mut common = git.clone();
    if git.is_file() {
        if !can_be_read(&git, bounds) {
            return Some(git);
        }
        let named = PathBuf::from(first_line(&git)?.strip_prefix("gitdir: ")?);
        let file = named.join("commondir");
        if !can_be_read(&file, bounds) {
            return Some(file);
        }
        common = named.join(first_line(&file)?);
    }
    Some(common.join("info/exclude")).filter(|path| !can_be_read(path, bounds))
}

fn first_line(path: &Path) -> Option<String> {
    Some(loopmend_files::read_text(path).ok()?.lines().next()?.to_owned())
}

/// A file that is not there is not read.
fn can_be_read(path: &Path, bounds: &Bounds) -> bool {
    match path.symlink_metadata() {
        Err(_) => true,
        Ok(metadata) if metadata.is_file() => metadata.len() <= MAX_SIZE,
        Ok(metadata) if metadata.is_dir() => true,
        Ok(_) => !path.exists() || open_at_most(path, MAX_SIZE).is_ok() && !bounds.leads_out(path),
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs::{self, File};
    use std::os::unix::fs::symlink;
    use std::path::Path;

    use super::unreadable;
    use crate::bounds::Bounds;

    fn make_pipe(path: &Path) {
        assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    #[test]
    fn only_regular_files_of_some_size_are_readable() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path();
        let unreadable = || unreadable(path, &Bounds::default());
        fs::write(path.join(".gitignore"), "*.pyc\n").unwrap();
        symlink("nowhere", path.join(".ignore")).unwrap();
        assert_eq!(unreadable(), None);
        fs::remove_file(path.join(".ignore")).unwrap();
        symlink("/dev/zero", path.join(".ignore")).unwrap();
        assert_eq!(unreadable(), Some(path.join(".ignore")));
        fs::remove_file(path.join(".ignore")).unwrap();
        File::create(path.join(".gitignore")).and_then(|file| file.set_len(1 << 40)).unwrap();
        assert_eq!(unreadable(), Some(path.join(".gitignore")));
        fs::remove_file(path.join(".gitignore")).unwrap();
        make_pipe(&path.join(".gitignore"));
        assert_eq!(unreadable(), Some(path.join(".gitignore")));
    }

    #[test]
    fn the_files_that_git_leads_to_count() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path();
        let unreadable = || unreadable(path, &Bounds::default());
        fs::create_dir_all(path.join("real/info")).unwrap();
        make_pipe(&path.join("real/info/exclude"));
        fs::write(path.join(".git"), format!("gitdir: {}\n", path.join("real/worktree").display())).unwrap();
        assert_eq!(unreadable(), None, "there is no worktree");
        fs::create_dir(path.join("real/worktree")).unwrap();
        fs::write(path.join("real/worktree/commondir"), "..\n").unwrap();
        assert!(unreadable().is_some());
        fs::remove_file(path.join("real/worktree/commondir")).unwrap();
        make_pipe(&path.join("real/worktree/commondir"));
        assert_eq!(unreadable(), Some(path.join("real/worktree/commondir")));
        fs::remove_file(path.join(".git")).unwrap();
        File::create(path.join(".git")).and_then(|file| file.set_len(1 << 40)).unwrap();
        assert_eq!(unreadable(), Some(path.join(".git")));
    }
}
