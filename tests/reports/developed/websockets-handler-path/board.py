import asyncio
import json
import logging

import websockets

logging.basicConfig(level=logging.ERROR)
PORT = 18765
scores: dict[str, int] = {}


async def on_client(websocket, path):
    async for text in websocket:
        message = json.loads(text)
        name = message["name"]
        scores[name] = scores.get(name, 0) + message["points"]
        await websocket.send(json.dumps({"game": path, "scores": scores}))


async def player(name: str):
    async with websockets.connect(f"ws://127.0.0.1:{PORT}/darts") as websocket:
        await websocket.send(json.dumps({"name": name, "points": 20}))
        print(await websocket.recv())


async def main():
    async with websockets.serve(on_client, "127.0.0.1", PORT):
        await player("ann")
        await player("joe")


if __name__ == "__main__":
    asyncio.run(main())
