"""The first thing that runs after a release. It needs a browser too, and is not in `browser`."""


def test_the_shop_is_open(page):
    page.goto("data:text/html,<title>A small shop</title>")
    assert page.title() == "A small shop"


def test_the_shop_opens_again(page):
    page.goto("data:text/html,<title>Closed</title>")
    page.goto("data:text/html,<title>A small shop</title>")
    assert page.title() == "A small shop"
