//! What is said of things that two event loops share, and of those that cannot be shut down.

use super::running::{findings, run, says};
use crate::support::environment::python;

/// A queue of the loop of one fixture, for which a test waits on a loop of its own.
const CROSSING: &str = "import asyncio

import pytest


@pytest.fixture
def loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def test_a(loop):
    task = loop.create_task(asyncio.sleep(0))
    loop.run_until_complete(task)
    future = loop.create_future()

    async def use():
        await future

    other = asyncio.new_event_loop()
    try:
        other.run_until_complete(use())
    finally:
        other.close()
";

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn both_loops_and_the_object_are_shown_where_they_were_made() {
    let python = python();
    let output = run(&python, &[("test_a.py", CROSSING)], &["--color", "never"], &["-q"]);
    let report = String::from_utf8_lossy(&output.stdout);
    let report = &report[report.find("warning[").unwrap()..];
    let report = report.replace("_WindowsSelectorEventLoop", "_UnixSelectorEventLoop");
    let exception = report.lines().find(|line| line.contains("the exception: ")).unwrap();
    assert!(exception.contains("attached to a different loop"), "{exception}");
    let without: Vec<&str> = report.lines().filter(|line| *line != exception).collect();
    expect_test::expect![[r#"
        warning[loop-bound-object-shared]: `Future` of one event loop is used on another one
          --> test_a.py:19:9
           |
        18 |     async def use():
        19 |         await future
           |         ^^^^^^^^^^^^
        20 |
        21 |     other = asyncio.new_event_loop()
           |
           = note: seen in `test_a.py::test_a` (call)
           = note: noticed when the exception was raised
        note: the `Future` was made in `test_a.py::test_a` (call)
          --> test_a.py:16:5
           |
        16 |     future = loop.create_future()
           |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        note: its event loop, a `_UnixSelectorEventLoop`, was made in `test_a.py::test_a` (setup of fixture loop)
          --> test_a.py:8:5
           |
         8 |     loop = asyncio.new_event_loop()
           |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        note: the running event loop, a `_UnixSelectorEventLoop`, was made in `test_a.py::test_a` (call)
          --> test_a.py:21:5
           |
        21 |     other = asyncio.new_event_loop()
           |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        note: called from `test_a`
          --> test_a.py:23:9
           |
        23 |         other.run_until_complete(use())
           |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

        why tests failed

        1. RuntimeError: Task <Task … got Future … attached to a different loop  1 test
        of             asyncio
        in             pytest
        cause          An object belongs to one event loop and is used on another. A module, a cache or a fixture with a
                       wider scope keeps the object, and each test runs on a loop of its own.
        cure           Run the tests and fixtures that share the object on one loop: set `asyncio_default_test_loop_scope`
                       and `asyncio_default_fixture_loop_scope` to `session` (pytest-asyncio 0.26 and newer), or set the
                       same `loop_scope` on them. Or create the object for each test, in a fixture.
        look at        objects at module level, and the async fixtures that the test uses; `loopmend loops` shows the loop
                       of each
        tests          test_a.py::test_a  test_a.py:19

        loopmend saw 1 warning in 1 test."#]].assert_eq(&without.join("\n"));
}

/// A task that swallows its cancellation, in a test that ends.
const HANGING: &str = "import asyncio

async def poll():
    while True:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            pass

def test_a():
    async def main():
        task = asyncio.create_task(poll())
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0)

    asyncio.run(main())
";

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_run_that_hangs_tells_which_task_goes_on() {
    let python = python();
    let options = ["--output-format", "json", "--timeout", "8"];
    let output = run(&python, &[("test_a.py", HANGING)], &options, &[]);
    assert!(says(&output, "pytest did not finish within 8 seconds"), "{output:?}");
    let mut found = findings(&output);
    // Before Python 3.11 a task does not say that it was cancelled, and so it is one that was left behind besides.
    found.retain(|finding| finding["rule"] != "task-leak" || finding["line"] != 12);
    let [finding] = &found[..] else { panic!("one thing is wrong: {found:?}") };
    let (line, waits) = (&finding["line"], &finding["related"][0]["frames"][0]["line"]);
    assert_eq!((&finding["rule"], &finding["how"]), (&"swallowed-cancellation".into(), &"hanging".into()));
    assert_eq!((line.as_u64(), waits.as_u64()), (Some(12), Some(6)), "{finding:?}");
    assert_eq!(finding["born"]["test"], "test_a.py::test_a");
}
