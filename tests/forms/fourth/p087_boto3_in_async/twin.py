import asyncio
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import boto3

PORT = 18482


class FakeS3(BaseHTTPRequestHandler):
    def do_HEAD(self):
        time.sleep(0.4)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


s3 = boto3.client(
    "s3", endpoint_url=f"http://127.0.0.1:{PORT}", region_name="us-east-1",
    aws_access_key_id="x", aws_secret_access_key="x",
)


async def bucket_exists(bucket):
    await asyncio.to_thread(s3.head_bucket, Bucket=bucket)
    return True


async def main():
    task = asyncio.create_task(bucket_exists("covalent"))
    await asyncio.sleep(0)
    print("loop was free:", not task.done())
    print("exists:", await task)


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", PORT), FakeS3)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    asyncio.run(main())
