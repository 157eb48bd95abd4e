//! What a migration needs besides the fixes of rules: its packages in their new versions, and the edits of requirements.

use std::path::Path;

use loopmend_core::{Applicability, Diagnostic, RuleCode, Span};
use loopmend_fix::Change;
use loopmend_project::{Distribution, Project};
use loopmend_runner::{LAYERS, Layer, LayerError, LayerRequest};
use loopmend_verify::PlaceLeft;

use super::made::{Lines, Made};
use super::{Request, Stop};
use crate::failure::Failure;
use crate::fixing::{Applied, Fixer};
use crate::interrupt;
use crate::migrating::{Migration, is_of_migration};
use crate::render::{MigrationStep, Sources, StepKind, StepPlace, diff};
use crate::style::printable;

/// What stands for the name of a rule where the requirements are edited.
pub(super) const REQUIREMENTS: &str = "requirements";
/// What stands for it where a person has a step to take.
const STEP: &str = "migration";

/// The packages that the side after a migration imports instead of the installed ones; `None` where those are right.
pub(super) fn layer(
    request: &Request<'_>,
    project: &Project,
    interpreter: &Path,
) -> Result<Option<Layer>, Stop> {
    let Some((migration, cache)) = request.migration else { return Ok(None) };
    let wanted = migration.packages();
    if wanted.is_empty() {
        return Ok(None);
    }
    let named: Vec<String> = wanted.iter().map(|(name, version)| format!("{name} {version}")).collect();
    let named = named.join(" and ");
    let is_other = |it: &&Distribution| !wanted.iter().any(|(name, _)| it.is_named(name));
    let installed = project.distributions().iter().filter(is_other);
    let version = project.environment().and_then(|environment| environment.version);
    let layer = interrupt::with_child(|interrupt| {
        Layer::get(&LayerRequest {
            interpreter,
            python: &version.map(|version| version.to_string()).unwrap_or_default(),
            wanted: &wanted,
            installed: &installed.map(|it| (it.name.clone(), it.version.clone())).collect::<Vec<_>>(),
            directory: project.directory(),
            layers: &cache.join(LAYERS),
            begins: &|| request.phases.begin(&format!("installing {named} into the cache")),
            interrupt,
        })
    });
    match layer {
        Ok(layer) => Ok(Some(layer)),
        Err(LayerError::Interrupted) => Err(Stop::Interrupted),
        Err(error) => Err(Stop::Failed(Failure::new(format!(
            "{named} cannot be installed for the tests after the change: {}. Nothing was changed",
            printable(&error.to_string())
        )))),
    }
}

/// The edits of requirements as one fix, with what stands for its finding; `None` where there are none.
pub(super) fn of_requirements(
    migration: &Migration,
    project: &Project,
    changes: &[Change],
    origin: usize,
) -> Option<(Diagnostic, Made)> {
    let mut files: Vec<(String, &Change)> =
        changes.iter().map(|change| (project.display(&change.path), change)).collect();
    files.sort_by(|one, other| one.0.cmp(&other.0));
    let (path, first) = files.first()?;
    let line = first_changed_line(first);
    let place = Lines { path: path.clone(), range: line..=line };
    let title = migration.title_of_requirements();
    let message = "the requirements do not allow the new versions".to_owned();
    let finding =
        Diagnostic::new(RuleCode::new(0), REQUIREMENTS, path.clone(), Span::new(0, 0), message.clone());
    let made = Made {
        origin,
        applied: Applied {
            path: path.clone(),
            rules: vec![REQUIREMENTS.to_owned()],
            others: files.iter().skip(1).map(|(path, _)| path.clone()).collect(),
            line,
            code: String::new(),
            message,
            title: title.replacen('L', "l", 1),
            applicability: Applicability::Safe,
            is_likely: false,
            trace: None,
        },
        diff: files.iter().map(|(path, change)| diff(path, &change.before, &change.after, false)).collect(),
        before: place.clone(),
        after: place,
        changed: std::collections::BTreeMap::new(),
        added: std::collections::BTreeMap::new(),
        python: std::collections::BTreeSet::new(),
        removed: std::collections::BTreeMap::new(),
    };
    Some((finding, made))
}

fn first_changed_line(change: &Change) -> u32 {
    let lines = |bytes: &[u8]| String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect::<Vec<_>>();
    let (before, after) = (lines(&change.before), lines(&change.after));
    let same = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    same as u32 + 1
}

/// What a migration leaves to a person besides findings.
pub(super) fn by_hand(
    migration: &Migration,
    fixer: &Fixer<'_>,
    changes: &[(String, Change)],
) -> Vec<PlaceLeft> {
    let project = fixer.project();
    let sources = Sources::new(&fixer.analysis.sources);
    let findings = fixer.analysis.diagnostics.iter().filter(|finding| is_of_migration(finding));
    let place = |finding: &Diagnostic| StepPlace {
        path: finding.path.clone(),
        line: sources.range(&finding.path, finding.span).start.line as usize,
        detail: String::new(),
    };
    let told = MigrationStep {
        title: String::new(),
        kind: StepKind::ByHand,
        code: None,
        meaning: String::new(),
        places: findings.map(place).collect(),
    };
    let (nose, left) = migration.steps_besides(project, changes, &[told]);
    let steps = migration.steps_of_requirements(project).into_iter().chain(nose).chain(left);
    let by_hand = steps.filter(|step| step.kind == StepKind::ByHand);
    let of_step = |step: MigrationStep| {
        let title = step.title;
        let left = move |place: StepPlace| PlaceLeft {
            path: place.path,
            line: place.line as u32,
            rule: STEP.to_owned(),
            message: place.detail,
            why: Some(title.clone()),
        };
        step.places.into_iter().map(left)
    };
    by_hand.flat_map(of_step).collect()
}

#[cfg(test)]
mod tests {
    use loopmend_fix::Change;

    use super::first_changed_line;

    #[test]
    fn the_line_of_an_edit_is_the_first_that_differs() {
        let line = |before: &str, after: &str| {
            let path = "requirements.txt".into();
            first_changed_line(&Change { path, before: before.into(), after: after.into() })
        };
        assert_eq!(line("a\nb==1\nc\n", "a\nb==2\nc\n"), 2);
        assert_eq!(line("a==1\n", "a==2\n"), 1);
    }
}
