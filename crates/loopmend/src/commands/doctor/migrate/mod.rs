//! `loopmend doctor --migrate`: the steps from the installed pytest-asyncio to another one, and their edits.
//!
//! The fixes are those of the rules about suites, found in the project as if the other version were installed; the requirements are
//! edited besides.

mod left;
mod lines;
mod losing;
mod nose;
mod python;
mod requirements;
mod target;

use std::collections::{BTreeMap, BTreeSet};

use loopmend_core::{Applicability, Diagnostic, Level, Place};
use loopmend_fix::{Change, Journal};
use loopmend_project::{DiscoverOptions, Project, Version};
use loopmend_semantic::{Engine, MarkingHook};

use super::show;
use crate::analysis::{Analysis, AnalysisOptions, analyze};
use crate::arguments::DoctorOptions;
use crate::commands::request::show_notices;
use crate::commands::written::{journal_directory, print_diff, recover, refuse_pending, start_of, write};
use crate::commands::{loops, working_directory};
use crate::exit_code;
use crate::failure::Failure;
use crate::fixing::{Applied, Candidate, Choice, Fixer, Look, Marks, Untouchable, Wish, fixes_of};
use crate::interrupt;
use crate::output::Output;
use crate::render::{
    Migration, MigrationStep, Sources, StepKind, StepPlace, Suite, counted, migration, suite_words,
};
use lines::LinesBefore;
use requirements::Requirements;
use target::{StepText, Target, rank, steps, target};

const PLUGIN: &str = "pytest-asyncio";

/// Says the steps, shows their edits, or makes them.
///
/// # Errors
/// When the version is not known or older than the installed one, the project cannot be read, or files cannot be written.
pub(super) fn run(options: &DoctorOptions, version: &str, output: &Output) -> Result<u8, Failure> {
    let target = target(version)?;
    let cwd = working_directory()?;
    let directory = journal_directory(&start_of(&cwd, &options.paths));
    interrupt::listen();
    if !options.write {
        refuse_pending(&directory)?;
        return with_journal(options, target, output, None);
    }
    let journal = Journal::open(&directory)?;
    let outcome =
        recover(&journal, output).and_then(|()| with_journal(options, target, output, Some(&journal)));
    journal.close();
    outcome
}

fn with_journal(
    options: &DoctorOptions,
    target: &Target,
    output: &Output,
    journal: Option<&Journal>,
) -> Result<u8, Failure> {
    let Some(Planned { plan, changes, loses_tests }) = plan(options, target, output)? else {
        output.notice("Interrupted: nothing was changed.");
        return Ok(exit_code::INTERRUPTED);
    };
    if options.diff {
        print_diff(output, &changes)?;
        return Ok(if changes.is_empty() { exit_code::CLEAN } else { exit_code::FINDINGS });
    }
    if let Some(journal) = journal
        && !write(journal, &changes, options.allow_dirty)?
    {
        output.notice("Interrupted: nothing was changed.");
        return Ok(exit_code::INTERRUPTED);
    }
    show(options, output, &migration(options.output_format, &plan))?;
    let is_done = !loses_tests && plan.steps.iter().all(|step| options.write && step.kind == StepKind::Edit);
    Ok(if is_done { exit_code::CLEAN } else { exit_code::FINDINGS })
}

/// A migration with what it does to files.
struct Planned {
    plan: Migration,
    changes: Vec<(String, Change)>,
    /// `true` if tests run on an event loop now, and on none behind it.
    loses_tests: bool,
}

