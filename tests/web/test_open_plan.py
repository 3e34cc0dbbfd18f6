"""The coordinator opens the plan over HTTP: once, of the own area, on a day that can be, after the money is decided."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.web.world import World
from wijkaanzet.areas.models import Area
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.people.models import Membership, User
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.models import Edition
from wijkaanzet.plans.rules.plans import EditionStatus

TODAY = START.date()

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_plan_holds(world: World):
    """No plan of the world holds yet: a year that opens while one does goes straight on to it."""
    Edition.objects.filter(status=EditionStatus.ADOPTED).update(status=EditionStatus.RETURNED)


@pytest.fixture(autouse=True)
def waiting(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The money of 2017 is decided, and the plan of no area is open yet."""
    monkeypatch.setattr(clock, "now", lambda: START)
    AreaYear.objects.filter(year=2017).update(status="budget", network_starts_on=None)


@pytest.fixture
def coordinator(world: World) -> User:
    return world.here[Role.COORDINATOR]


def page_of(user: User, year: int = 2017, *, area: Area | None = None) -> tuple[Client, str]:
    """A browser of somebody, and where the plan of an area is opened."""
    client = Client()
    client.force_login(user)
    slug = (area or Area.objects.get(membership__user=user)).slug
    return client, f"/tilburg/wijken/{slug}/plan/{year}/"


def on(day: date) -> dict[str, str]:
    return {"start_day": str(day.day), "start_month": str(day.month), "start_year": str(day.year)}


def text(content: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", content.decode().replace("\u00a0", " ")))


def refused() -> list[str]:
    return list(AuditEntry.objects.filter(result="refused").order_by("id").values_list("reason", flat=True))


def test_shows_the_amount_and_asks_for_the_day(coordinator: User):
    client, place = page_of(coordinator)
    answer = client.get(place)
    assert answer.status_code == 200
    assert re.search(r"Voor \w+ is er in 2017 € [\d.]+,\d{2}\.", text(answer.content))
    assert '/waarom/2017/"' in answer.content.decode()
    assert "<form" in answer.content.decode()


def test_opens_the_plan_and_says_so_on_the_page_of_the_neighbourhood(coordinator: User):
    client, place = page_of(coordinator)
    answer = client.post(place, on(date(2017, 10, 9)), follow=True)
    assert answer.redirect_chain == [(place.replace("plan/2017/", ""), 302)]
    assert "Het plan voor 2017 is open. Het netwerk begint op 9 oktober 2017." in text(answer.content).replace(
        "start op", "begint op"
    )
    year = AreaYear.objects.get(area=Membership.objects.get(user=coordinator).area, year=2017)
    assert (year.status, year.network_starts_on) == ("plan_opened", date(2017, 10, 9))
    row = AuditEntry.objects.filter(action="cycle.area_year.plan_opened").order_by("-id")[0]
    assert (row.actor_id, row.subject_id, row.channel) == (coordinator.pk, year.pk, "web")


def test_opens_once(coordinator: User):
    client, place = page_of(coordinator)
    client.post(place, on(TODAY))
    for answer in (client.post(place, on(TODAY)), client.get(place)):
        assert answer.status_code == 409
        assert "Het plan voor 2017 is open." in text(answer.content)
        assert 'name="start_day"' not in answer.content.decode()
    assert AuditEntry.objects.filter(action="cycle.area_year.plan_opened", at=START, result="done").count() == 1
    assert AuditEntry.objects.filter(result="refused", action="cycle.area_year.plan_opened").count() == 1


@pytest.mark.parametrize("send", [lambda client, place: client.get(place), lambda client, place: client.post(place)])
def test_explains_that_the_money_is_not_decided_yet(coordinator: User, send: Callable[..., HttpResponse]):
    AreaYear.objects.filter(year=2018).update(status="budget")
    client, place = page_of(coordinator, 2018)
    answer = send(client, place)
    assert answer.status_code == 409
    assert "Over het geld van 2018 is nog niet besloten" in text(answer.content)
    assert 'name="start_day"' not in answer.content.decode()


@pytest.mark.parametrize("days", [-366, 366])
def test_refuses_a_day_more_than_a_year_away_and_keeps_what_was_filled_in(coordinator: User, days: int):
    client, place = page_of(coordinator)
    day = TODAY + timedelta(days=days)
    answer = client.post(place, on(day))
    assert answer.status_code == 409
    assert "Het netwerk begint tussen 2 oktober 2016 en 2 oktober 2018" in text(answer.content)
    assert f'value="{day.year}"' in answer.content.decode()
    assert not AreaYear.objects.filter(year=2017, status="plan_opened").exists()


@pytest.mark.parametrize(
    "sent", [{}, {"start_day": "31", "start_month": "2", "start_year": "2018"}, {"start_day": "x"}]
)
def test_says_what_is_not_filled_in_right(coordinator: User, sent: dict[str, str]):
    client, place = page_of(coordinator)
    answer = client.post(place, sent)
    assert answer.status_code == 422
    assert 'class="wz-error"' in answer.content.decode()
    assert not AreaYear.objects.filter(year=2017, status="plan_opened").exists()


def test_a_forged_area_in_the_form_changes_nothing_of_it(coordinator: User):
    client, place = page_of(coordinator)
    own = Membership.objects.get(user=coordinator).area
    other = AreaYear.objects.filter(year=2017).exclude(area=own).order_by("pk")[0]
    client.post(place, {**on(TODAY), "area": other.area_id, "area_year": other.pk, "slug": other.area.slug})
    other.refresh_from_db()
    assert other.status == "budget"


class TestNotYours:
    def test_another_area_is_not_there(self, coordinator: User):
        own = Area.objects.get(membership__user=coordinator)
        other = Area.objects.filter(division=own.division).exclude(pk=own.pk).order_by("pk")[0]
        client, place = page_of(coordinator, area=other)
        assert client.get(place).status_code == client.post(place, on(TODAY)).status_code == 404

    def test_a_year_that_never_started_is_not_there(self, coordinator: User):
        client, place = page_of(coordinator, 2030)
        assert client.get(place).status_code == 404

    def test_another_role_in_the_same_area_does_not_open_it(self, world: World):
        client, place = page_of(world.here[Role.AREA_MANAGER])
        assert client.get(place).status_code == client.post(place, on(TODAY)).status_code == 404

    def test_a_coordinator_of_another_municipality_does_not_open_it(self, world: World, coordinator: User):
        own = Area.objects.get(membership__user=coordinator)
        client, place = page_of(world.elsewhere[Role.COORDINATOR], area=own)
        assert client.get(place).status_code == client.post(place, on(TODAY)).status_code == 404

    def test_a_role_that_ended_yesterday_does_not_open_it(self, coordinator: User):
        client, place = page_of(coordinator)
        Membership.objects.filter(user=coordinator).update(ends_before=TODAY)
        assert client.get(place).status_code == client.post(place, on(TODAY)).status_code == 404
        assert not OpenMove.objects.filter(role=Role.COORDINATOR, subject_kind="cycle.area_year").exists()
