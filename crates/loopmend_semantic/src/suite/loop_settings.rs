//! The pytest-asyncio settings that replace an override of `event_loop` for all tests.

use std::sync::Arc;

use loopmend_index::summary::{Binding, BindingKind, Expression, FunctionId, ScopeKind, StarImport, Summary};
use loopmend_project::PytestConfiguration;

use super::fixtures::FixtureDefinition;
use super::settings::ScopeSetting;
use super::{FunctionKind, Scope, SuiteSettings};
use crate::engine::{Engine, ModuleId};
use crate::file::File;
use crate::infer::{ClassRef, FunctionRef, Inference};

impl Inference<'_> {
    /// Returns whether a function is in a `unittest` test case and is not a fixture, so that pytest-asyncio
    /// does not run it.
    fn is_in_test_case(&mut self, function: FunctionRef) -> bool {
        let summary = self.summary(function.module);
        let scopes = summary.scopes_from(summary.function(function.function).scope);
        let classes: Vec<ClassRef> = scopes
            .filter_map(|scope| match summary.scope(scope).kind {
                ScopeKind::Class(class) => Some(ClassRef { module: function.module, class }),
                ScopeKind::Module | ScopeKind::Function(_) => None,
            })
            .collect();
        self.fixture_definition(function).is_none()
            && classes.into_iter().any(|class| self.inherits(class, "unittest.case", "TestCase"))
    }
}

/// The options to set or change so that all tests run on one loop.
#[derive(Clone, Debug)]
pub struct LoopSettings {
    /// The configuration file to change.
    pub configuration: Arc<PytestConfiguration>,
    /// The displayed path of this file.
    pub path: String,
    /// The names of the options, without those that already have this scope.
    pub options: Vec<&'static str>,
    /// The scope to set.
    pub scope: Scope,
}

/// Why no setting can replace an override of `event_loop`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLoopSettings {
    /// No file configures pytest.
    NoConfiguration,
    /// This option is set to another scope.
    OtherScope(&'static str),
    /// The file with this displayed path configures pytest in a parent directory, and does not set the
    /// scope. It applies when pytest is passed a path there.
    ConfiguredAbove(String),
    /// A hook marks tests with another scope.
    Hook,
    /// The file with this displayed path has its own `event_loop`, or imports one.
    OtherLoop(String),
    /// The file with this displayed path has async code and does not see the override.
    Unseen(String),
    /// The installed version lacks such a setting, the settings do not support the scope, or not all facts
    /// are known.
    NotKnown,
}

impl Engine<'_> {
    /// Returns whether tests of a configuration have an `event_loop` override that the installed
    /// pytest-asyncio does not call, or may not call. The required options depend on it.
    pub fn has_ignored_override(&self, settings: &SuiteSettings) -> bool {
        let is_of_it =
            |module: &ModuleId| self.suite_settings(*module).is_some_and(|own| own.is_of_same_file(settings));
        let mut modules = self.files_with_fixture("event_loop").into_iter().filter(is_of_it);
        modules.any(|module| {
            let overrides = File::new(self, module).loop_overrides();
            overrides.iter().any(|found| found.is_ignored != Some(false) && !found.is_dead())
        })
    }

    /// Returns the widest scope of the async fixtures that pytest-asyncio runs, among the tests of a
    /// configuration. Fixtures that state a `loop_scope`, and those with an unknown scope, do not count.
    pub fn widest_async_fixture(&self, settings: &SuiteSettings) -> Option<Scope> {
        let fixtures = self.fixtures_on_default_loop(settings, "fixture");
        fixtures.filter_map(|fixture| fixture.scope).max()
    }

    /// Returns whether an async fixture that pytest-asyncio runs may outlive a test and states no
    /// `loop_scope`, among the tests of a configuration. Only such a fixture is affected when
    /// `asyncio_default_fixture_loop_scope` is unset.
    pub fn has_long_kept_async_fixture(&self, settings: &SuiteSettings) -> bool {
        let mut fixtures = self.fixtures_on_default_loop(settings, "scope");
        fixtures.any(|fixture| fixture.scope != Some(Scope::Function))
    }

    /// Returns whether the project has a test file that uses a configuration.
    pub fn holds_for_tests(&self, settings: &SuiteSettings) -> bool {
        let mut modules = (0..self.project().files().len()).map(ModuleId::of_file);
        modules.any(|module| {
            self.module_path(module).is_some_and(|path| settings.is_test_file(path))
                && self.suite_settings(module).is_some_and(|own| own.is_of_same_file(settings))
        })
    }

    /// Returns the async fixtures that pytest-asyncio runs and that state no `loop_scope`, in the files
    /// whose text contains a word.
    fn fixtures_on_default_loop(
        &self,
        settings: &SuiteSettings,
        word: &str,
    ) -> impl Iterator<Item = FixtureDefinition> {
        let modules = (0..self.project().files().len()).map(ModuleId::of_file);
        let is_of_it = move |module: &ModuleId| {
            self.may_bind(*module, word)
                && self.suite_settings(*module).is_some_and(|own| own.is_of_same_file(settings))
        };
        let fixtures = modules.filter(is_of_it).flat_map(|module| File::new(self, module).own_fixtures());
        fixtures.filter(|fixture| settings.runs_fixture(fixture) && fixture.loop_scope.is_none())
    }
}

