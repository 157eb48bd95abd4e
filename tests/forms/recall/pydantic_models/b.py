from __future__ import annotations

from pydantic import BaseModel
from nowhere import Thing


class Window(BaseModel):
    title: str = "x"

    async def ready(self) -> bool:
        return True

    async def inner(self) -> None:
        self.ready()  # BUG


class Other(Thing):
    async def ready(self) -> bool:
        return True

    async def inner(self) -> None:
        self.ready()  # BUG


class Holder:
    def __init__(self, w: Window, o: Other) -> None:
        self.w = w
        self.o = o
        self.w2 = Window()

    async def use(self) -> None:
        self.w.ready()  # BUG
        self.o.ready()  # BUG
        self.w2.ready()  # BUG


async def main(w: Window, o: Other) -> None:
    w.ready()  # BUG
    o.ready()  # BUG
    w2 = Window()
    w2.ready()  # BUG
    o2 = Other()
    o2.ready()  # BUG
