//! Async `pytest.fixture` functions that no plugin runs, so that tests receive a coroutine.

use std::path::Path;
use std::sync::Arc;

use loopmend_catalog::Role;
use loopmend_core::{Place, Span};
use loopmend_index::summary::{
    BindingKind, CallSite, Expression, ExpressionId, FunctionId, Protocol, ScopeId, Summary,
};
use loopmend_project::Version;

use super::collect::{FunctionKind, TestItem};
use super::fixtures::{ANYIO_BACKEND, FixtureDefinition, FixtureMaker};
use super::questions::{SuiteFunction, sorted};
use super::settings::{Mode, SuiteSettings};
use crate::engine::ModuleId;
use crate::file::File;
use crate::infer::{FunctionRef, Inference, Viewpoint};

/// An async fixture of the file that no plugin runs for one of its users.
#[derive(Clone, Debug)]
pub struct UnrunFixture {
    /// The fixture.
    pub fixture: SuiteFunction,
    /// Whether the fixture contains a `yield`.
    pub is_generator: bool,
    /// The range of `pytest.fixture`.
    pub decorator: Span,
    /// The first test that receives a coroutine.
    pub user: String,
    /// The place of this test.
    pub user_place: Option<Place>,
    /// How the users handle the coroutine.
    pub awaiting: FixtureAwaits,
    /// The installed version of pytest-asyncio.
    /// Whether a configuration of pytest says the mode, or leaves it strict.
    pub is_configured: bool,
    /// The version of pytest-asyncio, if it is known.
    pub plugin: Option<Version>,
}

/// How the users of an async fixture handle the coroutine that they receive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FixtureAwaits {
    /// They await the name at these places, by the path of the file. Each range is from `await` to the
    /// name, without the name.
    At(Vec<(String, Vec<Span>)>),
    /// This function uses the coroutine in a way that the value itself would not support.
    Otherwise(String, Option<Place>),
}

/// The search for tests that use fixtures.
struct Search {
    /// The fixtures that no test is known to receive unevaluated.
    open: Vec<FixtureDefinition>,
    /// The fixtures that a test receives unevaluated, each with the first such test.
    found: Vec<(FixtureDefinition, ModuleId, TestItem)>,
    /// The module that defines the fixtures. Plain tests in other files are reported there.
    module: ModuleId,
}

