//! First-party import roots, and the dotted names of files.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use loopmend_catalog::Words;
use rustc_hash::FxHashMap;

use crate::RootId;
use crate::listing::{DirectoryCache, Marker, is_identifier};
use crate::manifest::{Manifest, PROJECT_FILES};
use crate::settings::{Settings, SettingsTree};

/// Why a directory is a root, which decides who sees what in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RootKind {
    /// Stated by settings, packaging or pytest, or a `src` directory: everybody sees all of it.
    Stated,
    /// The directory of a project: its files see all of it, those of other projects its packages.
    Project,
    /// The directory above a file's topmost package, as in pytest's `prepend` import mode: its files see all
    /// of it, others its packages, and those only where nothing else has that name.
    Guessed,
}

/// An import root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Root {
    pub(crate) path: PathBuf,
    pub(crate) kind: RootKind,
    /// The directory of the project it belongs to.
    pub(crate) project: PathBuf,
    /// Its place among the roots of its project: lower ones are searched first.
    pub(crate) order: u32,
}

impl Root {
    /// Returns whether the root is a directory of tests that pytest makes importable.
    pub(crate) fn is_of_tests(&self) -> bool {
        let inside = self.path.strip_prefix(&self.project).unwrap_or(&self.path);
        let is_of_tests = |part: &OsStr| part.to_str().is_some_and(|part| Words::TestDirectories.has(part));
        self.kind == RootKind::Guessed && inside.iter().any(is_of_tests)
    }
}

/// A directory of a project with what it states.
#[derive(Debug)]
pub(crate) struct ProjectDirectory {
    pub(crate) path: PathBuf,
    pub(crate) manifest: Manifest,
    /// Roots that are stated, or `src`.
    stated: Vec<PathBuf>,
    /// Whether the settings list the roots, so that the project directory itself is none.
    only_stated: bool,
}

/// Where the files of a directory belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DirectoryPlace {
    /// The root their names are relative to; `None` where it was not found as a root.
    pub(crate) root: Option<RootId>,
    /// The dotted name of the directory, empty for the root itself; `None` when no import can name it.
    pub(crate) package: Option<String>,
}

impl DirectoryPlace {
    /// The dotted name of a file in the directory; `None` when no import can name it.
    pub(crate) fn module(&self, file: &Path) -> Option<String> {
        let package = self.package.as_ref()?;
        let stem = file.file_stem().and_then(OsStr::to_str)?;
        match (package.as_str(), stem) {
            ("", "__init__") => None,
            (package, "__init__") => Some(package.to_owned()),
            (_, stem) if !is_identifier(stem) => None,
            ("", stem) => Some(stem.to_owned()),
            (package, stem) => Some(format!("{package}.{stem}")),
        }
    }
}

/// A package with requirements or a container of its own. It may be deployed without the packages around it: then its modules are
/// searched in its directory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct StandalonePackage {
    pub(crate) directory: PathBuf,
    /// A root of files in it.
    pub(crate) root: RootId,
}

/// Finds roots; remembers the project directories it met.
pub(crate) struct RootFinder<'a> {
    cwd: &'a Path,
    directories: &'a DirectoryCache,
    settings: &'a SettingsTree,
    project_of: FxHashMap<PathBuf, Arc<ProjectDirectory>>,
}

impl<'a> RootFinder<'a> {
    pub(crate) fn new(cwd: &'a Path, directories: &'a DirectoryCache, settings: &'a SettingsTree) -> Self {
        Self { cwd, directories, settings, project_of: FxHashMap::default() }
    }

    /// The roots for files that stand directly in `file_directories`, sorted by path.
    pub(crate) fn find(&mut self, file_directories: &[PathBuf]) -> Vec<Root> {
        let mut roots: FxHashMap<PathBuf, Root> = FxHashMap::default();
        for directory in file_directories {
            let project = self.project(directory);
            for (order, (path, kind)) in (0..).zip(own_roots(&project)) {
                let root = Root { path: path.clone(), kind, project: project.path.clone(), order };
                roots.entry(path).and_modify(|known| prefer(known, &root)).or_insert(root);
            }
        }
        for directory in file_directories {
            let project = self.project(directory);
            for path in self.guessed_roots(directory, &project) {
                let guessed =
                    Root { kind: RootKind::Guessed, project: project.path.clone(), order: u32::MAX, path };
                roots.entry(guessed.path.clone()).or_insert(guessed);
            }
        }
        let mut roots: Vec<Root> = roots.into_values().collect();
        roots.sort_by(|a, b| a.path.cmp(&b.path));
        roots
    }

