//! Python programs the tasks need, in virtual environments below `target/tools`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::workspace;

/// The installer that makes all other environments.
const UV: &str = "uv==0.13.8";

/// The installer and the Python it came from.
#[derive(Debug)]
pub struct Tools {
    bin: PathBuf,
}

impl Tools {
    /// Installs the tools below `target/tools`, once. Fails if there is no `python3` on PATH or the installation fails.
    pub fn ready() -> Result<Self> {
        let environment = workspace::target().join("tools/venv");
        let tools = Self { bin: environment.join("bin") };
        workspace::once(&environment.join("installed.txt"), UV, || {
            workspace::remove_directory(&environment)?;
            workspace::run_visibly(Command::new("python3").args(["-m", "venv"]).arg(&environment)).context(
                "cannot make the environment of the tools; Python 3.10 or newer with `venv` is needed",
            )?;
            workspace::run_visibly(&mut tools.pip(["install", "--quiet", UV]))
        })?;
        Ok(tools)
    }

    /// `pip` with these arguments.
    pub fn pip<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = self.python();
        command.args(["-m", "pip"]).args(arguments);
        command
    }

    /// The Python interpreter of the tools.
    pub fn python(&self) -> Command {
        Command::new(self.bin.join("python"))
    }

    /// `uv`, which uses only interpreters that are on the machine.
    pub fn uv<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(self.bin.join("uv"));
        command.args(["--quiet", "--no-python-downloads", "--no-config"]).args(arguments);
        command
    }

    /// Makes an empty environment for the Python that the request (`3.11`, `>=3.11`) names.
    /// Fails if no such interpreter is found.
    pub fn make_environment(&self, directory: &Path, request: &str) -> Result<()> {
        workspace::remove_directory(directory)?;
        workspace::run_captured(self.uv(["venv", "--python", request]).arg(directory), &[0])
            .with_context(|| format!("cannot make an environment for Python {request}"))?;
        Ok(())
    }

    /// Makes an environment for a Python with these packages, once. Fails if there is no such interpreter, or a package cannot be installed.
    pub fn environment_with<S: AsRef<str>>(
        &self,
        directory: &Path,
        python: &str,
        packages: &[S],
    ) -> Result<()> {
        let packages: Vec<&str> = packages.iter().map(AsRef::as_ref).collect();
        workspace::once(&directory.join("installed.txt"), &packages.join("\n"), || {
            self.make_environment(directory, python)?;
            let mut command = self.uv(["pip", "install", "--python"]);
            workspace::run_captured(command.arg(directory).args(&packages), &[0]).map(drop)
        })
    }

    /// Installs requirements into an environment: first all of them at once, and if that fails one by
    /// one without their dependencies, so that one bad requirement does not stop the others. Returns those
    /// that failed. Fails if the installer cannot be started.
    pub fn install_locked(&self, environment: &Path, requirements: &[String]) -> Result<Vec<String>> {
        if requirements.is_empty() || self.install(environment, requirements).is_ok() {
            return Ok(Vec::new());
        }
        let mut failed = Vec::new();
        for requirement in requirements {
            if let Err(error) = self.install(environment, std::slice::from_ref(requirement)) {
                eprintln!("{requirement}: {error:#}");
                failed.push(requirement.clone());
            }
        }
        Ok(failed)
    }

    fn install(&self, environment: &Path, requirements: &[String]) -> Result<()> {
        let mut command = self.uv(["pip", "install", "--no-deps", "--python"]);
        command.arg(environment).args(requirements);
        workspace::run_captured(&mut command, &[0]).map(drop)
    }
}

/// The name of a distribution as PEP 503 compares it.
pub fn normalized(name: &str) -> String {
    let pieces = name.split(['-', '_', '.']).filter(|piece| !piece.is_empty());
    pieces.collect::<Vec<_>>().join("-").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::normalized;

    #[test]
    fn names_are_normalized() {
        assert_eq!(normalized("Zope._Interface"), "zope-interface");
    }
}
