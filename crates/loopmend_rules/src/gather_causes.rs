//! Findings with one cause, which are reported once at that cause.

use std::collections::{BTreeMap, btree_map::Entry};
use std::path::Path;

use loopmend_core::{
    Cause, Confidence, Diagnostic, Edit, FileEdits, Fix, Level, LineIndex, Note, NoteKind, Place,
};
use loopmend_semantic::{Engine, File, ModuleId};

use rustc_hash::FxHashMap;

use crate::context::level_at;
use crate::find_rule;
use crate::rule::{Check, Rule};
use crate::suppression::Suppressions;

/// The number of places that are shown for a cause.
const MAX_SHOWN: usize = 3;

/// Replaces the findings of each cause by one finding at the cause. If the file of the cause is not checked, each file keeps its nearest
/// finding.
pub fn gather_causes(engine: &Engine, diagnostics: &mut Vec<Diagnostic>) {
    let mut groups: BTreeMap<_, Vec<Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics.extract_if(.., |diagnostic| diagnostic.cause.is_some()) {
        if let Some(cause) = &diagnostic.cause {
            let key = (diagnostic.code, cause.path.clone(), cause.span);
            groups.entry(key).or_default().push(diagnostic);
        }
    }
    let mut comments = CommentsAtCauses::default();
    for mut found in groups.into_values() {
        found.sort_by(|a, b| (links(a), a.sort_key()).cmp(&(links(b), b.sort_key())));
        diagnostics.extend(gathered(engine, &mut comments, found));
    }
}

fn links(diagnostic: &Diagnostic) -> u32 {
    diagnostic.cause.as_ref().map_or(0, |cause| cause.links)
}

/// The findings that are reported for one cause, from its findings, the nearest first.
fn gathered(engine: &Engine, comments: &mut CommentsAtCauses, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let Some((rule, cause)) =
        found.first().and_then(|first| Some((find_rule(&first.rule)?, first.cause.clone()?)))
    else {
        return found;
    };
    let Some(message) = message(rule, &found) else { return found.into_iter().map(alone).collect() };
    let Some(level) = level_of(engine, rule, &cause, &found) else { return nearest_of_each_file(found) };
    if level == Level::Ignore {
        return Vec::new();
    }
    let finding = at_cause(&cause, message, level, &found);
    if comments.suppress(engine, rule, &finding) { Vec::new() } else { vec![finding] }
}

fn message(rule: &Rule, found: &[Diagnostic]) -> Option<String> {
    rule.spec.checks.iter().find_map(|check| match check {
        Check::Cause(words) => words(found),
        _ => None,
    })
}

/// The level of a rule in the file of a cause, if the file is checked.
fn level_of(engine: &Engine, rule: &Rule, cause: &Cause, found: &[Diagnostic]) -> Option<Level> {
    let module = engine.module_for(Path::new(&cause.path));
    let file = engine.project().files().get(module.index());
    let of_own = || found.iter().find(|one| one.path == cause.path).map(|one| one.level);
    file.map(|file| engine.project().level(file, &rule.known())).or_else(of_own)
}

/// A finding without its cause.
fn alone(mut diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.cause = None;
    diagnostic
}

fn nearest_of_each_file(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut nearest: BTreeMap<String, Diagnostic> = BTreeMap::new();
    for one in found {
        match nearest.entry(one.path.clone()) {
            Entry::Vacant(place) => {
                place.insert(alone(one));
            }
            Entry::Occupied(mut place) => place.get_mut().notes.extend(lead_of(&one)),
        }
    }
    nearest.into_values().collect()
}

/// The note about one finding of a cause.
fn lead_of(diagnostic: &Diagnostic) -> Option<Note> {
    let message = diagnostic.cause.as_ref()?.lead.clone();
    let place = Place::Span { path: diagnostic.path.clone(), span: diagnostic.span };
    Some(Note::at(place, message))
}

fn at_cause(cause: &Cause, message: String, level: Level, found: &[Diagnostic]) -> Diagnostic {
    let first = &found[0];
    let confidence = found.iter().map(|one| one.confidence).max().unwrap_or(Confidence::Likely);
    let fix = fix(&cause.path, found);
    let mut notes = notes(found);
    if fix.is_none() && !notes.iter().any(|note| note.kind == NoteKind::Help) {
        notes.extend(first.fix.as_ref().map(|fix| Note::help(fix.title.clone())));
    }
    Diagnostic {
        path: cause.path.clone(),
        span: cause.span,
        symbol: cause.symbol.clone(),
        level: level_at(level, confidence),
        confidence,
        message,
        notes,
        fix,
        cause: None,
        ..first.clone()
    }
}

