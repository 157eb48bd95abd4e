//! Async fixtures that plain tests request, and that no plugin runs for them.

use loopmend_catalog::{Role, named};
use loopmend_core::Place;
use loopmend_index::calls::called_name;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{BindingKind, Expression, FunctionId, Summary};
use loopmend_project::Version;
use loopmend_semantic::File;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{Fixture, FunctionRef, Inference};
use loopmend_semantic::suite::Scope;
use loopmend_semantic::suite::collect::{FunctionKind, TestItem};
use loopmend_semantic::suite::fixtures::{FixtureDefinition, FixtureMaker};
use loopmend_semantic::suite::questions::SuiteFunction;
use loopmend_semantic::suite::settings::{Installed, Mode, SuiteSettings};
use rustc_hash::FxHashSet;

/// A plain test that receives an unevaluated coroutine or asynchronous generator, because no plugin runs
/// the async fixture.
#[derive(Clone, Debug)]
pub(crate) struct SyncTestOfFixture {
    /// The first such test of the file.
    pub(crate) test: SuiteFunction,
    /// The number of other plain tests in the file that request the fixture.
    pub(crate) further: usize,
    /// The name of the fixture.
    pub(crate) fixture: String,
    /// The definition of the fixture, if its text can be shown.
    pub(crate) definition: Option<Place>,
    /// Whether the fixture contains a `yield`.
    pub(crate) is_generator: bool,
    /// How pytest reacts.
    pub(crate) complaint: Complaint,
    /// Why no plugin runs the fixture.
    pub(crate) reason: NoRunner,
    /// Whether the finding is certain.
    pub(crate) is_certain: bool,
}

/// How pytest reacts to an async fixture that no plugin runs
/// (docs.pytest.org/en/stable/deprecations.html#sync-test-depending-on-async-fixture).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Complaint {
    /// No reaction, before 8.4.
    None,
    /// A warning.
    Warning,
    /// An error before the test starts, since 9.
    Error,
}

/// Why no plugin runs an async fixture for a plain test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoRunner {
    /// pytest-asyncio runs only its own fixtures.
    StrictMode,
    /// anyio's plugin runs fixtures only for tests on its own loops.
    NoBackend,
    /// No plugin is installed.
    NoPlugin,
}

/// The fixture by which anyio's plugin selects the tests whose async fixtures it runs.
const ANYIO_BACKEND: &str = "anyio_backend";

/// Returns the async fixtures that plain tests of the file request but no plugin runs, each with the
/// first such test, in source order. Fixtures of the file itself that run for no test at all are left
/// out.
pub(crate) fn async_fixtures_of_sync_tests(file: &mut File) -> Vec<SyncTestOfFixture> {
    let Some(settings) = settings_of_plain_tests(file) else { return Vec::new() };
    let complaint = complaint(&settings);
    let has_anyio = file.engine().has_pytest_plugin("anyio.pytest_plugin");
    let reason = match settings.asyncio {
        Installed::Version(_) => NoRunner::StrictMode,
        _ if has_anyio => NoRunner::NoBackend,
        _ => NoRunner::NoPlugin,
    };
    let mut found: Vec<(FunctionRef, SyncTestOfFixture)> = Vec::new();
    let mut seen = FxHashSet::default();
    for item in file.tests().iter() {
        if !is_plain_test(file, item) || !seen.insert(item.function) {
            continue;
        }
        for fixture in unrun_for(file, item, complaint) {
            if let Some((_, known)) = found.iter_mut().find(|(function, _)| *function == fixture.function) {
                known.further += 1;
                continue;
            }
            // A value that anyio made for another test is kept with the fixture.
            let may_be_kept = has_anyio && fixture.scope != Some(Scope::Function);
            let first = SyncTestOfFixture {
                test: file.suite_function(item.function.function),
                further: 0,
                fixture: fixture.name,
                definition: file.place_of_function(fixture.function),
                is_generator: fixture.is_generator,
                complaint,
                reason,
                is_certain: !may_be_kept,
            };
            found.push((fixture.function, first));
        }
    }
    let module = file.module();
    if found.iter().any(|(function, _)| function.module == module) {
        let told: Vec<_> = file.unrun_fixtures().into_iter().map(|unrun| unrun.fixture.header).collect();
        let summary = file.summary();
        let is_told = |function: &FunctionRef| {
            function.module == module && told.contains(&summary.function(function.function).header)
        };
        found.retain(|(function, _)| !is_told(function));
    }
    found.into_iter().map(|(_, found)| found).collect()
}

/// Returns the settings of the file's tests, if it sees async fixtures and plugins are known to run
/// only their own.
fn settings_of_plain_tests(file: &mut File) -> Option<std::sync::Arc<SuiteSettings>> {
    let settings = file.suite_settings()?;
    let path = file.engine().module_path(file.module())?;
    let runs_all = settings.mode != Some(Mode::Strict) && settings.asyncio != Installed::Absent;
    let is_known = settings.pytest.version().is_some()
        && settings.asyncio != Installed::Unknown
        && !settings.is_incomplete
        && settings.configuration.as_ref().is_some_and(|configuration| configuration.error.is_none());
    if !settings.is_test_file(path) || runs_all || !is_known || settings.anyio_takes_all {
        return None;
    }
    let module = file.module();
    let inference = file.inference_mut();
    inference.rest_on_suite(module);
    let sees_async = sees_async_fixture(inference, module) && !inference.has_open_fixtures(module);
    (sees_async && !file.has_foreign_fixture_runner()).then_some(settings)
}

