# shows: unknown-option
# in: pytest-7 pytest-9
# ini: asyncio_mode = auto
def test_load():
    pass
