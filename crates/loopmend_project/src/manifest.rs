//! What packaging and test configuration say about where a project's modules are.

use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::listing::{DirectoryCache, Marker};
use crate::pytest::{PytestConfiguration, PytestForm};
use crate::python_literals::dictionary_after;
use crate::scripts::console_scripts;
use crate::unwritten::Unwritten;
use crate::{PythonVersion, ini, paths};

/// The files that make a directory a project.
pub(crate) const PROJECT_FILES: [Marker; 4] =
    [Marker::LoopmendToml, Marker::PyprojectToml, Marker::SetupPy, Marker::SetupCfg];

/// The stated facts of one project directory. What cannot be read says nothing.
#[derive(Debug, Default)]
pub(crate) struct Manifest {
    /// `project.name`, or poetry's, or that of `setup.cfg`.
    pub(crate) name: Option<String>,
    /// The lowest Python version that `requires-python` or its older forms allow.
    pub(crate) lowest_python: Option<PythonVersion>,
    /// The highest one; `None` where they have no upper end.
    pub(crate) highest_python: Option<PythonVersion>,
    /// Directories that packages or pytest's `pythonpath` start from, absolute, in the order they are stated.
    pub(crate) import_roots: Vec<PathBuf>,
    /// The modules of the plugins of pytest that the project is: `project.entry-points.pytest11`.
    pub(crate) pytest_plugins: Vec<String>,
    /// The functions of the commands that it installs, as `module:function`.
    pub(crate) console_scripts: Vec<String>,
}

impl Manifest {
    /// Reads the files of a project directory.
    pub(crate) fn read(directory: &Path, directories: &DirectoryCache) -> Self {
        let text = |marker: Marker| {
            let exists = directories.has(directory, marker);
            exists.then(|| directories.bounds().read_text(&directory.join(marker.file_name())).ok()).flatten()
        };
        let table = |marker: Marker| text(marker).and_then(|text| text.parse::<Table>().ok());
        let pyproject = Pyproject(table(Marker::PyprojectToml).unwrap_or_default());
        let setup_cfg = text(Marker::SetupCfg).unwrap_or_default();
        let setup_py = text(Marker::SetupPy).unwrap_or_default();

        let mut stated = pyproject.package_roots();
        stated.extend(roots_of_setup_cfg(&setup_cfg));
        let package_dir = dictionary_after(&setup_py, "package_dir");
        stated.extend(
            package_dir.iter().filter_map(|(package, directory)| root_of_package(package, directory)),
        );
        let pytest = PytestConfiguration::in_directory(
            directory,
            directories,
            &Unwritten::default(),
            PytestForm::Toml,
        );
        stated.extend(pytest.and_then(|pytest| pytest.words("pythonpath")).unwrap_or_default());
        let mut import_roots: Vec<PathBuf> = Vec::new();
        for root in stated {
            let root = paths::absolute(directory, Path::new(&root));
            if root != directory
                && root.is_dir()
                && let Some(root) = directories.bounds().place_named(directory, root)
                && !import_roots.contains(&root)
            {
                import_roots.push(root);
            }
        }
        let python = |of: fn(&str) -> Option<PythonVersion>, of_poetry: fn(&str) -> Option<PythonVersion>| {
            pyproject
                .python(of, of_poetry)
                .or_else(|| of(&ini::value(&setup_cfg, "options", "python_requires")?))
                .or_else(|| of(string_argument(&setup_py, "python_requires")?))
        };
        let lowest = python(PythonVersion::lowest_allowed, PythonVersion::lowest_of_poetry_constraint);
        let highest = python(PythonVersion::highest_allowed, PythonVersion::highest_of_poetry_constraint);
        Self {
            name: pyproject.name().or_else(|| ini::value(&setup_cfg, "metadata", "name")),
            lowest_python: lowest,
            highest_python: highest,
            import_roots,
            pytest_plugins: pyproject.pytest_plugins(),
            console_scripts: console_scripts(&pyproject.0, &setup_cfg, &setup_py),
        }
    }
}

struct Pyproject(Table);

