import asyncio
import json

from websockets.asyncio.client import connect
from websockets.asyncio.server import serve

acks = []


async def server_handler(websocket):
    await websocket.send(json.dumps({"id": 7, "text": "hello"}))
    async for raw in websocket:
        acks.append(json.loads(raw)["messageId"])


async def ack_message(websocket, message_id):
    ack = {"type": "ack", "messageId": message_id}
    websocket.send(json.dumps(ack))  # BUG


async def main():
    async with serve(server_handler, "127.0.0.1", 18480):
        async with connect("ws://127.0.0.1:18480") as websocket:
            message = json.loads(await websocket.recv())
            await ack_message(websocket, message["id"])
            await asyncio.sleep(0.05)
    print("acks:", acks)


asyncio.run(main())
