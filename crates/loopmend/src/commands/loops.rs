//! `loopmend loops`.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use loopmend_files::key::real_path;
use loopmend_project::{DiscoverOptions, Project, Version};
use loopmend_semantic::suite::{
    BrowserFirst, Installed, LoopsInOrder, NEWEST_MEASURED, Outcome, SuiteSettings,
};
use loopmend_semantic::{Engine, File, ModuleId};
use rayon::prelude::*;

use crate::arguments::{LoopsFormat, LoopsOptions};
use crate::commands::request::show_notices;
use crate::commands::working_directory;
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;
use crate::render::{self, Suite, SuiteFile, SuiteTest};
use crate::style::{WARNING, printable};

/// Says for each test whether it runs, by which plugin, and on which event loop.
///
/// # Errors
/// When the project cannot be read.
pub(crate) fn run(options: &LoopsOptions, output: &Output) -> Result<u8, Failure> {
    let asked: Vec<AskedTests> = options.paths.iter().map(|path| AskedTests::parse(path)).collect();
    let discover = DiscoverOptions {
        cwd: working_directory()?,
        paths: asked.iter().map(|asked| asked.path.clone()).collect(),
        config: options.config.clone(),
        isolated: options.isolated,
        python: options.python.clone(),
        rules: loopmend_rules::known_rules(),
        ..DiscoverOptions::default()
    };
    let project = Project::discover(&discover)?;
    show_notices(&project, output);
    let engine = Engine::new(&project, None);
    if let [from, to] = options.compare.as_slice() {
        let suites = [from, to].map(|version| suite(&engine, Some(version)));
        let [before, after] = suites.map(|suite| only_asked(suite, &asked, &project));
        return compare(options.output_format, output, &project, (before?, after?), [from, to]);
    }
    let suite = suite(&engine, options.plugin_version.as_ref());
    let suite = only_asked(suite, &asked, &project)?;
    warn_of_new_versions(output, &suite);
    warn_of_refused_configurations(output, &project, &suite);
    match options.output_format {
        LoopsFormat::Text => output.styled(&render::loops_text(&suite))?,
        LoopsFormat::Json => output.raw(&render::loops_json(&suite))?,
        LoopsFormat::Html => output.raw(&render::loops_page(&suite))?,
    }
    Ok(exit_code::CLEAN)
}

/// Tests that the user names: a path, or a node id.
struct AskedTests {
    path: PathBuf,
    /// The part of the node id after the file, without parameters; empty for all tests of the path.
    name: String,
}

impl AskedTests {
    fn parse(path: &Path) -> Self {
        match path.to_str().and_then(|text| text.split_once("::")) {
            Some((file, name)) => {
                let name = name.split('[').next().unwrap_or_default();
                Self { path: file.into(), name: name.to_owned() }
            }
            None => Self { path: path.to_owned(), name: String::new() },
        }
    }

    fn matches(&self, node_id: &str) -> bool {
        let Some((_, name)) = node_id.split_once("::") else { return self.name.is_empty() };
        let rest = name.strip_prefix(self.name.as_str());
        self.name.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    }
}

/// Leaves the tests of a suite that the user names. All tests of the suite decide how these run.
///
/// # Errors
/// When a node id names no test.
fn only_asked(mut suite: Suite, asked: &[AskedTests], project: &Project) -> Result<Suite, Failure> {
    if asked.iter().all(|asked| asked.name.is_empty()) {
        return Ok(suite);
    }
    let places: Vec<PathBuf> = asked.iter().map(|asked| real_path(&project.absolute(&asked.path))).collect();
    let mut found = vec![false; asked.len()];
    for file in &mut suite.files {
        let path = real_path(&project.absolute(Path::new(&file.path)));
        file.tests.retain(|test| {
            let mut is_kept = false;
            for ((asked, place), found) in asked.iter().zip(&places).zip(&mut found) {
                let is_match = path.starts_with(place) && asked.matches(&test.prediction.node_id);
                *found |= is_match;
                is_kept |= is_match;
            }
            is_kept
        });
    }
    suite.files.retain(|file| !file.tests.is_empty());
    match asked.iter().zip(found).find(|(asked, found)| !found && !asked.name.is_empty()) {
        Some((AskedTests { path, name }, _)) => Err(Failure::new(format!(
            "`{0}` has no test `{1}`; `loopmend loops {0}` lists the tests",
            printable(&path.display().to_string()),
            printable(name)
        ))),
        None => Ok(suite),
    }
}

