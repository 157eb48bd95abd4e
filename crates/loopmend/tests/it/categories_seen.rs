//! `loopmend categories`: the less plain ways on which tests reach something, and what stands in its place.

use crate::support::categories::rows;

#[test]
fn keys_are_asked_for_by_subscripts_too() {
    let tests = "\
import os
from os import environ


def key():
    return os.environ['PAYMENT_API_KEY']


def test_helper():
    assert key()


def test_name():
    assert environ['DATABASE_PASSWORD'] == 'x'


def test_another_name():
    assert os.environ['HOME']


def test_set():
    os.environ['PAYMENT_API_KEY'] = 'x'
    assert key()


def test_updated():
    os.environ.update({'PAYMENT_API_KEY': 'x'})
    assert key()


def test_deleted():
    del os.environ['PAYMENT_API_KEY']
";
    assert_eq!(
        rows(&[("test_app.py", tests)]),
        [
            "test_helper integration environment `PAYMENT_API_KEY` (test_helper > key)",
            "test_name integration environment `DATABASE_PASSWORD` (test_name)",
            "test_another_name unit",
            "test_set unit",
            "test_updated unit",
            "test_deleted unit",
        ]
    );
}

#[test]
fn fixtures_that_are_asked_for_by_name_count() {
    let tests = "\
import subprocess

import pytest


@pytest.fixture
def built():
    subprocess.run(['make'])


@pytest.fixture
def image(built): ...


@pytest.fixture
def chosen(request):
    return request.getfixturevalue('image')


def test_asked(request):
    request.getfixturevalue('built')


def test_behind(chosen): ...


def test_plugin(request):
    request.getfixturevalue('page')


def test_unknown(request):
    request.getfixturevalue('no' + 'thing')
";
    assert_eq!(
        rows(&[("test_app.py", tests)]),
        [
            "test_asked integration subprocess `subprocess.run` (the fixture built)",
            "test_behind integration subprocess `subprocess.run` (the fixture built)",
            "test_plugin end-to-end browser the fixture `page` of pytest_playwright ()",
            "test_unknown unit",
        ]
    );
}

#[test]
fn classes_of_test_cases_open_what_they_are_for() {
    let tests = "\
from django import test
from django.test import SimpleTestCase, TestCase

from base import OrderTestCase


class TestOrders(TestCase):
    def test_database(self): ...


class TestLater(OrderTestCase):
    def test_inherited(self): ...


class TestViews(SimpleTestCase):
    def test_nothing(self): ...


class TestPages(test.LiveServerTestCase):
    def test_server(self): ...
";
    let base =
        "from django.test import TransactionTestCase\n\n\nclass OrderTestCase(TransactionTestCase): ...\n";
    assert_eq!(
        rows(&[("base.py", base), ("test_app.py", tests)]),
        [
            "test_database integration database the class `django.TestCase` ()",
            "test_inherited integration database the class `django.TransactionTestCase` ()",
            "test_nothing unit",
            "test_server integration network the class `django.LiveServerTestCase` ()",
        ]
    );
}

#[test]
fn what_is_called_on_given_mocks_does_not_count() {
    let app = "\
import redis
import requests


class Client:
    def get(self, url: str):
        return requests.get(url)


class Store:
    def __init__(self, client: Client, name: str = ''):
        self._client = client or Client()

    def load(self):
        return self._client.get('http://x')


class Pool:
    def take(self) -> Client:
        return Client()


class Worker:
    def __init__(self, pool: Pool):
        self.pool = pool

    def work(self):
        client = self.pool.take()
        same = client
        return same.get('http://x')


def fetch(client: Client):
    return client.get('http://x')


def fetch_twice(client: Client):
    fetch(client)
    requests.get('http://y')
";
    let tests = "\
from unittest.mock import AsyncMock, MagicMock, Mock

import pytest

from app import Client, Pool, Store, Worker, fetch, fetch_twice


class FakeClient:
    def get(self, url): ...


class LoudClient(Client):
    def close(self): ...


@pytest.fixture
def store():
    return Store(Mock())


def test_mock():
    fetch(Mock(spec=Client))


def test_kept():
    Store(client=MagicMock()).load()


def test_fixture(store):
    store.load()


def test_fake():
    fetch(FakeClient())


def test_subclass():
    fetch(LoudClient())


def test_real():
    Store(Client()).load()


def test_another_parameter():
    Store(Client(), name=Mock()).load()


def test_beside():
    fetch_twice(Mock())


def test_given_by_mock():
    Worker(Mock()).work()


def test_given():
    Worker(Pool()).work()
";
    assert_eq!(
        rows(&[("app.py", app), ("test_app.py", tests)]),
        [
            "test_mock unit",
            "test_kept unit",
            "test_fixture unit",
            "test_fake unit",
            "test_subclass integration network `requests.get` (test_subclass > fetch > Client.get)",
            "test_real integration network `requests.get` (test_real > Store.load > Client.get)",
            "test_another_parameter integration network `requests.get` (test_another_parameter > Store.load > Client.get)",
            "test_beside integration network `requests.get` (test_beside > fetch_twice)",
            "test_given_by_mock unit",
            "test_given integration network `requests.get` (test_given > Worker.work > Client.get)",
        ]
    );
}

