"""The objects that the collector knows.

A child of `--forked` shares the pages of its parent, and each look at an object copies the page that it lies on. So a
child looks at what was made in it.
"""

import gc
from typing import Any, List, Optional

_aged: Optional[int] = None
"""In a child, how many collections had made objects old before it began."""


def begin_child() -> None:
    """Has a child of the process look at its own objects."""
    global _aged
    _aged = collections_of_old()


def objects() -> List[Any]:
    """All objects; in a child those that were made there, and some others.

    They are in the two youngest generations, unless a collection of the second one has made them older.
    """
    if _aged is None or _aged != collections_of_old():
        return gc.get_objects()
    return gc.get_objects(generation=0) + gc.get_objects(generation=1)


def collections_of_old() -> int:
    """How often a generation was collected that is not the youngest one."""
    return sum(int(generation["collections"]) for generation in gc.get_stats()[1:])
