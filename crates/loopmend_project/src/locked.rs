//! The versions that lock files and exact requirements of a project name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::OnceLock;

use pep440_rs::{Operator, Version};
use pep508_rs::{Requirement, VersionOrUrl};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use toml::{Table, Value};

use crate::bounds::Bounds;
use crate::environment::normalized_name;
use crate::pytest::{files_about_requirements, texts_of_requirements, without_comment};

/// The lock files that are TOML, with the name of their array of packages: those of uv, poetry and pdm, and that of PEP 751.
const TOML_LOCKS: [(&str, &str); 4] = [
    ("uv.lock", "package"),
    ("poetry.lock", "package"),
    ("pdm.lock", "package"),
    ("pylock.toml", "packages"),
];

/// That of pipenv, which is JSON.
const PIPENV_LOCK: &str = "Pipfile.lock";

/// The files of a directory that can name versions: lock files, and those that state requirements; each once.
pub(crate) fn candidates(directory: &Path) -> Vec<PathBuf> {
    let locks = TOML_LOCKS.map(|(name, _)| name).into_iter().chain([PIPENV_LOCK]);
    let mut files: Vec<PathBuf> = locks.map(|name| directory.join(name)).collect();
    files.extend(files_about_requirements(directory));
    files.sort_unstable();
    files.dedup();
    files.retain(|path| path.exists());
    files
}

/// A directory and those above it, up to a root.
pub(crate) fn directories<'p>(directory: &'p Path, root: &'p Path) -> impl Iterator<Item = &'p Path> {
    directory.ancestors().take_while(move |above| above.starts_with(root))
}

/// The versions that the files of a directory name, by the names of distributions as PEP 503 normalises them. A lock file goes before
/// requirements; what is named in two versions has none.
#[derive(Debug, Default)]
pub(crate) struct LockedVersions(FxHashMap<String, Option<Version>>);

impl LockedVersions {
    /// Whether pytest or a plugin of it is named.
    pub(crate) fn speaks_of_pytest(&self) -> bool {
        self.0.keys().any(|name| is_pytest_or_plugin(name))
    }

    /// Reads the files of a directory; one that cannot be read names nothing.
    fn of_directory(directory: &Path, bounds: &Bounds) -> Self {
        let locks = |name: &str| bounds.read_lock(&directory.join(name)).ok();
        let mut locked = Self::default();
        for (file, array) in TOML_LOCKS {
            locked.add(locks(file).map(|text| of_toml(&text, array)).unwrap_or_default());
        }
        locked.add(locks(PIPENV_LOCK).map(|text| of_pipenv(&text)).unwrap_or_default());

        let mut required = Self::default();
        for file in texts_of_requirements(directory) {
            required.add(bounds.read_text(&file).map(|text| of_requirements(&text)).unwrap_or_default());
        }
        for (name, version) in required.0 {
            locked.0.entry(name).or_insert(version);
        }
        locked
    }

    fn add(&mut self, named: Vec<(String, Version)>) {
        for (name, version) in named {
            let known = self.0.entry(name).or_insert_with(|| Some(version.clone()));
            if known.as_ref() != Some(&version) {
                *known = None;
            }
        }
    }

    /// The version of a distribution, by its normalised name.
    pub(crate) fn of(&self, name: &str) -> Option<&Version> {
        self.0.get(name)?.as_ref()
    }

    /// Whether a distribution is named, in whatever version.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// Returns whether a distribution, by its normalised name, is pytest or named like a plugin of it.
pub(crate) fn is_pytest_or_plugin(name: &str) -> bool {
    name == "pytest" || name.starts_with("pytest-")
}

/// The versions that the files of directories name, from a project upwards. A directory is read when it is asked.
#[derive(Debug)]
pub(crate) struct Locks(Vec<(PathBuf, OnceLock<LockedVersions>)>);

impl Locks {
    /// The lock files of a directory and its parents, up to `root`. None is read yet.
    pub(crate) fn new(directory: &Path, root: &Path) -> Self {
        Self(directories(directory, root).map(|directory| (directory.to_owned(), OnceLock::new())).collect())
    }

    /// Whether a directory is one of those.
    pub(crate) fn has(&self, directory: &Path) -> bool {
        self.0.iter().any(|(known, _)| known == directory)
    }

