//! The files of the projects around the paths that were named, and which of them the paths name.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use ignore::{DirEntry, ParallelVisitor, ParallelVisitorBuilder, WalkBuilder, WalkState};
use loopmend_core::SourceKind;
use rustc_hash::FxHashSet;

use crate::ignore_files;
use crate::listing::{DirectoryCache, Marker};
use crate::pytest::is_pytest_file;
use crate::settings::{Settings, SettingsTree};
use crate::{FileStamp, Notice, ProjectError, paths};

/// A file that was found.
#[derive(Debug)]
pub(crate) struct FoundFile {
    pub(crate) path: PathBuf,
    pub(crate) display: String,
    pub(crate) kind: SourceKind,
    pub(crate) stamp: FileStamp,
    /// The path without symbolic links, where that is another one.
    pub(crate) real_path: Option<PathBuf>,
    /// Whether it is one of those that were named, or lies in a directory that was.
    pub(crate) is_reported: bool,
}

/// What a discovery is made with.
pub(crate) struct Discovery<'a> {
    pub(crate) cwd: &'a Path,
    pub(crate) settings: &'a Arc<SettingsTree>,
    pub(crate) directories: &'a Arc<DirectoryCache>,
}

/// The files, sorted by their shown path, and what could not be read.
#[derive(Debug, Default)]
pub(crate) struct Discovered {
    pub(crate) files: Vec<FoundFile>,
    pub(crate) notices: Vec<Notice>,
    /// The directories that were walked and hold a file that may say something to pytest, sorted.
    pub(crate) pytest_directories: Vec<PathBuf>,
    /// Those of them that were named, or lie in a directory that was.
    pub(crate) reported_pytest_directories: FxHashSet<PathBuf>,
}

