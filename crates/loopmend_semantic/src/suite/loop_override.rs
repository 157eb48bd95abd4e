//! The `event_loop` fixtures that the project defines.

use std::path::Path;

use loopmend_index::summary::ClassId;
use loopmend_project::Version;

use super::Scope;
use super::collect::TestItem;
use super::fixtures::FixtureDefinition;
use super::questions::SuiteFunction;
use super::settings::{Installed, ScopeSetting, SuiteSettings};
use crate::engine::{Engine, ModuleId};
use crate::file::File;
use crate::infer::ClassRef;

/// An `event_loop` fixture of the project.
#[derive(Clone, Debug)]
pub struct LoopOverride {
    /// The fixture.
    pub fixture: SuiteFunction,
    /// The version of pytest-asyncio that runs the tests.
    pub plugin: Option<Version>,
    /// The installed version, even if the environment lacks other plugins that the project requires.
    pub installed: Option<Version>,
    /// Whether this version never calls the fixture; `None` if the version is unknown.
    pub is_ignored: Option<bool>,
    /// Whether this version warns about the fixture.
    pub is_deprecated: bool,
    /// The scope of the fixture.
    pub scope: Option<Scope>,
    /// Whether the fixture is autouse.
    pub is_autouse: bool,
    /// Whether any test or fixture requests it, by name.
    pub is_used: bool,
    /// Whether the suite is being migrated from another version of pytest-asyncio.
    pub is_migrated: bool,
    /// Whether plain tests or fixtures request it, while async tests that see it run on other loops.
    pub is_requested: bool,
}

impl LoopOverride {
    /// `true` if its body has never run with the installed or locked plugin: neither the plugin, nor pytest, nor a request calls it.
    pub fn is_dead(&self) -> bool {
        let may_be_called = self.is_autouse || self.is_used || self.is_requested;
        self.is_ignored == Some(true) && !may_be_called && !self.is_migrated
    }
}

const NAME: &str = "event_loop";

impl Engine<'_> {
    /// Returns whether tests of several files may run on one event loop: a task that one test leaves behind then goes on in the next file.
    pub(super) fn may_share_loop_between_files(&self) -> bool {
        let is_wide =
            |setting: ScopeSetting| matches!(setting, ScopeSetting::Scope(scope) if scope > Scope::Module);
        self.suite_configurations().iter().any(|settings| is_wide(settings.test_loop_scope))
            || self
                .files_with_fixture(NAME)
                .into_iter()
                .any(|module| File::new(self, module).keeps_loop_between_files())
    }
}

