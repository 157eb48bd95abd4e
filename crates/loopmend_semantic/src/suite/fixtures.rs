//! Fixtures, as pytest and pytest-asyncio define them (docs.pytest.org/en/stable/reference/fixtures.html).

use loopmend_catalog::{Role, is, named};
use loopmend_core::Span;
use loopmend_index::decorators::{is_named, names_fixture};
use loopmend_index::summary::{
    ArgumentKind, BindingKind, Expression, ExpressionId, FunctionId, Literal, ParameterKind, ScopeId, Summary,
};
use loopmend_project::Origin;
use rustc_hash::FxHashSet;

use super::Scope;
use super::collect::{FunctionKind, TestItem};
use super::marks::Marks;
use crate::engine::ModuleId;
use crate::infer::{
    ClassRef, ContextId, Fixture, FunctionRef, Inference, Location, Type, Viewpoint, argument_named,
    names_in, place_in_parametrize,
};

/// The decorator that turns a function into a fixture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixtureMaker {
    /// `pytest.fixture`.
    Pytest,
    /// `pytest_asyncio.fixture`.
    PytestAsyncio,
    /// Another decorator, such as that of a plugin.
    Other,
}

/// A function that is a fixture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixtureDefinition {
    /// The name under which tests request the fixture.
    pub name: String,
    /// The function.
    pub function: FunctionRef,
    /// The decorator that makes the function a fixture.
    pub maker: FixtureMaker,
    /// The scope of the fixture; `None` if unknown.
    pub scope: Option<Scope>,
    /// The argument `loop_scope=`; the inner `None` means an unknown value.
    pub loop_scope: Option<Option<Scope>>,
    /// Whether every test that can see the fixture uses it; `None` if unknown.
    pub is_autouse: Option<bool>,
    /// Whether the function is an `async def` whose decorators certainly keep it one.
    pub is_async: bool,
    /// Whether the function contains a `yield`.
    pub is_generator: bool,
    /// The fixtures that this fixture requests.
    pub requests: Vec<String>,
    /// The range of the decorator in its file.
    pub decorator: Span,
}

/// The fixture by which async tests and fixtures select anyio's plugin.
pub const ANYIO_BACKEND: &str = "anyio_backend";

/// The maximum number of fixtures that a test requests, directly or indirectly.
const MOST_FIXTURES: usize = 512;

impl<'e> Inference<'e> {
    /// Returns the fixtures that a test uses, by their names. In order: autouse fixtures, those that
    /// `usefixtures` names, its parameters, and what these request. This is an outermost query.
    pub fn fixtures_used_by(&mut self, item: &TestItem) -> Vec<(String, Option<FixtureDefinition>)> {
        let viewpoint = self.viewpoint_of(item);
        let marks = self.marks_of(item);
        let given = self.parameters_of(item);
        let mut names = self.autouse_names(viewpoint);
        if self.is_called_around_tests(item) {
            names.push("request".to_owned());
        }
        if self.is_taken_by_anyio(item, &marks) {
            names.push(ANYIO_BACKEND.to_owned());
        }
        for mark in marks.known.iter().filter(|mark| mark.name == "usefixtures") {
            names.extend(self.texts_given(mark.module, mark.expression));
        }
        names.extend(self.requests_of(item));
        names.retain(|name| !given.contains(name));
        self.fixtures_asked_for(item, names)
    }

