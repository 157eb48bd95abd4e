//! `loopmend categories`.

mod marking;
mod registration;

use loopmend_core::{Place, SourceText};
use loopmend_project::Project;
use loopmend_reports::{Category, StepsOfTests, TestCategory, test_categories};
use loopmend_semantic::{Engine, File, ModuleId};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::arguments::{CategoriesOptions, TableFormat};
use crate::commands::request::show_notices;
use crate::commands::{print_listing, texts_of, working_directory};
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;
use crate::render::{self, Categories, Sources};

/// Says of each test what it is by what it reaches, or writes it above the tests.
///
/// # Errors
/// When the project cannot be read, or a file cannot be written.
pub(crate) fn run(options: &CategoriesOptions, output: &Output) -> Result<u8, Failure> {
    if options.write || options.diff {
        return marking::run(options, output);
    }
    let (project, modules) = told_project(options, output)?;
    let engine = Engine::new(&project, None);
    tell_incomplete(&engine, &modules, output);
    let known = StepsOfTests::new(&engine);
    let text = text(&engine, &known, &modules, options);
    if options.paths.is_empty() {
        tell_unmet(&engine, &known, output);
    }
    print_listing(&text, &options.listing, output)?;
    Ok(exit_code::CLEAN)
}

/// The project with the files that are named, in their order, once the user is told what is known of it.
fn told_project(options: &CategoriesOptions, output: &Output) -> Result<(Project, Vec<ModuleId>), Failure> {
    let project = Project::discover(&options.read_as.discover(working_directory()?, options.paths.clone()))?;
    show_notices(&project, output);
    let modules = project.reported().map(ModuleId::of_file).collect();
    Ok((project, modules))
}

/// Says of which files not all is known.
fn tell_incomplete(engine: &Engine, modules: &[ModuleId], output: &Output) {
    for notice in modules.iter().filter_map(|module| incomplete(engine, *module)) {
        output.notice(&notice);
    }
}

/// Says which settings no test has anything to do with, once all tests were looked at.
fn tell_unmet(engine: &Engine, known: &StepsOfTests, output: &Output) {
    for (key, name) in known.unmet_settings(engine) {
        output.notice(&format!(
            "`[tool.loopmend.categories.{key}]` lists `{name}`, but nothing in the project has this name"
        ));
    }
}

/// `true` if a test is of the category that is asked for.
fn is_chosen(test: &TestCategory, options: &CategoriesOptions) -> bool {
    options.category.map(Category::from).is_none_or(|wanted| test.category == wanted)
}

/// Why not all is known of a file.
fn incomplete(engine: &Engine, module: ModuleId) -> Option<String> {
    let path = &engine.project().files()[module.index()].display;
    let file = File::new(engine, module);
    match (&file.loaded().error, file.syntax_errors()) {
        (Some(_), _) => Some(format!("{path} cannot be read; `loopmend check` says why")),
        (None, []) => None,
        (None, _) => Some(format!("{path} has a syntax error, so pytest collects nothing from it")),
    }
}

fn text(engine: &Engine, known: &StepsOfTests, modules: &[ModuleId], options: &CategoriesOptions) -> String {
    let all = tests(engine, known, modules);
    let is_shown =
        |test: &&TestCategory| is_chosen(test, options) && (!options.disagreeing || test.disagrees());
    let shown: Vec<&TestCategory> = all.iter().filter(is_shown).collect();
    let texts = texts(engine, &shown);
    let categories = Categories { all: &all, shown: &shown, sources: &Sources::new(&texts) };
    match options.listing.output_format {
        TableFormat::Table => render::categories_table(&categories),
        TableFormat::Json => render::categories_json(&categories),
        TableFormat::Markdown => render::categories_markdown(&categories),
    }
}

/// All tests of the files that are named, as one JSON object.
pub(super) fn json(project: &Project) -> String {
    let engine = Engine::new(project, None);
    let modules: Vec<ModuleId> = project.reported().map(ModuleId::of_file).collect();
    let all = tests(&engine, &StepsOfTests::new(&engine), &modules);
    let shown: Vec<&TestCategory> = all.iter().collect();
    let texts = texts(&engine, &shown);
    render::categories_json(&Categories { all: &all, shown: &shown, sources: &Sources::new(&texts) })
}

/// The tests of the files, in their order.
fn tests(engine: &Engine, known: &StepsOfTests, modules: &[ModuleId]) -> Vec<TestCategory> {
    let tests =
        modules.par_iter().flat_map_iter(|module| test_categories(&mut File::new(engine, *module), known));
    tests.collect()
}

/// The texts of the files that the tests and their ways speak of.
fn texts(engine: &Engine, tests: &[&TestCategory]) -> FxHashMap<String, SourceText> {
    let mut paths: FxHashSet<&str> = FxHashSet::default();
    for test in tests {
        paths.extend(test.place.iter().map(|(path, _)| path.as_str()));
        let hops = test.reached.iter().flat_map(|reached| &reached.way);
        paths.extend(hops.filter_map(|hop| match hop.place.as_ref()? {
            Place::Span { path, .. } => Some(path.as_str()),
            Place::Definition { .. } => None,
        }));
    }
    texts_of(engine, &paths)
}
