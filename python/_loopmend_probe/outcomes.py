"""Exceptions that say how a test ended, or that the session does: what a task ends with then was not lost."""

import contextlib
import unittest

from _pytest.outcomes import Exit, Skipped

_REPORTED = "_loopmend_reported"
"""The attribute of an exception that pytest reported."""

_NO_FAILURES = (Skipped, Exit, unittest.SkipTest, KeyboardInterrupt, SystemExit)


def note_reported(exception: BaseException) -> None:
    """Notes that pytest shows an exception as the reason why a test failed."""
    with contextlib.suppress(Exception):  # its class may take no attributes, or fail to set one
        setattr(exception, _REPORTED, True)


def is_lost(exception: object) -> bool:
    """Whether an exception that nobody looked at would have told somebody something."""
    return not isinstance(exception, _NO_FAILURES) and not getattr(exception, _REPORTED, False)