/// Returns whether an item is a test of the file that pytest itself runs, and that is expected to pass.
fn is_plain_test(file: &mut File, item: &TestItem) -> bool {
    let is_own = item.function.module == file.module() && !item.is_unittest;
    if !is_own || file.summary().function(item.function.function).is_async {
        return false;
    }
    let inference = file.inference_mut();
    let marks = inference.marks_of(item);
    let is_left = Role::SkippingMark.names().iter().any(|name| marks.nearest(name).is_some());
    !is_left && inference.function_kind(item.function) == Some(FunctionKind::Sync)
}

/// Returns the async pytest fixtures that a plain test requests. Before pytest makes this an error,
/// only those whose values the test itself receives.
fn unrun_for(file: &mut File, item: &TestItem, complaint: Complaint) -> Vec<FixtureDefinition> {
    let used = file.inference_mut().fixtures_used_by(item);
    let summary = file.summary();
    let function = summary.function(item.function.function);
    let has_parameter =
        |name: &str| summary.names.find(name).is_some_and(|name| function.has_parameter(name));
    // As a parameter it may come from `parametrize` as well.
    if has_parameter(ANYIO_BACKEND) || used.iter().any(|(name, _)| name == ANYIO_BACKEND) {
        return Vec::new();
    }
    let is_given = |name: &str| has_parameter(name) && !is_run_by_test(file, item.function.function, name);
    let engine = file.engine();
    let definitions = used.into_iter().filter_map(|(_, definition)| definition);
    let unrun = definitions.filter(|fixture| {
        let summary = engine.summary(fixture.function.module);
        let is_alone = summary.function(fixture.function.function).decorators.len == 1;
        let is_wanted = complaint == Complaint::Error || is_given(&fixture.name);
        fixture.is_async && fixture.maker == FixtureMaker::Pytest && is_alone && is_wanted
    });
    unrun.collect()
}

/// Returns whether a test itself runs what it receives for a parameter.
fn is_run_by_test(file: &File, function: FunctionId, name: &str) -> bool {
    let summary = file.summary();
    let scope = summary.function(function).scope;
    summary.calls.iter().any(|site| {
        let is_given = |argument| {
            matches!(summary.expression(argument), Expression::Name(given) if summary.name(given) == name)
        };
        summary.is_inside(site.scope, scope)
            && named(called_name(summary, site)).has(Role::RunsOrChecksCoroutine)
            && summary
                .arguments_of(site.expression)
                .is_some_and(|given| given.iter().any(|argument| is_given(argument.value)))
    })
}

fn complaint(settings: &SuiteSettings) -> Complaint {
    match settings.pytest.version() {
        Some(version) if *version >= Version::new([9, 0, 0]) => Complaint::Error,
        Some(version) if *version >= Version::new([8, 4, 0]) => Complaint::Warning,
        _ => Complaint::None,
    }
}

/// Returns whether a module may see an async fixture of the project. If so, or if a fixture may become
/// `async`, the answer depends on the files with these fixtures.
fn sees_async_fixture(inference: &mut Inference, module: ModuleId) -> bool {
    inference.begin();
    let mut modules = inference.fixture_modules(module);
    modules.retain(|module| inference.engine().is_mutable(*module));
    let mut next = 0;
    while let Some(importing) = modules.get(next).copied() {
        next += 1;
        for source in sources_of_fixtures(inference, importing) {
            inference.rest_on_whole(source);
            if !modules.contains(&source) {
                modules.push(source);
            }
        }
    }
    modules.into_iter().any(|module| has_async_fixture(inference, module))
}

fn has_async_fixture(inference: &mut Inference, module: ModuleId) -> bool {
    let summary = inference.summary(module);
    let mut functions = (0..summary.functions.len() as u32).map(FunctionId);
    functions.any(|id| summary.function(id).is_async && is_fixture(summary, id))
}

/// Returns the project modules from which a module imports fixtures, or all names.
fn sources_of_fixtures(inference: &mut Inference, module: ModuleId) -> Vec<ModuleId> {
    let summary = inference.summary(module);
    let scope = summary.scope(Summary::MODULE_SCOPE);
    let mut sources: Vec<ModuleId> = Vec::new();
    for star in &scope.star_imports {
        sources.push(inference.engine().resolve(summary.name(star.module), module));
    }
    for entry in &scope.entries {
        let mut imports = summary.bindings_in(*entry).iter().filter_map(|binding| match binding.kind {
            BindingKind::ImportFrom { module: source, .. } => {
                Some(inference.engine().resolve(summary.name(source), module))
            }
            _ => None,
        });
        if imports.any(|source| inference.engine().is_mutable(source)) {
            let imported =
                inference.fixtures_in(module, Summary::MODULE_SCOPE, summary.name(entry.name), None);
            sources.extend(imported.into_iter().filter_map(|fixture| match fixture {
                Fixture::Function(function, _) => Some(function.module),
                Fixture::Value { .. } => None,
            }));
        }
    }
    sources.retain(|source| *source != module && inference.engine().is_mutable(*source));
    sources
}
