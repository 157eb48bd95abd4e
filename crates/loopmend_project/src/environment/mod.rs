//! The Python environment of a project: which interpreter, which installed packages. Found by reading.

mod finder;
mod installation;
mod pyenv;
mod query;
mod site_packages;
mod tools;

use std::fmt;
use std::path::{Path, PathBuf};

use crate::PythonVersion;
pub(crate) use finder::EnvironmentFinder;
pub use site_packages::Distribution;
pub(crate) use site_packages::{SearchPath, distributions};
pub(crate) use tools::normalized_name;

/// The environment whose packages count as installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Environment {
    /// How it was found.
    pub source: EnvironmentSource,
    /// The directory of the environment or installation.
    pub prefix: PathBuf,
    /// The interpreter, where there is a file of one.
    pub interpreter: Option<PathBuf>,
    /// Its version; [`PythonVersion::OLDEST`] for older ones.
    pub version: Option<PythonVersion>,
    /// The directories of installed packages, in the order of import.
    pub site_packages: Vec<PathBuf>,
}

/// What named the environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnvironmentSource {
    /// `--python`.
    CommandLine,
    /// `python` in the configuration file.
    Settings(PathBuf),
    /// The environment variable of this name.
    Variable(&'static str),
    /// This program lies in it.
    Program,
    /// A `.venv` or `venv` directory of the project.
    ProjectDirectory,
    /// The environments that this tool keeps outside the tree.
    Tool(&'static str),
    /// The interpreter on `PATH`.
    SearchPath,
}

impl fmt::Display for EnvironmentSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CommandLine => f.write_str("--python"),
            Self::Settings(path) => write!(f, "`python` in {}", path.display()),
            Self::Variable(name) => f.write_str(name),
            Self::Program => f.write_str("the environment that loopmend is installed in"),
            Self::ProjectDirectory => f.write_str("the project's directory"),
            Self::Tool(name) => write!(f, "{name}'s environments"),
            Self::SearchPath => f.write_str("PATH"),
        }
    }
}

/// An installation or virtual environment as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Installation {
    prefix: PathBuf,
    interpreter: Option<PathBuf>,
    version: Option<PythonVersion>,
    site_packages: Vec<PathBuf>,
}

impl Installation {
    fn named_by(self, source: EnvironmentSource) -> Environment {
        let Self { prefix, interpreter, version, site_packages } = self;
        Environment { source, prefix, interpreter, version, site_packages }
    }
}

/// Adds a directory that exists, once.
fn push_directory(directories: &mut Vec<PathBuf>, directory: PathBuf) {
    if !directories.contains(&directory) && is_directory(&directory) {
        directories.push(directory);
    }
}

fn is_directory(path: &Path) -> bool {
    path.is_dir()
}
