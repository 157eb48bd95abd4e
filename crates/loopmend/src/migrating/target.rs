//! The versions of pytest-asyncio that a suite can be migrated to, and the steps there: `targets.toml` and `steps.toml`.

use std::sync::LazyLock;

use loopmend_project::{Version, VersionSpecifiers};
use serde::Deserialize;

use crate::failure::Failure;

/// A version, and what it asks for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Target {
    /// The version of pytest-asyncio.
    pub(crate) version: Version,
    /// The versions of pytest that it works with.
    pub(crate) pytest: VersionSpecifiers,
    /// The versions of Python that it works with.
    pub(crate) python: VersionSpecifiers,
    /// The newest pytest that it was measured with.
    pub(crate) newest_pytest: Version,
}

/// What the findings of a rule mean for a migration.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StepText {
    /// The code of the rule.
    pub(crate) rule: String,
    /// The step.
    pub(crate) title: String,
    /// What its edit keeps or changes in meaning.
    pub(crate) keeps: String,
    /// What to do where there is no edit.
    pub(crate) by_hand: String,
}

#[derive(Deserialize)]
struct Targets {
    target: Vec<Target>,
}

#[derive(Deserialize)]
struct Steps {
    step: Vec<StepText>,
}

static TARGETS: LazyLock<Vec<Target>> = LazyLock::new(|| {
    let targets: Targets = toml::from_str(include_str!("targets.toml")).expect("a test reads it");
    targets.target
});

static STEPS: LazyLock<Vec<StepText>> = LazyLock::new(|| {
    let steps: Steps = toml::from_str(include_str!("steps.toml")).expect("a test reads it");
    steps.step
});

/// The target that is meant by a version; without one, the newest.
///
/// # Errors
/// When it is not known.
pub(crate) fn target(version: &str) -> Result<&'static Target, Failure> {
    let meant = |target: &&Target| version.is_empty() || version.parse() == Ok(target.version.clone());
    TARGETS.iter().find(meant).ok_or_else(|| {
        let known: Vec<String> = TARGETS.iter().map(|target| target.version.to_string()).collect();
        let is_before = |named: Version| TARGETS.last().is_some_and(|oldest| named < oldest.version);
        let why = match version.parse().is_ok_and(is_before) {
            true => "loopmend migrates only to versions that it was measured with, from 1.0 on",
            false => "loopmend does not know this version of pytest-asyncio",
        };
        let known = known.join(", ");
        Failure::new(format!(
            "`--migrate {version}`: {why}; choose one of {known}, and put paths before `--migrate`"
        ))
    })
}

/// The newest target that a version of Python has.
pub(super) fn newest_on(python: &Version) -> Option<&'static Version> {
    TARGETS.iter().find(|target| target.python.contains(python)).map(|target| &target.version)
}

/// The steps, in their order.
pub(crate) fn steps() -> &'static [StepText] {
    &STEPS
}

/// The place of a rule's step in the order; `None` of a rule that a migration does not look at.
pub(crate) fn rank(code: &str) -> Option<usize> {
    STEPS.iter().position(|step| step.rule == code)
}

#[cfg(test)]
mod tests {
    use super::{TARGETS, rank, steps, target};

    #[test]
    fn the_newest_version_is_the_one_that_was_measured_last() {
        let newest = loopmend_project::Version::new(loopmend_semantic::suite::NEWEST_MEASURED);
        assert_eq!(target("").unwrap().version, newest);
        assert!(TARGETS.is_sorted_by(|newer, older| newer.version > older.version));
        assert!(TARGETS.iter().all(|target| target.pytest.contains(&target.newest_pytest)));
    }

    #[test]
    fn a_version_that_is_not_known_is_an_error_with_those_that_are() {
        assert_eq!(target("1.3").unwrap().version.to_string(), "1.3.0");
        for version in ["9.9", "tests", "0.21.1", "1.5.0.dev1"] {
            let message = target(version).unwrap_err().message;
            assert!(message.contains(version) && message.contains("1.5.0, 1.4.1"), "{message}");
        }
    }

    #[test]
    fn each_step_is_of_a_rule_about_suites() {
        for step in steps() {
            let rule = loopmend_rules::find_rule(&step.rule).expect(&step.rule);
            assert_eq!(rule.code.group(), 3, "{}", step.rule);
            assert_eq!(steps().iter().filter(|other| other.rule == step.rule).count(), 1);
        }
        assert!(rank("LM301") < rank("LM306") && rank("LM341").is_none());
    }
}