/// The call path of the nearest finding, the places of some others, and the notes of all.
fn notes(found: &[Diagnostic]) -> Vec<Note> {
    let first = &found[0];
    let (way, rest) = first.notes.split_at(first.notes.len().min(links(first) as usize));
    let between = &way[..way.len().saturating_sub(1)];
    let mut notes: Vec<Note> = lead_of(first).into_iter().chain(between.iter().cloned()).collect();
    notes.extend(found[1..].iter().take(MAX_SHOWN - 1).filter_map(lead_of));
    if let Some(more @ 1..) = found.len().checked_sub(MAX_SHOWN) {
        let (calls, lead) = if more == 1 { ("call", "leads") } else { ("calls", "lead") };
        notes.push(Note::new(format!("{more} more {calls} {lead} here")));
    }
    notes.extend(rest.iter().cloned());
    notes
}

/// The fixes of all findings of a cause as one, if each finding has a fix and they do not overlap.
fn fix(own: &str, found: &[Diagnostic]) -> Option<Fix> {
    let mut by_file: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
    let fixes: Option<Vec<&Fix>> = found.iter().map(|one| one.fix.as_ref()).collect();
    let fixes = fixes?;
    for (one, fix) in found.iter().zip(&fixes) {
        for FileEdits { path, edits } in fix.files(&one.path) {
            let all = by_file.entry(path).or_default();
            edits.into_iter().for_each(|edit| {
                if !all.contains(&edit) {
                    all.push(edit);
                }
            });
        }
    }
    let applicability = fixes.iter().map(|fix| fix.applicability).min()?;
    let mut whole = Fix::new(fixes[0].title.clone(), applicability, by_file.remove(own).unwrap_or_default());
    for (path, edits) in by_file {
        whole = whole.and_in(FileEdits::new(path, edits));
    }
    let go_together = found.len() == 1 || whole.files(own).iter().all(|file| do_not_meet(&file.edits));
    go_together.then_some(whole)
}

/// `true` if sorted edits do not touch each other.
fn do_not_meet(edits: &[Edit]) -> bool {
    edits.is_sorted_by(|before, behind| before.span.end <= behind.span.start && before.span != behind.span)
}

/// The comments of the files that have causes, each read once.
#[derive(Default)]
struct CommentsAtCauses {
    /// Whether the text of a file may contain a comment that suppresses a rule.
    may_suppress: FxHashMap<(ModuleId, &'static str), bool>,
    read: FxHashMap<ModuleId, (Suppressions, LineIndex)>,
}

impl CommentsAtCauses {
    /// `true` if a suppression comment applies to a finding at its cause.
    fn suppress(&mut self, engine: &Engine, rule: &'static Rule, finding: &Diagnostic) -> bool {
        let module = engine.module_for(Path::new(&finding.path));
        let may_suppress = self.may_suppress.entry((module, rule.name));
        if !*may_suppress.or_insert_with(|| may_be_suppressed(engine, module, rule, finding)) {
            return false;
        }
        let (suppressions, lines) = self.read.entry(module).or_insert_with(|| {
            let file = File::new(engine, module);
            let lines = LineIndex::new(file.text());
            (Suppressions::read(file.comments(), file.text(), &lines), lines)
        });
        suppressions.suppress(finding, lines)
    }
}

/// `true` if the text of a file may contain such a comment. Most files do not, and need not be parsed.
fn may_be_suppressed(engine: &Engine, module: ModuleId, rule: &Rule, finding: &Diagnostic) -> bool {
    let project = engine.project();
    let may_stand_in = |text: &str| {
        let code = |name: &&str| name.rsplit(' ').next().is_some_and(|code| text.contains(code));
        text.contains("loopmend") || rule.spec.same_as.iter().any(code)
    };
    match engine.is_loaded(module) {
        true => engine.load(module).source.as_deref().is_some_and(|source| may_stand_in(&source.text)),
        false => project
            .read(&project.absolute(Path::new(&finding.path)))
            .is_ok_and(|source| may_stand_in(&source.text)),
    }
}
