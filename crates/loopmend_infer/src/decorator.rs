//! The effect of decorators on a definition.

use loopmend_catalog::{Entry, Role, Words, entry, is, named};
use loopmend_index::decorators::is_property;
use loopmend_index::summary::{Binding, BindingKind, Expression, ExpressionId, ScopeId, Summary};

use super::given::Given;
use super::types::{Callee, Location};
use super::{CalleeId, ClassRef, ContextId, FunctionRef, Inference, Type};
use crate::parts::Part;

/// How a function of a class is bound.
#[derive(Clone, Copy, Debug, Default)]
pub struct MethodKind {
    pub(super) is_static: bool,
    pub(super) is_class: bool,
    pub is_property: bool,
}

/// The kind of value that calling a function returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    /// A plain value.
    Plain,
    /// A coroutine.
    Coroutine,
    /// An asynchronous generator.
    Generator,
}

/// Returns whether a decorator says that a call of the function starts a task or hands it over, by its name as in `@task` and
/// `@background_task`, or by what is known of its library. `scope` is that around the function.
pub(super) fn starts_task(summary: &Summary, scope: ScopeId, decorator: ExpressionId) -> bool {
    let name = summary.last_name(decorator).unwrap_or_default();
    let is_known = || {
        let path = summary.import_path(scope, summary.callee_or_itself(decorator));
        is(path.as_deref(), Role::MakesFunctionPlain)
    };
    name.split('_').any(|word| Words::TaskDecorators.has(word))
        || named(name).has(Role::MakesFunctionPlain) && is_known()
}

impl<'e> Inference<'e> {
    /// Returns how a function is bound: as a static method, a class method or a property.
    pub fn method_kind(&mut self, function: FunctionRef) -> MethodKind {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let mut kind = MethodKind::default();
        for decorator in summary.list(definition.decorators) {
            match summary.last_name(*decorator) {
                Some("staticmethod") => kind.is_static = true,
                name if named(name).has(Role::BindsClass) => kind.is_class = true,
                _ => {}
            }
        }
        kind.is_property = is_property(summary, function.function);
        // docs.python.org/3/reference/datamodel.html: these take the class without a decorator.
        kind.is_class |= named(summary.name(definition.name)).has(Role::ImplicitClassMethod);
        kind
    }

    /// Returns the type that a `def` creates, with all decorators applied.
    pub(super) fn decorated(&mut self, function: FunctionRef, context: ContextId) -> Type {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let scope = summary.scope_around(definition.scope);
        let at = Location { module: function.module, scope, context };
        let mut value = self.plain_function(function, context);
        for decorator in summary.list(definition.decorators).iter().rev() {
            if self.keeps_decorated(at, *decorator) {
                continue;
            }
            let says_task = starts_task(summary, scope, *decorator);
            let decorator = match self.engine.is_without(Part::Decorators) {
                true => Type::Unknown,
                false => self.evaluate(at, *decorator),
            };
            let given = if self.dispatches(decorator) { self.doubtful(value) } else { value };
            let made = match decorator {
                Type::Unknown => Type::Unknown,
                decorator => self.call(decorator, &Given::of_type(given)),
            };
            let made = match decorator {
                // One of several decorators: which one is not a matter of the function.
                Type::Union(_) => made,
                _ => self.same_colour(made, given, definition.is_async),
            };
            value = match made {
                Type::Unknown if definition.is_async && !(says_task && decorator == Type::Unknown) => {
                    self.doubtful(value)
                }
                made => made,
            };
            if matches!(value, Type::Unknown | Type::Never) {
                return Type::Unknown;
            }
        }
        value
    }

    /// Returns the type of a function under a decorator that is not understood.
    pub(super) fn doubtful(&mut self, value: Type) -> Type {
        self.each(value, |inference, part| match part {
            Type::Function(id) => {
                inference.function_value(Callee { is_doubtful: true, ..inference.callee(id) })
            }
            _ => Type::Unknown,
        })
    }

    /// Returns whether a decorator creates a function that dispatches on the class of an argument
    /// (docs.python.org/3/library/functools.html#functools.singledispatch).
    fn dispatches(&mut self, decorator: Type) -> bool {
        match decorator {
            Type::Function(id) => {
                self.path_of_function(self.callee(id).function) == "functools.singledispatch"
            }
            Type::Class(class) => {
                self.engine.module_name(class.module) == "functools"
                    && self.class_name(class) == "singledispatchmethod"
            }
            _ => false,
        }
    }

