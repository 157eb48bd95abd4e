//! Whether the class of an object is seen in the code, or only stated by an annotation. In tests, an object that is only stated may be a
//! double of another class.

use loopmend_catalog::Role;
use loopmend_index::summary::{
    Binding, BindingKind, Expression, ExpressionId, FunctionId, NameId, ScopeId, ScopeKind, Summary,
};
use loopmend_project::Origin;

use super::fixture::Fixture;
use super::types::Location;
use super::{ClassRef, FunctionRef, Inference, Type, TypeList};
use crate::engine::ModuleId;

/// The maximum number of assignments and attributes that are followed to where an object is made.
const LONGEST_WAY: u8 = 10;

/// The maximum number of expressions that are followed for one object, on all ways.
const MOST_WAYS: u16 = 64;

impl<'e> Inference<'e> {
    /// Returns whether the class of an object rests on the annotation of a name, parameter or attribute to which anything may have been
    /// given. The annotation of a called function counts as seen if its body returns what it says. This is an outermost query.
    pub fn is_only_stated(&mut self, module: ModuleId, scope: ScopeId, object: ExpressionId) -> bool {
        self.begin();
        self.ways = MOST_WAYS;
        self.is_stated(Location::in_scope(module, scope), object, LONGEST_WAY)
    }

    fn is_stated(&mut self, at: Location, object: ExpressionId, left: u8) -> bool {
        self.ways = self.ways.saturating_sub(1);
        let Some(left) = left.checked_sub(1).filter(|_| self.ways > 0) else { return true };
        let summary = self.summary(at.module);
        match summary.expression(object) {
            Expression::Name(name) => self.is_stated_name(at, name, left),
            Expression::Attribute { value, name } => {
                self.is_stated(at, value, left) || self.is_stated_attribute(at, value, name, left)
            }
            Expression::Call { .. } => self.is_stated_result(at, object, left),
            Expression::Await(value) | Expression::Starred(value) => self.is_stated(at, value, left),
            Expression::Subscript { value, .. } => {
                self.is_stated(at, value, left) || self.is_stated_by_method(at, value, Role::GivesItem, left)
            }
            Expression::Either { values, .. } | Expression::Tuple(values) => {
                summary.list(values).iter().any(|value| self.is_stated(at, *value, left))
            }
            Expression::Display { elements, .. } => {
                summary.list(elements).iter().any(|value| self.is_stated(at, *value, left))
            }
            Expression::Comprehension { element, .. } => self.is_stated(at, element, left),
            _ => false,
        }
    }

    fn is_stated_name(&mut self, at: Location, name: NameId, left: u8) -> bool {
        let summary = self.summary(at.module);
        for scope in summary.scopes_from(at.scope) {
            let entry = summary.entry_of(scope, name);
            let bindings = entry.map_or(&[][..], |entry| summary.bindings_in(entry));
            let confined = entry.map_or(&[][..], |entry| summary.confined_in(entry));
            let parameter = match summary.scope(scope).kind {
                ScopeKind::Function(function) => self.is_stated_parameter(at.module, function, name, left),
                _ => None,
            };
            if parameter.is_none() && bindings.is_empty() && confined.is_empty() {
                continue;
            }
            let bindings = bindings.iter().chain(confined);
            return parameter.unwrap_or(false)
                || bindings.into_iter().any(|binding| self.is_stated_binding(at.module, binding, left));
        }
        false
    }

    fn is_stated_binding(&mut self, module: ModuleId, binding: &Binding, left: u8) -> bool {
        let at = Location::in_scope(module, binding.scope);
        match binding.kind {
            BindingKind::Annotated { value, .. } => self.is_unseen_value(at, value, left),
            BindingKind::Value(value) | BindingKind::Part { value, .. } => self.is_stated(at, value, left),
            BindingKind::With { value, .. } => {
                self.is_stated(at, value, left)
                    || self.is_stated_by_method(at, value, Role::GivesEntered, left)
                    || self.is_stated_context(at, value, left)
            }
            BindingKind::For { iterable, .. } => self.is_stated_element(at, iterable, left),
            BindingKind::ImportFrom { module: from, name } => {
                self.is_stated_import(module, (from, name), left)
            }
            _ => false,
        }
    }

