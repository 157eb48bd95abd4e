//! Queries of the rules about the tests and fixtures of a file.

use std::sync::Arc;

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{ArgumentKind, Binding, BindingKind, Expression, FunctionId, NameId, Summary};
use loopmend_project::Version;
use rustc_hash::{FxHashMap, FxHashSet};

use super::collect::{FunctionKind, TestItem};
use super::conventions::is_nearly_taking;
use super::fixtures::{ANYIO_BACKEND, FixtureDefinition};
use super::marks::takes_tests;
use super::outcome::Outcome;
use super::settings::{Installed, Mode, SuiteSettings};
use super::{Scope, ScopeSetting};
use crate::engine::{Engine, ModuleId};
use crate::file::File;
use crate::infer::{FunctionRef, Viewpoint};

/// A test or fixture of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuiteFunction {
    /// The name of the function.
    pub name: String,
    /// The qualified name.
    pub symbol: String,
    /// The range from `def` or `async` to the name.
    pub header: Span,
    /// Whether the function is an `async def`.
    pub is_async: bool,
}

/// An async test that no plugin runs.
#[derive(Clone, Debug)]
pub struct UnrunTest {
    /// The test.
    pub test: SuiteFunction,
    /// Whether pytest skips the test rather than failing it; `None` if the version is unknown.
    pub is_skipped: Option<bool>,
    /// The installed version of pytest-asyncio.
    pub plugin: Option<Version>,
    /// Whether the finding is only likely: no environment was found, and other async tests of the file are
    /// marked.
    pub is_by_neighbours: bool,
    /// Whether the project declares that it uses pytest-asyncio.
    pub uses_plugin: bool,
}

/// A test or fixture that requests `event_loop`. Either the project does not define that fixture, or the
/// function is async as well.
#[derive(Clone, Debug)]
pub struct LoopRequest {
    /// The requesting function.
    pub function: SuiteFunction,
    /// Whether the function is a fixture.
    pub is_fixture: bool,
    /// The installed version of pytest-asyncio.
    pub plugin: Option<Version>,
    /// Whether that version lacks the fixture; `None` if the version is unknown.
    pub is_missing: Option<bool>,
    /// Whether that version warns about the fixture in async functions.
    pub is_deprecated: bool,
    /// Whether the project defines a fixture of that name, whose loop that version does not use.
    pub is_overridden: bool,
    /// Whether that fixture has `params`, so that everything that requests it runs once for each value.
    pub is_parametrized: bool,
}

/// An async fixture that outlives its event loop.
#[derive(Clone, Debug)]
pub struct OutlivedLoop {
    /// The fixture.
    pub fixture: SuiteFunction,
    /// The scope of the fixture.
    pub kept: Scope,
    /// The scope of its loop.
    pub loop_scope: Scope,
    /// Whether a setting causes this, rather than the decorator.
    pub is_by_setting: bool,
    /// Whether the loop is that of the `event_loop` fixture, because the decorator cannot state a loop
    /// scope.
    pub is_event_loop: bool,
    /// The installed version of pytest-asyncio.
    pub plugin: Version,
}

/// A mark with a deprecated argument.
#[derive(Clone, Debug)]
pub struct OldMark {
    /// The range of the keyword `scope`.
    pub keyword: Span,
    /// Whether the mark also states `loop_scope`, which the plugin rejects.
    pub has_both: bool,
    /// The installed version of pytest-asyncio.
    pub plugin: Version,
}

/// The context of the tests in a file.
struct Neighbours {
    /// Whether async tests are marked for pytest-asyncio.
    are_marked: bool,
    /// The names that running code of the file calls.
    called: FxHashSet<NameId>,
}

impl<'e> File<'e> {
    /// Returns the async tests that no plugin runs, in source order and without duplicates.
    pub fn unrun_tests(&mut self) -> Vec<UnrunTest> {
        let Some(settings) = self.settings_of_tests("async") else { return Vec::new() };
        let module = self.module();
        let takes_all = settings.mode == Some(Mode::Auto) && settings.asyncio != Installed::Absent;
        if settings.is_incomplete && settings.asyncio != Installed::Unknown {
            return Vec::new();
        }
        if takes_all || settings.anyio_takes_all || !self.inference_mut().other_runners(module).is_empty() {
            return Vec::new();
        }
        let mut found: FxHashMap<FunctionId, Option<UnrunTest>> = FxHashMap::default();
        let neighbours =
            Neighbours { are_marked: self.marks_others(), called: self.names_called_by_running_code() };
        for item in self.tests().iter().filter(|item| item.function.module == module && !item.is_unittest) {
            if self.is_async_def(item.function) {
                let unrun = self.as_unrun(item, &settings, &neighbours);
                // A method of several test classes is run if it is in one of them.
                let known = found.entry(item.function.function).or_insert_with(|| unrun.clone());
                *known = known.take().filter(|_| unrun.is_some());
            }
        }
        sorted(found.into_values().flatten(), |unrun| &unrun.test)
    }

