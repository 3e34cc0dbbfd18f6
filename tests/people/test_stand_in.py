"""A colleague stands in: has the role too, for as long as was said, and the log names both."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from tests.conftest import AT
from tests.factories import NOBODY, START, AreaFactory, MunicipalityFactory, UserFactory, at_once
from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry, Municipality, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject, labels
from wijkaanzet.people import access, operations, queries
from wijkaanzet.people.labels import REFUSALS, STANDS_IN
from wijkaanzet.people.models import Membership, StandIn, User
from wijkaanzet.people.rules import Role

TODAY = localdate(AT)
DAY = timedelta(days=1)
FIRST, LAST = TODAY + 7 * DAY, TODAY + 20 * DAY

pytestmark = pytest.mark.django_db


class Town:
    """An area with its coordinator, and a colleague who is a policy officer."""

    def __init__(self) -> None:
        self.area: Area = AreaFactory.create()
        self.municipality: Municipality = self.area.division.municipality
        self.held = self.give(UserFactory.create(), Role.COORDINATOR, self.area)
        self.colleague: User = UserFactory.create(username="collega", email="collega@proef.example")
        self.give(self.colleague, Role.POLICY_OFFICER, None)
        OutboxMessage.objects.all().delete()

    def give(self, user: User, role: Role, scope: Area | None) -> Membership:
        return operations.give_role(
            user, role=role, municipality=self.municipality, scope=scope, starts_on=START, actor=NOBODY, at=AT
        )

    def ask(
        self,
        *,
        held: Membership | None = None,
        user: User | None = None,
        first: date = FIRST,
        last: date = LAST,
        at: datetime = AT,
    ) -> StandIn:
        return operations.ask_stand_in(
            held or self.held,
            user=user or self.colleague,
            starts_on=first,
            ends_before=last + DAY,
            actor=Actor(self.held.user_id, Channel.WEB),
            at=at,
        )

    def roles(self, day: date, user: User | None = None) -> set[str]:
        actor = Actor((user or self.colleague).pk, Channel.WEB)
        return {one.role for one in access.memberships(actor, self.municipality, on=day)}


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.mark.parametrize(("day", "stands_in"), [(FIRST - DAY, False), (FIRST, True), (LAST, True), (LAST + DAY, False)])
def test_a_colleague_has_the_role_from_the_first_day_up_to_and_including_the_last(
    town: Town, day: date, stands_in: bool
):
    town.ask()
    assert town.roles(day) == {"policy_officer", *(["coordinator"] if stands_in else [])}
    assert town.roles(day, town.held.user) == {"coordinator"}


def test_a_colleague_has_it_no_longer_than_who_holds_it(town: Town):
    town.ask()
    operations.end_role(town.held, ends_before=FIRST + DAY, actor=NOBODY, at=AT)
    assert "coordinator" in town.roles(FIRST)
    assert town.roles(FIRST + DAY) == {"policy_officer"}


@pytest.mark.parametrize("whose", ["held", "colleague"])
def test_nobody_stands_in_once_one_of_both_accounts_is_closed(town: Town, whose: str):
    town.ask()
    closed = town.held.user_id if whose == "held" else town.colleague.pk
    User.objects.filter(pk=closed).update(is_active=False)
    assert "coordinator" not in town.roles(FIRST)


def test_a_role_of_elsewhere_stays_there(town: Town):
    town.ask()
    actor = Actor(town.colleague.pk, Channel.WEB)
    assert not access.memberships(actor, MunicipalityFactory.create(), on=FIRST).exists()


def test_who_stands_in_cannot_pass_it_on(town: Town):
    town.ask()
    own = access.roles_to_replace(Actor(town.colleague.pk, Channel.WEB), town.municipality, on=FIRST)
    assert [one.role for one in own] == ["policy_officer"]


def test_the_colleague_is_told_as_what_and_how_long_and_never_for_whom(town: Town):
    asked = town.ask()
    message = OutboxMessage.objects.get()
    assert (message.kind, message.recipient_id) == (operations.STANDS_IN, town.colleague.pk)
    about = Subject("people.stand_in", asked.pk)
    told = {
        user: labels([about], Actor(user, Channel.JOB)).get(about, "")
        for user in (town.colleague.pk, town.held.user_id)
    }
    words = {"role": "coördinator van het netwerk", "first": "9 oktober 2017", "last": "22 oktober 2017"}
    assert set(told.values()) == {str(STANDS_IN) % words}
    assert labels([about], Actor(UserFactory.create().pk, Channel.JOB)) == {}


def test_the_log_names_both(town: Town):
    asked = town.ask()
    row = AuditEntry.objects.get(action="people.stand_in.asked", subject_id=asked.pk)
    assert (row.detail["holds"], row.detail["stands_in"]) == (town.held.user_id, town.colleague.pk)
    actor = Actor(town.colleague.pk, Channel.WEB, stands_in=(town.held.pk,))
    done = audit.record("proef.done", subject=Subject("proef", 1), actor=actor, at=AT, municipality=None)
    assert (done.actor_id, done.detail) == (town.colleague.pk, {"stood_in_for": str(town.held.pk)})


class TestRefused:
    @pytest.mark.parametrize(
        ("first", "last", "key"),
        [
            (TODAY - DAY, LAST, "standing_in_was"),
            (FIRST, FIRST - DAY, "standing_in_ends_too_early"),
            (FIRST, FIRST + 366 * DAY, "standing_in_too_long"),
            (date(1900, 1, 1), LAST, "standing_in_was"),
        ],
    )
    def test_a_period_that_cannot_be(self, town: Town, first: date, last: date, key: str):
        with pytest.raises(Refused) as caught:
            town.ask(first=first, last=last)
        assert caught.value.key == key
        assert str(REFUSALS[key]) % caught.value.parameters
        assert not StandIn.objects.exists()

    @pytest.mark.parametrize(("first", "last"), [(FIRST, LAST), (LAST, LAST + DAY), (FIRST - DAY, FIRST)])
    def test_two_at_once_for_one_role(self, town: Town, first: date, last: date):
        town.ask()
        with pytest.raises(Refused) as caught:
            town.ask(first=first, last=last)
        assert caught.value.key == "stand_in_there"
        assert town.ask(first=LAST + DAY, last=LAST + 2 * DAY).pk

    def test_for_somebody_who_is_invited(self, town: Town):
        held = town.give(UserFactory.create(), Role.RESIDENT, town.area)
        with pytest.raises(Refused) as caught:
            town.ask(held=held)
        assert caught.value.key == "only_paid_is_replaced"

    def test_oneself_and_who_is_not_paid_here(self, town: Town):
        neighbour = town.give(UserFactory.create(), Role.RESIDENT, town.area).user
        for user, key in ((town.held.user, "stands_in_for_oneself"), (neighbour, "no_colleague")):
            with pytest.raises(Refused) as caught:
                town.ask(user=user)
            assert caught.value.key == key

    def test_after_the_role(self, town: Town):
        operations.end_role(town.held, ends_before=LAST, actor=NOBODY, at=AT)
        town.held.refresh_from_db()
        with pytest.raises(Refused) as caught:
            town.ask()
        assert caught.value.key == "no_role_then"


class TestEnd:
    @pytest.mark.parametrize(
        ("days", "left"), [(0, None), (7, None), (8, FIRST + DAY), (13, FIRST + 6 * DAY), (40, LAST + DAY)]
    )
    def test_from_today_on_nobody_stands_in(self, town: Town, days: int, left: date | None):
        asked = town.ask()
        operations.end_stand_in(asked, actor=NOBODY, at=AT + days * DAY)
        found = StandIn.objects.filter(pk=asked.pk).first()
        assert (found.ends_before if found else None) == left
        assert "coordinator" not in town.roles(max(TODAY + days * DAY, FIRST))

    def test_twice_is_once(self, town: Town):
        asked = town.ask()
        for _time in range(2):
            operations.end_stand_in(asked, actor=NOBODY, at=AT)
        assert AuditEntry.objects.filter(action="people.stand_in.ended").count() == 1


def test_a_colleague_is_found_by_name_or_address_when_paid_here(town: Town):
    neighbour: User = town.give(UserFactory.create(username="buur"), Role.RESIDENT, town.area).user
    found = {
        typed: queries.colleague_called(typed, town.municipality, on=TODAY)
        for typed in ("Collega", " collega@PROEF.example ", neighbour.username, "niemand", "")
    }
    assert [one and one.pk for one in found.values()] == [town.colleague.pk, town.colleague.pk, None, None, None]


def test_who_stands_in_needs_the_second_step_and_starts_in_that_municipality(town: Town):
    User.objects.filter(pk=town.colleague.pk).update(username="vroeger")
    town.ask()
    actor = Actor(town.colleague.pk, Channel.WEB)
    Membership.objects.filter(user=town.colleague).delete()
    assert [access.holds_paid_role(actor, on=day) for day in (TODAY, FIRST)] == [False, True]
    assert queries.municipality_of_account(town.colleague.pk, on=FIRST) == town.municipality


@pytest.mark.both_engines
def test_the_database_wants_an_end_after_the_start(town: Town):
    for ends in (None, FIRST):
        with pytest.raises(IntegrityError), transaction.atomic():
            StandIn.objects.create(membership=town.held, user=town.colleague, starts_on=FIRST, ends_before=ends)


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_of_two_who_ask_at_once_one_is_refused(town: Town):
    answers = at_once(*[lambda: town.ask()] * 2)
    assert sorted(type(one).__name__ for one in answers) == ["Refused", "StandIn"]
    assert StandIn.objects.count() == 1
