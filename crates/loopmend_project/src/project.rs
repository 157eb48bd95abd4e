use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use loopmend_core::{Level, RuleCode, SourceText};
use rustc_hash::FxHashMap;

use crate::discovery::{Discovery, FoundFile, kind_of_named_file};
use crate::environment::{EnvironmentFinder, SearchPath, distributions};
use crate::listing::{DirectoryCache, Marker};
use crate::resolve::Resolver;
use crate::roots::{DirectoryPlace, ProjectDirectory, RootFinder};
use crate::settings::{CommandLineRules, LevelTable, Settings, SettingsTree};
use crate::variables::Variables;
use crate::{
    Distribution, Environment, FileStamp, ModuleFile, ProjectFile, PythonVersion, ReadError, RootId,
    fingerprint, paths, source,
};

/// A rule by its names, so that a configuration can be checked; the registry gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownRule {
    /// `unawaited-coroutine`.
    pub name: &'static str,
    /// `LM101`.
    pub code: RuleCode,
    /// The level without any setting.
    pub default_level: Level,
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
    /// All rules there are.
    pub rules: Vec<KnownRule>,
    /// Where the interpreter query may be cached; `None` asks every time.
    pub cache_dir: Option<PathBuf>,
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

/// A project as it was found on disk.
#[derive(Debug)]
pub struct Project {
    cwd: PathBuf,
    root_dir: PathBuf,
    rules: Vec<KnownRule>,
    command_line_rules: CommandLineRules,
    directories: Arc<DirectoryCache>,
    settings: Arc<SettingsTree>,
    /// The settings of the place where the run started.
    primary_settings: Arc<Settings>,
    files: Vec<ProjectFile>,
    notices: Vec<Notice>,
    roots: Vec<PathBuf>,
    root_ids: FxHashMap<PathBuf, RootId>,
    resolver: Resolver,
    environment: Option<Environment>,
    distributions: OnceLock<Vec<Distribution>>,
    python_version: PythonVersion,
    levels: Levels,
    fingerprint: u64,
}

impl Project {
    /// Finds configuration, files, roots and environment.
    ///
    /// # Errors
    /// When a path is missing, a configuration is wrong, or a stated interpreter is none.
    pub fn discover(options: &DiscoverOptions) -> Result<Self, ProjectError> {
        Self::discover_with(options, &Variables::of_process())
    }

    /// The same with given environment variables.
    pub(crate) fn discover_with(
        options: &DiscoverOptions,
        variables: &Variables,
    ) -> Result<Self, ProjectError> {
        let cwd = options.cwd.as_path();
        let command_line_rules = CommandLineRules::parse(&options.select, &options.ignore, &options.rules)?;
        let directories = Arc::new(DirectoryCache::default());
        let settings = Arc::new(SettingsTree::new(
            directories.clone(),
            cwd,
            options.config.as_deref(),
            options.isolated,
            &options.rules,
        )?);
        let named: Vec<PathBuf> = match options.paths.as_slice() {
            [] => vec![cwd.to_path_buf()],
            paths => paths.iter().map(|path| paths::absolute(cwd, path)).collect(),
        };
        let discovered = Discovery { cwd, settings: &settings, directories: &directories }.find(&named)?;
        let start = start_directory(&named, cwd);
        let primary_settings = settings.settings(&start)?;

        let file_directories = directories_of(&discovered.files);
        let mut finder = RootFinder::new(cwd, &directories, &settings);
        let primary = finder.project(&start);
        let roots = finder.find(&file_directories);
        let root_ids: FxHashMap<PathBuf, RootId> =
            roots.iter().map(|root| root.path.clone()).zip((0..).map(RootId)).collect();
        let places: FxHashMap<&OsStr, DirectoryPlace> =
            file_directories.iter().map(|path| (path.as_os_str(), finder.place(path, &root_ids))).collect();
        let files = discovered.files.into_iter().map(|file| project_file(file, &places)).collect::<Vec<_>>();
        let projects = finder.projects();

        let cache_dir = options.cache_dir.clone().or_else(|| primary_settings.cache_dir());
        let found = EnvironmentFinder {
            cwd,
            start: &start,
            projects: names_of_projects(&primary, &projects),
            command_line: options.python.as_deref(),
            settings: primary_settings.python().zip(primary_settings.source.clone()),
            cache_dir: cache_dir.as_deref(),
            directories: &directories,
            variables,
        }
        .find()?;
        let environment = found.environment;
        let python_version = options
            .python_version
            .or_else(|| primary_settings.python_version())
            .or(primary.manifest.lowest_python)
            .or_else(|| projects.iter().filter_map(|project| project.manifest.lowest_python).min())
            .or_else(|| environment.as_ref().and_then(|environment| environment.version))
            .unwrap_or(PythonVersion::DEFAULT);

        let site_packages = environment.as_ref().map_or(&[][..], |environment| &environment.site_packages);
        let installed = SearchPath::read(site_packages);
        let mut all_settings = vec![primary_settings.clone()];
        for directory in &file_directories {
            let settings = settings.settings(directory)?;
            if !all_settings.iter().any(|known| Arc::ptr_eq(known, &settings)) {
                all_settings.push(settings);
            }
        }
        all_settings.sort_by(|a, b| a.source.cmp(&b.source));
        let fingerprint = fingerprint::of_project(&fingerprint::Ingredients {
            settings: &all_settings,
            select: &options.select,
            ignore: &options.ignore,
            roots: &roots,
            python_version,
            installed: &installed,
        });
        let levels = Levels::new(&files, &settings, &all_settings, &command_line_rules, &options.rules)?;
        let mut notices = settings.notices();
        notices.extend(discovered.notices);
        notices.extend(found.notices);
        Ok(Self {
            cwd: cwd.to_path_buf(),
            root_dir: root_directory(&start, &primary, &directories),
            rules: options.rules.clone(),
            command_line_rules,
            settings,
            primary_settings,
            files,
            notices,
            roots: roots.iter().map(|root| root.path.clone()).collect(),
            root_ids,
            resolver: Resolver::new(directories.clone(), roots, installed),
            directories,
            environment,
            distributions: OnceLock::new(),
            python_version,
            levels,
            fingerprint,
        })
    }

