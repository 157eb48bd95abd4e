//! Observations of test runs, as diagnostics. A rule writes the message; this module adds where the object was made, by which test, and
//! how it was noticed.

mod calls;
mod related;

use std::cell::RefCell;
use std::path::{Component, Path};
use std::rc::Rc;

use loopmend_core::{
    Diagnostic, Evidence, Level, LineIndex, Note, Noticed, Place, ProbeFrame, RelatedPlace, STACK_DEPTH,
    Sighting, SourceText, Span,
};
use loopmend_project::{Project, ProjectFile};
use loopmend_semantic::{Engine, File};
use rustc_hash::FxHashMap;

use self::calls::{calls, through};
use crate::rule::{Check, Rule};
use crate::run::WHOLE_FILE;
use crate::suppression::Suppressions;
use crate::{find_rule, rules};

/// A sighting with its diagnostic.
#[derive(Clone, Debug)]
pub struct Observation {
    /// The diagnostic.
    pub diagnostic: Diagnostic,
    /// The sighting.
    pub sighting: Sighting,
    /// How often the same sighting occurred in the same phase of the same test.
    pub times: usize,
    /// How many of these times the probe only counted.
    pub more: usize,
}

/// The observations of a run.
#[derive(Clone, Debug, Default)]
pub struct Observations {
    /// The observations, sorted by place, without those that comments suppress.
    pub found: Vec<Observation>,
    /// The number of sightings without a known rule.
    pub unknown: usize,
    /// The number of sightings about code of installed packages alone.
    pub elsewhere: usize,
    /// The number of sightings that a comment or the settings leave out.
    pub suppressed: usize,
}

/// The observations for the sightings of a run. `fail_on` holds the names and codes of rules that are errors here.
pub fn observe(engine: &Engine, sightings: &[Sighting], fail_on: &[String]) -> Observations {
    let mut observations: Vec<Observation> = Vec::new();
    let (mut unknown, mut elsewhere, mut suppressed) = (0, 0, 0);
    let texts = Texts::default();
    for (sighting, times, more) in counted(sightings) {
        let Some((rule, say)) = rule_of(sighting) else {
            unknown += 1;
            continue;
        };
        let is_error = fail_on.iter().any(|name| rule.is_called(name));
        let observed = Observed { engine, texts: &texts, rule, sighting, is_error };
        if !observed.is_about_project() {
            elsewhere += 1;
            continue;
        }
        match observed.diagnostic(say(sighting)) {
            Some(diagnostic) => {
                observations.push(Observation { diagnostic, sighting: sighting.clone(), times, more });
            }
            None => suppressed += 1,
        }
    }
    observations.sort_by(|a, b| {
        let key = |Observation { sighting, .. }: &Observation| {
            let is_gone = sighting.stack.as_ref().is_some_and(Vec::is_empty);
            (is_gone, sighting.born.clone(), sighting.what.clone())
        };
        a.diagnostic.sort_key().cmp(&b.diagnostic.sort_key()).then_with(|| key(a).cmp(&key(b)))
    });
    Observations { found: observations, unknown, elsewhere, suppressed }
}

/// The function that writes the message for a sighting.
type Say = fn(&Sighting) -> String;

/// The rule of a sighting, with its message function.
fn rule_of(sighting: &Sighting) -> Option<(&'static Rule, Say)> {
    let rule = find_rule(&sighting.rule)?;
    rule.spec.checks.iter().find_map(|check| match check {
        Check::Observed(say) => Some((rule, *say)),
        _ => None,
    })
}

/// The distinct sightings, with how often each occurred at the same place in the same phase of the same test, and how many of these
/// times the probe only counted.
fn counted(sightings: &[Sighting]) -> Vec<(&Sighting, usize, usize)> {
    let mut found: Vec<(&Sighting, usize, usize)> = Vec::new();
    let mut at = FxHashMap::default();
    for sighting in sightings {
        let Sighting { rule, what, frames, born, stack, .. } = sighting;
        let index = *at.entry((rule, what, frames, born, stack)).or_insert(found.len());
        if index == found.len() {
            found.push((sighting, 0, 0));
        }
        let (_, times, more) = &mut found[index];
        *times = times.saturating_add(1).saturating_add(sighting.more);
        *more = more.saturating_add(sighting.more);
    }
    found
}

/// A text with its lines.
type Text = Rc<(SourceText, LineIndex)>;

/// The texts of the requested files, with their lines; `None` for a file that cannot be read.
#[derive(Default)]
struct Texts(RefCell<FxHashMap<String, Option<Text>>>);

impl Texts {
    fn get(&self, project: &Project, file: &str) -> Option<Text> {
        let read = || {
            let source = project.read(Path::new(file)).ok()?;
            let lines = LineIndex::new(&source.text);
            Some(Rc::new((source, lines)))
        };
        self.0.borrow_mut().entry(file.to_owned()).or_insert_with(read).clone()
    }
}

