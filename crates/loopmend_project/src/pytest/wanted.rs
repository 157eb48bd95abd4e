//! Which plugins of pytest a project asks for, in whatever file it does so.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use loopmend_files::key::real_path;
use pep440_rs::VersionSpecifiers;
use rustc_hash::FxHashSet;

use crate::bounds::Bounds;
use crate::listing::{DirectoryCache, Marker};

/// Names that begin like those of plugins: a command of setuptools, and words of configuration files.
const NOT_PLUGINS: [&str; 6] =
    ["pytest-runner", "pytest-args", "pytest-plugins", "pytest-cache", "pytest-ini-options", "pytest-plugin"];

/// Where pipenv, conda, nox, hatch and pixi read what to install.
const OTHER_FILES: [&str; 6] =
    ["Pipfile", "environment.yaml", "environment.yml", "hatch.toml", "noxfile.py", "pixi.toml"];

/// The distributions whose names begin with `pytest-` in what packaging, tox and requirement files of a directory ask for,
/// or those of other tools, normalised (PEP 503), sorted.
pub(crate) fn wanted_plugins(directory: &Path, bounds: &Bounds) -> Vec<String> {
    let files = files_about_requirements(directory);
    let texts = files.iter().filter_map(|path| bounds.read_text(path).ok());
    let mut wanted: Vec<String> = texts.flat_map(|text| names_of_plugins(&text)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted
}

/// The plugins of pytest that files of directories ask for. A directory is read when it is asked.
#[derive(Debug)]
pub(crate) struct PluginsWanted(Vec<(PathBuf, OnceLock<Vec<String>>)>);

impl PluginsWanted {
    /// The plugins that are asked for at or above files of these directories, up to `root`. No file is read yet.
    pub(crate) fn new(file_directories: &[PathBuf], root: &Path, directories: &DirectoryCache) -> Self {
        let above = file_directories.iter().flat_map(|directory| {
            directory.ancestors().take_while(|above| above.starts_with(root)).map(Path::to_owned)
        });
        let above: FxHashSet<PathBuf> = above.collect();
        let asks = |directory: &PathBuf| {
            directories.listing(directory).is_some_and(|listing| listing.asks_for_distributions())
        };
        let mut asking: Vec<PathBuf> = above.into_iter().filter(asks).collect();
        asking.sort_unstable();
        Self(asking.into_iter().map(|directory| (directory, OnceLock::new())).collect())
    }

    /// The directories.
    pub(crate) fn directories(&self) -> impl Iterator<Item = &Path> {
        self.0.iter().map(|(directory, _)| directory.as_path())
    }

    /// The files that are read.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let files = self.0.iter().flat_map(|(directory, _)| files_about_requirements(directory));
        files.filter(|path| path.exists()).collect()
    }

    /// The plugins that are asked for at or above a directory, with repetitions.
    pub(crate) fn above<'d>(
        &'d self,
        directory: &'d Path,
        bounds: &'d Bounds,
    ) -> impl Iterator<Item = &'d str> {
        let above = self.0.iter().filter(move |(asking, _)| directory.starts_with(asking));
        above
            .flat_map(move |(asking, wanted)| wanted.get_or_init(|| wanted_plugins(asking, bounds)))
            .map(String::as_str)
    }
}

/// The packaging and tox files that ask for distributions.
const MARKERS: [Marker; 4] = [Marker::PyprojectToml, Marker::SetupCfg, Marker::SetupPy, Marker::ToxIni];

/// The directory whose texts are requirements, whatever their names.
const REQUIREMENTS: &str = "requirements";

/// Whether a file or directory of this name may ask for distributions.
pub(crate) fn may_ask_for_distributions(name: &str) -> bool {
    name == REQUIREMENTS
        || MARKERS.into_iter().any(|marker| marker.file_name() == name)
        || OTHER_FILES.contains(&name)
        || is_text(name) && is_named_for_requirements(name)
}

