from abc import ABCMeta
from typing import dataclass_transform


@dataclass_transform()
class Meta(ABCMeta):
    pass


class Model(metaclass=Meta):
    pass


class Till(Model):
    async def is_open(self) -> bool:
        return True


async def main() -> None:
    t = Till()
    assert t.is_open()  # BUG