#[test]
fn clients_of_servers_and_of_clouds_are_listed() {
    let tests = "\
import imaplib

import MySQLdb
import openai
from azure.storage.blob import BlobServiceClient
from google.cloud import storage
from kafka import KafkaProducer
from psycopg_pool import ConnectionPool


def test_mail():
    imaplib.IMAP4('localhost')


def test_mysql():
    MySQLdb.connect()


def test_model():
    openai.OpenAI().chat.completions.create(model='x')


def test_blob():
    BlobServiceClient('x').list_containers()


def test_blob_client():
    BlobServiceClient('x')


def test_bucket():
    storage.Client()


def test_topic():
    KafkaProducer()


def test_pool():
    with ConnectionPool('x').connection():
        pass
";
    assert_eq!(
        rows(&[("test_app.py", tests)]),
        [
            "test_mail integration network `imaplib.IMAP4` (test_mail)",
            "test_mysql integration database `MySQLdb.connect` (test_mysql)",
            "test_model integration network `openai.OpenAI.create` (test_model)",
            "test_blob integration network `azure.BlobServiceClient.list_containers` (test_blob)",
            "test_blob_client unit",
            "test_bucket integration network `google.Client` (test_bucket)",
            "test_topic integration database `kafka.KafkaProducer` (test_topic)",
            "test_pool integration database `psycopg_pool.ConnectionPool.connection` (test_pool)",
        ]
    );
}

#[test]
fn methods_of_self_are_those_of_the_class_that_is_tested() {
    let tests = "\
import subprocess
from unittest import TestCase

import pytest


class Builds:
    def build(self):
        subprocess.run(['make'])

    def test_builds(self):
        self.build()


class TestReally(Builds): ...


class TestPretends(Builds):
    def build(self): ...


class Asks:
    def ask(self):
        return self.answer()


class TestMixin(Asks, TestCase):
    def setUp(self):
        self.ask()

    def answer(self):
        subprocess.run(['ask'])

    def test_something(self): ...


class Client:
    def send(self):
        self.connect()

    def connect(self):
        subprocess.run(['connect'])


    def resolve(self):
        subprocess.run(['resolve'])

    def log(self): ...


class Offline(Client):
    def connect(self): ...


def test_online():
    Client().send()


def test_offline():
    Offline().send()


def test_without_a_part():
    client = Client()
    client.resolve = lambda: '127.0.0.1'
    client.send()


@pytest.fixture
def connected():
    client = Client()
    client.send()
    return client


def test_fixture_has_connected(connected):
    connected.resolve = lambda: '127.0.0.1'


def test_with_a_listener():
    client = Client()
    client.listener = print
    client.log = print
    client.send()
";
    assert_eq!(
        rows(&[("test_app.py", tests)]),
        [
            "test_builds integration subprocess `subprocess.run` (Builds.test_builds > Builds.build)",
            "test_builds unit",
            "test_something integration subprocess `subprocess.run` (TestMixin.setUp > Asks.ask > TestMixin.answer)",
            "test_online integration subprocess `subprocess.run` (test_online > Client.send > Client.connect)",
            "test_offline unit",
            "test_without_a_part unit",
            "test_fixture_has_connected integration subprocess `subprocess.run` (the fixture connected > Client.send > Client.connect)",
            "test_with_a_listener integration subprocess `subprocess.run` (test_with_a_listener > Client.send > Client.connect)",
        ]
    );
}

#[test]
fn a_key_that_is_set_hides_no_other_one() {
    let tests = "\
import os


def key():
    return os.environ['PAYMENT_API_KEY']


def test_the_same(monkeypatch):
    monkeypatch.setenv('PAYMENT_API_KEY', 'x')
    key()


def test_another(monkeypatch):
    monkeypatch.setenv('MAIL_API_KEY', 'x')
    key()


def test_another_subscript():
    os.environ['MAIL_API_KEY'] = 'x'
    key()


def test_item(monkeypatch):
    monkeypatch.setitem(os.environ, 'PAYMENT_API_KEY', 'x')
    key()


def test_any(monkeypatch):
    for name in ('PAYMENT_API_KEY', 'MAIL_API_KEY'):
        monkeypatch.setenv(name, 'x')
    key()
";
    assert_eq!(
        rows(&[("test_app.py", tests)]),
        [
            "test_the_same unit",
            "test_another integration environment `PAYMENT_API_KEY` (test_another > key)",
            "test_another_subscript integration environment `PAYMENT_API_KEY` (test_another_subscript > key)",
            "test_item unit",
            "test_any unit",
        ]
    );
}

#[test]
fn pools_of_processes_are_processes() {
    let tests = "\
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def test_processes():
    with ProcessPoolExecutor() as pool:
        pool.submit(print)


def test_threads():
    with ThreadPoolExecutor() as pool:
        pool.submit(print)
";
    assert_eq!(
        rows(&[("test_app.py", tests)]),
        [
            "test_processes integration subprocess `concurrent.ProcessPoolExecutor` (test_processes)",
            "test_threads unit",
        ]
    );
}
