//! Classes: what they are made of, and what an attribute of an instance is.

use loopmend_project::Origin;
use rustc_hash::FxHashMap;

use super::call::Given;
use super::generic::subscript_arguments;
use super::memo::{Ancestor, Mro, Question};
use super::types::{Callee, Location};
use super::{ClassRef, ContextId, FunctionRef, Inference, SUBCLASSES, Type, TypeList};
use crate::engine::ModuleId;
use crate::parts::Part;
use crate::summary::{
    Attribute, Binding, BindingKind, ClassId, Expression, ExpressionId, ScopeId, ScopeKind,
};

impl<'e> Inference<'e> {
    /// What a class statement makes.
    pub(super) fn class(&mut self, module: ModuleId, class: ClassId) -> Type {
        let class = ClassRef { module, class };
        self.memoised(Question::Class(class), |inference| {
            let summary = inference.summary(module);
            let definition = summary.class(class.class);
            let decorators = summary.list(definition.decorators);
            let at = Location::around(summary, module, definition.scope);
            // Decorators of typeshed's classes speak to type checkers only.
            let is_kept = inference.engine.origin(module) == Origin::StandardLibrary
                || decorators.iter().all(|decorator| inference.keeps_class(at, *decorator, class));
            let is_class = |inference: &mut Self, metaclass| {
                matches!(inference.evaluate(at, metaclass), Type::Class(_) | Type::Unknown)
            };
            let is_made_as_usual =
                definition.metaclass.is_none_or(|metaclass| is_class(inference, metaclass));
            if is_kept && is_made_as_usual { Type::Class(class) } else { Type::Unknown }
        })
    }

    /// The class whose body a function stands in.
    pub(super) fn class_of(&mut self, function: FunctionRef) -> Option<ClassRef> {
        let class = self.summary(function.module).class_of(function.function)?;
        Some(ClassRef { module: function.module, class })
    }

    /// The innermost class around a scope.
    pub(super) fn enclosing_class(&mut self, module: ModuleId, scope: ScopeId) -> Option<ClassRef> {
        let summary = self.summary(module);
        let mut current = Some(scope);
        while let Some(id) = current {
            if let ScopeKind::Class(class) = summary.scope(id).kind {
                return Some(ClassRef { module, class });
            }
            current = summary.scope(id).parent;
        }
        None
    }