    /// Returns whether the module from which a name is imported only states its class.
    fn is_stated_import(&mut self, module: ModuleId, (from, name): (NameId, NameId), left: u8) -> bool {
        // Modules may import a name from each other in a circle.
        self.ways = self.ways.saturating_sub(1);
        if self.ways == 0 {
            return true;
        }
        let (from, bindings) = self.imported_bindings(module, (from, name));
        if self.engine.origin(from) != Origin::FirstParty {
            return false;
        }
        self.rest_on_text(from);
        bindings.iter().any(|binding| self.is_stated_binding(from, binding, left))
    }

    /// Returns the module from which `from module import name` imports, and its bindings of the name.
    pub(super) fn imported_bindings(
        &mut self,
        importer: ModuleId,
        (from, name): (NameId, NameId),
    ) -> (ModuleId, &'e [Binding]) {
        let summary = self.summary(importer);
        let from = self.engine.resolve(summary.name(from), importer);
        (from, self.summary(from).bindings_of(Summary::MODULE_SCOPE, summary.name(name)))
    }

    /// Returns whether the value that is assigned to an annotated name does not show its class.
    fn is_unseen_value(&mut self, at: Location, value: Option<ExpressionId>, left: u8) -> bool {
        let Some(value) = value else { return true };
        // What is put into an empty container later may be of any class.
        if self.summary(at.module).is_empty_display(value) {
            return true;
        }
        matches!(self.evaluate(at, value), Type::Unknown | Type::None) || self.is_stated(at, value, left)
    }

    /// Returns whether a parameter of a function is annotated, and what pytest gives is not known, or whether a decorator gives it. A fixture
    /// whose value is only stated states the parameter. Returns `None` if the function has no such parameter.
    fn is_stated_parameter(
        &mut self,
        module: ModuleId,
        function: FunctionId,
        name: NameId,
        left: u8,
    ) -> Option<bool> {
        let summary = self.summary(module);
        let mut parameters = summary.function(function).parameters.iter().zip(0..);
        let (parameter, index) = parameters.find(|(parameter, _)| parameter.name == name)?;
        let function = FunctionRef { module, function };
        if self.is_lambda(function) {
            return Some(true);
        }
        let name = summary.name(name);
        let Some(annotation) = parameter.annotation else {
            let is_injected = self.injected_parameter(function, index).is_some();
            return Some(is_injected || self.is_stated_fixture(function, name, left));
        };
        let Some(given) = self.fixture_parameter(function, name) else { return Some(true) };
        let stated = self.signature_annotation(function, annotation);
        Some(
            given == Type::Unknown
                || !self.agrees(given, stated)
                || self.is_stated_fixture(function, name, left),
        )
    }

    /// Returns whether the value that a fixture provides for a parameter is only stated.
    fn is_stated_fixture(&mut self, function: FunctionRef, name: &str, left: u8) -> bool {
        self.fixtures_for(function, name).into_iter().any(|fixture| match fixture {
            Fixture::Function(fixture, _) => self.is_stated_return(fixture, left),
            Fixture::Value { .. } => false,
        })
    }

    /// A `lambda` in a class body may be no method.
    fn is_lambda(&mut self, function: FunctionRef) -> bool {
        let summary = self.summary(function.module);
        summary.name(summary.function(function.function).name).starts_with('<')
    }

    fn is_stated_attribute(&mut self, at: Location, value: ExpressionId, name: NameId, left: u8) -> bool {
        let object = self.evaluate(at, value);
        let summary = self.summary(at.module);
        let name = summary.name(name);
        self.parts(object).into_iter().any(|part| match part {
            Type::Instance(class, _) | Type::Class(class) => self.is_stated_member(class, name, left),
            _ => false,
        })
    }

    fn is_stated_member(&mut self, class: ClassRef, name: &str, left: u8) -> bool {
        for (owner, _) in self.mro(class).iter().flatten() {
            let summary = self.summary(owner.module);
            let bindings = summary.bindings_of(summary.class(owner.class).scope, name);
            let attributes = summary.attributes_of(owner.class, name);
            if bindings.is_empty() && attributes.is_empty() {
                continue;
            }
            let is_set = attributes.iter().any(|set| {
                let at = Location::in_scope(owner.module, set.scope);
                match set.kind {
                    BindingKind::Annotated { value, .. } => self.is_unseen_value(at, value, left),
                    BindingKind::Value(value) | BindingKind::Part { value, .. } => {
                        self.is_stated(at, value, left)
                    }
                    _ => false,
                }
            });
            return is_set
                || bindings.iter().any(|binding| match binding.kind {
                    // What a property returns.
                    BindingKind::Function(function) => {
                        self.is_stated_return(FunctionRef { module: owner.module, function }, left)
                    }
                    _ => self.is_stated_binding(owner.module, binding, left),
                });
        }
        false
    }

