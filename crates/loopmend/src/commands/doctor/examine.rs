//! The examination of a project: what is installed and configured, what the suite is, and the findings of the rules about
//! suites, by their causes.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use loopmend_core::{Diagnostic, Level};
use loopmend_errors::{Cause, Says, Text, causes};
use loopmend_project::{Project, PytestConfiguration, Version};
use loopmend_semantic::Engine;
use loopmend_semantic::suite::{Outcome, SuiteSettings};
use loopmend_verify::Setting;

use super::{Rules, findings};
use crate::analysis::Analysis;
use crate::arguments::DoctorOptions;
use crate::commands::loops;
use crate::commands::request::show_notices;
use crate::failure::Failure;
use crate::output::Output;
use crate::registry;
use crate::render::{
    CauseFound, ConfigurationRead, EnvironmentRead, Evidence, Examination, OptionRead, PackageRead, Sources,
    suite_words,
};

/// The group of the rules about suites.
const GROUP: u8 = 3;

/// What matters to event loops in tests, by the names of distributions.
const PACKAGES: [&str; 20] = [
    "pytest",
    "pytest-asyncio",
    "anyio",
    "trio",
    "pytest-trio",
    "aiohttp",
    "pytest-aiohttp",
    "pytest-tornasync",
    "pytest-twisted",
    "pytest-asyncio-cooperative",
    "alt-pytest-asyncio",
    "pytest-django",
    "playwright",
    "pytest-playwright",
    "pytest-playwright-asyncio",
    "nest-asyncio",
    "nest-asyncio2",
    "uvloop",
    "pytest-xdist",
    "pytest-randomly",
];

/// What decides which tests run on which loop.
const OPTIONS: [&str; 10] = [
    "asyncio_mode",
    "asyncio_default_fixture_loop_scope",
    "asyncio_default_test_loop_scope",
    "asyncio_debug",
    "anyio_mode",
    "filterwarnings",
    "addopts",
    "testpaths",
    "python_files",
    "strict",
];

/// Examines the project of the paths.
///
/// # Errors
/// When it cannot be read.
pub(super) fn examine(options: &DoctorOptions, output: &Output) -> Result<Examination, Failure> {
    let others = registry::rules().into_iter().filter(|rule| rule.code.group() != GROUP);
    let ignore = others.map(|rule| rule.code.to_string()).collect();
    let (project, analysis) = findings(options, Rules { ignore, ..Rules::default() })?;
    show_notices(&project, output);
    let engine = Engine::new(&project, None);
    let suite = loops::suite(&engine, None);
    let mut notes = Vec::new();
    if project.environment().is_none() {
        notes.push(
            "no Python environment was found, so versions are unknown and few rules report; name the environment with `--python`"
                .to_owned(),
        );
    } else if !project.distributions().iter().any(|distribution| distribution.is_named("pytest")) {
        notes.push("pytest is not installed in this environment; if the tests run in another one, name that with `--python`".to_owned());
    }
    for name in project.missing_plugins() {
        notes.push(format!("the project requires `{name}`, which is not installed in this environment"));
    }
    let configurations: Vec<ConfigurationRead> = project
        .reported_pytest_configurations()
        .iter()
        .map(|configuration| read(&project, configuration))
        .collect();
    notes.extend(note_of_configurations(&project));
    let mut effective: Vec<String> =
        suite.files.iter().map(|file| crate::render::settings_words(&file.settings)).collect();
    effective.sort_unstable();
    effective.dedup();
    let causes = causes_found(&project, &analysis, &engine.suite_configurations());
    if configurations.iter().any(|configuration| configuration.error.is_some()) {
        notes.push(
            "pytest refuses a configuration and does not start, so the outcome of the tests is unknown"
                .to_owned(),
        );
    }
    let stopped = suite.predictions().filter(|test| does_not_run(&test.outcome)).count();
    if stopped > 0 && !causes.iter().any(|cause| cause.is_error) {
        let tests = if stopped == 1 { "1 test does".to_owned() } else { format!("{stopped} tests do") };
        notes.push(format!("{tests} not run as written; `loopmend loops` shows why"));
    }
    Ok(Examination {
        environment: environment(&project),
        packages: packages(&project),
        configurations,
        effective,
        suite: suite_words(&suite),
        causes,
        notes,
    })
}

/// `true` if pytest will not run a test, or the test will fail whatever it says.
fn does_not_run(outcome: &Outcome) -> bool {
    !matches!(outcome, Outcome::Plain | Outcome::OnLoop { .. } | Outcome::Unknown(_))
}

fn environment(project: &Project) -> Option<EnvironmentRead> {
    let environment = project.environment()?;
    Some(EnvironmentRead {
        path: project.display(&environment.prefix),
        python: environment.version.map(|version| version.to_string()),
        source: environment.source.to_string(),
    })
}

fn packages(project: &Project) -> Vec<PackageRead> {
    let installed = |name: &&str| {
        let distribution = project.distributions().iter().find(|distribution| distribution.is_named(name))?;
        let is_readable = distribution.version.parse::<Version>().is_ok();
        Some(PackageRead {
            name: (*name).to_owned(),
            version: is_readable.then(|| distribution.version.clone()),
        })
    };
    PACKAGES.iter().filter_map(installed).collect()
}

