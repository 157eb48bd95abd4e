//! `loopmend categories --write`: where marks go, what they are called, where they are registered, and what is left alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::environment::python;
use crate::support::loopmend;
use serde_json::Value;
use tempfile::TempDir;

/// A project of these files.
fn project(files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = directory.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    directory
}

fn run(directory: &TempDir, arguments: &[&str]) -> Output {
    loopmend().current_dir(directory.path()).args(arguments).output().expect("the program starts")
}

/// What `--write` says, with its exit status.
fn write(directory: &TempDir, arguments: &[&str]) -> (Option<i32>, String) {
    let output = run(directory, &[&["categories", "--write"], arguments].concat());
    let words = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(words).unwrap())
}

fn read(directory: &TempDir, path: &str) -> String {
    fs::read_to_string(directory.path().join(path)).unwrap()
}

/// The text of a file after `--write`, beside a `pytest.ini`.
fn marked(path: &str, text: &str, others: &[(&str, &str)]) -> String {
    let directory = project(&[&[("pytest.ini", "[pytest]\n"), (path, text)], others].concat());
    let (_, words) = write(&directory, &[]);
    let after = read(&directory, path);
    assert_eq!(write(&directory, &[]).1.lines().next(), again(&words).as_deref().or(words.lines().next()));
    assert_eq!(read(&directory, path), after, "a second time changes nothing");
    after
}

/// The first line of what is said the second time, where the first one marked all.
fn again(words: &str) -> Option<String> {
    let is_done = words.starts_with("Marked") && !words.contains("Not marked");
    let words = if is_done { "Nothing to do: each test has a mark." } else { "No test was marked." };
    Some(words.to_owned())
}

#[test]
fn a_mark_goes_above_the_widest_part_whose_tests_are_of_one_category() {
    let text = "\
\"\"\"Orders.\"\"\"

import subprocess
from unittest import TestCase


class TestPrices:
    def test_sum(self):
        assert 1 + 1 == 2

    def test_rounding(self):
        assert round(1.2) == 1


class TestMixed:
    def test_build(self):
        subprocess.run(['make'])

    def test_name(self):
        assert 'a'


class TestOld(TestCase):
    def test_it(self):
        subprocess.run(['make'])


async def test_alone():
    assert True
";
    assert_eq!(
        marked("test_orders.py", text, &[]),
        "\
\"\"\"Orders.\"\"\"

import subprocess
from unittest import TestCase

import pytest


@pytest.mark.unit
class TestPrices:
    def test_sum(self):
        assert 1 + 1 == 2

    def test_rounding(self):
        assert round(1.2) == 1


class TestMixed:
    @pytest.mark.integration
    def test_build(self):
        subprocess.run(['make'])

    @pytest.mark.unit
    def test_name(self):
        assert 'a'


@pytest.mark.integration
class TestOld(TestCase):
    def test_it(self):
        subprocess.run(['make'])


@pytest.mark.unit
async def test_alone():
    assert True
"
    );
}

