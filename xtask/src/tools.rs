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
pub(crate) struct Tools {
    bin: PathBuf,
}

impl Tools {
    /// Installs the tools below `target/tools`, once.
    ///
    /// # Errors
    /// When there is no `python3` on PATH or the installation fails.
    pub(crate) fn ready() -> Result<Self> {
        let environment = workspace::target().join("tools/venv");
        let tools = Self { bin: environment.join("bin") };
        let stamp = environment.join("installed.txt");
        if workspace::read(&stamp).is_ok_and(|installed| installed == UV) {
            return Ok(tools);
        }
        workspace::remove_directory(&environment)?;
        workspace::run_visibly(Command::new("python3").args(["-m", "venv"]).arg(&environment)).context(
            "cannot make the environment of the tools; Python 3.10 or newer with `venv` is needed",
        )?;
        workspace::run_visibly(&mut tools.pip(["install", "--quiet", UV]))?;
        workspace::write(&stamp, UV)?;
        Ok(tools)
    }

    /// `pip` with these arguments.
    pub(crate) fn pip<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = self.python();
        command.args(["-m", "pip"]).args(arguments);
        command
    }

    /// The Python interpreter of the tools.
    pub(crate) fn python(&self) -> Command {
        Command::new(self.bin.join("python"))
    }

    /// `uv`, which uses only interpreters that are on the machine.
    pub(crate) fn uv<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(self.bin.join("uv"));
        command.args(["--quiet", "--no-python-downloads", "--no-config"]).args(arguments);
        command
    }

    /// Makes an empty environment for the Python that the request (`3.11`, `>=3.11`) names.
    ///
    /// # Errors
    /// When no such interpreter is found.
    pub(crate) fn make_environment(&self, directory: &Path, request: &str) -> Result<()> {
        workspace::remove_directory(directory)?;
        workspace::run_captured(self.uv(["venv", "--python", request]).arg(directory), &[0])
            .with_context(|| format!("cannot make an environment for Python {request}"))?;
        Ok(())
    }

    /// Installs requirements into an environment: first all of them at once, and if that fails one by
    /// one without their dependencies, so that one bad requirement does not stop the others. Returns those
    /// that failed.
    ///
    /// # Errors
    /// When the installer cannot be started.
    pub(crate) fn install_locked(&self, environment: &Path, requirements: &[String]) -> Result<Vec<String>> {
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