    /// Returns the fixtures of these names as a test sees them, and the fixtures that they request. This is
    /// an outermost query.
    pub fn fixtures_asked_for(
        &mut self,
        item: &TestItem,
        mut names: Vec<String>,
    ) -> Vec<(String, Option<FixtureDefinition>)> {
        let viewpoint = self.viewpoint_of(item);
        let given = self.parameters_of(item);
        let mut used: Vec<(String, Option<FixtureDefinition>)> = Vec::new();
        let mut seen = FxHashSet::default();
        let mut next = 0;
        while next < names.len() && names.len() < MOST_FIXTURES {
            let name = names[next].clone();
            next += 1;
            if !seen.insert(name.clone()) {
                continue;
            }
            self.begin();
            let is_given = given.contains(&name);
            let definition = if is_given { None } else { self.fixture_named(viewpoint, &name) };
            names.extend(definition.iter().flat_map(|definition| definition.requests.iter().cloned()));
            let mut overridden =
                definition.as_ref().and_then(|definition| self.hidden_fixture(viewpoint, definition));
            while let Some(fixture) = overridden {
                names.extend(fixture.requests.iter().cloned());
                overridden = self.hidden_fixture(viewpoint, &fixture);
            }
            used.push((name, definition));
        }
        used
    }

    /// Returns the parameters of a test that `parametrize` provides. This is an outermost query.
    pub fn parameters_of(&mut self, item: &TestItem) -> Vec<String> {
        let marks = self.marks_of(item);
        let mut names = Vec::new();
        for mark in marks.known.iter().filter(|mark| mark.name == "parametrize") {
            let summary = self.summary(mark.module);
            let given = argument_named(summary, mark.expression, "argnames", 0);
            let listed = given.into_iter().flat_map(|given| names_in(summary, given));
            let is_given = |name: &&str| place_in_parametrize(summary, mark.expression, name).is_some();
            names.extend(listed.filter(is_given).map(str::to_owned));
        }
        names
    }

    /// Returns whether pytest creates a fixture from a function such as `setup_method`, which requests
    /// `request` (docs.pytest.org/en/stable/how-to/xunit_setup.html).
    fn is_called_around_tests(&mut self, item: &TestItem) -> bool {
        let summary = self.summary(item.module);
        let binds = |summary: &Summary, scope, names: &[&str]| {
            names.iter().any(|name| !summary.bindings_of(scope, name).is_empty())
        };
        if binds(summary, Summary::MODULE_SCOPE, Role::AroundModule.names()) {
            return true;
        }
        item.classes.iter().any(|class| {
            self.mro(*class).iter().flatten().any(|(owner, _)| {
                let summary = self.summary(owner.module);
                binds(summary, summary.class(owner.class).scope, Role::XunitMethod.names())
            })
        })
    }

    /// Returns whether anyio's plugin runs a test, because it is marked or because the plugin runs all
    /// async tests (anyio.readthedocs.io/en/stable/testing.html).
    pub(super) fn is_taken_by_anyio(&mut self, item: &TestItem, marks: &Marks) -> bool {
        let is_wanted = marks.nearest("anyio").is_some()
            || self.parameters_of(item).iter().any(|name| name == ANYIO_BACKEND)
            || self.engine.suite_settings(item.module).is_some_and(|settings| settings.anyio_takes_all);
        is_wanted && self.function_kind(item.function) == Some(FunctionKind::Coroutine)
    }

    /// Returns the viewpoint from which a test looks up fixtures.
    pub(crate) fn viewpoint_of(&self, item: &TestItem) -> Viewpoint {
        Viewpoint { module: item.module, class: item.classes.last().copied() }
    }

    /// Returns the fixtures of modules and classes that are visible from a viewpoint, without those of
    /// installed plugins.
    pub(super) fn fixtures_seen_from(&mut self, from: Viewpoint) -> Vec<FixtureDefinition> {
        self.begin();
        let modules = self.fixture_modules(from.module).into_iter();
        let modules: Vec<ModuleId> = modules.filter(|module| self.engine.is_mutable(*module)).collect();
        let mut scopes: Vec<(ModuleId, ScopeId)> =
            modules.into_iter().map(|module| (module, Summary::MODULE_SCOPE)).collect();
        if let Some(class) = from.class {
            let order: Vec<ClassRef> =
                self.mro(class).iter().flatten().map(|(ancestor, _)| *ancestor).collect();
            let scope =
                |owner: ClassRef| (owner.module, self.engine.summary(owner.module).class(owner.class).scope);
            scopes.extend(order.into_iter().map(scope));
        }
        let mut found = Vec::new();
        for (module, scope) in scopes {
            let summary = self.summary(module);
            for function in (0..summary.functions.len() as u32).map(FunctionId) {
                if summary.scope(summary.function(function).scope).parent == Some(scope) {
                    found.extend(self.fixture_definition(FunctionRef { module, function }));
                }
            }
        }
        found
    }

