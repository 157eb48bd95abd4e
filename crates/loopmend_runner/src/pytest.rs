//! Runs the project's own pytest with the probe. pytest has the terminal, and its settings are what they were.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use loopmend_core::STACK_DEPTH;
use serde::Serialize;

use crate::carried;
use crate::interrupt::Interrupt;
use crate::processes::Processes;
use crate::recording::Recording;
pub use crate::silence::RunProgress;
use crate::silence::Silence;
use crate::temporary::RunDirectory;

/// How long pytest may take to end after Ctrl-C; its fixtures are torn down meanwhile.
const AFTER_INTERRUPT: Duration = Duration::from_secs(20);

/// pytest's status when it was interrupted, or could not collect all tests.
pub const INTERRUPTED: i32 = 2;
/// Its status after an internal error.
pub const INTERNAL_ERROR: i32 = 3;
/// Its status when it was called in a wrong way.
pub const USAGE: i32 = 4;
/// Its status when there were no tests.
pub const NO_TESTS: i32 = 5;
/// The statuses that say nothing about the tests.
pub const REFUSALS: [i32; 4] = [INTERRUPTED, INTERNAL_ERROR, USAGE, NO_TESTS];

/// A run of pytest.
pub struct PytestRun<'a> {
    /// The interpreter.
    pub interpreter: &'a Path,
    /// What pytest is given.
    pub arguments: &'a [OsString],
    /// The directory that it runs in.
    pub directory: &'a Path,
    /// For how many milliseconds an event loop may be held before it is told of; `None` where nobody is to look.
    pub blocking: Option<u32>,
    /// Whether the size of the process is measured before and after each test.
    pub memory: bool,
    /// The tests that are to run without the others, so that whole stacks are seen; `None` where all run, as the user asks.
    pub suspects: Option<&'a [String]>,
    /// What `fix --verify` asks of it; `None` where something else runs the tests.
    pub verification: Option<&'a Verification>,
    /// After which time it is ended.
    pub timeout: Option<Duration>,
    /// After which time without the beginning or end of a test it is ended.
    pub silence: Option<Duration>,
    /// Told how far the run is, where [`Self::silence`] is watched for; also after its end.
    pub progress: &'a dyn Fn(RunProgress),
    /// Where its standard output goes.
    pub stdout: Stdio,
    /// Where its standard error goes.
    pub stderr: Stdio,
    /// When the run is to end, pytest is told, and tears its fixtures down.
    pub interrupt: Interrupt<'a>,
}

/// What `fix --verify` asks of a run.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Verification {
    /// The top of the user's tree.
    pub original: PathBuf,
    /// The top of the copy, in which pytest runs.
    pub copy: PathBuf,
    /// The Python files that are edited, by path below the top.
    pub edited: Vec<String>,
    /// The lines to watch, by absolute path in the copy.
    pub lines: BTreeMap<String, Vec<u32>>,
    /// The files whose tests do not run, by absolute path in the copy.
    pub left_out: Vec<String>,
    /// The node ids of the only tests that run; `None` where all others do.
    pub tests: Option<Vec<String>>,
    /// The tests that the user names. All run if there are none.
    pub selectors: Vec<Selector>,
    /// Whether the package `coverage` measures which statements run.
    pub coverage: bool,
    /// The directory that imports search first, of packages in other versions.
    #[serde(skip)]
    pub layer: Option<PathBuf>,
}

/// Tests that the user names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Selector {
    /// The name, as the user wrote it.
    pub node: String,
    /// The file or directory in the copy, as an absolute path; `None` if the copy has no such file.
    pub path: Option<String>,
    /// The part of a node id after the file; empty for all tests of the file.
    pub name: String,
}

/// How pytest ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With this status.
    Status(i32),
    /// By this signal.
    Signal(i32),
    /// It took too long.
    TimedOut,
    /// No test began or ended for too long.
    Hung,
    /// Ctrl-C was pressed.
    Interrupted,
}

/// Why pytest did not run.
#[derive(Debug)]
pub enum PytestError {
    /// There is no place for the probe.
    NoPlace(io::Error),
    /// The interpreter could not be started.
    NotStarted(PathBuf, io::Error),
    /// The interpreter has no pytest.
    NotInstalled(PathBuf),
    /// pytest is there and cannot be imported; the last line of what Python said.
    Broken(PathBuf, String),
}

