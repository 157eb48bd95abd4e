//! `loopmend categories --write`: gives the tests that have no mark of a category one, and registers the marks.
//!
//! The edits are made in memory first; those after which the tests would not have exactly the marks that are meant are left out.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use loopmend_core::SourceKind;
use loopmend_fix::{Change, Journal};
use loopmend_project::{Project, with_edits};
use loopmend_reports::{Category, MissingMark, StepsOfTests, TestCategory, missing_marks, name_of_mark};
use loopmend_rules::mark_edits;
use loopmend_semantic::{Engine, File, MarkedPart, ModuleId};
use rustc_hash::{FxHashMap, FxHashSet};

use super::registration::{Registration, Unregistered, registrations};
use super::{is_chosen, tell_incomplete, tell_unmet, tests, told_project};
use crate::arguments::CategoriesOptions;
use crate::commands::working_directory;
use crate::commands::written::{
    after_edits, journal_directory, print_diff, recover, refuse_pending, start_of, write,
};
use crate::failure::Failure;
use crate::fixing::untouchable;
use crate::output::Output;
use crate::render::{LeftTests, MarkedTests, NamedCategory, RegisteredMarks, marking_report};
use crate::{exit_code, interrupt};

/// Marks the tests, or shows what would be written.
///
/// # Errors
/// When the project cannot be read, or files cannot be written.
pub(super) fn run(options: &CategoriesOptions, output: &Output) -> Result<u8, Failure> {
    let directory = journal_directory(&start_of(&working_directory()?, &options.paths));
    interrupt::listen();
    if !options.write {
        refuse_pending(&directory)?;
        return with_journal(options, output, None);
    }
    let journal = Journal::open(&directory)?;
    let outcome = recover(&journal, output).and_then(|()| with_journal(options, output, Some(&journal)));
    journal.close();
    outcome
}

fn with_journal(
    options: &CategoriesOptions,
    output: &Output,
    journal: Option<&Journal>,
) -> Result<u8, Failure> {
    let (mut project, named) = told_project(options, output)?;
    let is_wanted = |test: &TestCategory| named.contains(&test.module()) && is_chosen(test, options);
    let planned = {
        let engine = Engine::new(&project, None);
        tell_incomplete(&engine, &named, output);
        planned(&engine, &is_wanted, output)
    };
    let Marking { files, registrations, report } = marking(&mut project, planned, &is_wanted);
    if interrupt::flag().load(Ordering::Relaxed) {
        output.notice("Interrupted: nothing was changed.");
        return Ok(exit_code::INTERRUPTED);
    }
    let mut changes: Vec<(String, Change)> = files.into_iter().map(|file| (file.path, file.change)).collect();
    let registered = registrations.into_iter().filter_map(|it| Some((it.path, it.change.ok()?)));
    changes.extend(registered);
    changes.sort_by(|one, other| one.0.cmp(&other.0));
    let Some(journal) = journal else {
        print_diff(output, &changes)?;
        output.notice(marking_report(&report, false).trim_end());
        return Ok(if changes.is_empty() { exit_code::CLEAN } else { exit_code::FINDINGS });
    };
    if !write(journal, &changes, options.allow_dirty)? {
        output.notice("Interrupted: nothing was changed.");
        return Ok(exit_code::INTERRUPTED);
    }
    if !output.quiet() {
        output
            .styled(&marking_report(&report, true))
            .map_err(|failure| after_edits(failure, changes.len()))?;
    }
    Ok(if report.is_complete() { exit_code::CLEAN } else { exit_code::FINDINGS })
}

/// What is done to a project.
struct Marking {
    files: Vec<MarkedFile>,
    registrations: Vec<Registration>,
    report: MarkedTests,
}

/// A file in which tests get marks.
struct MarkedFile {
    path: String,
    change: Change,
    /// The marks of the tests, by their places among all tests.
    marks: FxHashMap<usize, (String, Category)>,
    directory: PathBuf,
    /// What has to be registered for them.
    unregistered: Unregistered,
}

/// Tests without a mark, as places, by what keeps them from one.
type Left = BTreeMap<String, Vec<usize>>;

/// The tests of the project, the files with their marks, and what is left without.
type Planned = (Vec<TestCategory>, Vec<MarkedFile>, Left);

