"""An area with the areas around it, in one query."""

from datetime import date

import pytest

from tests.factories import AreaFactory, DivisionFactory
from wijkaanzet.areas.access import public_areas
from wijkaanzet.areas.queries import drawn_beside

pytestmark = pytest.mark.django_db


def test_stands_among_those_of_its_own_division_by_name(django_assert_num_queries) -> None:
    division = DivisionFactory.create()
    west, noord = (AreaFactory.create(division=division, slug=name, name=name) for name in ("west", "noord"))
    AreaFactory.create(division=DivisionFactory.create(municipality=division.municipality, key="buurten"), slug="oost")
    AreaFactory.create(slug="west")
    with django_assert_num_queries(1):
        assert drawn_beside(public_areas(division.municipality), "west") == (west, [noord, west], {})


def test_is_the_one_of_the_division_that_began_last() -> None:
    old = DivisionFactory.create(ends_before=date(2018, 1, 1))
    new = DivisionFactory.create(municipality=old.municipality, starts_on=date(2018, 1, 1))
    before, now = (AreaFactory.create(division=one, slug="noord") for one in (old, new))
    assert drawn_beside(public_areas(old.municipality), "noord")[:2] == (now, [now])
    assert before != now


def test_is_nothing_at_an_address_that_is_not_there() -> None:
    area = AreaFactory.create()
    assert drawn_beside(public_areas(area.division.municipality), "nergens") == (None, [], {})
