//! What pytest no longer calls around tests, where the plan takes a pytest that has left nose behind.

use loopmend_project::{Project, Version};
use loopmend_semantic::Engine;
use loopmend_semantic::suite::NoseFunction;

use super::target::Target;
use crate::render::{MigrationStep, StepKind, StepPlace};

/// The first pytest that calls nothing by the names of nose.
const WITHOUT_NOSE: [u64; 1] = [8];

/// The step that names the functions which the installed pytest calls and that of the target does not; none where there is none.
pub(super) fn step(project: &Project, installed: Option<&Version>, target: &Target) -> Option<MigrationStep> {
    let without = Version::new(WITHOUT_NOSE);
    let is_called = installed.is_some_and(|installed| *installed < without);
    if !is_called || target.newest_pytest < without {
        return None;
    }
    let places: Vec<StepPlace> =
        Engine::new(project, None).nose_functions().into_iter().map(as_place).collect();
    (!places.is_empty()).then(|| MigrationStep {
        title: "Rename the setup functions that pytest does not call".to_owned(),
        kind: StepKind::ByHand,
        code: None,
        meaning: "pytest 8 and newer never call these functions and do not warn about it, so their setup is missing. Rename each function and its callers.".to_owned(),
        places,
    })
}

fn as_place(found: NoseFunction) -> StepPlace {
    let NoseFunction { path, line, name, instead } = found;
    StepPlace {
        path,
        line: line as usize,
        detail: format!("pytest 7 calls `{name}`; rename it to `{instead}`"),
    }
}
