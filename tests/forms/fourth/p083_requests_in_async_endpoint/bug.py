import asyncio

import requests
import uvicorn
from fastapi import FastAPI

app = FastAPI()
BASE = "http://127.0.0.1:18473"


@app.get("/version")
async def version():
    return {"version": "1.0"}


@app.get("/health/status")
async def health():
    resp = requests.get(f"{BASE}/version", timeout=1)  # BUG
    return resp.json()


async def main():
    config = uvicorn.Config(app, port=18473, log_level="critical")
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    await asyncio.sleep(0.5)
    reply = await asyncio.to_thread(requests.get, f"{BASE}/health/status", timeout=3)
    print(reply.status_code)
    server.should_exit = True
    await task


asyncio.run(main())
