use std::path::{Path, PathBuf};

use loopmend_core::Diagnostic;
use loopmend_project::{DiscoverOptions, KnownRule, Project};

use crate::temporary_project::ENVIRONMENT;

/// Checks the project in a directory; the error is that of a project that cannot be opened.
pub(crate) type DirectoryCheck<'c> = dyn Fn(&Path) -> Result<Vec<Diagnostic>, String> + 'c;

/// Opens the project in `directory` and checks it. The environment is stated, so that nothing around the
/// test (an active environment, another interpreter) changes what is found.
pub(crate) fn check_directory(
    directory: &Path,
    rules: &[KnownRule],
    check: &dyn Fn(&Project) -> Vec<Diagnostic>,
) -> Result<Vec<Diagnostic>, String> {
    let options = DiscoverOptions {
        cwd: PathBuf::from(directory),
        python: Some(directory.join(ENVIRONMENT)),
        rules: rules.to_vec(),
        ..DiscoverOptions::default()
    };
    let project = Project::discover(&options).map_err(|error| error.message)?;
    Ok(check(&project))
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::check_directory;
    use crate::temporary_project::TemporaryProject;

    #[test]
    fn a_project_shows_its_files_and_finds_the_small_libraries() {
        let project = TemporaryProject::create().unwrap();
        project.write("app/main.py", "").unwrap();
        project.write("loopmend.toml", "").unwrap();
        let seen = Mutex::new(Vec::new());
        let result = check_directory(project.root(), &[], &|project| {
            let mut seen = seen.lock().unwrap();
            seen.extend(project.files().iter().map(|file| file.display.clone()));
            for module in ["aiohttp.client", "anyio", "pytest", "redis.asyncio", "trio", "missing"] {
                let found = project.resolve_third_party(module).is_some();
                seen.push(format!("{module} {found}"));
            }
            Vec::new()
        });
        assert_eq!(result, Ok(Vec::new()));
        let seen = seen.into_inner().unwrap();
        let installed = [
            "aiohttp.client true",
            "anyio true",
            "pytest true",
            "redis.asyncio true",
            "trio true",
            "missing false",
        ];
        assert_eq!(seen[0], "app/main.py");
        assert_eq!(seen[1..], installed);
    }

    #[test]
    fn a_wrong_configuration_is_an_error() {
        let project = TemporaryProject::create().unwrap();
        project.write("loopmend.toml", "nonsense = 1\n").unwrap();
        let error = check_directory(project.root(), &[], &|_| Vec::new()).unwrap_err();
        assert!(error.contains("loopmend.toml") && error.contains("nonsense"), "{error}");
    }
}
