"""Checks downloads against the checksums of the release page."""
from __future__ import annotations

import asyncio
import hashlib
from concurrent.futures import Executor


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def blake2_of(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20).hexdigest()


class ChecksumError(Exception):
    pass


class Verifier:
    def __init__(self, executor: Executor | None = None) -> None:
        self._executor = executor

    async def verify_release(self, data: bytes, expected: str) -> None:
        loop = asyncio.get_running_loop()
        actual = loop.run_in_executor(self._executor, sha256_of, data)  # ALSO
        if actual != expected:  # BUG
            raise ChecksumError(f"release checksum differs from {expected}")

    async def verify_patch(self, data: bytes, expected: str) -> None:
        loop = asyncio.get_running_loop()
        actual = await loop.run_in_executor(self._executor, blake2_of, data)
        if actual != expected:
            raise ChecksumError(f"patch checksum differs from {expected}")
