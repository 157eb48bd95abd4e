import pytest
from library import Keeper, save


@pytest.fixture
def record():
    Keeper(save("set-up"))
    return "record"


def test_with_record(record):
    assert record == "record"


@pytest.fixture
def connection():
    yield "connection"
    save("teardown")


def test_with_connection(connection):
    assert connection == "connection"


@pytest.fixture(scope="module")
def table():
    yield save("kept until the module is left")


def test_with_table(table):
    assert table is not None


def test_with_table_again(table):
    assert table is not None


@pytest.fixture
def outer(inner):
    yield inner
    save("outer is torn down first")


@pytest.fixture
def inner():
    yield "inner"
    Keeper(save("and inner then"))


def test_nested(outer):
    assert outer == "inner"
