//! `loopmend categories`.

use anstream::adapter::strip_str;
use loopmend_core::{Place, SourceText};
use loopmend_project::Project;
use loopmend_semantic::{Category, Engine, File, ModuleId, StepsOfTests, TestCategory};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::arguments::{CategoriesOptions, TableFormat};
use crate::commands::{texts_of, working_directory};
use crate::exit_code;
use crate::failure::Failure;
use crate::output::{Output, write_file};
use crate::render::{self, Categories, Sources};

/// Says of each test what it is by what it reaches.
///
/// # Errors
/// When the project cannot be read, or the file cannot be written.
pub(crate) fn run(options: &CategoriesOptions, output: &Output) -> Result<u8, Failure> {
    let discover = options.read_as.discover(working_directory()?, options.paths.clone());
    let project = Project::discover(&discover)?;
    for notice in project.notices() {
        output.notice(&notice.message);
    }
    let text = text(&project, options);
    let is_styled = options.output_format == TableFormat::Table;
    match &options.output_file {
        Some(path) => write_file(path, &strip_str(&text).to_string())?,
        None if is_styled => output.styled(&text)?,
        None => output.raw(&text)?,
    }
    Ok(exit_code::CLEAN)
}

fn text(project: &Project, options: &CategoriesOptions) -> String {
    let engine = Engine::new(project, None);
    let all = tests(&engine);
    let wanted = options.category.map(Category::from);
    let is_shown = |test: &&TestCategory| {
        wanted.is_none_or(|wanted| test.category == wanted) && (!options.disagreeing || test.disagrees())
    };
    let shown: Vec<&TestCategory> = all.iter().filter(is_shown).collect();
    let texts = texts(&engine, &shown);
    let categories = Categories { all: &all, shown: &shown, sources: &Sources::new(&texts) };
    match options.output_format {
        TableFormat::Table => render::categories_table(&categories),
        TableFormat::Json => render::categories_json(&categories),
        TableFormat::Markdown => render::categories_markdown(&categories),
    }
}

/// All tests, in the order of the files.
fn tests(engine: &Engine) -> Vec<TestCategory> {
    let known = StepsOfTests::default();
    let modules = (0..engine.project().files().len()).into_par_iter().map(ModuleId::of_file);
    modules.flat_map_iter(|module| File::new(engine, module).test_categories(&known)).collect()
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
