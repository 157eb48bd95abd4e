import pytest


@pytest.fixture
def basket_page(page):
    page.goto("data:text/html,<title>Your basket (3)</title>")
    return page


def test_the_title_counts_articles(basket_page):
    assert basket_page.title() == "Your basket (3)"


def test_an_empty_basket_has_a_page(basket_page):
    basket_page.goto("data:text/html,<title>Your basket is empty</title>")
    assert basket_page.title().endswith("empty")
