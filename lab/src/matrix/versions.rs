//! Runs the suites that are watched (`tests/observed`, `tests/repro`, `tests/facts`) on interpreters and versions of pytest and
//! pytest-asyncio.

use super::{Cell, Machine};
use crate::harness::*;

/// Runs them, and says which interpreters are missing. Fails if packages cannot be installed.
pub(super) fn run(machine: &Machine) -> Result<Outcome> {
    let mut outcome = Outcome::Passed;
    for cell in &machine.manifest.version {
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
