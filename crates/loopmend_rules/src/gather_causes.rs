//! Findings with one cause, which are reported once at that cause.

use std::collections::BTreeMap;
use std::path::Path;

use loopmend_core::{
    Cause, Confidence, Diagnostic, Fix, JoinedPlace, Level, LineIndex, Note, NoteKind, Place, PlaceRole,
};
use loopmend_semantic::{Engine, File, ModuleId};

use rustc_hash::FxHashMap;

use crate::context::level_at;
use crate::find_rule;
use crate::joining::{Joining, MAX_SHOWN, joined_fix, more_note};
use crate::rule::{Check, Rule};
use crate::suppression::Suppressions;

/// Replaces the findings of each cause by one finding at the cause. If the file of the cause is not checked, each file keeps its nearest
/// finding. With [`Joining::Nothing`], only the comments and the level at the cause apply.
pub(crate) fn gather_causes(engine: &Engine, diagnostics: &mut Vec<Diagnostic>, joining: Joining) {
    let mut groups: BTreeMap<_, Vec<Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics.extract_if(.., |diagnostic| diagnostic.cause.is_some()) {
        if let Some(cause) = &diagnostic.cause {
            let span = (!cause.joins_file).then_some(cause.span);
            let key = (diagnostic.code, cause.path.clone(), span);
            groups.entry(key).or_default().push(diagnostic);
        }
    }
    let mut comments = CommentsAtCauses::default();
    for mut found in groups.into_values() {
        found.sort_by(|a, b| (links(a), a.sort_key()).cmp(&(links(b), b.sort_key())));
        diagnostics.extend(gathered(engine, &mut comments, found, joining));
    }
}

fn links(diagnostic: &Diagnostic) -> u32 {
    diagnostic.cause.as_ref().map_or(0, |cause| cause.links)
}

/// The findings that are reported for one cause, from its findings, the nearest first.
fn gathered(
    engine: &Engine,
    comments: &mut CommentsAtCauses,
    found: Vec<Diagnostic>,
    joining: Joining,
) -> Vec<Diagnostic> {
    let Some((rule, cause)) =
        found.first().and_then(|first| Some((find_rule(&first.rule)?, first.cause.clone()?)))
    else {
        return found;
    };
    let Some(message) = message(rule, &found) else { return found.into_iter().map(alone).collect() };
    let each = |found: Vec<Diagnostic>| found.into_iter().map(alone).collect();
    let Some(level) = level_of(engine, rule, &cause, &found) else {
        return if joining == Joining::Nothing { each(found) } else { nearest_of_each_file(found) };
    };
    if level == Level::Ignore {
        return Vec::new();
    }
    let finding = at_cause(&cause, message, level, &found);
    match (comments.suppress(engine, rule, &finding), joining) {
        (true, _) => Vec::new(),
        (false, Joining::Nothing) => each(found),
        (false, Joining::Causes | Joining::Decisions) => vec![finding],
    }
}

fn message(rule: &Rule, found: &[Diagnostic]) -> Option<String> {
    rule.spec.checks.iter().find_map(|check| match check {
        Check::Cause(_, words) => words(found),
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
    let mut by_file: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for one in found {
        by_file.entry(one.path.clone()).or_default().push(one);
    }
    by_file.values().map(|found| nearest(found)).collect()
}

/// The first of some findings in one file, with all their places.
fn nearest(found: &[Diagnostic]) -> Diagnostic {
    let mut first = alone(found[0].clone());
    if let more @ 1.. = found.len() - 1 {
        let (calls, lead) = if more == 1 { ("call", "leads") } else { ("calls", "lead") };
        first.message.push_str(&format!(", and {more} more {calls} {lead} there"));
        first.notes.extend(found[1..].iter().take(MAX_SHOWN - 1).filter_map(lead_of));
        first.notes.extend(more_leads(found));
        first.places = callers(found);
    }
    first
}

/// The places of findings, in order.
fn callers(found: &[Diagnostic]) -> Vec<JoinedPlace> {
    let mut sorted: Vec<&Diagnostic> = found.iter().collect();
    sorted.sort_by_key(|one| one.sort_key());
    sorted.into_iter().map(|one| JoinedPlace::of(one, PlaceRole::Caller)).collect()
}

fn more_leads(found: &[Diagnostic]) -> Option<Note> {
    more_note(found.len(), "call leads here", "calls lead here")
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
        decision: first.decision.clone().filter(|_| !cause.is_decision),
        places: callers(found),
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
    notes.extend(more_leads(found));
    notes.extend(rest.iter().cloned());
    notes
}

/// The fixes of all findings of a cause as one, if each finding has a fix and they do not overlap.
fn fix(own: &str, found: &[Diagnostic]) -> Option<Fix> {
    let fixes: Option<Vec<(&str, &Fix)>> =
        found.iter().map(|one| Some((one.path.as_str(), one.fix.as_ref()?))).collect();
    joined_fix(own, fixes?.into_iter())
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