impl File<'_> {
    /// Returns whether the file defines an `event_loop` fixture that pytest-asyncio calls once for several files.
    fn keeps_loop_between_files(&mut self) -> bool {
        let Some(settings) = self.settings_of_tests(NAME) else { return false };
        let is_called = settings.behaviour().is_none_or(|behaviour| behaviour.has_event_loop_fixture);
        let is_wide = |fixture: &FixtureDefinition| {
            fixture.name == NAME && fixture.scope.is_none_or(|scope| scope > Scope::Module)
        };
        is_called && self.own_fixtures().iter().any(is_wide)
    }

    /// Returns the `event_loop` fixtures that the file defines and that nothing in the project requests.
    ///
    /// If the plugin never calls these fixtures, only requests of plain functions count: an async function
    /// receives a loop that it does not run on. A fixture that async tests see, without running on its
    /// loop, is then returned as well.
    pub fn loop_overrides(&mut self) -> Vec<LoopOverride> {
        let Some(settings) = self.settings_of_tests(NAME) else { return Vec::new() };
        // An async one gives the loop that it runs on.
        let is_override = |fixture: &FixtureDefinition| {
            fixture.name == NAME && fixture.is_autouse.is_some() && !fixture.is_async
        };
        let fixtures = self.own_fixtures().into_iter().filter(is_override);
        let mut fixtures: Vec<FixtureDefinition> = fixtures.collect();
        let summary = self.summary();
        fixtures
            .retain(|fixture| !self.asks_plugin_first(summary.function(fixture.function.function).header));
        if fixtures.is_empty() || settings.asyncio == Installed::Absent || settings.takes_override {
            return Vec::new();
        }
        let behaviour = settings.behaviour().filter(|_| !settings.is_incomplete);
        let is_ignored = behaviour.map(|behaviour| !behaviour.has_event_loop_fixture);
        // What a test file defines no other file sees.
        let is_for_others = self.is_conftest() || !self.is_test_file(&settings);
        let is_requested = match (is_for_others, is_ignored == Some(true)) {
            (true, true) => {
                self.engine().requests_fixture_plainly(NAME) && self.may_be_seen_by_plain_requests(&settings)
            }
            (true, false) => self.engine().requests_fixture(NAME),
            (false, true) => self.summary().requests_fixture_plainly(NAME),
            (false, false) => self.summary().requests_fixture(NAME),
        };
        let stated =
            settings.configuration.as_ref().and_then(|configuration| configuration.words("usefixtures"));
        let is_requested = is_requested || stated.unwrap_or_default().iter().any(|name| name == NAME);
        if is_requested && !(is_ignored == Some(true) && self.is_ignored_by_async_tests(is_for_others)) {
            return Vec::new();
        }
        let is_used = is_requested
            || self.is_requested_by_plugin()
            || match is_for_others {
                true => self.engine().requests_fixture(NAME),
                false => self.summary().requests_fixture(NAME),
            };
        // It is left for those that ask for it, where the settings say how long the loop of the others is kept.
        let is_said = |fixture: &FixtureDefinition| {
            let wanted = fixture.scope.map(ScopeSetting::Scope);
            is_requested && [settings.fixture_loop_scope, settings.test_loop_scope].map(Some) == [wanted; 2]
        };
        let overrides =
            fixtures.into_iter().filter(|fixture| !is_said(fixture)).map(|fixture| LoopOverride {
                fixture: self.suite_function(fixture.function.function),
                plugin: settings.known_plugin(),
                installed: settings.asyncio.version().cloned(),
                is_ignored,
                is_deprecated: behaviour.is_some_and(|behaviour| behaviour.marker_takes_scope),
                scope: fixture.scope,
                is_autouse: fixture.is_autouse == Some(true),
                is_used,
                is_migrated: self.engine().project().version_before("pytest-asyncio").is_some(),
                is_requested,
            });
        overrides.collect()
    }

    /// Whether a plugin other than pytest-asyncio requests the fixture.
    fn is_requested_by_plugin(&self) -> bool {
        let engine = self.engine();
        engine.pytest_plugins().iter().any(|plugin| {
            !engine.module_name(*plugin).starts_with("pytest_asyncio.")
                && engine.may_bind(*plugin, NAME)
                && engine.summary(*plugin).requests_fixture(NAME)
        })
    }

    /// The file, as it is shown, that imports the `event_loop` of this one.
    pub fn importer_of_override(&mut self) -> Option<String> {
        self.inference_mut().rest_on_all_texts();
        let files = self.engine().project().files().iter().enumerate();
        let mut others = files.filter(|(index, _)| ModuleId::of_file(*index) != self.module());
        let importer = others.find(|(index, _)| self.imports_override(ModuleId::of_file(*index)));
        importer.map(|(_, file)| file.display.clone())
    }

    /// Returns whether an async test sees an `event_loop` of this file but runs on another loop. The test
    /// is in the file, or in one that sees its fixtures.
    fn is_ignored_by_async_tests(&mut self, is_for_others: bool) -> bool {
        let (engine, of) = (self.engine(), self.module());
        let seeing = self.files_that_see_fixtures(is_for_others);
        seeing.into_iter().any(|module| !File::new(engine, module).tests_beside_override(of).is_empty())
    }

    /// Returns the files that may see the fixtures of this one. These are the file itself, the files in the
    /// directory of a `conftest.py`, or all that may import it or name it as a plugin.
    pub(super) fn files_that_see_fixtures(&mut self, is_for_others: bool) -> Vec<ModuleId> {
        if !is_for_others {
            return vec![self.module()];
        }
        self.inference_mut().rest_on_all_texts();
        let engine = self.engine();
        let directory = engine.module_path(self.module()).and_then(Path::parent);
        let directory = directory.filter(|_| self.is_conftest());
        let files = engine.project().files().iter().enumerate();
        let seeing = files
            .filter(|(_, file)| directory.is_none_or(|directory| file.path.starts_with(directory)))
            .map(|(index, _)| ModuleId::of_file(index));
        seeing.collect()
    }

    /// Returns the async tests of the file that see an `event_loop` of a file, possibly this one, but run
    /// on another loop.
    pub(super) fn tests_beside_override(&mut self, of: ModuleId) -> Vec<TestItem> {
        let Some(settings) = self.suite_settings() else { return Vec::new() };
        let mut tests = self.tests().to_vec();
        tests.retain(|item| self.predict(item, &settings).ignores_override && self.sees_override(item, of));
        tests
    }

    /// Returns whether the `event_loop` that a test sees belongs to a file.
    fn sees_override(&mut self, item: &TestItem, of: ModuleId) -> bool {
        let seen = self.inference_mut().fixtures_asked_for(item, vec![NAME.to_owned()]);
        let mut seen = seen.into_iter().filter(|(name, _)| name == NAME);
        seen.any(|(_, definition)| definition.is_some_and(|definition| definition.function.module == of))
    }

    /// Returns whether plain requests for `event_loop` may receive that of this file. This holds for a test
    /// file below it whose tests are not all known or one of which sees it, and for any other file.
    fn may_be_seen_by_plain_requests(&mut self, settings: &SuiteSettings) -> bool {
        self.inference_mut().rest_on_all_texts();
        let (engine, of) = (self.engine(), self.module());
        let files = engine.project().files().iter().enumerate();
        let mut asking = files.map(|(index, file)| (ModuleId::of_file(index), file)).filter(|(module, _)| {
            engine.may_bind(*module, NAME) && engine.summary(*module).requests_fixture_plainly(NAME)
        });
        let directory = engine.module_path(of).and_then(Path::parent).filter(|_| self.is_conftest());
        asking.any(|(module, file)| {
            let is_test_file = settings.is_test_file(&file.path);
            let is_outside = directory.is_some_and(|directory| !file.path.starts_with(directory));
            let is_elsewhere =
                is_test_file && (is_outside || File::new(engine, module).has_only_tests_without(of));
            !is_elsewhere
        })
    }

    /// Returns whether the file has tests, all of which are known, and none of which sees the `event_loop`
    /// of a file.
    fn has_only_tests_without(&mut self, of: ModuleId) -> bool {
        let (module, tests) = (self.module(), self.tests());
        let classes =
            (0..self.summary().classes.len() as u32).map(|class| ClassRef { module, class: ClassId(class) });
        let inference = self.inference_mut();
        let is_known = !tests.is_empty()
            && !inference.has_open_fixtures(module)
            && classes.into_iter().all(|class| inference.mro(class).iter().all(Option::is_some));
        is_known && !tests.iter().any(|item| self.sees_override(item, of))
    }
}
