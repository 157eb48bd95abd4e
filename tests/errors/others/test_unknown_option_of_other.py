# in: pytest-7 pytest-9
# ini: some_option = 1
def test_load():
    pass
