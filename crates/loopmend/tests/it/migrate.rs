//! `loopmend doctor --migrate`: the plan of each example project, what it writes and takes back, and bad input.

use crate::support::migration::{Place, stderr, stdout, steps};
use serde_json::Value;

/// Of an example, its name, what is installed, and the places of its steps.
type Case<'c> = (&'c str, [(&'c str, &'c str); 2], &'c [&'c str]);

const OLD: [(&str, &str); 2] = [("pytest", "7.4.4"), ("pytest-asyncio", "0.21.1")];
const NEW: [(&str, &str); 2] = [("pytest", "9.2.0"), ("pytest-asyncio", "1.5.0")];

#[test]
fn the_steps_of_each_example_are_edits_after_which_none_is_left() {
    let cases: [Case; 7] = [
        (
            "override_on_0_21",
            OLD,
            &["edit - requirements.txt:1", "edit - requirements.txt:2", "edit LM301 conftest.py:7"],
        ),
        ("override_on_1", NEW, &["edit LM301 conftest.py:7"]),
        ("session_fixture", NEW, &["edit LM306 test_server.py:7"]),
        ("strict_unmarked", NEW, &["edit LM303 test_prices.py:9", "edit LM303 test_prices.py:13"]),
        ("warnings_are_errors", NEW, &["edit LM323 pytest.ini:3"]),
        ("get_event_loop", NEW, &["edit LM334 test_clock.py:14"]),
        (
            "old_plugin_on_pytest_9",
            [("pytest", "9.2.0"), ("pytest-asyncio", "0.21.1")],
            &["edit - requirements.txt:1", "edit LM321 pytest.ini:1"],
        ),
    ];
    for (name, installed, expected) in cases {
        let place = Place::of_example(name, &installed);
        let before = place.texts();
        assert_eq!(steps(&place.plan(&[])), expected, "{name}");
        let diff = place.migrate(&["--diff"]);
        assert_eq!((diff.status.code(), place.texts()), (Some(1), before.clone()), "{name}");
        assert!(stdout(&diff).contains("\n+"), "{name}: {diff:?}");

        let written = place.migrate(&["--write"]);
        assert_eq!(written.status.code(), Some(0), "{name}: {written:?}");
        assert_ne!(place.texts(), before, "{name}");
        assert!(stdout(&written).contains("`loopmend fix --undo` undoes them"), "{name}: {written:?}");
        let again = place.migrate(&["--diff"]);
        assert_eq!((again.status.code(), stdout(&again)), (Some(0), String::new()), "{name}");

        let undone = place.run(&["fix", "--undo"]);
        assert_eq!((undone.status.code(), place.texts()), (Some(0), before), "{name}");
    }
}

#[test]
fn the_plan_says_what_the_version_asks_for_and_what_each_step_means() {
    let place = Place::of_example("override_on_0_21", &OLD);
    let plan = place.plan(&[]);
    assert_eq!((plan["from"].as_str(), plan["to"].as_str()), (Some("0.21.1"), Some("1.5.0")));
    assert_eq!((plan["asks_pytest"].as_str(), plan["asks_python"].as_str()), (Some(">=8.4"), Some(">=3.10")));
    let text = stdout(&place.migrate(&[]));
    assert!(text.starts_with("pytest-asyncio 0.21.1 to 1.5.0\n"), "{text}");
    assert!(text.contains("`pytest==7.4.4` becomes `pytest==9.2.0`"), "{text}");
    let markdown = stdout(&place.migrate(&["--output-format", "markdown"]));
    assert!(markdown.starts_with("## pytest-asyncio 0.21.1 to 1.5.0\n"), "{markdown}");
    assert!(markdown.contains("### 2. Choose the shared loop"), "{markdown}");
}

#[test]
fn a_named_version_decides_what_is_written() {
    let place = Place::of_example("override_on_0_21", &OLD);
    let written = place.migrate(&["1.2.0", "--write"]);
    assert_eq!(written.status.code(), Some(0), "{written:?}");
    assert_eq!(place.read("requirements.txt"), "pytest==8.4.2\npytest-asyncio==1.2.0\n");
}