impl Discovery<'_> {
    /// Finds the files of the projects in these directories, and those of the absolute paths that were named, which are
    /// the reported ones.
    ///
    /// # Errors
    /// When a path does not exist or a configuration file met on the way is wrong.
    pub(crate) fn find_around(
        &self,
        named: &[PathBuf],
        projects: &[PathBuf],
    ) -> Result<Discovered, ProjectError> {
        let found = self.find(named)?;
        let whole = if named == projects { Discovered::default() } else { self.find(projects)? };
        Ok(whole.with_reported(found))
    }

    /// The same for a text that is, or would be, in a file at this absolute path, which is the only reported one.
    ///
    /// # Errors
    /// When a configuration file met on the way is wrong.
    pub(crate) fn find_around_text(
        &self,
        path: &Path,
        projects: &[PathBuf],
    ) -> Result<Discovered, ProjectError> {
        let text = FoundFile {
            display: paths::display(path, self.cwd),
            kind: kind_of_named_file(path),
            stamp: FileStamp::default(),
            real_path: fs::canonicalize(path).ok().filter(|real| real != path),
            is_reported: true,
            path: path.to_path_buf(),
        };
        let existing: Vec<PathBuf> = projects.iter().filter(|path| path.exists()).cloned().collect();
        let named = Discovered { files: vec![text], ..Discovered::default() };
        Ok(self.find(&existing)?.with_reported(named))
    }

    /// Finds the files of absolute `paths`.
    ///
    /// # Errors
    /// When a path does not exist or a configuration file met on the way is wrong.
    pub(crate) fn find(&self, paths: &[PathBuf]) -> Result<Discovered, ProjectError> {
        let mut discovered = Discovered::default();
        let mut directories = Vec::new();
        for path in paths {
            let metadata = fs::metadata(path).map_err(|error| self.missing(path, &error))?;
            if metadata.is_dir() {
                directories.push(path.as_path());
            } else if metadata.is_file() {
                discovered.files.push(self.named_file(path, &metadata));
            } else {
                return Err(self.no_file(path));
            }
        }
        for respect_gitignore in [true, false] {
            let mut of_this_kind = Vec::new();
            for directory in &directories {
                if self.settings.settings(directory)?.respects_gitignore() == respect_gitignore {
                    of_this_kind.push(*directory);
                }
            }
            self.walk(&of_this_kind, respect_gitignore, &mut discovered)?;
        }
        discovered.sort();
        Ok(discovered)
    }

    fn missing(&self, path: &Path, error: &std::io::Error) -> ProjectError {
        let shown = paths::display(path, self.cwd);
        let message = match error.kind() {
            ErrorKind::NotFound => format!("the path `{shown}` does not exist"),
            _ => format!("cannot read the path `{shown}`: {error}"),
        };
        ProjectError { message }
    }

    /// Reading a pipe or a device may never end.
    fn no_file(&self, path: &Path) -> ProjectError {
        let shown = paths::display(path, self.cwd);
        let message =
            format!("the path `{shown}` is not a regular file; use the path `-` to check standard input");
        ProjectError { message }
    }

    fn named_file(&self, path: &Path, metadata: &fs::Metadata) -> FoundFile {
        FoundFile {
            path: path.to_path_buf(),
            display: paths::display(path, self.cwd),
            kind: kind_of_named_file(path),
            stamp: paths::stamp_of(metadata),
            real_path: fs::canonicalize(path).ok().filter(|real| real != path),
            is_reported: false,
        }
    }

    /// The option to respect what git ignores is taken from where the walk starts. Where a file that says what
    /// is ignored cannot be read, none is.
    fn walk(
        &self,
        roots: &[&Path],
        respect_gitignore: bool,
        out: &mut Discovered,
    ) -> Result<(), ProjectError> {
        let unreadable = Arc::new(OnceLock::new());
        if respect_gitignore {
            let bounds = self.directories.bounds();
            let mut roots = roots.iter();
            if let Some(path) = roots.find_map(|root| ignore_files::unreadable_above(root, bounds)) {
                unreadable.get_or_init(|| path);
            }
        }
        if unreadable.get().is_none() {
            let mut found = Discovered::default();
            self.walk_once(roots, respect_gitignore.then_some(&unreadable), &mut found)?;
            if unreadable.get().is_none() {
                out.extend(found);
                return Ok(());
            }
        }
        if let Some(path) = unreadable.get() {
            let shown = paths::display(path, self.cwd);
            let problem = ignore_files::problem(path, self.directories.bounds());
            let message = format!("`{shown}` {problem}: what git ignores is checked too");
            out.notices.push(Notice { message });
        }
        self.walk_once(roots, None, out)
    }

    /// With `unreadable`, files that say what is ignored are read, and the first one that cannot be is put there.
    fn walk_once(
        &self,
        roots: &[&Path],
        unreadable: Option<&Arc<OnceLock<PathBuf>>>,
        out: &mut Discovered,
    ) -> Result<(), ProjectError> {
        let Some((first, others)) = roots.split_first() else { return Ok(()) };
        let mut builder = WalkBuilder::new(first);
        others.iter().for_each(|root| {
            builder.add(root);
        });
        builder.standard_filters(unreadable.is_some()).hidden(true).current_dir(self.cwd);
        let (settings, directories) = (self.settings.clone(), self.directories.clone());
        let unreadable = unreadable.cloned();
        builder.filter_entry(move |entry| {
            if !is_directory(entry) {
                return true;
            }
            if !enters(&settings, &directories, entry.path()) {
                return false;
            }
            let Some(unreadable) = &unreadable else { return true };
            if unreadable.get().is_some() {
                return false;
            }
            match ignore_files::unreadable(entry.path(), directories.bounds()) {
                Some(path) => {
                    unreadable.get_or_init(|| path);
                    false
                }
                None => true,
            }
        });
        let linked_roots = roots
            .iter()
            .filter_map(|root| Some((root.to_path_buf(), fs::canonicalize(root).ok()?)))
            .filter(|(root, real)| root != real)
            .collect();
        let collector = Collector { discovery: self, linked_roots, results: Mutex::default() };
        builder.build_parallel().visit(&mut VisitorBuilder(&collector));
        let results = collector.results.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(error) = results.errors.into_iter().min_by(|a, b| a.message.cmp(&b.message)) {
            return Err(error);
        }
        out.files.reserve(results.files.iter().map(Vec::len).sum());
        out.files.extend(results.files.into_iter().flatten());
        out.notices.extend(results.notices);
        out.pytest_directories.extend(results.pytest_directories);
        Ok(())
    }
}

impl Discovered {
    fn extend(&mut self, other: Self) {
        self.files.extend(other.files);
        self.notices.extend(other.notices);
        self.pytest_directories.extend(other.pytest_directories);
    }

