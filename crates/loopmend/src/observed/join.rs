//! What is found by reading, and what a run of the tests saw, as one list.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use loopmend_core::{Confidence, Diagnostic, Evidence, Note, Place, PlaceRole, SessionPlace, Sighting};
use loopmend_project::Project;
use loopmend_rules::{Observation, find_rule, observe};
use loopmend_semantic::Engine;

use super::places::by_place;
use super::saved_run::{Current, SavedRun};
use crate::analysis::Analysis;
use crate::failure::Failure;
use crate::render::{Range, Sources, counted};

/// How many tests a note names.
const NAMED: usize = 3;

/// The result of joining a run with the findings.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    /// How many findings were seen at run time too.
    pub(crate) confirmed: usize,
    /// How many were seen at run time only.
    pub(crate) added: usize,
    /// The files that changed since, by path below the top of the project.
    pub(crate) changed: BTreeSet<String>,
    /// How many things are of no rule that is known.
    pub(crate) unknown: usize,
}

/// How a finding and what was seen belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// They are of one rule.
    Same,
    /// Rules of one group say it of the same lines, or the one that is found stands above the other: it tells the cause of what
    /// was seen.
    Related,
}

/// By finding, what was seen of it.
type Seen = BTreeMap<(usize, Match), Vec<Observation>>;

/// Adds what a run saw to what was found: a finding of the same rule on the lines where the thing was made becomes certain, one
/// of the same group gets a note, and what none of them explains becomes a finding of its own.
///
/// # Errors
/// When the run is one of another project.
pub(crate) fn join(analysis: &mut Analysis, project: &Project, run: SavedRun) -> Result<Joined, Failure> {
    let Current { sightings, changed } = run.current(project.root_dir(), &|path| project.owns_file(path))?;
    let engine = Engine::new(project, None);
    let observed = observe(&engine, &sightings, &[]);
    let checked: BTreeSet<&str> = project.reported_files().map(|file| file.display.as_str()).collect();
    let of_checked = observed.found.into_iter().filter(|it| checked.contains(it.diagnostic.path.as_str()));
    let (matched, unmatched) = matched(analysis, project, of_checked);
    let confirmed = matched.keys().filter(|(_, kind)| *kind == Match::Same).count();
    for ((at, kind), seen) in matched {
        let diagnostic = &mut analysis.diagnostics[at];
        note(diagnostic, kind, &seen);
        if kind == Match::Same {
            confirm(diagnostic, &seen, project);
        }
    }
    let added = added(&unmatched);
    let joined = Joined { confirmed, added: added.len(), changed, unknown: observed.unknown };
    analysis.diagnostics.extend(added);
    analysis.diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    read_sources(analysis, project);
    Ok(joined)
}

/// By finding, what was seen of it; and what no finding explains.
fn matched(
    analysis: &Analysis,
    project: &Project,
    observations: impl Iterator<Item = Observation>,
) -> (Seen, Vec<Observation>) {
    let sources = Sources::new(&analysis.sources);
    let mut matched = Seen::new();
    let mut unmatched = Vec::new();
    for observation in observations {
        let found = analysis.diagnostics.iter().enumerate().filter_map(|(at, diagnostic)| {
            let kind = kind_of_match(diagnostic, &observation)?;
            Some((kind, frame_in(diagnostic, &observation.sighting, project, &sources)?, at))
        });
        match found.min() {
            Some((kind, _, at)) => matched.entry((at, kind)).or_default().push(observation),
            None => unmatched.push(observation),
        }
    }
    (matched, unmatched)
}

/// `true` if an observation is of the same defect as a finding, wherever it was seen.
pub(crate) fn is_of_rule(diagnostic: &Diagnostic, observation: &Observation) -> bool {
    kind_of_match(diagnostic, observation).is_some()
}

