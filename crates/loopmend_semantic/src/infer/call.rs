//! What a call gives, and what awaiting it gives.

use loopmend_project::Origin;

use super::{BODIES, ClassRef, FunctionRef, Inference, Question, Type};
use crate::summary::{ExpressionId, Overloads, Summary, Suspension};

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

    /// What calling a function gives.
    pub(super) fn result(&mut self, function: FunctionRef, receiver: Option<ClassRef>) -> Type {
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
            Some(returns) => self.signature_annotation(function, returns, receiver),
            None => Type::Unknown,
        }
    }

    /// An annotation of a signature. It is read where the `def` stands, but for the type parameters.
    pub(super) fn signature_annotation(
        &mut self,
        function: FunctionRef,
        annotation: ExpressionId,
        receiver: Option<ClassRef>,
    ) -> Type {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let scope = match definition.type_parameters.as_slice() {
            [] => summary.scope(definition.scope).parent.unwrap_or(Summary::MODULE_SCOPE),
            _ => definition.scope,
        };
        self.annotation(function.module, scope, annotation, receiver)
    }

    /// An instance, unless a metaclass or `__new__` may give something else.
    fn constructed(&mut self, class: ClassRef) -> Type {
        let order = self.mro(class);
        let known = order.iter().map_while(|place| *place);
        let has_own_new = known.into_iter().any(|owner| {
            let summary = self.summary(owner.module);
            let is_stub = self.engine.origin(owner.module) == Origin::StandardLibrary;
            !is_stub && !summary.bindings_of(summary.class(owner.class).scope, "__new__").is_empty()
        });
        if has_own_new || self.metaclass_defines(class, &["__call__"]) {
            return Type::Unknown;
        }
        Type::Instance(class)
    }

    /// What `await value` gives.
    pub(super) fn awaited(&mut self, value: Type) -> Type {
        self.each(value, |inference, part| match part {
            Type::Coroutine { function, receiver } => inference.returned(function, receiver),
            _ => Type::Unknown,
        })
    }

    /// Whether a coroutine of an `async def` may give control back to the event loop before it is done. One
    /// that never does runs in the first step of its task.
    pub(crate) fn suspends(&mut self, function: FunctionRef) -> bool {
        self.depend_on_module(BODIES);
        let answer = self.memoised(Question::Suspends(function), |inference| {
            if inference.awaits_nothing_that_suspends(function) { Type::Plain } else { Type::Unknown }
        });
        answer != Type::Plain
    }

    fn awaits_nothing_that_suspends(&mut self, function: FunctionRef) -> bool {
        let FunctionRef { module, function: id } = function;
        let summary = self.summary(module);
        let definition = summary.function(id);
        let Suspension::Awaits(awaited) = definition.suspension else { return false };
        summary.list(awaited).iter().all(|value| {
            let value = self.evaluate(module, definition.scope, *value);
            self.parts(value).into_iter().all(|part| match part {
                Type::Coroutine { function, .. } => !self.suspends(function),
                _ => false,
            })
        })
    }
}
