//! What belongs to the project: links that lead out of it are not followed, and nothing in it is run.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use loopmend_files::key::{lies_in, real_path};

use crate::manifest::PROJECT_FILES;
use crate::variables::Variables;

/// The directories whose content a stranger may have written.
#[derive(Debug, Default)]
pub(crate) struct Bounds {
    /// The repositories, each as it is named and with links followed.
    inside: Vec<PathBuf>,
    /// What the user names: it is read wherever it leads.
    named: Mutex<Vec<PathBuf>>,
    /// The links that were not followed.
    skipped: Mutex<BTreeSet<PathBuf>>,
    /// Places outside that the project names without a link.
    refused: Mutex<BTreeSet<PathBuf>>,
}

impl Bounds {
    /// The bounds of the absolute paths `named`. The working directory counts where they lie in it, unless it
    /// is the user's home or above that: what lies there is the user's.
    pub(crate) fn new(cwd: &Path, named: &[PathBuf], variables: &Variables) -> Self {
        let mut inside: Vec<PathBuf> = Vec::new();
        let mut add = |directory: &Path| {
            let real = fs::canonicalize(directory).unwrap_or_else(|_| directory.to_owned());
            for directory in [directory.to_owned(), real] {
                if !inside.contains(&directory) {
                    inside.push(directory);
                }
            }
        };
        for path in named {
            let directory = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
            add(repository(directory));
            let is_home = variables.home.as_ref().is_some_and(|home| home.starts_with(cwd));
            if path.starts_with(cwd) && !is_home {
                add(cwd);
            }
        }
        let bounds = Self { inside, ..Self::default() };
        named.iter().filter(|path| bounds.leaves(path)).for_each(|path| bounds.trust(path.clone()));
        bounds
    }

    /// Also follows links in `directory`, which the user names or which no stranger can have written.
    pub(crate) fn trust(&self, directory: PathBuf) {
        self.named.lock().unwrap_or_else(PoisonError::into_inner).push(directory);
    }

    /// Whether a path is in the project by its text or once links are followed.
    pub(crate) fn contain(&self, path: &Path) -> bool {
        self.inside.iter().any(|directory| lies_in(path, directory))
    }

    /// Whether a path is in the project once links are followed; it need not exist.
    pub(crate) fn hold(&self, path: &Path) -> bool {
        let real = real_path(path);
        self.inside.iter().any(|directory| real.starts_with(directory))
    }

    /// Whether a path of the project leads to something outside of it that nobody named.
    pub(crate) fn leads_out(&self, path: &Path) -> bool {
        let leads_out = !self.is_trusted(path) && self.leaves(path);
        if leads_out {
            self.skipped.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        }
        leads_out
    }

    /// What is missing leads nowhere.
    fn leaves(&self, path: &Path) -> bool {
        let is_inside = |path: &Path| self.inside.iter().any(|directory| path.starts_with(directory));
        is_inside(path) && fs::canonicalize(path).is_ok_and(|real| !is_inside(&real))
    }

    /// Whether a place that `by` names may be read: a file of the project names places of the project only.
    pub(crate) fn may_name(&self, by: &Path, place: &Path) -> bool {
        let may = self.inside.is_empty() || self.is_trusted(by) || !self.contain(by) || self.hold(place);
        if !may {
            self.refused.lock().unwrap_or_else(PoisonError::into_inner).insert(place.to_owned());
        }
        may
    }

    fn is_trusted(&self, path: &Path) -> bool {
        self.named.lock().unwrap_or_else(PoisonError::into_inner).iter().any(|named| path.starts_with(named))
    }

    /// Reads a text that configures something, if it is a regular file of the project or lies elsewhere.
    ///
    /// # Errors
    /// When it cannot be read, is no regular file, is too large, or a link leads out of the project.
    pub(crate) fn read_text(&self, path: &Path) -> io::Result<String> {
        if self.leads_out(path) {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the link leads out of the project"));
        }
        loopmend_files::read_text(path)
    }

    /// The places outside that files of the project name, sorted.
    pub(crate) fn refused(&self) -> Vec<PathBuf> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// The links that were not followed so far, sorted.
    pub(crate) fn skipped(&self) -> Vec<PathBuf> {
        self.skipped.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

/// The directory of the nearest `.git` at or above; else the topmost directory of an unbroken line of project
/// files; else the directory itself.
fn repository(directory: &Path) -> &Path {
    let has = |path: &Path, name: &str| fs::symlink_metadata(path.join(name)).is_ok();
    let of_git = directory.ancestors().find(|path| has(path, ".git"));
    let is_project = |path: &&Path| PROJECT_FILES.iter().any(|marker| has(path, marker.file_name()));
    of_git.or_else(|| directory.ancestors().find(is_project)).unwrap_or(directory)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    use super::Bounds;
    use crate::variables::Variables;

    fn bounds(cwd: &Path, named: &[&Path]) -> Bounds {
        let named: Vec<_> = named.iter().map(|path| path.to_path_buf()).collect();
        Bounds::new(cwd, &named, &Variables::default())
    }

    #[test]
    fn only_links_that_leave_the_repository_lead_out() {
        let directory = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(directory.path()).unwrap();
        let project = root.join("project");
        fs::create_dir_all(project.join(".git")).unwrap();
        fs::create_dir_all(project.join("deep")).unwrap();
        fs::write(root.join("secret"), "").unwrap();
        fs::write(project.join("own"), "").unwrap();
        symlink("../own", project.join("deep/inner")).unwrap();
        symlink("../../secret", project.join("deep/outer")).unwrap();
        symlink("/nowhere", project.join("deep/nothing")).unwrap();
        let bounds = bounds(&project.join("deep"), &[&project.join("deep")]);
        let leads_out = |path: &str| bounds.leads_out(&project.join(path));
        assert!(!leads_out("deep/inner") && !leads_out("own") && !leads_out("deep/nothing"));
        assert!(leads_out("deep/outer"));
        assert!(!bounds.leads_out(&root.join("secret")), "it is no path of the project");
        assert!(bounds.read_text(&project.join("deep/outer")).is_err());
        assert_eq!(bounds.skipped(), [project.join("deep/outer")]);
        bounds.trust(project.join("deep"));
        assert!(!leads_out("deep/outer"));
    }

    #[test]
    fn a_link_that_the_user_names_is_followed() {
        let directory = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(directory.path()).unwrap();
        fs::create_dir(root.join("project")).unwrap();
        fs::write(root.join("outside.py"), "").unwrap();
        let link = root.join("project/link.py");
        symlink("../outside.py", &link).unwrap();
        assert!(!bounds(&root.join("project"), &[&link]).leads_out(&link));
        assert!(bounds(&root.join("project"), &[&root.join("project")]).leads_out(&link));
    }

    #[test]
    fn a_home_above_the_project_is_no_part_of_it() {
        let directory = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(directory.path()).unwrap();
        let project = root.join("code/project");
        fs::create_dir_all(project.join(".git")).unwrap();
        let of_home = |home: &Path| {
            let variables = Variables { home: Some(home.to_owned()), ..Variables::default() };
            Bounds::new(&root, std::slice::from_ref(&project), &variables)
        };
        assert!(!of_home(&root).contain(&root.join("tools/python")));
        assert!(of_home(&project).contain(&project.join("python")));
        assert!(of_home(Path::new("/nowhere")).contain(&root.join("tools/python")));
    }
}