fn marking(
    project: &mut Project,
    (all, mut files, mut left): Planned,
    is_wanted: &dyn Fn(&TestCategory) -> bool,
) -> Marking {
    drop_unmeant(project, &all, &mut files, &mut left);
    let mut missing: BTreeMap<PathBuf, Unregistered> = BTreeMap::new();
    for file in &files {
        missing.entry(file.directory.clone()).or_default().extend(file.unregistered.clone());
    }
    let mut registrations = registrations(project, &missing);
    drop_refused(&mut registrations, &mut files, &mut left);
    let report = report(&all, &files, &registrations, &left, is_wanted);
    Marking { files, registrations, report }
}

/// Leaves alone the files whose marks cannot be registered where pytest is configured: it may refuse them.
fn drop_refused(registrations: &mut Vec<Registration>, files: &mut Vec<MarkedFile>, left: &mut Left) {
    files.retain(|file| {
        let needs_one = !file.unregistered.is_empty();
        let why = registrations.iter().filter(|_| needs_one).find_map(|it| it.refused(&file.directory));
        let Some(why) = why else { return true };
        left.entry(why).or_default().extend(file.marks.keys());
        false
    });
    registrations.retain(|registration| !registration.is_refused());
}

/// What is to be done, before it is known whether the tests then have the marks that are meant.
fn planned(engine: &Engine, is_wanted: &dyn Fn(&TestCategory) -> bool, output: &Output) -> Planned {
    let known = StepsOfTests::new(engine);
    let all = all_tests(engine, &known);
    tell_unmet(engine, &known, output);
    let missing = missing_marks(engine, &all, is_wanted);
    let mut left = Left::new();
    for (place, why) in missing.left {
        left.entry(why.words().to_owned()).or_default().push(place);
    }
    let mut by_module: BTreeMap<usize, Vec<MissingMark>> = BTreeMap::new();
    for mark in missing.marks {
        by_module.entry(mark.module.index()).or_default().push(mark);
    }
    let registered: FxHashSet<String> = by_module
        .keys()
        .flat_map(|module| File::new(engine, ModuleId::of_file(*module)).surely_registered_marks())
        .collect();
    let settings = engine.project().categories();
    let name = |category| name_of_mark(&settings, category, &all, &registered);
    let names = Category::ALL.map(|category| (category, name(category)));
    let names = FxHashMap::from_iter(names);
    let mut files = Vec::new();
    for (module, marks) in by_module {
        match marked_file(engine, ModuleId::of_file(module), &marks, &names) {
            Ok(file) => files.push(file),
            Err(why) => {
                let path = &engine.project().files()[module].display;
                let tests = marks.iter().flat_map(|mark| &mark.tests);
                left.entry(format!("`{path}` is skipped: {why}")).or_default().extend(tests);
            }
        }
    }
    (all, files, left)
}

fn all_tests(engine: &Engine, known: &StepsOfTests) -> Vec<TestCategory> {
    let modules: Vec<ModuleId> = (0..engine.project().files().len()).map(ModuleId::of_file).collect();
    tests(engine, known, &modules)
}

/// A file with the marks that its tests lack.
///
/// # Errors
/// Why it is left alone.
fn marked_file(
    engine: &Engine,
    module: ModuleId,
    missing: &[MissingMark],
    names: &FxHashMap<Category, String>,
) -> Result<MarkedFile, String> {
    let project = engine.project();
    let listed = &project.files()[module.index()];
    let mut file = File::new(engine, module);
    if let Some(why) = untouchable(project, &listed.path, file.text()) {
        return Err(why.to_string());
    }
    if listed.kind != SourceKind::Python || !file.syntax_errors().is_empty() {
        return Err("it does not parse without errors".to_owned());
    }
    let parts: Vec<(MarkedPart, &str)> =
        missing.iter().map(|mark| (mark.part, names[&mark.category].as_str())).collect();
    let edits = mark_edits(&file, &parts).ok_or_else(|| {
        "there is no place for a mark, or the name `pytest` is not pytest there at run time".to_owned()
    })?;
    let before = project.read_bytes(&listed.path).map_err(|error| error.to_string())?;
    let after = with_edits(&before, Some(listed.kind), &edits)?;
    let registered = file.surely_registered_marks();
    let new = missing.iter().map(|mark| (mark.category, names[&mark.category].clone()));
    let with_marks = missing.iter().flat_map(|mark| {
        mark.tests.iter().map(|test| (*test, (names[&mark.category].clone(), mark.category)))
    });
    Ok(MarkedFile {
        path: listed.display.clone(),
        marks: with_marks.collect(),
        directory: listed.path.parent().map_or_else(PathBuf::new, PathBuf::from),
        unregistered: new.filter(|(_, name)| !registered.contains(name)).collect(),
        change: Change { path: listed.path.clone(), before, after },
    })
}

