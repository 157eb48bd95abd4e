//! Tasks, futures and other objects that are awaited for their values.

use loopmend_catalog::{Role, named};
use loopmend_core::{Confidence, Place};
use loopmend_index::summary::{Argument, CallSite, Expression, FunctionId, Summary};
use loopmend_python::stack::grow_stack_for_step;
use loopmend_semantic::File;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::file::fate::UseKind;
use loopmend_semantic::file::{Call, Coroutine};
use loopmend_semantic::infer::{ClassRef, FunctionRef, Inference, Type};

/// An object with `__await__`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AwaitableObject {
    /// The name of its class.
    pub(crate) name: String,
    /// The definition of the class, if its text can be shown.
    pub(crate) definition: Option<Place>,
    /// Whether the object is an `asyncio.Future` or a task, whose work continues without `await`.
    pub(crate) is_future: bool,
    /// `true` for the future of a call in another thread or process.
    pub(crate) is_of_thread: bool,
    /// The confidence that the call returns such an object.
    pub(crate) confidence: Confidence,
    /// Whether the call creates the object, so that no other code has a reference to it.
    pub(crate) is_made: bool,
    class: ClassRef,
}

/// Returns the awaitable object that a call in an `async def` returns. Coroutines are none, nor are objects that hold one and are
/// awaited in its place.
pub(crate) fn awaitable_object(file: &mut File, call: &Call) -> Option<AwaitableObject> {
    if call.site.expects_exception || !file.can_await(call) || !may_return_object(file, call) {
        return None;
    }
    object_of_call(file, call)
}

/// Returns the future that a call returns, where the `async def` around it returns that in turn.
pub(crate) fn returned_future(file: &mut File, call: &Call) -> Option<AwaitableObject> {
    if call.site.expects_exception || !makes_future(file, call) && !file.calls_name_of_project(call) {
        return None;
    }
    object_of_call(file, call).filter(|object| object.is_future)
}

fn object_of_call(file: &mut File, call: &Call) -> Option<AwaitableObject> {
    let (module, scope) = (file.module(), call.scope());
    let value = file.inference_mut().expression(module, scope, call.site.expression);
    let confidence = match file.inference().is_given_by_callers() {
        true => Confidence::Likely,
        false => Confidence::Certain,
    };
    let class = class_of_awaitable(file, value)?;
    let inference = file.inference_mut();
    let is_future = inference.is_future(class);
    if !is_future && inference.holds_coroutine(class) {
        return None;
    }
    let name = inference.class_name(class).to_owned();
    let is_made = makes_awaitable(file, call, class);
    Some(AwaitableObject {
        name,
        definition: file.place_of_class(class),
        is_future,
        is_of_thread: is_future && file.summary().last_roles(call.site.expression).has(Role::HandsToThread),
        confidence,
        is_made,
        class,
    })
}

/// Returns whether a call may return such an object, by its name: it makes a future, or the project has classes with `__await__` and
/// awaits calls of this name.
fn may_return_object(file: &mut File, call: &Call) -> bool {
    makes_future(file, call)
        || file.calls_name_of_project(call) && file.inference_mut().may_be_sync_method("__await__")
}

/// Returns whether a call makes a future, by its name.
fn makes_future(file: &File, call: &Call) -> bool {
    let roles = file.summary().last_roles(call.site.expression);
    [Role::StartsTask, Role::MakesFuture, Role::ReturnsFuture].into_iter().any(|role| roles.has(role))
}

/// Returns whether a name holds only such objects at a byte offset. The name is resolved in the scope of the call.
pub(crate) fn is_awaitable_object_at(
    file: &mut File,
    call: &Call,
    name: &str,
    offset: u32,
    object: &AwaitableObject,
) -> bool {
    let (module, scope) = (file.module(), call.scope());
    let value = file.inference_mut().name_at(module, scope, name, offset);
    class_of_awaitable(file, value) == Some(object.class)
}

fn class_of_awaitable(file: &mut File, value: Type) -> Option<ClassRef> {
    let Type::Instance(class, _) = value else { return None };
    let inference = file.inference_mut();
    let is_known = !inference.has_open_order(class) && inference.has_member(class, "__await__");
    is_known.then_some(class)
}

/// Returns whether an awaitable object cannot be used in this way: its class has nothing for it.
pub(crate) fn lacks_use(file: &mut File, object: &AwaitableObject, used: &UseKind) -> bool {
    if let UseKind::Attribute(name) = used {
        let is_known = name.starts_with("__") || named(name.as_str()).has(Role::FutureAttribute);
        return object.is_future
            && !is_known
            && lacks_all(file.inference_mut(), object.class, &[name])
            // Any attribute can be set on a future.
            && !file.is_set_anywhere(name);
    }
    let mut lacks = |names: &[&str]| lacks_all(file.inference_mut(), object.class, names);
    match used {
        UseKind::Condition | UseKind::Fallback => {
            (object.is_future || object.is_made) && lacks(Role::TellsTruth.names())
        }
        UseKind::Comparison | UseKind::Formatting | UseKind::Key => object.is_of_thread,
        UseKind::Iteration | UseKind::Unpacking if object.is_future => true,
        UseKind::Given(function) => {
            let needs_value = named(function.as_str()).has(Role::TakesValues)
                && !named(function.as_str()).has(Role::ShowsArgument);
            needs_value && lacks(Role::Operator.names()) && file.is_builtin(function)
        }
        used => lacks_protocol(file.inference_mut(), object.class, used),
    }
}

