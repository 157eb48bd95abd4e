//! Changes of files: shown as a patch, or written under the journal that `loopmend fix --undo` reads.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use loopmend_fix::{Change, DIRECTORY, Journal, JournalError, Restored, is_pending, journal_above};
use loopmend_project::way_out;

use crate::failure::Failure;
use crate::fixing::uncommitted_among;
use crate::interrupt;
use crate::output::Output;
use crate::render::{counted, diff, patch};
use crate::style::{STRONG, printable};

/// Where a run starts: the directory of its first path, or one above it, so that all paths are in its project. A path that a link
/// leads out of the project does not count.
pub(super) fn start_of(cwd: &Path, paths: &[PathBuf]) -> PathBuf {
    let paths = paths.iter().filter(|path| way_out(path, cwd).is_none());
    let mut starts = paths.map(|path| directory_of(cwd, path));
    let Some(first) = starts.next() else { return directory_of(cwd, Path::new("")) };
    starts.fold(first, |start, other| {
        if other.starts_with(root_of(&start)) {
            return start;
        }
        let shared = start.ancestors().find(|above| other.starts_with(above));
        shared.map_or_else(|| start.clone(), Path::to_owned)
    })
}

fn directory_of(cwd: &Path, path: &Path) -> PathBuf {
    let path = cwd.join(path);
    let path = std::fs::canonicalize(&path).unwrap_or(path);
    if path.is_dir() { path } else { path.parent().map_or_else(|| cwd.to_owned(), Path::to_owned) }
}

/// Where the journal of a project is: at its top, or above, where a fix was cut short.
pub(super) fn journal_directory(start: &Path) -> PathBuf {
    if let Some(directory) = journal_above(start).filter(|directory| is_pending(directory)) {
        return directory;
    }
    root_of(start).join(DIRECTORY)
}

/// The top of the project around a directory.
fn root_of(start: &Path) -> &Path {
    const PROJECT_FILES: [&str; 4] = ["pyproject.toml", "loopmend.toml", "setup.py", "setup.cfg"];
    let repository = start.ancestors().find(|above| above.join(".git").exists());
    let is_project = |above: &&Path| PROJECT_FILES.iter().any(|name| above.join(name).is_file());
    repository.or_else(|| start.ancestors().find(is_project)).unwrap_or(start)
}

/// Refuses to read files that a fix left half changed.
///
/// # Errors
/// When there are any.
pub(super) fn refuse_pending(directory: &Path) -> Result<(), Failure> {
    match is_pending(directory) {
        true => Err(Failure::new("a fix was interrupted here; `loopmend fix --undo` restores the files")),
        false => Ok(()),
    }
}

/// Takes back what was cut short.
///
/// # Errors
/// When the journal cannot be read.
pub(super) fn recover(journal: &Journal, output: &Output) -> Result<(), Failure> {
    if let Some(restored) = journal.recover()? {
        let words = restored_words(&restored);
        output.notice(&format!("An interrupted fix was undone.\n{}", words.trim_end()));
    }
    Ok(())
}

/// Writes all changes or none; whether it was not interrupted.
///
/// # Errors
/// When a file has changes that git does not have and that is not allowed, or something cannot be written.
pub(super) fn write(
    journal: &Journal,
    changes: &[(String, Change)],
    allow_dirty: bool,
) -> Result<bool, Failure> {
    if !allow_dirty {
        refuse_uncommitted(changes)?;
    }
    interrupt::wake_with(|| {});
    let files: Vec<Change> = changes.iter().map(|(_, change)| change.clone()).collect();
    let is_interrupted = || interrupt::flag().load(Ordering::Relaxed);
    match interrupt::while_writing(|| journal.write(&files, &is_interrupted)) {
        Err(JournalError::Interrupted) => Ok(false),
        written => Ok(written.map(|()| true)?),
    }
}

/// A failure to show a result, with the edits of files that were made all the same.
pub(super) fn after_edits(failure: Failure, files: usize) -> Failure {
    match files {
        0 => failure,
        _ => Failure::new(format!(
            "{failure}. The edits of {} were made; `loopmend fix --undo` undoes them",
            counted(files, "file")
        )),
    }
}

/// Refuses to change files whose changes git does not have.
///
/// # Errors
/// When there is one; the sentence names it.
pub(super) fn refuse_uncommitted(changes: &[(String, Change)]) -> Result<(), Failure> {
    let dirty = uncommitted_among(changes)?;
    let Some(first) = dirty.first() else { return Ok(()) };
    let (others, have) = match dirty.len() - 1 {
        0 => (String::new(), "has"),
        others => (format!(" and {}", counted(others, "other file")), "have"),
    };
    Err(Failure::new(format!(
        "`{first}`{others} would change but {have} uncommitted changes; commit them, or use \
         `--allow-dirty`. Nothing was changed"
    )))
}

/// Prints the changes as a patch.
///
/// # Errors
/// When standard output cannot be written to.
pub(super) fn print_diff(output: &Output, changes: &[(String, Change)]) -> Result<(), Failure> {
    if output.stdout_is_for_people() {
        let texts = changes.iter().map(|(path, change)| diff(path, &change.before, &change.after, true));
        return output.styled(&texts.collect::<String>());
    }
    let patches = changes.iter().flat_map(|(path, change)| patch(path, &change.before, &change.after));
    output.raw_bytes(&patches.collect::<Vec<u8>>())
}

/// What was put back, in words.
pub(super) fn restored_words(restored: &Restored) -> String {
    let mut words = String::new();
    if !restored.files.is_empty() {
        let are = if restored.files.len() == 1 { "was restored" } else { "were restored" };
        words.push_str(&format!("{STRONG}{}{STRONG:#} {are}.\n", counted(restored.files.len(), "file")));
    } else if restored.left.is_empty() {
        words.push_str("Nothing was left to restore.\n");
    }
    for left in &restored.left {
        let path = left.path.to_string_lossy();
        let skipped = format!("Skipped: {}", printable(&path));
        words.push_str(&match &left.kept {
            Some(kept) => {
                let kept = kept.to_string_lossy();
                format!("{skipped} changed since; its earlier text is kept in {}\n", printable(&kept))
            }
            None => format!("{skipped} has the fix again; its earlier text is no longer kept\n"),
        });
    }
    words
}

impl From<JournalError> for Failure {
    fn from(error: JournalError) -> Self {
        Self::new(error.to_string())
    }
}
