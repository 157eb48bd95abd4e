//! Programs of the user: those on `PATH` that no repository brings.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

use loopmend_files::key::lies_in;
use loopmend_project::{is_home, tree_of};

/// The directories of `PATH` outside of a project. A relative one counts as inside: it depends on the working directory.
#[derive(Debug)]
pub(crate) struct Programs {
    /// The trees whose programs are not started.
    trees: Vec<PathBuf>,
    path: OsString,
}

impl Programs {
    /// The programs outside of a repository, of the tree around it, and of that around the working directory.
    pub(crate) fn outside_of(repository: &Path) -> Self {
        Self::on(env::var_os("PATH").unwrap_or_default(), repository, env::current_dir().ok().as_deref())
    }

    fn on(path: OsString, repository: &Path, cwd: Option<&Path>) -> Self {
        let itself = (!is_home(repository)).then(|| repository.to_owned());
        let around = tree_of(repository, cwd.unwrap_or(repository));
        let of_cwd = cwd.and_then(|cwd| tree_of(cwd, cwd));
        Self { trees: [itself, around, of_cwd].into_iter().flatten().collect(), path }
    }

    /// `true` if a path is absolute and in none of the trees, by its text or once links are followed.
    pub(crate) fn is_outside(&self, path: &Path) -> bool {
        path.is_absolute() && !self.trees.iter().any(|tree| lies_in(path, tree))
    }

    /// The value of `PATH` without the directories inside.
    pub(crate) fn path(&self) -> OsString {
        let directories = env::split_paths(&self.path).filter(|directory| self.is_outside(directory));
        env::join_paths(directories).unwrap_or_default()
    }

    /// The file of a program.
    ///
    /// # Errors
    /// [`io::ErrorKind::NotFound`] if there is none, [`io::ErrorKind::PermissionDenied`] if all lie inside.
    pub(crate) fn find(&self, name: &str) -> io::Result<PathBuf> {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        let is_program = |path: &PathBuf| is_executable(path);
        let candidates =
            || env::split_paths(&self.path).map(|it| it.join(OsStr::new(&file))).filter(is_program);
        if let Some(program) = candidates().find(|program| self.is_outside(program)) {
            return Ok(program);
        }
        match candidates().next() {
            None => Err(io::ErrorKind::NotFound.into()),
            Some(inside) => {
                let problem = format!("`{}` belongs to the project and is not run", inside.display());
                Err(io::Error::new(io::ErrorKind::PermissionDenied, problem))
            }
        }
    }
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    rustix::fs::access(path, rustix::fs::Access::EXEC_OK).is_ok() && path.is_file()
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::io::ErrorKind;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;

    use super::Programs;

    fn add_program(path: &Path) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "").unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn programs_of_a_repository_or_the_tree_around_it_are_passed_over() {
        let directory = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(directory.path()).unwrap();
        let part = root.join("archive/part");
        fs::create_dir_all(part.join(".git")).unwrap();
        fs::write(root.join("archive/pyproject.toml"), "").unwrap();
        for inside in ["archive/bin/git", "archive/part/bin/git", "cwd/bin/git"] {
            add_program(&root.join(inside));
        }
        fs::write(root.join("cwd/setup.py"), "").unwrap();
        symlink("archive/bin", root.join("link")).unwrap();
        let on = |directories: &[&str]| {
            let directories = directories.iter().map(|directory| root.join(directory));
            let mut path = std::env::join_paths(directories).unwrap();
            path.push(":relative");
            Programs::on(path, &part, Some(&root.join("cwd")))
        };
        let inside = ["archive/part/bin", "archive/bin", "link", "cwd/bin"];
        let error = on(&inside).find("git").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::PermissionDenied);
        assert!(error.to_string().contains("archive/part/bin/git` belongs to the project"), "{error}");
        assert_eq!(on(&inside).path(), "");
        assert_eq!(on(&["archive"]).find("git").unwrap_err().kind(), ErrorKind::NotFound);

        add_program(&root.join("user/git"));
        fs::create_dir(root.join("empty")).unwrap();
        fs::write(root.join("empty/git"), "no program").unwrap();
        let found = on(&["archive/bin", "link", "empty", "user", "cwd/bin"]);
        assert_eq!(found.find("git").unwrap(), root.join("user/git"));
        assert_eq!(found.path(), std::env::join_paths([root.join("empty"), root.join("user")]).unwrap());
    }
}
