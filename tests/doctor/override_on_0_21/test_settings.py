async def test_name(settings):
    assert settings["name"] == "x"
