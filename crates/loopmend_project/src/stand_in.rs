//! Whether one version of a library may stand in for the one that a project means.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use pep440_rs::{Operator, Version, VersionSpecifiers};
use toml::Table;

use crate::bounds::Bounds;
use crate::environment::normalized_name;
use crate::locked::{self, LockedVersions, Locks, is_pytest_or_plugin};
use crate::project::has_upper_end;
use crate::pytest::{files_about_requirements, specifiers_in, texts_behind, without_comment};
use crate::{Distribution, Project};

/// The versions of distributions that a project means, by its lock files and requirements. Files are read when they are asked.
#[derive(Debug)]
pub(crate) struct WantedVersions {
    locks: Locks,
    /// The directories whose files state requirements.
    directories: Vec<PathBuf>,
    requirements: OnceLock<Vec<Requirements>>,
}

/// On which side of a version all versions are that a project means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// Before the version.
    Before,
    /// From the version on.
    From,
}

/// A file that states requirements.
#[derive(Debug)]
struct Requirements {
    /// The directory that the file is of.
    directory: PathBuf,
    text: String,
    /// The text with the names of distributions normalised: most are in no file.
    normalized: String,
    /// The content, if the file is TOML.
    table: Option<Table>,
}

impl WantedVersions {
    /// The versions that the files of a directory and its parents up to `root` state. For requirements, the directories of other projects
    /// of the run count too.
    pub(crate) fn new(directory: &Path, root: &Path, others: impl Iterator<Item = PathBuf>) -> Self {
        let above = locked::directories(directory, root).map(Path::to_owned);
        let mut directories: Vec<PathBuf> = above.chain(others).collect();
        directories.sort();
        directories.dedup();
        Self { locks: Locks::new(directory, root), directories, requirements: OnceLock::new() }
    }