fn is_text(name: &str) -> bool {
    name.ends_with(".txt") || name.ends_with(".in")
}

fn is_named_for_requirements(name: &str) -> bool {
    name.contains("requirements") || name.contains("constraints")
}

/// The packaging, tox and requirement files of a directory, and those of other tools, whether or not they exist.
pub(crate) fn files_about_requirements(directory: &Path) -> Vec<PathBuf> {
    let stated = MARKERS.map(Marker::file_name).into_iter().chain(OTHER_FILES);
    stated.map(|name| directory.join(name)).chain(texts_of_requirements(directory)).collect()
}

/// The specifiers (PEP 440) that packaging and requirement files of a directory state for a distribution.
pub(crate) fn stated_specifiers(directory: &Path, bounds: &Bounds, name: &str) -> Vec<VersionSpecifiers> {
    let files = requirement_files(directory, bounds);
    let texts = files.iter().filter_map(|path| bounds.read_text(path).ok());
    texts.flat_map(|text| specifiers_in(&text, name)).collect()
}

/// The specifiers that stand behind a name in a text: `name[extra] >=1,<2`, `name (<2)`, and conda's `name=1.2`.
pub(crate) fn specifiers_in(text: &str, name: &str) -> Vec<VersionSpecifiers> {
    text.lines().map(without_comment).flat_map(|line| specifiers_of_line(line, name)).collect()
}

fn specifiers_of_line(line: &str, name: &str) -> Vec<VersionSpecifiers> {
    texts_behind(line, name).into_iter().filter_map(specifiers_at_start).collect()
}

/// The texts behind each mention of a distribution in a line, without extras.
pub(crate) fn texts_behind<'l>(line: &'l str, name: &str) -> Vec<&'l str> {
    let lower = line.to_ascii_lowercase().replace(['_', '.'], "-");
    let is_whole =
        |at: &usize| !lower[..*at].ends_with(is_part) && !lower[at + name.len()..].starts_with(is_part);
    let starts = lower.match_indices(name).map(|(at, _)| at).filter(is_whole);
    let behind = starts.map(|at| line[at + name.len()..].trim_start());
    behind
        .map(|rest| {
            rest.strip_prefix('[')
                .and_then(|rest| rest.split_once(']'))
                .map_or(rest, |(_, rest)| rest.trim_start())
        })
        .collect()
}

fn specifiers_at_start(text: &str) -> Option<VersionSpecifiers> {
    let text = text.strip_prefix('(').unwrap_or(text);
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || " <>=!~,.*+".contains(c)));
    let stated = text[..end.unwrap_or(text.len())].trim();
    if let Some(version) =
        stated.strip_prefix('=').filter(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
    {
        return format!("=={}.*", version.split([' ', '=']).next()?.trim_end_matches(".*")).parse().ok();
    }
    stated.starts_with(['<', '>', '=', '!', '~']).then(|| stated.parse().ok())?
}

/// The files of a directory in which requirements can be edited, sorted.
pub(crate) fn requirement_files(directory: &Path, bounds: &Bounds) -> Vec<PathBuf> {
    let stated = [Marker::PyprojectToml, Marker::SetupCfg].map(|marker| directory.join(marker.file_name()));
    let mut files = texts_of_requirements(directory);
    files.extend(stated);
    files.retain(|path| bounds.has_file(path));
    files.sort_unstable();
    files
}

/// So many texts of requirements of one directory are read at most.
const MOST_TEXTS: usize = 200;

/// `*requirements*.txt`, the same with `constraints` or `.in`, and the files in `requirements`: each once, whatever links lead to it,
/// and the first [`MOST_TEXTS`] by name.
pub(crate) fn texts_of_requirements(directory: &Path) -> Vec<PathBuf> {
    let is_wanted = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_inside = path.parent().is_some_and(|parent| parent.ends_with(REQUIREMENTS));
        is_text(name) && (is_inside || is_named_for_requirements(name))
    };
    let entries = |directory: PathBuf| fs::read_dir(directory).into_iter().flatten().flatten();
    let files = entries(directory.to_owned()).chain(entries(directory.join(REQUIREMENTS)));
    let mut files: Vec<PathBuf> = files.map(|entry| entry.path()).filter(is_wanted).collect();
    files.sort_unstable();
    let mut seen = FxHashSet::default();
    files.retain(|path| seen.insert(real_path(path)));
    files.truncate(MOST_TEXTS);
    files
}

