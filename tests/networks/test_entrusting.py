"""One of the networks of an area is coordinated by another party: who keeps it, and over what its moves lie."""

from dataclasses import dataclass

import pytest

from tests.conftest import AT
from tests.factories import OrganisationFactory, somebody
from tests.networks.table import MEETING_ON, Table, move_of, refused_key
from wijkaanzet.areas.models import Area
from wijkaanzet.cycle.access import moves_of
from wijkaanzet.kernel import open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import access, operations, queries
from wijkaanzet.networks.operations import NewAgreement
from wijkaanzet.networks.rules import AGREEMENT
from wijkaanzet.people.access import memberships
from wijkaanzet.people.models import Organisation
from wijkaanzet.people.rules import Role

TODAY = AT.date()


@dataclass(frozen=True)
class Party:
    """A party, and who coordinates a network for it."""

    organisation: Organisation
    coordinator: Actor


@pytest.fixture(name="party")
def another_party(table: Table) -> Party:
    organisation = OrganisationFactory.create(municipality=table.municipality, name="Dorpsverband Zuid")
    return Party(organisation, somebody(Role.COORDINATOR, table.municipality, scope=table.network.body))


def entrust(table: Table, organisation: Organisation | None) -> None:
    operations.entrust_network(table.network, organisation=organisation, actor=table.area_manager, at=AT)
    table.network.refresh_from_db()


def keepers(table: Table, party: Party) -> set[str]:
    """Who keeps the network, by the queryset and by the roles at hand: both say the same."""
    town, found = table.municipality, set()
    for name, actor in {
        "coordinator": table.coordinator,
        "area_manager": table.area_manager,
        "elsewhere": table.elsewhere,
        "party": party.coordinator,
    }.items():
        own = table.network in access.own_networks(actor, town, on=TODAY)
        assert access.keeps(memberships(actor, town, on=TODAY), table.network) is own
        found |= {name} if own else set()
    return found


def test_its_coordinator_and_the_area_manager_keep_it(table: Table, party: Party):
    assert keepers(table, party) == {"coordinator", "area_manager"}
    entrust(table, party.organisation)
    assert keepers(table, party) == {"party", "area_manager"}
    entrust(table, None)
    assert keepers(table, party) == {"coordinator", "area_manager"}


def test_meetings_members_and_seats_follow(table: Table, party: Party):
    meeting, member, seat = table.planned(), table.member(), table.seat()
    entrust(table, party.organisation)
    for actor, sees in ((party.coordinator, True), (table.coordinator, False)):
        town = table.municipality
        assert (meeting in access.own_meetings(actor, town, on=TODAY)) is sees
        assert (meeting in access.network_meetings(actor, town, on=TODAY)) is sees
        assert (member in access.own_members(actor, town, on=TODAY)) is sees
        assert (seat in access.own_seats(actor, town, on=TODAY)) is sees


def test_another_network_of_the_area_stays_with_the_coordinator_of_the_area(table: Table, party: Party):
    new = operations.Described(name="Tafel van Oost")
    other = operations.open_network(table.area, new=new, actor=table.coordinator, at=AT)
    entrust(table, party.organisation)
    assert list(access.own_networks(table.coordinator, table.municipality, on=TODAY)) == [other]
    assert list(access.own_networks(party.coordinator, table.municipality, on=TODAY)) == [table.network]


def test_what_waits_moves_along_and_back(table: Table, party: Party):
    (agreement,) = table.agreed([NewAgreement(text="Soep", look_again_on=MEETING_ON.date().replace(year=2027))])
    meeting = table.planned()

    def waits() -> set[tuple[str, int]]:
        kept = OpenMove.objects.filter(subject_kind=AGREEMENT, subject_id=agreement.pk).get()
        move = move_of(meeting)
        assert move is not None
        assert not list(open_moves.differences())
        return {(move.scope_kind, move.scope_id), (kept.scope_kind, kept.scope_id)}

    assert waits() == {("area", table.area.pk)}
    entrust(table, party.organisation)
    assert waits() == {("body", table.network.body_id)} == {queries.keeper_scope(table.network)}
    held = memberships(party.coordinator, table.municipality, on=TODAY)
    assert meeting.pk in moves_of(held, table.municipality, today=TODAY).values_list("subject_id", flat=True)
    entrust(table, None)
    assert waits() == {("area", table.area.pk)}


def test_it_is_written_down_by_number(table: Table, party: Party):
    entrust(table, party.organisation)
    row = AuditEntry.objects.get(action="networks.network.entrusted")
    assert row.detail == {"organisation": party.organisation.pk}


def test_nobody_to_keep_it_is_refused(table: Table):
    organisation = OrganisationFactory.create(municipality=table.municipality)
    with pytest.raises(Refused) as caught:
        entrust(table, organisation)
    assert refused_key(caught.value) == ("network_without_coordinator", {"name": "Tafel van Zuid"})


def test_a_party_of_another_municipality_is_refused(table: Table, party: Party):
    with pytest.raises(Refused) as caught:
        entrust(table, OrganisationFactory.create())
    assert caught.value.key == "other_tenant"


def test_the_role_alone_opens_nothing(table: Table, party: Party):
    area: Area = table.area
    assert not access.own_networks(party.coordinator, table.municipality, on=TODAY).exists()
    assert not access.may_open(party.coordinator, area, on=TODAY)
