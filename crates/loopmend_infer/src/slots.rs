//! Parameters that call their argument without awaiting the result. Each table row follows its source.

use loopmend_index::summary::{BindingKind, ExpressionId, NameId, Overloads, ScopeId, Summary};
use loopmend_project::Origin;
use rustc_hash::FxHashMap;

use super::given::Given;
use super::{AwaitableSource, CalleeId, ClassRef, FunctionRef, Inference, Type};
use crate::engine::ModuleId;

/// How the result of calling a slot's argument is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// A coroutine calls the argument in a thread and returns the result.
    Thread,
    /// A future has the result; the call is made in another thread or process.
    Worker,
    /// The caller receives the result. The call is made in a thread or in turns.
    Call,
    /// Each result, for one of several values, is computed at once.
    Each,
    /// A future has each result, for one of several values.
    EachLater,
    /// Each result, for one of several values, is computed when it is requested.
    EachOnDemand,
    /// The event loop makes the call on request of another thread, which receives the result.
    Portal,
    /// A thread or process makes the call and discards the result.
    Run,
    /// The event loop makes the call and discards the result.
    LoopCallback,
    /// The event loop rejects a coroutine function, and discards the result of any other function.
    SignalCallback,
    /// The interpreter or another kind of event loop makes the call and discards the result.
    Callback,
    /// The call is made at the end of a test, and the result is discarded.
    Cleanup,
    /// The call is made at the end of a `with`, and the result is discarded.
    ExitStack,
    /// The call is made at the end of an `async with`, and the result is discarded.
    AsyncExitStack,
    /// The truth value of the result is tested.
    Truth,
    /// The result is compared with others.
    Key,
    /// The result is formatted into a string.
    Text,
    /// A coroutine calls the argument in a thread, and raises if the result is a coroutine.
    RefusingThread,
    /// The event loop makes the call on request of another thread, and raises if the result is a coroutine.
    RefusingPortal,
    /// A function of the project makes the call and discards the result.
    Function,
    /// A coroutine function is rejected. Other functions that return a coroutine are not reported.
    Wrapper,
}

impl SlotKind {
    /// Returns whether the event loop of the thread that passes the callable calls it.
    pub fn calls_on_loop(self) -> bool {
        matches!(self, Self::LoopCallback | Self::SignalCallback)
    }

    /// Returns whether the result of the call is discarded.
    pub fn drops(self) -> bool {
        matches!(
            self,
            Self::Run
                | Self::LoopCallback
                | Self::SignalCallback
                | Self::Callback
                | Self::Cleanup
                | Self::ExitStack
                | Self::AsyncExitStack
                | Self::Function
        )
    }
}

/// A parameter that calls its argument.
#[derive(Debug)]
pub struct Slot {
    /// The module and qualified name of the function, class or method in its stub or library.
    pub definition: &'static str,
    /// The documented name.
    pub name: &'static str,
    /// The last part of the documented name, under which it is called.
    called: &'static str,
    /// The parameter.
    pub parameter: &'static str,
    /// The index of the parameter, without `self`.
    pub place: usize,
    /// How the result of the call is used.
    pub kind: SlotKind,
}

/// The index of a keyword-only parameter.
const BY_NAME: usize = usize::MAX;

