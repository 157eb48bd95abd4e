//! What an error text, the output of a run or a report says, brought together with the findings in the project.

use std::collections::HashMap;
use std::io::{BufReader, Read};
use std::path::Path;

use loopmend_core::Level;
use loopmend_errors::{
    Failure as FailedTest, KnownError, Marks, Match, OutputReader, Place, Reading, Seen, Standing, Verdict,
};
use loopmend_errors::{nearest, read_junit, recognize};

use loopmend_files::MAX_TEXT;
use loopmend_project::Project;

use super::examine::is_project;
use super::objects::{add_objects, add_receivers};
use super::{Rules, findings};
use crate::analysis::Analysis;
use crate::arguments::DoctorOptions;
use crate::commands::request::show_notices;
use crate::commands::working_directory;
use crate::failure::Failure;
use crate::output::Output;
use crate::registry;
use crate::render::{Diagnosis, ErrorFound, Evidence, NotKnown, Sources, TestNamed};

/// The most bytes of a report of JUnit, which is read as a stream.
const MAX_REPORT: u64 = 4 * 1024 * 1024 * 1024;

/// How the codes of the rules begin that are about the event loops and fixtures of a suite.
const SUITES: &str = "LM30";

/// So many messages are compared with the known texts.
const MOST_COMPARED: usize = 50;

/// What is to be explained.
pub(super) struct Input {
    reading: Reading,
    /// `true` if it is one text, of which every word counts.
    is_one_text: bool,
}

impl Input {
    /// `--error`.
    ///
    /// # Errors
    /// When nothing is said.
    pub(super) fn of_text(text: &str) -> Result<Self, Failure> {
        if text.trim().is_empty() {
            return Err(Failure::new("`--error` is empty; pass the text of an error, in quotes"));
        }
        let mut reading = Reading::default();
        for found in recognize(text) {
            reading.seen.push(Seen::of(found, text));
        }
        if reading.seen.is_empty() {
            reading.unknown.push(text.to_owned());
        }
        Ok(Self { reading, is_one_text: true })
    }

    /// `--junit`.
    ///
    /// # Errors
    /// When the file cannot be read, or is no such report.
    #[expect(clippy::disallowed_methods, reason = "the user names the file")]
    pub(super) fn of_junit(path: &Path) -> Result<Self, Failure> {
        let shown = path.display();
        let file = loopmend_files::open_at_most(path, MAX_REPORT)
            .map_err(|error| Failure::new(format!("failed to read {shown}: {error}")))?;
        let reading = read_junit(BufReader::new(file)).map_err(|problem| {
            Failure::new(format!(
                "{shown} is not a JUnit report: {problem}; `pytest --junit-xml FILE` writes one"
            ))
        })?;
        Ok(Self { reading, is_one_text: false })
    }

    /// Standard input; `None` if it is empty.
    ///
    /// # Errors
    /// When it cannot be read, is too large, or is no text.
    pub(super) fn of_stdin() -> Result<Option<Self>, Failure> {
        let mut reader = OutputReader::default();
        let mut stdin = std::io::stdin().lock();
        let mut buffer = vec![0; 64 * 1024];
        let mut is_empty = true;
        let mut length = 0;
        loop {
            match stdin.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => {
                    length += count as u64;
                    if length > MAX_TEXT {
                        return Err(too_large());
                    }
                    is_empty = is_empty && buffer[..count].iter().all(u8::is_ascii_whitespace);
                    reader.feed(&buffer[..count]);
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(Failure::new(format!("failed to read standard input: {error}"))),
            }
        }
        if is_empty {
            return Ok(None);
        }
        let reading = reader.finish();
        if reading.is_binary {
            return Err(Failure::new("standard input is not text; pipe the output of pytest into it"));
        }
        Ok(Some(Self { reading, is_one_text: false }))
    }
}

fn too_large() -> Failure {
    let error = loopmend_files::too_large(MAX_TEXT);
    Failure::new(format!(
        "failed to read standard input: {error}; pass its end: `tail -c 60M FILE | loopmend doctor -`"
    ))
}

