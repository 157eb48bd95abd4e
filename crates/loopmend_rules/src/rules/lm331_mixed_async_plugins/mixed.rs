//! Tests that two plugins claim.

use loopmend_core::Span;
use loopmend_project::{Origin, Version};
use loopmend_semantic::File;
use loopmend_semantic::engine::{Engine, ModuleId};
use loopmend_semantic::infer::FunctionRef;
use loopmend_semantic::suite::SuiteSettings;
use loopmend_semantic::suite::collect::TestItem;
use loopmend_semantic::suite::fixtures::{ANYIO_BACKEND, FixtureDefinition};
use loopmend_semantic::suite::questions::SuiteFunction;
use loopmend_semantic::suite::settings::Mode;
use rustc_hash::FxHashMap;

/// An async test that both pytest-asyncio and anyio claim.
#[derive(Clone, Debug)]
pub(crate) struct MixedTest {
    /// The first test of the file to which the mark applies.
    pub(crate) test: SuiteFunction,
    /// The mark for anyio.
    pub(crate) mark: Span,
    /// What makes pytest-asyncio claim the test.
    pub(crate) claim: Claim,
    /// The number of other marks in the file for tests that the mode of pytest-asyncio also claims.
    pub(crate) others: usize,
    /// The installed version of pytest-asyncio.
    pub(crate) plugin: Version,
}

/// What makes pytest-asyncio claim a test.
#[derive(Clone, Debug)]
pub(crate) enum Claim {
    /// A mark for it.
    Mark,
    /// The mode `auto`, which a configuration sets.
    Mode(ModeSetting),
}

/// The place where a configuration sets the mode of pytest-asyncio.
#[derive(Clone, Debug)]
pub(crate) struct ModeSetting {
    /// The name of the file.
    pub(crate) file: String,
    /// `true` if `addopts` sets the mode, rather than an option of the file.
    pub(crate) is_in_addopts: bool,
}

impl ModeSetting {
    fn of(settings: &SuiteSettings) -> Option<Self> {
        let configuration = settings.configuration.as_ref()?;
        let is_in_file = configuration.is_set_by_option("asyncio_mode")
            && configuration.command_line_values(&["--asyncio-mode"]).is_empty();
        let file = configuration.path.file_name()?.to_str()?.to_owned();
        Some(Self { file, is_in_addopts: !is_in_file })
    }
}

/// Returns the async tests of the file that both pytest-asyncio and anyio claim, in the order of their
/// marks. Only the first test of each mark is returned, and only the first of all tests claimed by the
/// mode of pytest-asyncio alone.
pub(crate) fn mixed_tests(file: &mut File) -> Vec<MixedTest> {
    let Some(settings) = file.settings_of_tests("anyio") else { return Vec::new() };
    let both = settings.asyncio.version().filter(|_| settings.anyio.version().is_some());
    let Some(plugin) = both.cloned() else { return Vec::new() };
    let is_auto = settings.mode == Some(Mode::Auto);
    let mode = if is_auto { ModeSetting::of(&settings) } else { None };
    let module = file.module();
    let mut found: Vec<MixedTest> = Vec::new();
    let mut of_plugins = OfPlugins::default();
    for item in file.tests().iter().filter(|item| item.module == module && !item.is_unittest) {
        let is_async =
            item.function.module == module && file.summary().function(item.function.function).is_async;
        if !is_async {
            continue;
        }
        let marks = file.inference_mut().marks_of(item);
        let Some(mark) = marks.nearest("anyio").filter(|mark| mark.module == module) else { continue };
        let marked = marks.nearest("asyncio").map(|_| Claim::Mark);
        let claim = marked.or_else(|| mode.clone().map(Claim::Mode));
        let is_known = found.iter().any(|mixed| mixed.mark == mark.span);
        if let Some(claim) = claim
            && !is_known
            && !runs_the_same(file, item, &mut of_plugins)
        {
            let test = file.suite_function(item.function.function);
            found.push(MixedTest { test, mark: mark.span, claim, others: 0, plugin: plugin.clone() });
        }
    }
    found.sort_by_key(|mixed| mixed.mark.start);
    without_repetition(found)
}

/// Returns whether both plugins run a test the same way. The test uses no async fixture, and anyio runs
/// it on asyncio alone.
fn runs_the_same(file: &mut File, item: &TestItem, of_plugins: &mut OfPlugins) -> bool {
    let used = file.inference_mut().fixtures_used_by(item);
    used.iter().any(|(name, _)| name == ANYIO_BACKEND)
        && used.into_iter().all(|(name, seen)| {
            let fixtures = fixtures_meant(file, &name, seen, of_plugins);
            match name == ANYIO_BACKEND {
                true => {
                    !fixtures.is_empty() && fixtures.iter().all(|fixture| is_asyncio_alone(file, fixture))
                }
                false => !fixtures.iter().any(|fixture| fixture.is_async),
            }
        })
}

/// Returns the fixtures that a name may refer to in a test that sees this one. A fixture of a possible
/// project plugin may shadow one of another plugin.
fn fixtures_meant(
    file: &mut File,
    name: &str,
    seen: Option<FixtureDefinition>,
    of_plugins: &mut OfPlugins,
) -> Vec<FixtureDefinition> {
    let engine = file.engine();
    let is_own = |fixture: &FixtureDefinition| engine.origin(fixture.function.module) == Origin::FirstParty;
    if seen.as_ref().is_some_and(is_own) {
        return seen.into_iter().collect();
    }
    file.inference_mut().rest_on_all_texts();
    let own = of_plugins.entry(name.to_owned()).or_insert_with(|| fixtures_of_plugins(engine, name));
    if own.is_empty() { seen.into_iter().collect() } else { own.clone() }
}

/// Returns whether an `anyio_backend` is plain asyncio for every test.
fn is_asyncio_alone(file: &File, fixture: &FixtureDefinition) -> bool {
    let FunctionRef { module, function } = fixture.function;
    let summary = file.engine().summary(module);
    match summary.list(summary.function(function).returned) {
        [returned] => summary.text_of(*returned) == Some("asyncio") && !file.has_params(fixture),
        _ => false,
    }
}

/// The fixtures that possible project plugins define, by name.
type OfPlugins = FxHashMap<String, Vec<FixtureDefinition>>;

/// Returns the fixtures of a name in project files that are neither tests nor a `conftest.py`. Such a
/// file may be a plugin.
fn fixtures_of_plugins(engine: &Engine, name: &str) -> Vec<FixtureDefinition> {
    let files = (0..engine.project().files().len()).map(ModuleId::of_file);
    let defining =
        files.filter(|module| engine.may_bind(*module, name)).map(|module| File::new(engine, module));
    let may_be_plugin = |file: &File| {
        let settings = file.suite_settings();
        !file.is_conftest() && settings.is_none_or(|settings| !file.is_test_file(&settings))
    };
    let fixtures = defining.filter(may_be_plugin).flat_map(|mut file| file.own_fixtures());
    fixtures.filter(|fixture| fixture.name == name).collect()
}

/// Removes repeated findings about tests that the mode claims. One setting fixes them all, so they are
/// reported once.
fn without_repetition(found: Vec<MixedTest>) -> Vec<MixedTest> {
    let (mut kept, by_mode): (Vec<MixedTest>, Vec<MixedTest>) =
        found.into_iter().partition(|mixed| matches!(mixed.claim, Claim::Mark));
    let others = by_mode.len().saturating_sub(1);
    kept.extend(by_mode.into_iter().next().map(|first| MixedTest { others, ..first }));
    kept.sort_by_key(|mixed| mixed.mark.start);
    kept
}
