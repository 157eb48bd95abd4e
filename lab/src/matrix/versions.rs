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

/// The interpreters that are newer than what the machine has, of Debian's unstable release.
const PACKAGES: &str = "python3.14,python3.15";

/// The interpreter of a version in a chroot.
pub(super) fn unstable_interpreter(directory: &Path, (major, minor): (u8, u8)) -> Option<PathBuf> {
    let program = directory.join(format!("usr/bin/python{major}.{minor}"));
    program.exists().then_some(program)
}

/// Makes the chroot where it is not there, and has its interpreters run outside of it, with its own C library.
/// Fails if `debootstrap` or `patchelf` is missing or fails; the first one needs the rights of root.
pub(super) fn make_unstable(directory: &Path) -> Result<()> {
    workspace::once(&directory.join("ready"), "", || {
        workspace::remove_directory(directory)?;
        let mut command = Command::new("debootstrap");
        command.args(["--variant=minbase", &format!("--include={PACKAGES}"), "sid"]).arg(directory);
        workspace::run_captured(&mut command, &[0])
            .context("cannot make a chroot of Debian's unstable release")?;
        PACKAGES.split(',').try_for_each(|name| run_outside(directory, name))
    })
}

fn run_outside(directory: &Path, name: &str) -> Result<()> {
    let architecture = std::env::consts::ARCH;
    let libraries = directory.join(format!("usr/lib/{architecture}-linux-gnu"));
    let loader = directory.join(match architecture {
        "x86_64" => "usr/lib64/ld-linux-x86-64.so.2",
        _ => "usr/lib/ld-linux-aarch64.so.1",
    });
    let mut command = Command::new("patchelf");
    command.arg("--set-interpreter").arg(loader).arg("--force-rpath").arg("--set-rpath").arg(libraries);
    command.arg(directory.join("usr/bin").join(name));
    workspace::run_captured(&mut command, &[0])
        .with_context(|| format!("cannot have {name} run outside of its chroot"))?;
    Ok(())
}
