# in: plain-3_12 plain-3_13
# shows: policy-deprecated
import warnings


def DefaultEventLoopPolicy():
    """Says what the function of Python 3.14 says, with the words of the standard library."""
    warnings._deprecated("asyncio.DefaultEventLoopPolicy", remove=(3, 16))


warnings.simplefilter("default")
DefaultEventLoopPolicy()
