//! What `doctor` says: for people, for programs, and for a pull request.

use std::fmt::Write as _;

use loopmend_core::Diagnostic;
use loopmend_errors::{Advice, Context, Extent, KnownError, Marks, Match, ObjectKind, Text};
use serde::Serialize;

use super::counted;
use super::json::to_json;
use super::loops::{Suite, totals};
use super::sources::Sources;
use crate::arguments::DoctorFormat;
use crate::render::markdown::{code, escaped, name_only};
use crate::style::{CODE, ERROR, FAINT, STRONG, WARNING, printable};

/// So many places or tests are shown of one cause; JSON has all.
const MOST_SHOWN: usize = 5;

/// The result of examining a project.
#[derive(Serialize)]
pub(crate) struct Examination {
    /// The environment.
    pub(crate) environment: Option<EnvironmentRead>,
    /// The installed packages that matter.
    pub(crate) packages: Vec<PackageRead>,
    /// The files that configure pytest.
    pub(crate) configurations: Vec<ConfigurationRead>,
    /// The settings in effect, in words.
    pub(crate) effective: Vec<String>,
    /// The suite in words.
    pub(crate) suite: String,
    /// The causes, in the best order to fix them.
    pub(crate) causes: Vec<CauseFound>,
    /// The limits of the examination.
    pub(crate) notes: Vec<String>,
}

/// An environment.
#[derive(Serialize)]
pub(crate) struct EnvironmentRead {
    /// Its directory.
    pub(crate) path: String,
    /// The version of its Python.
    pub(crate) python: Option<String>,
    /// The source that named it.
    pub(crate) source: String,
}

/// An installed package.
#[derive(Serialize)]
pub(crate) struct PackageRead {
    /// Its name.
    pub(crate) name: String,
    /// Its version; `None` where it states none that can be read.
    pub(crate) version: Option<String>,
}

/// A file that configures pytest.
#[derive(Serialize)]
pub(crate) struct ConfigurationRead {
    /// Its path.
    pub(crate) path: String,
    /// The error, if it cannot be read.
    pub(crate) error: Option<String>,
    /// The options that matter.
    pub(crate) options: Vec<OptionRead>,
}

/// An option.
#[derive(Serialize)]
pub(crate) struct OptionRead {
    /// Its name.
    pub(crate) name: String,
    /// The value.
    pub(crate) value: String,
    /// Where.
    pub(crate) line: usize,
}

/// A cause with all places that show it.
#[derive(Serialize)]
pub(crate) struct CauseFound {
    /// The code of the rule.
    pub(crate) code: String,
    /// Its name.
    pub(crate) rule: String,
    /// `true` if one of its findings is an error.
    pub(crate) is_error: bool,
    /// The message of the first finding.
    pub(crate) message: String,
    /// The known error that it ends in.
    pub(crate) error: Option<String>,
    /// The text that the user sees with these versions.
    pub(crate) says: Option<String>,
    /// `true` if it rests on what the tests do that it is seen.
    pub(crate) may_say: bool,
    /// The effect, if no error text appears.
    pub(crate) otherwise: Option<String>,
    /// The cure.
    pub(crate) cure: Option<String>,
    /// The findings.
    pub(crate) evidence: Vec<Evidence>,
}

/// A finding in the project.
#[derive(Clone, Serialize)]
pub(crate) struct Evidence {
    /// The path.
    path: String,
    /// The line.
    line: u32,
    /// The column.
    column: u32,
    /// The rule.
    rule: String,
    /// The message.
    message: String,
    /// The notes.
    notes: Vec<String>,
}

impl Evidence {
    /// `true` if the finding names a function, alone or with its class.
    pub(crate) fn names(&self, function: &str) -> bool {
        let ends = [
            format!("`{function}`"),
            format!(".{function}`"),
            format!("`{function}("),
            format!(".{function}("),
        ];
        let texts = std::iter::once(&self.message).chain(&self.notes);
        texts.into_iter().any(|text| ends.iter().any(|end| text.contains(end.as_str())))
    }

    /// A finding with its place.
    pub(crate) fn of(diagnostic: &Diagnostic, sources: &Sources) -> Self {
        let range = sources.range(&diagnostic.path, diagnostic.span);
        Self {
            path: diagnostic.path.clone(),
            line: range.start.line,
            column: range.start.column,
            rule: format!("{} ({})", diagnostic.rule, diagnostic.code),
            message: diagnostic.message.clone(),
            notes: diagnostic.notes.iter().map(|note| note.message.clone()).collect(),
        }
    }
}

