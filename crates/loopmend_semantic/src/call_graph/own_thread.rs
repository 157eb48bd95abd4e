//! Objects that are bound to the thread that uses them.

/// Names of things that raise, behave differently or are unsafe in another thread
/// (docs.python.org/3/library/asyncio-dev.html, signal.html, os.html, contextvars.html, sys.html,
/// threading.html; docs.aiohttp.org/en/stable/client_reference.html; tornadoweb.org/en/stable/ioloop.html).
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

/// Returns whether something of this name may depend on the calling thread.
pub(crate) fn is_of_the_thread(name: &str) -> bool {
    OF_THE_THREAD.contains(&name)
}
