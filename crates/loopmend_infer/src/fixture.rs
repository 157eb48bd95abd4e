//! pytest fixtures: the value of a parameter of a test or of another fixture
//! (docs.pytest.org/en/stable/reference/fixtures.html).

use std::path::Path;

use loopmend_index::call_targets::root_of;
use loopmend_index::decorators::{is_fixture, names_fixture};
use loopmend_index::summary::{
    ArgumentKind, Binding, BindingKind, CallView, ClassId, Collection, Expression, ExpressionId, FunctionId,
    Literal, ScopeId, ScopeKind, Summary,
};
use loopmend_project::Origin;

use super::given::Given;
use super::memo::Question;
use super::types::{Callee, Location, Truths};
use super::{ClassRef, ContextId, FunctionRef, Inference, Type, TypeList};
use crate::engine::ModuleId;

/// The definition of a fixture.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fixture {
    /// A decorated function, and the class on which it was looked up.
    Function(FunctionRef, Option<ClassRef>),
    /// The assignment `name = pytest.fixture(function)`, with its function.
    Value {
        /// The place of the assignment.
        at: Location,
        /// The call that makes the fixture.
        value: ExpressionId,
        /// The function that is called for its value.
        function: ExpressionId,
    },
}

/// The viewpoint from which pytest looks up fixtures: the collector of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewpoint {
    /// The module of the test.
    pub module: ModuleId,
    /// The class of the test, if it has one.
    pub class: Option<ClassRef>,
}

/// A class body or module that may define fixtures, and the class on which they are looked up.
#[derive(Clone, Copy)]
struct PlaceOfFixtures {
    module: ModuleId,
    scope: ScopeId,
    class: Option<ClassRef>,
}

/// The value of a request that a viewpoint overrides is not known.
struct Unresolved;

/// The fixture that describes the test which requests it.
const REQUEST: &str = "request";

/// The package of pytest's own plugins.
const OWN_PACKAGE: &str = "_pytest";

/// The maximum number of modules through which the import of a fixture is followed.
const LONGEST_WAY: usize = 32;

/// The maximum number of values of a parameter. More values are unknown.
const MOST_VALUES: usize = 64;

impl<'e> Inference<'e> {
    /// Returns the value that pytest passes for a parameter; `None` if the function is neither a test nor a
    /// fixture.
    pub(super) fn fixture_parameter(&mut self, function: FunctionRef, name: &str) -> Option<Type> {
        if !self.is_given_fixtures(function) {
            return None;
        }
        match self.parametrized(function, name) {
            Some(values) => {
                self.rest_on_callers();
                Some(values)
            }
            None => self.fixture_seen_by(function, name),
        }
    }

    /// Returns whether pytest passes the arguments of a function, because it is a test or a fixture.
    pub(super) fn is_given_fixtures(&mut self, function: FunctionRef) -> bool {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let Some(parent) = summary.scope(definition.scope).parent else { return false };
        let is_top_level = !matches!(summary.scope(parent).kind, ScopeKind::Function(_));
        let is_test = summary.name(definition.name).starts_with("test")
            && self.engine.origin(function.module) == Origin::FirstParty;
        is_top_level && (is_test || is_fixture(summary, function.function))
    }

    /// Returns whether `@pytest.mark.parametrize` or a fixture provides a parameter of a test or fixture.
    pub(super) fn is_named_by_pytest(&mut self, function: FunctionRef, name: &str) -> bool {
        self.parametrized(function, name).is_some() || !self.fixture_found_by(function, name).is_empty()
    }

    /// Returns whether `parametrize` or a visible fixture provides a parameter of a test or fixture. This is an outermost query.
    pub fn is_given_by_pytest(&mut self, function: FunctionRef, name: &str) -> bool {
        self.begin();
        self.marks_with(function).into_iter().any(|(at, mark)| {
            let summary = self.summary(at.module);
            let names = argument_named(summary, mark, "argnames", 0).map(|names| names_in(summary, names));
            summary.last_name(mark) == Some("parametrize") && names.is_some_and(|names| names.contains(&name))
        }) || !self.fixture_found_by(function, name).is_empty()
    }