#[test]
fn a_file_whose_tests_are_alike_says_it_once() {
    let cases = [
        (
            "import pytest\n\nimport os\n\n\ndef test_a(): ...\n",
            "import pytest\n\nimport os\n\npytestmark = pytest.mark.unit\n\n\ndef test_a(): ...\n",
        ),
        (
            "from pytest import mark\n\n\ndef test_a(): ...\n",
            "from pytest import mark\n\npytestmark = mark.unit\n\n\ndef test_a(): ...\n",
        ),
        ("def test_a(): ...\n", "import pytest\n\npytestmark = pytest.mark.unit\n\n\ndef test_a(): ...\n"),
        (
            "from __future__ import annotations\n\n\ndef test_a(): ...\n",
            "from __future__ import annotations\n\nimport pytest\n\npytestmark = pytest.mark.unit\n\n\ndef test_a(): ...\n",
        ),
        (
            "import pytest\r\n\r\npytestmark = pytest.mark.slow\r\n\r\ndef test_a(): ...\r\n",
            "import pytest\r\n\r\npytestmark = [pytest.mark.slow, pytest.mark.unit]\r\n\r\ndef test_a(): ...\r\n",
        ),
        (
            "import pytest\n\npytestmark = [pytest.mark.slow]\n\ndef test_a(): ...\n",
            "import pytest\n\npytestmark = [pytest.mark.slow, pytest.mark.unit]\n\ndef test_a(): ...\n",
        ),
        (
            "import pytest\n\npytestmark = [\n    pytest.mark.slow,  # why\n]\n\ndef test_a(): ...\n",
            "import pytest\n\npytestmark = [\n    pytest.mark.slow,  # why\n    pytest.mark.unit,\n]\n\ndef test_a(): ...\n",
        ),
        (
            "import pytest\n\npytestmark = MARKS\n\ndef test_a(): ...\n",
            "import pytest\n\npytestmark = MARKS\n\ndef test_a(): ...\n",
        ),
        (
            "import pytest\n\nslow = pytest.mark.slow\npytestmark = slow\n\ndef test_a(): ...\n",
            "import pytest\n\nslow = pytest.mark.slow\npytestmark = slow\n\n@pytest.mark.unit\ndef test_a(): ...\n",
        ),
    ];
    for (before, after) in cases {
        assert_eq!(marked("test_a.py", before, &[]), after);
    }
}

#[test]
fn a_mark_stands_above_other_decorators() {
    let text = "\
import subprocess
import unittest.mock

import pytest


@pytest.mark.parametrize('count', [1, 2])
@unittest.mock.patch('os.getcwd')
def test_patched(getcwd, count): ...


class TestStatic:
    @staticmethod
    def test_plain(): ...

    def test_build(self):
        subprocess.run(['make'])
";
    let after = marked("test_a.py", text, &[]);
    assert!(after.contains("\n@pytest.mark.unit\n@pytest.mark.parametrize("), "{after}");
    assert!(after.contains("    @staticmethod\n    @pytest.mark.unit\n    def test_plain"), "{after}");
}

#[test]
fn tests_that_are_inherited_are_marked_where_they_are_collected() {
    let base = "\
import sqlite3


class Suite:
    def test_first(self): ...


class TestMemory(Suite):
    def setup_method(self): ...


class TestDisk(Suite):
    def setup_method(self):
        sqlite3.connect('x')
";
    let after = marked("test_store.py", base, &[]);
    assert!(after.contains("@pytest.mark.unit\nclass TestMemory(Suite)"), "{after}");
    assert!(after.contains("@pytest.mark.integration\nclass TestDisk(Suite)"), "{after}");
    assert!(after.contains("\n\nclass Suite:"), "{after}");
}

#[test]
fn marks_are_called_as_the_suite_calls_them() {
    let old = "import pytest\n\n@pytest.mark.end_to_end\ndef test_page(page): ...\n";
    let new = "def test_other(page): ...\n";
    let after = marked("test_new.py", new, &[("test_old.py", old)]);
    assert!(after.contains("pytestmark = pytest.mark.end_to_end"), "{after}");
    let conftest =
        "def pytest_configure(config):\n    config.addinivalue_line('markers', 'unit_test: small')\n";
    let directory = project(&[("conftest.py", conftest), ("test_a.py", "def test_a(): ...\n")]);
    let said = write(&directory, &[]);
    let words = "Marked 1 test in 1 file: 1 unit (`unit_test`).\nUndo with `loopmend fix --undo`.\n";
    assert_eq!(said, (Some(0), words.to_owned()));
}