/// Returns whether the object that holds a coroutine, and is awaited in its place, cannot be used in this way.
pub(crate) fn object_lacks_use(file: &mut File, coroutine: &Coroutine, used: &UseKind) -> bool {
    let Some(class) = coroutine.object else { return false };
    let inference = file.inference_mut();
    match used {
        UseKind::Attribute(name) => !name.starts_with("__") && inference.certainly_lacks(class, name),
        used => lacks_protocol(inference, class, used),
    }
}

/// Returns whether a name holds only such an object at a byte offset. The name is resolved in the scope of the call.
pub(crate) fn holds_object_at(
    file: &mut File,
    call: &Call,
    name: &str,
    offset: u32,
    coroutine: &Coroutine,
) -> bool {
    let (module, scope) = (file.module(), call.scope());
    let Some(class) = coroutine.object else { return false };
    let value = file.inference_mut().name_at(module, scope, name, offset);
    matches!(value, Type::Instance(of, _) if of == class)
}

/// Returns whether the work of an awaitable object may start without `await`: it is a future, or creating it may start something.
pub(crate) fn may_start_without_await(file: &mut File, call: &Call, object: &AwaitableObject) -> bool {
    let (module, class) = (file.module(), object.class);
    let inference = file.inference_mut();
    if object.is_future || arguments_may_start(inference, module, call) {
        return true;
    }
    inference.begin();
    let order = inference.mro(class);
    if order.iter().flatten().any(|(ancestor, _)| constructor_may_start(inference, *ancestor)) {
        return true;
    }
    // A method of the object itself only builds it.
    let called = inference.called_functions(module, &call.site);
    called
        .into_iter()
        .any(|function| inference.class_of(function) != Some(class) && may_start(inference, function))
}

/// Returns whether a call makes an awaitable object of the project for this place alone, so that nothing else awaits it.
fn makes_awaitable(file: &mut File, call: &Call, class: ClassRef) -> bool {
    let module = file.module();
    let summary = file.summary();
    let is_own = file.engine().is_mutable(class.module);
    let [called] = file.inference_mut().called(module, &call.site)[..] else { return false };
    is_own
        && match called {
            Type::Class(made) => made == class,
            Type::Function(callee) => {
                let receiver = summary.method_call(call.site.expression).map(|(receiver, _)| receiver);
                let inner = receiver.and_then(|receiver| file.call_at(summary.span(receiver)));
                let is_further_step =
                    inner.is_some_and(|inner| grow_stack_for_step(|| makes_awaitable(file, &inner, class)));
                is_further_step || file.inference_mut().constructs(callee, class)
            }
            _ => false,
        }
}

/// Returns whether a call in an argument may start something.
fn arguments_may_start(inference: &mut Inference, module: ModuleId, call: &Call) -> bool {
    let summary = inference.engine().summary(module);
    let arguments = summary.arguments_of(call.site.expression).unwrap_or_default();
    let is_inside = |site: &&CallSite| {
        let span = summary.span(site.expression);
        arguments.iter().any(|argument| summary.span(argument.value).contains(span))
    };
    summary.calls.iter().filter(is_inside).any(|site| !only_creates(inference, module, site))
}

/// Returns whether a constructor that a class defines may start something, or passes its object on.
fn constructor_may_start(inference: &mut Inference, class: ClassRef) -> bool {
    let summary = inference.engine().summary(class.module);
    let scope = summary.class(class.class).scope;
    let constructors = Role::Constructs.names().iter().flat_map(|name| summary.functions_named(scope, name));
    constructors.into_iter().any(|function| {
        may_start(inference, FunctionRef { module: class.module, function })
            || passes_receiver(summary, function)
    })
}

/// Returns whether a function calls anything but classes and builtins.
fn may_start(inference: &mut Inference, FunctionRef { module, function }: FunctionRef) -> bool {
    inference.rest_on_text(module);
    let summary = inference.engine().summary(module);
    summary.calls_inside(summary.function(function).scope).any(|site| !only_creates(inference, module, site))
}

/// Returns whether a call certainly calls a class, a constructor or a function of the module `builtins`.
fn only_creates(inference: &mut Inference, module: ModuleId, site: &CallSite) -> bool {
    let called = inference.called(module, site);
    !called.is_empty()
        && called.into_iter().all(|part| match part {
            Type::Class(_) => true,
            Type::Function(callee) => {
                let FunctionRef { module, function } = inference.function_of(callee);
                let summary = inference.engine().summary(module);
                let name = summary.name(summary.function(function).name);
                inference.engine().module_name(module) == "builtins" || named(name).has(Role::Constructs)
            }
            _ => false,
        })
}

/// Returns whether a class certainly has none of these members.
fn lacks_all(inference: &mut Inference, class: ClassRef, names: &[&str]) -> bool {
    names.iter().all(|name| inference.certainly_lacks(class, name))
}

/// Returns whether a class certainly has no special method for a use as an operand, container, iterable or callable.
fn lacks_protocol(inference: &mut Inference, class: ClassRef, used: &UseKind) -> bool {
    match used {
        UseKind::Operand => lacks_all(inference, class, Role::Operator.names()),
        UseKind::Item => lacks_all(inference, class, &["__getitem__"]),
        UseKind::Iteration | UseKind::Unpacking => lacks_all(inference, class, Role::MakesIterable.names()),
        UseKind::Call => lacks_all(inference, class, &["__call__"]),
        _ => false,
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