    /// The files whose content counts, as far as they exist.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        self.directories.iter().flat_map(|directory| locked::candidates(directory)).collect()
    }

    /// The lock files and exact requirements of the nearest directory that has what is wanted.
    pub(crate) fn locked(
        &self,
        bounds: &Bounds,
        is_wanted: impl Fn(&LockedVersions) -> bool,
    ) -> Option<&LockedVersions> {
        self.locks.nearest(bounds, is_wanted)
    }

    fn requirements(&self, bounds: &Bounds) -> &[Requirements] {
        self.requirements.get_or_init(|| {
            self.directories.iter().flat_map(|directory| read_requirements(directory, bounds)).collect()
        })
    }

    fn wishes(&self, bounds: &Bounds, name: &str) -> Vec<Wish> {
        self.requirements(bounds).iter().flat_map(|stated| stated.wishes(name)).collect()
    }

    /// Whether a lock file or a requirement names a distribution.
    fn name_distribution(&self, bounds: &Bounds, name: &str) -> bool {
        self.locked(bounds, |locked| locked.has(name)).is_some()
            || self.requirements(bounds).iter().any(|stated| stated.name_distribution(name))
    }

    /// Whether nothing speaks against a version: a lock file names one of its series, or else each requirement admits one.
    fn admit(&self, bounds: &Bounds, name: &str, version: &Version) -> bool {
        match self.locked(bounds, |locked| locked.has(name)) {
            Some(locked) => locked.of(name).is_some_and(|locked| is_same_series(locked, version)),
            None => {
                let admits = |wish: &Wish| wish.iter().any(|specifiers| admits_series(specifiers, version));
                self.wishes(bounds, name).iter().all(admits)
            }
        }
    }

    /// Whether the files exclude a version: a lock file or an exact requirement names another one, or a file has requirements of which none
    /// admits it. Versions count as one if their first numbers are the same. Of pytest and its plugins, which
    /// change their behaviour at any release, the whole version counts.
    fn exclude(&self, bounds: &Bounds, name: &str, version: &Version) -> bool {
        let is_exact = is_pytest_or_plugin(name);
        let is_same =
            |stated: &Version| if is_exact { stated == version } else { is_same_series(stated, version) };
        if let Some(locked) = self.locked(bounds, |locked| locked.has(name)) {
            return locked.of(name).is_some_and(|locked| !is_same(locked));
        }
        let admits = |specifiers: &VersionSpecifiers| {
            let mut named = specifiers.iter().map(|specifier| specifier.version());
            specifiers.contains(version) || named.any(|named| is_same(named) && specifiers.contains(named))
        };
        let excludes = |wishes: &[Wish]| {
            let stated = || wishes.iter().filter(|wish| !wish.is_empty());
            stated().next().is_some() && !stated().flatten().any(admits)
        };
        let is_own = |stated: &&Requirements| self.locks.has(&stated.directory);
        let wishes = |stated: &Requirements| stated.wishes(name);
        let (own, others): (Vec<&Requirements>, Vec<&Requirements>) =
            self.requirements(bounds).iter().partition(is_own);
        let own: Vec<Vec<Wish>> = own.into_iter().map(wishes).collect();
        match own.iter().all(Vec::is_empty) {
            // Which of several other projects is meant is not known.
            true => excludes(&others.into_iter().flat_map(wishes).collect::<Vec<Wish>>()),
            false => own.iter().any(|wishes| excludes(wishes)),
        }
    }

    /// The distributions that the project does not use: their versions are excluded. If a plugin of pytest is one of them, the tests run in
    /// another environment, so that pytest and all of its plugins are too. The names of the project's own distributions are normalised (PEP 503).
    pub(crate) fn excluded(
        &self,
        bounds: &Bounds,
        installed: &[Distribution],
        own_names: &[String],
    ) -> Vec<Distribution> {
        let is_excluded = |distribution: &&Distribution| {
            let name = normalized_name(&distribution.name);
            let Ok(version) = distribution.version.parse() else { return false };
            !own_names.contains(&name) && self.exclude(bounds, &name, &version)
        };
        let mut excluded: Vec<Distribution> = installed.iter().filter(is_excluded).cloned().collect();
        let is_plugin = |distribution: &Distribution| {
            is_pytest_or_plugin(&normalized_name(&distribution.name))
                || !distribution.entry_points("pytest11", bounds).is_empty()
        };
        if excluded.iter().any(is_plugin) {
            let of_tests =
                |distribution: &&Distribution| is_pytest_or_plugin(&normalized_name(&distribution.name));
            excluded.extend(installed.iter().filter(of_tests).cloned());
            excluded.sort();
            excluded.dedup();
        }
        excluded
    }

    /// Whether the project means `first` or a later version: a lock file names one, or the requirements exclude all earlier versions.
    fn start_at(&self, bounds: &Bounds, name: &str, first: &Version) -> bool {
        match self.locked(bounds, |locked| locked.has(name)) {
            Some(locked) => locked.of(name).is_some_and(|locked| locked >= first),
            None => find_era(&self.wishes(bounds, name), first) == Some(Era::From),
        }
    }
}

/// What the files of a directory require.
fn read_requirements(directory: &Path, bounds: &Bounds) -> Vec<Requirements> {
    let files = files_about_requirements(directory).into_iter();
    let texts = files.filter_map(|path| bounds.read_text(&path).ok());
    texts.map(|text| Requirements::new(directory, text)).collect()
}

impl Project {
    /// Whether requirements of the project name a distribution, and each admits only versions before `first`. Directories below that of the
    /// project count only if it has none itself. The name is normalised as PEP 503 says.
    pub fn requires_only_before(&self, name: &str, first: &Version) -> bool {
        let mut wishes = self.wanted_versions().wishes(self.bounds(), name);
        if wishes.is_empty() {
            let below = self.plugins_wanted().directories();
            let stated = below.flat_map(|directory| read_requirements(directory, self.bounds()));
            wishes = stated.flat_map(|stated| stated.wishes(name)).collect();
        }
        find_era(&wishes, first) == Some(Era::Before)
    }

    /// On which side of `first` the versions of a distribution are that the requirements nearest to a directory mean, or else the lock files of
    /// the project; `None` if they say nothing or admit versions on both sides. The name is normalised as PEP 503 says.
    pub fn era_near(&self, directory: &Path, name: &str, first: &Version) -> Option<Era> {
        let asking: Vec<&Path> = self.plugins_wanted().directories().collect();
        let above = asking.into_iter().rev().filter(|asking| directory.starts_with(asking));
        let mut stated = above.map(|asking| {
            let requirements = read_requirements(asking, self.bounds());
            requirements.iter().flat_map(|stated| stated.wishes(name)).collect::<Vec<Wish>>()
        });
        let wanted = self.wanted_versions();
        stated.find_map(|wishes| find_era(&wishes, first)).or_else(|| {
            let locked = wanted.locked(self.bounds(), |locked| locked.has(name))?.of(name)?;
            Some(if locked < first { Era::Before } else { Era::From })
        })
    }

