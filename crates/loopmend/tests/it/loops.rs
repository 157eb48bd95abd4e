//! `loopmend loops`: what it says, and that what it says is what was measured. The table of versions comes from running
//! these suites on them (docs/lab/pytest.md). What only a browser can tell of the page is tested by `cargo xtask page`.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::support::loopmend;
use serde_json::Value;

const OVERRIDE: &str = "import asyncio, pytest\n@pytest.fixture(scope='session')\ndef event_loop():\n    \
                        loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n";
const SESSION_FIXTURE: &str =
    "import pytest_asyncio\n@pytest_asyncio.fixture(scope='session')\nasync def res():\n    yield 1\n";
const USES: &str = "import pytest\n@pytest.mark.asyncio\nasync def test_use(res): ...\n";

fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
    project_with_pytest("8.4.2", files)
}

fn project_with_pytest(pytest: &str, files: &[(&str, &str)]) -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    let site = directory.path().join(".venv/lib/python3.12/site-packages");
    let pytest = format!("pytest-{pytest}");
    let installed =
        [(pytest.as_str(), ""), ("pytest_asyncio-1.5.0", "[pytest11]\nasyncio = pytest_asyncio.plugin\n")];
    for (distribution, entry_points) in installed {
        let information = site.join(format!("{distribution}.dist-info"));
        fs::create_dir_all(&information).unwrap();
        fs::write(information.join("entry_points.txt"), entry_points).unwrap();
    }
    fs::write(directory.path().join(".venv/pyvenv.cfg"), "home = /nowhere\nversion = 3.12.1\n").unwrap();
    for (name, text) in files {
        let path = directory.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    directory
}

fn loops(directory: &Path, arguments: &[&str]) -> Output {
    loopmend().current_dir(directory).arg("loops").args(arguments).output().expect("the program starts")
}

