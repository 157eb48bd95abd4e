//! Classes: what they are made of, and what an attribute of an instance is.

use loopmend_project::Origin;
use rustc_hash::FxHashMap;

use super::{ClassRef, FunctionRef, Inference, Mro, Question, SUBCLASSES, Type};
use crate::engine::ModuleId;
use crate::summary::{
    Attribute, Binding, BindingKind, ClassId, Expression, ExpressionId, ScopeId, ScopeKind, Summary,
};

impl<'e> Inference<'e> {
    /// What a class statement makes.
    pub(super) fn class(&mut self, module: ModuleId, class: ClassId) -> Type {
        let class = ClassRef { module, class };
        self.memoised(Question::Class(class), |inference| {
            let summary = inference.summary(module);
            let scope =
                summary.scope(summary.class(class.class).scope).parent.unwrap_or(Summary::MODULE_SCOPE);
            let decorators = summary.list(summary.class(class.class).decorators);
            // Decorators of typeshed's classes speak to type checkers only.
            let is_kept = inference.engine.origin(module) == Origin::StandardLibrary
                || decorators.iter().all(|decorator| inference.keeps_class(module, scope, *decorator));
            if is_kept { Type::Class(class) } else { Type::Unknown }
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
                    Some(base) => inference.mro(*base),
                    None => Mro::from([None]),
                })
                .collect();
            merge(class, &orders, &bases)
        });
        if order.first() == Some(&Some(class)) { order } else { Mro::from([Some(class), None]) }
    }

    fn bases(&mut self, class: ClassRef) -> Vec<Option<ClassRef>> {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let scope = summary.scope(definition.scope).parent.unwrap_or(Summary::MODULE_SCOPE);
        let mut bases = Vec::new();
        for base in summary.list(definition.bases) {
            if self.is_generic_marker(class.module, scope, *base) {
                continue;
            }
            bases.push(match self.evaluate(class.module, scope, *base) {
                Type::Class(base) => Some(base),
                _ => None,
            });
        }
        let object = self.builtin("object");
        if bases.is_empty() && object != Some(class) {
            bases.push(object);
        }
        bases
    }

    /// `Generic[T]` and `Protocol[T]` of `typing` add nothing that a rule asks about.
    fn is_generic_marker(&mut self, module: ModuleId, scope: ScopeId, base: ExpressionId) -> bool {
        let summary = self.summary(module);
        if !matches!(summary.last_name(base), Some("Generic" | "Protocol")) {
            return false;
        }
        let named = match summary.expression(base) {
            Expression::Subscript { value, .. } => value,
            _ => base,
        };
        self.special_form(module, scope, named).is_some()
    }

    fn builtin(&mut self, name: &str) -> Option<ClassRef> {
        let builtins = self.engine.standard_library("builtins");
        match self.symbol(builtins, name) {
            Some(Type::Class(class)) => Some(class),
            _ => None,
        }
    }

    /// What `value.name` is.
    pub(super) fn attribute(&mut self, value: Type, name: &str) -> Type {
        if !self.step() {
            return Type::Unknown;
        }
        self.each(value, |inference, part| match part {
            Type::Module(module) => inference.symbol(module, name).unwrap_or(Type::Unknown),
            Type::Instance(class) => inference.member(class, name, true),
            Type::Class(class) => inference.member(class, name, false),
            Type::Super(class) => inference.member_after(class, name),
            _ => Type::Unknown,
        })
    }

    /// What an attribute is on an instance of a class, or on the class itself.
    pub(super) fn member(&mut self, class: ClassRef, name: &str, on_instance: bool) -> Type {
        for place in self.mro(class).iter() {
            let Some(owner) = place else { return Type::Unknown };
            if let Some(found) = self.own_member(*owner, class, name, on_instance) {
                return found;
            }
        }
        Type::Unknown
    }

    /// What `super().name` is in a method of a class. Where a subclass has further bases, they can come
    /// between.
    fn member_after(&mut self, class: ClassRef, name: &str) -> Type {
        if self.has_mixing_subclass(class) {
            return Type::Unknown;
        }
        for place in self.mro(class).iter().skip(1) {
            let Some(owner) = place else { return Type::Unknown };
            match self.own_member(*owner, class, name, true) {
                Some(Type::Method { function, .. }) => return Type::Function(function),
                Some(found) => return found,
                None => {}
            }
        }
        Type::Unknown
    }

    fn own_member(
        &mut self,
        owner: ClassRef,
        receiver: ClassRef,
        name: &str,
        on_instance: bool,
    ) -> Option<Type> {
        let module = owner.module;
        let summary = self.summary(module);
        let scope = summary.class(owner.class).scope;
        let entry = summary.entry(scope, name);
        let attributes = summary.attributes_of(owner.class, name);
        if entry.is_none() && attributes.is_empty() {
            return None;
        }
        let bindings = entry.map_or(&[][..], |entry| summary.bindings_in(entry));
        if let Some(declared) = self.declared(owner, bindings, receiver) {
            return Some(declared);
        }
        if let Some(declared) = self.declared_by_method(owner, attributes, receiver).filter(|_| on_instance) {
            return Some(declared);
        }
        let mut parts = Vec::new();
        if let Some(entry) = entry {
            let first = last_unconditional(bindings);
            for index in first..bindings.len() {
                let member = self.class_binding(owner, entry.start + index as u32, receiver, on_instance);
                parts.push(member);
            }
        }
        if on_instance {
            let start =
                summary.class(owner.class).attributes.partition_point(|a| summary.name(a.name) < name);
            for index in start..start + attributes.len() {
                parts.push(self.instance_attribute(owner, index as u32, receiver));
            }
        }
        if parts.is_empty() { None } else { Some(self.union(parts)) }
    }

    /// The annotation of an attribute in the class body.
    fn declared(&mut self, owner: ClassRef, bindings: &[Binding], receiver: ClassRef) -> Option<Type> {
        let scope = self.summary(owner.module).class(owner.class).scope;
        let annotation = bindings.iter().find_map(|binding| match binding.kind {
            BindingKind::Annotated { annotation, .. } => Some(annotation),
            _ => None,
        })?;
        match self.annotation(owner.module, scope, annotation, Some(receiver)) {
            Type::Unknown => None,
            declared => Some(declared),
        }
    }

    /// The annotation of an attribute where a method sets it.
    fn declared_by_method(
        &mut self,
        owner: ClassRef,
        attributes: &[Attribute],
        receiver: ClassRef,
    ) -> Option<Type> {
        let (annotation, scope) = attributes.iter().find_map(|attribute| match attribute.kind {
            BindingKind::Annotated { annotation, .. } => Some((annotation, attribute.scope)),
            _ => None,
        })?;
        match self.annotation(owner.module, scope, annotation, Some(receiver)) {
            Type::Unknown | Type::None => None,
            declared => Some(declared),
        }
    }

    /// What the annotation of an attribute says of it, in whatever class declares it.
    pub(super) fn declared_attribute(&mut self, class: ClassRef, name: &str) -> Option<Type> {
        for place in self.mro(class).iter() {
            let owner = (*place)?;
            let summary = self.summary(owner.module);
            let bindings = summary.bindings_of(summary.class(owner.class).scope, name);
            let attributes = summary.attributes_of(owner.class, name);
            if !bindings.is_empty() || !attributes.is_empty() {
                let in_class = self.declared(owner, bindings, class);
                return in_class.or_else(|| self.declared_by_method(owner, attributes, class));
            }
        }
        None
    }

    fn class_binding(&mut self, owner: ClassRef, index: u32, receiver: ClassRef, on_instance: bool) -> Type {
        let summary = self.summary(owner.module);
        let scope = summary.class(owner.class).scope;
        match summary.bindings[index as usize].kind {
            BindingKind::Function(function) => {
                self.method(FunctionRef { module: owner.module, function }, receiver, on_instance)
            }
            kind => match self.bound(owner.module, scope, kind) {
                Type::Instance(class) if on_instance && self.is_descriptor(class) => Type::Unknown,
                bound => bound,
            },
        }
    }

    fn is_descriptor(&mut self, class: ClassRef) -> bool {
        self.mro(class).iter().any(|place| {
            let Some(owner) = place else { return true };
            let summary = self.summary(owner.module);
            !summary.bindings_of(summary.class(owner.class).scope, "__get__").is_empty()
        })
    }

    /// What looking up a function of a class gives.
    fn method(&mut self, function: FunctionRef, receiver: ClassRef, on_instance: bool) -> Type {
        let kind = self.method_kind(function);
        if kind.is_property {
            return if on_instance { self.result(function, Some(receiver)) } else { Type::Unknown };
        }
        match self.function(function) {
            Type::Function(function) if kind.is_static => Type::Function(function),
            Type::Function(function) if on_instance || kind.is_class => Type::Method { function, receiver },
            other => other,
        }
    }

    /// Whether the metaclass of a class, or of one it inherits from, defines one of `methods` itself, or is
    /// not known. The metaclasses of the standard library change nothing that a rule asks about.
    pub(super) fn metaclass_defines(&mut self, class: ClassRef, methods: &[&str]) -> bool {
        self.mro(class).iter().flatten().any(|ancestor| {
            let summary = self.summary(ancestor.module);
            let definition = summary.class(ancestor.class);
            let Some(metaclass) = definition.metaclass else { return false };
            let scope = summary.scope(definition.scope).parent.unwrap_or(Summary::MODULE_SCOPE);
            match self.evaluate(ancestor.module, scope, metaclass) {
                Type::Class(metaclass) => self.defines_any(metaclass, methods),
                _ => true,
            }
        })
    }

    fn defines_any(&mut self, class: ClassRef, methods: &[&str]) -> bool {
        self.mro(class).iter().any(|place| {
            let Some(owner) = place else { return true };
            let summary = self.summary(owner.module);
            let scope = summary.class(owner.class).scope;
            self.engine.origin(owner.module) != Origin::StandardLibrary
                && methods.iter().any(|method| !summary.bindings_of(scope, method).is_empty())
        })
    }

    fn instance_attribute(&mut self, owner: ClassRef, index: u32, receiver: ClassRef) -> Type {
        self.memoised(Question::Attribute(owner, index), |inference| {
            let attribute = inference.summary(owner.module).class(owner.class).attributes[index as usize];
            match attribute.kind {
                BindingKind::Annotated { annotation, .. } => {
                    inference.annotation(owner.module, attribute.scope, annotation, Some(receiver))
                }
                kind => inference.bound(owner.module, attribute.scope, kind),
            }
        })
    }

    /// Whether `class` is `ancestor` or inherits from it, by the ancestor's module and name.
    pub(crate) fn inherits(&mut self, class: ClassRef, module: &str, name: &str) -> bool {
        self.mro(class).iter().flatten().any(|ancestor| {
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

    /// Whether a class of the project has a plain `def` of this name: what a call of it on an unknown object
    /// gives is open then.
    pub(crate) fn may_be_sync_method(&mut self, name: &str) -> bool {
        self.depend_on_module(SUBCLASSES);
        self.engine.has_sync_method(name)
    }

    /// The classes of the project that inherit from a class.
    fn subclasses(&mut self, class: ClassRef) -> Vec<ClassRef> {
        let mut open = vec![class];
        let mut found = Vec::new();
        while let Some(base) = open.pop() {
            let base_name = self.class_name(base);
            for candidate in self.engine.subclasses(base_name) {
                let is_new = candidate != class && !found.contains(&candidate);
                if is_new && self.mro(candidate).contains(&Some(base)) {
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
            let Some(owner) = place else { continue };
            if let Some(found) = self.own_member(*owner, class, name, true) {
                return match found {
                    Type::Method { function, .. } | Type::Function(function) => {
                        self.summary(function.module).function(function.function).is_async
                    }
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
fn merge(class: ClassRef, orders: &[Mro], bases: &[Option<ClassRef>]) -> Mro {
    let mut merged = vec![Some(class)];
    match (orders, bases) {
        ([order], [base]) if order.first() == Some(base) => merged.extend_from_slice(order),
        _ if bases.len() < LONGEST_ORDER => merge_several(&mut merged, orders, bases),
        _ => merged.push(None),
    }
    if merged.len() > LONGEST_ORDER {
        merged.truncate(LONGEST_ORDER);
        merged.push(None);
    }
    merged.into()
}

fn merge_several(merged: &mut Vec<Option<ClassRef>>, orders: &[Mro], bases: &[Option<ClassRef>]) {
    let mut lists: Vec<&[Option<ClassRef>]> = orders.iter().map(|order| &**order).chain([bases]).collect();
    let mut tails: FxHashMap<Option<ClassRef>, usize> = FxHashMap::default();
    for place in lists.iter().flat_map(|list| list.iter().skip(1)) {
        *tails.entry(*place).or_default() += 1;
    }
    while merged.len() <= LONGEST_ORDER {
        lists.retain(|list| !list.is_empty());
        let Some(first) = lists.first() else { break };
        let is_in_no_tail = |head: &Option<ClassRef>| tails.get(head).is_none_or(|count| *count == 0);
        let next = lists.iter().map(|list| list[0]).find(is_in_no_tail).unwrap_or(first[0]);
        if next.is_none() || !merged.contains(&next) {
            merged.push(next);
        }
        for list in lists.iter_mut().filter(|list| list[0] == next) {
            *list = &list[1..];
            if let Some(count) = list.first().and_then(|head| tails.get_mut(head)) {
                *count -= 1;
            }
        }
    }
}
