//! What belongs to the project: links that lead out of it are not followed, and nothing in it is run.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use loopmend_files::key::{lies_in, real_path};
use loopmend_files::{MAX_CONFIGURATION, MAX_LOCK, PatternBudget, PatternLimit, as_text};
use rustc_hash::FxHashMap;

use crate::links::way_out_below;
use crate::paths::{absolute, is_share};
use crate::tree::{marked_repository, tree_around};
use crate::variables::Variables;

/// The directories whose content a stranger may have written.
#[derive(Debug, Default)]
pub(crate) struct Bounds {
    /// The repositories, each as it is named and with links followed.
    inside: Vec<PathBuf>,
    /// The trees that they are part of, in the same way: what is there is not the user's either.
    around: Vec<PathBuf>,
    home: Option<PathBuf>,
    /// What the user names: it is read wherever it leads.
    named: Mutex<Vec<PathBuf>>,
    /// The links that were not followed.
    skipped: Mutex<BTreeSet<PathBuf>>,
    /// The files that were left out because they are larger than the bound of their kind, and whether the user was told.
    too_large: Mutex<BTreeMap<PathBuf, bool>>,
    /// Places outside that the project names without a link.
    refused: Mutex<BTreeSet<PathBuf>>,
    ignore_patterns: PatternBudget,
    /// The files whose patterns are counted, with why they are not used.
    ignore_files: Mutex<FxHashMap<PathBuf, Option<PatternLimit>>>,
}

impl Bounds {
    /// The bounds of the absolute paths `named`, but for those that a link of a project leads out of it. The working directory
    /// counts where they lie in it, unless it is the user's home or above that: what lies there is the user's. Above the repository of
    /// a path it is the tree around.
    pub(crate) fn new(cwd: &Path, named: &[PathBuf], variables: &Variables) -> Self {
        let home = variables.home.as_deref();
        let (mut inside, mut around): (Vec<PathBuf>, Vec<PathBuf>) = Default::default();
        for path in named.iter().filter(|path| way_out_below(path, cwd, home).is_none()) {
            let directory = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
            let repository = marked_repository(directory, home);
            add(&mut inside, repository.unwrap_or(directory));
            for directory in [directory, &real_path(directory)] {
                tree_around(directory, home).into_iter().for_each(|tree| add(&mut around, tree));
            }
            let is_home = home.is_some_and(|home| home.starts_with(cwd));
            if path.starts_with(cwd) && !is_home {
                let is_above = repository.is_some_and(|it| it != cwd && it.starts_with(cwd));
                add(if is_above { &mut around } else { &mut inside }, cwd);
            }
        }
        let bounds = Self { inside, around, home: variables.home.clone(), ..Self::default() };
        let is_named = |path: &&PathBuf| bounds.leaves(path) && way_out_below(path, cwd, home).is_none();
        named.iter().filter(is_named).for_each(|path| bounds.trust(path.clone()));
        bounds
    }

    /// Also follows links in `directory`, which the user names or which no stranger can have written.
    pub(crate) fn trust(&self, directory: PathBuf) {
        self.named.lock().unwrap_or_else(PoisonError::into_inner).push(directory);
    }

    /// Whether a path is in the project, or in the tree around it, by its text or once links are followed.
    pub(crate) fn contain(&self, path: &Path) -> bool {
        self.inside.iter().chain(&self.around).any(|directory| lies_in(path, directory))
    }

    /// Whether a path is in the project once links are followed; it need not exist.
    pub(crate) fn hold(&self, path: &Path) -> bool {
        is_in(&self.inside, &real_path(path))
    }

    /// Whether an interpreter that a file of the project names may be started: a program of the user's. One that came with the
    /// file shares a directory with it, which is neither the home of the user nor above that.
    pub(crate) fn may_start(&self, by: &Path, interpreter: &Path) -> bool {
        let home = self.home.as_deref().map(real_path);
        let is_above_home =
            |directory: &Path| home.as_deref().is_some_and(|home| home.starts_with(directory));
        let (by, real) = (real_path(by), real_path(interpreter));
        let mut shared = by.ancestors().filter(|above| above.parent().is_some() && !is_above_home(above));
        !self.contain(interpreter)
            && !shared.any(|above| real.starts_with(above) || interpreter.starts_with(above))
    }

    /// Whether a path of the project leads to something outside of it that nobody named.
    pub(crate) fn leads_out(&self, path: &Path) -> bool {
        let leads_out = !self.is_trusted(path) && self.leaves(path);
        if leads_out {
            self.skipped.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        }
        leads_out
    }

    /// Whether a path lies in the project by its text, and a link in it leads out; it need not exist. A path of the tree around
    /// the project may lead to all of that.
    pub(crate) fn leaves(&self, path: &Path) -> bool {
        self.leave_to(path, &real_path(path))
    }

    /// The same for a path that is `real` once links are followed.
    pub(crate) fn leave_to(&self, path: &Path, real: &Path) -> bool {
        let is_inside = is_in(&self.inside, path);
        if !is_inside && !is_in(&self.around, path) {
            return false;
        }
        !is_in(&self.inside, real) && (is_inside || !is_in(&self.around, real))
    }

