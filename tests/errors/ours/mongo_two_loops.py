# in: drivers-old drivers-new
# shows: mongo-client-on-other-loop
import asyncio

from pymongo import AsyncMongoClient
from pymongo.errors import ServerSelectionTimeoutError

client = AsyncMongoClient("mongodb://127.0.0.1:9", serverSelectionTimeoutMS=50)


async def find():
    try:
        await client.shop.items.find_one({})
    except ServerSelectionTimeoutError:
        print("no server")


asyncio.run(find())
asyncio.run(find())
