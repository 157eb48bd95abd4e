use std::ffi::OsStr;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Failures};
use crate::page::{Block, BlockKind, Page};

/// A witness that runs longer than this hangs.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// Prints the version, and on the next line those of its arguments that cannot be imported.
const REQUIREMENTS_QUERY: &str = "\
import importlib.util, sys
print(*sys.version_info[:2])
print(*[name for name in sys.argv[1:] if importlib.util.find_spec(name) is None])
";

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
                requirements.python = Some(parse_version(version, '.').ok_or_else(|| unknown(word))?);
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

fn parse_version(text: &str, separator: char) -> Option<(u8, u8)> {
    let (major, minor) = text.split_once(separator)?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// How a page's witness ended, if nothing failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WitnessOutcome {
    /// The bad code misbehaved and the mended code did not; or the page says why it has no witness.
    Passed,
    /// It was not run, because the interpreter or something it needs is missing: the reason.
    Skipped(String),
}

/// Runs the witness blocks of a page on an interpreter, by its path or its name on `PATH`.
///
/// # Errors
/// When one of the scripts shows something else than it says.
pub fn run_witness(page: &Page, interpreter: &OsStr) -> Result<WitnessOutcome, Failures> {
    let mut failures = Vec::new();
    let mut outcome = WitnessOutcome::Passed;
    for block in &page.blocks {
        let BlockKind::Witness(requirements) = &block.kind else { continue };
        match missing_requirement(requirements, interpreter) {
            Ok(None) => failures.extend(run_block(page, block, interpreter)),
            Ok(Some(reason)) => outcome = WitnessOutcome::Skipped(reason),
            Err(error) => failures.push(Failure::new(block.line, format!("failed to run python: {error}"))),
        }
    }
    Failures::check(&page.path, failures).map(|()| outcome)
}

fn missing_requirement(needed: &Requirements, interpreter: &OsStr) -> io::Result<Option<String>> {
    let mut command = Command::new(interpreter);
    command.args(["-I", "-c", REQUIREMENTS_QUERY]).args(&needed.packages);
    let output = match command.stdin(Stdio::null()).output() {
        Ok(output) => output,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Some(format!("there is no `{}`", interpreter.display())));
        }
        Err(error) => return Err(error),
    };
    let stdout = String::from_utf8_lossy(&output.stdout);
    let mut lines = stdout.lines();
    let Some(version) = lines.next().and_then(|line| parse_version(line.trim(), ' ')) else {
        let stderr = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!("it does not say its version\n{stderr}")));
    };
    if let Some(needed) = needed.python.filter(|needed| version < *needed) {
        return Ok(Some(format!(
            "needs Python {}.{}, this is {}.{}",
            needed.0, needed.1, version.0, version.1
        )));
    }
    let missing = lines.next().unwrap_or_default().trim();
    Ok((!missing.is_empty()).then(|| format!("not installed: {missing}")))
}

/// One half of a witness.
struct Script<'t> {
    /// The page line of its first line.
    line: usize,
    source: &'t str,
    /// What it must print.
    shows: &'t str,
}

fn run_block(page: &Page, block: &Block, interpreter: &OsStr) -> Vec<Failure> {
    let (broken, mended) = match scripts(page.content(block), block.line) {
        Ok(scripts) => scripts,
        Err(failure) => return vec![failure],
    };
    let mut failures = Vec::new();
    match run_script(&broken, interpreter) {
        Ok(run) => failures.extend(run.missing_text(&broken)),
        Err(error) => failures.push(not_run(&broken, &error)),
    }
    match run_script(&mended, interpreter) {
        Ok(run) => {
            failures.extend(run.missing_text(&mended));
            if run.output.contains(broken.shows) {
                let shows = broken.shows;
                failures.push(run.failure(&mended, &format!("the mended code still shows: {shows}")));
            }
            if !run.status.success() {
                failures.push(run.failure(&mended, &format!("the mended code ended with {}", run.status)));
            }
        }
        Err(error) => failures.push(not_run(&mended, &error)),
    }
    failures
}

fn not_run(script: &Script<'_>, error: &io::Error) -> Failure {
    Failure::new(script.line, format!("failed to run the witness: {error}"))
}

fn scripts(content: &str, line: usize) -> Result<(Script<'_>, Script<'_>), Failure> {
    let divided = content.split_once("\n# fixed\n");
    let Some((broken, mended)) = divided else {
        return Err(Failure::new(line, "a line `# fixed` divides a witness into two scripts"));
    };
    let mended_line = line + broken.lines().count() + 1;
    Ok((script(broken, line)?, script(mended, mended_line)?))
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

fn run_script(script: &Script<'_>, interpreter: &OsStr) -> io::Result<ScriptRun> {
    let directory = tempfile::Builder::new().prefix("loopmend-witness-").tempdir()?;
    let path = directory.path().join("witness.py");
    std::fs::write(&path, script.source)?;
    run_file(&path, interpreter, TIME_LIMIT)
}

/// Runs a file, and ends it at the time limit.
fn run_file(path: &Path, interpreter: &OsStr, limit: Duration) -> io::Result<ScriptRun> {
    let (mut reader, writer) = io::pipe()?;
    let mut command = Command::new(interpreter);
    command.arg("-I").arg(path).current_dir(path.parent().unwrap_or(path));
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