/// Leaves out the files after whose edits a test would have another mark than is meant.
fn drop_unmeant(project: &mut Project, all: &[TestCategory], files: &mut Vec<MarkedFile>, left: &mut Left) {
    while !files.is_empty() {
        for file in &*files {
            project.take_for(&file.change.path, Some(file.change.after.clone()));
        }
        let wrong = wrong_tests(project, all, files);
        for file in &*files {
            project.take_for(&file.change.path, None);
        }
        if wrong.is_empty() {
            return;
        }
        let is_in = |file: &MarkedFile, test: usize| {
            file.marks.contains_key(&test)
                || all[test].place.as_ref().is_some_and(|(path, _)| *path == file.path)
        };
        let (suspects, rest): (Vec<_>, Vec<_>) =
            std::mem::take(files).into_iter().partition(|file| wrong.iter().any(|test| is_in(file, *test)));
        // Where nobody is suspected, all are.
        let (suspects, rest) = if suspects.is_empty() { (rest, suspects) } else { (suspects, rest) };
        *files = rest;
        for file in suspects {
            let why = format!("`{}` is skipped: its tests would not get the intended marks", file.path);
            left.entry(why).or_default().extend(file.marks.keys());
        }
    }
}

/// The tests that would not have the marks that are meant.
fn wrong_tests(project: &Project, all: &[TestCategory], files: &[MarkedFile]) -> Vec<usize> {
    let engine = Engine::new(project, None);
    let after = all_tests(&engine, &StepsOfTests::new(&engine));
    if after.len() != all.len() {
        return (0..all.len()).collect();
    }
    let meant = |place: usize| files.iter().find_map(|file| file.marks.get(&place));
    let is_wrong = |place: &usize| {
        let (before, after) = (&all[*place], &after[*place]);
        let expected = meant(*place).or(before.marked.as_ref());
        before.node_id != after.node_id
            || before.category != after.category
            || after.marked.as_ref() != expected
    };
    (0..all.len()).filter(is_wrong).collect()
}

fn report(
    all: &[TestCategory],
    files: &[MarkedFile],
    registrations: &[Registration],
    left: &Left,
    is_wanted: &dyn Fn(&TestCategory) -> bool,
) -> MarkedTests {
    let mut marked: BTreeMap<(Category, String), usize> = BTreeMap::new();
    for (name, category) in files.iter().flat_map(|file| file.marks.values()) {
        *marked.entry((*category, name.clone())).or_default() += 1;
    }
    let ids = |tests: &[usize]| -> Vec<String> {
        let mut tests = tests.to_vec();
        tests.sort_unstable();
        tests.into_iter().map(|test| all[test].node_id.clone()).collect()
    };
    let disagreeing = all.iter().filter(|test| test.disagrees() && is_wanted(test));
    MarkedTests {
        tests: all.iter().filter(|test| is_wanted(test)).count(),
        files: files.len(),
        marked: marked
            .into_iter()
            .map(|((category, mark), tests)| NamedCategory { category, mark, tests })
            .collect(),
        registered: registrations
            .iter()
            .map(|it| RegisteredMarks {
                path: it.path.clone(),
                marks: it.markers.iter().map(|marker| marker.name.clone()).collect(),
                why_not: it.change.as_ref().err().cloned(),
            })
            .collect(),
        left: left.iter().map(|(why, tests)| LeftTests { why: why.clone(), tests: ids(tests) }).collect(),
        disagreeing: disagreeing
            .filter_map(|test| {
                let (mark, _) = test.marked.as_ref()?;
                Some((test.node_id.clone(), mark.clone(), test.category))
            })
            .collect(),
    }
}