    /// Returns a test as a finding, if no plugin runs it.
    fn as_unrun(
        &mut self,
        item: &TestItem,
        settings: &SuiteSettings,
        neighbours: &Neighbours,
    ) -> Option<UnrunTest> {
        let marks = self.inference_mut().marks_of(item);
        let mut names = marks.known.iter().map(|mark| mark.name.as_str());
        if marks.may_take(settings.behaviour())
            || names.any(|name| takes_tests(name) || is_nearly_taking(name))
            || neighbours.called.contains(&self.summary().function(item.function.function).name)
            || self.inference_mut().is_skipped(item)
        {
            return None;
        }
        let (is_skipped, is_by_neighbours) = match self.predict(item, settings).outcome {
            Outcome::NotRun { is_skipped } if settings.configuration.is_some() || neighbours.are_marked => {
                (is_skipped, false)
            }
            Outcome::Unknown(_) if settings.asyncio == Installed::Unknown && !settings.may_lack_runner => {
                let is_coroutine =
                    self.inference_mut().function_kind(item.function) == Some(FunctionKind::Coroutine);
                let is_strict = settings.mode == Some(Mode::Strict);
                (is_strict && is_coroutine && neighbours.are_marked).then_some((None, true))?
            }
            _ => return None,
        };
        Some(UnrunTest {
            test: self.suite_function(item.function.function),
            is_skipped,
            plugin: settings.asyncio.version().cloned(),
            is_by_neighbours,
            uses_plugin: settings.configuration.is_some()
                && (settings.states_asyncio || neighbours.are_marked),
        })
    }

    /// Returns whether async tests of the file are marked for pytest-asyncio.
    fn marks_others(&mut self) -> bool {
        self.tests().iter().any(|item| {
            !item.is_unittest
                && self.is_async_def(item.function)
                && self.inference_mut().marks_of(item).nearest("asyncio").is_some()
        })
    }

    /// Returns the tests and fixtures of the file that request `event_loop`, if only pytest-asyncio may
    /// define that fixture.
    pub fn loop_requests(&mut self) -> Vec<LoopRequest> {
        let Some(settings) = self.settings_of_tests("event_loop") else { return Vec::new() };
        if settings.asyncio == Installed::Absent || settings.takes_override {
            return Vec::new();
        }
        let behaviour = settings.behaviour().filter(|_| !settings.is_incomplete);
        let is_missing = behaviour.map(|behaviour| !behaviour.has_event_loop_fixture);
        let is_deprecated = behaviour.is_some_and(|behaviour| behaviour.marker_takes_scope);
        let functions: Vec<(FunctionRef, Viewpoint, bool)> = self.functions_that_request("event_loop");
        let mut found = Vec::new();
        for (function, viewpoint, is_fixture) in functions {
            if !self.is_left_to_plugins(viewpoint, "event_loop", function) {
                continue;
            }
            let function = self.suite_function(function.function);
            let plugin = settings.known_plugin();
            found.push(LoopRequest {
                function,
                is_fixture,
                plugin,
                is_missing,
                is_deprecated,
                is_overridden: false,
                is_parametrized: false,
            });
        }
        if is_missing == Some(true) && self.engine().defines_fixture("event_loop") {
            let is_told = |request: &LoopRequest| {
                found.iter().any(|told| told.function.header == request.function.header)
            };
            let mut of_override = self.async_requests_of_override(&settings);
            of_override.retain(|request| !is_told(request));
            found.extend(of_override);
        }
        sorted(found.into_iter(), |request| &request.function)
    }

