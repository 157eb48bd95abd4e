//! `--blame`: the commits that removed or renamed the names which findings say are missing.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::path::Path;
use std::rc::Rc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use loopmend_core::{Applicability, Diagnostic, Edit, Fix, MissingName, NameOwner, Note, NoteKind};
use loopmend_runner::git::{Change, Commit, FileHistory, GitError, History, Text};
use loopmend_semantic::{DefinedName, NameKind, defined_names};
use rustc_hash::FxHashMap;

use crate::failure::Failure;
use crate::interrupt;
use crate::render::counted;

/// How long histories are searched. Findings that are left then get no commit.
const TIME_LIMIT: Duration = Duration::from_secs(60);
/// The files whose texts are kept.
const MAX_FILES: usize = 8;
/// How similar a name is that may have taken the place of another, from 0 to 1.
const SIMILAR: f64 = 0.5;
/// The most renames of one name that are told.
const MAX_RENAMES: usize = 4;
/// The characters of the subject of a commit that are shown.
const MAX_SUBJECT: usize = 72;

/// The history of the project's repository.
pub(crate) struct Blame<'a> {
    search: RefCell<Search<'a>>,
    has_given_up: Cell<bool>,
}

impl<'a> Blame<'a> {
    /// Opens the repository of `cwd` (absolute), from which shown paths count.
    ///
    /// # Errors
    /// When there is no git, no repository or no commit.
    pub(crate) fn open(cwd: &'a Path) -> Result<Self, Failure> {
        let history = History::open(cwd)?;
        let search = Search { history, cwd, files: FxHashMap::default(), answers: FxHashMap::default() };
        Ok(Self { search: RefCell::new(search), has_given_up: Cell::new(false) })
    }

    /// Adds to each finding about a missing name the commit that removed or renamed it. Returns a sentence if not all findings were
    /// looked at, and looks at none after that.
    pub(crate) fn explain(&self, diagnostics: &mut [Diagnostic]) -> Option<String> {
        if self.has_given_up.get() {
            return None;
        }
        let unfinished = self.search(diagnostics);
        self.has_given_up.set(unfinished.is_some());
        unfinished
    }

    fn search(&self, diagnostics: &mut [Diagnostic]) -> Option<String> {
        let mut search = self.search.borrow_mut();
        let deadline = Instant::now() + TIME_LIMIT;
        let mut about_names: Vec<&mut Diagnostic> =
            diagnostics.iter_mut().filter(|found| found.missing.is_some()).collect();
        let count = about_names.len();
        for (done, found) in about_names.iter_mut().enumerate() {
            let Some(missing) = found.missing.clone() else { continue };
            match search.answer_for(&missing, deadline) {
                Ok(answer) => tell(found, &missing, &answer),
                Err(stopped) => {
                    let left = counted(count - done, "finding");
                    return Some(format!("{stopped}; {left} got no commit"));
                }
            }
        }
        None
    }
}

/// Why the search ended early.
enum Stopped {
    TooLong,
    Interrupted,
    Git(GitError),
}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "`--blame` stopped after {} seconds", TIME_LIMIT.as_secs()),
            Self::Interrupted => f.write_str("`--blame` was interrupted"),
            Self::Git(error) => error.fmt(f),
        }
    }
}

/// The result of searching the history for a missing name.
#[derive(Clone)]
enum Answer {
    /// It was removed or renamed, the first time first.
    Gone(Vec<Removal>),
    /// The name stands in no commit of these files.
    NeverThere(String),
    /// The history does not say.
    Unknown,
}

/// The removal of a name.
#[derive(Clone)]
struct Removal {
    name: String,
    /// `None` if it is not committed.
    commit: Option<Commit>,
    /// The name that took the place.
    renamed_to: Option<String>,
}

