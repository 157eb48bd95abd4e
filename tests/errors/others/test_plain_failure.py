# in: pytest-7 pytest-9
def test_sum():
    assert 1 + 1 == 3
