"""What is raised for orders that cannot be changed."""

from orders import Refused


def test_a_refusal_names_the_order():
    assert Refused(3).args == (3,)
