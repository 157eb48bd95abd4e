from __future__ import annotations

from abc import ABCMeta
from typing import Any, dataclass_transform
import meta_mod


class M1(ABCMeta):
    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, ns)


@dataclass_transform()
class M2(ABCMeta):
    pass


class M3(ABCMeta):
    pass


class M4(ABCMeta):
    def __call__(cls, *a, **k):
        return super().__call__(*a, **k)


@dataclass_transform()
class M5(ABCMeta):
    def __new__(mcs, name, bases, ns, **kw) -> type:
        cls = super().__new__(mcs, name, bases, ns)
        return cls


class A1(metaclass=M1):
    async def go(self) -> bool:
        return True


class A2(metaclass=M2):
    async def go(self) -> bool:
        return True


class A3(metaclass=M3):
    async def go(self) -> bool:
        return True


class A4(metaclass=M4):
    async def go(self) -> bool:
        return True


class A5(metaclass=M5):
    async def go(self) -> bool:
        return True


class A6(metaclass=meta_mod.Mod):
    async def go(self) -> bool:
        return True


class A7:
    def __init__(self, /, **data: Any) -> None: ...

    async def go(self) -> bool:
        return True


class A8:
    def __new__(cls, *args, **kw):
        return super().__new__(cls)

    async def go(self) -> bool:
        return True


class A9(metaclass=meta_mod.Mod2):
    async def go(self) -> bool:
        return True


async def main() -> None:
    A1().go()  # BUG
    A2().go()  # BUG
    A3().go()  # BUG
    A4().go()  # BUG
    A5().go()  # BUG
    A6().go()  # BUG
    A7().go()  # BUG
    A8().go()  # BUG
    A9().go()  # BUG