    /// Returns the wrappers of a decorator that have the same kind as the decorated function, `below`. They
    /// are doubtful if the decorator does not check the kind, or if that of `below` is unknown.
    fn same_colour(&mut self, made: Type, below: Type, is_async: bool) -> Type {
        let Type::Union(_) = made else { return made };
        let parts = self.parts(made);
        let is_function = |part: &Type| matches!(part, Type::Function(_));
        if !parts.iter().all(is_function) {
            return made;
        }
        let colours: Vec<_> = parts.iter().map(|part| self.colour(*part)).collect();
        if colours.iter().all(|colour| *colour == colours[0]) {
            return made;
        }
        let known = self.certain_colour(below);
        let is_sure = known.is_some() && parts.iter().any(|part| self.is_made_where_asked(*part));
        let wanted = known.unwrap_or(if is_async { Colour::Coroutine } else { Colour::Plain });
        // `iscoroutinefunction` is not true of an asynchronous generator either.
        let wanted = match colours.contains(&Some(wanted)) {
            false if wanted == Colour::Generator => Colour::Plain,
            _ => wanted,
        };
        let same = parts.into_iter().zip(colours).filter(|(_, colour)| *colour == Some(wanted));
        let same = self.union(same.map(|(part, _)| part).collect::<Vec<_>>());
        if is_sure { same } else { self.doubtful(same) }
    }

    /// Returns the kind that all parts of a type certainly have.
    fn certain_colour(&mut self, value: Type) -> Option<Colour> {
        let parts = self.parts(value);
        let mut colours = parts.into_iter().map(|part| match part {
            Type::Function(id) if self.is_doubtful(id) => None,
            part => self.colour(part),
        });
        let first = colours.next()??;
        colours.all(|colour| colour == Some(first)).then_some(first)
    }

    /// Returns the kind of value that calling a type returns; `None` if unknown.
    pub(super) fn colour(&mut self, value: Type) -> Option<Colour> {
        let result = match value {
            Type::Function(id) => {
                let function = self.callee(id).function;
                let definition = self.summary(function.module).function(function.function);
                return Some(match (definition.is_async, definition.is_generator) {
                    (true, true) => Colour::Generator,
                    (true, false) => Colour::Coroutine,
                    (false, _) if self.gives_coroutine(id) => Colour::Coroutine,
                    (false, _) => Colour::Plain,
                });
            }
            Type::Callable(result) => self.only(result),
            Type::Class(_) => return Some(Colour::Plain),
            _ => return None,
        };
        let parts = self.parts(result);
        if parts.is_empty() || parts.contains(&Type::Unknown) {
            return None;
        }
        let is_coroutine = |part: &Type| matches!(part, Type::Coroutine(..) | Type::Awaitable(_));
        match (parts.iter().any(is_coroutine), parts.iter().all(is_coroutine)) {
            (false, _) => Some(Colour::Plain),
            (true, true) => Some(Colour::Coroutine),
            (true, false) => None,
        }
    }

    /// Returns whether a function is nested in one that checks whether another function is asynchronous.
    fn is_made_where_asked(&mut self, made: Type) -> bool {
        let Type::Function(id) = made else { return false };
        let function = self.callee(id).function;
        let summary = self.summary(function.module);
        let around = |scope| summary.scope(scope).parent;
        let mut scope = around(summary.function(function.function).scope);
        while let Some(decorator) = scope.and_then(|id| summary.enclosing_function(id)) {
            let decorator = summary.function(decorator);
            if decorator.asks_if_async {
                return true;
            }
            scope = around(decorator.scope);
        }
        false
    }

    /// Returns whether a call of a function returns a coroutine. This is an outermost query.
    pub fn is_coroutine_function(&mut self, callee: CalleeId) -> bool {
        self.begin();
        self.gives_coroutine(callee)
    }

