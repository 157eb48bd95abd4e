use std::fmt;
use std::io::{self, Read};
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Failures};
use crate::interpreter::{Interpreter, parse_version};
use crate::page::{Block, BlockKind, Page};

/// A witness that runs longer than this hangs.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// What a witness needs, from the first line of its block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Requirements {
    /// The oldest Python version, major and minor.
    python: Option<(u8, u8)>,
    /// Names to import.
    packages: Vec<String>,
}

impl Requirements {
    /// Reads `python>=3.11 needs=anyio`.
    pub(crate) fn parse<'w>(words: impl Iterator<Item = &'w str>) -> Result<Self, String> {
        let mut requirements = Self::default();
        for word in words {
            if let Some(version) = word.strip_prefix("python>=") {
                requirements.python = Some(parse_version(version).ok_or_else(|| unknown(word))?);
            } else if let Some(package) = word.strip_prefix("needs=").filter(|name| !name.is_empty()) {
                requirements.packages.push(package.to_owned());
            } else {
                return Err(unknown(word));
            }
        }
        Ok(requirements)
    }
}

fn unknown(word: &str) -> String {
    format!("a witness may need `python>=3.11` and `needs=package`, not `{word}`")
}

/// Why a witness was not run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Skip {
    /// It needs this version of Python, or a later one.
    OlderPython((u8, u8)),
    /// The packages that it needs and the interpreter does not have.
    NotInstalled(Vec<String>),
}

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OlderPython((major, minor)) => write!(f, "needs Python {major}.{minor}"),
            Self::NotInstalled(packages) => write!(f, "not installed: {}", packages.join(" ")),
        }
    }
}

/// How a witness ended, if nothing failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WitnessOutcome {
    /// The bad code misbehaved, and the fixed code gave the result that the bad code did not give.
    Passed,
    /// It was not run.
    Skipped(Skip),
}

/// A `witness` block of a page.
#[derive(Clone, Copy, Debug)]
pub struct Witness<'p> {
    page: &'p Page,
    block: &'p Block,
    needed: &'p Requirements,
}

impl Page {
    /// The witnesses of the page, in its order.
    pub fn witnesses(&self) -> impl Iterator<Item = Witness<'_>> {
        self.blocks.iter().filter_map(move |block| match &block.kind {
            BlockKind::Witness(needed) => Some(Witness { page: self, block, needed }),
            _ => None,
        })
    }
}

impl Witness<'_> {
    /// The packages that it needs beside the standard library, by the names under which they are imported.
    pub fn packages(&self) -> &[String] {
        &self.needed.packages
    }

    /// Its two scripts, as the page has them.
    pub(crate) fn text(&self) -> &str {
        self.page.content(self.block)
    }

    /// Whether it is for this version of Python.
    pub fn is_for(&self, interpreter: &Interpreter) -> bool {
        self.needed.python.is_none_or(|oldest| oldest <= interpreter.version())
    }

    /// Runs its two scripts.
    ///
    /// # Errors
    /// When one of them shows something else than it says, or the interpreter cannot be run.
    pub fn run(&self, interpreter: &Interpreter) -> Result<WitnessOutcome, Failures> {
        if let Some(oldest) = self.needed.python.filter(|_| !self.is_for(interpreter)) {
            return Ok(WitnessOutcome::Skipped(Skip::OlderPython(oldest)));
        }
        let failures = match interpreter.lacks(self.packages()) {
            Ok(missing) if missing.is_empty() => run_block(self.page, self.block, interpreter),
            Ok(missing) => return Ok(WitnessOutcome::Skipped(Skip::NotInstalled(missing))),
            Err(error) => vec![Failure::new(self.block.line, format!("failed to run python: {error}"))],
        };
        Failures::of_page(self.page, failures).map(|()| WitnessOutcome::Passed)
    }
}

/// One half of a witness.
struct Script<'t> {
    /// The page line of its first line.
    line: usize,
    source: &'t str,
    /// What it must print.
    shows: &'t str,
}

