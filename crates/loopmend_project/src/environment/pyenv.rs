//! Which version a pyenv shim starts, by the files that pyenv asks.

use std::fs;
use std::path::{Path, PathBuf};

use crate::bounds::Bounds;
use crate::variables::Variables;

/// What names the version, the strongest first: `PYENV_VERSION`, the nearest `.python-version` at or above
/// the directory, and the `version` file beside the shims. Empty where nothing does.
pub(super) fn choices(shim: &Path, directory: &Path, variables: &Variables, bounds: &Bounds) -> [String; 3] {
    let of_variable = variables.pyenv_version.as_ref().map(|it| it.to_string_lossy().replace(':', "\n"));
    let mut above = directory.ancestors().map(|directory| directory.join(".python-version"));
    let of_directory = above.find_map(|file| bounds.read_text(&file).ok());
    let of_user = root(shim).and_then(|root| bounds.read_text(&root.join("version")).ok());
    [of_variable, of_directory, of_user].map(Option::unwrap_or_default)
}

/// Whether a file that need not be the user's says which interpreter a shim starts: then it is not started.
pub(super) fn is_led_by_files(shim: &Path, directory: &Path, variables: &Variables, bounds: &Bounds) -> bool {
    let [of_variable, of_directory, _] = choices(shim, directory, variables, bounds);
    root(shim).is_some() && of_variable.is_empty() && !of_directory.is_empty()
}

/// The interpreter that a shim starts; `None` when it is no pyenv shim, or pyenv must decide itself (`system`).
pub(super) fn interpreter(
    shim: &Path,
    directory: &Path,
    variables: &Variables,
    bounds: &Bounds,
) -> Option<PathBuf> {
    let versions = root(shim)?.join("versions");
    let choices = choices(shim, directory, variables, bounds);
    let chosen = choices.iter().find(|choice| !choice.trim().is_empty())?;
    let words = chosen.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    for version in words {
        if version.contains(['/', '\\']) || version.starts_with('.') {
            return None;
        }
        let prefix = Some(versions.join(version)).filter(|prefix| prefix.is_dir());
        let prefix = prefix.or_else(|| newest(&versions, version))?;
        let interpreter = prefix.join("bin").join(shim.file_name()?);
        if interpreter.is_file() {
            return Some(interpreter);
        }
    }
    None
}

/// The newest installed version that one given in part stands for: `3.12` for `3.12.1`.
fn newest(versions: &Path, part: &str) -> Option<PathBuf> {
    let part = format!("{part}.");
    let patch = |path: &PathBuf| path.file_name()?.to_str()?.strip_prefix(&part)?.parse::<u32>().ok();
    let installed = fs::read_dir(versions).ok()?.flatten().map(|entry| entry.path());
    installed.filter_map(|path| Some((patch(&path)?, path))).max().map(|(_, path)| path)
}

fn root(shim: &Path) -> Option<&Path> {
    let directory = shim.parent()?;
    (directory.file_name()? == "shims").then(|| directory.parent())?
}