    fn sort(&mut self) {
        self.files.sort_unstable_by(|a, b| (&a.display, &a.path).cmp(&(&b.display, &b.path)));
        self.files.dedup_by(|a, b| a.path.as_os_str() == b.path.as_os_str());
        drop_second_names(&mut self.files);
        self.notices.sort_by(|a, b| a.message.cmp(&b.message));
        self.notices.dedup();
        self.pytest_directories.sort_unstable();
        self.pytest_directories.dedup();
    }

    /// The same with what was named, by whatever name a file is known here.
    fn with_reported(mut self, named: Self) -> Self {
        let reported: FxHashSet<PathBuf> =
            named.files.iter().map(|file| file.real_path().to_path_buf()).collect();
        self.reported_pytest_directories = named.pytest_directories.iter().cloned().collect();
        self.extend(named);
        self.sort();
        for file in &mut self.files {
            file.is_reported = reported.contains(file.real_path());
        }
        self
    }
}

impl FoundFile {
    fn real_path(&self) -> &Path {
        self.real_path.as_deref().unwrap_or(&self.path)
    }
}

/// The kind of a file that was named outright: Python, unless its extension says otherwise.
pub(crate) fn kind_of_named_file(path: &Path) -> SourceKind {
    kind_by_extension(path).unwrap_or(SourceKind::Python)
}

/// Whether a file configures tools or names requirements, by its extension.
pub(crate) fn is_configuration(path: &Path) -> bool {
    const EXTENSIONS: [&str; 4] = ["cfg", "ini", "toml", "txt"];
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension))
}

/// The kind that the extension of a file says.
pub fn kind_by_extension(path: &Path) -> Option<SourceKind> {
    path.extension().and_then(|extension| SourceKind::from_extension(extension.to_str()?))
}

fn is_directory(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|file_type| file_type.is_dir())
}

/// Whether the walk goes into a directory it met. A wrong configuration is reported where files are met.
fn enters(settings: &SettingsTree, directories: &DirectoryCache, path: &Path) -> bool {
    let excluded = |parent| {
        // A directory with others in it is likely to be a package, whose listing is needed.
        directories.listing(parent);
        settings.settings(parent).is_ok_and(|settings| settings.excludes(path, true))
    };
    !path.parent().is_some_and(excluded) && !is_part_of_environment(directories, path)
}

/// Whether it is one of the directories that a virtual environment keeps its files in; an environment holds
/// no code of the project, whatever it is called.
fn is_part_of_environment(directories: &DirectoryCache, path: &Path) -> bool {
    const PARTS: [&str; 5] = ["bin", "lib", "lib64", "Lib", "Scripts"];
    path.file_name().is_some_and(|name| PARTS.iter().any(|part| name == *part))
        && path.parent().is_some_and(|parent| directories.has(parent, Marker::PyvenvCfg))
}

/// Files are handed over in parts of this many, so that no long list is copied while it grows.
const PART: usize = 256;

#[derive(Default)]
struct Results {
    files: Vec<Vec<FoundFile>>,
    notices: Vec<Notice>,
    errors: Vec<ProjectError>,
    pytest_directories: Vec<PathBuf>,
}

/// Gathers what the threads of a walk find.
struct Collector<'a> {
    discovery: &'a Discovery<'a>,
    /// The walked directories that were named through a symbolic link, with their real paths.
    linked_roots: Vec<(PathBuf, PathBuf)>,
    results: Mutex<Results>,
}

struct VisitorBuilder<'s>(&'s Collector<'s>);

impl<'s> ParallelVisitorBuilder<'s> for VisitorBuilder<'s> {
    fn build(&mut self) -> Box<dyn ParallelVisitor + 's> {
        Box::new(Visitor {
            collector: self.0,
            results: Results::default(),
            files: Vec::with_capacity(PART),
            last: None,
        })
    }
}

/// What one thread finds.
struct Visitor<'s> {
    collector: &'s Collector<'s>,
    results: Results,
    files: Vec<FoundFile>,
    /// The directory whose settings were asked last.
    last: Option<(PathBuf, Arc<Settings>)>,
}

