import asyncio
from unittest.mock import AsyncMock, MagicMock


class Distributor:
    def __init__(self, session):
        self.session = session

    async def queue_url(self, name):
        async with self.session.create_client("sqs") as client:
            reply = await client.get_queue_url(QueueName=name)
        return reply["QueueUrl"]


def test_queue_url():
    client = AsyncMock()
    client.get_queue_url.return_value = {"QueueUrl": "https://q/1"}
    session = MagicMock()
    session.create_client = AsyncMock(return_value=client)  # BUG

    url = asyncio.run(Distributor(session).queue_url("jobs"))
    assert url == "https://q/1"