    /// Returns whether a test or fixture sees a fixture of this name. This is an outermost query.
    pub fn is_visible_fixture(&mut self, function: FunctionRef, name: &str) -> bool {
        self.begin();
        !self.fixture_found_by(function, name).is_empty()
    }

    /// Returns the marks of a function, its class and its module.
    pub fn marks_around(&mut self, function: FunctionRef) -> Vec<ExpressionId> {
        self.begin();
        self.marks_with(function).into_iter().map(|(_, mark)| mark).collect()
    }

    /// Returns the value of the fixture with this name that a function sees.
    pub(super) fn fixture_seen_by(&mut self, function: FunctionRef, name: &str) -> Option<Type> {
        if name == REQUEST {
            return Some(self.request(function.module));
        }
        let from = self.own_viewpoint(function);
        let fixtures = self.find_fixture(from, name, Some(function));
        (!fixtures.is_empty()).then(|| self.values_seen_from(fixtures, from))
    }

    fn values_seen_from(&mut self, fixtures: Vec<Fixture>, from: Viewpoint) -> Type {
        let values: Vec<Type> =
            fixtures.into_iter().map(|fixture| self.value_seen_from(fixture, from)).collect();
        self.union(values)
    }

    /// Returns the value of a fixture for a test. pytest looks up the requests of a fixture from the test: the class or module of the test may
    /// override fixtures that the fixture would otherwise get.
    fn value_seen_from(&mut self, fixture: Fixture, from: Viewpoint) -> Type {
        let Fixture::Function(function, class) = fixture else { return self.value_of_fixture(fixture) };
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        if definition.returns.is_some()
            || definition.parameters.is_empty()
            || from == self.own_viewpoint(function)
        {
            return self.value_of_fixture(fixture);
        }
        self.memoised(Question::FixtureSeenFrom(function, from.module, from.class), |inference| {
            match inference.overridden_requests(function, class, from) {
                Ok(None) => inference.value_of_fixture(fixture),
                Ok(Some(context)) => inference.value_in_context(fixture, context),
                Err(Unresolved) => Type::Unknown,
            }
        })
    }

    /// Returns the context of a fixture with the values of its requests that a viewpoint overrides; `None` if it overrides none.
    fn overridden_requests(
        &mut self,
        function: FunctionRef,
        class: Option<ClassRef>,
        from: Viewpoint,
    ) -> Result<Option<ContextId>, Unresolved> {
        let summary = self.summary(function.module);
        let parameters = &summary.function(function.function).parameters;
        let own = self.own_viewpoint(function);
        let mut arguments = vec![Type::Unknown; parameters.len()];
        let mut is_overridden = false;
        for (place, parameter) in parameters.iter().enumerate() {
            let name = summary.name(parameter.name);
            if place == 0
                && let Some(class) = class
            {
                arguments[place] = Type::Instance(class, TypeList::FIRST);
                continue;
            }
            if name == REQUEST || parameter.annotation.is_some() {
                continue;
            }
            let seen_by_itself = self.find_fixture(own, name, Some(function));
            let seen = self.find_fixture(from, name, Some(function));
            let by_itself = self.values_seen_from(seen_by_itself, own);
            let value = self.values_seen_from(seen, from);
            if value != by_itself {
                if value == Type::Unknown {
                    return Err(Unresolved);
                }
                is_overridden = true;
                arguments[place] = value;
            }
        }
        if !is_overridden {
            return Ok(None);
        }
        let context = self.context_inside(function, &arguments, Truths::NONE, ContextId::FIRST);
        context.map(Some).ok_or(Unresolved)
    }

    fn own_viewpoint(&mut self, function: FunctionRef) -> Viewpoint {
        Viewpoint { module: function.module, class: self.class_of(function) }
    }

