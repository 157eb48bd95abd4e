# shows: invalid-asyncio-mode
# in: asyncio-0_21 asyncio-1_5
# ini: asyncio_mode = on
def test_load():
    pass
