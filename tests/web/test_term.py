"""A term in words: nobody reads that there are no days left on the day itself."""

from datetime import date

import pytest

from wijkaanzet.web.numbers import term

TODAY = date(2017, 10, 2)


@pytest.mark.parametrize(
    ("due_on", "with_day", "said"),
    [
        (None, True, ""),
        (date(2017, 10, 1), True, "de termijn liep af op 1 oktober 2017"),
        (date(2017, 10, 2), True, "vandaag, 2 oktober 2017"),
        (date(2017, 10, 2), False, "vandaag"),
        (date(2017, 10, 3), True, "nog 1 dag, tot en met 3 oktober 2017"),
        (date(2017, 10, 12), False, "nog 10 dagen"),
    ],
)
def test_says_how_long_there_is(due_on: date | None, with_day: bool, said: str) -> None:
    assert term(due_on, TODAY, with_day=with_day) == said