    /// Returns the `request` object of a fixture.
    fn request(&mut self, from: ModuleId) -> Type {
        let Some(module) = self.module("_pytest.fixtures", from) else { return Type::Unknown };
        match self.attribute(module, "FixtureRequest") {
            Type::Class(class) => Type::Instance(class, TypeList::FIRST),
            _ => Type::Unknown,
        }
    }

    /// Returns the value of `request.getfixturevalue("name")` in a test or fixture.
    pub(super) fn requested_fixture(&mut self, at: Location, name: &str) -> Option<Type> {
        let function = self.summary(at.module).enclosing_function(at.scope)?;
        self.fixture_seen_by(FunctionRef { module: at.module, function }, name)
    }

    /// Returns the value of `request.param` in a fixture that lists its parameters. Values that a test
    /// passes by `indirect` have the same type, because the fixture could not use others.
    pub(super) fn requested_parameter(&mut self, at: Location, request: ExpressionId) -> Option<Type> {
        let summary = self.summary(at.module);
        let is_request =
            matches!(summary.expression(request), Expression::Name(name) if summary.name(name) == "request");
        let function = summary.enclosing_function(at.scope).filter(|_| is_request)?;
        let decorators = summary.list(summary.function(function).decorators);
        let fixture = decorators.iter().find(|decorator| names_fixture(summary, **decorator))?;
        let values = argument_named(summary, *fixture, "params", usize::MAX)?;
        let at = self.around(FunctionRef { module: at.module, function });
        Some(self.listed_values(at, values, None))
    }

    /// Returns the location at which the decorators of a function are evaluated.
    fn around(&mut self, function: FunctionRef) -> Location {
        let summary = self.summary(function.module);
        Location::around(summary, function.module, summary.function(function.function).scope)
    }

    /// Returns the value that `@pytest.mark.parametrize` provides for a parameter, on the function, its
    /// class or its module. Returns `None` if there is none, or if the fixture of that name receives the
    /// value.
    pub(super) fn parametrized(&mut self, function: FunctionRef, name: &str) -> Option<Type> {
        self.marks_with(function).into_iter().find_map(|(at, mark)| self.values_of_mark(at, mark, name))
    }

    /// Returns the marks of a function, its class and its module, each with where it is evaluated.
    fn marks_with(&mut self, function: FunctionRef) -> Vec<(Location, ExpressionId)> {
        let summary = self.summary(function.module);
        let at = self.around(function);
        let mut marks: Vec<(Location, ExpressionId)> = Vec::new();
        let own = summary.list(summary.function(function.function).decorators);
        marks.extend(own.iter().map(|mark| (at, *mark)));
        if let Some(class) = summary.class_of(function.function) {
            let top = Location::of_module(function.module);
            marks.extend(summary.list(summary.class(class).decorators).iter().map(|mark| (top, *mark)));
        }
        if let [Binding { kind: BindingKind::Value(value), .. }] =
            summary.bindings_of(Summary::MODULE_SCOPE, "pytestmark")
        {
            let top = Location::of_module(function.module);
            marks.extend(elements_or_itself(summary, *value).iter().map(|mark| (top, *mark)));
        }
        marks
    }

    fn values_of_mark(&mut self, at: Location, mark: ExpressionId, name: &str) -> Option<Type> {
        let summary = self.summary(at.module);
        if summary.last_name(mark) != Some("parametrize") {
            return None;
        }
        let (place, of) = place_in_parametrize(summary, mark, name)?;
        let Some(values) = argument_named(summary, mark, "argvalues", 1) else { return Some(Type::Unknown) };
        Some(self.listed_values(at, values, (of > 1).then_some(place)))
    }

