//! Checks the programs of `tests/forms` and compares the bugs that are missed, and the findings on correct lines, with `expected.txt`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use expect_test::expect_file;
use serde_json::Value;

use crate::support::copy_directory;

/// The folders that are checked, each as a project of its own.
const FOLDERS: [&str; 6] = ["first", "forms", "fourth", "recall", "second", "third"];

/// The rules that report the end of a path instead of its start.
const RULES_OF_PATHS: [&str; 2] = ["LM202", "LM501"];

#[test]
fn bugs_are_found_and_correct_lines_are_not_reported() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/forms");
    let mut report = String::new();
    for folder in FOLDERS {
        let score = score(&root.join(folder));
        let missed = score.missed.len();
        writeln!(report, "{folder}: {} of {} bugs found", score.bugs - missed, score.bugs)
            .expect("a string grows");
        score.missed.iter().for_each(|line| writeln!(report, "  missed {line}").expect("a string grows"));
        score
            .false_alarms
            .iter()
            .for_each(|line| writeln!(report, "  false {line}").expect("a string grows"));
    }
    expect_file![root.join("expected.txt")].assert_eq(&report);
}

#[derive(Default)]
struct Score {
    bugs: usize,
    missed: Vec<String>,
    false_alarms: Vec<String>,
}

/// A finding, with its line from 1.
struct Finding {
    line: usize,
    code: String,
    message: String,
}

fn score(folder: &Path) -> Score {
    let findings = findings(folder);
    let of_paths: String =
        findings.values().flatten().filter(|it| is_of_path(it)).map(|it| it.message.as_str()).collect();
    let mut score = Score::default();
    for path in python_files(folder) {
        let name =
            path.strip_prefix(folder).expect("the file is in the folder").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a program can be read");
        let own = findings.get(&name).map(Vec::as_slice).unwrap_or_default();
        score.add(&name, &Marks::of(&text), own, &of_paths);
    }
    score
}

impl Score {
    fn add(&mut self, name: &str, marks: &Marks, findings: &[Finding], of_paths: &str) {
        self.bugs += marks.bugs.len();
        for bug in &marks.bugs {
            let is_reported = findings.iter().any(|finding| marks.bug_of(finding.line) == Some(bug.line));
            if !is_reported && !bug.is_named_in(of_paths) {
                self.missed.push(format!("{name}:{}", bug.line));
            }
        }
        for finding in findings {
            let is_path =
                is_of_path(finding) && marks.bugs.iter().any(|bug| bug.is_named_in(&finding.message));
            if !marks.is_marked(finding.line) && !is_path {
                self.false_alarms.push(format!("{name}:{} {}", finding.line, finding.code));
            }
        }
    }
}

fn is_of_path(finding: &Finding) -> bool {
    RULES_OF_PATHS.contains(&finding.code.as_str())
}

/// A line that must have a finding.
struct Bug {
    line: usize,
    /// The name of the innermost function around it.
    function: Option<String>,
}

impl Bug {
    /// Whether messages name the function, alone or behind a class.
    fn is_named_in(&self, messages: &str) -> bool {
        let named = |name: &String| {
            messages.contains(&format!("`{name}`")) || messages.contains(&format!(".{name}`"))
        };
        self.function.as_ref().is_some_and(named)
    }
}

/// The marked lines of a program.
struct Marks {
    bugs: Vec<Bug>,
    also: Vec<usize>,
    undecidable: Vec<usize>,
}

impl Marks {
    fn of(text: &str) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let with = |mark: &str| -> Vec<usize> {
            let has = |line: &str| {
                line.rsplit('#').next().is_some_and(|comment| comment.trim_start().starts_with(mark))
            };
            (1..=lines.len()).filter(|line| has(lines[line - 1])).collect()
        };
        let bugs = with("BUG").into_iter().map(|line| Bug { line, function: function_around(&lines, line) });
        Self { bugs: bugs.collect(), also: with("ALSO"), undecidable: with("UNDECIDABLE") }
    }

    fn is_marked(&self, line: usize) -> bool {
        self.bug_of(line).is_some() || self.undecidable.contains(&line)
    }

    /// The line of the bug that a finding on a line stands for.
    fn bug_of(&self, line: usize) -> Option<usize> {
        let nearest = || self.bugs.iter().map(|bug| bug.line).min_by_key(|bug| bug.abs_diff(line));
        match self.bugs.iter().any(|bug| bug.line == line) {
            true => Some(line),
            false => self.also.contains(&line).then(nearest)?,
        }
    }
}

fn function_around(lines: &[&str], line: usize) -> Option<String> {
    let indent = |text: &str| text.len() - text.trim_start().len();
    let own = indent(lines[line - 1]);
    lines[..line].iter().rev().find_map(|text| {
        let header = text.trim_start();
        let name = header.strip_prefix("async def ").or_else(|| header.strip_prefix("def "))?;
        (indent(text) < own || std::ptr::eq(*text, lines[line - 1]))
            .then(|| name.split('(').next().unwrap_or_default().to_owned())
    })
}

fn findings(folder: &Path) -> BTreeMap<String, Vec<Finding>> {
    // Below `tests`, the programs would count as tests.
    let project = tempfile::tempdir().expect("a directory is made");
    copy_directory(folder, project.path());
    let output = Command::new(env!("CARGO_BIN_EXE_loopmend"))
        .args(["check", "--select", "ALL", "--no-cache", "--output-format", "json", "."])
        .current_dir(project.path())
        .output()
        .expect("loopmend runs");
    let report: Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
    let mut findings: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    for found in report.as_array().expect("the report is a list") {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let line = found["line"].as_u64().expect("a finding has a line");
        let finding =
            Finding { line: line as usize, code: text(&found["code"]), message: text(&found["message"]) };
        findings.entry(text(&found["path"])).or_default().push(finding);
    }
    findings
}

/// The Python files below a folder, in order.
fn python_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() {
            found.extend(python_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
    found.sort();
    found
}