    /// The versions of the nearest directory that has what is wanted.
    pub(crate) fn nearest(
        &self,
        bounds: &Bounds,
        is_wanted: impl Fn(&LockedVersions) -> bool,
    ) -> Option<&LockedVersions> {
        let mut read = self.0.iter().map(|(directory, versions)| {
            versions.get_or_init(|| LockedVersions::of_directory(directory, bounds))
        });
        read.find(|versions| is_wanted(versions))
    }
}

fn of_toml(text: &str, array: &str) -> Vec<(String, Version)> {
    let Ok(table) = text.parse::<Table>() else { return Vec::new() };
    let packages = table.get(array).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let of = |package: &Value| {
        let text = |key: &str| package.get(key).and_then(Value::as_str);
        named(text("name")?, text("version")?)
    };
    packages.iter().filter_map(of).collect()
}

/// The parts of pipenv's lock file that are read: the packages by name.
#[derive(Default, Deserialize)]
#[serde(default)]
struct PipenvLock {
    default: BTreeMap<String, PipenvPackage>,
    develop: BTreeMap<String, PipenvPackage>,
}

#[derive(Deserialize)]
struct PipenvPackage {
    /// `None` of one that comes from elsewhere than a registry.
    version: Option<String>,
}

fn of_pipenv(text: &str) -> Vec<(String, Version)> {
    let lock: PipenvLock = serde_json::from_str(text).unwrap_or_default();
    let of = |(name, package): (String, PipenvPackage)| named(&name, package.version?.strip_prefix("==")?);
    lock.default.into_iter().chain(lock.develop).filter_map(of).collect()
}

/// The longest requirement that is read, in bytes; those of people have some hundred.
const LONGEST_REQUIREMENT: usize = 2048;

/// Exact requirements without a marker: `name[extra]==1.2`, with or without hashes.
fn of_requirements(text: &str) -> Vec<(String, Version)> {
    text.lines().filter(|line| !line.contains(';')).filter_map(of_line).collect()
}

fn of_line(line: &str) -> Option<(String, Version)> {
    let stated = without_comment(line).replace(" ==", "==").replace("== ", "==");
    exact(stated.split([' ', '\t', '\\']).find(|part| !part.is_empty())?)
}

fn exact(requirement: &str) -> Option<(String, Version)> {
    let requirement = Some(requirement).filter(|text| text.len() <= LONGEST_REQUIREMENT)?;
    let requirement = Requirement::<pep508_rs::VerbatimUrl>::from_str(requirement).ok()?;
    let Some(VersionOrUrl::VersionSpecifier(specifiers)) = &requirement.version_or_url else { return None };
    let [only] = &**specifiers else { return None };
    let is_exact = matches!(only.operator(), Operator::Equal | Operator::ExactEqual);
    is_exact.then(|| (normalized_name(requirement.name.as_ref()), only.version().clone()))
}

fn named(name: &str, version: &str) -> Option<(String, Version)> {
    Some((normalized_name(name), version.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{LockedVersions, Locks};
    use crate::bounds::Bounds;

    fn written(files: &[(&str, &str)]) -> tempfile::TempDir {
        let place = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = place.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        place
    }

    fn version(files: &[(&str, &str)], name: &str) -> Option<String> {
        let place = written(files);
        version_from(place.path(), place.path(), name)
    }

    fn version_from(directory: &Path, root: &Path, name: &str) -> Option<String> {
        let locks = Locks::new(directory, root);
        let nearest = locks.nearest(&Bounds::default(), LockedVersions::speaks_of_pytest)?;
        nearest.of(name).map(ToString::to_string)
    }

    const UV: &str = "version = 1\n[[package]]\nname = \"pytest\"\nversion = \"8.4.2\"\nsource = { registry = \"x\" }\n\
                      [[package]]\nname = \"pytest-asyncio\"\nversion = \"0.21.1\"\n";

    #[test]
    fn each_kind_of_lock_file_is_read() {
        let pep751 = UV.replace("[[package]]", "[[packages]]");
        let pipenv = r#"{"_meta": {}, "develop": {"pytest_asyncio": {"version": "==0.21.1", "hashes": []}}}"#;
        let files = [
            ("uv.lock", UV),
            ("poetry.lock", UV),
            ("pdm.lock", UV),
            ("pylock.toml", &pep751),
            ("Pipfile.lock", pipenv),
        ];
        for file in files {
            assert_eq!(version(&[file], "pytest-asyncio").as_deref(), Some("0.21.1"), "{file:?}");
        }
    }

    #[test]
    fn exact_requirements_count_and_others_do_not() {
        let read = |line: &str| version(&[("requirements-dev.txt", line)], "pytest-asyncio");
        for line in [
            "pytest_asyncio==0.21.1",
            "  pytest-asyncio[testing] == 0.21.1  # why",
            "pytest-asyncio==0.21.1 \\\n    --hash=sha256:ab",
            "pytest-asyncio===0.21.1",
        ] {
            assert_eq!(read(line).as_deref(), Some("0.21.1"), "{line}");
        }
        for line in [
            "pytest-asyncio>=0.21.1",
            "pytest-asyncio==0.21.*",
            "pytest-asyncio==0.21.1; python_version < '3.9'",
            "# pytest-asyncio==0.21.1",
            "pytest-asyncio",
            "-e git+x#egg=pytest-asyncio",
            "pytest-asyncio @ file:///x",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn two_versions_are_none() {
        let twice = format!("{UV}[[package]]\nname = \"pytest-asyncio\"\nversion = \"1.0.0\"\n");
        assert_eq!(version(&[("uv.lock", &twice)], "pytest-asyncio"), None);
        assert_eq!(version(&[("uv.lock", &twice)], "pytest").as_deref(), Some("8.4.2"));
        let other = UV.replace("0.21.1", "1.0.0");
        assert_eq!(version(&[("uv.lock", UV), ("poetry.lock", &other)], "pytest-asyncio"), None);
    }

    #[test]
    fn a_lock_file_goes_before_requirements() {
        let files = [("uv.lock", UV), ("requirements.txt", "pytest-asyncio==1.0.0\nanyio==4.0\n")];
        assert_eq!(version(&files, "pytest-asyncio").as_deref(), Some("0.21.1"));
        assert_eq!(version(&files, "anyio").as_deref(), Some("4.0"));
    }

    #[test]
    fn the_nearest_directory_up_to_the_root_that_names_pytest_counts() {
        let place = written(&[("uv.lock", UV), ("part/sub/requirements.txt", "anyio==4.0\n")]);
        let part = place.path().join("part");
        assert_eq!(
            version_from(&part.join("sub"), place.path(), "pytest-asyncio").as_deref(),
            Some("0.21.1")
        );
        assert_eq!(version_from(&part.join("sub"), &part, "pytest-asyncio"), None);
    }

    #[test]
    fn what_cannot_be_read_names_nothing() {
        for text in ["[[package]\n", "package = 1\n", "[[package]]\nname = 1\n"] {
            assert_eq!(version(&[("uv.lock", text), ("Pipfile.lock", "{")], "pytest"), None);
        }
    }
}
