"""When people of a neighbourhood come together: on its page once everybody may know of it, and without a query more."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.conftest import AT
from tests.helpers.queries import assert_same_queries
from tests.networks.table import Table
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Meeting
from wijkaanzet.web.parts.networks import NetworkSection

pytestmark = pytest.mark.django_db


def here(table: Table) -> str:
    return f"/proefstad/wijken/{table.area.slug}/"


def planned(table: Table, *, days: int = 7, welcome: bool = True) -> Meeting:
    new = networks.NewMeeting(starts_at=AT + timedelta(days=days), place="Buurthuis De Kuil", welcome=welcome)
    return networks.plan_meeting(table.network, new=new, actor=table.coordinator, at=AT)


def shown(client: Client, path: str) -> NetworkSection:
    found = client.get(path).context["page"].network
    assert isinstance(found, NetworkSection)
    return found


def test_a_neighbourhood_tells_when_everybody_is_welcome_once_people_are_invited(client: Client, table: Table) -> None:
    meeting = planned(table)
    assert shown(client, here(table)).meeting is None
    networks.invite(meeting, actor=table.coordinator, at=AT)
    section = shown(client, here(table))
    assert section.meeting is not None
    assert section.meeting.href == f"/proefstad/netwerken/{table.network.body.key}/bijeenkomst/{meeting.public_id}/"
    assert client.get(section.meeting.href).status_code == 200
    assert section.place == "Buurthuis De Kuil"


@pytest.mark.parametrize("what", ["only for members", "called off", "of another neighbourhood"])
def test_it_is_silent_about_what_is_not_for_everybody_here(client: Client, table: Table, what: str) -> None:
    meeting = planned(table, welcome=what != "only for members")
    networks.invite(meeting, actor=table.coordinator, at=AT)
    if what == "called off":
        networks.cancel(meeting, actor=table.coordinator, at=AT)
    area = table.other_area if what == "of another neighbourhood" else table.area
    assert shown(client, f"/proefstad/wijken/{area.slug}/").meeting is None


@pytest.mark.both_engines
def test_it_is_the_first_of_those_to_come_for_no_query_more(client: Client, table: Table) -> None:
    def invite() -> None:
        for days in (14, 3, 30):
            networks.invite(planned(table, days=days), actor=table.coordinator, at=AT)

    assert_same_queries(client, here(table), invite, at_most=15)
    first = shown(client, here(table)).meeting
    assert first is not None
    assert Meeting.objects.order_by("starts_at")[0].public_id in first.href
