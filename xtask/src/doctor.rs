//! Runs the example projects of `tests/doctor` in environments of their own, `loopmend doctor` on them, and what its migration makes of
//! them in an environment of the newest versions.

use anyhow::{Context, Result};

use crate::loopmend::Loopmend;
use crate::tools::Tools;
use crate::{Outcome, workspace};

/// Runs `cargo xtask doctor`.
/// Fails if the tools cannot be installed, the program cannot be built, or Python cannot be started.
pub(crate) fn run() -> Result<Outcome> {
    let tools = Tools::ready()?;
    let loopmend = Loopmend::build_for_tests()?;
    let mut command = tools.python();
    command
        .arg(workspace::root().join("tests/doctor/run.py"))
        .arg("--uv")
        .arg(tools.uv([""; 0]).get_program())
        .arg("--environments")
        .arg(workspace::target().join("doctor"))
        .arg("--loopmend")
        .arg(loopmend.binary());
    let status = command.status().context("cannot start Python")?;
    Ok(Outcome::passed_if(status.success()))
}
