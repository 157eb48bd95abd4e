# in: pytest-7 pytest-9
def test_load():
    assert {"event loop": "open", "coroutine": 1} == {"event loop": "closed", "coroutine": 2}