/// Says which tests two versions of pytest-asyncio run in different ways.
fn compare(
    format: LoopsFormat,
    output: &Output,
    project: &Project,
    (before, after): (Suite, Suite),
    versions: [&Version; 2],
) -> Result<u8, Failure> {
    warn_of_new_versions(output, &before);
    warn_of_new_versions(output, &after);
    warn_of_refused_configurations(output, project, &after);
    match format {
        LoopsFormat::Text => output.styled(&render::loops_compared_text(&before, &after))?,
        LoopsFormat::Json => output.raw(&render::loops_compared_json(&before, &after))?,
        LoopsFormat::Html => output.raw(&render::loops_compared_page(&before, &after, versions))?,
    }
    Ok(exit_code::CLEAN)
}

/// A version that was not measured is taken for the newest that was.
fn warn_of_new_versions(output: &Output, suite: &Suite) {
    let newest = Version::new(NEWEST_MEASURED);
    let mut versions: Vec<&Version> =
        suite.files.iter().filter_map(|file| file.settings.asyncio.version()).collect();
    versions.sort();
    versions.dedup();
    for version in versions.into_iter().filter(|version| **version > newest) {
        output.notice(&format!("pytest-asyncio {version} is unknown; loopmend treats it as {newest}"));
    }
}

/// Names the configurations of tests with which pytest does not start.
fn warn_of_refused_configurations(output: &Output, project: &Project, suite: &Suite) {
    let configurations = suite.files.iter().filter_map(|file| file.settings.configuration.as_ref());
    let refused: BTreeSet<String> = configurations
        .filter_map(|found| {
            let error = found.error.as_ref()?;
            Some(format!("pytest refuses `{}`: {error}", project.display(&found.path)))
        })
        .collect();
    for words in refused {
        output.notice(&format!("{WARNING}note{WARNING:#}: {}", printable(&words)));
    }
}

/// The suite as it is, or as if a version of pytest-asyncio were installed.
pub(super) fn suite(engine: &Engine, version: Option<&Version>) -> Suite {
    let reported: Vec<usize> = engine.project().reported().collect();
    let files = reported.into_par_iter();
    let files = files.filter_map(|index| of_file(engine, ModuleId::of_file(index), version));
    let mut suite = Suite { files: files.collect() };
    let mut order = LoopsInOrder::default();
    for file in &mut suite.files {
        let Some(behaviour) = file.settings.behaviour() else { continue };
        for test in &mut file.tests {
            order.follow(&mut test.prediction, behaviour);
        }
    }
    follow_browser_tests(engine, &mut suite);
    suite
}

/// Behind the first test with a browser of Playwright's plain API, whose event loop runs on, async tests start none.
fn follow_browser_tests(engine: &Engine, suite: &mut Suite) {
    let mut seen = BTreeSet::new();
    let mut browsers = HashMap::new();
    for SuiteFile { settings, .. } in &suite.files {
        let configuration = settings.configuration.as_ref().map(|found| found.path.clone());
        if !seen.insert(configuration) {
            continue;
        }
        if let Some(BrowserFirst { browser, behind, .. }) = engine.browser_tests_before_async(settings) {
            browsers.extend(behind.into_iter().map(|test| (test, browser.clone())));
        }
    }
    for test in suite.files.iter_mut().flat_map(|file| &mut file.tests) {
        if let Some(browser) = browsers.get(&test.prediction.node_id) {
            test.prediction.outcome = Outcome::LoopRunning(browser.clone());
        }
    }
}

/// The tests of one file; `None` of one that has none.
fn of_file(engine: &Engine, module: ModuleId, version: Option<&Version>) -> Option<SuiteFile> {
    let mut file = File::new(engine, module);
    let items = file.tests();
    let settings = file.suite_settings().filter(|_| !items.is_empty())?;
    let mut settings = SuiteSettings::clone(&settings);
    if let Some(version) = version {
        settings.asyncio = Installed::Version(version.clone());
    }
    let predictions = file.predictions(&settings);
    let test = |(item, prediction)| SuiteTest {
        prediction,
        fixtures: file.fixtures_of(item),
        parameters: file.parameters_of(item),
    };
    let tests = items.iter().zip(predictions).map(test).collect();
    Some(SuiteFile { path: engine.project().files()[module.index()].display.clone(), settings, tests })
}
