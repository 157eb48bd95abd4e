//! What changed since a revision, in which commits a file changed, and what git could not give back.
//!
//! A repository that came as an archive brings its own `.git`, whose configuration names programs: filters, textual
//! conversions, external differences, file system monitors, hooks, `ssh`, credential helpers, signature checkers, and other
//! files by `include` or `core.worktree`. Setting each of them to nothing is a race with the next version of git. So git
//! never sees that configuration, and never reads the working tree:
//!
//! - `.git` is found here, by its name, and not by git. It is no link, and what it names elsewhere must name it in turn. Objects,
//!   the index and the configuration are no links, and objects are borrowed only inside of the repository.
//! - `GIT_DIR` is a temporary directory with a configuration of ours, copies of the references, and nothing else. The
//!   object database and the index are read where they are. Configuration of the user and the system is not read either, and
//!   of the environment no `GIT_*` variable but `GIT_EXEC_PATH`. git itself lies outside of the project, as does each directory of `PATH`.
//! - Only commands that read objects, references and the index run: `rev-parse`, `ls-files`, `diff-index --cached`,
//!   `cat-file`, `log`. Filters and `.gitattributes` matter to none of them. Without a configured remote nothing can be fetched.
//! - Files of the working tree are read and compared here.
//!
//! The words of git are not shown, since they can quote files that the repository links to.

mod changes;
mod history;
mod ignored;
mod lines;
mod place;
mod process;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};

pub use changes::{ChangedFiles, Changes};
pub use history::{Change, Commit, FileHistory, History, Text};
use ignored::Ignored;
use lines::is_same_text;
use process::Git;

/// Why git did not answer.
#[derive(Debug)]
pub enum GitError {
    /// The program could not be started.
    NotStarted(io::Error),
    /// The directory is in no repository.
    NotARepository {
        /// The directory.
        directory: PathBuf,
    },
    /// The repository leads into another one, or out of itself.
    Refused {
        /// What does so.
        problem: String,
    },
    /// The revision names no commit.
    UnknownRevision {
        /// The revision as it was passed.
        revision: String,
    },
    /// git failed in another way.
    Failed {
        /// The command of git.
        command: &'static str,
        /// What happened.
        problem: String,
    },
}

impl fmt::Display for GitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotStarted(error) if error.kind() == io::ErrorKind::NotFound => {
                f.write_str("git was not found on PATH; install it, or leave out the option that needs it")
            }
            Self::NotStarted(error) => write!(f, "failed to start git: {error}"),
            Self::NotARepository { directory } => {
                write!(f, "`{}` is not in a git work tree: not a git repository", directory.display())
            }
            Self::Refused { problem } => write!(f, "the git repository is not read: {problem}"),
            Self::UnknownRevision { revision } => write!(
                f,
                "git knows no commit `{revision}`; name a branch, a tag or a commit (a shallow clone may lack it)"
            ),
            Self::Failed { command, problem } => write!(f, "`git {command}` failed: {problem}"),
        }
    }
}

impl std::error::Error for GitError {}

/// The lines of the working tree that differ from `revision`, in the repository of `directory` (absolute).
///
/// # Errors
/// When git is missing, `directory` is in no repository, or `revision` names no commit.
pub fn changes_since(directory: &Path, revision: &str) -> Result<Changes, GitError> {
    let git = Git::open(directory, revision)?;
    let commit = git.commit(revision)?;
    let mut blobs = git.index()?;
    for (path, blob) in git.staged(&commit)? {
        if let Some(known) = blobs.get_mut(&path) {
            *known = blob;
        }
    }
    Ok(Changes::new(git, blobs))
}

/// The hash of the last commit in the repository of `directory` (absolute). `None` where there is no git, no repository or no
/// commit.
///
/// # Errors
/// When git refuses to answer.
pub fn head(directory: &Path) -> Result<Option<String>, GitError> {
    match Git::open(directory, "HEAD").and_then(|git| git.commit("HEAD")) {
        Ok(commit) => Ok(Some(commit)),
        Err(GitError::NotStarted(error)) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(GitError::NotARepository { .. } | GitError::UnknownRevision { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Those of `files` (absolute) in the repository of `directory` that differ from its last commit. Untracked files are among
/// them, ignored ones are not. `None` where there is no git or no repository.
///
/// # Errors
/// When git refuses to answer.
pub fn uncommitted(directory: &Path, files: &[PathBuf]) -> Result<Option<Vec<PathBuf>>, GitError> {
    let git = match Git::open(directory, "HEAD") {
        Ok(git) => git,
        Err(GitError::NotStarted(error)) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(GitError::NotARepository { .. }) => return Ok(None),
        Err(error) => return Err(error),
    };
    let blobs = git.index()?;
    let staged = match git.commit("HEAD") {
        Ok(commit) => git.staged(&commit)?,
        // There is no commit yet: all is new.
        Err(GitError::UnknownRevision { .. }) => blobs.clone(),
        Err(error) => return Err(error),
    };
    let ignored = Ignored::new(git.root(), &git.exclude_file());
    let named: Vec<(&PathBuf, PathBuf)> =
        files.iter().filter_map(|path| Some((path, git.name_of(path)?))).collect();
    let committed =
        |name: &PathBuf| blobs.get(name).and_then(Option::as_ref).filter(|_| !staged.contains_key(name));
    let texts = git.blobs(&named.iter().filter_map(|(_, name)| committed(name)).collect::<FxHashSet<_>>())?;
    let is_clean = |path: &Path, name: &PathBuf| match (committed(name), blobs.contains_key(name)) {
        (Some(blob), _) => {
            let text = loopmend_files::read_at_most(path, loopmend_files::MAX_DATA);
            texts.get(blob).is_some_and(|old| text.is_ok_and(|new| is_same_text(old, &new)))
        }
        (None, true) => false,
        (None, false) => ignored.has(name),
    };
    let dirty = named.into_iter().filter(|(path, name)| !is_clean(path, name));
    Ok(Some(dirty.map(|(path, _)| path.clone()).collect()))
}

/// By paths in a repository, the names of what they hold; `None` where there is nothing to compare with.
type Blobs = FxHashMap<PathBuf, Option<String>>;