    /// The place that `by` names, as far as it may be read: a file of the project names places of the project only, one of the tree
    /// around it places of the tree. One that it names from elsewhere, as by `/proc/self/cwd`, becomes a path of the project, so that the links in it are seen.
    pub(crate) fn place_named(&self, by: &Path, place: PathBuf) -> Option<PathBuf> {
        if self.inside.is_empty() || self.is_trusted(by) || !self.contain(by) {
            return Some(place);
        }
        if is_share(&place) && !is_in(&self.inside, &place) && !is_in(&self.around, &place) {
            return self.refuse(place);
        }
        let real = real_path(&place);
        let is_around = || !is_in(&self.inside, by) && !self.hold(by) && is_in(&self.around, &real);
        if is_in(&self.inside, &real) || is_around() {
            return Some(self.as_inner(place));
        }
        self.refuse(place)
    }

    fn refuse(&self, place: PathBuf) -> Option<PathBuf> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).insert(place);
        None
    }

    /// An absolute path of the project as one that begins with the project; others as they are.
    pub(crate) fn as_inner(&self, path: PathBuf) -> PathBuf {
        if self.is_trusted(&path) {
            return path;
        }
        let path = absolute(Path::new("/"), &path);
        let is_inner = |path: &Path| is_in(&self.inside, path) || is_in(&self.around, path);
        if is_inner(&path) {
            return path;
        }
        let mut above: Vec<&Path> = path.ancestors().collect();
        above.reverse();
        let inner = above.into_iter().map(|above| (above, real_path(above))).find(|(_, real)| is_inner(real));
        match inner.map(|(above, real)| (path.strip_prefix(above), real)) {
            Some((Ok(rest), real)) if !rest.as_os_str().is_empty() => real.join(rest),
            Some((_, real)) => real,
            None => path,
        }
    }

    /// Why the patterns of a file that says what git ignores are not used; `text` is called once for each file.
    pub(crate) fn pattern_limit(&self, path: &Path, text: impl FnOnce() -> String) -> Option<PatternLimit> {
        let mut known = self.ignore_files.lock().unwrap_or_else(PoisonError::into_inner);
        match known.get(path) {
            Some(known) => *known,
            None => {
                let limit = self.ignore_patterns.take_lines(&text()).err();
                known.insert(path.to_owned(), limit);
                limit
            }
        }
    }

    fn is_trusted(&self, path: &Path) -> bool {
        self.named.lock().unwrap_or_else(PoisonError::into_inner).iter().any(|named| path.starts_with(named))
    }

    /// Reads a text that configures something, if it is a regular file of the project or lies elsewhere.
    ///
    /// # Errors
    /// When it cannot be read, is no regular file, is too large, or a link leads out of the project.
    pub(crate) fn read_text(&self, path: &Path) -> io::Result<String> {
        as_text(self.read_configuration(path, MAX_CONFIGURATION)?)
    }

    /// The same for the text of a lock file.
    ///
    /// # Errors
    /// As for [`Self::read_text`].
    pub(crate) fn read_lock(&self, path: &Path) -> io::Result<String> {
        as_text(self.read_configuration(path, MAX_LOCK)?)
    }

    /// The bytes of a configuration file of at most `limit` bytes. [`Self::take_too_large`] names one that is larger.
    ///
    /// # Errors
    /// As for [`Self::read_text`].
    pub(crate) fn read_configuration(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.read_at_most(path, limit).inspect_err(|error| {
            if error.kind() == io::ErrorKind::FileTooLarge {
                let mut too_large = self.too_large.lock().unwrap_or_else(PoisonError::into_inner);
                too_large.entry(path.to_owned()).or_insert(false);
            }
        })
    }

    /// The bytes of any file of at most so many.
    ///
    /// # Errors
    /// As for [`Self::read_text`].
    #[expect(clippy::disallowed_methods, reason = "no link leads out")]
    pub(crate) fn read_at_most(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.refuse_way_out(path)?;
        loopmend_files::read_at_most(path, limit)
    }

    /// Whether there is a regular file, and no link to it leads out of the project.
    pub(crate) fn has_file(&self, path: &Path) -> bool {
        path.is_file() && !self.leads_out(path)
    }

    /// Whether there is a regular file of the project, or one that the user names.
    pub(crate) fn own_file(&self, path: &Path) -> bool {
        path.is_file() && (self.is_trusted(path) || self.hold(path))
    }

    fn refuse_way_out(&self, path: &Path) -> io::Result<()> {
        if self.leads_out(path) {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the link leads out of the project"));
        }
        Ok(())
    }

    /// The places outside that files of the project name, sorted.
    pub(crate) fn refused(&self) -> Vec<PathBuf> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// The files of configuration that were left out because they are too large and that were not given before, sorted.
    pub(crate) fn take_too_large(&self) -> Vec<PathBuf> {
        let mut too_large = self.too_large.lock().unwrap_or_else(PoisonError::into_inner);
        let untold = too_large.iter_mut().filter(|(_, is_told)| !**is_told);
        untold
            .map(|(path, is_told)| {
                *is_told = true;
                path.clone()
            })
            .collect()
    }

    /// The links that were not followed so far, sorted.
    pub(crate) fn skipped(&self) -> Vec<PathBuf> {
        self.skipped.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

/// A directory, and the same with links followed.
fn add(directories: &mut Vec<PathBuf>, directory: &Path) {
    for directory in [directory.to_owned(), real_path(directory)] {
        if !directories.contains(&directory) {
            directories.push(directory);
        }
    }
}

fn is_in(directories: &[PathBuf], path: &Path) -> bool {
    directories.iter().any(|directory| path.starts_with(directory))
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
    fn a_tree_around_the_project_is_bounded_too() {
        let directory = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(directory.path()).unwrap();
        let part = root.join("tree/part");
        fs::create_dir_all(part.join(".git")).unwrap();
        fs::write(root.join("tree/setup.py"), "").unwrap();
        for name in ["tree/own", "secret"] {
            fs::write(root.join(name), "").unwrap();
        }
        for (link, target) in [("part/up", "../own"), ("inner", "own"), ("outer", "../secret")] {
            symlink(target, root.join("tree").join(link)).unwrap();
        }
        let bounds = bounds(&part, &[&part]);
        let leads_out = |path: &str| bounds.leads_out(&root.join("tree").join(path));
        assert!(leads_out("part/up") && leads_out("outer") && !leads_out("inner"));
        assert!(bounds.contain(&root.join("tree/tools/python")) && !bounds.hold(&root.join("tree/own")));
        assert!(!bounds.own_file(&part.join("up")) && !bounds.own_file(&root.join("secret")));
        let may_name = |by: &str, place: &str| {
            let [by, place] = [by, place].map(|path| root.join("tree").join(path));
            bounds.place_named(&by, place).is_some()
        };
        assert!(
            may_name("setup.py", "own") && may_name("setup.py", "part") && !may_name("setup.py", "../secret")
        );
        assert!(may_name("part/setup.py", "part/deep") && !may_name("part/setup.py", "own"));
    }

    #[test]
    fn another_name_of_the_project_is_seen_through() {
        let directory = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(directory.path()).unwrap();
        let project = root.join("project");
        fs::create_dir(&project).unwrap();
        symlink("project", root.join("link")).unwrap();
        symlink(&root, project.join("outer")).unwrap();
        let bounds = bounds(&project, &[&project]);
        let as_inner = |path: &str| bounds.as_inner(root.join(path));
        assert_eq!(as_inner("link/a/../outer/b"), project.join("outer/b"));
        assert_eq!(as_inner("link"), project);
        assert!(bounds.leads_out(&as_inner("link/outer")));
        assert_eq!(as_inner("other/a"), root.join("other/a"));
        let named = |place: &str| bounds.place_named(&project.join("pyproject.toml"), root.join(place));
        assert_eq!(named("link/a"), Some(project.join("a")));
        assert_eq!((named("link/outer"), named("other")), (None, None));
        bounds.trust(root.join("link"));
        assert_eq!(as_inner("link/a"), root.join("link/a"));
    }

    #[test]
    fn an_interpreter_beside_the_file_that_names_it_is_not_the_user_s() {
        let directory = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(directory.path()).unwrap();
        let home = root.join("home");
        let part = home.join("archive/part");
        fs::create_dir_all(&part).unwrap();
        let variables = Variables { home: Some(home.clone()), ..Variables::default() };
        let bounds = Bounds::new(&part, std::slice::from_ref(&part), &variables);
        let may_start = |path: &Path| bounds.may_start(&part.join("loopmend.toml"), path);
        symlink("archive/tools", home.join("link")).unwrap();
        for path in ["archive/tools/python", "archive/part/python", "archive/other/../../.venvs/python"] {
            assert!(!may_start(&home.join(path)), "{path}");
        }
        fs::create_dir(home.join("archive/tools")).unwrap();
        assert!(!may_start(&home.join("link/python")));
        assert!(may_start(&home.join(".venvs/bin/python")) && may_start(Path::new("/usr/bin/python3")));
    }

    #[test]
    fn a_link_is_followed_if_the_user_names_it_in_the_home_only() {
        let directory = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(directory.path()).unwrap();
        fs::create_dir(root.join("project")).unwrap();
        fs::write(root.join("outside.py"), "").unwrap();
        let project = root.join("project");
        let link = project.join("link.py");
        symlink("../outside.py", &link).unwrap();
        let leads_out = |named: &Path, home: &Path| {
            let variables = Variables { home: Some(home.to_owned()), ..Variables::default() };
            Bounds::new(&project, &[named.to_owned(), project.join("deep/own.py")], &variables)
                .leads_out(&link)
        };
        assert!(!leads_out(&link, &project) && leads_out(&project, &project));
        assert!(leads_out(&link, &root) && leads_out(&project, &root));
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