/// The result of reading the output of a run.
pub(crate) struct Diagnosis {
    /// The known errors, those of most tests first.
    pub(crate) errors: Vec<ErrorFound>,
    /// The errors that follow from the one that ended the run.
    pub(crate) after: Vec<ErrorFound>,
    /// The failures that are not recognised.
    pub(crate) not_known: Vec<NotKnown>,
    /// `true` if the first of them ended the program.
    pub(crate) is_end_unknown: bool,
    /// The findings of the project that may be the cause.
    pub(crate) possible: Vec<Evidence>,
    /// How many tests failed.
    pub(crate) failures: usize,
    /// How much was read.
    pub(crate) extent: Extent,
}

impl Diagnosis {
    /// How many of the errors, which come first, are causes: those that tests failed of, all where none failed.
    fn causes(&self) -> usize {
        let is_cause = |error: &ErrorFound| self.failures == 0 || !error.tests.is_empty();
        self.errors.partition_point(is_cause)
    }

    /// `true` if nothing is wrong.
    pub(crate) fn is_well(&self) -> bool {
        self.errors.is_empty() && self.not_known.is_empty() && self.failures == 0
    }
}

/// A known error with the tests that failed of it.
pub(crate) struct ErrorFound {
    /// The error.
    pub(crate) error: &'static KnownError,
    /// The text of it that was said first.
    pub(crate) text: &'static Text,
    /// The tests.
    pub(crate) tests: Vec<TestNamed>,
    /// How often it was said outside of failures.
    pub(crate) elsewhere: usize,
    /// Where in the project it was said so first.
    pub(crate) place: Option<(String, u32)>,
    /// `true` if the text was cut, and is known by what is left.
    pub(crate) is_cut: bool,
    /// The findings of the project that may cause the error.
    pub(crate) evidence: Vec<Evidence>,
    /// The contexts and objects that its lines show.
    pub(crate) marks: Marks,
    /// The objects of the project that event loops may share.
    pub(crate) objects: Vec<ObjectFound>,
    /// The names of the coroutines that it is about.
    pub(crate) coroutines: Vec<String>,
    /// The calls of the project that receive the functions of these coroutines.
    pub(crate) receivers: Vec<Receiver>,
    advice: Option<(&'static Advice, &'static Context)>,
}

impl ErrorFound {
    /// An error among lines with these marks.
    pub(crate) fn new(found: &Match, marks: Marks) -> Self {
        let (error, text) = (found.error(), found.text());
        Self {
            error,
            text,
            tests: Vec::new(),
            elsewhere: 0,
            place: None,
            is_cut: false,
            evidence: Vec::new(),
            marks,
            objects: Vec::new(),
            coroutines: Vec::new(),
            receivers: Vec::new(),
            advice: error.advice_in(marks),
        }
    }

    /// `true` if both are the same error with the same cure.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        self.error.id == other.error.id && self.context() == other.context()
    }

    /// The name of the context that decides the cure.
    fn context(&self) -> Option<&'static str> {
        self.advice.map(|(_, context)| context.id.as_str())
    }

    fn cause(&self) -> &'static str {
        self.advice.and_then(|(advice, _)| advice.cause.as_deref()).unwrap_or(&self.error.cause)
    }

    /// The cure, with those of the objects.
    fn cure(&self) -> String {
        let mut cures = vec![self.advice.map_or(self.error.cure.as_str(), |(advice, _)| &advice.cure)];
        for cure in self.objects.iter().filter_map(|object| object.kind.cure.as_deref()) {
            if !cures.contains(&cure) {
                cures.push(cure);
            }
        }
        cures.join(" ")
    }

    fn look(&self) -> &'static str {
        self.advice.and_then(|(advice, _)| advice.look.as_deref()).unwrap_or(&self.error.look)
    }
}

/// A call that receives a coroutine function.
#[derive(Serialize)]
pub(crate) struct Receiver {
    /// The path.
    pub(crate) path: String,
    /// The line.
    pub(crate) line: u32,
    /// The called function, as written.
    pub(crate) call: String,
    /// The function that it receives.
    pub(crate) function: String,
}

