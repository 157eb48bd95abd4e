use std::fmt;
use std::path::{Path, PathBuf};

use loopmend_core::{Level, RuleCode};

use crate::PythonVersion;
use crate::bounds::Bounds;
use crate::project::Subject;
use crate::variables::Variables;

/// A rule by its names, so that a configuration can be checked; the registry gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownRule {
    /// `unawaited-coroutine`.
    pub name: &'static str,
    /// `LM101`.
    pub code: RuleCode,
    /// The level without any setting.
    pub default_level: Level,
    /// The level in the profile `strict`.
    pub strict_level: Level,
}

/// What the command line says about the project.
#[derive(Clone, Debug, Default)]
pub struct DiscoverOptions {
    /// The working directory, absolute.
    pub cwd: PathBuf,
    /// The files and directories to check; empty means the working directory.
    pub paths: Vec<PathBuf>,
    /// `--config FILE`.
    pub config: Option<PathBuf>,
    /// `--isolated`: no configuration file is read.
    pub isolated: bool,
    /// `--python PATH`: an interpreter or the directory of an environment.
    pub python: Option<PathBuf>,
    /// `--python-version`.
    pub python_version: Option<PythonVersion>,
    /// `--select`: names, codes or groups; empty means what the settings say.
    pub select: Vec<String>,
    /// `--ignore`.
    pub ignore: Vec<String>,
    /// `--strict`: also report findings that are off by default.
    pub strict: bool,
    /// Whether rules that are not selected are looked for as well, at the levels that the settings give them:
    /// [`crate::Project::is_selected`] tells them apart.
    pub keep_unselected: bool,
    /// All rules there are.
    pub rules: Vec<KnownRule>,
    /// Where the interpreter query may be cached; `None` asks every time.
    pub cache_dir: Option<PathBuf>,
}

impl DiscoverOptions {
    /// `true` if a path lies in the project by its text, and `real`, the path without links, lies outside.
    pub fn leads_out(&self, path: &Path, real: &Path) -> bool {
        let named = Subject::NamedPaths.paths(self);
        let bounds = Bounds::new(&self.cwd, &named, &Variables::of_process());
        bounds.leave_to(path, real)
    }
}

/// A user's error that ends the run with exit status 2. It says what, where, and the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectError {
    /// The sentence to print, with the place and the nearest name where there is one.
    pub message: String,
}

impl fmt::Display for ProjectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ProjectError {}

/// One line the user should know, such as that no environment was found and what is lost without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub message: String,
}