const fn slot(
    definition: &'static str,
    name: &'static str,
    (parameter, place): (&'static str, usize),
    kind: SlotKind,
) -> Slot {
    Slot { definition, name, called: last_part(name), parameter, place, kind }
}

/// Returns the part after the last dot.
pub(super) const fn last_part(name: &'static str) -> &'static str {
    let mut start = name.len();
    while start > 0 && name.as_bytes()[start - 1] != b'.' {
        start -= 1;
    }
    name.split_at(start).1
}

/// All known slots. Of several with one name, the first match counts.
static SLOTS: &[Slot] = &[
    // docs.python.org/3/library/asyncio-task.html#asyncio.to_thread
    slot("asyncio.threads.to_thread", "asyncio.to_thread", ("func", 0), SlotKind::Thread),
    // docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.run_in_executor
    slot(
        "asyncio.events.AbstractEventLoop.run_in_executor",
        "loop.run_in_executor",
        ("func", 1),
        SlotKind::Worker,
    ),
    // docs.python.org/3/library/asyncio-eventloop.html#scheduling-callbacks
    slot(
        "asyncio.events.AbstractEventLoop.call_soon",
        "loop.call_soon",
        ("callback", 0),
        SlotKind::LoopCallback,
    ),
    slot(
        "asyncio.events.AbstractEventLoop.call_soon_threadsafe",
        "loop.call_soon_threadsafe",
        ("callback", 0),
        SlotKind::LoopCallback,
    ),
    // docs.python.org/3/library/asyncio-eventloop.html#scheduling-delayed-callbacks
    slot(
        "asyncio.events.AbstractEventLoop.call_later",
        "loop.call_later",
        ("callback", 1),
        SlotKind::LoopCallback,
    ),
    slot("asyncio.events.AbstractEventLoop.call_at", "loop.call_at", ("callback", 1), SlotKind::LoopCallback),
    // docs.python.org/3/library/asyncio-eventloop.html#watching-file-descriptors
    slot(
        "asyncio.events.AbstractEventLoop.add_reader",
        "loop.add_reader",
        ("callback", 1),
        SlotKind::LoopCallback,
    ),
    slot(
        "asyncio.events.AbstractEventLoop.add_writer",
        "loop.add_writer",
        ("callback", 1),
        SlotKind::LoopCallback,
    ),
    // docs.python.org/3/library/asyncio-eventloop.html#unix-signals
    slot(
        "asyncio.events.AbstractEventLoop.add_signal_handler",
        "loop.add_signal_handler",
        ("callback", 1),
        SlotKind::SignalCallback,
    ),
    // docs.python.org/3/library/asyncio-eventloop.html#error-handling-api
    slot(
        "asyncio.events.AbstractEventLoop.set_exception_handler",
        "loop.set_exception_handler",
        ("handler", 0),
        SlotKind::LoopCallback,
    ),
    // docs.python.org/3/library/asyncio-future.html#asyncio.Future.add_done_callback
    slot("_asyncio.Future.add_done_callback", "add_done_callback", ("fn", 0), SlotKind::LoopCallback),
    // docs.python.org/3/library/concurrent.futures.html#concurrent.futures.Future.add_done_callback
    slot(
        "concurrent.futures._base.Future.add_done_callback",
        "add_done_callback",
        ("fn", 0),
        SlotKind::Callback,
    ),
    // docs.python.org/3/library/concurrent.futures.html#executor-objects
    slot("concurrent.futures._base.Executor.submit", "Executor.submit", ("fn", 0), SlotKind::Worker),
    slot("concurrent.futures._base.Executor.map", "Executor.map", ("fn", 0), SlotKind::Each),
    // docs.python.org/3/library/threading.html#thread-objects
    slot("threading.Thread", "threading.Thread", ("target", 1), SlotKind::Run),
    slot("threading.Timer", "threading.Timer", ("function", 1), SlotKind::Run),
    // docs.python.org/3/library/multiprocessing.html#process-and-exceptions
    slot("multiprocessing.context.Process", "multiprocessing.Process", ("target", 1), SlotKind::Run),
    slot("multiprocessing.context.SpawnProcess", "multiprocessing.Process", ("target", 1), SlotKind::Run),
    slot("multiprocessing.context.ForkProcess", "multiprocessing.Process", ("target", 1), SlotKind::Run),
    // docs.python.org/3/library/multiprocessing.html#multiprocessing.pool.Pool
    slot("multiprocessing.pool.Pool.apply", "Pool.apply", ("func", 0), SlotKind::Call),
    slot("multiprocessing.pool.Pool.apply_async", "Pool.apply_async", ("func", 0), SlotKind::Worker),
    slot("multiprocessing.pool.Pool.apply_async", "Pool.apply_async", ("callback", 3), SlotKind::Callback),
    slot(
        "multiprocessing.pool.Pool.apply_async",
        "Pool.apply_async",
        ("error_callback", 4),
        SlotKind::Callback,
    ),
    slot("multiprocessing.pool.Pool.map", "Pool.map", ("func", 0), SlotKind::Each),
    slot("multiprocessing.pool.Pool.map_async", "Pool.map_async", ("func", 0), SlotKind::EachLater),
    slot("multiprocessing.pool.Pool.imap", "Pool.imap", ("func", 0), SlotKind::Each),
    slot("multiprocessing.pool.Pool.imap_unordered", "Pool.imap_unordered", ("func", 0), SlotKind::Each),
    slot("multiprocessing.pool.Pool.starmap", "Pool.starmap", ("func", 0), SlotKind::Each),
    slot("multiprocessing.pool.Pool.starmap_async", "Pool.starmap_async", ("func", 0), SlotKind::EachLater),
    // docs.python.org/3/library/functions.html
    slot("builtins.map", "map", ("func", 0), SlotKind::EachOnDemand),
    slot("builtins.filter", "filter", ("function", 0), SlotKind::Truth),
    slot("builtins.sorted", "sorted", ("key", BY_NAME), SlotKind::Key),
    slot("builtins.min", "min", ("key", BY_NAME), SlotKind::Key),
    slot("builtins.max", "max", ("key", BY_NAME), SlotKind::Key),
    // docs.python.org/3/library/stdtypes.html#list.sort
    slot("builtins.list.sort", "list.sort", ("key", BY_NAME), SlotKind::Key),
    // docs.python.org/3/library/functools.html#functools.reduce
    slot("functools.reduce", "functools.reduce", ("function", 0), SlotKind::Call),
    // docs.python.org/3/library/itertools.html
    slot("itertools.takewhile", "itertools.takewhile", ("predicate", 0), SlotKind::Truth),
    slot("itertools.dropwhile", "itertools.dropwhile", ("predicate", 0), SlotKind::Truth),
    slot("itertools.filterfalse", "itertools.filterfalse", ("function", 0), SlotKind::Truth),
    slot("itertools.groupby", "itertools.groupby", ("key", 1), SlotKind::Key),
    slot("itertools.starmap", "itertools.starmap", ("function", 0), SlotKind::EachOnDemand),
    // docs.python.org/3/library/re.html#re.sub
    slot("re.sub", "re.sub", ("repl", 1), SlotKind::Text),
    slot("re.subn", "re.subn", ("repl", 1), SlotKind::Text),
    slot("re.Pattern.sub", "Pattern.sub", ("repl", 0), SlotKind::Text),
    slot("re.Pattern.subn", "Pattern.subn", ("repl", 0), SlotKind::Text),
    // docs.python.org/3/library/signal.html#signal.signal
    slot("signal.signal", "signal.signal", ("handler", 1), SlotKind::Callback),
    // docs.python.org/3/library/atexit.html#atexit.register
    slot("atexit.register", "atexit.register", ("func", 0), SlotKind::Callback),
    // docs.python.org/3/library/weakref.html#weakref.finalize
    slot("weakref.finalize", "weakref.finalize", ("func", 1), SlotKind::Callback),
    // docs.python.org/3/library/contextlib.html#contextlib.ExitStack.callback
    slot(
        "contextlib.AsyncExitStack.callback",
        "AsyncExitStack.callback",
        ("callback", 0),
        SlotKind::AsyncExitStack,
    ),
    slot("contextlib._BaseExitStack.callback", "ExitStack.callback", ("callback", 0), SlotKind::ExitStack),
    // docs.python.org/3/library/unittest.html#unittest.TestCase.addCleanup
    slot("unittest.case.TestCase.addCleanup", "addCleanup", ("function", 0), SlotKind::Cleanup),
    slot("unittest.case.TestCase.addClassCleanup", "addClassCleanup", ("function", 0), SlotKind::Cleanup),
    slot("unittest.case.addModuleCleanup", "unittest.addModuleCleanup", ("function", 0), SlotKind::Cleanup),
    // docs.python.org/3/library/tkinter.html, tcl.tk/man/tcl8.6/TclCmd/after.htm
    slot("tkinter.Misc.after", "after", ("func", 1), SlotKind::Callback),
    slot("tkinter.Misc.after_idle", "after_idle", ("func", 0), SlotKind::Callback),
    // anyio.readthedocs.io/en/stable/api.html#anyio.to_thread.run_sync
    slot("anyio.to_thread.run_sync", "anyio.to_thread.run_sync", ("func", 0), SlotKind::Thread),
    // anyio.readthedocs.io/en/stable/api.html#anyio.from_thread.run_sync
    slot("anyio.from_thread.run_sync", "anyio.from_thread.run_sync", ("func", 0), SlotKind::Portal),
    // trio.readthedocs.io/en/stable/reference-core.html#trio.to_thread.run_sync
    slot(
        "trio._threads.to_thread_run_sync",
        "trio.to_thread.run_sync",
        ("sync_fn", 0),
        SlotKind::RefusingThread,
    ),
    // trio.readthedocs.io/en/stable/reference-core.html#trio.from_thread.run_sync
    slot(
        "trio._threads.from_thread_run_sync",
        "trio.from_thread.run_sync",
        ("fn", 0),
        SlotKind::RefusingPortal,
    ),
    // www.starlette.io/threadpool/
    slot("starlette.concurrency.run_in_threadpool", "run_in_threadpool", ("func", 0), SlotKind::Thread),
    // docs.djangoproject.com/en/stable/topics/async/#sync-to-async
    slot("asgiref.sync.sync_to_async", "sync_to_async", ("func", 0), SlotKind::Wrapper),
];

impl Slot {
    /// Returns whether the call that gets the callable calls it before it returns.
    pub fn is_called_at_once(&self) -> bool {
        match self.kind {
            SlotKind::Key => self.called != "groupby",
            SlotKind::Text => true,
            SlotKind::Call => self.called == "reduce",
            _ => false,
        }
    }

    /// Returns whether there is a slot of this documented name or definition.
    pub fn is_known(path: &str) -> bool {
        SLOTS.iter().any(|slot| slot.definition == path || slot.name == path)
    }

    /// Returns the slots that are called under a name.
    pub fn called_as(called: &str) -> impl Iterator<Item = &'static Self> {
        SLOTS.iter().filter(move |slot| slot.called == called)
    }
}

/// Returns the names under which a module may call a slot, each with the last part of the slot's documented
/// name. These are the documented names and their import aliases.
pub fn names_of_slots(summary: &Summary) -> FxHashMap<NameId, &'static str> {
    let own = SLOTS.iter().filter_map(|slot| Some((summary.names.find(slot.called)?, slot.called)));
    let mut names: FxHashMap<NameId, &'static str> = own.collect();
    if names.is_empty() {
        return names;
    }
    let entries = summary.scopes.iter().flat_map(|scope| &scope.entries);
    let imported = entries.flat_map(|entry| {
        summary.bindings_in(*entry).iter().filter_map(|binding| match binding.kind {
            BindingKind::ImportFrom { name, .. } if name != entry.name => Some((entry.name, name)),
            _ => None,
        })
    });
    let aliases: Vec<_> = imported.filter_map(|(alias, name)| Some((alias, *names.get(&name)?))).collect();
    for (alias, called) in aliases {
        names.entry(alias).or_insert(called);
    }
    names
}