    /// Returns the fixture that another of the same name shadows from a viewpoint, and requests by that
    /// name.
    pub(super) fn hidden_fixture(
        &mut self,
        from: Viewpoint,
        by: &FixtureDefinition,
    ) -> Option<FixtureDefinition> {
        if !by.requests.contains(&by.name) {
            return None;
        }
        self.begin();
        let found = self.find_overridden_fixture(from, &by.name, by.function);
        let Fixture::Function(function, _) = found.last()? else { return None };
        let definition = self.fixture_definition(*function)?;
        Some(FixtureDefinition { name: by.name.clone(), ..definition })
    }

    /// Returns whether nothing that a test sees may define a fixture of a name. This is an outermost query.
    pub(super) fn is_without_fixture(&mut self, item: &TestItem, name: &str) -> bool {
        /// A fixture of pytest. If it is not visible, other fixtures of the environment are not either.
        const OF_PYTEST: &str = "tmp_path";
        self.begin();
        let viewpoint = self.viewpoint_of(item);
        !self.find_fixture(viewpoint, OF_PYTEST, None).is_empty()
            && !self.parameters_of(item).iter().any(|given| given == name)
            && !self.has_open_fixtures(item.module)
            && self.find_fixture(viewpoint, name, None).is_empty()
    }

    /// Returns the fixture of a name that is visible from a viewpoint; `None` if there is none, or none
    /// that is understood.
    pub(crate) fn fixture_named(&mut self, from: Viewpoint, name: &str) -> Option<FixtureDefinition> {
        let found = self.find_fixture(from, name, None);
        let definition = match *found.last()? {
            Fixture::Function(function, _) => self.fixture_definition(function),
            Fixture::Value { at, value, function } => match self.evaluate(at, function) {
                Type::Function(callee) => {
                    Some(self.fixture_made_of(self.function_of(callee), at.module, value))
                }
                _ => None,
            },
        }?;
        Some(FixtureDefinition { name: name.to_owned(), ..definition })
    }

    /// Returns a function as a fixture; `None` if it is not a fixture, or is nested in a function.
    pub fn fixture_definition(&mut self, function: FunctionRef) -> Option<FixtureDefinition> {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let decorators = summary.list(definition.decorators);
        let decorator = *decorators.iter().find(|decorator| names_fixture(summary, **decorator))?;
        Some(self.fixture_made_of(function, function.module, decorator))
    }

    /// Returns the fixture that `pytest.fixture(...)` in a module creates from a function.
    fn fixture_made_of(
        &mut self,
        function: FunctionRef,
        module: ModuleId,
        made_by: ExpressionId,
    ) -> FixtureDefinition {
        let summary = self.summary(module);
        let maker =
            match summary.call(made_by).and_then(|call| summary.call(call.callee).map(|_| call.callee)) {
                Some(factory) => factory,
                None => made_by,
            };
        let option = |name| argument_named(summary, maker, name, usize::MAX);
        let of_function = self.summary(function.module);
        let definition = of_function.function(function.function);
        let name = summary.keyword_text(maker, "name").unwrap_or(of_function.name(definition.name));
        let is_async = definition.is_async && self.stays_async(function);
        FixtureDefinition {
            name: name.to_owned(),
            function,
            maker: maker_of(summary, maker),
            scope: match option("scope") {
                Some(stated) => scope_of(summary, stated),
                None => scope_of_unstated(summary, maker),
            },
            loop_scope: option("loop_scope").map(|stated| scope_of(summary, stated)),
            is_autouse: option("autouse").map_or(Some(false), |stated| truth_of(summary, stated)),
            is_async,
            is_generator: definition.is_generator,
            requests: requests(of_function, function.function),
            decorator: summary.span(maker),
        }
    }

