use loopmend_core::at_work::{MAX_FINDINGS, Reason, end};
use loopmend_core::{
    Applicability, Cause, Confidence, Decision, Diagnostic, Edit, Evidence, Fix, JoinedPlace, Level,
    MissingName, Note, Place, PlaceRole, Span,
};
use loopmend_semantic::{Call, File, Library};

use crate::rule::Rule;

/// What a rule is given: the file with its questions, and where to report.
pub(crate) struct Context<'c, 'e> {
    /// The file under inspection.
    pub(crate) file: &'c mut File<'e>,
    path: &'c str,
    rule: &'static Rule,
    level: Level,
    found: &'c mut Vec<Diagnostic>,
}

impl<'c, 'e> Context<'c, 'e> {
    /// A context in which `rule` reports at `level`.
    pub(crate) fn new(
        file: &'c mut File<'e>,
        path: &'c str,
        (rule, level): (&'static Rule, Level),
        found: &'c mut Vec<Diagnostic>,
    ) -> Self {
        Self { file, path, rule, level, found }
    }

    /// The path of the file as it is shown.
    pub(crate) fn path(&self) -> &str {
        self.path
    }

    /// A place in the file, for a note.
    pub(crate) fn place(&self, span: Span) -> Place {
        Place::Span { path: self.path.to_owned(), span }
    }

    /// The text of a range that is on one line.
    pub(crate) fn on_one_line(&self, span: Span) -> Option<&'e str> {
        Some(self.file.slice(span)).filter(|text| !text.contains('\n'))
    }

    /// Whether a place is one in the file.
    pub(crate) fn is_here(&self, place: &Place) -> bool {
        matches!(place, Place::Span { path, .. } if self.is_in_file(path))
    }

    /// Whether a path, as it is shown, is that of the file.
    pub(crate) fn is_in_file(&self, path: &str) -> bool {
        path == self.path
    }

    /// Whether each `await` that a fix begins stands where Python takes it.
    fn can_be_compiled(&self, fix: &Fix) -> bool {
        let begins_await =
            |edit: &&Edit| edit.replacement.trim_start_matches([' ', '(']).starts_with("await ");
        fix.edits.iter().filter(begins_await).all(|edit| {
            fix.edits.iter().any(|other| other.replacement.contains("async "))
                || self.file.await_may_stand(edit.span.start)
        })
    }

    /// The library that is not installed and whose bundled stubs a finding about a call rests on.
    fn library_of(&mut self, report: &Report) -> Option<&'static Library> {
        let call = report.call.filter(|_| report.confidence == Confidence::Likely)?;
        self.file.library_not_installed(&call)
    }

    /// Takes a finding. Levels and suppressions are applied by the caller of the rule.
    pub(crate) fn report(&mut self, mut report: Report) {
        if report.fix.as_ref().is_some_and(|fix| !self.can_be_compiled(fix)) {
            report = report.without_fix();
        }
        let library = self.library_of(&report);
        report = report.resting_on(library);
        self.found.push(report.diagnostic(self.rule, self.level, self.path));
        if self.found.len() >= MAX_FINDINGS {
            end(self.file.work(), Reason::Findings);
        }
    }
}

/// A finding as a rule says it.
pub(crate) struct Report {
    span: Span,
    /// The call that it is about.
    call: Option<Call>,
    message: String,
    symbol: String,
    notes: Vec<Note>,
    fix: Option<Fix>,
    /// The help if there is no fix after all.
    remedy: Option<String>,
    /// The most that the fix may promise.
    most: Applicability,
    /// The most that it weighs.
    gravest: Level,
    is_strict: bool,
    confidence: Confidence,
    cause: Option<Cause>,
    decision: Option<Decision>,
    missing: Option<MissingName>,
    callers: Vec<(String, String)>,
}

impl Report {
    /// A finding at `span`. The message stands alone on one line: lower-case start, no final full stop.
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Self {
        Self {
            span,
            call: None,
            message: message.into(),
            symbol: String::new(),
            notes: Vec::new(),
            fix: None,
            remedy: None,
            most: Applicability::Safe,
            gravest: Level::Error,
            is_strict: false,
            confidence: Confidence::Certain,
            cause: None,
            decision: None,
            missing: None,
            callers: Vec::new(),
        }
    }

    /// A finding about a call, in the scope the call stands in.
    pub(crate) fn at_call(context: &Context, call: &Call, message: impl Into<String>) -> Self {
        let symbol = context.file.surroundings(call).symbol;
        Self { call: Some(*call), ..Self::new(call.span, message).in_symbol(symbol) }
    }

    /// Leaves the finding to the profile `strict`: few of its kind were of use in applications.
    pub(crate) fn strict(self) -> Self {
        Self { is_strict: true, ..self }
    }

