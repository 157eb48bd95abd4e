//! Whether what a rule reports depends on which other rules run.

use loopmend_core::Diagnostic;
use loopmend_project::Project;
use loopmend_semantic::{Engine, LibraryCache, ModuleId};
use rayon::prelude::*;

use crate::Rule;
use crate::run::findings_of;

/// The findings of some rules in all files of a project, on a revision of their own, before any is suppressed or overridden.
pub fn findings_together(
    project: &Project,
    libraries: &LibraryCache,
    rules: &[&'static Rule],
) -> Vec<Diagnostic> {
    let engine = Engine::new(project, Some(libraries.clone()));
    let files = project.files().par_iter().enumerate();
    files.flat_map_iter(|(index, file)| findings_of(&engine, ModuleId::of_file(index), file, rules)).collect()
}

/// What only one of these rules alone finds, or only all rules `together`: nothing, as rules do not depend on each other.
pub fn found_otherwise_alone(
    project: &Project,
    libraries: &LibraryCache,
    rules: &[&'static Rule],
    together: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut alone: Vec<Diagnostic> =
        rules.par_iter().flat_map_iter(|rule| findings_together(project, libraries, &[rule])).collect();
    let mut different = Vec::new();
    for found in together {
        match alone.iter().position(|other| *other == found) {
            Some(place) => drop(alone.swap_remove(place)),
            None => different.push(found),
        }
    }
    different.extend(alone);
    different
}
