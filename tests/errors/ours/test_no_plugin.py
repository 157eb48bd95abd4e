# shows: async-not-supported
# in: pytest-7 pytest-9
async def test_load():
    assert False
