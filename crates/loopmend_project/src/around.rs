//! The directory of the project around a path.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::ProjectError;
use crate::ignore_files;
use crate::listing::{DirectoryCache, Marker};
use crate::settings::SettingsTree;

const PROJECT_FILES: [Marker; 4] =
    [Marker::PyprojectToml, Marker::SetupCfg, Marker::SetupPy, Marker::LoopmendToml];

/// Finds the directories of projects.
pub(crate) struct ProjectsAround<'a> {
    pub(crate) cwd: &'a Path,
    pub(crate) home: Option<&'a Path>,
    pub(crate) directories: &'a DirectoryCache,
    pub(crate) settings: &'a SettingsTree,
}

impl ProjectsAround<'_> {
    /// The directories of the projects of all these absolute paths, sorted, each once.
    ///
    /// # Errors
    /// When a configuration file that is read for it is wrong.
    pub(crate) fn all(&self, paths: &[PathBuf]) -> Result<Vec<PathBuf>, ProjectError> {
        let mut all = paths.iter().map(|path| self.one(path)).collect::<Result<Vec<_>, _>>()?;
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    /// The git repository of a path, unless git ignores the path; else the directory with a project file; else the
    /// working directory above the path, or the directory of the path. A directory that the working directory contains
    /// is preferred to one inside of it, so that the answer is the one for the working directory itself. The home
    /// directory and the root of the file system are no project: a file in one of them stands alone.
    pub(crate) fn one(&self, path: &Path) -> Result<PathBuf, ProjectError> {
        let directory = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
        let above: Vec<&Path> =
            directory.ancestors().take_while(|above| !self.is_no_project(above)).collect();
        if above.is_empty() {
            return Ok(path.to_path_buf());
        }
        let is_repository = |directory: &Path| self.directories.has(directory, Marker::Git);
        let below = match self.nearest(&above, is_repository) {
            None => &above[..],
            Some(repository) if self.is_walked(repository, directory)? => return Ok(repository.to_path_buf()),
            Some(repository) => self.ignored_part(repository, &above)?,
        };
        let has_project_file =
            |directory: &Path| PROJECT_FILES.iter().any(|marker| self.directories.has(directory, *marker));
        let found = self.nearest(below, has_project_file);
        let cwd = || below.iter().copied().find(|directory| *directory == self.cwd);
        Ok(found.or_else(cwd).unwrap_or(directory).to_path_buf())
    }

    fn is_no_project(&self, directory: &Path) -> bool {
        directory.parent().is_none() || Some(directory) == self.home
    }

    /// The outermost directory in the working directory that is one of the kind, else the nearest one.
    fn nearest<'d>(&self, above: &[&'d Path], is_meant: impl Fn(&Path) -> bool) -> Option<&'d Path> {
        let mut meant = above.iter().copied().filter(|directory| is_meant(directory));
        let within = meant.clone().take_while(|directory| directory.starts_with(self.cwd)).last();
        within.or_else(|| meant.next())
    }

    /// The directories that git ignores, of those from one up to its repository.
    fn ignored_part<'d, 'a>(
        &self,
        repository: &Path,
        above: &'d [&'a Path],
    ) -> Result<&'d [&'a Path], ProjectError> {
        let mut count = 0;
        while count < above.len()
            && above[count] != repository
            && !self.is_walked(repository, above[count])?
        {
            count += 1;
        }
        Ok(&above[..count])
    }

    /// Whether a walk of the repository comes to a directory, as far as git ignores files. Where a file that says what is ignored
    /// cannot be read, none is.
    fn is_walked(&self, repository: &Path, directory: &Path) -> Result<bool, ProjectError> {
        if directory == repository || !self.settings.settings(repository)?.respects_gitignore() {
            return Ok(true);
        }
        let Some(directory) = directory.ancestors().find(|above| above.is_dir()) else { return Ok(true) };
        let bounds = self.directories.bounds();
        let may_wait =
            [repository, directory].iter().any(|path| ignore_files::unreadable_above(path, bounds).is_some());
        if may_wait {
            return Ok(true);
        }
        let target = directory.to_path_buf();
        let mut walk = WalkBuilder::new(repository);
        walk.hidden(false).current_dir(self.cwd);
        walk.filter_entry(move |entry| target.starts_with(entry.path()));
        Ok(walk.build().flatten().any(|entry| entry.path() == directory))
    }
}
