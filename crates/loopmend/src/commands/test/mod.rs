//! `loopmend test`.

mod again;
mod ending;
mod failures;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use loopmend_core::{Diagnostic, Level, Place, SourceText};
use loopmend_project::Project;
use loopmend_rules::{Observation, find_rule, observe, observed_rules};
use loopmend_runner::pytest::{self, Ending, PytestError, PytestRun};
use loopmend_runner::{Recording, remove_dead_directories};
use loopmend_semantic::Engine;
use rustc_hash::FxHashMap;

use crate::arguments::{DEFAULT_FACTS, OutputFormat, TestFormat, TestOptions};
use crate::commands::explain::nearest;
use crate::commands::request::show_notices;
use crate::commands::working_directory;
use crate::exit_code;
use crate::failure::Failure;
use crate::interrupt;
use crate::observed::{by_place, hashes, is_led_from_test, trace, wanted};
use crate::output::{Output, refuse_unwritable, write_file};
use crate::registry;
use crate::render::{
    self, ErrorFound, FactsWanted, FrameOptions, Report, Sources, TestRun, Timeline, counted, levels,
};
use crate::style::{STRONG, WARNING, printable};

/// Runs the project's pytest with the probe, and reports what was seen.
///
/// # Errors
/// When the project cannot be read, or pytest does not start.
pub(crate) fn run(options: &TestOptions, output: &Output) -> Result<u8, Failure> {
    refuse_unknown_rules(&options.fail_on)?;
    for path in options.output_file.iter().chain(&options.timeline) {
        refuse_unwritable(path)?;
    }
    let cwd = working_directory()?;
    remove_dead_directories(&cwd);
    let project = Project::discover(&options.read_as.discover(cwd.clone(), Vec::new()))?;
    show_notices(&project, output);
    let interpreter = interpreter(&project)?;
    interrupt::listen();
    let runner = Runner { options, interpreter: &interpreter, directory: &cwd };
    let is_json_on_stdout = options.output_format == TestFormat::Json && options.output_file.is_none();
    let stdout = if is_json_on_stdout { io::stderr().into() } else { Stdio::inherit() };
    let (ending, recording) = runner.run(&options.pytest_arguments, None, stdout, Stdio::inherit())?;
    let session = Session { options, output, project: &project, runner, ending, recording };
    session.report()
}

/// How pytest is started, each time.
struct Runner<'a> {
    options: &'a TestOptions,
    interpreter: &'a Path,
    directory: &'a Path,
}

impl Runner<'_> {
    /// Runs all tests, or some of them with whole stacks.
    fn run(
        &self,
        arguments: &[OsString],
        suspects: Option<&[String]>,
        stdout: Stdio,
        stderr: Stdio,
    ) -> Result<(Ending, Recording), PytestError> {
        interrupt::with_child(|interrupt| {
            pytest::run(PytestRun {
                interpreter: self.interpreter,
                arguments,
                directory: self.directory,
                timeout: self.options.timeout.map(Duration::from_secs),
                blocking: self.options.blocking,
                memory: self.options.memory,
                suspects,
                verification: None,
                silence: None,
                progress: &|_| {},
                stdout,
                stderr,
                interrupt,
            })
        })
    }
}

/// The interpreter of the project's environment.
///
/// # Errors
/// When none was found.
pub(super) fn interpreter(project: &Project) -> Result<PathBuf, Failure> {
    let found = project.environment().and_then(|environment| environment.interpreter.clone());
    found.ok_or_else(|| {
        Failure::new("no Python interpreter was found; name the one that runs the tests with `--python`")
    })
}

/// `true` if a name is that of a rule that tests are watched for.
fn is_observed(name: &str) -> bool {
    find_rule(name).is_some_and(|rule| observed_rules().contains(&rule.name))
}

fn refuse_unknown_rules(names: &[String]) -> Result<(), Failure> {
    match names.iter().find(|name| !is_observed(name)) {
        None => Ok(()),
        Some(name) => Err(Failure::new(format!(
            "`{name}` in `--fail-on` is not a rule of `loopmend test`; its rules are {}",
            observed_rules().join(", ")
        ))),
    }
}

/// The findings, observations and known errors of a run.
struct Seen<'a> {
    diagnostics: &'a [Diagnostic],
    observations: &'a [Observation],
    /// The known errors that tests failed of.
    failures: &'a [ErrorFound],
}

/// A run that is over.
struct Session<'a> {
    options: &'a TestOptions,
    output: &'a Output,
    project: &'a Project,
    runner: Runner<'a>,
    ending: Ending,
    recording: Recording,
}