/// The options of all configurations that decide on which loop tests run, each with the file and line that it comes from.
pub(in crate::commands) fn settings(project: &Project) -> Vec<Setting> {
    let configurations = project.reported_pytest_configurations();
    let read = configurations.iter().map(|configuration| read(project, configuration));
    let of_file = |file: ConfigurationRead| {
        let path = file.path;
        file.options.into_iter().map(move |option| Setting {
            name: option.name,
            value: option.value,
            place: format!("{path}:{}", option.line),
        })
    };
    let mut settings: Vec<Setting> = read.flat_map(of_file).collect();
    settings.extend(defaults(project));
    settings
}

/// The options of pytest-asyncio that no configuration sets, with the values that hold then.
fn defaults(project: &Project) -> Vec<Setting> {
    let engine = Engine::new(project, None);
    let mut found = Vec::new();
    for settings in engine.suite_configurations() {
        let (Some(behaviour), Some(version)) = (settings.behaviour(), settings.asyncio.version()) else {
            continue;
        };
        let stated = settings.configuration.as_deref();
        let mode = if behaviour.has_legacy_mode { "legacy" } else { "strict" };
        let options = [
            ("asyncio_mode", true, mode),
            ("asyncio_default_fixture_loop_scope", behaviour.has_loop_scope, "the scope of each fixture"),
            ("asyncio_default_test_loop_scope", behaviour.has_test_loop_scope_option, "function"),
        ];
        for (name, exists, value) in options {
            let is_unset = stated.is_none_or(|it| it.options.iter().all(|option| option.name != name));
            let setting = Setting {
                name: name.to_owned(),
                value: value.to_owned(),
                place: format!("default of pytest-asyncio {version}"),
            };
            if exists && is_unset && !found.contains(&setting) {
                found.push(setting);
            }
        }
    }
    found
}

fn read(project: &Project, configuration: &PytestConfiguration) -> ConfigurationRead {
    let line = |at: u32| 1 + configuration.text[..at as usize].matches('\n').count();
    let options = configuration.options.iter().filter(|option| OPTIONS.contains(&option.name.as_str()));
    ConfigurationRead {
        path: project.display(&configuration.path),
        error: configuration.error.clone(),
        options: options
            .map(|option| OptionRead {
                name: option.name.clone(),
                value: configuration.lines(&option.name).join(", "),
                line: line(option.span.start),
            })
            .collect(),
    }
}

/// The findings by their rules, in the order in which they are best mended.
fn causes_found(project: &Project, analysis: &Analysis, settings: &[Arc<SuiteSettings>]) -> Vec<CauseFound> {
    let sources = Sources::new(&analysis.sources);
    let mut found: BTreeMap<(usize, String), Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in &analysis.diagnostics {
        let code = diagnostic.code.to_string();
        let is_it = |cause: &Cause| cause.is_of(&code, &diagnostic.message);
        let rank = causes().iter().position(is_it).unwrap_or(causes().len());
        found.entry((rank, code)).or_default().push(diagnostic);
    }
    let installed = |name: &str| match name {
        "python" => project.environment()?.version.map(|version| version.to_string())?.parse().ok(),
        _ => project.installed_version(name),
    };
    let cause = |((rank, code), diagnostics): ((usize, String), Vec<&Diagnostic>)| {
        let known = causes().get(rank);
        let says = known.and_then(|cause| cause.says_with(&installed));
        let error = says.and_then(Says::error);
        let text = error.map(|error| error.text_with(&installed));
        let hidden = text.filter(|text| is_hidden(text, settings));
        let hidden = hidden.map(|text| format!("you see no text: a filter hides `{}`", text.shown()));
        let otherwise = || says.map_or(known?.otherwise.clone(), |says| says.so.clone());
        CauseFound {
            rule: diagnostics[0].rule.clone(),
            is_error: diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error),
            message: diagnostics[0].message.clone(),
            error: error.map(|error| error.id.clone()),
            says: text.filter(|_| hidden.is_none()).map(Text::shown),
            may_say: says.is_some_and(|says| says.may),
            otherwise: hidden.or_else(otherwise),
            cure: known.map(|cause| cause.cure.clone()),
            evidence: diagnostics.iter().map(|diagnostic| Evidence::of(diagnostic, &sources)).collect(),
            code,
        }
    };
    found.into_iter().map(cause).collect()
}

/// `true` if a text is a warning that the filters of each configuration hide.
fn is_hidden(text: &Text, settings: &[Arc<SuiteSettings>]) -> bool {
    let Some((class, begins)) = text.warning() else { return false };
    let hides = |settings: &Arc<SuiteSettings>| settings.hides_warning(class, begins, text.at_start);
    !settings.is_empty() && settings.iter().all(hides)
}

/// `true` if a directory is that of a project, so that looking for evidence there makes sense.
pub(super) fn is_project(directory: &Path) -> bool {
    const MARKS: [&str; 7] =
        ["pyproject.toml", "pytest.ini", "pytest.toml", "setup.cfg", "setup.py", "tox.ini", "conftest.py"];
    MARKS.iter().any(|mark| directory.join(mark).is_file())
}

/// That several files configure pytest: a run takes its settings from one of them.
pub(super) fn note_of_configurations(project: &Project) -> Option<String> {
    let configurations = project.reported_pytest_configurations().len();
    (configurations > 1).then(|| format!(
        "{configurations} files configure pytest; for all tests of a run, pytest uses the nearest one above its first path"
    ))
}
