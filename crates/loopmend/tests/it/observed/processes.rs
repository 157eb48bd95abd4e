//! Suites whose processes end early, multiply, or are disturbed: what was seen until then is told.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use super::running::{command, findings, report, run, says};
use crate::support::environment::python;

const AS_JSON: [&str; 2] = ["--output-format", "json"];

/// A test that forgets to await.
const FORGETS: &str = "async def save():\n    pass\n\n\ndef test_forgets():\n    save()\n";

/// The tests that made what was seen.
fn tests(output: &Output) -> Vec<String> {
    findings(output).iter().map(|it| it["born"]["test"].as_str().unwrap().to_owned()).collect()
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_worker_that_is_killed_is_named_with_its_signal_and_test() {
    let python = python();
    let killed =
        "import os\nimport signal\n\n\ndef test_killed():\n    os.kill(os.getpid(), signal.SIGKILL)\n";
    let many = "import pytest\n\n\nasync def save():\n    pass\n\n\n@pytest.mark.parametrize('number', range(50))\n\
                def test_forgets(number):\n    save()\n";
    let suite = [("test_a.py", killed), ("test_b.py", many)];
    let output = run(&python, &suite, &AS_JSON, &["-n", "2"]);
    let report = report(&output);
    let ending = report["ending"].as_str().unwrap();
    assert!(ending.starts_with("worker gw"), "{ending}");
    assert!(ending.contains(" was killed by signal 9 while `test_a.py::test_killed` ran: "), "{ending}");
    let expected: BTreeSet<_> = (0..50).map(|number| format!("test_b.py::test_forgets[{number}]")).collect();
    assert_eq!(tests(&output).into_iter().collect::<BTreeSet<_>>(), expected);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_was_seen_before_a_process_ends_is_told() {
    let python = python();
    for end in ["os._exit(0)", "os.kill(os.getpid(), signal.SIGSEGV)", "os.kill(os.getpid(), signal.SIGKILL)"]
    {
        let text = format!("import os\nimport signal\n\n\n{FORGETS}\n\ndef test_ends():\n    {end}\n");
        let output = run(&python, &[("test_a.py", &text)], &AS_JSON, &["-p", "no:faulthandler"]);
        assert_eq!(tests(&output), ["test_a.py::test_forgets"], "{end}");
        assert!(says(&output, "while `test_a.py::test_ends` ran"), "{end}: {output:?}");
        assert_eq!(output.status.code(), Some(1), "{end}");
    }
}

/// A test with a child that forgets too, and that ends as children do.
const FORKS: &str = "import os

KEPT = []


async def save():
    pass


def test_forks():
    child = os.fork()
    if not child:
        KEPT.append(save())
        save()
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


def test_forgets():
    save()
";

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_child_of_a_test_tells_what_it_sees() {
    let python = python();
    let output = run(&python, &[("test_a.py", FORKS)], &AS_JSON, &[]);
    assert_eq!(tests(&output), ["test_a.py::test_forks", "test_a.py::test_forgets"]);
    assert!(!says(&output, "ended before its session did"), "{output:?}");
    let facts = &report(&output)["facts"];
    assert_eq!(facts.as_array().unwrap().len(), 2, "{facts}");
}

/// Runs each test in a child, as `--forked` does.
const IN_CHILDREN: &str = "import os

from _pytest.runner import runtestprotocol


def pytest_runtest_protocol(item, nextitem):
    child = os.fork()
    if not child:
        runtestprotocol(item, log=False)
        os._exit(0)
    os.waitpid(child, 0)
    return True
";

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_a_test_leaves_in_a_process_of_its_own_is_told_when_that_ends() {
    let python = python();
    let text = "import asyncio

import pytest

KEPT = []


async def save():
    pass


KEPT.append(save())


@pytest.fixture(scope='session')
def loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def test_keeps(loop):
    KEPT.append(save())


def test_leaves_a_loop(loop):
    KEPT.append(asyncio.new_event_loop())


def test_innocent(loop):
    loop.run_until_complete(save())
";
    let output = run(&python, &[("conftest.py", IN_CHILDREN), ("test_a.py", text)], &AS_JSON, &[]);
    assert_eq!(tests(&output), ["test_a.py", "test_a.py::test_keeps", "test_a.py::test_leaves_a_loop"]);
}

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_daemon_that_a_test_starts_is_not_waited_for() {
    let python = python();
    let place = tempfile::tempdir().unwrap();
    let daemon = "import os
import signal


def test_starts_a_daemon():
    daemon = os.fork()
    if daemon:
        with open(PLACE, 'w') as file:
            file.write(str(daemon))
    else:
        os.setsid()
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in range(3):
            os.dup2(null, descriptor)
        os.closerange(3, 1024)
        signal.alarm(600)
        signal.pause()


";
    let place = place.path().join("daemon");
    let text = format!("{}{FORGETS}", daemon.replace("PLACE", &format!("{place:?}")));
    let output = run(&python, &[("test_a.py", &text)], &AS_JSON, &[]);
    assert_eq!(tests(&output), ["test_a.py::test_forgets"]);
    let killed = Command::new("kill").args(["-KILL", &fs::read_to_string(place).unwrap()]).status();
    assert!(killed.unwrap().success(), "the daemon was waited for");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_a_test_prints_is_no_matter() {
    let python = python();
    let noise = "import os\nimport sys\n\n\ndef test_prints():\n    for stream in sys.stdout, sys.stderr:\n        \
                 stream.buffer.write(b'\\xff\\xfe\\x00{\\n' * 1000)\n        stream.flush()\n    os.write(1, bytes(range(256)))\n\n\n";
    let text = format!("{noise}{FORGETS}");
    for arguments in [&["-s"][..], &[]] {
        let output = run(&python, &[("test_a.py", &text)], &AS_JSON, arguments);
        assert_eq!(tests(&output), ["test_a.py::test_forgets"]);
    }
    let shown = run(&python, &[("test_a.py", &text)], &[], &["-s"]);
    assert_eq!(shown.status.code(), Some(1));
    assert!(says(&shown, "coroutine `save` was never awaited"), "{shown:?}");
}

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_project_and_a_home_that_cannot_be_written_are_enough() {
    use std::os::unix::fs::PermissionsExt;
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("test_a.py"), FORGETS).unwrap();
    let set_mode = |mode| {
        fs::set_permissions(directory.path(), fs::Permissions::from_mode(mode)).unwrap();
    };
    set_mode(0o555);
    let mut command = command(directory.path(), &python, &AS_JSON, &[]);
    let nowhere = directory.path().join("no/such/home");
    let output = command.env("HOME", &nowhere).env("XDG_CACHE_HOME", &nowhere).output().unwrap();
    set_mode(0o755);
    assert_eq!(tests(&output), ["test_a.py::test_forgets"]);
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "nothing is written");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn two_runs_at_once_do_not_disturb_each_other() {
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    let text = "import pytest\n\n\nasync def save():\n    pass\n\n\n@pytest.mark.parametrize('number', range(200))\n\
                def test_forgets(number):\n    save()\n";
    fs::write(directory.path().join("test_a.py"), text).unwrap();
    let start = || {
        let mut command = command(directory.path(), &python, &AS_JSON, &["-q"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let (first, second) = (start(), start());
    let (first, second) = (first.wait_with_output().unwrap(), second.wait_with_output().unwrap());
    assert_eq!(tests(&first).len(), 200);
    assert_eq!(tests(&first), tests(&second));
}

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_was_seen_before_an_interrupt_is_told() {
    let python = python();
    let text = format!(
        "import os\nimport signal\n\n\n{FORGETS}\n\ndef test_waits():\n    os.kill(os.getppid(), signal.SIGINT)\n    signal.pause()\n"
    );
    let output = run(&python, &[("test_a.py", &text)], &AS_JSON, &[]);
    assert_eq!(output.status.code(), Some(130));
    assert_eq!(tests(&output), ["test_a.py::test_forgets"]);
    assert_eq!(report(&output)["ending"], Value::from("interrupted"));
}

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_limit_of_time_ends_a_test_while_the_probe_reads_its_source() {
    let python = python();
    let text = "\
import ast
import asyncio
import signal

import pytest


async def goes_on():
    while True:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            pass


async def start():
    task = asyncio.create_task(goes_on())
    await asyncio.sleep(0.01)
    return task


def give_up(_signal, _frame):
    pytest.fail('too late')


def test_goes_on(monkeypatch):
    parse = ast.parse

    def parse_late(*arguments):
        monkeypatch.undo()
        try:
            signal.raise_signal(signal.SIGALRM)
            return parse(*arguments)
        except pytest.fail.Exception as failed:
            raise SystemError('what the handler raised is lost') from failed

    signal.signal(signal.SIGALRM, give_up)
    monkeypatch.setattr(ast, 'parse', parse_late)
    asyncio.run(start())
";
    let output = run(&python, &[("test_a.py", text)], &["--timeout", "60"], &[]);
    assert!(says(&output, "too late") && says(&output, "1 failed"), "{output:?}");
}

/// A module that is imported before anything else, with the line that removes a hook.
fn without_hook(remove: &str, suite: &str) -> Output {
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("sitecustomize.py"), remove).unwrap();
    fs::write(directory.path().join("test_a.py"), suite).unwrap();
    let mut command = command(directory.path(), &python, &[], &[]);
    command.env("PYTHONPATH", directory.path()).output().unwrap()
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn an_interpreter_without_a_hook_is_told_of() {
    let tells = "this interpreter does not say which coroutine was never awaited";
    let cases = [
        ("import warnings\n\ndel warnings._warn_unawaited_coroutine\n", tells),
        ("import sys\n\ndel sys.set_coroutine_origin_tracking_depth\n", tells),
        (
            "from asyncio.base_events import BaseEventLoop\n\ndel BaseEventLoop._asyncgen_firstiter_hook\n",
            "asyncio's loops have no `_asyncgen_firstiter_hook` here, and what it tells is not seen",
        ),
    ];
    for (remove, words) in cases {
        let output = without_hook(remove, "async def save():\n    pass\n\n\ndef test_a():\n    save()\n");
        assert!(says(&output, words), "{remove}: {output:?}");
        assert!(!says(&output, "the probe failed"), "{remove}: {output:?}");
        let sees = !words.starts_with("this interpreter");
        assert_eq!(says(&output, "coroutine `save` was never awaited"), sees, "{remove}: {output:?}");
    }
}
