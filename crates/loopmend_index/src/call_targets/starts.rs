//! Calls that start an event loop.

/// The library that runs a coroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Library {
    /// asyncio, or a loop with its interface.
    Asyncio,
    /// trio.
    Trio,
}

/// A function that starts an event loop, and raises if one is running.
pub struct RunFunction {
    /// The module and qualified name.
    pub definition: &'static str,
    /// The documented name.
    pub name: &'static str,
    /// The last part of the documented name.
    pub called: &'static str,
    /// The library in whose running loops it refuses to start; `None` if it refuses in any running loop.
    pub refuses: Option<Library>,
    /// Whether the first argument is the awaitable itself, rather than a function that returns it.
    pub takes_awaitable: bool,
}

const fn runs(
    definition: &'static str,
    name: &'static str,
    called: &'static str,
    refuses: Option<Library>,
    takes_awaitable: bool,
) -> RunFunction {
    RunFunction { definition, name, called, refuses, takes_awaitable }
}

const OF_ASYNCIO: Option<Library> = Some(Library::Asyncio);

/// The function whose result starts an event loop when called.
pub const MAKES_START: &str = "asgiref.sync.async_to_sync";

/// The functions that start an event loop.
pub const RUN_FUNCTIONS: &[RunFunction] = &[
    // docs.python.org/3/library/asyncio-runner.html
    runs("asyncio.runners.run", "asyncio.run", "run", OF_ASYNCIO, true),
    runs("asyncio.runners.Runner.run", "Runner.run", "run", OF_ASYNCIO, false),
    // docs.python.org/3/library/asyncio-eventloop.html#running-and-stopping-the-loop
    runs(
        "asyncio.events.AbstractEventLoop.run_until_complete",
        "run_until_complete",
        "run_until_complete",
        OF_ASYNCIO,
        true,
    ),
    runs(
        "asyncio.base_events.BaseEventLoop.run_until_complete",
        "run_until_complete",
        "run_until_complete",
        OF_ASYNCIO,
        true,
    ),
    runs("asyncio.events.AbstractEventLoop.run_forever", "run_forever", "run_forever", OF_ASYNCIO, false),
    runs("asyncio.base_events.BaseEventLoop.run_forever", "run_forever", "run_forever", OF_ASYNCIO, false),
    // github.com/MagicStack/uvloop#using-uvloop
    runs("uvloop.run", "uvloop.run", "run", OF_ASYNCIO, true),
    // anyio.readthedocs.io/en/stable/api.html#anyio.run
    runs("anyio._core._eventloop.run", "anyio.run", "run", None, false),
    // trio.readthedocs.io/en/stable/reference-core.html#trio.run
    runs("trio._core._run.run", "trio.run", "run", Some(Library::Trio), false),
    // uvicorn.dev/#running-programmatically
    runs("uvicorn.main.run", "uvicorn.run", "run", OF_ASYNCIO, false),
    runs("uvicorn.server.Server.run", "uvicorn.Server.run", "run", OF_ASYNCIO, false),
    // docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.run_app
    runs("aiohttp.web.run_app", "aiohttp.web.run_app", "run_app", OF_ASYNCIO, false),
    // github.com/django/asgiref#function-wrappers
    runs("asgiref.sync.async_to_sync", "asgiref.sync.async_to_sync", "async_to_sync", OF_ASYNCIO, false),
];