#[test]
fn a_name_beside_others_that_are_registered_is_not_taken_for_one() {
    let conftest = "\
def pytest_configure(config):
    config.addinivalue_line('markers', 'slow: slow')


def pytest_runtest_setup(item):
    if 'unit' in item.keywords:
        print(item)
";
    let files =
        [("pytest.ini", "[pytest]\n"), ("conftest.py", conftest), ("test_a.py", "def test_a(): ...\n")];
    let (status, words) = write(&project(&files), &[]);
    assert_eq!(status, Some(0));
    assert!(words.contains("Registered `unit` in pytest.ini."), "{words}");
}

#[test]
fn a_mark_that_says_something_else_stays_and_is_told() {
    let text = "\
import subprocess

import pytest


@pytest.mark.unit
def test_build():
    subprocess.run(['make'])


def test_name(): ...
";
    let directory = project(&[("pytest.ini", "[pytest]\nmarkers =\n    unit: small\n"), ("test_a.py", text)]);
    assert_eq!(
        write(&directory, &[]),
        (
            Some(0),
            "\
Marked 1 test in 1 file: 1 unit.
Unchanged: 1 test whose mark contradicts the category
  test_a.py::test_build: marked `unit`, but it is integration by what it reaches
Undo with `loopmend fix --undo`.
"
            .to_owned()
        )
    );
    assert_eq!(
        read(&directory, "test_a.py"),
        text.replace("def test_name", "@pytest.mark.unit\ndef test_name")
    );
}

#[test]
fn tests_that_a_hook_or_a_decorator_may_mark_are_left() {
    let conftest = "\
def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker('integration')
";
    let decorated = "\
from marks import needs_server


@needs_server
def test_a(): ...


def test_b(): ...
";
    let parametrized = "\
import pytest


@pytest.mark.parametrize('a', [pytest.param(1, marks=pytest.mark.integration), 2])
def test_c(a): ...
";
    let directory = project(&[
        ("pytest.ini", "[pytest]\n"),
        ("hooked/conftest.py", conftest),
        ("hooked/test_hooked.py", "def test_a(): ...\n"),
        ("test_decorated.py", decorated),
        ("test_parametrized.py", parametrized),
    ]);
    let (status, words) = write(&directory, &[]);
    assert_eq!(status, Some(1));
    assert!(words.contains("1 test: a hook of a `conftest.py` above it marks tests by category"), "{words}");
    assert!(words.contains("  test_decorated.py::test_a\n"), "{words}");
    assert!(words.contains("1 test: some of its parameters have marks of their own"), "{words}");
    assert_eq!(read(&directory, "test_parametrized.py"), parametrized);
    assert_eq!(read(&directory, "hooked/test_hooked.py"), "def test_a(): ...\n");
    let after = read(&directory, "test_decorated.py");
    assert!(after.contains("\n@needs_server\ndef test_a") && after.contains("@pytest.mark.unit\ndef test_b"));
}

#[test]
fn files_that_cannot_take_a_mark_are_left() {
    let taken = "pytest = None\n\n\ndef test_a(): ...\n";
    let generated = "# @generated\ndef test_a(): ...\n";
    let directory = project(&[
        ("pytest.ini", "[pytest]\n"),
        ("test_taken.py", taken),
        ("test_generated.py", generated),
        ("test_broken.py", "def test_a(): ...\n\ndef test_b(:\n"),
    ]);
    let (status, words) = write(&directory, &[]);
    assert_eq!(status, Some(1));
    for why in ["`pytest` is not pytest there", "it is marked `@generated`", "without errors"] {
        assert!(words.contains(why), "{why}: {words}");
    }
    assert_eq!(read(&directory, "test_taken.py"), taken);
    assert_eq!(read(&directory, "test_generated.py"), generated);
}