/// One sighting on its way to a diagnostic.
struct Observed<'o, 'e> {
    engine: &'o Engine<'e>,
    texts: &'o Texts,
    rule: &'static Rule,
    sighting: &'o Sighting,
    is_error: bool,
}

impl Observed<'_, '_> {
    /// The diagnostic; `None` if a comment or the settings leave it out.
    fn diagnostic(&self, message: String) -> Option<Diagnostic> {
        let primary = self.primary();
        let file = self.project().file_at(&primary);
        let level = self.level(&file)?;
        let (span, lines_known) = match self.frame() {
            Some(frame) => self.line_of(frame).map_or((WHOLE_FILE, false), |span| (span, true)),
            None => (WHOLE_FILE, false),
        };
        let diagnostic = Diagnostic {
            level,
            evidence: Evidence::Observed,
            symbol: self.frame().map(|frame| frame.function.clone()).unwrap_or_default(),
            notes: self.notes(),
            ..Diagnostic::new(self.rule.code, self.rule.name, file.display.clone(), span, message)
        };
        let is_suppressed = lines_known && self.is_suppressed(&diagnostic);
        (!is_suppressed).then_some(diagnostic)
    }

    fn project(&self) -> &Project {
        self.engine.project()
    }

    /// `true` if the project made the object, or wrote the code that runs in it. Objects that a library makes for itself are left out. An
    /// exception concerns all code that it passed through, and so does code that blocks the event loop.
    fn is_about_project(&self) -> bool {
        let Sighting { frames, defined, exception, .. } = self.sighting;
        let passed_through = exception.is_some() || self.sighting.how == Noticed::Sampled;
        let made_by = if passed_through { &frames[..] } else { &frames[..frames.len().min(1)] };
        let mut frames = made_by.iter().chain(defined);
        frames.any(|frame| self.is_of_project(Path::new(&frame.file)))
    }

    /// The level of the rule in the file. A rule that is off by default warns, because observations are certain.
    fn level(&self, file: &ProjectFile) -> Option<Level> {
        let mut known = self.rule.known();
        known.default_level = known.default_level.max(Level::Warn);
        match self.project().level(file, &known) {
            Level::Ignore => None,
            _ if self.is_error => Some(Level::Error),
            level => Some(level),
        }
    }

    /// The innermost frame in the project; else the definition, if that is in the project; else the innermost frame.
    fn frame(&self) -> Option<&ProbeFrame> {
        let frames = &self.sighting.frames;
        let of_project = |frame: &&ProbeFrame| self.is_of_project(Path::new(&frame.file));
        let defined = self.sighting.defined.as_ref().filter(of_project);
        frames.iter().find(of_project).or(defined).or(frames.first())
    }

    /// The file of the diagnostic: that of the frame, or else that of the test.
    fn primary(&self) -> std::path::PathBuf {
        match self.frame() {
            Some(frame) => Path::new(&frame.file).to_owned(),
            None => {
                let test = &self.sighting.born.test;
                Path::new(test.split("::").next().unwrap_or(test)).to_owned()
            }
        }
    }

    fn is_of_project(&self, path: &Path) -> bool {
        let environment = self.project().environment();
        let is_in = |directory: &Path| path.starts_with(directory);
        let leads_up = path.components().any(|part| part == Component::ParentDir);
        is_in(self.project().root_dir())
            && !leads_up
            && !environment.is_some_and(|environment| environment.site_packages.iter().any(|it| is_in(it)))
            && self.project().owns_file(path)
    }

    /// The span of the code of a line, without the blanks around it.
    fn line_of(&self, frame: &ProbeFrame) -> Option<Span> {
        let read = self.texts.get(self.project(), &frame.file)?;
        let (source, lines) = &*read;
        let number = self.number_of(frame, &source.text, lines);
        let text = lines.line_text(number, &source.text);
        let start = lines.line_start(number, &source.text) + (text.len() - text.trim_start().len()) as u32;
        Some(Span::new(start, start + text.trim().len() as u32))
    }

    /// The line number of a frame. In Python, a function begins with its decorators; here it begins with its `def`.
    fn number_of(&self, frame: &ProbeFrame, text: &str, lines: &LineIndex) -> u32 {
        let begins = |number: u32, words: &[&str]| {
            let line = lines.line_text(number, text).trim_start();
            words.iter().any(|word| line.starts_with(word))
        };
        if self.sighting.defined.as_ref() != Some(frame) || !begins(frame.line, &["@"]) {
            return frame.line;
        }
        let mut after = frame.line..=lines.line_count() as u32;
        after.find(|number| begins(*number, &["async def ", "def "])).unwrap_or(frame.line)
    }

    fn place_of(&self, frame: &ProbeFrame) -> Option<Place> {
        let path = self.project().display(Path::new(&frame.file));
        self.line_of(frame).map(|span| Place::Span { path, span })
    }

    fn is_suppressed(&self, diagnostic: &Diagnostic) -> bool {
        let module = self.engine.module_for(Path::new(&diagnostic.path));
        let file = File::new(self.engine, module);
        let (comments, text) = (file.comments(), file.text());
        let lines = LineIndex::new(text);
        !comments.is_empty() && Suppressions::read(comments, text, &lines).suppress(diagnostic, &lines)
    }

