"""The mixin under the plugins that run async tests."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

SUITE = """
import asyncio

import pytest
{imports}

from loopmend.testing import AsyncTestFixtureMixin

closed = []


class Client:
    def __init__(self, error=None):
        self.loop = asyncio.get_running_loop()
        self.error = error

    async def aclose(self):
        await asyncio.sleep(0)
        assert self.loop is asyncio.get_running_loop()
        closed.append(self)
        if self.error:
            raise self.error


{mark}
class TestClient(AsyncTestFixtureMixin):
    {fixture}
    async def resources(self):
        try:
            await self.setup_async_resources()
            yield
        finally:
            await self.cleanup_all_async_resources()

    async def setup_async_resources(self):
        await super().setup_async_resources()
        self.client = self.track(Client())

    async def test_first(self):
        assert not closed
        self.track(Client())

    async def test_second(self):
        assert len(closed) == 2

    async def test_third(self):
        self.track(Client(LookupError("first")))
        self.track(Client(ValueError("second")))


def test_all_are_closed():
    assert len(closed) == 6
"""

PLUGINS = {
    "pytest_asyncio": ("import pytest_asyncio", "@pytest.mark.asyncio", "@pytest_asyncio.fixture(autouse=True)"),
    "anyio": ("", "@pytest.mark.anyio", "@pytest.fixture(autouse=True)"),
}


@pytest.mark.parametrize("plugin", PLUGINS)
def test_resources_are_closed_after_each_test(plugin: str, tmp_path: Path) -> None:
    if importlib.util.find_spec(plugin) is None:
        pytest.skip(f"{plugin} is not installed")
    imports, mark, fixture = PLUGINS[plugin]
    suite = SUITE.format(imports=imports, mark=mark, fixture=fixture)
    if plugin == "anyio":
        suite += "\n\n@pytest.fixture\ndef anyio_backend():\n    return 'asyncio'\n"
    (tmp_path / "test_client.py").write_text(suite, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "COLUMNS": "200"}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "test_client.py"]
    command += ["-p", "no:asyncio"] if plugin == "anyio" else ["-p", "no:anyio"]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert "4 passed, 1 error in" in run.stdout, run.stdout + run.stderr
    assert "ERROR at teardown of TestClient.test_third" in run.stdout
    assert "LookupError: first" in run.stdout
    assert "ValueError: second" in run.stdout