    /// Returns the async tests and fixtures of the file that request a project `event_loop` on which they
    /// do not run. Of fixtures, only those that no plugin runs are returned.
    fn async_requests_of_override(&mut self, settings: &SuiteSettings) -> Vec<LoopRequest> {
        const NAME: &str = "event_loop";
        let module = self.module();
        let mut fixtures = self.own_fixtures();
        fixtures.retain(|fixture| fixture.is_async && fixture.requests.iter().any(|request| request == NAME));
        // With a mode that there is not, nothing runs; with the one that is meant, they may.
        let may_run = |fixture: &FixtureDefinition| settings.mode.is_none() || settings.runs_fixture(fixture);
        if !fixtures.iter().all(may_run) {
            let unrun: Vec<Span> =
                self.unrun_fixtures().into_iter().map(|unrun| unrun.fixture.header).collect();
            let is_unrun = |this: &mut Self, fixture: &FixtureDefinition| {
                unrun.contains(&this.suite_function(fixture.function.function).header)
            };
            fixtures.retain(|fixture| may_run(fixture) || is_unrun(self, fixture));
        }
        let fixtures = fixtures.into_iter();
        let mut asking: Vec<(FunctionRef, bool)> = fixtures.map(|fixture| (fixture.function, true)).collect();
        for item in self.tests().iter() {
            let is_own = item.function.module == module && !item.is_unittest;
            if is_own && self.is_async_def(item.function) && self.asks_for(item, NAME) {
                asking.push((item.function, false));
            }
        }
        asking.dedup();
        // What an async one gives is the loop that runs.
        asking.retain(|(function, _)| !self.sees_async_fixture(*function, NAME));
        let request = |(function, is_fixture): (FunctionRef, bool)| LoopRequest {
            is_parametrized: self.is_given_several(function, NAME),
            function: self.suite_function(function.function),
            is_fixture,
            plugin: settings.known_plugin(),
            is_missing: Some(true),
            is_deprecated: true,
            is_overridden: true,
        };
        asking.into_iter().map(request).collect()
    }

    /// Returns the fixture of a name that a function of the file sees.
    fn fixture_seen_by(&mut self, function: FunctionRef, name: &str) -> Option<FixtureDefinition> {
        let inference = self.inference_mut();
        let class = inference.class_around(function);
        inference.fixture_named(Viewpoint { module: function.module, class }, name)
    }

    fn sees_async_fixture(&mut self, function: FunctionRef, name: &str) -> bool {
        self.fixture_seen_by(function, name).is_some_and(|fixture| fixture.is_async)
    }

    /// Returns whether the fixture of a name that a function of the file sees has `params`.
    fn is_given_several(&mut self, function: FunctionRef, name: &str) -> bool {
        self.fixture_seen_by(function, name).is_some_and(|fixture| self.has_params(&fixture))
    }

    /// Returns whether a fixture has `params`, so that everything that requests it runs once for each
    /// value.
    pub fn has_params(&self, fixture: &FixtureDefinition) -> bool {
        let FunctionRef { module, function } = fixture.function;
        let summary = self.engine().summary(module);
        let decorators = summary.list(summary.function(function).decorators).iter();
        let mut given = decorators.filter_map(|decorator| summary.arguments_of(*decorator)).flatten();
        given.any(|argument| match argument.kind {
            ArgumentKind::Keyword(keyword) => summary.name(keyword) == "params",
            kind => kind == ArgumentKind::DoubleStarred,
        })
    }

    /// Returns the tests and fixtures of the file that request a fixture, with their viewpoint, and whether
    /// each is a fixture.
    fn functions_that_request(&mut self, name: &str) -> Vec<(FunctionRef, Viewpoint, bool)> {
        let module = self.module();
        let mut found = Vec::new();
        for fixture in self.own_fixtures() {
            if fixture.requests.iter().any(|request| request == name) && !self.may_be_given_elsewhere(name) {
                let class = self.inference_mut().class_around(fixture.function);
                found.push((fixture.function, Viewpoint { module, class }, true));
            }
        }
        let mut seen = FxHashSet::default();
        for item in self.tests().iter() {
            let is_own = item.function.module == module && !item.is_unittest;
            if is_own && seen.insert(item.function) && self.asks_for(item, name) {
                let viewpoint = self.inference_mut().viewpoint_of(item);
                found.push((item.function, viewpoint, false));
            }
        }
        found
    }

