import asyncio

import pytest

from parcelbox.carrier import UnknownParcel
from parcelbox.library import describe, find, find_many, route, status
from parcelbox.tracker import fetch_route, follow


def test_find():
    assert find("p1") == "Lyon"


def test_find_nothing():
    with pytest.raises(UnknownParcel):
        find("p9")


def test_find_many():
    assert find_many(["p1", "p3"]) == ["Lyon", "Oslo"]


async def test_find_in_a_thread():
    assert await asyncio.to_thread(find, "p2") == "Graz"


async def test_describe():
    assert await describe("p1") == "p1 is in Lyon"


async def test_route():
    assert await route(["p1", "p2"]) == "Lyon - Graz"


async def test_status():
    assert (await status())["ready"]


def test_fetch_route():
    assert fetch_route("p3") == ["Bonn", "Oslo"]


async def test_follow():
    assert await follow("p1") == "Bonn - Lyon"
