//! Which environment a project uses.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::bounds::Bounds;
use crate::environment::installation::{Context, InterpreterFile, read_directory, read_interpreter};
use crate::environment::query::{InterpreterQuery, NoAnswer, TIME_LIMIT};
use crate::environment::tools::{hatch_environment, poetry_environment};
use crate::environment::{
    Distribution, Environment, EnvironmentSource, Installation, distributions, normalized_name, pyenv,
};
use crate::listing::{DirectoryCache, Marker};
use crate::roots::ProjectDirectory;
use crate::variables::Variables;
use crate::{Notice, ProjectError, paths};

/// The distributions of an environment that was made for this program alone.
const OF_TOOLS: [&str; 4] = ["loopmend", "pip", "setuptools", "wheel"];

/// Where an environment is looked for.
pub(crate) struct EnvironmentFinder<'a> {
    pub(crate) cwd: &'a Path,
    /// Where the search for `.venv` starts.
    pub(crate) start: &'a Path,
    /// The project directories, the one where the run started first.
    pub(crate) projects: &'a [Arc<ProjectDirectory>],
    /// `--python`.
    pub(crate) command_line: Option<&'a Path>,
    /// `python` of the settings, absolute, and the file that says it.
    pub(crate) settings: Option<(PathBuf, PathBuf)>,
    pub(crate) cache_dir: Option<PathBuf>,
    pub(crate) directories: &'a DirectoryCache,
    pub(crate) variables: &'a Variables,
    /// The interpreters that did not answer in time.
    pub(crate) too_slow: RefCell<BTreeSet<PathBuf>>,
}

/// What was found, and what the user should know about it.
#[derive(Debug, Default)]
pub(crate) struct FoundEnvironment {
    pub(crate) environment: Option<Environment>,
    pub(crate) notices: Vec<Notice>,
}

