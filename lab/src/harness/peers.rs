//! The type checkers that loopmend is compared with: what they say about coroutines that are not awaited.

use serde_json::Value;

use super::*;

/// The peers, at the versions that are measured.
pub(crate) const PEERS: [&str; 6] =
    ["mypy==2.4.1", "pyrefly==1.5.0", "pyright==1.1.414", "ruff==0.17.5", "ty==0.0.104", "zuban==0.10.2"];

/// The rule of ty about awaitables that are dropped.
const TY_RULE: &str = "unused-awaitable";

/// How ty writes its findings.
const TY_OUTPUT: [&str; 4] = ["--no-progress", "--exit-zero", "--output-format", "gitlab"];

/// The error codes of mypy for the same.
const MYPY_CODES: [&str; 2] = ["unused-coroutine", "unused-awaitable"];

/// A path, a line and a column, from 1, in characters.
pub(crate) type Place = (String, usize, usize);

/// A finding of a peer about a discarded awaitable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PeerFinding {
    /// Relative to the directory that was checked.
    pub(crate) path: String,
    /// From 1.
    pub(crate) line: usize,
    /// From 1, in characters.
    pub(crate) column: usize,
    /// The name of the rule or error code.
    pub(crate) rule: String,
    /// The sentence.
    pub(crate) message: String,
}

impl PeerFinding {
    /// The place of the call.
    pub(crate) fn place(&self) -> Place {
        (self.path.clone(), self.line, self.column)
    }
}

/// A type checker that is asked for all that it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Checker {
    Ty,
    Pyrefly,
}

impl Checker {
    /// All of them.
    pub(crate) const ALL: [Self; 2] = [Self::Ty, Self::Pyrefly];

    /// The name of the program.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ty => "ty",
            Self::Pyrefly => "pyrefly",
        }
    }
}

/// The programs.
#[derive(Debug)]
pub(crate) struct Peers {
    bin: PathBuf,
}

impl Peers {
    /// Installs them below `target/tools`, once, at the versions that `cargo lab bench` measures.
    /// Fails if they cannot be installed.
    pub(crate) fn ready(tools: &Tools) -> Result<Self> {
        Ok(Self { bin: install(tools)? })
    }

    /// Returns the findings of one rule of ty below a directory. All other rules are off.
    /// Fails if ty fails or writes something else than its format.
    pub(crate) fn ty(&self, directory: &Path, environment: &Path) -> Result<Vec<PeerFinding>> {
        let mut command = Command::new(self.bin.join("ty"));
        command.current_dir(directory).arg("check").args(TY_OUTPUT);
        command.args(["--ignore", "all", "--error", TY_RULE, "--python"]).arg(environment).arg(".");
        let output = workspace::run_captured(&mut command, &[0])?;
        read_ty(&output).with_context(|| format!("`{}` wrote an unknown form", workspace::shown(&command)))
    }

    /// All that a type checker says of the code below a directory, by its default rules and the settings of the project; for pyrefly, that is
    /// its preset `default`. Fails if the program fails or writes something else than its format.
    pub(crate) fn all(
        &self,
        checker: Checker,
        directory: &Path,
        environment: &Path,
    ) -> Result<Vec<PeerFinding>> {
        let mut command = Command::new(self.bin.join(checker.name()));
        command.current_dir(directory).arg("check");
        match checker {
            Checker::Ty => {
                command.args(TY_OUTPUT).arg("--python").arg(environment).arg(".");
                read_all_of_ty(&workspace::run_captured(&mut command, &[0])?)
            }
            Checker::Pyrefly => {
                // The copies of the corpora lie in a directory that git ignores.
                command.args(["--preset", "default", "--use-ignore-files=false", "--output-format", "json"]);
                command.arg("--python-interpreter-path");
                command.arg(environment.join("bin/python")).arg(".");
                read_pyrefly(&workspace::run_captured(&mut command, &[0, 1])?, directory)
            }
        }
        .with_context(|| format!("`{}` wrote an unknown form", workspace::shown(&command)))
    }

    /// What mypy says of the code below a directory, without the settings of the project, in functions without
    /// annotations too. Modules that it cannot tell apart are a reason to fail for it. Fails if mypy fails.
    pub(crate) fn mypy(&self, directory: &Path, environment: &Path) -> Result<Vec<PeerFinding>> {
        let mut command = Command::new(self.bin.join("mypy"));
        command.current_dir(directory).args(["--cache-dir=/dev/null", "--no-incremental", "--config-file="]);
        command.args(["--check-untyped-defs", "--explicit-package-bases", "--output", "json"]);
        for code in MYPY_CODES {
            command.args(["--enable-error-code", code]);
        }
        command.arg("--python-executable").arg(environment.join("bin/python")).arg(".");
        read_mypy(&workspace::run_captured(&mut command, &[0, 1])?)
    }
}

