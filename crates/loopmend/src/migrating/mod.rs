//! The way of a suite to another pytest-asyncio: `doctor --migrate` shows or makes its edits, and `fix --verify --migrate` tries them.
//!
//! The fixes are those of the rules about suites, found in the project as if the other version were installed; the requirements are
//! edited besides.

mod left;
mod nose;
mod python;
mod requirements;
mod target;

use std::collections::BTreeSet;
use std::path::Path;

use loopmend_core::{Diagnostic, Level};
use loopmend_fix::Change;
use loopmend_project::{Project, Version};
use loopmend_rules::Joining;

use crate::analysis::{Analysis, AnalysisOptions, analyze};
use crate::failure::Failure;
use crate::fixing::{Allowed, Candidate, Look, Marks, Untouchable, fixes_of};
use crate::interrupt;
use crate::render::{MigrationStep, counted};
use requirements::Requirements;
pub(crate) use target::{StepText, Target, rank, steps, target};

/// The plugin that suites are migrated to a version of.
pub(crate) const PLUGIN: &str = "pytest-asyncio";

/// The rules that a migration looks at.
pub(crate) const RULES: &str = "3xx";

/// The migration of a project.
pub(crate) struct Migration {
    /// The version that it leads to.
    pub(crate) target: &'static Target,
    /// The version that is installed, or the only one that is required.
    pub(crate) from: Option<Version>,
    /// The installed version.
    pub(crate) installed: Option<Version>,
    /// The pytest that tests run with now.
    pytest: Option<Version>,
    requirements: Requirements,
}

impl Migration {
    /// The migration of a project as it is installed.
    ///
    /// # Errors
    /// When the target is older than the installed version, or the project does not use the plugin.
    pub(crate) fn of(project: &Project, target: &'static Target) -> Result<Self, Failure> {
        let requirements = Requirements::read(project, target);
        let installed = project.installed_version(PLUGIN);
        let from = installed.clone().or_else(|| requirements.pinned(PLUGIN));
        if let Some(newer) = from.as_ref().filter(|from| **from > target.version) {
            return Err(Failure::new(format!(
                "pytest-asyncio {newer} is newer than {}; choose a newer version",
                target.version
            )));
        }
        if installed.is_none() && !requirements.ask_for_plugin() {
            return Err(Failure::new(
                "pytest-asyncio is not installed here, and no file of the project requires it: there is nothing to migrate".to_owned(),
            ));
        }
        let pytest = project.installed_version("pytest");
        Ok(Self { target, from, installed, pytest, requirements })
    }

    /// Takes the versions that requirements alone allow for installed, where the plugin is not.
    pub(crate) fn suppose_required(&mut self, project: &mut Project) {
        if let (None, Some(plugin)) = (&self.installed, self.requirements.pinned(PLUGIN)) {
            suppose_missing(project, &plugin);
            project.suppose_installed(PLUGIN, &plugin);
            if let Some(pytest) = self.requirements.pinned("pytest") {
                project.suppose_installed("pytest", &pytest);
            }
            self.pytest = project.installed_version("pytest");
        }
    }

    /// Takes the target and the newest pytest for installed.
    pub(crate) fn suppose(&self, project: &mut Project) {
        suppose_missing(project, &self.target.version);
        project.suppose_installed("pytest", &self.target.newest_pytest);
        project.suppose_installed(PLUGIN, &self.target.version);
    }

    /// The version of Python of the environment, if the target does not run on it.
    pub(crate) fn unfit_python(&self, project: &Project) -> Option<Version> {
        let version: Version = project.environment()?.version?.to_string().parse().ok()?;
        (!self.target.python.contains(&version)).then_some(version)
    }

    /// The distributions that the environment needs in other versions, each with that version.
    pub(crate) fn packages(&self) -> Vec<(String, String)> {
        let Target { version, pytest, newest_pytest, .. } = self.target;
        let plugin = (self.installed.as_ref() != Some(version)).then_some((PLUGIN, version));
        let is_enough = self.pytest.as_ref().is_some_and(|installed| pytest.contains(installed));
        let pytest = (!is_enough).then_some(("pytest", newest_pytest));
        let wanted = plugin.into_iter().chain(pytest);
        wanted.map(|(name, version)| (name.to_owned(), version.to_string())).collect()
    }

