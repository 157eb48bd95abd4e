//! Applies fixes in memory until there is nothing left to do, and takes back those that do no good.

mod candidate;
mod guard;
mod ignores;
mod line_length;
mod marks;
mod misplaced;
mod reached;
mod review;
mod search;
#[cfg(test)]
mod tests;
mod unbound;
mod uncommitted;
mod unused_imports;
mod verdict;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use loopmend_core::{Applicability, Diagnostic, Edit, SourceKind, Span, edited};
use loopmend_fix::{Change, Shift, without_overlaps};
use loopmend_project::{Project, with_edits};
use loopmend_python::SyntaxTree;
use rustc_hash::FxHashMap;

use crate::analysis::Analysis;
use crate::render::{Range, Sources, diff};
pub(crate) use candidate::Candidate;
pub(crate) use guard::{Untouchable, untouchable};
pub(crate) use ignores::ignoring;
pub(crate) use marks::Marks;
use misplaced::misplaced;
pub(crate) use review::Review;
use unbound::unbound;
pub(crate) use uncommitted::uncommitted_among;
use verdict::{Complaint, complaints};

/// Fixes are applied so many times at most: one may make another possible.
pub(crate) const PASSES: usize = 20;

/// The fixes that the user asked for.
pub(crate) struct Wish<'w> {
    /// The fixes that some findings have, in the order of the findings.
    pub(crate) candidates: &'w dyn Fn(&Analysis, &Marks) -> Vec<Candidate>,
    /// The answer for one fix; asked once for each that could be applied in a pass.
    pub(crate) choose: &'w mut dyn FnMut(&Candidate, &Analysis) -> Choice,
    /// Checks the project as it would be.
    pub(crate) analyze: &'w dyn Fn(&Project, Look<'_>) -> Analysis,
}

/// Which files a check between two passes covers, and how many fixes it tries.
#[derive(Clone, Copy)]
pub(crate) enum Look<'l> {
    /// All files.
    All(usize),
    /// Only the files with these displayed paths, to find the fix that does harm to them.
    At(&'l BTreeSet<String>, usize),
}

impl<'l> Look<'l> {
    /// The files, where it is not all.
    pub(crate) fn only(self) -> Option<&'l BTreeSet<String>> {
        match self {
            Self::All(_) => None,
            Self::At(files, _) => Some(files),
        }
    }
}

/// The decision about a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// It is applied.
    Apply,
    /// It is not, now or later.
    Skip,
    /// It is not, and no other is asked for.
    Quit,
}

/// A fix that was applied.
#[derive(Clone, Debug)]
pub(crate) struct Applied {
    /// The file, as it is shown.
    pub(crate) path: String,
    /// The rules of the findings that are gone.
    pub(crate) rules: Vec<String>,
    /// The other files that it edits.
    pub(crate) others: Vec<String>,
    /// The line of the first finding when it was mended.
    pub(crate) line: u32,
    /// The code of its rule.
    pub(crate) code: String,
    /// The message of the finding.
    pub(crate) message: String,
    /// The title of the fix.
    pub(crate) title: String,
    /// The weakest applicability of its parts.
    pub(crate) applicability: Applicability,
    /// `true` if a finding is only likely.
    pub(crate) is_likely: bool,
    /// Where it is, if [`Fixer::trace`] asked for that.
    pub(crate) trace: Option<Trace>,
}

/// Where a fix is in the texts.
#[derive(Clone, Debug)]
pub(crate) struct Trace {
    /// The indexes of its findings in the list that [`Fixer::new`] got.
    pub(crate) origins: Vec<usize>,
    /// The file and the current range of each edit.
    pub(crate) regions: Vec<(String, Span)>,
    /// The current range of the first finding.
    pub(crate) place: Span,
    /// The change alone, as a unified diff.
    pub(crate) diff: String,
    /// The first of its findings, as it was when the fix was applied.
    pub(crate) finding: Box<Diagnostic>,
}

/// A fix that was taken back.
#[derive(Clone, Debug)]
pub(crate) struct TakenBack {
    /// Where its finding was, as it is shown.
    pub(crate) place: String,
    /// The rule of the finding.
    pub(crate) rule: String,
    /// The title of the fix.
    pub(crate) title: String,
    /// Why.
    pub(crate) why: String,
}

