"""Missed."""
from motor.motor_asyncio import AsyncIOMotorClient, AsyncIOMotorCollection, AsyncIOMotorDatabase

client = AsyncIOMotorClient("mongodb://localhost")
events = client["reporter"]["events"]


async def a():
    events.insert_one({})  # BUG


async def b(db: AsyncIOMotorDatabase):
    db.users.insert_one({})  # BUG
    db["users"].delete_many({})  # BUG


async def c(users: AsyncIOMotorCollection):
    users.update_one({}, {})  # BUG
    user = users.find_one({})  # BUG
    return user["name"]  # ALSO


async def d(users: AsyncIOMotorCollection):
    for user in users.find():  # BUG
        print(user)
