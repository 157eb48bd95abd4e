//! Parameters that await their argument, or the result of calling it. Each table row follows its source.

use loopmend_catalog::{Role, named};
use loopmend_project::Origin;

use super::given::Given;
use super::slots::last_part;
use super::{ClassRef, FunctionRef, Inference, Type};

/// How a slot uses its argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwaitingKind {
    /// It runs a coroutine.
    Coroutine,
    /// It awaits an awaitable.
    Awaitable,
    /// It calls a function and awaits the result.
    Function,
    /// It calls a function and awaits the result at the end of an `async with`.
    ExitStack,
    /// It calls a function on the event loop and awaits the result, on request of another thread.
    Portal,
}

impl AwaitingKind {
    /// Returns whether the slot takes a function, rather than an awaitable.
    pub fn calls(self) -> bool {
        matches!(self, Self::Function | Self::ExitStack | Self::Portal)
    }
}

/// A parameter that is awaited.
#[derive(Debug)]
pub struct AwaitingSlot {
    /// The module and qualified name of the function or method in its stub or library.
    definition: &'static str,
    /// The documented name.
    pub name: &'static str,
    /// The last part of the documented name, under which it is called.
    pub called: &'static str,
    /// The parameter; `None` if any number of arguments is accepted.
    pub parameter: Option<&'static str>,
    /// How the slot uses its argument.
    pub kind: AwaitingKind,
}

const fn slot(
    definition: &'static str,
    name: &'static str,
    parameter: Option<&'static str>,
    kind: AwaitingKind,
) -> AwaitingSlot {
    AwaitingSlot { definition, name, called: last_part(name), parameter, kind }
}

use AwaitingKind::{Awaitable, Coroutine, ExitStack, Function, Portal};

/// All known slots. Each takes the first argument, or all arguments.
pub static AWAITING_SLOTS: &[AwaitingSlot] = &[
    // docs.python.org/3/library/asyncio-runner.html
    slot("asyncio.runners.run", "asyncio.run", Some("main"), Coroutine),
    slot("asyncio.runners.Runner.run", "Runner.run", Some("coro"), Coroutine),
    // docs.python.org/3/library/asyncio-task.html#creating-tasks
    slot("asyncio.tasks.create_task", "asyncio.create_task", Some("coro"), Coroutine),
    // docs.python.org/3/library/asyncio-task.html#asyncio.TaskGroup.create_task
    slot("asyncio.taskgroups.TaskGroup.create_task", "TaskGroup.create_task", Some("coro"), Coroutine),
    // docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.create_task
    slot("asyncio.events.AbstractEventLoop.create_task", "loop.create_task", Some("coro"), Coroutine),
    // docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.run_until_complete
    slot(
        "asyncio.events.AbstractEventLoop.run_until_complete",
        "loop.run_until_complete",
        Some("future"),
        Awaitable,
    ),
    // docs.python.org/3/library/asyncio-task.html#asyncio.run_coroutine_threadsafe
    slot(
        "asyncio.tasks.run_coroutine_threadsafe",
        "asyncio.run_coroutine_threadsafe",
        Some("coro"),
        Coroutine,
    ),
    // docs.python.org/3/library/asyncio-future.html#asyncio.ensure_future
    slot("asyncio.tasks.ensure_future", "asyncio.ensure_future", Some("coro_or_future"), Awaitable),
    // docs.python.org/3/library/asyncio-task.html#running-tasks-concurrently
    slot("asyncio.tasks.gather", "asyncio.gather", None, Awaitable),
    // docs.python.org/3/library/asyncio-task.html#shielding-from-cancellation
    slot("asyncio.tasks.shield", "asyncio.shield", Some("arg"), Awaitable),
    // docs.python.org/3/library/asyncio-task.html#asyncio.wait_for
    slot("asyncio.tasks.wait_for", "asyncio.wait_for", Some("fut"), Awaitable),
    // docs.python.org/3/library/contextlib.html#contextlib.AsyncExitStack.push_async_callback
    slot(
        "contextlib.AsyncExitStack.push_async_callback",
        "AsyncExitStack.push_async_callback",
        Some("callback"),
        ExitStack,
    ),
    // anyio.readthedocs.io/en/stable/api.html#anyio.run
    slot("anyio._core._eventloop.run", "anyio.run", Some("func"), Function),
    // anyio.readthedocs.io/en/stable/api.html#anyio.abc.TaskGroup
    slot("anyio.abc._tasks.TaskGroup.start_soon", "TaskGroup.start_soon", Some("func"), Function),
    // anyio.readthedocs.io/en/stable/api.html#anyio.from_thread.run
    slot("anyio.from_thread.run", "anyio.from_thread.run", Some("func"), Portal),
    // trio.readthedocs.io/en/stable/reference-core.html#trio.run
    slot("trio._core._run.run", "trio.run", Some("async_fn"), Function),
    // trio.readthedocs.io/en/stable/reference-core.html#trio.Nursery.start_soon
    slot("trio._core._run.Nursery.start_soon", "Nursery.start_soon", Some("async_fn"), Function),
    // trio.readthedocs.io/en/stable/reference-core.html#trio.from_thread.run
    slot("trio._threads.from_thread_run", "trio.from_thread.run", Some("afn"), Portal),
];

