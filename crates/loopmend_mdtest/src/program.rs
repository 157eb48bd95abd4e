use std::path::{Path, PathBuf};

use loopmend_core::Diagnostic;
use loopmend_project::{DiscoverOptions, KnownRule, Project, Version};

use crate::reveal::{Line, Revealed};
use crate::temporary_project::{ENVIRONMENT, MIGRATION};

/// What the pages of the rules are about.
pub trait Program: Send + Sync + 'static {
    /// All rules there are.
    fn rules(&self) -> Vec<KnownRule>;

    /// The diagnostics of a project.
    fn check(&self, project: &Project) -> Vec<Diagnostic>;

    /// What is known of lines of a project, in their order; `None` of a line that has no value.
    fn reveal(&self, project: &Project, lines: &[Line]) -> Vec<Option<Revealed>>;
}

/// A program that is asked about the project in a directory; the error is that of a project that cannot be opened.
pub(crate) trait DirectoryProgram {
    fn rules(&self) -> Vec<KnownRule>;
    fn check(&self, directory: &Path) -> Result<Vec<Diagnostic>, String>;
    fn reveal(&self, directory: &Path, lines: &[Line]) -> Result<Vec<Option<Revealed>>, String>;
}

impl DirectoryProgram for &dyn Program {
    fn rules(&self) -> Vec<KnownRule> {
        (**self).rules()
    }

    fn check(&self, directory: &Path) -> Result<Vec<Diagnostic>, String> {
        Ok((**self).check(&open(directory, (**self).rules())?))
    }

    fn reveal(&self, directory: &Path, lines: &[Line]) -> Result<Vec<Option<Revealed>>, String> {
        Ok((**self).reveal(&open(directory, (**self).rules())?, lines))
    }
}

/// Opens the project in a directory. The environment is stated, so that nothing around the test (an active
/// environment, another interpreter) changes what is found.
fn open(directory: &Path, rules: Vec<KnownRule>) -> Result<Project, String> {
    let options = DiscoverOptions {
        cwd: PathBuf::from(directory),
        python: Some(directory.join(ENVIRONMENT)),
        rules,
        ..DiscoverOptions::default()
    };
    let mut project = Project::discover(&options).map_err(|error| error.message)?;
    let migration = std::fs::read_to_string(directory.join(MIGRATION)).unwrap_or_default();
    for (name, version) in migration.lines().filter_map(|line| line.split_once("==")) {
        let version: Version = version.parse().map_err(|_| format!("`{version}` is no version"))?;
        project.suppose_installed(name, &version);
    }
    Ok(project)
}

#[cfg(test)]
mod tests {
    use super::open;
    use crate::temporary_project::TemporaryProject;

    #[test]
    fn a_project_shows_its_files_and_finds_the_small_libraries() {
        let directory = TemporaryProject::create([]).unwrap();
        directory.write("app/main.py", "").unwrap();
        directory.write("loopmend.toml", "").unwrap();
        let project = open(directory.root(), Vec::new()).unwrap();
        let files: Vec<&str> = project.files().iter().map(|file| file.display.as_str()).collect();
        assert_eq!(files, ["app/main.py"]);
        for module in ["aiohttp.client", "anyio", "pytest", "redis.asyncio", "trio"] {
            assert!(project.resolve_third_party(module).is_some(), "{module}");
        }
        assert!(project.resolve_third_party("missing").is_none());
    }

    #[test]
    fn a_wrong_configuration_is_an_error() {
        let directory = TemporaryProject::create([]).unwrap();
        directory.write("loopmend.toml", "nonsense = 1\n").unwrap();
        let error = open(directory.root(), Vec::new()).unwrap_err();
        assert!(error.contains("loopmend.toml") && error.contains("nonsense"), "{error}");
    }
}
