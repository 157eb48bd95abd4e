import asyncio
import io
import unittest


async def parse_port(text):
    await asyncio.sleep(0)
    port = int(text)
    if not 0 < port < 65536:
        raise ValueError(f"bad port {port}")
    return port


class ParsePortTest(unittest.IsolatedAsyncioTestCase):
    async def test_valid(self):
        self.assertEqual(await parse_port("80"), 80)

    async def test_out_of_range(self):
        self.assertRaises(ValueError, parse_port, "70000")  # BUG


if __name__ == "__main__":
    runner = unittest.TextTestRunner(stream=io.StringIO())
    outcome = unittest.main(testRunner=runner, exit=False).result
    print("all passed:", outcome.wasSuccessful())
