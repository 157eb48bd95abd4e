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
    let alone: Vec<Diagnostic> =
        rules.par_iter().flat_map_iter(|rule| findings_together(project, libraries, &[rule])).collect();
    different(alone, together)
}

/// Returns the findings that differ between all rules `together` and the rules split into two halves, for several splits. Each pair of rules is
/// in different halves of at least one split. This is much faster than [`found_otherwise_alone`], and misses only a difference that a third
/// rule of the same half hides.
pub fn found_otherwise_apart(
    project: &Project,
    libraries: &LibraryCache,
    rules: &[&'static Rule],
    together: &[Diagnostic],
) -> Vec<Diagnostic> {
    let ways = usize::BITS - rules.len().saturating_sub(1).leading_zeros();
    let halved = |way: u32| {
        let half = |side: usize| -> Vec<&'static Rule> {
            let numbered = rules.iter().enumerate();
            numbered.filter(|(number, _)| number >> way & 1 == side).map(|(_, rule)| *rule).collect()
        };
        let found = [0, 1].map(|side| findings_together(project, libraries, &half(side)));
        different(found.concat(), together.to_vec())
    };
    (0..ways).into_par_iter().flat_map_iter(halved).collect()
}

/// The findings that only one of two lists has.
fn different(mut apart: Vec<Diagnostic>, together: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut different = Vec::new();
    for found in together {
        match apart.iter().position(|other| *other == found) {
            Some(place) => drop(apart.swap_remove(place)),
            None => different.push(found),
        }
    }
    different.extend(apart);
    different
}
