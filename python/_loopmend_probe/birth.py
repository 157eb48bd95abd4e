"""Where loops, tasks and futures come from: each carries it."""

import contextlib
from typing import Any, Optional, Tuple

from .origin import Step
from .place import Place

_BIRTH = "_loopmend_birth"
"""The attribute that says it. A table of weak references would be empty when the object dies, which is when it is
asked."""


class Birth:
    """Where something was made."""

    __slots__ = ("is_default", "is_told", "place", "steps")

    def __init__(self, steps: Tuple[Step, ...], place: Place, is_default: bool = False) -> None:
        self.steps = steps
        self.place = place
        self.is_default = is_default
        """Whether it is a loop that `asyncio.get_event_loop` made because there was none."""
        self.is_told = False
        """Whether it was told of, which happens once."""


def note_birth(made: Any, birth: Birth) -> None:
    """Has a thing carry where it was made."""
    with contextlib.suppress(AttributeError, TypeError):  # of a class that takes no attributes
        setattr(made, _BIRTH, birth)


def birth_of(made: Any) -> Optional[Birth]:
    """Where a thing was made."""
    birth = getattr(made, _BIRTH, None)
    return birth if isinstance(birth, Birth) else None


def is_first(made: Any, otherwise: Place) -> bool:
    """Whether a thing was not told of yet; from now on it was. One whose birth was not seen was made `otherwise`."""
    birth = birth_of(made)
    if birth is None:
        birth = Birth((), otherwise)
        note_birth(made, birth)
    is_new, birth.is_told = not birth.is_told, True
    return is_new
