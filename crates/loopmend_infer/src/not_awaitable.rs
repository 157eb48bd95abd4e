//! Types that are certainly not awaitable.

use loopmend_catalog::{Role, is, named};
use loopmend_index::summary::Expression;
use loopmend_project::Origin;

use super::types::{Callee, Location};
use super::{BODIES, CalleeId, ClassRef, Inference, Type, TypeList};

impl Inference<'_> {
    /// Returns whether awaiting a value certainly raises a `TypeError`.
    pub fn certainly_not_awaitable(&mut self, part: Type) -> bool {
        match part {
            Type::None | Type::Tuple(_) => true,
            Type::Instance(class, _) => self.never_has(class, &["__await__"]),
            _ => false,
        }
    }

    /// Returns whether the catalogue states that the instances of a library's class cannot be awaited.
    pub fn is_stated_never_awaitable(&mut self, part: Type) -> bool {
        let Type::Instance(class, _) = part else { return false };
        named(self.class_name(class)).has(Role::NeverAwaitable)
            && is(self.path_of_class(class).as_str(), Role::NeverAwaitable)
    }

    /// Returns whether a value is a container of awaitables.
    pub fn holds_awaitables(&mut self, part: Type) -> bool {
        let (Type::Instance(_, held) | Type::Tuple(held)) = part else { return false };
        let held = self.types(held).to_vec();
        held.into_iter().flat_map(|of| self.parts(of)).collect::<Vec<_>>().into_iter().any(|of| match of {
            Type::Coroutine(..) | Type::Awaitable(_) => true,
            Type::Instance(class, _) => self.has_member(class, "__await__"),
            _ => false,
        })
    }

    /// Returns whether the instances of a class certainly have none of these methods. The class must not be
    /// a protocol or another general class.
    pub fn never_has(&mut self, class: ClassRef, names: &[&str]) -> bool {
        let is_general = self.engine.module_name(class.module) == "typing"
            || named(self.class_name(class)).has(Role::GeneralClass)
            || self.is_declared_protocol(class);
        !is_general && names.iter().all(|name| self.certainly_lacks(class, name))
    }

    /// Returns whether a class has a method that it defines itself, or that a class of the same package
    /// does. A method inherited from another installed package may serve another purpose: every model with
    /// a certain data base class can be iterated over.
    pub fn has_method_of_its_own(&mut self, class: ClassRef, name: &str) -> bool {
        self.begin();
        let order = self.mro(class);
        let owner = order.iter().flatten().find(|(owner, _)| self.binds_in_body(*owner, name));
        let Some((owner, _)) = owner else { return false };
        self.engine.origin(owner.module) != Origin::ThirdParty
            || self.engine.top_level(owner.module) == self.engine.top_level(class.module)
    }

    /// Returns whether `async with` can enter the instances of a class, and certainly not the class itself.
    pub fn only_instances_can_be_entered(&mut self, class: ClassRef) -> bool {
        self.has_member(class, "__aenter__")
            && !self.has_open_order(class)
            && !self.metaclass_defines(class, &["__aenter__"])
    }

    /// Returns whether a function value is certainly that function, in any subclass.
    pub fn is_certain_function(&mut self, callee: CalleeId) -> bool {
        if self.is_doubtful(callee) {
            return false;
        }
        let Some((class, name)) = self.bound_method(callee) else { return true };
        !self.is_declared_protocol(class) && !self.is_another_in_subclass(class, name, callee)
    }

    /// Returns whether a call of a function may return something other than an awaitable, by its
    /// signatures. None of them may be `async` or leave the return type open.
    pub fn may_give_value(&mut self, callee: CalleeId) -> bool {
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

    /// Returns whether a call of a plain function returns the inferred value. No decorator or subclass may
    /// replace the function, and its body must agree with its annotation. A placeholder for another
    /// function does not count.
    pub fn is_plain_function(&mut self, callee: CalleeId) -> bool {
        self.body_agrees(callee) && self.is_certain_function(callee)
    }

    /// Returns whether the body of a function returns nothing that is awaitable. A stub has no body.
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
            && !self.may_return_coroutine(callee)
    }

    /// Returns whether a function returns a coroutine in spite of its annotation, or the result of a callable that only an annotation describes.
    /// Wrappers annotate callbacks of any kind as `Callable[..., None]`.
    pub(super) fn may_return_coroutine(&mut self, callee: CalleeId) -> bool {
        let Callee { function, context, receiver, .. } = self.callee(callee);
        if self.is_stub(function) {
            return false;
        }
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let context = self.context_of_receiver(function, context, receiver);
        let at = Location { module: function.module, scope: definition.scope, context };
        let mut values = summary.list(definition.returned).to_vec();
        for value in summary.list(definition.returned) {
            if let Expression::Name(name) = summary.expression(*value) {
                let bindings = summary.nearest_bindings_of(at.scope, name).iter();
                values.extend(bindings.filter_map(|bound| bound.kind.value()));
            }
        }
        values.into_iter().any(|value| {
            let Some(call) = summary.call(value) else { return false };
            let called = self.evaluate(at, call.callee);
            let returned = self.evaluate(at, value);
            self.parts(called).into_iter().any(|part| matches!(part, Type::Callable(_)))
                || self.parts(returned).into_iter().any(|part| matches!(part, Type::Coroutine(..)))
        })
    }

    /// Returns whether `name` is another function in a project subclass, its own or that of another of its
    /// bases.
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

    /// Returns whether the source of a class was read, rather than only a stub of a library.
    pub fn is_seen_class(&self, class: ClassRef) -> bool {
        self.engine.origin(class.module) != Origin::ThirdParty || !self.engine.is_stub(class.module)
    }

    /// Returns whether the result is known by better evidence than a library's annotation: a body that was
    /// read, typeshed, or the called class.
    pub fn is_seen(&mut self, callee: CalleeId) -> bool {
        let function = self.function_of(callee);
        match self.engine.origin(function.module) {
            Origin::FirstParty | Origin::StandardLibrary => true,
            Origin::ThirdParty => !self.is_stub(function) && self.class_of_callee(callee).is_none(),
        }
    }
}
