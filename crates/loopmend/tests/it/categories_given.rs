//! `loopmend categories`: what tests are given that tells more than annotations, and names for what they replace.

use crate::support::categories::rows;

const CLIENTS: &str = "\
import abc
import subprocess


class Client:
    def get(self):
        return subprocess.run(['curl'])


class AbstractClient(abc.ABC):
    @abc.abstractmethod
    def get(self): ...


class CurlClient(AbstractClient):
    def get(self):
        return subprocess.run(['curl'])


class NoClient(AbstractClient):
    def get(self):
        return 1
";

#[test]
fn what_is_given_tells_more_than_the_annotation() {
    let tests = "\
import pytest

from app.clients import AbstractClient, Client, CurlClient, NoClient


class FakeClient(Client):
    def get(self):
        return 1


@pytest.fixture
def fake():
    return FakeClient()


@pytest.fixture
def fake_annotated() -> Client:
    return FakeClient()


@pytest.fixture
def real() -> AbstractClient:
    yield CurlClient()


@pytest.fixture
def none() -> AbstractClient:
    yield NoClient()


def test_fake(fake: Client):
    fake.get()


def test_fake_annotated(fake_annotated: Client):
    fake_annotated.get()


def test_abstract_real(real: AbstractClient):
    real.get()


def test_abstract_none(none: AbstractClient):
    none.get()


def ask(client: AbstractClient):
    return client.get()


def ask_client(client: Client):
    return client.get()


def test_helper_real():
    ask(CurlClient())


def test_helper_none():
    ask(NoClient())


def test_helper_fake():
    ask_client(FakeClient())


def test_local():
    client: AbstractClient = CurlClient()
    client.get()


def make() -> AbstractClient:
    return CurlClient()


async def make_later() -> AbstractClient:
    return CurlClient()


def make_none() -> AbstractClient:
    return NoClient()


def test_made():
    make().get()


async def test_made_and_kept():
    client = await make_later()
    client.get()


def test_made_none():
    client = make_none()
    client.get()


class Base:
    client = NoClient()

    def make(self):
        return NoClient()

    @pytest.fixture
    def given(self):
        return NoClient()

    def test_make(self):
        self.make().get()

    def test_attribute(self):
        self.client.get()

    def test_given(self, given):
        given.get()


class TestNone(Base):
    pass


class TestReal(Base):
    client = CurlClient()

    def make(self):
        return CurlClient()

    @pytest.fixture
    def given(self):
        return CurlClient()
";
    assert_eq!(
        rows(&[("app/__init__.py", ""), ("app/clients.py", CLIENTS), ("test_app.py", tests)]),
        [
            "test_fake unit",
            "test_fake_annotated unit",
            "test_abstract_real integration subprocess `subprocess.run` (test_abstract_real > CurlClient.get)",
            "test_abstract_none unit",
            "test_helper_real integration subprocess `subprocess.run` (test_helper_real > ask > CurlClient.get)",
            "test_helper_none unit",
            "test_helper_fake unit",
            "test_local integration subprocess `subprocess.run` (test_local > CurlClient.get)",
            "test_made integration subprocess `subprocess.run` (test_made > CurlClient.get)",
            "test_made_and_kept integration subprocess `subprocess.run` (test_made_and_kept > CurlClient.get)",
            "test_made_none unit",
            "test_make unit",
            "test_attribute unit",
            "test_given unit",
            "test_make integration subprocess `subprocess.run` (Base.test_make > CurlClient.get)",
            "test_attribute integration subprocess `subprocess.run` (Base.test_attribute > CurlClient.get)",
            "test_given integration subprocess `subprocess.run` (Base.test_given > CurlClient.get)",
        ]
    );
}

#[test]
fn what_patches_may_have_another_name() {
    let tests = "\
import subprocess
from unittest import mock
from unittest.mock import patch as replace

import pytest
import requests

class Api:
    def get(self):
        return subprocess.run(['curl'])


def test_module_name():
    with mock.patch(__name__ + '.Api'):
        Api().get()


def test_module_name_in_text():
    with mock.patch(f'{__name__}.Api'):
        Api().get()


def test_kept():
    p = mock.patch
    with p('test_patch.Api'), p.object(Api, 'get'):
        Api().get()


def test_other_name():
    with replace('test_patch.Api'):
        Api().get()


def test_kept_fixture(mocker):
    p = mocker.patch
    p('test_patch.Api')
    Api().get()


def test_kept_start():
    p = mock.patch('test_patch.Api')
    p.start()
    Api().get()


def test_delattr(monkeypatch):
    monkeypatch.delattr('requests.sessions.Session.request')
    requests.get('http://localhost')


def test_delattr_object(monkeypatch):
    monkeypatch.delattr(Api, 'get')
    with pytest.raises(AttributeError):
        Api().get()


def test_another_name():
    p = mock.patch
    with p(__name__ + '.Other'):
        Api().get()
";
    assert_eq!(
        rows(&[("test_patch.py", tests)]),
        [
            "test_module_name unit",
            "test_module_name_in_text unit",
            "test_kept unit",
            "test_other_name unit",
            "test_kept_fixture unit",
            "test_kept_start unit",
            "test_delattr unit",
            "test_delattr_object unit",
            "test_another_name integration subprocess `subprocess.run` (test_another_name > Api.get)",
        ]
    );
}

#[test]
fn keys_may_be_constants() {
    let tests = "\
import os

from app.settings import TOKEN_NAME

KEY = 'PAYMENT_API_KEY'


def test_key():
    assert os.environ[KEY]


def test_imported_key():
    assert os.getenv(TOKEN_NAME)


def test_key_set(monkeypatch):
    monkeypatch.setenv(KEY, '1')
    assert os.environ['PAYMENT_API_KEY']


def test_key_local():
    KEY = 'HOME'
    assert os.environ[KEY]
";
    let settings = "TOKEN_NAME = 'SHOP_TOKEN'\n";
    assert_eq!(
        rows(&[("app/__init__.py", ""), ("app/settings.py", settings), ("test_app.py", tests)]),
        [
            "test_key integration environment `PAYMENT_API_KEY` (test_key)",
            "test_imported_key integration environment `SHOP_TOKEN` (test_imported_key)",
            "test_key_set unit",
            "test_key_local unit",
        ]
    );
}

#[test]
fn commands_that_a_runner_invokes_are_followed() {
    let commands = "\
import subprocess

import click


@click.group()
def cli(): ...


@cli.command()
@click.option('--all')
def build(all):
    subprocess.run(['make'])


@click.command('greet')
def greet():
    click.echo('hello')


def invoke_later():
    subprocess.run(['make'])
";
    let tests = "\
import pytest
from click.testing import CliRunner

from app import commands
from app.commands import greet, invoke_later


@pytest.fixture
def runner():
    return CliRunner()


def test_build():
    CliRunner().invoke(commands.build, ['--all'])


def test_greet(runner):
    assert runner.invoke(greet).exit_code == 0


def test_fixture(runner):
    runner.invoke(commands.build)


def test_no_command(runner):
    runner.invoke(invoke_later)
";
    assert_eq!(
        rows(&[("app/__init__.py", ""), ("app/commands.py", commands), ("test_app.py", tests)]),
        [
            "test_build integration subprocess `subprocess.run` (test_build > build)",
            "test_greet unit",
            "test_fixture integration subprocess `subprocess.run` (test_fixture > build)",
            "test_no_command unit, as far as `click.CliRunner.invoke` is known",
        ]
    );
}
