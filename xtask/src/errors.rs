//! Runs the programs of `tests/errors`, each in its environments, and keeps what they say.

use std::process::Command;

use anyhow::{Context, Result};

use crate::tools::Tools;
use crate::{Outcome, workspace};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing, and fail where a text has changed
    #[arg(long)]
    check: bool,
    /// Parts of the names of the programs to run [default: all]
    programs: Vec<String>,
}

/// Runs `cargo xtask errors`. Fails if the tools cannot be installed or Python cannot be started.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let tools = Tools::ready()?;
    let uv = tools.uv([""; 0]);
    let mut command: Command = tools.python();
    command
        .arg(workspace::root().join("tests/errors/run.py"))
        .arg("--uv")
        .arg(uv.get_program())
        .arg("--environments")
        .arg(workspace::target().join("errors"))
        .args(arguments.check.then_some("--check"))
        .args(&arguments.programs);
    let status = command.status().context("cannot start Python")?;
    Ok(Outcome::passed_if(status.success()))
}