    /// Returns whether a fixture of the file may be used where another one of a name is visible. pytest
    /// looks up the requests of a fixture from the test, not from the fixture.
    fn may_be_given_elsewhere(&mut self, name: &str) -> bool {
        let is_for_others =
            self.suite_settings().is_none_or(|settings| self.is_conftest() || !self.is_test_file(&settings));
        is_for_others && self.engine().defines_fixture(name)
    }

    fn asks_for(&mut self, item: &TestItem, name: &str) -> bool {
        self.summary().names.find(name).is_some() && {
            let inference = self.inference_mut();
            inference.requests_of(item).iter().any(|request| request == name)
                && !inference.parameters_of(item).iter().any(|parameter| parameter == name)
                && inference.shows_parameters(item.function)
        }
    }

    /// Returns whether only pytest-asyncio may define a fixture. Neither the project nor another plugin
    /// defines it, and all plugins named by the project are known.
    fn is_left_to_plugins(&mut self, from: Viewpoint, name: &str, asking: FunctionRef) -> bool {
        let engine = self.engine();
        let inference = self.inference_mut();
        inference.begin();
        if inference.has_open_fixtures(from.module) || inference.may_generate_values(from.module, name) {
            return false;
        }
        let found = inference.find_fixture(from, name, Some(asking));
        found.iter().all(|fixture| match fixture {
            crate::infer::Fixture::Function(function, _) => is_of_plugin(engine, *function),
            crate::infer::Fixture::Value { .. } => false,
        })
    }

    /// Returns whether a plugin requests a fixture for a test when it collects the test, so that the test need not take it: that of anyio for
    /// its marked tests (anyio.readthedocs.io/en/stable/testing.html), others for each async test.
    pub fn is_given_by_plugin(&mut self, function: FunctionId, fixture: &str) -> bool {
        let reference = FunctionRef { module: self.module(), function };
        if !named(fixture).has(Role::RequestedByPlugin) || !self.is_async_def(reference) {
            return false;
        }
        if fixture != ANYIO_BACKEND || self.suite_settings().is_some_and(|settings| settings.anyio_takes_all)
        {
            return true;
        }
        self.tests().iter().filter(|item| item.function == reference).any(|item| {
            let marks = self.inference_mut().marks_of(item);
            marks.are_open || marks.nearest("anyio").is_some()
        })
    }

    /// Returns whether something that the file sees may run async fixtures itself.
    pub fn has_foreign_fixture_runner(&mut self) -> bool {
        let module = self.module();
        self.inference_mut().has_fixture_runner(module)
    }

    /// Returns the async fixtures of the file that outlive their event loops, which pytest rejects.
    pub fn outlived_loops(&mut self) -> Vec<OutlivedLoop> {
        let Some(settings) = self.settings_of_tests("fixture") else { return Vec::new() };
        let (Installed::Version(plugin), Some(behaviour)) = (&settings.asyncio, settings.behaviour()) else {
            return Vec::new();
        };
        if !behaviour.has_loop_scope {
            return match behaviour.fixtures_run_on_event_loop {
                true => self.outlived_event_loops(&settings, plugin),
                false => Vec::new(),
            };
        }
        let mut found = Vec::new();
        for fixture in self.own_fixtures() {
            if !settings.runs_fixture(&fixture) {
                continue;
            }
            let by_setting = match settings.fixture_loop_scope {
                ScopeSetting::Scope(scope) => Some(scope),
                ScopeSetting::Unset | ScopeSetting::OfFixture | ScopeSetting::Invalid => None,
            };
            let stated = fixture.loop_scope.map_or(by_setting, |stated| stated);
            let (Some(kept), Some(loop_scope)) = (fixture.scope, stated) else { continue };
            let may_be_overridden = behaviour.has_event_loop_fixture && loop_scope == Scope::Function;
            if loop_scope < kept && !(may_be_overridden && self.may_run_on_override(&fixture)) {
                found.push(OutlivedLoop {
                    fixture: self.suite_function(fixture.function.function),
                    kept,
                    loop_scope,
                    is_by_setting: fixture.loop_scope.is_none(),
                    is_event_loop: false,
                    plugin: plugin.clone(),
                });
            }
        }
        sorted(found.into_iter(), |outlived| &outlived.fixture)
    }

