//! `loopmend check`.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anstream::adapter::strip_str;
use loopmend_core::{Diagnostic, Level};
use loopmend_project::{Project, ProjectFile, ReadError, max_bytes};
use loopmend_rules::Joining;
use loopmend_runner::git::{Changes, changes_since};
use rustc_hash::FxHashMap;

use crate::analysis::Analysis;
use crate::arguments::{ApplyOptions, CheckOptions, OutputFormat};
use crate::baseline::{Baseline, Hidden, Key, KeyMaker};
use crate::blame::Blame;
use crate::commands::request::{Lifetime, Request, Work, show_too_large, use_threads};
use crate::commands::{fix, working_directory};
use crate::exit_code::{self, Policy};
use crate::failure::Failure;
use crate::interrupt;
use crate::observed::{Joined, SavedRun, join};
use crate::output::{Output, write_file};
use crate::registry;
use crate::render::{self, FrameOptions, Report, Sources, counted};
use crate::since;
use crate::style::{STRONG, WARNING, contained, printable};
use crate::watch;

/// The name of standard input where none is given.
const STDIN_NAME: &str = "stdin.py";

/// Checks, once or until Ctrl-C.
///
/// # Errors
/// When the command line, the configuration, the environment or a stated file is wrong.
pub(crate) fn run(options: &CheckOptions, output: &Output) -> Result<u8, Failure> {
    refuse_contradictions(options)?;
    let stdin = read_stdin(options)?;
    interrupt::listen();
    use_threads(options.jobs)?;
    if options.fix {
        match fix::before_check(options, output)? {
            exit_code::CLEAN => {}
            other => return Ok(other),
        }
    }
    let check = Check { options, output, cwd: working_directory()?, stdin };
    if options.watch {
        let project = Project::discover(&check.request().discover_options(None))?;
        let named = options.paths.iter().map(|path| check.cwd.join(path));
        let around = project.directories_around().iter().cloned();
        let places: Vec<_> = named.chain(around).chain([check.cwd.clone()]).collect();
        return watch::run(&places, output, || check.once());
    }
    check.once()
}

/// What clap cannot say about options that exclude each other.
fn refuse_contradictions(options: &CheckOptions) -> Result<(), Failure> {
    let report = &options.report;
    if reads_stdin(options) && options.paths.len() > 1 {
        return Err(Failure::new("`-` stands for standard input and must be the only path"));
    }
    if reads_stdin(options) && options.watch {
        return Err(Failure::new("standard input cannot be watched; leave out `--watch` or name a path"));
    }
    if reads_stdin(options) && options.fix {
        return Err(Failure::new("standard input cannot be fixed; leave out `--fix` or name a path"));
    }
    let ApplyOptions { unsafe_fixes, likely, allow_dirty } = options.apply;
    if !options.fix && (unsafe_fixes || likely || allow_dirty) {
        return Err(Failure::new("`--unsafe`, `--likely` and `--allow-dirty` need `--fix`"));
    }
    if reads_stdin(options) && report.observed.is_some() {
        return Err(Failure::new("`--observed` does not work with standard input; name a path"));
    }
    if options.stdin_filename.is_some() && !reads_stdin(options) {
        return Err(Failure::new("`--stdin-filename` needs the path `-`, which reads standard input"));
    }
    if report.statistics && matches!(report.output_format, OutputFormat::Github | OutputFormat::Sarif) {
        return Err(Failure::new(
            "`--statistics` does not support this format; use `--output-format` full, concise or json",
        ));
    }
    Ok(())
}

fn reads_stdin(options: &CheckOptions) -> bool {
    options.paths.iter().any(|path| path == Path::new("-"))
}

/// Reads standard input, before Ctrl-C is listened to: it should end the wait for more.
fn read_stdin(options: &CheckOptions) -> Result<Option<Stdin>, Failure> {
    if !reads_stdin(options) {
        return Ok(None);
    }
    let path = options.stdin_filename.clone();
    // One byte more says that it is too large, as it is said of a file.
    let limit = max_bytes(path.as_deref().unwrap_or(Path::new(STDIN_NAME))) + 1;
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(limit)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::new(format!("failed to read standard input: {error}")))?;
    Ok(Some(Stdin { path, bytes }))
}

/// What stays the same from run to run.
struct Check<'a> {
    options: &'a CheckOptions,
    output: &'a Output,
    cwd: PathBuf,
    stdin: Option<Stdin>,
}

/// The inputs that filter or extend the findings. They are read before the analysis, so that their errors come at once.
struct Filters<'a> {
    blame: Option<Blame<'a>>,
    baseline: Option<(PathBuf, Baseline)>,
    changes: Option<Changes>,
    observed: Option<SavedRun>,
}