impl Receiver {
    fn in_words(&self) -> String {
        format!("`{}` receives `{}`", self.call, self.function)
    }
}

/// An object of the project that event loops may share.
#[derive(Clone)]
pub(crate) struct ObjectFound {
    /// The path.
    pub(crate) path: String,
    /// The line.
    pub(crate) line: u32,
    /// The name or attribute that keeps it.
    pub(crate) name: String,
    /// The function that makes it.
    pub(crate) made_by: String,
    /// The kind of the object.
    pub(crate) kind: &'static ObjectKind,
}

impl ObjectFound {
    fn in_words(&self) -> String {
        let Self { name, made_by, kind, .. } = self;
        format!("`{name}` keeps the result of `{made_by}`: {}", kind.why)
    }
}

/// A test that failed.
#[derive(Serialize)]
pub(crate) struct TestNamed {
    /// Its node identifier.
    pub(crate) test: String,
    /// Where in the project.
    pub(crate) place: Option<(String, u32)>,
    /// `true` if the text was cut, and is known by what is left.
    pub(crate) is_cut: bool,
}

/// A failure that is not known.
pub(crate) struct NotKnown {
    /// The test, if it is one.
    pub(crate) test: Option<TestNamed>,
    /// The message.
    pub(crate) message: Option<String>,
    /// The known errors that it is most like.
    pub(crate) near: Vec<&'static KnownError>,
}

/// The suite in a few words.
pub(crate) fn suite_words(suite: &Suite) -> String {
    let totals = totals(suite);
    format!(
        "{} in {}: {} on {}, {} unknown",
        counted(totals.tests, "test"),
        counted(totals.files, "file"),
        totals.on_loop,
        counted(totals.loops, "event loop"),
        totals.unknown
    )
}

/// An examination in a form.
pub(crate) fn examination(format: DoctorFormat, examination: &Examination) -> String {
    match format {
        DoctorFormat::Text => examination_text(examination),
        DoctorFormat::Json => to_json(examination),
        DoctorFormat::Markdown => examination_markdown(examination),
    }
}

fn facts(examination: &Examination) -> Vec<(&'static str, String)> {
    let environment = examination.environment.as_ref().map_or("not found".to_owned(), |environment| {
        let python =
            environment.python.as_ref().map_or("Python".to_owned(), |version| format!("Python {version}"));
        format!("{python} in {} ({})", environment.path, environment.source)
    });
    let package = |package: &PackageRead| match &package.version {
        Some(version) => format!("{} {version}", package.name),
        None => format!("{} (unknown version)", package.name),
    };
    let mut facts = vec![("environment", environment)];
    let packages: Vec<String> = examination.packages.iter().map(package).collect();
    facts.push((
        "installed",
        if packages.is_empty() { "neither pytest nor an async plugin".into() } else { packages.join(", ") },
    ));
    if examination.configurations.is_empty() {
        facts.push(("configuration", "no file configures pytest".to_owned()));
    }
    for configuration in &examination.configurations {
        let option =
            |option: &OptionRead| format!("{} = {} (line {})", option.name, option.value, option.line);
        let options: Vec<String> = configuration.options.iter().map(option).collect();
        let words = match (&configuration.error, options.is_empty()) {
            (Some(error), _) => format!("pytest refuses it: {error}"),
            (None, true) => "no option about event loops".to_owned(),
            (None, false) => options.join("; "),
        };
        facts.push(("configuration", format!("{}: {words}", configuration.path)));
    }
    facts.extend(examination.effective.iter().map(|words| ("effective", words.clone())));
    facts.push(("suite", examination.suite.clone()));
    facts.extend(examination.notes.iter().map(|words| ("note", words.clone())));
    facts
}

fn examination_text(examination: &Examination) -> String {
    let mut text = String::new();
    for (name, words) in facts(examination) {
        field(&mut text, name, &words);
    }
    for (index, cause) in examination.causes.iter().enumerate() {
        let style = if cause.is_error { ERROR } else { WARNING };
        let _ = writeln!(
            text,
            "\n{style}{}.{style:#} {STRONG}{}{STRONG:#}  {FAINT}{} ({}){FAINT:#}",
            index + 1,
            printable(&cause.message),
            cause.rule,
            cause.code
        );
        if let Some(says) = &cause.says {
            field(&mut text, if cause.may_say { "you may see" } else { "you see" }, says);
        }
        if let Some(words) = &cause.otherwise {
            field(&mut text, "so", words);
        }
        evidence_text(&mut text, &cause.message, &cause.evidence);
        if let Some(cure) = &cause.cure {
            field(&mut text, "cure", cure);
        }
    }
    text.push('\n');
    text.push_str(&verdict(examination));
    text
}