impl Pyproject {
    fn at(&self, path: &[&str]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.0.get(*first)?, |value, key| value.as_table()?.get(*key))
    }

    fn text(&self, path: &[&str]) -> Option<&str> {
        self.at(path)?.as_str()
    }

    fn name(&self) -> Option<String> {
        self.text(&["project", "name"]).or_else(|| self.text(&["tool", "poetry", "name"])).map(str::to_owned)
    }

    fn pytest_plugins(&self) -> Vec<String> {
        let plugins = self.at(&["project", "entry-points", "pytest11"]).and_then(Value::as_table);
        let modules = plugins.into_iter().flatten().filter_map(|(_, module)| module.as_str());
        modules.map(|module| module.split(':').next().unwrap_or(module).to_owned()).collect()
    }

    /// What is read from `requires-python`, or from poetry's constraint.
    fn python(
        &self,
        of: impl Fn(&str) -> Option<PythonVersion>,
        of_poetry: impl Fn(&str) -> Option<PythonVersion>,
    ) -> Option<PythonVersion> {
        match self.text(&["project", "requires-python"]) {
            Some(requires) => of(requires),
            None => of_poetry(self.text(&["tool", "poetry", "dependencies", "python"])?),
        }
    }

    /// The directories that the build backends' tables name: setuptools, poetry, hatch, pdm, maturin, uv.
    fn package_roots(&self) -> Vec<String> {
        let mut roots = Vec::new();
        if let Some(package_dir) = self.at(&["tool", "setuptools", "package-dir"]).and_then(Value::as_table) {
            let entries =
                package_dir.iter().filter_map(|(package, value)| Some((package.as_str(), value.as_str()?)));
            roots.extend(entries.filter_map(|(package, directory)| root_of_package(package, directory)));
        }
        roots.extend(strings(self.at(&["tool", "setuptools", "packages", "find", "where"])));
        for package in
            self.at(&["tool", "poetry", "packages"]).and_then(Value::as_array).into_iter().flatten()
        {
            roots.extend(package.get("from").and_then(Value::as_str).map(str::to_owned));
        }
        for build in [&["tool", "hatch", "build"][..], &["tool", "hatch", "build", "targets", "wheel"]] {
            let within = |key| self.at(build).and_then(|table| table.get(key));
            roots.extend(strings(within("sources")));
            roots.extend(strings(within("packages")).iter().map(|package| parent_directory(package)));
        }
        let single = [
            &["tool", "pdm", "build", "package-dir"][..],
            &["tool", "maturin", "python-source"],
            &["tool", "uv", "build-backend", "module-root"],
        ];
        roots.extend(single.iter().filter_map(|path| self.text(path)).map(str::to_owned));
        roots
    }
}

/// The directory that `package` is imported from when its files are in `directory`.
fn root_of_package(package: &str, directory: &str) -> Option<String> {
    if package.is_empty() {
        return Some(directory.to_owned());
    }
    let as_path = package.replace('.', "/");
    let root = directory.trim_end_matches('/').strip_suffix(as_path.as_str())?;
    Some(if root.is_empty() { ".".to_owned() } else { root.to_owned() })
}

fn parent_directory(package: &str) -> String {
    package.trim_end_matches('/').rsplit_once('/').map_or(".", |(parent, _)| parent).to_owned()
}

/// A string, or an array of strings.
fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(items)) => {
            items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect()
        }
        _ => Vec::new(),
    }
}

fn roots_of_setup_cfg(text: &str) -> Vec<String> {
    let mut roots = Vec::new();
    for line in ini::value(text, "options", "package_dir").iter().flat_map(|value| value.split(['\n', ','])) {
        if let Some((package, directory)) = line.split_once('=') {
            roots.extend(root_of_package(package.trim(), directory.trim()));
        }
    }
    roots.extend(ini::value(text, "options.packages.find", "where").filter(|root| !root.is_empty()));
    roots
}

/// The string literal that is passed as a keyword argument in the text of a `setup.py`.
fn string_argument<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.match_indices(name).find_map(|(place, _)| {
        let value = text[place + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
        value[1..].split_once(quote).map(|(literal, _)| literal)
    })
}
