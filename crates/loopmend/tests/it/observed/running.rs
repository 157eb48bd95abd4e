//! How suites are run, with and without the probe.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// Runs `loopmend test` on a suite of these files.
pub(crate) fn run(python: &Path, files: &[(&str, &str)], options: &[&str], arguments: &[&str]) -> Output {
    let directory = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(directory.path().join(name), text).unwrap();
    }
    loopmend(directory.path(), python, options, arguments)
}

pub(crate) fn loopmend(directory: &Path, python: &Path, options: &[&str], arguments: &[&str]) -> Output {
    command(directory, python, options, arguments).output().unwrap()
}

pub(crate) fn command(directory: &Path, python: &Path, options: &[&str], arguments: &[&str]) -> Command {
    let mut command = quiet(env!("CARGO_BIN_EXE_loopmend"), directory);
    command.args(["test", "--python"]).arg(python).args(options);
    command.args(["--", "-p", "no:cacheprovider"]).args(arguments);
    command
}

pub(crate) fn pytest(directory: &Path, python: &Path, arguments: &[&str]) -> Output {
    let mut command = quiet(python, directory);
    command.args(["-m", "pytest", "-p", "no:cacheprovider"]).args(arguments).output().unwrap()
}

/// A command that leaves no compiled files and does as the test says, whatever the environment is.
pub(crate) fn quiet(program: impl AsRef<OsStr>, directory: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(directory).env("PYTHONDONTWRITEBYTECODE", "1");
    for name in ["PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTHONPATH", "PYTHONASYNCIODEBUG", "VIRTUAL_ENV"] {
        command.env_remove(name);
    }
    command
}

pub(crate) fn report(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

pub(crate) fn findings(output: &Output) -> Vec<Value> {
    report(output)["findings"].as_array().unwrap().clone()
}

pub(crate) fn says(output: &Output, words: &str) -> bool {
    [&output.stdout, &output.stderr].iter().any(|text| String::from_utf8_lossy(text).contains(words))
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

pub(crate) fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}