    /// Whether the version of a distribution may stand in for the one that the project means, by what its lock files and
    /// requirements say: its first number is that of a version that they admit. The name is normalised as PEP 503 says.
    pub fn may_use(&self, name: &str, version: &str) -> bool {
        version.parse().is_ok_and(|version| self.wanted_versions().admit(self.bounds(), name, &version))
    }

    /// Whether a lock file or a requirement of the project names a distribution.
    pub fn names_distribution(&self, name: &str) -> bool {
        self.wanted_versions().name_distribution(self.bounds(), name)
    }

    /// Whether the project means a version of a distribution from `first` on, by the installed one, lock files or requirements.
    pub fn means_from(&self, name: &str, first: &str) -> bool {
        let Ok(first) = first.parse() else { return false };
        match self.installed_version(name) {
            Some(installed) => installed >= first,
            None => self.wanted_versions().start_at(self.bounds(), name, &first),
        }
    }
}

/// Returns the side on which all versions are that requirements admit.
fn find_era(wishes: &[Wish], first: &Version) -> Option<Era> {
    let all = |is_there: &dyn Fn(&VersionSpecifiers) -> bool| {
        !wishes.is_empty() && wishes.iter().all(|wish| !wish.is_empty() && wish.iter().all(is_there))
    };
    if all(&|specifiers| admits_only_before(specifiers, first)) {
        return Some(Era::Before);
    }
    all(&|specifiers| excludes_below(specifiers, first)).then_some(Era::From)
}

