"""A network is opened, gets seats, and people take part: sealed while they do, and forgotten when they leave."""

from contextlib import nullcontext

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import AT
from tests.factories import AreaFactory, BodyFactory, OrganisationFactory, UserFactory, at_once
from tests.networks.table import EMAIL, NAME, PHONE, PLANTED, VISITOR, Table, later, lay_table
from tests.stories.town import database_holds
from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import Member, Network, Seat
from wijkaanzet.networks.operations import Asked, Described, ForWhom, Joining, Named, NewSeat
from wijkaanzet.networks.rules import MEMBER, NETWORK, SeatKind
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body

TODAY = AT.date()


def opened(table: Table, name: str, area: Area | None = None) -> Network:
    return operations.open_network(area or table.area, new=Described(name=name), actor=table.officer, at=AT)


@pytest.mark.done("6.network-light")
def test_a_network_is_a_name_only(table: Table):
    network = Network.objects.select_related("body").get(pk=table.network.pk)
    assert (network.body.name, network.body.key, network.body.kind) == ("Tafel van Zuid", "tafel-van-zuid", "network")
    assert (network.body.area, network.purpose, network.meeting_place) == (table.area, "", "")
    assert network.opened_on == TODAY
    assert subjects.labels([Subject(NETWORK, network.pk)], VISITOR) == {Subject(NETWORK, network.pk): "Tafel van Zuid"}


def test_an_area_has_several_networks_and_another_area_one_of_the_same_name(table: Table):
    second, elsewhere = opened(table, "Jong in Zuid"), opened(table, "Tafel van Zuid", table.other_area)
    assert queries.networks_of(table.area) == [second, table.network]
    assert elsewhere.body.key == f"{table.other_area.slug}-tafel-van-zuid"
    assert queries.network_places([second.pk, elsewhere.pk]) == {
        second.pk: "jong-in-zuid",
        elsewhere.pk: elsewhere.body.key,
    }


@pytest.mark.parametrize(("name", "key"), [("Tafel van Zuid", "name_taken"), ("", "network_without_name")])
def test_a_network_without_a_name_of_its_own_is_not_opened(table: Table, name, key):
    with pytest.raises(Refused) as refused:
        opened(table, name)
    assert (refused.value.key, Network.objects.count(), Body.objects.filter(kind="network").count()) == (key, 1, 1)


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize("name", ["字", "<script>alert(1)</script>", "x" * 120])
def test_a_name_of_any_signs_gives_an_address(table: Table, name):
    network = opened(table, name)
    assert network.body.name == name
    assert 0 < len(network.body.key) <= 40


def test_the_sign_is_hung_on_a_body_that_is_there(table: Table):
    body = people.open_network(table.area, key="wijkraad", name="Wijkraad", actor=table.officer, at=AT)
    described = Described(name="Wijkraad", purpose="Samen weten", meeting_place="Buurthuis")
    network = operations.hang_sign(body, described=described, actor=table.officer, at=AT)
    assert (network.body, network.purpose, network.meeting_place) == (body, "Samen weten", "Buurthuis")
    for wrong, key in [(body, "network_exists"), (BodyFactory.create(), "no_network_body")]:
        with pytest.raises(Refused) as refused:
            operations.hang_sign(wrong, described=described, actor=table.officer, at=AT)
        assert refused.value.key == key


def test_a_network_says_in_its_own_words_what_it_is_for(table: Table):
    described = Described(
        name="", purpose="<b>Samen</b>\r\neten 🍲", meeting_place="Buurthuis", own_rule="Niemand tegen."
    )
    network = operations.describe_network(table.network, described=described, actor=table.coordinator, at=AT)
    assert (network.body.name, network.own_rule) == ("Tafel van Zuid", "Niemand tegen.")
    assert (network.purpose, network.meeting_place) == ("<b>Samen</b>\neten 🍲", "Buurthuis")
    row = AuditEntry.objects.get(action="networks.network.described")
    assert (row.subject_id, row.detail) == (network.pk, {})


