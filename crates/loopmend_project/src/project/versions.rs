//! Which versions of distributions a project has, or is supposed to have.

use std::sync::OnceLock;

use pep440_rs::{Version, VersionSpecifiers};

use super::{Project, has_upper_end};
use crate::Distribution;
use crate::pytest::{PytestConfigurations, stated_specifiers};

impl Project {
    /// The version of an installed distribution, by its name as it is normalised (PEP 503); `None` when it is not installed, or
    /// states none that can be read.
    pub fn installed_version(&self, name: &str) -> Option<Version> {
        let is_named = |distribution: &&Distribution| distribution.is_named(name);
        self.distributions().iter().find(is_named)?.version.parse().ok()
    }

    /// The version of a distribution that tests run with, as far as is known: the installed one, else where
    /// [`Project::takes_locked_versions`] the one that lock files name, or an exact requirement.
    pub fn version_of(&self, name: &str) -> Option<Version> {
        self.installed_version(name).or_else(|| self.locked()?.of(name).cloned())
    }

    /// Whether the versions of plugins are those of lock files and exact requirements: pytest is not installed.
    pub fn takes_locked_versions(&self) -> bool {
        !self.distributions().iter().any(|distribution| distribution.is_named("pytest"))
    }

    /// Whether versions are taken from lock files and exact requirements, and one of these has the distribution.
    pub fn is_locked(&self, name: &str) -> bool {
        self.locked().is_some_and(|locked| locked.has(name))
    }

    /// The version of a distribution that [`Project::suppose_installed`] put the first other one in the place of.
    pub fn version_before(&self, name: &str) -> Option<&Version> {
        self.before.iter().find(|(known, _)| known == name).map(|(_, version)| version)
    }

    /// Takes a version of a distribution for installed, whatever is: its name is normalised as PEP 503 says. What it is made of is
    /// that of the installed version.
    pub fn suppose_installed(&mut self, name: &str, version: &Version) {
        self.supposed.push(name.to_owned());
        if let Some(before) = self.installed_version(name).filter(|_| self.version_before(name).is_none()) {
            self.before.push((name.to_owned(), before));
        }
        let mut distributions = self.distributions().to_vec();
        let path = distributions.iter().find(|known| known.is_named(name)).map(|known| known.path.clone());
        distributions.retain(|known| !known.is_named(name));
        distributions.push(Distribution {
            name: name.to_owned(),
            version: version.to_string(),
            path: path.unwrap_or_default(),
        });
        distributions.sort();
        self.distributions = OnceLock::from(distributions);
        self.missing_plugins = OnceLock::new();
        self.pytest_configurations = PytestConfigurations::default();
    }

    /// Takes back all of [`Self::suppose_installed`].
    pub fn suppose_nothing(&mut self) {
        self.supposed.clear();
        self.before.clear();
        self.distributions = OnceLock::new();
        self.missing_plugins = OnceLock::new();
        self.pytest_configurations = PytestConfigurations::default();
    }

    /// Whether the project states which versions of a distribution it takes, and no statement allows `installed` or another one from
    /// `first` on: its tests run with an older one. What [`Project::suppose_installed`] says goes before.
    pub fn takes_only_older(&self, name: &str, installed: &Version, first: &Version) -> bool {
        if self.supposed.iter().any(|supposed| supposed == name) {
            return false;
        }
        let stated = stated_specifiers(&self.project_dir, self.bounds(), name);
        let is_older = |specifiers: &VersionSpecifiers| {
            let mut named = specifiers.iter().map(|specifier| specifier.version());
            !specifiers.contains(installed)
                && !specifiers.contains(first)
                && !named.any(|version| version > first && specifiers.contains(version))
                && specifiers.iter().any(has_upper_end)
        };
        !stated.is_empty() && stated.iter().all(is_older)
    }
}