    /// Returns whether a call of a function value returns a coroutine.
    pub(super) fn gives_coroutine(&mut self, callee: CalleeId) -> bool {
        let function = self.callee(callee).function;
        let definition = self.summary(function.module).function(function.function);
        if definition.is_async {
            return !definition.is_generator;
        }
        let result = self.call(Type::Function(callee), &Given::open());
        self.parts(result).iter().all(|part| matches!(part, Type::Coroutine(..) | Type::Awaitable(_)))
    }

    /// Returns whether a decorator of a function is not found, and may do anything with it.
    pub fn has_unknown_decorator(&mut self, callee: CalleeId) -> bool {
        let function = self.callee(callee).function;
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let at = Location::around(summary, function.module, definition.scope);
        summary.list(definition.decorators).iter().any(|decorator| {
            !self.keeps_decorated(at, *decorator) && self.evaluate(at, *decorator) == Type::Unknown
        })
    }

    /// Returns whether no decorator changes the function for its callers, except for its binding.
    pub(super) fn keeps_function(&mut self, function: FunctionRef) -> bool {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let at = Location::around(summary, function.module, definition.scope);
        summary.list(definition.decorators).iter().all(|decorator| {
            self.keeps_decorated(at, *decorator)
                && !(definition.is_async && self.is_property_of_absent_library(at, *decorator))
        })
    }

    /// Returns whether a decorator has the name of a property, and comes from a library that is neither there nor in the catalogue. Some of them
    /// await what an async function returns.
    fn is_property_of_absent_library(&mut self, at: Location, decorator: ExpressionId) -> bool {
        let summary = self.summary(at.module);
        summary.last_roles(decorator).has(Role::Property)
            && self.evaluate(at, decorator) == Type::Unknown
            && summary.import_path(at.scope, decorator).is_some_and(|path| !is(path.as_str(), Role::Property))
    }

    /// Returns whether a decorator does not change a function for its callers, except for its binding.
    pub fn keeps_decorated(&mut self, at: Location, decorator: ExpressionId) -> bool {
        let summary = self.summary(at.module);
        is_binding(summary, decorator)
            || self.leaves_as_it_is(at, decorator, Role::KeepsFunction)
            || self.makes_mark(at, decorator)
    }

    /// Returns whether an expression creates a pytest mark: `pytest.mark.skip`, a name for it, or a call of
    /// a function that returns only marks.
    pub fn makes_mark(&mut self, at: Location, expression: ExpressionId) -> bool {
        if !self.step() {
            return false;
        }
        let summary = self.summary(at.module);
        let callee = summary.callee_or_itself(expression);
        if names_mark(summary, callee) {
            return true;
        }
        if callee == expression {
            return self.names_mark_elsewhere(at, expression);
        }
        let Type::Function(id) = self.evaluate(at, callee) else { return false };
        let function = self.callee(id).function;
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let returned = summary.list(definition.returned);
        let at = Location::in_scope(function.module, definition.scope);
        !returned.is_empty()
            && !definition.falls_through
            && !definition.is_async
            && returned.iter().all(|returned| self.makes_mark(at, *returned))
    }

