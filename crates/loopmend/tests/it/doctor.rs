//! `loopmend doctor`: the example projects, error texts, output of runs, reports, and bad input.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use crate::support::{copy_directory, loopmend};
use serde_json::Value;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn doctor(directory: &Path, arguments: &[&str], input: Option<&[u8]>) -> Output {
    let mut command = loopmend();
    command.arg("doctor").args(arguments).current_dir(directory);
    command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    if let Some(input) = input {
        let _reader_went_away = child.stdin.take().unwrap().write_all(input);
    }
    child.wait_with_output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

/// An environment as it looks to who only reads it: the metadata of these packages.
fn environment(directory: &Path, packages: &[(&str, &str)], python: &str) -> PathBuf {
    let home = directory.join("environment");
    let site = home.join(format!("lib/python{python}/site-packages"));
    fs::create_dir_all(&site).unwrap();
    fs::write(home.join("pyvenv.cfg"), format!("home = /usr/bin\nversion = {python}.0\n")).unwrap();
    for (name, version) in packages {
        let dist_info = site.join(format!("{}-{version}.dist-info", name.replace('-', "_")));
        fs::create_dir_all(&dist_info).unwrap();
        fs::write(dist_info.join("METADATA"), format!("Name: {name}\nVersion: {version}\n")).unwrap();
    }
    home
}

/// A value of `expected.toml`, which has one on each line.
fn stated(expected: &str, key: &str) -> String {
    let line = expected.lines().find(|line| line.starts_with(&format!("{key} = "))).unwrap();
    line.split_once(" = ").unwrap().1.to_owned()
}

/// The packages of an `expected.toml`, with those that its directory carries.
fn packages(expected: &str) -> Vec<(String, String)> {
    let list = stated(expected, "packages");
    let words = list.trim_matches(['[', ']']).split(", ").map(|word| word.trim_matches('"'));
    let versions = words.map(|word| match word.split_once("==") {
        Some((name, version)) => (name.to_owned(), version.to_owned()),
        None => ("pytest-playwright".to_owned(), "0.7.0".to_owned()),
    });
    versions.collect()
}

#[test]
fn the_cause_of_each_example_is_named_first() {
    let examples = workspace().join("tests/doctor");
    let mut count = 0;
    for entry in fs::read_dir(&examples).unwrap() {
        let directory = entry.unwrap().path();
        if !directory.is_dir() {
            continue;
        }
        let name = directory.file_name().unwrap().to_string_lossy().into_owned();
        let expected = fs::read_to_string(directory.join("expected.toml")).unwrap();
        let place = tempfile::tempdir().unwrap();
        let project = place.path().join("project");
        copy_directory(&directory, &project);
        let packages = packages(&expected);
        let packages: Vec<(&str, &str)> = packages.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let python = stated(&expected, "python");
        let home = environment(place.path(), &packages, python.trim_matches('"'));
        let plugin = project.join("plugin/pytest_playwright");
        if plugin.is_dir() {
            let site = home.join(format!("lib/python{}/site-packages", python.trim_matches('"')));
            copy_directory(&plugin, &site.join("pytest_playwright"));
            let dist_info = site.join("pytest_playwright-0.7.0.dist-info");
            let entry = "[pytest11]\nplaywright = pytest_playwright.pytest_playwright\n";
            fs::write(dist_info.join("entry_points.txt"), entry).unwrap();
            fs::remove_dir_all(project.join("plugin")).unwrap();
        }
        let home = home.to_string_lossy();
        let output = doctor(&project, &["--output-format", "json", "--python", &home], None);
        let found = json(&output);
        assert_eq!(output.status.code(), Some(1), "{name}: {found}");
        let first = &found["causes"][0];
        assert_eq!(
            format!("{:?}", first["code"].as_str().unwrap()),
            stated(&expected, "cause"),
            "{name}: {found}"
        );
        assert!(first["evidence"][0]["line"].is_u64(), "{name}: {found}");
        count += 1;
    }
    assert_eq!(count, 8);
}

#[test]
fn a_suite_that_is_well_is_green() {
    let place = tempfile::tempdir().unwrap();
    let home = environment(place.path(), &[("pytest", "9.2.0"), ("pytest-asyncio", "1.5.0")], "3.12");
    let project = place.path().join("project");
    fs::create_dir(&project).unwrap();
    fs::write(
        project.join("pytest.ini"),
        "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n",
    )
    .unwrap();
    fs::write(project.join("test_a.py"), "async def test_a():\n    pass\n").unwrap();
    let output = doctor(&project, &["--python", &home.to_string_lossy()], None);
    let said = text(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    for words in [
        "pytest 9.2.0, pytest-asyncio 1.5.0",
        "pytest.ini: asyncio_mode = auto (line 2)",
        "1 test in 1 file: 1 on 1 event loop",
        "Nothing is wrong.",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
    assert!(!said.contains('\x1b'), "{said}");
    let markdown =
        text(&doctor(&project, &["--output-format", "markdown", "--python", &home.to_string_lossy()], None));
    assert!(markdown.starts_with("## ") && markdown.contains("| installed | pytest 9.2.0"), "{markdown}");
}

#[test]
fn comments_and_settings_count_as_they_do_for_check() {
    let place = tempfile::tempdir().unwrap();
    let home = environment(place.path(), &[("pytest", "9.2.0"), ("pytest-asyncio", "1.5.0")], "3.12");
    let project = place.path().join("project");
    fs::create_dir(&project).unwrap();
    fs::write(project.join("pytest.ini"), "[pytest]\nasyncio_default_fixture_loop_scope = function\n")
        .unwrap();
    let test = "async def test_a():  # loopmend: ignore[unmarked-async-test]\n    pass\n";
    fs::write(project.join("test_a.py"), test).unwrap();
    let python = home.to_string_lossy();
    assert_eq!(doctor(&project, &["--python", &python], None).status.code(), Some(0));
    fs::write(project.join("test_a.py"), "async def test_a():\n    pass\n").unwrap();
    assert_eq!(doctor(&project, &["--python", &python], None).status.code(), Some(1));
    fs::write(project.join("loopmend.toml"), "[rules]\nunmarked-async-test = \"ignore\"\n").unwrap();
    assert_eq!(doctor(&project, &["--python", &python], None).status.code(), Some(0));
}

#[test]
fn what_is_not_known_is_said() {
    let place = tempfile::tempdir().unwrap();
    let home = environment(place.path(), &[("pytest", "9.2.0"), ("pytest-asyncio", "one")], "3.12");
    fs::create_dir_all(home.join("lib/python3.12/site-packages/anyio-.dist-info")).unwrap();
    let project = place.path().join("project");
    fs::create_dir_all(project.join("more")).unwrap();
    fs::write(project.join("pytest.ini"), "[pytest]\naddopts = -q\n").unwrap();
    fs::write(project.join("more/pytest.ini"), "[pytest]\nasyncio_mode = auto\n").unwrap();
    fs::write(project.join("more/test_a.py"), "async def test_a():\n    pass\n").unwrap();
    let said = text(&doctor(&project, &["--python", &home.to_string_lossy()], None));
    assert!(said.contains("pytest-asyncio (unknown version)"), "{said}");
    assert!(said.contains("2 files configure pytest"), "{said}");
    let empty = place.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let output = doctor(&project, &["--python", &empty.to_string_lossy()], None);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}

#[test]
fn an_error_text_has_its_cause_and_cure() {
    let place = tempfile::tempdir().unwrap();
    let output = doctor(place.path(), &["--error", "This event loop is already running"], None);
    let said = text(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("1 known cause.") && said.contains("cause ") && said.contains("cure "), "{said}");
    let output = doctor(place.path(), &["--error", "Dieser event loop is already runnning"], None);
    let said = text(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains("Not recognised.") && said.contains("This event loop is already running"),
        "{said}"
    );
    assert_eq!(doctor(place.path(), &["--error", " "], None).status.code(), Some(2));
}

#[test]
fn failures_of_one_cause_stand_together_with_what_the_project_shows() {
    let place = tempfile::tempdir().unwrap();
    let source = workspace().join("tests/doctor/override_on_1");
    copy_directory(&source, place.path());
    let home = environment(place.path(), &[("pytest", "9.2.0"), ("pytest-asyncio", "1.5.0")], "3.13");
    let mut run = "=== FAILURES ===\n".to_owned();
    for number in 0..41 {
        run += &format!("____ test_{number} ____\n\ntest_inbox.py:6: in test_{number}\n    await inbox\n");
        run += "E   RuntimeError: Task <Task pending name='Task-5' coro=<test()>> got Future <Future pending> attached to a different loop\n";
    }
    run += "____ test_sum ____\n\ntest_sum.py:2: in test_sum\n    assert 1 == 2\nE   assert 1 == 2\n";
    run += "=== short test summary info ===\n";
    for number in 0..41 {
        run +=
            &format!("FAILED test_inbox.py::test_{number} - RuntimeError: Task <Task pending name='Ta...\n");
    }
    run += "FAILED test_sum.py::test_sum - assert 1 == 2\n";
    let python = home.to_string_lossy();
    let output =
        doctor(place.path(), &["--output-format", "json", "--python", &python], Some(run.as_bytes()));
    let found = json(&output);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        (found["failures"].as_u64(), found["errors"].as_array().unwrap().len()),
        (Some(42), 1),
        "{found}"
    );
    let error = &found["errors"][0];
    assert_eq!(error["tests"].as_array().unwrap().len(), 41);
    assert_eq!(error["tests"][0]["test"], "test_inbox.py::test_0");
    assert_eq!(error["tests"][0]["place"][0], "test_inbox.py");
    assert!(error["evidence"].to_string().contains("event-loop-override"), "{error}");
    assert_eq!(found["not_recognised"][0]["test"]["test"], "test_sum.py::test_sum");
    let said = text(&doctor(place.path(), &["-", "--python", &python], Some(run.as_bytes())));
    assert!(said.starts_with("42 failures, 1 known cause, 1 not recognised."), "{said}");
    assert!(said.contains("… and 36 more"), "{said}");
    let markdown = text(&doctor(
        place.path(),
        &["-", "--output-format", "markdown", "--python", &python],
        Some(run.as_bytes()),
    ));
    assert!(markdown.starts_with("## 42 failures, 1 known cause"), "{markdown}");
}

#[test]
fn what_the_project_has_is_named_beside_failures_that_are_not_recognised() {
    let place = tempfile::tempdir().unwrap();
    copy_directory(&workspace().join("tests/doctor/override_on_1"), place.path());
    let conftest = fs::read_to_string(place.path().join("conftest.py")).unwrap();
    let requested = conftest
        .replace("scope=\"session\")\ndef event_loop", "scope=\"session\", autouse=True)\ndef event_loop");
    fs::write(place.path().join("conftest.py"), requested).unwrap();
    let home = environment(place.path(), &[("pytest", "9.2.0"), ("pytest-asyncio", "1.5.0")], "3.13");
    let run = "=== FAILURES ===\n____ test_get ____\n\ntest_inbox.py:6: in test_get\n    await inbox\nE   TimeoutError\n\
               === short test summary info ===\nFAILED test_inbox.py::test_get - TimeoutError\n";
    let python = home.to_string_lossy();
    let found =
        json(&doctor(place.path(), &["--output-format", "json", "--python", &python], Some(run.as_bytes())));
    assert_eq!(found["not_recognised"][0]["nearest"].as_array().unwrap().len(), 0, "{found}");
    assert_eq!(found["possible"][0]["rule"], "event-loop-override (LM301)", "{found}");
    let said = text(&doctor(place.path(), &["-", "--python", &python], Some(run.as_bytes())));
    assert!(said.contains("errors about event loops and fixtures that may be the cause"), "{said}");
}

#[test]
fn a_report_of_junit_is_read() {
    let place = tempfile::tempdir().unwrap();
    let report = r#"<testsuites><testsuite name="pytest"><testcase classname="test_a" name="test_b"><failure message="x">E   RuntimeError: Event loop is closed

test_a.py:3: RuntimeError</failure></testcase></testsuite></testsuites>"#;
    fs::write(place.path().join("report.xml"), report).unwrap();
    let output = doctor(place.path(), &["--junit", "report.xml", "--output-format", "json"], None);
    let found = json(&output);
    assert_eq!(found["errors"][0]["id"], "loop-closed");
    assert_eq!(found["errors"][0]["tests"][0]["test"], "test_a.py::test_b");
    assert_eq!(found["errors"][0]["tests"][0]["place"][1], 3);
    fs::write(place.path().join("fine.xml"), "<testsuite><testcase name=\"a\"/></testsuite>").unwrap();
    let output = doctor(place.path(), &["--junit", "fine.xml"], None);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output).starts_with("No failure and no known error in 1 test."), "{output:?}");
}

