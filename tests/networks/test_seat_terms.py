"""A term of a seat is what the table agreed: somebody is asked who goes on, and nobody loses a seat by it."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import AT
from tests.factories import OrganisationFactory
from tests.networks.table import EMAIL, NAME, VISITOR, Table, later
from wijkaanzet.kernel.models import AuditEntry, OpenMove, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import Member, Seat
from wijkaanzet.networks.operations import Asked, Described, ForWhom, Joining, Named, Seated
from wijkaanzet.networks.rules import MEMBER, SeatKind
from wijkaanzet.networks.rules.seat_terms import NEAR, check_seat_term, comes_near, last_day_near, proposed_until

TODAY = AT.date()
UNTIL = TODAY + timedelta(days=365)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def sits(table: Table, seat: Seat | None, until: date | None, name: str = NAME) -> Member:
    """Somebody who takes a seat up to a day."""
    joining = Joining(named=Named(name=name), seat=seat, as_resident=True, seat_until=until)
    return operations.take_seat(table.network, joining=joining, actor=table.coordinator, at=AT)


def put(table: Table, member: Member, told: Seated, *, seen: str | None = None, days: int = 0) -> Member:
    """Put right how somebody stands in the list, after reading it."""
    mark = queries.mark_of_member(member) if seen is None else seen
    return operations.correct_member(member, corrected=told, seen=mark, actor=table.coordinator, at=later(days))


def asked(table: Table, on: date) -> list[tuple[str, Subject]]:
    """What is suggested for an agenda on a day."""
    found = queries.what_waits(table.network, viewer=table.coordinator, on=on)
    return [(one.title, one.subject) for one in found]


class TestRules:
    @given(DAYS, st.integers(-200, 200))
    def test_it_comes_near_in_the_last_eight_weeks_and_stays_so(self, until: date, days: int):
        on = until + timedelta(days=days)
        assert comes_near(until, on=on) is (days >= -NEAR.days)
        assert comes_near(until, on=on) is (until <= last_day_near(on))

    def test_the_last_days_of_all_are_near_too(self):
        assert last_day_near(date.max) == date.max

    @given(DAYS, st.integers(1, 120))
    def test_a_proposed_term_ends_before_that_day_so_many_months_on(self, begins: date, months: int):
        after = proposed_until(months, begins=begins) + timedelta(days=1)
        assert (after.year - begins.year) * 12 + after.month - begins.month == months
        assert after.day == begins.day or (after + timedelta(days=1)).month != after.month

    @pytest.mark.parametrize(
        ("begins", "months", "until"),
        [
            (date(2018, 1, 1), 24, date(2019, 12, 31)),
            (date(2018, 5, 15), 6, date(2018, 11, 14)),
            (date(2017, 12, 31), 2, date(2018, 2, 27)),
        ],
    )
    def test_two_years_from_new_year_is_up_to_and_including_new_years_eve(self, begins, months, until):
        assert proposed_until(months, begins=begins) == until

    @given(st.none() | DAYS, st.booleans(), DAYS, st.integers(0, 4000))
    def test_whatever_is_filled_in_fits_or_gets_one_sentence(self, until, has_seat, starts_on, days):
        today = starts_on + timedelta(days=days)
        fits = until is None or (has_seat and starts_on <= until and until.year <= today.year + 10)
        with nullcontext() if fits else pytest.raises(Refused) as refused:
            check_seat_term(until, has_seat=has_seat, starts_on=starts_on, today=today)
        keys = {"seat_term_without_seat", "seat_term_before_start", "seat_term_far"}
        assert refused is None or refused.value.key in keys


class TestKept:
    def test_nobody_has_one_unless_it_was_agreed(self, table: Table):
        table.member(seat=table.seat())
        (shown,) = queries.members_of(table.network)
        assert (shown.seat_until, asked(table, later(5000).date())) == (None, [])

    def test_it_is_agreed_corrected_and_taken_back(self, table: Table):
        seat = table.seat()
        member = sits(table, seat, UNTIL)
        assert queries.members_of(table.network)[0].seat_until == UNTIL
        told = Seated(named=Named(name=NAME), seat=seat, as_resident=True, seat_until=UNTIL + timedelta(days=9))
        member = put(table, member, told)
        assert Member.objects.get().seat_until == UNTIL + timedelta(days=9)
        put(table, member, Seated(named=Named(name=NAME), seat=seat, as_resident=True))
        assert Member.objects.get().seat_until is None
        logged = AuditEntry.objects.filter(subject_kind=MEMBER).order_by("id").values_list("detail", flat=True)
        assert [one.get("until") for one in logged] == ["2018-10-02", "2018-10-11", None]

    def test_what_somebody_else_agreed_meanwhile_is_not_overwritten(self, table: Table):
        seat = table.seat()
        member = sits(table, seat, UNTIL)
        read = queries.mark_of_member(member)
        told = Seated(named=Named(name=NAME), seat=seat, as_resident=True, seat_until=TODAY)
        member = put(table, member, told)
        with pytest.raises(Refused) as refused:
            put(table, member, Seated(named=Named(name=NAME), seat=seat), seen=read)
        assert (refused.value.key, Member.objects.get().seat_until) == ("member_changed", TODAY)

    @pytest.mark.done("6.bad-input")
    @pytest.mark.parametrize(
        ("seat", "until", "key"),
        [
            (None, UNTIL, "seat_term_without_seat"),
            (SeatKind.OPEN, UNTIL, "seat_term_without_seat"),
            (SeatKind.DEFAULT, date(1900, 1, 1), "seat_term_before_start"),
            (SeatKind.DEFAULT, TODAY - timedelta(days=1), "seat_term_before_start"),
            (SeatKind.DEFAULT, date.max, "seat_term_far"),
        ],
    )
    def test_what_cannot_be_is_not_kept(self, table: Table, seat: SeatKind | None, until: date, key: str):
        chosen = table.seat(kind=seat) if seat else None
        with pytest.raises(Refused) as refused:
            sits(table, chosen, until)
        assert (refused.value.key, Member.objects.count()) == (key, 0)
        member = sits(table, chosen, None)
        with pytest.raises(Refused) as refused:
            put(table, member, Seated(named=Named(name=NAME), seat=chosen, as_resident=True, seat_until=until))
        assert (refused.value.key, Member.objects.get().seat_until) == (key, None)

    def test_a_day_that_was_agreed_before_stays_right(self, table: Table):
        seat = table.seat()
        member = sits(table, seat, TODAY)
        told = Seated(named=Named(name="Merel"), seat=seat, as_resident=True, seat_until=TODAY)
        assert put(table, member, told, days=400).seat_until == TODAY

    def test_it_is_forgotten_when_somebody_stops(self, table: Table):
        member = sits(table, table.seat(), UNTIL)
        operations.end_membership(member, actor=table.coordinator, at=AT)
        assert Member.objects.get().seat_until is None

    def test_who_comes_by_a_code_gets_none(self, table: Table):
        offered = Asked(for_whom=ForWhom(as_resident=True), seat=table.seat())
        invitation = operations.invite_to_join(table.network, asked=offered, actor=table.coordinator, at=AT)
        assert operations.join(invitation, named=Named(name=NAME), actor=VISITOR, at=AT).seat_until is None

    @pytest.mark.both_engines
    @pytest.mark.parametrize("wrong", [{"seat": None}, {"ends_before": later(9).date(), "named": None}])
    def test_the_table_keeps_none_of_who_sits_nowhere(self, table: Table, wrong: dict[str, object]):
        member = sits(table, table.seat(), UNTIL)
        with pytest.raises(IntegrityError, match="term_of_who_sits_there"), transaction.atomic():
            Member.objects.filter(pk=member.pk).update(**wrong)


class TestAgenda:
    def test_eight_weeks_before_it_is_suggested_to_talk_about_who_goes_on(self, table: Table):
        member = sits(table, table.seat("huisarts"), UNTIL)
        about = Subject(MEMBER, member.pk)
        ends = "De termijn van de zetel huisarts eindigt op 2 oktober 2018. Wie gaat verder?"
        ended = "De termijn van de zetel huisarts liep tot en met 2 oktober 2018. Wie gaat verder?"
        for days, found in [(-57, []), (-56, [(ends, about)]), (0, [(ends, about)]), (1, [(ended, about)])]:
            assert asked(table, UNTIL + timedelta(days=days)) == found
        assert asked(table, UNTIL + timedelta(days=900)) == [(ended, about)]

    def test_nobody_loses_a_seat_or_gets_a_message_or_a_move(self, table: Table):
        seat = table.seat()
        joining = Joining(named=Named(name=NAME, email=EMAIL), seat=seat, as_resident=True, seat_until=TODAY)
        operations.take_seat(table.network, joining=joining, actor=table.coordinator, at=AT)
        after = later(100).date()
        assert [one.taken for one in queries.seats_of(table.network, on=after)] == [True]
        assert [one.seat for one in queries.members_of(table.network)] == [seat.name]
        assert (OpenMove.objects.count(), OutboxMessage.objects.count()) == (0, 0)

    def test_who_may_not_know_who_sits_there_does_not_hear_of_it(self, table: Table):
        sits(table, table.seat(), TODAY)
        for viewer in (VISITOR, table.sits, table.officer, table.elsewhere):
            assert queries.what_waits(table.network, viewer=viewer, on=UNTIL) == []
        assert len(queries.what_waits(table.network, viewer=table.area_manager, on=UNTIL)) == 1

    def test_each_table_hears_of_its_own_seats(self, table: Table):
        sits(table, table.seat(), TODAY)
        other = operations.open_network(table.area, new=Described(name="Jong in Zuid"), actor=table.officer, at=AT)
        assert queries.what_waits(other, viewer=table.coordinator, on=UNTIL) == []

    def test_more_seats_cost_no_query_more(self, table: Table, django_assert_num_queries):
        for turn in range(2):
            for number in range(3):
                sits(table, table.seat(f"zetel {turn}.{number}"), TODAY, name=f"Deelnemer {turn}.{number}")
            with django_assert_num_queries(5):
                assert len(asked(table, UNTIL)) == 3 * (turn + 1)

    def test_the_longest_name_of_a_seat_fits_in_a_point(self, table: Table):
        OrganisationFactory.create(municipality=table.municipality)
        sits(table, table.seat("z" * 80), date(2018, 9, 30))
        ((title, _about),) = asked(table, UNTIL)
        lines = [operations.AgendaLine(title=title)]
        operations.set_agenda(table.planned(), lines=lines, actor=table.coordinator, at=AT)
        assert len(title) <= 160
