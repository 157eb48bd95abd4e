from asyncio import sleep
from unittest.mock import AsyncMock, patch

import pytest


class Poller:
    def __init__(self, answers):
        self.answers = list(answers)

    async def wait_ready(self, interval):
        while not self.answers.pop(0):
            await sleep(interval)
        return "ready"


@pytest.mark.asyncio
async def test_wait_ready_sleeps_between_polls():
    with patch("asyncio.sleep", new_callable=AsyncMock) as fake_sleep:  # BUG
        assert await Poller([False, True]).wait_ready(0.2) == "ready"
    fake_sleep.assert_awaited_once_with(0.2)
