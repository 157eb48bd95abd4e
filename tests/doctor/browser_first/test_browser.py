def test_start_page(page):
    assert page.goto("about:blank") == "about:blank"
