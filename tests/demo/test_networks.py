"""The networks of the demo: tables at which people meet, and one that is only a name."""

import pytest
from django.test import Client

from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import PROCESS as DECISION
from wijkaanzet.decisions.rules import Outcome, Status
from wijkaanzet.demo.build import START
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.networks.models import Agreement, Meeting, Member, Network
from wijkaanzet.networks.rules import MeetingStatus
from wijkaanzet.people.models import User
from wijkaanzet.plans.rules.plans import EDITION

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
BARE = "noord-in-beweging"


@pytest.mark.parametrize(("town", "area"), [("tilburg", "noord"), ("amersfoort", "soesterkwartier")])
def test_one_meeting_was_reported_with_agreements_and_one_is_to_come(town: str, area: str):
    meetings = Meeting.objects.filter(network__body__municipality__slug=town, network__body__area__slug=area)
    reported, to_come = meetings.order_by("starts_at", "id")
    assert (reported.status, reported.agreements.count() > 0) == (MeetingStatus.REPORTED, True)
    assert to_come.status in {MeetingStatus.PLANNED, MeetingStatus.INVITED}
    page = Client().get(f"/{town}/netwerken/wijknetwerk/").context["page"]
    assert [line.href for line in page.meetings] == [f"/{town}/netwerken/wijknetwerk/bijeenkomst/{reported.public_id}/"]
    assert {seat.state.tone for seat in page.seats} == {"stone", "leaf"}  # some are taken and some are free


def test_noord_has_a_second_network_that_is_only_a_name_and_a_table():
    bare = Network.objects.get(body__key=BARE)
    assert (bare.purpose, bare.seats.count(), bare.members.count(), bare.meetings.count()) == ("", 0, 0, 0)
    rows = Client().get("/tilburg/wijken/noord/netwerken/").context["page"].rows
    assert [row.name for row in rows] == ["Noord in beweging", "Wijknetwerk Noord"]


def test_who_takes_part_has_no_account_and_no_address_and_is_named_nowhere():
    assert not Member.objects.filter(user__isnull=False).exists()
    for agreement in Agreement.objects.all():
        assert "oefening" not in agreement.by_whom  # as the people of the demo are called


def test_the_scan_lies_before_the_network_that_was_there_first_and_not_before_the_first_by_name():
    """Noord has two networks; who takes part in the one that makes the scan is the one to move."""
    member, client = User.objects.get(username="tilburg-network_member"), Client()
    client.force_login(member)
    page = client.get("/tilburg/aan-zet/").content.decode()
    assert "Zeg wat u van de wijkscan vindt" in page
    assert 'href="/tilburg/wijken/noord/wijkscan/2018/"' in page


def test_what_is_done_in_the_demo_waits_for_no_clerk():
    """A journey that was brought to its end is made known in time, also the plan that came back first."""
    decided = OpenMove.objects.filter(subject_kind=DECISION, due_on__lt=START.date()).order_by("id")
    assert list(decided) == []
    assert Decision.objects.filter(subject_kind=EDITION, outcome=Outcome.RETURNED, status=Status.PUBLISHED).exists()