/// A file that is edited.
#[derive(Clone, Debug)]
struct Text {
    path: PathBuf,
    /// `None` for what is no Python.
    kind: Option<SourceKind>,
    original: Vec<u8>,
    bytes: Vec<u8>,
}

impl Text {
    /// The new bytes without imports that nothing uses any more, and the names of these imports. `kept` are names that stay.
    fn without_unused_imports(&self, project: &Project, kept: &BTreeSet<String>) -> (Vec<u8>, Vec<String>) {
        let (mut bytes, mut names) = (self.bytes.clone(), Vec::new());
        // What a package imports is often a part of its interface.
        let is_package = self.path.file_stem().is_some_and(|stem| stem == "__init__");
        let Some(before) = self.decoded(&self.original).filter(|_| !is_package) else {
            return (bytes, names);
        };
        while let Some((fewer, name)) = self.without_one_import(&bytes, &before, project, kept) {
            bytes = fewer;
            names.push(name);
        }
        (bytes, names)
    }

    fn without_one_import(
        &self,
        bytes: &[u8],
        before: &str,
        project: &Project,
        kept: &BTreeSet<String>,
    ) -> Option<(Vec<u8>, String)> {
        let is_standard_library = |module: &str| project.is_standard_library(module);
        let unused = unused_imports::first(before, &self.decoded(bytes)?, &is_standard_library, kept)?;
        Some((with_edits(bytes, self.kind, &[unused.edit]).ok()?, unused.name))
    }

    /// The bytes with breaks in new lines that are longer than the project allows.
    fn with_breaks(&self, bytes: Vec<u8>, width: Option<usize>) -> Vec<u8> {
        let breaks = || {
            let before = self.decoded(&self.original)?;
            let after = loopmend_project::decode(bytes.clone(), self.kind?).ok()?;
            let breaks = line_length::breaks(&before, &after, width?);
            let broken = if breaks.is_empty() { None } else { with_edits(&bytes, self.kind, &breaks).ok() }?;
            loopmend_python::pattern::is_same_code(&after.text, &self.decoded(&broken)?).then_some(broken)
        };
        breaks().unwrap_or(bytes)
    }

    /// The text that bytes stand for; `None` where the file is no Python.
    fn decoded(&self, bytes: &[u8]) -> Option<String> {
        let kind = self.kind.filter(|kind| *kind == SourceKind::Python)?;
        decoded(bytes.to_vec(), Some(kind))
    }
}

/// The texts of a project as they would be.
pub(crate) struct Fixer<'p> {
    project: &'p mut Project,
    /// The findings in the texts as they are now.
    pub(crate) analysis: Analysis,
    texts: BTreeMap<String, Text>,
    /// The fixes that were applied, in order.
    pub(crate) applied: Vec<Applied>,
    /// The fixes that were taken back.
    pub(crate) taken_back: Vec<TakenBack>,
    /// The files that are left alone, with why, as far as there was something to do.
    pub(crate) untouched: BTreeMap<String, Untouchable>,
    /// Known to be no good.
    bad: Marks,
    /// Not wanted.
    skipped: Marks,
    /// Wanted, whether or not they could be applied yet.
    chosen: Marks,
    /// The findings at the start, in order, if fixes are traced to them.
    origins: Option<Marks>,
    /// The only findings to mend, where not all are.
    only: Option<Marks>,
    writable: FxHashMap<String, bool>,
    /// `true` if there was more to do when [`PASSES`] were done.
    pub(crate) hit_limit: bool,
    /// `true` if the user stopped it.
    pub(crate) interrupted: bool,
}

impl<'p> Fixer<'p> {
    /// Starts with what is found now.
    pub(crate) fn new(project: &'p mut Project, analysis: Analysis) -> Self {
        let interrupted = analysis.interrupted;
        Self {
            origins: None,
            project,
            analysis,
            texts: BTreeMap::new(),
            applied: Vec::new(),
            taken_back: Vec::new(),
            untouched: BTreeMap::new(),
            bad: Marks::default(),
            skipped: Marks::default(),
            chosen: Marks::default(),
            only: None,
            writable: FxHashMap::default(),
            hit_limit: false,
            interrupted,
        }
    }

    /// The project, with the texts as they are now.
    pub(crate) fn project(&self) -> &Project {
        self.project
    }

    /// Mends these findings alone.
    pub(crate) fn only(&mut self, findings: Marks) {
        self.only = Some(findings);
    }

