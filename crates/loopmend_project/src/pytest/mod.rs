//! pytest's configuration: which file it takes, and what that file says
//! (docs.pytest.org/en/stable/reference/customize.html).

mod parse;
mod wanted;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use loopmend_core::Span;
use rustc_hash::FxHashMap;

use crate::listing::{DirectoryCache, Marker};
use crate::unwritten::Unwritten;
pub(crate) use wanted::{
    PluginsWanted, files_about_requirements, may_ask_for_distributions, requirement_files, specifiers_in,
    stated_specifiers, texts_behind, texts_of_requirements, wanted_plugins, without_comment,
};

/// The file that pytest takes its settings from when it is started for tests in or below the file's directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PytestConfiguration {
    /// The file.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// Its options, in the order of the file.
    pub options: Vec<PytestOption>,
    /// What is wrong with it, in the parser's words; pytest does not start then, and no option is known.
    pub error: Option<String>,
    /// The words of `addopts`.
    command_line: Vec<String>,
}

/// An option of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PytestOption {
    /// Its name.
    pub name: String,
    /// Where the name stands in the file.
    pub span: Span,
    /// What it is set to.
    pub value: OptionValue,
}

/// What an option is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionValue {
    /// A text; in an INI file, lines joined by line feeds.
    Text(String),
    /// A list of texts in TOML.
    List(Vec<String>),
    /// Anything else that TOML can say.
    Other,
}

/// The configurations read so far, by the directories that they hold for.
#[derive(Debug, Default)]
pub(crate) struct PytestConfigurations {
    known: Mutex<FxHashMap<PathBuf, Option<Arc<PytestConfiguration>>>>,
}

impl PytestConfigurations {
    /// The configuration of tests that stand in a directory: that of the nearest directory at or above it that has one.
    pub(crate) fn nearest(
        &self,
        directory: &Path,
        directories: &DirectoryCache,
        unwritten: &Unwritten,
        form: PytestForm,
    ) -> Option<Arc<PytestConfiguration>> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut below = Vec::new();
        let mut found = None;
        for directory in directory.ancestors() {
            if let Some(known) = known.get(directory) {
                found.clone_from(known);
                break;
            }
            below.push(directory);
            found = PytestConfiguration::in_directory(directory, directories, unwritten, form).map(Arc::new);
            if found.is_some() {
                break;
            }
        }
        known.extend(below.into_iter().map(|directory| (directory.to_path_buf(), found.clone())));
        found
    }
}

/// What a version of pytest reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PytestForm {
    /// INI files, and the table `tool.pytest.ini_options`.
    Ini,
    /// Tables of TOML too: `pytest.toml` and the table `tool.pytest` (from 9 on;
    /// docs.pytest.org/en/stable/reference/customize.html#pytest-toml).
    Toml,
}

/// Where pytest looks, in its order. What is said before the directory decides counts alone.
const FILES: [Marker; 7] = [
    Marker::PytestToml,
    Marker::HiddenPytestToml,
    Marker::PytestIni,
    Marker::HiddenPytestIni,
    Marker::PyprojectToml,
    Marker::ToxIni,
    Marker::SetupCfg,
];

/// Whether a file of this name may say something to pytest.
pub(crate) fn is_pytest_file(name: &OsStr) -> bool {
    FILES.iter().any(|marker| name == marker.file_name())
}

impl PytestConfiguration {
    /// The configuration of a file with this text, which has these options or this error.
    pub fn new(path: PathBuf, text: String, options: Vec<PytestOption>, error: Option<String>) -> Self {
        let addopts = options.iter().find(|option| option.name == "addopts");
        let command_line = addopts.map(|option| option.value.words()).unwrap_or_default();
        Self { path, text, options, error, command_line }
    }

