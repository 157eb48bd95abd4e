//! `loopmend categories`: what is followed of commands, applications in the same process and fakes, and what is said where it is not.

use crate::support::categories::{project, rows};
use crate::support::loopmend;

#[test]
fn commands_of_a_group_are_followed_by_their_names() {
    let commands = "\
import subprocess

import click


@click.group()
def cli(): ...


@cli.command()
def build():
    subprocess.run(['make'])


@cli.command('say-hello')
def greet():
    click.echo('hello')


@cli.group()
def db_group(): ...


@db_group.command()
def drop():
    subprocess.run(['dropdb'])
";
    let tests = "\
from click.testing import CliRunner

from app.commands import cli

COMMAND = 'build'


def test_build():
    CliRunner().invoke(cli, ['build'])


def test_greet():
    CliRunner().invoke(cli, ['-v', 'say-hello'])


def test_nested():
    CliRunner().invoke(cli, 'db drop --force')


def test_help():
    CliRunner().invoke(cli, ['--help'])


def test_unknown():
    CliRunner().invoke(cli, args=['other'])


def test_named(args):
    CliRunner().invoke(cli, args)
";
    assert_eq!(
        rows(&[("app/__init__.py", ""), ("app/commands.py", commands), ("test_app.py", tests)]),
        [
            "test_build integration subprocess `subprocess.run` (test_build > build)",
            "test_greet unit",
            "test_nested integration subprocess `subprocess.run` (test_nested > drop)",
            "test_help unit",
            "test_unknown unit, as far as `click.CliRunner.invoke` is known",
            "test_named unit, as far as `click.CliRunner.invoke` is known",
        ]
    );
}

#[test]
fn what_an_application_does_in_the_same_process_is_not_known() {
    let tests = "\
import subprocess

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from flask import Flask
from typer.testing import CliRunner

from app.commands import app


@pytest.fixture
def client():
    with TestClient(FastAPI()) as client:
        yield client


@pytest.fixture
def flask_client():
    return Flask('app').test_client()


def test_fastapi(client):
    assert client.get('/').status_code == 200


def test_flask(flask_client):
    assert flask_client.get('/').status_code == 200


def test_typer():
    CliRunner().invoke(app, ['build'])


def test_more(client):
    subprocess.run(['make'])


def test_none():
    assert FastAPI()
";
    assert_eq!(
        rows(&[("app/__init__.py", ""), ("app/commands.py", "app = None\n"), ("test_app.py", tests)]),
        [
            "test_fastapi unit, as far as `fastapi.TestClient` is known",
            "test_flask unit, as far as `flask.FlaskClient.get` is known",
            "test_typer unit, as far as `typer.CliRunner.invoke` is known",
            "test_more integration subprocess `subprocess.run` (test_more)",
            "test_none unit",
        ]
    );
}

#[test]
fn a_test_of_which_not_all_is_known_is_neither_marked_nor_said_to_disagree() {
    let tests = "\
import pytest
from fastapi.testclient import TestClient


def test_open():
    TestClient(None).get('/')


@pytest.mark.integration
def test_marked():
    TestClient(None).get('/')


def test_unit():
    assert True
";
    let pyproject = "[tool.pytest.ini_options]\nmarkers = ['integration: more', 'unit: alone']\n";
    let directory = project(&[("pyproject.toml", pyproject), ("test_app.py", tests)]);
    let run = |arguments: &[&str]| {
        let output = loopmend().current_dir(directory.path()).args(arguments).output();
        String::from_utf8(output.expect("the program starts").stdout).unwrap()
    };
    let listed = run(&["categories"]);
    assert!(
        listed.contains("as far as is known: the calls of `fastapi.TestClient.get` are not followed"),
        "{listed}"
    );
    assert!(!run(&["categories", "--disagreeing"]).contains("test_marked"));
    let said = run(&["categories", "--write"]);
    assert!(said.contains("what that does is not followed"), "{said}");
    let written = std::fs::read_to_string(directory.path().join("test_app.py")).unwrap();
    assert_eq!(written, tests.replace("def test_unit", "@pytest.mark.unit\ndef test_unit"));
}

#[test]
fn a_lambda_is_a_fake() {
    let client = "\
import requests


def load(url, get=requests.get):
    return get(url)


class Client:
    def __init__(self, get=requests.get):
        self.get = get

    def load(self, url):
        return self.get(url)
";
    let tests = "\
import requests

from app.client import Client, load


def test_fake():
    assert load('u', get=lambda url: 'text') == 'text'


def test_kept():
    assert Client(lambda url: 'text').load('u') == 'text'


def test_real_inside():
    load('u', get=lambda url: requests.get(url))
";
    let rows = rows(&[("app/__init__.py", ""), ("app/client.py", client), ("test_app.py", tests)]);
    assert_eq!(rows[..2], ["test_fake unit", "test_kept unit"]);
    assert!(rows[2].starts_with("test_real_inside integration network `requests.get`"), "{rows:?}");
}

#[test]
fn a_library_stands_in_the_place_of_its_own_clients_alone() {
    let client = "\
import aiohttp
import httpx
import requests


def by_requests():
    return requests.get('http://x')


def by_httpx():
    return httpx.get('http://x')


async def by_aiohttp():
    async with aiohttp.ClientSession() as session:
        return await session.get('http://x')
";
    let names =
        [("requests_mock", "by_requests"), ("httpx_mock", "by_httpx"), ("aioresponses", "by_aiohttp")];
    let mut tests =
        "import responses\nimport respx\nfrom app.client import by_aiohttp, by_httpx, by_requests\n"
            .to_owned();
    let mut expected = Vec::new();
    for (fixture, own) in names {
        for (_, client) in names {
            tests += &format!("\n\nasync def test_{fixture}_{client}({fixture}):\n    await {client}()\n");
            expected.push(format!(
                "test_{fixture}_{client} {}",
                if own == client { "unit" } else { "integration" }
            ));
        }
    }
    for (mock, own) in [("responses.activate", "by_requests"), ("respx.mock", "by_httpx")] {
        for (_, client) in names {
            let name = format!("test_{}_{client}", &mock[..5]);
            tests += &format!("\n\n@{mock}\nasync def {name}():\n    await {client}()\n");
            expected.push(format!("{name} {}", if own == client { "unit" } else { "integration" }));
        }
    }
    let rows = rows(&[("app/__init__.py", ""), ("app/client.py", client), ("test_app.py", &tests)]);
    let said: Vec<String> =
        rows.iter().map(|row| row.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(said, expected);
}
