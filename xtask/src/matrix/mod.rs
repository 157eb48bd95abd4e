//! What `loopmend test` sees: on versions of Python, pytest and pytest-asyncio, and beside other plugins.

mod companions;
mod stress;
mod versions;
mod watched;

use std::path::PathBuf;

use anyhow::Result;

use crate::tools::Tools;
use crate::witness::interpreters;
use crate::{Outcome, workspace};

/// The arguments of `cargo xtask matrix`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only these parts; else all
    #[arg(value_enum)]
    parts: Vec<Part>,
    /// Of the companions, only this one; the table in the docs stays as it is
    #[arg(long, value_name = "NAME")]
    companion: Option<String>,
}

/// What can be asked for alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// The suites that are watched, on versions of Python, pytest and pytest-asyncio
    Versions,
    /// A suite for each plugin and library that the probe has to work beside
    Companions,
    /// A suite of 20,000 tests, and one whose worker is killed
    Stress,
}

/// Runs `cargo xtask matrix`.
///
/// # Errors
/// When the tools or packages cannot be installed, or loopmend does not compile.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let tools = Tools::ready()?;
    let is_wanted = |part| arguments.parts.is_empty() || arguments.parts.contains(&part);
    let mut outcomes = Vec::new();
    if is_wanted(Part::Versions) {
        outcomes.push(versions::run(&tools)?);
    }
    if is_wanted(Part::Companions) {
        outcomes.push(companions::run(&tools, arguments.companion.as_deref())?);
    }
    if is_wanted(Part::Stress) {
        outcomes.push(stress::run(&tools)?);
    }
    let is_failed = outcomes.contains(&Outcome::Failed);
    Ok(if is_failed { Outcome::Failed } else { Outcome::Passed })
}

/// An interpreter with what is installed there.
#[derive(Clone, Copy, Debug)]
struct Cell {
    python: (u8, u8),
    packages: &'static [&'static str],
}

impl Cell {
    /// `CPython 3.13`.
    fn interpreter(&self) -> String {
        let (major, minor) = self.python;
        format!("CPython {major}.{minor}")
    }

    /// `CPython 3.13 with pytest==9.2.0 and trio==0.35.0`.
    fn title(&self) -> String {
        format!("{} with {}", self.interpreter(), self.packages.join(" and "))
    }

    /// The environment, made once under this name; `None` where there is no such interpreter.
    fn environment(&self, tools: &Tools, name: &str) -> Result<Option<PathBuf>> {
        let Some(interpreter) = interpreters::find(&[self.python], &[])?.found.pop() else {
            return Ok(None);
        };
        let wanted = self.packages.join("\n");
        let directory = workspace::target().join("matrix").join(name);
        let stamp = directory.join("installed.txt");
        if workspace::read(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(Some(directory));
        }
        tools.make_environment(&directory, &interpreter.command().get_program().to_string_lossy())?;
        let mut command = tools.uv(["pip", "install", "--python"]);
        workspace::run_captured(command.arg(&directory).args(self.packages), &[0])?;
        workspace::write(&stamp, &wanted)?;
        Ok(Some(directory))
    }
}
