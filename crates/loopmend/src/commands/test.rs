//! `loopmend test`.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use loopmend_core::{Diagnostic, Level, Place, SourceText};
use loopmend_project::Project;
use loopmend_rules::{Observation, find_rule, observe, observed_rules};
use loopmend_runner::pytest::{self, Ending, PytestRun};
use loopmend_runner::{CutOff, Recording};
use loopmend_semantic::Engine;
use rustc_hash::FxHashMap;

use crate::arguments::{DEFAULT_FACTS, OutputFormat, TestFormat, TestOptions};
use crate::commands::working_directory;
use crate::exit_code;
use crate::failure::Failure;
use crate::interrupt;
use crate::observed::{by_place, hashes};
use crate::output::{Output, write_file};
use crate::registry;
use crate::render::{self, FactsWanted, FrameOptions, Report, Sources, TestRun, Timeline, counted, levels};
use crate::style::{STRONG, WARNING, printable};

/// Runs the project's pytest with the probe, and reports what was seen.
///
/// # Errors
/// When the project cannot be read, or pytest does not start.
pub(crate) fn run(options: &TestOptions, output: &Output) -> Result<u8, Failure> {
    refuse_unknown_rules(&options.fail_on)?;
    let cwd = working_directory()?;
    let project = Project::discover(&options.read_as.discover(cwd.clone(), Vec::new()))?;
    for notice in project.notices() {
        output.notice(&format!("{WARNING}note{WARNING:#}: {}", printable(&notice.message)));
    }
    let interpreter = interpreter(&project)?;
    interrupt::listen();
    let is_json_on_stdout = options.output_format == TestFormat::Json && options.output_file.is_none();
    let pytest = PytestRun {
        interpreter: &interpreter,
        arguments: &options.pytest_arguments,
        directory: &cwd,
        timeout: options.timeout.map(Duration::from_secs),
        blocking: options.blocking,
        memory: options.memory,
        stdout: if is_json_on_stdout { io::stderr().into() } else { Stdio::inherit() },
        interrupt: interrupt::flag(),
        insist: interrupt::insisted(),
    };
    let (ending, recording) = interrupt::with_child(|| pytest::run(pytest))?;
    let session = Session { options, output, project: &project, ending, recording };
    session.report()
}

/// The interpreter of the project's environment.
fn interpreter(project: &Project) -> Result<PathBuf, Failure> {
    let found = project.environment().and_then(|environment| environment.interpreter.clone());
    found.ok_or_else(|| {
        Failure::new("no Python interpreter was found; name the one that runs the tests with `--python`")
    })
}

fn refuse_unknown_rules(names: &[String]) -> Result<(), Failure> {
    let observed = observed_rules();
    let is_known = |name: &&String| find_rule(name).is_some_and(|rule| observed.contains(&rule.name));
    match names.iter().find(|name| !is_known(name)) {
        None => Ok(()),
        Some(name) => Err(Failure::new(format!(
            "`{name}` in `--fail-on` is no rule that tests are watched for; there are {}",
            observed.join(", ")
        ))),
    }
}

/// A run that is over.
struct Session<'a> {
    options: &'a TestOptions,
    output: &'a Output,
    project: &'a Project,
    ending: Ending,
    recording: Recording,
}