#[test]
fn bad_input_is_a_usage_error_that_says_why() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("report.xml"), "this is no report").unwrap();
    fs::write(place.path().join("log.txt"), "RuntimeError: no running event loop\n").unwrap();
    let binary: Vec<u8> = (0..=255).cycle().take(10_000).collect();
    type Case<'a> = (&'a [&'a str], Option<&'a [u8]>, &'a str);
    let cases: [Case; 7] = [
        (&["-"], Some(b""), "standard input is empty"),
        (&["-"], Some(b" \n\n"), "standard input is empty"),
        (&["-"], Some(&binary), "standard input is not text"),
        (&["log.txt"], None, "log.txt is not a Python file; `loopmend doctor - < log.txt`"),
        (&["--junit", "report.xml"], None, "is not a JUnit report"),
        (&["--junit", "none.xml"], None, "failed to read none.xml"),
        (&["--junit", "report.xml", "--error", "x"], None, "cannot be used with"),
    ];
    for (arguments, input, words) in cases {
        let output = doctor(place.path(), arguments, input);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
    let output = doctor(place.path(), &["-"], Some("プロセスは終了しました\n".as_bytes()));
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output).contains("No failure and no known error in 1 line."), "{output:?}");
}

#[test]
fn standard_input_without_an_end_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let endless = place.path().join("endless");
    fs::File::create_new(&endless).and_then(|file| file.set_len(1 << 40)).unwrap();
    let mut command = loopmend();
    command.args(["doctor", "-"]).current_dir(place.path()).stdin(fs::File::open(&endless).unwrap());
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("failed to read standard input: it is larger than 64 MiB; pass its end"), "{said}");
}

