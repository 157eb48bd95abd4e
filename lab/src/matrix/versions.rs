//! Runs the suites that are watched (`tests/observed`, `tests/repro`, `tests/facts`) on interpreters and versions of pytest and
//! pytest-asyncio.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::{Cell, Machine};
use crate::{Outcome, workspace};

/// The oldest versions that are promised, the newest ones, and those between them that changed how loops are made and closed.
pub(super) const CELLS: [Cell; 8] = [
    Cell { python: (3, 9), packages: &["pytest==7.0.1", "pytest-asyncio==0.21.1", XDIST, AIOHTTP] },
    Cell { python: (3, 10), packages: &["pytest==7.4.4", "pytest-asyncio==0.23.8", XDIST, AIOHTTP] },
    Cell { python: (3, 11), packages: &["pytest==8.2.2", "pytest-asyncio==0.24.0", XDIST, AIOHTTP] },
    Cell { python: (3, 12), packages: &["pytest==8.3.5", "pytest-asyncio==0.26.0", XDIST, AIOHTTP] },
    Cell { python: (3, 12), packages: &["pytest==8.4.2", "pytest-asyncio==1.2.0", XDIST, AIOHTTP] },
    Cell { python: (3, 13), packages: &["pytest==9.2.0", "pytest-asyncio==1.5.0", XDIST, AIOHTTP] },
    Cell { python: (3, 14), packages: &["pytest==9.2.0", "pytest-asyncio==1.5.0", XDIST, NEW_AIOHTTP] },
    Cell { python: (3, 15), packages: &["pytest==9.2.0", "pytest-asyncio==1.5.0", XDIST, NEW_AIOHTTP] },
];

/// What suites use besides, in versions for all of them.
const XDIST: &str = "pytest-xdist==3.8.0";
const AIOHTTP: &str = "aiohttp==3.10.11";
/// The other one does not compile there.
const NEW_AIOHTTP: &str = "aiohttp==3.14.5";

/// Runs them, and says which interpreters are missing.
///
/// # Errors
/// When packages cannot be installed.
pub(super) fn run(machine: &Machine) -> Result<Outcome> {
    let mut outcome = Outcome::Passed;
    for cell in &CELLS {
        let Some(environment) = environment(machine, cell)? else {
            println!("{}: there is no such interpreter", cell.title());
            continue;
        };
        println!("{}", cell.title());
        if let Err(error) = workspace::run_visibly(&mut test(&environment)) {
            println!("{error:#}");
            outcome = Outcome::Failed;
        }
    }
    Ok(outcome)
}

/// The environment of a cell; `None` where there is no such interpreter.
pub(super) fn environment(machine: &Machine, cell: &Cell) -> Result<Option<PathBuf>> {
    let (major, minor) = cell.python;
    cell.environment(machine, &format!("{major}.{minor}-{}", cell.packages.join("-")))
}

/// The test that runs the suites, in an environment.
fn test(environment: &Path) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(["test", "--quiet", "--package", "loopmend", "--test", "observed"])
        .current_dir(workspace::root())
        .env("LOOPMEND_PROBES_PYTHON", environment.join("bin/python"));
    command
}
