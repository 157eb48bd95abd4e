//! Whether the class of an object is seen in the code, or only stated by an annotation. In tests, an object that is only stated may be a
//! double of another class.

use loopmend_index::summary::{
    Binding, BindingKind, Expression, ExpressionId, FunctionId, NameId, ScopeId, ScopeKind, Summary,
};
use loopmend_project::Origin;

use super::types::Location;
use super::{ClassRef, FunctionRef, Inference, Type};
use crate::engine::ModuleId;

/// The maximum number of assignments and attributes that are followed to where an object is made.
const LONGEST_WAY: u8 = 6;

/// The maximum number of expressions that are followed for one object, on all ways.
const MOST_WAYS: u16 = 64;

impl Inference<'_> {
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
            Expression::Call { callee, .. } => self.is_stated_result(at, callee, left),
            Expression::Await(value) | Expression::Starred(value) => self.is_stated(at, value, left),
            Expression::Subscript { value, .. } => {
                self.is_stated(at, value, left) || self.is_stated_item(at, value, left)
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
                ScopeKind::Function(function) => self.is_stated_parameter(at.module, function, name),
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
            BindingKind::Value(value)
            | BindingKind::Part { value, .. }
            | BindingKind::With { value, .. }
            | BindingKind::For { iterable: value, .. } => self.is_stated(at, value, left),
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
        let summary = self.summary(module);
        let from = self.engine.resolve(summary.name(from), module);
        if self.engine.origin(from) != Origin::FirstParty {
            return false;
        }
        self.rest_on_text(from);
        let bindings = self.summary(from).bindings_of(Summary::MODULE_SCOPE, summary.name(name));
        bindings.iter().any(|binding| self.is_stated_binding(from, binding, left))
    }

    /// Returns whether the value that is assigned to an annotated name does not show its class.
    fn is_unseen_value(&mut self, at: Location, value: Option<ExpressionId>, left: u8) -> bool {
        let Some(value) = value else { return true };
        // What is put into an empty container later may be of any class.
        let summary = self.summary(at.module);
        if let Expression::Display { elements, .. } = summary.expression(value)
            && elements.len == 0
        {
            return true;
        }
        matches!(self.evaluate(at, value), Type::Unknown | Type::None) || self.is_stated(at, value, left)
    }

    /// Returns whether a parameter of a function is annotated, and what pytest gives is not known, or whether a decorator gives it. Returns
    /// `None` if the function has no such parameter.
    fn is_stated_parameter(&mut self, module: ModuleId, function: FunctionId, name: NameId) -> Option<bool> {
        let summary = self.summary(module);
        let mut parameters = summary.function(function).parameters.iter().zip(0..);
        let (parameter, index) = parameters.find(|(parameter, _)| parameter.name == name)?;
        let function = FunctionRef { module, function };
        if self.is_lambda(function) {
            return Some(true);
        }
        if parameter.annotation.is_none() {
            return Some(self.injected_parameter(function, index).is_some());
        }
        let given = self.fixture_parameter(function, summary.name(name));
        Some(given.is_none_or(|given| given == Type::Unknown))
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

    /// Returns whether the result of a call rests on an annotation: that of the object whose method is called, or a type variable, which
    /// says nothing of the class.
    fn is_stated_result(&mut self, at: Location, callee: ExpressionId, left: u8) -> bool {
        let summary = self.summary(at.module);
        if let Expression::Attribute { value, .. } = summary.expression(callee)
            && self.is_stated(at, value, left)
        {
            return true;
        }
        let called = self.evaluate(at, callee);
        self.parts(called).into_iter().any(|part| match part {
            Type::Function(id) => {
                let function = self.callee(id).function;
                self.returns_variable(function) || self.is_stated_return(function, left)
            }
            _ => false,
        })
    }

    /// Returns whether the class of an item rests on the annotation of a `__getitem__` of the project.
    fn is_stated_item(&mut self, at: Location, value: ExpressionId, left: u8) -> bool {
        let object = self.evaluate(at, value);
        self.parts(object).into_iter().any(|part| {
            let Type::Instance(..) = part else { return false };
            let method = self.attribute(part, "__getitem__");
            self.parts(method).into_iter().any(|part| match part {
                Type::Function(id) => {
                    let function = self.callee(id).function;
                    self.is_stated_return(function, left)
                }
                _ => false,
            })
        })
    }

    /// Returns whether only the annotation of a function of the project states the class of what it returns.
    fn is_stated_return(&mut self, function: FunctionRef, left: u8) -> bool {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        if definition.returns.is_none()
            || definition.is_generator
            || self.engine.origin(function.module) != Origin::FirstParty
        {
            return false;
        }
        if self.is_stub(function) || self.returns_variable(function) {
            return true;
        }
        let at = Location::in_scope(function.module, definition.scope);
        summary.list(definition.returned).iter().any(|returned| match self.evaluate(at, *returned) {
            Type::None => false,
            Type::Unknown => true,
            _ => self.is_stated(at, *returned, left),
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