    /// Returns the type of the values in a list: of each whole value, or of one position in each.
    /// `pytest.param(...)` is replaced by its arguments.
    fn listed_values(&mut self, at: Location, values: ExpressionId, place: Option<usize>) -> Type {
        let summary = self.summary(at.module);
        let elements = match summary.expression(values) {
            Expression::Display { collection: Collection::List | Collection::Set, elements }
            | Expression::Tuple(elements) => summary.list(elements),
            _ => return self.values_by_type(at, values, place),
        };
        if elements.len() > MOST_VALUES {
            return Type::Unknown;
        }
        let parts: Vec<Type> =
            elements.iter().map(|element| self.listed_value(at, *element, place)).collect();
        if parts.is_empty() { Type::Unknown } else { self.union(parts) }
    }

    fn listed_value(&mut self, at: Location, element: ExpressionId, place: Option<usize>) -> Type {
        let summary = self.summary(at.module);
        let parts: Vec<ExpressionId> = match (summary.expression(element), place) {
            (Expression::Call { arguments, .. }, _) if summary.last_name(element) == Some("param") => {
                let positional =
                    |argument: &&loopmend_index::summary::Argument| argument.kind == ArgumentKind::Positional;
                summary
                    .arguments(arguments)
                    .iter()
                    .filter(positional)
                    .map(|argument| argument.value)
                    .collect()
            }
            (
                Expression::Tuple(parts)
                | Expression::Display { collection: Collection::List, elements: parts },
                Some(_),
            ) => summary.list(parts).to_vec(),
            (Expression::Starred(_), _) => return Type::Unknown,
            (_, None) => vec![element],
            (_, Some(place)) => {
                let value = self.evaluate(at, element);
                return self.at_place(value, place);
            }
        };
        match parts.get(place.unwrap_or(0)) {
            Some(part) => self.evaluate(at, *part),
            None => Type::Unknown,
        }
    }

    /// Returns the type of values that are listed elsewhere, of which only the type is known.
    fn values_by_type(&mut self, at: Location, values: ExpressionId, place: Option<usize>) -> Type {
        let values = self.evaluate(at, values);
        let value = self.element(values, false);
        let is_set = |inference: &mut Self, part: &Type| match part {
            Type::Instance(class, _) => inference.class_name(*class) == "ParameterSet",
            _ => false,
        };
        if self.parts(value).iter().any(|part| is_set(self, part)) {
            return Type::Unknown;
        }
        match place {
            Some(place) => self.at_place(value, place),
            None => value,
        }
    }

    fn at_place(&mut self, value: Type, place: usize) -> Type {
        self.each(value, |inference, part| match part {
            Type::Tuple(parts) => inference.types(parts).get(place).copied().unwrap_or(Type::Unknown),
            Type::Instance(..) => inference.element(part, false),
            _ => Type::Unknown,
        })
    }

    /// Returns the value that a fixture provides.
    pub(super) fn value_of_fixture(&mut self, fixture: Fixture) -> Type {
        self.value_in_context(fixture, ContextId::FIRST)
    }

    fn value_in_context(&mut self, fixture: Fixture, context: ContextId) -> Type {
        let function = match fixture {
            Fixture::Function(function, class) => self.function_in_context(function, class, context),
            Fixture::Value { at, function, .. } => self.evaluate(at, function),
        };
        let made = self.call(function, &Given::open());
        let Type::Function(id) = function else { return made };
        let callee = self.callee(id);
        let definition = self.summary(callee.function.module).function(callee.function.function);
        let value = match (definition.is_async, definition.is_generator) {
            (true, false) => self.awaited(made),
            (is_async, true) => self.element(made, is_async),
            // The call has its attributes already.
            (false, false) => return made,
        };
        self.with_attributes_set_in(callee.function, value)
    }

    /// Returns the function that pytest calls, with the decorators below that of the fixture applied.
    pub fn function_of_fixture(&mut self, function: FunctionRef, class: Option<ClassRef>) -> Type {
        self.function_in_context(function, class, ContextId::FIRST)
    }

