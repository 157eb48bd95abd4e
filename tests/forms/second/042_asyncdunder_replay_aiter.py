"""Telemetry recordings that can be played back as a stream."""
from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Sample(NamedTuple):
    at: float
    value: float


class Recording:
    def __init__(self, samples: Iterable[Sample], speed: float = 1000.0) -> None:
        self._samples: Iterator[Sample] = iter(samples)
        self._speed = speed

    async def __aiter__(self) -> Recording:  # BUG
        return self

    async def __anext__(self) -> Sample:
        for sample in self._samples:
            await asyncio.sleep(sample.at / self._speed)
            return sample
        raise StopAsyncIteration


class Resampled:
    def __init__(self, samples: Iterable[Sample], every: int) -> None:
        self._samples = iter(samples)
        self._every = every

    def __aiter__(self) -> Resampled:
        return self

    async def __anext__(self) -> Sample:
        for index, sample in enumerate(self._samples):
            if index % self._every == 0:
                await asyncio.sleep(0)
                return sample
        raise StopAsyncIteration
