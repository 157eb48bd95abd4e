//! Calls that need a running event loop.

/// A function that raises a `RuntimeError` if no event loop is running.
pub struct LoopFunction {
    /// The module and qualified name.
    pub definition: &'static str,
    /// The documented name.
    pub name: &'static str,
    /// The last part of the documented name.
    pub called: &'static str,
    /// Whether an argument makes a running loop unnecessary.
    pub takes_loop: bool,
}

/// Returns a function that needs a running loop.
pub const fn needs_loop(
    definition: &'static str,
    name: &'static str,
    called: &'static str,
    takes_loop: bool,
) -> LoopFunction {
    LoopFunction { definition, name, called, takes_loop }
}

/// `asyncio.ensure_future`, which also accepts a loop that is set but not running
/// (docs.python.org/3/library/asyncio-future.html#asyncio.ensure_future).
pub const ENSURE_FUTURE: &LoopFunction =
    &needs_loop("asyncio.tasks.ensure_future", "asyncio.ensure_future", "ensure_future", false);

/// The functions that get the running event loop before anything else. `asyncio.ensure_future` and
/// `asyncio.gather` are not included: before Python 3.14 a loop that is only set is enough for them.
pub const LOOP_FUNCTIONS: &[LoopFunction] = &[
    // docs.python.org/3/library/asyncio-task.html#creating-tasks
    needs_loop("asyncio.tasks.create_task", "asyncio.create_task", "create_task", false),
    // docs.python.org/3/library/asyncio-eventloop.html#asyncio.get_running_loop
    needs_loop("_asyncio.get_running_loop", "asyncio.get_running_loop", "get_running_loop", false),
    needs_loop("asyncio.events.get_running_loop", "asyncio.get_running_loop", "get_running_loop", false),
    // docs.python.org/3/library/asyncio-task.html#introspection
    needs_loop("_asyncio.current_task", "asyncio.current_task", "current_task", true),
    needs_loop("asyncio.tasks.current_task", "asyncio.current_task", "current_task", true),
    needs_loop("asyncio.tasks.all_tasks", "asyncio.all_tasks", "all_tasks", true),
];
