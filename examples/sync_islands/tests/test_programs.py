"""The command line, the task and the thread: all of them may start a loop."""

from click.testing import CliRunner

from parcelbox.cli import cli
from parcelbox.tasks import remember
from parcelbox.watcher import Watcher


def test_the_command_find():
    assert CliRunner().invoke(cli, ["find", "p1"]).output == "Lyon\n"


def test_the_command_list():
    assert CliRunner().invoke(cli, ["list", "p1", "p2"]).output == "Lyon\nGraz\n"


def test_the_task():
    assert remember("p3") == "Oslo"


def test_the_watcher():
    watcher = Watcher(["p1", "p2"])
    watcher.start()
    assert [watcher.places.get(timeout=5), watcher.places.get(timeout=5)] == ["Lyon", "Graz"]
