//! What changed since a revision. git is asked so that it runs no hook, no filter, no external or textual
//! difference program and no file system monitor, writes nothing, and fetches nothing.

mod changes;
mod patch;

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub use changes::Changes;

/// Why git did not answer.
#[derive(Debug)]
pub enum GitError {
    /// The program could not be started.
    NotStarted(io::Error),
    /// The directory is in no repository, or git refuses it; git's words.
    NotARepository {
        /// The directory.
        directory: PathBuf,
        /// What git said.
        words: String,
    },
    /// The revision names no commit.
    UnknownRevision {
        /// The revision as it was given.
        revision: String,
    },
    /// git failed in another way; git's words.
    Failed {
        /// The command of git.
        command: &'static str,
        /// What git said.
        words: String,
    },
}

impl fmt::Display for GitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotStarted(error) if error.kind() == io::ErrorKind::NotFound => {
                f.write_str("git was not found on PATH; install it, or leave out `--since`")
            }
            Self::NotStarted(error) => write!(f, "failed to start git: {error}"),
            Self::NotARepository { directory, words } => {
                write!(f, "git knows no repository at `{}`: {words}", directory.display())
            }
            Self::UnknownRevision { revision } => write!(
                f,
                "git knows no commit `{revision}`; name a branch, a tag or a commit (a shallow clone may lack it)"
            ),
            Self::Failed { command, words } => write!(f, "`git {command}` failed: {words}"),
        }
    }
}

impl std::error::Error for GitError {}

/// The lines of the working tree that differ from `revision`, in the repository of `directory` (absolute).
///
/// # Errors
/// When git is missing, `directory` is in no repository, or `revision` names no commit.
pub fn changes_since(directory: &Path, revision: &str) -> Result<Changes, GitError> {
    let git = Git::open(directory)?;
    let commit = git.commit(revision)?;
    let tracked = git.run("ls-files", &["-z", "--full-name"])?;
    let patch = git.run(
        "diff",
        &[
            "--patch",
            "--unified=0",
            "--inter-hunk-context=0",
            "--no-color",
            "--no-ext-diff",
            "--no-textconv",
            "--no-relative",
            "--find-renames",
            "--ignore-submodules",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            &commit,
            "--",
        ],
    )?;
    Ok(Changes::new(git.root, &tracked, patch::changed_lines(&patch)))
}

/// The files of the repository of `directory` (absolute) that differ from its last commit, untracked ones among them, but not
/// ignored ones; `None` where there is no git or no repository.
///
/// # Errors
/// When git refuses to answer.
pub fn uncommitted(directory: &Path) -> Result<Option<Vec<PathBuf>>, GitError> {
    let git = match Git::open(directory) {
        Ok(git) => git,
        Err(GitError::NotStarted(error)) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(GitError::NotARepository { words, .. }) if words.contains("not a git repository") => {
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    let arguments = ["--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignore-submodules"];
    let output = git.run("status", &arguments)?;
    const STATE: usize = "XY ".len();
    let entries = output.split(|byte| *byte == 0).filter_map(|entry| entry.get(STATE..));
    Ok(Some(entries.map(|path| git.root.join(path_from_bytes(path))).collect()))
}

/// A repository.
struct Git {
    root: PathBuf,
    /// Settings that take every program out of git's way.
    overrides: Vec<OsString>,
}

impl Git {
    fn open(directory: &Path) -> Result<Self, GitError> {
        let mut git = Self { root: directory.to_owned(), overrides: Vec::new() };
        let output = git.output("rev-parse", &["--show-toplevel"])?;
        if !output.status.success() {
            let words = words(&output);
            return Err(GitError::NotARepository { directory: directory.to_owned(), words });
        }
        git.root = path_from_bytes(output.stdout.strip_suffix(b"\n").unwrap_or(&output.stdout));
        git.overrides = git.filter_overrides()?;
        Ok(git)
    }

    /// Clean filters (`filter.NAME.clean` and `.process`) are programs that `git diff` would run on files of
    /// the working tree; each one that is configured is set to nothing.
    fn filter_overrides(&self) -> Result<Vec<OsString>, GitError> {
        let output = self.output(
            "config",
            &["-z", "--name-only", "--get-regexp", r"^filter\..*\.(clean|smudge|process|required)$"],
        )?;
        let names = output.stdout.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names
            .map(|name| {
                let mut setting = os_string_from_bytes(name);
                setting.push(if name.ends_with(b".required") { "=false" } else { "=" });
                setting
            })
            .collect())
    }

    fn commit(&self, revision: &str) -> Result<String, GitError> {
        let unknown = || GitError::UnknownRevision { revision: revision.to_owned() };
        if revision.is_empty() || revision.starts_with('-') {
            return Err(unknown());
        }
        let output = self.output("rev-parse", &["--verify", "--quiet", &format!("{revision}^{{commit}}")])?;
        let commit = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if output.status.success() && !commit.is_empty() { Ok(commit) } else { Err(unknown()) }
    }

    fn run(&self, command: &'static str, arguments: &[&str]) -> Result<Vec<u8>, GitError> {
        let output = self.output(command, arguments)?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(GitError::Failed { command, words: words(&output) })
        }
    }

    fn output(&self, command: &str, arguments: &[&str]) -> Result<Output, GitError> {
        let mut process = Command::new("git");
        process.arg("--no-pager").args(["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]);
        for setting in &self.overrides {
            process.arg("-c").arg(setting);
        }
        process
            .arg(command)
            .args(arguments)
            .current_dir(&self.root)
            .env("LC_ALL", "C")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env_remove("GIT_EXTERNAL_DIFF")
            .stdin(Stdio::null())
            .output()
            .map_err(GitError::NotStarted)
    }
}

/// The first line git wrote to standard error, without its prefix.
fn words(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let line = text.lines().next().unwrap_or_default();
    let line = line.strip_prefix("fatal: ").or_else(|| line.strip_prefix("error: ")).unwrap_or(line);
    if line.is_empty() { output.status.to_string() } else { line.to_owned() }
}

#[cfg(unix)]
fn os_string_from_bytes(bytes: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(bytes.to_vec())
}

#[cfg(not(unix))]
fn os_string_from_bytes(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

fn path_from_bytes(bytes: &[u8]) -> PathBuf {
    PathBuf::from(os_string_from_bytes(bytes))
}