fn run_block(page: &Page, block: &Block, interpreter: &Interpreter) -> Vec<Failure> {
    let (broken, fixed) = match scripts(page.content(block), block.line) {
        Ok(scripts) => scripts,
        Err(failure) => return vec![failure],
    };
    let mut failures = Vec::new();
    match run_script(&broken, interpreter) {
        Ok(run) => {
            failures.extend(run.missing_text(&broken));
            if run.output.contains(fixed.shows) {
                let shows = fixed.shows;
                let message = format!("the bad code shows what only the fixed code may: {shows}");
                failures.push(run.failure(&broken, &message));
            }
        }
        Err(error) => failures.push(not_run(&broken, &error)),
    }
    match run_script(&fixed, interpreter) {
        Ok(run) => {
            failures.extend(run.missing_text(&fixed));
            if run.output.contains(broken.shows) {
                let shows = broken.shows;
                failures.push(run.failure(&fixed, &format!("the fixed code still shows: {shows}")));
            }
            if !run.status.success() {
                failures.push(run.failure(&fixed, &format!("the fixed code ended with {}", run.status)));
            }
        }
        Err(error) => failures.push(not_run(&fixed, &error)),
    }
    failures
}

fn not_run(script: &Script<'_>, error: &io::Error) -> Failure {
    Failure::new(script.line, format!("failed to run the witness: {error}"))
}

fn scripts(content: &str, line: usize) -> Result<(Script<'_>, Script<'_>), Failure> {
    let divided = content.split_once("\n# fixed\n");
    let Some((broken, fixed)) = divided else {
        return Err(Failure::new(line, "a line `# fixed` divides a witness into two scripts"));
    };
    let mended_line = line + broken.lines().count() + 1;
    Ok((script(broken, line)?, script(fixed, mended_line)?))
}

fn script(source: &str, line: usize) -> Result<Script<'_>, Failure> {
    let first = source.lines().next().unwrap_or_default();
    match first.strip_prefix("# shows:").map(str::trim) {
        Some(shows) if !shows.is_empty() => Ok(Script { line, source, shows }),
        _ => Err(Failure::new(line, "the first line of a script of a witness is `# shows: TEXT`")),
    }
}

/// What a script did.
struct ScriptRun {
    /// Standard output and standard error.
    output: String,
    status: ExitStatus,
}

impl ScriptRun {
    fn missing_text(&self, script: &Script<'_>) -> Option<Failure> {
        let is_shown = self.output.contains(script.shows);
        (!is_shown).then(|| self.failure(script, &format!("the witness does not show: {}", script.shows)))
    }

    fn failure(&self, script: &Script<'_>, message: &str) -> Failure {
        Failure::new(script.line, format!("{message}\nthe output was\n{}", self.output))
    }
}

fn run_script(script: &Script<'_>, interpreter: &Interpreter) -> io::Result<ScriptRun> {
    let directory = tempfile::Builder::new().prefix("loopmend-witness-").tempdir()?;
    let path = directory.path().join("witness.py");
    std::fs::write(&path, script.source)?;
    run_file(&path, interpreter, TIME_LIMIT)
}

/// Runs a file, and ends it at the time limit.
fn run_file(path: &Path, interpreter: &Interpreter, limit: Duration) -> io::Result<ScriptRun> {
    let (mut reader, writer) = io::pipe()?;
    let mut command = interpreter.command();
    command.arg(path).current_dir(path.parent().unwrap_or(path));
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn()?;
    // The command holds the writing ends; with them the pipe would never end.
    drop(command);
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut output = Vec::new();
        // A receiver that has given up needs no output.
        let _ = sender.send(reader.read_to_end(&mut output).map(|_| output));
    });
    let Ok(output) = receiver.recv_timeout(limit) else {
        child.kill()?;
        child.wait()?;
        return Err(io::Error::other(format!("it did not end within {} seconds", limit.as_secs())));
    };
    let output = String::from_utf8_lossy(&output?).into_owned();
    Ok(ScriptRun { output, status: child.wait()? })
}

#[cfg(test)]
mod tests;