    /// Returns the async fixtures that outlive their event loops up to pytest-asyncio 0.21. There, async
    /// fixtures run on the `event_loop` fixture, which has function scope. An override of the project
    /// counts if it is the only one that their users may see, and its scope is known.
    fn outlived_event_loops(&mut self, settings: &SuiteSettings, plugin: &Version) -> Vec<OutlivedLoop> {
        let mut found = Vec::new();
        for fixture in self.own_fixtures() {
            let Some(kept) = fixture.scope.filter(|kept| *kept > Scope::Function) else { continue };
            if !settings.runs_fixture(&fixture) || !self.may_be_used(&fixture, settings) {
                continue;
            }
            let Some(loop_scope) = self.scope_of_event_loop(&fixture, settings) else { continue };
            if loop_scope < kept {
                found.push(OutlivedLoop {
                    fixture: self.suite_function(fixture.function.function),
                    kept,
                    loop_scope,
                    is_by_setting: false,
                    is_event_loop: true,
                    plugin: plugin.clone(),
                });
            }
        }
        sorted(found.into_iter(), |outlived| &outlived.fixture)
    }

    /// Returns the scope of the `event_loop` on which a fixture runs. Returns `None` if it may come from an
    /// unknown source, or differs for some users of the fixture.
    fn scope_of_event_loop(
        &mut self,
        fixture: &FixtureDefinition,
        settings: &SuiteSettings,
    ) -> Option<Scope> {
        let module = self.module();
        let inference = self.inference_mut();
        inference.rest_on_all_texts();
        inference.begin();
        if inference.has_open_fixtures(module) {
            return None;
        }
        let seen = self.event_loop_of_project(fixture);
        let others = self.engine().files_with_fixture("event_loop");
        let is_for_this_file = !self.is_conftest() && self.is_test_file(settings);
        match seen {
            Some(own) => {
                let is_another = |other: &ModuleId| ![module, own.function.module].contains(other);
                let is_elsewhere = !is_for_this_file && others.iter().any(is_another);
                let mut fixtures = self.own_fixtures().into_iter();
                let is_beside =
                    fixtures.any(|other| other.name == own.name && other.function != own.function);
                own.scope.filter(|_| !is_elsewhere && !is_beside)
            }
            None => (!self.engine().defines_fixture("event_loop")).then_some(Scope::Function),
        }
    }

    /// Returns whether tests may use a fixture. One that no other file sees must be used in this file.
    fn may_be_used(&mut self, fixture: &FixtureDefinition, settings: &SuiteSettings) -> bool {
        if self.is_conftest() || !self.is_test_file(settings) {
            return true;
        }
        let items = self.tests();
        let mut used = items.iter().flat_map(|item| self.inference_mut().fixtures_used_by(item));
        used.any(|(_, definition)| definition.is_some_and(|used| used.function == fixture.function))
    }

    /// Returns whether the project has an `event_loop` fixture, or an unknown one, which is the loop of
    /// async fixtures for each test up to 0.26.
    fn may_run_on_override(&mut self, fixture: &FixtureDefinition) -> bool {
        let module = self.module();
        let inference = self.inference_mut();
        inference.rest_on_all_texts();
        inference.begin();
        inference.has_open_fixtures(module)
            || self.engine().defines_fixture("event_loop")
            || self.event_loop_of_project(fixture).is_some()
    }

    /// Returns the `event_loop` fixture that a fixture sees, if it is not that of pytest-asyncio.
    fn event_loop_of_project(&mut self, fixture: &FixtureDefinition) -> Option<FixtureDefinition> {
        let module = self.module();
        let inference = self.inference_mut();
        inference.begin();
        let class = inference.class_around(fixture.function);
        let seen = inference.fixture_named(Viewpoint { module, class }, "event_loop");
        seen.filter(|found| !is_of_plugin(inference.engine, found.function))
    }