    /// Returns whether the result of a call rests on an annotation: that of the object whose method is called, a type variable, which
    /// says nothing of the class, or that of a class which is called under another name than its own.
    fn is_stated_result(&mut self, at: Location, call: ExpressionId, left: u8) -> bool {
        let summary = self.summary(at.module);
        let Expression::Call { callee, arguments } = summary.expression(call) else { return false };
        if let Expression::Attribute { value, .. } = summary.expression(callee)
            && self.is_stated(at, value, left)
        {
            return true;
        }
        let written = summary.last_name(callee);
        let called = self.evaluate(at, callee);
        self.parts(called).into_iter().any(|part| match part {
            Type::Function(id) => {
                let function = self.callee(id).function;
                self.returns_variable(function) || self.is_stated_return(function, left)
            }
            // `list(reader)` holds what the reader yields.
            Type::Class(class) if self.engine.origin(class.module) == Origin::StandardLibrary => summary
                .arguments(arguments)
                .iter()
                .any(|argument| self.is_stated_element(at, argument.value, left)),
            Type::Class(class) if written != Some(self.class_name(class)) => self.is_stated(at, callee, left),
            _ => false,
        })
    }

    /// Returns whether the class of what an object yields rests on an annotation.
    fn is_stated_element(&mut self, at: Location, iterable: ExpressionId, left: u8) -> bool {
        self.is_stated(at, iterable, left) || self.is_stated_by_method(at, iterable, Role::GivesElement, left)
    }

    /// Returns whether the class of what a method of an object returns rests on the annotation of that method, of the project.
    fn is_stated_by_method(&mut self, at: Location, value: ExpressionId, role: Role, left: u8) -> bool {
        let object = self.evaluate(at, value);
        let objects = self.parts(object).into_iter().filter(|part| match part {
            Type::Instance(class, _) => self.engine.origin(class.module) == Origin::FirstParty,
            _ => false,
        });
        let objects: Vec<Type> = objects.collect();
        let mut methods = Vec::new();
        for (object, name) in
            objects.iter().flat_map(|object| role.names().iter().map(move |name| (*object, name)))
        {
            let method = self.attribute(object, name);
            methods.extend(self.parts(method));
        }
        methods.into_iter().any(|method| match method {
            Type::Function(id) => {
                let function = self.callee(id).function;
                !self.returns_receiver(function) && self.is_stated_return(function, left)
            }
            _ => false,
        })
    }

    /// Returns whether only the annotation of a context manager, a decorated generator of the project, states what `with` binds.
    fn is_stated_context(&mut self, at: Location, value: ExpressionId, left: u8) -> bool {
        let summary = self.summary(at.module);
        let Expression::Call { callee, .. } = summary.expression(value) else { return false };
        let Some(function) = self.function_behind(at, callee) else { return false };
        self.is_stated_return(function, left)
    }