impl Session<'_> {
    fn report(self) -> Result<u8, Failure> {
        if self.runs_no_session() {
            return Ok(exit_code::CLEAN);
        }
        let engine = Engine::new(self.project, None);
        let (mut wanted, hidden) = wanted(&self.recording);
        let mut observed = observe(&engine, &wanted, &self.options.fail_on);
        let is_wanted_again = self.options.stacks && self.ending != Ending::Interrupted;
        let again = is_wanted_again.then(|| again::run(&self, &observed.found)).flatten();
        if let Some((_, again)) = &again {
            trace(&mut wanted, again);
            observed = observe(&engine, &wanted, &self.options.fail_on);
        }
        let observations = observed.found;
        let diagnostics = by_place(&observations);
        let texts = self.texts(&diagnostics);
        let sources = Sources::new(&texts);
        let failures = self.known();
        let seen = Seen { diagnostics: &diagnostics, observations: &observations, failures: &failures };
        self.write_report(&seen, &sources)?;
        if let Some(path) = &self.options.timeline {
            write_file(path, &self.timeline(&diagnostics, &observations, &sources))?;
        }
        self.say_how_it_ended();
        let hidden = hidden + observed.suppressed;
        self.say_what_is_missing(observed.unknown + self.recording.unknown, hidden, observed.elsewhere);
        Ok(match again {
            Some((Ending::Interrupted, _)) => exit_code::INTERRUPTED,
            _ => self.exit_code(&diagnostics),
        })
    }

    /// Shows what was seen, or writes it to the file that is named.
    fn write_report(&self, seen: &Seen<'_>, sources: &Sources<'_>) -> Result<(), Failure> {
        let text = match self.options.output_format {
            TestFormat::Json => self.json(seen, sources),
            TestFormat::Full => self.for_people(OutputFormat::Full, seen, sources),
            TestFormat::Concise => self.for_people(OutputFormat::Concise, seen, sources),
        };
        match &self.options.output_file {
            Some(path) => write_file(path, &anstream::adapter::strip_str(&text).to_string())?,
            None if self.options.output_format == TestFormat::Json => self.output.raw(&text)?,
            None => self.output.styled(&text)?,
        }
        Ok(())
    }

    /// `true` if pytest was only asked something, and said it.
    fn runs_no_session(&self) -> bool {
        const ASKING: [&str; 5] = ["-h", "--help", "-V", "--version", "--markers"];
        let is_asking = |argument: &OsString| ASKING.iter().any(|asking| argument == asking);
        self.ending == Ending::Status(0) && self.options.pytest_arguments.iter().any(is_asking)
    }

    fn for_people(&self, format: OutputFormat, seen: &Seen<'_>, sources: &Sources<'_>) -> String {
        let Seen { diagnostics, observations, failures } = *seen;
        let report = Report { diagnostics, sources, rules: registry::rules };
        let frames =
            FrameOptions { links: self.output.stdout_shows_links(), width: self.output.stdout_width() };
        let mut text = String::new();
        if format == OutputFormat::Full && !diagnostics.is_empty() {
            text.push('\n');
        }
        text.push_str(&render::render(format, &report, frames));
        let facts = self.facts();
        if !facts.is_empty() && !text.ends_with("\n\n") {
            text.push('\n');
        }
        text.push_str(&facts);
        if format == OutputFormat::Full {
            text.push_str(&render::known_failures_text(failures));
        }
        if !self.output.quiet() {
            text.push_str(&self.last_line(diagnostics, failures.len()));
            text.push_str(&self.hint(observations));
        }
        text
    }

    /// The lists that were asked for.
    fn facts(&self) -> String {
        let TestOptions { facts, memory, .. } = *self.options;
        if facts.is_none() && !memory {
            return String::new();
        }
        let most = match facts {
            Some(0) => usize::MAX,
            Some(most) => most,
            None => DEFAULT_FACTS,
        };
        let wanted = FactsWanted { most, of_loops: facts.is_some(), of_memory: memory };
        render::facts_text(&self.recording, wanted)
    }

    /// The result in a sentence. `known` is the number of known errors that tests failed of.
    fn last_line(&self, diagnostics: &[Diagnostic], known: usize) -> String {
        if self.recording.versions.is_none() {
            return "loopmend saw no test.\n".to_owned();
        }
        let tests = counted(self.recording.tests.len(), "test");
        match levels(diagnostics) {
            Some(found) => format!("loopmend saw {found} in {tests}.\n"),
            None if known > 0 => {
                let known = counted(known, "known cause");
                format!("loopmend saw {known} of failures in {tests}{}.\n", self.failed_in_words())
            }
            None if self.ending == Ending::Status(0) && self.ending_in_words().is_none() => {
                format!("{STRONG}loopmend saw nothing wrong{STRONG:#} in {tests}.\n")
            }
            None => format!("loopmend saw no event-loop bug in {tests}{}.\n", self.failed_in_words()),
        }
    }

    /// How many tests did not pass, where pytest did.
    fn failed_in_words(&self) -> String {
        let words = render::unsuccessful_tests(&self.recording);
        words.map_or_else(String::new, |words| format!(", of which {words}"))
    }

    /// How to see what led to things that were made in calls of a test, where that is not known yet.
    fn hint(&self, observations: &[Observation]) -> String {
        let is_short = |it: &&Observation| !is_led_from_test(&it.sighting);
        let short: Vec<Observation> = observations.iter().filter(is_short).cloned().collect();
        if self.options.stacks || short.is_empty() {
            return String::new();
        }
        let short = counted(by_place(&short).len(), "finding");
        format!("`--stacks` runs the tests with findings again, and shows all calls that led to {short}.\n")
    }

    fn json(&self, seen: &Seen<'_>, sources: &Sources<'_>) -> String {
        let Seen { observations, failures, .. } = *seen;
        let sightings = observations.iter().map(|observation| &observation.sighting);
        let frames = sightings.flat_map(|sighting| {
            sighting.frames.iter().chain(&sighting.defined).chain(sighting.stack.iter().flatten())
        });
        render::tests_json(&TestRun {
            recording: &self.recording,
            root: self.project.root_dir(),
            files: hashes(self.project.root_dir(), frames),
            ending: self.ending_in_words().unwrap_or_else(|| "finished".to_owned()),
            observations,
            failures,
            sources,
        })
    }

    /// The known errors that tests failed of.
    fn known(&self) -> Vec<ErrorFound> {
        failures::known(self.project, &self.recording, self.runner.directory)
    }

    fn timeline(
        &self,
        diagnostics: &[Diagnostic],
        observations: &[Observation],
        sources: &Sources<'_>,
    ) -> String {
        let (recording, ending) = (&self.recording, self.ending_in_words());
        let ending = ending.as_deref();
        render::timeline_page(&Timeline { recording, diagnostics, observations, sources, ending })
    }

    /// The texts that the diagnostics speak of.
    fn texts(&self, diagnostics: &[Diagnostic]) -> FxHashMap<String, SourceText> {
        let placed =
            diagnostics.iter().flat_map(|diagnostic| &diagnostic.notes).filter_map(|note| {
                match &note.place {
                    Some(Place::Span { path, .. }) => Some(path),
                    _ => None,
                }
            });
        let paths = diagnostics.iter().map(|diagnostic| &diagnostic.path).chain(placed);
        let read = |path: &String| {
            Some((path.clone(), self.project.read(&self.project.absolute(Path::new(path))).ok()?))
        };
        paths.filter_map(read).collect()
    }

    /// How pytest ended, where that is not by running to its end.
    fn ending_in_words(&self) -> Option<String> {
        ending::in_words(self.ending, &self.recording, self.options.timeout)
    }

    fn say_how_it_ended(&self) {
        if let Some(words) = self.ending_in_words() {
            self.output.error(&words);
        }
    }

    fn say_what_is_missing(&self, unknown: usize, hidden: usize, elsewhere: usize) {
        let note = |words: &str| self.note(words);
        for words in &self.recording.limits {
            note(words);
        }
        self.recording.allowed.iter().for_each(|(test, rules)| self.say_unknown_rules(test, rules));
        if hidden > 0 {
            note(&format!(
                "{} left out: expected by the suite, or allowed by a marker, a comment or the settings",
                counted(hidden, "finding")
            ));
        }
        if elsewhere > 0 {
            note(&format!(
                "{} left out: only code of installed packages is involved",
                counted(elsewhere, "finding")
            ));
        }
        if unknown > 0 {
            note(&format!("{} of the probe could not be understood", counted(unknown, "event")));
        }
        if let Some(first) = self.recording.probe_errors.first() {
            let last = first.trim_end().lines().last().unwrap_or_default();
            note(&format!(
                "the probe failed {}, so findings may be missing; please report it: {last}",
                counted(self.recording.probe_errors.len(), "time")
            ));
            if self.output.verbose() {
                self.recording.probe_errors.iter().for_each(|words| note(words));
            }
        }
    }

    /// Names in the marker of a test that are those of no rule, or of one that tells of no run.
    fn say_unknown_rules(&self, test: &str, allowed: &[String]) {
        for name in allowed.iter().filter(|name| !is_observed(name)) {
            let mut rules = registry::rules();
            rules.retain(|rule| is_observed(rule.name));
            let hint = nearest(&rules, name).map(|near| format!("; did you mean `{near}`?"));
            self.note(&format!(
                "the marker of `{test}` allows `{name}`, which is not a rule of `loopmend test`{}",
                hint.unwrap_or_default()
            ));
        }
    }

    fn note(&self, words: &str) {
        self.output.notice(&format!("{WARNING}note{WARNING:#}: {}", printable(words)));
    }

    fn exit_code(&self, diagnostics: &[Diagnostic]) -> u8 {
        let Recording { cut_off, unfinished, .. } = &self.recording;
        match self.ending {
            Ending::Interrupted => exit_code::INTERRUPTED,
            Ending::Status(_) if self.recording.versions.is_none() => exit_code::USAGE,
            Ending::Status(status) if cut_off.is_empty() && pytest::REFUSALS.contains(&status) => {
                exit_code::USAGE
            }
            Ending::Status(0) if *unfinished == 0 && !has_error(diagnostics) => exit_code::CLEAN,
            _ => exit_code::FINDINGS,
        }
    }
}

fn has_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error)
}