fn verdict(examination: &Examination) -> String {
    match examination.causes.len() {
        0 if examination.notes.is_empty() => "Nothing is wrong.\n".to_owned(),
        0 => "Nothing was found; the notes say what is unknown.\n".to_owned(),
        1 => "1 cause was found.\n".to_owned(),
        count => format!("{count} causes were found; start with the first.\n"),
    }
}

/// A line with a name and its value, which goes on below itself.
pub(super) fn field(text: &mut String, name: &str, words: &str) {
    let _ = writeln!(text, "{FAINT}{name:<14}{FAINT:#} {}", wrapped(&printable(words)));
}

/// Lines of at most so many letters, all but the first indented as values are.
fn wrapped(words: &str) -> String {
    const WIDTH: usize = 100;
    let mut text = String::with_capacity(words.len());
    let mut column = 0;
    for word in words.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + length > WIDTH {
            text.push_str(&format!("\n{:15}", ""));
            column = 0;
        } else if column > 0 {
            text.push(' ');
        }
        text.push_str(word);
        column += length + 1;
    }
    text
}

fn evidence_text(text: &mut String, said: &str, evidence: &[Evidence]) {
    for (index, found) in evidence.iter().take(MOST_SHOWN).enumerate() {
        let name = if index == 0 { "where" } else { "" };
        let _ = writeln!(
            text,
            "{FAINT}{name:<14}{FAINT:#} {CODE}{}:{}{CODE:#}",
            printable(&found.path),
            found.line,
        );
        if found.message != said {
            field(text, "", &found.message);
        }
    }
    more(text, evidence.len());
}

fn more(text: &mut String, count: usize) {
    if count > MOST_SHOWN {
        field(text, "", &format!("… and {} more", count - MOST_SHOWN));
    }
}

fn examination_markdown(examination: &Examination) -> String {
    let mut text = "## Event loops of the tests\n\n| | |\n| --- | --- |\n".to_owned();
    for (name, words) in facts(examination) {
        let _ = writeln!(text, "| {name} | {} |", cell(&words));
    }
    for (index, cause) in examination.causes.iter().enumerate() {
        let _ = writeln!(
            text,
            "\n### {}. {} ({}, {})\n",
            index + 1,
            escaped(&cause.message),
            cause.rule,
            cause.code
        );
        if let Some(says) = &cause.says {
            let see = if cause.may_say { "You may see" } else { "You see" };
            let _ = writeln!(text, "- {see}: {}", code(says));
        }
        if let Some(words) = &cause.otherwise {
            let _ = writeln!(text, "- So {}", escaped(words));
        }
        evidence_markdown(&mut text, &cause.evidence);
        if let Some(cure) = &cause.cure {
            let _ = writeln!(text, "- Cure: {}", escaped(cure));
        }
    }
    text.push('\n');
    text.push_str(&verdict(examination));
    text
}

fn evidence_markdown(text: &mut String, evidence: &[Evidence]) {
    for found in evidence.iter().take(MOST_SHOWN) {
        let _ = writeln!(
            text,
            "- {}: {}",
            code(&format!("{}:{}", found.path, found.line)),
            escaped(&found.message)
        );
    }
    if evidence.len() > MOST_SHOWN {
        let _ = writeln!(text, "- … and {} more", evidence.len() - MOST_SHOWN);
    }
}

/// Values of options have backticks of their own: none begins code.
fn cell(text: &str) -> String {
    escaped(&name_only(text))
}

/// A diagnosis in a form.
pub(crate) fn diagnosis(format: DoctorFormat, diagnosis: &Diagnosis) -> String {
    match format {
        DoctorFormat::Text => diagnosis_text(diagnosis),
        DoctorFormat::Json => diagnosis_json(diagnosis),
        DoctorFormat::Markdown => diagnosis_markdown(diagnosis),
    }
}