impl File<'_> {
    /// Returns the settings that replace the `event_loop` fixture of this file.
    ///
    /// No setting is needed for function scope. Otherwise the scope is that of the fixture, or that of the
    /// longest-lived async fixture if it outlives the override.
    ///
    /// # Errors
    /// Returns the obstacle if one of these conditions does not hold:
    /// - The installed pytest-asyncio has the options.
    /// - No option is set to another scope than that of each fixture.
    /// - All test files and `conftest.py` files of the configuration that contain async code see the
    ///   fixture.
    /// - It is the only fixture of its name.
    /// - No hook may mark tests with another scope.
    pub fn loop_settings(&mut self, scope: Option<Scope>) -> Result<LoopSettings, NoLoopSettings> {
        let settings = self.suite_settings().ok_or(NoLoopSettings::NotKnown)?;
        let configuration = settings.configuration.clone().ok_or(NoLoopSettings::NoConfiguration)?;
        let has_options = settings.behaviour().is_some_and(|behaviour| behaviour.has_test_loop_scope_option);
        if !has_options || settings.is_incomplete || configuration.error.is_some() {
            return Err(NoLoopSettings::NotKnown);
        }
        self.inference_mut().rest_on_project();
        let wanted = self.engine().widest_async_fixture(&settings).max(scope);
        // A class, or the package of a `conftest.py`, is not what the options mean by these words.
        let is_said = |wanted: &Scope| matches!(wanted, Scope::Function | Scope::Module | Scope::Session);
        let wanted = wanted.filter(|wanted| scope.is_some() && is_said(wanted));
        let scope = wanted.ok_or(NoLoopSettings::NotKnown)?;
        let options = options_to_set(&settings, &configuration, scope)?;
        self.is_said_above(&configuration, scope)?;
        if self.engine().hook_states_other_scope(&settings, scope) {
            return Err(NoLoopSettings::Hook);
        }
        self.is_for_all_tests_of(&settings, &configuration)?;
        let path = self.engine().project().file_at(&configuration.path).display;
        Ok(LoopSettings { configuration, path, options, scope })
    }

    /// Checks that all configurations above the nearest one state the scope too, because the paths passed
    /// to pytest decide which one applies. Otherwise the error names the configuration that does not.
    fn is_said_above(&self, nearest: &PytestConfiguration, scope: Scope) -> Result<(), NoLoopSettings> {
        let engine = self.engine();
        let is_above = |other: &Arc<PytestConfiguration>| {
            other.path != nearest.path && nearest.directory().starts_with(other.directory())
        };
        let says = |other: &Arc<PytestConfiguration>| {
            let settings = engine.settings_of(Some(other.clone()));
            options_to_set(&settings, other, scope).is_ok_and(|missing| missing.is_empty())
        };
        let mut above = engine.project().pytest_configurations().into_iter().filter(is_above);
        match above.find(|other| !says(other)) {
            Some(other) => {
                Err(NoLoopSettings::ConfiguredAbove(engine.project().file_at(&other.path).display))
            }
            None => Ok(()),
        }
    }

    /// Checks that all tests and fixtures of a configuration that may run on a loop see the fixtures of
    /// this file. No other file may have an `event_loop`. Otherwise the error names the file.
    fn is_for_all_tests_of(
        &mut self,
        settings: &SuiteSettings,
        configuration: &PytestConfiguration,
    ) -> Result<(), NoLoopSettings> {
        let engine = self.engine();
        let project = engine.project();
        // Where the file of the configuration was met, all files below its directory were.
        if !project.pytest_configurations().iter().any(|met| met.path == configuration.path) {
            return Err(NoLoopSettings::NotKnown);
        }
        let own = engine.module_path(self.module()).ok_or(NoLoopSettings::NotKnown)?;
        let directory = own.parent().filter(|_| self.is_conftest());
        let sees = |path: &std::path::Path| match directory {
            Some(directory) => path.starts_with(directory),
            None => path == own,
        };
        let is_apart = |path: &std::path::Path| {
            let stated = project.pytest_configuration(path.parent()?)?;
            Some(stated.path != configuration.path)
        };
        for (index, file) in project.files().iter().enumerate() {
            let module = ModuleId::of_file(index);
            if module != self.module() && self.uses_name_of(module) {
                return Err(NoLoopSettings::OtherLoop(file.display.clone()));
            }
            let is_of_suite = settings.is_test_file(&file.path) || file.path.ends_with("conftest.py");
            let needs_none = !is_of_suite || sees(&file.path) || is_apart(&file.path) == Some(true);
            if !needs_none && self.may_be_async(module) {
                return Err(NoLoopSettings::Unseen(file.display.clone()));
            }
        }
        Ok(())
    }

    /// Returns whether a file may have async tests or fixtures that pytest-asyncio runs. It has an `async
    /// def` outside of `unittest` test cases, or collects those of other files.
    fn may_be_async(&mut self, module: ModuleId) -> bool {
        let summary = self.engine().summary(module);
        let has_stars = summary.scopes.iter().any(|scope| !scope.star_imports.is_empty());
        let functions = (0..summary.functions.len() as u32).map(FunctionId);
        let mut own = functions.filter(|id| summary.function(*id).is_async);
        let inference = self.inference_mut();
        if has_stars || own.any(|function| !inference.is_in_test_case(FunctionRef { module, function })) {
            return true;
        }
        let tests = inference.tests_collected_from(module);
        let mut tests = tests.iter().filter(|test| !test.is_unittest);
        tests.any(|test| inference.function_kind(test.function) != Some(FunctionKind::Sync))
    }

    /// Returns whether another file defines or imports an `event_loop`, or imports it from this file.
    fn uses_name_of(&self, other: ModuleId) -> bool {
        const NAME: &str = "event_loop";
        let engine = self.engine();
        let summary = engine.summary(other);
        let takes_all = |star: &StarImport| engine.resolve(summary.name(star.module), other) == self.module();
        if summary.scopes.iter().any(|scope| scope.star_imports.iter().any(takes_all)) {
            return true;
        }
        summary.defines_fixture(NAME) || self.imports_override(other)
    }

    /// Whether another file imports an `event_loop`, or takes it from this file as an attribute.
    pub(super) fn imports_override(&self, other: ModuleId) -> bool {
        const NAME: &str = "event_loop";
        let engine = self.engine();
        let summary = engine.summary(other);
        let Some(name) = summary.names.find(NAME) else { return false };
        // One that another module of the project defines is another thing of the same name.
        let is_import = |binding: &Binding| {
            let BindingKind::ImportFrom { module, name: imported } = binding.kind else { return false };
            let source = engine.resolve(summary.name(module), other);
            imported == name && (source == self.module() || !defines(engine.summary(source), NAME))
        };
        let own = engine.module_name(self.module()).rsplit('.').next().unwrap_or_default();
        let is_attribute = |expression: &Expression| {
            let Expression::Attribute { value, name: attribute } = expression else { return false };
            *attribute == name && summary.last_name(*value) == Some(own)
        };
        summary.bindings.iter().any(is_import) || summary.expressions.iter().any(is_attribute)
    }
}

