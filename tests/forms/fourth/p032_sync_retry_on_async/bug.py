import asyncio
import functools


def retry(tries):
    def decorator(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for attempt in range(1, tries + 1):
                try:
                    return func(*args, **kwargs)
                except ConnectionError:
                    if attempt == tries:
                        raise
        return wrapper
    return decorator


calls = []


@retry(tries=3)  # BUG
async def fetch(url):
    calls.append(url)
    await asyncio.sleep(0)
    if len(calls) < 3:
        raise ConnectionError("reset by peer")
    return "payload"


if __name__ == "__main__":
    print(asyncio.run(fetch("http://example.org")), len(calls))
