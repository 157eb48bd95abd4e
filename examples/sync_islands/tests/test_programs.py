"""The command line, the tasks, the threads and the processes: all of them may start a loop."""

import runpy
from pathlib import Path

import pytest
from click.testing import CliRunner

from parcelbox.cli import cli
from parcelbox.pool import routes_beside_the_loop, routes_in_threads, weigh_in_processes
from parcelbox.tasks import charge, remember, remember_route
from parcelbox.tracker import Tracker
from parcelbox.watcher import Watcher


def test_the_command_find():
    assert CliRunner().invoke(cli, ["find", "p1"]).output == "Lyon\n"


def test_the_command_list():
    assert CliRunner().invoke(cli, ["list", "p1", "p2"]).output == "Lyon\nGraz\n"


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        ("labels print p1", "p1 to Lyon, 400 g"),
        ("labels count p1 p2 p3", "3"),
        ("routes show p2", "Bonn - Graz"),
        ("routes length p2", "2"),
        ("routes stops first p1", "Bonn"),
        ("routes stops last p1", "Lyon"),
        ("depots stock Oslo", "p3"),
        ("depots load", "1990"),
        ("depots heaviest", "p2"),
    ],
)
def test_a_group_of_commands(arguments, output):
    assert CliRunner().invoke(cli, arguments.split()).output == f"{output}\n"


def test_the_script(capsys):
    script = Path(__file__).parent.parent / "scripts" / "backfill.py"
    runpy.run_path(str(script), run_name="__main__")
    assert capsys.readouterr().out == "p1 Bonn Lyon\np2 Bonn Graz\np3 Bonn Oslo\n"


def test_the_task():
    assert remember("p3") == "Oslo"


def test_the_other_tasks():
    assert remember_route("p1") == ["Bonn", "Lyon"]
    assert charge("p2") == 600


def test_the_pools():
    assert weigh_in_processes(["p1", "p3"]) == [400, 90]
    assert routes_in_threads(["p1"]) == [["Bonn", "Lyon"]]


async def test_the_pool_beside_the_loop():
    assert await routes_beside_the_loop(["p3"]) == [["Bonn", "Oslo"]]


def test_the_tracker():
    tracker = Tracker("p1")
    assert (tracker.place, tracker.grams) == ("Lyon", 400)


def test_the_watcher():
    watcher = Watcher(["p1", "p2"])
    watcher.start()
    assert [watcher.places.get(timeout=5), watcher.places.get(timeout=5)] == ["Lyon", "Graz"]
