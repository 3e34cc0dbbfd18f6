"""Two who bring in the figures of a year at the same moment: every area moves on once."""

import pytest

from tests.conftest import AT
from tests.cycle.conftest import City
from tests.factories import at_once
from wijkaanzet.areas.models import Division
from wijkaanzet.cycle import operations
from wijkaanzet.demo.build import build
from wijkaanzet.demo.tilburg import PROFILE
from wijkaanzet.kernel import open_moves
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.people.rules import Role


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_who_bring_the_figures_one_moves_the_areas() -> None:
    municipality = build(PROFILE)
    city = City(municipality, Division.objects.get(municipality=municipality))
    officer = city.actors[Role.POLICY_OFFICER]
    bring = [lambda: operations.figures_ready(city.division, year=2018, actor=officer, at=AT)] * 2
    before = AuditEntry.objects.filter(action="cycle.area_year.budget").count()
    assert sorted(at_once(*bring), key=str) == [0, 11]
    assert AuditEntry.objects.filter(action="cycle.area_year.budget").count() == before + 11
    assert list(open_moves.differences()) == []