/// A function whose calls are not awaitable, or which is passed instead of a coroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainFunction {
    /// The function.
    pub function: FunctionRef,
    /// The number of bound parameters: one for a bound method.
    pub bound: usize,
}

impl Inference<'_> {
    /// Returns which of some slots is called, if one of these types is.
    pub fn called_awaiting_slot(
        &mut self,
        called: &[Type],
        slots: &[&'static AwaitingSlot],
    ) -> Option<&'static AwaitingSlot> {
        let slot = slots.iter().copied().find(|slot| self.is_named(called.first().copied(), slot))?;
        called.iter().all(|part| self.is_named(Some(*part), slot)).then_some(slot)
    }

    fn is_named(&mut self, called: Option<Type>, slot: &AwaitingSlot) -> bool {
        let Some(Type::Function(callee)) = called else { return false };
        self.path_of_function(self.function_of(callee)) == slot.definition
            || self.is_method_of(callee, slot.definition)
    }

    /// Returns the function that a value is, if it can be nothing else.
    pub fn function_itself(&mut self, value: Type) -> Option<PlainFunction> {
        let [Type::Function(callee)] = *self.parts(value) else { return None };
        let function = self.function_of(callee);
        let is_known = !self.is_doubtful(callee)
            && !self.is_given_by_callers()
            && self.engine.origin(function.module) != Origin::ThirdParty
            && !self.is_of_mock(Some(function));
        let bound = usize::from(self.class_of_callee(callee).is_some());
        is_known.then_some(PlainFunction { function, bound })
    }

    /// Returns the plain `def` that a value is, if its calls are not awaitable. Returns `None` for a method
    /// that a subclass overrides, or that is only a placeholder, because an override may return something
    /// else.
    pub fn unawaitable_function(&mut self, value: Type) -> Option<PlainFunction> {
        let plain = self.function_itself(value)?;
        let [Type::Function(callee)] = *self.parts(value) else { return None };
        let summary = self.summary(plain.function.module);
        let definition = summary.function(plain.function.function);
        if definition.is_async || definition.is_generator {
            return None;
        }
        let is_own = self.engine.origin(plain.function.module) == Origin::FirstParty;
        if let Some((class, name)) = self.bound_method(callee)
            && (definition.is_placeholder && is_own
                || self.has_open_order(class)
                || self.is_replaced_in_subclass(class, name))
        {
            return None;
        }
        let given = self.call(value, &Given::open());
        let is_plain = self.is_no_awaitable(given) && !self.is_given_by_callers();
        (is_plain && !self.may_return_coroutine(callee)).then_some(plain)
    }

    /// Returns whether a value is known not to be awaitable.
    fn is_no_awaitable(&mut self, value: Type) -> bool {
        let parts = self.parts(value);
        !parts.is_empty()
            && parts.into_iter().all(|part| match part {
                Type::None | Type::Plain | Type::Tuple(_) => true,
                Type::Instance(class, _) => !self.instance_may_be_awaited(class),
                _ => false,
            })
    }

    /// Returns whether an instance of a class may be awaitable. It is a coroutine under another name, or a
    /// generator, which asyncio accepted before Python 3.12.
    fn instance_may_be_awaited(&mut self, class: ClassRef) -> bool {
        self.may_be_coroutine(class)
            || self.engine.module_name(class.module) == "unittest.mock"
            || named(self.class_name(class)).has(Role::GeneratorType)
    }
}
