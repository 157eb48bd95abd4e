import asyncio
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

from openai import AsyncOpenAI


class FakeVllm(BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(0.4)
        body = json.dumps({"object": "list", "data": []}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


async def list_models(url):
    async with AsyncOpenAI(base_url=url, api_key="none") as client:
        return (await client.models.list()).data


async def main():
    server = HTTPServer(("127.0.0.1", 0), FakeVllm)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/v1"
    task = asyncio.create_task(list_models(url))
    await asyncio.sleep(0.01)
    print("loop was free:", not task.done())
    await task


asyncio.run(main())
