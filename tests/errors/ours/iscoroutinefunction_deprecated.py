# in: plain-3_12 plain-3_13
# shows: iscoroutinefunction-deprecated
import warnings


def iscoroutinefunction(function):
    """Says what the function of Python 3.14 says, with the words of the standard library."""
    warnings._deprecated(
        "asyncio.iscoroutinefunction",
        "{name!r} is deprecated and slated for removal in Python {remove}; use inspect.iscoroutinefunction() instead",
        remove=(3, 16),
    )


warnings.simplefilter("default")
iscoroutinefunction(print)
