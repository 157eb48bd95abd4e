//! The evidence that a value is awaitable, and its confidence.

use loopmend_catalog::{Role, named};
use loopmend_core::Confidence;
use loopmend_index::summary::ExpressionId;
use loopmend_project::Origin;

use super::{CalleeId, ClassRef, FunctionRef, Inference, Type};

/// The evidence that a call returns an awaitable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AwaitableSource {
    /// The callee is an `async def`, or a mock of one.
    Definition,
    /// The callee is an `async def` of a library that is not installed, according to the stub that loopmend carries.
    Carried,
    /// The callers of a function without annotations pass an `async def`.
    Callers,
    /// The callee is an `async def` that a subclass overrides. The override is unknown, or it is not a
    /// coroutine function although the other calls are awaited.
    Overridden,
    /// The callee is left to subclasses, and each one in the project has an `async def`.
    Implementations,
    /// The callee is an `async def` under a decorator that is not understood.
    Decorated,
    /// An annotation declares the awaitable.
    Annotation,
    /// The call returns an object that holds a coroutine and is awaited in its place.
    Object,
    /// The other calls of the callee are awaited.
    Consensus {
        /// The number of other calls that are awaited.
        awaited: u32,
        /// The number of other calls.
        of: u32,
    },
    /// Each method of this name in the project is an `async def`, and the other calls are awaited.
    NamedMethod {
        /// The number of other calls that are awaited.
        awaited: u32,
        /// The number of other calls.
        of: u32,
    },
}

impl AwaitableSource {
    /// Returns the confidence of a finding that depends on this evidence.
    pub fn confidence(self) -> Confidence {
        if self == Self::Definition { Confidence::Certain } else { Confidence::Likely }
    }
}

impl<'e> Inference<'e> {
    /// Returns whether the callee alone shows that a call returns nothing that must be awaited. It creates
    /// an instance, or the function is annotated with another type.
    pub fn give_no_awaitable(&mut self, called: &[Type]) -> bool {
        called.iter().all(|part| match *part {
            Type::Class(_) | Type::Module(_) => true,
            Type::Function(callee) => {
                let function = self.function_of(callee);
                let is_standard = self.engine.origin(function.module) == Origin::StandardLibrary;
                let summary = self.summary(function.module);
                summary.states_no_awaitable(function.function)
                    && (is_standard || !summary.body_decides(function.function))
            }
            _ => false,
        })
    }

    /// Returns whether the return annotation of a function is known, and is not awaitable.
    pub fn states_value(&mut self, function: FunctionRef, annotation: ExpressionId) -> bool {
        let stated = self.stated_by_signature(function, annotation);
        self.is_value(stated)
    }

    /// Returns whether a stated type is known and allows no awaitable. This is an outermost query.
    pub fn is_value(&mut self, stated: Type) -> bool {
        self.begin();
        self.parts(stated).into_iter().all(|part| match part {
            Type::None | Type::Plain | Type::Tuple(_) | Type::Class(_) | Type::Module(_) => true,
            Type::Instance(class, _) => !self.may_be_coroutine(class),
            _ => false,
        })
    }

    /// Returns whether a coroutine can be an instance of a class, by the class's name or members.
    pub(super) fn may_be_coroutine(&mut self, class: ClassRef) -> bool {
        named(self.class_name(class)).has(Role::GeneralClass)
            || self.has_open_order(class)
            || self.has_member(class, "__await__")
            || self.is_declared_protocol(class)
    }

    /// Returns whether the callee is a plain function with a return annotation, which may be awaitable.
    pub fn has_annotated_function(&mut self, called: &[Type]) -> bool {
        called.iter().any(|part| match *part {
            Type::Function(callee) => {
                let function = self.function_of(callee);
                let definition = self.summary(function.module).function(function.function);
                !definition.is_async && definition.returns.is_some()
            }
            _ => false,
        })
    }

    /// Returns the evidence that all parts of a type are awaitable, and the `async def` behind it.
    pub fn awaitable(&mut self, value: Type) -> Option<(AwaitableSource, Option<FunctionRef>)> {
        let mut weakest = AwaitableSource::Definition;
        let mut functions = Vec::new();
        for part in self.parts(value) {
            if let Type::Coroutine(callee, _) = part {
                functions.push(self.function_of(callee));
            }
            weakest = weakest.max(self.source_of(part).or_else(|| self.source_of_object(part))?);
        }
        // The order of modules is that in which they were met; names do not depend on it.
        let first = functions.into_iter().min_by_key(|function| self.path_of_function(*function));
        Some((weakest, first))
    }

