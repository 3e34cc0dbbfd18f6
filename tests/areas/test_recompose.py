"""A division is composed for another region year, or drawn from what CBS has; the areas stay."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from tests.areas.told import told
from tests.conftest import AT
from tests.factories import NOBODY, MunicipalityFactory, drawing, new_area
from wijkaanzet.areas import access, queries
from wijkaanzet.areas.models import AreaPart, Division
from wijkaanzet.areas.operations import NewArea, NewDivision, draw_division, draw_from_cbs, recompose
from wijkaanzet.areas.rules.composition import Part
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.kernel.refusals import Refused

pytestmark = pytest.mark.django_db
HALF = Decimal("0.5")
NEW: Mapping[str, list[Part]] = {
    "A1": [Part("WK000130", "Nieuw Noord"), Part("WK000131", "Midden", HALF)],
    "A2": [Part("WK000131", "Midden", HALF)],
}


@pytest.fixture
def town() -> Municipality:
    return MunicipalityFactory.create(code="GM0001", name="Proefstad")


@pytest.fixture
def division(town: Municipality) -> Division:
    """Three areas; the last one never had a CBS area."""
    areas = new_area("A1"), new_area("A2", parts=["WK000120"]), new_area("A3", parts=[])
    return draw_division(town, new=drawing(*areas), actor=NOBODY, at=AT)


def compose(
    division: Division,
    parts: Mapping[str, list[Part]] = NEW,
    *,
    year: int = 2017,
    covers_wholly: bool = True,
    replace: bool = False,
) -> int:
    return recompose(
        division, year=year, parts=parts, actor=NOBODY, at=AT, covers_wholly=covers_wholly, replace=replace
    )


class TestRecompose:
    def test_adds_a_year_and_leaves_the_year_before(
        self, division: Division, django_assert_num_queries: DjangoAssertNumQueries
    ):
        assert compose(division) == 2
        with django_assert_num_queries(1):
            found = queries.composition_of_year(division, year=2017)
        assert found == {code: tuple(parts) for code, parts in NEW.items()}
        assert set(queries.composition_of_year(division, year=2016)) == {"A1", "A2"}
        assert [part.cbs_code for part in queries.composition(division.areas.get(code="A1"))] == [
            "WK000130",
            "WK000131",
        ]
        with django_assert_num_queries(1):
            (years,) = queries.region_years([division]).values()
        assert [(one.year, one.cbs_areas, one.shared) for one in years] == [(2016, 2, 0), (2017, 2, 1)]

    def test_leaves_a_row_in_the_audit_log(self, division: Division):
        compose(division)
        row = AuditEntry.objects.get(action="areas.division.recomposed")
        assert (row.subject_id, row.municipality) == (division.pk, division.municipality)
        assert row.detail == {"year": 2017, "parts": 3, "replaced": 0}

    def test_replaces_a_year_only_when_that_is_asked(self, division: Division):
        compose(division)
        whole = {"A1": [Part("WK000130", "Noord")], "A2": [Part("WK000131", "Zuid")]}
        with pytest.raises(Refused) as caught, transaction.atomic():
            compose(division, whole)
        assert caught.value.key == "composition_exists"
        assert told(caught.value)
        compose(division, whole, replace=True)
        assert AreaPart.objects.filter(year=2017).count() == 2
        assert AreaPart.objects.filter(year=2016).count() == 2

    @pytest.mark.parametrize(
        ("parts", "year", "key"),
        [
            (NEW, 1994, "region_year"),
            (NEW, AT.year + 2, "region_year"),
            ({**NEW, "A9": [Part("WK000140", "x")]}, 2017, "unknown_area"),
            ({"A1": [Part("WK000130", "x")]}, 2017, "area_not_composed"),
            ({**NEW, "A2": []}, 2017, "area_not_composed"),
            ({**NEW, "A3": [Part("WK000131", "x", HALF)]}, 2017, "weights_above_one"),
            ({**NEW, "A2": [Part("WK000140", "x")]}, 2017, "weights_below_one"),
            ({**NEW, "A2": [*NEW["A2"], Part("BU00013001", "x")]}, 2017, "part_within_part"),
            ({**NEW, "A2": [*NEW["A2"], Part("WK000230", "x")]}, 2017, "other_municipality"),
        ],
    )
    def test_that_is_refused_leaves_all_as_it_was(
        self, division: Division, parts: Mapping[str, list[Part]], year: int, key: str
    ):
        compose(division)
        before = list(AreaPart.objects.order_by("pk").values_list("pk", "weight")), AuditEntry.objects.count()
        with pytest.raises(Refused) as caught, transaction.atomic():
            compose(division, parts, year=year, replace=True)
        assert caught.value.key == key
        assert told(caught.value)
        assert (list(AreaPart.objects.order_by("pk").values_list("pk", "weight")), AuditEntry.objects.count()) == before

    def test_may_leave_a_part_outside_the_division_when_that_is_said(self, division: Division):
        assert compose(division, {**NEW, "A2": [Part("WK000140", "x")]}, covers_wholly=False) == 3

    def test_leaves_another_division_alone(self, division: Division):
        beside = drawing(new_area("B1", parts=["WK000110"]), key="dorpen")
        other = draw_division(division.municipality, new=beside, actor=NOBODY, at=AT)
        compose(division)
        assert queries.composition_of_year(other, year=2017) == {}


class TestDrawWithWeights:
    def test_gives_an_area_a_part_of_a_cbs_area(self, town: Municipality):
        areas = [
            NewArea("A1", "noord", "Noord", (0, 0), NEW["A1"]),
            NewArea("A2", "zuid", "Zuid", (1, 0), NEW["A2"]),
        ]
        new = NewDivision(key="wijken", name="Wijken", year=2016, fictional=False, areas=areas)
        division = draw_division(town, new=new, actor=NOBODY, at=AT)
        assert queries.composition_of_year(division, year=2016) == {one: tuple(NEW[one]) for one in NEW}
        assert set(queries.area_of_cbs_code(division, year=2016)) == {"WK000130"}

    def test_refuses_a_division_without_areas(self, town: Municipality):
        with pytest.raises(Refused) as caught:
            draw_division(town, new=drawing(), actor=NOBODY, at=AT)
        assert caught.value.key == "division_empty"


class TestDrawFromCbs:
    CODES = {"WK000120": "Centrum", "WK000110": "Zuid", "WK0001XA": "Centrum", "WK000130": "Ålst"}

    def draw(self, town: Municipality, *, key: str = "cbs-wijken", year: int = 2016) -> Division:
        return draw_from_cbs(town, key=key, name="CBS-wijken", year=year, areas=self.CODES, actor=NOBODY, at=AT)

    def test_makes_an_area_of_each_with_its_own_address_and_tile(self, town: Municipality):
        division = self.draw(town)
        areas = list(access.public_areas(town).order_by("code"))
        assert [(one.code, one.slug, one.name) for one in areas] == [
            ("WK000110", "zuid", "Zuid"),
            ("WK000120", "centrum-20", "Centrum"),
            ("WK000130", "alst", "Ålst"),
            ("WK0001XA", "centrum-xa", "Centrum"),
        ]
        assert len({(one.tile_column, one.tile_row) for one in areas}) == 4
        assert (division.starts_on, division.fictional) == (date(2016, 1, 1), False)
        assert queries.composition_of_year(division, year=2016) == {
            code: (Part(code, name),) for code, name in self.CODES.items()
        }

    def test_can_be_done_again_for_a_later_map_without_taking_an_address(self, town: Municipality):
        old = self.draw(town)
        new = self.draw(town, year=2018)
        old.refresh_from_db()
        assert old.ends_before == date(2018, 1, 1)
        assert {*new.areas.values_list("slug", flat=True)} == {"alst-30", "centrum-0120", "centrum-01xa", "zuid-10"}

    def test_refuses_what_is_no_wijk_of_this_municipality(self, town: Municipality):
        with pytest.raises(Refused) as caught:
            draw_from_cbs(town, key="wijken", name="Wijken", year=2016, areas={"WK000210": "x"}, actor=NOBODY, at=AT)
        assert caught.value.key == "other_municipality"
        assert not Division.objects.exists()

    def test_costs_as_little_for_many_as_it_must(self, town: Municipality, django_assert_max_num_queries):
        many = {f"WK0001{n:02}": f"Wijk {n}" for n in range(99)}
        with django_assert_max_num_queries(20):
            draw_from_cbs(town, key="wijken", name="Wijken", year=2016, areas=many, actor=NOBODY, at=AT)
        assert access.public_areas(town).count() == 99