/// The known errors that messages are most like, which many tests may have in common.
#[derive(Default)]
struct Likeness {
    known: HashMap<String, Vec<&'static KnownError>>,
}

impl Likeness {
    /// Those of a message; none once many others were compared.
    fn of(&mut self, message: &str) -> Vec<&'static KnownError> {
        if let Some(known) = self.known.get(message) {
            return known.clone();
        }
        if self.known.len() >= MOST_COMPARED {
            return Vec::new();
        }
        self.known.entry(message.to_owned()).or_insert_with(|| nearest(message)).clone()
    }
}

/// Brings together what was read and what is found in the project.
///
/// # Errors
/// When the project cannot be read.
pub(super) fn diagnose(
    options: &DoctorOptions,
    output: &Output,
    input: &Input,
) -> Result<Diagnosis, Failure> {
    let cwd = working_directory()?;
    let reading = &input.reading;
    let (mut errors, after) = errors_found(reading, &cwd);
    let not_known = not_known(reading, input.is_one_text, &cwd);
    let has_project = options.paths.iter().any(|path| path != Path::new("-")) || is_project(&cwd);
    let is_test_unknown = not_known.iter().any(|unknown| unknown.test.is_some());
    let mut possible = Vec::new();
    let is_looked_for = |error: &ErrorFound| !error.error.rules.is_empty() || error.error.shared;
    if has_project && (is_test_unknown || errors.iter().any(is_looked_for)) {
        let (project, analysis) =
            findings(options, Rules { also: off_by_default(&errors), ..Rules::default() })?;
        show_notices(&project, output);
        add_evidence(&analysis, &mut errors);
        add_objects(&project, &mut errors);
        add_receivers(&project, &mut errors);
        if is_test_unknown {
            possible = possible_causes(&analysis, &errors);
        }
    }
    let (failures, extent) = (reading.failures.len(), reading.extent);
    let is_end_unknown = reading.ended_by.is_some();
    Ok(Diagnosis { errors, after, not_known, is_end_unknown, possible, failures, extent })
}

/// The known errors that tests of a project failed of.
pub(in crate::commands) fn known_failures(
    project: &Project,
    failures: Vec<FailedTest>,
    cwd: &Path,
) -> Vec<ErrorFound> {
    let reading = Reading { failures, ..Reading::default() };
    let (mut errors, _) = errors_found(&reading, cwd);
    add_objects(project, &mut errors);
    errors
}

/// The errors, and those that follow from the one that ended the run.
fn errors_found(reading: &Reading, cwd: &Path) -> (Vec<ErrorFound>, Vec<ErrorFound>) {
    let mut errors: Vec<ErrorFound> = Vec::new();
    for failure in &reading.failures {
        let Verdict::Known(found) = &failure.verdict else { continue };
        entry(&mut errors, found, failure.marks).tests.push(named(failure, Some(found), cwd));
    }
    errors.sort_by_key(|error| std::cmp::Reverse(error.tests.len()));
    let (after, seen): (Vec<&Seen>, Vec<&Seen>) =
        reading.seen.iter().partition(|seen| seen.standing == Standing::After);
    seen.into_iter().for_each(|seen| add_seen(&mut errors, seen, cwd));
    let mut follow = Vec::new();
    for seen in after {
        let is_known = errors.iter().any(|error| error.error.id == seen.found.error().id);
        add_seen(if is_known { &mut errors } else { &mut follow }, seen, cwd);
    }
    (errors, follow)
}

/// Adds what was seen outside of failures: to the error of the same kind, if the tests that failed of it have one cure.
fn add_seen(errors: &mut Vec<ErrorFound>, seen: &Seen, cwd: &Path) {
    let is_it = |error: &&mut ErrorFound| error.error.id == seen.found.error().id;
    let known = errors.iter_mut().find(is_it);
    let error = match known {
        Some(known) => known,
        None => entry(errors, &seen.found, seen.marks),
    };
    error.elsewhere += seen.count;
    error.is_cut |= seen.found.is_cut;
    error.coroutines.extend(seen.coroutines.iter().cloned());
    error.place = error.place.take().or(seen.place.as_ref().map(|place| shown(place, cwd)));
}

