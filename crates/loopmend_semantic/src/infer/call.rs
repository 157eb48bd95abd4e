//! What a call gives, and what awaiting it gives.

use super::{ClassRef, FunctionRef, Inference, Question, Type};
use crate::summary::Overloads;

impl<'e> Inference<'e> {
    /// What a `def` makes, decorators applied.
    pub(super) fn function(&mut self, function: FunctionRef) -> Type {
        self.memoised(Question::Function(function), |inference| {
            if inference.keeps_function(function) { Type::Function(function) } else { Type::Unknown }
        })
    }

    /// What a call of `callee` gives.
    pub(super) fn call(&mut self, callee: Type) -> Type {
        if !self.step() {
            return Type::Unknown;
        }
        self.each(callee, |inference, part| match part {
            Type::Function(function) => inference.result(function, None),
            Type::Method { function, receiver } => inference.result(function, Some(receiver)),
            Type::Class(class) => inference.constructed(class),
            Type::Instance(class) => match inference.member(class, "__call__", true) {
                Type::Method { function, receiver } => inference.result(function, Some(receiver)),
                _ => Type::Unknown,
            },
            _ => Type::Unknown,
        })
    }

    fn result(&mut self, function: FunctionRef, receiver: Option<ClassRef>) -> Type {
        let definition = self.summary(function.module).function(function.function);
        match definition.overloads {
            Overloads::None | Overloads::AllAsync => {}
            Overloads::Mixed => return Type::Unknown,
        }
        match (definition.is_async, definition.is_generator) {
            (true, false) => Type::Coroutine { function, receiver },
            (true, true) => Type::Plain,
            (false, _) => self.returned(function, receiver),
        }
    }

    /// What the return annotation says.
    pub(super) fn returned(&mut self, function: FunctionRef, receiver: Option<ClassRef>) -> Type {
        let definition = self.summary(function.module).function(function.function);
        match definition.returns {
            Some(returns) => self.annotation(function.module, definition.scope, returns, receiver),
            None => Type::Unknown,
        }
    }

    /// An instance, unless a metaclass or `__new__` may give something else.
    fn constructed(&mut self, class: ClassRef) -> Type {
        for place in self.mro(class).iter() {
            let Some(owner) = place else { break };
            if self.has_own_construction(*owner) {
                return Type::Unknown;
            }
        }
        Type::Instance(class)
    }

    fn has_own_construction(&mut self, class: ClassRef) -> bool {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let metaclass = definition.metaclass.and_then(|metaclass| summary.last_name(metaclass));
        if definition.metaclass.is_some()
            && !matches!(metaclass, Some("ABCMeta" | "EnumMeta" | "EnumType" | "type"))
        {
            return true;
        }
        let is_library_stub = self.engine.module_path(class.module).is_none();
        !is_library_stub && !summary.bindings_of(definition.scope, "__new__").is_empty()
    }

    /// What `await value` gives.
    pub(super) fn awaited(&mut self, value: Type) -> Type {
        self.each(value, |inference, part| match part {
            Type::Coroutine { function, receiver } => inference.returned(function, receiver),
            _ => Type::Unknown,
        })
    }
}
