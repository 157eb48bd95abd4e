//! The change that is tried: the fixes of some findings, and where they are in the texts before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::path::Path;

use loopmend_core::{Diagnostic, LineIndex, Span};
use loopmend_fix::Change;
use loopmend_project::Project;
use loopmend_verify::PlaceLeft;
use similar::{ChangeTag, TextDiff};

use super::target;
use crate::analysis::Analysis;
use crate::fixing::{
    Allowed, Applied, Choice, Fixer, Look, Marks, TakenBack, Untouchable, Wish, decoded, fixes_of,
};
use crate::migrating::{Migration, with_requirements};
use crate::render::Sources;

/// How the project is checked, before the first pass (`None`) and between passes.
pub(crate) type Check<'c> = &'c dyn Fn(&Project, Option<Look<'_>>) -> Analysis;

/// How fixes are made.
#[derive(Clone, Copy)]
pub(super) struct Maker<'m> {
    /// Checks the project as it is, or would be.
    pub(super) check: Check<'m>,
    /// `true` if a finding is of a selected rule.
    pub(super) is_wanted: &'m dyn Fn(&Diagnostic) -> bool,
    /// The migration whose edits are the fixes.
    pub(super) migration: Option<&'m Migration>,
}

/// A fix among those that are tried.
#[derive(Clone, Debug)]
pub(super) struct Made {
    /// The place of its finding among those of the project as it is.
    pub(super) origin: usize,
    /// The fix.
    pub(super) applied: Applied,
    /// The change alone, as a unified diff.
    pub(super) diff: String,
    /// The lines of its finding, before.
    pub(super) before: Lines,
    /// The lines of its finding, after.
    pub(super) after: Lines,
    /// The lines that it changed, after, by shown path; of Python files only.
    pub(super) changed: BTreeMap<String, BTreeSet<u32>>,
    /// The subset of `changed` that its diff adds.
    pub(super) added: BTreeMap<String, BTreeSet<u32>>,
    /// The Python files that it edits.
    pub(super) python: BTreeSet<String>,
    /// The lines that it removes, before, by shown path, where it adds none.
    pub(super) removed: BTreeMap<String, BTreeSet<u32>>,
}

impl Made {
    /// `true` if it edits what the project requires, and no rule found it.
    pub(super) fn is_of_requirements(&self) -> bool {
        self.applied.rules == [target::REQUIREMENTS]
    }
}

/// Some lines of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lines {
    /// The file, as it is shown.
    pub(super) path: String,
    /// The first and the last one.
    pub(super) range: RangeInclusive<u32>,
}

/// Fixes that are applied together.
#[derive(Default)]
pub(super) struct Attempt {
    /// The findings before, and then those that another fix brought about.
    pub(super) findings: Vec<Diagnostic>,
    /// The fixes.
    pub(super) fixes: Vec<Made>,
    /// The files that are other than they were.
    pub(super) changes: Vec<(String, Change)>,
    /// The fixes that do no good by reading alone.
    pub(super) taken_back: Vec<TakenBack>,
    /// The files that could not be edited.
    pub(super) untouched: BTreeMap<String, Untouchable>,
    /// What is found in the texts then.
    pub(super) analysis: Analysis,
    /// The files in which imports were removed that nothing uses any more.
    pub(super) without_imports: Vec<String>,
    /// What a migration leaves to a person besides findings.
    pub(super) by_hand: Vec<PlaceLeft>,
    /// `true` if the user stopped it.
    pub(super) is_interrupted: bool,
}

