//! Whether one version of a library may stand in for the one that a project means.

use std::path::Path;

use pep440_rs::{Operator, Version, VersionSpecifiers};

use crate::Project;
use crate::bounds::Bounds;
use crate::locked::LockedVersions;
use crate::pytest::{requirement_files, specifiers_in, without_comment};

/// What a project says of versions.
#[derive(Debug)]
pub(crate) struct WantedVersions {
    /// What lock files and exact requirements name, from the directory of the project upwards.
    pub(crate) locked: Vec<LockedVersions>,
    /// The files that state requirements.
    texts: Vec<String>,
}

impl WantedVersions {
    /// Reads the files of a directory, and the lock files of those above it up to a root.
    pub(crate) fn read(directory: &Path, root: &Path, bounds: &Bounds) -> Self {
        let files = requirement_files(directory, bounds);
        Self {
            locked: LockedVersions::of_directories(directory, root, bounds),
            texts: files.iter().filter_map(|path| bounds.read_text(path).ok()).collect(),
        }
    }

    /// Whether nothing speaks against a version: a lock file names one of its series, or else each requirement admits one.
    fn admit(&self, name: &str, version: &Version) -> bool {
        match self.locked.iter().find(|locked| locked.has(name)) {
            Some(locked) => locked.of(name).is_some_and(|locked| is_same_series(locked, version)),
            None => {
                let mut stated = self.texts.iter().flat_map(|text| stated_in(text, name));
                stated.all(|specifiers| admits_series(&specifiers, version))
            }
        }
    }
}

impl Project {
    /// Whether the version of a distribution may stand in for the one that the project means, by what its lock files and
    /// requirements say: its first number is that of a version that they admit. The name is normalised as PEP 503 says.
    pub fn may_use(&self, name: &str, version: &str) -> bool {
        version.parse().is_ok_and(|version| self.wanted_versions().admit(name, &version))
    }

    /// Whether the project means a version of a distribution from `first` on, by the installed one, lock files or requirements.
    pub fn means_from(&self, name: &str, first: &str) -> bool {
        let Ok(first) = first.parse() else { return false };
        match self.installed_version(name) {
            Some(installed) => installed >= first,
            None => self.wanted_versions().start_at(name, &first),
        }
    }
}

impl WantedVersions {
    /// Whether the project means a version from `first` on: a lock file names one, or a requirement excludes all earlier ones.
    fn start_at(&self, name: &str, first: &Version) -> bool {
        match self.locked.iter().find(|locked| locked.has(name)) {
            Some(locked) => locked.of(name).is_some_and(|locked| locked >= first),
            None => {
                let mut stated = self.texts.iter().flat_map(|text| stated_in(text, name)).peekable();
                stated.peek().is_some() && stated.all(|specifiers| excludes_below(&specifiers, first))
            }
        }
    }
}

/// Whether specifiers have a lower end, and it is `first` or a later version.
fn excludes_below(specifiers: &VersionSpecifiers, first: &Version) -> bool {
    specifiers.iter().any(|specifier| {
        let is_lower_end = matches!(
            specifier.operator(),
            Operator::Equal
                | Operator::EqualStar
                | Operator::ExactEqual
                | Operator::TildeEqual
                | Operator::GreaterThan
                | Operator::GreaterThanEqual
        );
        is_lower_end && specifier.version() >= first
    })
}

/// Whether two versions have the same first number.
fn is_same_series(one: &Version, other: &Version) -> bool {
    one.epoch() == other.epoch() && one.release().first() == other.release().first()
}

fn admits_series(specifiers: &VersionSpecifiers, version: &Version) -> bool {
    let mut named = specifiers.iter().map(|specifier| specifier.version());
    specifiers.contains(version)
        || named.any(|named| is_same_series(named, version) && specifiers.contains(named))
}

/// The specifiers that a text states for a distribution, also in poetry's form: `name = "^1.2"`, `name = {version = "~1.2"}`.
fn stated_in(text: &str, name: &str) -> Vec<VersionSpecifiers> {
    let mut stated = specifiers_in(text, name);
    stated.extend(text.lines().map(without_comment).filter_map(|line| of_poetry(line, name)));
    stated
}

