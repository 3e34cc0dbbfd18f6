"""Places inside an area: added, ended, shown by day, and never somebody's address."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from tests.areas.told import told
from tests.conftest import AT
from tests.factories import NOBODY, AreaFactory, MunicipalityFactory, at_once
from wijkaanzet.areas import access, queries
from wijkaanzet.areas.labels import PLACE_KINDS
from wijkaanzet.areas.models import Area, Place
from wijkaanzet.areas.operations import add_place, end_place
from wijkaanzet.areas.rules.places import NewPlace, PlaceKind, check_place, looks_like_address
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject

pytestmark = pytest.mark.django_db
TODAY = date(2017, 10, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Dorpsstraat 12",
        "Dorpsstraat 12a",
        "Dorpsstraat 12 A",
        "dorpsstraat 12-2",
        "Korte Nieuwstr. 7",
        "Burgemeester Jansenlaan, 101 bis",
        "Overlast bij Dorpsstraat 12 (de hoek)",
        "Markt nr. 3",
        "5014 AB",
        "5014AB",
        "5014ab",
        "5014 ab",
        "Jan woont op 5014 AB 12",
        "2013 AB",
    ],
)
def test_an_address_is_seen(text: str) -> None:
    assert looks_like_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dorpsstraat",
        "Plein 1944",
        "Plein 1944 en omgeving",
        "Plein 40-45",
        "Plein '40-'45",
        "Speeltuin bij het Wilhelminapark",
        "Groep 8",
        "De mannen van ’51",
        "N261",
        "Buurtpreventie 2",
        "1e Herdgang",
        "Sinds 2012 in de wijk",
        "3000 stappen",
    ],
)
def test_what_is_no_address_is_let_through(text: str) -> None:
    assert not looks_like_address(text)


@pytest.mark.parametrize(
    ("kind", "name", "note", "in_area", "key"),
    [
        ("street", " ", "", True, "place_name"),
        ("street", "a\x00b", "", True, "place_name"),
        ("street", "n" * 81, "", True, "place_name"),
        ("street", "Noord", "n" * 301, True, "place_note"),
        ("street", "Noord", "a\x00b", True, "place_note"),
        ("street", "Noord", "", False, "place_needs_area"),
        ("hotspot", "Noord", "", False, "place_needs_area"),
        ("group", "Noord", "", False, "place_needs_area"),
        ("street", "Besterd 12", "", True, "place_is_address"),
        ("hotspot", "Dorpsstraat 12", "", True, "place_is_address"),
        ("group", "5014 AB", "", True, "place_is_address"),
        ("group", "Buren", "Ze wonen op Dorpsstraat 12.", True, "place_is_address"),
        ("community", "Dorpsstraat 12", "", False, "place_is_address"),
    ],
)
def test_what_cannot_be_a_place_gets_a_sentence(kind: str, name: str, note: str, in_area: bool, key: str) -> None:
    with pytest.raises(Refused) as caught:
        check_place(NewPlace(PlaceKind(kind), name, note), in_area=in_area)
    assert caught.value.key == key
    assert told(caught.value)


def test_every_kind_of_place_has_words() -> None:
    assert set(PLACE_KINDS) == set(PlaceKind)


@pytest.fixture
def area() -> Area:
    return AreaFactory.create()


def add(area: Area, name: str = "Besterd", kind: PlaceKind = PlaceKind.STREET, starts_on: date = TODAY) -> Place:
    town = area.division.municipality
    return add_place(town, new=NewPlace(kind, name), area=area, starts_on=starts_on, actor=NOBODY, at=AT)


def names(area: Area, on: date) -> list[str]:
    return [place.name for place in queries.places_of(access.public_places(area.division.municipality), area, on=on)]


class TestAdd:
    def test_makes_a_place_that_is_there_from_that_day_on(self, area: Area):
        add(area, " Besterd ")
        add(area, "Anna’s tuin", PlaceKind.HOTSPOT)
        add(area, "Morgen", PlaceKind.GROUP, starts_on=date(2017, 10, 3))
        assert names(area, TODAY) == ["Anna’s tuin", "Besterd"]
        assert names(area, date(2017, 10, 1)) == []

    def test_leaves_a_row_in_the_audit_log_without_its_name(self, area: Area):
        place = add(area)
        row = AuditEntry.objects.get(action="areas.place.added")
        assert (row.subject_kind, row.subject_id, row.detail) == ("areas.place", place.pk, {"kind": "street"})
        assert subjects.labels([Subject("areas.place", place.pk)], NOBODY) == {
            Subject("areas.place", place.pk): "Besterd"
        }

    def test_takes_a_community_that_lies_in_no_area(self, django_assert_num_queries: DjangoAssertNumQueries):
        town = MunicipalityFactory.create()
        new = NewPlace(PlaceKind.COMMUNITY, "Koerdische vereniging", "Komt op zondag bij elkaar.")
        place = add_place(town, new=new, area=None, starts_on=TODAY, actor=NOBODY, at=AT)
        with django_assert_num_queries(1):
            assert queries.communities(access.public_places(town), on=TODAY) == [place]
        assert queries.communities(access.public_places(MunicipalityFactory.create()), on=TODAY) == []

    def test_refuses_the_same_place_while_it_is_there(self, area: Area):
        add(area)
        with pytest.raises(Refused) as caught:
            add(area, "BESTERD")
        assert caught.value.key == "place_exists"
        add(area, kind=PlaceKind.GROUP)
        add(AreaFactory.create(division=area.division))
        assert Place.objects.count() == 3

    def test_refuses_an_area_of_another_municipality(self, area: Area):
        town = MunicipalityFactory.create()
        with pytest.raises(Refused) as caught:
            add_place(town, new=NewPlace(PlaceKind.STREET, "Besterd"), area=area, starts_on=TODAY, actor=NOBODY, at=AT)
        assert caught.value.key == "other_tenant"
        assert not Place.objects.exists()


class TestEnd:
    def test_keeps_the_place_up_to_that_day(self, area: Area):
        place = end_place(add(area), ends_before=date(2017, 11, 1), actor=NOBODY, at=AT)
        assert names(area, date(2017, 10, 31)) == ["Besterd"]
        assert names(area, date(2017, 11, 1)) == []
        assert AuditEntry.objects.filter(action="areas.place.ended", subject_id=place.pk).exists()
        add(area, starts_on=date(2017, 11, 1))
        assert names(area, date(2017, 11, 1)) == ["Besterd"]

    def test_is_not_before_the_second_day(self, area: Area):
        with pytest.raises(Refused) as caught:
            end_place(add(area), ends_before=TODAY, actor=NOBODY, at=AT)
        assert (caught.value.key, bool(told(caught.value))) == ("place_ends_early", True)

    def test_is_done_once(self, area: Area):
        place = add(area)
        end_place(place, ends_before=date(2017, 11, 1), actor=NOBODY, at=AT)
        with pytest.raises(Refused) as caught:
            end_place(place, ends_before=date(2017, 12, 1), actor=NOBODY, at=AT)
        assert (caught.value.key, bool(told(caught.value))) == ("place_ended", True)


@pytest.mark.both_engines
class TestConstraints:
    @pytest.mark.parametrize(
        "change", [{"kind": "house"}, {"kind": "street", "area": None}, {"ends_before": TODAY}], ids=str
    )
    def test_refuse_what_is_no_place(self, area: Area, change: dict[str, object]):
        whole = {"kind": "street", "area": area, "name": "x", "starts_on": TODAY} | change
        with pytest.raises(IntegrityError), transaction.atomic():
            Place.objects.create(municipality=area.division.municipality, **whole)


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_who_add_the_same_place_add_one() -> None:
    area = AreaFactory.create()
    answers = at_once(lambda: add(area), lambda: add(area))
    assert [answer.key for answer in answers if isinstance(answer, Refused)] == ["place_exists"]
    assert Place.objects.count() == 1
