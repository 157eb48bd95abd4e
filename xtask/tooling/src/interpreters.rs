//! The interpreters of this machine, where their users keep them, and environments that are made from them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use loopmend_mdtest::Interpreter;

use crate::workspace;

/// The interpreters found for the requested versions.
#[derive(Debug, Default)]
pub struct Interpreters {
    /// One for each version that is there, oldest first.
    pub found: Vec<Interpreter>,
    /// The versions of which there is none.
    pub missing: Vec<(u8, u8)>,
}

/// Looks for CPython of these versions: those that are given, then what is on `PATH`, then pyenv's.
/// Fails if one that is given cannot be run, or is another version.
pub fn find(versions: &[(u8, u8)], given: &[PathBuf]) -> Result<Interpreters> {
    let given = given.iter().map(|path| ask_given(path, versions)).collect::<Result<Vec<_>>>()?;
    let pyenv = pyenv_versions();
    let mut interpreters = Interpreters::default();
    for version in versions {
        let known = given.iter().find(|interpreter| interpreter.version() == *version).cloned();
        match known.or_else(|| candidates(*version, &pyenv).find_map(|program| usable(&program, *version))) {
            Some(interpreter) => interpreters.found.push(interpreter),
            None => interpreters.missing.push(*version),
        }
    }
    Ok(interpreters)
}

fn ask_given(path: &Path, versions: &[(u8, u8)]) -> Result<Interpreter> {
    let found = Interpreter::find(path).with_context(|| format!("cannot run {}", path.display()))?;
    let interpreter = found.with_context(|| format!("there is no {}", path.display()))?;
    let is_wanted = interpreter.implementation() == "cpython" && versions.contains(&interpreter.version());
    let (name, release) = (interpreter.implementation(), interpreter.release());
    ensure!(is_wanted, "{} is {name} {release}, for which no witness is run", path.display());
    Ok(interpreter)
}

/// The candidates for CPython of a version: the name on `PATH`, then those of pyenv, newest first.
fn candidates((major, minor): (u8, u8), pyenv: &[PathBuf]) -> impl Iterator<Item = OsString> {
    let prefix = format!("{major}.{minor}.");
    let mut releases: Vec<(u32, &PathBuf)> = pyenv
        .iter()
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?;
            Some((name.strip_prefix(&prefix)?.parse().ok()?, path))
        })
        .collect();
    releases.sort_unstable();
    let of_pyenv: Vec<OsString> =
        releases.iter().rev().map(|(_, path)| path.join("bin/python").into_os_string()).collect();
    std::iter::once(OsString::from(format!("python{major}.{minor}"))).chain(of_pyenv)
}

/// An interpreter that runs and is what it should be. One on `PATH` may be a shim of pyenv that runs nothing.
fn usable(program: &OsString, version: (u8, u8)) -> Option<Interpreter> {
    let interpreter = Interpreter::find(program).ok().flatten()?;
    (interpreter.implementation() == "cpython" && interpreter.version() == version).then_some(interpreter)
}

/// The directories of what pyenv has installed.
fn pyenv_versions() -> Vec<PathBuf> {
    let root = std::env::var_os("PYENV_ROOT").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| Path::new(&home).join(".pyenv"));
    let Some(root) = root.or_else(home) else { return Vec::new() };
    let entries = std::fs::read_dir(root.join("versions")).into_iter().flatten();
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// The interpreter of an environment with these packages in a directory, made where it is not there; `None` where pip cannot
/// install them, which is printed. Fails if the environment cannot be made.
pub fn environment(base: &Interpreter, directory: &Path, packages: &[String]) -> Result<Option<Interpreter>> {
    let python = directory.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = directory.join("installed.txt");
    let wanted = packages.join(" ");
    if !workspace::read(&stamp).is_ok_and(|installed| installed == wanted) {
        workspace::remove_directory(directory)?;
        workspace::run_captured(base.command().args(["-m", "venv"]).arg(directory), &[0])?;
        let installer = Interpreter::find(&python)?.context("an environment has an interpreter")?;
        let mut pip = installer.command();
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(packages);
        if let Err(error) = workspace::run_captured(&mut pip, &[0]) {
            eprintln!("{error:#}");
            return Ok(None);
        }
        workspace::write(&stamp, &wanted)?;
    }
    Ok(Interpreter::find(&python)?)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{candidates, find};

    #[test]
    fn the_newest_release_of_pyenv_comes_after_the_path() {
        let versions = ["3.9.2", "3.9.18", "3.10.1", "pypy3.9-7.3", "3.9.1-dev"];
        let pyenv: Vec<_> = versions.iter().map(|name| PathBuf::from("/v").join(name)).collect();
        let found: Vec<_> = candidates((3, 9), &pyenv).collect();
        assert_eq!(found, ["python3.9", "/v/3.9.18/bin/python", "/v/3.9.2/bin/python"]);
    }

    #[test]
    fn a_version_that_is_not_there_is_missing() {
        let interpreters = find(&[(9, 0)], &[]).unwrap();
        assert_eq!((interpreters.found.len(), interpreters.missing), (0, vec![(9, 0)]));
    }

    #[test]
    fn what_is_given_must_be_there() {
        let error = find(&[(9, 0)], &[PathBuf::from("no/such/python")]).unwrap_err();
        assert_eq!(error.to_string(), "there is no no/such/python");
    }
}