impl File<'_> {
    /// Returns the async `pytest.fixture` functions that a test receives as a coroutine, because
    /// pytest-asyncio runs only its own fixtures in strict mode. The test is in the file, or in a file that
    /// sees its fixtures.
    pub fn unrun_fixtures(&mut self) -> Vec<UnrunFixture> {
        let Some(settings) = self.settings_of_tests("fixture") else { return Vec::new() };
        if !leaves_fixtures(&settings) {
            return Vec::new();
        }
        let fixtures = self.own_fixtures().into_iter();
        let fixtures: Vec<FixtureDefinition> =
            fixtures.filter(|fixture| fixture.is_async && fixture.maker == FixtureMaker::Pytest).collect();
        if fixtures.is_empty() || self.has_foreign_fixture_runner() {
            return Vec::new();
        }
        let users = self.files_of_users(&settings);
        let mut search = Search { open: fixtures, found: Vec::new(), module: self.module() };
        let engine = self.engine();
        for user in &users {
            if *user == self.module() {
                self.look_for_users(&settings, &mut search);
            } else {
                File::new(engine, *user).look_for_users(&settings, &mut search);
            }
        }
        // Without a configuration the mode may be given on the command line; marks show that tests are meant to be strict.
        let is_configured = settings.configuration.is_some();
        let is_strict = |module| is_configured || engine.summary(module).mentions(Role::AsyncMark);
        let found = search.found.into_iter().filter(|(_, module, _)| is_strict(*module));
        let unrun = found.map(|(fixture, module, item)| {
            let user = engine.summary(module).function(item.function.function);
            let path = engine.shown_path(module);
            UnrunFixture {
                fixture: self.suite_function(fixture.function.function),
                is_generator: fixture.is_generator,
                decorator: fixture.decorator,
                user: engine.summary(module).name(user.name).to_owned(),
                user_place: path.map(|path| Place::Span { path, span: user.header }),
                awaiting: self.awaiting(&fixture, &settings),
                plugin: settings.asyncio.version().cloned(),
                is_configured,
            }
        });
        let unrun: Vec<UnrunFixture> = unrun.collect();
        sorted(unrun.into_iter(), |unrun| &unrun.fixture)
    }

    /// Returns the files whose tests may receive a fixture of this one: itself, the test files in the
    /// directory of a `conftest.py`, or all files.
    fn files_of_users(&mut self, settings: &SuiteSettings) -> Vec<ModuleId> {
        if !self.is_conftest() && self.is_test_file(settings) {
            return vec![self.module()];
        }
        self.inference_mut().rest_on_all_texts();
        let engine = self.engine();
        let directory = engine.module_path(self.module()).and_then(Path::parent);
        let directory = directory.filter(|_| self.is_conftest());
        let files = engine.project().files().iter().enumerate();
        let is_user = |path: &Path| {
            settings.is_test_file(path) && directory.is_none_or(|directory| path.starts_with(directory))
        };
        files.filter(|(_, file)| is_user(&file.path)).map(|(index, _)| ModuleId::of_file(index)).collect()
    }

    /// Removes from the search the fixtures that are run for a test of the file, and those that a test
    /// receives unevaluated.
    fn look_for_users(&mut self, settings: &Arc<SuiteSettings>, search: &mut Search) {
        let module = self.module();
        // pytest runs a directory that is configured otherwise in another way.
        if !self.settings_of_own_tests().is_some_and(|own| Arc::ptr_eq(&own, settings)) {
            return;
        }
        let runs_all = self.has_foreign_fixture_runner();
        // From pytest 9 on it gives no test a coroutine, whatever the test does with it.
        let may_await = settings.pytest.version().is_none_or(|version| *version < Version::new([9]));
        for item in self.tests().iter() {
            let used = self.inference_mut().fixtures_used_by(item);
            let is_run = runs_all || self.runs_fixtures(item, used.iter().map(|(name, _)| name.as_str()));
            let used: Vec<FixtureDefinition> = used.into_iter().filter_map(|(_, used)| used).collect();
            let uses =
                |fixture: &FixtureDefinition| used.iter().any(|used| used.function == fixture.function);
            if is_run {
                search.open.retain(|fixture| !uses(fixture));
                search.found.retain(|(fixture, ..)| !uses(fixture));
            } else if self.gets_values_of_fixtures(item, search.module) {
                let gets = |fixture: &FixtureDefinition| {
                    uses(fixture) && !(may_await && self.is_awaited_by_all(fixture, item, &used))
                };
                let (gets, rest): (Vec<_>, Vec<_>) =
                    std::mem::take(&mut search.open).into_iter().partition(gets);
                search.open = rest;
                search.found.extend(gets.into_iter().map(|fixture| (fixture, module, item.clone())));
            }
        }
    }

    /// Returns whether the runner of a test may run async `pytest.fixture` functions for it. anyio does so
    /// if the test uses `anyio_backend`.
    fn runs_fixtures<'n>(&mut self, item: &TestItem, used: impl Iterator<Item = &'n str>) -> bool {
        let mut used = used;
        item.is_unittest
            || used.any(|name| name == ANYIO_BACKEND)
            || self.parameters_of(item).iter().any(|name| name == ANYIO_BACKEND)
    }

    /// Returns whether a test and its fixtures that request an async fixture all handle its coroutine
    /// correctly.
    fn is_awaited_by_all(
        &mut self,
        fixture: &FixtureDefinition,
        item: &TestItem,
        used: &[FixtureDefinition],
    ) -> bool {
        let asks = |requests: &[String]| requests.contains(&fixture.name);
        let mut asking: Vec<FunctionRef> =
            used.iter().filter(|used| asks(&used.requests)).map(|used| used.function).collect();
        if asks(&self.inference_mut().requests_of(item)) {
            asking.push(item.function);
        }
        !asking.is_empty()
            && asking.into_iter().all(|function| {
                let summary = self.engine().summary(function.module);
                takes_awaitable(summary, function.function, &fixture.name)
            })
    }

    /// Returns whether pytest or pytest-asyncio runs a test of the file, which then receives the values of
    /// fixtures, run or not. Plain tests count only in the file of the fixtures.
    fn gets_values_of_fixtures(&mut self, item: &TestItem, of_fixtures: ModuleId) -> bool {
        let module = self.module();
        let inference = self.inference_mut();
        item.function.module == module
            && match inference.function_kind(item.function) {
                Some(FunctionKind::Sync) => module == of_fixtures,
                Some(FunctionKind::Coroutine) => inference.marks_of(item).nearest("asyncio").is_some(),
                Some(FunctionKind::AsyncGenerator) | None => false,
            }
    }

    /// Returns how all tests and fixtures that request a fixture handle its coroutine.
    fn awaiting(&mut self, fixture: &FixtureDefinition, settings: &SuiteSettings) -> FixtureAwaits {
        let mut awaits = Vec::new();
        if settings.ran_all_fixtures {
            return FixtureAwaits::At(awaits);
        }
        let engine = self.engine();
        for module in self.files_that_name(&fixture.name) {
            let summary = engine.summary(module);
            let mut file = File::new(engine, module);
            let text = file.text();
            let mut places = Vec::new();
            for function in file.requesting(fixture) {
                match awaits_of(summary, text, function, &fixture.name) {
                    Some(spans) => places.extend(spans),
                    None => {
                        let definition = summary.function(function);
                        let path = engine.shown_path(module);
                        let place = path.map(|path| Place::Span { path, span: definition.header });
                        return FixtureAwaits::Otherwise(summary.name(definition.name).to_owned(), place);
                    }
                }
            }
            if let Some(path) = engine.shown_path(module).filter(|_| !places.is_empty()) {
                awaits.push((path, places));
            }
        }
        FixtureAwaits::At(awaits)
    }

    /// Returns the files that may have tests or fixtures which request a fixture of this one; for a test
    /// file only itself.
    fn files_that_name(&mut self, name: &str) -> Vec<ModuleId> {
        let is_for_others =
            self.is_conftest() || !self.settings_of_own_tests().is_some_and(|own| self.is_test_file(&own));
        let mut files = vec![self.module()];
        if is_for_others {
            self.inference_mut().rest_on_all_texts();
            let engine = self.engine();
            let all = (0..engine.project().files().len()).map(ModuleId::of_file);
            let own = self.module();
            files.extend(
                all.filter(|module| *module != own && engine.summary(*module).names.find(name).is_some()),
            );
        }
        files
    }

    /// Returns the tests and fixtures of the file that receive the fixture, through a parameter or
    /// `request.getfixturevalue`.
    fn requesting(&mut self, fixture: &FixtureDefinition) -> Vec<FunctionId> {
        let module = self.module();
        let summary = self.summary();
        self.inference_mut().rest_on_text(module);
        let mut functions = Vec::new();
        for item in self.tests().iter().filter(|item| item.function.module == module) {
            let inference = self.inference_mut();
            let is_asked = inference.requests_of(item).contains(&fixture.name)
                && !inference.parameters_of(item).contains(&fixture.name);
            let seen = inference.fixture_seen(inference.viewpoint_of(item), &fixture.name);
            if is_asked && seen.is_some_and(|seen| seen.function == fixture.function) {
                functions.push(item.function.function);
            }
        }
        for asking in self.own_fixtures() {
            let class = self.inference_mut().class_around(asking.function);
            let viewpoint = Viewpoint { module, class };
            let seen = match asking.name == fixture.name {
                true => self.inference_mut().hidden_fixture(viewpoint, &asking),
                false => self.inference_mut().fixture_seen(viewpoint, &fixture.name),
            };
            let is_it = seen.is_some_and(|seen| seen.function == fixture.function);
            if asking.requests.contains(&fixture.name) && is_it {
                functions.push(asking.function.function);
            }
        }
        functions.extend(getting(summary, &fixture.name));
        functions.sort_unstable();
        functions.dedup();
        functions
    }
}

