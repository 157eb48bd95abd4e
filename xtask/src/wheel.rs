//! Builds the wheel, installs it into a clean environment, and asks there what it brings.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::tools::Tools;
use crate::{Outcome, workspace};

/// What is installed beside it.
const BESIDE: [&str; 1] = ["pytest==9.2.0"];

/// The arguments of `cargo xtask wheel`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Build it with the profile `dist`, as `pip install .` does; else as tests are built
    #[arg(long)]
    release: bool,
}

/// Runs the task. Fails if the tools cannot be installed, or the wheel cannot be built or installed.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let tools = Tools::ready()?;
    let directory = workspace::target().join("wheel");
    workspace::remove_directory(&directory)?;
    let wheel = build(&tools, &directory, arguments.release)?;
    println!("{}", wheel.file_name().unwrap_or_default().display());
    let environment = directory.join("venv");
    tools.make_environment(&environment, ">=3.9")?;
    let mut install = tools.uv(["pip", "install", "--python"]);
    workspace::run_captured(install.arg(&environment).arg(&wheel).args(BESIDE), &[0])?;
    let mut check = std::process::Command::new(environment.join("bin/python"));
    let status = check.arg(workspace::root().join("tests/wheel/run.py")).status();
    let is_right = status.context("cannot start Python")?.success();
    Ok(if is_right { Outcome::Passed } else { Outcome::Failed })
}

/// What `pyproject.toml` says the wheel is built with: `maturin==1.0`.
fn builder() -> Result<String> {
    let text = workspace::read(&workspace::root().join("pyproject.toml"))?;
    let project: toml::Table = text.parse().context("`pyproject.toml` is broken")?;
    let required = project["build-system"]["requires"][0].as_str();
    Ok(required.context("`build-system.requires` has no text")?.to_owned())
}

/// The one wheel that is built.
fn build(tools: &Tools, directory: &Path, release: bool) -> Result<PathBuf> {
    let mut command = tools.uv(["tool", "run"]);
    command.arg(builder()?).args(["build", "--quiet", "--out"]).arg(directory);
    command.arg("--target-dir").arg(workspace::target());
    command.args(["--profile", if release { "dist" } else { "dev" }]);
    workspace::run_visibly(command.current_dir(workspace::root()))?;
    let files = std::fs::read_dir(directory)?.collect::<Result<Vec<_>, _>>()?;
    match files.as_slice() {
        [wheel] => Ok(wheel.path()),
        other => bail!("{} files were built, not one wheel", other.len()),
    }
}
