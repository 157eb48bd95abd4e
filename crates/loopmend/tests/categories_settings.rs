//! `[tool.loopmend.categories]`: what a project adds to what is known.

#[path = "support/categories.rs"]
mod categories;
mod support;

use categories::{project, rows};
use support::loopmend;

const SETTINGS: &str = "\
[tool.loopmend.categories.callables]
network = ['acme.rpc.call', 'shop.remote.ask']
database = ['acme.store.Store', 'shop.ledger.Ledger.post']
file = ['requests.get']

[tool.loopmend.categories.fixtures]
container = ['broker', 'cluster']

[tool.loopmend.categories.marks]
integration = ['large']
";

const SHOP: &[(&str, &str)] = &[
    ("shop/__init__.py", ""),
    ("shop/remote.py", "def ask(question): ...\n\n\ndef tell(): ...\n"),
    ("shop/ledger.py", "class Ledger:\n    def post(self): ...\n\n    def read(self): ...\n"),
];

fn rows_with_settings(tests: &str) -> Vec<String> {
    let mut files = SHOP.to_vec();
    files.extend([("pyproject.toml", SETTINGS), ("test_app.py", tests)]);
    rows(&files)
}

#[test]
fn callables_of_a_project_and_of_packages_that_are_not_known_are_added() {
    let tests = "\
import requests
from acme import rpc
from acme.store import Store
from shop.ledger import Ledger
from shop.remote import ask, tell


def test_function():
    rpc.call('status')


def test_another_function():
    rpc.close()


def test_class():
    Store('orders')


def test_method_of_class():
    store = Store('orders')
    store.save()


def test_own_function():
    ask('why')


def test_another_own_function():
    tell()


def test_own_method():
    Ledger().post()


def test_another_own_method():
    Ledger().read()


def test_known_otherwise():
    requests.get('http://localhost')
";
    assert_eq!(
        rows_with_settings(tests),
        [
            "test_function integration network `acme.call` (test_function)",
            "test_another_function unit",
            "test_class integration database `acme.Store` (test_class)",
            "test_method_of_class integration database `acme.Store` (test_method_of_class)",
            "test_own_function integration network `shop.ask` (test_own_function)",
            "test_another_own_function unit",
            "test_own_method integration database `shop.Ledger.post` (test_own_method)",
            "test_another_own_method unit",
            "test_known_otherwise unit",
        ]
    );
}

#[test]
fn fixtures_are_added_be_they_of_the_project_or_not() {
    let tests = "\
import pytest


@pytest.fixture
def cluster(): ...


@pytest.fixture
def node(cluster): ...


def test_of_a_plugin(broker): ...


def test_of_the_project(cluster): ...


def test_behind_another(node): ...


def test_none(tmp_path_factory): ...
";
    assert_eq!(
        rows_with_settings(tests),
        [
            "test_of_a_plugin integration container the fixture `broker` ()",
            "test_of_the_project integration container the fixture `cluster` ()",
            "test_behind_another integration container the fixture `cluster` ()",
            "test_none unit",
        ]
    );
}

#[test]
fn marks_are_added_and_written() {
    let tests = "import pytest\nfrom shop.remote import ask\n\n\n@pytest.mark.large\ndef test_marked(): ...\n\n\ndef test_asks():\n    ask('why')\n";
    let mut files = SHOP.to_vec();
    let settings = format!("{SETTINGS}\n[tool.pytest.ini_options]\nmarkers = ['large: needs more']\n");
    files.extend([("pyproject.toml", settings.as_str()), ("test_app.py", tests)]);
    let directory = project(&files);
    let run = |arguments: &[&str]| {
        let output = loopmend().current_dir(directory.path()).args(arguments).output();
        String::from_utf8(output.expect("the program starts").stdout).unwrap()
    };
    let disagreeing = run(&["categories", "--disagreeing"]);
    assert!(disagreeing.contains("test_marked") && disagreeing.contains("large"), "{disagreeing}");
    run(&["categories", "--write", "--category", "integration"]);
    let written = std::fs::read_to_string(directory.path().join("test_app.py")).unwrap();
    assert!(written.ends_with("@pytest.mark.large\ndef test_asks():\n    ask('why')\n"), "{written}");
}
