"""A figure stands beside the country and areas elsewhere that are like it; never beside what was counted here."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.scans.figure_town import PEOPLE, FigureTown, column_of, open_town, wijk
from wijkaanzet.scans.queries.beside import FEWEST, Beside, beside
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.statistics.peers import PeerRule

pytestmark = pytest.mark.django_db

COUNTED = Column("inwoners", "Inwoners", ColumnKind.COUNT, indicator="inwoners")
YOUNG = Column("jong", "Jong", ColumnKind.PERCENTAGE, of="inwoners", indicator="jonger-dan-15")
OLD = Column("oud", "Oud", ColumnKind.PERCENTAGE, of="inwoners", indicator="65-en-ouder")
ALONE = Column("eenzaam", "Eenzaam", ColumnKind.PERCENTAGE, of="inwoners")


@pytest.fixture
def town() -> FigureTown:
    return open_town()


def elsewhere(number: int) -> str:
    return f"WK0999{number:02}"


def rows(others: int = 8) -> dict[str, dict[str, object]]:
    """Noord of a thousand people, a large wijk of the town, the country, and wijken elsewhere of other ages."""
    found: dict[str, dict[str, object]] = {
        "NL00": {"inwoners": 17_000_000, "jong": 15, "oud": 20, "eenzaam": 47},
        wijk(0): {"inwoners": 1_200, "jong": 10, "oud": 30, "eenzaam": 40},
        wijk(1): {"inwoners": 9_000, "jong": 10, "oud": 30, "eenzaam": 90},
    }
    for n in range(others):
        found[elsewhere(n)] = {"inwoners": 1_100 + n, "jong": 10 + n / 9, "oud": 30 - n / 9, "eenzaam": 50 + n / 9}
    return found


def laid_beside(town: FigureTown, name: str = "noord", slug: str = "eenzaam") -> Beside:
    sheet = town.sheet()
    return beside(sheet, town.area(name), column_of(sheet, slug))


def test_the_country_and_the_middle_of_areas_of_the_same_size(town: FigureTown):
    town.put(rows(), COUNTED, YOUNG, OLD, ALONE)
    found = laid_beside(town)
    assert found.country == 47
    (group,) = found.groups
    assert (group.rule, group.areas) == (PeerRule.SAME_SIZE, 8)
    assert group.value == pytest.approx(50 + 3.5 / 9)


def test_the_nearest_are_those_of_the_same_people_with_their_distance(town: FigureTown):
    town.put(rows(), COUNTED, YOUNG, OLD, ALONE)
    near = laid_beside(town).neighbours
    assert [one.code for one in near] == [elsewhere(n) for n in range(5)]
    assert [one.value for one in near] == [50 + n / 9 for n in range(5)]
    distances = [one.distance for one in near]
    assert distances == sorted(distances)
    assert distances[0] < 0.1


def test_a_group_of_a_few_says_nothing(town: FigureTown):
    town.put(rows(others=FEWEST - 1), COUNTED, YOUNG, OLD, ALONE)
    assert laid_beside(town).groups == ()


def test_who_live_there_may_stand_in_another_table(town: FigureTown):
    town.put(rows(), COUNTED, YOUNG, OLD)
    only = {code: {"eenzaam": told["eenzaam"]} for code, told in rows().items()}
    town.put(only, Column("eenzaam", "Eenzaam", ColumnKind.PERCENTAGE), year=2017)
    found = laid_beside(town)
    assert (found.country, len(found.groups), len(found.neighbours)) == (47, 1, 5)


def test_an_area_of_too_few_people_is_like_nobody_and_nobody_is_like_it(town: FigureTown):
    few = rows() | {elsewhere(0): {"inwoners": 45, "jong": 10, "oud": 30, "eenzaam": 99}}
    town.put(few, COUNTED, YOUNG, OLD, ALONE)
    assert elsewhere(0) not in {one.code for one in laid_beside(town).neighbours}
    empty = rows() | {wijk(0): {"inwoners": 45, "jong": 10, "oud": 30, "eenzaam": 1}}
    town.put(empty, COUNTED, YOUNG, OLD, ALONE, year=2017)
    assert laid_beside(town).neighbours == ()


@pytest.mark.parametrize("slug", ["inwoners", "taalcafe"])
def test_counts_and_what_was_counted_here_stand_alone(town: FigureTown, slug: str):
    town.put(rows(), COUNTED, YOUNG, OLD, ALONE)
    here = {wijk(n): {"inwoners": 1_200, "cafe": 100} for n in range(4)}
    town.own(here, PEOPLE, Column("cafe", "Taalcafé", ColumnKind.PART, of="inwoners"), year=2017)
    assert laid_beside(town, slug=slug) == Beside()


def test_an_area_of_several_parts_is_laid_beside_the_country_only():
    town = open_town({"noord": [wijk(0), wijk(1)], "zuid": [wijk(2)]})
    town.put(rows(), COUNTED, YOUNG, OLD, ALONE)
    found = laid_beside(town)
    assert (found.country, found.groups, found.neighbours) == (47, (), ())


def test_costs_no_more_queries_for_a_larger_country(town: FigureTown):
    def asked() -> int:
        sheet = town.sheet()
        with CaptureQueriesContext(connection) as captured:
            beside(sheet, town.area("noord"), column_of(sheet, "eenzaam"))
        return len(captured)

    town.put(rows(), COUNTED, YOUNG, OLD, ALONE)
    few = asked()
    town.put(rows(others=90), COUNTED, YOUNG, OLD, ALONE, year=2017)
    assert asked() == few
