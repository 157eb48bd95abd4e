//! The types of attributes.

use loopmend_index::summary::{
    Attribute, Binding, BindingKind, Expression, ExpressionId, FunctionId, HashedName, NameId, Summary,
};

use super::given::Given;
use super::memo::{Mro, Question};
use super::types::{Callee, Location};
use super::{CalleeId, ClassRef, ContextId, FunctionRef, Inference, Type, TypeList};
use crate::engine::ModuleId;

/// The maximum number of bindings of one attribute in a class that are followed. An attribute with more is unknown: they may rest on each
/// other, which takes the cube of their number.
const MAX_ATTRIBUTE_BINDINGS: usize = 200;

/// The maximum number of names that are followed from an alias in a class body to its function.
const MAX_ALIASES: usize = 8;

impl Inference<'_> {
    /// Returns the type of `value.name`.
    pub(super) fn attribute(&mut self, value: Type, name: &str) -> Type {
        self.deeper(|inference| inference.attribute_at_depth(value, name))
    }

    fn attribute_at_depth(&mut self, value: Type, name: &str) -> Type {
        let is_one_of_several = matches!(value, Type::Union(_));
        self.each(value, |inference, part| match part {
            Type::Never => Type::Never,
            // It would raise; the use is meant for another part.
            Type::Instance(class, _) if is_one_of_several && inference.certainly_lacks(class, name) => {
                Type::Never
            }
            Type::Module(module) => match inference.symbol(module, name) {
                Some(_) if inference.may_be_submodule(module, name) => Type::Unknown,
                found => found.unwrap_or(Type::Unknown),
            },
            Type::Instance(class, _) => inference.member(class, part, name, true),
            Type::Class(class) => inference.member(class, part, name, false),
            Type::Mock(id) => inference.member_of_mock(inference.mock_at(id), name),
            Type::Form(form) => match inference.only(form) {
                Type::Instance(class, _) => inference.member(class, Type::Class(class), name, false),
                Type::Variable(id) => match inference.variable(id).bound {
                    Some(Type::Instance(class, _)) => {
                        inference.member(class, Type::Class(class), name, false)
                    }
                    _ => Type::Unknown,
                },
                _ => Type::Unknown,
            },
            Type::Variable(id) => match inference.variable(id).bound {
                Some(bound) => inference.attribute(bound, name),
                None => Type::Unknown,
            },
            Type::Super(class, receiver) => {
                let receiver = inference.only(receiver);
                inference.member_after(class, receiver, name)
            }
            Type::Tuple(_) => {
                let tuple = inference.builtin_instance("tuple", &[]);
                inference.attribute(tuple, name)
            }
            // What a decorator made is another function than the one it wraps.
            Type::Function(callee) if name == "__wrapped__" && !inference.is_local_function(callee) => {
                Type::Function(callee)
            }
            _ => Type::Unknown,
        })
    }

    /// Returns whether no instance of a class has an attribute of this name. All its bases must be known.
    /// Neither the bases nor the subclasses may bind the name or intercept attribute access.
    pub fn certainly_lacks(&mut self, class: ClassRef, name: &str) -> bool {
        if !self.lacks_itself(class, name, 0) {
            return false;
        }
        let subclasses = self.subclasses_in_project(class);
        subclasses.iter().all(|subclass| self.lacks_itself(*subclass, name, 0))
    }

    /// Returns whether a method of a class only raises an exception that does not say that the method is missing, for all classes of the project
    /// that inherit it. Nothing may replace the method.
    pub fn certainly_refuses(&mut self, class: ClassRef, name: &str) -> bool {
        let Some(owner) = self.first_owner(class, name) else { return false };
        let summary = self.summary(owner.module);
        let Some(method) = summary.functions_named(summary.class(owner.class).scope, name).last() else {
            return false;
        };
        let definition = summary.function(method);
        let body = loopmend_core::Span::new(definition.header.start, definition.end);
        let only_raises = definition.is_placeholder
            && !definition.falls_through
            && definition.decorators.len == 0
            && !self.engine.mentions_within(owner.module, body, "NotImplementedError");
        only_raises
            && !self.is_set_on_others(name)
            && self.subclasses_in_project(class).iter().all(|sub| self.first_owner(*sub, name) == Some(owner))
    }

    /// Returns the first class in the order of bases that binds a name, if that and all before it are known and bind it once.
    fn first_owner(&mut self, class: ClassRef, name: &str) -> Option<ClassRef> {
        let order = self.mro(class);
        for place in order.iter() {
            let (owner, _) = (*place)?;
            let summary = self.summary(owner.module);
            let bindings = summary.bindings_of(summary.class(owner.class).scope, name);
            if !bindings.is_empty() || !summary.attributes_of(owner.class, name).is_empty() {
                return (bindings.len() == 1).then_some(owner);
            }
        }
        None
    }

    /// Returns whether no instance of a class has an attribute of this name. This is an outermost query.
    pub fn is_lacked(&mut self, class: ClassRef, name: &str) -> bool {
        self.begin();
        self.certainly_lacks(class, name)
    }

    /// Returns whether all bases of a class are known, and none binds a name or intercepts attribute
    /// access.
    pub fn is_lacked_by_bases(&mut self, class: ClassRef, name: &str) -> bool {
        self.begin();
        self.lacks_itself(class, name, 1)
    }

    /// Returns whether the classes in the MRO of an instance neither bind a name nor intercept attribute
    /// access. The first `skipped` classes are left out.
    pub(super) fn lacks_itself(&mut self, class: ClassRef, name: &str, skipped: usize) -> bool {
        let order = self.mro(class);
        let mut wanted = Wanted::new(name);
        !order.intercepts_attributes
            && order.iter().skip(skipped).all(|place| {
                let Some((owner, _)) = place else { return false };
                let summary = self.summary(owner.module);
                let Some(name) = wanted.in_module(owner.module, summary) else { return true };
                let class = summary.class(owner.class);
                class.places_of_attribute(name).is_empty()
                    && summary.entry_of(class.scope, name).is_none_or(|entry| entry.len == 0)
            })
    }

    /// Returns the type of an attribute on an instance of a class, or on the class itself.
    pub(super) fn member(&mut self, class: ClassRef, receiver: Type, name: &str, on_instance: bool) -> Type {
        if let Some(child) = self.attribute_of_mock(class, receiver, name) {
            return child;
        }
        let order = self.mro(class);
        if on_instance && order.hides_attributes {
            return Type::Unknown;
        }
        let mut wanted = Wanted::new(name);
        for (place, owner) in order.iter().enumerate() {
            let Some((owner, _)) = owner else { return Type::Unknown };
            if let Some(found) = self.wanted_member(*owner, receiver, &mut wanted, on_instance) {
                return self.doubtful_if_replaced(found, name, &order[..=place]);
            }
        }
        if !on_instance {
            return Type::Unknown;
        }
        match self.member_of_subclasses(class, name) {
            Type::Unknown if !name.starts_with("__") => match self.intercepted(&order, receiver) {
                Type::Unknown => self.stated_coroutine_method(class, name),
                found => found,
            },
            found => found,
        }
    }

    /// Returns the result of `__getattr__` for an attribute that no class has. This is its annotated type
    /// or, with confidence `likely`, a function that it creates for any name.
    fn intercepted(&mut self, order: &Mro, receiver: Type) -> Type {
        for (owner, _) in order.iter().flatten() {
            let summary = self.summary(owner.module);
            let scope = summary.class(owner.class).scope;
            let Some(function) = summary.functions_named(scope, "__getattr__").last() else { continue };
            let function = FunctionRef { module: owner.module, function };
            let Some(returns) = summary.function(function.function).returns else {
                return self.made_for_any_name(function, receiver);
            };
            let annotated = self.signature_annotation(function, returns);
            return self.seen_from(annotated, *owner, receiver);
        }
        Type::Unknown
    }

    fn made_for_any_name(&mut self, function: FunctionRef, receiver: Type) -> Type {
        let made = self.returned(function, ContextId::FIRST, Some(receiver));
        match made {
            Type::Function(id) => self.function_value(Callee { is_doubtful: true, ..self.callee(id) }),
            _ => Type::Unknown,
        }
    }

    /// Returns whether a class intercepts access to missing attributes.
    pub(super) fn intercepts_attributes(&mut self, class: ClassRef) -> bool {
        let order = self.mro(class);
        order.intercepts_attributes || order.contains(&None)
    }

    /// Returns the type of `super().name` in a method of a class. In a subclass with further bases, these
    /// may come in between.
    fn member_after(&mut self, class: ClassRef, receiver: Type, name: &str) -> Type {
        if self.has_mixing_subclass(class) && self.may_be_sync_method(name) {
            return Type::Unknown;
        }
        let on_instance = !matches!(receiver, Type::Class(_));
        let start = match receiver {
            Type::Instance(start, _) | Type::Class(start) => start,
            _ => class,
        };
        let order = self.mro(start);
        let own = order.iter().position(|place| place.is_some_and(|(owner, _)| owner == class));
        let mut wanted = Wanted::new(name);
        for place in order.iter().skip(own.map_or(1, |own| own + 1)) {
            let Some((owner, _)) = place else { return Type::Unknown };
            if let Some(found) = self.wanted_member(*owner, receiver, &mut wanted, on_instance) {
                return found;
            }
        }
        Type::Unknown
    }

    pub(super) fn own_member(
        &mut self,
        owner: ClassRef,
        receiver: Type,
        name: &str,
        on_instance: bool,
    ) -> Option<Type> {
        self.wanted_member(owner, receiver, &mut Wanted::new(name), on_instance)
    }

    pub(super) fn wanted_member(
        &mut self,
        owner: ClassRef,
        receiver: Type,
        wanted: &mut Wanted,
        on_instance: bool,
    ) -> Option<Type> {
        let summary = self.summary(owner.module);
        let name = wanted.in_module(owner.module, summary)?;
        let class = summary.class(owner.class);
        let scope = class.scope;
        let entry = summary.entry_of(scope, name).filter(|entry| entry.len > 0);
        let places = class.places_of_attribute(name);
        if entry.is_none() && places.is_empty() {
            return None;
        }
        let attributes = &class.attributes[places.clone()];
        let bindings = entry.map_or(&[][..], |entry| summary.bindings_in(entry));
        if attributes.len() + bindings.len() > MAX_ATTRIBUTE_BINDINGS {
            return Some(Type::Unknown);
        }
        if let Some(declared) = self.declared(owner, bindings) {
            let declared = self.seen_from(declared, owner, receiver);
            return Some(match on_instance {
                true => self.on_instance(declared, receiver, Self::defines_get),
                false => declared,
            });
        }
        if on_instance && let Some(declared) = self.declared_by_method(owner, attributes) {
            return Some(self.seen_from(declared, owner, receiver));
        }
        let mut parts = Vec::new();
        if let Some(entry) = entry {
            let first = last_unconditional(bindings);
            for index in first..bindings.len() {
                parts.push(self.class_binding(owner, entry.start + index as u32, receiver, on_instance));
            }
        }
        let is_default = || bindings.last().is_some_and(|last| !summary.is_defined_in_body(scope, last.kind));
        if on_instance && attributes.is_empty() && is_default() && self.sets_any_attribute(receiver) {
            parts.push(Type::Unknown);
        }
        if on_instance {
            for index in places {
                let set = self.instance_attribute(owner, index as u32, receiver);
                parts.push(self.seen_from(set, owner, receiver));
            }
        }
        if parts.is_empty() { None } else { Some(self.union(parts)) }
    }

    /// Returns whether methods set attributes with unknown names on an instance.
    fn sets_any_attribute(&mut self, receiver: Type) -> bool {
        let Type::Instance(class, _) = receiver else { return false };
        self.mro(class).sets_any_attribute
    }

    /// Returns a member with `Self` and the type parameters of its class replaced.
    fn seen_from(&mut self, member: Type, owner: ClassRef, receiver: Type) -> Type {
        if !self.has_variables(member) {
            return member;
        }
        let substitution = self.substitution_for(Some(owner), Some(receiver));
        self.substituted(member, &substitution, false)
    }

    /// Returns the type of a class member on an instance: a descriptor returns the result of its `__get__`.
    /// An annotated member is a descriptor if its class is. Other members are if that is possible, because
    /// not all bases are known.
    fn on_instance(
        &mut self,
        member: Type,
        receiver: Type,
        is_descriptor: impl Fn(&mut Self, ClassRef) -> bool,
    ) -> Type {
        self.each(member, |inference, part| match part {
            Type::Instance(class, _) if is_descriptor(inference, class) => {
                inference.described(part, receiver)
            }
            _ => part,
        })
    }

    fn described(&mut self, descriptor: Type, receiver: Type) -> Type {
        self.call_method(descriptor, "__get__", &Given::of_type(receiver))
    }

    /// Returns the annotated type of an attribute in the class body.
    fn declared(&mut self, owner: ClassRef, bindings: &[Binding]) -> Option<Type> {
        let scope = self.summary(owner.module).class(owner.class).scope;
        let annotation = bindings.iter().find_map(|binding| match binding.kind {
            BindingKind::Annotated { annotation, .. } => Some(annotation),
            _ => None,
        })?;
        let at = Location::in_scope(owner.module, scope);
        match self.annotation(at, annotation) {
            Type::Unknown => None,
            declared => Some(declared),
        }
    }

    /// Returns the annotated type of an attribute that a method sets.
    fn declared_by_method(&mut self, owner: ClassRef, attributes: &[Attribute]) -> Option<Type> {
        let (annotation, scope) = attributes.iter().find_map(|attribute| match attribute.kind {
            BindingKind::Annotated { annotation, .. } => Some((annotation, attribute.scope)),
            _ => None,
        })?;
        let at = Location::in_scope(owner.module, scope);
        match self.annotation(at, annotation) {
            Type::Unknown | Type::None => None,
            declared => Some(declared),
        }
    }

    /// Returns the annotated type of an attribute, from whichever class declares it.
    pub(super) fn declared_attribute(&mut self, class: ClassRef, name: &str) -> Option<Type> {
        for place in self.mro(class).iter() {
            let (owner, _) = (*place)?;
            let summary = self.summary(owner.module);
            let bindings = summary.bindings_of(summary.class(owner.class).scope, name);
            let attributes = summary.attributes_of(owner.class, name);
            if !bindings.is_empty() || !attributes.is_empty() {
                let declared = self.declared(owner, bindings);
                let declared = declared.or_else(|| self.declared_by_method(owner, attributes))?;
                let receiver = Type::Instance(class, TypeList::FIRST);
                let declared = self.seen_from(declared, owner, receiver);
                return Some(self.on_instance(declared, receiver, Self::defines_get));
            }
        }
        None
    }

    fn class_binding(&mut self, owner: ClassRef, index: u32, receiver: Type, on_instance: bool) -> Type {
        let summary = self.summary(owner.module);
        let scope = summary.class(owner.class).scope;
        let at = Location::in_scope(owner.module, scope);
        match summary.bindings[index as usize].kind {
            BindingKind::Function(function) => {
                self.method(FunctionRef { module: owner.module, function }, receiver, on_instance)
            }
            BindingKind::Value(_) if !on_instance && self.inherits(owner, "enum", "Enum") => {
                Type::Instance(owner, TypeList::FIRST)
            }
            kind if let Some(function) = kind.value().and_then(|value| self.method_behind(at, value)) => {
                self.method(FunctionRef { module: owner.module, function }, receiver, on_instance)
            }
            kind => match self.bound(at, kind) {
                Type::Function(callee) if self.binds_differently(callee, at, kind) => Type::Unknown,
                Type::Function(callee) if on_instance && self.callee(callee).receiver.is_none() => {
                    self.function_value(Callee { receiver: Some(receiver), ..self.callee(callee) })
                }
                bound => {
                    let bound = self.seen_from(bound, owner, receiver);
                    if on_instance { self.on_instance(bound, receiver, Self::is_descriptor) } else { bound }
                }
            },
        }
    }

    /// Returns the function of a class body that a name in the same body is another name of. Reading it does not bind it, so that both
    /// names bind as the decorators of the function say.
    fn method_behind(&mut self, at: Location, mut value: ExpressionId) -> Option<FunctionId> {
        let summary = self.summary(at.module);
        for _ in 0..MAX_ALIASES {
            let Expression::Name(name) = summary.expression(value) else { return None };
            let offset = summary.span(value).start;
            let bindings = summary.bindings_in(summary.entry_of(at.scope, name)?);
            let last = bindings.iter().rfind(|binding| binding.offset <= offset)?;
            match last.kind {
                _ if !last.is_unconditional() => return None,
                BindingKind::Function(function) => return Some(function),
                kind => value = kind.value()?,
            }
        }
        None
    }

    /// Returns whether a value of a class body holds a static or class method or a property that no class has bound yet: a call or an unpacking
    /// of one.
    fn binds_differently(&mut self, callee: CalleeId, at: Location, kind: BindingKind) -> bool {
        let Callee { function, receiver, .. } = self.callee(callee);
        let summary = self.summary(at.module);
        let is_read_of_class = kind
            .value()
            .is_some_and(|value| matches!(summary.expression(value), Expression::Attribute { .. }));
        if receiver.is_some() || is_read_of_class || self.class_of(function).is_none() {
            return false;
        }
        let kind = self.method_kind(function);
        kind.is_static || kind.is_class || kind.is_property
    }

    /// Returns whether reading an object of a class as an attribute may give another object.
    pub fn is_descriptor(&mut self, class: ClassRef) -> bool {
        self.mro(class).contains(&None) || self.defines_get(class)
    }

    fn defines_get(&mut self, class: ClassRef) -> bool {
        self.mro(class).iter().flatten().any(|(owner, _)| self.binds_in_body(*owner, "__get__"))
    }

    /// Returns the type of looking up a function on a class.
    fn method(&mut self, function: FunctionRef, receiver: Type, on_instance: bool) -> Type {
        let kind = self.method_kind(function);
        if kind.is_property {
            return if on_instance { self.property(function, receiver) } else { Type::Unknown };
        }
        let value = self.function(function, ContextId::FIRST);
        self.each(value, |inference, part| match part {
            Type::Function(id) => {
                let callee = inference.callee(id);
                let receiver = match (kind.is_static, kind.is_class) {
                    (true, _) => None,
                    (false, true) => Some(inference.class_of_receiver(receiver)),
                    (false, false) if on_instance => Some(receiver),
                    (false, false) => None,
                };
                inference.function_value(Callee { receiver, ..callee })
            }
            Type::Instance(class, _) if inference.is_descriptor(class) && on_instance => {
                inference.described(part, receiver)
            }
            // What a decorator returns is no function any more, and may still state `Self`.
            other => match inference.class_of(function) {
                Some(owner) => inference.seen_from(other, owner, receiver),
                None => other,
            },
        })
    }

    /// Returns the type of reading a property.
    fn property(&mut self, function: FunctionRef, receiver: Type) -> Type {
        if !self.keeps_function(function) {
            return Type::Unknown;
        }
        let callee =
            Callee { function, receiver: Some(receiver), context: ContextId::FIRST, is_doubtful: false };
        let value = self.function_value(callee);
        self.call(value, &Given::none())
    }

    fn class_of_receiver(&mut self, receiver: Type) -> Type {
        match receiver {
            Type::Instance(class, _) => Type::Class(class),
            other => other,
        }
    }

    fn instance_attribute(&mut self, owner: ClassRef, index: u32, receiver: Type) -> Type {
        let attribute = self.summary(owner.module).class(owner.class).attributes[index as usize];
        let context = match self.engine.summary(owner.module).enclosing_function(attribute.scope) {
            Some(function) => {
                let function = FunctionRef { module: owner.module, function };
                self.context_of_receiver(function, ContextId::FIRST, Some(receiver))
            }
            None => ContextId::FIRST,
        };
        self.memoised(Question::Attribute(owner, index, context), |inference| {
            let at = Location { module: owner.module, scope: attribute.scope, context };
            inference.summary(owner.module);
            match attribute.kind {
                BindingKind::Annotated { annotation, .. } => inference.annotation(at, annotation),
                kind => inference.bound(at, kind),
            }
        })
    }
}

/// A name that is looked up in several classes, many of them in the same module.
pub(super) struct Wanted<'n> {
    name: HashedName<'n>,
    /// The last module used, and the ID of the name there.
    last: Option<(ModuleId, Option<NameId>)>,
}

impl<'n> Wanted<'n> {
    pub(super) fn new(name: &'n str) -> Self {
        Self { name: HashedName::new(name), last: None }
    }

    /// Returns the ID of the name in a module, if it occurs there.
    fn in_module(&mut self, module: ModuleId, summary: &Summary) -> Option<NameId> {
        match self.last {
            Some((last, named)) if last == module => named,
            _ => {
                let named = summary.names.find_hashed(self.name);
                self.last = Some((module, named));
                named
            }
        }
    }
}

/// Returns the index of the first binding that reaches the end of a class body.
fn last_unconditional(bindings: &[Binding]) -> usize {
    bindings.iter().rposition(Binding::is_unconditional).unwrap_or(0)
}
