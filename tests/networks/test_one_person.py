"""One person stands once in the list: a mistake is put right in the same row, and a second code adds nobody."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import AT
from tests.factories import OrganisationFactory, UserFactory, at_once
from tests.networks.table import EMAIL, NAME, PHONE, PLANTED, VISITOR, Table, later, lay_table
from tests.stories.town import database_holds
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import Invitation, Member, Network, Presence
from wijkaanzet.networks.operations import Asked, ForWhom, Joining, Named, Seated
from wijkaanzet.networks.rules import InvitationStatus, SeatKind
from wijkaanzet.networks.rules.members import TakesPart, known_by_address, maybe_twice

OTHER_EMAIL, OTHER_PHONE = "ander@voorbeeld.nl", "013 765 43 21"
WORDS = st.text(max_size=8)
PEOPLE = st.dictionaries(st.integers(1, 9), st.builds(Named, name=WORDS, email=WORDS, phone=WORDS), max_size=6)


def invitation(table: Table, **asked: object) -> Invitation:
    told = Asked(**{"for_whom": ForWhom(as_resident=True), **asked})  # type: ignore[arg-type]
    return operations.invite_to_join(table.network, asked=told, actor=table.coordinator, at=AT)


def listed(table: Table, **words: str) -> Member:
    joining = Joining(named=Named(**{"name": NAME, **words}), as_resident=True)
    return operations.take_seat(table.network, joining=joining, actor=table.coordinator, at=AT)


def correct(table: Table, member: Member, **told: object) -> Member:
    corrected = Seated(**{"named": Named(name=NAME), "as_resident": True, **told})  # type: ignore[arg-type]
    return put_right(table, member, corrected, seen=mark(member))


def put_right(table: Table, member: Member, corrected: Seated, *, seen: str) -> Member:
    return operations.correct_member(member, corrected=corrected, seen=seen, actor=table.coordinator, at=later(1))


def mark(member: Member) -> str:
    """Of the row as it is now; who stopped has none."""
    now = Member.objects.get(pk=member.pk)
    return queries.mark_of_member(now) if now.named else ""


def elsewhere(table: Table) -> Network:
    new = operations.Described(name="Jong in Zuid")
    return operations.open_network(table.area, new=new, actor=table.coordinator, at=AT)


class TestCorrecting:
    def test_what_is_put_right_is_read_back_in_the_same_row(self, table: Table):
        member = table.member("Roerdomb", email="fuot@voorbeeld.nl")
        named = Named(name=f" {NAME} ", email=EMAIL, phone=PHONE)
        school = OrganisationFactory.create(municipality=table.municipality)
        seat = table.seat()
        correct(table, member, named=named, seat=seat, as_resident=False, organisation=school)
        (shown,) = queries.members_of(table.network)
        assert (shown.id, shown.since) == (member.pk, AT.date())
        assert (shown.named, shown.seat) == (Named(name=NAME, email=EMAIL, phone=PHONE), seat.name)
        assert (shown.as_resident, shown.organisation) == (False, school.name)
        row = AuditEntry.objects.get(action="networks.member.corrected")
        assert (row.subject_id, row.detail) == (member.pk, {"seat": seat.pk, "organisation": school.pk})
        assert database_holds(PLANTED) == set()

    def test_who_came_stays_who_came_and_so_does_an_account(self, table: Table):
        user = UserFactory.create()
        member = table.member("Roerdomb", user=user)
        table.held(starts_at=AT, attended=operations.Attended(members=[member.pk]))
        correct(table, member)
        member.refresh_from_db()
        assert (member.user, member.starts_on, member.ends_before) == (user, AT.date(), None)
        assert list(Presence.objects.values_list("member_id", flat=True)) == [member.pk]

    def test_a_seat_is_kept_given_up_or_changed(self, table: Table):
        first, second = table.seat("bewoner"), table.seat("huisarts")
        member = table.member(seat=first)
        for seat in (first, second, None, table.seat("wie wil", kind=SeatKind.OPEN)):
            assert correct(table, member, seat=seat).seat == (None if seat and seat.kind == SeatKind.OPEN else seat)
        assert {one.taken for one in queries.seats_of(table.network, on=later(1).date())} == {False}

    def test_mail_that_has_to_go_out_goes_to_the_address_as_it_is_now(self, table: Table):
        member = table.member(email="fuot@voorbeeld.nl")
        table.invited()
        correct(table, member, named=Named(name=NAME, email=EMAIL))
        mail = queries.mail_to_member(member.pk, written_on=AT.date(), on=AT.date())
        assert mail is not None
        assert mail.email == EMAIL
        correct(table, member)
        assert queries.mail_to_member(member.pk, written_on=AT.date(), on=AT.date()) is None

    @pytest.mark.done("6.bad-input")
    @pytest.mark.parametrize(
        ("key", "told"),
        [
            ("member_without_name", lambda table: {"named": Named(name=" ")}),
            ("member_email", lambda table: {"named": Named(name=NAME, email="geen adres")}),
            ("member_phone", lambda table: {"named": Named(name=NAME, phone="bel maar")}),
            ("network_words_too_long", lambda table: {"named": Named(name="é" * 100_000)}),
            ("member_there", lambda table: {"named": Named(name="merel", email=OTHER_EMAIL)}),
            ("other_tenant", lambda table: {"as_resident": False, "organisation": OrganisationFactory.create()}),
            (
                "resident_for_organisation",
                lambda table: {"organisation": OrganisationFactory.create(municipality=table.municipality)},
            ),
            ("seat_taken", lambda table: {"seat": table.network.seats.get(name="bezet")}),
            ("seat_ended", lambda table: {"seat": table.network.seats.get(name="weg")}),
            ("seat_elsewhere", lambda table: {"seat": table.seat(network=elsewhere(table))}),
        ],
    )
    def test_what_is_not_right_leaves_the_row_as_it_was(
        self, table: Table, key: str, told: Callable[[Table], dict[str, object]]
    ):
        member = table.member(email=EMAIL)
        table.member("Merel", email=OTHER_EMAIL, seat=table.seat("bezet"))
        operations.end_seat(table.seat("weg"), actor=table.coordinator, at=AT)
        with pytest.raises(Refused) as refused:
            correct(table, member, **told(table))
        assert refused.value.key == key
        assert queries.members_of(table.network)[0].named == Named(name=NAME, email=EMAIL)

    def test_who_stopped_is_not_put_right(self, table: Table):
        member = operations.end_membership(table.member(), actor=table.coordinator, at=AT)
        with pytest.raises(Refused) as refused:
            correct(table, member)
        assert refused.value.key == "membership_ended"
        member.refresh_from_db()
        assert member.named is None

    @pytest.mark.done("6.bad-input")
    def test_what_came_in_meanwhile_is_not_overwritten(self, table: Table):
        member = listed(table, email=EMAIL)
        read = mark(member)
        seat = table.seat()
        operations.join(invitation(table, seat=seat), named=Named(name=NAME, email=EMAIL), actor=VISITOR, at=later(1))
        for seen in (read, ""):
            with pytest.raises(Refused) as refused:
                put_right(table, member, Seated(named=Named(name="Merel"), as_resident=True), seen=seen)
            assert refused.value.key == "member_changed"
        member.refresh_from_db()
        assert (member.seat, queries.named_of(member).name) == (seat, NAME)

    def test_two_rows_of_one_name_and_address_do_not_keep_each_other_from_being_put_right(self, table: Table):
        first, second = listed(table, email=EMAIL), table.member(NAME, email=EMAIL, user=UserFactory.create())
        for member in (first, second):
            correct(table, member, named=Named(name=NAME, email=EMAIL, phone=PHONE))
        assert {one.named.phone for one in queries.members_of(table.network)} == {PHONE}

    def test_a_row_is_not_refused_for_itself(self, table: Table):
        member = listed(table, email=EMAIL)
        assert correct(table, member, named=Named(name=NAME.upper(), email=EMAIL)).pk == member.pk


class TestComingAgain:
    @pytest.mark.done("6.bad-input")
    @pytest.mark.parametrize(
        ("there", "told", "one"),
        [
            ({"email": EMAIL}, {"email": EMAIL.upper()}, True),
            ({"email": EMAIL}, {"email": EMAIL, "name": " roerdomp  KWIKSTAART"}, True),
            ({"email": EMAIL}, {"email": EMAIL, "phone": PHONE}, True),
            ({"phone": PHONE}, {"phone": PHONE.replace(" ", "-")}, True),
            ({"email": EMAIL}, {"email": OTHER_EMAIL}, False),
            ({"email": EMAIL}, {"email": EMAIL, "name": "Merel"}, False),
            ({"email": EMAIL}, {}, False),
            ({"phone": PHONE}, {"phone": PHONE, "email": EMAIL}, False),
            ({}, {"email": EMAIL}, False),
            ({}, {}, False),
        ],
    )
    def test_who_is_in_the_list_by_name_and_address_is_not_listed_twice(
        self, table: Table, there: dict[str, str], told: dict[str, str], one: bool
    ):
        member, asked = listed(table, **there), invitation(table)
        joined = operations.join(asked, named=Named(**{"name": NAME, **told}), actor=VISITOR, at=later(1))
        asked.refresh_from_db()
        assert (asked.status, asked.member, joined == member) == (InvitationStatus.ACCEPTED, joined, one)
        assert Member.objects.count() == (1 if one else 2)

    def test_the_row_gets_what_it_lacked_and_keeps_what_it_has(self, table: Table):
        user, seat = UserFactory.create(email=EMAIL.upper()), table.seat()
        member, asked = listed(table, email=EMAIL), invitation(table, seat=seat)
        told = Named(name=NAME.upper(), email=EMAIL, phone=PHONE)
        operations.join(asked, named=told, user=user, actor=VISITOR, at=later(1))
        member.refresh_from_db()
        assert (member.seat, member.user, member.starts_on, member.as_resident) == (seat, user, AT.date(), True)
        assert queries.named_of(member) == Named(name=NAME, email=EMAIL), "whoever has a code may say anything"
        row = AuditEntry.objects.get(action="networks.member.joined_again")
        assert (row.subject_id, row.detail) == (member.pk, {"seat": seat.pk, "organisation": None})
        again = invitation(table)
        operations.join(again, named=Named(name=NAME, email=EMAIL), actor=VISITOR, at=later(2))
        member.refresh_from_db()
        assert (member.seat, member.user) == (seat, user)
        assert list(member.invitations.order_by("pk")) == [asked, again]

    @pytest.mark.parametrize("sits", [False, True])
    @pytest.mark.parametrize("there", [False, True])
    def test_the_free_seats_do_not_tell_who_is_in_the_list(self, table: Table, there: bool, sits: bool):
        offered, own = table.seat("huisarts"), table.seat("school")
        table.member(NAME if there else "Merel", email=EMAIL, seat=own if sits else None)
        told = Named(name=NAME, email=EMAIL)
        operations.join(invitation(table, seat=offered), named=told, actor=VISITOR, at=later(1))
        taken = {one.name: one.taken for one in queries.seats_of(table.network, on=later(1).date())}
        assert taken == {"huisarts": True, "school": sits}

    def test_who_came_stays_one_person_in_the_count(self, table: Table):
        member = listed(table, email=EMAIL)
        meeting = table.held(starts_at=AT, attended=operations.Attended(members=[member.pk]))
        operations.join(invitation(table), named=Named(name=NAME, email=EMAIL), actor=VISITOR, at=later(1))
        assert (queries.people_at(meeting), queries.could_come(meeting)) == (1, {member.pk})

    @pytest.mark.parametrize("own", [{"email": "ander@voorbeeld.nl"}, {"email": ""}])
    @pytest.mark.parametrize("address", [{"email": EMAIL}, {"phone": PHONE}])
    def test_an_account_never_takes_the_place_of_somebody_else(
        self, table: Table, own: dict[str, str], address: dict[str, str]
    ):
        user, member = UserFactory.create(**own), listed(table, **address)
        joined = operations.join(
            invitation(table), named=Named(name=NAME, **address), user=user, actor=VISITOR, at=later(1)
        )
        member.refresh_from_db()
        assert (joined == member, joined.user, member.user) == (False, user, None)

    def test_an_account_tells_people_apart(self, table: Table):
        first, second = UserFactory.create_batch(2)
        told = Named(name=NAME, email=EMAIL)
        member = operations.join(invitation(table), named=told, user=first, actor=VISITOR, at=AT)
        assert operations.join(invitation(table), named=told, user=second, actor=VISITOR, at=AT) != member
        with pytest.raises(Refused) as refused:
            operations.join(invitation(table), named=told, user=first, actor=VISITOR, at=AT)
        assert (refused.value.key, Member.objects.count()) == ("member_already", 2)

    def test_who_stopped_comes_back_as_somebody_new(self, table: Table):
        left = operations.end_membership(listed(table, email=EMAIL), actor=table.coordinator, at=AT)
        told = Named(name=NAME, email=EMAIL)
        assert operations.join(invitation(table), named=told, actor=VISITOR, at=later(1)) != left

    @pytest.mark.parametrize("told", [{"name": ""}, {"email": "geen adres"}, {"phone": "bel maar"}])
    @pytest.mark.parametrize("there", [True, False])
    def test_a_code_refuses_the_same_whoever_is_in_the_list(self, table: Table, told: dict[str, str], there: bool):
        if there:
            listed(table, email=EMAIL)
        asked, named = invitation(table), Named(**{"name": NAME, "email": EMAIL, **told})
        with pytest.raises(Refused) as refused:
            operations.join(asked, named=named, actor=VISITOR, at=AT)
        keys = {"name": "member_without_name", "email": "member_email", "phone": "member_phone"}
        assert refused.value.key == keys[next(iter(told))]

    @pytest.mark.both_engines
    @pytest.mark.django_db(transaction=True)
    def test_two_codes_used_at_once_by_one_person_give_one_row(self):
        table = lay_table()
        codes, told = [invitation(table), invitation(table)], Named(name=NAME, email=EMAIL)
        answers = at_once(*[lambda one=one: operations.join(one, named=told, actor=VISITOR, at=AT) for one in codes])
        (member,) = Member.objects.all()
        assert answers == [member, member]
        assert set(Invitation.objects.values_list("member", flat=True)) == {member.pk}

    @pytest.mark.both_engines
    @pytest.mark.django_db(transaction=True)
    def test_a_correction_and_a_code_at_once_list_nobody_twice(self):
        table = lay_table()
        member, asked, right = table.member("Roerdomb"), invitation(table), Named(name=NAME, email=EMAIL)
        at_once(
            lambda: correct(table, member, named=right),
            lambda: operations.join(asked, named=right, actor=VISITOR, at=AT),
        )
        names = [one.named for one in queries.members_of(table.network)]
        assert names.count(right) == 1


class TestLooksLikeOne:
    @pytest.mark.parametrize(
        ("one", "other", "maybe"),
        [
            ({}, {}, True),
            ({"email": EMAIL}, {}, True),
            ({"email": EMAIL}, {"phone": PHONE}, True),
            ({"email": EMAIL, "phone": PHONE}, {"phone": PHONE}, True),
            ({"email": EMAIL}, {"email": EMAIL.upper()}, True),
            ({"email": EMAIL}, {"email": OTHER_EMAIL}, False),
            ({"email": EMAIL, "phone": PHONE}, {"email": OTHER_EMAIL, "phone": PHONE}, False),
            ({"phone": PHONE}, {"phone": OTHER_PHONE}, False),
            ({}, {"name": "Merel"}, False),
        ],
    )
    def test_one_name_that_no_address_tells_apart_is_noticed(
        self, one: dict[str, str], other: dict[str, str], maybe: bool
    ):
        there = {4: Named(**{"name": NAME, **one}), 5: Named(**{"name": NAME.upper(), **other}), 6: Named(name="An")}
        assert maybe_twice(there) == ({4, 5} if maybe else set())

    @given(PEOPLE)
    def test_who_is_known_by_an_address_looks_like_one(self, people: dict[int, Named]):
        there = {id_: TakesPart(named=named, as_resident=True) for id_, named in people.items()}
        twice = maybe_twice(people)
        for named in people.values():
            known = known_by_address(named, there)
            assert not known or named in [people[id_] for id_ in known]
            assert len(known) < 2 or set(known) <= twice
