//! The examples of a page, run as the page says.
//!
//! A block after a line `` `before/app.py`: `` is that file. A `console` block after it whose first line starts with `$ python` or `$ pytest` is
//! a command, run in that directory; its other lines have to be in the output. The command in `before` shows an error of the
//! family; the one in `after` shows no known error and succeeds.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use loopmend_errors::{OutputReader, Verdict};

use crate::block::blocks;
use crate::family::Family;

/// The oldest Python that shows the texts as the pages state them.
const OLDEST: (u32, u32) = (3, 11);

/// Names the interpreter of an environment with the packages that some examples need.
const WITH_PACKAGES: &str = "LOOPMEND_PAGES_PYTHON";

/// An interpreter.
pub(crate) struct Python {
    program: OsString,
}

impl Python {
    /// `python3` on `PATH`; else why there is none.
    pub(crate) fn plain() -> Result<Self, String> {
        Self::asked(OsString::from("python3"))
    }

    /// The interpreter that has the packages; else why there is none.
    pub(crate) fn with_packages() -> Result<Self, String> {
        let program = std::env::var_os(WITH_PACKAGES).ok_or(format!("{WITH_PACKAGES} is not set"))?;
        Self::asked(program)
    }

    fn asked(program: OsString) -> Result<Self, String> {
        let query = "import sys; print(sys.implementation.name, *sys.version_info[:2])";
        let output = Command::new(&program).args(["-I", "-c", query]).stdin(Stdio::null()).output();
        let output = output.map_err(|_| format!("there is no `{}`", program.display()))?;
        let answer = String::from_utf8_lossy(&output.stdout).into_owned();
        let words: Vec<&str> = answer.split_whitespace().collect();
        let version = match words[..] {
            ["cpython", major, minor] => major.parse().ok().zip(minor.parse().ok()),
            _ => None,
        };
        match version {
            Some(version) if version >= OLDEST => Ok(Self { program }),
            _ => Err(format!("`{}` is no CPython {}.{} or newer", program.display(), OLDEST.0, OLDEST.1)),
        }
    }

    /// The command that a line of a console states.
    fn command(&self, line: &str, directory: &Path) -> Command {
        let mut command = Command::new(&self.program);
        let mut words = line.split_whitespace();
        if words.next() == Some("pytest") {
            command.args(["-m", "pytest", "-p", "no:cacheprovider"]);
        }
        command.args(words).current_dir(directory).stdin(Stdio::null());
        for variable in
            ["PYTHONPATH", "PYTHONWARNINGS", "PYTHONDEVMODE", "PYTHONASYNCIODEBUG", "PYTEST_ADDOPTS"]
        {
            command.env_remove(variable);
        }
        command.env("PYTHONDONTWRITEBYTECODE", "1").env("COLUMNS", "200").env("NO_COLOR", "1");
        command
    }
}

/// The examples of a page.
pub(crate) struct Example {
    text: String,
    /// The errors that the code in `before` shows.
    errors: Vec<String>,
}

impl Example {
    /// The example of a family.
    pub(crate) fn of_family(family: &Family) -> Self {
        let errors = family.errors().iter().map(|error| error.id.clone()).collect();
        Self { text: family.sentences(), errors }
    }

    /// The examples of a page about something else.
    pub(crate) fn of_text(text: &str) -> Self {
        Self { text: text.to_owned(), errors: Vec::new() }
    }

    /// Runs the commands.
    pub(crate) fn run(&self, python: &Python) -> Result<(), String> {
        let place = tempfile::tempdir().map_err(|error| error.to_string())?;
        let mut directory: Option<String> = None;
        let mut ran: Vec<String> = Vec::new();
        let mut written: Vec<String> = Vec::new();
        for block in blocks(&self.text) {
            if let Some((first, rest)) = block.path.and_then(|path| path.split_once('/')) {
                let path = place.path().join(first).join(rest);
                fs::create_dir_all(path.parent().unwrap_or(place.path()))
                    .map_err(|error| error.to_string())?;
                fs::write(&path, block.text).map_err(|error| error.to_string())?;
                written.push(first.to_owned());
                directory = Some(first.to_owned());
            } else if block.language == "console"
                && let Some(directory) = &directory
                && let Some((line, expected)) = command(block.text)
            {
                let output = python.command(line, &place.path().join(directory)).output();
                let output = output.map_err(|error| format!("{line}: {error}"))?;
                let text = [output.stdout, output.stderr].concat();
                let text = String::from_utf8_lossy(&text);
                let is_fine = output.status.success();
                self.judge(directory, is_fine, &text, expected)
                    .map_err(|why| format!("{directory}: `{line}`: {why}\n{text}"))?;
                ran.push(directory.clone());
            }
        }
        if let Some(left) = written.iter().find(|directory| !ran.contains(directory)) {
            return Err(format!("no command runs the code in `{left}`"));
        }
        if !self.errors.is_empty() && ran != ["before", "after"] {
            return Err(format!("has to have `before` and `after`, and has {ran:?}"));
        }
        Ok(())
    }

    /// Compares the output of a command with what the page says.
    fn judge(&self, directory: &str, is_fine: bool, output: &str, expected: &str) -> Result<(), String> {
        for line in expected.lines().filter(|line| !line.is_empty()) {
            if !output.lines().any(|said| matches(said, line)) {
                return Err(format!("does not print `{line}`"));
            }
        }
        let known = known(output);
        if directory == "after" && !(is_fine && known.is_empty()) {
            return Err(format!("fails, or shows {known:?}"));
        }
        if directory == "before"
            && !self.errors.is_empty()
            && !self.errors.iter().any(|id| known.contains(id))
        {
            return Err(format!("shows {known:?}, which is not of this page"));
        }
        Ok(())
    }
}

/// The command of a console block and the lines below it, if the command runs Python or pytest and nothing else.
fn command(text: &str) -> Option<(&str, &str)> {
    let (line, expected) = text.split_once('\n')?;
    let line = line.strip_prefix("$ ")?;
    let is_run = line.starts_with("python ") || line == "pytest" || line.starts_with("pytest ");
    (is_run && !line.contains('|') && !line.contains("loopmend")).then_some((line, expected))
}

/// Whether a line of output has a text; `…` stands for anything.
fn matches(line: &str, text: &str) -> bool {
    let mut parts = text.split('…');
    let found = parts.try_fold(line, |rest, part| rest.split_once(part).map(|(_, rest)| rest));
    found.is_some()
}

/// The errors that an output shows.
fn known(output: &str) -> Vec<String> {
    let mut reader = OutputReader::default();
    reader.feed(output.as_bytes());
    let reading = reader.finish();
    let failed = reading.failures.iter().filter_map(|failure| match &failure.verdict {
        Verdict::Known(found) => Some(found.error().id.clone()),
        Verdict::Unknown(_) => None,
    });
    failed.chain(reading.seen.iter().map(|seen| seen.found.error().id.clone())).collect()
}
