//! `loopmend doctor --migrate`: the steps from the installed pytest-asyncio to another one, and their edits.

mod lines;
mod losing;

use std::collections::BTreeMap;

use loopmend_core::{Diagnostic, Place};
use loopmend_fix::{Change, Journal};
use loopmend_project::{DiscoverOptions, Project, Version};
use loopmend_semantic::Engine;
use loopmend_semantic::suite::MarkingHook;

use super::show;
use crate::arguments::DoctorOptions;
use crate::commands::request::show_notices;
use crate::commands::written::{
    after_edits, journal_directory, print_diff, recover, refuse_pending, start_of, write,
};
use crate::commands::{loops, working_directory};
use crate::exit_code;
use crate::failure::Failure;
use crate::fixing::{Applied, Choice, Fixer, Look, Wish};
use crate::interrupt;
use crate::migrating::{
    self, Migration, StepText, Target, check, is_of_migration, rank, rank_of, refuse_read_only, steps,
    target, with_requirements,
};
use crate::output::Output;
use crate::render::{self, MigrationStep, Sources, StepKind, StepPlace, Suite, migration, suite_words};
use lines::LinesBefore;

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
    target: &'static Target,
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
    let edited = if journal.is_some() { changes.len() } else { 0 };
    show(options, output, &migration(options.output_format, &plan))
        .map_err(|failure| after_edits(failure, edited))?;
    let is_done = !loses_tests && plan.steps.iter().all(|step| options.write && step.kind == StepKind::Edit);
    Ok(if is_done { exit_code::CLEAN } else { exit_code::FINDINGS })
}

/// A migration with what it does to files.
struct Planned {
    plan: render::Migration,
    changes: Vec<(String, Change)>,
    /// `true` if tests run on an event loop now, and on none behind it.
    loses_tests: bool,
}

/// Makes the plan; nothing where it was interrupted.
fn plan(
    options: &DoctorOptions,
    target: &'static Target,
    output: &Output,
) -> Result<Option<Planned>, Failure> {
    let discover = DiscoverOptions {
        select: vec![migrating::RULES.to_owned()],
        keep_unselected: true,
        ..options.read_as.discover(working_directory()?, options.paths.clone())
    };
    let mut project = Project::discover(&discover)?;
    show_notices(&project, output);
    let mut way = Migration::of(&project, target)?;
    let mut notes = notes(&project, &way);
    way.suppose_required(&mut project);
    let before = suite(&project, way.from.as_ref());
    way.suppose(&mut project);

    let passing = tempfile::tempdir().ok();
    let cache = passing.as_ref().map(tempfile::TempDir::path);
    let analysis = check(&project, cache, None);
    let lines = LinesBefore::new(&analysis);
    let mut fixer = Fixer::new(&mut project, analysis);
    fixer.run(&mut Wish {
        candidates: &Migration::candidates,
        choose: &mut |_, _| Choice::Apply,
        analyze: &|project: &Project, look: Look<'_>| check(project, cache, Some(look)),
    });
    if fixer.interrupted {
        return Ok(None);
    }
    if options.write {
        refuse_read_only(&fixer.untouched)?;
    }
    notes.extend(fixer.untouched.iter().map(|(path, why)| format!("`{path}` is skipped: {why}")));
    let edits = edited(&fixer.applied, lines);
    let by_hand = by_hand(&fixer);
    let fixed = fixer.changes();
    drop(fixer);

    let mut all = way.steps_of_requirements(&project);
    let after = suite(&project, Some(&target.version));
    let losing = losing::note(&before, &after);
    let loses_tests = losing.is_some();
    notes.extend(losing);
    let changes = with_requirements(&project, fixed, way.requirement_changes(&project));
    let mut of_code = in_order(edits, by_hand);
    let (nose, left) = way.steps_besides(&project, &changes, &of_code);
    of_code.extend(left);
    if !options.write {
        lines::as_they_are_now(&mut of_code, &changes);
    }
    all.extend(nose);
    all.extend(of_code);
    let plan = render::Migration {
        from: way.from.map(|version| version.to_string()),
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

fn suite(project: &Project, version: Option<&Version>) -> Suite {
    loops::suite(&Engine::new(project, None), version)
}

/// What limits the plan, and what the environment lacks.
fn notes(project: &Project, way: &Migration) -> Vec<String> {
    let target = way.target;
    let mut notes = Vec::new();
    match project.environment() {
        None => notes.push(
            "no Python environment was found, so other plugins that run tests are unknown; name the environment with `--python`"
                .to_owned(),
        ),
        Some(_) => {
            if let Some(old) = way.unfit_python(project) {
                notes.push(format!(
                    "the environment has Python {old}, but pytest-asyncio {} requires {}; create one with a newer Python",
                    target.version, target.python
                ));
            }
            if way.installed.is_none() {
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
            format!("; no fix: {why} ({})", sources.range(path, *span).located(path))
        }
        Some(Place::Definition { path, symbol }) => format!("; no fix: {why} ({path}, `{symbol}`)"),
        None => format!("; no fix: {why}"),
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