    /// Where the files of a directory belong; `ids` are the roots by their paths.
    pub(crate) fn place(&mut self, directory: &Path, ids: &FxHashMap<PathBuf, RootId>) -> DirectoryPlace {
        let project = self.project(directory);
        let root = self.root_of(directory, &project);
        let names = directory.strip_prefix(&root).ok().map(|relative| {
            relative
                .iter()
                .map(|name| name.to_str().filter(|name| is_identifier(name)))
                .collect::<Option<Vec<_>>>()
        });
        DirectoryPlace {
            root: ids.get(&root).copied(),
            package: names.flatten().map(|names| names.join(".")),
        }
    }

    /// Finds the packages at or above `file_directories` that may be deployed alone, sorted by path; `ids` are the roots by their paths.
    pub(crate) fn find_standalone(
        &mut self,
        file_directories: &[PathBuf],
        ids: &FxHashMap<PathBuf, RootId>,
    ) -> Vec<StandalonePackage> {
        let found = file_directories.iter().filter_map(|path| self.standalone_around(path, ids));
        let mut found: Vec<StandalonePackage> = found.collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn standalone_around(
        &mut self,
        directory: &Path,
        ids: &FxHashMap<PathBuf, RootId>,
    ) -> Option<StandalonePackage> {
        let project = self.project(directory);
        let mut within = directory.ancestors().take_while(|path| **path != project.path);
        let package = within.find(|path| self.directories.is_package(path) && self.is_deployed(path))?;
        let root = *ids.get(&self.root_of(directory, &project))?;
        Some(StandalonePackage { directory: package.to_path_buf(), root })
    }

    /// Returns whether a directory has requirements or a container of its own.
    fn is_deployed(&self, directory: &Path) -> bool {
        let listing = self.directories.listing(directory);
        listing.is_some_and(|listing| listing.asks_for_distributions() || listing.has(Marker::Dockerfile))
    }

    /// The project directories met so far, sorted by path.
    pub(crate) fn projects(&self) -> Vec<Arc<ProjectDirectory>> {
        let mut projects: Vec<_> = self.project_of.values().cloned().collect();
        projects.sort_by(|a, b| a.path.cmp(&b.path));
        projects.dedup_by(|a, b| a.path == b.path);
        projects
    }

    /// The nearest directory at or above `directory` that is marked as a project; else the git root, the
    /// working directory if it is above, or `directory`.
    pub(crate) fn project(&mut self, directory: &Path) -> Arc<ProjectDirectory> {
        if let Some(project) = self.project_of.get(directory) {
            return project.clone();
        }
        let is_marked = |path: &Path| self.is_marked(path);
        let is_git_root = |path: &Path| self.directories.has(path, Marker::Git);
        let is_known = |path: &Path| self.project_of.contains_key(path);
        let top = directory.ancestors().find(|path| is_known(path) || is_marked(path) || is_git_root(path));
        let fallback = || if directory.starts_with(self.cwd) { self.cwd } else { directory };
        let path = top.unwrap_or_else(fallback).to_path_buf();
        let project = match self.project_of.get(&path) {
            Some(project) => project.clone(),
            None => Arc::new(self.read_project(&path)),
        };
        self.project_of.insert(path, project.clone());
        self.project_of.insert(directory.to_path_buf(), project.clone());
        project
    }

    /// Whether files mark a directory as that of a project. A `setup.py` in a package is a module of it, if a directory above is a
    /// project that is no package.
    fn is_marked(&self, path: &Path) -> bool {
        let has = |path: &Path, marker: Marker| self.directories.has(path, marker);
        let is_project_above = || {
            let mut above = path.ancestors().skip(1);
            let around = above.find(|path| !self.directories.is_package(path));
            around.is_some_and(|path| PROJECT_FILES.iter().any(|marker| has(path, *marker)))
        };
        PROJECT_FILES.iter().any(|marker| match marker {
            Marker::SetupPy => {
                has(path, *marker) && !(self.directories.is_package(path) && is_project_above())
            }
            marker => has(path, *marker),
        })
    }

    fn read_project(&self, path: &Path) -> ProjectDirectory {
        let manifest = Manifest::read(path, self.directories);
        let settings: Option<Arc<Settings>> = self.settings.settings(path).ok();
        if let Some(roots) = settings.and_then(|settings| settings.roots()) {
            let bounds = self.directories.bounds();
            let roots = roots.into_iter().filter_map(|root| bounds.place_named(path, root)).collect();
            return ProjectDirectory { path: path.to_path_buf(), manifest, stated: roots, only_stated: true };
        }
        let source = path.join("src");
        let mut stated = Vec::new();
        if !self.directories.is_package(&source) && self.directories.holds_python(&source) {
            stated.push(source);
        }
        stated.extend(
            manifest.import_roots.iter().filter(|root| !stated.contains(root)).cloned().collect::<Vec<_>>(),
        );
        ProjectDirectory { path: path.to_path_buf(), manifest, stated, only_stated: false }
    }

    /// The root that the names of a directory's files are relative to.
    fn root_of(&self, directory: &Path, project: &ProjectDirectory) -> PathBuf {
        // A root above the project is where it finds others: pytest's `pythonpath = [".."]`.
        let is_of_project = |root: &&PathBuf| !project.path.starts_with(root) || **root == project.path;
        let stated = project.stated.iter().filter(|root| directory.starts_with(root)).filter(is_of_project);
        if let Some(root) = stated.max_by_key(|root| root.as_os_str().len()) {
            return root.clone();
        }
        let base = self.base_directory(directory);
        let in_project = !project.only_stated && base.starts_with(&project.path);
        if in_project && is_namespace_of(project, &base) { project.path.clone() } else { base }
    }

    /// The first directory at or above `directory` that is no package.
    fn base_directory(&self, directory: &Path) -> PathBuf {
        let base = directory.ancestors().find(|path| !self.directories.is_package(path));
        base.unwrap_or(directory).to_path_buf()
    }

    /// The root of a directory, and the directories of loose modules between it and the project.
    fn guessed_roots(&self, directory: &Path, project: &ProjectDirectory) -> Vec<PathBuf> {
        let root = self.root_of(directory, project);
        let above = root
            .ancestors()
            .skip(1)
            .take_while(|path| *path != project.path && path.starts_with(&project.path));
        let loose = above.filter(|path| {
            !project.stated.iter().any(|stated| path.starts_with(stated))
                && self
                    .directories
                    .listing(path)
                    .is_some_and(|listing| listing.has_modules() && !listing.is_package())
        });
        let loose: Vec<PathBuf> = loose.map(Path::to_path_buf).collect();
        std::iter::once(root).chain(loose).collect()
    }
}

/// A namespace package of the project itself, such as `google` in `google-cloud-storage`, carries the first
/// part of the project's name; other directories without `__init__` are taken for folders of scripts and tests.
fn is_namespace_of(project: &ProjectDirectory, base: &Path) -> bool {
    let top = base.strip_prefix(&project.path).ok().and_then(|relative| relative.iter().next());
    let Some((top, name)) = top.zip(project.manifest.name.as_ref()) else { return false };
    name.split(['-', '_', '.'])
        .next()
        .is_some_and(|first| top.to_str().is_some_and(|top| first.eq_ignore_ascii_case(top)))
}

fn own_roots(project: &ProjectDirectory) -> Vec<(PathBuf, RootKind)> {
    let mut roots: Vec<_> = project.stated.iter().map(|path| (path.clone(), RootKind::Stated)).collect();
    if !project.only_stated {
        roots.push((project.path.clone(), RootKind::Project));
    }
    roots
}

/// A directory that is a root for two reasons keeps the stronger one.
fn prefer(known: &mut Root, other: &Root) {
    if (other.kind, &other.project) < (known.kind, &known.project) {
        *known = other.clone();
    }
}
