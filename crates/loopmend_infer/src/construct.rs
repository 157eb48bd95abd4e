//! The type of the result of calling a class.

use loopmend_catalog::Role;
use loopmend_index::summary::ExpressionId;
use loopmend_project::Origin;

use super::generic::Substitution;
use super::given::Given;
use super::types::{Callee, Location};
use super::{ClassRef, ContextId, FunctionRef, Inference, Type, TypeList};

impl Inference<'_> {
    /// Returns an instance, unless a metaclass or `__new__` may return something else.
    pub(super) fn constructed(&mut self, class: ClassRef, given: &Given) -> Type {
        if self.builtin_name(class) == Some("type") {
            return self.class_of_argument(given);
        }
        if let Some(mock) = self.constructed_mock(class, given) {
            return mock;
        }
        let order = self.mro(class);
        let known = order.iter().map_while(|place| *place);
        let has_own_new = known.into_iter().any(|(owner, _)| {
            let summary = self.summary(owner.module);
            let is_stub = self.engine.origin(owner.module) == Origin::StandardLibrary;
            !is_stub && !summary.bindings_of(summary.class(owner.class).scope, "__new__").is_empty()
        });
        if self.metaclass_defines(class, &["__call__"]) {
            return Type::Unknown;
        }
        if has_own_new {
            return self.made_by_new(class, given);
        }
        self.new_instance(class, given)
    }

    /// Returns the type of a class's own `__new__`, if it is certainly an instance.
    fn made_by_new(&mut self, class: ClassRef, given: &Given) -> Type {
        let new = self.attribute(Type::Class(class), "__new__");
        let Type::Function(id) = new else { return Type::Unknown };
        let callee = self.callee(id);
        if self.may_make_another(callee.function, class) {
            return Type::Unknown;
        }
        let bound = Callee { receiver: Some(Type::Class(class)), ..callee };
        match self.result_of(bound, bound, given) {
            // The annotation may name a base. What is created is an object of the class that is called.
            Type::Instance(made, _) if made != class && self.derives_from(class, made) => {
                self.new_instance(class, given)
            }
            made @ Type::Instance(..) => made,
            _ => Type::Unknown,
        }
    }

    /// Returns whether a `__new__` of the project returns the result of a call, other than of a `__new__`, that is not known to be an
    /// object of the class, whatever the annotation says.
    fn may_make_another(&mut self, FunctionRef { module, function }: FunctionRef, class: ClassRef) -> bool {
        let summary = self.summary(module);
        let definition = summary.function(function);
        let at = Location { module, scope: definition.scope, context: ContextId::FIRST };
        let is_call_of_other = |value: &&ExpressionId| {
            summary.call(**value).is_some() && summary.last_name(**value) != Some("__new__")
        };
        self.engine.origin(module) == Origin::FirstParty
            && summary.list(definition.returned).iter().filter(is_call_of_other).any(|value| {
                let made = self.evaluate(at, *value);
                !matches!(made, Type::Instance(made, _) if self.derives_from(made, class))
            })
    }

    fn derives_from(&mut self, class: ClassRef, base: ClassRef) -> bool {
        self.mro(class).iter().flatten().any(|(owner, _)| *owner == base)
    }

    /// Returns the type of `type(value)`.
    fn class_of_argument(&mut self, given: &Given) -> Type {
        let [only] = given.positional.as_slice() else { return Type::Unknown };
        let value = self.argument(only);
        self.class_of_instance(value)
    }

    /// Returns an instance of a class. For a generic class, the constructor call determines its type
    /// arguments.
    fn new_instance(&mut self, class: ClassRef, given: &Given) -> Type {
        let parameters = self.type_parameters(class);
        if parameters == TypeList::FIRST {
            return Type::Instance(class, TypeList::FIRST);
        }
        let instance = Type::Instance(class, parameters);
        for method in Role::Constructs.names() {
            let Type::Function(id) = self.member(class, instance, method, true) else { continue };
            let callee = self.callee(id);
            let owner = self.class_of(callee.function);
            if owner.is_some_and(|owner| self.class_name(owner) == "object") {
                continue;
            }
            let bound = Callee { receiver: Some(instance), ..callee };
            let overloads = self.overloads(callee.function);
            let chosen = match overloads.as_slice() {
                [] => Some(callee.function),
                several => self.matching_overloads(several, bound, given).first().copied(),
            };
            let Some(chosen) = chosen else { continue };
            let mut substitution = Substitution::new();
            self.learn_from_arguments(chosen, true, given, &mut substitution);
            substitution.retain(|(_, value)| *value != Type::Unknown && !self.has_variables(*value));
            if let Some(made) = self.made_by_stub(chosen, &substitution) {
                return made;
            }
            if !substitution.is_empty() {
                let parameters = self.types(parameters).to_vec();
                let arguments: Vec<Type> =
                    parameters.into_iter().map(|of| self.substituted(of, &substitution, false)).collect();
                return Type::Instance(class, self.list(&arguments));
            }
        }
        Type::Instance(class, TypeList::FIRST)
    }

    /// Returns the annotated type of a stub's `__new__`, unless it is just an instance of its class.
    fn made_by_stub(&mut self, new: FunctionRef, substitution: &Substitution) -> Option<Type> {
        let summary = self.summary(new.module);
        let definition = summary.function(new.function);
        if summary.name(definition.name) != "__new__" {
            return None;
        }
        let annotated = self.signature_annotation(new, definition.returns?);
        let is_own = match annotated {
            Type::Variable(id) => *self.variable(id).name == *"Self",
            _ => false,
        };
        let made = self.substituted(annotated, substitution, false);
        Some(made).filter(|made| !is_own && *made != Type::Unknown)
    }
}
