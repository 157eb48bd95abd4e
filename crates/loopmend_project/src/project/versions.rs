//! Which versions of distributions a project has, or is supposed to have.

use std::sync::OnceLock;

use pep440_rs::{Version, VersionSpecifiers};

use super::Project;
use crate::Distribution;
use crate::pytest::{PytestConfigurations, stated_specifiers};
use crate::stand_in::admits_only_before;

impl Project {
    /// Returns the version of an installed distribution, by its normalised name (PEP 503); `None` if it is not installed, or if its
    /// version cannot be read.
    pub fn installed_version(&self, name: &str) -> Option<Version> {
        let is_named = |distribution: &&Distribution| distribution.is_named(name);
        self.distributions().iter().find(is_named)?.version.parse().ok()
    }

    /// Returns the version of a distribution that tests run with, if it is known. This is the installed version. If
    /// [`Project::takes_locked_versions`], it may also be that of a lock file or of an exact requirement.
    pub fn version_of(&self, name: &str) -> Option<Version> {
        self.installed_version(name).or_else(|| self.locked()?.of(name).cloned())
    }

    /// Returns whether pytest is not installed, so that lock files and exact requirements state the versions of plugins.
    pub fn takes_locked_versions(&self) -> bool {
        !self.distributions().iter().any(|distribution| distribution.is_named("pytest"))
    }

    /// Returns whether versions come from lock files and exact requirements, and one of these names the distribution.
    pub fn is_locked(&self, name: &str) -> bool {
        self.locked().is_some_and(|locked| locked.has(name))
    }

    /// Returns the version of a distribution before the first call of [`Project::suppose_installed`] replaced it.
    pub fn version_before(&self, name: &str) -> Option<&Version> {
        self.before.iter().find(|(known, _)| known == name).map(|(_, version)| version)
    }

    /// Treats a version of a distribution as installed. The name is normalised (PEP 503). The files remain those of the installed version.
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

    /// Undoes all calls of [`Self::suppose_installed`].
    pub fn suppose_nothing(&mut self) {
        self.supposed.clear();
        self.before.clear();
        self.distributions = OnceLock::new();
        self.missing_plugins = OnceLock::new();
        self.pytest_configurations = PytestConfigurations::default();
    }

    /// Returns whether the project requires an older version of a distribution: it has requirements, and none allows `installed`, `first` or
    /// a later version. Returns `false` for a distribution that [`Project::suppose_installed`] named.
    pub fn takes_only_older(&self, name: &str, installed: &Version, first: &Version) -> bool {
        if self.supposed.iter().any(|supposed| supposed == name) {
            return false;
        }
        let stated = stated_specifiers(&self.project_dir, self.bounds(), name);
        let is_older = |specifiers: &VersionSpecifiers| {
            !specifiers.contains(installed) && admits_only_before(specifiers, first)
        };
        !stated.is_empty() && stated.iter().all(is_older)
    }
}