#[test]
fn standard_input_is_left_alone_where_paths_are_named() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("dirs"), "a\nb\n").unwrap();
    let list = fs::File::open(place.path().join("dirs")).unwrap();
    let mut command = loopmend();
    command.args(["doctor", "."]).current_dir(place.path()).stdin(list.try_clone().unwrap());
    let output = command.output().unwrap();
    assert!(text(&output).contains("environment"), "{output:?}");
    let mut rest = String::new();
    (&list).read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "a\nb\n");
    let binary: Vec<u8> = (0..=255).cycle().take(10_000).collect();
    let output = doctor(place.path(), &[], Some(&binary));
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(text(&doctor(place.path(), &[], Some(b""))).contains("environment"));
}

#[test]
fn what_a_failing_test_logged_is_no_cause() {
    let place = tempfile::tempdir().unwrap();
    let run = "=== FAILURES ===\n___ test_a ___\nE   assert 4 == 3\n\ntest_a.py:3: AssertionError\n\
               --- Captured log call ---\nERROR    asyncio:base_events.py:1821 Unclosed client session\n";
    let said = text(&doctor(place.path(), &[], Some(run.as_bytes())));
    assert!(said.starts_with("1 failure, 1 known error outside of failures, 1 not recognised."), "{said}");
    assert!(!said.contains("base_events"), "{said}");
}

