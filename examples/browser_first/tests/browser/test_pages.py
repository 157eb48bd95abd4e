"""Plain tests of pages in a browser. pytest collects this directory before `unit`."""

import pytest


@pytest.mark.parametrize("article", ["tea", "mug", "pot"])
def test_an_article_has_a_page(page, article):
    page.goto(f"data:text/html,<title>Buy a {article}</title>")
    assert page.title() == f"Buy a {article}"


def test_a_new_page_is_blank(page):
    assert page.url == "about:blank"