    fn notes(&self) -> Vec<Note> {
        let sighting = self.sighting;
        let mut notes = vec![Note::new(born(sighting)), Note::new(noticed(sighting))];
        if let Some(exception) = &sighting.exception {
            let words = exception.words.lines().next().unwrap_or_default();
            let colon = if words.is_empty() { "" } else { ": " };
            notes.push(Note::new(format!("the exception: {}{colon}{words}", exception.class)));
        }
        notes.extend(sighting.related.iter().filter_map(|related| self.related(related)));
        notes.extend(self.about_stack().map(Note::new));
        notes.extend(self.callers());
        let primary = self.frame();
        let defined = sighting.defined.as_ref();
        let defined = defined.filter(|it| Some(*it) != primary && self.is_of_project(Path::new(&it.file)));
        notes.extend(defined.map(|frame| Note {
            place: self.place_of(frame),
            ..Note::new(format!("`{}` is defined here", sighting.what))
        }));
        notes
    }

    /// The note about a related place, which is shown if it is in the project.
    fn related(&self, related: &RelatedPlace) -> Option<Note> {
        let mut frames = related.frames.iter();
        let shown = frames.find(|frame| self.is_of_project(Path::new(&frame.file)));
        let place = shown.and_then(|frame| self.place_of(frame));
        Some(Note { place, ..Note::new(related::in_words(related)?) })
    }

    /// The note about the stack from a second run.
    fn about_stack(&self) -> Option<String> {
        let stack = self.sighting.stack.as_ref()?;
        let first = calls(stack, |frame| self.is_of_project(Path::new(&frame.file))).into_iter().next();
        match (first, stack.len()) {
            (_, STACK_DEPTH) => Some(format!("the innermost {STACK_DEPTH} calls are shown")),
            (Some(first), _) if !first.through.is_empty() => {
                Some(format!("made in `{}`{}", first.frame.function, through(&first.through)))
            }
            _ => None,
        }
    }

    /// The calls of the project that led to the place: the whole stack, if a second run showed it.
    fn callers(&self) -> Vec<Note> {
        let Sighting { frames, stack, .. } = self.sighting;
        let frames = stack.as_ref().filter(|stack| !stack.is_empty()).unwrap_or(frames);
        let primary = self.frame();
        let mut calls = calls(frames, |frame| self.is_of_project(Path::new(&frame.file)));
        if let Some(first) = calls.first_mut().filter(|first| Some(first.frame) == primary) {
            first.times -= 1;
        }
        let noted = calls.iter().filter(|call| call.times > 0);
        noted.map(|call| Note { place: self.place_of(call.frame), ..Note::new(call.in_words()) }).collect()
    }
}

/// The test and phase of a sighting, and whether a second run missed it.
fn born(sighting: &Sighting) -> String {
    let made = if matches!(sighting.how, Noticed::Sampled | Noticed::Handler | Noticed::Raised) {
        "seen"
    } else {
        "made"
    };
    let is_gone = sighting.stack.as_ref().is_some_and(Vec::is_empty);
    let again = if is_gone { ", but not again without the other tests" } else { "" };
    format!("{made} {}{again}", sighting.born.in_words())
}

/// How a sighting was noticed, and in which test, if it is another one.
fn noticed(sighting: &Sighting) -> String {
    let how = match sighting.how {
        Noticed::Dropped => "noticed when it was garbage-collected",
        Noticed::Closed => "noticed when its event loop was closed",
        Noticed::Cancelled => "noticed when the remaining tasks of its event loop were cancelled",
        Noticed::Shutdown => "noticed when its event loop was shut down",
        Noticed::Handler => "noticed when the exception handler of the loop was called",
        Noticed::Sampled => {
            return format!("nothing else ran on its event loop for {} ms", sighting.milliseconds);
        }
        Noticed::End => return "it still existed at the end of the session".to_owned(),
        Noticed::Raised => "noticed when the exception was raised",
        Noticed::Hanging => "noticed when the shutdown of its event loop waited for it",
        Noticed::Otherwise => "noticed later",
    };
    let noticed = &sighting.noticed;
    if noticed.test == sighting.born.test {
        let phase = noticed.phase_in_words();
        let is_same_phase = *noticed == sighting.born;
        return if is_same_phase { how.to_owned() } else { format!("{how}, in the {phase}") };
    }
    match noticed.test.as_str() {
        "" => format!("{how}, outside of any test"),
        test => format!("{how}, in `{test}`, an unrelated test"),
    }
}

/// The names of the rules with observations, sorted by code.
pub fn observed_rules() -> Vec<&'static str> {
    let is_observed = |rule: &&Rule| rule.spec.checks.iter().any(|check| matches!(check, Check::Observed(_)));
    rules().iter().filter(is_observed).map(|rule| rule.name).collect()
}