fn of_poetry(line: &str, name: &str) -> Option<VersionSpecifiers> {
    let (key, value) = line.split_once('=')?;
    let key = key.trim().trim_matches('"').to_ascii_lowercase().replace(['_', '.'], "-");
    if key != name {
        return None;
    }
    let quoted = value.split('"').nth(1)?;
    let specifier = match quoted.strip_prefix('^').or_else(|| quoted.strip_prefix('~')) {
        Some(version) if !version.starts_with('=') => {
            let first = version.split('.').next()?;
            format!("=={}.*", first.trim())
        }
        _ if quoted.starts_with(|first: char| first.is_ascii_digit()) => format!("=={quoted}"),
        _ => quoted.to_owned(),
    };
    specifier.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::WantedVersions;
    use crate::bounds::Bounds;

    fn admits(files: &[(&str, &str)], version: &str) -> bool {
        let place = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(place.path().join(name), text).unwrap();
        }
        let directory = place.path().to_owned();
        let wanted = WantedVersions::read(&directory, &directory, &Bounds::default());
        wanted.admit("some-client", &version.parse().unwrap())
    }

    #[test]
    fn what_is_not_named_may_have_any_version() {
        assert!(admits(&[], "5.1"));
        assert!(admits(&[("requirements.txt", "other-client==1.0\nsome-client\n")], "5.1"));
    }

    #[test]
    fn requirements_admit_a_series() {
        let stated = |requirement: &str| admits(&[("requirements.txt", requirement)], "5.1");
        for requirement in [
            "some-client>=4",
            "some_client==5.0.3",
            "Some.Client~=5.0",
            "some-client>=4,<6",
            "some-client==5.*",
        ] {
            assert!(stated(requirement), "{requirement}");
        }
        for requirement in
            ["some-client==4.2", "some-client<5", "some-client~=4.6", "some-client>=6", "some-client==6.*"]
        {
            assert!(!stated(requirement), "{requirement}");
        }
    }

    #[test]
    fn poetry_has_a_form_of_its_own() {
        let stated = |line: &str| {
            admits(&[("pyproject.toml", &format!("[tool.poetry.dependencies]\n{line}\n"))], "5.1")
        };
        assert!(stated("some-client = \"^5.0\""));
        assert!(stated("some_client = {version = \"~5.0.1\", extras = [\"x\"]}"));
        assert!(stated("some-client = \"*\""));
        assert!(!stated("some-client = \"^4.6\""));
        assert!(!stated("some-client = \"4.6.0\""));
        assert!(!stated("some-client = {version = \"^6\"}"));
    }

    #[test]
    fn a_lower_end_says_from_which_version_on() {
        let starts = |requirement: &str| {
            let place = tempfile::tempdir().unwrap();
            fs::write(place.path().join("requirements.txt"), requirement).unwrap();
            let directory = place.path().to_owned();
            let wanted = WantedVersions::read(&directory, &directory, &Bounds::default());
            wanted.start_at("some-client", &"20.0".parse().unwrap())
        };
        for requirement in ["some-client==20.7", "some-client>=20", "some-client~=21.1", "some-client==22.*"]
        {
            assert!(starts(requirement), "{requirement}");
        }
        for requirement in ["", "some-client", "some-client>=13", "some-client<21", "some-client==13.7"] {
            assert!(!starts(requirement), "{requirement}");
        }
    }

    #[test]
    fn a_lock_file_goes_first() {
        let lock = |version: &str| format!("[[package]]\nname = \"some-client\"\nversion = \"{version}\"\n");
        let files = |version: &str| {
            admits(&[("uv.lock", &lock(version)), ("requirements.txt", "some-client>=4")], "5.1")
        };
        assert!(files("5.0.0"));
        assert!(!files("4.9"));
        assert!(!admits(&[("uv.lock", &(lock("5.0") + &lock("4.9")))], "5.1"));
    }
}
