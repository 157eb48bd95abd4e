# shows: async-not-supported
# in: pytest-7 pytest-9
async def load():
    assert False


def test_load():
    return load()
