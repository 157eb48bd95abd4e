"""IsolatedAsyncioTestCase, whose loop is that of the case."""

import asyncio
import gc
import unittest

from library import Keeper, Store, double, fail, save, start_refresh

TASKS = []


class Clean(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.store = Store()
        await self.store.put("first")

    async def asyncTearDown(self):
        self.store.records.clear()

    async def test_put(self):
        await self.store.put("second")
        self.assertEqual(self.store.records, ["first", "second"])

    async def test_gather(self):
        self.assertEqual(await asyncio.gather(double(1), double(2)), [2, 4])

    async def test_task_is_awaited(self):
        self.assertEqual(await asyncio.create_task(double(3)), 6)

    async def test_task_is_cancelled(self):
        task = start_refresh()
        await asyncio.sleep(0)
        task.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await task

    async def test_time_limit(self):
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.sleep(60), 0.01)

    async def test_parts(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertEqual(await double(number), 2 * number)

    async def test_clean_up(self):
        self.addAsyncCleanup(self.store.put, "last")

    async def test_lock(self):
        async with asyncio.Lock():
            await asyncio.sleep(0)

    async def test_queue(self):
        queue = asyncio.Queue()
        await queue.put(1)
        self.assertEqual(await queue.get(), 1)

    async def test_event(self):
        event = asyncio.Event()
        asyncio.get_running_loop().call_soon(event.set)
        self.assertTrue(await event.wait())

    async def test_thread(self):
        self.assertEqual(await asyncio.to_thread(len, "abc"), 3)

    def test_plain(self):
        self.assertEqual(self.store.records, ["first"])

    @unittest.skip("never")
    async def test_skipped(self):
        save("never")

    @unittest.expectedFailure
    async def test_fails(self):
        await fail()


class Leaves(unittest.IsolatedAsyncioTestCase):
    async def test_coroutine(self):
        save("a statement")

    async def test_coroutine_in_a_cycle(self):
        Keeper(save("until the collector runs"))

    async def test_collects(self):
        gc.collect()

    async def test_in_the_code_that_is_tested(self):
        await Store().forget("a")

    async def test_task(self):
        TASKS.append(start_refresh())
        await asyncio.sleep(0)

    async def test_task_that_fails(self):
        TASKS.append(asyncio.create_task(fail()))
        await asyncio.sleep(0.01)

    async def test_clean_up(self):
        self.addAsyncCleanup(Store().forget, "last")

    async def test_part(self):
        for number in range(2):
            with self.subTest(number=number):
                double(number)

    @unittest.expectedFailure
    async def test_fails(self):
        kept = save("in a frame that pytest keeps")
        self.assertIsNone(kept)

    async def test_innocent(self):
        self.assertEqual(await save(1), 1)


class SetUp(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.task = None

    async def asyncSetUp(self):
        save("set up")

    async def asyncTearDown(self):
        TASKS.append(start_refresh())

    async def test_one(self):
        self.assertIsNone(self.task)


class Sync(unittest.TestCase):
    def test_run(self):
        self.assertEqual(asyncio.run(double(2)), 4)

    def test_loop_is_left(self):
        asyncio.new_event_loop().run_until_complete(save())

    def test_runner(self):
        with asyncio.Runner() as runner:
            self.assertEqual(runner.run(double(1)), 2)

    def test_collects(self):
        gc.collect()

    def test_number(self):
        self.assertEqual(2 * 2, 4)


def tearDownModule():
    TASKS.clear()