#[test]
fn marks_are_registered_where_pytest_looks() {
    let test = ("test_a.py", "def test_a(): ...\n");
    let lines = "    unit: reaches nothing outside of its process but files\n";
    let quoted = "    \"unit: reaches nothing outside of its process but files\",\n";
    let cases = [
        (
            "tox.ini",
            "[tox]\n\n[pytest]\naddopts = -q\n",
            format!("[tox]\n\n[pytest]\nmarkers =\n{lines}addopts = -q\n"),
        ),
        (
            "setup.cfg",
            "[metadata]\nname = a\n",
            format!("[metadata]\nname = a\n\n[tool:pytest]\nmarkers =\n{lines}"),
        ),
        (
            "pyproject.toml",
            "[tool.pytest.ini_options]\nmarkers = [\n    \"slow: slow\",\n]\n",
            format!("[tool.pytest.ini_options]\nmarkers = [\n    \"slow: slow\",\n{quoted}]\n"),
        ),
        (
            "pyproject.toml",
            "[project]\nname = \"a\"\n",
            format!("[project]\nname = \"a\"\n\n[tool.pytest.ini_options]\nmarkers = [\n{quoted}]\n"),
        ),
    ];
    for (file, before, after) in cases {
        let directory = project(&[(file, before), test]);
        let (status, words) = write(&directory, &[]);
        assert_eq!((status, read(&directory, file)), (Some(0), after));
        assert!(words.contains(&format!("Registered `unit` in {file}.")), "{words}");
    }
    let bare = project(&[test]);
    let (status, words) = write(&bare, &[]);
    assert_eq!(status, Some(1));
    assert!(
        words.contains("Not registered: `unit` in pytest.ini: no file configures pytest here"),
        "{words}"
    );
}

#[test]
fn a_mark_that_cannot_be_registered_where_pytest_is_configured_is_not_written() {
    let test = ("test_a.py", "def test_a(): ...\n");
    let configuration = ("pytest.ini", "# @generated\n[pytest]\naddopts = --strict-markers\n");
    let directory = project(&[configuration, test]);
    let (status, words) = write(&directory, &[]);
    assert_eq!((status, read(&directory, "test_a.py")), (Some(1), test.1.to_owned()), "{words}");
    assert!(words.contains("its mark cannot be registered in `pytest.ini`"), "{words}");
}

