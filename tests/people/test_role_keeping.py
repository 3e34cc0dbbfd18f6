"""Who looks after the roles: never gives one to oneself, never ends the last one of their own, and undoes a mistake."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from tests.conftest import AT
from tests.factories import NOBODY, START, AreaFactory, BodyFactory, MunicipalityFactory, UserFactory, at_once
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry, Municipality, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people import access, operations, queries
from wijkaanzet.people.labels import REFUSALS
from wijkaanzet.people.models import Membership, StandIn, User
from wijkaanzet.people.rules import FURTHEST_AHEAD, LONGEST_HELD, Role

TODAY = localdate(AT)
DAY = timedelta(days=1)
ADMIN = Role.FUNCTIONAL_ADMIN

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Municipality:
    return MunicipalityFactory.create()


def held_by(user: User, role: Role, town: Municipality, *, starts_on: date = START) -> Membership:
    return operations.give_role(
        user, role=role, municipality=town, scope=None, starts_on=starts_on, actor=NOBODY, at=AT
    )


def as_(user: User) -> Actor:
    return Actor(user.pk, Channel.WEB)


def appoint(
    town: Municipality,
    username: str,
    email: str = "",
    *,
    role: Role = Role.CONTROLLER,
    first: date = TODAY,
    before: date | None = None,
    actor: Actor = NOBODY,
) -> Membership:
    new = operations.NewRole(role=role, scope=None, starts_on=first, ends_before=before)
    to = operations.AccountCalled(username=username, email=email)
    return operations.give_role_by_name(town, new=new, to=to, actor=actor, at=AT)


def refused(caught: pytest.ExceptionInfo[Refused]) -> str:
    """The key of what was refused, which has a sentence."""
    assert str(REFUSALS[caught.value.key]) % caught.value.parameters
    return caught.value.key


class TestOneself:
    def test_nobody_gives_a_role_to_oneself_whatever_the_role(self, town: Municipality):
        admin = UserFactory.create(username="beheer")
        held_by(admin, ADMIN, town)
        for role in (ADMIN, Role.CONTROLLER):
            for act in (
                lambda role=role: operations.give_role(
                    admin, role=role, municipality=town, scope=None, starts_on=TODAY, actor=as_(admin), at=AT
                ),
                lambda role=role: appoint(town, "Beheer", role=role, actor=as_(admin)),
            ):
                with pytest.raises(Refused) as caught:
                    act()
                assert refused(caught) == "not_to_yourself"
        assert Membership.objects.count() == 1

    def test_nor_for_a_while_by_standing_in_for_another(self, town: Municipality):
        admin = UserFactory.create()
        held_by(admin, ADMIN, town)
        away = held_by(UserFactory.create(), Role.POLICY_OFFICER, town)
        with pytest.raises(Refused) as caught:
            operations.ask_stand_in(away, user=admin, starts_on=TODAY, ends_before=TODAY + DAY, actor=as_(admin), at=AT)
        assert refused(caught) == "not_to_yourself"
        assert not StandIn.objects.exists()


class TestLastAdmin:
    def test_keeps_the_role_until_another_has_it_without_a_last_day(self, town: Municipality):
        last = held_by(UserFactory.create(), ADMIN, town)
        others = (
            {"municipality": MunicipalityFactory.create()},
            {"municipality": town, "ends_before": TODAY + 40 * DAY},
            {"municipality": town, "starts_on": TODAY + 2 * DAY},
            {"municipality": town, "user": UserFactory.create(is_active=False)},
        )
        for other in others:
            row = {"user": UserFactory.create(), "role": ADMIN, "starts_on": START, **other}
            Membership.objects.create(**row)
            with pytest.raises(Refused) as caught:
                operations.end_role(last, ends_before=TODAY + DAY, actor=NOBODY, at=AT)
            assert refused(caught) == "last_admin"
        held_by(UserFactory.create(), ADMIN, town)
        assert operations.end_role(last, ends_before=TODAY + DAY, actor=NOBODY, at=AT).ends_before == TODAY + DAY

    def test_cannot_be_taken_back_either(self, town: Municipality):
        last = held_by(UserFactory.create(), ADMIN, town, starts_on=TODAY)
        with pytest.raises(Refused) as caught:
            operations.take_back_role(last, actor=NOBODY, at=AT)
        assert refused(caught) == "last_admin"
        assert Membership.objects.filter(pk=last.pk).exists()

    def test_other_roles_may_all_end(self, town: Municipality):
        last = held_by(UserFactory.create(), Role.CONTROLLER, town)
        assert operations.end_role(last, ends_before=TODAY, actor=NOBODY, at=AT).ends_before == TODAY


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_administrators_who_end_each_other_one_stays():
    town = MunicipalityFactory.create()
    one, two = (held_by(UserFactory.create(), ADMIN, town) for _time in range(2))

    def end(whose: Membership, by: Membership) -> Membership:
        return operations.end_role(whose, ends_before=TODAY, actor=as_(by.user), at=AT)

    answers = at_once(lambda: end(one, two), lambda: end(two, one))
    assert sorted(type(answer).__name__ for answer in answers) == ["Membership", "Refused"]
    assert Membership.objects.filter(ends_before__isnull=True).count() == 1


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_who_open_one_account_at_once_one_is_refused():
    town = MunicipalityFactory.create()
    answers = at_once(
        lambda: appoint(town, "sam", "sam@example.org"), lambda: appoint(town, "Sam", "sammie@example.org")
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["Membership", "Refused"]
    assert User.objects.filter(username__iexact="sam").count() == Membership.objects.count() == 1


@pytest.mark.both_engines
def test_the_database_knows_one_account_of_a_name_whatever_its_capitals():
    UserFactory.create(username="jansen")
    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory.create(username="Jansen")
    with pytest.raises(Refused) as caught:
        operations.open_account(username="JANSEN", email="", actor=NOBODY, at=AT)
    assert refused(caught) == "name_taken"


class TestTakeBack:
    @pytest.mark.parametrize(("first", "taken"), [(TODAY + 9 * DAY, True), (TODAY, True), (TODAY - DAY, False)])
    def test_undoes_a_role_as_long_as_its_first_day_is_not_over(self, town: Municipality, first: date, taken: bool):
        user = UserFactory.create(email="wie@proef.example")
        held = held_by(user, Role.CONTROLLER, town, starts_on=first)
        number = held.pk
        if not taken:
            with pytest.raises(Refused) as caught:
                operations.take_back_role(held, actor=NOBODY, at=AT)
            assert refused(caught) == "role_began"
            return
        operations.take_back_role(held, actor=NOBODY, at=AT)
        assert not access.memberships(as_(user), town, on=first).exists()
        row = AuditEntry.objects.get(action="people.role.taken_back")
        assert (row.subject_id, row.detail["holds"], row.detail["role"]) == (number, user.pk, "controller")
        assert OutboxMessage.objects.filter(kind=operations.ROLE_TAKEN_BACK, recipient=user).count() == 1

    def test_ends_every_stand_in_of_it_with_a_row_in_the_log(self, town: Municipality):
        held = held_by(UserFactory.create(), Role.POLICY_OFFICER, town, starts_on=TODAY)
        colleague = UserFactory.create()
        held_by(colleague, Role.CONTROLLER, town)
        asked = [
            operations.ask_stand_in(
                held, user=colleague, starts_on=first, ends_before=first + DAY, actor=NOBODY, at=AT
            ).pk
            for first in (TODAY, TODAY + 5 * DAY)
        ]
        operations.take_back_role(held, actor=NOBODY, at=AT)
        rows = AuditEntry.objects.filter(action="people.stand_in.ended").order_by("id")
        assert [row.subject_id for row in rows] == asked
        assert {row.detail["stands_in"] for row in rows} == {colleague.pk}
        assert not StandIn.objects.exists()

    def test_twice_is_refused(self, town: Municipality):
        held = held_by(UserFactory.create(), Role.CONTROLLER, town, starts_on=TODAY)
        again = Membership.objects.get(pk=held.pk)
        operations.take_back_role(held, actor=NOBODY, at=AT)
        for act in (
            lambda: operations.take_back_role(again, actor=NOBODY, at=AT),
            lambda: operations.end_role(again, ends_before=TODAY + DAY, actor=NOBODY, at=AT),
        ):
            with pytest.raises(Refused) as caught:
                act()
            assert refused(caught) == "role_ended"


class TestEnd:
    def test_tells_whose_it_was_and_the_log_says_until_when(self, town: Municipality):
        user = UserFactory.create(email="wie@proef.example")
        held = held_by(user, Role.CONTROLLER, town)
        operations.end_role(held, ends_before=TODAY, actor=NOBODY, at=AT)
        assert OutboxMessage.objects.filter(kind=operations.ROLE_ENDED, recipient=user, subject_id=held.pk).exists()
        assert AuditEntry.objects.get(action="people.role.ended").detail["ends_before"] == TODAY.isoformat()
        assert queries.last_day_of(held.pk) == TODAY - DAY

    def test_is_not_said_of_a_day_that_nobody_can_think_of(self, town: Municipality):
        held = held_by(UserFactory.create(), Role.CONTROLLER, town)
        with pytest.raises(Refused) as caught:
            operations.end_role(held, ends_before=date(2999, 1, 1), actor=NOBODY, at=AT)
        assert refused(caught) == "role_end_too_far"


class TestByName:
    def test_opens_an_account_and_tells_its_holder_once(self, town: Municipality):
        held = appoint(town, "sam", "sam@example.org", before=TODAY + 30 * DAY)
        assert (held.user.username, held.user.email, held.ends_before) == ("sam", "sam@example.org", TODAY + 30 * DAY)
        assert not held.user.has_usable_password()
        assert [one.kind for one in OutboxMessage.objects.all()] == [operations.ROLE_GIVEN]
        actions = set(AuditEntry.objects.values_list("action", flat=True))
        assert actions == {"people.account.opened", "people.role.given"}

    def test_says_how_a_wrong_address_is_undone_as_long_as_it_can_be(self, town: Municipality):
        held = appoint(town, "sam", "sma@example.org")
        with pytest.raises(Refused) as caught:
            appoint(town, "sam", "sam@example.org", role=Role.AUDITOR)
        assert refused(caught) == "another_address_unused"
        User.objects.filter(pk=held.user_id).update(last_login=AT)
        with pytest.raises(Refused) as caught:
            appoint(town, "sam", "sam@example.org", role=Role.AUDITOR)
        assert refused(caught) == "another_address"

    @pytest.mark.parametrize("ended", [False, True])
    def test_finds_who_has_or_had_a_role_here_by_name_alone(self, town: Municipality, ended: bool):
        user = UserFactory.create(username="sam", email="sam@example.org")
        held = held_by(user, Role.AUDITOR, town)
        if ended:
            operations.end_role(held, ends_before=START + DAY, actor=NOBODY, at=AT)
        assert appoint(town, "SAM").user == user
        assert User.objects.count() == 1

    @pytest.mark.parametrize(
        ("username", "email", "key"),
        [
            ("kim", "", "not_known_here"),  # the same answer as for a name that nobody has
            ("niemand", "", "not_known_here"),
            ("kim", "iemand@example.org", "name_taken"),
            ("sam", "iemand@example.org", "another_address"),
            ("sammie", "SAM@example.org", "address_known_here"),
            ("pim", "geen adres", "address_unfit"),
            ("pim", "pim@example.org\nBcc: iedereen@example.org", "address_unfit"),
            ("pim", f"{'x' * 250}@example.org", "address_unfit"),
            ("pim pim", "pim@example.org", "account_name_unfit"),
        ],
    )
    def test_refuses_with_a_sentence_and_leaves_nothing_behind(
        self, town: Municipality, username: str, email: str, key: str
    ):
        held_by(UserFactory.create(username="sam", email="sam@example.org"), Role.AUDITOR, town)
        elsewhere = UserFactory.create(username="kim", email="kim@example.org")
        held_by(elsewhere, Role.AUDITOR, MunicipalityFactory.create())
        with pytest.raises(Refused) as caught:
            appoint(town, username, email)
        assert refused(caught) == key
        assert "kim@example.org" not in str(caught.value.parameters)
        assert (User.objects.count(), Membership.objects.filter(municipality=town).count()) == (2, 1)

    def test_is_the_same_person_elsewhere_when_name_and_address_are_both_right(self, town: Municipality):
        elsewhere = UserFactory.create(username="kim", email="kim@example.org")
        held_by(elsewhere, Role.AUDITOR, MunicipalityFactory.create())
        assert appoint(town, "kim", "Kim@Example.org").user == elsewhere

    def test_opens_a_second_account_when_only_the_address_is_in_use_elsewhere(self, town: Municipality):
        UserFactory.create(username="kim", email="kim@example.org")
        made = appoint(town, "kim.jansen", "kim@example.org").user
        assert User.objects.filter(email="kim@example.org").count() == 2
        assert queries.colleague_called("kim@example.org", town, on=TODAY) == made

    def test_a_closed_account_gets_nothing(self, town: Municipality):
        held_by(UserFactory.create(username="sam"), Role.AUDITOR, town)
        User.objects.filter(username="sam").update(is_active=False)
        for email, key in (("", "not_known_here"), ("sam@example.org", "name_taken")):
            with pytest.raises(Refused) as caught:
                appoint(town, "sam", email)
            assert refused(caught) == key

    @pytest.mark.parametrize(
        ("first", "before", "key"),
        [
            (date(1900, 1, 1), None, "role_starts_too_early"),
            (TODAY - DAY, None, "role_starts_too_early"),
            (TODAY + FURTHEST_AHEAD + DAY, None, "role_starts_too_late"),
            (date(2999, 1, 1), None, "role_starts_too_late"),
            (TODAY, TODAY, "role_ends_too_early"),
            (TODAY, date.max, "role_ends_too_late"),
            (TODAY + DAY, TODAY + DAY + LONGEST_HELD + DAY, "role_ends_too_late"),
        ],
    )
    def test_refuses_a_period_that_cannot_be(self, town: Municipality, first: date, before: date | None, key: str):
        with pytest.raises(Refused) as caught:
            appoint(town, "sam", "sam@example.org", first=first, before=before)
        assert refused(caught) == key
        assert not User.objects.exists()

    def test_a_role_with_a_last_day_leaves_room_for_the_next(self, town: Municipality):
        appoint(town, "sam", "sam@example.org", first=TODAY + 10 * DAY)
        held = appoint(town, "sam", before=TODAY + 10 * DAY)
        assert held.starts_on == TODAY
        with pytest.raises(Refused) as caught:
            appoint(town, "sam", first=TODAY + 5 * DAY, before=TODAY + 11 * DAY)
        assert refused(caught) == "role_held"


class TestStandIn:
    def test_of_who_fell_ill_is_asked_by_another_and_both_hear_it(self, town: Municipality):
        admin = UserFactory.create()
        held_by(admin, ADMIN, town)
        away = held_by(UserFactory.create(email="ziek@proef.example"), Role.POLICY_OFFICER, town)
        colleague = UserFactory.create(email="collega@proef.example")
        held_by(colleague, Role.CONTROLLER, town)
        OutboxMessage.objects.all().delete()
        asked = operations.ask_stand_in(
            away, user=colleague, starts_on=TODAY, ends_before=TODAY + 7 * DAY, actor=as_(admin), at=AT
        )
        told = {(one.kind, one.recipient_id) for one in OutboxMessage.objects.all()}
        assert told == {(operations.STANDS_IN, colleague.pk), (operations.REPLACED, away.user_id)}
        row = AuditEntry.objects.get(action="people.stand_in.asked", subject_id=asked.pk)
        assert (row.actor_id, row.reason) == (admin.pk, "who is away cannot ask it themself")

    def test_that_one_asks_for_oneself_is_told_to_the_colleague_only(self, town: Municipality):
        away = held_by(UserFactory.create(email="weg@proef.example"), Role.POLICY_OFFICER, town)
        colleague = UserFactory.create(email="collega@proef.example")
        held_by(colleague, Role.CONTROLLER, town)
        OutboxMessage.objects.all().delete()
        operations.ask_stand_in(
            away, user=colleague, starts_on=TODAY, ends_before=TODAY + DAY, actor=as_(away.user), at=AT
        )
        assert [one.kind for one in OutboxMessage.objects.all()] == [operations.STANDS_IN]
        assert AuditEntry.objects.get(action="people.stand_in.asked").reason == ""


class TestHolders:
    def test_come_role_by_role_then_by_what_it_is_over_then_by_account(self, town: Municipality):
        area = AreaFactory.create(division__municipality=town, name="Zuid")
        other = AreaFactory.create(division=area.division, name="Noord")
        for username, role, scope in (
            ("b", Role.AUDITOR, None), ("a", Role.AUDITOR, None), ("c", Role.COORDINATOR, area),
            ("d", Role.COORDINATOR, other), ("e", Role.RESIDENT, area),
        ):  # fmt: skip
            user = UserFactory.create(username=username)
            operations.give_role(user, role=role, municipality=town, scope=scope, starts_on=START, actor=NOBODY, at=AT)
        found = queries.in_order(access.roles_here(town))
        assert [one.user.username for one in found] == ["e", "d", "c", "a", "b"]
        assert {one.user.username for one in queries.looked_for(found, words="uid")} == {"c", "e"}
        assert {one.user.username for one in queries.looked_for(found, words="B")} == {"b"}

    def test_who_else_has_it_counts_the_same_role_over_the_same(self, town: Municipality):
        area, body = (
            AreaFactory.create(division__municipality=town),
            BodyFactory.create(municipality=town, kind="network"),
        )
        scopes = (area, area, body, AreaFactory.create(division=area.division))
        mine, also, *_others = [
            operations.give_role(
                UserFactory.create(), role=Role.COORDINATOR, municipality=town, scope=scope, starts_on=START,
                actor=NOBODY, at=AT,
            )
            for scope in scopes
        ]  # fmt: skip
        assert queries.who_else(mine, on=TODAY) == [also]
        operations.end_role(also, ends_before=TODAY, actor=NOBODY, at=AT)
        assert queries.who_else(mine, on=TODAY) == []
        assert queries.who_else(mine, on=TODAY - DAY) == [also]