    /// The name of a class.
    pub(super) fn class_name(&mut self, class: ClassRef) -> &'e str {
        let summary = self.summary(class.module);
        summary.name(summary.class(class.class).name)
    }

    /// The method resolution order (C3, as Python has it), itself first.
    /// A class that inherits from itself has no order; then its bases are not known.
    pub(super) fn mro(&mut self, class: ClassRef) -> Mro {
        let order = self.memoised(Question::Mro(class), |inference| {
            let bases = inference.bases(class);
            let orders: Vec<Mro> = bases
                .iter()
                .map(|base| match base {
                    Some((base, arguments)) => inference.order_of_base(*base, *arguments),
                    None => Mro::from([None]),
                })
                .collect();
            merge((class, inference.type_parameters(class)), &orders, &bases)
        });
        let is_own = order.first().is_some_and(|first| first.is_some_and(|(own, _)| own == class));
        if is_own { order } else { Mro::from([Some((class, TypeList::FIRST)), None]) }
    }

    /// The order of a base class, its arguments put in.
    fn order_of_base(&mut self, base: ClassRef, arguments: TypeList) -> Mro {
        let order = self.mro(base);
        let substitution = self.substitution_of(base, arguments);
        order
            .iter()
            .map(|place| {
                let (ancestor, inherited) = (*place)?;
                if ancestor == base {
                    return Some((base, arguments));
                }
                Some((ancestor, self.substituted_list(inherited, &substitution, true)))
            })
            .collect()
    }

    /// Whether a class inherits from something that is not known.
    pub(super) fn has_open_order(&mut self, class: ClassRef) -> bool {
        self.mro(class).contains(&None)
    }

    fn bases(&mut self, class: ClassRef) -> Vec<Option<Ancestor>> {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let at = Location::around(summary, class.module, definition.scope);
        let mut bases = Vec::new();
        for base in summary.list(definition.bases) {
            if self.is_generic_marker(at, *base) {
                continue;
            }
            if let Some(special) = self.base_of_special(at, *base) {
                bases.push(Some(special));
                continue;
            }
            bases.push(self.base(at, *base));
        }
        let object = self.library_class("builtins", "object");
        if bases.is_empty() && object != Some(class) {
            bases.push(object.map(|object| (object, TypeList::FIRST)));
        }
        bases
    }

    /// What a base that `typing` makes at run time stands for: `TypedDict` for a mapping of its own.
    fn base_of_special(&mut self, at: Location, base: ExpressionId) -> Option<Ancestor> {
        if self.summary(at.module).last_name(base) != Some("TypedDict") {
            return None;
        }
        self.special_form(at, base)?;
        Some((self.library_class("typing", "_TypedDict")?, TypeList::FIRST))
    }

    /// The fields of a named tuple, in order; `None` for another class.
    pub(super) fn fields_of_named_tuple(&mut self, class: ClassRef) -> Option<TypeList> {
        let order = self.mro(class);
        let is_marker = |inference: &mut Self, of: ClassRef| {
            inference.class_name(of) == "NamedTuple" && inference.engine.module_name(of.module) == "typing"
        };
        let marker = order.iter().flatten().position(|(owner, _)| is_marker(self, *owner))?;
        let (owner, _) = order.iter().flatten().take(marker).last()?;
        let summary = self.summary(owner.module);
        let scope = summary.class(owner.class).scope;
        let bindings = summary.scope(scope).entries.iter().flat_map(|entry| summary.bindings_in(*entry));
        let mut annotations: Vec<(u32, ExpressionId)> = bindings
            .filter_map(|binding| match binding.kind {
                BindingKind::Annotated { annotation, .. } => Some((binding.offset, annotation)),
                _ => None,
            })
            .collect();
        annotations.sort_unstable_by_key(|(offset, _)| *offset);
        let at = Location::in_scope(owner.module, scope);
        let fields: Vec<Type> =
            annotations.into_iter().map(|(_, annotation)| self.annotation(at, annotation)).collect();
        Some(self.list(&fields))
    }

    /// `Generic[T]` and `Protocol[T]` of `typing` add nothing that a rule asks about.
    fn base(&mut self, at: Location, id: ExpressionId) -> Option<Ancestor> {
        let summary = self.summary(at.module);
        if let Expression::Subscript { value, slice } = summary.expression(id)
            && let Type::Class(class) = self.evaluate(at, value)
        {
            let arguments = subscript_arguments(summary, slice);
            let arguments: Vec<Type> =
                arguments.into_iter().map(|argument| self.annotation(at, argument)).collect();
            return Some((class, self.list(&arguments)));
        }
        match self.evaluate(at, id) {
            Type::Class(base) => Some((base, TypeList::FIRST)),
            Type::Form(form) => match self.only(form) {
                Type::Instance(base, arguments) => Some((base, arguments)),
                _ => None,
            },
            _ => None,
        }
    }

    fn is_generic_marker(&mut self, at: Location, base: ExpressionId) -> bool {
        let summary = self.summary(at.module);
        if !matches!(summary.last_name(base), Some("Generic" | "Protocol")) {
            return false;
        }
        let named = match summary.expression(base) {
            Expression::Subscript { value, .. } => value,
            _ => base,
        };
        self.special_form(at, named).is_some()
    }

    /// What `value.name` is.
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
            Type::Module(module) => inference.symbol(module, name).unwrap_or(Type::Unknown),
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
            Type::Function(callee) if name == "__wrapped__" => Type::Function(callee),
            _ => Type::Unknown,
        })
    }

    /// Whether no instance of a class has an attribute of this name: all its bases are known, and neither they nor
    /// its subclasses bind it or answer for it.
    fn certainly_lacks(&mut self, class: ClassRef, name: &str) -> bool {
        let lacks_itself = |inference: &mut Self, class: ClassRef| {
            inference.mro(class).iter().all(|place| {
                let Some((owner, _)) = place else { return false };
                let summary = inference.summary(owner.module);
                let class = summary.class(owner.class);
                summary.attributes_of(owner.class, name).is_empty()
                    && !class.intercepts_attributes
                    && summary.bindings_of(class.scope, name).is_empty()
            })
        };
        if !lacks_itself(self, class) {
            return false;
        }
        let subclasses = self.subclasses_in_project(class);
        subclasses.into_iter().all(|subclass| lacks_itself(self, subclass))
    }

    /// What an attribute is on an instance of a class, or on the class itself.
    pub(super) fn member(&mut self, class: ClassRef, receiver: Type, name: &str, on_instance: bool) -> Type {
        if let Some(child) = self.attribute_of_mock(class, receiver, name) {
            return child;
        }
        let order = self.mro(class);
        if on_instance && self.hides_attributes(&order) {
            return Type::Unknown;
        }
        for (place, owner) in order.iter().enumerate() {
            let Some((owner, _)) = owner else { return Type::Unknown };
            if let Some(found) = self.own_member(*owner, receiver, name, on_instance) {
                let classes = order[..=place].iter().flatten().map(|(class, _)| *class);
                return self.doubtful_if_replaced(found, name, classes);
            }
        }
        if !on_instance {
            return Type::Unknown;
        }
        match self.member_of_subclasses(class, name) {
            Type::Unknown if !name.starts_with("__") => self.intercepted(&order, receiver),
            found => found,
        }
    }

    /// A method that one of the classes on the way to it may replace where that class is made is doubtful.
    fn doubtful_if_replaced(
        &mut self,
        found: Type,
        name: &str,
        classes: impl Iterator<Item = ClassRef>,
    ) -> Type {
        let is_method = self.parts(found).iter().all(|part| matches!(part, Type::Function(_)));
        if !is_method || name.starts_with("__") {
            return found;
        }
        let mut classes = classes.filter(|class| self.engine.origin(class.module) != Origin::StandardLibrary);
        if classes.any(|class| !self.keeps_methods(class)) { self.doubtful(found) } else { found }
    }

    /// Whether a class keeps its methods as they are written: neither its decorators, nor its metaclass, nor the
    /// `__init_subclass__` of a base sets names that a loop brings.
    fn keeps_methods(&mut self, class: ClassRef) -> bool {
        let answer = self.memoised(Question::KeepsMethods(class), |inference| {
            let is_replaced = inference.decorators_replace_methods(class)
                || inference.metaclass_replaces_methods(class)
                || inference.bases_replace_methods(class);
            if is_replaced { Type::Unknown } else { Type::Plain }
        });
        answer != Type::Unknown
    }

    fn decorators_replace_methods(&mut self, class: ClassRef) -> bool {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let at = Location::around(summary, class.module, definition.scope);
        summary.list(definition.decorators).iter().any(|decorator| {
            match self.evaluate(at, summary.callee_or_itself(*decorator)) {
                Type::Function(id) => self.sets_names_of_loop(self.callee(id).function),
                _ => false,
            }
        })
    }

    fn metaclass_replaces_methods(&mut self, class: ClassRef) -> bool {
        self.mro(class).iter().flatten().any(|(ancestor, _)| {
            let Some(Type::Class(metaclass)) = self.metaclass_of(*ancestor) else { return false };
            let owners = self.mro(metaclass);
            owners.iter().flatten().any(|(owner, _)| {
                ["__new__", "__init__"].iter().any(|name| self.method_sets_names_of_loop(*owner, name))
            })
        })
    }

    fn bases_replace_methods(&mut self, class: ClassRef) -> bool {
        let order = self.mro(class);
        order
            .iter()
            .skip(1)
            .flatten()
            .any(|(base, _)| self.method_sets_names_of_loop(*base, "__init_subclass__"))
    }

    fn method_sets_names_of_loop(&mut self, class: ClassRef, name: &str) -> bool {
        let summary = self.summary(class.module);
        let mut functions = summary.functions_named(summary.class(class.class).scope, name);
        functions.any(|function| summary.function(function).sets_names_of_loop)
    }

    fn sets_names_of_loop(&mut self, function: FunctionRef) -> bool {
        self.summary(function.module).function(function.function).sets_names_of_loop
    }

    /// Whether a class answers itself for all attributes of its instances.
    fn hides_attributes(&mut self, order: &Mro) -> bool {
        order.iter().flatten().any(|(owner, _)| {
            if self.engine.origin(owner.module) == Origin::StandardLibrary {
                return false;
            }
            self.summary(owner.module).class(owner.class).hides_attributes
        })
    }

    /// What `__getattr__` says of an attribute that no class has: by its annotation, or, likely, by a function that
    /// it makes for whatever name.
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
            return self.seen_from(annotated, *owner, receiver, false);
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

    /// What a method is that only subclasses in the project have, all of them in the same way.
    fn member_of_subclasses(&mut self, class: ClassRef, name: &str) -> Type {
        let is_own = self.engine.origin(class.module) == Origin::FirstParty;
        let is_hidden = name.starts_with("__") || self.intercepts_attributes(class);
        if !is_own || is_hidden || self.engine.is_without(Part::Subclasses) {
            return Type::Unknown;
        }
        let subclasses = self.subclasses_in_project(class);
        let mut parts = Vec::new();
        for subclass in subclasses {
            let receiver = Type::Instance(subclass, TypeList::FIRST);
            if let Some(found) = self.own_member(subclass, receiver, name, true) {
                parts.push(found);
            }
        }
        if parts.is_empty() { Type::Unknown } else { self.union(parts) }
    }

    /// Whether a class answers for attributes that it does not have.
    fn intercepts_attributes(&mut self, class: ClassRef) -> bool {
        self.mro(class).iter().any(|place| {
            let Some((owner, _)) = place else { return true };
            self.summary(owner.module).class(owner.class).intercepts_attributes
        })
    }

    /// Whether the body of a class binds a name.
    pub(super) fn binds_in_body(&mut self, class: ClassRef, name: &str) -> bool {
        let summary = self.summary(class.module);
        !summary.bindings_of(summary.class(class.class).scope, name).is_empty()
    }

    /// What `super().name` is in a method of a class. Where a subclass has further bases, they can come
    /// between.
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
        for place in order.iter().skip(own.map_or(1, |own| own + 1)) {
            let Some((owner, _)) = place else { return Type::Unknown };
            if let Some(found) = self.own_member(*owner, receiver, name, on_instance) {
                return found;
            }
        }
        Type::Unknown
    }

    fn own_member(&mut self, owner: ClassRef, receiver: Type, name: &str, on_instance: bool) -> Option<Type> {
        let module = owner.module;
        let summary = self.summary(module);
        let scope = summary.class(owner.class).scope;
        let entry = summary.entry(scope, name);
        let attributes = summary.attributes_of(owner.class, name);
        if entry.is_none() && attributes.is_empty() {
            return None;
        }
        let bindings = entry.map_or(&[][..], |entry| summary.bindings_in(entry));
        if let Some(declared) = self.declared(owner, bindings) {
            return Some(self.seen_from(declared, owner, receiver, on_instance));
        }
        if on_instance && let Some(declared) = self.declared_by_method(owner, attributes) {
            return Some(self.seen_from(declared, owner, receiver, false));
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
            for index in summary.places_of_attribute(owner.class, name) {
                let set = self.instance_attribute(owner, index as u32, receiver);
                parts.push(self.seen_from(set, owner, receiver, false));
            }
        }
        if parts.is_empty() { None } else { Some(self.union(parts)) }
    }

    /// Whether methods set attributes of an instance whose names are not known.
    fn sets_any_attribute(&mut self, receiver: Type) -> bool {
        let Type::Instance(class, _) = receiver else { return false };
        let order = self.mro(class);
        order
            .iter()
            .flatten()
            .any(|(owner, _)| self.summary(owner.module).class(owner.class).sets_any_attribute)
    }

    /// A member with the type parameters of its class and `Self` replaced; a descriptor gives what its `__get__`
    /// gives.
    fn seen_from(&mut self, member: Type, owner: ClassRef, receiver: Type, is_descriptor: bool) -> Type {
        let member = if self.has_variables(member) {
            let substitution = self.substitution_for(Some(owner), Some(receiver));
            self.substituted(member, &substitution, false)
        } else {
            member
        };
        if !is_descriptor {
            return member;
        }
        self.each(member, |inference, part| match part {
            Type::Instance(class, _) if inference.is_descriptor(class) => {
                inference.call_method(part, "__get__", &Given::of_type(receiver))
            }
            _ => part,
        })
    }

    /// The annotation of an attribute in the class body.
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

    /// The annotation of an attribute where a method sets it.
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

    /// What the annotation of an attribute says of it, in whatever class declares it.
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
                return Some(self.seen_from(declared, owner, receiver, true));
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
            kind => match self.bound(at, kind) {
                Type::Function(callee) if on_instance && self.callee(callee).receiver.is_none() => {
                    self.function_value(Callee { receiver: Some(receiver), ..self.callee(callee) })
                }
                bound => self.seen_from(bound, owner, receiver, on_instance),
            },
        }
    }

    fn is_descriptor(&mut self, class: ClassRef) -> bool {
        self.mro(class).iter().any(|place| {
            let Some((owner, _)) = place else { return true };
            self.binds_in_body(*owner, "__get__")
        })
    }

    /// What looking up a function of a class gives.
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
                inference.call_method(part, "__get__", &Given::of_type(receiver))
            }
            other => other,
        })
    }

    /// What reading a property gives.
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

    /// Whether the metaclass of a class, or of one it inherits from, defines one of `methods` itself, or is
    /// not known. The metaclasses of the standard library change nothing that a rule asks about.
    pub(super) fn metaclass_defines(&mut self, class: ClassRef, methods: &[&str]) -> bool {
        self.mro(class).iter().flatten().any(|(ancestor, _)| match self.metaclass_of(*ancestor) {
            None => false,
            Some(Type::Class(metaclass)) => self.defines_any(metaclass, methods),
            Some(_) => true,
        })
    }

    /// What the statement of a class gives as its metaclass.
    fn metaclass_of(&mut self, class: ClassRef) -> Option<Type> {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let metaclass = definition.metaclass?;
        let at = Location::around(summary, class.module, definition.scope);
        Some(self.evaluate(at, metaclass))
    }

    fn defines_any(&mut self, class: ClassRef, methods: &[&str]) -> bool {
        self.mro(class).iter().any(|place| {
            let Some((owner, _)) = place else { return true };
            let summary = self.summary(owner.module);
            let scope = summary.class(owner.class).scope;
            self.engine.origin(owner.module) != Origin::StandardLibrary
                && methods.iter().any(|method| !summary.bindings_of(scope, method).is_empty())
        })
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

    /// Whether `class` is `ancestor` or inherits from it, by the ancestor's module and name.
    pub(crate) fn inherits(&mut self, class: ClassRef, module: &str, name: &str) -> bool {
        self.mro(class).iter().flatten().any(|(ancestor, _)| {
            self.engine.module_name(ancestor.module) == module && self.class_name(*ancestor) == name
        })
    }

    /// Whether `name` of a subclass in the project is anything but an `async def`, its own or that of
    /// another of its bases.
    pub(crate) fn is_overridden_as_sync(&mut self, class: ClassRef, name: &str) -> bool {
        self.depend_on_module(SUBCLASSES);
        self.untracked(|inference| {
            let subclasses = inference.subclasses(class);
            subclasses.into_iter().any(|subclass| !inference.is_async_method(subclass, name))
        })
    }

    /// Whether `name` of a subclass in the project is known to give something else than an awaitable.
    pub(crate) fn is_overridden_as_plain(&mut self, class: ClassRef, name: &str) -> bool {
        self.begin();
        let subclasses = self.subclasses_in_project(class);
        subclasses.into_iter().any(|subclass| {
            let receiver = Type::Instance(subclass, TypeList::FIRST);
            let method = self.member(subclass, receiver, name, true);
            let Type::Function(callee) = method else { return !matches!(method, Type::Unknown) };
            let function = self.callee(callee).function;
            let summary = self.summary(function.module);
            if summary.function(function.function).is_placeholder && !self.is_async(function) {
                return true;
            }
            let given = self.call(method, &Given::open());
            let is_open =
                |part: &Type| matches!(part, Type::Unknown | Type::Coroutine(..) | Type::Awaitable(_));
            !self.gives_coroutine(callee) && !self.parts(given).iter().any(is_open)
        })
    }

    /// Whether a subclass in the project binds the name in its body.
    pub(super) fn is_replaced_in_subclass(&mut self, class: ClassRef, name: &str) -> bool {
        self.subclasses_in_project(class).into_iter().any(|subclass| {
            let summary = self.summary(subclass.module);
            !summary.bindings_of(summary.class(subclass.class).scope, name).is_empty()
        })
    }

    /// Whether a class of the project has a plain `def` of this name: what a call of it on an unknown object
    /// gives is open then.
    pub(crate) fn may_be_sync_method(&mut self, name: &str) -> bool {
        self.depend_on_module(SUBCLASSES);
        self.engine.has_sync_method(name)
    }

    /// The classes of the project that inherit from a class; the open answer rests on which there are.
    pub(super) fn subclasses_in_project(&mut self, class: ClassRef) -> Vec<ClassRef> {
        self.depend_on_module(SUBCLASSES);
        self.untracked(|inference| inference.subclasses(class))
    }

    /// The classes of the project that inherit from a class.
    fn subclasses(&mut self, class: ClassRef) -> Vec<ClassRef> {
        let mut open = vec![class];
        let mut found = Vec::new();
        while let Some(base) = open.pop() {
            let base_name = self.class_name(base);
            for candidate in self.engine.subclasses(base_name) {
                let is_new = candidate != class && !found.contains(&candidate);
                let inherits = |order: &Mro| order.iter().flatten().any(|(ancestor, _)| *ancestor == base);
                if is_new && inherits(&self.mro(candidate)) {
                    found.push(candidate);
                    open.push(candidate);
                }
            }
        }
        found
    }

    /// Whether a class of the project inherits from this one and from another.
    fn has_mixing_subclass(&mut self, class: ClassRef) -> bool {
        self.depend_on_module(SUBCLASSES);
        self.untracked(|inference| {
            let engine = inference.engine;
            let subclasses = inference.subclasses(class);
            subclasses.iter().any(|class| engine.summary(class.module).class(class.class).bases.len > 1)
        })
    }

    fn is_async_method(&mut self, class: ClassRef, name: &str) -> bool {
        for place in self.mro(class).iter() {
            let Some((owner, _)) = place else { continue };
            if let Some(found) = self.own_member(*owner, Type::Instance(class, TypeList::FIRST), name, true) {
                return match found {
                    Type::Function(callee) => self.gives_coroutine(callee),
                    _ => false,
                };
            }
        }
        true
    }
}