fn kind_of_match(diagnostic: &Diagnostic, observation: &Observation) -> Option<Match> {
    if diagnostic.rule == observation.diagnostic.rule {
        return Some(Match::Same);
    }
    let seen = &observation.diagnostic;
    let is_of_group = diagnostic.code.group() == seen.code.group();
    let stands_above =
        find_rule(&diagnostic.rule).is_some_and(|rule| rule.spec.supersedes.contains(&seen.rule.as_str()));
    (is_of_group || stands_above).then_some(Match::Related)
}

/// The innermost frame on the lines of a finding, or of a place that it stands for: 0 where the thing was made there, more where what
/// made it was called there.
fn frame_in(
    diagnostic: &Diagnostic,
    sighting: &Sighting,
    project: &Project,
    sources: &Sources<'_>,
) -> Option<usize> {
    let same = diagnostic.places.iter().filter(|place| place.role == PlaceRole::Same);
    let places = same.map(|place| (place.path.as_str(), place.span));
    let places: Vec<_> = places.chain([(diagnostic.path.as_str(), diagnostic.span)]).collect();
    sighting.frames.iter().position(|frame| {
        let shown = project.display(Path::new(&frame.file));
        places.iter().filter(|(path, _)| *path == shown).any(|(path, span)| {
            let Range { start, end, .. } = sources.range(path, *span);
            (start.line..=end.line).contains(&frame.line)
        })
    })
}

/// Says of a finding by which tests it was seen.
fn note(diagnostic: &mut Diagnostic, kind: Match, seen: &[Observation]) {
    let places: BTreeSet<&SessionPlace> = seen.iter().map(|observation| &observation.sighting.born).collect();
    let what = match (kind, seen) {
        (Match::Related, [first, ..]) => format!("`{}` was seen here at run time", first.diagnostic.rule),
        _ => "seen at run time".to_owned(),
    };
    let mut notes: Vec<String> =
        places.iter().take(NAMED).map(|place| format!("{what} {}", place.in_words())).collect();
    if places.len() > NAMED {
        notes.push(format!("and in {}", counted(places.len() - NAMED, "other place")));
    }
    diagnostic.notes.extend(notes.into_iter().map(Note::new));
}

/// Raises the confidence of a finding that was seen. What was only likely gets the words of what was seen, and the level that it has
/// when it is certain.
fn confirm(diagnostic: &mut Diagnostic, seen: &[Observation], project: &Project) {
    if let (Confidence::Likely, Some(first)) = (diagnostic.confidence, seen.first()) {
        diagnostic.message.clone_from(&first.diagnostic.message);
        let file = project.file_at(Path::new(&diagnostic.path));
        let level = find_rule(&diagnostic.rule).map(|rule| project.level(&file, &rule.known()));
        diagnostic.level = diagnostic.level.max(level.unwrap_or(diagnostic.level));
    }
    diagnostic.confidence = Confidence::Certain;
    diagnostic.evidence = Evidence::Observed;
}

/// The observations that no finding explains, as findings.
fn added(observations: &[Observation]) -> Vec<Diagnostic> {
    let mut diagnostics = by_place(observations);
    for diagnostic in &mut diagnostics {
        let message = "seen only at run time: no rule finds it by reading the code".to_owned();
        diagnostic.notes.push(Note::new(message));
    }
    diagnostics
}

/// Reads the texts of files that only what was seen points to.
fn read_sources(analysis: &mut Analysis, project: &Project) {
    let Analysis { diagnostics, sources, .. } = analysis;
    let of_notes =
        diagnostics.iter().flat_map(|diagnostic| &diagnostic.notes).filter_map(|note| match &note.place {
            Some(Place::Span { path, .. }) => Some(path),
            _ => None,
        });
    for path in diagnostics.iter().map(|diagnostic| &diagnostic.path).chain(of_notes) {
        if !sources.contains_key(path)
            && let Ok(text) = project.read(&project.absolute(Path::new(path)))
        {
            sources.insert(path.clone(), text);
        }
    }
}
