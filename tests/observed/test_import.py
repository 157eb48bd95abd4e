from library import save

COROUTINE = save("made when the file is imported")


def test_innocent():
    assert COROUTINE is not None