#[test]
fn a_patch_shows_all_and_what_was_written_is_taken_back() {
    let files = [("pytest.ini", "[pytest]\n"), ("test_a.py", "def test_a(): ...\n")];
    let directory = project(&files);
    let output = run(&directory, &["categories", "--diff"]);
    let patch = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(patch.contains("+pytestmark = pytest.mark.unit\n") && patch.contains("+markers =\n"), "{patch}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("Would mark 1 test in 1 file: 1 unit."));
    assert_eq!(read(&directory, "test_a.py"), files[1].1);

    assert_eq!(write(&directory, &[]).0, Some(0));
    assert_ne!(read(&directory, "pytest.ini"), files[0].1);
    assert_eq!(run(&directory, &["categories", "--diff"]).status.code(), Some(0));
    assert_eq!(run(&directory, &["fix", "--undo"]).status.code(), Some(0));
    for (path, text) in files {
        assert_eq!(read(&directory, path), text);
    }
}

#[test]
fn a_category_or_paths_restrict_what_is_written() {
    let mixed = "import subprocess\n\n\ndef test_a(): ...\n\n\ndef test_b():\n    subprocess.run(['make'])\n";
    let directory =
        project(&[("pytest.ini", "[pytest]\n"), ("test_a.py", mixed), ("test_b.py", "def test_c(): ...\n")]);
    assert_eq!(write(&directory, &["--category", "integration", "test_a.py"]).0, Some(0));
    let after = read(&directory, "test_a.py");
    assert!(
        after.contains("@pytest.mark.integration\ndef test_b") && !after.contains("mark.unit"),
        "{after}"
    );
    assert_eq!(read(&directory, "test_b.py"), "def test_c(): ...\n");
    let conflict = run(&directory, &["categories", "--write", "--output-format", "json"]);
    assert_eq!(conflict.status.code(), Some(2));
}

#[needs::program("git")]
#[test]
fn files_with_uncommitted_changes_are_refused() {
    let directory = project(&[("pytest.ini", "[pytest]\n"), ("test_a.py", "def test_a(): ...\n")]);
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(directory.path()).args(["-c", "user.name=a", "-c", "user.email=a@example.org"]);
        let output = command.args(arguments).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    git(&["init"]);
    git(&["add", "."]);
    git(&["commit", "-m", "a"]);
    fs::write(directory.path().join("test_a.py"), "def test_a(): ...\n\n").unwrap();
    let (status, words) = write(&directory, &[]);
    assert_eq!(status, Some(2));
    assert!(words.contains("--allow-dirty"), "{words}");
    assert_eq!(write(&directory, &["--allow-dirty"]).0, Some(0));
}

/// The tests that pytest collects with these arguments.
fn collected(python: &Path, directory: &TempDir, arguments: &[&str]) -> BTreeSet<String> {
    let mut command = Command::new(python);
    command.current_dir(directory.path()).args([
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "--strict-markers",
    ]);
    let output = command.args(["--collect-only", "-q"]).args(arguments).output().unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    assert!(matches!(output.status.code(), Some(0 | 5)), "{words}");
    let ids = words.lines().filter(|line| line.contains("::"));
    ids.map(|line| line.split('[').next().unwrap_or(line).to_owned()).collect()
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn pytest_selects_by_the_marks_what_was_said() {
    let python = python();
    let app = "import subprocess\n\n\ndef build():\n    subprocess.run(['make'])\n";
    let mixed = "\
import pytest

from app import build


class Base:
    @pytest.mark.parametrize('count', [1, 2])
    def test_count(self, count): ...


class TestPlain(Base): ...


class TestBuild(Base):
    @classmethod
    def setup_class(cls):
        build()


class TestOuter:
    class TestInner:
        def test_inner(self): ...

    def test_outer(self):
        build()


def test_build():
    build()


async def test_soon(): ...


@pytest.fixture
def built():
    build()


def test_fixture(built): ...
";
    let unittest = "import unittest\n\n\nclass Sums(unittest.TestCase):\n    def test_sum(self): ...\n";
    let directory = project(&[
        (
            "pyproject.toml",
            "[tool.pytest.ini_options]\naddopts = \"--strict-markers\"\npythonpath = [\".\"]\n",
        ),
        ("app.py", app),
        ("tests/test_mixed.py", mixed),
        ("tests/test_sums.py", unittest),
        ("tests/test_page.py", "def test_page(request): ...\n"),
    ]);
    let before = collected(&python, &directory, &[]);
    let said = run(&directory, &["categories", "--output-format", "json"]);
    let said: Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!(write(&directory, &[]).0, Some(0));
    assert_eq!(collected(&python, &directory, &[]), before);
    for category in ["unit", "integration"] {
        let tests = said["tests"].as_array().unwrap().iter();
        let of_category = tests.filter(|test| test["category"] == category);
        let ids: BTreeSet<String> = of_category.map(|test| test["id"].as_str().unwrap().to_owned()).collect();
        assert!(ids.len() > 2, "{ids:?}");
        assert_eq!(collected(&python, &directory, &["-m", category]), ids, "{category}");
    }
}

#[test]
fn an_import_for_type_checkers_alone_is_none() {
    let text = |import: &str| {
        format!(
            "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    {import}\n\n\ndef test_sum():\n    assert 1 + 1 == 2\n"
        )
    };
    let hidden = text("import pytest");
    let directory = project(&[("pytest.ini", "[pytest]\n"), ("test_a.py", &hidden)]);
    let (_, words) = write(&directory, &[]);
    assert!(words.contains("the name `pytest` is not pytest there at run time"), "{words}");
    assert_eq!(read(&directory, "test_a.py"), hidden);
    let after = marked("test_b.py", &text("from pytest import mark"), &[]);
    assert!(
        after.contains("\nimport pytest\n") && after.contains("pytestmark = pytest.mark.unit"),
        "{after}"
    );
}
