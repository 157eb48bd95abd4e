//! The findings that the pages of `docs/errors` state for their examples.
//!
//! The directory `before` of an example has the stated findings and no others. The directory `after` has none.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::loopmend;
use serde_json::Value;

/// The distributions of the environment.
const INSTALLED: [&str; 2] = ["pytest-9.2.0", "pytest_asyncio-1.5.0"];

/// Functions of packages that the examples call.
const MODULES: [(&str, &str); 5] = [
    ("anyio/__init__.py", "from ._core._eventloop import run as run\n"),
    ("anyio/_core/__init__.py", ""),
    ("anyio/_core/_eventloop.py", "def run(func, *args, backend='asyncio'): ...\n"),
    ("asgiref/__init__.py", ""),
    ("asgiref/sync.py", "def async_to_sync(awaitable): ...\n"),
];

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file has a directory")).unwrap();
    fs::write(path, text).unwrap();
}

fn install(project: &Path) {
    let site = project.join(".venv/lib/python3.12/site-packages");
    for distribution in INSTALLED {
        let is_plugin = distribution.starts_with("pytest_asyncio-");
        let entry_points = if is_plugin { "[pytest11]\nasyncio = pytest_asyncio.plugin\n" } else { "" };
        write(&site.join(format!("{distribution}.dist-info/entry_points.txt")), entry_points);
    }
    for (path, text) in MODULES {
        write(&site.join(path), text);
    }
    write(&project.join(".venv/pyvenv.cfg"), "home = /nowhere\nversion = 3.12.1\n");
}

fn pages() -> Vec<PathBuf> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/errors");
    let entries = fs::read_dir(home).expect("the pages are there");
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.file_stem().is_some_and(|stem| stem != "index"));
    pages.sort();
    pages
}

/// The files of a page below a directory: blocks after a line with their path.
fn files<'a>(page: &'a str, directory: &str) -> Vec<(&'a str, &'a str)> {
    let begin = format!("\n`{directory}/");
    let mut files = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once(begin.as_str()) {
        let (path, after) = after.split_once("`:\n\n```").expect("a path has a block");
        let (_, after) = after.split_once('\n').expect("a block has lines");
        let (text, after) = after.split_once("```").expect("a block ends");
        files.push((path, text));
        rest = after;
    }
    files
}

/// The findings that a page states, as `CODE PATH:LINE`.
fn stated(page: &str) -> Vec<String> {
    let sentences = page.split("In the example below, `loopmend check` reports [").skip(1);
    let findings = sentences.map(|sentence| {
        let (_, rest) = sentence.split_once(" (").expect("a name and a code");
        let (code, rest) = rest.split_once(')').expect("a code");
        let (_, rest) = rest.split_once(" in line ").expect("a line");
        let (line, rest) = rest.split_once(" of `before/").expect("a path");
        let (path, _) = rest.split_once('`').expect("a path");
        format!("{code} {path}:{line}")
    });
    findings.collect()
}

/// The findings of `check`, as `CODE PATH:LINE`.
fn found(page: &str, directory: &str) -> Vec<String> {
    let project = tempfile::tempdir().unwrap();
    install(project.path());
    for (path, text) in files(page, directory) {
        write(&project.path().join(path), text);
    }
    let mut command = loopmend();
    command.args(["check", "--strict", "--no-cache", "--output-format", "json"]).current_dir(project.path());
    let output = command.output().unwrap();
    let findings: Vec<Value> =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"));
    let word = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let line = |finding: &Value| finding["line"].as_u64().unwrap_or_default();
    findings
        .iter()
        .map(|finding| format!("{} {}:{}", word(finding, "code"), word(finding, "path"), line(finding)))
        .collect()
}

#[test]
fn the_examples_have_the_findings_that_their_pages_state() {
    let mut with_findings = 0;
    for path in pages() {
        let page = fs::read_to_string(&path).unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(!files(&page, "before").is_empty() && !files(&page, "after").is_empty(), "{name}");
        let stated = stated(&page);
        assert_eq!(found(&page, "before"), stated, "{name}: before");
        assert_eq!(found(&page, "after"), Vec::<String>::new(), "{name}: after");
        with_findings += usize::from(!stated.is_empty());
    }
    assert!(with_findings >= 20, "{with_findings}");
}
