//! Projects with an environment, and what `loopmend doctor --migrate` says of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::loopmend;

/// A directory with a project and an environment as it looks to who only reads it.
pub(crate) struct Place {
    directory: TempDir,
}

impl Place {
    /// A project of these files, with the names and versions of what is installed beside it.
    pub(crate) fn new(files: &[(&str, &str)], installed: &[(&str, &str)]) -> Self {
        let place = Self { directory: tempfile::tempdir().unwrap() };
        fs::create_dir_all(place.project()).unwrap();
        for (name, text) in files {
            place.write(name, text.as_bytes());
        }
        for (name, version) in installed {
            place.install(name, version);
        }
        place
    }

    /// A copy of an example project of `tests/doctor`.
    pub(crate) fn of_example(name: &str, installed: &[(&str, &str)]) -> Self {
        let place = Self::new(&[], installed);
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/doctor").join(name);
        for entry in fs::read_dir(example).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, place.project().join(path.file_name().unwrap())).unwrap();
            }
        }
        place
    }

    /// Where the project is.
    pub(crate) fn project(&self) -> PathBuf {
        self.directory.path().join("project")
    }

    /// Writes a file of the project.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.project().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The text of a file of the project.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.project().join(name)).unwrap()
    }

    fn install(&self, name: &str, version: &str) {
        let home = self.directory.path().join("environment");
        let site = home.join("lib/python3.11/site-packages");
        let dist_info = site.join(format!("{}-{version}.dist-info", name.replace('-', "_")));
        fs::create_dir_all(&dist_info).unwrap();
        fs::write(home.join("pyvenv.cfg"), "home = /usr/bin\nversion = 3.11.0\n").unwrap();
        fs::write(dist_info.join("METADATA"), format!("Name: {name}\nVersion: {version}\n")).unwrap();
    }

    /// The texts of the project, without the journal.
    pub(crate) fn texts(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let files = fs::read_dir(self.project()).unwrap().map(|entry| entry.unwrap().path());
        files.filter(|path| path.is_file()).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    }

    /// The program, run in the project.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let mut command = loopmend();
        command.args(arguments).current_dir(self.project());
        command.output().unwrap()
    }

    /// `loopmend doctor --migrate` in the project, with its environment.
    pub(crate) fn migrate(&self, arguments: &[&str]) -> Output {
        let environment = self.directory.path().join("environment");
        let python = environment.to_string_lossy().into_owned();
        let named = if environment.is_dir() { vec!["--python", python.as_str()] } else { Vec::new() };
        self.run(&[&["doctor", "--migrate"], arguments, named.as_slice()].concat())
    }

    /// The plan as JSON.
    pub(crate) fn plan(&self, arguments: &[&str]) -> Value {
        let output = self.migrate(&[arguments, &["--output-format", "json"]].concat());
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
    }
}

/// `edit LM301 conftest.py:7`, one for each place.
pub(crate) fn steps(plan: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for step in plan["steps"].as_array().unwrap() {
        let (kind, code) = (step["kind"].as_str().unwrap(), step["code"].as_str().unwrap_or("-"));
        for place in step["places"].as_array().unwrap() {
            found.push(format!("{kind} {code} {}:{}", place["path"].as_str().unwrap(), place["line"]));
        }
    }
    found
}

/// What was printed.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What was said beside that.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
