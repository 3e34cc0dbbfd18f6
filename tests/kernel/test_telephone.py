"""What reads as a telephone number, and what nobody can call."""

import pytest

from wijkaanzet.kernel.telephone import is_telephone_number


@pytest.mark.parametrize("text", ["013 123 45 67", "06-12345678", "+31 (0)13 123 45 67", "0131234567"])
def test_a_number_as_people_write_it_can_be_called(text: str) -> None:
    assert is_telephone_number(text)


@pytest.mark.parametrize("text", ["", "abc", "013 1", "bel na 5 uur", "013 123 45 67 na vijven", "an@voorbeeld.nl"])
def test_anything_else_is_no_number(text: str) -> None:
    assert not is_telephone_number(text)