/// Whether specifiers have an upper end, and admit no version from `first` on.
pub(crate) fn admits_only_before(specifiers: &VersionSpecifiers, first: &Version) -> bool {
    let mut named = specifiers.iter().map(|specifier| specifier.version());
    !specifiers.contains(first)
        && !named.any(|version| version > first && specifiers.contains(version))
        && specifiers.iter().any(has_upper_end)
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

/// The alternatives of a requirement, one of which a version must meet. Empty if the requirement cannot be read.
type Wish = Vec<VersionSpecifiers>;

impl Requirements {
    fn new(directory: &Path, text: String) -> Self {
        Self {
            directory: directory.to_owned(),
            table: text.parse().ok(),
            normalized: normalized_name(&text),
            text,
        }
    }

    fn name_distribution(&self, name: &str) -> bool {
        let is_named = |line: &str| !texts_behind(line, name).is_empty();
        self.normalized.contains(name) && self.lines().any(is_named)
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines().map(without_comment)
    }

    /// The requirements for a distribution. A requirement that is an address has no alternatives: its version is not known.
    fn wishes(&self, name: &str) -> Vec<Wish> {
        if !self.normalized.contains(name) {
            return Vec::new();
        }
        let mut wishes: Vec<Wish> = specifiers_in(&self.text, name).into_iter().map(|it| vec![it]).collect();
        let is_address = |line: &&str| {
            line.to_ascii_lowercase().contains(&format!("#egg={name}"))
                || texts_behind(line, name).iter().any(|rest| rest.starts_with('@'))
        };
        wishes.extend(self.lines().filter(is_address).map(|_| Vec::new()));
        if let Some(table) = &self.table {
            wishes_of_table(table, name, &mut wishes);
        }
        wishes
    }
}

/// Adds what tables in the form of poetry, pipenv and pixi ask for: `name = "^1.2"`, `name = {version = "~1.2"}`.
fn wishes_of_table(table: &Table, name: &str, wishes: &mut Vec<Wish>) {
    for (key, value) in table {
        if normalized_name(key) == name {
            let version = value.as_str().or_else(|| value.get("version")?.as_str());
            wishes.extend(version.map(alternatives));
        }
        if let Some(inner) = value.as_table() {
            wishes_of_table(inner, name, wishes);
        }
    }
}

/// `^1.2 || ^2.0`.
fn alternatives(stated: &str) -> Wish {
    stated.split("||").filter_map(|part| of_poetry(part.trim())).collect()
}

fn of_poetry(stated: &str) -> Option<VersionSpecifiers> {
    let tilde = stated.strip_prefix('~').filter(|rest| !rest.starts_with('='));
    if let Some(version) = stated.strip_prefix('^').or(tilde) {
        let parts: Vec<&str> = version.trim().split('.').collect();
        // python-poetry.org/docs/dependency-specification: `^0.21.3` admits 0.21 only, and so does `~0.21`.
        let leading_zeros = parts.iter().take_while(|part| **part == "0").count();
        let kept = if tilde.is_some() { 2 } else { leading_zeros + 1 };
        return format!("=={}.*", parts[..kept.min(parts.len())].join(".")).parse().ok();
    }
    if stated == "*" {
        return Some(VersionSpecifiers::empty());
    }
    if stated.starts_with(|first: char| first.is_ascii_digit()) {
        return format!("=={stated}").parse().ok();
    }
    let parts: Vec<&str> = stated.split([',', ' ']).filter(|part| !part.is_empty()).collect();
    parts.join(",").parse().ok()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::WantedVersions;
    use crate::bounds::Bounds;

    /// Asks what a directory with these files means.
    fn asked<T>(files: &[(&str, &str)], ask: impl FnOnce(&WantedVersions, &Bounds) -> T) -> T {
        let place = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(place.path().join(name), text).unwrap();
        }
        let wanted = WantedVersions::new(place.path(), place.path(), std::iter::empty());
        ask(&wanted, &Bounds::default())
    }

    fn admits(files: &[(&str, &str)], version: &str) -> bool {
        asked(files, |wanted, bounds| wanted.admit(bounds, "some-client", &version.parse().unwrap()))
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
    fn each_file_and_each_form_is_read() {
        let excluded = [
            (
                "pyproject.toml",
                "[tool.poetry.dependencies]\nsome-client = {extras = [\"x\"], version = \"^4.6\"}\n",
            ),
            ("pyproject.toml", "[tool.poetry.dependencies]\nsome-client = '^4.6'\n"),
            ("pyproject.toml", "[tool.poetry.dependencies.some-client]\nversion = \">=4.2 <5\"\n"),
            ("pyproject.toml", "[project]\ndependencies = [\"some-client-stubs\", \"some-client<5\"]\n"),
            ("pyproject.toml", "[project.optional-dependencies]\nsome-client = [\"some-client>=4,<5\"]\n"),
            ("setup.py", "setup(install_requires=['some-client<5'])\n"),
            ("setup.cfg", "[options.extras_require]\nsome-client = some-client<5\n"),
            ("Pipfile", "[packages]\nsome-client = \"==4.6\"\n"),
            ("environment.yml", "dependencies:\n  - some-client=4.6\n"),
            ("requirements.txt", "some-client (<5)\n"),
            ("requirements.txt", "some-client @ git+https://example.org/x@v4\n"),
            ("requirements.txt", "git+https://example.org/x#egg=some-client\n"),
        ];
        for file in excluded {
            assert!(!admits(&[file], "5.1"), "{file:?}");
        }
        let admitted = [
            ("pyproject.toml", "[tool.poetry.dependencies]\nsome-client = \"^4.6 || ^5.0\"\n"),
            ("environment.yml", "dependencies:\n  - some-client=5.0\n"),
            ("setup.py", "setup(install_requires=['other-client<5', 'some-client>=4'])\n"),
        ];
        for file in admitted {
            assert!(admits(&[file], "5.1"), "{file:?}");
        }
    }

    #[test]
    fn a_lower_end_says_from_which_version_on() {
        let starts = |requirement: &str| {
            asked(&[("requirements.txt", requirement)], |wanted, bounds| {
                wanted.start_at(bounds, "some-client", &"20.0".parse().unwrap())
            })
        };
        for requirement in ["some-client==20.7", "some-client>=20", "some-client~=21.1", "some-client==22.*"]
        {
            assert!(starts(requirement), "{requirement}");
        }
        let address = "some-client @ git+https://example.org/x";
        for requirement in
            ["", "some-client", "some-client>=13", "some-client<21", "some-client==13.7", address]
        {
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
