//! What `loopmend test` sees: on versions of Python, pytest and pytest-asyncio, and beside other plugins.

mod companions;
mod sid;
mod stress;
mod versions;
mod watched;

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Result;

use crate::interpreters;
use crate::tools::Tools;
use crate::{Outcome, workspace};

/// The arguments of `cargo lab matrix`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only these parts; else all
    #[arg(value_enum)]
    parts: Vec<Part>,
    /// Of the companions, only this one; the table in the docs stays as it is
    #[arg(long, value_name = "NAME")]
    companion: Option<String>,
    /// Take interpreters that the machine does not have from this chroot of Debian's unstable release; it is made where it is
    /// not there, which takes a minute, `debootstrap`, `patchelf` and the rights of root
    #[arg(long, value_name = "DIRECTORY")]
    sid: Option<PathBuf>,
}

/// What suites are run with.
struct Machine {
    tools: Tools,
    /// The chroot with more interpreters.
    sid: Option<PathBuf>,
}

impl Machine {
    /// The interpreter of a version, if there is one.
    fn interpreter(&self, version: (u8, u8)) -> Result<Option<OsString>> {
        let of_sid = self.sid.as_deref().and_then(|directory| sid::interpreter(directory, version));
        let given: Vec<PathBuf> = of_sid.into_iter().collect();
        let found = interpreters::find(&[version], &given)?.found.pop();
        Ok(found.map(|interpreter| interpreter.command().get_program().to_owned()))
    }
}

/// What can be asked for alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// The suites that are watched, on versions of Python, pytest and pytest-asyncio
    Versions,
    /// A suite for each plugin and library that the probe has to work beside
    Companions,
    /// A suite of 20,000 tests, one whose worker is killed, and on each interpreter one whose coroutines die while garbage is
    /// collected
    Stress,
}

/// Runs `cargo lab matrix`.
///
/// # Errors
/// When the tools or packages cannot be installed, or loopmend does not compile.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let sid = arguments.sid.as_deref().map(std::path::absolute).transpose()?;
    if let Some(directory) = &sid {
        sid::make(directory)?;
    }
    let machine = Machine { tools: Tools::ready()?, sid };
    let is_wanted = |part| arguments.parts.is_empty() || arguments.parts.contains(&part);
    let mut outcomes = Vec::new();
    if is_wanted(Part::Versions) {
        outcomes.push(versions::run(&machine)?);
    }
    if is_wanted(Part::Companions) {
        outcomes.push(companions::run(&machine, arguments.companion.as_deref())?);
    }
    if is_wanted(Part::Stress) {
        outcomes.push(stress::run(&machine)?);
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
    fn environment(&self, machine: &Machine, name: &str) -> Result<Option<PathBuf>> {
        let Some(interpreter) = machine.interpreter(self.python)? else { return Ok(None) };
        let tools = &machine.tools;
        let wanted = self.packages.join("\n");
        let directory = workspace::target().join("matrix").join(name);
        let stamp = directory.join("installed.txt");
        if workspace::read(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(Some(directory));
        }
        tools.make_environment(&directory, &interpreter.to_string_lossy())?;
        let mut command = tools.uv(["pip", "install", "--python"]);
        workspace::run_captured(command.arg(&directory).args(self.packages), &[0])?;
        workspace::write(&stamp, &wanted)?;
        Ok(Some(directory))
    }
}