impl fmt::Display for PytestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPlace(error) => write!(f, "failed to make a temporary directory for the probe: {error}"),
            Self::NotStarted(path, error) => {
                write!(
                    f,
                    "failed to start `{}`: {error}; name another interpreter with `--python`",
                    path.display()
                )
            }
            Self::NotInstalled(path) => write!(
                f,
                "`{0}` has no pytest; install it (`{0} -m pip install pytest`), or name the interpreter that runs \
                 the tests with `--python`",
                path.display()
            ),
            Self::Broken(path, words) => {
                write!(f, "`{}` cannot import its pytest: {words}", path.display())
            }
        }
    }
}

impl std::error::Error for PytestError {}

/// Runs pytest to its end.
///
/// # Errors
/// When it does not start.
pub fn run(mut run: PytestRun<'_>) -> Result<(Ending, Recording), PytestError> {
    let place = place(run.directory).map_err(PytestError::NoPlace)?;
    let events = place.path().join("events");
    let started = Instant::now();
    let stdout = std::mem::replace(&mut run.stdout, Stdio::null());
    let stderr = std::mem::replace(&mut run.stderr, Stdio::null());
    let mut command = command(&run, place.path(), &events);
    restrict(&mut command, &run, place.path()).map_err(PytestError::NoPlace)?;
    ask_for_verification(&mut command, &run, place.path()).map_err(PytestError::NoPlace)?;
    command.stdout(stdout).stderr(stderr);
    let may_ask = run.suspects.is_none() && run.verification.is_none();
    let mut processes = Processes::start(command, may_ask, run.interrupt)
        .map_err(|error| PytestError::NotStarted(run.interpreter.to_owned(), error))?;
    let silence = run.silence.map(|limit| Silence::new(&events, limit));
    let ending = wait(&mut processes, &run, started, silence);
    if run.verification.is_some() {
        // Nothing may go on in the copy while the next run uses it.
        processes.end_rest();
    }
    let mut recording = Recording::read(&events);
    recording.is_lost = !events.is_dir();
    if recording.versions.is_none() && !recording.is_lost && matches!(ending, Ending::Status(1 | 4)) {
        explain_absence(&run)?;
    }
    Ok((ending, recording))
}

/// The private directory with the probe and its events; removed in the end.
fn place(project: &Path) -> io::Result<RunDirectory> {
    let place = RunDirectory::new("test", project)?;
    carried::write_to(place.path())?;
    fs::create_dir(place.path().join("events"))?;
    Ok(place)
}

fn command(run: &PytestRun<'_>, place: &Path, events: &Path) -> Command {
    let mut command = Command::new(run.interpreter);
    command
        .args(["-m", "pytest", "-p"])
        .arg(format!("{}.plugin", carried::PACKAGE))
        .args(run.arguments)
        .current_dir(run.directory)
        .env("LOOPMEND_PROBE_DIRECTORY", events)
        .env("PYTHONPATH", python_path(place, run.verification));
    match run.blocking {
        Some(limit) => command.env("LOOPMEND_PROBE_BLOCKING", limit.to_string()),
        None => command.env_remove("LOOPMEND_PROBE_BLOCKING"),
    };
    command.env("LOOPMEND_PROBE_MEMORY", if run.memory { "1" } else { "0" });
    command
}

/// Has the probe leave out all tests but the suspects, if there are some; nobody is there to be asked then.
fn restrict(command: &mut Command, run: &PytestRun<'_>, place: &Path) -> io::Result<()> {
    let Some(suspects) = run.suspects else {
        command.env_remove("LOOPMEND_PROBE_SUSPECTS").env_remove("LOOPMEND_PROBE_DEPTH");
        return Ok(());
    };
    let path = place.join("suspects.json");
    fs::write(&path, serde_json::to_vec(suspects)?)?;
    command
        .env("LOOPMEND_PROBE_SUSPECTS", path)
        .env("LOOPMEND_PROBE_DEPTH", STACK_DEPTH.to_string())
        .stdin(Stdio::null());
    Ok(())
}

/// Gives the probe what `fix --verify` asks. Sets have one order on both sides, so that tests made of them have the same names.
fn ask_for_verification(command: &mut Command, run: &PytestRun<'_>, place: &Path) -> io::Result<()> {
    let Some(asked) = run.verification else {
        command.env_remove("LOOPMEND_PROBE_VERIFY");
        return Ok(());
    };
    let path = place.join("verify.json");
    fs::write(&path, serde_json::to_vec(asked)?)?;
    command.env("LOOPMEND_PROBE_VERIFY", path).stdin(Stdio::null());
    if std::env::var_os("PYTHONHASHSEED").is_none() {
        command.env("PYTHONHASHSEED", "0");
    }
    Ok(())
}

