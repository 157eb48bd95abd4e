//! The commits that changed a file, with its texts before and after each.

use std::path::Path;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::GitError;
use super::process::{Git, MAX_BLOB};

/// The number of characters of a commit's name that are shown.
const SHOWN_NAME: usize = 9;
/// The most commits that are looked at for one file.
const MAX_COMMITS: usize = 200;

/// The history that leads to the last commit of a repository and to its working tree.
#[derive(Debug)]
pub struct History {
    git: Git,
    commit: String,
}

/// The changes of one file, the newest first.
#[derive(Debug)]
pub struct FileHistory {
    /// The changes.
    pub changes: Vec<Change>,
    /// Whether `changes` has every change of the file, and all versions could be read. Changes that only a merge makes are not listed.
    pub is_complete: bool,
}

/// A change of a file.
#[derive(Debug)]
pub struct Change {
    /// The commit; `None` for a change that is not committed.
    pub commit: Option<Commit>,
    /// The text before.
    pub before: Text,
    /// The text after.
    pub after: Text,
}

/// One version of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// There is no such file.
    Absent,
    /// It is too large, or the clone does not have it.
    Unreadable,
    /// This text.
    Known(Rc<str>),
}

/// A commit, as it is shown to people. What its author wrote is not escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// The abbreviated name.
    pub name: String,
    /// The day it was written, as `2026-01-31`.
    pub date: String,
    /// The first line of its message.
    pub subject: String,
}

/// A line of the log: a commit, with the names of the blobs before and after.
struct Entry {
    commit: Commit,
    before: Option<String>,
    after: Option<String>,
}

impl History {
    /// Opens the repository of `directory` (absolute).
    ///
    /// # Errors
    /// When git is missing, `directory` is in no repository, or the repository has no commit.
    pub fn open(directory: &Path) -> Result<Self, GitError> {
        let git = Git::open(directory, "HEAD")?;
        let commit = git.commit("HEAD")?;
        Ok(Self { git, commit })
    }

    /// Returns the changes of the file at `path` (absolute), at most 200. Renames are not followed. `None` for a file outside of the
    /// repository, or with a path that is no text.
    ///
    /// # Errors
    /// When the repository cannot be read.
    pub fn of_file(&self, path: &Path) -> Result<Option<FileHistory>, GitError> {
        let Some(name) = self.git.name_of(path).as_deref().and_then(as_git_path) else { return Ok(None) };
        let log = self.git.log(&self.commit, &name, MAX_COMMITS + 1)?;
        let mut entries = entries(&log);
        let is_merge = |entry: &Entry| entry.before.is_none() && entry.after.is_none();
        let is_cut = entries.len() > MAX_COMMITS || self.git.is_shallow() || entries.iter().any(is_merge);
        entries.retain(|entry| !is_merge(entry));
        entries.truncate(MAX_COMMITS);
        let committed = self.git.blob_of(&self.commit, &name)?;
        let wanted: FxHashSet<&String> = entries
            .iter()
            .flat_map(|entry| [&entry.before, &entry.after])
            .chain([&committed])
            .flatten()
            .collect();
        let texts = self.git.blobs(&wanted)?;
        let texts: FxHashMap<String, Rc<str>> =
            texts.into_iter().map(|(blob, text)| (blob, String::from_utf8_lossy(&text).into())).collect();
        let text = |blob: &Option<String>| match blob {
            None => Text::Absent,
            Some(blob) => texts.get(blob).cloned().map_or(Text::Unreadable, Text::Known),
        };
        let is_complete = !is_cut && wanted.iter().all(|blob| texts.contains_key(*blob));
        let now = match loopmend_files::read_at_most(path, MAX_BLOB) {
            Ok(now) => Text::Known(String::from_utf8_lossy(&now).into()),
            Err(_) if path.symlink_metadata().is_err() => Text::Absent,
            Err(_) => Text::Unreadable,
        };
        let uncommitted = Change { commit: None, before: text(&committed), after: now };
        let changes = entries.iter().map(|entry| Change {
            commit: Some(entry.commit.clone()),
            before: text(&entry.before),
            after: text(&entry.after),
        });
        Ok(Some(FileHistory { changes: [uncommitted].into_iter().chain(changes).collect(), is_complete }))
    }
}

/// Reads the log: fields and raw differences, each followed by a zero byte.
fn entries(log: &[u8]) -> Vec<Entry> {
    let mut parts = log.split(|byte| *byte == 0).map(String::from_utf8_lossy);
    let mut entries: Vec<Entry> = Vec::new();
    while let Some(part) = parts.next() {
        let part = part.trim_start_matches('\n');
        if let Some(difference) = part.strip_prefix(':') {
            let words: Vec<&str> = difference.split(' ').collect();
            // Behind it stands the path.
            parts.next();
            if let (Some(entry), [_, _, before, after, _]) = (entries.last_mut(), &words[..]) {
                let blob = |name: &str| name.bytes().any(|byte| byte != b'0').then(|| name.to_owned());
                (entry.before, entry.after) = (blob(before), blob(after));
            }
        } else if !part.is_empty() {
            let (Some(date), Some(subject)) = (parts.next(), parts.next()) else { break };
            let name = part.chars().take(SHOWN_NAME).collect();
            let commit = Commit { name, date: date.into_owned(), subject: subject.into_owned() };
            entries.push(Entry { commit, before: None, after: None });
        }
    }
    entries
}

/// The path as git writes it.
fn as_git_path(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/")).filter(|path| !path.is_empty())
}
