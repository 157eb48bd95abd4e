def test_a_search_finds_an_article(page):
    page.goto("data:text/html,<title>1 article for pot</title>")
    assert page.title().startswith("1 ")


def test_a_search_finds_nothing(page):
    page.goto("data:text/html,<title>0 articles for cup</title>")
    assert page.title().startswith("0 ")