/// A project with these files, examined with these versions.
fn examined(files: &[(&str, &str)], packages: &[(&str, &str)]) -> Value {
    let place = tempfile::tempdir().unwrap();
    let home = environment(place.path(), packages, "3.13");
    let project = place.path().join("project");
    fs::create_dir_all(&project).unwrap();
    for (name, text) in files {
        fs::write(project.join(name), text).unwrap();
    }
    let home = home.to_string_lossy();
    json(&doctor(&project, &["--output-format", "json", "--python", &home], None))
}

const NEWEST: [(&str, &str); 2] = [("pytest", "9.2.0"), ("pytest-asyncio", "1.5.0")];
const OVERRIDE: &str = "import asyncio\nimport pytest\n\n\n@pytest.fixture(scope='session')\ndef event_loop():\n    \
                        loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n";

#[test]
fn a_warning_that_a_filter_hides_is_not_what_is_seen() {
    let test = ("test_a.py", "async def test_a():\n    assert True\n");
    let hidden = "[pytest]\nasyncio_mode = auto\nfilterwarnings = ignore::DeprecationWarning\n";
    let of = |text: &str, packages: &[(&str, &str)]| {
        let found = examined(&[("pytest.ini", text), test], packages);
        let cause = found["causes"].as_array().unwrap().iter().find(|cause| cause["code"] == "LM321");
        let cause = cause.unwrap_or_else(|| panic!("{found}"));
        (cause["says"].is_string(), cause["otherwise"].to_string().contains("a filter hides"))
    };
    assert_eq!(of(hidden, &NEWEST), (false, true));
    assert_eq!(of("[pytest]\nasyncio_mode = auto\n", &NEWEST), (true, false));
    let of_another = hidden.replace("ignore::", "ignore:something else:");
    assert_eq!(of(&of_another, &NEWEST), (true, false));
    // pytest 8 warns of it before it applies its filters.
    assert_eq!(of(hidden, &[("pytest", "8.4.2"), ("pytest-asyncio", "1.2.0")]), (true, false));
}