    /// Returns whether the decorators of an async fixture below the fixture decorator keep it async.
    fn stays_async(&mut self, function: FunctionRef) -> bool {
        let summary = self.summary(function.module);
        let decorators = summary.list(summary.function(function.function).decorators);
        let is_last = decorators.last().is_none_or(|last| names_fixture(summary, *last));
        is_last || {
            let made = self.function_of_fixture(function, None);
            let parts = self.parts(made);
            let is_async =
                |kind| matches!(kind, Some(FunctionKind::Coroutine | FunctionKind::AsyncGenerator));
            parts.into_iter().all(|part| is_async(self.kind_of_callable(part)))
        }
    }

    /// Returns the autouse fixtures that are visible from a viewpoint: of plugins, `conftest.py` files, the
    /// module, its classes.
    fn autouse_names(&mut self, from: Viewpoint) -> Vec<String> {
        let mut names = self.autouse_of_module(from.module).to_vec();
        if let Some(class) = from.class {
            let order: Vec<ClassRef> =
                self.mro(class).iter().flatten().map(|(ancestor, _)| *ancestor).collect();
            for owner in order.into_iter().rev() {
                let scope = self.summary(owner.module).class(owner.class).scope;
                self.add_autouse(owner.module, scope, &mut names, &mut Vec::new());
            }
        }
        names
    }

    /// Returns the autouse fixtures that no class defines.
    pub(super) fn find_autouse(&mut self, module: ModuleId) -> Vec<String> {
        let mut modules = self.fixture_modules(module);
        modules.reverse();
        let mut names = Vec::new();
        for module in modules {
            self.begin();
            self.add_autouse(module, Summary::MODULE_SCOPE, &mut names, &mut Vec::new());
        }
        names
    }

    fn add_autouse(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        names: &mut Vec<String>,
        seen: &mut Vec<ModuleId>,
    ) {
        if seen.contains(&module) || !self.step() {
            return;
        }
        seen.push(module);
        let summary = self.summary(module);
        let functions = (0..summary.functions.len() as u32).map(FunctionId);
        for function in functions.filter(|_| summary.names.find("autouse").is_some()) {
            let definition = summary.function(function);
            if summary.scope(definition.scope).parent == Some(scope)
                && let Some(fixture) = self.fixture_definition(FunctionRef { module, function })
                && fixture.is_autouse != Some(false)
            {
                names.push(fixture.name);
            }
        }
        if scope == Summary::MODULE_SCOPE {
            self.add_imported_autouse(module, names, seen);
        }
    }

    /// Adds the autouse fixtures that a module imports, which count as its own.
    fn add_imported_autouse(&mut self, module: ModuleId, names: &mut Vec<String>, seen: &mut Vec<ModuleId>) {
        let summary = self.summary(module);
        let scope = summary.scope(Summary::MODULE_SCOPE);
        for star in &scope.star_imports {
            let source = self.engine.resolve(summary.name(star.module), module);
            self.add_autouse(source, Summary::MODULE_SCOPE, names, seen);
        }
        for entry in &scope.entries {
            for binding in summary.bindings_in(*entry) {
                let BindingKind::ImportFrom { module: source, name } = binding.kind else { continue };
                let source = self.engine.resolve(summary.name(source), module);
                if source == module
                    || self.engine.summary(source).names.find("autouse").is_none()
                    || !self.step()
                {
                    continue;
                }
                let imported = self.fixtures_in(source, Summary::MODULE_SCOPE, summary.name(name), None);
                for fixture in imported {
                    let Fixture::Function(function, _) = fixture else { continue };
                    let is_autouse = |definition: &FixtureDefinition| definition.is_autouse != Some(false);
                    names
                        .extend(self.fixture_definition(function).filter(is_autouse).map(|found| found.name));
                }
            }
        }
    }