struct Search<'a> {
    history: History,
    cwd: &'a Path,
    /// By the shown paths of files.
    files: FxHashMap<String, Option<Rc<FileHistory>>>,
    answers: FxHashMap<(String, Vec<NameOwner>), Answer>,
}

impl Search<'_> {
    fn answer_for(&mut self, missing: &MissingName, deadline: Instant) -> Result<Answer, Stopped> {
        let key = (missing.name.clone(), missing.owners.clone());
        if let Some(known) = self.answers.get(&key) {
            return Ok(known.clone());
        }
        let answer = self.search(missing, deadline)?;
        self.answers.insert(key, answer.clone());
        Ok(answer)
    }

    fn search(&mut self, missing: &MissingName, deadline: Instant) -> Result<Answer, Stopped> {
        let mut was_never_there = !missing.owners.is_empty();
        for owner in &missing.owners {
            let Some(history) = self.of_file(&owner.path, deadline)? else {
                was_never_there = false;
                continue;
            };
            let removals = removals_of(&history, &owner.symbol, &missing.name, deadline)?;
            if !removals.is_empty() {
                return Ok(Answer::Gone(removals));
            }
            was_never_there &= never_mentions(&history, &missing.name);
        }
        Ok(match was_never_there {
            true => Answer::NeverThere(paths_of(&missing.owners)),
            false => Answer::Unknown,
        })
    }

    fn of_file(&mut self, shown: &str, deadline: Instant) -> Result<Option<Rc<FileHistory>>, Stopped> {
        if let Some(known) = self.files.get(shown) {
            return Ok(known.clone());
        }
        go_on(deadline)?;
        let history = self.history.of_file(&self.cwd.join(shown)).map_err(Stopped::Git)?.map(Rc::new);
        // The texts of a few files are kept, however many there are.
        if self.files.len() >= MAX_FILES {
            self.files.clear();
        }
        self.files.insert(shown.to_owned(), history.clone());
        Ok(history)
    }
}

/// Refuses to go on after the time limit or Ctrl-C.
fn go_on(deadline: Instant) -> Result<(), Stopped> {
    match Instant::now() > deadline {
        _ if interrupt::flag().load(Ordering::Relaxed) => Err(Stopped::Interrupted),
        true => Err(Stopped::TooLong),
        false => Ok(()),
    }
}

/// Returns whether all versions of a file were read, and none contains a name.
fn never_mentions(history: &FileHistory, name: &str) -> bool {
    let mentions = |text: &Text| match text {
        Text::Absent => false,
        Text::Unreadable => true,
        Text::Known(text) => text.contains(name),
    };
    history.is_complete
        && history.changes.len() > 1
        && !history.changes.iter().any(|change| mentions(&change.before) || mentions(&change.after))
}

