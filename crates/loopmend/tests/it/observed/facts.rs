//! What each test did, as it is written down in `tests/facts/expected.json`, and where it is told.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::running::{command, copy, loopmend, pytest, quiet, report, root, run, says};
use crate::support::environment::python;

/// What is to be known of one test.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    outcome: String,
    /// Nothing where it depends on the versions.
    tasks: Option<u64>,
    /// Its loops, by names that tests with the same loop share, with their scopes.
    loops: BTreeMap<String, String>,
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn each_test_has_the_facts_that_were_written_down() {
    let python = python();
    let text = fs::read_to_string(root().join("tests/facts/expected.json")).unwrap();
    let expected: BTreeMap<String, Expected> = serde_json::from_str(&text).unwrap();
    let directory = tempfile::tempdir().unwrap();
    copy(&root().join("tests/facts"), directory.path());
    let report = report(&loopmend(directory.path(), &python, &["--output-format", "json"], &["-q"]));
    let scopes: BTreeMap<&str, &str> =
        list(&report["loops"]).iter().map(|it| (text_of(&it["id"]), text_of(&it["scope"]))).collect();
    let mut names: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for test in list(&report["facts"]) {
        let name = text_of(&test["test"]);
        let wanted = expected.get(name).unwrap_or_else(|| panic!("{name} is not written down"));
        assert_eq!(text_of(&test["outcome"]), wanted.outcome, "{name}");
        assert!(wanted.tasks.is_none_or(|tasks| test["tasks"] == tasks), "{name}: {test}");
        assert!(test["duration"].as_f64().is_some_and(|seconds| seconds > 0.0), "{name}: {test}");
        assert_eq!((&test["held"], &test["memory_growth"]), (&Value::Null, &Value::Null), "{name}");
        let loops: Vec<&str> = list(&test["loops"]).iter().map(text_of).collect();
        let found: BTreeSet<&str> = loops.iter().map(|id| scopes[id]).collect();
        assert_eq!(found, wanted.loops.values().map(String::as_str).collect(), "{name}");
        assert_eq!(loops.len(), wanted.loops.len(), "{name}: {loops:?}");
        for id in loops {
            let of_scope = wanted.loops.iter().filter(|(_, scope)| *scope == scopes[id]);
            names.entry(id).or_default().extend(of_scope.map(|(name, _)| name.as_str()));
        }
        seen.insert(name);
    }
    assert_eq!(seen, expected.keys().map(String::as_str).collect());
    let shared: BTreeSet<&str> =
        expected.values().flat_map(|wanted| wanted.loops.keys().map(String::as_str)).collect();
    assert_eq!(names.len(), shared.len(), "each name is one loop: {names:?}");
}

