from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, model_validator
from typing import Self


class Window(BaseModel):
    title: str = "x"

    async def ready(self) -> bool:
        return True


class Pane(BaseModel):
    model_config = ConfigDict(extra="allow")
    title: str = Field(default="x")

    @model_validator(mode="after")
    def check(self) -> Self:
        return self

    async def ready(self) -> bool:
        return True


class Deep(BaseModel):
    async def __aenter__(self) -> Deep:
        return self

    def __getattr__(self, name):
        return 1

    async def ready(self) -> bool:
        return True


async def main() -> None:
    w = Window()
    assert w.ready()  # BUG
    p = Pane()
    assert p.ready()  # BUG
    d = Deep()
    assert d.ready()  # BUG