    /// Leaves these findings as they are, and fixes all others.
    pub(crate) fn leave(&mut self, findings: Marks) {
        self.bad = findings;
    }

    /// Keeps a [`Trace`] of each fix. Called before [`Self::run`].
    pub(crate) fn trace(&mut self) {
        let mut origins = Marks::default();
        self.analysis.diagnostics.iter().for_each(|finding| origins.add(finding));
        self.origins = Some(origins);
    }

    /// Applies what is wished for, again and again.
    pub(crate) fn run(&mut self, wish: &mut Wish<'_>) {
        let mut passes = 0;
        while !self.interrupted {
            let candidates = self.candidates(wish);
            if candidates.is_empty() {
                return;
            }
            if passes == PASSES {
                self.hit_limit = true;
                return;
            }
            let (wanted, quits) = self.choose(candidates, wish);
            if self.attempt(wanted, wish) {
                passes += 1;
            }
            if quits {
                return;
            }
        }
    }

    /// The fixes of one pass.
    fn candidates(&mut self, wish: &Wish<'_>) -> Vec<Candidate> {
        let mut candidates = (wish.candidates)(&self.analysis, &self.bad);
        let is_asked_for = |finding: &Diagnostic| {
            !self.skipped.has(finding) && self.only.as_ref().is_none_or(|only| only.has(finding))
        };
        candidates.retain(|one| one.mends.iter().all(is_asked_for));
        candidates.retain(|one| one.files.iter().all(|file| self.is_writable(&file.path)));
        // What a fix of several files says in one of them is not decided by a smaller one before.
        candidates.sort_by_key(|one| Reverse(one.files.len() > 1));
        let chosen = without_overlaps(candidates.iter().map(|one| one.files.as_slice()));
        let chosen = candidates.into_iter().zip(chosen).filter(|(_, is_chosen)| *is_chosen);
        let mut chosen: Vec<Candidate> = chosen.map(|(one, _)| one).collect();
        let place = |one: &Candidate| one.mends.first().map(|finding| (finding.path.clone(), finding.span));
        chosen.sort_by_cached_key(place);
        chosen
    }

    fn choose(&mut self, candidates: Vec<Candidate>, wish: &mut Wish<'_>) -> (Vec<Candidate>, bool) {
        let mut wanted = Vec::new();
        for candidate in candidates {
            let is_chosen = candidate.mends.iter().all(|finding| self.chosen.has(finding));
            let choice = if is_chosen { Choice::Apply } else { (wish.choose)(&candidate, &self.analysis) };
            match choice {
                Choice::Apply => {
                    candidate.mends.iter().for_each(|finding| self.chosen.add(finding));
                    wanted.push(candidate);
                }
                Choice::Skip => candidate.mends.iter().for_each(|finding| self.skipped.add(finding)),
                Choice::Quit => return (wanted, true),
            }
        }
        (wanted, false)
    }

    /// `true` if a file may be written to; looked at once.
    pub(crate) fn is_writable(&mut self, path: &str) -> bool {
        if let Some(known) = self.writable.get(path) {
            return *known;
        }
        let opened = self.open(path);
        if let Err(why) = &opened {
            self.untouched.insert(path.to_owned(), why.clone());
        }
        self.writable.insert(path.to_owned(), opened.is_ok());
        opened.is_ok()
    }

    fn open(&mut self, shown: &str) -> Result<(), Untouchable> {
        let file = self.project.files().iter().find(|file| file.display == shown);
        let path = file.map_or_else(|| self.project.absolute(shown.as_ref()), |file| file.path.clone());
        let kind = file.map_or_else(|| loopmend_project::kind_by_extension(&path), |file| Some(file.kind));
        let not_writable = |why: &str| Untouchable::NotWritable(why.to_owned());
        let bytes = self.project.read_bytes(&path).map_err(|error| not_writable(&error.to_string()))?;
        let known = self.analysis.sources.get(shown).ok_or_else(|| not_writable("it cannot be read"))?;
        if let Some(why) = untouchable(self.project, &path, &known.text) {
            return Err(why);
        }
        if kind.is_some() && SyntaxTree::parse(known).has_errors() {
            return Err(Untouchable::NoPython);
        }
        let is_as_known = match kind {
            Some(kind) => {
                loopmend_project::decode(bytes.clone(), kind).is_ok_and(|read| read.text == known.text)
            }
            None => bytes == known.text.as_bytes(),
        };
        if !is_as_known {
            return Err(not_writable("it changed while it was read; run loopmend again"));
        }
        let text = Text { path, kind, original: bytes.clone(), bytes };
        self.texts.insert(shown.to_owned(), text);
        Ok(())
    }