#[test]
fn what_is_seen_fits_what_the_rule_found_and_may_rest_on_the_tests() {
    let asks = "import asyncio\n\n\nasync def test_a():\n    assert True\n\n\ndef test_b(event_loop):\n    \
                event_loop.run_until_complete(asyncio.sleep(0))\n";
    let of = |files: &[(&str, &str)]| -> Vec<(String, String, bool)> {
        let found = examined(files, &NEWEST);
        let causes = found["causes"].as_array().unwrap().iter();
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        causes.map(|cause| (word(&cause["code"]), word(&cause["error"]), cause["may_say"] == true)).collect()
    };
    let is = |code: &str, error: &str, may: bool| (code.to_owned(), error.to_owned(), may);
    let mode = ("pytest.ini", "[pytest]\nasyncio_mode = legacy\n");
    assert_eq!(of(&[mode, ("test_a.py", asks)])[0], is("LM320", "invalid-asyncio-mode", false));
    let auto =
        ("pytest.ini", "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n");
    assert_eq!(of(&[auto, ("test_a.py", asks)]), [is("LM302", "no-event-loop-fixture", false)]);
    assert_eq!(
        of(&[
            auto,
            ("test_a.py", &asks.replace("test_a()", "test_a(event_loop)")),
            ("conftest.py", OVERRIDE)
        ]),
        [is("LM302", "attached-to-different-loop", true), is("LM301", "attached-to-different-loop", true)]
    );
}

#[test]
fn a_fixture_that_nothing_calls_does_no_harm() {
    let mode = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n";
    let test = ("test_a.py", "async def test_a():\n    assert True\n");
    let found = examined(&[("pytest.ini", mode), ("conftest.py", OVERRIDE), test], &NEWEST);
    let cause = found["causes"].as_array().unwrap().iter().find(|cause| cause["code"] == "LM301");
    let cause = cause.unwrap_or_else(|| panic!("{found}"));
    assert_eq!(cause["otherwise"], "nothing calls the fixture, and removing it changes no test", "{found}");
    assert!(cause["error"].is_null() && cause["cure"] == "Remove the fixture.", "{found}");
}

#[test]
fn tests_that_do_not_run_are_counted_where_no_error_says_why() {
    let test = "import pytest\n\n\n@pytest.mark.usefixtures('event_loop')\ndef test_a():\n    assert True\n";
    let found = examined(&[("pytest.ini", "[pytest]\nasyncio_mode = auto\n"), ("test_a.py", test)], &NEWEST);
    assert_eq!(found["causes"].as_array().unwrap().len(), 1, "{found}");
    assert!(found["notes"].to_string().contains("1 test does not run as written"), "{found}");
}

