"""A consultation of the whole municipality is a network of networks: it meets like any, and advises in points."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.factories import NOBODY, START, BodyFactory, OrganisationFactory, UserFactory, somebody
from tests.networks.table import MEETING_ON, Table, move_of, refused_key
from wijkaanzet.decisions import operations as decisions
from wijkaanzet.decisions.rules import Step
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import access, operations, queries
from wijkaanzet.networks.models import Network, Seat
from wijkaanzet.networks.operations import Described, NewMeeting, NewSeat
from wijkaanzet.people.models import Body, Membership
from wijkaanzet.people.rules import Role

DELEGATE = NewSeat(name="afgevaardigde")


@dataclass(frozen=True)
class Consultation:
    """An advisory body with the sign, and who coordinates it."""

    network: Network
    coordinator: Actor


@pytest.fixture
def body(table: Table) -> Body:
    return BodyFactory.create(municipality=table.municipality, key="overleg", kind="advisory", name="Stadsoverleg")


@pytest.fixture
def consultation(table: Table, body: Body) -> Consultation:
    coordinator = somebody(Role.COORDINATOR, table.municipality, scope=body)
    network = operations.hang_sign(body, described=Described(name=body.name), actor=table.officer, at=AT)
    return Consultation(network=network, coordinator=coordinator)


class TestSign:
    def test_an_advisory_body_without_an_area_is_a_network_of_its_own_coordinator(
        self, table: Table, consultation: Consultation
    ):
        found = access.own_networks(consultation.coordinator, table.municipality, on=AT.date())
        assert list(found) == [consultation.network]
        for other in (table.coordinator, table.area_manager, table.officer):
            assert consultation.network not in access.own_networks(other, table.municipality, on=AT.date())

    def test_one_that_nobody_coordinates_is_refused(self, table: Table, body: Body):
        with pytest.raises(Refused) as refused:
            operations.hang_sign(body, described=Described(name=body.name), actor=table.officer, at=AT)
        assert refused_key(refused.value) == ("network_without_coordinator", {"name": body.name})

    @pytest.mark.parametrize("kind", ["council", "executive", "partner", "network"])
    def test_another_body_without_an_area_is_refused(self, table: Table, kind: str):
        body = BodyFactory.create(municipality=table.municipality, key="ander", kind=kind, name="Ander")
        held = {"user": UserFactory.create(), "role": Role.COORDINATOR, "body": body, "starts_on": START}
        Membership.objects.create(municipality=table.municipality, **held)
        with pytest.raises(Refused) as refused:
            operations.hang_sign(body, described=Described(name=body.name), actor=table.officer, at=AT)
        assert refused_key(refused.value) == ("no_network_body", {"name": "Ander"})


class TestSeats:
    def test_a_seat_speaks_for_a_network(self, table: Table, consultation: Consultation):
        operations.add_seat(
            consultation.network, new=DELEGATE, speaks_for=table.network, actor=consultation.coordinator, at=AT
        )
        (seat,) = queries.seats_of(consultation.network, on=AT.date())
        assert (seat.speaks_for, seat.organisation, seat.taken) == (table.network.body.name, "", False)

    def test_a_seat_that_speaks_for_nobody_else_is_refused(self, table: Table, consultation: Consultation):
        welfare = OrganisationFactory.create(municipality=table.municipality)
        here = consultation.network
        wrong: list[tuple[Network, dict[str, Any], str]] = [
            (here, {"speaks_for": here}, "seat_for_no_other"),
            (table.network, {"speaks_for": here}, "seat_for_no_other"),
            (here, {"speaks_for": table.network, "organisation": welfare}, "seat_of_two"),
        ]
        for network, of, key in wrong:
            with pytest.raises(Refused) as refused:
                operations.add_seat(network, new=DELEGATE, actor=NOBODY, at=AT, **of)
            assert refused.value.key == key
        assert not Seat.objects.exists()

    @pytest.mark.both_engines
    def test_the_database_wants_one_party_and_another_network(self, table: Table, consultation: Consultation):
        here, welfare = consultation.network, OrganisationFactory.create(municipality=table.municipality)
        for of in ({"speaks_for": here}, {"speaks_for": table.network, "organisation": welfare}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Seat.objects.create(network=here, name="x", kind="default", starts_on=AT.date(), **of)
        assert not Seat.objects.exists()


class TestMeeting:
    def test_it_meets_like_any_network_and_its_coordinator_is_to_move(self, consultation: Consultation):
        new = NewMeeting(starts_at=MEETING_ON, place="Stadhuis")
        meeting = operations.plan_meeting(consultation.network, new=new, actor=consultation.coordinator, at=AT)
        move = move_of(meeting)
        assert move is not None
        assert (move.role, move.scope_kind, move.scope_id) == ("coordinator", "body", consultation.network.body_id)

    def test_what_its_body_is_asked_to_advise_on_waits_for_its_agenda(self, table: Table, consultation: Consultation):
        subject = Subject("networks.network", table.network.pk)
        request = decisions.ask_advice(
            subject,
            step=Step.CITY_AREA,
            body=consultation.network.body,
            question="Klopt de verdeling?",
            asks=Role.POLICY_OFFICER,
            actor=table.officer,
            at=AT,
        )
        adviser = somebody(Role.ADVISER, table.municipality, scope=consultation.network.body)
        waiting = queries.what_waits(consultation.network, viewer=adviser, on=AT.date())
        assert [one.subject for one in waiting] == [Subject("decisions.advice", request.pk)]
        assert queries.what_waits(table.network, viewer=adviser, on=AT.date()) == []
