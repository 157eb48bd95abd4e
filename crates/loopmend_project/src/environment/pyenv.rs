//! Which version a pyenv shim starts, by the files that pyenv asks.

use std::fs;
use std::path::{Path, PathBuf};

use crate::variables::Variables;

/// What names the version, the strongest first: `PYENV_VERSION`, the nearest `.python-version` at or above
/// the directory, and the `version` file beside the shims. Empty where nothing does.
pub(super) fn choices(shim: &Path, directory: &Path, variables: &Variables) -> [String; 3] {
    let of_variable = variables.pyenv_version.as_ref().map(|it| it.to_string_lossy().replace(':', "\n"));
    let mut above = directory.ancestors().map(|directory| directory.join(".python-version"));
    let of_directory = above.find_map(|file| fs::read_to_string(file).ok());
    let of_user = root(shim).and_then(|root| fs::read_to_string(root.join("version")).ok());
    [of_variable, of_directory, of_user].map(Option::unwrap_or_default)
}

/// The interpreter that a shim starts; `None` when it is no pyenv shim, or pyenv must decide itself
/// (`system`, or a version that is given in part).
pub(super) fn interpreter(shim: &Path, directory: &Path, variables: &Variables) -> Option<PathBuf> {
    let versions = root(shim)?.join("versions");
    let choices = choices(shim, directory, variables);
    let chosen = choices.iter().find(|choice| !choice.trim().is_empty())?;
    let words = chosen.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    for version in words {
        let prefix = versions.join(version);
        if version.contains(['/', '\\']) || version.starts_with('.') || !prefix.is_dir() {
            return None;
        }
        let interpreter = prefix.join("bin").join(shim.file_name()?);
        if interpreter.is_file() {
            return Some(interpreter);
        }
    }
    None
}

fn root(shim: &Path) -> Option<&Path> {
    let directory = shim.parent()?;
    (directory.file_name()? == "shims").then(|| directory.parent())?
}