#[test]
fn what_is_left_to_a_person_is_said_with_the_reason() {
    let files = [
        ("pytest.ini", "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n"),
        ("requirements.txt", "pytest-asyncio==0.21.1 \\\n    --hash=sha256:00\n"),
        ("tox.ini", "[testenv]\ndeps =\n    pytest-asyncio<1\n"),
        ("uv.lock", "version = 1\n"),
        (
            "conftest.py",
            "import pytest\nimport uvloop\n\n\n@pytest.fixture(scope=\"session\")\ndef event_loop():\n    \
             loop = uvloop.new_event_loop()\n    yield loop\n    loop.close()\n",
        ),
        ("test_a.py", "async def test_a():\n    assert True\n"),
    ];
    let place = Place::new(&files, &OLD);
    let plan = place.plan(&[]);
    let expected = [
        "by-hand - requirements.txt:1",
        "by-hand - tox.ini:3",
        "by-hand - uv.lock:1",
        "by-hand LM301 conftest.py:6",
    ];
    assert_eq!(steps(&plan), expected);
    assert!(plan.to_string().contains("uv lock --upgrade-package pytest-asyncio"), "{plan}");
    let before = place.texts();
    assert_eq!((place.migrate(&["--write"]).status.code(), place.texts()), (Some(1), before));
}

#[test]
fn an_override_that_plain_code_takes_for_the_current_loop_is_left_with_its_place() {
    let test = "import asyncio\n\n\nclass TestA:\n    def setup_method(self):\n        \
                self.loop = asyncio.get_event_loop()\n\n    async def test_a(self):\n        \
                assert self.loop is asyncio.get_running_loop()\n";
    let place = Place::of_example("override_on_0_21", &OLD);
    place.write("test_taken.py", test.as_bytes());
    let plan = place.plan(&[]);
    let reason = "`TestA.setup_method` takes the current event loop (`asyncio.get_event_loop`)";
    assert!(plan.to_string().contains(reason), "{plan}");
    assert!(plan.to_string().contains("(test_taken.py:5:5)"), "{plan}");
    assert!(steps(&plan).contains(&"by-hand LM301 conftest.py:7".to_owned()), "{plan}");
    assert_eq!(place.migrate(&["--write"]).status.code(), Some(1));
    assert!(place.read("conftest.py").contains("def event_loop"));
}

#[test]
fn pythons_that_the_target_does_not_run_on_are_named_and_get_no_option_of_it() {
    let pyproject = "[project]\nname = 'x'\nversion = '1'\nrequires-python = '>=3.9'\ndependencies = ['pytest-asyncio<1']\n\n\
                     [tool.pytest.ini_options]\nasyncio_mode = 'auto'\n";
    let place = Place::new(
        &[("pyproject.toml", pyproject), ("test_a.py", "async def test_a():\n    assert True\n")],
        &OLD,
    );
    let plan = place.plan(&[]);
    assert_eq!(steps(&plan)[0], "by-hand - pyproject.toml:4", "{plan}");
    assert!(plan.to_string().contains("Python 3.9 is allowed, and its newest pytest-asyncio is 1.2.0"));
    assert_eq!(place.migrate(&["--write"]).status.code(), Some(1));
    assert!(place.read("pyproject.toml").contains("asyncio_default_fixture_loop_scope = \"function\""));

    place.write("pyproject.toml", pyproject.replace("3.9", "3.10").as_bytes());
    assert!(!steps(&place.plan(&[])).iter().any(|step| step.starts_with("by-hand")));
    assert_eq!(place.migrate(&["--write", "--allow-dirty"]).status.code(), Some(0));
    assert!(place.read("pyproject.toml").contains("asyncio_default_fixture_loop_scope = \"fixture-scope\""));
}

