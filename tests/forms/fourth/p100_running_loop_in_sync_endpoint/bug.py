import asyncio

from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()
jobs = set()


async def index_document(doc_id):
    await asyncio.sleep(0)


@app.get("/index/{doc_id}")
def index(doc_id: int):
    loop = asyncio.get_running_loop()  # BUG
    job = loop.create_task(index_document(doc_id))
    jobs.add(job)
    return {"queued": doc_id}


if __name__ == "__main__":
    client = TestClient(app)
    print(client.get("/index/3").json())
