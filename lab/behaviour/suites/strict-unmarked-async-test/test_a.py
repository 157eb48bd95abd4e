async def test_1(): assert False, 'body ran'
