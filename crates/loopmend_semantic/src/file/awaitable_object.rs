//! Tasks, futures and other objects that are awaited for their values.

use loopmend_catalog::{Role, named};
use loopmend_core::{Confidence, Place};
use loopmend_index::summary::{Argument, CallSite, Expression, FunctionId, Summary};

use super::fate::UseKind;
use super::{Call, Coroutine, File};
use crate::engine::ModuleId;
use crate::infer::{ClassRef, FunctionRef, Inference, Type};
use crate::stack::grow_stack_for_step;

/// An object with `__await__`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitableObject {
    /// The name of its class.
    pub name: String,
    /// The definition of the class, if its text can be shown.
    pub definition: Option<Place>,
    /// Whether it is an `asyncio.Future` or a task, whose work goes on without `await`.
    pub is_future: bool,
    /// `true` for the future of a call in another thread or process.
    pub is_of_thread: bool,
    /// The confidence that the call returns such an object.
    pub confidence: Confidence,
    /// Whether the call makes the object, so that nothing else has it.
    pub is_made: bool,
    class: ClassRef,
}

impl File<'_> {
    /// Returns the awaitable object that a call in an `async def` returns. Coroutines are none, nor are objects that hold one and are
    /// awaited in its place.
    pub fn awaitable_object(&mut self, call: &Call) -> Option<AwaitableObject> {
        if call.site.expects_exception || !self.can_await(call) || !self.may_return_object(call) {
            return None;
        }
        let (module, scope) = (self.module(), call.scope());
        let value = self.inference_mut().expression(module, scope, call.site.expression);
        let confidence = match self.inference().is_given_by_callers() {
            true => Confidence::Likely,
            false => Confidence::Certain,
        };
        let class = self.class_of_awaitable(value)?;
        let inference = self.inference_mut();
        let is_future = inference.is_future(class);
        if !is_future && inference.holds_coroutine(class) {
            return None;
        }
        let name = inference.class_name(class).to_owned();
        let is_made = self.makes_awaitable(call, class);
        Some(AwaitableObject {
            name,
            definition: self.place_of_class(class),
            is_future,
            is_of_thread: is_future
                && named(self.summary().last_name(call.site.expression)).has(Role::HandsToThread),
            confidence,
            is_made,
            class,
        })
    }

    /// Returns whether a call may return such an object, by its name: it makes a future, or the project has classes with `__await__` and
    /// awaits calls of this name.
    fn may_return_object(&mut self, call: &Call) -> bool {
        let roles = named(self.summary().last_name(call.site.expression));
        let makes_future = [Role::StartsTask, Role::MakesFuture, Role::ReturnsFuture]
            .into_iter()
            .any(|role| roles.has(role));
        makes_future
            || self.calls_name_of_project(call) && self.inference_mut().may_be_sync_method("__await__")
    }

    /// Returns whether a name holds only such objects at a byte offset. The name is resolved in the scope of the call.
    pub fn is_awaitable_object_at(
        &mut self,
        call: &Call,
        name: &str,
        offset: u32,
        object: &AwaitableObject,
    ) -> bool {
        let (module, scope) = (self.module(), call.scope());
        let value = self.inference_mut().name_at(module, scope, name, offset);
        self.class_of_awaitable(value) == Some(object.class)
    }

    fn class_of_awaitable(&mut self, value: Type) -> Option<ClassRef> {
        let Type::Instance(class, _) = value else { return None };
        let inference = self.inference_mut();
        let is_known = !inference.has_open_order(class) && inference.has_member(class, "__await__");
        is_known.then_some(class)
    }

    /// Returns whether an awaitable object cannot be used in this way: its class has nothing for it.
    pub fn lacks_use(&mut self, object: &AwaitableObject, used: &UseKind) -> bool {
        let mut lacks = |names: &[&str]| self.inference_mut().lacks_all(object.class, names);
        match used {
            UseKind::Condition | UseKind::Fallback => {
                (object.is_future || object.is_made) && lacks(Role::TellsTruth.names())
            }
            UseKind::Comparison | UseKind::Formatting | UseKind::Key => object.is_of_thread,
            UseKind::Iteration | UseKind::Unpacking if object.is_future => true,
            UseKind::Attribute(name) => {
                let is_known = name.starts_with("__") || named(name.as_str()).has(Role::FutureAttribute);
                object.is_future && !is_known && lacks(&[name])
            }
            UseKind::Given(function) => {
                let needs_value = named(function.as_str()).has(Role::TakesValues)
                    && !named(function.as_str()).has(Role::ShowsArgument);
                needs_value && lacks(Role::Operator.names()) && self.is_builtin(function)
            }
            used => self.inference_mut().lacks_protocol(object.class, used),
        }
    }

    /// Returns whether the object that holds a coroutine, and is awaited in its place, cannot be used in this way.
    pub fn object_lacks_use(&mut self, coroutine: &Coroutine, used: &UseKind) -> bool {
        let Some(class) = coroutine.object else { return false };
        let inference = self.inference_mut();
        match used {
            UseKind::Attribute(name) => !name.starts_with("__") && inference.certainly_lacks(class, name),
            used => inference.lacks_protocol(class, used),
        }
    }

    /// Returns whether a name holds only such an object at a byte offset. The name is resolved in the scope of the call.
    pub fn holds_object_at(&mut self, call: &Call, name: &str, offset: u32, coroutine: &Coroutine) -> bool {
        let (module, scope) = (self.module(), call.scope());
        let Some(class) = coroutine.object else { return false };
        let value = self.inference_mut().name_at(module, scope, name, offset);
        matches!(value, Type::Instance(of, _) if of == class)
    }

    /// Returns whether the work of an awaitable object may start without `await`: it is a future, or creating it may start something.
    pub fn may_start_without_await(&mut self, call: &Call, object: &AwaitableObject) -> bool {
        let (module, class) = (self.module(), object.class);
        let inference = self.inference_mut();
        if object.is_future || inference.arguments_may_start(module, call) {
            return true;
        }
        inference.begin();
        let order = inference.mro(class);
        if order.iter().flatten().any(|(ancestor, _)| inference.constructor_may_start(*ancestor)) {
            return true;
        }
        // A method of the object itself only builds it.
        let called = inference.called_functions(module, &call.site);
        called
            .into_iter()
            .any(|function| inference.class_of(function) != Some(class) && inference.may_start(function))
    }

    /// Returns whether a call makes an awaitable object of the project for this place alone, so that nothing else awaits it.
    fn makes_awaitable(&mut self, call: &Call, class: ClassRef) -> bool {
        let module = self.module();
        let summary = self.summary();
        let is_own = self.engine().is_mutable(class.module);
        let [called] = self.inference_mut().called(module, &call.site)[..] else { return false };
        is_own
            && match called {
                Type::Class(made) => made == class,
                Type::Function(callee) => {
                    let receiver = summary.method_call(call.site.expression).map(|(receiver, _)| receiver);
                    let inner = receiver.and_then(|receiver| self.call_at(summary.span(receiver)));
                    let is_further_step = inner
                        .is_some_and(|inner| grow_stack_for_step(|| self.makes_awaitable(&inner, class)));
                    is_further_step || self.inference_mut().constructs(callee, class)
                }
                _ => false,
            }
    }
}