#[test]
fn an_override_goes_when_the_async_functions_that_ask_for_it_take_their_own_loop() {
    let conftest = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture(scope=\"session\")\ndef event_loop():\n    \
                    loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n\n\n\
                    @pytest.fixture(scope=\"session\")\nasync def started(event_loop):\n    return event_loop.time()\n";
    let files = [
        ("pytest.ini", "[pytest]\nasyncio_mode = auto\n"),
        ("conftest.py", conftest),
        ("test_a.py", "async def test_a(event_loop, started):\n    assert event_loop.time() >= started\n"),
    ];
    let place = Place::new(&files, &OLD);
    let expected = ["edit LM302 conftest.py:14", "edit LM302 test_a.py:1", "edit LM301 conftest.py:7"];
    assert_eq!(steps(&place.plan(&[])), expected);
    assert_eq!(place.migrate(&["--write"]).status.code(), Some(0));
    let after = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture(scope=\"session\")\nasync def started():\n    \
                 event_loop = asyncio.get_running_loop()\n    return event_loop.time()\n";
    assert_eq!(place.read("conftest.py"), after);
    assert!(place.read("pytest.ini").contains("asyncio_default_test_loop_scope = session"));
}

#[test]
fn no_override_and_no_request_is_passed_over_in_silence() {
    let conftest = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture(scope='session')\ndef event_loop():\n    loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n";
    let test = "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_a(): ...\n\n\n@pytest.mark.usefixtures('event_loop')\ndef test_b(): ...\n\n\ndef test_c(event_loop): ...\n";
    let place = Place::new(
        &[("conftest.py", conftest), ("test_a.py", test), ("requirements.txt", "pytest-asyncio==0.21.1\n")],
        &[("pytest", "7.4.4"), ("pytest-asyncio", "0.21.1")],
    );
    let output = place.migrate(&["--write", "--allow-dirty"]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    for line in ["conftest.py:7", "test_a.py:8", "test_a.py:12"] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn what_is_left_to_a_person_is_named_by_the_lines_that_the_reader_sees() {
    let tests = "async def test_a(event_loop):\n    event_loop.time()\n\n\ndef test_b(event_loop, db):\n    event_loop.run_until_complete(db.ping())\n\n\ndef run(job, event_loop=None):\n    return job\n";
    let files = [("pytest.ini", "[pytest]\nasyncio_mode = auto\n"), ("test_a.py", tests)];
    let place = Place::new(&files, &NEW);
    let of_tests = |plan: &Value| {
        let of_loop = |step: &String| step.contains("LM302");
        steps(plan).into_iter().filter(of_loop).collect::<Vec<String>>()
    };
    let planned = place.plan(&[]);
    assert_eq!(of_tests(&planned), ["edit LM302 test_a.py:1", "by-hand LM302 test_a.py:5"]);
    assert!(!planned.to_string().contains("test_a.py:9"), "{planned}");
    let written = place.plan(&["--write"]);
    assert_eq!(of_tests(&written), ["edit LM302 test_a.py:1", "by-hand LM302 test_a.py:9"]);
}

#[test]
fn a_project_without_the_plugin_is_refused() {
    let place = Place::new(
        &[
            ("pytest.ini", "[pytest]\nfilterwarnings = error\n"),
            ("requirements.txt", "pytest==7.4.4\nanyio\n"),
        ],
        &[("pytest", "7.4.4"), ("anyio", "4.0.0")],
    );
    let output = place.migrate(&["--write", "--allow-dirty"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("there is nothing to migrate"), "{}", stderr(&output));
    assert_eq!(place.read("pytest.ini"), "[pytest]\nfilterwarnings = error\n");
}

#[test]
fn requirements_and_settings_in_one_file_are_edited_together() {
    let text = "[project]\nname = 'x'\nversion = '1'\n[project.optional-dependencies]\ntest = ['pytest-asyncio==0.21.1']\n\
                [tool.pytest.ini_options]\nasyncio_mode = \"auto\"\n";
    let conftest = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture(scope=\"session\")\ndef event_loop():\n    \
                    loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n";
    let files = [
        ("pyproject.toml", text),
        ("conftest.py", conftest),
        ("test_a.py", "async def test_a():\n    assert True\n"),
    ];
    let place = Place::new(&files, &OLD);
    let written = place.migrate(&["--write"]);
    assert_eq!(written.status.code(), Some(0), "{written:?}");
    let after = place.read("pyproject.toml");
    assert!(after.contains("test = ['pytest-asyncio==1.5.0']"), "{after}");
    assert!(after.contains("asyncio_default_test_loop_scope = \"session\""), "{after}");
    assert_eq!(place.run(&["fix", "--undo"]).status.code(), Some(0));
    assert_eq!(place.read("pyproject.toml"), text);
}

#[test]
fn pins_of_a_pyproject_say_how_the_tests_run_before() {
    let pyproject = "[project]\nname = 'x'\nversion = '1'\n[dependency-groups]\ndev = ['pytest==7.4.4', 'pytest-asyncio==0.21.1', 'pytest-cov']\n\
                     [tool.pytest.ini_options]\nasyncio_mode = 'auto'\nasyncio_default_fixture_loop_scope = 'function'\n";
    let files = [("pyproject.toml", pyproject), ("test_a.py", "async def test_a():\n    assert True\n")];
    let plan = Place::new(&files, &[]).plan(&[]);
    assert_eq!(plan["from"].as_str(), Some("0.21.1"), "{plan}");
    assert_eq!(plan["before"].as_str(), Some("1 test in 1 file: 1 on 1 event loop, 0 unknown"), "{plan}");
}

#[test]
fn an_override_that_a_person_has_seen_to_is_mended_by_the_next_migration() {
    let conftest = |setup: &str| {
        format!(
            "import asyncio\n\nimport pytest\n\n\n@pytest.fixture(scope=\"session\")\ndef event_loop():\n    \
             loop = asyncio.new_event_loop()\n{setup}    yield loop\n    loop.close()\n"
        )
    };
    let left = conftest("    loop.slow_callback_duration = 1\n");
    let files = [
        ("pytest.ini", "[pytest]\nasyncio_mode = auto\n"),
        ("conftest.py", left.as_str()),
        ("test_a.py", "async def test_a():\n    assert True\n"),
    ];
    let place = Place::new(&files, &OLD);
    let first = place.plan(&["--write"]);
    assert_eq!(steps(&first), ["by-hand LM301 conftest.py:7", "by-hand LM321 pytest.ini:1"]);

    place.write("conftest.py", conftest("").as_bytes());
    assert_eq!(place.migrate(&["--write"]).status.code(), Some(0));
    assert!(!place.read("conftest.py").contains("event_loop"));
    let settings = "[pytest]\nasyncio_default_fixture_loop_scope = session\nasyncio_default_test_loop_scope = session\nasyncio_mode = auto\n";
    assert_eq!(place.read("pytest.ini"), settings);
    assert_eq!(steps(&place.plan(&[])), Vec::<String>::new());
}

#[test]
fn what_tests_await_of_fixtures_that_ran_is_awaited_still() {
    let conftest = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture\nasync def future():\n    \
                    return asyncio.ensure_future(asyncio.sleep(0, 1))\n";
    let test =
        "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_it(future):\n    assert await future == 1\n";
    let files = [("pytest.ini", "[pytest]\n"), ("conftest.py", conftest), ("test_a.py", test)];
    let place = Place::new(&files, &[("pytest", "7.1.2"), ("pytest-asyncio", "0.18.3")]);
    let plan = place.plan(&["--write"]);
    assert!(steps(&plan).contains(&"edit LM304 conftest.py:7".to_owned()), "{plan}");
    assert!(place.read("conftest.py").contains("@pytest_asyncio.fixture"));
    assert_eq!(place.read("test_a.py"), test);
}

#[cfg(unix)]
#[test]
fn a_migration_that_would_be_half_is_none() {
    use std::os::unix::fs::PermissionsExt;

    let conftest = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture(scope=\"session\")\ndef event_loop():\n    \
                    loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n";
    let files = [
        ("requirements.txt", "pytest-asyncio==0.21.1\n"),
        ("pytest.ini", "[pytest]\nasyncio_mode = auto\n"),
        ("conftest.py", conftest),
        ("test_a.py", "async def test_a():\n    assert True\n"),
    ];
    let place = Place::new(&files, &OLD);
    let conftest = place.project().join("conftest.py");
    std::fs::set_permissions(&conftest, std::fs::Permissions::from_mode(0o444)).unwrap();
    let before = place.texts();
    let output = place.migrate(&["--write"]);
    assert_eq!((output.status.code(), place.texts()), (Some(2), before), "{output:?}");
    let error = stderr(&output);
    assert!(error.contains("`conftest.py` would change but is read-only"), "{error}");

    std::fs::set_permissions(&conftest, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(place.migrate(&["--write"]).status.code(), Some(0));
}

#[test]
fn without_an_environment_the_pinned_version_is_where_it_starts() {
    let files = [
        ("requirements.txt", "pytest-asyncio==0.21.1\npytest-cov\n"),
        ("pytest.ini", "[pytest]\nasyncio_mode = strict\nasyncio_default_fixture_loop_scope = function\n"),
        ("test_a.py", "async def test_a():\n    assert True\n"),
    ];
    let place = Place::new(&files, &[]);
    let plan = place.plan(&[]);
    assert_eq!(plan["from"].as_str(), Some("0.21.1"), "{plan}");
    assert!(plan["before"].as_str().unwrap().ends_with(" 0 unknown"), "{plan}");
    assert_eq!(steps(&plan), ["edit - requirements.txt:1", "edit LM303 test_a.py:1"]);
}

#[test]
fn files_that_cannot_be_read_are_named_and_stay() {
    let place = Place::new(&[("test_a.py", "def test_a():\n    assert True\n")], &NEW);
    place.write("pyproject.toml", b"[project\ndependencies = ['pytest-asyncio==0.21.1']\n");
    place.write("requirements.txt", b"pytest-asyncio==0.21.1 # \xff\n");
    let before = place.texts();
    let output = place.migrate(&["--write", "--isolated"]);
    assert_eq!((output.status.code(), place.texts()), (Some(1), before), "{output:?}");
    let text = stdout(&output);
    assert!(text.contains("it is not UTF-8, so loopmend does not edit it"), "{text}");
    assert!(text.contains("pyproject.toml:1"), "{text}");
}

#[test]
fn wrong_versions_are_refused_with_those_that_are_known() {
    let place = Place::of_example("override_on_1", &NEW);
    for (version, words) in [
        ("9.9", "choose one of 1.5.0, 1.4.1"),
        ("tests", "and put paths before `--migrate`"),
        ("0.26.0", "loopmend migrates only to versions that it was measured with, from 1.0 on"),
        ("1.3.0", "pytest-asyncio 1.5.0 is newer than 1.3.0"),
    ] {
        let output = place.migrate(&[version]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(stderr(&output).contains(words), "{output:?}");
    }
    for arguments in
        [&["doctor", "--diff"][..], &["doctor", "--write"], &["doctor", "--migrate", "--diff", "--write"]]
    {
        assert_eq!(place.run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[needs::program("git")]
#[test]
fn files_that_git_could_not_give_back_are_not_written_to() {
    let place = Place::of_example("override_on_1", &NEW);
    let git = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        let status = command.args(arguments).current_dir(place.project()).output().unwrap().status;
        assert!(status.success(), "{arguments:?}");
    };
    git(&["init", "-q"]);
    let before = place.texts();
    let refused = place.migrate(&["--write"]);
    assert_eq!((refused.status.code(), place.texts()), (Some(2), before), "{refused:?}");
    assert!(stderr(&refused).contains("--allow-dirty"), "{refused:?}");
    assert_eq!(place.migrate(&["--write", "--allow-dirty"]).status.code(), Some(0));
}

#[test]
fn a_project_that_needs_nothing_gets_an_empty_plan() {
    let files = [
        ("pytest.ini", "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n"),
        ("test_a.py", "async def test_a():\n    assert True\n"),
    ];
    let place = Place::new(&files, &NEW);
    let output = place.migrate(&[]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(stdout(&output).ends_with("Nothing to edit.\n"), "{output:?}");
}

#[test]
fn hooks_that_mark_tests_are_named_and_their_tests_marked_where_the_marks_come_too_late() {
    let hook = "import pytest\n\n\ndef pytest_collection_modifyitems(items):\n    for item in items:\n        item.add_marker(pytest.mark.asyncio)\n";
    let files = [
        ("pytest.ini", "[pytest]\nasyncio_mode = strict\nasyncio_default_fixture_loop_scope = function\n"),
        ("conftest.py", hook),
        ("test_a.py", "async def test_a():\n    assert True\n"),
    ];
    let place = Place::new(&files, &OLD);
    let plan = place.plan(&["--write"]);
    assert_eq!(steps(&plan), ["edit LM303 test_a.py:1"]);
    let note = "conftest.py:4: `pytest_collection_modifyitems` marks tests after collection";
    assert!(plan["notes"].to_string().contains(note), "{plan}");
    let marked = "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_a():\n    assert True\n";
    assert_eq!(place.read("test_a.py"), marked);
}

#[test]
fn bounds_that_leave_the_target_out_are_named_in_files_that_are_not_edited() {
    let files = [
        ("requirements.txt", "pytest-asyncio==0.21.1\n"),
        ("tox.ini", "[testenv]\ndeps =\n    pytest<8\n    pytest-cov<5\n    pytest-asyncio>=0.21\n"),
        ("setup.cfg", "[options.extras_require]\ntest =\n    pytest<8\n[testenv]\ndeps = pytest~=7.4\n"),
        ("test_a.py", "def test_a():\n    assert True\n"),
    ];
    let plan = Place::new(&files, &OLD).plan(&[]);
    let expected =
        ["edit - requirements.txt:1", "edit - setup.cfg:3", "by-hand - setup.cfg:5", "by-hand - tox.ini:3"];
    assert_eq!(steps(&plan), expected);
}

#[test]
fn plain_tests_that_ask_for_an_override_leave_what_it_meant_to_a_person() {
    let conftest = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture(scope=\"session\")\ndef event_loop():\n    \
                    loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n";
    let tests = "import asyncio\n\n\nasync def test_a():\n    assert True\n\n\ndef test_b(event_loop):\n    event_loop.run_until_complete(asyncio.sleep(0))\n";
    let files =
        [("pytest.ini", "[pytest]\nasyncio_mode = auto\n"), ("conftest.py", conftest), ("test_a.py", tests)];
    let place = Place::new(&files, &NEW);
    let expected = ["by-hand LM301 conftest.py:7", "by-hand LM321 pytest.ini:1", "by-hand - test_a.py:8"];
    assert_eq!(steps(&place.plan(&["--write"])), expected);
    assert_eq!(place.read("pytest.ini"), "[pytest]\nasyncio_mode = auto\n");

    let settings = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = session\nasyncio_default_test_loop_scope = session\n";
    place.write("pytest.ini", settings.as_bytes());
    assert_eq!(steps(&place.plan(&[])), ["by-hand - conftest.py:7", "by-hand - test_a.py:8"]);
}

#[test]
fn a_loop_taken_behind_an_async_test_is_left_by_hand_with_its_place_and_reason() {
    let tests = "import asyncio\n\n\nasync def test_tick():\n    assert True\n\n\ndef test_future():\n    assert asyncio.Future()\n\n\n\
                 class TestKept:\n    def setup_method(self):\n        self.loop = asyncio.get_event_loop()\n\n    \
                 def test_kept(self):\n        assert self.loop\n";
    let settings = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n";
    let place = Place::new(&[("pytest.ini", settings), ("test_a.py", tests)], &NEW);
    assert_eq!(steps(&place.plan(&[])), ["by-hand LM334 test_a.py:8", "by-hand LM334 test_a.py:16"]);
    let text = stdout(&place.migrate(&[]));
    for reason in [
        "only the author of the test knows which loop is meant",
        "the loop is taken outside the body of the test",
    ] {
        assert!(text.contains(reason), "{text}");
    }
}

#[test]
fn tests_that_would_run_on_no_loop_any_more_are_named_where_no_edit_keeps_it() {
    let files = [
        ("pytest.ini", "[pytest]\naddopts = -ra\n"),
        ("conftest.py", "from pytest import fixture\n\n\n@fixture\nasync def svc():\n    yield 1\n"),
        (
            "test_s.py",
            "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_svc(svc):\n    assert svc == 1\n\n\n\
             @pytest.mark.asyncio\nasync def test_own():\n    assert True\n",
        ),
    ];
    let notes = |plan: &Value| plan["notes"].to_string();
    let place = Place::new(&files, &[("pytest", "7.4.4"), ("pytest-asyncio", "0.18.3")]);
    let plan = place.plan(&[]);
    assert_eq!(place.migrate(&["--write"]).status.code(), Some(1));
    assert!(
        notes(&plan).contains(
            "1 test that runs on an event loop today would run on none after these edits: `test_s.py::test_svc` (nothing runs the async fixture \
             `svc`, and pytest rejects it)"
        ),
        "{plan}"
    );
    let auto = [("pytest.ini", "[pytest]\nasyncio_mode = auto\n"), files[1], files[2]];
    let plan = Place::new(&auto, &[("pytest", "8.4.2"), ("pytest-asyncio", "1.1.0")]).plan(&[]);
    assert!(!notes(&plan).contains("after these edits"), "{plan}");
}

#[test]
fn what_pytest_calls_no_longer_by_the_names_of_nose_is_left_by_hand() {
    let tests = "import unittest\n\nimport pytest\n\n\n\
                 class TestOld:\n    def setup(self):\n        self.kept = 1\n\n    def test_a(self):\n        assert self.kept\n\n\n\
                 class TestNew:\n    def setup_method(self):\n        self.setup()\n\n    def setup(self):\n        self.kept = 1\n\n    \
                 def test_b(self):\n        assert self.kept\n\n\n\
                 class TestFixture:\n    @pytest.fixture(autouse=True)\n    def setup(self):\n        self.kept = 1\n\n    \
                 def test_c(self):\n        assert self.kept\n\n\n\
                 class Case(unittest.TestCase):\n    def setup(self):\n        pass\n\n    def test_d(self):\n        pass\n";
    let settings = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n";
    let files = [("pytest.ini", settings), ("test_a.py", tests)];
    let place = Place::new(&files, &OLD);
    assert_eq!(steps(&place.plan(&[])), ["by-hand - test_a.py:7"]);
    let text = stdout(&place.migrate(&[]));
    assert!(text.contains("pytest 7 calls `TestOld.setup`; rename it to `setup_method`"), "{text}");
    assert_eq!(steps(&Place::new(&files, &NEW).plan(&[])), Vec::<String>::new());
}

#[test]
fn async_fixtures_that_the_mode_of_before_0_19_ran_take_the_decorator() {
    let conftest = "import pytest\n\n\n@pytest.fixture\nasync def client():\n    return object()\n";
    let files = [
        ("pytest.ini", "[pytest]\nmarkers = slow\n"),
        ("conftest.py", conftest),
        (
            "test_a.py",
            "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_a(client):\n    assert client\n",
        ),
    ];
    let place = Place::new(&files, &[("pytest", "7.0.1"), ("pytest-asyncio", "0.16.0")]);
    let plan = place.plan(&[]);
    assert_eq!(plan["before"].as_str(), Some("1 test in 1 file: 1 on 1 event loop, 0 unknown"), "{plan}");
    assert_eq!(steps(&plan), ["edit LM304 conftest.py:5"]);
    assert_eq!(place.migrate(&["--write"]).status.code(), Some(0));
    assert!(place.read("conftest.py").contains("@pytest_asyncio.fixture\nasync def client"));

    let plain = [files[0], files[1], ("test_b.py", "def test_b(client):\n    assert client\n")];
    let plan = Place::new(&plain, &[("pytest", "7.4.4"), ("pytest-asyncio", "0.18.3")]).plan(&[]);
    assert_eq!(steps(&plan), ["by-hand LM310 test_b.py:1"]);
}

#[test]
fn requirements_beside_a_configuration_of_pytest_are_edited_too() {
    let files = [
        ("pyproject.toml", "[project]\nname = 'all'\nversion = '1'\n"),
        (
            "services/api/pytest.ini",
            "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n",
        ),
        ("services/api/requirements-dev.txt", "pytest-asyncio==0.21.1\n"),
        ("services/api/tests/test_a.py", "async def test_a():\n    assert True\n"),
    ];
    let place = Place::new(&files, &OLD);
    assert_eq!(steps(&place.plan(&[])), ["edit - services/api/requirements-dev.txt:1"]);
}

#[test]
fn a_mode_of_the_past_stands_in_the_way_of_no_other_step() {
    let conftest = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture\ndef event_loop():\n    loop = asyncio.new_event_loop()\n    \
                    yield loop\n    loop.close()\n\n\n@pytest.fixture\nasync def value(event_loop):\n    return event_loop\n";
    let tests = "import asyncio\n\nimport pytest\n\n\n@pytest.mark.asyncio\nasync def test_a(value):\n    assert value is asyncio.get_running_loop()\n";
    let files = [
        ("setup.cfg", "[tool:pytest]\naddopts = --asyncio-mode=legacy -q\n"),
        ("conftest.py", conftest),
        ("test_a.py", tests),
    ];
    let place = Place::new(&files, &[("pytest", "7.1.3"), ("pytest-asyncio", "0.18.3")]);
    let expected = [
        "edit LM320 setup.cfg:2",
        "edit LM302 conftest.py:14",
        "edit LM301 conftest.py:7",
        "edit LM321 setup.cfg:1",
    ];
    assert_eq!(steps(&place.plan(&[])), expected);
}

#[test]
fn plain_tests_lose_the_mark_that_the_target_warns_of() {
    let tests = "import pytest\n\n\n@pytest.mark.asyncio\ndef test_a():\n    assert True\n";
    let settings = "[pytest]\nfilterwarnings = error\nasyncio_default_fixture_loop_scope = function\n";
    let place = Place::new(&[("pytest.ini", settings), ("test_a.py", tests)], &OLD);
    assert_eq!(steps(&place.plan(&["--write"])), ["edit LM312 test_a.py:4"]);
    assert!(!place.read("test_a.py").contains("mark"));
}

#[test]
fn two_configurations_leave_the_scope_of_a_loop_to_a_person() {
    let conftest = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture(scope=\"session\")\ndef event_loop():\n    \
                    loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n";
    let settings = "[pytest]\nasyncio_mode = auto\n";
    let files = [
        ("pytest.ini", settings),
        ("service/pytest.ini", settings),
        ("service/tests/conftest.py", conftest),
        ("service/tests/test_a.py", "async def test_a():\n    assert True\n"),
    ];
    let place = Place::new(&files, &OLD);
    let plan = place.plan(&[]);
    assert!(steps(&plan).contains(&"by-hand LM301 service/tests/conftest.py:7".to_owned()), "{plan}");
    assert!(plan["steps"].to_string().contains("`pytest.ini` also configures pytest"), "{plan}");
}

#[test]
fn a_policy_fixture_is_a_step_of_its_own() {
    let conftest = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture(scope=\"session\")\ndef event_loop_policy():\n    \
                    return asyncio.DefaultEventLoopPolicy()\n";
    let settings = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n";
    let files = [
        ("pytest.ini", settings),
        ("conftest.py", conftest),
        ("test_a.py", "async def test_a():\n    assert True\n"),
    ];
    let text = stdout(&Place::new(&files, &[("pytest", "8.4.2"), ("pytest-asyncio", "0.26.0")]).migrate(&[]));
    assert!(text.contains("Check the code that still defines `event_loop_policy`"), "{text}");
    assert!(
        text.contains("This policy still creates the event loops") && !text.contains("requests `event_loop`"),
        "{text}"
    );
}
