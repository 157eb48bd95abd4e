//! The files of a project with their places in it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::discovery::FoundFile;
use crate::roots::{DirectoryPlace, ProjectDirectory, Root, RootFinder, StandalonePackage};
use crate::{ProjectFile, RootId};

/// Where everything is.
pub(crate) struct Layout {
    pub(crate) files: Vec<ProjectFile>,
    /// The directories that files stand in; where there are none, the one the run started in.
    pub(crate) file_directories: Vec<PathBuf>,
    /// The import roots, by their ids.
    pub(crate) roots: Vec<Root>,
    pub(crate) root_ids: FxHashMap<PathBuf, RootId>,
    /// The packages that may be deployed without those around them.
    pub(crate) standalone: Vec<StandalonePackage>,
    /// The project that the run started in.
    pub(crate) primary: Arc<ProjectDirectory>,
    /// All project directories, the primary one first.
    pub(crate) projects: Vec<Arc<ProjectDirectory>>,
}

impl Layout {
    /// `start` is the directory that the run started in.
    pub(crate) fn find(found: Vec<FoundFile>, start: &Path, mut finder: RootFinder<'_>) -> Self {
        let mut file_directories = directories_of(&found);
        if file_directories.is_empty() {
            file_directories.push(start.to_path_buf());
        }
        let primary = finder.project(start);
        let roots = finder.find(&file_directories);
        let root_ids: FxHashMap<PathBuf, RootId> =
            roots.iter().map(|root| root.path.clone()).zip((0..).map(RootId)).collect();
        let standalone = finder.find_standalone(&file_directories, &root_ids);
        let places: FxHashMap<&OsStr, DirectoryPlace> =
            file_directories.iter().map(|path| (path.as_os_str(), finder.place(path, &root_ids))).collect();
        let files = found.into_iter().map(|file| project_file(file, &places)).collect();
        let mut projects = finder.projects();
        projects.sort_by_key(|project| project.path != primary.path);
        Self { files, file_directories, roots, root_ids, standalone, primary, projects }
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
pub(crate) fn with_place(file: FoundFile, place: Option<&DirectoryPlace>) -> ProjectFile {
    let importable = file.path.extension().is_some_and(|extension| extension == "py" || extension == "pyi");
    ProjectFile {
        module: place.filter(|_| importable).and_then(|place| place.module(&file.path)),
        root: place.and_then(|place| place.root),
        path: file.path,
        display: file.display,
        kind: file.kind,
        stamp: file.stamp,
        is_reported: file.is_reported,
    }
}
