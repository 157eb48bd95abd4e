import asyncio
import json


class Session:
    async def post(self, endpoint, body):
        await asyncio.sleep(0)
        return len(body)


class MediaClient:
    def __init__(self, session):
        self.session = session

    async def media_seen(self, media_ids):
        async def gen(ids):
            stamps = {}
            for pk in ids:
                await asyncio.sleep(0)
                stamps[pk] = ["1700000000_1700000001"]
            return stamps

        data = {
            "container_module": "feed_timeline",
            "reels": await gen(media_ids),
        }
        return await self.session.post("media/seen/", json.dumps(data))


async def main():
    client = MediaClient(Session())
    print("sent bytes:", await client.media_seen(["01234", "56789"]))


asyncio.run(main())
