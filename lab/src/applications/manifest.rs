//! The list of applications, `lab/applications.toml`.

use anyhow::{Context, Result};
use clap::ValueEnum;
use serde::Deserialize;

use crate::workspace;

/// Why an application is on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Draw {
    /// It was drawn first; the rules were developed on it.
    Pool,
    /// It was drawn next; what is reported of it was measured before anybody looked at it.
    Fresh,
    /// It was chosen after the faults of the fresh ones were fixed, and measured before anybody looked at it.
    Second,
}

impl Draw {
    /// The name in the list.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Pool => "pool",
            Self::Fresh => "fresh",
            Self::Second => "second",
        }
    }
}

/// The list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// The seed that shuffled the candidates, and that chooses what is read.
    pub(super) seed: u64,
    application: Vec<Application>,
}

/// A repository at a commit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Application {
    /// `owner/name`.
    pub(super) repository: String,
    /// The commit, in full.
    pub(super) commit: String,
    draw: Draw,
}

impl Manifest {
    /// Reads the list.
    ///
    /// # Errors
    /// When it is not of its form.
    pub(super) fn read() -> Result<Self> {
        let path = workspace::root().join("lab/applications.toml");
        toml::from_str(&workspace::read(&path)?).with_context(|| format!("in {}", path.display()))
    }

    /// The applications of one draw, in its order.
    pub(super) fn of(&self, draw: Draw) -> impl Iterator<Item = &Application> {
        self.application.iter().filter(move |application| application.draw == draw)
    }
}

/// The name of an application's tree, environment and record.
pub(super) fn directory(repository: &str) -> String {
    repository.replace('/', "+")
}

#[cfg(test)]
mod tests {
    use super::{Draw, Manifest};

    #[test]
    fn the_list_has_twenty_four_applications_and_six_fresh_ones_each_at_a_commit() {
        let manifest = Manifest::read().unwrap();
        assert_eq!((manifest.of(Draw::Pool).count(), manifest.of(Draw::Fresh).count()), (24, 6));
        let is_commit = |text: &str| text.len() == 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(manifest.application.iter().all(|application| is_commit(&application.commit)));
    }
}