def test_seats_are_free_until_somebody_sits_there(table: Table):
    school = OrganisationFactory.create(municipality=table.municipality, name="De school")
    taken, _ = table.seat("bewoner"), table.seat("huisarts")
    operations.add_seat(
        table.network, new=NewSeat(name="school"), organisation=school, actor=table.coordinator, at=later(1)
    )
    table.member(seat=taken)
    seats = queries.seats_of(table.network, on=later(1).date())
    assert [(one.name, one.kind, one.organisation, one.taken) for one in seats] == [
        ("bewoner", "default", "", True),
        ("huisarts", "default", "", False),
        ("school", "optional", "De school", False),
    ]
    assert [one.name for one in queries.seats_of(table.network, on=TODAY)] == ["bewoner", "huisarts"]


def test_an_open_seat_is_never_full(table: Table):
    seat = table.seat("wie mee wil doen", kind=SeatKind.OPEN)
    first, second = (table.member(name, seat=seat) for name in ("Merel", "Wouter"))
    assert (first.seat, second.seat) == (None, None)
    assert [one.taken for one in queries.seats_of(table.network, on=later(1).date())] == [False]


def test_a_seat_that_is_taken_away_is_not_there_any_more(table: Table):
    seat = table.seat()
    operations.end_seat(seat, actor=table.coordinator, at=later(5))
    assert [len(queries.seats_of(table.network, on=later(day).date())) for day in (0, 4, 5)] == [1, 1, 0]
    for act in (lambda: operations.end_seat(seat, actor=table.coordinator, at=AT), lambda: table.member(seat=seat)):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.key == "seat_ended"


@pytest.mark.done("6.network-light")
def test_who_takes_part_is_read_back_with_what_it_is_about(table: Table):
    partner = OrganisationFactory.create(municipality=table.municipality, name="De partner")
    joining = Joining(named=Named(name=NAME, email=EMAIL, phone=PHONE), seat=table.seat(), as_resident=True)
    operations.take_seat(table.network, joining=joining, actor=table.coordinator, at=AT)
    table.member("Merel", organisation=partner, user=UserFactory.create())
    table.member("Niemand bijzonders")
    shown = [
        (one.named.name, one.named.email, one.seat, one.as_resident, one.organisation, one.logs_in)
        for one in queries.members_of(table.network)
    ]
    assert shown == [
        (NAME, EMAIL, "bewoner", True, "", False),
        ("Merel", "", "", False, "De partner", True),
        ("Niemand bijzonders", "", "", True, "", False),
    ]


def test_names_stand_nowhere_in_the_house_and_go_when_somebody_leaves(table: Table):
    user = UserFactory.create()
    member = table.member(email=EMAIL, seat=table.seat(), user=user)
    assert database_holds(PLANTED) == set()
    operations.end_membership(member, actor=table.coordinator, at=later(3))
    member.refresh_from_db()
    assert (member.named, member.user, member.ends_before) == (None, None, later(3).date())
    assert queries.members_of(table.network) == []
    assert [one.taken for one in queries.seats_of(table.network, on=later(3).date())] == [False]
    rows = AuditEntry.objects.filter(subject_kind=MEMBER).order_by("id").values_list("action", "subject_id", "detail")
    detail = {"seat": member.seat_id}
    assert list(rows) == [
        ("networks.member.joined", member.pk, {**detail, "organisation": None}),
        ("networks.member.left", member.pk, detail),
    ]


def test_who_leaves_on_the_first_day_took_part_that_day(table: Table):
    member = operations.end_membership(table.member(), actor=table.coordinator, at=AT)
    assert member.ends_before == later(1).date()
    with pytest.raises(Refused) as refused:
        operations.end_membership(member, actor=table.coordinator, at=AT)
    assert refused.value.key == "membership_ended"


