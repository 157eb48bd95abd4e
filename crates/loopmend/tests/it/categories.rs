//! `loopmend categories`: what tests reach, what does not count, what marks say, and the forms of the answer.

use std::path::Path;
use std::process::Output;

use crate::support::categories::{project, rows};
use crate::support::loopmend;
use serde_json::Value;

fn run(directory: &Path, arguments: &[&str]) -> Output {
    loopmend().current_dir(directory).arg("categories").args(arguments).output().expect("the program starts")
}

fn text(directory: &Path, arguments: &[&str]) -> String {
    let output = run(directory, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn json(directory: &Path, arguments: &[&str]) -> Value {
    let arguments = [&["--output-format", "json"], arguments].concat();
    serde_json::from_str(&text(directory, &arguments)).unwrap()
}

const APP: &str = "\
import subprocess

import redis
import requests


class Store:
    def __init__(self) -> None:
        self.client = redis.Redis()

    def load(self, key: str):
        return self.client.get(key)


def fetch(url: str):
    return requests.get(url)


async def refresh(url: str) -> None:
    fetch(url)


class Channel:
    def __enter__(self):
        return fetch('http://x')

    def __exit__(self, *exception): ...


def build() -> None:
    subprocess.run(['make'])


def add(a: int, b: int) -> int:
    return a + b
";

#[test]
fn what_is_reached_is_found_through_functions_methods_and_fixtures() {
    let tests = "\
import os
import time

import pytest
from playwright.sync_api import sync_playwright

from app import Channel, Store, add, build, fetch, refresh


@pytest.fixture
def store():
    store = Store()
    store.load('warm')
    return store


def test_add():
    assert add(1, 2) == 3


def test_fetch():
    fetch('http://x')


@pytest.mark.asyncio
async def test_refresh():
    await refresh('http://x')


def test_load():
    assert Store().load('x')


def test_fixture(store):
    assert store


def test_build():
    build()


def test_entered():
    with Channel():
        pass


def test_key():
    assert os.environ.get('PAYMENT_API_KEY')


def test_browser():
    with sync_playwright() as playwright:
        playwright.chromium.launch()


def test_files_and_sleep(tmp_path):
    time.sleep(0.1)
    open(tmp_path / 'x')


class TestSetUp:
    def setup_method(self):
        self.fetch = fetch
        fetch('http://x')

    def test_inside(self):
        assert True
";
    assert_eq!(
        rows(&[("app.py", APP), ("test_app.py", tests)]),
        [
            "test_add unit",
            "test_fetch integration network `requests.get` (test_fetch > fetch)",
            "test_refresh integration network `requests.get` (test_refresh > refresh > fetch)",
            "test_load integration database `redis.Redis.get` (test_load > Store.load)",
            "test_fixture integration database `redis.Redis.get` (the fixture store > Store.load)",
            "test_build integration subprocess `subprocess.run` (test_build > build)",
            "test_entered integration network `requests.get` (test_entered > Channel.__enter__ > fetch)",
            "test_key integration environment `PAYMENT_API_KEY` (test_key)",
            "test_browser end-to-end browser `playwright.launch` (test_browser)",
            "test_files_and_sleep unit",
            "test_inside integration network `requests.get` (TestSetUp.setup_method > fetch)",
        ]
    );
}

#[test]
fn what_something_stands_in_the_place_of_does_not_count() {
    let tests = "\
import os
from unittest import mock
from unittest.mock import patch

import aiohttp
import fakeredis
import psycopg2
import responses
from aioresponses import aioresponses
from starlette.testclient import TestClient

import app
from app import Store, fetch, refresh


@patch('app.fetch')
async def test_patched_function(fetch):
    await refresh('http://x')


def test_patched_library():
    with mock.patch('requests.get'):
        fetch('http://x')


def test_sockets():
    with patch('socket.socket'):
        Store().load('x')


def test_monkeypatch(monkeypatch):
    monkeypatch.setattr(app.requests, 'get', lambda url: None)
    fetch('http://x')


def test_assigned():
    store = Store()
    store.client.get = lambda key: 'x'
    store.load('x')


@responses.activate
def test_responses():
    fetch('http://x')


async def test_aioresponses():
    with aioresponses():
        async with aiohttp.ClientSession() as session:
            await session.get('http://x')


def test_by_fixture(requests_mock):
    fetch('http://x')


def test_in_process():
    TestClient(object()).get('/')


def test_mock():
    client = mock.Mock()
    client.get('http://x')


def test_patched_module():
    with patch('app.requests'):
        fetch('http://x')


def test_patched_class():
    with patch.object(app, 'Store'):
        app.Store().load('x')


def test_assigned_client():
    store = Store()
    store.client = mock.Mock()
    store.load('x')


@patch('requests.get')
class TestPatchedClass:
    def test_in_patched_class(self, get):
        fetch('http://x')


def test_environment(monkeypatch):
    monkeypatch.setenv('API_KEY', 'x')
    os.getenv('API_KEY')


def test_helper():
    without_network()
    fetch('http://x')


def without_network():
    patch('requests.get').start()


def test_only_another_one(monkeypatch):
    monkeypatch.setattr(app, 'add', lambda a, b: 0)
    fetch('http://x')


def test_another_owner():
    with patch('app.scheduler.get'), patch('app.settings.METHOD', 'get'):
        fetch('http://x')


def test_wrapped():
    with patch('requests.get', wraps=app.requests.get):
        fetch('http://x')


def test_attribute_of_a_mock():
    client = mock.Mock()
    client.get = 5
    fetch('http://x')


def test_another_database():
    fakeredis.FakeRedis().set('a', 1)
    psycopg2.connect('x')
";
    assert_eq!(
        rows(&[("app.py", APP), ("test_app.py", tests)]),
        [
            "test_patched_function unit",
            "test_patched_library unit",
            "test_sockets unit",
            "test_monkeypatch unit",
            "test_assigned unit",
            "test_responses unit",
            "test_aioresponses unit",
            "test_by_fixture unit",
            "test_in_process unit, as far as `starlette.TestClient.get` is known",
            "test_mock unit",
            "test_patched_module unit",
            "test_patched_class unit",
            "test_assigned_client unit",
            "test_in_patched_class unit",
            "test_environment unit",
            "test_helper unit",
            "test_only_another_one integration network `requests.get` (test_only_another_one > fetch)",
            "test_another_owner integration network `requests.get` (test_another_owner > fetch)",
            "test_wrapped integration network `requests.get` (test_wrapped > fetch)",
            "test_attribute_of_a_mock integration network `requests.get` (test_attribute_of_a_mock > fetch)",
            "test_another_database integration database `psycopg2.connect` (test_another_database)",
        ]
    );
}

#[test]
fn what_is_handed_on_decorated_or_called_around_tests_is_followed() {
    let tests = "\
import asyncio
import functools
import os
import sqlite3
import threading

from app import fetch


def timed(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        return function(*arguments)
    return wrapper


@timed
def get():
    fetch('http://x')


class Getter:
    def __call__(self):
        fetch('http://x')


def test_thread():
    threading.Thread(target=get).start()


async def test_to_thread():
    await asyncio.to_thread(get)


def test_decorated():
    get()


def test_instance():
    Getter()()


def test_sqlite():
    sqlite3.connect('x')


def test_key_with_default():
    os.getenv('API_KEY', 'none')


class TestOwn:
    def setUp(self):
        fetch('http://x')

    def test_not_unittest(self): ...
";
    assert_eq!(
        rows(&[("app.py", APP), ("test_app.py", tests)]),
        [
            "test_thread integration network `requests.get` (test_thread > get > fetch)",
            "test_to_thread integration network `requests.get` (test_to_thread > get > fetch)",
            "test_decorated integration network `requests.get` (test_decorated > get > fetch)",
            "test_instance integration network `requests.get` (test_instance > Getter.__call__ > fetch)",
            "test_sqlite integration database `sqlite3.connect` (test_sqlite)",
            "test_key_with_default unit",
            "test_not_unittest unit",
        ]
    );
    let at_module =
        "from app import fetch\n\ndef setup_module():\n    fetch('http://x')\n\ndef test_a(): ...\n";
    assert_eq!(
        rows(&[("app.py", APP), ("test_app.py", at_module)]),
        ["test_a integration network `requests.get` (setup_module > fetch)"]
    );
}

#[test]
fn a_patched_name_that_is_passed_on_is_not_used() {
    let service = "import asyncio\nimport threading\n\nfrom app import fetch\n\n\ndef deliver(order):\n    fetch(order)\n\n\n\
                   async def send(order):\n    await asyncio.to_thread(deliver, order)\n\n\n\
                   async def run(order):\n    await asyncio.get_running_loop().run_in_executor(None, deliver, order)\n\n\n\
                   def start(order):\n    threading.Thread(target=deliver, args=(order,)).start()\n\n\n\
                   def notify(order):\n    fetch(order)\n\n\n\
                   async def both(order):\n    await asyncio.to_thread(deliver, order)\n    await asyncio.to_thread(notify, order)\n";
    let tests = "from unittest.mock import patch\n\nimport service\n\n\n\
                 @patch('service.deliver')\nasync def test_send(deliver):\n    await service.send(1)\n\n\n\
                 @patch('service.deliver')\nasync def test_run(deliver):\n    await service.run(1)\n\n\n\
                 def test_start(monkeypatch):\n    monkeypatch.setattr(service, 'deliver', print)\n    service.start(1)\n\n\n\
                 @patch('service.deliver')\nasync def test_both(deliver):\n    await service.both(1)\n\n\n\
                 async def test_unpatched():\n    await service.send(1)\n";
    assert_eq!(
        rows(&[("app.py", APP), ("service.py", service), ("test_app.py", tests)]),
        [
            "test_send unit",
            "test_run unit",
            "test_start unit",
            "test_both integration network `requests.get` (test_both > both > notify > fetch)",
            "test_unpatched integration network `requests.get` (test_unpatched > send > deliver > fetch)",
        ]
    );
}

#[test]
fn a_package_of_the_project_with_a_listed_name_is_its_own() {
    let tests = "import docker\n\ndef test_a():\n    docker.run()\n";
    let package = "def run():\n    pass\n";
    assert_eq!(rows(&[("docker/__init__.py", package), ("test_app.py", tests)]), ["test_a unit"]);
    let other = "[project]\nname = \"harbour\"\n";
    let files = [("pyproject.toml", other), ("docker/__init__.py", package), ("test_app.py", tests)];
    assert_eq!(rows(&files), ["test_a unit"]);
}

#[test]
fn functions_of_the_project_count_where_it_is_the_listed_package() {
    let tests = "import aio_pika\n\ndef test_a():\n    aio_pika.connect()\n";
    let package = "def connect():\n    pass\n";
    let named = [
        ("pyproject.toml", "[project]\nname = \"aio-pika\"\n"),
        ("pyproject.toml", "[tool.poetry]\nname = \"Aio.Pika\"\n"),
        ("setup.cfg", "[metadata]\nname = aio_pika\n"),
    ];
    for manifest in named {
        let files = [manifest, ("aio_pika/__init__.py", package), ("test_app.py", tests)];
        assert_eq!(rows(&files), ["test_a integration database `aio_pika.connect` (test_a)"], "{manifest:?}");
    }
}

#[test]
fn fixtures_and_lines_of_other_files_count_where_one_file_is_named() {
    let conftest = "import pytest\n\nfrom app import fetch\n\n\n@pytest.fixture(autouse=True)\ndef warm():\n    fetch('x')\n";
    let directory = project(&[
        ("app.py", APP),
        ("conftest.py", conftest),
        ("test_a.py", "def test_a(): ...\n"),
        ("test_b.py", "def test_b(): ...\n"),
    ]);
    let shown = text(directory.path(), &["test_a.py"]);
    assert_eq!(
        shown,
        "\
integration  test_a.py:1  test_a.py::test_a
             network: `requests.get`
             the fixture warm (conftest.py:8) > fetch (app.py:16)

1 test: 0 unit, 1 integration, 0 end-to-end.
"
    );
}

#[test]
fn a_client_of_the_project_whose_own_request_is_replaced_reaches_nothing() {
    let client = "\
class ClientSession:
    async def _request(self, method: str): ...

    async def get(self):
        return await self._request('GET')
";
    let tests = "\
from unittest import mock

from aiohttp.client import ClientSession


async def test_real():
    await ClientSession().get()


async def test_replaced():
    session = ClientSession()
    with mock.patch.object(session, '_request'):
        await session.get()
";
    assert_eq!(
        rows(&[("aiohttp/__init__.py", ""), ("aiohttp/client.py", client), ("test_client.py", tests)]),
        ["test_real integration network `aiohttp.ClientSession.get` (test_real)", "test_replaced unit"]
    );
}

#[test]
fn fixtures_of_plugins_and_marks_open_resources() {
    let tests = "\
import pytest


def test_page(page):
    page.goto('/')


@pytest.mark.django_db
def test_models(): ...


async def test_own_client(aiohttp_client):
    await aiohttp_client.get('/')
";
    let conftest = "\
import pytest


@pytest.fixture
def aiohttp_client():
    return object()
";
    assert_eq!(
        rows(&[
            ("test_app.py", tests),
            ("sub/test_own.py", "def test_own(aiohttp_client): ...\n"),
            ("sub/conftest.py", conftest)
        ]),
        [
            "test_own unit",
            "test_page end-to-end browser the fixture `page` of pytest_playwright ()",
            "test_models integration database the mark `django_db` ()",
            "test_own_client integration network the fixture `aiohttp_client` of pytest_aiohttp ()",
        ]
    );
}

const MARKED: &str = "\
import pytest
import requests


@pytest.mark.unit
def test_wrong():
    requests.get('http://x')


@pytest.mark.integration
def test_right():
    requests.get('http://x')


@pytest.mark.e2e
def test_too_much():
    assert True


@pytest.mark.slow
def test_other():
    assert True
";

#[test]
fn marks_that_say_something_else_are_named() {
    let directory = project(&[("test_app.py", MARKED)]);
    let shown = text(directory.path(), &["--disagreeing"]);
    assert_eq!(
        shown,
        "\
integration  test_app.py:6  test_app.py::test_wrong
             network: `requests.get`
             test_wrong (test_app.py:7)
             the mark `unit` says unit
unit         test_app.py:16  test_app.py::test_too_much
             the mark `e2e` says end-to-end

4 tests: 2 unit, 2 integration, 0 end-to-end. 2 marks contradict the category.
"
    );
    let json = json(directory.path(), &["--disagreeing", "--category", "unit"]);
    assert_eq!(json["tests"].as_array().unwrap().len(), 1);
    assert_eq!(json["tests"][0]["marked"], "end-to-end");
    assert_eq!(json["totals"]["integration"], 2);
    assert_eq!(json["disagreeing"], 2);
}

#[test]
fn programs_are_told_what_a_resource_is_reached_by() {
    let tests = "\
import os

import requests


def test_all(page):
    requests.Session().get('http://x')
    os.getenv('API_KEY')
";
    let directory = project(&[("test_app.py", tests)]);
    let json = json(directory.path(), &[]);
    let reached = json["tests"][0]["reached"].as_array().unwrap();
    let said = reached.iter().map(|reached| format!("{}: {}", reached["by"], reached["what"]));
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            r#"{"form":"fixture","name":"page","package":"pytest_playwright"}: "the fixture `page` of pytest_playwright""#,
            r#"{"form":"call","name":"requests.Session.get","package":"requests"}: "`requests.Session.get`""#,
            r#"{"form":"variable","name":"API_KEY","package":null}: "`API_KEY`""#,
        ]
    );
}

#[test]
fn markdown_lists_what_is_no_unit_test_and_what_disagrees() {
    let directory = project(&[("test_app.py", MARKED)]);
    let path = directory.path().join("tests.md");
    let shown = text(directory.path(), &["--output-format", "markdown", "--output-file", "tests.md"]);
    assert_eq!(shown, "");
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        "\
## Categories of tests

4 tests: 2 unit, 2 integration, 0 end-to-end. 2 marks contradict the category.

| test | category | reaches | by | mark |
| --- | --- | --- | --- | --- |
| `test_app.py::test_wrong` | integration | network: `requests.get` | test_wrong (test_app.py:7) | `unit` (says unit) |
| `test_app.py::test_right` | integration | network: `requests.get` | test_right (test_app.py:12) | `integration` |
| `test_app.py::test_too_much` | unit |  |  | `e2e` (says end-to-end) |
"
    );
}

#[test]
fn a_project_without_tests_and_files_that_cannot_be_read_are_told() {
    let empty = project(&[("app.py", APP)]);
    assert_eq!(text(empty.path(), &[]), "No tests were found.\n");
    let broken = project(&[("test_app.py", "def test_a():\n    assert True\n\ndef test_b(:\n")]);
    let output = run(broken.path(), &[]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("test_app.py::test_a"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("test_app.py has a syntax error"));
    assert_eq!(run(empty.path(), &["nowhere"]).status.code(), Some(2));
}

#[test]
fn functions_that_call_each_other_end_and_nothing_is_run() {
    let tests = "\
from pathlib import Path

Path('ran').touch()


def a(n):
    b(n)


def b(n):
    a(n)


def test_a():
    a(1)
";
    let directory = project(&[("test_app.py", tests)]);
    assert!(text(directory.path(), &[]).starts_with("unit "));
    assert!(!directory.path().join("ran").exists());
}
