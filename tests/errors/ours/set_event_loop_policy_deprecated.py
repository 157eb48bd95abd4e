# in: plain-3_12 plain-3_13
# shows: policy-deprecated
import warnings


def set_event_loop_policy():
    """Says what the function of Python 3.14 says, with the words of the standard library."""
    warnings._deprecated("asyncio.set_event_loop_policy", remove=(3, 16))


warnings.simplefilter("default")
set_event_loop_policy()