    fn function_in_context(
        &mut self,
        function: FunctionRef,
        class: Option<ClassRef>,
        context: ContextId,
    ) -> Type {
        let summary = self.summary(function.module);
        let at = self.around(function);
        let receiver = class.map(|class| Type::Instance(class, TypeList::FIRST));
        let callee = Callee { function, receiver, context, is_doubtful: false };
        let mut value = self.function_value(callee);
        for decorator in summary.list(summary.function(function.function).decorators).iter().rev() {
            if names_fixture(summary, *decorator) {
                break;
            }
            if !self.keeps_decorated(at, *decorator) {
                let decorator = self.evaluate(at, *decorator);
                value = self.call(decorator, &Given::of_type(value));
            }
        }
        value
    }

    /// Returns the fixtures that provide a parameter of a test or fixture; none if `parametrize` provides it.
    pub(super) fn fixtures_for(&mut self, function: FunctionRef, name: &str) -> Vec<Fixture> {
        if !self.is_given_fixtures(function) || self.parametrized(function, name).is_some() {
            return Vec::new();
        }
        self.fixture_found_by(function, name)
    }

    fn fixture_found_by(&mut self, function: FunctionRef, name: &str) -> Vec<Fixture> {
        let from = self.own_viewpoint(function);
        self.find_fixture(from, name, Some(function))
    }

    /// Returns the visible fixtures of a name. They are in the class, the module, the `conftest.py` files
    /// above it, the plugins that these name, or the installed plugins. Several are returned if a condition
    /// decides. A fixture that requests its own name receives the next outer one.
    pub fn find_fixture(&mut self, from: Viewpoint, name: &str, asking: Option<FunctionRef>) -> Vec<Fixture> {
        let places = self.places_of_fixtures(from);
        for place in places {
            let found = without(self.fixtures_at(place, name), asking);
            if !found.is_empty() {
                return found;
            }
        }
        self.fixtures_of_registered_plugins(name)
    }

    /// Returns the fixtures that a fixture overrides from a viewpoint: the next outer ones of the name. A fixture found
    /// in two places counts in the outer one, so that a chain of overrides ends.
    pub fn find_overridden_fixture(&mut self, from: Viewpoint, name: &str, by: FunctionRef) -> Vec<Fixture> {
        let is_it = |fixture: &Fixture| matches!(fixture, Fixture::Function(found, _) if *found == by);
        let places = self.places_of_fixtures(from);
        let mut next = Vec::new();
        for place in places {
            let found = self.fixtures_at(place, name);
            if found.iter().any(is_it) {
                next.clear();
            } else if next.is_empty() {
                next = found;
            }
        }
        if next.is_empty() { without(self.fixtures_of_registered_plugins(name), Some(by)) } else { next }
    }

    /// Returns the classes and modules whose fixtures are visible from a viewpoint, nearest first.
    fn places_of_fixtures(&mut self, from: Viewpoint) -> Vec<PlaceOfFixtures> {
        let mut places = Vec::new();
        if let Some(class) = from.class {
            for (owner, _) in self.mro(class).iter().flatten() {
                let scope = self.summary(owner.module).class(owner.class).scope;
                places.push(PlaceOfFixtures { module: owner.module, scope, class: from.class });
            }
        }
        let modules = self.fixture_modules(from.module).into_iter();
        places.extend(modules.map(|module| PlaceOfFixtures {
            module,
            scope: Summary::MODULE_SCOPE,
            class: None,
        }));
        places
    }

    fn fixtures_at(&mut self, place: PlaceOfFixtures, name: &str) -> Vec<Fixture> {
        self.fixtures_in(place.module, place.scope, name, place.class)
    }

