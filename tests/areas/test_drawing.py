"""A division is drawn as a whole or not at all; each CBS area has one place and each area one address."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from tests.conftest import AT
from tests.factories import (
    NOBODY,
    AreaFactory,
    DivisionFactory,
    MunicipalityFactory,
    at_once,
    drawing,
    new_area,
)
from wijkaanzet.areas import access, labels, queries
from wijkaanzet.areas.models import Area, AreaPart, Division
from wijkaanzet.areas.operations import NewDivision, draw_division
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Municipality:
    return MunicipalityFactory.create(code="GM0001", name="Proefstad")


def draw(town: Municipality, new: NewDivision) -> Division:
    return draw_division(town, new=new, actor=NOBODY, at=AT)


def refusal(town: Municipality, new: NewDivision) -> str:
    """The sentence of the refusal, after which nothing may have been kept."""
    before = (Division.objects.count(), Area.objects.count(), AuditEntry.objects.count())
    with pytest.raises(Refused) as caught, transaction.atomic():
        draw(town, new)
    assert (Division.objects.count(), Area.objects.count(), AuditEntry.objects.count()) == before
    return str(labels.REFUSALS[caught.value.key]) % caught.value.parameters


class TestDraw:
    def test_makes_the_areas_with_what_they_are_composed_of(self, town: Municipality):
        division = draw(town, drawing(new_area("A1", parts=["WK000110", "BU00012001"]), new_area("A2", parts=[])))
        assert (division.starts_on, division.ends_before, division.fictional) == (date(2016, 1, 1), None, True)
        first, second = queries.by_name(access.public_areas(town), division)
        assert [part.cbs_code for part in queries.composition(first)] == ["BU00012001", "WK000110"]
        assert queries.composition(second) == []

    def test_leaves_a_row_in_the_audit_log(self, town: Municipality):
        division = draw(town, drawing(new_area()))
        row = AuditEntry.objects.get()
        assert (row.action, row.subject_id, row.municipality) == ("areas.division.drawn", division.pk, town)
        assert row.detail == {"areas": 1}

    @pytest.mark.parametrize(
        ("parts", "key"),
        [
            (["WK0001"], "wrong_cbs_code"),
            (["GM0001"], "wrong_cbs_code"),
            (["NL00"], "wrong_cbs_code"),
            (["WK000110\n"], "wrong_cbs_code"),
            (["WK000210"], "other_municipality"),
            (["BU00021001"], "other_municipality"),
            (["WK000130", "BU00013001"], "part_within_part"),
        ],
    )
    def test_refuses_parts_that_do_not_fit(self, town: Municipality, parts: list[str], key: str):
        with pytest.raises(Refused) as caught:
            draw(town, drawing(new_area(parts=parts)))
        assert caught.value.key == key
        assert str(labels.REFUSALS[key]) % caught.value.parameters

    def test_refuses_a_part_in_two_areas(self, town: Municipality):
        assert "WK000110" in refusal(town, drawing(new_area("A1"), new_area("A2")))

    def test_refuses_a_buurt_whose_wijk_lies_in_another_area(self, town: Municipality):
        sentence = refusal(town, drawing(new_area("A1", parts=["BU00011001"]), new_area("A2", parts=["WK000110"])))
        assert "BU00011001" in sentence

    @pytest.mark.parametrize(("code", "slug"), [("A1", "zuid"), ("A2", "noord")])
    def test_refuses_two_areas_with_one_code_or_address(self, town: Municipality, code: str, slug: str):
        areas = new_area("A1", slug="noord"), new_area(code, slug=slug, parts=[])
        assert ("A1" if code == "A1" else "noord") in refusal(town, drawing(*areas))

    def test_refuses_an_address_that_another_division_has(self, town: Municipality):
        draw(town, drawing(new_area("A1", slug="noord"), key="wijken"))
        sentence = refusal(town, drawing(new_area("B1", slug="noord"), key="stadsdelen"))
        assert "noord" in sentence
        assert "Proefstad" in sentence

    def test_takes_an_address_that_another_municipality_has(self, town: Municipality):
        AreaFactory.create(slug="noord")
        draw(town, drawing(new_area("A1", slug="noord")))
        assert access.public_areas(town).get(slug="noord").code == "A1"


class TestNames:
    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"slug": "Wijk 1"}, "adres"),
            ({"slug": "a--b"}, "adres"),
            ({"slug": "a" * 61}, "adres"),
            ({"code": ""}, "code"),
            ({"code": "A:1"}, "code"),
            ({"code": "A" * 21}, "code"),
            ({"name": " "}, "naam"),
            ({"name": "a\x00b"}, "naam"),
            ({"name": "n" * 81}, "naam"),
        ],
    )
    def test_are_fit_for_an_address_an_account_and_a_reader(
        self, town: Municipality, change: dict[str, str], words: str
    ):
        names = {"code": "A1", "slug": "a1", "name": "A1"} | change
        area = replace(new_area(), code=names["code"], slug=names["slug"], name=names["name"])
        assert words in refusal(town, drawing(area)).lower()

    def test_a_code_is_not_shared_with_a_division_beside_it(self, town: Municipality):
        draw(town, drawing(new_area("A1", parts=[])))
        beside = drawing(new_area("A1", slug="anders", parts=[]), key="dorpen")
        assert "A1" in refusal(town, beside)


class TestFollowUp:
    def test_ends_the_one_before_where_the_new_one_starts(self, town: Municipality):
        old = draw(town, drawing(new_area("A1", slug="noord")))
        new = draw(town, drawing(new_area("A1", slug="noord-2020"), year=2020))
        on = [queries.steered_division(town, key="wijken", on=date(year, 12, 31)) for year in (2015, 2016, 2019, 2020)]
        assert on == [None, old, old, new]

    def test_leaves_a_division_with_another_key_running(self, town: Municipality):
        old = draw(town, drawing(new_area("A1")))
        draw(town, drawing(new_area("B1"), key="stadsdelen", year=2020))
        old.refresh_from_db()
        assert old.ends_before is None

    @pytest.mark.parametrize("year", [2016, 2015])
    def test_refuses_one_that_does_not_start_later(self, town: Municipality, year: int):
        draw(town, drawing(new_area("A1")))
        assert str(year) in refusal(town, drawing(new_area("B1", parts=[]), year=year))

    def test_the_newest_of_two_that_overlap_is_steered_on(self, town: Municipality):
        DivisionFactory.create(municipality=town)
        newest = DivisionFactory.create(municipality=town, starts_on=date(2018, 1, 1))
        assert queries.steered_division(town, key="wijken", on=date(2018, 1, 1)) == newest


class TestReading:
    def test_a_composition_is_that_of_the_newest_year(
        self, town: Municipality, django_assert_num_queries: DjangoAssertNumQueries
    ):
        division = draw(town, drawing(new_area("A1"), new_area("A2", parts=["WK000120"])))
        first, second = queries.by_name(access.public_areas(town), division)
        AreaPart.objects.create(area=first, year=2018, cbs_code="WK000130", cbs_name="Nieuw")
        with django_assert_num_queries(1):
            found = queries.compositions([first, second])
        assert [part.cbs_code for part in found[first.pk]] == ["WK000130"]
        assert [part.cbs_code for part in found[second.pk]] == ["WK000120"]

    def test_a_code_leads_to_the_area_that_holds_it_wholly_in_that_year(self, town: Municipality):
        division = draw(town, drawing(new_area("A1")))
        area = division.areas.get()
        AreaPart.objects.create(area=area, year=2016, cbs_code="WK000120", cbs_name="Half", weight="0.5")
        assert queries.area_of_cbs_code(division, year=2016) == {"WK000110": area}
        assert queries.area_of_cbs_code(division, year=2017) == {}

    def test_areas_of_another_municipality_stay_there(self, town: Municipality):
        draw(town, drawing(new_area("A1")))
        other = AreaFactory.create(slug="a1")
        assert [area.code for area in access.public_areas(town)] == ["A1"]
        assert list(access.public_areas(other.division.municipality)) == [other]

    def test_areas_come_by_name(self, town: Municipality):
        areas = [new_area(code, slug=slug, parts=[]) for code, slug in (("1", "oost"), ("2", "noord"), ("3", "west"))]
        division = draw(town, drawing(*areas))
        names = [area.name for area in queries.by_name(access.public_areas(town), division)]
        assert names == ["Noord", "Oost", "West"]

    def test_municipalities_come_by_name_with_their_number_of_areas(
        self, town: Municipality, django_assert_num_queries: DjangoAssertNumQueries
    ):
        draw(town, drawing(new_area("A1"), new_area("A2", parts=[])))
        MunicipalityFactory.create(name="Aalst")
        with django_assert_num_queries(1):
            found = [(one.name, areas) for one, areas in queries.municipalities_by_name()]
        assert found == [("Aalst", 0), ("Proefstad", 2)]


@pytest.mark.both_engines
class TestConstraints:
    @pytest.mark.parametrize("same", ["slug", "code"])
    def test_refuse_a_second_area_with_the_same_slug_or_code(self, same: str):
        area = AreaFactory.create()
        with pytest.raises(IntegrityError), transaction.atomic():
            AreaFactory.create(division=area.division, **{same: getattr(area, same)})

    @pytest.mark.parametrize("weight", ["0", "1.00000001", "-0.5"])
    def test_refuse_a_weight_outside_zero_to_one(self, weight: str):
        with pytest.raises(IntegrityError), transaction.atomic():
            AreaPart.objects.create(area=AreaFactory.create(), year=2016, cbs_code="x", cbs_name="x", weight=weight)

    def test_refuse_a_division_without_a_day(self):
        with pytest.raises(IntegrityError), transaction.atomic():
            DivisionFactory.create(starts_on=date(2016, 1, 1), ends_before=date(2016, 1, 1))


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_who_draw_at_once_do_not_share_an_address():
    town = MunicipalityFactory.create(code="GM0001")
    answers = at_once(
        lambda: draw(town, drawing(new_area("A1", slug="noord"), key="wijken")),
        lambda: draw(town, drawing(new_area("B1", slug="noord"), key="stadsdelen")),
    )
    assert [answer.key for answer in answers if isinstance(answer, Refused)] == ["address_taken"]
    assert access.public_areas(town).get(slug="noord")