#[test]
fn a_rule_that_is_off_by_default_is_asked_for_what_was_seen() {
    let place = tempfile::tempdir().unwrap();
    copy_directory(&workspace().join("tests/doctor/get_event_loop"), place.path());
    fs::remove_file(place.path().join("loopmend.toml")).unwrap();
    let home = environment(place.path(), &NEWEST, "3.13");
    let python = home.to_string_lossy();
    let arguments = ["--output-format", "json", "--python", &python];
    let run = "=== FAILURES ===\n____ test_tick_from_plain_code ____\n\n\
               E   RuntimeError: There is no current event loop in thread 'MainThread'.\n";
    let found = json(&doctor(place.path(), &arguments, Some(run.as_bytes())));
    let rule = &found["errors"][0]["evidence"][0]["rule"];
    assert_eq!(rule, "get-event-loop-after-async-test (LM334)", "{found}");
    let found = json(&doctor(place.path(), &arguments, None));
    assert!(!found["causes"].to_string().contains("LM334"), "{found}");
}

#[test]
fn what_no_test_failed_of_stands_behind_what_tests_failed_of() {
    let place = tempfile::tempdir().unwrap();
    let run = "=== FAILURES ===\n____ test_get ____\nE   KeyError: 'x'\n=== warnings summary ===\n\
               test_a.py:4: PytestWarning: The test <Function test_b> is marked with '@pytest.mark.asyncio' but it is not an async function.\n";
    let order = |said: &str| {
        let at = |words: &str| said.find(words).unwrap_or_else(|| panic!("{words}: {said}"));
        at("KeyError") < at("PytestWarning: The test … is marked")
    };
    for format in ["text", "markdown"] {
        let arguments = ["-", "--output-format", format];
        assert!(order(&text(&doctor(place.path(), &arguments, Some(run.as_bytes())))), "{format}");
    }
}

#[test]
fn a_text_of_several_lines_is_cut_with_a_mark() {
    let place = tempfile::tempdir().unwrap();
    let said = text(&doctor(place.path(), &["--error", "the pump is off\nand the lamp"], None));
    assert!(said.contains("the pump is off …\n"), "{said}");
}

#[test]
fn a_text_that_names_a_coroutine_is_explained_by_that_one() {
    let directory = tempfile::tempdir().unwrap();
    let code = "class Store:\n    async def put(self): ...\n    async def has(self): ...\n\n\n\
                async def main(store: Store):\n    store.put()\n    if store.has():\n        print(1)\n";
    fs::write(directory.path().join("pyproject.toml"), "").unwrap();
    fs::write(directory.path().join("store.py"), code).unwrap();
    let where_of = |name: &str| {
        let error = format!("RuntimeWarning: coroutine '{name}' was never awaited");
        let output = doctor(directory.path(), &["--output-format", "json", "--error", &error], None);
        let evidence = json(&output)["errors"][0]["evidence"].clone();
        let lines = evidence.as_array().unwrap().iter().map(|found| found["line"].as_u64().unwrap());
        lines.collect::<Vec<_>>()
    };
    assert_eq!(where_of("Store.put"), [7]);
    assert_eq!(where_of("Store.has"), [8]);
    assert_eq!(where_of("Nothing.here"), Vec::<u64>::new());
}

/// What `doctor` says of an output in a project with these files.
fn of_output(files: &[(&str, &str)], output: &str) -> (Value, String) {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("pyproject.toml"), "[project]\nname = \"shop\"\n").unwrap();
    for (name, text) in files {
        fs::write(place.path().join(name), text).unwrap();
    }
    let found = json(&doctor(place.path(), &["--output-format", "json"], Some(output.as_bytes())));
    (found, text(&doctor(place.path(), &[], Some(output.as_bytes()))))
}