/// Returns the entry for an error with its advice, and adds one if there is none.
fn entry<'e>(errors: &'e mut Vec<ErrorFound>, found: &Match, marks: Marks) -> &'e mut ErrorFound {
    let new = ErrorFound::new(found, marks);
    let at = errors.iter().position(|known| known.is_like(&new)).unwrap_or_else(|| {
        errors.push(new);
        errors.len() - 1
    });
    errors[at].marks = errors[at].marks.with(marks);
    &mut errors[at]
}

fn named(failure: &FailedTest, found: Option<&Match>, cwd: &Path) -> TestNamed {
    TestNamed {
        test: failure.test.clone(),
        place: failure.place.as_ref().map(|place| shown(place, cwd)),
        is_cut: found.is_some_and(|found| found.is_cut),
    }
}

/// A place as it is seen from the working directory.
fn shown(place: &Place, cwd: &Path) -> (String, u32) {
    let path = Path::new(&place.path);
    let path = path.strip_prefix(cwd).unwrap_or(path);
    (path.to_string_lossy().into_owned(), place.line)
}

fn not_known(reading: &Reading, is_one_text: bool, cwd: &Path) -> Vec<NotKnown> {
    let mut all = Vec::new();
    let mut likeness = Likeness::default();
    for failure in &reading.failures {
        if let Verdict::Unknown(message) = &failure.verdict {
            let near = message.as_deref().map(|message| likeness.of(message)).unwrap_or_default();
            all.push(NotKnown { test: Some(named(failure, None, cwd)), message: message.clone(), near });
        }
    }
    let is_silent = reading.failures.is_empty() && reading.seen.is_empty();
    let unknown = reading.unknown.iter().filter(|_| is_one_text || is_silent);
    let ended_by = reading.ended_by.iter().filter(|_| !is_silent);
    for message in ended_by.chain(unknown) {
        all.push(NotKnown { test: None, message: Some(message.clone()), near: likeness.of(message) });
    }
    all
}

/// The codes of the rules that find the causes of errors and are off by default: what they warn of was seen.
fn off_by_default(errors: &[ErrorFound]) -> Vec<String> {
    let off = registry::rules().into_iter().filter(|rule| rule.level == Level::Ignore);
    let names = |code: &String| errors.iter().any(|error| error.error.rules.contains(code));
    off.map(|rule| rule.code.to_string()).filter(names).collect()
}

/// The errors of those rules that no known error comes from: tests that fail in a way of their own may fail of them.
fn possible_causes(analysis: &Analysis, errors: &[ErrorFound]) -> Vec<Evidence> {
    let sources = Sources::new(&analysis.sources);
    let is_shown =
        |code: &str| errors.iter().flat_map(|error| &error.error.rules).any(|rule| rule.as_str() == code);
    let findings = analysis.diagnostics.iter().filter(|finding| {
        let code = finding.code.to_string();
        finding.level == Level::Error && code.starts_with(SUITES) && !is_shown(&code)
    });
    findings.map(|finding| Evidence::of(finding, &sources)).collect()
}

/// Adds what the rules find in the project that the errors may come from.
fn add_evidence(analysis: &Analysis, errors: &mut [ErrorFound]) {
    let sources = Sources::new(&analysis.sources);
    for error in errors {
        let mut found: Vec<_> = analysis
            .diagnostics
            .iter()
            .filter_map(|diagnostic| {
                let code = diagnostic.code.to_string();
                let rank = error.error.rules.iter().position(|rule| *rule == code)?;
                Some((rank, Evidence::of(diagnostic, &sources)))
            })
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        error.evidence = found.into_iter().map(|(_, evidence)| evidence).collect();
        if !error.coroutines.is_empty() {
            error.evidence.retain(|evidence| error.coroutines.iter().any(|name| evidence.names(name)));
        }
    }
}
