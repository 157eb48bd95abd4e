"""How much memory the process has: what the system says, in bytes."""

import os
import sys
from typing import Any

resource: Any
try:
    import resource
except ImportError:  # there is none on Windows
    resource = None

IS_KNOWN = resource is not None
"""Whether the system says it."""

_STATM = "/proc/self/statm"
_HAS_STATM = os.path.exists(_STATM)
_PAGE = resource.getpagesize() if IS_KNOWN else 0
_UNIT = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in."""


def resident() -> int:
    """What is in memory now; where the system does not say that, the most there ever was."""
    if not _HAS_STATM:
        return peak()
    descriptor = os.open(_STATM, os.O_RDONLY)
    try:
        return int(os.read(descriptor, 128).split()[1]) * int(_PAGE)
    finally:
        os.close(descriptor)


def peak() -> int:
    """The most that ever was in memory."""
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * _UNIT
