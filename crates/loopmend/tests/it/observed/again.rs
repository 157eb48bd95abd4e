//! `loopmend test --stacks`: what a second run of the tests with findings shows, as it is written down in `tests/stacks/expected.json`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Output;

use serde::Deserialize;
use serde_json::Value;

use super::running::{copy, findings, loopmend, report, root, run, says};
use crate::support::environment::python;

/// One finding with its stack, less what libraries do.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    rule: String,
    test: String,
    stack: Vec<String>,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// A finding of a suite in `directory` as it is written down.
fn seen(finding: &Value, directory: &Path) -> Expected {
    let stack = finding["stack"].as_array().unwrap_or_else(|| panic!("no second run: {finding}"));
    let frame = |frame: &Value| {
        let path = Path::new(frame["file"].as_str().unwrap()).strip_prefix(directory).ok()?;
        Some(format!("{}:{} {}", path.display(), frame["line"], text(&frame["function"])))
    };
    Expected {
        rule: text(&finding["rule"]),
        test: text(&finding["born"]["test"]),
        stack: stack.iter().filter_map(frame).collect(),
    }
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn stacks_are_those_that_were_written_down() {
    let python = python();
    let text = fs::read_to_string(root().join("tests/stacks/expected.json")).unwrap();
    let expected: BTreeSet<Expected> = serde_json::from_str(&text).unwrap();
    let directory = tempfile::tempdir().unwrap();
    let top = directory.path().canonicalize().unwrap();
    copy(&root().join("tests/stacks"), &top);
    let output = loopmend(&top, &python, &["--stacks", "--output-format", "json"], &["-q"]);
    let found: BTreeSet<Expected> = findings(&output).iter().map(|finding| seen(finding, &top)).collect();
    assert_eq!(found, expected);
    assert_eq!(output.status.code(), Some(1));
    assert!(says(&output, "running 15 tests again, without the other tests"), "{output:?}");
    let once = loopmend(&top, &python, &["--output-format", "json"], &["-q"]);
    assert!(findings(&once).iter().all(|finding| finding["stack"] == Value::Null), "{once:?}");
}

/// What is said behind pytest's own output.
fn shown(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout);
    text[text.find("error[").unwrap()..].to_owned()
}

const HELPER: &str = "import asyncio


async def save():
    pass


def make():
    return save()
