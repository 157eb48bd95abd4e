mod rule_levels;
mod versions;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use loopmend_catalog::Additions;
use loopmend_core::{SourceKind, SourceText};
use loopmend_files::{MAX_NOTEBOOK, MAX_SOURCE};
use pep440_rs::{Operator, Version, VersionSpecifier};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::around::ProjectsAround;
use crate::bounds::Bounds;
use crate::built_modules::BuiltModules;
use crate::discovery::{Discovery, FoundFile, is_configuration, kind_of_named_file};
use crate::environment::{EnvironmentFinder, SearchPath, distributions, normalized_name};
use crate::layout::{Layout, with_place};
use crate::library_files;
use crate::line_length;
use crate::links::way_out_below;
use crate::listing::{DirectoryCache, Marker};
use crate::locked::LockedVersions;
use crate::pytest::{
    PluginsWanted, PytestConfiguration, PytestConfigurations, PytestForm, requirement_files, wanted_plugins,
};
use crate::resolve::Resolver;
use crate::roots::{ProjectDirectory, RootFinder};
use crate::settings::{CommandLineRules, FileLevels, LevelTable, Settings, SettingsTree};
use crate::stand_in::WantedVersions;
use crate::unwritten::Unwritten;
use crate::variables::Variables;
use crate::{
    BlockingSettings, CategorySettings, DiscoverOptions, Distribution, Environment, EnvironmentSource,
    FileStamp, KnownRule, ModuleFile, Notice, ProjectError, ProjectFile, PythonVersion, ReadError, RootId,
    fingerprint, paths, source, standard_library,
};

/// What a project is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Subject<'a> {
    /// The paths of the options.
    NamedPaths,
    /// A text that is, or would be, at this path.
    TextAt(&'a Path),
    /// A text that belongs to no project, in the working directory under this name.
    LooseText(&'a Path),
}

impl Subject<'_> {
    /// The paths it is about, absolute.
    pub(crate) fn paths(self, options: &DiscoverOptions) -> Vec<PathBuf> {
        let absolute = |path: &Path| paths::absolute(&options.cwd, path);
        match (self, options.paths.as_slice()) {
            (Self::TextAt(path) | Self::LooseText(path), _) => vec![absolute(path)],
            (Self::NamedPaths, []) => vec![options.cwd.clone()],
            (Self::NamedPaths, paths) => paths.iter().map(|path| absolute(path)).collect(),
        }
    }
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
    /// The distributions of an interpreter found on `PATH` that do not count as installed: the project requires other versions.
    excluded: Vec<Distribution>,
    /// The versions that supposed ones stand in the place of, by name.
    before: Vec<(String, Version)>,
    /// The distributions whose version is that of [`Project::suppose_installed`], whatever the project states.
    supposed: Vec<String>,
    python_version: PythonVersion,
    lowest_python: Option<PythonVersion>,
    highest_python: Option<PythonVersion>,
    levels: FileLevels,
    fingerprint: u64,
    /// The same without what [`Self::take_for`] was given.
    fingerprint_on_disk: u64,
    /// The names of the project's manifests, as PEP 503 normalises them.
    own_names: Vec<String>,
    /// The modules that they name as plugins of pytest.
    own_pytest_plugins: Vec<String>,
    /// The functions of the commands that they install.
    console_scripts: Vec<String>,
    /// The directory of the project that the run started in.
    project_dir: PathBuf,
    missing_plugins: OnceLock<Vec<String>>,
    plugins_wanted: PluginsWanted,
    wanted_versions: WantedVersions,
    pytest_configurations: PytestConfigurations,
    pytest_directories: Vec<PathBuf>,
    reported_pytest_directories: FxHashSet<PathBuf>,
    directories_around: Vec<PathBuf>,
    unwritten: Unwritten,
    /// The facts that the settings and the files of libraries add to the catalogue.
    additions: Additions,
    library_files: Vec<PathBuf>,
    built_modules: BuiltModules,
}