    /// Returns whether a module may see unknown fixtures. A plugin named by the project, or a module that a
    /// `conftest.py` or project plugin star-imports, was not found.
    pub fn has_open_fixtures(&mut self, module: ModuleId) -> bool {
        let own = self.fixture_modules(module).into_iter();
        let own: Vec<ModuleId> =
            own.filter(|module| self.engine.origin(*module) == Origin::FirstParty).collect();
        own.into_iter().any(|module| {
            let plugins = self.plugins_of(module);
            let summary = self.summary(module);
            let stars = &summary.scope(Summary::MODULE_SCOPE).star_imports;
            let starred = stars.iter().map(|star| self.engine.resolve(summary.name(star.module), module));
            let sources: Vec<ModuleId> = plugins.into_iter().chain(starred).collect();
            sources.into_iter().any(|source| self.engine.is_absent(source))
        })
    }

    /// Returns the fixtures of what plugins may register as plugins themselves: their classes, and classes and modules of their own package that
    /// they import. A class of a plugin has fixtures for no other reason. Example: `config.pluginmanager.register(Fallback())`.
    fn fixtures_of_registered_plugins(&mut self, name: &str) -> Vec<Fixture> {
        let engine = self.engine;
        let mut scopes: Vec<(ModuleId, ScopeId)> = Vec::new();
        for plugin in engine.pytest_plugins() {
            let summary = engine.summary(*plugin);
            let package = root_of(engine.module_name(*plugin));
            let own = (0..summary.classes.len() as u32).map(ClassId);
            let mut parts: Vec<Type> =
                own.map(|class| Type::Class(ClassRef { module: *plugin, class })).collect();
            // The plugins of pytest itself register only classes of their own.
            if package != OWN_PACKAGE {
                let entries = &summary.scope(Summary::MODULE_SCOPE).entries;
                let is_own = |binding: &Binding| match binding.kind {
                    BindingKind::ImportFrom { module, .. } => root_of(summary.name(module)) == package,
                    _ => false,
                };
                let imported = entries.iter().filter(|entry| summary.bindings_in(**entry).iter().any(is_own));
                parts.extend(imported.filter_map(|entry| self.symbol(*plugin, summary.name(entry.name))));
            }
            for part in parts {
                match part {
                    Type::Class(class) => {
                        let order = self.mro(class);
                        let owners = order.iter().flatten().map(|(owner, _)| *owner);
                        let scope = |owner: ClassRef| engine.summary(owner.module).class(owner.class).scope;
                        scopes.extend(owners.map(|owner| (owner.module, scope(owner))));
                    }
                    Type::Module(module) => scopes.push((module, Summary::MODULE_SCOPE)),
                    _ => {}
                }
            }
        }
        scopes.into_iter().flat_map(|(module, scope)| self.fixtures_in(module, scope, name, None)).collect()
    }

    /// Returns the modules whose fixtures a module sees, nearest first.
    pub fn fixture_modules(&mut self, module: ModuleId) -> Vec<ModuleId> {
        let mut modules = vec![module];
        modules.extend(self.conftests(module));
        let mut next = 0;
        while next < modules.len() && self.step() {
            let plugins = self.plugins_of(modules[next]);
            next += 1;
            let new: Vec<_> = plugins.into_iter().filter(|plugin| !modules.contains(plugin)).collect();
            modules.extend(new);
        }
        if let Some(plugins) = self.engine.named_plugins(module) {
            let named = plugins.modules.iter().map(|name| self.plugin_named(name, module));
            modules.extend(named.filter(|plugin| !self.engine.is_absent(*plugin)));
        }
        modules.extend(self.engine.pytest_plugins());
        modules
    }

    /// Returns the fixtures of a name in the body of a class, or at the top level of a module.
    pub fn fixtures_in(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        name: &str,
        class: Option<ClassRef>,
    ) -> Vec<Fixture> {
        self.fixtures_behind(&mut Vec::new(), (module, scope), name, class)
    }