    /// How a path is shown: relative to the working directory where it lies in it, always with `/`.
    pub fn display(&self, path: &Path) -> String {
        paths::display(path, &self.cwd)
    }

    /// The path that is shown as `shown`, absolute.
    pub fn absolute(&self, shown: &Path) -> PathBuf {
        paths::absolute(&self.cwd, shown)
    }

    /// The files to check, sorted by their shown path, each once.
    pub fn files(&self) -> &[ProjectFile] {
        &self.files
    }

    /// A file by its path (relative ones are relative to the working directory), whether or not it is among
    /// [`Self::files`] or exists: for text from standard input and for a language server.
    pub fn file_at(&self, path: &Path) -> ProjectFile {
        let path = paths::absolute(&self.cwd, path);
        let place = path.parent().map(|directory| {
            RootFinder::new(&self.cwd, &self.directories, &self.settings).place(directory, &self.root_ids)
        });
        let found = FoundFile {
            display: paths::display(&path, &self.cwd),
            kind: kind_of_named_file(&path),
            stamp: paths::stamp(&path).unwrap_or_default(),
            real_path: None,
            path,
        };
        with_place(found, place.as_ref())
    }

    /// What the user should know.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The git root of the place where the run started; else its nearest project directory.
    pub fn root_dir(&self) -> &Path {
        &self.root_dir
    }

    /// The first-party import roots, absolute.
    pub fn roots(&self) -> &[PathBuf] {
        &self.roots
    }

    /// The Python environment whose packages count as installed.
    pub fn environment(&self) -> Option<&Environment> {
        self.environment.as_ref()
    }

    /// The installed distributions, sorted; read at the first call.
    pub fn distributions(&self) -> &[Distribution] {
        self.distributions.get_or_init(|| {
            distributions(self.environment.as_ref().map_or(&[][..], |environment| &environment.site_packages))
        })
    }

    /// The cache directory that the settings state, absolute.
    pub fn cache_dir(&self) -> Option<PathBuf> {
        self.primary_settings.cache_dir()
    }

    /// Finds a first-party module by its dotted name, as seen from a file of the root `from`: that root
    /// first, then the others of its project, then those of the other projects. Never reads a file;
    /// directory listings are read once and kept.
    ///
    /// What Python would take from elsewhere is not first-party: a directory without `__init__` where the
    /// standard library or an installed package has that name, and, outside of `from` itself, anything that
    /// is named like a module of the standard library.
    pub fn resolve_first_party(&self, module: &str, from: Option<RootId>) -> Option<ModuleFile> {
        self.resolver.first_party(module, from)
    }

    /// Finds an installed module: stub packages (`NAME-stubs`, partial ones too) before the packages,
    /// `.pth` and editable installs included.
    pub fn resolve_third_party(&self, module: &str) -> Option<ModuleFile> {
        self.resolver.third_party(module)
    }

    /// Reads and decodes a file as Python does (PEP 263, BOM); a notebook becomes the source of its cells.
    ///
    /// # Errors
    /// When it cannot be read or decoded.
    pub fn read(&self, path: &Path) -> Result<SourceText, ReadError> {
        let bytes = std::fs::read(path).map_err(|error| ReadError::Io(error.to_string()))?;
        source::decode(bytes, kind_of_named_file(path))
    }

    /// The present size and time of a file; `None` when it is gone.
    pub fn stamp(&self, path: &Path) -> Option<FileStamp> {
        paths::stamp(path)
    }

    /// The version whose branches of `sys.version_info` are taken.
    pub fn python_version(&self) -> PythonVersion {
        self.python_version
    }

    /// The level of a rule in a file, after defaults, configuration, overrides, `--select` and `--ignore`.
    pub fn level(&self, file: &ProjectFile, rule: &KnownRule) -> Level {
        match self.levels.table(&file.path) {
            Some(table) => table.level(rule),
            None => self.table_of_unlisted_file(&file.path).level(rule),
        }
    }

