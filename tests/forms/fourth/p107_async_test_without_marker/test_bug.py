import asyncio
import hashlib

import pytest


async def verify_body_integrity(body, digest):
    await asyncio.sleep(0)
    if hashlib.sha256(body).hexdigest() != digest:
        raise ValueError("body was changed")
    return True


@pytest.mark.asyncio
async def test_body_integrity_error():
    with pytest.raises(ValueError):
        await verify_body_integrity(b"data", "0" * 64)


async def test_body_integrity_happy_path():  # BUG
    digest = hashlib.sha256(b"data").hexdigest()
    assert await verify_body_integrity(b"data", digest)