    /// The configuration that stands in a directory itself.
    pub(crate) fn in_directory(
        directory: &Path,
        directories: &DirectoryCache,
        unwritten: &Unwritten,
        form: PytestForm,
    ) -> Option<Self> {
        let listing = directories.listing(directory)?;
        FILES.into_iter().filter(|marker| listing.has(*marker)).find_map(|marker| {
            let path = directory.join(marker.file_name());
            let bytes = unwritten.read_configuration(&path, directories.bounds()).ok()?;
            let text = String::from_utf8(bytes).ok()?;
            let (options, error) = match parse::options(marker, &text, form)? {
                Ok(options) => (options, None),
                Err(error) => (Vec::new(), Some(error)),
            };
            Some(Self::new(path, text, options, error))
        })
    }

    /// The files at or above the directories that may say something to pytest, sorted, each once.
    pub(crate) fn candidates(file_directories: &[PathBuf], directories: &DirectoryCache) -> Vec<PathBuf> {
        let mut above: Vec<&Path> =
            file_directories.iter().flat_map(|directory| directory.ancestors()).collect();
        above.sort_unstable();
        above.dedup();
        let in_directory = |directory: &Path| {
            let listing = directories.listing(directory);
            let has = |marker: &Marker| listing.as_ref().is_some_and(|listing| listing.has(*marker));
            let found: Vec<PathBuf> = FILES
                .iter()
                .filter(|marker| has(marker))
                .map(|marker| directory.join(marker.file_name()))
                .collect();
            found
        };
        above.into_iter().flat_map(in_directory).collect()
    }

    /// The directory that the configuration holds for, and that its relative paths start from.
    pub fn directory(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    /// An option by its name.
    pub fn option(&self, name: &str) -> Option<&PytestOption> {
        self.options.iter().find(|option| option.name == name)
    }

    /// What an option is set to, here or by `-o name=value` in `addopts`.
    pub fn value(&self, name: &str) -> Option<OptionValue> {
        let overridden =
            self.command_line_values(&["-o", "--override-ini"]).into_iter().rev().find_map(|text| {
                let (key, value) = text.split_once('=')?;
                (key == name).then(|| OptionValue::Text(value.to_owned()))
            });
        overridden.or_else(|| self.option(name).map(|option| option.value.clone()))
    }

    /// Whether an option is set in the file, and `addopts` sets it to nothing else.
    pub fn is_set_by_option(&self, name: &str) -> bool {
        self.option(name).is_some_and(|option| self.value(name).as_ref() == Some(&option.value))
    }

    /// The text that an option is set to.
    pub fn text(&self, name: &str) -> Option<String> {
        match self.value(name)? {
            OptionValue::Text(text) => Some(text),
            OptionValue::List(_) | OptionValue::Other => None,
        }
    }

    /// The words of an option, as a shell splits them; `None` without the option.
    pub fn words(&self, name: &str) -> Option<Vec<String>> {
        self.value(name).map(|value| value.words())
    }

    /// The lines of an option; none without it.
    pub fn lines(&self, name: &str) -> Vec<String> {
        match self.value(name) {
            Some(OptionValue::Text(text)) => {
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                lines.map(str::to_owned).collect()
            }
            Some(OptionValue::List(lines)) => lines,
            Some(OptionValue::Other) | None => Vec::new(),
        }
    }

    /// The values that `addopts` gives to an option of the command line, under any of its names, in their order.
    pub fn command_line_values(&self, names: &[&str]) -> Vec<String> {
        let mut values = Vec::new();
        let mut words = self.command_line.iter();
        while let Some(word) = words.next() {
            for name in names {
                let rest = word.strip_prefix(name);
                match rest {
                    Some("") => values.extend(words.next().cloned()),
                    Some(rest) if name.starts_with("--") => {
                        values.extend(rest.strip_prefix('=').map(str::to_owned));
                    }
                    Some(rest) => values.push(rest.to_owned()),
                    None => {}
                }
            }
        }
        values
    }
}

impl OptionValue {
    /// The words, as a shell splits them.
    fn words(&self) -> Vec<String> {
        match self {
            Self::Text(text) => shlex::split(text).unwrap_or_default(),
            Self::List(words) => words.clone(),
            Self::Other => Vec::new(),
        }
    }
}
