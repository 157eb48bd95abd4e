//! Checks the programs of `tests/reports` and compares the findings with `expected.txt`.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use expect_test::expect_file;

use crate::support::copy_directory;

/// The folders, each with one project a folder.
const PARTS: [&str; 4] = ["first", "developed", "held-back", "correct"];

/// The packages that are installed: what runs the tests of the projects.
const INSTALLED: [(&str, &str); 2] =
    [("pytest-9.0.0", ""), ("pytest_asyncio-1.5.0", "[pytest11]\nasyncio = pytest_asyncio.plugin\n")];

#[test]
fn reported_bugs_are_found_and_cured_programs_are_not_reported() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/reports");
    let environment = environment();
    let mut report = String::new();
    for part in PARTS {
        for project in folders(&root.join(part)) {
            let name = project.file_name().expect("a folder has a name").to_string_lossy();
            let copy = tempfile::tempdir().expect("a directory can be created");
            copy_directory(&project, copy.path());
            let findings = findings(copy.path(), environment.path());
            let shown = if findings.is_empty() { "nothing".to_owned() } else { findings.join("; ") };
            writeln!(report, "{part}/{name}: {shown}").expect("a string grows");
        }
    }
    expect_file![root.join("expected.txt")].assert_eq(&report);
}

/// Returns the findings of a project, each as `path:line code`.
fn findings(project: &Path, environment: &Path) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_loopmend"))
        .args(["check", "--no-cache", "--output-format", "concise", "--python"])
        .arg(environment)
        .arg(".")
        .current_dir(project)
        .output()
        .expect("loopmend runs");
    let text = String::from_utf8(output.stdout).expect("the output is UTF-8");
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}: {text}", project.display());
    text.lines().filter_map(finding).collect()
}

/// Returns `a.py:3 LM208` for `a.py:3:10: LM208 [warn] ...`.
fn finding(line: &str) -> Option<String> {
    let (place, rest) = line.split_once(": LM")?;
    let (path, position) = place.split_once(':')?;
    let line = position.split(':').next()?;
    let code = rest.split(' ').next()?;
    Some(format!("{path}:{line} LM{code}"))
}

/// Creates an environment in which only the packages that run tests are installed.
fn environment() -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("a directory can be created");
    let site = directory.path().join("lib/python3.12/site-packages");
    for (distribution, entry_points) in INSTALLED {
        let information = site.join(format!("{distribution}.dist-info"));
        fs::create_dir_all(&information).expect("a directory can be created");
        fs::write(information.join("entry_points.txt"), entry_points).expect("a file can be written");
    }
    fs::write(directory.path().join("pyvenv.cfg"), "home = /nowhere\nversion = 3.12.1\n")
        .expect("a file can be written");
    directory
}

fn folders(part: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(part)
        .expect("the part exists")
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    found.sort();
    found
}