/// Makes the plan; nothing where it was interrupted.
fn plan(options: &DoctorOptions, target: &Target, output: &Output) -> Result<Option<Planned>, Failure> {
    let discover = DiscoverOptions {
        select: vec!["3xx".to_owned()],
        keep_unselected: true,
        ..options.read_as.discover(working_directory()?, options.paths.clone())
    };
    let mut project = Project::discover(&discover)?;
    show_notices(&project, output);
    let requirements = Requirements::read(&project, target);
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
    let mut notes = notes(&project, target, installed.is_some());
    if installed.is_none() {
        suppose_pinned(&mut project, &requirements);
    }
    let before = suite(&project, from.as_ref());
    let pytest = project.installed_version("pytest");
    suppose(&mut project, target);

    let passing = tempfile::tempdir().ok();
    let check = |project: &Project, look: Option<Look<'_>>| {
        check(project, passing.as_ref().map(tempfile::TempDir::path), look.and_then(Look::only))
    };
    let analysis = check(&project, None);
    let lines = LinesBefore::new(&analysis);
    let mut fixer = Fixer::new(&mut project, analysis);
    fixer.run(&mut Wish {
        candidates: &first_of_their_step,
        choose: &mut |_, _| Choice::Apply,
        analyze: &|project, look| check(project, Some(look)),
    });
    if fixer.interrupted {
        return Ok(None);
    }
    if options.write {
        refuse_read_only(&fixer)?;
    }
    notes.extend(fixer.untouched.iter().map(|(path, why)| format!("`{path}` is skipped: {why}")));
    let edits = edited(&fixer.applied, lines);
    let by_hand = by_hand(&fixer);
    let fixed = fixer.changes();
    drop(fixer);

    let mut all: Vec<MigrationStep> = python::step(&project, target).into_iter().collect();
    all.extend(requirements.steps(&project));
    let after = suite(&project, Some(&target.version));
    let losing = losing::note(&before, &after);
    let loses_tests = losing.is_some();
    notes.extend(losing);
    let changes = with_requirements(&project, fixed, requirements.changes(&project));
    let mut of_code = in_order(edits, by_hand);
    of_code.extend(left::steps(&project, &changes, &of_code));
    if !options.write {
        lines::as_they_are_now(&mut of_code, &changes);
    }
    all.extend(nose::step(&project, pytest.as_ref(), target));
    all.extend(of_code);
    let plan = Migration {
        from: from.map(|version| version.to_string()),
        to: target.version.to_string(),
        asks_pytest: target.pytest.to_string(),
        asks_python: target.python.to_string(),
        before: suite_words(&before),
        after: suite_words(&after),
        steps: all,
        notes,
        files: changes.len(),
        is_written: options.write,
    };
    Ok(Some(Planned { plan, changes, loses_tests }))
}

/// A migration with some of its edits left out is none: the requirements would name a version that the tests are not
/// ready for.
fn refuse_read_only(fixer: &Fixer<'_>) -> Result<(), Failure> {
    let mut read_only = fixer.untouched.iter().filter(|(_, why)| **why == Untouchable::ReadOnly);
    let Some((first, _)) = read_only.next() else { return Ok(()) };
    let (others, are) = match read_only.count() {
        0 => (String::new(), "is"),
        others => (format!(" and {}", counted(others, "other file")), "are"),
    };
    Err(Failure::new(format!(
        "`{first}`{others} would change but {are} read-only; change the permissions first. Nothing was changed"
    )))
}

fn check(project: &Project, cache: Option<&std::path::Path>, only: Option<&BTreeSet<String>>) -> Analysis {
    let options = AnalysisOptions {
        cache_dir: cache.map(std::path::Path::to_owned),
        keeps: true,
        progress: &|_, _| {},
        interrupt: interrupt::flag(),
        read_before: None,
        is_last: false,
        only,
        tells_harmless: true,
    };
    analyze(project, &options)
}

fn suite(project: &Project, version: Option<&Version>) -> Suite {
    loops::suite(&Engine::new(project, None), version)
}

/// What limits the plan, and what the environment lacks.
fn notes(project: &Project, target: &Target, is_installed: bool) -> Vec<String> {
    let mut notes = Vec::new();
    match project.environment() {
        None => notes.push(
            "no Python environment was found, so other plugins that run tests are unknown; name the environment with `--python`"
                .to_owned(),
        ),
        Some(environment) => {
            let version = environment.version.and_then(|version| version.to_string().parse::<Version>().ok());
            if let Some(old) = version.filter(|version| !target.python.contains(version)) {
                notes.push(format!(
                    "the environment has Python {old}, but pytest-asyncio {} requires {}; create one with a newer Python",
                    target.version, target.python
                ));
            }
            if !is_installed {
                notes.push("pytest-asyncio is not installed in this environment; if the tests run in another one, name that with `--python`".to_owned());
            }
        }
    }
    notes.extend(super::examine::note_of_configurations(project));
    notes.extend(Engine::new(project, None).marking_hooks().iter().map(note_of_hook));
    notes
}

/// What a hook that marks tests means: all targets look for marks when tests are collected.
fn note_of_hook(hook: &MarkingHook) -> String {
    let what = match hook.is_late {
        true => {
            "marks tests after collection: pytest-asyncio 0.23 and newer look for their mark earlier, so this mark makes no test run; its `loop_scope` counts for tests that run anyway"
        }
        false => {
            "marks tests during collection: loopmend does not mark tests that it may mark; set the scope of their loop there or with `asyncio_default_test_loop_scope`"
        }
    };
    format!("{}:{}: `{}` {what}", hook.path, hook.line, hook.name)
}

