"""What is named of tables and scans on their way: to who holds a role on that day, and to who stands in for them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from tests.conftest import AT
from tests.factories import UserFactory
from tests.scans.scan_town import ScanTown, build_town
from wijkaanzet.kernel import clock, subjects
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Membership, StandIn
from wijkaanzet.scans import operations
from wijkaanzet.scans.rules import importing, scan

FIRST, BEYOND = AT.date() + timedelta(days=10), AT.date() + timedelta(days=20)


def draft(town: ScanTown) -> tuple[Subject, Actor]:
    """A scan that nobody reads yet, and who makes it."""
    return Subject(scan.PROCESS, town.started().pk), town.coordinator


def table(town: ScanTown) -> tuple[Subject, Actor]:
    """A table that is not imported yet, and who brings it in."""
    new = operations.Upload(b"code,naam,inwoners\nWK000100,Zuid,100\n", "cijfers.csv", "CBS", 2017, 2018)
    found = operations.upload(town.area.division, new=new, actor=town.officer, at=AT)
    return Subject(importing.PROCESS, found.pk), town.officer


ON_THEIR_WAY = pytest.mark.parametrize("on_its_way", [draft, table])


@pytest.fixture(name="town")
def town_that_makes_a_scan(db: None) -> ScanTown:
    return build_town()


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Callable[[Subject, Actor, date], bool]:
    """Whether somebody reads on a day how something is called."""

    def ask(subject: Subject, actor: Actor, on: date) -> bool:
        monkeypatch.setattr(clock, "now", lambda: datetime.combine(on, AT.timetz()))
        return bool(subjects.labels([subject], actor))

    return ask


@ON_THEIR_WAY
def test_who_stands_in_reads_the_name_as_long_as_that_lasts(town: ScanTown, named, on_its_way):
    subject, holder = on_its_way(town)
    colleague = UserFactory.create()
    held = Membership.objects.get(user_id=holder.user_id)
    StandIn.objects.create(membership=held, user=colleague, starts_on=FIRST, ends_before=BEYOND)
    actor = Actor(user_id=colleague.pk, channel=Channel.WEB)
    days = (FIRST - timedelta(days=1), FIRST, BEYOND - timedelta(days=1), BEYOND)
    assert [named(subject, actor, on) for on in days] == [False, True, True, False]
    assert [named(subject, holder, on) for on in days] == [True] * 4


@ON_THEIR_WAY
def test_a_role_with_an_end_counts_up_to_it(town: ScanTown, named, on_its_way):
    subject, holder = on_its_way(town)
    Membership.objects.filter(user_id=holder.user_id).update(ends_before=BEYOND)
    assert [named(subject, holder, on) for on in (BEYOND - timedelta(days=1), BEYOND)] == [True, False]


@ON_THEIR_WAY
def test_others_read_no_name(town: ScanTown, named, on_its_way):
    subject, _ = on_its_way(town)
    stranger = Actor(user_id=UserFactory.create().pk, channel=Channel.WEB)
    assert not named(subject, stranger, FIRST)
    assert not named(subject, Actor(user_id=None, channel=Channel.WEB), FIRST)