    /// Returns whether a name is bound to a mark at the top level of its module, or of the module it is
    /// imported from.
    fn names_mark_elsewhere(&mut self, at: Location, expression: ExpressionId) -> bool {
        let summary = self.summary(at.module);
        let Expression::Name(name) = summary.expression(expression) else { return false };
        let [binding] = summary.bindings_of(Summary::MODULE_SCOPE, summary.name(name)) else { return false };
        match binding.kind {
            BindingKind::Value(value) => self.makes_mark(Location::of_module(at.module), value),
            BindingKind::ImportFrom { module, name } => {
                let source = self.engine.resolve(summary.name(module), at.module);
                let source_summary = self.summary(source);
                match source_summary.bindings_of(Summary::MODULE_SCOPE, summary.name(name)) {
                    [Binding { kind: BindingKind::Value(value), .. }] => {
                        self.makes_mark(Location::of_module(source), *value)
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// Returns whether a decorator does not change a class.
    pub fn keeps_class(&mut self, at: Location, decorator: ExpressionId, class: ClassRef) -> bool {
        if self.leaves_as_it_is(at, decorator, Role::KeepsClass) || self.makes_mark(at, decorator) {
            return true;
        }
        let value = self.evaluate(at, decorator);
        let is_patch = |inference: &mut Self, class| inference.inherits(class, "unittest.mock", "_patch");
        if matches!(value, Type::Instance(of, _) if is_patch(self, of)) {
            return true;
        }
        if matches!(value, Type::Function(_))
            && self.call(value, &Given::of_type(Type::Class(class))) == Type::Class(class)
        {
            return true;
        }
        let summary = self.summary(at.module);
        let callee = summary.callee_or_itself(decorator);
        match self.evaluate(at, callee) {
            Type::Function(id) => {
                let is_factory = callee != decorator;
                self.is_identity(self.callee(id).function, is_factory)
            }
            _ => false,
        }
    }

    fn leaves_as_it_is(&mut self, at: Location, decorator: ExpressionId, keeps: Role) -> bool {
        let summary = self.summary(at.module);
        let callee = summary.callee_or_itself(decorator);
        if names_mark(summary, callee) {
            return true;
        }
        if !summary.last_roles(callee).has(keeps) {
            return false;
        }
        match self.evaluate(at, callee) {
            Type::Function(id) => {
                let path = self.path_of_function(self.callee(id).function);
                is(path.as_str(), keeps)
            }
            Type::Class(class) => {
                let path = format!("{}.{}", self.engine.module_name(class.module), self.class_name(class));
                is(path.as_str(), keeps)
            }
            Type::Unknown => is(summary.import_path(at.scope, callee).as_deref(), keeps),
            _ => false,
        }
    }

    /// Returns the module and qualified name of a function.
    pub fn path_of_function(&mut self, function: FunctionRef) -> String {
        let summary = self.summary(function.module);
        let name = summary.qualified_name(summary.function(function.function).scope);
        format!("{}.{name}", self.engine.module_name(function.module))
    }

    /// Returns the entry of the catalogue for a function, if that has a role.
    pub fn known_as(&mut self, function: FunctionRef, role: Role) -> Option<&'static Entry> {
        let summary = self.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        if !named(name).has(role) {
            return None;
        }
        entry(&self.path_of_function(function)).filter(|known| known.roles.has(role))
    }

    /// Returns whether a function has this module and qualified name.
    pub fn is_defined_as(&mut self, function: FunctionRef, path: &str) -> bool {
        let summary = self.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        path.ends_with(name) && self.path_of_function(function) == path
    }

    /// Returns whether a function is annotated as an identity: `def decorator(cls: T) -> T`, or a factory
    /// annotated `-> Callable[[T], T]`.
    fn is_identity(&mut self, function: FunctionRef, is_factory: bool) -> bool {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let Some(returns) = definition.returns else { return false };
        if is_factory {
            return self.is_identity_callable(function, returns);
        }
        let is_method = summary.class_of(function.function).is_some();
        let Some(parameter) = definition.parameters.get(usize::from(is_method)) else { return false };
        let given = parameter.annotation.map(|annotation| self.signature_annotation(function, annotation));
        let made = self.signature_annotation(function, returns);
        given == Some(made) && self.has_variables(made)
    }

    fn is_identity_callable(&mut self, function: FunctionRef, annotation: ExpressionId) -> bool {
        let summary = self.summary(function.module);
        let Expression::Subscript { value, slice } = summary.expression(annotation) else { return false };
        let [arguments, returned] = super::generic::subscript_arguments(summary, slice)[..] else {
            return false;
        };
        let given = match self.signature_annotation(function, arguments) {
            Type::Tuple(given) => self.only(given),
            _ => return false,
        };
        let made = self.signature_annotation(function, returned);
        summary.last_name(value) == Some("Callable") && given == made && self.has_variables(made)
    }
}

/// Returns whether a decorator only determines the binding of the function, which [`MethodKind`] describes.
fn is_binding(summary: &Summary, decorator: ExpressionId) -> bool {
    let name = summary.last_name(decorator);
    summary.call(decorator).is_none()
        && name.is_some_and(|name| named(name).has(Role::Property) || named(name).has(Role::ChangesBinding))
}

/// Returns whether a decorator is written as a pytest mark, which is stored on the function
/// (docs.pytest.org/en/stable/how-to/mark.html).
fn names_mark(summary: &Summary, decorator: ExpressionId) -> bool {
    summary.dotted_name(decorator).is_some_and(|dotted| dotted.starts_with("pytest.mark."))
}
