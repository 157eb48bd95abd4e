import asyncio
import io
import unittest


class Database:
    def __init__(self):
        self.rows = None

    async def connect(self):
        await asyncio.sleep(0)
        self.rows = []

    async def insert(self, row):
        self.rows.append(row)


class DatabaseTest(unittest.IsolatedAsyncioTestCase):
    async def setUp(self):  # BUG
        self.db = Database()
        await self.db.connect()

    async def test_insert(self):
        await self.db.insert("a")
        self.assertEqual(self.db.rows, ["a"])


if __name__ == "__main__":
    runner = unittest.TextTestRunner(stream=io.StringIO())
    outcome = unittest.main(testRunner=runner, exit=False).result
    print("all passed:", outcome.wasSuccessful())
