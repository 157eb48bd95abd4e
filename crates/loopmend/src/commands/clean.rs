//! `loopmend clean`.

use std::path::{Path, PathBuf};

use loopmend_files::key::real_path;
use loopmend_project::{DiscoverOptions, Project};

use crate::analysis::packs_of_project;
use crate::arguments::CleanOptions;
use crate::cache_directory::{Removed, of_user, remove, remove_packs, stated};
use crate::commands::working_directory;
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;
use crate::render::counted;
use crate::style::printable;

/// Removes the cache of this project, or of all, and says what is gone.
///
/// # Errors
/// When a directory is no cache of loopmend or cannot be removed.
pub(crate) fn run(options: &CleanOptions, output: &Output) -> Result<u8, Failure> {
    let cwd = working_directory()?;
    let rules = loopmend_rules::known_rules();
    let project =
        Project::discover(&DiscoverOptions { cwd: cwd.clone(), rules, ..DiscoverOptions::default() })?;
    let directories: Vec<PathBuf> = match stated(options.cache_dir.as_deref(), &cwd) {
        Some(directory) => vec![real_path(&directory)],
        None => of_settings(&project).into_iter().chain(of_user().as_deref().map(real_path)).collect(),
    };
    if directories.is_empty() {
        return Err(Failure::new(
            "no cache directory is known, because there is no home directory; choose one with `--cache-dir`",
        ));
    }
    for directory in directories {
        let sentence =
            if options.all { clean_all(&directory)? } else { clean_project(&directory, &project)? };
        if !output.quiet() {
            output.styled(&sentence)?;
        }
    }
    Ok(exit_code::CLEAN)
}

/// `cache-dir` of the settings that hold in the working directory, without links; nothing is removed outside of the project.
fn of_settings(project: &Project) -> Option<PathBuf> {
    project.cache_dir().as_deref().map(real_path).filter(|directory| project.holds(directory))
}

fn clean_all(directory: &Path) -> Result<String, Failure> {
    let shown = directory.display();
    Ok(match remove(directory)? {
        None => format!("There is no cache at {shown}.\n"),
        Some(removed) if removed.left.is_empty() => format!("Removed {shown} ({}).\n", what(&removed)),
        Some(removed) => format!(
            "Removed the cache at {shown} ({}). Left there, since loopmend did not make it: {}.\n",
            what(&removed),
            names(&removed.left)
        ),
    })
}

fn clean_project(directory: &Path, project: &Project) -> Result<String, Failure> {
    let shown = directory.display();
    Ok(match remove_packs(directory, packs_of_project(project))? {
        None => format!("There is no cache at {shown}.\n"),
        Some(Removed { files: 0, .. }) => format!("There is no cache of this project at {shown}.\n"),
        Some(removed) => format!("Removed the cache of this project from {shown} ({}).\n", what(&removed)),
    })
}

/// The first names, and how many more there are.
fn names(left: &[String]) -> String {
    const SHOWN: usize = 3;
    let first: Vec<String> = left.iter().take(SHOWN).map(|name| format!("`{}`", printable(name))).collect();
    match left.len().saturating_sub(SHOWN) {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

fn what(removed: &Removed) -> String {
    format!("{}, {}", counted(removed.files as usize, "file"), shown_size(removed.bytes))
}

fn shown_size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        1_000_000..1_000_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{:.1} GB", bytes as f64 / 1e9),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn sizes_are_shown_in_units_people_read() {
        let sizes = [0, 999, 1_000, 1_234_567, 2_500_000_000].map(super::shown_size);
        assert_eq!(sizes, ["0 B", "999 B", "1.0 kB", "1.2 MB", "2.5 GB"]);
    }
}