impl Check<'_> {
    fn once(&self) -> Result<u8, Failure> {
        let start = Instant::now();
        let request = self.request();
        let cache_dir = request.cache_directory()?;
        let discover = request.discover_options(cache_dir.as_deref());
        let mut project = match &self.stdin {
            Some(Stdin { path: Some(path), .. }) => Project::discover_for_text(&discover, path)?,
            Some(_) => Project::discover_for_loose_text(&discover, Path::new(STDIN_NAME))?,
            None => Project::discover(&discover)?,
        };
        if self.options.show_files {
            return self.show_files(&project);
        }
        if self.options.show_settings {
            return self.show_settings(&project);
        }
        self.show_notices(&project);
        let cache_dir = request.cache_directory_of_settings(&project, cache_dir)?;
        if let Some(stdin) = &self.stdin {
            stdin.stand_in(&mut project)?;
        }
        let filters = self.filters()?;
        let found_files = start.elapsed();
        let lifetime = match self.stdin {
            Some(_) => Lifetime::Text,
            None if self.options.watch => Lifetime::Repeated,
            None => Lifetime::Last,
        };
        let progress = request.progress();
        let joining = if self.options.report.no_join { Joining::Nothing } else { Joining::Decisions };
        let work =
            Work { cache_dir, read_before: None, lifetime, only: None, joining, progress, phases: None };
        let analysis = work.analyze(&project);
        let mut times = vec![("project", found_files)];
        times.extend(&analysis.timings);
        let counters = analysis.counters.clone();
        let missing = analysis.missing.line();
        let analyzed = Instant::now();
        let exit_code = self.report(&project, analysis, filters)?;
        show_too_large(&project, self.output);
        if let Some(missing) = missing {
            self.show_note(&missing);
        }
        times.extend([("report", analyzed.elapsed()), ("all", start.elapsed())]);
        if self.output.verbose() {
            self.show_environment(&project);
            self.show_times(&times, &counters);
        }
        Ok(exit_code)
    }

    fn request(&self) -> Request<'_> {
        let CheckOptions { paths, project, rules, .. } = self.options;
        Request { paths, rules, project, cwd: &self.cwd, output: self.output }
    }

    fn show_notices(&self, project: &Project) {
        self.request().show_notices(project);
        if project.reported().next().is_none() {
            self.output.notice(&format!(
                "{WARNING}note{WARNING:#}: no Python files found; `--show-settings` shows what is excluded"
            ));
        }
    }

    /// A program that reads JSON from standard output is told nothing beside it.
    fn show_note(&self, line: &str) {
        let report = &self.options.report;
        if report.output_format != OutputFormat::Json || report.output_file.is_some() {
            self.output.notice(&format!("{WARNING}note{WARNING:#}: {}", printable(line)));
        }
    }

    fn show_files(&self, project: &Project) -> Result<u8, Failure> {
        let lines: String =
            project.reported_files().map(|file| format!("{}\n", printable(&file.display))).collect();
        self.output.styled(&lines)?;
        Ok(exit_code::CLEAN)
    }

    /// One object, or a list of them for several paths.
    fn show_settings(&self, project: &Project) -> Result<u8, Failure> {
        let settings = match self.options.paths.as_slice() {
            [] => project.show_settings(&self.cwd)?,
            [path] => project.show_settings(path)?,
            paths => paths.iter().map(|path| project.show_settings(path)).collect::<Result<_, _>>()?,
        };
        self.output.raw(&render::to_json(&settings))?;
        Ok(exit_code::CLEAN)
    }

    fn filters(&self) -> Result<Filters<'_>, Failure> {
        let report = &self.options.report;
        let baseline = match &report.baseline {
            Some(path) => Some((path.clone(), Baseline::read(path)?)),
            None => None,
        };
        let changes = report.since.as_ref().map(|revision| changes_since(&self.cwd, revision)).transpose()?;
        let observed = report.observed.as_deref().map(SavedRun::read).transpose()?;
        let blame = self.options.history.blame.then(|| Blame::open(&self.cwd)).transpose()?;
        Ok(Filters { blame, baseline, changes, observed })
    }

    /// Shows what was found and gives the exit status.
    fn report(&self, project: &Project, mut analysis: Analysis, filters: Filters<'_>) -> Result<u8, Failure> {
        let observed = filters.observed.filter(|_| !analysis.interrupted);
        let options = &self.options.report;
        let has_run = observed.is_some();
        let by_reading = options.write_baseline.as_ref().map(|_| analysis.diagnostics.clone());
        let joined = observed.map(|run| join(&mut analysis, project, run)).transpose()?;
        let Analysis { mut diagnostics, sources, files, interrupted, .. } = analysis;
        let sources = Sources::new(&sources);
        if let (Some(path), Some(by_reading)) = (&options.write_baseline, &by_reading) {
            if interrupted {
                self.output.notice("Interrupted: no baseline was written.");
                return Ok(exit_code::INTERRUPTED);
            }
            return self.write_baseline(path, &diagnostics, by_reading, &sources);
        }
        let mut hidden = None;
        if let Some((path, baseline)) = filters.baseline {
            let keys = KeyMaker::new(&path, &self.cwd, &sources);
            let judged = self.judged(project, &keys);
            hidden = Some(baseline.hide(&mut diagnostics, &keys, has_run, |key| judged(key) && !interrupted));
        }
        let elsewhere = match &filters.changes {
            Some(changes) => since::keep_changed(&mut diagnostics, changes, &sources, &self.cwd)?,
            None => 0,
        };
        if let Some(blame) = filters.blame.filter(|_| !interrupted)
            && let Some(unfinished) = blame.explain(&mut diagnostics)
        {
            self.show_note(&unfinished);
        }
        let policy = Policy { error_on_warning: options.error_on_warning, exit_zero: options.exit_zero };
        let exit_code = exit_code::of_check(&diagnostics, policy, interrupted);
        match &options.output_file {
            Some(path) if interrupted => {
                let path = path.to_string_lossy();
                self.output.notice(&format!("Interrupted: {} was not written.", printable(&path)));
            }
            _ => {
                self.show(&Report { diagnostics: &diagnostics, sources: &sources, rules: registry::rules })?;
            }
        }
        let further: String =
            hidden.map(hidden_line).into_iter().chain(joined.as_ref().map(joined_line)).collect();
        self.show_summary(&diagnostics, Checked { files, elsewhere, interrupted }, &further)?;
        if let Some(joined) = &joined {
            self.show_changed(joined);
        }
        Ok(exit_code)
    }

    fn write_baseline(
        &self,
        path: &Path,
        diagnostics: &[Diagnostic],
        by_reading: &[Diagnostic],
        sources: &Sources<'_>,
    ) -> Result<u8, Failure> {
        let keys = KeyMaker::new(path, &self.cwd, sources);
        Baseline::accepting(diagnostics, by_reading, &keys).write(path)?;
        let findings = counted(diagnostics.len(), "finding");
        self.output.notice(&format!("Wrote {findings} to {}.", printable(&path.to_string_lossy())));
        Ok(exit_code::CLEAN)
    }

    /// `true` if an entry of a baseline was looked at in this run: its file was checked with its rule, or is gone.
    fn judged<'p>(&self, project: &'p Project, keys: &KeyMaker<'_>) -> impl Fn(&Key) -> bool + use<'p> {
        let files: FxHashMap<String, &ProjectFile> =
            project.reported_files().map(|file| (keys.path(&file.display), file)).collect();
        let directory = keys.directory().to_owned();
        move |key| match files.get(&key.path) {
            Some(file) => {
                loopmend_rules::rules().iter().find(|rule| rule.name == key.rule).is_none_or(|rule| {
                    let known = rule.known();
                    let is_whole = !rule.spec.has_strict_conditions || project.is_strict(file, &known);
                    project.level(file, &known) != Level::Ignore && is_whole
                })
            }
            None => !directory.join(&key.path).exists(),
        }
    }

    fn show(&self, report: &Report<'_>) -> Result<(), Failure> {
        let options = &self.options.report;
        let format = options.output_format;
        let to_terminal = options.output_file.is_none();
        let frames = FrameOptions {
            links: to_terminal && self.output.stdout_shows_links(),
            width: if to_terminal { self.output.stdout_width() } else { None },
        };
        let text = match (options.statistics, format) {
            (false, _) => render::render(format, report, frames),
            (true, OutputFormat::Json) => render::statistics_json(report.diagnostics),
            (true, _) => render::statistics_text(report.diagnostics),
        };
        match &options.output_file {
            Some(path) if format.is_for_people() => {
                write_file(path, &strip_str(&contained(&text)).to_string())
            }
            Some(path) => write_file(path, &text),
            None if format.is_for_people() => self.output.styled(&text),
            None => self.output.raw(&text),
        }
    }

    /// The last lines, for people: below a report they read, else on standard error.
    fn show_summary(
        &self,
        diagnostics: &[Diagnostic],
        checked: Checked,
        further: &str,
    ) -> Result<(), Failure> {
        if self.output.quiet() {
            return Ok(());
        }
        let Checked { files, elsewhere, interrupted } = checked;
        let mut text = match interrupted {
            true => format!(
                "{WARNING}Interrupted{WARNING:#} after {}, with {}.\n",
                counted(files, "file"),
                counted(diagnostics.len(), "finding")
            ),
            false => {
                let with_history = self.options.history.blame;
                let command = if with_history { "loopmend fix --blame" } else { "loopmend fix" };
                match &self.options.report.since {
                    Some(revision) if elsewhere > 0 => {
                        render::summary_since(diagnostics, files, command, revision, elsewhere)
                    }
                    _ => render::summary(diagnostics, files, command),
                }
            }
        };
        text.push_str(further);
        if self.options.report.output_format.is_for_people() {
            self.output.styled(&text)
        } else {
            self.output.notice(text.trim_end());
            Ok(())
        }
    }

    /// What a run of the tests can say no more.
    fn show_changed(&self, joined: &Joined) {
        if !joined.changed.is_empty() {
            let files: Vec<_> = joined.changed.iter().map(|path| format!("`{}`", printable(path))).collect();
            self.output.notice(&format!(
                "{WARNING}note{WARNING:#}: {} changed since the tests ran; findings of the run in changed files are left out: {}",
                counted(files.len(), "file"),
                files.join(", ")
            ));
        }
        if joined.unknown > 0 {
            self.output.notice(&format!(
                "{WARNING}note{WARNING:#}: {} of the run left out, because this version does not know the rule",
                counted(joined.unknown, "finding")
            ));
        }
    }

    fn show_environment(&self, project: &Project) {
        let environment = project.environment().map_or_else(
            || "none".to_owned(),
            |environment| printable(&environment.prefix.to_string_lossy()).to_string(),
        );
        self.output.print_to_stderr(&format!("environment  {environment}"));
        self.output.print_to_stderr(&format!("read as      Python {}", project.python_version()));
        let missing = project.missing_plugins();
        if !missing.is_empty() {
            let missing = missing.join(", ");
            self.output.print_to_stderr(&format!(
                "missing      {missing}, which the project requires: rules about tests report less"
            ));
        }
    }

    fn show_times(&self, times: &[(&'static str, Duration)], counters: &[(&'static str, u64)]) {
        let width =
            times.iter().map(|(name, _)| name.len()).chain(counters.iter().map(|(name, _)| name.len())).max();
        let width = width.unwrap_or_default();
        for (name, time) in times {
            self.output.print_to_stderr(&format!(
                "{STRONG}{name:width$}{STRONG:#}  {:>9.1} ms",
                time.as_secs_f64() * 1e3
            ));
        }
        for (name, count) in counters {
            self.output.print_to_stderr(&format!("{name:width$}  {count:>9}"));
        }
    }
}