/// Takes the versions for installed that requirements alone allow.
fn suppose_pinned(project: &mut Project, requirements: &Requirements) {
    let Some(plugin) = requirements.pinned(PLUGIN) else { return };
    suppose_missing(project, &plugin);
    project.suppose_installed(PLUGIN, &plugin);
    if let Some(pytest) = requirements.pinned("pytest") {
        project.suppose_installed("pytest", &pytest);
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

/// Takes the target and the newest pytest for installed.
fn suppose(project: &mut Project, target: &Target) {
    suppose_missing(project, &target.version);
    project.suppose_installed("pytest", &target.newest_pytest);
    project.suppose_installed(PLUGIN, &target.version);
}

/// The fixes of the first step that has any: what is behind it may need none afterwards.
fn first_of_their_step(analysis: &Analysis, bad: &Marks) -> Vec<Candidate> {
    let place = |candidate: &Candidate| candidate.mends.first().and_then(rank_of);
    let mut candidates = fixes_of(&is_of_migration, Applicability::Unsafe, analysis, bad);
    let first = candidates.iter().filter_map(place).min();
    candidates.retain(|candidate| place(candidate) == first);
    candidates
}

fn rank_of(finding: &Diagnostic) -> Option<usize> {
    rank(&finding.code.to_string())
}

fn is_of_migration(finding: &Diagnostic) -> bool {
    finding.level != Level::Ignore && rank_of(finding).is_some()
}

/// The places of each step.
type Places = BTreeMap<usize, Vec<StepPlace>>;

fn edited(applied: &[Applied], mut lines: LinesBefore) -> Places {
    let mut places = Places::new();
    for one in applied {
        let Some(rank) = rank(&one.code) else { continue };
        let others = match one.others.as_slice() {
            [] => String::new(),
            others => format!(", with an edit of `{}`", others.join("`, `")),
        };
        let detail = format!("{}: {}{others}", one.message, one.title);
        let line = lines.take(one);
        places.entry(rank).or_default().push(StepPlace { path: one.path.clone(), line, detail });
    }
    places
}

fn by_hand(fixer: &Fixer<'_>) -> Places {
    let sources = Sources::new(&fixer.analysis.sources);
    let mut places = Places::new();
    for finding in fixer.analysis.diagnostics.iter().filter(|finding| is_of_migration(finding)) {
        let Some(rank) = rank_of(finding) else { continue };
        let line = sources.range(&finding.path, finding.span).start.line;
        let place = sources.range(&finding.path, finding.span).located(&finding.path);
        let back = fixer.taken_back.iter().find(|back| back.rule == finding.rule && back.place == place);
        let why = back.map(|back| format!(" (an edit was undone: {})", back.why)).unwrap_or_default();
        let detail = format!("{}{}{why}", finding.message, why_no_edit(&sources, finding));
        places.entry(rank).or_default().push(StepPlace {
            path: finding.path.clone(),
            line: line as usize,
            detail,
        });
    }
    places
}

/// Why a finding has no edit, with the place that is the reason.
fn why_no_edit(sources: &Sources<'_>, finding: &Diagnostic) -> String {
    let reasons = finding.notes.iter().filter_map(|note| Some((note.why_no_edit()?, &note.place)));
    let words = |(why, place): (&str, &Option<Place>)| match place {
        Some(Place::Span { path, span }) => {
            format!("; no edit: {why} ({})", sources.range(path, *span).located(path))
        }
        Some(Place::Definition { path, symbol }) => format!("; no edit: {why} ({path}, `{symbol}`)"),
        None => format!("; no edit: {why}"),
    };
    reasons.map(words).collect()
}

fn in_order(mut edits: Places, mut by_hand: Places) -> Vec<MigrationStep> {
    let of = |text: &StepText, kind: StepKind, places: Option<Vec<StepPlace>>| {
        let meaning = if kind == StepKind::Edit { &text.keeps } else { &text.by_hand };
        places.map(|places| MigrationStep {
            title: text.title.clone(),
            kind,
            code: Some(text.rule.clone()),
            meaning: meaning.clone(),
            places,
        })
    };
    let both = steps().iter().enumerate().flat_map(|(rank, text)| {
        let edit = of(text, StepKind::Edit, edits.remove(&rank));
        [edit, of(text, StepKind::ByHand, by_hand.remove(&rank))]
    });
    both.flatten().collect()
}

/// The changes of the fixes, with those of the requirements, which may be in the same file.
fn with_requirements(
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