    /// Returns the marks of the file that state `scope`, which is named `loop_scope` since pytest-asyncio
    /// 0.24.
    pub fn old_marks(&mut self) -> Vec<OldMark> {
        let Some(settings) = self.settings_of_tests("asyncio") else { return Vec::new() };
        let Installed::Version(plugin) = &settings.asyncio else { return Vec::new() };
        if !settings.behaviour().is_some_and(|behaviour| behaviour.has_loop_scope) {
            return Vec::new();
        }
        let summary = self.summary();
        if summary.names.find("scope").is_none() {
            return Vec::new();
        }
        let text = self.text();
        let calls = summary.expressions.iter().zip(&summary.spans);
        let marks = calls.filter_map(|(expression, span)| {
            let Expression::Call { callee, arguments } = expression else { return None };
            let parts = summary.dotted_parts(*callee)?;
            let is_mark = matches!(parts.as_slice(), [.., "mark", "asyncio"]);
            let arguments = summary.arguments(*arguments);
            let place_of = |wanted: &str| {
                let is_it = |kind: ArgumentKind| matches!(kind, ArgumentKind::Keyword(name) if summary.name(name) == wanted);
                arguments.iter().position(|argument| is_it(argument.kind)).filter(|_| is_mark)
            };
            let place = place_of("scope")?;
            let before = match place.checked_sub(1) {
                Some(before) => summary.span(arguments[before].value).end,
                None => summary.span(*callee).end,
            };
            let keyword = keyword_in(text, Span::new(before.max(span.start), span.end), "scope")?;
            Some(OldMark { keyword, has_both: place_of("loop_scope").is_some(), plugin: plugin.clone() })
        });
        let mut marks: Vec<OldMark> = marks.collect();
        marks.sort_by_key(|mark| mark.keyword.start);
        marks.dedup_by_key(|mark| mark.keyword);
        marks
    }

    /// Returns whether the file has a plain top-level `import NAME`, and only imports bind or delete the
    /// name. An import inside another statement does not count, because `if TYPE_CHECKING:` imports nothing
    /// at run time.
    pub fn imports_module(&self, name: &str) -> bool {
        self.imports_module_as(name, name)
    }