/// A callable that returns a coroutine.
pub struct AsyncCallable {
    /// The evidence that the result is a coroutine.
    pub source: AwaitableSource,
    /// The `async def` behind the callable.
    pub function: Option<FunctionRef>,
    /// Whether the value is the `async def` itself, rather than something that calls it.
    pub is_function: bool,
}

impl Inference<'_> {
    /// Returns the callable that is the value of an expression, if calling it creates a coroutine whatever
    /// the arguments. The evidence is an `async def` that was read, or an annotation. Callables passed by
    /// callers, mocks, overridden methods and unknown decorators do not count.
    pub fn async_callable(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        expression: ExpressionId,
    ) -> Option<AsyncCallable> {
        let value = self.expression(module, scope, expression);
        let made = self.call(value, &Given::open());
        let (source, function) = self.awaitable(made)?;
        let is_known = matches!(
            source,
            AwaitableSource::Definition | AwaitableSource::Carried | AwaitableSource::Annotation
        );
        let parts = self.parts(value);
        let is_kept = parts.iter().any(|part| self.keeps_what_it_returns(*part));
        if !is_known || is_kept || self.is_given_by_callers() || self.is_of_mock(function) {
            return None;
        }
        let is_async = |part: &Type| match part {
            Type::Function(callee) => Some(self.function_of(*callee)) == function,
            _ => false,
        };
        let is_function = parts.iter().all(is_async);
        Some(AsyncCallable { source, function, is_function })
    }

    /// Returns whether a plain function also stores the coroutine that it returns.
    fn keeps_what_it_returns(&mut self, callable: Type) -> bool {
        let Type::Function(callee) = callable else { return false };
        let function = self.function_of(callee);
        let definition = self.summary(function.module).function(function.function);
        !definition.is_async && definition.keeps_returned
    }

    /// Returns the project function that is called, if it calls some of its parameters and discards the
    /// results. Methods are excluded, because a subclass may override them.
    pub fn dropping_function(&mut self, called: &[Type]) -> Option<FunctionRef> {
        let [Type::Function(callee)] = *called else { return None };
        let function = self.function_of(callee);
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let is_known = definition.drops != 0
            && !definition.is_generator
            && definition.overloads == Overloads::None
            && summary.class_of(function.function).is_none()
            && !self.is_doubtful(callee);
        is_known.then_some(function)
    }

    pub(super) fn is_of_mock(&self, function: Option<FunctionRef>) -> bool {
        function.is_some_and(|function| self.engine.module_name(function.module) == "unittest.mock")
    }

    /// Returns which of some slots is called, if one of these types is.
    pub fn called_slot(&mut self, called: &[Type], slots: &[&'static Slot]) -> Option<&'static Slot> {
        let (first, others) = called.split_first()?;
        let slot = slots.iter().copied().find(|slot| self.is_slot(*first, slot))?;
        others.iter().all(|part| self.is_slot(*part, slot)).then_some(slot)
    }

    fn is_slot(&mut self, called: Type, slot: &Slot) -> bool {
        match called {
            Type::Class(class) => self.path_of_class(class) == slot.definition,
            Type::Function(callee) => {
                let is_slot = self.path_of_function(self.function_of(callee)) == slot.definition
                    || self.is_method_of(callee, slot.definition);
                is_slot && self.drops_what_cleanups_give(callee, slot)
            }
            _ => false,
        }
    }

    /// Returns the module and name of a class.
    pub fn path_of_class(&mut self, class: ClassRef) -> String {
        format!("{}.{}", self.engine.module_name(class.module), self.class_name(class))
    }

    /// Returns whether the callee is a standard library method that overrides a slot of a base class. Other
    /// subclasses may await the argument.
    pub(super) fn is_method_of(&mut self, callee: CalleeId, definition: &str) -> bool {
        let Some((receiver, method)) = self.bound_method(callee) else { return false };
        let Some((class, name)) = definition.rsplit_once('.') else { return false };
        let Some((module, class)) = class.rsplit_once('.') else { return false };
        name == method
            && self.engine.origin(self.function_of(callee).module) == Origin::StandardLibrary
            && self.inherits(receiver, module, class)
    }

    /// Returns whether a test case discards the results of its cleanups. The class belongs to `unittest`
    /// itself or to the project. `IsolatedAsyncioTestCase.addCleanup` awaits them (`_callMaybeAsync` in
    /// `unittest/async_case.py`), and other libraries may.
    fn drops_what_cleanups_give(&mut self, callee: CalleeId, slot: &Slot) -> bool {
        if slot.kind != SlotKind::Cleanup {
            return true;
        }
        let Some((receiver, method)) = self.bound_method(callee) else { return true };
        let order = self.mro(receiver);
        let is_known = order.iter().all(|place| {
            place.is_some_and(|(class, _)| self.engine.origin(class.module) != Origin::ThirdParty)
        });
        is_known
            && !(method == "addCleanup"
                && self.inherits(receiver, "unittest.async_case", "IsolatedAsyncioTestCase"))
    }
}
