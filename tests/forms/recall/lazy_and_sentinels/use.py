from shop import Till


async def main() -> None:
    t = Till()
    assert t.is_open()  # BUG
    t.is_open()  # BUG
