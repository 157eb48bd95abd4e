//! What the surface of a library says of its functions and classes.

use super::given::Given;
use super::types::Callee;
use super::{ClassRef, ContextId, FunctionRef, Inference, Type, TypeList};
use crate::engine::ModuleId;

/// What the annotation of a function says that it returns.
pub enum Stated {
    /// There is no annotation.
    Nothing,
    /// The annotation depends on the arguments.
    Variable,
    /// This type.
    Type(Type),
}

impl Inference<'_> {
    /// Returns what the annotation of a function says.
    pub fn stated_of(&mut self, function: FunctionRef) -> Stated {
        self.begin();
        let Some(returns) = self.summary(function.module).function(function.function).returns else {
            return Stated::Nothing;
        };
        let stated = self.signature_annotation(function, returns);
        if self.has_variables(stated) { Stated::Variable } else { Stated::Type(stated) }
    }

    /// Returns what a function without decorators returns to any call; a method, on an instance of its class.
    pub fn seen_of(&mut self, function: FunctionRef) -> Type {
        self.begin();
        let plain = self.plain_function(function, ContextId::FIRST);
        let Type::Function(callee) = plain else { return Type::Unknown };
        let receiver = self.class_of(function).map(|class| Type::Instance(class, TypeList::FIRST));
        let callee = Callee { receiver, ..self.callee(callee) };
        self.result_of(callee, callee, &Given::open())
    }

    /// Returns what the decorators of a function make of it.
    pub fn decorated_of(&mut self, function: FunctionRef) -> Type {
        self.begin();
        self.decorated(function, ContextId::FIRST)
    }

    /// Returns whether a value is this function, as sure as without decorators.
    pub fn is_still(&self, made: Type, function: FunctionRef) -> bool {
        matches!(made, Type::Function(callee) if self.function_of(callee) == function && !self.is_doubtful(callee))
    }

    /// Returns what a call of a value gives, whatever its arguments.
    pub fn result_of_any_call(&mut self, callee: Type) -> Type {
        self.begin();
        self.call(callee, &Given::open())
    }

    /// Returns the value of an attribute of the instances of a class.
    pub fn attribute_of_instance(&mut self, class: ClassRef, name: &str) -> Type {
        self.begin();
        self.attribute(Type::Instance(class, TypeList::FIRST), name)
    }

    /// Returns the value of a name at the end of a module or of the body of a class.
    pub fn value_at_end(&mut self, module: ModuleId, class: Option<ClassRef>, name: &str) -> Type {
        let Some(class) = class else {
            self.begin();
            return self.symbol(module, name).unwrap_or(Type::Unknown);
        };
        self.attribute_of_instance(class, name)
    }
}
