"""Who leads the talk: at most one of who takes part, only when people want that, and without any right."""

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.factories import UserFactory, at_once
from tests.networks.table import NAME, Table, later, lay_table
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import access, operations, queries
from wijkaanzet.networks.models import Member, Network
from wijkaanzet.networks.operations import Described, Named, Seated
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.people.models import Membership


def let_lead(table: Table, member: Member | None, *, seen: str = "", network: Network | None = None) -> Network:
    return operations.let_lead(network or table.network, member=member, seen=seen, actor=table.coordinator, at=later(1))


def leads(table: Table) -> list[str]:
    """Who leads the talk, by name."""
    return [one.named.name for one in queries.members_of(table.network) if one.leads_talk]


def test_nobody_leads_the_talk_unless_somebody_was_chosen(table: Table):
    table.member()
    assert (leads(table), queries.who_leads(table.network)) == ([], None)


def test_one_leads_another_takes_over_and_nobody_does_again(table: Table):
    merel, wouter = table.member("Merel"), table.member("Wouter")
    found = []
    for chosen in (merel, wouter, wouter, None):
        let_lead(table, chosen)
        found.append(leads(table))
    assert found == [["Merel"], ["Wouter"], ["Wouter"], []]
    rows = AuditEntry.objects.filter(action="networks.network.lead_chosen").order_by("id")
    assert [(row.subject_kind, row.detail["before"], row.detail["member"]) for row in rows] == [
        (NETWORK, None, merel.pk),
        (NETWORK, merel.pk, wouter.pk),
        (NETWORK, wouter.pk, None),
    ]


def test_it_gives_no_right(table: Table):
    user = UserFactory.create()
    let_lead(table, table.member(user=user))
    actor = Actor(user_id=user.pk, channel=Channel.WEB)
    on = later(1).date()
    assert not access.own_networks(actor, table.municipality, on=on).exists()
    assert not access.own_members(actor, table.municipality, on=on).exists()
    assert not Membership.objects.filter(user=user).exists()


def test_it_ends_when_that_person_stops_and_stays_through_a_correction(table: Table):
    member = table.member()
    let_lead(table, member)
    seen = queries.mark_of_member(member)
    told = Seated(named=Named(name="Merel"), as_resident=True)
    operations.correct_member(member, corrected=told, seen=seen, actor=table.coordinator, at=later(2))
    assert leads(table) == ["Merel"]
    operations.end_membership(member, actor=table.coordinator, at=later(3))
    assert (Member.objects.get().leads_talk, queries.who_leads(table.network)) == (False, None)


@pytest.mark.parametrize("key", ["membership_ended", "leads_elsewhere", "changed_meanwhile"])
def test_who_cannot_lead_changes_nothing(table: Table, key: str):
    leader = table.member("Merel")
    let_lead(table, leader)
    gone = operations.end_membership(table.member("Wouter"), actor=table.coordinator, at=AT)
    other = operations.open_network(table.area, new=Described(name="Jong in Zuid"), actor=table.officer, at=AT)
    chosen = {
        "membership_ended": (gone, ""),
        "leads_elsewhere": (table.member(network=other), ""),
        "changed_meanwhile": (table.member("Roos"), queries.mark_of_leading(None)),
    }
    member, seen = chosen[key]
    with pytest.raises(Refused) as refused:
        let_lead(table, member, seen=seen)
    assert (refused.value.key, leads(table)) == (key, ["Merel"])


def test_each_network_has_its_own(table: Table):
    other = operations.open_network(table.area, new=Described(name="Jong in Zuid"), actor=table.officer, at=AT)
    let_lead(table, table.member())
    let_lead(table, table.member(network=other), network=other)
    assert Member.objects.filter(leads_talk=True).count() == 2


@pytest.mark.both_engines
def test_the_table_keeps_one_of_who_takes_part(table: Table):
    first, second = table.member("Merel"), table.member("Wouter")
    let_lead(table, first)
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.filter(pk=second.pk).update(leads_talk=True)
    operations.end_membership(second, actor=table.coordinator, at=later(2))
    with pytest.raises(IntegrityError, match="leads_talk_while_taking_part"), transaction.atomic():
        Member.objects.filter(pk=second.pk).update(leads_talk=True)
    assert leads(table) == ["Merel"]


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_who_choose_at_once_one_reads_what_the_other_chose():
    table = lay_table()
    members = [table.member(NAME), table.member("Merel")]
    seen = queries.mark_of_leading(None)
    answers = at_once(*[lambda one=one: let_lead(table, one, seen=seen) for one in members])
    assert sorted(type(one).__name__ for one in answers) == ["Network", "Refused"]
    assert len(leads(table)) == 1
