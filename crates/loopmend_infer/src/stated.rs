//! The types that annotations state for names, attributes, fields and parameters.

use loopmend_catalog::{Role, is, named};
use loopmend_index::summary::{
    ArgumentKind, Binding, BindingKind, Expression, ExpressionId, Overloads, ScopeId, Summary,
};
use loopmend_project::Origin;

use super::types::Location;
use super::{BODIES, CalleeId, ClassRef, FunctionRef, Inference, Type};
use crate::engine::ModuleId;

/// How a display or comprehension holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nesting {
    /// As an element of a list or set, or of a comprehension.
    Element,
    /// As the element of a tuple at this index.
    Item(usize),
    /// As a value of a dict.
    Entry,
}

/// What calling a class stores in its instances.
pub enum Constructor {
    /// The arguments of its `__init__`.
    Init(FunctionRef),
    /// The values of its annotated fields.
    Fields,
}

impl Inference<'_> {
    /// Returns the type of an annotation in a scope. This is an outermost query.
    pub fn stated_in(&mut self, module: ModuleId, scope: ScopeId, annotation: ExpressionId) -> Type {
        self.begin();
        self.annotation(Location::in_scope(module, scope), annotation)
    }

    /// Returns the type that the signature of a function states by an annotation. This is an outermost query.
    pub fn stated_by_signature(&mut self, function: FunctionRef, annotation: ExpressionId) -> Type {
        self.begin();
        self.signature_annotation(function, annotation)
    }

    /// Returns the type that a class declares for an attribute of its instances. This is an outermost query.
    pub fn stated_attribute(&mut self, class: ClassRef, name: &str) -> Type {
        self.begin();
        let order = self.mro(class);
        let sets_itself = order
            .iter()
            .flatten()
            .any(|(owner, _)| !self.is_of_library(*owner) && self.binds_in_body(*owner, "__setattr__"));
        match sets_itself {
            true => Type::Unknown,
            false => self.declared_attribute(class, name).unwrap_or(Type::Unknown),
        }
    }

    /// Returns the type of the attribute of a value. This is an outermost query.
    pub fn attribute_of_value(&mut self, value: Type, name: &str) -> Type {
        self.begin();
        self.attribute(value, name)
    }

    /// Returns what a container of a stated type may hold, without `None`. It is unknown if a part is no container of this kind.
    pub fn stated_inside(&mut self, stated: Type, nesting: Nesting) -> Type {
        self.begin();
        let parts = self.parts(stated).into_iter().filter(|part| *part != Type::None);
        let inside: Vec<Type> = parts.collect();
        let inside: Vec<Type> = inside.into_iter().map(|part| self.inside_part(part, nesting)).collect();
        if inside.is_empty() { Type::Unknown } else { self.union(inside) }
    }

    fn inside_part(&mut self, part: Type, nesting: Nesting) -> Type {
        match (part, nesting) {
            (Type::Tuple(elements), Nesting::Item(place)) => {
                self.types(elements).get(place).copied().unwrap_or(Type::Unknown)
            }
            (Type::Instance(class, arguments), nesting) => {
                let role = if nesting == Nesting::Entry { Role::HoldsEntries } else { Role::HoldsElements };
                let place = usize::from(nesting == Nesting::Entry);
                match self.is_of_library(class) && named(self.class_name(class)).has(role) {
                    true => self.types(arguments).get(place).copied().unwrap_or(Type::Unknown),
                    false => Type::Unknown,
                }
            }
            _ => Type::Unknown,
        }
    }

    fn is_of_library(&self, class: ClassRef) -> bool {
        self.engine.origin(class.module) == Origin::StandardLibrary
    }

    /// Returns how calling a class stores its arguments; `None` if this is not known. This is an outermost query.
    pub fn constructor(&mut self, class: ClassRef) -> Option<Constructor> {
        self.begin();
        if self.metaclass_defines(class, &["__call__"]) {
            return None;
        }
        let order = self.mro(class);
        for place in order.iter() {
            let (owner, _) = (*place)?;
            let summary = self.summary(owner.module);
            let scope = summary.class(owner.class).scope;
            if !summary.bindings_of(scope, "__new__").is_empty() && !self.is_of_library(owner) {
                return None;
            }
            let bindings = summary.bindings_of(scope, "__init__");
            if let [only] = bindings
                && let BindingKind::Function(function) = only.kind
                && !self.is_of_library(owner)
                && summary.class(owner.class).decorators.len == 0
            {
                return Some(Constructor::Init(FunctionRef { module: owner.module, function }));
            }
            if self.is_data_class(owner) {
                return bindings.is_empty().then_some(Constructor::Fields);
            }
            if !bindings.is_empty() {
                return None;
            }
        }
        None
    }

    /// Returns whether a decorator of a class makes its `__init__` from its annotated fields.
    pub(super) fn is_data_class(&mut self, class: ClassRef) -> bool {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let at = Location::around(summary, class.module, definition.scope);
        summary.list(definition.decorators).iter().any(|decorator| {
            let callee = summary.callee_or_itself(*decorator);
            summary.last_roles(callee).has(Role::DataClass) && self.is_named_data_class(at, callee)
        })
    }

    fn is_named_data_class(&mut self, at: Location, decorator: ExpressionId) -> bool {
        match self.evaluate(at, decorator) {
            Type::Function(callee) => {
                let path = self.path_of_function(self.callee(callee).function);
                is(path.as_str(), Role::DataClass)
            }
            _ => false,
        }
    }

    /// Returns whether a field of a data class stores what it is given: its default has no argument that converts it or leaves it out.
    pub fn stores_as_given(&mut self, class: ClassRef, field: &str) -> bool {
        self.begin();
        self.rest_on_text(class.module);
        let summary = self.summary(class.module);
        let bindings = summary.bindings_of(summary.class(class.class).scope, field);
        let is_plain = |binding: &Binding| match binding.kind {
            BindingKind::Annotated { annotation, value } => {
                !is_marker(summary, annotation) && value.is_none_or(|value| !is_left_out(summary, value))
            }
            _ => false,
        };
        !bindings.is_empty() && bindings.iter().all(is_plain)
    }

    /// Returns the name of the field of a data class that gets the positional argument at an index. Returns `None` unless all its
    /// fields are plain annotated names of its own body.
    pub fn field_at(&mut self, class: ClassRef, place: usize) -> Option<String> {
        self.begin();
        self.rest_on_text(class.module);
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        if definition.bases.len > 0 {
            return None;
        }
        let mut fields: Vec<(u32, String)> = Vec::new();
        for entry in &summary.scope(definition.scope).entries {
            for binding in summary.bindings_in(*entry) {
                if let BindingKind::Annotated { annotation, value } = binding.kind {
                    let is_given = value.is_none_or(|value| !is_left_out(summary, value));
                    let is_field = !is_marker(summary, annotation) && is_given;
                    fields.push((binding.offset, is_field.then(|| summary.name(entry.name).to_owned())?));
                }
            }
        }
        fields.sort_unstable();
        fields.into_iter().nth(place).map(|(_, name)| name)
    }

    /// Returns whether a stated type is a callable whose result is `None`.
    pub fn is_procedure(&self, stated: Type) -> bool {
        let mut parts = self.parts(stated);
        parts.retain(|part| *part != Type::None);
        let is_one = |part: &Type| matches!(part, Type::Callable(result) if self.only(*result) == Type::None);
        !parts.is_empty() && parts.iter().all(is_one)
    }

    /// Returns whether all that a plain function returns are new instances of a class. This is an outermost query.
    pub fn constructs(&mut self, callee: CalleeId, class: ClassRef) -> bool {
        self.begin();
        self.depend_on_module(BODIES);
        let function = self.callee(callee).function;
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let at = Location::in_scope(function.module, definition.scope);
        let returned = summary.list(definition.returned);
        let mut makes = |returned: &ExpressionId| {
            let made = summary.call(*returned).map(|call| self.evaluate(at, call.callee));
            made == Some(Type::Class(class))
        };
        !definition.is_async
            && definition.decorators.len == 0
            && !returned.is_empty()
            && returned.iter().all(&mut makes)
    }

    /// Returns whether a function is a method of strings that puts its arguments into the text.
    pub fn formats_text(&mut self, function: FunctionRef) -> bool {
        let summary = self.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        let is_method = |path: String| is(path.strip_prefix("builtins."), Role::FormatsText);
        named(name).has(Role::FormatsText) && is_method(self.path_of_function(function))
    }

    /// Returns whether calling a function runs the overload or body that its signatures show.
    pub fn signatures_of(&mut self, function: FunctionRef) -> Vec<FunctionRef> {
        self.begin();
        self.depend_on_module(BODIES);
        let summary = self.summary(function.module);
        match summary.function(function.function).overloads {
            Overloads::None => vec![function],
            _ => self.overloads(function),
        }
    }
}

/// Whether a default is `field(...)` with arguments that may keep the field from being a positional one.
fn is_left_out(summary: &Summary, default: ExpressionId) -> bool {
    summary.arguments_of(default).is_some_and(|arguments| {
        arguments.iter().any(|argument| match argument.kind {
            ArgumentKind::Keyword(name) => named(summary.name(name)).has(Role::DropsField),
            ArgumentKind::DoubleStarred => true,
            _ => false,
        })
    })
}

/// Whether an annotation is no field of a data class: `ClassVar[...]`, `InitVar[...]`, `KW_ONLY`.
fn is_marker(summary: &Summary, annotation: ExpressionId) -> bool {
    let annotated = match summary.expression(annotation) {
        Expression::Subscript { value, .. } => value,
        _ => annotation,
    };
    summary.last_roles(annotated).has(Role::NoField)
}