impl Maker<'_> {
    /// The fixes of some findings, by their places in the first check, or of all. The project is as it was afterwards.
    pub(super) fn attempt(&self, project: &mut Project, only: Option<&BTreeSet<usize>>) -> Attempt {
        let Some(migration) = self.migration else { return self.attempt_as_supposed(project, only) };
        migration.suppose(project);
        let attempt = self.attempt_as_supposed(project, only);
        project.suppose_nothing();
        attempt
    }

    fn attempt_as_supposed(&self, project: &mut Project, only: Option<&BTreeSet<usize>>) -> Attempt {
        let base = (self.check)(project, None);
        let sources = Sources::new(&base.sources);
        let ranges: Vec<Lines> = base.diagnostics.iter().map(|finding| lines_of(finding, &sources)).collect();
        let texts: BTreeMap<String, String> =
            base.sources.iter().map(|(path, source)| (path.clone(), source.text.clone())).collect();
        let (mut marks, mut others) = (Marks::default(), Marks::default());
        for (place, finding) in base.diagnostics.iter().enumerate() {
            let is_asked = only.is_none_or(|only| only.contains(&place));
            if is_asked { &mut marks } else { &mut others }.add(finding);
        }
        let mut findings = base.diagnostics.clone();
        let mut fixer = Fixer::new(project, base);
        fixer.trace();
        match self.migration {
            // A step may bring about what the next one edits.
            Some(_) => fixer.leave(others),
            None => fixer.only(marks),
        }
        let candidates = |analysis: &Analysis, bad: &Marks| match self.migration {
            Some(_) => Migration::candidates(analysis, bad),
            None => fixes_of(self.is_wanted, Allowed::ALL, analysis, bad),
        };
        let check = |project: &Project, look: Look<'_>| (self.check)(project, Some(look));
        fixer.run(&mut Wish { candidates: &candidates, choose: &mut |_, _| Choice::Apply, analyze: &check });
        let changes = fixer.changes();
        let places = Places { fixer: &fixer, texts: &texts, changes: &changes };
        let made = fixer.applied.iter().filter_map(|applied| places.made(applied, &ranges, &mut findings));
        let mut fixes: Vec<Made> = made.collect();
        let has_fewer = |(path, change): &&(String, Change)| {
            let imports =
                |text: &str| text.lines().filter(|line| is_import(line)).collect::<Vec<_>>().join("\n");
            let after = text_after(change, path);
            after.is_some_and(|after| fixer.text(path).is_some_and(|text| imports(&text) != imports(&after)))
        };
        let without_imports = changes.iter().filter(has_fewer).map(|(path, _)| path.clone()).collect();
        let (mut changes, mut by_hand) = (changes, Vec::new());
        if let Some(migration) = self.migration.filter(|_| only.is_none()) {
            let project = fixer.project();
            let requirements = migration.requirement_changes(project);
            if let Some((finding, made)) =
                target::of_requirements(migration, project, &requirements, findings.len())
            {
                findings.push(finding);
                fixes.push(made);
            }
            changes = with_requirements(project, changes, requirements);
            by_hand = target::by_hand(migration, &fixer, &changes);
        }
        fixer.put_all_back();
        Attempt {
            findings,
            without_imports,
            fixes,
            changes,
            by_hand,
            taken_back: std::mem::take(&mut fixer.taken_back),
            untouched: std::mem::take(&mut fixer.untouched),
            is_interrupted: fixer.interrupted,
            analysis: std::mem::take(&mut fixer.analysis),
        }
    }
}

fn lines_of(finding: &Diagnostic, sources: &Sources<'_>) -> Lines {
    let range = sources.range(&finding.path, finding.span);
    Lines { path: finding.path.clone(), range: range.start.line..=range.end.line }
}

/// Finds where fixes are, in lines of the files as they will be written.
struct Places<'p> {
    fixer: &'p Fixer<'p>,
    /// The texts before, by shown path.
    texts: &'p BTreeMap<String, String>,
    changes: &'p [(String, Change)],
}

impl Places<'_> {
    fn made(&self, applied: &Applied, ranges: &[Lines], findings: &mut Vec<Diagnostic>) -> Option<Made> {
        let trace = applied.trace.as_ref()?;
        let (origin, before) = match trace.origins.first() {
            Some(origin) => (*origin, ranges.get(*origin)?.clone()),
            None => {
                findings.push((*trace.finding).clone());
                (findings.len() - 1, Lines { path: applied.path.clone(), range: applied.line..=applied.line })
            }
        };
        let after = self.lines_after(&applied.path, trace.place).unwrap_or_else(|| before.clone());
        let mut made = Made {
            origin,
            applied: applied.clone(),
            diff: trace.diff.clone(),
            before,
            after,
            changed: BTreeMap::new(),
            added: BTreeMap::new(),
            python: BTreeSet::new(),
            removed: BTreeMap::new(),
        };
        for (path, span) in &trace.regions {
            if !is_python(path) {
                continue;
            }
            made.python.insert(path.clone());
            if let Some(lines) = self.code_lines(path, *span, &trace.diff) {
                made.added.entry(path.clone()).or_default().extend(self.added(path, &lines, &trace.diff));
                made.changed.entry(path.clone()).or_default().extend(lines);
            }
        }
        if made.changed.values().all(BTreeSet::is_empty) && !adds_lines(&trace.diff) {
            made.removed = self.removed(&made.python, &trace.diff);
        }
        Some(made)
    }

    /// The lines of a range in an edited text that hold code which the fix wrote: imports count where there is nothing else.
    fn code_lines(&self, path: &str, span: Span, diff: &str) -> Option<BTreeSet<u32>> {
        let text = self.fixer.text(path)?;
        let written = text.get(span.as_range()).unwrap_or_default();
        // A part of a line that was removed leaves the rest changed.
        if written.trim().is_empty() && !adds_lines(diff) {
            return None;
        }
        // What is written behind a line begins with the end of that line.
        let skipped = (written.len() - written.trim_start().len()) as u32 % (span.end - span.start).max(1);
        let lines = self.lines_after(path, Span::new(span.start + skipped, span.end))?;
        let after = self.after(path)?;
        let is_code = |line: &u32| {
            let line = after.lines().nth(*line as usize - 1).unwrap_or_default().trim_start();
            !line.is_empty() && !line.starts_with('#') && !is_import(line)
        };
        Some(lines.range.filter(is_code).collect())
    }

    /// The lines of some that a unified diff adds: a range that was written anew may hold lines as they were.
    fn added(&self, path: &str, lines: &BTreeSet<u32>, diff: &str) -> BTreeSet<u32> {
        let added: BTreeSet<&str> = added_by(diff).collect();
        let after = self.after(path).unwrap_or_default();
        let texts: Vec<&str> = after.lines().collect();
        let is_added = |line: &u32| texts.get(*line as usize - 1).is_some_and(|text| added.contains(text));
        lines.iter().copied().filter(is_added).collect()
    }

    /// Where a range of an edited text is in the file as it will be written.
    fn lines_after(&self, path: &str, span: Span) -> Option<Lines> {
        let text = self.fixer.text(path).or_else(|| self.texts.get(path).cloned())?;
        let index = LineIndex::new(&text);
        let (first, last) = (index.line(span.start), index.line(span.end.saturating_sub(1).max(span.start)));
        let range = match self.after(path) {
            Some(after) => {
                let moved = moved_lines(&text, &after);
                let to = |line: u32| moved.get(line as usize - 1).copied().unwrap_or(line);
                to(first)..=to(last)
            }
            None => first..=last,
        };
        Some(Lines { path: path.to_owned(), range })
    }

    /// The text of a file as it will be written.
    fn after(&self, path: &str) -> Option<String> {
        let (_, change) = self.changes.iter().find(|(shown, _)| shown == path)?;
        text_after(change, path)
    }

    /// The lines that a fix which only removes takes out, by the hunks of its own change.
    fn removed(&self, python: &BTreeSet<String>, diff: &str) -> BTreeMap<String, BTreeSet<u32>> {
        let lines = removed_by(diff);
        let of = |path: &String| {
            let before = removed_lines(self.texts.get(path)?, &self.after(path)?);
            let own = before.into_iter().filter(|line| lines.contains(line)).collect();
            Some((path.clone(), own))
        };
        python.iter().filter_map(of).collect()
    }
}