    /// As a finding of a rule in a file.
    pub(crate) fn diagnostic(mut self, rule: &Rule, level: Level, path: &str) -> Diagnostic {
        if let Some(fix) = &mut self.fix {
            fix.applicability = fix.applicability.min(self.most);
        }
        let caller = |(path, message): (String, String)| JoinedPlace {
            role: PlaceRole::Caller,
            path,
            span: Span::new(0, 0),
            symbol: String::new(),
            message,
            confidence: self.confidence,
            fix: None,
        };
        Diagnostic {
            code: rule.code,
            rule: rule.name.to_owned(),
            path: path.to_owned(),
            span: self.span,
            level: level_at(level, self.confidence).min(self.gravest),
            confidence: self.confidence,
            evidence: Evidence::Inferred,
            is_strict: self.is_strict,
            message: self.message,
            symbol: self.symbol,
            notes: self.notes,
            fix: self.fix,
            cause: self.cause.map(Box::new),
            decision: self.decision.map(Box::new),
            places: self.callers.into_iter().map(caller).collect(),
            missing: self.missing.map(Box::new),
        }
    }

    /// Says it in other words.
    pub(crate) fn message(mut self, message: String) -> Self {
        self.message = message;
        self
    }

    /// States the qualified name of the scope it is in.
    pub(crate) fn in_symbol(mut self, symbol: String) -> Self {
        self.symbol = symbol;
        self
    }

    /// States that a file leads to the finding, which also stands there, in these words.
    pub(crate) fn caused_by(mut self, path: &str, message: &str) -> Self {
        self.callers.push((path.to_owned(), message.to_owned()));
        self
    }

    /// Adds a sentence.
    pub(crate) fn note(mut self, message: impl Into<String>) -> Self {
        self.notes.push(Note::new(message));
        self
    }

    /// Adds a remedy, in the imperative: `await the call`. Fixes state their own.
    pub(crate) fn help(mut self, message: impl Into<String>) -> Self {
        self.notes.push(Note::help(message));
        self
    }

    /// Adds the fix, whose title is the help, or else a remedy in the imperative.
    pub(crate) fn fix_or_help(self, fix: Option<Fix>, message: impl Into<String>) -> Self {
        match fix {
            Some(_) => Self { remedy: Some(message.into()), ..self.fix(fix) },
            None => self.help(message),
        }
    }

    /// Takes back the fix, and adds the remedy in its place.
    fn without_fix(mut self) -> Self {
        self.fix = None;
        match self.remedy.take() {
            Some(remedy) => self.help(remedy),
            None => self,
        }
    }

    /// Adds a sentence about a place.
    pub(crate) fn note_at(mut self, place: Place, message: impl Into<String>) -> Self {
        self.notes.push(Note::at(place, message));
        self
    }

    /// Adds the fix, or a note that gives the reason why there is none.
    pub(crate) fn fix_or_why(mut self, fix: Result<Fix, Note>) -> Self {
        match fix {
            Ok(fix) => self.fix = Some(fix),
            Err(why) => self.notes.push(why),
        }
        self
    }

    /// States how sure it is.
    pub(crate) fn confidence(mut self, confidence: Confidence) -> Self {
        self.confidence = confidence;
        self
    }

    /// States the library that is not installed, and on whose bundled stubs it rests. What these declare is no more than likely.
    pub(crate) fn resting_on(self, library: Option<&'static Library>) -> Self {
        let Some(Library { name, version, .. }) = library else { return self };
        self.confidence(Confidence::Likely)
            .note(format!("{name} is not installed here: checked against version {version}"))
    }

    /// States that it is at most a warning.
    pub(crate) fn only_warn(mut self) -> Self {
        self.gravest = Level::Warn;
        self
    }

    /// States that the fix is a suggestion: its premise may be wrong, and it would break working code.
    pub(crate) fn only_suggest(mut self) -> Self {
        self.most = Applicability::DisplayOnly;
        self
    }

    /// States the place that other findings may lead to as well.
    pub(crate) fn cause(mut self, cause: Option<Cause>) -> Self {
        self.cause = cause;
        self
    }

    /// States the decision that other findings may come from as well.
    pub(crate) fn decision(mut self, decision: Option<Decision>) -> Self {
        self.decision = decision;
        self
    }

    /// States the name that is missing, whose history can be searched.
    pub(crate) fn missing(mut self, missing: MissingName) -> Self {
        self.missing = Some(missing);
        self
    }

    /// Adds the fix.
    pub(crate) fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }
}

/// What is only likely is at most a warning.
pub(crate) fn level_at(level: Level, confidence: Confidence) -> Level {
    match confidence {
        Confidence::Certain => level,
        Confidence::Likely => level.min(Level::Warn),
    }
}