impl Visitor<'_> {
    /// `lists` says that the directory is listed now, in parallel, because roots and imports ask for it soon.
    fn settings(&mut self, directory: &Path, lists: bool) -> Option<&Arc<Settings>> {
        let known = self.last.as_ref().is_some_and(|(path, _)| path.as_os_str() == directory.as_os_str());
        if !known {
            if lists {
                self.collector.discovery.directories.listing(directory);
            }
            match self.collector.discovery.settings.settings(directory) {
                Ok(settings) => self.last = Some((directory.to_path_buf(), settings)),
                Err(error) => {
                    self.results.errors.push(error);
                    return None;
                }
            }
        }
        self.last.as_ref().map(|(_, settings)| settings)
    }

    fn visit_file(&mut self, entry: DirEntry) {
        if is_pytest_file(entry.file_name()) {
            self.results.pytest_directories.extend(entry.path().parent().map(Path::to_path_buf));
        }
        let is_python = kind_by_extension(entry.path()).is_some();
        let Some(settings) = entry.path().parent().and_then(|parent| self.settings(parent, is_python)) else {
            return;
        };
        let Some(kind) = settings.kind_of(entry.path()) else { return };
        if settings.excludes(entry.path(), false) {
            return;
        }
        let is_link = entry.file_type().is_some_and(|file_type| file_type.is_symlink());
        if is_link && self.collector.discovery.directories.bounds().leads_out(entry.path()) {
            return;
        }
        let metadata = if is_link { fs::metadata(entry.path()).ok() } else { entry.metadata().ok() };
        if let Some(metadata) = metadata.filter(fs::Metadata::is_file) {
            let path = entry.into_path();
            self.files.push(FoundFile {
                display: paths::display(&path, self.collector.discovery.cwd),
                kind,
                stamp: paths::stamp_of(&metadata),
                real_path: if is_link {
                    fs::canonicalize(&path).ok()
                } else {
                    self.collector.real_path(&path)
                },
                path,
                is_reported: false,
            });
            if self.files.len() == PART {
                self.results.files.push(std::mem::replace(&mut self.files, Vec::with_capacity(PART)));
            }
        }
    }

    fn visit_error(&mut self, error: &ignore::Error) {
        let Some(io_error) = error.io_error().filter(|error| error.kind() != ErrorKind::NotFound) else {
            return;
        };
        let path = path_of(error);
        let shown = path.map(|path| paths::display(path, self.collector.discovery.cwd)).unwrap_or_default();
        let lost = if path.is_some_and(Path::is_dir) { "; the files in it are not checked" } else { "" };
        let message = format!("cannot read `{shown}`: {io_error}{lost}");
        self.results.notices.push(Notice { message });
    }
}

impl ParallelVisitor for Visitor<'_> {
    fn visit(&mut self, entry: Result<DirEntry, ignore::Error>) -> WalkState {
        match entry {
            Ok(entry) if is_directory(&entry) => {}
            Ok(entry) => self.visit_file(entry),
            Err(error) => self.visit_error(&error),
        }
        WalkState::Continue
    }
}

impl Drop for Visitor<'_> {
    fn drop(&mut self) {
        let mut results = self.collector.results.lock().unwrap_or_else(PoisonError::into_inner);
        results.files.append(&mut self.results.files);
        results.files.push(std::mem::take(&mut self.files));
        results.notices.append(&mut self.results.notices);
        results.errors.append(&mut self.results.errors);
        results.pytest_directories.append(&mut self.results.pytest_directories);
    }
}

impl Collector<'_> {
    /// The path of a walked file without the symbolic link its root was named by, where there is one.
    fn real_path(&self, path: &Path) -> Option<PathBuf> {
        self.linked_roots.iter().find_map(|(root, real)| Some(real.join(path.strip_prefix(root).ok()?)))
    }
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

/// A file that is reachable by several names is checked once: under its real one where that was found, else
/// under the first.
fn drop_second_names(files: &mut Vec<FoundFile>) {
    if files.iter().all(|file| file.real_path.is_none()) {
        return;
    }
    let mut seen: FxHashSet<PathBuf> =
        files.iter().filter(|file| file.real_path.is_none()).map(|file| file.path.clone()).collect();
    files.retain(|file| file.real_path.as_ref().is_none_or(|real| seen.insert(real.clone())));
}
