//! Registers marks in the configurations of pytest that hold for the tests.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use loopmend_core::Edit;
use loopmend_fix::Change;
use loopmend_project::{Project, with_edits};
use loopmend_reports::{Category, meaning_of_mark};
use loopmend_rules::{NewMarker, marker_edits, marker_section};

use crate::fixing::untouchable;

/// The files that pytest can be configured in beside other tools, in the order in which one is chosen.
const SHARED_FILES: [&str; 3] = ["pyproject.toml", "setup.cfg", "tox.ini"];

/// Marks that are registered in one file.
pub(super) struct Registration {
    /// The file, as it is shown; what it would be called where there is none.
    pub(super) path: String,
    /// The marks.
    pub(super) markers: Vec<NewMarker>,
    /// What happens to the file, or why that is left to a person.
    pub(super) change: Result<Change, String>,
    /// The directories of the tests that have them.
    directories: Vec<PathBuf>,
    /// `true` if the file configures pytest: then it may say that no other marks are allowed.
    is_configuration: bool,
}

impl Registration {
    /// Why tests of a directory must not have marks that would have to be registered here.
    pub(super) fn refused(&self, directory: &Path) -> Option<String> {
        let why = self.change.as_ref().err().filter(|_| self.is_configuration)?;
        let is_meant = self.directories.iter().any(|known| known == directory);
        is_meant.then(|| format!("its mark cannot be registered in `{}`: {why}", self.path))
    }

    /// `true` if the marks cannot be registered, and may have to be.
    pub(super) fn is_refused(&self) -> bool {
        self.is_configuration && self.change.is_err()
    }
}

/// The names of marks that are not registered, by what they mean.
pub(super) type Unregistered = BTreeMap<Category, String>;

/// What registers the marks that tests in these directories get.
pub(super) fn registrations(
    project: &Project,
    missing: &BTreeMap<PathBuf, Unregistered>,
) -> Vec<Registration> {
    let mut by_file: BTreeMap<Option<PathBuf>, (Unregistered, Vec<PathBuf>)> = BTreeMap::new();
    for (directory, names) in missing.iter().filter(|(_, names)| !names.is_empty()) {
        let configuration = project.pytest_configuration(directory);
        let path = configuration.map(|configuration| configuration.path.clone());
        let (all, directories) = by_file.entry(path).or_default();
        all.extend(names.clone());
        directories.push(directory.clone());
    }
    let registered = by_file.into_iter();
    registered
        .map(|(path, (names, directories))| registration(project, path.as_deref(), names, directories))
        .collect()
}

fn registration(
    project: &Project,
    path: Option<&Path>,
    names: Unregistered,
    directories: Vec<PathBuf>,
) -> Registration {
    let is_configuration = path.is_some();
    let marker = |(category, name)| NewMarker { name, meaning: meaning_of_mark(category) };
    let markers: Vec<NewMarker> = names.into_iter().map(marker).collect();
    let shared = || {
        let files = SHARED_FILES.iter().map(|name| project.directory().join(name));
        files.into_iter().find(|path| project.has_file(path))
    };
    let Some(file) = path.map(Path::to_owned).or_else(shared) else {
        let why = "no file configures pytest here; create one beside the tests".to_owned();
        let path = project.display(&project.directory().join("pytest.ini"));
        return Registration { path, markers, change: Err(why), directories, is_configuration };
    };
    let change = change(project, &file, is_configuration, &markers);
    Registration { path: project.display(&file), markers, change, directories, is_configuration }
}

fn change(
    project: &Project,
    file: &Path,
    is_configuration: bool,
    markers: &[NewMarker],
) -> Result<Change, String> {
    let before = project.read_bytes(file).map_err(|error| format!("it cannot be read: {error}"))?;
    let text = std::str::from_utf8(&before)
        .map_err(|_| "it is not UTF-8, so loopmend does not edit it".to_owned())?;
    if let Some(why) = untouchable(project, file, text) {
        return Err(why.to_string());
    }
    let edits = match is_configuration {
        true => edits_of_configuration(project, file, markers),
        false => {
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            marker_section(name, text, markers).map(|edit| vec![edit])
        }
    };
    let edits = edits.ok_or_else(|| "loopmend cannot edit it the way it is written".to_owned())?;
    let after = with_edits(&before, None, &edits)?;
    Ok(Change { path: file.to_owned(), before, after })
}

fn edits_of_configuration(project: &Project, file: &Path, markers: &[NewMarker]) -> Option<Vec<Edit>> {
    let configuration = project.pytest_configuration(file.parent()?)?;
    configuration.error.is_none().then(|| marker_edits(&configuration, markers))?
}
