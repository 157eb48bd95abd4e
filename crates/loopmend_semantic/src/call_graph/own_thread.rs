//! Objects that are bound to the thread that uses them.

/// What raises in another thread, means something else there, or is not safe there (docs.python.org/3/library/asyncio-dev.html,
/// signal.html, os.html, contextvars.html, sys.html, threading.html; docs.aiohttp.org/en/stable/client_reference.html; tornadoweb.org/en/stable/ioloop.html).
const OF_THE_THREAD: [&str; 24] = [
    "ClientSession",
    "TCPConnector",
    "add_signal_handler",
    "call_at",
    "call_later",
    "call_soon",
    "cancel",
    "chdir",
    "create_task",
    "current",
    "current_task",
    "ensure_future",
    "exc_info",
    "gather",
    "get_event_loop",
    "get_running_loop",
    "local",
    "put_nowait",
    "release",
    "set",
    "set_exception",
    "set_result",
    "signal",
    "wrap_future",
];

/// Whether what has this name may need the thread that calls it.
pub(crate) fn is_of_the_thread(name: &str) -> bool {
    OF_THE_THREAD.contains(&name)
}
