//! Environments that have what witnesses need.

use std::collections::BTreeMap;

use anyhow::Result;
use loopmend_mdtest::Interpreter;

use crate::workspace;
use tooling::interpreters::environment;

/// The environments of this run, by interpreter and packages.
#[derive(Debug, Default)]
pub(super) struct Environments {
    made: BTreeMap<String, Option<Interpreter>>,
}

impl Environments {
    /// The interpreter of an environment that has these packages, made below `target/witness` where it is not there;
    /// `None` without packages, and where pip cannot install them, which is printed.
    /// Fails if the environment cannot be made.
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
