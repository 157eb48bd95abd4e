//! What the project says of Python, where the version that is migrated to does not run on all of it.

use std::sync::LazyLock;

use loopmend_project::{Project, Version};
use regex::Regex;

use super::target::{Target, newest_on};
use crate::render::{MigrationStep, StepKind, StepPlace};

/// Files that say it, in the order in which they count.
const FILES: [&str; 3] = ["pyproject.toml", "setup.cfg", "setup.py"];

/// Where they say it (poetry writes `python`).
static STATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^\s*(?:"?requires-python"?|python_requires|python)\s*="#).expect("the pattern is constant")
});

/// The step that a person has to take before the target is what every environment gets.
pub(super) fn step(project: &Project, target: &Target) -> Option<MigrationStep> {
    let lowest: Version = project.lowest_python()?.to_string().parse().ok()?;
    if target.python.contains(&lowest) {
        return None;
    }
    let place = FILES.iter().find_map(|name| {
        let path = project.directory().join(name);
        let text = String::from_utf8(project.read_bytes(&path).ok()?).ok()?;
        let index = text.lines().position(|line| STATED.is_match(line))?;
        let detail = match newest_on(&lowest) {
            Some(newest) => {
                format!("Python {lowest} is allowed, and its newest pytest-asyncio is {newest}")
            }
            None => format!("Python {lowest} is allowed"),
        };
        Some(StepPlace { path: project.display(&path), line: index + 1, detail })
    })?;
    Some(MigrationStep {
        title: format!("Require Python {}", target.python),
        kind: StepKind::ByHand,
        code: None,
        meaning: format!(
            "pytest-asyncio {} does not run on every Python that the project allows. There, a requirement with a range installs an older pytest-asyncio, and an exact requirement cannot be installed. loopmend does not write options that only newer versions know. Raise the bound, or choose a version that runs on all of them: `--migrate VERSION`.",
            target.version
        ),
        places: vec![place],
    })
}