/// `41 failures, 1 known cause`; what no test failed of is no cause of a failure.
fn heading(diagnosis: &Diagnosis) -> String {
    let Diagnosis { errors, after, not_known, failures, extent, .. } = diagnosis;
    let follow = (!after.is_empty()).then(|| counted(after.len(), "after-effect"));
    let unknown = (!not_known.is_empty()).then(|| format!("{} not recognised", not_known.len()));
    if *failures == 0 {
        let causes = (!errors.is_empty()).then(|| counted(errors.len(), "known cause"));
        return match (&causes, &unknown) {
            (None, None) => format!("No failure and no known error in {}.", extent_words(*extent)),
            (None, Some(_)) => "Not recognised.".to_owned(),
            _ => {
                format!("{}.", [causes, unknown, follow].into_iter().flatten().collect::<Vec<_>>().join(", "))
            }
        };
    }
    let causes = diagnosis.causes();
    let others = errors.len() - causes;
    let others = (others > 0).then(|| format!("{} outside of failures", counted(others, "known error")));
    let causes = (causes > 0).then(|| counted(causes, "known cause"));
    let parts = [Some(counted(*failures, "failure")), causes, others, unknown, follow];
    format!("{}.", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn extent_words(extent: Extent) -> String {
    match extent {
        Extent::Lines(count) => counted(count, "line"),
        Extent::Tests(count) => counted(count, "test"),
    }
}

/// The number of tests and other places, in words.
fn times(error: &ErrorFound, has_failures: bool) -> String {
    let mut parts = Vec::new();
    if !error.tests.is_empty() {
        parts.push(counted(error.tests.len(), "test"));
    }
    if error.elsewhere > 0 && has_failures {
        parts.push(format!("seen {} outside of failures", times_words(error.elsewhere)));
    } else if error.elsewhere > 1 {
        parts.push(format!("seen {} times", error.elsewhere));
    }
    if error.is_cut || error.tests.iter().any(|test| test.is_cut) {
        parts.push("recognised by the beginning of a cut text".to_owned());
    }
    parts.join(", ")
}

fn times_words(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

fn diagnosis_text(diagnosis: &Diagnosis) -> String {
    let mut text = format!("{}\n", heading(diagnosis));
    let (causes, others) = diagnosis.errors.split_at(diagnosis.causes());
    if diagnosis.is_end_unknown {
        not_known_text(&mut text, &diagnosis.not_known);
    }
    let has_failures = diagnosis.failures > 0;
    for (index, found) in causes.iter().enumerate() {
        error_text(&mut text, index + 1, found, has_failures);
    }
    if !diagnosis.is_end_unknown {
        not_known_text(&mut text, &diagnosis.not_known);
    }
    if !diagnosis.possible.is_empty() {
        field(
            &mut text,
            "but",
            "the project has errors about event loops and fixtures that may be the cause:",
        );
        evidence_text(&mut text, "", &diagnosis.possible);
    }
    for (index, found) in others.iter().enumerate() {
        error_text(&mut text, causes.len() + index + 1, found, has_failures);
    }
    after_text(&mut text, &diagnosis.after);
    text
}

/// Writes the errors that follow from the first one, and need no cure of their own.
fn after_text(text: &mut String, after: &[ErrorFound]) {
    if !after.is_empty() {
        let _ = writeln!(text, "\n{FAINT}after-effects of the error that ended the run:{FAINT:#}");
    }
    for found in after {
        field(text, "", &after_words(found));
    }
}

fn after_words(found: &ErrorFound) -> String {
    let times = if found.elsewhere > 1 { format!("  {} times", found.elsewhere) } else { String::new() };
    format!("{}{times}", found.text.shown())
}

/// The known errors that tests failed of, as the report of a run of tests shows them.
pub(crate) fn known_failures_text(failures: &[ErrorFound]) -> String {
    if failures.is_empty() {
        return String::new();
    }
    let mut text = format!("{FAINT}why tests failed{FAINT:#}\n");
    for (index, found) in failures.iter().enumerate() {
        error_text(&mut text, index + 1, found, true);
    }
    text.push('\n');
    text
}

/// One error. Whether tests failed decides how its number is told.
fn error_text(text: &mut String, number: usize, found: &ErrorFound, has_failures: bool) {
    let error = found.error;
    let _ = write!(text, "\n{ERROR}{number}.{ERROR:#} {STRONG}{}{STRONG:#}", found.text.shown());
    let _ = match times(found, has_failures) {
        words if words.is_empty() => writeln!(text),
        words => writeln!(text, "  {FAINT}{words}{FAINT:#}"),
    };
    field(text, "of", &error.library);
    if let Some((_, context)) = found.advice {
        field(text, "in", &context.shown);
    }
    field(text, "cause", found.cause());
    objects_text(text, &found.objects);
    field(text, "cure", &found.cure());
    match (found.evidence.is_empty(), found.objects.is_empty()) {
        (true, true) => field(text, "look at", found.look()),
        (true, false) => {}
        (false, _) => evidence_text(text, "", &found.evidence),
    }
    for (at, receiver) in found.receivers.iter().take(MOST_SHOWN).enumerate() {
        field(text, if at == 0 { "passed at" } else { "" }, &format!("{}:{}", receiver.path, receiver.line));
        field(text, "", &receiver.in_words());
    }
    if let Some((path, line)) = &found.place {
        field(text, "seen at", &format!("{path}:{line}"));
    }
    for (at, test) in found.tests.iter().take(MOST_SHOWN).enumerate() {
        field(text, if at == 0 { "tests" } else { "" }, &test_words(test));
    }
    more(text, found.tests.len());
}

fn objects_text(text: &mut String, objects: &[ObjectFound]) {
    for (at, object) in objects.iter().take(MOST_SHOWN).enumerate() {
        field(text, if at == 0 { "object" } else { "" }, &format!("{}:{}", object.path, object.line));
        field(text, "", &object.in_words());
    }
    more(text, objects.len());
}

fn not_known_text(text: &mut String, not_known: &[NotKnown]) {
    for (at, unknown) in not_known.iter().enumerate() {
        if at == 0 {
            let _ = writeln!(text, "\n{WARNING}?{WARNING:#} {STRONG}not recognised{STRONG:#}");
        }
        if at == 2 * MOST_SHOWN {
            field(text, "", &format!("… and {} more", not_known.len() - at));
            break;
        }
        if let Some(test) = &unknown.test {
            field(text, "test", &test_words(test));
        }
        if let Some(message) = &unknown.message {
            field(text, "says", &first_line(message));
        }
        for (at, near) in unknown.near.iter().enumerate() {
            field(text, if at == 0 { "nearest" } else { "" }, &near.texts[0].shown());
        }
    }
}

/// The first line of a text, with `…` where it goes on.
fn first_line(text: &str) -> String {
    match text.trim().split_once('\n') {
        Some((line, _)) => format!("{} …", line.trim_end()),
        None => text.trim().to_owned(),
    }
}

fn test_words(test: &TestNamed) -> String {
    match &test.place {
        Some((path, line)) => format!("{}  {path}:{line}", test.test),
        None => test.test.clone(),
    }
}

fn diagnosis_markdown(diagnosis: &Diagnosis) -> String {
    let mut text = format!("## {}\n", heading(diagnosis).trim_end_matches('.'));
    let (causes, others) = diagnosis.errors.split_at(diagnosis.causes());
    let has_failures = diagnosis.failures > 0;
    for found in causes {
        error_markdown(&mut text, found, has_failures);
    }
    if !diagnosis.not_known.is_empty() {
        text.push_str("\n### Not recognised\n\n");
    }
    for unknown in &diagnosis.not_known {
        let test = unknown.test.as_ref().map(test_words).filter(|words| !words.is_empty());
        let test = test.map(|words| format!("{}: ", code(&words))).unwrap_or_default();
        let message = unknown.message.as_deref().map_or("no text".to_owned(), first_line);
        let _ = writeln!(text, "- {test}{}", escaped(&message));
    }
    if !diagnosis.possible.is_empty() {
        text.push_str("\nThe project has errors about event loops and fixtures that may be the cause:\n\n");
        evidence_markdown(&mut text, &diagnosis.possible);
    }
    for found in others {
        error_markdown(&mut text, found, has_failures);
    }
    if !diagnosis.after.is_empty() {
        text.push_str("\n### After-effects of the error that ended the run\n\n");
    }
    for found in &diagnosis.after {
        let _ = writeln!(text, "- {}", code(&after_words(found)));
    }
    text
}

fn error_markdown(text: &mut String, found: &ErrorFound, has_failures: bool) {
    let _ = writeln!(text, "\n### {}\n", code(&found.text.shown()));
    let times = times(found, has_failures);
    if !times.is_empty() {
        let _ = writeln!(text, "- {times}");
    }
    if let Some((_, context)) = found.advice {
        let _ = writeln!(text, "- In {}", escaped(&context.shown));
    }
    let _ = writeln!(text, "- Cause: {}", escaped(found.cause()));
    for object in found.objects.iter().take(MOST_SHOWN) {
        let place = code(&format!("{}:{}", object.path, object.line));
        let _ = writeln!(text, "- {place}: {}", escaped(&object.in_words()));
    }
    let _ = writeln!(text, "- Cure: {}", escaped(&found.cure()));
    match found.evidence.is_empty() {
        true if found.objects.is_empty() => {
            let _ = writeln!(text, "- Look at {}", escaped(found.look()));
        }
        true => {}
        false => evidence_markdown(text, &found.evidence),
    }
    for receiver in found.receivers.iter().take(MOST_SHOWN) {
        let place = code(&format!("{}:{}", receiver.path, receiver.line));
        let _ = writeln!(text, "- {place}: {}", escaped(&receiver.in_words()));
    }
    for test in found.tests.iter().take(MOST_SHOWN) {
        let _ = writeln!(text, "- {}", code(&test_words(test)));
    }
    if found.tests.len() > MOST_SHOWN {
        let _ = writeln!(text, "- … and {} more", found.tests.len() - MOST_SHOWN);
    }
}

#[derive(Serialize)]
struct DiagnosisJson<'a> {
    failures: usize,
    errors: Vec<ErrorJson<'a>>,
    after: Vec<ErrorJson<'a>>,
    not_recognised: Vec<UnknownJson<'a>>,
    possible: &'a [Evidence],
}

/// An error with its tests, as programs read it.
#[derive(Serialize)]
pub(super) struct ErrorJson<'a> {
    id: &'a str,
    library: &'a str,
    text: String,
    context: Option<&'a str>,
    cause: &'a str,
    cure: String,
    look: &'a str,
    objects: Vec<ObjectJson<'a>>,
    receivers: &'a [Receiver],
    rules: &'a [String],
    is_cut: bool,
    tests: &'a [TestNamed],
    outside_of_failures: usize,
    place: Option<&'a (String, u32)>,
    evidence: &'a [Evidence],
}

#[derive(Serialize)]
struct ObjectJson<'a> {
    path: &'a str,
    line: u32,
    name: &'a str,
    made_by: &'a str,
    why: &'a str,
}

