//! Types that are certainly not awaitable.

use loopmend_project::Origin;

use super::types::Callee;
use super::{BODIES, CalleeId, ClassRef, Inference, Type, TypeList};

impl Inference<'_> {
    /// Whether awaiting a value raises a `TypeError`, whatever it is exactly.
    pub(crate) fn certainly_not_awaitable(&mut self, part: Type) -> bool {
        match part {
            Type::None | Type::Tuple(_) => true,
            Type::Instance(class, _) => self.never_has(class, &["__await__"]),
            _ => false,
        }
    }

    /// Whether a value is a container of what can be awaited.
    pub(crate) fn holds_awaitables(&mut self, part: Type) -> bool {
        let (Type::Instance(_, held) | Type::Tuple(held)) = part else { return false };
        let held = self.types(held).to_vec();
        held.into_iter().flat_map(|of| self.parts(of)).collect::<Vec<_>>().into_iter().any(|of| match of {
            Type::Coroutine(..) | Type::Awaitable(_) => true,
            Type::Instance(class, _) => self.has_member(class, "__await__"),
            _ => false,
        })
    }

    /// Whether the instances of a class certainly have none of these methods: the class stands neither for what other
    /// classes have in common, as protocols do, nor for everything.
    pub(crate) fn never_has(&mut self, class: ClassRef, names: &[&str]) -> bool {
        let is_general = self.engine.module_name(class.module) == "typing"
            || matches!(self.class_name(class), "Hashable" | "object")
            || self.is_declared_protocol(class);
        !is_general && names.iter().all(|name| self.certainly_lacks(class, name))
    }

    /// Whether a class has a method that it defines itself, or that a class of the same package does. What it inherits from
    /// another installed package may be there for another use: whatever is made of a base for data can be iterated over.
    pub(crate) fn has_method_of_its_own(&mut self, class: ClassRef, name: &str) -> bool {
        self.begin();
        let order = self.mro(class);
        let owner = order.iter().flatten().find(|(owner, _)| self.binds_in_body(*owner, name));
        let Some((owner, _)) = owner else { return false };
        let package = |module| self.engine.module_name(module).split('.').next();
        self.engine.origin(owner.module) != Origin::ThirdParty
            || package(owner.module) == package(class.module)
    }

    /// Whether a function as a value is that, whatever subclass it is taken of.
    pub(crate) fn is_certain_function(&mut self, callee: CalleeId) -> bool {
        if self.is_doubtful(callee) {
            return false;
        }
        let Some((class, name)) = self.bound_method(callee) else { return true };
        !self.is_declared_protocol(class) && !self.is_another_in_subclass(class, name, callee)
    }

    /// Whether a call of a function may give something else than an awaitable, by its signatures: none of them is `async` or
    /// leaves open what it gives.
    pub(crate) fn may_give_value(&mut self, callee: CalleeId) -> bool {
        self.begin();
        let function = self.function_of(callee);
        let definition = self.summary(function.module).function(function.function);
        if definition.is_async || definition.is_generator {
            return definition.is_generator;
        }
        let overloads = self.overloads(function);
        let mut signatures = if overloads.is_empty() { vec![function] } else { overloads }.into_iter();
        signatures.all(|signature| {
            let definition = self.summary(signature.module).function(signature.function);
            let Some(returns) = definition.returns else { return true };
            let stated = self.signature_annotation(signature, returns);
            let is_open =
                |part: &Type| matches!(part, Type::Unknown | Type::Coroutine(..) | Type::Awaitable(_));
            !definition.is_async && !self.parts(stated).iter().any(is_open)
        })
    }

    /// Whether a call of a plain function gives what was read of it: no other function may stand in its place, by a decorator or
    /// in a subclass, and its body agrees with its annotation. What only holds the place of another function says nothing.
    pub(crate) fn is_plain_function(&mut self, callee: CalleeId) -> bool {
        self.body_agrees(callee) && self.is_certain_function(callee)
    }

    /// Whether the body of a function gives nothing that can be awaited. A stub has none.
    fn body_agrees(&mut self, callee: CalleeId) -> bool {
        let Callee { function, context, receiver, .. } = self.callee(callee);
        if self.is_stub(function) {
            return true;
        }
        self.begin();
        self.depend_on_module(BODIES);
        let definition = self.summary(function.module).function(function.function);
        if definition.is_placeholder || definition.is_generator {
            return definition.is_generator;
        }
        let given = self.returned(function, context, receiver);
        self.parts(given).into_iter().all(|part| self.certainly_not_awaitable(part))
    }

    /// Whether `name` is another function on a subclass in the project, its own or that of another of its bases.
    fn is_another_in_subclass(&mut self, class: ClassRef, name: &str, callee: CalleeId) -> bool {
        let function = self.function_of(callee);
        let subclasses = self.subclasses_in_project(class);
        subclasses.iter().any(|subclass| {
            let receiver = Type::Instance(*subclass, TypeList::FIRST);
            match self.member(*subclass, receiver, name, true) {
                Type::Function(found) => self.function_of(found) != function,
                _ => true,
            }
        })
    }

    /// Whether a class was read, and not only a stub of a library.
    pub(crate) fn is_seen_class(&self, class: ClassRef) -> bool {
        self.engine.origin(class.module) != Origin::ThirdParty || !self.engine.is_stub(class.module)
    }

    /// Whether it is known by a body that was read, by typeshed, or by the class that is called what a call gives, and not
    /// only by the word of a library.
    pub(crate) fn is_seen(&mut self, callee: CalleeId) -> bool {
        let function = self.function_of(callee);
        match self.engine.origin(function.module) {
            Origin::FirstParty | Origin::StandardLibrary => true,
            Origin::ThirdParty => !self.is_stub(function) && self.class_of_callee(callee).is_none(),
        }
    }
}