/// The layer, the user's `PYTHONPATH`, and the directory of the probe. What leads into the user's tree leads into the copy: plugins of
/// pytest may be imported before the probe.
fn python_path(place: &Path, verification: Option<&Verification>) -> OsString {
    let in_copy = |path: PathBuf| match verification {
        Some(asked) => match path.strip_prefix(&asked.original) {
            Ok(inside) if asked.copy.join(inside).exists() => asked.copy.join(inside),
            _ => path,
        },
        None => path,
    };
    let layer = verification.and_then(|asked| asked.layer.clone());
    let path = std::env::var_os("PYTHONPATH").filter(|path| !path.is_empty());
    let of_user = path.iter().flat_map(std::env::split_paths).map(in_copy);
    let directories = layer.into_iter().chain(of_user).chain([place.to_owned()]);
    std::env::join_paths(directories).unwrap_or_else(|_| place.into())
}

fn wait(
    processes: &mut Processes,
    run: &PytestRun<'_>,
    started: Instant,
    mut silence: Option<Silence<'_>>,
) -> Ending {
    let time_limit = run.timeout.and_then(|timeout| started.checked_add(timeout));
    // Set once pytest was interrupted.
    let mut torn_down_by = None;
    loop {
        let now = Instant::now();
        if run.interrupt.is_asked() {
            let limit = *torn_down_by.get_or_insert_with(|| {
                processes.interrupt();
                now + AFTER_INTERRUPT
            });
            if now >= limit || run.interrupt.is_insisted() {
                processes.end();
                return Ending::Interrupted;
            }
        } else if time_limit.is_some_and(|limit| now >= limit) {
            processes.end();
            return Ending::TimedOut;
        } else if let Some(silence) = &mut silence {
            if silence.is_too_long(now) {
                processes.end();
                return Ending::Hung;
            }
            (run.progress)(silence.progress(now));
        }
        let next_look = silence.as_ref().map(Silence::next_look);
        let deadline = torn_down_by.or_else(|| [time_limit, next_look].into_iter().flatten().min());
        let Some(status) = processes.wait_until(deadline) else { continue };
        if let Some(silence) = &mut silence {
            let now = Instant::now();
            silence.look(now);
            (run.progress)(silence.progress(now));
        }
        if torn_down_by.is_none() {
            return ending(status);
        }
        processes.end_group();
        return Ending::Interrupted;
    }
}

fn ending(status: ExitStatus) -> Ending {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return Ending::Signal(signal);
    }
    Ending::Status(status.code().unwrap_or(1))
}

/// Says why no session began, where pytest is the reason.
fn explain_absence(run: &PytestRun<'_>) -> Result<(), PytestError> {
    let interpreter = run.interpreter.to_owned();
    let mut command = Command::new(run.interpreter);
    command.args(["-c", "import pytest"]).current_dir(run.directory).stdin(Stdio::null());
    let printed = collect_errors(&mut command);
    let Some(text) = printed.map_err(|error| PytestError::NotStarted(interpreter.clone(), error))? else {
        return Ok(());
    };
    let words = text.lines().last().unwrap_or_default().trim().to_owned();
    if words.contains("No module named 'pytest'") {
        return Err(PytestError::NotInstalled(interpreter));
    }
    Err(PytestError::Broken(interpreter, words))
}

/// The start of what a command writes to standard error; `None` if it succeeds.
fn collect_errors(command: &mut Command) -> io::Result<Option<String>> {
    const MAX_ERRORS: u64 = 1024 * 1024;
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    let mut bytes = Vec::new();
    let read = child.stderr.take().map(|stderr| stderr.take(MAX_ERRORS).read_to_end(&mut bytes));
    if read.is_some_and(|read| read.map_or(true, |count| count as u64 == MAX_ERRORS)) {
        // It may have ended by itself in between.
        let _ended = child.kill();
    }
    let status = child.wait()?;
    Ok((!status.success()).then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::Command;

    use super::collect_errors;

    #[test]
    fn errors_are_collected_up_to_a_bound() {
        let errors = |script: &str| collect_errors(Command::new("sh").args(["-c", script])).unwrap();
        assert_eq!(errors("echo out; echo no module >&2; exit 1").as_deref(), Some("no module\n"));
        assert_eq!(errors("echo a warning >&2"), None);
        assert_eq!(errors("while :; do echo endless; done >&2").map(|text| text.len()), Some(1 << 20));
    }
}
