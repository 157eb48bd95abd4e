# in: pytest-7 pytest-9
import no_such_package


def test_load():
    pass