/// The files of some definitions, without duplicates, for a sentence.
fn paths_of(owners: &[NameOwner]) -> String {
    let mut paths: Vec<String> = Vec::new();
    for owner in owners {
        let path = format!("`{}`", owner.path);
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths.join(" or ")
}

/// The last removal of a name from a definition, and the later renames of the names that took its place.
fn removals_of(
    history: &FileHistory,
    symbol: &str,
    name: &str,
    deadline: Instant,
) -> Result<Vec<Removal>, Stopped> {
    let mut removals = Vec::new();
    let mut name = name.to_owned();
    // Later changes stand in front.
    let mut until = history.changes.len();
    while removals.len() < MAX_RENAMES
        && let Some((place, removal)) = last_removal(&history.changes[..until], symbol, &name, deadline)?
    {
        let next = removal.renamed_to.clone();
        removals.push(removal);
        let Some(next) = next else { break };
        (name, until) = (next, place);
    }
    Ok(removals)
}

/// The first of some changes that removes a name from a definition, with its number.
fn last_removal(
    changes: &[Change],
    symbol: &str,
    name: &str,
    deadline: Instant,
) -> Result<Option<(usize, Removal)>, Stopped> {
    for (place, change) in changes.iter().enumerate() {
        go_on(deadline)?;
        if let Some(renamed_to) = removed_by(change, symbol, name) {
            let removal = Removal { name: name.to_owned(), commit: change.commit.clone(), renamed_to };
            return Ok(Some((place, removal)));
        }
    }
    Ok(None)
}

/// Returns `None` unless a change removes a name from a definition; otherwise the name that takes its place, if there is one.
fn removed_by(change: &Change, symbol: &str, name: &str) -> Option<Option<String>> {
    let has = |names: &[DefinedName]| names.iter().any(|known| known.name == name);
    let Text::Known(before) = &change.before else { return None };
    let before = Some(before).filter(|text| text.contains(name));
    let before = before.and_then(|text| defined_names(text, symbol)).filter(|names| has(names))?;
    let after = match &change.after {
        Text::Unreadable => return None,
        Text::Absent => Vec::new(),
        Text::Known(text) => defined_names(text, symbol).unwrap_or_default(),
    };
    (!has(&after)).then(|| successor(&before, &after, name))
}

/// The name that took the place of another: of as many names with the same definition that appeared as vanished, the one in the same order; or
/// the parameter at the same place of as many, if neither has an annotation or a default; or else the only similar name of the same kind.
fn successor(before: &[DefinedName], after: &[DefinedName], name: &str) -> Option<String> {
    let place = before.iter().position(|known| known.name == name)?;
    let old = &before[place];
    if old.kind == NameKind::Import {
        return None;
    }
    let vanished = only_in(before, after, old.kind);
    let appeared = only_in(after, before, old.kind);
    if !old.shape.is_empty() {
        let like = |names: &[&DefinedName]| -> Vec<String> {
            let like = names.iter().filter(|known| known.shape == old.shape);
            like.map(|known| known.name.clone()).collect()
        };
        let (vanished, appeared) = (like(&vanished), like(&appeared));
        if vanished.len() == appeared.len() {
            let place = vanished.iter().position(|one| *one == *name)?;
            return Some(appeared[place].clone());
        }
    }
    let says_nothing = |known: &&DefinedName| known.kind == NameKind::Parameter && known.shape.is_empty();
    if says_nothing(&old)
        && before.len() == after.len()
        && let Some(new) = after.get(place).filter(|new| says_nothing(new) && appeared.contains(new))
    {
        return Some(new.name.clone());
    }
    let is_similar = |known: &&&DefinedName| strsim::normalized_levenshtein(&known.name, name) >= SIMILAR;
    let mut similar = appeared.iter().filter(is_similar);
    let only = similar.next()?;
    similar.next().is_none().then(|| only.name.clone())
}

/// The names of a kind that only the first of two lists has, without duplicates.
fn only_in<'n>(names: &'n [DefinedName], others: &[DefinedName], kind: NameKind) -> Vec<&'n DefinedName> {
    let mut only: Vec<&DefinedName> = Vec::new();
    for one in names.iter().filter(|one| one.kind == kind) {
        let is_other = |other: &DefinedName| other.name != one.name;
        if others.iter().all(is_other) && only.iter().copied().all(is_other) {
            only.push(one);
        }
    }
    only
}

/// Adds what the history says to a finding. The name that is there now takes the place of one that was only similar.
fn tell(found: &mut Diagnostic, missing: &MissingName, answer: &Answer) {
    match answer {
        Answer::Unknown => {}
        Answer::NeverThere(paths) => {
            let name = &missing.name;
            found.notes.push(Note::new(format!(
                "`{name}` is in no commit of {paths}; renames of files are not followed"
            )));
        }
        Answer::Gone(removals) => {
            let now = removals.last().and_then(|removal| removal.renamed_to.clone());
            found.notes.extend(removals.iter().map(|removal| Note::new(in_words(removal))));
            match now {
                Some(now) => suggest(found, missing, &now),
                None => keep_similar(found, missing),
            }
        }
    }
}

