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

impl LoopFunction {
    /// Describes a function, by what its fields say.
    pub const fn new(
        definition: &'static str,
        name: &'static str,
        called: &'static str,
        takes_loop: bool,
    ) -> Self {
        Self { definition, name, called, takes_loop }
    }
}

/// `asyncio.ensure_future`, which also accepts a loop that is set but not running
/// (docs.python.org/3/library/asyncio-future.html#asyncio.ensure_future).
pub const ENSURE_FUTURE: &LoopFunction =
    &LoopFunction::new("asyncio.tasks.ensure_future", "asyncio.ensure_future", "ensure_future", false);

/// The functions that get the running event loop before anything else. `asyncio.ensure_future` and
/// `asyncio.gather` are not included: before Python 3.14 a loop that is only set is enough for them.
pub const LOOP_FUNCTIONS: &[LoopFunction] = &[
    // docs.python.org/3/library/asyncio-task.html#creating-tasks
    LoopFunction::new("asyncio.tasks.create_task", "asyncio.create_task", "create_task", false),
    // docs.python.org/3/library/asyncio-eventloop.html#asyncio.get_running_loop
    LoopFunction::new("_asyncio.get_running_loop", "asyncio.get_running_loop", "get_running_loop", false),
    LoopFunction::new(
        "asyncio.events.get_running_loop",
        "asyncio.get_running_loop",
        "get_running_loop",
        false,
    ),
    // docs.python.org/3/library/asyncio-task.html#introspection
    LoopFunction::new("_asyncio.current_task", "asyncio.current_task", "current_task", true),
    LoopFunction::new("asyncio.tasks.current_task", "asyncio.current_task", "current_task", true),
    LoopFunction::new("asyncio.tasks.all_tasks", "asyncio.all_tasks", "all_tasks", true),
];