impl Inference<'_> {
    /// Returns whether a call in an argument may start something.
    fn arguments_may_start(&mut self, module: ModuleId, call: &Call) -> bool {
        let summary = self.engine.summary(module);
        let arguments = summary.arguments_of(call.site.expression).unwrap_or_default();
        let is_inside = |site: &&CallSite| {
            let span = summary.span(site.expression);
            arguments.iter().any(|argument| summary.span(argument.value).contains(span))
        };
        summary.calls.iter().filter(is_inside).any(|site| !self.only_creates(module, site))
    }

    /// Returns whether a constructor that a class defines may start something, or passes its object on.
    fn constructor_may_start(&mut self, class: ClassRef) -> bool {
        let summary = self.engine.summary(class.module);
        let scope = summary.class(class.class).scope;
        let constructors =
            Role::Constructs.names().iter().flat_map(|name| summary.functions_named(scope, name));
        constructors.into_iter().any(|function| {
            self.may_start(FunctionRef { module: class.module, function })
                || passes_receiver(summary, function)
        })
    }

    /// Returns whether a function calls anything but classes and builtins.
    fn may_start(&mut self, FunctionRef { module, function }: FunctionRef) -> bool {
        self.rest_on_text(module);
        let summary = self.engine.summary(module);
        summary.calls_inside(summary.function(function).scope).any(|site| !self.only_creates(module, site))
    }

    /// Returns whether a call certainly calls a class, a constructor or a function of the module `builtins`.
    fn only_creates(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let called = self.called(module, site);
        !called.is_empty()
            && called.into_iter().all(|part| match part {
                Type::Class(_) => true,
                Type::Function(callee) => {
                    let FunctionRef { module, function } = self.function_of(callee);
                    let summary = self.engine.summary(module);
                    let name = summary.name(summary.function(function).name);
                    self.engine.module_name(module) == "builtins" || named(name).has(Role::Constructs)
                }
                _ => false,
            })
    }

    /// Returns whether a class certainly has none of these members.
    fn lacks_all(&mut self, class: ClassRef, names: &[&str]) -> bool {
        names.iter().all(|name| self.certainly_lacks(class, name))
    }

    /// Returns whether a class certainly has no special method for a use as an operand, container, iterable or callable.
    fn lacks_protocol(&mut self, class: ClassRef, used: &UseKind) -> bool {
        match used {
            UseKind::Operand => self.lacks_all(class, Role::Operator.names()),
            UseKind::Item => self.lacks_all(class, &["__getitem__"]),
            UseKind::Iteration | UseKind::Unpacking => self.lacks_all(class, Role::MakesIterable.names()),
            UseKind::Call => self.lacks_all(class, &["__call__"]),
            _ => false,
        }
    }
}

/// Returns whether a method passes its first parameter to a call.
fn passes_receiver(summary: &Summary, method: FunctionId) -> bool {
    let definition = summary.function(method);
    let Some(receiver) = definition.parameters.first() else { return false };
    let is_receiver = |argument: &Argument| matches!(summary.expression(argument.value), Expression::Name(name) if name == receiver.name);
    let mut calls = summary.calls_inside(definition.scope);
    calls.any(|site| summary.arguments_of(site.expression).unwrap_or_default().iter().any(is_receiver))
}