fn text(directory: &Path, arguments: &[&str]) -> String {
    let output = loops(directory, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_node_id_selects_its_tests() {
    let test = "\
import pytest


@pytest.mark.parametrize(\"number\", [1, 2])
@pytest.mark.asyncio
async def test_first(number): ...


class TestSome:
    @pytest.mark.asyncio
    async def test_second(self): ...
";
    let place = project(&[("tests/test_a.py", test), ("tests/test_b.py", USES)]);
    let names = |arguments: &[&str]| {
        let json = text(place.path(), &[&["--output-format", "json"], arguments].concat());
        let json: Value = serde_json::from_str(&json).unwrap();
        let files = json["files"].as_array().unwrap().iter();
        let tests = files.flat_map(|file| file["tests"].as_array().unwrap());
        tests.map(|test| test["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (first, second) = ("tests/test_a.py::test_first", "tests/test_a.py::TestSome::test_second");
    assert_eq!(names(&[first]), [first]);
    assert_eq!(names(&["tests/test_a.py::test_first[2]"]), [first]);
    assert_eq!(names(&["tests/test_a.py::TestSome"]), [second]);
    assert_eq!(names(&[second, "tests/test_b.py"]), [second, "tests/test_b.py::test_use"]);
    let unknown = loops(place.path(), &["tests/test_a.py::test_f"]);
    let words = String::from_utf8_lossy(&unknown.stderr);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(words.contains("`tests/test_a.py` has no test `test_f`"), "{words}");
}

/// What becomes of the first test: the outcome with the loop, and the loops of its async fixtures.
fn said(directory: &Path, version: &str) -> String {
    all_said(directory, version).swap_remove(0)
}

/// The same of all tests, in their order.
fn all_said(directory: &Path, version: &str) -> Vec<String> {
    let json = text(directory, &["--plugin-version", version, "--output-format", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    let tests = json["files"].as_array().unwrap().iter().flat_map(|file| file["tests"].as_array().unwrap());
    tests.map(said_of).collect()
}

fn said_of(test: &Value) -> String {
    let name = |identity: &Value| {
        let made = if identity["override"] == true { "override:" } else { "" };
        format!("{made}{}", identity["scope"].as_str().unwrap_or_default())
    };
    let mut words = vec![test["outcome"].as_str().unwrap().to_owned()];
    words.extend(test["loop"].as_object().map(|_| name(&test["loop"])));
    let fixtures = test["async_fixtures"].as_array().cloned().unwrap_or_default();
    words.extend(fixtures.iter().map(|fixture| format!("[{}]", name(&fixture["loop"]))));
    words.extend((test["ignores_override"] == true).then(|| "ignores-override".to_owned()));
    words.join(" ")
}

fn expect(files: &[(&str, &str)], expected: &[(&str, &str)]) {
    expect_with_pytest("8.4.2", files, expected);
}

fn expect_with_pytest(pytest: &str, files: &[(&str, &str)], expected: &[(&str, &str)]) {
    let project = project_with_pytest(pytest, files);
    for (versions, outcome) in expected {
        for version in versions.split(' ') {
            assert_eq!(said(project.path(), version), *outcome, "{version}: {files:?}");
        }
    }
}

#[test]
fn a_configuration_that_pytest_refuses_is_named() {
    for (name, text, reason) in [
        (
            "pytest.ini",
            "[pytest]\nasyncio_mode = auto\nasyncio_mode = strict\n",
            "line 3: duplicate name `asyncio_mode`",
        ),
        ("tox.ini", "[tox]\nskipsdist = 1\nskipsdist = 1\n", "line 3: duplicate name `skipsdist`"),
        (
            "setup.cfg",
            "[metadata]\nname = a\n[pytest]\nasyncio_mode = auto\n",
            "line 3: the section `[pytest]` of `setup.cfg` has to be `[tool:pytest]`",
        ),
    ] {
        let project = project(&[(name, text), ("test_a.py", "async def test_a(): ...\n")]);
        let output = loops(project.path(), &[]);
        let notes = String::from_utf8_lossy(&output.stderr);
        assert!(notes.contains(&format!("pytest refuses `{name}`: {reason}")), "{notes}");
        let shown = String::from_utf8_lossy(&output.stdout);
        assert!(shown.contains("pytest refuses its configuration"), "{shown}");
        let output = loopmend().current_dir(project.path()).arg("doctor").output().unwrap();
        let shown = String::from_utf8_lossy(&output.stdout);
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(&format!("{name}: pytest refuses it: {reason}")), "{shown}");
    }
}

#[test]
fn an_override_is_called_up_to_0_26() {
    let test = "import pytest\n@pytest.mark.asyncio\nasync def test_1(): ...\n";
    expect(
        &[("conftest.py", OVERRIDE), ("test_a.py", test)],
        &[
            ("0.21.1 0.23.8 0.24.0 0.26.0", "on-loop override:session"),
            ("1.0.0 1.5.0", "on-loop function ignores-override"),
        ],
    );
    let both = format!("{OVERRIDE}{SESSION_FIXTURE}");
    expect(
        &[("conftest.py", &both), ("test_a.py", USES)],
        &[
            ("0.21.1", "on-loop override:session [override:session]"),
            ("0.23.8 0.24.0 0.26.0", "on-loop override:session [session]"),
            ("1.0.0 1.5.0", "on-loop function [session] ignores-override"),
        ],
    );
}

#[test]
fn event_loop_is_gone_from_1_0_on() {
    let plain = "import asyncio\ndef test_1(event_loop): event_loop.run_until_complete(asyncio.sleep(0))\n";
    expect(&[("test_a.py", plain)], &[("0.21.1 0.23.8 0.26.0", "plain"), ("1.0.0 1.5.0", "missing-fixture")]);
    let fixture = "import pytest, pytest_asyncio\n@pytest_asyncio.fixture\nasync def fx(event_loop): ...\n\
                   @pytest.mark.asyncio\nasync def test_1(fx): ...\n";
    expect(
        &[("test_a.py", fixture)],
        &[("0.21.1 0.26.0", "on-loop function [function]"), ("1.0.0 1.5.0", "missing-fixture")],
    );
}

#[test]
fn a_session_fixture_meets_a_test_on_its_own_loop() {
    expect(
        &[("conftest.py", SESSION_FIXTURE), ("test_a.py", USES)],
        &[("0.21.1", "scope-mismatch"), ("0.23.8 0.24.0 0.26.0 1.5.0", "on-loop function [session]")],
    );
    let ini = "[pytest]\nasyncio_default_fixture_loop_scope = function\n";
    expect(
        &[("conftest.py", SESSION_FIXTURE), ("test_a.py", USES), ("pytest.ini", ini)],
        &[("0.23.8", "on-loop function [session]"), ("0.24.0 0.26.0 1.5.0", "scope-mismatch")],
    );
    let ini = "[pytest]\nasyncio_default_fixture_loop_scope = fixture-scope\n";
    expect(
        &[("conftest.py", SESSION_FIXTURE), ("test_a.py", USES), ("pytest.ini", ini)],
        &[
            ("0.23.8", "on-loop function [session]"),
            ("0.24.0 0.26.0", "wrong-argument"),
            ("1.0.0", "missing-fixture"),
            ("1.2.0 1.4.1", "session-dies"),
            ("1.5.0", "on-loop function [session]"),
        ],
    );
}

#[test]
fn settings_and_marks_state_the_loop() {
    let ini =
        "[pytest]\nasyncio_default_fixture_loop_scope = session\nasyncio_default_test_loop_scope = session\n";
    expect(
        &[("conftest.py", SESSION_FIXTURE), ("test_a.py", USES), ("pytest.ini", ini)],
        &[
            ("0.23.8 0.24.0 0.25.3", "on-loop function [session]"),
            ("0.26.0 1.0.0 1.5.0", "on-loop session [session]"),
        ],
    );
    let marked = USES.replace("mark.asyncio", "mark.asyncio(loop_scope='session')");
    expect(
        &[("conftest.py", SESSION_FIXTURE), ("test_a.py", &marked)],
        &[("0.23.8", "on-loop function [session]"), ("0.24.0 1.5.0", "on-loop session [session]")],
    );
    let marked = USES.replace("mark.asyncio", "mark.asyncio(scope='session')");
    expect(
        &[("conftest.py", SESSION_FIXTURE), ("test_a.py", &marked)],
        &[("0.21.1", "scope-mismatch"), ("0.23.8 0.26.0 1.5.0", "on-loop session [session]")],
    );
    let module =
        "import pytest\npytestmark = pytest.mark.asyncio(loop_scope='module')\nasync def test_1(): ...\n";
    expect(
        &[("test_a.py", module)],
        &[("0.21.1 0.23.8", "on-loop function"), ("0.24.0 1.5.0", "on-loop module")],
    );
    let wrong = "import pytest\n@pytest.mark.asyncio(foo=1)\nasync def test_1(): ...\n";
    expect(
        &[("test_a.py", wrong)],
        &[
            ("0.21.1 0.23.8", "on-loop function"),
            ("0.24.0 1.0.0 1.4.1 1.5.0", "collection-error"),
            ("1.2.0 1.3.0", "wrong-argument"),
        ],
    );
}

#[test]
fn decorators_of_fixtures_state_the_loop() {
    let narrow = SESSION_FIXTURE.replace("scope='session'", "scope='session', loop_scope='function'");
    expect(
        &[("conftest.py", &narrow), ("test_a.py", USES)],
        &[("0.21.1 0.23.8", "session-dies"), ("0.24.0 0.26.0 1.5.0", "scope-mismatch")],
    );
    let mixed = "import pytest, pytest_asyncio\n@pytest_asyncio.fixture(scope='module', loop_scope='module')\n\
                 async def m(): ...\n@pytest.mark.asyncio(loop_scope='class')\nclass TestC:\n    \
                 async def test_1(self, m): ...\n";
    expect(
        &[("test_a.py", mixed)],
        &[("0.23.8", "collection-error"), ("0.26.0 1.5.0", "on-loop class [module]")],
    );
}

#[test]
fn modes_decide_what_runs() {
    let test = "import pytest\n@pytest.fixture\nasync def fx(): ...\nasync def test_1(fx): ...\n";
    expect(&[("test_a.py", test)], &[("0.21.1 1.5.0", "not-run")]);
    let auto = "[pytest]\nasyncio_mode = auto\n";
    expect(
        &[("test_a.py", test), ("pytest.ini", auto)],
        &[("0.21.1 0.26.0 1.5.0", "on-loop function [function]")],
    );
    let cases = "import unittest\nclass T(unittest.TestCase):\n    async def test_1(self): ...\n";
    expect(&[("test_a.py", cases)], &[("1.5.0", "never-awaited")]);
}

/// What becomes of all tests, one version after another.
fn expect_all(files: &[(&str, &str)], expected: &[(&str, &[&str])]) {
    let project = project(files);
    for (versions, outcomes) in expected {
        for version in versions.split(' ') {
            assert_eq!(all_said(project.path(), version), *outcomes, "{version}: {files:?}");
        }
    }
}

#[test]
fn a_wrong_mark_takes_the_tests_beside_it_along() {
    let test = "import pytest\nclass TestA:\n    @pytest.mark.asyncio('session')\n    def test_1(self): ...\n    \
                def test_2(self): ...\ndef test_3(): ...\n";
    expect_all(
        &[("test_a.py", test)],
        &[
            ("0.23.8 1.2.0 1.5.0", &["plain", "plain", "plain"]),
            ("0.24.0 1.0.0", &["collection-error", "collection-error", "plain"]),
        ],
    );
    let test = test.replace("def test_1", "async def test_1");
    expect_all(
        &[("test_a.py", &test)],
        &[
            ("1.0.0 1.5.0", &["collection-error", "collection-error", "plain"]),
            ("1.2.0 1.3.0", &["wrong-argument", "plain", "plain"]),
        ],
    );
    let asking = "import pytest\n@pytest.mark.asyncio('session')\nasync def test_1(event_loop): ...\n";
    expect(&[("test_a.py", asking)], &[("1.0.0 1.5.0", "collection-error"), ("1.2.0", "wrong-argument")]);
}

#[test]
fn a_loop_of_a_class_or_package_wants_one_up_to_0_26() {
    let marked = |scope: &str| {
        format!("import pytest\n@pytest.mark.asyncio(scope='{scope}')\nasync def test_1(): ...\n")
    };
    expect(
        &[("test_a.py", &marked("class"))],
        &[("0.23.8 0.26.0", "collection-error"), ("1.0.0 1.5.0", "on-loop class")],
    );
    let package = marked("package");
    expect(
        &[("test_a.py", &package)],
        &[("0.23.8 0.26.0", "collection-error"), ("1.0.0", "on-loop package")],
    );
    expect(
        &[("tests/__init__.py", ""), ("tests/test_a.py", &package)],
        &[("0.23.8 0.26.0 1.5.0", "on-loop package")],
    );
    let fixture = "import pytest, pytest_asyncio\n@pytest_asyncio.fixture(scope='class')\nasync def f(): ...\n\
                   @pytest.mark.asyncio\nasync def test_1(f): ...\n";
    expect(
        &[("test_a.py", fixture)],
        &[
            ("0.23.8", "collection-error"),
            ("0.24.0 0.26.0", "wrong-argument"),
            ("1.0.0 1.5.0", "on-loop function [class]"),
        ],
    );
}

#[test]
fn a_wider_loop_and_event_loop_exclude_each_other_up_to_0_26() {
    let test = "import pytest, pytest_asyncio\n@pytest_asyncio.fixture\nasync def f(): ...\n\
                @pytest.mark.asyncio(scope='module')\nasync def test_1(f): ...\n";
    expect(
        &[("test_a.py", test)],
        &[("0.23.8 0.24.0 0.26.0", "collection-error"), ("1.2.0", "on-loop module [function]")],
    );
}

#[test]
fn a_session_dies_of_its_configuration() {
    let test = "def test_1(): ...\n";
    let ini = |lines: &str| format!("[pytest]\n{lines}\n");
    let invalid = ini("asyncio_default_test_loop_scope = sesion");
    expect(
        &[("test_a.py", test), ("pytest.ini", &invalid)],
        &[("0.24.0 1.0.0", "plain"), ("1.2.0 1.5.0", "session-dies")],
    );
    let strict = ini("addopts = --strict-config\nasyncio_default_test_loop_scope = session");
    let warned = ini("filterwarnings = error\nasyncio_default_test_loop_scope = session");
    for text in [&strict, &warned] {
        expect(
            &[("test_a.py", test), ("pytest.ini", text)],
            &[("0.21.1 0.25.3", "session-dies"), ("0.26.0 1.5.0", "plain")],
        );
    }
    let mode = ini("asyncio_mode = legacy");
    expect(&[("test_a.py", test), ("pytest.ini", &mode)], &[("0.21.1 1.5.0", "session-dies")]);
    let hook = "def pytest_asyncio_loop_factories(config, item): return {}\n";
    expect(
        &[("test_a.py", test), ("conftest.py", hook)],
        &[("0.21.1 1.3.0", "session-dies"), ("1.4.1", "plain")],
    );
}

#[test]
fn what_cannot_be_imported_is_not_collected() {
    let fixture = "import pytest_asyncio\n@pytest_asyncio.fixture(loop_scope='module')\nasync def f(): ...\n";
    let test = "def test_1(): ...\n";
    expect(
        &[("tests/conftest.py", fixture), ("tests/test_a.py", test)],
        &[("0.23.8", "session-dies"), ("0.24.0", "plain")],
    );
    expect(
        &[("tests/unit/conftest.py", fixture), ("tests/unit/test_a.py", test)],
        &[("0.23.8", "collection-error"), ("0.24.0", "plain")],
    );
    let importing = format!("from helpers import f\n{test}");
    expect(
        &[("helpers.py", fixture), ("test_a.py", &importing)],
        &[("0.23.8", "collection-error"), ("0.24.0", "plain")],
    );
}

#[test]
fn fixtures_are_refused_as_pytest_refuses_them() {
    let narrower = "import pytest\n@pytest.fixture\ndef a(): ...\n@pytest.fixture(scope='module')\ndef b(a): ...\n\
                    def test_1(b): ...\n";
    expect(&[("test_a.py", narrower)], &[("1.5.0", "scope-mismatch")]);
    let hiding = "import pytest\n@pytest.fixture(scope='session')\ndef a(a): ...\ndef test_1(a): ...\n";
    let hidden = "import pytest\n@pytest.fixture\ndef a(): ...\n";
    expect(&[("test_a.py", hiding), ("conftest.py", hidden)], &[("1.5.0", "scope-mismatch")]);
    let unrun = "import pytest\n@pytest.fixture\nasync def a(): ...\ndef test_1(a): ...\n";
    expect_with_pytest("8.4.2", &[("test_a.py", unrun)], &[("1.2.0", "plain")]);
    expect_with_pytest("9.2.0", &[("test_a.py", unrun)], &[("1.5.0", "refused-fixture")]);
    let of_plugin = "import pytest, pytest_asyncio\n\
                     @pytest_asyncio.fixture(scope='module', loop_scope='function')\ndef a(): ...\n\
                     def test_1(a): ...\n";
    expect(&[("test_a.py", of_plugin)], &[("1.0.0", "plain"), ("1.1.0 1.5.0", "scope-mismatch")]);
    let autouse = "import unittest, pytest, pytest_asyncio\n\
                   @pytest_asyncio.fixture(scope='module', loop_scope='function', autouse=True)\n\
                   async def a(): ...\nclass T(unittest.TestCase):\n    def test_1(self): ...\n";
    expect(&[("test_a.py", autouse)], &[("1.5.0", "scope-mismatch")]);
}

#[test]
fn tests_with_yield_are_refused() {
    let test = "def test_1(): yield\ndef test_2(): ...\n";
    expect_with_pytest("8.1.2", &[("test_a.py", test)], &[("0.21.1", "not-run")]);
    expect_all(&[("test_a.py", test)], &[("1.2.0", &["collection-error", "collection-error"])]);
    let marked = "import pytest\n@pytest.mark.asyncio\nasync def test_1(event_loop): yield\n";
    expect_with_pytest(
        "8.1.2",
        &[("test_a.py", marked)],
        &[("0.21.1", "never-awaited"), ("0.23.8 0.26.0 1.5.0", "not-run")],
    );
    let auto = "[pytest]\nasyncio_mode = auto\n";
    let plain = "async def test_1(): yield\n";
    expect(&[("test_a.py", plain), ("pytest.ini", auto)], &[("0.24.0 1.5.0", "not-run")]);
}

#[test]
fn the_mark_of_the_last_base_is_the_nearest() {
    let module = "pytestmark = pytest.mark.asyncio(loop_scope='module')\n";
    let test = format!(
        "import pytest\n@pytest.mark.asyncio(loop_scope='class')\nclass Base:\n    \
         async def test_1(self): ...\n@pytest.mark.asyncio(loop_scope='session')\nclass TestA(Base):\n    {module}"
    );
    expect(&[("test_a.py", &test)], &[("1.5.0", "on-loop class")]);
    let both = test
        .replace("(Base)", "")
        .replace("    pytestmark", "    async def test_2(self): ...\n    pytestmark");
    expect(&[("test_a.py", &both)], &[("1.5.0", "on-loop module")]);
    let decorators = "import pytest\n@pytest.mark.asyncio(loop_scope='session')\n\
                      @pytest.mark.asyncio(loop_scope='module')\nasync def test_1(): ...\n";
    expect(&[("test_a.py", decorators)], &[("1.5.0", "on-loop module")]);
}

#[test]
fn a_hook_may_put_a_mark_before_the_others() {
    let hook = "import pytest\ndef pytest_collection_modifyitems(items):\n    for item in items:\n        \
                item.add_marker(pytest.mark.asyncio(loop_scope='session'), append=False)\n";
    let test = USES.replace("mark.asyncio", "mark.asyncio(loop_scope='function')").replace("res", "");
    expect(&[("conftest.py", hook), ("test_a.py", &test)], &[("1.5.0", "unknown")]);
    let behind = hook.replace(", append=False", "");
    expect(&[("conftest.py", &behind), ("test_a.py", &test)], &[("1.5.0", "on-loop function")]);
}

#[test]
fn a_mark_that_a_hook_adds_behind_the_collection_runs_nothing() {
    let test = "async def test_use(): ...\n";
    for (name, arguments, each) in [
        ("pytest_collection_modifyitems", "items", "for item in items:\n        "),
        ("pytest_itemcollected", "item", ""),
    ] {
        let hook = format!(
            "import pytest\ndef {name}({arguments}):\n    {each}item.add_marker(pytest.mark.asyncio)\n"
        );
        let files = [("conftest.py", hook.as_str()), ("test_a.py", test)];
        expect(&files, &[("0.21.1", "unknown"), ("0.23.8 0.26.0 1.0.0 1.5.0", "not-run")]);
    }
    let early =
        "import pytest\ndef pytest_collectstart(collector):\n    collector.add_marker(pytest.mark.asyncio)\n";
    expect(&[("conftest.py", early), ("test_a.py", test)], &[("0.21.1 1.5.0", "unknown")]);
}

const ADDS: &str = "import pathlib\nimport sys\n\nimport pytest\nfrom helpers import is_slow\nfrom own_marks import marks\nfrom missing import has_docker\n\nMARKS = {'unit': pytest.mark.unit}\n\n\n\
    def add(item, mark):\n    item.add_marker(mark)\n\n\n\
    def pytest_collection_modifyitems(config, items):\n    for item in items:\n        BODY\n";

#[test]
fn marks_that_run_no_test_otherwise_leave_a_suite_known() {
    let helpers = "def is_slow(name): return 'slow' in name\n";
    let own_marks = "import pytest\n\nmarks = {'e2e': pytest.mark.e2e}\n";
    let test = "async def test_use(): ...\n";
    let ini = "[pytest]\nasyncio_mode = auto\n";
    let said = |body: &str, conftest: &str, outcome| {
        let conftest = conftest.replace("BODY", body);
        let files = [
            ("conftest.py", conftest.as_str()),
            ("helpers.py", helpers),
            ("own_marks.py", own_marks),
            ("test_a.py", test),
            ("pytest.ini", ini),
        ];
        expect(&files, &[("0.21.1 1.5.0", outcome)]);
    };
    for body in [
        "item.add_marker(pytest.mark.skip(reason='x'))",
        "item.add_marker(getattr(pytest.mark, pathlib.Path(item.fspath).parent.name))",
        "item.add_marker(pytest.mark.skip if sys.platform == 'win32' else pytest.mark.xfail(strict=True))",
        "for key, mark in MARKS.items():\n            item.add_marker(mark)",
        "item.add_marker(marks['e2e'])",
        "add(item, pytest.mark.unit)",
        "if is_slow(item.nodeid): item.add_marker('slow')",
        "if not has_docker(): item.add_marker(pytest.mark.skip(reason='x'))",
    ] {
        said(body, ADDS, "on-loop function");
    }
    for body in [
        "for name in ('unit', 'trio'): item.add_marker(getattr(pytest.mark, name))",
        "add(item, pytest.mark.anyio)",
        "item.add_marker('trio')",
        "has_docker(item)",
        "item.own_markers.append(pytest.mark.unit.mark)",
    ] {
        said(body, ADDS, "unknown");
    }
}

#[test]
fn of_very_many_marks_only_the_nearest_are_looked_at() {
    let suite = |count: usize| {
        let others = "@pytest.mark.other\n".repeat(count);
        let text = format!(
            "import pytest\n@pytest.mark.asyncio\n{others}class TestA:\n    async def test_a(self): ...\n"
        );
        said(project(&[("test_a.py", &text)]).path(), "1.5.0")
    };
    assert_eq!([suite(63), suite(64)], ["on-loop function", "unknown"]);
}

#[test]
fn warnings_may_be_errors() {
    let ini = "[pytest]\nasyncio_default_fixture_loop_scope = function\nfilterwarnings = error\n";
    let old = USES.replace("mark.asyncio", "mark.asyncio(scope='module')").replace("res", "");
    expect(
        &[("test_a.py", &old), ("pytest.ini", ini)],
        &[("0.24.0 1.5.0", "collection-error"), ("1.2.0", "wrong-argument")],
    );
    let plain = "import pytest\n@pytest.mark.asyncio\ndef test_1(): ...\n";
    expect(&[("test_a.py", plain), ("pytest.ini", ini)], &[("1.5.0", "wrong-argument")]);
    let unrun = "import pytest\n@pytest.fixture\nasync def a(): ...\ndef test_1(a): ...\n";
    expect(&[("test_a.py", unrun), ("pytest.ini", ini)], &[("1.2.0", "refused-fixture")]);
    expect_with_pytest("8.3.5", &[("test_a.py", unrun), ("pytest.ini", ini)], &[("1.2.0", "plain")]);
    let policy = "import asyncio, pytest\n@pytest.fixture(scope='session')\ndef event_loop_policy():\n    \
                  return asyncio.DefaultEventLoopPolicy()\n";
    expect(
        &[("conftest.py", policy), ("test_a.py", "def test_1(): ...\n"), ("pytest.ini", ini)],
        &[("1.3.0", "plain"), ("1.5.0", "wrong-argument")],
    );
    let ignored =
        format!("{ini}    ignore:Overriding the \"event_loop_policy\" fixture:DeprecationWarning\n")
            .replace("filterwarnings = ", "filterwarnings =\n    ");
    expect(
        &[("conftest.py", policy), ("test_a.py", "def test_1(): ...\n"), ("pytest.ini", &ignored)],
        &[("1.5.0", "plain")],
    );
}

#[test]
fn warnings_are_ignored_by_their_words() {
    let policy = "import asyncio, pytest\n@pytest.fixture(scope='session')\ndef event_loop_policy():\n    \
                  return asyncio.DefaultEventLoopPolicy()\n";
    let marked = "import pytest\n@pytest.mark.asyncio\ndef test_1(): ...\n";
    let unrun = "import pytest\n@pytest.fixture\nasync def a(): ...\ndef test_1(a): ...\n";
    let plain = "def test_1(): ...\n";
    for (version, conftest, test, filter, outcome) in [
        ("1.5.0", policy, plain, "ignore:Overriding the \"event_loop_policy\" fixture", "plain"),
        ("1.5.0", policy, plain, "ignore:Overriding::pytest_asyncio", "plain"),
        ("1.5.0", policy, plain, "ignore:Overriding::pytest_trio", "wrong-argument"),
        ("1.5.0", policy, plain, "ignore:The \"scope\" keyword", "wrong-argument"),
        ("1.5.0", "", marked, "ignore:The test .* is marked with", "plain"),
        ("1.5.0", "", marked, "ignore:The test .* is plain", "wrong-argument"),
        ("1.2.0", "", unrun, "ignore:.*requested an async fixture 'a'", "plain"),
        ("1.2.0", "", unrun, "ignore:.*requested an async fixture 'b'", "refused-fixture"),
    ] {
        let ini = format!(
            "[pytest]\nasyncio_default_fixture_loop_scope = function\nfilterwarnings =\n    error\n    {filter}\n"
        );
        expect(
            &[("conftest.py", conftest), ("test_a.py", test), ("pytest.ini", &ini)],
            &[(version, outcome)],
        );
    }
}

#[test]
fn pytest_reads_tables_of_toml_from_9_on() {
    let files =
        [("test_a.py", "async def test_1(): ...\n"), ("pytest.toml", "[pytest]\nasyncio_mode = 'auto'\n")];
    expect_with_pytest("8.4.2", &files, &[("1.2.0", "not-run")]);
    expect_with_pytest("9.2.0", &files, &[("1.5.0", "on-loop function")]);
}

#[test]
fn a_test_runs_on_the_loop_that_was_set_last_up_to_1_0() {
    let test = "import pytest, pytest_asyncio\n\
                @pytest_asyncio.fixture(scope='session', loop_scope='session')\nasync def res(): ...\n\
                @pytest.mark.asyncio(loop_scope='module')\nclass TestA:\n    async def test_1(self): ...\n    \
                async def test_2(self, res): ...\n    async def test_3(self): ...\n";
    expect_all(
        &[("test_a.py", test)],
        &[
            ("0.26.0 1.0.0", &["on-loop module", "on-loop session [session]", "on-loop session"]),
            ("1.2.0 1.5.0", &["on-loop module", "on-loop module [session]", "on-loop module"]),
        ],
    );
}

/// An async fixture that overrides one of its name, and a test that requests it.
const OVERRIDES_PAGE: &str = "import pytest\n@pytest.fixture\nasync def page(page):\n    yield page\n";
const USES_PAGE: &str = "async def test_use(page): ...\n";

#[test]
fn a_chain_of_overrides_ends_where_the_innermost_fixture_is_not_found() {
    let nearest = format!("{OVERRIDES_PAGE}{USES_PAGE}");
    let class = "class TestIt:\n    @pytest.fixture\n    async def page(self, page):\n        yield page\n    \
                 async def test_use(self, page): ...\n";
    let in_class = format!("{OVERRIDES_PAGE}{class}");
    let conditional = format!(
        "import pytest, sys\nif sys.argv:\n    @pytest.fixture\n    async def page(page):\n        yield page\n\
         else:\n    @pytest.fixture\n    async def page(page):\n        yield page\n{USES_PAGE}"
    );
    let suites: &[&[(&str, &str)]] = &[
        &[("conftest.py", OVERRIDES_PAGE), ("a/test_a.py", USES_PAGE)],
        &[("conftest.py", OVERRIDES_PAGE), ("a/test_a.py", &nearest)],
        &[("conftest.py", OVERRIDES_PAGE), ("a/conftest.py", OVERRIDES_PAGE), ("a/test_a.py", &nearest)],
        &[("conftest.py", OVERRIDES_PAGE), ("a/conftest.py", OVERRIDES_PAGE), ("a/test_a.py", &in_class)],
        &[("a/test_a.py", &conditional)],
        &[
            ("plugin.py", OVERRIDES_PAGE),
            ("conftest.py", "pytest_plugins = ['plugin']\nfrom plugin import *\n"),
            ("a/conftest.py", "from plugin import page\n"),
            ("a/test_a.py", &nearest),
        ],
    ];
    let expected = all_said(auto_project(suites[0]).path(), "1.5.0");
    for files in &suites[1..] {
        let place = auto_project(files);
        assert_eq!(all_said(place.path(), "1.5.0"), expected, "{files:?}");
        let output = loopmend().current_dir(place.path()).arg("doctor").output().unwrap();
        assert!(output.status.code().is_some_and(|code| code < 2), "{files:?}: {output:?}");
    }
}

#[test]
fn each_override_requests_what_it_names() {
    let outer = "import pytest\n@pytest.fixture(scope='session')\nasync def page(base): yield base\n\
                 @pytest.fixture(scope='session')\nasync def base(): yield 1\n";
    let middle = "import pytest\n@pytest.fixture(scope='session')\nasync def page(page): yield page\n";
    let nearest = format!("{middle}{USES_PAGE}");
    let place = auto_project(&[
        ("conftest.py", outer),
        ("a/conftest.py", middle),
        ("a/b/conftest.py", middle),
        ("a/b/test_a.py", &nearest),
    ]);
    let tree = text(place.path(), &["--output-format", "json"]);
    let tree: Value = serde_json::from_str(&tree).unwrap();
    assert!(tree.to_string().contains("base"), "{tree:#}");
}

#[test]
fn fixtures_that_request_each_other_are_unknown() {
    let circle = "import pytest\n@pytest.fixture\nasync def one(two): yield two\n\
                  @pytest.fixture\nasync def two(one): yield one\n";
    let other = "import pytest\n@pytest.fixture\nasync def two(one, two): yield one\n";
    let uses = "async def test_use(one): ...\n";
    let place = auto_project(&[
        ("conftest.py", circle),
        ("test_a.py", uses),
        ("b/conftest.py", other),
        ("b/test_b.py", uses),
    ]);
    let tree = text(place.path(), &["--plugin-version", "1.5.0"]);
    assert_eq!(tree.matches("its fixtures request each other in a circle").count(), 2, "{tree}");
}

#[test]
fn a_deep_tree_of_overrides_does_not_overflow_the_stack() {
    let mut files = Vec::new();
    let mut directory = String::new();
    for _ in 0..300 {
        files.push((format!("{directory}conftest.py"), OVERRIDES_PAGE.to_owned()));
        directory += "d/";
    }
    files.push((format!("{directory}test_a.py"), USES_PAGE.to_owned()));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    assert_eq!(all_said(auto_project(&files).path(), "1.5.0").len(), 1);
}

fn auto_project(files: &[(&str, &str)]) -> tempfile::TempDir {
    let mut files = files.to_vec();
    files.push(("pytest.ini", "[pytest]\nasyncio_mode = auto\n"));
    project(&files)
}

#[test]
fn no_test_behind_a_browser_test_starts_a_loop() {
    let place = project(&[
        ("pytest.ini", "[pytest]\nasyncio_mode = auto\n"),
        ("test_a.py", "async def test_before(): ...\n"),
        ("test_b.py", "def test_page(page): ...\n"),
        ("test_c.py", "async def test_behind(): ...\ndef test_plain(): ...\n"),
    ]);
    let site = place.path().join(".venv/lib/python3.12/site-packages");
    let information = site.join("pytest_playwright-0.7.0.dist-info");
    fs::create_dir_all(&information).unwrap();
    let entry = "[pytest11]\nplaywright = pytest_playwright.pytest_playwright\n";
    fs::write(information.join("entry_points.txt"), entry).unwrap();
    fs::create_dir(site.join("pytest_playwright")).unwrap();
    let plugin = "import pytest\n@pytest.fixture(scope='session')\ndef playwright(): ...\n\
                  @pytest.fixture\ndef page(playwright): ...\n";
    fs::write(site.join("pytest_playwright/pytest_playwright.py"), plugin).unwrap();

    assert_eq!(all_said(place.path(), "1.5.0"), ["on-loop function", "plain", "loop-running", "plain"]);
    let tree = text(place.path(), &[]);
    assert!(
        tree.contains("the event loop of Playwright keeps running after `test_b.py::test_page`"),
        "{tree}"
    );
    assert!(tree.ends_with("4 tests in 3 files: 1 on 1 event loop, 0 unknown\n"), "{tree}");
    fs::remove_dir_all(information).unwrap();
    assert_eq!(all_said(place.path(), "1.5.0")[2], "on-loop function");
}

#[test]
fn tests_of_a_base_class_come_first() {
    let test = "class Base:\n    def test_2(self): ...\nclass TestA(Base):\n    def test_1(self): ...\n";
    let project = project(&[("test_a.py", test)]);
    let tree = text(project.path(), &[]);
    assert!(tree.find("TestA::test_2") < tree.find("TestA::test_1"), "{tree}");
}

#[test]
fn the_tree_and_the_comparison_are_for_people() {
    let test = "import pytest\n@pytest.mark.asyncio\nasync def test_1(): ...\nasync def test_2(): ...\n\
                def test_3(): ...\n";
    let project = project(&[("conftest.py", OVERRIDE), ("tests/test_a.py", test)]);
    assert_eq!(
        text(project.path(), &[]),
        "tests/test_a.py  pytest-asyncio 1.5.0, strict\n  a loop for each test (pytest-asyncio): 1 test\n    \
         test_1  marked\n  no event loop: 1 test\n    test_3\n  not run: 1 test\n    \
         test_2  no plugin runs it, and pytest fails it\n\n3 tests in 1 file: 1 on 1 event loop, 0 unknown\n"
    );
    assert_eq!(
        text(project.path(), &["--compare", "0.21.1", "1.5.0"]),
        "tests/test_a.py::test_1\n  before  the loop of the session (pytest-asyncio)  marked, a fixture of the \
         project\n  after   a loop for each test (pytest-asyncio)  marked\n1 of 3 tests would run differently\n"
    );
    let output = loops(project.path(), &["--plugin-version", "99.0"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("pytest-asyncio 99.0 is unknown"));
    let output = loops(project.path(), &["--plugin-version", "new"]);
    assert_eq!(output.status.code(), Some(2));
    let output = loops(project.path(), &["nowhere"]);
    assert_eq!(output.status.code(), Some(2));
}

/// A suite with tests on several loops, and with names that look like markup.
fn suite_with_markup() -> tempfile::TempDir {
    let markup = "<img src=x onerror=alert(1)>&\\\"'";
    let conftest = format!(
        "import pytest_asyncio\n@pytest_asyncio.fixture(scope='session', name=\"{markup}\")\nasync def hostile():\n    \
         yield 1\n"
    );
    let tests = format!(
        "import pytest\n@pytest.mark.asyncio\n@pytest.mark.usefixtures(\"{markup}\")\nasync def test_own(): ...\n\
         @pytest.mark.asyncio(loop_scope='session')\n@pytest.mark.usefixtures(\"{markup}\")\n\
         async def test_shared(): ...\nasync def test_not_run(): ...\ndef test_plain(): ...\n"
    );
    project(&[("conftest.py", &conftest), ("tests/<b>&'/test_a.py", &tests), ("tests/test_b.py", &tests)])
}

/// The texts of an attribute of all elements of a kind, sorted, as they were before they were escaped.
fn identifiers(page: &str, kind: &str) -> Vec<String> {
    let start = format!("data-kind=\"{kind}\" data-id=\"");
    let elements = page.split(&start).skip(1);
    let unescaped = |text: &str| {
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        text.replace("&amp;", "&")
    };
    let mut found: Vec<String> =
        elements.map(|rest| unescaped(rest.split('"').next().unwrap_or_default())).collect();
    found.sort();
    found
}

/// What [`identifiers`] are to be: those of the tests, and those of their async fixtures.
fn expected_identifiers<'j>(tests: impl IntoIterator<Item = &'j Value>) -> [Vec<String>; 2] {
    let (mut ids, mut fixtures) = (Vec::new(), Vec::new());
    for test in tests {
        let id = test["id"].as_str().unwrap();
        ids.push(id.to_owned());
        for fixture in test["async_fixtures"].as_array().into_iter().flatten() {
            fixtures.push(format!("{id} {}", fixture["name"].as_str().unwrap()));
        }
    }
    ids.sort();
    fixtures.sort();
    [ids, fixtures]
}

#[test]
#[cfg_attr(windows, ignore = "Windows has no files of such names")]
fn the_page_has_one_element_for_each_test_and_each_async_fixture() {
    let project = suite_with_markup();
    let page = text(project.path(), &["--output-format", "html"]);
    let json: Value =
        serde_json::from_str(&text(project.path(), &["--output-format", "json"])).expect("JSON");
    let files = json["files"].as_array().unwrap();
    let [tests, fixtures] =
        expected_identifiers(files.iter().flat_map(|file| file["tests"].as_array().unwrap()));
    assert_eq!((tests.len(), fixtures.len()), (8, 4));
    assert_eq!(identifiers(&page, "test"), tests);
    assert_eq!(identifiers(&page, "fixture"), fixtures);
    assert_eq!(page, text(project.path(), &["--format", "html"]));
}

#[test]
#[cfg_attr(windows, ignore = "Windows has no files of such names")]
fn the_page_escapes_what_the_project_says_and_loads_nothing() {
    let project = suite_with_markup();
    for arguments in
        [&["--output-format", "html"][..], &["--output-format", "html", "--compare", "0.21.1", "1.5.0"]]
    {
        let page = text(project.path(), arguments);
        assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;&amp;&quot;'"), "{page}");
        for markup in ["<img", "<b>", "http://", "https://", "@import", "url(", "src=\"", "<iframe", "<base"]
        {
            assert!(!page.contains(markup), "{markup}: {page}");
        }
        assert_eq!(page.matches("<link").count(), 1, "{page}");
        assert!(page.contains("<link rel=\"icon\" href=\"data:,\">"), "{page}");
        assert_eq!(page.matches("<script>").count(), 1, "{page}");
        assert!(page.contains("default-src 'none'"), "{page}");
    }
}

#[test]
fn the_page_of_a_comparison_has_one_element_for_each_test_that_differs() {
    let project = project(&[
        ("conftest.py", SESSION_FIXTURE),
        ("test_a.py", USES),
        ("test_b.py", "def test_c(): ...\n"),
    ]);
    let versions = ["--compare", "0.23.8", "0.21.1"];
    let page = text(project.path(), &[&versions[..], &["--output-format", "html"]].concat());
    let json = text(project.path(), &[&versions[..], &["--output-format", "json"]].concat());
    let changes: Vec<Value> = serde_json::from_str(&json).expect("JSON");
    let [tests, _] = expected_identifiers(changes.iter().map(|change| &change["after"]));
    let sides = changes.iter().flat_map(|change| [&change["before"], &change["after"]]);
    let [_, fixtures] = expected_identifiers(sides);
    assert_eq!(tests, ["test_a.py::test_use"]);
    assert_eq!(fixtures, ["test_a.py::test_use res"]);
    assert_eq!(identifiers(&page, "test"), tests);
    assert_eq!(identifiers(&page, "fixture"), fixtures);
    assert!(page.contains("What changes from pytest-asyncio 0.23.8 to 0.21.1"), "{page}");
    assert!(page.contains("1 of 2 tests would run differently."), "{page}");
    assert!(page.contains("Own loop → failed: a fixture outlives its loop"), "{page}");
}

#[test]
fn the_page_says_which_loop_is_whose_and_why() {
    let project = project(&[("conftest.py", SESSION_FIXTURE), ("test_a.py", USES)]);
    let page = text(project.path(), &["--output-format", "html"]);
    for words in [
        "1 test in 1 file: 1 on 1 event loop. 1 uses an async fixture from another loop.",
        "Marked <code>asyncio</code>; a loop for each test is the default.",
        "Async fixtures on this loop: <code>res</code> (1 test). No test runs on it.",
        "<code>res</code> another loop: the session’s",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let empty = self::project(&[("a.py", "x = 1\n")]);
    let page = text(empty.path(), &["--output-format", "html"]);
    assert!(page.contains("0 tests in 0 files"), "{page}");
}

#[test]
fn fixtures_of_the_installed_plugin_are_not_those_of_another_version() {
    let plugin = "import pytest\n@pytest.fixture\ndef event_loop(): ...\n";
    let project = project(&[
        (".venv/lib/python3.12/site-packages/pytest_asyncio/plugin.py", plugin),
        (".venv/lib/python3.12/site-packages/pytest_asyncio/__init__.py", ""),
        ("test_a.py", "def test_plain(event_loop): ...\n"),
    ]);
    assert_eq!(said(project.path(), "0.25.3"), "plain");
    assert_eq!(said(project.path(), "1.5.0"), "missing-fixture");
}
