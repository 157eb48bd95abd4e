import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor


def blob_digest(data):
    return hashlib.sha256(data).hexdigest()


class BlobStore:
    """Content-addressed blobs; hashing happens in a small pool."""

    def __init__(self, workers=2):
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="hash")
        self._blobs = {}

    def close(self):
        self._pool.shutdown(wait=False)

    async def put(self, data):
        loop = asyncio.get_running_loop()
        digest = loop.run_in_executor(self._pool, blob_digest, data)  # ALSO
        self._blobs[digest] = data  # BUG
        return f"blob:{digest}"  # ALSO

    async def put_if_missing(self, data):
        loop = asyncio.get_running_loop()
        digest = await loop.run_in_executor(self._pool, blob_digest, data)
        self._blobs.setdefault(digest, data)
        return f"blob:{digest}"
