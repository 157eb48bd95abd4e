//! Environments that have what witnesses need.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use loopmend_mdtest::Interpreter;

use crate::workspace;

/// The environments of this run, by interpreter and packages.
#[derive(Debug, Default)]
pub(super) struct Environments {
    made: BTreeMap<String, Option<Interpreter>>,
}

impl Environments {
    /// The interpreter of an environment that has these packages, made below `target/witness` where it is not there;
    /// `None` without packages, and where pip cannot install them, which is printed.
    ///
    /// # Errors
    /// When the environment cannot be made.
    pub(super) fn with(&mut self, base: &Interpreter, packages: &[String]) -> Result<Option<Interpreter>> {
        if packages.is_empty() {
            return Ok(None);
        }
        let mut names = packages.to_vec();
        names.sort();
        let name = format!("{}-{}", base.release(), names.join("-"));
        if let Some(made) = self.made.get(&name) {
            return Ok(made.clone());
        }
        let made = environment(base, &workspace::target().join("witness").join(&name), packages)?;
        self.made.insert(name, made.clone());
        Ok(made)
    }
}

/// The interpreter of an environment with these packages in a directory, made where it is not there; `None` where pip cannot
/// install them, which is printed.
///
/// # Errors
/// When the environment cannot be made.
pub(crate) fn environment(
    base: &Interpreter,
    directory: &Path,
    packages: &[String],
) -> Result<Option<Interpreter>> {
    let python = directory.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = directory.join("installed.txt");
    let wanted = packages.join(" ");
    if !workspace::read(&stamp).is_ok_and(|installed| installed == wanted) {
        workspace::remove_directory(directory)?;
        workspace::run_captured(base.command().args(["-m", "venv"]).arg(directory), &[0])?;
        let installer = Interpreter::find(&python)?.context("an environment has an interpreter")?;
        let mut pip = installer.command();
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(packages);
        if let Err(error) = workspace::run_captured(&mut pip, &[0]) {
            eprintln!("{error:#}");
            return Ok(None);
        }
        workspace::write(&stamp, &wanted)?;
    }
    Ok(Interpreter::find(&python)?)
}