    /// Applies fixes that fit together, less those that do no good; whether one stands.
    fn attempt(&mut self, mut trial: Vec<Candidate>, wish: &Wish<'_>) -> bool {
        while !trial.is_empty() {
            let edits = self.write_in_memory(&mut trial);
            if trial.is_empty() {
                return false;
            }
            let unfit = self.unfit(&edits, &trial);
            if !unfit.is_empty() {
                self.put_back(&edits);
                trial = self.without_unfit(trial, unfit);
                continue;
            }
            let after = (wish.analyze)(self.project, Look::All(trial.len()));
            if after.interrupted {
                self.interrupted = true;
                self.put_back(&edits);
                return false;
            }
            let shifts = shifts(&edits);
            let found = complaints(&self.analysis.diagnostics, &after.diagnostics, &trial, &shifts);
            if found.is_empty() {
                self.accept(trial, edits, &shifts, after);
                return true;
            }
            self.put_back(&edits);
            trial = self.without_culprits(trial, found, wish);
        }
        false
    }

    /// The places of the new texts that parse but that Python rejects.
    fn unfit(&self, edited: &Edited, trial: &[Candidate]) -> Vec<Complaint> {
        let texts = edited.iter().filter_map(|(path, (_, bytes))| {
            let text = self.texts.get(path)?;
            Some((path.as_str(), (text.bytes.as_slice(), bytes.as_slice(), text.kind?)))
        });
        let texts = texts.collect();
        let mut unfit = misplaced(&texts, trial);
        unfit.extend(unbound(&texts, trial));
        unfit
    }

    /// Gives the project the texts with all edits; fixes with a file that cannot take them are left out.
    fn write_in_memory(&mut self, trial: &mut Vec<Candidate>) -> Edited {
        loop {
            match self.edited(trial) {
                Ok(edited) => {
                    for (path, (_, bytes)) in &edited {
                        self.project.take_for(&self.texts[path].path, Some(bytes.clone()));
                    }
                    return edited;
                }
                Err((path, why)) => {
                    trial.retain(|one| one.files.iter().all(|file| file.path != path));
                    self.writable.insert(path.clone(), false);
                    self.untouched.insert(path, Untouchable::NotWritable(why));
                }
            }
        }
    }

    /// The files after these fixes.
    ///
    /// # Errors
    /// A file that cannot take its edits, and why.
    fn edited(&self, trial: &[Candidate]) -> Result<Edited, (String, String)> {
        let mut edits: BTreeMap<&str, Vec<Edit>> = BTreeMap::new();
        for file in trial.iter().flat_map(|one| &one.files) {
            edits.entry(&file.path).or_default().extend(file.edits.iter().cloned());
        }
        let mut edited = Edited::new();
        for (path, mut edits) in edits {
            edits.sort_by_key(|edit| edit.span);
            let missing = || (path.to_owned(), "it was not read".to_owned());
            let text = self.texts.get(path).ok_or_else(missing)?;
            let bytes = with_edits(&text.bytes, text.kind, &edits).map_err(|why| (path.to_owned(), why))?;
            edited.insert(path.to_owned(), (edits, bytes));
        }
        Ok(edited)
    }

    fn put_back(&mut self, edited: &Edited) {
        for path in edited.keys() {
            let Some(text) = self.texts.get(path) else { continue };
            let bytes = (text.bytes != text.original).then(|| text.bytes.clone());
            self.project.take_for(&text.path, bytes);
        }
    }