/// The first of the bindings that reach the end of a class body.
fn last_unconditional(bindings: &[Binding]) -> usize {
    bindings.iter().rposition(Binding::is_unconditional).unwrap_or(0)
}

/// The longest order that is kept, far above what people write; what would follow is not known.
const LONGEST_ORDER: usize = 500;

/// The C3 merge. Where the bases cannot be ordered Python raises; then what remains is appended in
/// order of definition.
fn merge(class: Ancestor, orders: &[Mro], bases: &[Option<Ancestor>]) -> Mro {
    let mut merged = vec![Some(class)];
    match (orders, bases) {
        ([order], [base]) if class_at(order.first().unwrap_or(&None)) == class_at(base) => {
            merged.extend_from_slice(order);
        }
        _ if bases.len() < LONGEST_ORDER => merge_several(&mut merged, orders, bases),
        _ => merged.push(None),
    }
    if merged.len() > LONGEST_ORDER {
        merged.truncate(LONGEST_ORDER);
        merged.push(None);
    }
    merged.into()
}

fn class_at(place: &Option<Ancestor>) -> Option<ClassRef> {
    place.map(|(class, _)| class)
}

fn merge_several(merged: &mut Vec<Option<Ancestor>>, orders: &[Mro], bases: &[Option<Ancestor>]) {
    let mut lists: Vec<&[Option<Ancestor>]> = orders.iter().map(|order| &**order).chain([bases]).collect();
    let mut tails: FxHashMap<Option<ClassRef>, usize> = FxHashMap::default();
    for place in lists.iter().flat_map(|list| list.iter().skip(1)) {
        *tails.entry(class_at(place)).or_default() += 1;
    }
    while merged.len() <= LONGEST_ORDER {
        lists.retain(|list| !list.is_empty());
        let Some(first) = lists.first() else { break };
        let is_in_no_tail =
            |head: &Option<Ancestor>| tails.get(&class_at(head)).is_none_or(|count| *count == 0);
        let next = lists.iter().map(|list| list[0]).find(is_in_no_tail).unwrap_or(first[0]);
        let is_new = |class: Option<ClassRef>| !merged.iter().any(|place| class_at(place) == class);
        if next.is_none() || is_new(class_at(&next)) {
            merged.push(next);
        }
        for list in lists.iter_mut().filter(|list| class_at(&list[0]) == class_at(&next)) {
            *list = &list[1..];
            if let Some(count) = list.first().and_then(|head| tails.get_mut(&class_at(head))) {
                *count -= 1;
            }
        }
    }
}
