//! Which files are never written to.

use std::fmt;
use std::path::Path;

use loopmend_project::Project;

/// So many lines are searched for the mark of a generated file.
const FIRST_LINES: usize = 10;

/// The mark (<https://generated.at>).
const MARK: &str = "@generated";

/// Why a file is left alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Untouchable {
    /// A program made it.
    Generated,
    /// It is of an installed package.
    Installed,
    /// It has syntax errors, so what stands around an edit is not known.
    NoPython,
    /// Nobody may write to it.
    ReadOnly,
    /// It could not be written back exactly, or not be found again.
    NotWritable(String),
}

impl fmt::Display for Untouchable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Generated => write!(f, "it is marked `{MARK}`: fix its generator instead"),
            Self::Installed => f.write_str("it belongs to an installed package"),
            Self::NoPython => f.write_str("it has syntax errors"),
            Self::ReadOnly => f.write_str("it is read-only"),
            Self::NotWritable(why) => f.write_str(why),
        }
    }
}

/// Why the file at this absolute path is left alone, if it is.
pub(crate) fn untouchable(project: &Project, path: &Path, text: &str) -> Option<Untouchable> {
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if [path, &real].into_iter().any(|path| is_installed(project, path)) {
        return Some(Untouchable::Installed);
    }
    if text.lines().take(FIRST_LINES).any(|line| line.contains(MARK)) {
        return Some(Untouchable::Generated);
    }
    if real.to_str().is_none() {
        return Some(Untouchable::NotWritable("its path is not UTF-8".to_owned()));
    }
    let is_read_only = std::fs::metadata(&real).is_ok_and(|metadata| metadata.permissions().readonly());
    is_read_only.then_some(Untouchable::ReadOnly)
}

/// `true` if a directory is that of an environment, and a path lies in the part of it that is not the user's.
fn is_in_environment(directory: &Path, path: &Path) -> bool {
    const PARTS: [&str; 6] = ["lib", "lib64", "Lib", "bin", "Scripts", "share"];
    let is_part = |rest: &Path| PARTS.iter().any(|part| rest.starts_with(part));
    path.strip_prefix(directory).is_ok_and(is_part) && directory.join("pyvenv.cfg").is_file()
}

fn is_installed(project: &Project, path: &Path) -> bool {
    let is_of_environment = |environment: &loopmend_project::Environment| {
        environment.site_packages.iter().any(|directory| path.starts_with(directory))
    };
    let is_named_so = |part: &std::ffi::OsStr| part == "site-packages" || part == "dist-packages";
    path.iter().any(is_named_so)
        || path.ancestors().skip(1).any(|directory| is_in_environment(directory, path))
        || project.environment().is_some_and(is_of_environment)
}