impl Session<'_> {
    fn report(&self) -> Result<u8, Failure> {
        if self.runs_no_session() {
            return Ok(exit_code::CLEAN);
        }
        let engine = Engine::new(self.project, None);
        let (wanted, hidden) = self.wanted();
        let observed = observe(&engine, &wanted, &self.options.fail_on);
        let observations = observed.found;
        let diagnostics = by_place(&observations);
        let texts = self.texts(&diagnostics);
        let sources = Sources::new(&texts);
        let text = match self.options.output_format {
            TestFormat::Json => self.json(&observations, &sources),
            TestFormat::Full => self.for_people(OutputFormat::Full, &diagnostics, &sources),
            TestFormat::Concise => self.for_people(OutputFormat::Concise, &diagnostics, &sources),
        };
        match &self.options.output_file {
            Some(path) => write_file(path, &anstream::adapter::strip_str(&text).to_string())?,
            None if self.options.output_format == TestFormat::Json => self.output.raw(&text)?,
            None => self.output.styled(&text)?,
        }
        if let Some(path) = &self.options.timeline {
            write_file(path, &self.timeline(&diagnostics, &observations, &sources))?;
        }
        self.say_how_it_ended();
        self.say_what_is_missing(observed.unknown + self.recording.unknown, hidden, observed.elsewhere);
        Ok(self.exit_code(&diagnostics))
    }

    /// Whether pytest was only asked something, and said it.
    fn runs_no_session(&self) -> bool {
        const ASKING: [&str; 5] = ["-h", "--help", "-V", "--version", "--markers"];
        let is_asking = |argument: &OsString| ASKING.iter().any(|asking| argument == asking);
        self.ending == Ending::Status(0) && self.options.pytest_arguments.iter().any(is_asking)
    }

    /// The sightings that neither the suite waits for nor a marker allows, and how many of the others there are.
    fn wanted(&self) -> (Vec<loopmend_core::Sighting>, usize) {
        let Recording { sightings, allowed, .. } = &self.recording;
        let is_allowed = |sighting: &loopmend_core::Sighting| {
            let rules = allowed.get(&sighting.born.test).map_or(&[][..], Vec::as_slice);
            rules.iter().any(|name| find_rule(name).is_some_and(|rule| rule.name == sighting.rule))
        };
        let wanted: Vec<_> = sightings
            .iter()
            .filter(|sighting| !sighting.expected && !is_allowed(sighting))
            .cloned()
            .collect();
        let hidden = sightings.len() - wanted.len();
        (wanted, hidden)
    }

    fn for_people(&self, format: OutputFormat, diagnostics: &[Diagnostic], sources: &Sources<'_>) -> String {
        let rules = registry::rules();
        let report = Report { diagnostics, sources, rules: &rules };
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
        if !self.output.quiet() {
            text.push_str(&self.last_line(diagnostics));
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

    fn last_line(&self, diagnostics: &[Diagnostic]) -> String {
        let tests = counted(self.recording.tests.len(), "test");
        match levels(diagnostics) {
            None => format!("{STRONG}loopmend saw nothing wrong{STRONG:#} in {tests}.\n"),
            Some(found) => format!("loopmend saw {found} in {tests}.\n"),
        }
    }

    fn json(&self, observations: &[Observation], sources: &Sources<'_>) -> String {
        let sightings = observations.iter().map(|observation| &observation.sighting);
        let frames = sightings.flat_map(|sighting| sighting.frames.iter().chain(&sighting.defined));
        render::tests_json(&TestRun {
            recording: &self.recording,
            root: self.project.root_dir(),
            files: hashes(self.project.root_dir(), frames),
            ending: self.ending_in_words().unwrap_or_else(|| "finished".to_owned()),
            observations,
            sources,
        })
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
        let running = self.recording.cut_off.iter().map(|it| format!("`{}`", it.test)).collect::<Vec<_>>();
        let during = match running.as_slice() {
            [] => String::new(),
            tests => format!(" while {} ran", tests.join(" and ")),
        };
        Some(match self.ending {
            Ending::Signal(signal) => format!("pytest was ended by signal {signal}{during}"),
            Ending::TimedOut => {
                let seconds = self.options.timeout.unwrap_or_default();
                format!(
                    "pytest did not end within {} and was ended{during}",
                    counted(seconds as usize, "second")
                )
            }
            Ending::Interrupted => format!("interrupted{during}"),
            Ending::Status(_) if self.recording.versions.is_none() => {
                "pytest ended before the probe could start; its own words are above".to_owned()
            }
            Ending::Status(_) if !running.is_empty() => {
                self.recording.cut_off.iter().map(cut_off_in_words).collect::<Vec<_>>().join("; ")
            }
            Ending::Status(pytest::INTERRUPTED) => {
                "pytest was interrupted, or could not collect all tests".to_owned()
            }
            Ending::Status(pytest::INTERNAL_ERROR) => {
                "pytest failed with an internal error of its own or of a plugin".to_owned()
            }
            Ending::Status(pytest::USAGE) => {
                "pytest did not understand its command line or its settings".to_owned()
            }
            Ending::Status(pytest::NO_TESTS) => "pytest found no tests".to_owned(),
            Ending::Status(_) if self.recording.unfinished > 0 => {
                "pytest ended before its session did, while no test ran".to_owned()
            }
            Ending::Status(_) => return None,
        })
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
        if hidden > 0 {
            note(&format!("{} left out that the suite waits for or allows", counted(hidden, "finding")));
        }
        if elsewhere > 0 {
            note(&format!(
                "{} left out about code of installed packages alone",
                counted(elsewhere, "finding")
            ));
        }
        if unknown > 0 {
            note(&format!("{} of the probe could not be understood", counted(unknown, "event")));
        }
        if let Some(first) = self.recording.probe_errors.first() {
            let last = first.trim_end().lines().last().unwrap_or_default();
            note(&format!(
                "the probe failed {}, and some findings may be missing; please report it: {last}",
                counted(self.recording.probe_errors.len(), "time")
            ));
            if self.output.verbose() {
                self.recording.probe_errors.iter().for_each(|words| note(words));
            }
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

/// How a process ended in the middle of a test. Where that is a worker, pytest-xdist puts another one in its place.
fn cut_off_in_words(cut_off: &CutOff) -> String {
    let CutOff { test, worker, status } = cut_off;
    let how = match status {
        Some(status) if *status < 0 => format!("was ended by signal {}", status.unsigned_abs()),
        Some(status) => format!("ended with status {status}"),
        None => "ended before its session did".to_owned(),
    };
    match worker.as_str() {
        "main" => format!("pytest {how} while `{test}` ran: what came after is not known"),
        _ => format!("worker {worker} {how} while `{test}` ran: what it would have told later is not known"),
    }
}

fn has_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error)
}
