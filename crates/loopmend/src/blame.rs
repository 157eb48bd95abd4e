//! `--blame`: the commits that removed or renamed the names which findings say are missing.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use loopmend_core::{Applicability, Diagnostic, Edit, Fix, MissingName, NameOwner, Note, NoteKind};
use loopmend_python::{DefinedName, defined_names};
use loopmend_runner::git::{Commit, FileHistory, GitError, History};
use rustc_hash::FxHashMap;

use crate::failure::Failure;
use crate::render::counted;

/// How long histories are searched. Findings that are left then get no commit.
const TIME_LIMIT: Duration = Duration::from_secs(60);
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
        let search = Search { history: History::open(cwd)?, cwd, files: FxHashMap::default() };
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
        let start = Instant::now();
        let mut about_names: Vec<&mut Diagnostic> =
            diagnostics.iter_mut().filter(|found| found.missing.is_some()).collect();
        let count = about_names.len();
        for (done, found) in about_names.iter_mut().enumerate() {
            let left = counted(count - done, "finding");
            if start.elapsed() > TIME_LIMIT {
                let limit = TIME_LIMIT.as_secs();
                return Some(format!("`--blame` stopped after {limit} seconds; {left} got no commit"));
            }
            let Some(missing) = found.missing.clone() else { continue };
            match search.answer_for(&missing) {
                Ok(answer) => tell(found, &missing, answer),
                Err(error) => return Some(format!("{error}; {left} got no commit")),
            }
        }
        None
    }
}

/// What the history says about a missing name.
enum Answer {
    /// It was removed or renamed, the first time first.
    Gone(Vec<Removal>),
    /// No commit had it in these files.
    NeverThere(String),
    /// The history does not say.
    Unknown,
}

/// The removal of a name.
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
}

impl Search<'_> {
    fn answer_for(&mut self, missing: &MissingName) -> Result<Answer, GitError> {
        let mut all_complete = !missing.owners.is_empty();
        for owner in &missing.owners {
            let Some(history) = self.of_file(&owner.path)? else {
                all_complete = false;
                continue;
            };
            let removals = removals_of(&history, &owner.symbol, &missing.name);
            if !removals.is_empty() {
                return Ok(Answer::Gone(removals));
            }
            all_complete &= history.is_complete && history.changes.len() > 1;
        }
        Ok(match all_complete {
            true => Answer::NeverThere(paths_of(&missing.owners)),
            false => Answer::Unknown,
        })
    }

    fn of_file(&mut self, shown: &str) -> Result<Option<Rc<FileHistory>>, GitError> {
        if let Some(known) = self.files.get(shown) {
            return Ok(known.clone());
        }
        let history = self.history.of_file(&self.cwd.join(shown))?.map(Rc::new);
        self.files.insert(shown.to_owned(), history.clone());
        Ok(history)
    }
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
fn removals_of(history: &FileHistory, symbol: &str, name: &str) -> Vec<Removal> {
    let mut removals = Vec::new();
    let mut name = name.to_owned();
    // Later changes stand in front.
    let mut until = history.changes.len();
    while removals.len() < MAX_RENAMES
        && let Some((place, removal)) = last_removal(history, until, symbol, &name)
    {
        let next = removal.renamed_to.clone();
        removals.push(removal);
        let Some(next) = next else { break };
        (name, until) = (next, place);
    }
    removals
}

/// The newest of the first changes that removes a name from a definition, with its number.
fn last_removal(history: &FileHistory, until: usize, symbol: &str, name: &str) -> Option<(usize, Removal)> {
    let has = |names: &[DefinedName]| names.iter().any(|known| known.name == name);
    history.changes[..until].iter().enumerate().find_map(|(place, change)| {
        let before = change.before.as_deref().filter(|text| text.contains(name))?;
        let before = defined_names(before, symbol).filter(|names| has(names))?;
        let after = defined_names(change.after.as_deref().unwrap_or_default(), symbol).unwrap_or_default();
        let renamed_to = successor(&before, &after, name);
        let removal = Removal { name: name.to_owned(), commit: change.commit.clone(), renamed_to };
        (!has(&after)).then_some((place, removal))
    })
}

/// The name that took the place of another: of as many names of the same shape that appeared as vanished, the one in the same order.
fn successor(before: &[DefinedName], after: &[DefinedName], name: &str) -> Option<String> {
    let shape = &before.iter().find(|known| known.name == name)?.shape;
    let only_in = |names: &[DefinedName], others: &[DefinedName]| -> Vec<String> {
        let mut only: Vec<String> = Vec::new();
        for one in names.iter().filter(|one| one.shape == *shape) {
            if others.iter().all(|other| other.name != one.name) && !only.contains(&one.name) {
                only.push(one.name.clone());
            }
        }
        only
    };
    let (vanished, appeared) = (only_in(before, after), only_in(after, before));
    let place = vanished.iter().position(|one| one == name)?;
    (vanished.len() == appeared.len()).then(|| appeared[place].clone())
}

/// Adds what the history says to a finding. The name that is there now takes the place of one that was only similar.
fn tell(found: &mut Diagnostic, missing: &MissingName, answer: Answer) {
    match answer {
        Answer::Unknown => {}
        Answer::NeverThere(paths) => {
            let name = &missing.name;
            found.notes.push(Note::new(format!("no commit had `{name}` in {paths}")));
        }
        Answer::Gone(removals) => {
            let now = removals.last().and_then(|removal| removal.renamed_to.clone());
            found.notes.extend(removals.iter().map(|removal| Note::new(in_words(removal))));
            if let Some(now) = now {
                suggest(found, missing, &now);
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

fn suggest(found: &mut Diagnostic, missing: &MissingName, now: &str) {
    let edits_it = |fix: &Fix| fix.edits.iter().any(|edit| edit.replacement == now);
    if found.fix.as_ref().is_some_and(edits_it) {
        return;
    }
    found.notes.retain(|note| note.kind != NoteKind::Help);
    found.fix = missing.written.map(|span| {
        let edit = Edit { span, replacement: now.to_owned() };
        Fix::new(format!("rename it to `{now}`"), Applicability::Unsafe, vec![edit])
    });
    if found.fix.is_none() {
        found.notes.push(Note::help(format!("use `{now}` instead")));
    }
}

#[cfg(test)]
mod tests {
    use loopmend_python::defined_names;

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
    fn another_shape_or_number_is_no_rename() {
        assert_eq!(successor_in_class("a: int", "b: str", "a"), None);
        assert_eq!(successor_in_class("a: int", "b: int; c: int", "a"), None);
        assert_eq!(successor_in_class("a: int; b: int", "b: int", "a"), None);
    }
}