    /// Returns the fixtures of a name in a class body or module, after visiting the modules in `way`.
    /// Modules may import names from each other.
    fn fixtures_behind(
        &mut self,
        way: &mut Vec<ModuleId>,
        (module, scope): (ModuleId, ScopeId),
        name: &str,
        class: Option<ClassRef>,
    ) -> Vec<Fixture> {
        if way.contains(&module) || way.len() > LONGEST_WAY {
            return Vec::new();
        }
        let summary = self.summary(module);
        let mut found: Vec<Fixture> = summary
            .fixtures_with_name(scope, name)
            .map(|function| Fixture::Function(FunctionRef { module, function }, class))
            .collect();
        let bindings = summary.bindings_of(scope, name);
        let first = bindings.iter().rposition(Binding::is_unconditional).unwrap_or(0);
        for binding in bindings.iter().skip(first) {
            match binding.kind {
                BindingKind::Function(function)
                    if is_fixture(summary, function) && stated_name(summary, function).is_none() =>
                {
                    found.push(Fixture::Function(FunctionRef { module, function }, class));
                }
                BindingKind::Value(value) => {
                    let at = Location::in_scope(module, scope);
                    found.extend(function_made_fixture(summary, value).map(|function| Fixture::Value {
                        at,
                        value,
                        function,
                    }));
                }
                BindingKind::ImportFrom { module: source, name: imported } if self.step() => {
                    let source = self.engine.resolve(summary.name(source), module);
                    let imported = summary.name(imported);
                    way.push(module);
                    found.extend(self.fixtures_behind(way, (source, Summary::MODULE_SCOPE), imported, class));
                    way.pop();
                }
                _ => {}
            }
        }
        if bindings.is_empty() && found.is_empty() && scope == Summary::MODULE_SCOPE {
            way.push(module);
            found = self.starred_fixtures(way, module, name);
            way.pop();
        }
        found
    }

