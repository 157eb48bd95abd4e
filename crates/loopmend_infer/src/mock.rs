//! `unittest.mock` (docs.python.org/3/library/unittest.mock.html): the types of mocks, their attributes and
//! their calls, and the replacements that `patch` creates for functions and classes.

use loopmend_catalog::{Role, Words, is, named};
use loopmend_index::summary::{Expression, ExpressionId, Literal};
use loopmend_project::Origin;

use super::given::{Given, GivenArgument};
use super::known::PatchFunction;
use super::types::{Callee, Location, Mock};
use super::{ClassRef, ContextId, FunctionRef, Inference, Type};

impl Inference<'_> {
    /// Returns the mock type that its constructor call describes beyond its class.
    pub(super) fn constructed_mock(&mut self, class: ClassRef, given: &Given) -> Option<Type> {
        if !self.is_mock_class(class)
            || !given.is_open && given.positional.is_empty() && given.keywords.is_empty()
        {
            return None;
        }
        let spec = given.positional.first().or(given.keyword("spec")).or(given.keyword("spec_set"));
        let spec = spec.map(|spec| self.argument(spec)).filter(|spec| *spec != Type::None);
        // Of a coroutine function any mock becomes an `AsyncMock` (`NonCallableMock.__new__`).
        let of_function = spec.filter(|spec| matches!(spec, Type::Function(_) | Type::Unknown));
        let is_async = of_function.map(|spec| self.is_async_object(spec));
        let is_open = given.is_open || given.keyword("wraps").is_some() || is_async == Some(None);
        let class = match is_async {
            Some(Some(true)) => self.library_class("unittest.mock", "AsyncMock")?,
            _ => class,
        };
        let children = given.keywords.iter().filter(|(name, _)| !named(&**name).has(Role::MockParameter));
        let children: Vec<_> = children.map(|(name, child)| (name.clone(), self.argument(child))).collect();
        let (spec, returned) = match is_open {
            true => (Some(Type::Unknown), Some(Type::Unknown)),
            false => (spec, self.stated_result(class, given)),
        };
        Some(self.mock(Mock { class, spec, returned, children: children.into() }))
    }

    /// Returns the result of calling a mock, as stated in its constructor.
    fn stated_result(&mut self, class: ClassRef, given: &Given) -> Option<Type> {
        for name in Words::MockResults.all() {
            let Some(argument) = given.keyword(name) else { continue };
            let value = self.argument(argument);
            if value == Type::None && *name == "side_effect" {
                continue;
            }
            let is_set_again =
                argument.expression().is_some_and(|(at, _)| self.summary(at.module).patches(name, at.scope));
            return Some(match name {
                _ if is_set_again => Type::Unknown,
                &"side_effect" => self.result_of_side_effect(class, value),
                _ => value,
            });
        }
        None
    }

    /// Returns the result of a `side_effect`. A function is called, and awaited by an `AsyncMock`; an
    /// iterable provides its elements.
    fn result_of_side_effect(&mut self, class: ClassRef, effect: Type) -> Type {
        match effect {
            Type::Function(_) => {
                let result = self.call(effect, &Given::open());
                let is_awaited = self.is_async_mock(class) && self.is_async_object(effect) == Some(true);
                if is_awaited { self.awaited(result) } else { result }
            }
            Type::Instance(class, _) if self.inherits(class, "builtins", "BaseException") => Type::Unknown,
            Type::Instance(..) | Type::Tuple(_) => self.element(effect, false),
            _ => Type::Unknown,
        }
    }

    /// Returns the type of calling a mock; `None` if the value is not a mock.
    pub(super) fn called_mock(&mut self, mock: Type) -> Option<Type> {
        let (class, returned) = match mock {
            Type::Instance(class, _) if self.is_async_mock(class) => (class, None),
            Type::Mock(id) => (self.mock_at(id).class, self.mock_at(id).returned),
            _ => return None,
        };
        let returned = returned.unwrap_or(Type::Unknown);
        if !self.is_async_mock(class) {
            return Some(returned);
        }
        let module = self.engine.standard_library("unittest.mock");
        let summary = self.summary(module);
        let mixin = summary.class_named("AsyncMockMixin")?;
        let scope = summary.class(mixin).scope;
        let function = summary.functions_named(scope, "_execute_mock_call").last()?;
        let callee = Callee {
            function: FunctionRef { module, function },
            receiver: None,
            context: ContextId::FIRST,
            is_doubtful: false,
        };
        Some(Type::Coroutine(self.engine.answers.callees.intern(callee), self.list(&[returned])))
    }

    /// Returns a child of a mock without a specification: another `AsyncMock` for an `AsyncMock`, otherwise
    /// unknown. Also returns the mock classes that are attributes of pytest-mock's fixture.
    pub(super) fn attribute_of_mock(&mut self, class: ClassRef, receiver: Type, name: &str) -> Option<Type> {
        if !is_own_attribute(name) && self.is_async_mock(class) {
            return Some(receiver);
        }
        let is_fixture = named(name).has(Role::MockClass)
            && self.engine.module_name(class.module) == "pytest_mock.plugin"
            && self.class_name(class) == "MockerFixture";
        if is_fixture { self.library_class("unittest.mock", name).map(Type::Class) } else { None }
    }

    /// Returns the mock that a function gives, with the attributes that the function sets on it: `client.post = post`.
    pub(super) fn with_attributes_set_in(&mut self, function: FunctionRef, value: Type) -> Type {
        let mock = match value {
            Type::Mock(id) => self.mock_at(id).clone(),
            Type::Instance(class, _) if self.is_async_mock(class) => {
                Mock { class, spec: None, returned: None, children: Box::default() }
            }
            _ => return value,
        };
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let given = if definition.is_generator { definition.yielded } else { definition.returned };
        let [given, others @ ..] = summary.list(given) else { return value };
        let Expression::Name(given) = summary.expression(*given) else { return value };
        let is_given = |other: &ExpressionId| matches!(summary.expression(*other), Expression::Name(name) if name == given);
        if !others.iter().all(is_given) {
            return value;
        }
        let at = Location::in_scope(function.module, definition.scope);
        let mut children: Vec<(Box<str>, Type)> = Vec::new();
        for entry in summary.scope(definition.scope).entries.iter() {
            let path = summary.name(entry.name).strip_prefix(summary.name(given));
            let Some(path) = path.and_then(|rest| rest.strip_prefix('.')) else { continue };
            let (name, inner) =
                path.split_once('.').map_or((path, None), |(name, inner)| (name, Some(inner)));
            let child = match inner {
                // What a child has of its own makes it no other mock.
                Some(inner) if inner.rsplit('.').next().is_some_and(is_own_attribute) => continue,
                Some(_) => Type::Unknown,
                None => {
                    let bindings = summary.bindings_in(*entry).iter();
                    let values = bindings
                        .map(|set| set.kind.value().map_or(Type::Unknown, |set| self.evaluate(at, set)));
                    let values: Vec<Type> = values.collect();
                    self.union(values)
                }
            };
            match children.iter_mut().find(|(known, _)| **known == *name) {
                Some((_, known)) => *known = self.union([*known, child]),
                None => children.push((name.into(), child)),
            }
        }
        if children.is_empty() {
            return value;
        }
        // The first child of a name counts.
        children.extend(mock.children.iter().cloned());
        self.mock(Mock { children: children.into(), ..mock })
    }

    /// Returns the mock that a plain function gives, as its body makes it: with the attributes that the function sets on it, or that
    /// another function set before.
    pub(super) fn as_made_by(&mut self, callee: Callee, value: Type) -> Type {
        let function = callee.function;
        let definition = self.summary(function.module).function(function.function);
        let is_plain = !definition.is_async && !definition.is_generator;
        let may_give_mock = matches!(value, Type::Mock(_) | Type::Instance(..))
            && is_plain
            && self.engine.origin(function.module) == Origin::FirstParty;
        if !may_give_mock || matches!(value, Type::Instance(class, _) if !self.is_async_mock(class)) {
            return value;
        }
        let value = match value {
            Type::Instance(..) if definition.returns.is_some() => {
                match self.returned(function, ContextId::FIRST, callee.receiver) {
                    seen @ Type::Mock(_) => seen,
                    _ => value,
                }
            }
            value => value,
        };
        self.with_attributes_set_in(function, value)
    }

    /// Returns the type of an attribute of a mock.
    pub(super) fn member_of_mock(&mut self, mock: &Mock, name: &str) -> Type {
        if let Some((_, child)) = mock.children.iter().find(|(child, _)| **child == *name) {
            return *child;
        }
        let plain = Type::Instance(mock.class, super::TypeList::FIRST);
        match (name, mock.spec) {
            ("return_value", _) => mock.returned.unwrap_or(Type::Unknown),
            (name, _) if is_own_attribute(name) => self.member(mock.class, plain, name, true),
            (name, Some(spec)) => self.specified_child(spec, name),
            (name, None) => self.member(mock.class, plain, name, true),
        }
    }

    /// Returns a child of a mock with a specification. It is async if the attribute of the specification
    /// is.
    fn specified_child(&mut self, spec: Type, name: &str) -> Type {
        let specified = match spec {
            Type::Class(_) | Type::Instance(..) | Type::Module(_) => self.attribute(spec, name),
            _ => Type::Unknown,
        };
        match (specified, self.is_async_object(specified)) {
            (Type::Function(_), Some(true)) => self.instance_of_mock("AsyncMock"),
            (Type::Function(_), Some(false)) => self.instance_of_mock("MagicMock"),
            _ => Type::Unknown,
        }
    }

    /// Returns the result of `patch`, `create_autospec` and the similar functions of pytest-mock.
    pub(super) fn known_mock_result(&mut self, function: FunctionRef, given: &Given) -> Option<Type> {
        let path = self.path_of_function(function);
        if is(path.as_str(), Role::CreatesAutospec) {
            let spec = given.positional.first().or(given.keyword("spec"))?;
            let spec = self.argument(spec);
            return Some(self.autospec(spec, given));
        }
        if path == "pytest_mock.plugin.MockerFixture.async_stub" {
            return Some(self.instance_of_mock("AsyncMock"));
        }
        let patch = PatchFunction::at(&path)?;
        let mock = self.patched(patch, given);
        if patch.is_started {
            Some(mock)
        } else {
            Some(self.library_instance("unittest.mock", "_patch", &[mock]))
        }
    }

    /// Returns the replacement for a patched object.
    fn patched(&mut self, patch: PatchFunction, given: &Given) -> Type {
        if let Some(new) = given.positional.get(patch.place_of_new).or(given.keyword("new")) {
            return self.argument(new);
        }
        let original = self.original(patch, given);
        let rest = || given_to_mock(given);
        if let Some(factory) = given.keyword("new_callable") {
            return self.made_by_factory(factory, given);
        }
        for spec in Role::MockSpecification.names().iter().filter_map(|name| given.keyword(name)) {
            let spec = match self.boolean(spec) {
                Some(true) => original,
                Some(false) => continue,
                None => self.argument(spec),
            };
            return self.autospec(spec, &rest());
        }
        let class = match self.is_async_object(original) {
            Some(true) => "AsyncMock",
            Some(false) => "MagicMock",
            None => return Type::Unknown,
        };
        match self.library_class("unittest.mock", class) {
            Some(class) => self.constructed(class, &rest()),
            None => Type::Unknown,
        }
    }

    /// Returns the result of `new_callable`, which receives the arguments that `patch` does not take
    /// itself.
    pub(super) fn made_by_factory(&mut self, factory: &GivenArgument, given: &Given) -> Type {
        let factory = self.argument(factory);
        self.call(factory, &given_to_mock(given))
    }

    /// Returns the patched object: `patch("package.module.name")`, `patch.object(value, "name")`.
    fn original(&mut self, patch: PatchFunction, given: &Given) -> Type {
        let Some(target) = given.positional.first().or(given.keyword("target")) else { return Type::Unknown };
        if !patch.is_of_object {
            let dotted = self.text(target).map(str::to_owned);
            let from = target.expression().map(|(at, _)| at.module);
            return dotted
                .zip(from)
                .map_or(Type::Unknown, |(dotted, from)| self.patched_object(&dotted, from));
        }
        let Some(name) = given.positional.get(1).or(given.keyword("attribute")) else { return Type::Unknown };
        let Some(name) = self.text(name).map(str::to_owned) else { return Type::Unknown };
        let value = self.argument(target);
        self.attribute(value, &name)
    }

    /// Returns the type of `create_autospec(spec, ...)`.
    fn autospec(&mut self, spec: Type, given: &Given) -> Type {
        let instance = given.keyword("instance").or(given.positional.get(2));
        let is_instance = match instance.map(|instance| self.boolean(instance)) {
            None => false,
            Some(Some(stated)) => stated,
            Some(None) => return Type::Unknown,
        };
        let name = match (spec, self.is_async_object(spec)) {
            (Type::Function(_), Some(true)) => "AsyncMock",
            (Type::Function(_) | Type::Class(_) | Type::Instance(..), Some(false)) => "MagicMock",
            _ => return Type::Unknown,
        };
        let Some(class) = self.library_class("unittest.mock", name) else { return Type::Unknown };
        let stated = self.stated_result(class, given);
        let of = |spec, returned| Mock { class, spec: Some(spec), returned, children: Box::default() };
        let mock = match spec {
            Type::Class(of_spec) => {
                let instance = Type::Instance(of_spec, super::TypeList::FIRST);
                if is_instance {
                    of(instance, stated)
                } else {
                    let made = self.mock(of(instance, None));
                    of(spec, stated.or(Some(made)))
                }
            }
            _ => of(spec, stated),
        };
        self.mock(mock)
    }

    /// Returns whether the mock of a value is async, like `_is_async_obj` of the module; `None` if the
    /// value is unknown.
    fn is_async_object(&mut self, value: Type) -> Option<bool> {
        match value {
            Type::Function(id) => {
                let callee = self.callee(id);
                let definition = self.summary(callee.function.module).function(callee.function.function);
                (!callee.is_doubtful).then_some(definition.is_async && !definition.is_generator)
            }
            Type::Class(_) | Type::Module(_) | Type::None | Type::Plain | Type::Tuple(_) => Some(false),
            Type::Coroutine(..) | Type::Awaitable(_) => Some(true),
            Type::Mock(id) => Some(self.is_async_mock(self.mock_at(id).class)),
            Type::Instance(class, _) if self.is_async_mock(class) => Some(true),
            Type::Instance(class, _) if self.has_open_order(class) => None,
            Type::Instance(class, _) => Some(self.member(class, value, "__await__", true) != Type::Unknown),
            _ => None,
        }
    }

    pub(super) fn text(&mut self, argument: &GivenArgument) -> Option<&str> {
        let (at, id) = argument.expression()?;
        let summary = self.summary(at.module);
        summary.text_of(id)
    }

    /// Returns the value of a literal `True` or `False`.
    pub(super) fn boolean(&mut self, argument: &GivenArgument) -> Option<bool> {
        let (at, id) = argument.expression()?;
        match self.summary(at.module).expression(id) {
            Expression::Literal(Literal::Boolean(value)) => Some(value),
            _ => None,
        }
    }

    fn instance_of_mock(&mut self, class: &str) -> Type {
        self.library_instance("unittest.mock", class, &[])
    }

    /// Returns whether a value is a mock.
    pub(super) fn is_mock(&mut self, value: Type) -> bool {
        match value {
            Type::Mock(_) => true,
            Type::Instance(class, _) => self.is_mock_class(class),
            _ => false,
        }
    }

    /// Returns the class of a mock that creates a child for any name.
    pub fn open_mock_class(&mut self, value: Type) -> Option<String> {
        let class = match value {
            Type::Mock(id) if self.mock_at(id).spec.is_none() => self.mock_at(id).class,
            Type::Instance(class, _) => class,
            _ => return None,
        };
        self.is_mock_class(class).then(|| self.class_name(class).to_owned())
    }

    /// Returns whether a value is a mock whose calls return no awaitable by default.
    pub fn is_plain_mock(&mut self, value: Type) -> bool {
        named(self.open_mock_class(value).as_deref()).has(Role::PlainMock)
    }

    /// Returns whether a value is a mock that creates a child for any name.
    pub fn is_open_mock(&mut self, value: Type) -> bool {
        let parts = self.parts(value);
        !parts.is_empty()
            && parts.into_iter().all(|part| match part {
                Type::Mock(id) => self.mock_at(id).spec.is_none(),
                part => self.is_mock(part),
            })
    }

    /// Returns whether a class is one of `unittest.mock`.
    pub fn is_mock_class(&mut self, class: ClassRef) -> bool {
        self.engine.module_name(class.module) == "unittest.mock"
            && named(self.class_name(class)).has(Role::MockClass)
    }

    fn is_async_mock(&mut self, class: ClassRef) -> bool {
        self.engine.module_name(class.module) == "unittest.mock" && self.class_name(class) == "AsyncMock"
    }
}

/// Returns the arguments of `patch` that go to the mock.
fn given_to_mock(given: &Given) -> Given {
    let keywords = given.keywords.iter().filter(|(name, _)| !named(&**name).has(Role::PatchParameter));
    Given { keywords: keywords.cloned().collect(), is_open: given.is_open, ..Given::none() }
}

/// Returns whether an attribute belongs to a mock itself and is not a child.
pub fn is_own_attribute(name: &str) -> bool {
    name.starts_with("assert") || name.starts_with('_') || named(name).has(Role::MockAttribute)
}