/// Standard input as it came.
struct Stdin {
    /// The file it stands for.
    path: Option<PathBuf>,
    bytes: Vec<u8>,
}

impl Stdin {
    /// Gives the project the text for that file.
    fn stand_in(&self, project: &mut Project) -> Result<(), Failure> {
        let Some(file) = project.reported_files().next().cloned() else { return Ok(()) };
        if self.bytes.len() as u64 > max_bytes(&file.path) {
            project.take_for(&file.path, Some(self.bytes.clone()));
            return Ok(());
        }
        loopmend_project::decode(self.bytes.clone(), file.kind).map_err(|error| match error {
            ReadError::Io(problem) | ReadError::Encoding(problem) | ReadError::Notebook(problem) => {
                Failure::new(format!("failed to read standard input as `{}`: {problem}", file.display))
            }
        })?;
        project.take_for(&file.path, Some(self.bytes.clone()));
        Ok(())
    }
}

/// The counts of a run, and whether it was stopped.
#[derive(Clone, Copy)]
struct Checked {
    files: usize,
    /// The number of findings on lines that did not change since the revision.
    elsewhere: usize,
    interrupted: bool,
}

fn hidden_line(hidden: Hidden) -> String {
    let mut line = format!("The baseline hides {}", counted(hidden.findings, "finding"));
    if hidden.stale > 0 {
        let stale =
            if hidden.stale == 1 { "1 entry is".to_owned() } else { format!("{} entries are", hidden.stale) };
        line.push_str(&format!("; {stale} stale (`--write-baseline` removes stale entries)"));
    }
    line.push_str(".\n");
    line
}

fn joined_line(joined: &Joined) -> String {
    let Joined { confirmed, added, .. } = joined;
    format!("{} also seen at run time, and {added} seen only at run time.\n", counted(*confirmed, "finding"))
}