    /// Returns the fixtures that a test requests: its parameters, except those that `mock.patch` passes.
    pub(super) fn requests_of(&mut self, item: &TestItem) -> Vec<String> {
        if item.is_unittest {
            return Vec::new();
        }
        let summary = self.summary(item.function.module);
        let mut names = requests(summary, item.function.function);
        names.drain(..patches_of(summary, item.function.function).min(names.len()));
        names
    }

    /// Returns whether pytest sees the parameters of a function. Its decorators must keep it, or state what
    /// they wrap.
    pub(super) fn shows_parameters(&mut self, function: FunctionRef) -> bool {
        self.begin();
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let at = Location::around(summary, function.module, definition.scope);
        let mut decorators = summary.list(definition.decorators).iter();
        let keeps = decorators.all(|decorator| {
            is_patch(summary, *decorator)
                || names_fixture(summary, *decorator)
                || self.keeps_decorated(at, *decorator)
        });
        keeps || {
            let made = self.function(function, ContextId::FIRST);
            self.parts(made).into_iter().all(|part| match part {
                Type::Function(callee) => {
                    let made = self.function_of(callee);
                    made == function || self.says_what_it_wraps(made)
                }
                _ => false,
            })
        }
    }

    /// Returns whether a wrapper has `@functools.wraps(function)`.
    fn says_what_it_wraps(&mut self, function: FunctionRef) -> bool {
        let summary = self.summary(function.module);
        let decorators = summary.list(summary.function(function.function).decorators);
        decorators.iter().any(|decorator| summary.last_name(*decorator) == Some("wraps"))
    }

    /// Returns whether a function may receive the coroutine of an async fixture rather than its awaited
    /// value. In strict mode, pytest-asyncio runs only fixtures with its own decorator.
    pub fn may_get_coroutine(&mut self, function: FunctionRef, parameter: &str) -> bool {
        let settings = self.engine.suite_settings(function.module);
        if settings.is_some_and(|settings| settings.runs_all_fixtures()) {
            return false;
        }
        self.begin();
        let class = self.class_around(function);
        let fixture = self.fixture_named(Viewpoint { module: function.module, class }, parameter);
        let is_left = |fixture: FixtureDefinition| {
            fixture.is_async && !fixture.is_generator && fixture.maker == FixtureMaker::Pytest
        };
        fixture.is_some_and(is_left)
    }

    /// Returns whether a project hook that a module sees may provide values for a test parameter
    /// (docs.pytest.org/en/stable/how-to/parametrize.html#basic-pytest-generate-tests-example).
    pub(super) fn may_generate_values(&mut self, module: ModuleId, name: &str) -> bool {
        let modules = self.fixture_modules(module);
        let modules = modules.into_iter().filter(|module| self.engine.origin(*module) == Origin::FirstParty);
        modules.collect::<Vec<_>>().into_iter().any(|module| {
            let summary = self.summary(module);
            let functions = (0..summary.functions.len() as u32).map(FunctionId);
            let mut names = functions.map(|id| summary.name(summary.function(id).name));
            let is_given = |call: &Expression| match *call {
                Expression::Call { callee, arguments }
                    if summary.last_name(callee) == Some("parametrize") =>
                {
                    let names = summary.arguments(arguments).first().map(|first| first.value);
                    names.is_none_or(|names| may_name(summary, names, name))
                }
                _ => false,
            };
            names.any(|name| name == "pytest_generate_tests") && summary.expressions.iter().any(is_given)
        })
    }

    /// Returns the string arguments of a call: `usefixtures("a", "b")`.
    fn texts_given(&mut self, module: ModuleId, call: ExpressionId) -> Vec<String> {
        let summary = self.summary(module);
        let arguments = summary.arguments_of(call).unwrap_or_default();
        let texts = arguments.iter().filter_map(|argument| summary.text_of(argument.value));
        texts.map(str::to_owned).collect()
    }
}