/// Whether a unified diff adds a line.
fn adds_lines(diff: &str) -> bool {
    added_by(diff).next().is_some()
}

/// The lines that a unified diff adds.
fn added_by(diff: &str) -> impl Iterator<Item = &str> {
    diff.lines().filter(|line| !line.starts_with("+++")).filter_map(|line| line.strip_prefix('+'))
}

/// The numbers of the lines that a unified diff removes.
fn removed_by(diff: &str) -> BTreeSet<u32> {
    let mut removed = BTreeSet::new();
    let mut line = 0;
    for text in diff.lines().filter(|text| !text.starts_with("---") && !text.starts_with("+++")) {
        match text.as_bytes().first() {
            Some(b'@') => {
                let start = text.trim_start_matches("@@ -").split([',', ' ']).next();
                line = start.and_then(|number| number.parse().ok()).unwrap_or(0);
            }
            Some(b'-') => {
                removed.insert(line);
                line += 1;
            }
            Some(b'+' | b'\\') => {}
            _ => line += 1,
        }
    }
    removed
}

/// The text of a file that is to be written.
pub(super) fn text_after(change: &Change, path: &str) -> Option<String> {
    decoded(change.after.clone(), loopmend_project::kind_by_extension(Path::new(path)))
}

fn is_python(path: &str) -> bool {
    path.ends_with(".py")
}

fn is_import(line: &str) -> bool {
    line.starts_with("import ") || line.starts_with("from ")
}

/// By line of the one text, from the first, the line of the other; of a removed one that of the next.
pub(super) fn moved_lines(from: &str, to: &str) -> Vec<u32> {
    let mut moved = Vec::new();
    let mut line = 1;
    for change in TextDiff::from_lines(from, to).iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {
                moved.push(line);
                line += 1;
            }
            ChangeTag::Delete => moved.push(line),
            ChangeTag::Insert => line += 1,
        }
    }
    moved
}

/// The lines of the one text that the other does not have.
fn removed_lines(from: &str, to: &str) -> Vec<u32> {
    let changes = TextDiff::from_lines(from, to);
    let old = changes.iter_all_changes().filter(|change| change.tag() == ChangeTag::Delete);
    old.filter_map(|change| Some(change.old_index()? as u32 + 1)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{moved_lines, removed_by, removed_lines};

    #[test]
    fn lines_follow_what_is_removed_before_them() {
        let (from, to) = ("import a\nimport b\n\nx\ny\n", "import b\n\nx\nz\ny\n");
        assert_eq!(moved_lines(from, to), [1, 1, 2, 3, 5]);
        assert_eq!(removed_lines(from, to), [1]);
        let diff = "--- a/x\n+++ b/x\n@@ -7,4 +7,2 @@\n a\n-b\n-c\n d\n@@ -20 +18 @@\n-e\n+f\n";
        assert_eq!(removed_by(diff), BTreeSet::from([8, 9, 20]));
    }
}