/// The names of plugins in a text, as requirements are written: at the beginning of a word.
fn names_of_plugins(text: &str) -> Vec<String> {
    let lines = text.lines().map(without_comment);
    let words = lines.flat_map(|line| line.split(|character| !is_part(character)));
    // With a dot inside it is an object of Python: `ignore::pytest.PytestUnraisableExceptionWarning`.
    let words = words.map(|word| word.trim_end_matches('.')).filter(|word| !word.contains('.'));
    let names = words
        .map(|word| word.trim_end_matches(['-', '_', '.']).to_ascii_lowercase().replace(['_', '.'], "-"));
    let is_plugin = |name: &String| {
        let rest = name.strip_prefix("pytest-").unwrap_or_default();
        rest.starts_with(|first: char| first.is_ascii_alphabetic()) && !NOT_PLUGINS.contains(&name.as_str())
    };
    names.filter(is_plugin).collect()
}

/// Whether the name of a distribution may contain a character (PEP 508).
fn is_part(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.')
}

/// A line without its comment, which stands at its beginning or behind white space: `#egg=name` is none.
pub(crate) fn without_comment(line: &str) -> &str {
    let starts = |at: &usize| line[..*at].chars().next_back().is_none_or(char::is_whitespace);
    let comment = line.match_indices('#').map(|(at, _)| at).find(starts);
    comment.map_or(line, |at| &line[..at])
}

#[cfg(test)]
mod tests {
    use super::{specifiers_in, wanted_plugins};
    use crate::bounds::Bounds;

    #[test]
    fn specifiers_stand_behind_the_name() {
        let read = |text: &str| {
            specifiers_in(text, "pytest-asyncio").iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(read("pytest<8\npytest_asyncio<0.22  # old\npytest-asyncio-cooperative>=1\n"), ["<0.22"]);
        assert_eq!(read("dev = ['Pytest-Asyncio[docs] >=0.23, <1', 'pytest']\n"), [">=0.23, <1"]);
        assert_eq!(read("pytest-asyncio==0.21.2 \\\n    --hash=sha256:00\n"), ["==0.21.2"]);
        assert!(read("pytest-asyncio\npytest-asyncio = \"^0.21\"\nmy-pytest-asyncio==1\n").is_empty());
    }

    #[test]
    fn plugins_are_found_in_all_files_that_ask_for_them() {
        let directory = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = directory.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("pyproject.toml", "[dependency-groups]\ntest = ['pytest>=8', \"Pytest_Trio>=0.8\"]\n");
        write("setup.py", "setup(setup_requires=['pytest-runner'], tests_require=['pytest-mock==3'])\n");
        write("requirements/dev.txt", "my-pytest-thing\npytest-aiohttp ~= 1.0\n");
        write(
            "requirements-test.txt",
            "pytest-mock\n# pytest-randomly some day\npytest-mock  # not pytest-sugar\n",
        );
        write("notes.txt", "pytest-cov\n");
        write(
            "setup.cfg",
            "filterwarnings =\n    ignore::pytest.PytestUnraisableExceptionWarning\n    ignore:.*:pytest_cov.Warning\n",
        );
        write("Pipfile", "[dev-packages]\npytest-tornasync = \"*\"\n");
        write("environment.yml", "dependencies:\n  - pytest-twisted=1.14\n");
        let wanted = ["pytest-aiohttp", "pytest-mock", "pytest-tornasync", "pytest-trio", "pytest-twisted"];
        assert_eq!(wanted_plugins(directory.path(), &Bounds::default()), wanted);
    }
}