impl Project {
    /// Finds configuration, files, roots and environment.
    ///
    /// # Errors
    /// When a path is missing, a configuration is wrong, or a stated interpreter is none.
    pub fn discover(options: &DiscoverOptions) -> Result<Self, ProjectError> {
        Self::discover_with(options, Subject::NamedPaths, &Variables::of_process())
    }

    /// The project that `path` lies in, for a text that is not on disk: standard input with `--stdin-filename`, or an
    /// editor. [`DiscoverOptions::paths`] do not count. The file at the path is the only reported one, whether or not it
    /// exists; [`Self::take_for`] takes its text.
    ///
    /// # Errors
    /// When a configuration is wrong, or a stated interpreter is none.
    pub fn discover_for_text(options: &DiscoverOptions, path: &Path) -> Result<Self, ProjectError> {
        Self::discover_with(options, Subject::TextAt(path), &Variables::of_process())
    }

    /// The same for a text that belongs to no project: it is the only file.
    ///
    /// # Errors
    /// When a configuration is wrong, or a stated interpreter is none.
    pub fn discover_for_loose_text(options: &DiscoverOptions, name: &Path) -> Result<Self, ProjectError> {
        Self::discover_with(options, Subject::LooseText(name), &Variables::of_process())
    }

    /// The same with given environment variables.
    pub(crate) fn discover_with(
        options: &DiscoverOptions,
        subject: Subject<'_>,
        variables: &Variables,
    ) -> Result<Self, ProjectError> {
        let cwd = options.cwd.as_path();
        let command_line_rules = CommandLineRules::parse(options)?;
        let (named, left_out) = within_projects(subject.paths(options), cwd, variables.home.as_deref())?;
        let directories = Arc::new(DirectoryCache::new(Bounds::new(cwd, &named, variables)));
        let settings = Arc::new(SettingsTree::new(options, directories.clone())?);
        let around = ProjectsAround {
            cwd,
            home: variables.home.as_deref(),
            directories: &directories,
            settings: &settings,
        };
        let discovery = Discovery { cwd, settings: &settings, directories: &directories };
        let directories_around = match subject {
            Subject::LooseText(_) => Vec::new(),
            Subject::TextAt(_) | Subject::NamedPaths => around.all(&named)?,
        };
        let discovered = match subject {
            Subject::NamedPaths => discovery.find_around(&named, &directories_around)?,
            Subject::TextAt(_) | Subject::LooseText(_) => {
                discovery.find_around_text(&named[0], &directories_around)?
            }
        };
        let start = start_directory(named.first(), &around)?;
        let primary_settings = settings.settings(&start)?;
        let finder = RootFinder::new(cwd, &directories, &settings);
        let layout = Layout::find(discovered.files, &start, finder);
        let found = EnvironmentFinder {
            cwd,
            start: &start,
            projects: &layout.projects,
            command_line: options.python.as_deref(),
            settings: primary_settings.python().zip(primary_settings.source.clone()),
            cache_dir: options.cache_dir.clone(),
            directories: &directories,
            variables,
            too_slow: RefCell::default(),
        }
        .find()?;
        let environment = found.environment;
        let python_version = python_version(
            options,
            &primary_settings,
            &layout,
            environment.as_ref().and_then(|it| it.version),
        );
        let lowest_python = lowest_python(&layout);
        let highest_python = layout.primary.manifest.highest_python;
        let site_packages = environment.as_ref().map_or(&[][..], |environment| &environment.site_packages);
        let mut installed = SearchPath::read(site_packages, directories.bounds());
        let in_use = settings.of_directories(&layout.file_directories)?;
        let root_dir = root_directory(&start, &layout.primary, &directories);
        let others = layout.projects.iter().map(|project| project.path.clone());
        let wanted_versions = WantedVersions::new(&layout.primary.path, &root_dir, others);
        let names = layout.projects.iter().filter_map(|project| project.manifest.name.as_deref());
        let own_names: Vec<String> = names.map(normalized_name).collect();
        let excluded = match environment.as_ref().map(|environment| &environment.source) {
            // Nothing says that this interpreter is the project's.
            Some(EnvironmentSource::SearchPath) => {
                let bounds = directories.bounds();
                wanted_versions.excluded(bounds, &distributions(site_packages, bounds), &own_names)
            }
            _ => Vec::new(),
        };
        installed.hide(&excluded, directories.bounds());
        let of_libraries = library_files::read(&layout, &installed, &directories, cwd);
        let additions = Additions::new([primary_settings.options.libraries.clone(), of_libraries.facts]);
        let plugins_wanted = PluginsWanted::new(&layout.file_directories, &root_dir, &directories);
        let manifests = layout.projects.iter().map(|project| &project.manifest);
        let console_scripts: Vec<String> =
            manifests.clone().flat_map(|manifest| manifest.console_scripts.clone()).collect();
        let fingerprint = fingerprint::of_project(&fingerprint::Ingredients {
            settings: &in_use,
            select: &options.select,
            ignore: &options.ignore,
            keep_unselected: options.keep_unselected,
            strict: options.strict,
            additions: additions.key(),
            roots: &layout.roots,
            standalone: &layout.standalone,
            python_version,
            highest_python,
            installed: &installed,
            bounds: directories.bounds(),
            console_scripts: &console_scripts,
            pytest: &[
                PytestConfiguration::candidates(&layout.file_directories, &directories),
                wanted_versions.files(),
                plugins_wanted.files(),
            ]
            .concat(),
        });
        let levels = FileLevels::new(&layout.files, &settings, &in_use, &command_line_rules, &options.rules)?;
        let own_pytest_plugins = manifests.flat_map(|manifest| manifest.pytest_plugins.clone()).collect();
        let notices = [
            left_out,
            settings.notices(),
            discovered.notices,
            found.notices,
            of_libraries.notices,
            refused(directories.bounds(), cwd),
        ]
        .concat();
        Ok(Self {
            cwd: cwd.to_path_buf(),
            root_dir,
            rules: options.rules.clone(),
            command_line_rules,
            settings,
            primary_settings,
            notices,
            roots: layout.roots.iter().map(|root| root.path.clone()).collect(),
            root_ids: layout.root_ids,
            resolver: Resolver::new(
                directories.clone(),
                layout.roots,
                layout.standalone,
                installed,
                &layout.files,
            ),
            files: layout.files,
            directories,
            environment,
            distributions: OnceLock::new(),
            excluded,
            before: Vec::new(),
            supposed: Vec::new(),
            python_version,
            lowest_python,
            highest_python,
            levels,
            fingerprint,
            fingerprint_on_disk: fingerprint,
            own_names,
            own_pytest_plugins,
            console_scripts,
            project_dir: layout.primary.path.clone(),
            missing_plugins: OnceLock::new(),
            plugins_wanted,
            wanted_versions,
            pytest_configurations: PytestConfigurations::default(),
            pytest_directories: discovered.pytest_directories,
            reported_pytest_directories: discovered.reported_pytest_directories,
            directories_around,
            unwritten: Unwritten::default(),
            additions,
            library_files: of_libraries.files,
            built_modules: BuiltModules::default(),
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

    /// The files of the project, sorted by their shown path, each once: those in [`Self::directories_around`], and those
    /// that were named.
    pub fn files(&self) -> &[ProjectFile] {
        &self.files
    }

    /// The places among [`Self::files`] of those to check: the paths name them, or directories that they lie in.
    pub fn reported(&self) -> impl Iterator<Item = usize> + Clone {
        (0..self.files.len()).filter(move |index| self.files[*index].is_reported)
    }

    /// The files to check.
    pub fn reported_files(&self) -> impl Iterator<Item = &ProjectFile> + Clone {
        self.files.iter().filter(|file| file.is_reported)
    }

    /// The directories of the projects around the paths, all of whose files count.
    pub fn directories_around(&self) -> &[PathBuf] {
        &self.directories_around
    }

    /// The configurations of pytest in the directories that were named and in those inside of them, sorted by their paths.
    pub fn reported_pytest_configurations(&self) -> Vec<Arc<PytestConfiguration>> {
        let mut configurations = self.pytest_configurations();
        configurations.retain(|it| self.reported_pytest_directories.contains(it.directory()));
        configurations
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
            is_reported: true,
        };
        with_place(found, place.as_ref())
    }

    /// What the user should know.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The symbolic links that lead out of the project and were not followed so far, sorted.
    pub fn skipped_links(&self) -> Vec<PathBuf> {
        self.bounds().skipped()
    }

    /// The files of configuration that were left out because they are larger than the bound of their kind, sorted; each is given
    /// once.
    pub fn take_too_large(&self) -> Vec<PathBuf> {
        self.bounds().take_too_large()
    }

    /// Whether a path lies in the project once links are followed.
    pub fn holds(&self, path: &Path) -> bool {
        self.bounds().hold(path)
    }

    /// Returns whether a build may create a module of this name in a directory: a file there that is not Python has the name, or the beginning of
    /// the name before a `_`, or the root of the project describes a build of another language.
    pub fn may_build(&self, directory: &Path, name: &str) -> bool {
        self.built_modules.may_have(self.root_dir(), directory, name)
    }

    /// Whether there is a regular file, and no link to it leads out of the project.
    pub fn has_file(&self, path: &Path) -> bool {
        self.bounds().has_file(path)
    }

    /// Whether a path is that of a regular file in the project, or of one that the user names.
    pub fn owns_file(&self, path: &Path) -> bool {
        self.bounds().own_file(path)
    }

    /// Whether a path lies in the project or the tree around it, whose author may have written what is there.
    pub fn contains(&self, path: &Path) -> bool {
        self.bounds().contain(path)
    }

    /// The git root of the place where the run started; else its nearest project directory.
    pub fn root_dir(&self) -> &Path {
        &self.root_dir
    }

    /// The first-party import roots, absolute.
    pub fn roots(&self) -> &[PathBuf] {
        &self.roots
    }

    /// Returns whether a directory is an import root for certain. Settings or packaging name it, or it is the directory of a project.
    pub fn is_stated_root(&self, directory: &Path) -> bool {
        self.resolver.is_stated_root(directory)
    }

    /// The Python environment whose packages count as installed.
    pub fn environment(&self) -> Option<&Environment> {
        self.environment.as_ref()
    }

    /// The installed distributions, sorted; read at the first call.
    pub fn distributions(&self) -> &[Distribution] {
        self.distributions.get_or_init(|| {
            let environment = self.environment.as_ref();
            let site_packages = environment.map_or(&[][..], |environment| &environment.site_packages);
            let mut installed = distributions(site_packages, self.bounds());
            installed.retain(|distribution| !self.excluded.contains(distribution));
            installed
        })
    }

    /// Whether the project is the distribution that a package is installed by, as far as names tell: one of its manifests has the
    /// name of the package, normalised (PEP 503).
    pub fn distributes(&self, package: &str) -> bool {
        self.own_names.contains(&normalized_name(package))
    }

    /// The names of the distributions of the project, normalised (PEP 503).
    pub fn own_names(&self) -> &[String] {
        &self.own_names
    }

    /// The functions of the commands that the project installs, as `module:function`.
    pub fn console_scripts(&self) -> &[String] {
        &self.console_scripts
    }

    /// Returns whether the project installs a module as a plugin of pytest.
    pub fn is_own_pytest_plugin(&self, module: &str) -> bool {
        self.own_pytest_plugins.iter().any(|plugin| plugin == module)
    }

    /// The modules that installed distributions and the project itself name as plugins of pytest
    /// (docs.pytest.org/en/stable/how-to/writing_plugins.html), sorted.
    pub fn pytest_plugins(&self) -> Vec<String> {
        let bounds = self.bounds();
        let installed = self.distributions().iter();
        let mut plugins: Vec<String> =
            installed.flat_map(|distribution| distribution.entry_points("pytest11", bounds)).collect();
        plugins.extend(self.own_pytest_plugins.iter().cloned());
        plugins.sort_unstable();
        plugins.dedup();
        plugins
    }

    /// What pytest takes its settings from for tests in a directory: the file of the nearest directory at or above it that has
    /// one. Each is read once.
    pub fn pytest_configuration(&self, directory: &Path) -> Option<Arc<PytestConfiguration>> {
        let is_old = self.version_of("pytest").is_some_and(|version| version < Version::new([9]));
        let form = if is_old { PytestForm::Ini } else { PytestForm::Toml };
        self.pytest_configurations.nearest(directory, &self.directories, &self.unwritten, form)
    }

    /// The base directory of pytest's relative paths: that of its configuration file, otherwise the working directory.
    pub fn pytest_directory(&self, configuration: Option<&PytestConfiguration>) -> PathBuf {
        match configuration {
            Some(configuration) => configuration.directory().to_owned(),
            None => self.absolute(Path::new("")),
        }
    }

    /// The configurations of pytest in the directories of the project, sorted by their paths.
    pub fn pytest_configurations(&self) -> Vec<Arc<PytestConfiguration>> {
        let of = |directory: &PathBuf| {
            let found = self.pytest_configuration(directory);
            found.filter(|configuration| configuration.directory() == directory)
        };
        self.pytest_directories.iter().filter_map(of).collect()
    }

    fn locked(&self) -> Option<&LockedVersions> {
        let wanted = self.takes_locked_versions().then_some(&self.wanted_versions)?;
        wanted.locked(self.bounds(), LockedVersions::speaks_of_pytest)
    }

    pub(crate) fn wanted_versions(&self) -> &WantedVersions {
        &self.wanted_versions
    }

    pub(crate) fn plugins_wanted(&self) -> &PluginsWanted {
        &self.plugins_wanted
    }

    pub(crate) fn bounds(&self) -> &Bounds {
        self.directories.bounds()
    }

    /// The directory of the project that the run started in: the nearest one with a manifest.
    pub fn directory(&self) -> &Path {
        &self.project_dir
    }

    /// The directories in which files say which distributions are to be installed: that one, and those that were named and a
    /// configuration of pytest is in; sorted.
    pub fn requirement_directories(&self) -> Vec<PathBuf> {
        let configurations = self.reported_pytest_configurations();
        let of_tests = configurations.iter().map(|configuration| configuration.directory().to_owned());
        let mut directories: Vec<PathBuf> = of_tests.chain([self.project_dir.clone()]).collect();
        directories.sort_unstable();
        directories.dedup();
        directories
    }

    /// The files of those directories that say so, and where requirements can be edited: `pyproject.toml`, `setup.cfg`, and requirement
    /// files; sorted by directory.
    pub fn requirement_files(&self) -> Vec<PathBuf> {
        let directories = self.requirement_directories();
        let mut files: Vec<PathBuf> = Vec::new();
        for file in directories.iter().flat_map(|directory| requirement_files(directory, self.bounds())) {
            if !files.contains(&file) {
                files.push(file);
            }
        }
        files
    }

    /// The plugins of pytest, by their distributions as PEP 503 normalises them, that a file of the project asks for and the
    /// environment lacks: where there are any, the tests run elsewhere.
    pub fn missing_plugins(&self) -> &[String] {
        self.missing_plugins.get_or_init(|| {
            let is_named =
                |name: &str| self.distributions().iter().any(|distribution| distribution.is_named(name));
            wanted_plugins(&self.project_dir, self.bounds())
                .into_iter()
                .filter(|name| !is_named(name))
                .collect()
        })
    }

    /// Whether the environment lacks a plugin of pytest that the project asks for, or that files in a directory or above it do.
    pub fn lacks_plugin_for(&self, directory: &Path) -> bool {
        let is_there =
            |name: &str| self.distributions().iter().any(|distribution| distribution.is_named(name));
        !self.missing_plugins().is_empty()
            || self.plugins_wanted.above(directory, self.bounds()).any(|name| !is_there(name))
    }

    /// The cache directory that the settings state, absolute.
    pub fn cache_dir(&self) -> Option<PathBuf> {
        self.primary_settings.cache_dir()
    }

    /// Finds a first-party module by its dotted name, as seen from a file of the root `from`: that root
    /// first, then the others of its project, then those of the other projects. Never reads a file;
    /// directory listings are read once and kept, the result is not.
    ///
    /// Of two modules of which either may be meant, none is found: one stands in a package that has requirements or a container of
    /// its own, and may be deployed alone.
    ///
    /// What Python would take from elsewhere is not first-party: a directory without `__init__` where the
    /// standard library or an installed package has that name, and, outside of `from` itself, anything that
    /// is named like a module of the standard library.
    pub fn resolve_first_party(&self, module: &str, from: Option<RootId>) -> Option<ModuleFile> {
        self.resolver.first_party(module, from)
    }

    /// Returns the root from which a file of the root `root` imports: `root` itself, or that of a package around the file that may be
    /// deployed alone, of which only [`Self::resolve_first_party`] and [`Self::provides`] know.
    pub fn import_root(&self, file: &Path, root: RootId) -> RootId {
        self.resolver.import_root(file, root)
    }

    /// Returns whether a root contains documentation of another version of the project than that of a first-party module: the root is below
    /// `versioned_docs/version-1.0` (docusaurus.io/docs/versioning), and the module is not.
    pub fn is_of_other_version(&self, module: &ModuleFile, from: Option<RootId>) -> bool {
        self.resolver.is_of_other_version(&module.path, from)
    }

    /// Finds an installed module: stub packages (`NAME-stubs`, partial ones too) before the packages,
    /// `.pth` and editable installs included.
    pub fn resolve_third_party(&self, module: &str) -> Option<ModuleFile> {
        self.resolver.third_party(module)
    }

    /// Whether `import top` finds something from a file of the root `from`: in the project, the environment or the standard
    /// library. A package that the project distributes counts, and so does a private name, which may be the interpreter's.
    pub fn provides(&self, top: &str, from: Option<RootId>) -> bool {
        top.starts_with('_')
            || standard_library::contains(top)
            || self.resolver.provides(top, from)
            || self.distributes(top)
    }

    /// Returns whether a top-level module is one of the standard library.
    pub fn is_standard_library(&self, top: &str) -> bool {
        standard_library::contains(top)
    }

    /// Returns the greatest length of a line, if the configuration of ruff, black or flake8 in [`Self::directory`] states one.
    pub fn line_length(&self) -> Option<usize> {
        line_length::line_length(&self.project_dir, self.bounds())
    }

    /// Reads and decodes a file as Python does (PEP 263, BOM); a notebook becomes the source of its cells, and of what configures
    /// tools or names requirements the text is all of its bytes, unless it is one of the checked files.
    ///
    /// # Errors
    /// When it cannot be read or decoded.
    pub fn read(&self, path: &Path) -> Result<SourceText, ReadError> {
        let bytes = self.read_bytes(path).map_err(|error| ReadError::Io(error.to_string()))?;
        let is_checked = || self.files.iter().any(|file| file.path == path);
        match is_configuration(path) && !is_checked() {
            true => source::as_it_is(bytes),
            false => source::decode(bytes, kind_of_named_file(path)),
        }
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When it cannot be read, or a link leads out of the project.
    pub fn read_bytes(&self, path: &Path) -> std::io::Result<Vec<u8>> {
        self.unwritten.read(path, self.bounds(), max_bytes(path))
    }

    /// Takes `bytes` for what a file holds, whatever stands on disk; `None` takes what stands there again. The path is that of
    /// the file among [`Self::files`], or of a configuration of pytest.
    pub fn take_for(&mut self, path: &Path, bytes: Option<Vec<u8>>) {
        self.unwritten.put(path, bytes);
        let stamp = self.unwritten.stamp(path).unwrap_or_default();
        match self.place_of(path) {
            Some(place) => self.files[place].stamp = stamp,
            None => {
                self.pytest_configurations = PytestConfigurations::default();
                self.fingerprint = self.fingerprint_with_unwritten();
            }
        }
    }

    /// The place of a file among [`Self::files`]; by the path that it is shown under, since there are thousands.
    fn place_of(&self, path: &Path) -> Option<usize> {
        let shown = self.display(path);
        let place = self.files.binary_search_by(|file| file.display.as_str().cmp(&shown)).ok();
        let is_it = |place: &usize| self.files[*place].path == path;
        place.filter(is_it).or_else(|| self.files.iter().position(|file| file.path == path))
    }

    /// That of the configurations on disk, with those that are taken for others: the same ones give the same, on whatever way they came.
    fn fingerprint_with_unwritten(&self) -> u64 {
        let mut others: Vec<&Path> =
            self.unwritten.paths().filter(|path| self.place_of(path).is_none()).collect();
        others.sort_unstable();
        others.into_iter().fold(self.fingerprint_on_disk, |fingerprint, path| {
            let stamp = self.unwritten.stamp(path).unwrap_or_default();
            fingerprint::with_file(fingerprint, path, stamp)
        })
    }

    /// The present size and time of a file; `None` when it is gone.
    pub fn stamp(&self, path: &Path) -> Option<FileStamp> {
        self.unwritten.stamp(path)
    }

    /// The version whose branches of `sys.version_info` are taken.
    pub fn python_version(&self) -> PythonVersion {
        self.python_version
    }

    /// The lowest version of Python that the project says it runs on; `None` where it says nothing.
    pub fn lowest_python(&self) -> Option<PythonVersion> {
        self.lowest_python
    }

    /// The highest version of Python that the project says it runs on; `None` where it names no upper end.
    pub fn highest_python(&self) -> Option<PythonVersion> {
        self.highest_python
    }

    /// Which blocking calls are looked for: what the configuration says that holds for the first path.
    pub fn blocking(&self) -> BlockingSettings {
        self.primary_settings.blocking()
    }

    /// Whether the rules on drift check all code, rather than tests only.
    pub fn checks_drift_everywhere(&self) -> bool {
        self.primary_settings.options.drift.everywhere
    }

    /// Whether fixes may use the package `loopmend`: what the configuration says that holds for the first path.
    pub fn may_use_helpers(&self) -> bool {
        self.primary_settings.options.fix.helpers
    }

    /// What is added to what is known of the categories of tests: what the configuration says that holds for the first path.
    pub fn categories(&self) -> CategorySettings {
        self.primary_settings.categories()
    }

    /// The facts that are added to the catalogue of libraries: those of the configuration of the first path, then those of packages
    /// about themselves.
    pub fn additions(&self) -> Additions {
        self.additions
    }

    /// The settings that hold for a file or directory: what its configuration file says with the defaults
    /// filled in, `source`, the path of that file (`null` without one), and the files that libraries ship.
    ///
    /// # Errors
    /// When a configuration file that was not read before is wrong.
    pub fn show_settings(&self, path: &Path) -> Result<serde_json::Value, ProjectError> {
        let path = paths::absolute(&self.cwd, path);
        let directory = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(&path) };
        let settings = self.settings.settings(directory)?;
        let table = self.level_table(&settings, &path);
        let mut shown = settings.show(&self.cwd, &self.rules, &table);
        shown["library-files"] = self.library_files.iter().map(|path| self.display(path)).collect();
        Ok(shown)
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

/// What the user should know of places that are not read because they lie elsewhere.
fn refused(bounds: &Bounds, cwd: &Path) -> Vec<Notice> {
    let notice = |place: PathBuf| {
        let place = paths::display(&place, cwd);
        let message = format!(
            "`{place}` is not read: a file of the project names it, and it lies outside; check it too, or name the environment by `--python PATH`"
        );
        Notice { message }
    };
    bounds.refused().into_iter().map(notice).collect()
}

/// The working directory, where it lies in the project of the first path; else the directory of that project. The
/// environment and the version are found from there, whichever files of the project are named.
/// Takes out the named paths that a link of a project leads out of it, with a notice for each.
///
/// # Errors
/// When no path is left.
fn within_projects(
    named: Vec<PathBuf>,
    cwd: &Path,
    home: Option<&Path>,
) -> Result<(Vec<PathBuf>, Vec<Notice>), ProjectError> {
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for path in named {
        match way_out_below(&path, cwd, home) {
            None => kept.push(path),
            Some(real) => left_out.push([path, real].map(|path| paths::display(&path, cwd))),
        }
    }
    let reason = |real: &str| format!("a link leads out of the project; name `{real}` instead");
    match left_out.first() {
        Some([path, real]) if kept.is_empty() => {
            Err(ProjectError { message: format!("cannot use `{path}`: {}", reason(real)) })
        }
        _ => {
            let notice = |[path, real]: &[String; 2]| Notice {
                message: format!("`{path}` is skipped: {}", reason(real)),
            };
            Ok((kept, left_out.iter().map(notice).collect()))
        }
    }
}

fn start_directory(first: Option<&PathBuf>, around: &ProjectsAround<'_>) -> Result<PathBuf, ProjectError> {
    let Some(path) = first else { return Ok(around.cwd.to_path_buf()) };
    let project = around.one(path)?;
    let project = if project.is_dir() { project.as_path() } else { project.parent().unwrap_or(around.cwd) };
    Ok(if around.cwd.starts_with(project) { around.cwd } else { project }.to_path_buf())
}

fn root_directory(start: &Path, primary: &ProjectDirectory, directories: &DirectoryCache) -> PathBuf {
    let git_root = start.ancestors().find(|path| directories.has(path, Marker::Git));
    git_root.unwrap_or(&primary.path).to_path_buf()
}

/// The stated version; else the lowest one that the primary project allows, or any other; else the
/// environment's.
fn python_version(
    options: &DiscoverOptions,
    settings: &Settings,
    layout: &Layout,
    of_environment: Option<PythonVersion>,
) -> PythonVersion {
    let stated = options.python_version.or_else(|| settings.python_version());
    stated.or_else(|| lowest_python(layout)).or(of_environment).unwrap_or(PythonVersion::DEFAULT)
}

/// The lowest version that the primary project allows, or any other.
fn lowest_python(layout: &Layout) -> Option<PythonVersion> {
    let lowest_of_any = || layout.projects.iter().filter_map(|project| project.manifest.lowest_python).min();
    layout.primary.manifest.lowest_python.or_else(lowest_of_any)
}

/// Whether a specifier has an upper end.
pub(crate) fn has_upper_end(specifier: &VersionSpecifier) -> bool {
    !matches!(
        specifier.operator(),
        Operator::GreaterThan | Operator::GreaterThanEqual | Operator::NotEqual | Operator::NotEqualStar
    )
}

/// The most bytes that are read of a source file or notebook with this name.
pub fn max_bytes(path: &Path) -> u64 {
    match kind_of_named_file(path) {
        SourceKind::Notebook => MAX_NOTEBOOK,
        _ => MAX_SOURCE,
    }
}