#[test]
fn an_object_that_event_loops_share_is_named_with_the_cure_for_the_context() {
    let tasks = "import asyncio\n\nfrom celery import Celery\nfrom sqlalchemy.ext import asyncio as sa\n\napp = Celery(\"shop\")\n\
                 engine = sa.create_async_engine(\"postgresql+asyncpg://\")\n\n\nasync def _invoice():\n    \
                 local = sa.create_async_engine(\"sqlite+aiosqlite://\")\n    async with engine.begin() as connection:\n        \
                 await connection.run(local)\n\n\n@app.task\ndef invoice():\n    return asyncio.run(_invoice())\n";
    let run = "Traceback (most recent call last):\n  File \"/venv/lib/python3.12/site-packages/celery/app/trace.py\", line 564, in trace_task\n    \
               R = retval = fun(*args, **kwargs)\n  File \"tasks.py\", line 18, in invoice\n    return asyncio.run(_invoice())\n  \
               File \"tasks.py\", line 12, in _invoice\n    async with engine.begin() as connection:\n  \
               File \"/venv/lib/python3.12/site-packages/sqlalchemy/ext/asyncio/engine.py\", line 667, in execute\n    result = await x\n  \
               File \"asyncpg/protocol/protocol.pyx\", line 341, in query\n\
               RuntimeError: Task <Task pending name='Task-5'> got Future <Future pending> attached to a different loop\n\
               sys:1: RuntimeWarning: coroutine 'Connection._cancel' was never awaited\n";
    let (found, said) = of_output(&[("tasks.py", tasks)], run);
    let errors = found["errors"].as_array().unwrap();
    let error = &errors[0];
    assert_eq!((errors.len(), &error["context"]), (1, &Value::from("worker")), "{found}");
    assert_eq!(error["place"], serde_json::json!(["tasks.py", 12]));
    let objects = error["objects"].as_array().unwrap();
    let object = (&objects[0]["name"], &objects[0]["line"], &objects[0]["made_by"]);
    assert_eq!(object, (&"engine".into(), &7.into(), &"create_async_engine".into()), "{found}");
    assert_eq!(objects.len(), 1, "{found}");
    assert!(error["cure"].as_str().unwrap().contains("NullPool"), "{found}");
    assert_eq!(found["after"][0]["id"], "never-awaited", "{found}");
    assert!(said.starts_with("1 known cause, 1 after-effect."), "{said}");
    assert!(!said.contains("loop_scope"), "{said}");
}

#[test]
fn a_function_that_a_scheduler_receives_is_named() {
    let jobs = "from apscheduler.schedulers.background import BackgroundScheduler\n\n\nasync def ping():\n    pass\n\n\n\
                scheduler = BackgroundScheduler()\nscheduler.add_job(ping, \"interval\", seconds=1)\n";
    let run = "/venv/lib/python3.12/site-packages/apscheduler/executors/base.py:74: RuntimeWarning: coroutine 'ping' was never awaited\n  \
               self._do_submit_job(job, run_times)\n";
    let (found, said) = of_output(&[("jobs.py", jobs)], run);
    let error = &found["errors"][0];
    assert_eq!((&error["context"], &error["place"]), (&"scheduler".into(), &Value::Null), "{found}");
    let receiver = &error["receivers"][0];
    assert_eq!((&receiver["line"], &receiver["call"]), (&9.into(), &"scheduler.add_job".into()), "{found}");
    assert!(said.contains("AsyncIOScheduler"), "{said}");
}

#[test]
fn a_crash_that_is_not_known_is_said_first() {
    let run = "Traceback (most recent call last):\n  File \"a.py\", line 3, in main\n    work()\nKeyError: 'x'\n\
               Task was destroyed but it is pending!\ntask: <Task pending coro=<work() running at a.py:9>>\n";
    let (found, said) = of_output(&[], run);
    assert_eq!(found["errors"].as_array().unwrap().len(), 0, "{found}");
    assert_eq!(found["not_recognised"][0]["message"], "KeyError: 'x'", "{found}");
    assert!(said.starts_with("Not recognised."), "{said}");
    let (unknown, after) = (said.find("KeyError").unwrap(), said.find("Task was destroyed").unwrap());
    assert!(unknown < after, "{said}");
}
