//! `loopmend loops`.

use std::collections::{BTreeSet, HashMap};

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
    let discover = DiscoverOptions {
        cwd: working_directory()?,
        paths: options.paths.clone(),
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
        return compare(options.output_format, output, &engine, [from, to]);
    }
    let suite = suite(&engine, options.plugin_version.as_ref());
    warn_of_new_versions(output, &suite);
    warn_of_refused_configurations(output, &project, &suite);
    match options.output_format {
        LoopsFormat::Text => output.styled(&render::loops_text(&suite))?,
        LoopsFormat::Json => output.raw(&render::loops_json(&suite))?,
        LoopsFormat::Html => output.raw(&render::loops_page(&suite))?,
    }
    Ok(exit_code::CLEAN)
}

/// Says which tests two versions of pytest-asyncio run in different ways.
fn compare(
    format: LoopsFormat,
    output: &Output,
    engine: &Engine,
    versions: [&Version; 2],
) -> Result<u8, Failure> {
    let [before, after] = versions.map(|version| suite(engine, Some(version)));
    warn_of_new_versions(output, &before);
    warn_of_new_versions(output, &after);
    warn_of_refused_configurations(output, engine.project(), &after);
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