impl Inference<'_> {
    /// Returns the fixture of a name at the place of the request. This is an outermost query.
    fn fixture_seen(&mut self, viewpoint: Viewpoint, name: &str) -> Option<FixtureDefinition> {
        self.begin();
        self.fixture_named(viewpoint, name)
    }
}

/// Returns the functions that await the result of `request.getfixturevalue` for a name.
fn getting<'s>(summary: &'s Summary, name: &'s str) -> impl Iterator<Item = FunctionId> + 's {
    let calls = summary.calls.iter().filter(move |site| is_awaited_value(summary, site, name));
    calls.filter_map(|site| summary.function_around(site.scope))
}

fn is_awaited_value(summary: &Summary, site: &CallSite, name: &str) -> bool {
    let mut given = summary.arguments_of(site.expression).unwrap_or_default().iter();
    site.usage.is_awaited()
        && summary.last_name(site.expression) == Some("getfixturevalue")
        && given.any(|argument| summary.text_of(argument.value) == Some(name))
}

/// Returns whether the plugins do not run `pytest.fixture` functions.
fn leaves_fixtures(settings: &SuiteSettings) -> bool {
    settings.mode == Some(Mode::Strict)
        && !settings.anyio_takes_all
        && !settings.is_incomplete
        && (settings.configuration.is_some() || settings.asyncio.version().is_some())
}