impl EnvironmentFinder<'_> {
    /// Finds the environment.
    ///
    /// # Errors
    /// When one was stated that is none.
    pub(crate) fn find(&self) -> Result<FoundEnvironment, ProjectError> {
        let mut found = self.find_any()?;
        found.notices.extend(self.too_slow.take().iter().map(|interpreter| too_slow(interpreter)));
        if let Some(environment) = &mut found.environment {
            let bounds = self.bounds();
            // A name that does not look like one of the project would hide where its links lead.
            let named = std::mem::take(&mut environment.site_packages);
            let named = named.into_iter().map(|path| bounds.as_inner(paths::absolute(self.cwd, &path)));
            environment.site_packages = named.filter(|path| !bounds.leads_out(path)).collect();
        }
        Ok(found)
    }

    fn find_any(&self) -> Result<FoundEnvironment, ProjectError> {
        if let Some(environment) = self.stated()? {
            return Ok(FoundEnvironment { environment: Some(environment), notices: Vec::new() });
        }
        let mut notices = Vec::new();
        let environment =
            self.in_variable("VIRTUAL_ENV", self.variables.virtual_env.as_deref(), &mut notices);
        let environment = environment
            .or_else(|| self.of_uv(&mut notices))
            .or_else(|| self.of_program())
            .or_else(|| self.in_project_directories())
            .or_else(|| self.of_conda(false, &mut notices))
            .or_else(|| self.of_tools())
            .or_else(|| self.of_conda(true, &mut notices))
            .or_else(|| self.on_path());
        if environment.is_none() {
            let message = "no Python environment was found, so only the libraries that loopmend brings are known; name \
                           one with `--python PATH`, or create a `.venv` in the project";
            notices.push(Notice { message: message.to_owned() });
        }
        Ok(FoundEnvironment { environment, notices })
    }

    fn bounds(&self) -> &Bounds {
        self.directories.bounds()
    }

    fn context(&self) -> Context<'_> {
        Context { variables: self.variables, bounds: self.bounds() }
    }

    fn stated(&self) -> Result<Option<Environment>, ProjectError> {
        let (path, source, option) = match (self.command_line, &self.settings) {
            (Some(path), _) => {
                let shown = format!("--python {}", path.display());
                (self.command_line_path(path), EnvironmentSource::CommandLine, shown)
            }
            (None, Some((path, file))) => {
                let file = paths::display(file, self.cwd);
                let shown = format!("{file}: python = \"{}\"", paths::display(path, self.cwd));
                let path = self.bounds().as_inner(path.clone());
                (path, EnvironmentSource::Settings(PathBuf::from(file)), shown)
            }
            (None, None) => return Ok(None),
        };
        let is_by_user = self.command_line.is_some();
        let may_be_started = |path: &Path| is_by_user || self.may_be_named_by_file(path);
        if is_by_user {
            self.bounds().trust(path.clone());
        }
        let installation = self.read(&path, may_be_started);
        let installation = installation.ok_or_else(|| {
            if self.too_slow.borrow().contains(&path) {
                let seconds = TIME_LIMIT.as_secs();
                return ProjectError {
                    message: format!("{option}: it did not answer within {seconds} seconds and was stopped"),
                };
            }
            let reason = if !path.is_file() || may_be_started(&path) {
                "there is no Python interpreter or environment; give the path of one, such as `.venv`"
            } else {
                "it is not started: a file of the project names it, and it lies in the project or is not called `python`; give the directory of the environment, or use `--python PATH`"
            };
            ProjectError { message: format!("{option}: {reason}") }
        })?;
        if is_by_user {
            self.bounds().trust(installation.prefix.clone());
        }
        Ok(Some(installation.named_by(source)))
    }

    /// A bare name that is no file here, such as `python3.12`, is looked for on `PATH`.
    fn command_line_path(&self, path: &Path) -> PathBuf {
        let here = paths::absolute(self.cwd, path);
        let is_bare = path.components().count() == 1;
        if is_bare && !here.exists() { self.search_path(path).next().unwrap_or(here) } else { here }
    }

    /// Whether an interpreter that the settings name may be started: the user's, by its usual name. Other programs could take the
    /// arguments for something else.
    fn may_be_named_by_file(&self, interpreter: &Path) -> bool {
        let name = interpreter.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_named_so = name.starts_with("python") || name.starts_with("pypy");
        let by = self.settings.as_ref().map(|(_, file)| file.as_path());
        is_named_so && by.is_some_and(|file| self.bounds().may_start(file, interpreter))
    }

    /// An environment's directory, or an interpreter, which is started where `may_ask` and reading do not tell.
    fn read(&self, path: &Path, may_ask: impl Fn(&Path) -> bool) -> Option<Installation> {
        if path.is_dir() {
            return read_directory(path, self.context());
        }
        match read_interpreter(path, self.context()) {
            InterpreterFile::Known(installation) => Some(installation),
            InterpreterFile::Unclear => {
                let (variables, bounds) = (self.variables, self.bounds());
                let is_led = pyenv::is_led_by_files(path, self.start, variables, bounds);
                let asked = || (!is_led && may_ask(path)).then(|| self.ask(path)).flatten();
                self.read_behind_shim(path).or_else(asked)
            }
            InterpreterFile::Missing => None,
        }
    }

    fn read_behind_shim(&self, shim: &Path) -> Option<Installation> {
        let interpreter = pyenv::interpreter(shim, self.start, self.variables, self.bounds())?;
        match read_interpreter(&interpreter, self.context()) {
            InterpreterFile::Known(installation) => Some(installation),
            InterpreterFile::Unclear | InterpreterFile::Missing => None,
        }
    }

    /// The answer names the interpreter that a script started; its files say more than it does.
    fn ask(&self, interpreter: &Path) -> Option<Installation> {
        let bounds = self.bounds();
        let query = InterpreterQuery {
            directory: self.start,
            cache_dir: self.cache_dir.as_deref().filter(|directory| !bounds.contain(directory)),
            bounds,
            variables: self.variables,
            time_limit: TIME_LIMIT,
        };
        let answer = match query.ask(interpreter) {
            Ok(answer) => answer,
            Err(NoAnswer::Failed) => return None,
            Err(NoAnswer::TooSlow) => {
                self.too_slow.borrow_mut().insert(interpreter.to_owned());
                return None;
            }
        };
        match read_interpreter(&answer.executable, self.context()) {
            InterpreterFile::Known(installation) => Some(installation),
            InterpreterFile::Unclear | InterpreterFile::Missing => Some(answer.installation()),
        }
    }

    fn in_variable(
        &self,
        name: &'static str,
        value: Option<&Path>,
        notices: &mut Vec<Notice>,
    ) -> Option<Environment> {
        let path = paths::absolute(self.cwd, value?);
        self.bounds().trust(path.clone());
        self.named_by_variable(name, &path, notices)
    }

    fn named_by_variable(
        &self,
        name: &'static str,
        path: &Path,
        notices: &mut Vec<Notice>,
    ) -> Option<Environment> {
        let found = read_directory(path, self.context());
        if found.is_none() {
            let message = format!("{name} names `{}`, which is not a Python environment", path.display());
            notices.push(Notice { message });
        }
        found.map(|installation| installation.named_by(EnvironmentSource::Variable(name)))
    }

    /// A relative path is relative to the project, which may have brought what is there; one that was not created yet is passed over.
    fn of_uv(&self, notices: &mut Vec<Notice>) -> Option<Environment> {
        let value = self.variables.uv_project_environment.as_deref()?;
        let candidates = self.projects.iter().map(|project| paths::absolute(&project.path, value));
        let existing = candidates.into_iter().find(|path| path.is_dir())?;
        if value.is_absolute() {
            self.bounds().trust(existing.clone());
        }
        self.named_by_variable("UV_PROJECT_ENVIRONMENT", &self.behind_link(existing)?, notices)
    }

    /// The virtual environment that this program lies in, as where tox, nox or make starts `venv/bin/loopmend`. One that holds
    /// nothing else was made for the program by pipx, uv or pre-commit, and says nothing of the project.
    fn of_program(&self) -> Option<Environment> {
        let prefix = self.variables.program.as_deref()?.parent()?.parent()?;
        if !prefix.join("pyvenv.cfg").is_file() {
            return None;
        }
        self.bounds().trust(prefix.to_path_buf());
        let found = read_directory(prefix, self.context())?;
        let is_of_others = |it: &Distribution| !OF_TOOLS.contains(&normalized_name(&it.name).as_str());
        let holds_others = distributions(&found.site_packages, self.bounds()).iter().any(is_of_others);
        holds_others.then(|| found.named_by(EnvironmentSource::Program))
    }

    /// `.venv` or `venv` from the start up to the git root, then in the other projects.
    fn in_project_directories(&self) -> Option<Environment> {
        let git_root = self.start.ancestors().find(|path| self.directories.has(path, Marker::Git));
        let mut upward: Vec<&Path> = Vec::new();
        for directory in self.start.ancestors() {
            upward.push(directory);
            if Some(directory) == git_root {
                break;
            }
        }
        let projects = self.projects.iter().map(|project| project.path.as_path());
        let candidates = upward.into_iter().chain(projects);
        let named = candidates.flat_map(|directory| [directory.join(".venv"), directory.join("venv")]);
        let environments = named.filter(|path| path.join("pyvenv.cfg").is_file());
        let found = environments
            .filter_map(|path| self.behind_link(path))
            .find_map(|path| read_directory(&path, self.context()))?;
        Some(found.named_by(EnvironmentSource::ProjectDirectory))
    }

    /// The directory of an environment that is read for the one at `path`. No stranger can have written one outside, wherever a link
    /// to it comes from; what is in the tree around the project leads no farther than that.
    fn behind_link(&self, path: PathBuf) -> Option<PathBuf> {
        let real = path.canonicalize().ok()?;
        if !self.bounds().contain(&real) {
            self.bounds().trust(path.clone());
            return Some(path);
        }
        Some(if self.bounds().leads_out(&path) { real } else { path })
    }

    /// Conda's `base` is active everywhere, so it says little about the project.
    fn of_conda(&self, base: bool, notices: &mut Vec<Notice>) -> Option<Environment> {
        let is_base = self.variables.conda_default_env.as_ref().is_some_and(|name| name == "base");
        if is_base != base {
            return None;
        }
        self.in_variable("CONDA_PREFIX", self.variables.conda_prefix.as_deref(), notices)
    }

    fn of_tools(&self) -> Option<Environment> {
        self.projects.iter().find_map(|project| {
            let name = project.manifest.name.as_ref()?;
            let project = project.path.as_path();
            let read = |path: PathBuf| read_directory(&path, self.context());
            let of_poetry = || {
                let found = poetry_environment(project, name, self.variables).and_then(read)?;
                Some(found.named_by(EnvironmentSource::Tool("poetry")))
            };
            let of_hatch = || {
                let found = hatch_environment(project, name, self.variables).and_then(read)?;
                Some(found.named_by(EnvironmentSource::Tool("hatch")))
            };
            of_poetry().or_else(of_hatch)
        })
    }

    fn on_path(&self) -> Option<Environment> {
        let names = if cfg!(windows) { ["python.exe", "python3.exe"] } else { ["python3", "python"] };
        let mut interpreters = names.into_iter().flat_map(|name| self.search_path(Path::new(name)));
        let found = interpreters.find_map(|path| self.read(&path, |_| true))?;
        Some(found.named_by(EnvironmentSource::SearchPath))
    }

    fn search_path(&self, name: &Path) -> impl Iterator<Item = PathBuf> {
        let name = name.to_path_buf();
        let value = self.variables.path.clone().unwrap_or_default();
        let directories: Vec<PathBuf> = env::split_paths(&value).filter(|path| path.is_absolute()).collect();
        let interpreters = directories.into_iter().map(move |directory| directory.join(&name));
        interpreters.filter(|path| path.is_file() && !self.bounds().contain(path))
    }
}

/// Reports that an interpreter was stopped.
fn too_slow(interpreter: &Path) -> Notice {
    let (path, seconds) = (interpreter.display(), TIME_LIMIT.as_secs());
    let message = format!(
        "`{path}` did not answer within {seconds} seconds and was stopped; name another interpreter with `--python PATH`"
    );
    Notice { message }
}