    /// Returns the confidence that a value is one of these parts. An object that holds a coroutine is
    /// certain; only the need to await it is not.
    pub fn confidence_of(&mut self, parts: &[Type]) -> Confidence {
        let is_certain = |part: &Type| match *part {
            Type::Function(callee) => !self.is_doubtful(callee),
            part => self.source_of(part).is_none_or(|source| source.confidence() == Confidence::Certain),
        };
        if parts.iter().all(is_certain) { Confidence::Certain } else { Confidence::Likely }
    }

    /// Returns the evidence for a coroutine or an annotated awaitable; `None` for anything else.
    fn source_of(&mut self, part: Type) -> Option<AwaitableSource> {
        match part {
            Type::Coroutine(callee, _) => Some(self.source_of_coroutine(callee)),
            Type::Awaitable(_) => Some(AwaitableSource::Annotation),
            _ => None,
        }
    }

    /// Returns whether a class is `asyncio.Future` or a subclass.
    pub fn is_future(&mut self, class: ClassRef) -> bool {
        self.inherits(class, "asyncio.futures", "Future") || self.inherits(class, "_asyncio", "Future")
    }

    /// Returns whether a value is a future, or a coroutine under a decorator that is not understood.
    pub fn is_future_or_doubtful(&mut self, value: Type) -> bool {
        self.parts(value).into_iter().any(|part| match part {
            Type::Coroutine(callee, _) => self.is_doubtful(callee),
            Type::Instance(class, _) => self.is_future(class),
            _ => false,
        })
    }

    fn source_of_coroutine(&mut self, callee: CalleeId) -> AwaitableSource {
        match (self.is_doubtful(callee), self.is_overridden(callee)) {
            (true, _) => AwaitableSource::Decorated,
            (false, true) => AwaitableSource::Overridden,
            (false, false) if self.is_carried(callee) => AwaitableSource::Carried,
            (false, false) if self.is_only_declared(callee) => AwaitableSource::Annotation,
            (false, false) => AwaitableSource::Definition,
        }
    }

    /// Returns whether a function is known only by a stub that loopmend made of a release of its library.
    fn is_carried(&self, callee: CalleeId) -> bool {
        self.engine.carried_library(self.function_of(callee).module).is_some()
    }

    /// Returns whether an `async def` occurs only in a stub, which may annotate a function that returns
    /// another awaitable. Typeshed is excluded, because it is checked against the functions themselves.
    fn is_only_declared(&self, callee: CalleeId) -> bool {
        let function = self.function_of(callee);
        self.engine.origin(function.module) != Origin::StandardLibrary && self.is_stub(function)
    }

    fn source_of_object(&mut self, part: Type) -> Option<AwaitableSource> {
        let Type::Instance(class, _) = part else { return None };
        self.holds_coroutine(class).then_some(AwaitableSource::Object)
    }

    /// Returns whether a project subclass overrides the method with something that is not an `async def`.
    pub fn is_overridden(&mut self, callee: CalleeId) -> bool {
        let method = self.bound_method(callee);
        method.is_some_and(|(class, name)| self.is_overridden_as_sync(class, name))
    }

    /// Returns whether a subclass overrides the function that created a coroutine with something known not
    /// to be one.
    pub fn is_replaced(&mut self, value: Type) -> bool {
        self.parts(value).into_iter().any(|part| {
            let Type::Coroutine(callee, _) = part else { return false };
            let method = self.bound_method(callee);
            method.is_some_and(|(class, name)| self.is_overridden_as_plain(class, name))
        })
    }

    /// Returns the class on which a bound function was looked up, and the function's name.
    pub fn bound_method(&self, callee: CalleeId) -> Option<(ClassRef, &'e str)> {
        let class = self.class_of_callee(callee)?;
        let function = self.function_of(callee);
        let summary = self.engine.summary(function.module);
        Some((class, summary.name(summary.function(function.function).name)))
    }
}
