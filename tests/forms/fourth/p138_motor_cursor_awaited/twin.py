import asyncio

from motor.motor_asyncio import AsyncIOMotorClient, AsyncIOMotorCursor


async def linked_samples(db, subtraction_id):
    cursor = db.samples.find({"subtraction.id": subtraction_id}, ["name"])
    return [document["name"] for document in await cursor.to_list(100)]


async def fake_to_list(cursor, length):
    return [{"name": "sample-1"}][:length]


async def main():
    AsyncIOMotorCursor.to_list = fake_to_list
    client = AsyncIOMotorClient("mongodb://127.0.0.1:1/", connect=False)
    try:
        print(await linked_samples(client.virtool, "arabidopsis"))
    finally:
        client.close()


asyncio.run(main())
