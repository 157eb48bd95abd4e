//! What `loopmend test` sees: on versions of Python, pytest and pytest-asyncio, and beside other plugins.

mod companions;
mod stress;
mod versions;
mod watched;

use std::ffi::OsString;

use tooling::interpreters;

use crate::harness::*;

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

/// What is run, `lab/matrix.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    /// The oldest versions that are promised, the newest ones, and those between them that changed how loops are made and closed.
    version: Vec<Cell>,
    /// The newest versions, in one environment: each suite is run where all of them are installed.
    newest: Cell,
    /// For the suite that does not run with the newest ones.
    forked: Cell,
    companion: Vec<Companion>,
}

/// A suite with what it runs beside.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Companion {
    /// Its directory.
    name: String,
    /// What the table says.
    title: String,
    /// Whether one process runs the tests, in an order that the probe must not change.
    #[serde(default = "yes")]
    in_order: bool,
    /// Whether it runs with other versions than the newest ones.
    #[serde(default)]
    is_forked: bool,
}

fn yes() -> bool {
    true
}

impl Manifest {
    fn read() -> Result<Self> {
        manifest("matrix.toml")
    }

    fn cell_of(&self, companion: &Companion) -> &Cell {
        if companion.is_forked { &self.forked } else { &self.newest }
    }
}

/// What suites are run with.
struct Machine {
    manifest: Manifest,
    tools: Tools,
    /// The chroot with more interpreters.
    sid: Option<PathBuf>,
}

impl Machine {
    /// The interpreter of a version, if there is one.
    fn interpreter(&self, version: (u8, u8)) -> Result<Option<OsString>> {
        let of_sid =
            self.sid.as_deref().and_then(|directory| versions::unstable_interpreter(directory, version));
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

/// Runs `cargo lab matrix`. Fails if the tools or packages cannot be installed, or loopmend does not compile.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let sid = arguments.sid.as_deref().map(std::path::absolute).transpose()?;
    if let Some(directory) = &sid {
        versions::make_unstable(directory)?;
    }
    let machine = Machine { manifest: Manifest::read()?, tools: Tools::ready()?, sid };
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
    Ok(Outcome::passed_if(!outcomes.contains(&Outcome::Failed)))
}

/// An interpreter with what is installed there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cell {
    python: (u8, u8),
    packages: Vec<String>,
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
        let directory = target("matrix").join(name);
        machine.tools.environment_with(&directory, &interpreter.to_string_lossy(), &self.packages)?;
        Ok(Some(directory))
    }
}
