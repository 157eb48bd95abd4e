//! Runs the suites that are watched (`tests/observed`, `tests/repro`) on interpreters and versions of pytest and pytest-asyncio.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::tools::Tools;
use crate::witness::interpreters;
use crate::{Outcome, workspace};

/// An interpreter with what is installed there.
struct Cell {
    python: (u8, u8),
    packages: &'static [&'static str],
}

/// The oldest versions that are promised, the newest ones, and those between them that changed how loops are made and closed.
const CELLS: [Cell; 6] = [
    Cell { python: (3, 9), packages: &["pytest==7.0.1", "pytest-asyncio==0.21.1"] },
    Cell { python: (3, 10), packages: &["pytest==7.4.4", "pytest-asyncio==0.23.8"] },
    Cell { python: (3, 11), packages: &["pytest==8.2.2", "pytest-asyncio==0.24.0"] },
    Cell { python: (3, 12), packages: &["pytest==8.3.5", "pytest-asyncio==0.26.0"] },
    Cell { python: (3, 12), packages: &["pytest==8.4.2", "pytest-asyncio==1.2.0"] },
    Cell { python: (3, 13), packages: &["pytest==9.2.0", "pytest-asyncio==1.5.0"] },
];

/// Runs `cargo xtask matrix`.
///
/// # Errors
/// When the tools or packages cannot be installed.
pub(crate) fn run() -> Result<Outcome> {
    let tools = Tools::ready()?;
    let mut outcome = Outcome::Passed;
    for cell in &CELLS {
        let (major, minor) = cell.python;
        let name = format!("CPython {major}.{minor} with {}", cell.packages.join(" and "));
        let Some(interpreter) = interpreters::find(&[cell.python], &[])?.found.pop() else {
            println!("{name}: there is no such interpreter");
            continue;
        };
        let environment = environment(&tools, cell, &interpreter.command())?;
        println!("{name}");
        if let Err(error) = workspace::run_visibly(&mut test(&environment)) {
            println!("{error:#}");
            outcome = Outcome::Failed;
        }
    }
    Ok(outcome)
}

/// The environment of a cell, made once.
fn environment(tools: &Tools, cell: &Cell, python: &Command) -> Result<PathBuf> {
    let (major, minor) = cell.python;
    let wanted = cell.packages.join("\n");
    let name = format!("{major}.{minor}-{}", cell.packages.join("-"));
    let directory = workspace::target().join("matrix").join(name);
    let stamp = directory.join("installed.txt");
    if workspace::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(directory);
    }
    tools.make_environment(&directory, &python.get_program().to_string_lossy())?;
    let mut command = tools.uv(["pip", "install", "--python"]);
    workspace::run_captured(command.arg(&directory).args(cell.packages), &[0])?;
    workspace::write(&stamp, &wanted)?;
    Ok(directory)
}

/// The test that runs the suites, in an environment.
fn test(environment: &std::path::Path) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(["test", "--quiet", "--package", "loopmend", "--test", "observed"])
        .current_dir(workspace::root())
        .env("LOOPMEND_PROBES_PYTHON", environment.join("bin/python"));
    command
}