/// Returns the parameters of a function that pytest fills: those without a default, except `self` and
/// `cls`.
pub(super) fn requests(summary: &Summary, function: FunctionId) -> Vec<String> {
    let definition = summary.function(function);
    let takes = |kind: ParameterKind| matches!(kind, ParameterKind::Positional | ParameterKind::KeywordOnly);
    let parameters = definition.parameters.iter().skip(usize::from(summary.has_receiver(function)));
    let asked = parameters.filter(|parameter| takes(parameter.kind) && parameter.default.is_none());
    asked.map(|parameter| summary.name(parameter.name).to_owned()).collect()
}

/// Returns whether an expression may be or contain a name. The names are a string `a, b`, a list or tuple
/// of strings, or another expression.
fn may_name(summary: &Summary, names: ExpressionId, name: &str) -> bool {
    match summary.expression(names) {
        Expression::String(_) | Expression::Tuple(_) | Expression::Display { .. } => {
            names_in(summary, names).contains(&name)
        }
        _ => true,
    }
}

/// Returns whether a decorator is `mock.patch` or a similar function.
pub(super) fn is_patch(summary: &Summary, decorator: ExpressionId) -> bool {
    let parts = summary.dotted_parts(summary.callee_or_itself(decorator)).unwrap_or_default();
    match parts.as_slice() {
        [.., "patch"] => true,
        [.., "patch", variant] => named(*variant).has(Role::PatchVariant),
        _ => false,
    }
}

/// Returns the number of leading arguments that `mock.patch` passes.
fn patches_of(summary: &Summary, function: FunctionId) -> usize {
    let decorators = summary.list(summary.function(function).decorators);
    decorators.iter().filter(|decorator| gives_argument(summary, **decorator)).count()
}

/// Returns whether a decorator is `mock.patch(...)` without a `new` object.
fn gives_argument(summary: &Summary, decorator: ExpressionId) -> bool {
    let Some(arguments) = summary.arguments_of(decorator) else { return false };
    let Some(parts) = summary.dotted_parts(summary.callee_or_itself(decorator)) else { return false };
    let most_positional = match parts.as_slice() {
        [.., "patch"] => 1,
        [.., "patch", "object"] => 2,
        _ => return false,
    };
    let positional = arguments.iter().filter(|argument| argument.kind == ArgumentKind::Positional).count();
    positional <= most_positional && argument_named(summary, decorator, "new", usize::MAX).is_none()
}

fn maker_of(summary: &Summary, decorator: ExpressionId) -> FixtureMaker {
    let callee = summary.callee_or_itself(decorator);
    let Some(parts) = summary.dotted_parts(callee) else { return FixtureMaker::Other };
    let from = |name: &str| match summary.bindings_of(Summary::MODULE_SCOPE, name).last()?.kind {
        BindingKind::Import { module } => Some(summary.name(module).to_owned()),
        BindingKind::ImportFrom { module, name } => {
            Some(format!("{}.{}", summary.name(module), summary.name(name)))
        }
        _ => None,
    };
    let mut path = from(parts[0]).unwrap_or_else(|| parts[0].to_owned());
    for part in &parts[1..] {
        path += ".";
        path += part;
    }
    match path.as_str() {
        "pytest.fixture" => FixtureMaker::Pytest,
        path if is(path, Role::AsyncFixtureDecorator) => FixtureMaker::PytestAsyncio,
        _ => FixtureMaker::Other,
    }
}

/// Returns the scope of a fixture that states none: function scope, unless a project decorator may state
/// another one.
fn scope_of_unstated(summary: &Summary, maker: ExpressionId) -> Option<Scope> {
    is_named(summary, maker, |name| named(name).has(Role::FixtureDecorator)).then_some(Scope::Function)
}

/// Returns the scope that an expression states.
pub(super) fn scope_of(summary: &Summary, expression: ExpressionId) -> Option<Scope> {
    match summary.expression(expression) {
        Expression::String(text) => Scope::named(summary.name(text)),
        _ => None,
    }
}

fn truth_of(summary: &Summary, expression: ExpressionId) -> Option<bool> {
    match summary.expression(expression) {
        Expression::Literal(Literal::Boolean(value)) => Some(value),
        _ => None,
    }
}