/// Returns the places where a function awaits a parameter; `None` if it may use the parameter as an
/// awaitable in another way.
fn awaits_of(summary: &Summary, text: &str, function: FunctionId, parameter: &str) -> Option<Vec<Span>> {
    let scope = summary.function(function).scope;
    let is_bound_again =
        !summary.bindings_of(scope, parameter).is_empty() || has_other_name(summary, scope, parameter);
    let is_got = getting(summary, parameter).any(|getting| getting == function);
    if is_bound_again || is_got || is_given_to_runner(summary, function, parameter) {
        return None;
    }
    let uses = uses_of_protocols(summary, function, parameter);
    let place = |(protocol, value): (Protocol, ExpressionId)| {
        let end = summary.span(value).start;
        let before = text.get(..end as usize)?.trim_end_matches([' ', '\t']);
        let start = before.strip_suffix("await")?.len() as u32;
        (protocol == Protocol::Await).then(|| Span::new(start, end))
    };
    uses.map(place).collect()
}

/// Returns whether a name is an alias of another one.
fn has_other_name(summary: &Summary, scope: ScopeId, name: &str) -> bool {
    let mut bindings = summary.bindings.iter().filter(|binding| binding.scope == scope);
    bindings.any(|binding| matches!(binding.kind, BindingKind::Value(value) if is_name(summary, value, name)))
}

/// Returns whether a function awaits one of its parameters, or passes it to something that runs awaitables.
fn takes_awaitable(summary: &Summary, function: FunctionId, parameter: &str) -> bool {
    uses_of_protocols(summary, function, parameter).next().is_some()
        || is_given_to_runner(summary, function, parameter)
}

fn uses_of_protocols(
    summary: &Summary,
    function: FunctionId,
    parameter: &str,
) -> impl Iterator<Item = (Protocol, ExpressionId)> {
    let scope = summary.function(function).scope;
    let uses = summary.protocol_uses.iter().filter(move |of| {
        matches!(of.protocol, Protocol::Await | Protocol::AsyncFor)
            && is_name(summary, of.value, parameter)
            && is_of(summary, scope, of.scope, parameter)
    });
    uses.map(|of| (of.protocol, of.value))
}

fn is_given_to_runner(summary: &Summary, function: FunctionId, parameter: &str) -> bool {
    let scope = summary.function(function).scope;
    let mut calls = summary.calls.iter();
    calls.any(|site| {
        let runs = summary.last_roles(site.expression).has(Role::RunsAwaitable);
        let mut given = summary.arguments_of(site.expression).unwrap_or_default().iter();
        runs && given.any(|argument| is_name(summary, argument.value, parameter))
            && is_of(summary, scope, site.scope, parameter)
    })
}

/// Returns whether a name refers to the parameter of a function where it is used, without a scope in
/// between that shadows it.
fn is_of(summary: &Summary, function: ScopeId, used: ScopeId, name: &str) -> bool {
    let has_parameter = |scope: ScopeId| {
        summary.enclosing_function(scope).is_some_and(|function| {
            let mut parameters = summary.function(function).parameters.iter();
            parameters.any(|parameter| summary.name(parameter.name) == name)
        })
    };
    let binds = |scope: ScopeId| has_parameter(scope) || !summary.bindings_of(scope, name).is_empty();
    summary.scopes_from(used).find(|scope| *scope == function || binds(*scope)) == Some(function)
}

fn is_name(summary: &Summary, value: ExpressionId, name: &str) -> bool {
    matches!(summary.expression(value), Expression::Name(written) if summary.name(written) == name)
}