/// A test that runs a loop, and one that runs none.
const TWO_FILES: [(&str, &str); 2] = [
    ("test_a.py", "import asyncio\n\n\ndef test_a():\n    asyncio.run(asyncio.sleep(0))\n"),
    ("test_b.py", "def test_b():\n    pass\n"),
];

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn memory_is_measured_where_that_is_asked_for() {
    let python = python();
    let text = "KEPT = []\n\n\ndef test_keeps():\n    KEPT.append(bytearray(b'x') * 64_000_000)\n\n\ndef test_small():\n    pass\n";
    let output = run(&python, &[("test_a.py", text)], &["--memory", "--output-format", "json"], &[]);
    let report = report(&output);
    let growth = |test: usize| report["facts"][test]["memory_growth"].as_i64().unwrap();
    assert!(growth(0) > 60_000_000 && growth(1) < 4_000_000, "{report}");
    assert!(report["processes"][0]["peak_memory"].as_u64().unwrap() > 64_000_000, "{report}");
    let shown = run(&python, &[("test_a.py", text)], &["--memory"], &[]);
    assert!(
        says(&shown, "memory grew most, peak ") && says(&shown, " MiB  test_a.py::test_keeps"),
        "{shown:?}"
    );
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn for_how_long_a_loop_was_held_is_known_where_somebody_looks() {
    let python = python();
    let text = "import asyncio\nimport time\n\n\ndef test_holds():\n    async def main():\n        time.sleep(0.5)\n\n    \
                asyncio.run(main())\n\n\ndef test_waits():\n    asyncio.run(asyncio.sleep(0.5))\n";
    let options = ["--blocking=5000", "--output-format", "json"];
    let report = report(&run(&python, &[("test_a.py", text)], &options, &[]));
    let held = |test: usize| report["facts"][test]["held"].as_f64().unwrap_or_default();
    assert!((0.3..=5.0).contains(&held(0)) && held(1) < 0.3, "{report}");
    assert_eq!(report["findings"], Value::Array(Vec::new()));
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn short_lists_are_shown_where_they_are_asked_for() {
    let python = python();
    let plain = run(&python, &TWO_FILES, &[], &["-q"]);
    assert!(!says(&plain, "most tasks"), "{plain:?}");
    let asked = run(&python, &TWO_FILES, &["--facts", "--color", "never"], &["-q"]);
    let text = String::from_utf8_lossy(&asked.stdout);
    let shown = &text[text.find("\n1 of 2 tests").unwrap()..];
    expect_test::expect![[r#"

        1 of 2 tests on 1 event loop: 1 function

        most tasks
          1  test_a.py::test_a

        loopmend saw nothing wrong in 2 tests.
    "#]]
    .assert_eq(shown);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_junit_report_has_them_as_properties_and_the_outcomes_stay() {
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    copy(&root().join("tests/facts"), directory.path());
    let cases = |path: &Path| -> BTreeMap<String, String> {
        let text = fs::read_to_string(path).unwrap();
        let cases = text.split("<testcase").skip(1);
        cases.map(|case| (attribute(case, "name"), case.to_owned())).collect()
    };
    let (plain, watched) = (directory.path().join("plain.xml"), directory.path().join("watched.xml"));
    pytest(directory.path(), &python, &["-q", "--junitxml", plain.to_str().unwrap()]);
    loopmend(directory.path(), &python, &[], &["-q", "--junitxml", watched.to_str().unwrap()]);
    let (plain, watched) = (cases(&plain), cases(&watched));
    assert_eq!(plain.keys().collect::<Vec<_>>(), watched.keys().collect::<Vec<_>>());
    let kind = |case: &str| ["<failure", "<error", "<skipped"].map(|tag| case.contains(tag));
    for (name, case) in &watched {
        assert_eq!(kind(case), kind(&plain[name]), "{name}");
        assert_eq!(case.matches("\"loopmend.tasks\"").count(), 1, "{name}: {case}");
    }
    assert!(watched["test_runs"].contains("name=\"loopmend.tasks\" value=\"4\""), "{}", watched["test_runs"]);
    let scope = attribute(watched["test_of_module"].split("loopmend.loops").nth(1).unwrap(), "value");
    assert!(scope.starts_with("main:") && scope.ends_with("EventLoop, module)"), "{scope}");
}

fn attribute(text: &str, name: &str) -> String {
    let after = text.split_once(&format!(" {name}=\"")).unwrap().1;
    after.split_once('"').unwrap().0.to_owned()
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn the_plugin_alone_tells_them_and_leaves_nothing_behind() {
    let python = python();
    let (directory, temporary) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for (name, text) in TWO_FILES {
        fs::write(directory.path().join(name), text).unwrap();
    }
    let mut command = quiet(&python, directory.path());
    command.env("PYTHONPATH", root().join("python")).env("TMPDIR", temporary.path());
    command.args(["-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "loopmend.pytest_plugin"]);
    command.args(["--loopmend", "--loopmend-facts=1", "--loopmend-memory", "--junitxml=report.xml"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    for words in
        ["nothing was left behind", "1 on main:1: test_a.py::test_a", "memory grew most, of at most "]
    {
        assert!(says(&output, words), "{words}: {output:?}");
    }
    let written = fs::read_to_string(directory.path().join("report.xml")).unwrap();
    assert_eq!(written.matches("loopmend.tasks").count(), 2);
    assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_timeline_is_written_beside_the_report() {
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    let text = "import asyncio\n\n\nasync def save():\n    pass\n\n\ndef test_forgets():\n    save()\n\n\ndef test_runs():\n    asyncio.run(save())\n";
    fs::write(directory.path().join("test_a.py"), text).unwrap();
    let options = ["--output-format", "concise", "--timeline", "session.html"];
    let output = loopmend(directory.path(), &python, &options, &["-q"]);
    assert!(says(&output, "test_a.py:9:5: "), "{output:?}");
    let page = fs::read_to_string(directory.path().join("session.html")).unwrap();
    for shown in [
        "data-kind=\"test\" data-id=\"test_a.py::test_forgets\"",
        "data-id=\"main:1\"",
        "1 error",
        "test_a.py:9",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
    assert!(!page.contains("http://") && !page.contains("https://"), "the page asks for nothing");
    assert!(page.contains("once all were collected; time counts from there"));
    let first = page.split("class=\"test ").nth(1).unwrap();
    assert_eq!(attribute(first, "x"), "0.00", "the first test is at the left end");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_place_that_takes_no_file_is_refused_before_the_tests_run() {
    let python = python();
    let text = "def test_a():\n    open('ran', 'w').close()\n";
    for option in ["--timeline", "--output-file"] {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("test_a.py"), text).unwrap();
        for nowhere in ["no/such/directory.html", "."] {
            let output = loopmend(directory.path(), &python, &[option, nowhere], &["-q"]);
            assert_eq!(output.status.code(), Some(2), "{output:?}");
            assert!(says(&output, &format!("failed to write `{nowhere}`")), "{output:?}");
        }
        assert!(!directory.path().join("ran").exists(), "{option}");
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "{option}");
    }
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_test_that_is_cut_off_has_its_time_and_did_not_end() {
    let python = python();
    let head = "import os, signal, time\n\n\ndef test_before():\n    pass\n\n\ndef test_it():\n    time.sleep(0.3)\n    ";
    let interrupts = "os.kill(os.getppid(), signal.SIGINT)\n    time.sleep(600)";
    let cases = [("os._exit(0)", 1), ("os.kill(os.getpid(), signal.SIGKILL)", 1), (interrupts, 130)];
    for (action, status) in cases {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("test_a.py"), format!("{head}{action}\n")).unwrap();
        let options = ["--output-format", "json", "--timeline", "session.html"];
        let output = loopmend(directory.path(), &python, &options, &["-q"]);
        assert_eq!(output.status.code(), Some(status), "{action}");
        let report = report(&output);
        let [before, test] = list(&report["facts"]) else { panic!("two tests: {report}") };
        assert_eq!(
            (text_of(&before["outcome"]), text_of(&test["outcome"])),
            ("passed", "unfinished"),
            "{action}"
        );
        let time = |test: &Value, name: &str| test[name].as_f64().unwrap();
        assert!(
            time(test, "started") >= time(before, "started") + time(before, "duration"),
            "{action}: {test}"
        );
        assert!(time(test, "duration") > 0.25, "{action}: {test}");
        let page = fs::read_to_string(directory.path().join("session.html")).unwrap();
        let bar = page.split("class=\"test ").nth(2).unwrap();
        assert!(attribute(bar, "width").parse::<f64>().unwrap() > 100.0, "{action}: {bar}");
        assert!(page.contains("did not end, "), "{action}");
    }
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_test_that_ends_its_process_has_no_other_facts() {
    let python = python();
    let suite = [("test_a.py", "import os\n\n\ndef test_a():\n    os._exit(0)\n")];
    let report = report(&run(&python, &suite, &["--output-format", "json"], &[]));
    let test = &report["facts"][0];
    assert_eq!(text_of(&test["test"]), "test_a.py::test_a");
    for fact in ["tasks", "loops", "held", "memory_growth"] {
        assert_eq!(test[fact], Value::Null, "{fact}");
    }
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn workers_name_their_loops_for_themselves() {
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    for (name, text) in [TWO_FILES[0], ("test_b.py", TWO_FILES[0].1)] {
        fs::write(directory.path().join(name), text).unwrap();
    }
    let options = ["--output-format", "json"];
    let output =
        command(directory.path(), &python, &options, &["-n", "2", "--dist", "loadfile"]).output().unwrap();
    let report = report(&output);
    let mut found: Vec<(&str, &str)> = list(&report["facts"])
        .iter()
        .map(|test| (text_of(&test["worker"]), text_of(&test["loops"][0])))
        .collect();
    found.sort_unstable();
    assert_eq!(found, [("gw0", "gw0:1"), ("gw1", "gw1:1")]);
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap()
}