    fn accept(
        &mut self,
        trial: Vec<Candidate>,
        edited: Edited,
        shifts: &BTreeMap<String, Shift>,
        after: Analysis,
    ) {
        let sources = Sources::new(&self.analysis.sources);
        let mut new: Vec<Applied> = trial.into_iter().filter_map(|one| self.applied(one, &sources)).collect();
        let traces = self
            .applied
            .iter_mut()
            .chain(&mut new)
            .filter_map(|applied| applied.trace.as_mut().map(|trace| (&applied.path, trace)));
        traces.for_each(|(path, trace)| trace.shift(path, shifts));
        self.applied.extend(new);
        for (path, (_, bytes)) in edited {
            if let Some(text) = self.texts.get_mut(&path) {
                text.bytes = bytes;
            }
        }
        if let Some(origins) = &mut self.origins {
            origins.shift(shifts);
        }
        self.bad.shift(shifts);
        self.skipped.shift(shifts);
        self.chosen.shift(shifts);
        if let Some(only) = &mut self.only {
            only.shift(shifts);
        }
        self.analysis = after;
    }

    /// Describes a fix, by the texts before it is applied.
    fn applied(&self, candidate: Candidate, sources: &Sources<'_>) -> Option<Applied> {
        let (applicability, is_likely) = (candidate.applicability(), candidate.is_likely());
        let trace = self.trace_of(&candidate);
        let Candidate { path, title, files, mends } = candidate;
        let first = mends.first()?;
        Some(Applied {
            line: sources.range(&path, first.span).start.line,
            code: first.code.to_string(),
            message: first.message.clone(),
            rules: mends.iter().map(|finding| finding.rule.clone()).collect(),
            applicability,
            is_likely,
            trace,
            others: files.into_iter().map(|file| file.path).filter(|other| *other != path).collect(),
            path,
            title,
        })
    }

    /// The trace of a fix that is about to be applied.
    fn trace_of(&self, candidate: &Candidate) -> Option<Trace> {
        let origins = self.origins.as_ref()?;
        let Candidate { files, mends, .. } = candidate;
        let edits =
            files.iter().flat_map(|file| file.edits.iter().map(|edit| (file.path.clone(), edit.span)));
        Some(Trace {
            origins: mends.iter().filter_map(|finding| origins.position(finding)).collect(),
            regions: edits.collect(),
            place: mends.first()?.span,
            diff: files.iter().filter_map(|file| self.diff_of(&file.path, &file.edits)).collect(),
            finding: Box::new(mends.first()?.clone()),
        })
    }

    /// Some edits of a file alone, as a unified diff.
    fn diff_of(&self, path: &str, edits: &[Edit]) -> Option<String> {
        let before = self.text(path)?;
        let after = edited(&before, edits)?;
        Some(diff(path, before.as_bytes(), after.as_bytes(), false))
    }

    /// The text of an edited file as it is now; `None` if it cannot be decoded.
    pub(crate) fn text(&self, path: &str) -> Option<String> {
        let text = self.texts.get(path)?;
        decoded(text.bytes.clone(), text.kind)
    }

    /// Gives the project the files back as they are on disk.
    pub(crate) fn put_all_back(&mut self) {
        for text in self.texts.values() {
            self.project.take_for(&text.path, None);
        }
    }

    /// Takes out what Python would not take. Where it can be several fixes, half of them wait for another pass.
    fn without_unfit(&mut self, trial: Vec<Candidate>, found: Vec<Complaint>) -> Vec<Candidate> {
        let count = trial.len();
        let (trial, doubts) = self.without_guilty(trial, found);
        match doubts.first() {
            Some(doubt) if trial.len() == count => {
                without(trial, &doubt.suspects.iter().copied().skip(doubt.suspects.len() / 2).collect())
            }
            _ => trial,
        }
    }

    /// Takes out the fixes that alone can be the reason of a complaint. The other complaints speak of the fixes as they were.
    fn without_guilty(
        &mut self,
        trial: Vec<Candidate>,
        found: Vec<Complaint>,
    ) -> (Vec<Candidate>, Vec<Complaint>) {
        let mut guilty: BTreeMap<usize, String> = BTreeMap::new();
        let mut doubts = Vec::new();
        for complaint in found {
            match complaint.suspects.as_slice() {
                [one] => {
                    guilty.entry(*one).or_insert(complaint.why);
                }
                _ => doubts.push(complaint),
            }
        }
        for (place, why) in &guilty {
            self.condemn(&trial[*place], why);
        }
        (without(trial, &guilty.into_keys().collect()), doubts)
    }

    fn condemn(&mut self, candidate: &Candidate, why: &str) {
        for finding in &candidate.mends {
            self.bad.add(finding);
            let sources = Sources::of_file(&self.analysis.sources, &finding.path);
            let range: Range = sources.range(&finding.path, finding.span);
            self.taken_back.push(TakenBack {
                place: range.located(&finding.path),
                rule: finding.rule.clone(),
                title: candidate.title.clone(),
                why: why.to_owned(),
            });
        }
    }

