"""A network and what it reports are public; plans, names and acts are for who keeps it, in the own area only."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.conftest import AT
from tests.factories import BodyFactory, UserFactory, somebody
from tests.networks.table import EMAIL, MEETING_ON, VISITOR, Table, later
from wijkaanzet.kernel import open_moves, subjects
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.moves import Move
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import access, operations, queries
from wijkaanzet.networks.labels import MEMBER as MEMBER_WORDS
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.operations import Attended, Described, NewAgreement
from wijkaanzet.networks.rules import AGREEMENT, MEMBER, MeetingStatus
from wijkaanzet.people.rules import Role

TODAY = AT.date()
WHO = ("visitor", "coordinator", "area_manager", "officer", "sits", "logs_in", "elsewhere", "resident")
KEEPS = {"coordinator", "area_manager"}
SITS = {"sits", "logs_in"}


def people_of(table: Table) -> dict[str, Actor]:
    user = UserFactory.create()
    table.member("Merel", user=user)
    return {
        "visitor": VISITOR,
        "coordinator": table.coordinator,
        "area_manager": table.area_manager,
        "officer": table.officer,
        "sits": table.sits,
        "logs_in": Actor(user_id=user.pk, channel=Channel.WEB),
        "elsewhere": table.elsewhere,
        "resident": somebody(Role.RESIDENT, table.municipality, scope=table.area),
    }


def who(table: Table, sees: Callable[[Actor], object]) -> set[str]:
    """Who of the town gets an answer that is not empty."""
    return {name for name, actor in people_of(table).items() if sees(actor)}


def test_everybody_knows_the_networks_of_the_own_municipality_only(table: Table):
    other = BodyFactory.create(kind="network").municipality
    assert list(access.public_networks(table.municipality)) == [table.network]
    assert not access.public_networks(other).exists()


def test_who_keeps_an_area_keeps_its_networks(table: Table):
    town = table.municipality
    seat, member = table.seat(), table.member()
    (agreement,) = table.agreed([NewAgreement(text="Soep")])
    sees: list[Callable[[Actor], bool]] = [
        lambda actor: table.network in access.own_networks(actor, town, on=TODAY),
        lambda actor: agreement.meeting in access.own_meetings(actor, town, on=TODAY),
        lambda actor: member in access.own_members(actor, town, on=TODAY),
        lambda actor: seat in access.own_seats(actor, town, on=TODAY),
        lambda actor: agreement in access.own_agreements(actor, town, on=TODAY),
    ]
    assert [who(table, one) for one in sees] == [KEEPS] * len(sees)


@pytest.mark.parametrize(("area", "may"), [("area", KEEPS | {"officer"}), ("other_area", {"elsewhere", "officer"})])
def test_who_keeps_an_area_and_the_policy_officer_open_networks(table: Table, area, may):
    assert who(table, lambda actor: access.may_open(actor, getattr(table, area), on=TODAY)) == may


@pytest.mark.parametrize(
    ("status", "sees"),
    [
        (MeetingStatus.PLANNED, KEEPS | SITS),
        (MeetingStatus.INVITED, set(WHO)),
        (MeetingStatus.HELD, set(WHO)),
        (MeetingStatus.REPORTED, set(WHO)),
        (MeetingStatus.CANCELLED, set(WHO)),
    ],
)
def test_a_meeting_is_public_from_the_invitation_on(table: Table, status, sees):
    meeting, town = table.brought_to(status), table.municipality
    assert who(table, lambda actor: meeting in access.network_meetings(actor, town, on=TODAY)) == sees
    assert who(table, lambda actor: access.visible_meetings(actor, [meeting.pk], on=TODAY)) == sees
    assert (meeting in access.public_meetings(town)) is (status is not MeetingStatus.PLANNED)


def test_a_meeting_that_was_called_off_before_anybody_was_invited_stays_unknown(table: Table):
    meeting = operations.cancel(table.planned(), actor=table.coordinator, at=AT)
    assert meeting not in access.public_meetings(table.municipality)


def test_who_left_sees_no_more_than_everybody(table: Table):
    user = UserFactory.create()
    member, meeting = table.member(user=user), table.planned()
    actor = Actor(user_id=user.pk, channel=Channel.WEB)
    assert meeting in access.network_meetings(actor, table.municipality, on=TODAY)
    operations.end_membership(member, actor=table.coordinator, at=AT)
    assert meeting not in access.network_meetings(actor, table.municipality, on=TODAY)


def test_a_coordinator_of_another_municipality_keeps_nothing_here(table: Table):
    stranger = somebody(Role.POLICY_OFFICER, BodyFactory.create().municipality)
    meeting, member = table.planned(), table.member()
    assert not access.may_open(stranger, table.area, on=TODAY)
    assert access.visible_meetings(stranger, [meeting.pk], on=TODAY) == set()
    assert access.visible_members(stranger, [member.pk], on=TODAY) == set()


def test_a_member_is_known_by_the_network_and_by_who_keeps_it_only(table: Table):
    member = table.member(email=EMAIL)
    assert who(table, lambda actor: access.visible_members(actor, [member.pk], on=TODAY)) == KEEPS
    assert queries.member_labels([member.pk], table.coordinator) == {
        member.pk: str(MEMBER_WORDS) % {"network": "Tafel van Zuid"}
    }
    assert queries.member_networks([member.pk]) == {member.pk: "tafel-van-zuid"}
    assert subjects.labels([Subject(MEMBER, member.pk)], VISITOR) == {}


def waits(table: Table, id_: int, *, scope: tuple[str, int], role: str = "coordinator", day: int = 5) -> Subject:
    """Something that waits for a coordinator, or for a network."""
    subject, on = Subject("people.body", id_), later(day).date()
    move = Move(subject.kind, "open", role, scope, "people.look", on)
    if role == "network_member":
        move = Move(subject.kind, "open", role, scope, "people.look", None, lapses_on=on, falls_back_to="coordinator")
    open_moves.put(move, subject=subject, municipality=table.municipality)
    return subject


def test_an_agenda_is_suggested_from_what_waits_here_oldest_first(table: Table):
    body, area = table.network.body, ("area", table.area.pk)
    school = BodyFactory.create(municipality=table.municipality, key="school", name="De school")
    late = waits(table, body.pk, scope=area, day=9)
    early = waits(table, school.pk, scope=("body", body.pk), role="network_member", day=2)
    elsewhere = BodyFactory.create(municipality=table.municipality, key="elders")
    waits(table, elsewhere.pk, scope=("area", table.other_area.pk))
    table.planned()
    found = queries.what_waits(table.network, viewer=table.coordinator, on=TODAY)
    assert [(one.subject, one.label, one.action, one.day) for one in found] == [
        (early, "De school", "people.look", later(2).date()),
        (late, "Tafel van Zuid", "people.look", later(9).date()),
    ]


def test_what_may_not_be_seen_is_not_suggested(table: Table):
    hidden = Subject("people.account", table.officer.user_id or 0)
    move = Move(hidden.kind, "open", "coordinator", ("area", table.area.pk), "people.look", TODAY)
    open_moves.put(move, subject=hidden, municipality=table.municipality)
    assert queries.what_waits(table.network, viewer=table.coordinator, on=TODAY) == []
    assert [one.subject for one in queries.what_waits(table.network, viewer=table.officer, on=TODAY)] == [hidden]


def test_an_agreement_comes_back_on_its_day_at_the_table_that_made_it(table: Table):
    day = MEETING_ON.date() + timedelta(days=30)
    (agreement,) = table.agreed([NewAgreement(text="Bankje", look_again_on=day)])
    other = operations.open_network(table.area, new=Described(name="Jong in Zuid"), actor=table.officer, at=AT)
    for network, on, found in [
        (table.network, day - timedelta(days=1), []),
        (table.network, day, [Subject(AGREEMENT, agreement.pk)]),
        (other, day, []),
    ]:
        assert [one.subject for one in queries.what_waits(network, viewer=table.coordinator, on=on)] == found


def test_who_came_is_told_by_year_and_by_meeting(table: Table):
    members = [table.member(f"Deelnemer {number}").pk for number in range(12)]
    few = table.held(attended=Attended(members=members[:3], others_residents=6))
    many = table.held(starts_at=later(28), attended=Attended(members=members[2:], others_professionals=5))
    next_year = table.held(starts_at=later(120), attended=Attended(members=members[:10]))
    assert queries.came_to([few.pk, many.pk, next_year.pk, table.invited().pk]) == {
        few.pk: None,
        many.pk: 15,
        next_year.pk: 10,
    }
    told = [
        (one.year, one.meetings, one.who and (one.who.about, one.who.first_year, one.who.mostly_new))
        for one in queries.came_by_year(table.network)
    ]
    assert told == [(2018, 1, (10, False, False)), (2017, 2, (10, True, None))]
    assert {one.member_id for one in few.presences.all()} == set(members[:3])


def test_the_next_meeting_is_the_first_that_is_to_come(table: Table):
    town = table.municipality
    held = table.held(starts_at=later(3))
    called_off = operations.cancel(table.invited(starts_at=later(4)), actor=table.coordinator, at=AT)
    hidden, shown = table.planned(starts_at=later(5)), table.invited(starts_at=later(6))
    everybody, own = access.public_meetings(town), access.own_meetings(table.coordinator, town, on=TODAY)
    assert [queries.next_meeting(everybody, on=later(day).date()) for day in (4, 6, 7)] == [shown, shown, None]
    assert queries.next_meeting(own, on=later(4).date()) == hidden
    assert list(queries.newest_first(own)) == [shown, hidden, called_off, held]
    assert queries.meeting_places([shown.pk]) == {shown.pk: ("tafel-van-zuid", shown.public_id)}


def grow(table: Table, network: Network, *, by: int) -> None:
    """More of everything that a page of a network shows."""
    for number in range(by):
        seat = table.seat(f"zetel {number}", network=network)
        table.member(f"Deelnemer {number}", seat=seat, network=network)
        table.agreed([NewAgreement(text="Soep", look_again_on=later(60).date())])
        table.invited(network=network)


@pytest.mark.parametrize(
    ("read", "cost"),
    [
        (lambda table: queries.seats_of(table.network, on=TODAY), 1),
        (lambda table: queries.members_of(table.network), 1),
        (lambda table: queries.agreements_of(table.network, open_most=9, settled_most=9), 2),
        (lambda table: queries.agreements_to_look_at(table.network, on=later(90).date()), 1),
        (lambda table: queries.came_by_year(table.network), 2),
        (lambda table: [one.network.body.area for one in access.public_meetings(table.municipality)], 1),
        (lambda table: queries.networks_of(table.area), 1),
        (lambda table: queries.what_waits(table.network, viewer=table.coordinator, on=later(90).date()), 4),
    ],
)
def test_reading_more_costs_no_query_more(table: Table, django_assert_num_queries, read, cost):
    for _ in range(2):
        grow(table, table.network, by=2)
        with django_assert_num_queries(cost):
            assert read(table)


def test_standings_of_many_meetings_read_each_arrangement_once(table: Table, django_assert_num_queries):
    for week in range(3):
        table.planned(starts_at=MEETING_ON + timedelta(weeks=week))
    with django_assert_num_queries(2):
        assert len(list(queries.standings())) == 3