";

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn the_report_shows_the_calls_and_folds_libraries() {
    let python = python();
    let tests = "import asyncio\n\nfrom helper import make\n\n\ndef test_a():\n    async def main():\n        make()\n\n    asyncio.run(main())\n\n\n\
                 def test_b():\n    make()\n";
    let suite = [("helper.py", HELPER), ("test_a.py", tests)];
    let output = run(&python, &suite, &["--color", "never", "--stacks"], &["-q"]);
    let report = shown(&output).replace("11 calls", "some calls");
    let lines: Vec<&str> = report.lines().filter(|line| line.contains("note: ")).collect();
    let through = lines.iter().find(|line| line.contains("through")).unwrap();
    assert!(
        through.starts_with("note: called from `test_a`, through ")
            && through.ends_with(" calls in `asyncio`")
    );
    let rest: Vec<&&str> = lines.iter().filter(|line| *line != through).collect();
    let expected = [
        "   = note: made in `test_a.py::test_a` (call)",
        "   = note: made in `test_a.py::test_b` (call)",
        "   = note: noticed when it was garbage-collected",
        "   = note: only the first stack is shown; 1 other stack led here, listed by `--output-format json`",
        "note: called from `main`",
        "note: `save` is defined here",
    ];
    assert_eq!(rest, expected.iter().collect::<Vec<_>>());
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_hint_tells_of_the_option_where_it_would_show_more() {
    let python = python();
    let hint = "`--stacks` runs the tests with findings again, and shows all calls that led to 1 finding.";
    let with_helper =
        [("helper.py", HELPER), ("test_a.py", "from helper import make\n\n\ndef test_a():\n    make()\n")];
    assert!(says(&run(&python, &with_helper, &[], &["-q"]), hint));
    assert!(!says(&run(&python, &with_helper, &["--stacks"], &["-q"]), "--stacks"));
    assert!(!says(&run(&python, &with_helper, &["--quiet"], &["-q"]), "--stacks"));
    let at_once =
        [("helper.py", HELPER), ("test_a.py", "from helper import save\n\n\ndef test_a():\n    save()\n")];
    assert!(!says(&run(&python, &at_once, &[], &["-q"]), "--stacks"));
}

/// A test that leaves something, and ends the process, or waits, when it runs for the second time.
fn second_time(action: &str) -> String {
    format!(
        "import os\nimport signal\nimport time\n\nfrom helper import make\n\n\ndef test_a():\n    make()\n    if os.path.exists('ran'):\n        \
         {action}\n    open('ran', 'w').close()\n"
    )
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_becomes_of_the_second_run_is_said_and_the_first_one_counts() {
    let python = python();
    let cases = [
        (
            "os._exit(7)",
            &[][..],
            "the second run: pytest ended before its session did while `test_a.py::test_a` ran",
            1,
        ),
        (
            "time.sleep(600)",
            &["--timeout", "12"],
            "the second run: pytest did not finish within 12 seconds",
            1,
        ),
        ("os.kill(os.getppid(), signal.SIGINT); time.sleep(600)", &[], "the second run: interrupted", 130),
        ("assert False", &[], "running 1 test again", 1),
    ];
    for (action, options, words, status) in cases {
        let suite = [("helper.py", HELPER), ("test_a.py", &*second_time(action))];
        let output = run(&python, &suite, &[options, &["--stacks"]].concat(), &["-q"]);
        assert!(says(&output, words), "{action}: {output:?}");
        assert!(says(&output, "coroutine `save` was never awaited"), "{action}: {output:?}");
        assert_eq!(output.status.code(), Some(status), "{action}: {output:?}");
    }
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_first_run_without_findings_or_cut_short_is_the_only_one() {
    let python = python();
    let clean = run(&python, &[("test_a.py", "def test_a():\n    pass\n")], &["--stacks"], &["-q"]);
    assert!(!says(&clean, "again, without") && clean.status.success(), "{clean:?}");
    let stopped = "import os, signal, time\nfrom helper import make\n\n\ndef test_a():\n    make()\n\n\ndef test_b():\n    \
                   os.kill(os.getppid(), signal.SIGINT)\n    time.sleep(600)\n";
    let output = run(&python, &[("helper.py", HELPER), ("test_a.py", stopped)], &["--stacks"], &["-q"]);
    assert!(!says(&output, "again, without") && output.status.code() == Some(130), "{output:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn the_first_run_keeps_its_reports_its_cache_and_its_options() {
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(directory.path().join(name), text).unwrap();
    write("helper.py", HELPER);
    let tests = "import os\n\nfrom helper import make\n\n\ndef test_a():\n    make()\n    assert os.path.exists('ran')\n\n\ndef test_b():\n    make()\n    assert False\n\n\n\
                 def test_c():\n    open('ran', 'w').close()\n    assert False\n";
    write("test_a.py", tests);
    let arguments =
        ["-q", "--junitxml", "junit.xml", "--maxfail", "3", "-p", "cacheprovider", "-o", "cache_dir=kept"];
    let output = loopmend(directory.path(), &python, &["--stacks", "--output-format", "json"], &arguments);
    assert!(findings(&output).iter().all(|it| it["stack"].as_array().is_some_and(|stack| stack.len() == 2)));
    let junit = fs::read_to_string(directory.path().join("junit.xml")).unwrap();
    assert!(junit.contains("tests=\"3\""), "{junit}");
    let cached = fs::read_to_string(directory.path().join("kept/v/cache/lastfailed")).unwrap();
    assert!(["test_a", "test_b", "test_c"].iter().all(|test| cached.contains(test)), "{cached}");
    let report = report(&output);
    assert_eq!((report["tests"].as_u64(), report["facts"].as_array().unwrap().len()), (Some(3), 3));
    fs::remove_file(directory.path().join("ran")).unwrap();
    let failed = loopmend(directory.path(), &python, &["--stacks"], &["-q", "-x"]);
    assert!(says(&failed, "running 1 test again") && says(&failed, "called from `test_a`"), "{failed:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_test_whose_name_changes_is_told_of() {
    let python = python();
    let tests = "import os\n\nimport pytest\nfrom helper import make\n\n\n@pytest.mark.parametrize('number', [os.getpid()])\ndef test_a(number):\n    make()\n";
    let suite = [("helper.py", HELPER), ("test_a.py", tests)];
    let output = run(&python, &suite, &["--stacks", "--output-format", "json"], &["-q"]);
    assert_eq!(findings(&output)[0]["stack"], Value::Null);
    assert!(says(&output, "1 test had another name in the second run"), "{output:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_a_file_makes_when_it_is_collected_is_seen_again() {
    let python = python();
    let suite = [
        ("helper.py", HELPER),
        ("test_a.py", "from helper import make\n\nmake()\n\n\ndef test_a():\n    pass\n"),
    ];
    let output = run(&python, &suite, &["--stacks", "--output-format", "json"], &["-q"]);
    let directory = Path::new("/");
    let stack = seen(&findings(&output)[0], directory).stack;
    assert!(stack.len() >= 2 && stack[1].ends_with("test_a.py:3 <module>"), "{stack:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn workers_and_coverage_are_of_the_first_run_alone() {
    let python = python();
    let tests = "import os\n\nfrom helper import make\n\n\ndef test_a():\n    make()\n    with open('workers', 'a') as file:\n        \
                 file.write(os.environ.get('PYTEST_XDIST_WORKER', 'none') + '\\n')\n\n\ndef test_b():\n    pass\n";
    for arguments in [&["-q", "-n", "2"][..], &["-q", "-n", "2", "--cov=helper", "--cov-report=xml"]] {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("helper.py"), HELPER).unwrap();
        fs::write(directory.path().join("test_a.py"), tests).unwrap();
        let output = loopmend(directory.path(), &python, &["--stacks", "--output-format", "json"], arguments);
        if says(&output, "unrecognized arguments") {
            continue; // there is no such plugin
        }
        let found = findings(&output);
        assert_eq!(found[0]["stack"].as_array().map(Vec::len), Some(2), "{found:?}");
        let workers = fs::read_to_string(directory.path().join("workers")).unwrap();
        let workers: Vec<&str> = workers.lines().collect();
        assert!(matches!(workers[..], [first, "none"] if first.starts_with("gw")), "{workers:?}");
        assert!(!says(&output, "the second run:"), "{output:?}");
    }
}