fn in_words(removal: &Removal) -> String {
    let Removal { name, commit, renamed_to } = removal;
    let what = match renamed_to {
        Some(new) => format!("`{name}` was renamed to `{new}`"),
        None => format!("`{name}` was removed"),
    };
    match commit {
        None => format!("{what} by a change that is not committed"),
        Some(Commit { name, date, subject }) => {
            let mut shown: String = subject.chars().take(MAX_SUBJECT).collect();
            if shown.len() < subject.len() {
                shown.push('…');
            }
            format!("{what} in {name} ({date}, \"{shown}\")")
        }
    }
}

/// Takes back a fix that writes a name which is not similar to one that was removed: nothing took its place.
fn keep_similar(found: &mut Diagnostic, missing: &MissingName) {
    let is_similar = |edit: &Edit| {
        Some(edit.span) != missing.written
            || strsim::normalized_levenshtein(&edit.replacement, &missing.name) >= SIMILAR
    };
    found.fix = found.fix.take().filter(|fix| fix.edits.iter().all(is_similar));
}

fn suggest(found: &mut Diagnostic, missing: &MissingName, now: &str) {
    let edits_it = |fix: &Fix| fix.edits.iter().any(|edit| edit.replacement == now);
    if found.fix.as_ref().is_some_and(edits_it) {
        return;
    }
    match missing.written {
        Some(span) => {
            let edit = Edit { span, replacement: now.to_owned() };
            let title = format!("rename it to `{now}`");
            found.notes.retain(|note| note.kind != NoteKind::Help);
            found.fix = Some(Fix::new(title, Applicability::Unsafe, vec![edit]));
        }
        None if found.fix.is_none() => {
            found.notes.retain(|note| note.kind != NoteKind::Help);
            found.notes.push(Note::help(format!("use `{now}` instead")));
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use loopmend_semantic::defined_names;

    use super::successor;

    fn successor_in_class(before: &str, after: &str, name: &str) -> Option<String> {
        let names = |body: &str| defined_names(&format!("class A:\n    {body}\n"), "A").unwrap();
        successor(&names(before), &names(after), name)
    }

    #[test]
    fn the_name_of_the_same_shape_takes_the_place() {
        let renamed = successor_in_class("a: int = 1; b: str", "a: int = 1; c: str", "b");
        assert_eq!(renamed.as_deref(), Some("c"));
        let in_order = successor_in_class("a = None; b = None", "c = None; d = None", "b");
        assert_eq!(in_order.as_deref(), Some("d"));
    }

    #[test]
    fn a_similar_name_takes_the_place() {
        let renamed = successor_in_class("def load(self): return 1", "def loads(self): return 2", "load");
        assert_eq!(renamed.as_deref(), Some("loads"));
        assert_eq!(
            successor_in_class("def close(self): return 1", "def reset(self): return 2", "close"),
            None
        );
        assert_eq!(successor_in_class("import requests", "import request", "requests"), None);
    }

    #[test]
    fn a_parameter_at_the_same_place_takes_the_place() {
        let names = |header: &str| defined_names(&format!("def f({header}): ..."), "f").unwrap();
        let renamed = |before: &str, after: &str| successor(&names(before), &names(after), "timeout");
        assert_eq!(renamed("a, timeout", "a, deadline").as_deref(), Some("deadline"));
        assert_eq!(renamed("a, timeout", "retries, a"), None);
        assert_eq!(renamed("a, timeout=3", "a, verbose=False"), None);
        assert_eq!(renamed("a, timeout", "a, b, c"), None);
    }

    #[test]
    fn another_shape_or_number_is_no_rename() {
        assert_eq!(successor_in_class("a: int", "b: str", "a"), None);
        assert_eq!(successor_in_class("a: int", "b: int; c: int", "a"), None);
        assert_eq!(successor_in_class("a: int; b: int", "b: int", "a"), None);
    }
}
