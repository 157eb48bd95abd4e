import pytest

STEPS = ["Address", "Payment", "Confirmation"]


def test_all_steps_have_a_page(page):
    titles = []
    for step in STEPS:
        page.goto(f"data:text/html,<title>{step}</title>")
        titles.append(page.title())
    assert titles == STEPS


@pytest.mark.parametrize("country", ["de", "fr"])
def test_the_country_is_in_the_title(page, country):
    page.goto(f"data:text/html,<title>Checkout {country}</title>")
    assert page.title() == f"Checkout {country}"