    /// Returns the fixtures that `from module import *` imports.
    fn starred_fixtures(&mut self, way: &mut Vec<ModuleId>, module: ModuleId, name: &str) -> Vec<Fixture> {
        let summary = self.summary(module);
        for star in summary.scope(Summary::MODULE_SCOPE).star_imports.iter().rev() {
            let source = self.engine.resolve(summary.name(star.module), module);
            if !self.step() {
                continue;
            }
            let found = self.fixtures_behind(way, (source, Summary::MODULE_SCOPE), name, None);
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Returns the `conftest.py` files beside and above a module, nearest first.
    pub fn conftests(&mut self, module: ModuleId) -> Vec<ModuleId> {
        let Some(path) = self.engine.module_path(module).map(Path::to_owned) else { return Vec::new() };
        let places = path.ancestors().skip(1).map(|directory| directory.join("conftest.py"));
        let found: Vec<ModuleId> = places.filter_map(|place| self.engine.checked_file_at(&place)).collect();
        found.into_iter().filter(|conftest| *conftest != module).collect()
    }

    /// Returns the modules listed in `pytest_plugins`.
    pub fn plugins_of(&mut self, module: ModuleId) -> Vec<ModuleId> {
        let summary = self.summary(module);
        let bindings = summary.bindings_of(Summary::MODULE_SCOPE, "pytest_plugins");
        let Some(BindingKind::Value(value)) = bindings.last().map(|binding| binding.kind) else {
            return Vec::new();
        };
        let names = elements_or_itself(summary, value);
        let texts = names.iter().filter_map(|name| summary.text_of(*name));
        texts.map(|text| self.plugin_named(text, module)).collect()
    }

    /// Returns the module of a plugin. pytest's own plugins have short names. A module outside of the
    /// import roots may be in the directory where pytest is started.
    pub fn plugin_named(&self, name: &str, from: ModuleId) -> ModuleId {
        let named = self.engine.resolve(name, from);
        if !self.engine.is_absent(named) {
            return named;
        }
        let own = self.engine.resolve(&format!("_pytest.{name}"), from);
        if !name.contains('.') && !self.engine.is_absent(own) {
            return own;
        }
        let plugins = self.engine.named_plugins(from);
        let file = format!("{}.py", name.replace('.', "/"));
        let beside = plugins.and_then(|plugins| self.engine.checked_file_at(&plugins.directory.join(file)));
        beside.unwrap_or(named)
    }
}

/// Returns all fixtures except one.
fn without(mut fixtures: Vec<Fixture>, function: Option<FunctionRef>) -> Vec<Fixture> {
    fixtures.retain(|fixture| !matches!(fixture, Fixture::Function(found, _) if Some(*found) == function));
    fixtures
}

/// Returns the name stated in the decorator of a fixture.
pub fn stated_name(summary: &Summary, function: FunctionId) -> Option<&str> {
    let decorators = summary.list(summary.function(function).decorators);
    let mut fixtures = decorators.iter().filter(|decorator| names_fixture(summary, **decorator));
    fixtures.find_map(|decorator| summary.keyword_text(*decorator, "name"))
}

/// Returns the function in `pytest.fixture(function)` and in `pytest.fixture(scope="module")(function)`.
fn function_made_fixture(summary: &Summary, value: ExpressionId) -> Option<ExpressionId> {
    let CallView { callee, arguments } = summary.call(value)?;
    let is_fixture = match summary.call(callee) {
        Some(factory) => names_fixture(summary, factory.callee),
        None => summary.last_name(callee) == Some("fixture"),
    };
    let first = summary.arguments(arguments).first().filter(|first| first.kind == ArgumentKind::Positional);
    first.filter(|_| is_fixture).map(|first| first.value)
}

/// Returns the elements of a list or tuple; for another expression, the expression itself.
fn elements_or_itself(summary: &Summary, value: ExpressionId) -> Vec<ExpressionId> {
    match summary.expression(value) {
        Expression::Display { collection: Collection::List, elements } | Expression::Tuple(elements) => {
            summary.list(elements).to_vec()
        }
        _ => vec![value],
    }
}

/// Returns the argument of a call by its keyword or index.
pub fn argument_named(
    summary: &Summary,
    call: ExpressionId,
    keyword: &str,
    place: usize,
) -> Option<ExpressionId> {
    let arguments = summary.arguments_of(call)?;
    let is_named =
        |kind: ArgumentKind| matches!(kind, ArgumentKind::Keyword(name) if summary.name(name) == keyword);
    let by_keyword = arguments.iter().find(|argument| is_named(argument.kind));
    let by_place = || arguments.get(place).filter(|argument| argument.kind == ArgumentKind::Positional);
    by_keyword.or_else(by_place).map(|argument| argument.value)
}

/// Returns the index of a parameter among those that `@pytest.mark.parametrize` provides, and the number of
/// these. Returns `None` if the parameter is not among them, or if the fixture of that name receives the
/// value.
pub fn place_in_parametrize(
    summary: &Summary,
    mark: ExpressionId,
    parameter: &str,
) -> Option<(usize, usize)> {
    let names = names_in(summary, argument_named(summary, mark, "argnames", 0)?);
    let place = names.iter().position(|listed| *listed == parameter)?;
    let is_indirect = argument_named(summary, mark, "indirect", 2).is_some_and(|indirect| {
        match summary.expression(indirect) {
            Expression::Literal(Literal::Boolean(all)) => all,
            _ => names_in(summary, indirect).contains(&parameter),
        }
    });
    (!is_indirect).then_some((place, names.len()))
}

/// Returns the names in `"a, b"`, `("a", "b")` and `["a", "b"]`.
pub fn names_in(summary: &Summary, names: ExpressionId) -> Vec<&str> {
    let text = |id: &ExpressionId| summary.text_of(*id);
    match summary.expression(names) {
        Expression::Tuple(elements) | Expression::Display { elements, .. } => {
            summary.list(elements).iter().map(|element| text(element).unwrap_or_default()).collect()
        }
        _ => text(&names)
            .map(|text| text.split(',').map(str::trim).filter(|name| !name.is_empty()).collect())
            .unwrap_or_default(),
    }
}
