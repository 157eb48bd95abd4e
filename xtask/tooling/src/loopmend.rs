//! The program itself, built for release and run as a user runs it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::edits::Edit;
use crate::workspace;

/// The exit statuses of a `check` that worked: clean, or findings at level `error`.
const WORKED: [i32; 2] = [0, 1];

/// A finding, as far as the tasks need `--output-format json`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Finding {
    /// Relative to the directory that was checked, with `/`.
    pub path: String,
    /// From 1; in a notebook, from the start of its cell.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The line of the place after the last character.
    pub end_line: usize,
    /// The column of the place after the last character.
    pub end_column: usize,
    /// The rule's name.
    pub rule: String,
    /// `LM` and three digits.
    pub code: String,
    /// `error` or `warn`; empty where the format does not say.
    #[serde(default)]
    pub level: String,
    /// `certain` or `likely`.
    pub confidence: String,
    /// The qualified name of what it stands in; empty at module level, and where the format does not say.
    #[serde(default)]
    pub symbol: String,
    /// The sentence.
    pub message: String,
    /// The notes.
    #[serde(default)]
    pub notes: Vec<NoteOutput>,
    /// The places that it stands for.
    #[serde(default)]
    pub places: Vec<PlaceOutput>,
    /// The fix.
    #[serde(default)]
    pub fix: Option<FixOutput>,
}

/// A place that a joined finding stands for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PlaceOutput {
    /// `same` where the mistake is, `caller` for a call that leads to it.
    pub role: String,
    /// Relative to the directory that was checked, with `/`.
    pub path: String,
    /// As that of a finding.
    pub line: usize,
    /// As that of a finding.
    pub column: usize,
    /// As that of a finding.
    pub end_line: usize,
    /// As that of a finding.
    pub end_column: usize,
    /// As that of a finding.
    pub symbol: String,
    /// As that of a finding.
    pub confidence: String,
    /// The sentence of the finding there.
    pub message: String,
    /// The applicability of the fix there.
    #[serde(default)]
    pub fix: Option<String>,
}

/// A fix that a finding offers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FixOutput {
    /// `safe`, `unsafe` or `display-only`.
    pub applicability: String,
    /// In places of the text that was checked.
    pub edits: Vec<Edit>,
}

impl FixOutput {
    /// Whether `fix --unsafe` applies it.
    pub fn is_applied(&self) -> bool {
        self.applicability != "display-only"
    }
}

/// A further sentence of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct NoteOutput {
    /// The sentence.
    pub message: String,
}

impl Finding {
    /// A finding that is three characters long, for tests.
    pub fn example(path: &str, rule: &str, (line, column): (usize, usize)) -> Self {
        Self {
            path: path.into(),
            line,
            column,
            end_line: line,
            end_column: column + 3,
            rule: rule.into(),
            // That of no rule; only the files of rules name codes.
            code: concat!("LM", "100").into(),
            level: "error".into(),
            confidence: "certain".into(),
            symbol: String::new(),
            message: "words".into(),
            notes: Vec::new(),
            places: Vec::new(),
            fix: None,
        }
    }

    /// The findings that a joined one stands for, each with the edits of all. Any other finding is returned as it is.
    fn apart(self) -> Vec<Self> {
        let same: Vec<&PlaceOutput> = self.places.iter().filter(|place| place.role == "same").collect();
        let at = |place: &PlaceOutput| Self {
            path: place.path.clone(),
            line: place.line,
            column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            symbol: place.symbol.clone(),
            confidence: place.confidence.clone(),
            message: place.message.clone(),
            places: Vec::new(),
            fix: self.fix.clone().filter(|_| place.fix.is_some()),
            ..self.clone()
        };
        let apart: Vec<Self> = same.into_iter().map(at).collect();
        if apart.is_empty() { vec![self] } else { apart }
    }

    /// The name of the function that makes the last call of its chain of calls, if it has one.
    pub fn last_caller(&self) -> Option<&str> {
        let mut callers =
            self.notes.iter().filter_map(|note| note.message.strip_prefix('`')?.split_once("` calls "));
        let (caller, _) = callers.next_back()?;
        caller.rsplit('.').next()
    }

    /// Line and column of the first character.
    pub fn start(&self) -> (usize, usize) {
        (self.line, self.column)
    }

    /// Line and column of the place after the last character.
    pub fn end(&self) -> (usize, usize) {
        (self.end_line, self.end_column)
    }
}

/// The built binary.
#[derive(Debug)]
pub struct Loopmend {
    binary: PathBuf,
}

impl Loopmend {
    /// Builds the binary for release if it is not up to date. Fails if it does not compile.
    pub fn build() -> Result<Self> {
        Self::build_as("release", &["--release"])
    }

    /// Builds the binary as wheels have it: for what is measured. Fails if it does not compile.
    pub fn build_for_measuring() -> Result<Self> {
        Self::build_as("dist", &["--profile", "dist"])
    }

    /// Builds loopmend with the profile of tests, for tasks that measure nothing. Fails if it does not compile.
    pub fn build_for_tests() -> Result<Self> {
        Self::build_as("debug", &[])
    }

    /// Builds loopmend with the profile of tests, as continuous integration does: not incrementally, which divides crates in another way.
    /// Fails if it does not compile.
    pub fn build_whole_for_tests() -> Result<Self> {
        Self::build_by(build_command(&[]).env("CARGO_INCREMENTAL", "0"), "debug")
    }

    fn build_as(directory: &str, profile: &[&str]) -> Result<Self> {
        Self::build_by(&mut build_command(profile), directory)
    }

    fn build_by(command: &mut Command, directory: &str) -> Result<Self> {
        workspace::run_visibly(command)?;
        let name = format!("loopmend{}", std::env::consts::EXE_SUFFIX);
        Ok(Self { binary: workspace::target().join(directory).join(name) })
    }

