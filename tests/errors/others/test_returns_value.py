# in: pytest-7 pytest-9
def test_load():
    return 1 == 2