/// Installs the peers below `target/tools`, once, and returns the directory of their programs.
/// Fails if they cannot be installed.
pub(crate) fn install(tools: &Tools) -> Result<PathBuf> {
    let environment = target("tools/peers");
    tools.environment_with(&environment, ">=3.11", &PEERS)?;
    Ok(environment.join("bin"))
}

/// The findings of ty about discarded awaitables.
fn read_ty(output: &[u8]) -> Result<Vec<PeerFinding>> {
    let mut found = read_all_of_ty(output)?;
    found.retain(|finding| finding.rule == TY_RULE);
    Ok(found)
}

/// The report of pyrefly, whose paths are absolute.
fn read_pyrefly(output: &[u8], directory: &Path) -> Result<Vec<PeerFinding>> {
    let report: Value = serde_json::from_slice(output)?;
    let mut found = read_findings(&report["errors"], ["/path", "/line", "/column", "/name", "/description"])?;
    for finding in &mut found {
        if let Ok(relative) = Path::new(&finding.path).strip_prefix(directory) {
            finding.path = relative.to_string_lossy().into_owned();
        }
    }
    Ok(found)
}

/// A list in the form of GitLab's reports of code quality.
fn read_all_of_ty(output: &[u8]) -> Result<Vec<PeerFinding>> {
    const LINE: &str = "/location/positions/begin/line";
    const COLUMN: &str = "/location/positions/begin/column";
    let report: Value = serde_json::from_slice(output)?;
    let mut found = read_findings(&report, ["/location/path", LINE, COLUMN, "/check_name", "/description"])?;
    for finding in &mut found {
        let words = finding.message.trim_start_matches(&finding.rule).trim_start_matches(": ");
        finding.message = words.to_owned();
    }
    Ok(found)
}

/// One JSON object a line; what else mypy writes, such as a summary, is passed over.
fn read_mypy(output: &[u8]) -> Result<Vec<PeerFinding>> {
    let text = String::from_utf8_lossy(output);
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let of_code = |one: &Value| one["code"].as_str().is_some_and(|code| MYPY_CODES.contains(&code));
    let reported = Value::Array(lines.filter(of_code).collect());
    let mut found = read_findings(&reported, ["/file", "/line", "/column", "/code", "/message"])?;
    for finding in &mut found {
        finding.path = finding.path.trim_start_matches("./").to_owned();
        finding.column += 1;
    }
    Ok(found)
}

/// The findings of a list, by the places of path, line, column, rule and message in each.
fn read_findings(list: &Value, places: [&str; 5]) -> Result<Vec<PeerFinding>> {
    let read = |one: &Value| {
        let [path, line, column, rule, message] = places.map(|place| one.pointer(place));
        let words = |value: Option<&Value>| Some(value?.as_str()?.to_owned());
        let number = |value: Option<&Value>| value?.as_u64().map(|number| number as usize);
        Some(PeerFinding {
            path: words(path)?,
            line: number(line)?,
            column: number(column)?,
            rule: words(rule)?,
            message: words(message)?,
        })
    };
    let list = list.as_array().context("there is no list of findings")?;
    list.iter().map(|one| read(one).with_context(|| format!("an unknown finding: {one}"))).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{read_mypy, read_pyrefly, read_ty};

    #[test]
    fn reports_of_pyrefly_are_read() {
        let text = r#"{"errors": [{"line": 3, "column": 4, "stop_line": 3, "stop_column": 9, "path": "/project/a.py",
            "code": -2, "name": "missing-attribute", "description": "words", "concise_description": "words", "severity": "error"}]}"#;
        let found = read_pyrefly(text.as_bytes(), Path::new("/project")).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place(), ("a.py".to_owned(), 3, 4));
        assert_eq!(found[0].rule, "missing-attribute");
    }

    #[test]
    fn reports_of_ty_are_read() {
        let text = r#"[{"check_name": "unused-awaitable", "description": "unused-awaitable: `f` is not awaited",
            "severity": "major", "fingerprint": "0", "location": {"path": "a.py",
            "positions": {"begin": {"line": 4, "column": 5}, "end": {"line": 4, "column": 8}}}},
            {"check_name": "invalid-syntax", "description": "words", "severity": "major", "fingerprint": "1",
            "location": {"path": "b.py", "positions": {"begin": {"line": 1, "column": 1},
            "end": {"line": 1, "column": 1}}}}]"#;
        let found = read_ty(text.as_bytes()).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place(), ("a.py".to_owned(), 4, 5));
        assert_eq!(found[0].message, "`f` is not awaited");
    }

    #[test]
    fn reports_of_mypy_are_read() {
        let text = r#"{"file": "./a.py", "line": 3, "column": 4, "message": "words", "hint": null, "code": "unused-coroutine", "severity": "error"}
{"file": "b.py", "line": 3, "column": 4, "message": "words", "hint": null, "code": "arg-type", "severity": "error"}
Found 2 errors"#;
        let found = read_mypy(text.as_bytes()).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place(), ("a.py".to_owned(), 3, 5));
    }
}
