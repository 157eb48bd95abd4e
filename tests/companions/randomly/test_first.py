"""pytest-randomly: files, classes and tests in an order that the seed gives, and `random` the same in each test."""

import asyncio
import gc
import random

import pytest
from library import Keeper, Store, double, fail, save, start_refresh

TASKS = []
KEPT = []


@pytest.fixture(scope="module")
def of_the_module():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture
async def forgetful():
    yield "forgetful"
    Keeper(save("torn down"))


@pytest.mark.parametrize("number", range(6))
async def test_awaits(number):
    assert await double(number) == 2 * number


@pytest.mark.parametrize("number", range(3))
def test_on_the_loop_of_the_module(of_the_module, number):
    assert of_the_module.run_until_complete(double(number)) == 2 * number


class TestMethods:
    def setup_method(self):
        self.store = Store()

    async def test_put(self):
        await self.store.put("a")
        assert self.store.records == ["a"]

    async def test_forget(self):
        await self.store.forget("a")

    def test_random(self):
        assert 0 <= random.random() < 1


async def test_forgets():
    save("a statement")


def test_keeps_for_ever():
    KEPT.append(save("until the end"))


def test_keeps_in_a_cycle():
    Keeper(save("until the collector runs"))


async def test_with_forgetful(forgetful):
    assert forgetful == "forgetful"


async def test_leaves_a_task():
    TASKS.append(start_refresh())
    await asyncio.sleep(0)


async def test_loses_an_exception():
    TASKS.append(asyncio.create_task(fail()))
    await asyncio.sleep(0.01)


def test_collects():
    gc.collect()
