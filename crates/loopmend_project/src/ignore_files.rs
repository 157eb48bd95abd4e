//! Whether the files that say what git ignores can be read: the walk opens them without asking what they are, and compiles
//! whatever patterns are in them.

use std::fs;
use std::path::{Path, PathBuf};

use loopmend_files::{PatternLimit, open_at_most, read_at_most};

use crate::bounds::Bounds;

const MAX_SIZE: u64 = 1024 * 1024;

/// The first file that the walk would read for a directory and that is no regular file, too large, or a link
/// out of the project, or whose patterns are not used.
pub(crate) fn unreadable(directory: &Path, bounds: &Bounds) -> Option<PathBuf> {
    let named = [".ignore", ".gitignore"].map(|name| directory.join(name));
    named.into_iter().find(|path| !can_be_used(path, bounds)).or_else(|| of_git(directory, bounds))
}

/// The same for a directory and all above it: a walk that begins there reads their files too, and those of the directories above
/// the one that a link names.
pub(crate) fn unreadable_above(directory: &Path, bounds: &Bounds) -> Option<PathBuf> {
    let real = fs::canonicalize(directory).ok().filter(|real| real != directory);
    let mut all = directory.ancestors().chain(real.iter().flat_map(|real| real.ancestors()));
    all.find_map(|directory| unreadable(directory, bounds))
}

/// `.git` is a directory, or a file that names one, which names another one: the names are read as the walk reads them.
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
        let name = first_line(&file)?;
        common = if name.starts_with('.') { named.join(name) } else { PathBuf::from(name) };
    }
    Some(common.join("info/exclude")).filter(|path| !can_be_used(path, bounds))
}

/// What stands after the first line need not be text.
fn first_line(path: &Path) -> Option<String> {
    let bytes = loopmend_files::read(path).ok()?;
    let line = bytes.split_inclusive(|byte| *byte == b'\n').next()?;
    Some(std::str::from_utf8(line).ok()?.lines().next()?.to_owned())
}

/// What is wrong with a file that [`unreadable`] found.
pub(crate) fn problem(path: &Path, bounds: &Bounds) -> String {
    match pattern_limit(path, bounds) {
        Some(limit) => format!("is not read, since {limit}"),
        None => "is no file of patterns that can be read".to_owned(),
    }
}

fn can_be_used(path: &Path, bounds: &Bounds) -> bool {
    can_be_read(path, bounds) && pattern_limit(path, bounds).is_none()
}

fn pattern_limit(path: &Path, bounds: &Bounds) -> Option<PatternLimit> {
    if !path.is_file() {
        return None;
    }
    let text = || String::from_utf8_lossy(&read_at_most(path, MAX_SIZE).unwrap_or_default()).into_owned();
    bounds.pattern_limit(path, text)
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

    use super::{problem, unreadable, unreadable_above};
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
    fn files_above_a_directory_count_and_those_above_what_a_link_names() {
        let directory = tempfile::tempdir().unwrap();
        let path = fs::canonicalize(directory.path()).unwrap();
        fs::create_dir_all(path.join("real/deep")).unwrap();
        symlink("real/deep", path.join("link")).unwrap();
        let unreadable = || unreadable_above(&path.join("link"), &Bounds::default());
        assert_eq!(unreadable(), None);
        make_pipe(&path.join("real/.gitignore"));
        assert_eq!(unreadable(), Some(path.join("real/.gitignore")));
        make_pipe(&path.join(".ignore"));
        assert_eq!(unreadable(), Some(path.join(".ignore")));
    }

    #[test]
    fn patterns_have_limits_for_a_file_and_for_all_files_of_a_project() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join(".gitignore");
        for (text, wrong) in [
            (
                format!("{}a{}", "{".repeat(100), "}".repeat(100)),
                "is not read, since a pattern has more than 16 braces",
            ),
            ("*a*b*c\n".repeat(20_000), "is not read, since the patterns are larger than 1 MiB"),
        ] {
            fs::write(&path, text).unwrap();
            let bounds = Bounds::default();
            assert_eq!(unreadable(directory.path(), &bounds), Some(path.clone()));
            assert!(problem(&path, &bounds).starts_with(wrong));
        }
        fs::write(&path, "*a*b*c\n".repeat(5_000)).unwrap();
        let bounds = Bounds::default();
        let mut parts = (0..100).map(|number| directory.path().join(number.to_string()));
        let first = parts.find(|part| {
            fs::create_dir(part).unwrap();
            fs::copy(&path, part.join(".ignore")).unwrap();
            unreadable(part, &bounds).is_some()
        });
        let first = first.expect("one too many");
        assert!(problem(&first.join(".ignore"), &bounds).contains("of the project are together larger"));
        assert_eq!(unreadable(&directory.path().join("0"), &bounds), None, "it is counted once");
    }

    #[test]
    fn the_files_that_git_leads_to_count() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path();
        let unreadable = || unreadable(path, &Bounds::default());
        fs::create_dir_all(path.join("real/info")).unwrap();
        make_pipe(&path.join("real/info/exclude"));
        let worktree = |end: &[u8]| {
            [format!("gitdir: {}", path.join("real/worktree").display()).as_bytes(), end].concat()
        };
        fs::write(path.join(".git"), worktree(b"\n")).unwrap();
        assert_eq!(unreadable(), None, "there is no worktree");
        fs::create_dir(path.join("real/worktree")).unwrap();
        fs::write(path.join("real/worktree/commondir"), "..\n").unwrap();
        assert!(unreadable().is_some());
        fs::remove_file(path.join("real/worktree/commondir")).unwrap();
        make_pipe(&path.join("real/worktree/commondir"));
        assert_eq!(unreadable(), Some(path.join("real/worktree/commondir")));
        fs::remove_file(path.join("real/worktree/commondir")).unwrap();
        fs::write(path.join(".git"), worktree(b"\n\xff")).unwrap();
        let common = path.join("common");
        fs::create_dir_all(common.join("info")).unwrap();
        make_pipe(&common.join("info/exclude"));
        fs::write(path.join("real/worktree/commondir"), format!("{}\n", common.display())).unwrap();
        assert_eq!(unreadable(), Some(common.join("info/exclude")));
        fs::remove_file(path.join(".git")).unwrap();
        File::create(path.join(".git")).and_then(|file| file.set_len(1 << 40)).unwrap();
        assert_eq!(unreadable(), Some(path.join(".git")));
    }
}