    /// Returns the only function of the project that a name or attribute is bound to, before its decorators.
    fn function_behind(&mut self, at: Location, callee: ExpressionId) -> Option<FunctionRef> {
        let summary = self.summary(at.module);
        let (module, bindings) = match summary.expression(callee) {
            Expression::Name(name) => (at.module, summary.nearest_bindings_of(at.scope, name)),
            Expression::Attribute { value, name } => {
                let object = self.evaluate(at, value);
                let [part] = self.parts(object)[..] else { return None };
                let (module, scope) = match part {
                    Type::Module(module) => (module, Summary::MODULE_SCOPE),
                    Type::Instance(class, _) | Type::Class(class) => {
                        (class.module, self.summary(class.module).class(class.class).scope)
                    }
                    _ => return None,
                };
                (module, self.summary(module).bindings_of(scope, summary.name(name)))
            }
            _ => return None,
        };
        match bindings.last()?.kind {
            BindingKind::Function(function) => Some(FunctionRef { module, function }),
            BindingKind::ImportFrom { module: from, name } => {
                let (from, bindings) = self.imported_bindings(module, (from, name));
                match bindings.last()?.kind {
                    BindingKind::Function(function) => Some(FunctionRef { module: from, function }),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Returns whether a method returns only its first parameter.
    fn returns_receiver(&mut self, function: FunctionRef) -> bool {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let returned = summary.list(definition.returned);
        let Some(receiver) = definition.parameters.first() else { return false };
        let is_receiver = |value: &ExpressionId| matches!(summary.expression(*value), Expression::Name(name) if name == receiver.name);
        !definition.is_generator && !returned.is_empty() && returned.iter().all(is_receiver)
    }

    /// Returns whether only the annotation of a function of the project states the class of what it returns or yields. A body that shows
    /// another class than the annotation shows that the annotation says too little.
    fn is_stated_return(&mut self, function: FunctionRef, left: u8) -> bool {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        if self.engine.origin(function.module) != Origin::FirstParty {
            return false;
        }
        if definition.returns.is_some() && (self.is_stub(function) || self.returns_variable(function)) {
            return true;
        }
        self.rest_on_text(function.module);
        let at = Location::in_scope(function.module, definition.scope);
        let stated = definition.returns.map(|returns| {
            let stated = self.signature_annotation(function, returns);
            if definition.is_generator { self.element(stated, definition.is_async) } else { stated }
        });
        let values = if definition.is_generator { definition.yielded } else { definition.returned };
        let is_stated_value = summary.list(values).iter().any(|value| match self.evaluate(at, *value) {
            Type::None => false,
            _ if summary.is_empty_display(*value) => false,
            Type::Unknown => stated.is_some(),
            seen => {
                stated.is_some_and(|stated| !self.agrees(seen, stated)) || self.is_stated(at, *value, left)
            }
        });
        is_stated_value
            || definition.is_generator
                && summary
                    .list(definition.yielded_from)
                    .iter()
                    .any(|iterable| self.is_stated_element(at, *iterable, left))
    }

    /// Returns whether each object or class of a type is one of those that an annotation states, or is derived from one, and holds what the
    /// annotation states. Other types agree.
    fn agrees(&mut self, seen: Type, stated: Type) -> bool {
        let stated = self.parts(stated);
        self.parts(seen).into_iter().all(|seen| {
            let alike = stated.iter().filter_map(|stated| match (seen, *stated) {
                (Type::Instance(class, held), Type::Instance(other, of)) => {
                    Some(self.may_be(class, other) && (class != other || self.holds(held, of)))
                }
                (Type::Class(class), Type::Class(other)) => Some(self.may_be(class, other)),
                (Type::Mock(_), Type::Instance(..))
                | (Type::Mock(_) | Type::Instance(..), Type::Class(_)) => Some(false),
                _ => None,
            });
            let mut alike = alike.peekable();
            alike.peek().is_none() || alike.any(|agrees| agrees)
        })
    }

    /// Returns whether an object of a class may be one of the class that an annotation states. Those of other packages are often protocols.
    fn may_be(&mut self, class: ClassRef, stated: ClassRef) -> bool {
        self.engine.origin(stated.module) != Origin::FirstParty
            || self.mro(class).iter().flatten().any(|(owner, _)| *owner == stated)
    }

    /// Returns whether the type arguments of an object are known where those of an annotation are, and agree with them.
    fn holds(&mut self, seen: TypeList, stated: TypeList) -> bool {
        let (seen, stated) = (self.types(seen).to_vec(), self.types(stated).to_vec());
        stated.into_iter().enumerate().all(|(place, stated)| match seen.get(place) {
            _ if stated == Type::Unknown => true,
            None | Some(Type::Unknown) => false,
            Some(seen) => self.agrees(*seen, stated),
        })
    }

    /// Returns whether the annotated result of a function has type variables.
    pub fn returns_variable(&mut self, function: FunctionRef) -> bool {
        let summary = self.summary(function.module);
        let Some(returns) = summary.function(function.function).returns else { return false };
        let annotated = self.signature_annotation(function, returns);
        self.has_variables(annotated)
    }
}

/// Returns whether a base of a class is written as a call, which makes a class that is not known.
pub fn derives_from_call(summary: &Summary, bases: &[ExpressionId]) -> bool {
    bases.iter().any(|base| matches!(summary.expression(*base), Expression::Call { .. }))
}
