import asyncio
import os
import tempfile

import aiofiles


async def save_file(file_path, file_data):
    async with aiofiles.open(file_path, "wb") as fsave:
        fsave.write(file_data)  # BUG
    return file_path


if __name__ == "__main__":
    path = os.path.join(tempfile.mkdtemp(), "photo.jpg")
    asyncio.run(save_file(path, b"\xff\xd8 image bytes"))
    print("size:", os.path.getsize(path))
