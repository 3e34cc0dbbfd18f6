"""Places of an area and communities over HTTP: who keeps them, and that none is an address."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from tests.helpers.queries import assert_same_queries
from tests.web.importing import client_of, words
from tests.web.world import World
from wijkaanzet.areas.models import Area, Place
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.people.rules import Role
from wijkaanzet.web.http import Request
from wijkaanzet.web.places.section import places_section

pytestmark = pytest.mark.django_db
PAGE, ALL = "/tilburg/wijken/noord/plekken/", "/tilburg/gemeenschappen/"
KEEPERS = (Role.POLICY_OFFICER, Role.AREA_MANAGER, Role.COORDINATOR)
TOLD = {"kind": "street", "name": "Besterd", "note": "Veel winkels."}


@pytest.fixture(autouse=True)
def on_the_first_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: START)


@pytest.fixture
def officer(world: World) -> Client:
    return client_of(world, Role.POLICY_OFFICER)


def day_parts(client: Client, page: str, form: str, name: str, day: date) -> dict[str, str]:
    """A day as the form asks for it, in three parts."""
    bound = client.get(page).context["page"]
    widgets = getattr(bound, form)[name].subwidgets[0].data["subwidgets"]
    return {one["name"]: str(part) for one, part in zip(widgets, (day.day, day.month, day.year), strict=True)}


def add(client: Client, page: str = PAGE, told: dict[str, str] = TOLD) -> Any:
    day = day_parts(client, page, "adding", "starts_on", date(2017, 10, 1))
    return client.post(page, {**TOLD, **day, **told})


def end(client: Client, place: Place, page: str = PAGE, *, on: date = date(2017, 11, 1)) -> Any:
    day = day_parts(client, page, "ending", "ends_before", on)
    return client.post(f"{page}beeindigen/", {"place": place.public_id, **day})


@pytest.mark.parametrize("role", KEEPERS)
def test_who_keeps_the_places_of_an_area_adds_and_ends_one(world: World, role: Role) -> None:
    keeper = client_of(world, role)
    assert add(keeper).status_code == 302
    assert ("Besterd" in words(page := keeper.get(PAGE)), "Veel winkels." in words(page)) == (True, True)
    place = Place.objects.get()
    assert (place.area is not None and place.area.slug, place.starts_on) == ("noord", date(2017, 10, 1))
    assert end(keeper, place).status_code == 302
    place.refresh_from_db()
    assert place.ends_before == date(2017, 11, 1)
    assert keeper.get(PAGE).context["page"].ending is None
    assert AuditEntry.objects.filter(action__startswith="areas.place.", actor=world.here[role]).count() == 2


@pytest.mark.parametrize("role", [Role.AREA_MANAGER, Role.COORDINATOR])
def test_another_area_is_not_theirs(world: World, role: Role) -> None:
    other = Area.objects.filter(division__municipality__slug="tilburg").exclude(slug="noord").order_by("pk")[0]
    page = f"/tilburg/wijken/{other.slug}/plekken/"
    keeper = client_of(world, role)
    assert (keeper.get(page).status_code, keeper.post(page).status_code) == (404, 404)
    assert (keeper.get(ALL).status_code, keeper.post(ALL).status_code) == (404, 404)


def test_another_municipality_sees_nothing_of_it(world: World) -> None:
    stranger = client_of(world, Role.POLICY_OFFICER, elsewhere=True)
    assert {stranger.get(page).status_code for page in (PAGE, ALL)} == {404}
    assert {stranger.post(page, TOLD).status_code for page in (PAGE, ALL)} == {404}


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"kind": ""}, 422),
        ({"kind": "community"}, 422),
        ({"kind": "house"}, 422),
        ({"name": ""}, 422),
        ({"name": "n" * 81}, 422),
        ({"note": "n" * 301}, 422),
        ({"name": "Besterd 12"}, 409),
        ({"name": "Het huis van 5014 AB"}, 409),
        ({"kind": "group", "note": "Komt bij elkaar op Dorpsstraat 12."}, 409),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(officer: Client, told: dict[str, str], status: int) -> None:
    answer = add(officer, told=told)
    assert answer.status_code == status
    assert sum(len(errors) for errors in answer.context["form"].errors.values()) == 1
    assert (told.get("note") or "Veel winkels.") in answer.content.decode()
    assert not Place.objects.exists()


def test_the_same_street_is_added_once(officer: Client) -> None:
    assert [add(officer).status_code for _ in range(2)] == [302, 409]
    assert Place.objects.count() == 1


def test_a_place_cannot_end_before_it_begins(officer: Client) -> None:
    add(officer)
    answer = end(officer, Place.objects.get(), on=date(2017, 10, 1))
    assert answer.status_code == 409
    assert list(answer.context["form"].errors) == ["ends_before"]


def test_only_a_place_of_this_area_can_be_chosen(officer: Client) -> None:
    add(officer)
    add(officer, ALL, {"name": "Koerdische vereniging"})
    community = Place.objects.get(area__isnull=True)
    assert end(officer, community).status_code == 422
    assert end(officer, community, ALL).status_code == 302
    community.refresh_from_db()
    assert community.ends_before == date(2017, 11, 1)
    assert Place.objects.get(area__isnull=False).ends_before is None


def test_many_places_cost_no_more_queries(world: World, officer: Client) -> None:
    area = Area.objects.get(division__municipality__slug="tilburg", slug="noord")

    def grow() -> None:
        town = area.division.municipality
        Place.objects.bulk_create(
            Place(municipality=town, area=area, kind="group", name=f"Groep {n}", starts_on=START.date())
            for n in range(60)
        )

    assert_same_queries(officer, PAGE, grow, at_most=15)
    assert len(officer.get(PAGE).context["page"].groups[0].places) == 60


class TestSection:
    @pytest.fixture
    def area(self, world: World) -> Area:
        return Area.objects.select_related("division__municipality").get(
            division__municipality__slug="tilburg", slug="noord"
        )

    def request(self, world: World, area: Area, role: Role | None) -> Request:
        request = Request()
        request.user = world.here[role] if role else AnonymousUser()
        request.municipality, request.address_prefix = area.division.municipality, "/tilburg"
        return request

    def test_is_there_for_everybody_once_there_is_something(self, world: World, officer: Client, area: Area):
        visitor = self.request(world, area, None)
        assert places_section(visitor, area, today=START.date()) is None
        add(officer)
        section = places_section(visitor, area, today=START.date())
        assert section is not None
        assert [(place.name, place.note) for group in section.groups for place in group.places] == [
            ("Besterd", "Veel winkels.")
        ]
        assert section.keep_href == ""

    def test_leads_who_keeps_it_to_the_page(self, world: World, area: Area):
        section = places_section(self.request(world, area, Role.COORDINATOR), area, today=START.date())
        assert section is not None
        assert section.keep_href == PAGE