    /// The fixes of the first step that has any: what is behind it may need none afterwards.
    pub(crate) fn candidates(analysis: &Analysis, bad: &Marks) -> Vec<Candidate> {
        let place = |candidate: &Candidate| candidate.mends.first().and_then(rank_of);
        let mut candidates = fixes_of(&is_of_migration, Allowed::ALL, analysis, bad);
        let first = candidates.iter().filter_map(place).min();
        candidates.retain(|candidate| place(candidate) == first);
        candidates
    }

    /// The changes of the requirements, as the project has their files now.
    pub(crate) fn requirement_changes(&self, project: &Project) -> Vec<Change> {
        self.requirements.changes(project)
    }

    /// The title of the step that edits requirements.
    pub(crate) fn title_of_requirements(&self) -> String {
        self.requirements.title()
    }

    /// The steps before those of the code: Python, requirements and lock files.
    pub(crate) fn steps_of_requirements(&self, project: &Project) -> Vec<MigrationStep> {
        let mut steps: Vec<MigrationStep> = python::step(project, self.target).into_iter().collect();
        steps.extend(self.requirements.steps(project));
        steps
    }

    /// Returns the steps that no rule finds: for functions that pytest no longer calls, and for code that still requests `event_loop` after the
    /// changes.
    /// `others` are the steps that name places too.
    pub(crate) fn steps_besides(
        &self,
        project: &Project,
        changes: &[(String, Change)],
        others: &[MigrationStep],
    ) -> (Option<MigrationStep>, Vec<MigrationStep>) {
        let nose = nose::step(project, self.pytest.as_ref(), self.target);
        (nose, left::steps(project, changes, others))
    }
}

/// Where no pytest is, the tests run elsewhere, and the plugins that the project asks for are there.
fn suppose_missing(project: &mut Project, version: &Version) {
    if project.installed_version("pytest").is_none() {
        for name in project.missing_plugins().to_vec() {
            project.suppose_installed(&name, version);
        }
    }
}

/// Checks a project whose target is supposed to be installed, with what earlier checks of it left in a directory.
pub(crate) fn check(project: &Project, cache: Option<&Path>, look: Option<Look<'_>>) -> Analysis {
    let only: Option<&BTreeSet<String>> = look.and_then(Look::only);
    let options = AnalysisOptions {
        cache_dir: cache.map(Path::to_owned),
        keeps: true,
        progress: &|_, _| {},
        interrupt: interrupt::flag(),
        read_before: None,
        is_last: false,
        only,
        tells_harmless: true,
        joining: Joining::Causes,
    };
    analyze(project, &options)
}

/// The place of the step that a finding belongs to; `None` of a finding that a migration does not look at.
pub(crate) fn rank_of(finding: &Diagnostic) -> Option<usize> {
    rank(&finding.code.to_string())
}

/// `true` if a finding belongs to a step.
pub(crate) fn is_of_migration(finding: &Diagnostic) -> bool {
    finding.level != Level::Ignore && rank_of(finding).is_some()
}

/// Refuses to write some of the edits only: the requirements would name a version that the tests are not ready for.
///
/// # Errors
/// When a file that would change is read-only.
pub(crate) fn refuse_read_only<'u>(
    untouched: impl IntoIterator<Item = (&'u String, &'u Untouchable)>,
) -> Result<(), Failure> {
    let mut read_only = untouched.into_iter().filter(|(_, why)| **why == Untouchable::ReadOnly);
    let Some((first, _)) = read_only.next() else { return Ok(()) };
    let (others, are) = match read_only.count() {
        0 => (String::new(), "is"),
        others => (format!(" and {}", counted(others, "other file")), "are"),
    };
    Err(Failure::new(format!(
        "`{first}`{others} would change but {are} read-only; change the permissions first. Nothing was changed"
    )))
}

/// The changes of the fixes, with those of the requirements, which may be in the same file.
pub(crate) fn with_requirements(
    project: &Project,
    mut changes: Vec<(String, Change)>,
    requirements: Vec<Change>,
) -> Vec<(String, Change)> {
    for of_requirements in requirements {
        match changes.iter_mut().find(|(_, change)| change.path == of_requirements.path) {
            Some((_, change)) => change.after = of_requirements.after,
            None => changes.push((project.display(&of_requirements.path), of_requirements)),
        }
    }
    changes.sort_by(|one, other| one.0.cmp(&other.0));
    changes
}
