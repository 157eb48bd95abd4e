"""Several exceptions as one."""

import sys

if sys.version_info >= (3, 11):
    from builtins import ExceptionGroup as ExceptionGroup
else:
    import textwrap
    import traceback
    from typing import Sequence, Tuple

    class ExceptionGroup(Exception):
        """Stands for the built-in `ExceptionGroup` of Python 3.11 and later; there, this name is the built-in one."""

        message: str
        exceptions: Tuple[Exception, ...]

        def __init__(self, message: str, exceptions: Sequence[Exception]) -> None:
            """Takes the message and at least one exception."""
            super().__init__(message, exceptions)
            self.message = message
            self.exceptions = tuple(exceptions)

        def __str__(self) -> str:
            """The message and the tracebacks of all exceptions."""
            count = len(self.exceptions)
            parts = [f"{self.message} ({count} sub-exception{'s' if count > 1 else ''})"]
            for error in self.exceptions:
                lines = traceback.format_exception(type(error), error, error.__traceback__)
                parts.append(textwrap.indent("".join(lines).rstrip(), "  | "))
            return "\n".join(parts)
