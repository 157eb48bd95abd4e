//! The line coverage of the packages that a change reaches.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use loopmend_index::test_files::is_test_path;
use loopmend_project::Project;
use loopmend_runner::pytest::{Ending, NO_TESTS};
use loopmend_verify::{Covered, PackageCoverage};

use super::suite::Run;
use super::{Request, Stop};
use crate::failure::Failure;

/// The name of a package has so many levels at most.
const LEVELS: usize = 2;

/// Refuses to measure where nothing can.
///
/// # Errors
/// When coverage is asked for and the environment does not have it.
pub(super) fn refuse_without_package(request: &Request<'_>, project: &Project) -> Result<(), Stop> {
    if !request.coverage || project.installed_version("coverage").is_some() {
        return Ok(());
    }
    Err(Stop::Failed(Failure::new(
        "`--coverage` needs the package `coverage` in the environment of the tests; install it there, or leave the option out",
    )))
}

/// The coverage of both sides, of the packages with a changed file and of those that run otherwise after the change.
pub(super) fn by_package(
    project: &Project,
    sides: [&Run; 2],
    changed: &BTreeSet<&Path>,
) -> Vec<PackageCoverage> {
    let [before, after] = sides.map(|run| is_whole(run).then(|| side(project, run)));
    let changed: BTreeSet<String> = changed
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .filter_map(|path| package(project, path))
        .collect();
    let names = before.iter().chain(&after).flat_map(BTreeMap::keys).chain(&changed).cloned();
    let names: BTreeSet<String> = names.collect();
    let of = |side: &Option<BTreeMap<String, Covered>>, name: &str| {
        Some(side.as_ref()?.get(name).copied().unwrap_or_default())
    };
    let rows = names.into_iter().map(|package| PackageCoverage {
        before: of(&before, &package),
        after: of(&after, &package),
        package,
    });
    rows.filter(|row| changed.contains(&row.package) || row.before != row.after).collect()
}

/// Whether a run ended as it should, so that all of its processes could say what ran.
fn is_whole(run: &Run) -> bool {
    let is_ended = matches!(run.ending, Ending::Status(0..=2 | NO_TESTS));
    let is_measured = !run.recording.verification.measured.is_empty();
    is_ended && is_measured && run.recording.cut_off.is_empty() && run.recording.unfinished == 0
}

/// What ran of each package.
fn side(project: &Project, run: &Run) -> BTreeMap<String, Covered> {
    let mut packages: BTreeMap<String, Covered> = BTreeMap::new();
    for (file, (statements, ran)) in &run.recording.verification.measured {
        let Some(package) = package(project, Path::new(file)) else { continue };
        let covered = packages.entry(package).or_default();
        covered.statements += statements;
        covered.ran += ran.len();
    }
    packages
}

/// The first levels of the package of a file that is no test; of a module outside of packages, its name.
fn package(project: &Project, file: &Path) -> Option<String> {
    if is_test_path(&project.display(file)) {
        return None;
    }
    let below = |root: &&Path| file.strip_prefix(root).ok();
    let roots = project.roots().iter().map(AsRef::as_ref).chain([project.root_dir()]);
    let inside = roots.filter_map(|root| below(&root)).min_by_key(|path| path.components().count())?;
    let parts: Vec<String> = inside
        .with_extension("")
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    let directories = parts.len().saturating_sub(1).clamp(1, LEVELS);
    Some(parts.get(..directories)?.join("."))
}
