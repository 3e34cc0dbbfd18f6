"""The same file comes in once, unless something else is told of it."""

from typing import Any

import pytest

from tests.scans.figure_town import PEOPLE, FigureTown, open_town, wijk
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.importing import Origin

pytestmark = pytest.mark.django_db
COLUMN = Column("n", "Deelnemers", ColumnKind.COUNT)
ROWS = {wijk(place): {"inwoners": 200, "n": n} for place, n in enumerate((2, 50, 40, 60))}


@pytest.fixture
def town() -> FigureTown:
    return open_town()


def test_twice_is_refused(town: FigureTown):
    town.put(ROWS, PEOPLE, COLUMN)
    with pytest.raises(Refused, match="same_file"):
        town.put(ROWS, PEOPLE, COLUMN, file_name="anders.csv")


@pytest.mark.parametrize(
    "told",
    [
        {"provisional": True},
        {"origin": Origin.OWN},
        {"region_year": 2015},
        {"table": "85318NED"},
        {"source": "GGD"},
        {"fictional": True},
        {"year": 2015},
        {"for_year": 2028},
    ],
)
def test_as_something_else_it_comes_in_too(town: FigureTown, told: dict[str, Any]):
    first = town.put(ROWS, PEOPLE, COLUMN)
    again = town.put(ROWS, PEOPLE, COLUMN, **told)
    assert (first.sha256, first.status) == (again.sha256, again.status)
    assert first.fingerprint != again.fingerprint


def test_what_seemed_published_is_guarded_once_it_came_in_as_our_own(town: FigureTown):
    town.put(ROWS, PEOPLE, COLUMN)
    assert town.told("noord", "deelnemers").shown.whole.value == 2
    town.own(ROWS, PEOPLE, COLUMN)
    told = town.told("noord", "deelnemers").shown
    assert told.hidden is not None
    assert told.whole.value is None