    /// Returns the name that a top-level `import` binds to a module for the whole file: its own name, or an
    /// alias after `as`.
    pub fn name_of_module(&self, module: &str) -> Option<&'e str> {
        let summary = self.summary();
        let names = summary.scope(Summary::MODULE_SCOPE).entries.iter().map(|entry| summary.name(entry.name));
        let mut found: Vec<&str> = names.filter(|name| self.imports_module_as(module, name)).collect();
        found.sort_by_key(|name| *name != module);
        found.first().copied()
    }

    /// Returns the name of a module at a place of the top level, as [`File::name_of_module`] does, if the module is imported before.
    pub fn name_of_module_before(&self, module: &str, place: u32) -> Option<&'e str> {
        let name = self.name_of_module(module)?;
        let bindings = self.summary().bindings_of(Summary::MODULE_SCOPE, name);
        bindings.iter().any(|binding| binding.is_unconditional() && binding.offset <= place).then_some(name)
    }

    fn imports_module_as(&self, module: &str, name: &str) -> bool {
        let bindings = self.summary().bindings_of(Summary::MODULE_SCOPE, name);
        let is_import = |kind: &BindingKind| match kind {
            BindingKind::Import { module: imported } => self.summary().name(*imported) == module,
            _ => false,
        };
        let stands_alone = |binding: &Binding| {
            let line = self.text()[..binding.offset as usize].rsplit('\n').next().unwrap_or_default();
            !line.starts_with(char::is_whitespace) && !line.contains(':')
        };
        let imports_it = |binding: &Binding| {
            is_import(&binding.kind) && binding.is_unconditional() && stands_alone(binding)
        };
        bindings.iter().all(|binding| matches!(binding.kind, BindingKind::Import { .. }))
            && bindings.iter().any(imports_it)
    }

    /// Returns the end of the line of a separate top-level `import NAME`.
    pub fn end_of_import(&self, name: &str) -> Option<u32> {
        let bindings = self.summary().bindings_of(Summary::MODULE_SCOPE, name);
        let imports = bindings.iter().filter(|binding| {
            let is_import =
                matches!(binding.kind, BindingKind::Import { module } if self.summary().name(module) == name);
            is_import && binding.is_unconditional()
        });
        let mut ends = imports.map(|binding| binding.offset);
        let text = self.text();
        ends.find(|end| {
            let (before, behind) = text.split_at(*end as usize);
            let line = before.rsplit('\n').next().unwrap_or_default();
            let rest = behind.lines().next().unwrap_or_default();
            line.strip_prefix("import ").is_some_and(|line| line.trim() == name) && rest.trim_end().is_empty()
        })
    }

    /// Returns the settings of the tests of the file, if it may contain tests or fixtures and mentions this
    /// name.
    pub fn settings_of_tests(&mut self, name: &str) -> Option<Arc<SuiteSettings>> {
        let is_async = name == "async";
        let summary = self.summary();
        let has_name = summary.names.find(name).is_some();
        if !(if is_async { summary.has_async_functions() } else { has_name }) {
            return None;
        }
        self.settings_of_own_tests()
    }

    /// Returns the settings of the tests of the file, if it may contain tests or fixtures that pytest
    /// collects.
    pub fn settings_of_own_tests(&mut self) -> Option<Arc<SuiteSettings>> {
        let summary = self.summary();
        let settings = self.suite_settings()?;
        let has_fixture = || {
            summary.names.find("fixture").is_some()
                && (0..summary.functions.len() as u32).any(|id| is_fixture(summary, FunctionId(id)))
        };
        let may_hold = self.is_conftest() || self.holds_tests(&settings) || has_fixture();
        let is_readable =
            settings.configuration.as_ref().is_none_or(|configuration| configuration.error.is_none());
        if !may_hold || !is_readable || self.is_skipped_whole() {
            return None;
        }
        let module = self.module();
        self.inference_mut().rest_on_suite(module);
        Some(settings)
    }

    /// Returns whether the file is a `conftest.py`, whose fixtures other files can see.
    pub fn is_conftest(&self) -> bool {
        let path = self.engine().module_path(self.module());
        path.and_then(|path| path.file_name()).is_some_and(|name| name == "conftest.py")
    }

    /// Returns whether pytest collects tests from the file.
    pub fn is_test_file(&self, settings: &SuiteSettings) -> bool {
        self.engine().module_path(self.module()).is_some_and(|path| settings.is_test_file(path))
    }

    /// Returns whether the file is a test file that pytest collects when it is started without arguments.
    fn holds_tests(&self, settings: &SuiteSettings) -> bool {
        let path = self.engine().module_path(self.module());
        path.is_some_and(|path| settings.is_test_file(path) && settings.is_in_test_paths(path))
    }

    /// Returns the fixtures that the file defines, in source order.
    pub fn own_fixtures(&mut self) -> Vec<FixtureDefinition> {
        let module = self.module();
        let functions = (0..self.summary().functions.len() as u32).map(FunctionId);
        let inference = self.inference_mut();
        inference.begin();
        let found =
            functions.filter_map(|function| inference.fixture_definition(FunctionRef { module, function }));
        let mut found: Vec<FixtureDefinition> = found.collect();
        found.sort_by_key(|fixture| fixture.decorator.start);
        found
    }

    fn is_async_def(&self, function: FunctionRef) -> bool {
        self.engine().summary(function.module).function(function.function).is_async
    }

    /// Returns a function of the file as reports name it.
    pub fn suite_function(&self, id: FunctionId) -> SuiteFunction {
        let summary = self.summary();
        let function = summary.function(id);
        SuiteFunction {
            name: summary.name(function.name).to_owned(),
            symbol: summary.qualified_name(function.scope),
            header: function.header,
            is_async: function.is_async,
        }
    }
}

/// Returns whether pytest-asyncio itself defines a fixture.
fn is_of_plugin(engine: &Engine, fixture: FunctionRef) -> bool {
    engine.module_name(fixture.module) == "pytest_asyncio.plugin"
}

/// Sorts findings in source order.
pub(super) fn sorted<T>(found: impl Iterator<Item = T>, function: impl Fn(&T) -> &SuiteFunction) -> Vec<T> {
    let mut found: Vec<T> = found.collect();
    found.sort_by_key(|one| function(one).header.start);
    found
}

/// Returns the first occurrence of a word in a range that is not part of a longer word or of a comment.
fn keyword_in(text: &str, range: Span, word: &str) -> Option<Span> {
    let mut start = range.start as usize;
    for line in text.get(start..range.end as usize)?.split_inclusive('\n') {
        let code = line.split('#').next().unwrap_or_default();
        let is_part = |character: char| character.is_alphanumeric() || character == '_';
        let found = code
            .match_indices(word)
            .find(|(at, _)| !code[..*at].ends_with(is_part) && !code[at + word.len()..].starts_with(is_part));
        if let Some((at, _)) = found {
            let at = (start + at) as u32;
            return Some(Span::new(at, at + word.len() as u32));
        }
        start += line.len();
    }
    None
}
