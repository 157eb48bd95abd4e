//! Runs the example projects of `tests/doctor` in environments of their own, `loopmend doctor` on them, and what its migration makes of
//! them in an environment of the newest versions.

use std::process::Command;

use anyhow::{Context, Result};

use crate::tools::Tools;
use crate::{Outcome, workspace};

/// Runs `cargo xtask doctor`.
///
/// # Errors
/// When the tools cannot be installed, the program cannot be built, or Python cannot be started.
pub(crate) fn run() -> Result<Outcome> {
    let tools = Tools::ready()?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    workspace::run_visibly(
        Command::new(cargo)
            .args(["build", "--quiet", "--package", "loopmend"])
            .current_dir(workspace::root()),
    )?;
    let mut command = tools.python();
    command
        .arg(workspace::root().join("tests/doctor/run.py"))
        .arg("--uv")
        .arg(tools.uv([""; 0]).get_program())
        .arg("--environments")
        .arg(workspace::target().join("doctor"))
        .arg("--loopmend")
        .arg(workspace::target().join("debug/loopmend"));
    let status = command.status().context("cannot start Python")?;
    Ok(if status.success() { Outcome::Passed } else { Outcome::Failed })
}
