"""Decodes messages with either a fast local or a remote codec."""
from __future__ import annotations

import asyncio


class LocalCodec:
    def decode(self, raw: bytes) -> str:
        return raw.decode("utf-8")


class RemoteCodec:
    async def decode(self, raw: bytes) -> str:
        await asyncio.sleep(0.001)
        return raw.decode("utf-16")


def codec_for(raw: bytes) -> LocalCodec | RemoteCodec:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return RemoteCodec()
    return LocalCodec()


async def subject(raw: bytes) -> str:
    codec = codec_for(raw)
    return codec.decode(raw).partition("\n")[0]  # BUG


async def body(raw: bytes) -> str:
    codec = codec_for(raw)
    text = codec.decode(raw)
    if asyncio.iscoroutine(text):
        text = await text
    return text.partition("\n")[2]


async def length(raw: bytes) -> int:
    codec = codec_for(raw)
    if isinstance(codec, RemoteCodec):
        return len(await codec.decode(raw))
    return len(codec.decode(raw))