@pytest.mark.parametrize(
    "key", ["seat_taken", "seat_elsewhere", "other_tenant", "member_already", "member_without_name"]
)
def test_who_cannot_take_part_is_not_kept(table: Table, key):
    seat, user = table.seat(), UserFactory.create()
    table.member(seat=seat, user=user)
    other = opened(table, "Jong in Zuid")
    joining = {
        "seat_taken": Joining(named=Named(name="An"), seat=seat),
        "seat_elsewhere": Joining(named=Named(name="An"), seat=table.seat(network=other)),
        "other_tenant": Joining(named=Named(name="An"), organisation=OrganisationFactory.create()),
        "member_already": Joining(named=Named(name="An"), user=user),
        "member_without_name": Joining(named=Named(name=" ")),
    }
    with pytest.raises(Refused) as refused:
        operations.take_seat(table.network, joining=joining[key], actor=table.coordinator, at=AT)
    assert (refused.value.key, Member.objects.count()) == (key, 1)


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize(
    ("told", "again", "key"),
    [
        ({}, {}, "member_there"),
        ({}, {"name": " roerdomp  KWIKSTAART"}, "member_there"),
        ({"email": EMAIL}, {"email": EMAIL.upper()}, "member_there"),
        ({"email": EMAIL}, {"email": EMAIL, "phone": PHONE}, "member_there"),
        ({"phone": PHONE}, {"phone": PHONE.replace(" ", "-")}, "member_there"),
        ({"email": EMAIL}, {"name": "Wouter", "email": EMAIL}, None),
        ({"email": EMAIL}, {"email": "ander@voorbeeld.nl"}, None),
        ({"phone": PHONE}, {"phone": "013 765 43 21"}, None),
        ({"email": EMAIL}, {}, None),
    ],
)
def test_one_person_stands_in_the_list_once(table: Table, told, again, key):
    def take_part(words: dict[str, str]) -> None:
        joining = Joining(named=Named(**{"name": NAME, **words}), as_resident=True)
        operations.take_seat(table.network, joining=joining, actor=table.coordinator, at=AT)

    take_part(told)
    with pytest.raises(Refused) if key else nullcontext() as refused:
        take_part(again)
    assert (refused.value.key if refused else None, Member.objects.count()) == (key, 1 if key else 2)


def test_people_of_one_name_are_told_apart_by_whom_they_come_for(table: Table):
    one, other = OrganisationFactory.create_batch(2, municipality=table.municipality)
    for more in ({}, {"organisation": one}, {"organisation": other}, {"seat": table.seat("bewoner")}):
        table.member(NAME, **more)
    assert Member.objects.filter(ends_before__isnull=True).count() == 4


def test_who_stopped_can_take_part_again(table: Table):
    operations.end_membership(table.member(email=EMAIL), actor=table.coordinator, at=AT)
    assert table.member(email=EMAIL).named is not None


def test_a_code_tells_nobody_who_takes_part(table: Table):
    table.member()
    asked = Asked(for_whom=ForWhom(as_resident=True))
    invitation = operations.invite_to_join(table.network, asked=asked, actor=table.coordinator, at=AT)
    assert operations.join(invitation, named=Named(name=NAME), actor=VISITOR, at=AT).named is not None


def test_a_seat_of_another_municipality_is_refused(table: Table):
    with pytest.raises(Refused) as refused:
        operations.add_seat(
            table.network,
            new=NewSeat(name="school"),
            organisation=OrganisationFactory.create(),
            actor=table.coordinator,
            at=AT,
        )
    assert (refused.value.key, Seat.objects.count()) == ("other_tenant", 0)


def test_a_seat_is_not_taken_away_under_somebody(table: Table):
    seat = table.seat()
    table.member(seat=seat)
    with pytest.raises(Refused) as refused:
        operations.end_seat(seat, actor=table.coordinator, at=AT)
    assert refused.value.key == "seat_taken"


@pytest.mark.both_engines
@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"named": None}, "member_named_or_ended"),
        ({"ends_before": later(9).date()}, "member_named_or_ended"),
        ({"ends_before": TODAY, "named": None}, "networks_member_period"),
        ({"as_resident": True, "organisation_id": 1}, "resident_for_nobody_else"),
    ],
)
def test_the_table_keeps_no_name_of_who_left_and_no_member_without_one(table: Table, wrong, constraint):
    member = table.member()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Member.objects.filter(pk=member.pk).update(**wrong)


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_who_take_one_seat_at_once_do_not_both_sit_there():
    table = lay_table()
    seat = table.seat()
    answers = at_once(*[lambda: table.member(seat=seat)] * 2)
    assert sorted(type(one).__name__ for one in answers) == ["Member", "Refused"]
    assert seat.members.count() == 1


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_a_network_that_two_open_at_once_is_opened_once():
    table = lay_table()
    answers = at_once(*[lambda: opened(table, "Jong in Zuid")] * 2)
    assert sorted(type(one).__name__ for one in answers) == ["Network", "Refused"]
    assert Network.objects.filter(body__name="Jong in Zuid").count() == 1


def test_areas_of_other_municipalities_have_networks_of_their_own(table: Table):
    elsewhere = opened(table, "Tafel van Zuid", AreaFactory.create())
    assert elsewhere.body.key == table.network.body.key
    assert elsewhere.body.municipality != table.municipality