/// Returns whether a module defines a name itself, and does not import it.
fn defines(summary: &Summary, name: &str) -> bool {
    let bindings = summary.bindings_of(Summary::MODULE_SCOPE, name);
    let is_import = |binding: &Binding| {
        matches!(binding.kind, BindingKind::Import { .. } | BindingKind::ImportFrom { .. })
    };
    !bindings.is_empty() && !bindings.iter().any(is_import)
}

/// Returns the options to set or change so that all tests run on loops of a scope.
fn options_to_set(
    settings: &SuiteSettings,
    configuration: &PytestConfiguration,
    wanted: Scope,
) -> Result<Vec<&'static str>, NoLoopSettings> {
    let stated = [
        ("asyncio_default_fixture_loop_scope", settings.fixture_loop_scope),
        ("asyncio_default_test_loop_scope", settings.test_loop_scope),
    ];
    let mut options = Vec::new();
    for (name, setting) in stated {
        match setting {
            ScopeSetting::Unset | ScopeSetting::OfFixture if wanted == Scope::Function => {}
            ScopeSetting::Unset if configuration.value(name).is_none() => options.push(name),
            ScopeSetting::OfFixture if configuration.is_set_by_option(name) => options.push(name),
            ScopeSetting::Scope(stated) if stated == wanted => {}
            _ => return Err(NoLoopSettings::OtherScope(name)),
        }
    }
    Ok(options)
}