    /// The original bytes of a file that was read.
    pub(crate) fn original(&self, path: &str) -> Option<&[u8]> {
        self.texts.get(path).map(|text| text.original.as_slice())
    }

    /// The files that are other than they were, by their shown paths.
    pub(crate) fn changes(&self) -> Vec<(String, Change)> {
        let swept: Vec<_> = self
            .changed()
            .map(|(path, text)| (path, text, text.without_unused_imports(self.project, &BTreeSet::new())))
            .collect();
        let unused = swept.iter().filter(|(_, _, (_, names))| !names.is_empty());
        let unused = unused.map(|(path, _, (_, names))| ((*path).clone(), names.iter().cloned().collect()));
        let kept = reached::reached(self.project, &unused.collect());
        let width = self.project.line_length();
        let change = |(path, text, (bytes, _)): (&String, &Text, (Vec<u8>, Vec<String>))| {
            let after = match kept.get(path).filter(|kept| !kept.is_empty()) {
                Some(kept) => text.without_unused_imports(self.project, kept).0,
                None => bytes,
            };
            let after = text.with_breaks(after, width);
            (path.clone(), Change { path: text.path.clone(), before: text.original.clone(), after })
        };
        swept.into_iter().map(change).collect()
    }

    /// How many files [`Self::changes`] gives.
    pub(crate) fn changed_files(&self) -> usize {
        self.changed().count()
    }

    fn changed(&self) -> impl Iterator<Item = (&String, &Text)> {
        self.texts.iter().filter(|(_, text)| text.bytes != text.original)
    }
}

impl Trace {
    /// Follows the texts, by path; `path` is that of the findings.
    fn shift(&mut self, path: &str, shifts: &BTreeMap<String, Shift>) {
        for (edited, span) in &mut self.regions {
            if let Some(shift) = shifts.get(edited) {
                *span = shift.image(*span);
            }
        }
        if let Some(shift) = shifts.get(path) {
            self.place = shift.image(self.place);
        }
    }
}

/// The text of a file of this kind; `None` if it cannot be decoded.
pub(crate) fn decoded(bytes: Vec<u8>, kind: Option<SourceKind>) -> Option<String> {
    match kind {
        Some(kind) => Some(loopmend_project::decode(bytes, kind).ok()?.text),
        None => String::from_utf8(bytes).ok(),
    }
}

/// The fixes without those at these places.
fn without(trial: Vec<Candidate>, places: &BTreeSet<usize>) -> Vec<Candidate> {
    trial.into_iter().enumerate().filter(|(place, _)| !places.contains(place)).map(|(_, one)| one).collect()
}

/// Where things move, by path.
fn shifts(edited: &Edited) -> BTreeMap<String, Shift> {
    edited.iter().map(|(path, (edits, _))| (path.clone(), Shift::new(edits))).collect()
}

/// By path, the edits and what the file holds then.
type Edited = BTreeMap<String, (Vec<Edit>, Vec<u8>)>;

/// The kinds of fixes that are applied.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Allowed {
    /// Fixes that may change behaviour.
    pub(crate) with_unsafe: bool,
    /// Fixes of findings that are only likely.
    pub(crate) with_likely: bool,
}

impl Allowed {
    /// All fixes.
    pub(crate) const ALL: Self = Self { with_unsafe: true, with_likely: true };
    /// The safe fixes of certain findings.
    pub(crate) const SAFE: Self = Self { with_unsafe: false, with_likely: false };

    fn allows(self, candidate: &Candidate) -> bool {
        (self.with_unsafe || candidate.applicability() == Applicability::Safe)
            && (self.with_likely || !candidate.is_likely())
    }
}

/// The allowed fixes of the wanted findings.
pub(crate) fn fixes_of(
    is_wanted: &dyn Fn(&Diagnostic) -> bool,
    allowed: Allowed,
    analysis: &Analysis,
    bad: &Marks,
) -> Vec<Candidate> {
    let wanted = analysis.diagnostics.iter().filter(|finding| is_wanted(finding) && !bad.has(finding));
    wanted.filter_map(Candidate::of).filter(|one| allowed.allows(one)).collect()
}
