//! `loopmend test`, on suites whose mistakes are written down in `tests/observed/expected.json`: rule, test, phase and line.
//!
//! The tests run in the environment that `cargo xtask probes --environment` makes.

mod again;
mod compared;
mod expected;
mod facts;
mod finalizers;
mod loops;
mod marker;
mod processes;
mod running;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::support::environment::python;
use expected::{Expected, assert_as_written_down};
use running::{command, copy, findings, root, run, says};

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_was_written_down_is_seen_and_nothing_else() {
    let python = python();
    let text = fs::read_to_string(root().join("tests/observed/expected.json")).unwrap();
    let expected: BTreeMap<String, BTreeSet<Expected>> = serde_json::from_str(&text).unwrap();
    for (suite, expected) in expected {
        let directory = tempfile::tempdir().unwrap();
        copy(&root().join("tests").join(&suite), directory.path());
        assert_as_written_down(&suite, directory.path(), &python, &expected);
    }
}

/// The probe files whose bug shows when they run; the scripts among them are run as `__main__`.
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn the_bugs_of_probe_files_are_seen_when_they_run() {
    let python = python();
    let (probes, wrapped) = (root().join("tests/probes"), root().join("tests/probes_run"));
    let expected = fs::read_to_string(wrapped.join("expected.json")).unwrap();
    let directory = tempfile::tempdir().unwrap();
    copy(&wrapped, directory.path());
    copy(&probes, directory.path());
    for name in ["a", "b", "e", "k", "support"] {
        fs::create_dir(directory.path().join(name)).unwrap();
        copy(&probes.join(name), &directory.path().join(name));
    }
    assert_as_written_down("probes", directory.path(), &python, &serde_json::from_str(&expected).unwrap());
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn the_report_shows_the_line_the_test_and_who_noticed() {
    let python = python();
    let suite = [(
        "test_a.py",
        "import gc\n\n\nasync def save():\n    pass\n\n\ndef test_culprit():\n    cycle = [save()]\n    cycle.append(cycle)\n\n\n\
         def test_innocent():\n    gc.collect()\n",
    )];
    let output = run(&python, &suite, &["--color", "never"], &["-q"]);
    assert_eq!(output.status.code(), Some(1));
    let report = String::from_utf8_lossy(&output.stdout);
    let report = &report[report.find("error[").unwrap()..];
    expect_test::expect![[r#"
        error[unawaited-coroutine]: coroutine `save` was never awaited: its body did not run
          --> test_a.py:9:5
           |
         8 | def test_culprit():
         9 |     cycle = [save()]
           |     ^^^^^^^^^^^^^^^^
        10 |     cycle.append(cycle)
           |
           = note: made in `test_a.py::test_culprit` (call)
           = note: noticed when it was garbage-collected, in `test_a.py::test_innocent`, an unrelated test
        note: `save` is defined here
          --> test_a.py:4:1
           |
         4 | async def save():
           | ^^^^^^^^^^^^^^^^^

        loopmend saw 1 error in 2 tests.
    "#]]
    .assert_eq(report);
}

const LEAK: &str = "import asyncio\n\n\ndef test_leak():\n    async def main():\n        asyncio.create_task(asyncio.sleep(60))\n\n    asyncio.run(main())\n";

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_warning_fails_where_that_is_asked_for() {
    let python = python();
    let suite = [("test_a.py", LEAK)];
    assert_eq!(run(&python, &suite, &[], &[]).status.code(), Some(0));
    assert_eq!(run(&python, &suite, &["--fail-on", "task-leak"], &[]).status.code(), Some(1));
    let settings = [("test_a.py", LEAK), ("loopmend.toml", "[rules]\ntask-leak = \"error\"\n")];
    assert_eq!(run(&python, &settings, &[], &[]).status.code(), Some(1));
    let unknown = run(&python, &suite, &["--fail-on", "busy-wait"], &[]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(says(&unknown, "`busy-wait` in `--fail-on` is not a rule of `loopmend test`"));
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_comment_and_the_settings_hide_what_is_known() {
    let python = python();
    let with_comment = LEAK.replace("sleep(60))", "sleep(60))  # loopmend: ignore[task-leak]");
    let output = run(&python, &[("test_a.py", &with_comment)], &["--output-format", "json"], &[]);
    assert_eq!(findings(&output), [] as [Value; 0]);
    let settings = [("test_a.py", LEAK), ("loopmend.toml", "[rules]\ntask-leak = \"ignore\"\n")];
    let without = run(&python, &settings, &["--output-format", "json"], &[]);
    assert_eq!(findings(&without), [] as [Value; 0]);
    let marker = "import pytest\n\n\n@pytest.mark.loopmend(allow=['task-leak'])\ndef test_leak";
    let marked = run(&python, &[("test_a.py", &LEAK.replace("\ndef test_leak", marker))], &[], &[]);
    for output in [output, without, marked] {
        let words =
            "1 finding left out: expected by the suite, or allowed by a marker, a comment or the settings";
        assert!(says(&output, words), "{output:?}");
    }
}

#[cfg(unix)]
const PATIENT: &str = "import pytest, signal

@pytest.fixture
def server():
    yield
    print('torn down', flush=True)

def test_a(server):
    print('runs', flush=True)
    signal.pause()
";

#[cfg(unix)]
const STUBBORN: &str = "import signal

def test_a():
    signal.signal(signal.SIGINT, lambda *_: print('stays', flush=True))
    print('runs', flush=True)
    while True:
        signal.pause()
";

/// Sends signals to loopmend, the next one when a line is printed that ends in its word, and gives its status and the lines after that.
#[cfg(unix)]
fn interrupted(python: &Path, suite: &str, signals: &[(&str, &str)]) -> (Option<i32>, Vec<String>) {
    use std::io::{BufRead, BufReader};
    use std::os::unix::process::CommandExt;
    use std::process::Stdio;
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("test_it.py"), suite).unwrap();
    let mut child = command(directory.path(), python, &[], &["-s"])
        .process_group(0)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    for (word, signal) in signals {
        assert!(lines.any(|line| line.ends_with(word)), "nothing says `{word}`");
        let killed = Command::new("kill").args([*signal, &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
    }
    let rest = lines.collect();
    (child.wait().unwrap().code(), rest)
}

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn an_interrupt_reaches_pytest_and_a_second_one_ends_it() {
    let python = python();
    for signal in ["-INT", "-TERM"] {
        let (status, lines) = interrupted(&python, PATIENT, &[("runs", signal)]);
        assert_eq!(status, Some(130), "{signal}");
        assert!(lines.iter().any(|line| line.ends_with("torn down")), "{signal}: {lines:?}");
    }
    let (status, lines) = interrupted(&python, STUBBORN, &[("runs", "-INT"), ("stays", "-INT")]);
    assert_eq!(status, Some(130), "{lines:?}");
}

/// A file, the options of loopmend and of pytest, the exit status, and what is said.
type Case = (&'static str, &'static [&'static str], &'static [&'static str], i32, &'static str);

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn how_a_suite_ends_is_said() {
    let python = python();
    let cases: [Case; 9] = [
        (
            "def test_a():\n    assert False\n",
            &[],
            &[],
            1,
            "saw no event-loop bug in 1 test, of which 1 failed",
        ),
        (
            "import os\ndef test_a():\n    os._exit(0)\n",
            &[],
            &[],
            1,
            "pytest ended before its session did while `test_it.py::test_a` ran",
        ),
        (
            "import os, signal\ndef test_a():\n    os.kill(os.getpid(), signal.SIGSEGV)\n",
            &[],
            &["-p", "no:faulthandler"],
            1,
            "pytest was killed by signal 11 while `test_it.py::test_a` ran",
        ),
        (
            "import time\ndef test_a():\n    time.sleep(600)\n",
            &["--timeout", "12"],
            &[],
            1,
            "pytest did not finish within 12 seconds and was stopped while `test_it.py::test_a` ran",
        ),
        (
            "import os, shutil\ndef test_a():\n    shutil.rmtree(os.environ['LOOPMEND_PROBE_DIRECTORY'])\n",
            &[],
            &[],
            2,
            "something removed the directory of the probe during the run",
        ),
        ("import nothing_of_this_name\n", &[], &[], 2, "could not collect all tests"),
        ("", &[], &[], 2, "pytest found no tests"),
        ("", &[], &["--no-such-option"], 2, "pytest rejected its command line"),
        ("", &[], &["-p", "no_such_plugin"], 2, "pytest ended before the probe could start"),
    ];
    for (text, options, arguments, status, words) in cases {
        let output = run(&python, &[("test_it.py", text)], options, arguments);
        assert_eq!(output.status.code(), Some(status), "{text}");
        assert!(says(&output, words), "{text}: {words}\n{output:?}");
        assert!(!says(&output, "saw nothing wrong"), "{text}: {output:?}");
    }
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn an_internal_error_of_another_plugin_is_said() {
    let python = python();
    let conftest = "def pytest_runtest_protocol(item):\n    raise RuntimeError('a bad plugin')\n";
    let suite = [("conftest.py", conftest), ("test_a.py", "def test_a():\n    pass\n")];
    let output = run(&python, &suite, &[], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(says(&output, "pytest failed with an internal error"), "{output:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn an_interpreter_without_pytest_is_named() {
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    let environment = directory.path().join("bare");
    let made = Command::new(&python).args(["-m", "venv", "--without-pip"]).arg(&environment).status();
    assert!(made.unwrap().success());
    let bare = environment.join("bin/python");
    let output = run(&bare, &[("test_a.py", "")], &[], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(says(&output, "has no pytest; install it"), "{output:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_pytest_that_cannot_be_imported_is_named() {
    let python = python();
    let suite = [("pytest.py", "raise ImportError('half installed')\n"), ("test_a.py", "")];
    let output = run(&python, &suite, &[], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(says(&output, "cannot import its pytest: ImportError: half installed"), "{output:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_holds_the_loop_is_seen_where_that_is_asked_for() {
    let python = python();
    let text = "import asyncio\nimport time\n\n\ndef work():\n    end = time.perf_counter() + 1\n    while time.perf_counter() < end:\n        \
                pass\n\n\ndef test_computes():\n    async def main():\n        work()\n\n    asyncio.run(main())\n\n\n\
                def test_sleeps():\n    async def main():\n        time.sleep(1)\n\n    asyncio.run(main())\n\n\n\
                def test_waits():\n    asyncio.run(asyncio.sleep(1))\n";
    let places = |options: &[&str]| -> Vec<(String, u64)> {
        let output = run(&python, &[("test_a.py", text)], options, &[]);
        let found = findings(&output);
        assert!(found.iter().all(|it| it["rule"] == "blocking-call-in-async"), "{found:?}");
        let place =
            |it: &Value| (it["born"]["test"].as_str().unwrap().to_owned(), it["line"].as_u64().unwrap());
        found.iter().map(place).collect()
    };
    assert_eq!(places(&["--output-format", "json"]), []);
    let seen = places(&["--output-format", "json", "--blocking=500"]);
    let computes = |line: &u64| [7, 8].contains(line);
    assert!(
        matches!(&seen[..], [(first, line), (second, 20)]
        if first == "test_a.py::test_computes" && computes(line) && second == "test_a.py::test_sleeps"),
        "{seen:?}"
    );
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn nothing_is_left_behind() {
    let python = python();
    let temporary = tempfile::tempdir().unwrap();
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("test_a.py"), LEAK).unwrap();
    let mut command = command(directory.path(), &python, &[], &[]);
    assert!(command.env("TMPDIR", temporary.path()).output().unwrap().status.success());
    let left =
        |path: &Path| fs::read_dir(path).unwrap().map(|it| it.unwrap().file_name()).collect::<Vec<_>>();
    assert_eq!(left(temporary.path()), [] as [&str; 0]);
    assert_eq!(left(directory.path()), ["test_a.py"]);
}

const SHARED: [(&str, &str); 2] = [
    (
        "shop.py",
        "import asyncio\n\nlock = asyncio.Lock()\n\n\nasync def buy():\n    async with lock:\n        await asyncio.sleep(0)\n",
    ),
    (
        "test_it.py",
        "import asyncio\n\nimport pytest\n\nfrom shop import buy\n\n\n@pytest.mark.asyncio\nasync def test_a():\n    \
         await asyncio.gather(buy(), buy())\n\n\n@pytest.mark.asyncio\nasync def test_b():\n    \
         await asyncio.gather(buy(), buy())\n",
    ),
];

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_test_that_fails_of_a_known_error_has_its_cause_and_the_line_of_the_project() {
    let output = run(&python(), &SHARED, &[], &[]);
    assert!(says(&output, "bound-to-different-loop") || says(&output, "is bound to a different event loop"));
    assert!(
        says(&output, "why tests failed") && says(&output, "`lock` keeps the result of `Lock`"),
        "{output:?}"
    );
    assert!(!says(&output, "saw nothing wrong"), "{output:?}");
    let output = run(&python(), &SHARED, &["--output-format", "json"], &[]);
    let known = &running::report(&output)["known_failures"][0];
    assert_eq!(known["id"], "bound-to-different-loop", "{known}");
    assert_eq!(known["tests"][0]["test"], "test_it.py::test_b", "{known}");
    assert_eq!(known["objects"][0]["name"], "lock", "{known}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn an_async_mock_that_the_loop_calls_is_one_of_the_test() {
    let test = "import asyncio\nfrom unittest.mock import AsyncMock\n\nimport pytest\n\n\n@pytest.mark.asyncio\nasync def test_fire():\n    \
                callee = AsyncMock()\n    asyncio.get_running_loop().call_soon(callee)\n    await asyncio.sleep(0)\n    \
                assert callee.called\n";
    let output = run(&python(), &[("test_it.py", test)], &["--output-format", "json"], &[]);
    let found = &findings(&output)[0];
    assert_eq!((&found["rule"], &found["line"]), (&"async-mock-not-awaited".into(), &9.into()), "{output:?}");
}

const ENDLESS: &str = "import asyncio
import pathlib


async def save():
    pass


def drop(many):
    for _ in range(many):
        save()


def lose(many):
    async def main():
        for _ in range(many):
            asyncio.create_task(asyncio.sleep(60))

    asyncio.run(main())


def break_off():
    raise ValueError('again')


def fail(many):
    async def main():
        for _ in range(many):
            asyncio.get_running_loop().call_soon(break_off)
        await asyncio.sleep(0)

    asyncio.run(main())


def open_loops(many):
    for _ in range(many):
        asyncio.new_event_loop().run_until_complete(save())


def test_all():
    for repeat in (drop, lose, fail, open_loops):
        repeat(1050)


def test_writes_little():
    [events] = pathlib.Path(__import__('os').environ['LOOPMEND_PROBE_DIRECTORY']).glob('*.jsonl')
    assert events.stat().st_size < 200_000
";

/// The first findings of a place and test are written, and all are counted.
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_happens_without_end_is_counted() {
    let python = python();
    let output =
        run(&python, &[("test_a.py", ENDLESS)], &["--output-format", "json"], &["-p", "no:randomly"]);
    assert!(says(&output, "2 passed"), "{output:?}");
    let times = |it: &Value| (it["rule"].as_str().unwrap().to_owned(), it["times"].as_u64().unwrap());
    let found: BTreeMap<_, _> = findings(&output).iter().map(times).collect();
    let rules = ["unawaited-coroutine", "task-leak", "unhandled-loop-exception", "event-loop-never-closed"];
    assert_eq!(found, rules.map(|rule| (rule.to_owned(), 1050)).into(), "{output:?}");
    let limits = running::report(&output)["limits"].to_string();
    assert!(
        limits.contains("further event loops ran in `test_a.py::test_all` and are not listed"),
        "{limits}"
    );
    let output = run(&python, &[("test_a.py", ENDLESS)], &["--color", "never"], &["-p", "no:randomly"]);
    assert!(says(&output, "made in `test_a.py::test_all` (call), 20 times and 1,030 more"), "{output:?}");
}

/// The count is there although the process is killed.
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_process_that_is_killed_has_counted() {
    let killed = "import os\nimport signal\n\n\nasync def save():\n    pass\n\n\ndef test_it():\n    for _ in range(1000):\n        \
                  save()\n    os.kill(os.getpid(), signal.SIGKILL)\n";
    let output = run(&python(), &[("test_a.py", killed)], &["--output-format", "json"], &[]);
    let times: Vec<_> = findings(&output).iter().map(|it| it["times"].clone()).collect();
    assert_eq!(times, [1000], "{output:?}");
}

#[cfg(unix)]
const BUSY: [(&str, &str); 4] = [
    ("print('runs', flush=True)\nwhile True: pass\n", "collection"),
    ("def test_a():\n    print('runs', flush=True)\n    while True: print('x' * 100)\n", "prints"),
    (
        "import asyncio\n\ndef test_a():\n    async def main():\n        print('runs', flush=True)\n        \
         while True:\n            asyncio.create_task(asyncio.sleep(0))\n            await asyncio.sleep(0)\n    asyncio.run(main())\n",
        "starts tasks",
    ),
    (
        "import pytest\n\n@pytest.fixture\ndef never():\n    print('runs', flush=True)\n    while True: pass\n\n\
         def test_a(never):\n    pass\n",
        "fixture",
    ),
];

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn an_interrupt_ends_what_never_ends() {
    let python = python();
    for (suite, what) in BUSY {
        let (status, _) = interrupted(&python, suite, &[("runs", "-INT")]);
        assert_eq!(status, Some(130), "{what}");
    }
}
