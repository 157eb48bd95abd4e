import asyncio

from fastapi import BackgroundTasks, FastAPI
from fastapi.testclient import TestClient

app = FastAPI()
sent = []


async def send_package(urls, callback):
    await asyncio.sleep(0)
    sent.extend(urls)
    return callback


@app.post("/tasks")
async def create_task(background_tasks: BackgroundTasks):
    urls = ["http://a.example", "http://b.example"]
    background_tasks.add_task(await send_package(urls, "http://cb.example"))  # BUG
    return {"id": 1, "sent_before_response": len(sent)}


if __name__ == "__main__":
    client = TestClient(app)
    print(client.post("/tasks").json(), sent)