fn object_json(object: &ObjectFound) -> ObjectJson<'_> {
    let ObjectFound { path, line, name, made_by, kind } = object;
    ObjectJson { path, line: *line, name, made_by, why: &kind.why }
}

#[derive(Serialize)]
struct UnknownJson<'a> {
    test: Option<&'a TestNamed>,
    message: Option<&'a str>,
    nearest: Vec<&'a str>,
}

fn diagnosis_json(diagnosis: &Diagnosis) -> String {
    to_json(&DiagnosisJson {
        failures: diagnosis.failures,
        errors: diagnosis.errors.iter().map(error_json).collect(),
        after: diagnosis.after.iter().map(error_json).collect(),
        not_recognised: diagnosis.not_known.iter().map(unknown_json).collect(),
        possible: &diagnosis.possible,
    })
}

fn unknown_json(unknown: &NotKnown) -> UnknownJson<'_> {
    UnknownJson {
        test: unknown.test.as_ref(),
        message: unknown.message.as_deref(),
        nearest: unknown.near.iter().map(|error| error.id.as_str()).collect(),
    }
}

pub(super) fn error_json(found: &ErrorFound) -> ErrorJson<'_> {
    ErrorJson {
        id: &found.error.id,
        library: &found.error.library,
        text: found.text.shown(),
        context: found.context(),
        cause: found.cause(),
        cure: found.cure(),
        look: found.look(),
        objects: found.objects.iter().map(object_json).collect(),
        receivers: &found.receivers,
        rules: &found.error.rules,
        is_cut: found.is_cut,
        tests: &found.tests,
        outside_of_failures: found.elsewhere,
        place: found.place.as_ref(),
        evidence: &found.evidence,
    }
}