    /// The settings that hold for a file or directory: what its configuration file says with the defaults
    /// filled in, and `source`, the path of that file (`null` without one).
    ///
    /// # Errors
    /// When a configuration file that was not read before is wrong.
    pub fn show_settings(&self, path: &Path) -> Result<serde_json::Value, ProjectError> {
        let path = paths::absolute(&self.cwd, path);
        let directory = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(&path) };
        let settings = self.settings.settings(directory)?;
        let table = self.level_table(&settings, &path);
        Ok(settings.show(&self.cwd, &self.rules, &table))
    }

    /// A hash of all that findings depend on besides the files: settings, roots, Python version,
    /// site-packages directories and their times.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    fn table_of_unlisted_file(&self, path: &Path) -> LevelTable {
        let settings = path.parent().and_then(|directory| self.settings.settings(directory).ok());
        self.level_table(settings.as_ref().unwrap_or(&self.primary_settings), path)
    }

    fn level_table(&self, settings: &Settings, path: &Path) -> LevelTable {
        LevelTable::new(settings, &settings.overrides_for(path), &self.command_line_rules, &self.rules)
    }
}

/// The levels of the listed files.
#[derive(Debug)]
enum Levels {
    /// All files, listed or not, have the same ones.
    Same(LevelTable),
    /// By path.
    ByFile { tables: Vec<LevelTable>, numbers: FxHashMap<PathBuf, usize> },
}

impl Levels {
    fn new(
        files: &[ProjectFile],
        tree: &SettingsTree,
        all_settings: &[Arc<Settings>],
        command_line: &CommandLineRules,
        rules: &[KnownRule],
    ) -> Result<Self, ProjectError> {
        if let [settings] = all_settings
            && settings.options.overrides.is_empty()
        {
            return Ok(Self::Same(LevelTable::new(settings, &[], command_line, rules)));
        }
        let mut known: FxHashMap<(*const Settings, Vec<usize>), usize> = FxHashMap::default();
        let mut tables = Vec::new();
        let mut numbers = FxHashMap::default();
        for file in files {
            let Some(directory) = file.path.parent() else { continue };
            let settings = tree.settings(directory)?;
            let overrides = settings.overrides_for(&file.path);
            let number =
                *known.entry((Arc::as_ptr(&settings), overrides)).or_insert_with_key(|(_, overrides)| {
                    tables.push(LevelTable::new(&settings, overrides, command_line, rules));
                    tables.len() - 1
                });
            numbers.insert(file.path.clone(), number);
        }
        Ok(Self::ByFile { tables, numbers })
    }

    fn table(&self, path: &Path) -> Option<&LevelTable> {
        match self {
            Self::Same(table) => Some(table),
            Self::ByFile { tables, numbers } => numbers.get(path).map(|number| &tables[*number]),
        }
    }
}

/// The directories that files stand in, sorted, each once.
fn directories_of(files: &[FoundFile]) -> Vec<PathBuf> {
    let mut directories: Vec<&Path> = files.iter().filter_map(|file| file.path.parent()).collect();
    directories.dedup_by_key(|path| path.as_os_str());
    directories.sort_unstable_by_key(|path| path.as_os_str());
    directories.dedup_by_key(|path| path.as_os_str());
    directories.into_iter().map(Path::to_path_buf).collect()
}

fn project_file(file: FoundFile, places: &FxHashMap<&OsStr, DirectoryPlace>) -> ProjectFile {
    let place = file.path.parent().and_then(|directory| places.get(directory.as_os_str()));
    with_place(file, place)
}

/// Notebooks cannot be imported, so they have a root and no name.
fn with_place(file: FoundFile, place: Option<&DirectoryPlace>) -> ProjectFile {
    let importable = file.path.extension().is_some_and(|extension| extension == "py" || extension == "pyi");
    ProjectFile {
        module: place.filter(|_| importable).and_then(|place| place.module(&file.path)),
        root: place.and_then(|place| place.root),
        path: file.path,
        display: file.display,
        kind: file.kind,
        stamp: file.stamp,
    }
}

/// The directory of the first path: the environment and the version are those of its project.
fn start_directory(named: &[PathBuf], cwd: &Path) -> PathBuf {
    match named.first() {
        Some(path) if path.is_dir() => path.clone(),
        Some(path) => path.parent().unwrap_or(cwd).to_path_buf(),
        None => cwd.to_path_buf(),
    }
}

fn root_directory(start: &Path, primary: &ProjectDirectory, directories: &DirectoryCache) -> PathBuf {
    let git_root = start.ancestors().find(|path| directories.has(path, Marker::Git));
    git_root.unwrap_or(&primary.path).to_path_buf()
}

fn names_of_projects(
    primary: &ProjectDirectory,
    all: &[Arc<ProjectDirectory>],
) -> Vec<(PathBuf, Option<String>)> {
    let others = all.iter().map(Arc::as_ref).filter(|project| project.path != primary.path);
    let projects = std::iter::once(primary).chain(others);
    projects.map(|project| (project.path.clone(), project.manifest.name.clone())).collect()
}
