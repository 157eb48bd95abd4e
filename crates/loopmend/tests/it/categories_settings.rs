//! `[tool.loopmend.categories]`: what a project adds to what is known.

use crate::support::categories::{project, rows};
use crate::support::loopmend;

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
            "test_function integration network `acme.rpc.call` (test_function)",
            "test_another_function unit",
            "test_class integration database `acme.store.Store` (test_class)",
            "test_method_of_class integration database `acme.store.Store` (test_method_of_class)",
            "test_own_function integration network `shop.remote.ask` (test_own_function)",
            "test_another_own_function unit",
            "test_own_method integration database `shop.ledger.Ledger.post` (test_own_method)",
            "test_another_own_method unit",
            "test_known_otherwise unit",
        ]
    );
}

#[test]
fn only_the_named_callable_counts_by_whatever_name_it_is_imported() {
    let settings = "[tool.loopmend.categories.callables]\nnetwork = ['shop.remote.ask', 'acme.rpc.call']\n\
                    database = ['shop.store.Store', 'shop.ledger.Ledger.post']\n";
    let tests = "\
from acme import other
from shop import ask, memory, remote
from shop.ledger import Draft, Ledger, SignedLedger
from shop.memory import Store as MemoryStore
from shop.store import LocalStore, Store


def test_named():
    remote.ask('why')


def test_exported_again():
    ask('why')


def test_same_name_elsewhere():
    memory.ask('why')


def test_same_name_in_another_package():
    other.call('why')


def test_class():
    Store()


def test_subclass():
    LocalStore().save()


def test_class_of_the_same_name():
    MemoryStore().save()


def test_method():
    Ledger().post()


def test_inherited_method():
    SignedLedger().post()


def test_overridden_method():
    Draft().post()
";
    let files = [
        ("pyproject.toml", settings),
        ("shop/__init__.py", "from shop.remote import ask\n"),
        ("shop/remote.py", "def ask(question): ...\n"),
        ("shop/memory.py", "def ask(question): ...\n\n\nclass Store:\n    def save(self): ...\n"),
        ("shop/store.py", "class Store:\n    def save(self): ...\n\n\nclass LocalStore(Store): ...\n"),
        (
            "shop/ledger.py",
            "class Ledger:\n    def post(self): ...\n\n\nclass SignedLedger(Ledger): ...\n\n\nclass Draft(Ledger):\n    def post(self): ...\n",
        ),
        ("test_app.py", tests),
    ];
    assert_eq!(
        rows(&files),
        [
            "test_named integration network `shop.remote.ask` (test_named)",
            "test_exported_again integration network `shop.remote.ask` (test_exported_again)",
            "test_same_name_elsewhere unit",
            "test_same_name_in_another_package unit",
            "test_class integration database `shop.store.Store` (test_class)",
            "test_subclass integration database `shop.store.Store.save` (test_subclass)",
            "test_class_of_the_same_name unit",
            "test_method integration database `shop.ledger.Ledger.post` (test_method)",
            "test_inherited_method integration database `shop.ledger.Ledger.post` (test_inherited_method)",
            "test_overridden_method unit",
        ]
    );
}

#[test]
fn a_listed_fixture_goes_before_the_table() {
    let settings = "[tool.loopmend.categories.fixtures]\nfile = ['page', 'httpx_mock']\n";
    let tests = "\
import httpx


def test_page(page): ...


def test_no_mock(httpx_mock):
    httpx.get('http://localhost')
";
    assert_eq!(
        rows(&[("pyproject.toml", settings), ("test_app.py", tests)]),
        ["test_page unit", "test_no_mock integration network `httpx.get` (test_no_mock)"]
    );
}

#[test]
fn what_is_listed_and_met_nowhere_is_named() {
    let settings = "\
[tool.loopmend.categories.callables]
network = ['acme.rpc.call', 'shop.remote.ask', 'shop.remote.gone']

[tool.loopmend.categories.fixtures]
container = ['broker', 'cluster']

[tool.loopmend.categories.marks]
integration = ['large', 'huge', 'enormous']
";
    let tests =
        "import pytest\n\n\n@pytest.fixture\ndef cluster(): ...\n\n\n@pytest.mark.huge\ndef test_it(): ...\n";
    let mut files = SHOP.to_vec();
    files.extend([("pyproject.toml", settings), ("test_app.py", tests)]);
    let directory = project(&files);
    let said = |arguments: &[&str]| {
        let output = loopmend().current_dir(directory.path()).args(arguments).output();
        let text = String::from_utf8(output.expect("the program starts").stderr).unwrap();
        let lines = text.lines().filter(|line| line.contains("lists")).map(str::to_owned);
        lines.collect::<Vec<String>>()
    };
    let unmet = [
        "`[tool.loopmend.categories.callables]` lists `acme.rpc.call`, but nothing in the project has this name",
        "`[tool.loopmend.categories.callables]` lists `shop.remote.gone`, but nothing in the project has this name",
        "`[tool.loopmend.categories.fixtures]` lists `broker`, but nothing in the project has this name",
        "`[tool.loopmend.categories.marks]` lists `enormous`, but nothing in the project has this name",
    ];
    assert_eq!(said(&["categories"]), unmet);
    assert_eq!(said(&["categories", "--diff"]), unmet);
    assert_eq!(said(&["categories", "test_app.py"]), Vec::<String>::new());
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
