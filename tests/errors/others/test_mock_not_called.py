# in: pytest-7 pytest-9
from unittest.mock import Mock


def test_load():
    Mock().assert_called_once()