    /// The build that was named, or one that `build` makes.
    /// Fails if the named one is not there, or the other one does not compile.
    pub fn at_or_built(binary: Option<&Path>, build: fn() -> Result<Self>) -> Result<Self> {
        let Some(binary) = binary else { return build() };
        let binary = binary.canonicalize().with_context(|| format!("there is no {}", binary.display()))?;
        Ok(Self { binary })
    }

    /// A copy in a directory: a build that goes on meanwhile does not change it. Fails if it cannot be copied.
    pub fn copied_to(&self, directory: &Path) -> Result<Self> {
        std::fs::create_dir_all(directory).with_context(|| format!("cannot make {}", directory.display()))?;
        let binary = directory.join("loopmend");
        std::fs::copy(&self.binary, &binary).with_context(|| format!("cannot write {}", binary.display()))?;
        Ok(Self { binary })
    }

    /// Another build.
    pub fn at(binary: &Path) -> Self {
        Self { binary: binary.to_owned() }
    }

    /// The path of the binary.
    pub fn binary(&self) -> &Path {
        &self.binary
    }

    /// `loopmend` in a directory.
    pub fn command(&self, directory: &Path) -> Command {
        let mut command = Command::new(&self.binary);
        command.current_dir(directory);
        command
    }

    /// All findings in a directory, without any cache. Fails if the check fails or writes something else than its format.
    pub fn check(&self, directory: &Path, environment: &Path) -> Result<Vec<Finding>> {
        let mut command = self.command(directory);
        command.args(["check", "--no-cache"]);
        self.findings(command, environment)
    }

    /// The findings of a `check` with its options, in an environment. A finding that stands for several places is returned for each.
    /// Fails if the check fails or writes something else than its format.
    pub fn findings(&self, mut command: Command, environment: &Path) -> Result<Vec<Finding>> {
        let found: Vec<Finding> =
            read_json(command.args(["--output-format", "json", "--python"]).arg(environment))?;
        Ok(found.into_iter().flat_map(Finding::apart).collect())
    }

    /// Returns the JSON that a command writes about a directory. Fails if the command fails or writes no JSON.
    pub fn json<T: DeserializeOwned>(
        &self,
        directory: &Path,
        arguments: &[&str],
        environment: Option<&Path>,
    ) -> Result<T> {
        let mut command = self.command(directory);
        command.args(arguments).args(["--output-format", "json"]);
        if let Some(environment) = environment {
            command.arg("--python").arg(environment);
        }
        read_json(&mut command)
    }

    /// Returns the JSON objects, one a line, that a hidden command writes about a directory.
    /// Fails if the command fails or writes something else.
    pub fn list<T: DeserializeOwned>(&self, directory: &Path, arguments: &[&OsStr]) -> Result<Vec<T>> {
        let mut command = self.command(directory);
        let output = workspace::run_captured(command.args(arguments), &[0])?;
        let lines = output.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let read = |line| {
            serde_json::from_slice(line).with_context(|| {
                let line = String::from_utf8_lossy(line);
                format!("`{}` wrote a line of an unknown form: {line}", workspace::shown(&command))
            })
        };
        lines.map(read).collect()
    }

    /// The files that a check of this directory reads, relative to it. Fails if the check fails.
    pub fn files(&self, directory: &Path) -> Result<Vec<PathBuf>> {
        let output =
            workspace::run_captured(self.command(directory).args(["check", "--show-files"]), &WORKED)?;
        Ok(String::from_utf8_lossy(&output).lines().map(PathBuf::from).collect())
    }
}

fn read_json<T: DeserializeOwned>(command: &mut Command) -> Result<T> {
    let output = workspace::run_captured(command, &WORKED)?;
    serde_json::from_slice(&output)
        .with_context(|| format!("`{}` wrote an unknown form", workspace::shown(command)))
}

/// The command that builds the binary, with the options of a profile.
fn build_command(profile: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["build", "--quiet", "--package", "loopmend"]).args(profile).current_dir(workspace::root());
    command
}

#[cfg(test)]
mod tests {
    use super::Finding;

    #[test]
    fn a_finding_is_read_from_the_output_of_a_check() {
        let text = r#"[{"path": "a/b.py", "line": 3, "column": 5, "end_line": 3, "end_column": 9,
            "rule": "unawaited-coroutine", "code": "LM101", "level": "error", "confidence": "certain",
            "evidence": "inferred", "message": "`f` is never awaited", "notes": [], "fix": null}]"#;
        let found: Vec<Finding> = serde_json::from_str(text).unwrap();
        assert_eq!((found[0].path.as_str(), found[0].line, found[0].symbol.as_str()), ("a/b.py", 3, ""));
    }

    #[test]
    fn a_joined_finding_is_one_for_each_place() {
        let place = |role: &str, line: usize| {
            serde_json::json!({
                "role": role, "path": "b.py", "line": line, "column": 1, "end_line": line, "end_column": 2,
                "symbol": "f", "confidence": "likely", "message": "it blocks"
            })
        };
        let text = serde_json::json!({
            "path": "a.py", "line": 1, "column": 1, "end_line": 1, "end_column": 2, "rule": "r", "code": "c",
            "confidence": "certain", "message": "2 calls",
            "places": [place("same", 4), place("caller", 5), place("same", 6)]
        });
        let joined: Finding = serde_json::from_value(text).unwrap();
        let lines: Vec<_> = joined.apart().iter().map(|one| (one.path.clone(), one.line)).collect();
        assert_eq!(lines, [("b.py".to_owned(), 4), ("b.py".to_owned(), 6)]);
        let alone = Finding::example("a.py", "r", (1, 1));
        assert_eq!(alone.clone().apart(), [alone]);
    }
}
