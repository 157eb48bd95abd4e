"""Plain tests that start a loop. They need `nested` only because a browser test ran before."""

from storefront.report import print_report


def test_one_line_for_each_basket(nested, basket):
    assert print_report([basket, basket]) == "fr: 2520\nfr: 2520"


def test_no_basket(nested):
    assert print_report([]) == ""
