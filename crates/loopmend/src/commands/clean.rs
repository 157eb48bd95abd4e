//! `loopmend clean`.

use std::path::{Path, PathBuf};

use loopmend_project::{DiscoverOptions, Project};

use crate::arguments::CleanOptions;
use crate::cache_directory::{of_user, remove, stated};
use crate::commands::working_directory;
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;
use crate::render::counted;

/// Removes the cache and says what is gone.
///
/// # Errors
/// When a directory is no cache of loopmend or cannot be removed.
pub(crate) fn run(options: &CleanOptions, output: &Output) -> Result<u8, Failure> {
    let cwd = working_directory()?;
    let directories = match stated(options.cache_dir.as_deref(), &cwd) {
        Some(directory) => vec![directory],
        None => settings_directory(cwd)?.into_iter().chain(of_user()).collect(),
    };
    if directories.is_empty() {
        return Err(Failure::new(
            "no cache directory is known, as there is no home; name one by `--cache-dir`",
        ));
    }
    for directory in directories {
        let sentence = clean(&directory)?;
        if !output.quiet() {
            output.styled(&sentence)?;
        }
    }
    Ok(exit_code::CLEAN)
}

/// `cache-dir` of the settings that hold in the working directory.
fn settings_directory(cwd: PathBuf) -> Result<Option<PathBuf>, Failure> {
    let rules = loopmend_rules::known_rules();
    let project = Project::discover(&DiscoverOptions { cwd, rules, ..DiscoverOptions::default() })?;
    Ok(project.cache_dir())
}

fn clean(directory: &Path) -> Result<String, Failure> {
    let shown = directory.display();
    Ok(match remove(directory)? {
        None => format!("There is no cache at {shown}.\n"),
        Some(removed) => {
            let files = counted(removed.files as usize, "file");
            format!("Removed {shown} ({files}, {}).\n", shown_size(removed.bytes))
        }
    })
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
