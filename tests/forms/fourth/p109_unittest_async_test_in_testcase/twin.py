import asyncio
import unittest


class Counter:
    def __init__(self):
        self.value = 0

    async def increment(self):
        await asyncio.sleep(0)
        self.value += 1


class CounterTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.counter = Counter()

    async def test_increment(self):
        await self.counter.increment()
        self.assertEqual(self.counter.value, 1)

    def test_starts_at_zero(self):
        self.assertEqual(self.counter.value, 0)


if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(CounterTest)
    result = unittest.TestResult()
    suite.run(result)
    print("run:", result.testsRun, "failed:", len(result.failures + result.errors))
