"""How long words may be, when people may meet, what an agenda holds, and who came without anybody being known."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.networks.table import refused_key
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.kernel.working_days import is_working_day
from wijkaanzet.networks.rules import (
    AgendaLine,
    AgreementFacts,
    AgreementStatus,
    Described,
    MeetingFacts,
    MeetingStatus,
    Named,
    NewAgreement,
    NewSeat,
    Suggestion,
    agreements,
    in_order,
    move,
)
from wijkaanzet.networks.rules.agenda import MOST_ITEMS, fitting_agenda, fitting_outcome
from wijkaanzet.networks.rules.agreements import MOST_AGREEMENTS, check_settled, fitting_agreements, fitting_became
from wijkaanzet.networks.rules.meetings import (
    INVITED_BEFORE,
    MOST_OTHERS,
    check_day,
    check_others,
    fitting_meeting_place,
)
from wijkaanzet.networks.rules.networks import check_for_whom, fitting_named, fitting_network, fitting_seat
from wijkaanzet.networks.rules.words import fitting, fitting_line

TODAY = date(2017, 10, 2)
LONG = "Buurttafel " + "é" * 100_000
SCRIPT = "<script>alert('x')</script>"
FAMILY = "👩‍👧‍👦 koken"


def facts(day: date = date(2017, 11, 1), since: date = TODAY) -> MeetingFacts:
    return MeetingFacts(scope=("area", 7), day=day, since=since, answer_days=10)


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize(
    ("keep", "most"),
    [
        (lambda text: fitting_network(Described(name=text)), 120),
        (lambda text: fitting_network(Described(name="Zuid", purpose=text)), 300),
        (lambda text: fitting_network(Described(name="Zuid", meeting_place=text)), 120),
        (lambda text: fitting_seat(NewSeat(name=text)), 80),
        (lambda text: fitting_named(Named(name=text)), 120),
        (lambda text: fitting_meeting_place(text), 120),
        (lambda text: fitting_agenda([AgendaLine(title=text)]), 160),
        (lambda text: fitting_agenda([AgendaLine(title="Groen", note=text)]), 1_000),
        (lambda text: fitting_outcome(text), 1_000),
        (lambda text: fitting_agreements([NewAgreement(text=text)], met_on=TODAY), 500),
        (lambda text: fitting_agreements([NewAgreement(text="Ja", by_whom=text)], met_on=TODAY), 120),
        (lambda text: fitting_became(text), 500),
    ],
)
def test_a_hundred_thousand_characters_are_refused_by_how_they_begin(keep, most):
    with pytest.raises(Refused) as refused:
        keep(LONG)
    parameters = {"start": LONG[:30], "length": len(LONG), "most": most}
    assert refused_key(refused.value) == ("network_words_too_long", parameters)


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize("text", [SCRIPT, FAMILY, "één\nregel", "x" * 300])
def test_words_that_fit_are_kept_as_they_are(text):
    assert fitting_network(Described(name="Zuid", purpose=text)).purpose == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [("  a \r\n b\r", "a \n b"), ("a\x00b\x07", "ab"), ("\ta", "a"), ("", ""), ("\u200d", "\u200d")],
)
def test_a_new_line_is_one_character_and_what_a_database_stumbles_over_goes(text, kept):
    assert fitting(text, most=10) == kept


@given(st.text(max_size=80))
@example("0\r\x1b\r0")
def test_keeping_words_twice_is_keeping_them_once(text):
    for keep in (fitting, fitting_line):
        once = keep(text, most=80)
        assert keep(once, most=80) == once
        assert "\x00" not in once


@pytest.mark.parametrize(
    ("keep", "key"),
    [
        (lambda: fitting_network(Described(name=" \n ")), "network_without_name"),
        (lambda: fitting_network(Described(name="...")), "network_without_name"),
        (lambda: fitting_seat(NewSeat(name="")), "seat_without_name"),
        (lambda: fitting_named(Named(name=" ")), "member_without_name"),
        (lambda: fitting_named(Named(name="An", email="an voorbeeld.nl")), "member_email"),
        (lambda: fitting_named(Named(name="An", email="an@voorbeeld")), "member_email"),
        (lambda: fitting_named(Named(name="An", phone="bel maar")), "member_phone"),
        (lambda: check_for_whom(as_resident=True, has_organisation=True), "resident_for_organisation"),
        (lambda: fitting_meeting_place(""), "meeting_without_place"),
        (lambda: check_day(date(1900, 1, 1), today=TODAY), "meeting_past"),
        (lambda: check_day(TODAY - timedelta(days=1), today=TODAY), "meeting_past"),
        (lambda: check_day(TODAY + timedelta(days=731), today=TODAY), "meeting_far"),
        (lambda: check_day(date.max, today=TODAY), "meeting_far"),
        (lambda: check_others(3, -1), "others_count"),
        (lambda: check_others(MOST_OTHERS + 1, 0), "others_count"),
        (lambda: fitting_agenda([AgendaLine(title="a"), AgendaLine(title=" ")]), "agenda_without_title"),
        (lambda: fitting_agenda([AgendaLine(title="a")] * (MOST_ITEMS + 1)), "agenda_too_many"),
        (lambda: fitting_agenda([AgendaLine(title="a", subject=Subject("x.y", 1))] * 2), "agenda_twice"),
        (lambda: fitting_agreements([NewAgreement(text="")], met_on=TODAY), "agreement_without_text"),
        (
            lambda: fitting_agreements([NewAgreement(text="a")] * (MOST_AGREEMENTS + 1), met_on=TODAY),
            "agreements_too_many",
        ),
        (
            lambda: fitting_agreements([NewAgreement(text="a", look_again_on=TODAY)], met_on=TODAY),
            "look_again_before",
        ),
        (
            lambda: fitting_agreements(
                [NewAgreement(text="a", look_again_on=TODAY.replace(year=TODAY.year + 11))], met_on=TODAY
            ),
            "look_again_too_late",
        ),
        (lambda: check_settled(AgreementStatus.DONE, AgreementStatus.DROPPED), "agreement_settled"),
        (lambda: check_settled(AgreementStatus.OPEN, AgreementStatus.OPEN), "agreement_settled"),
    ],
)
def test_what_cannot_be_is_refused(keep, key):
    with pytest.raises(Refused) as refused:
        keep()
    assert refused.value.key == key


@pytest.mark.parametrize("day", [TODAY, TODAY + timedelta(days=730)])
def test_people_meet_from_today_until_two_years_ahead(day):
    check_day(day, today=TODAY)
    assert move(MeetingStatus.PLANNED, facts(day)) is not None


def test_a_name_is_enough_to_take_part():
    assert fitting_named(Named(name=" An \n de Vries ")) == Named(name="An de Vries")
    assert Named.of(Named(name="An", email="a@b.nl", phone="+31 6 1234567").words()).phone == "+31 6 1234567"


@pytest.mark.parametrize(
    ("day", "due_on"),
    [
        (date(2017, 11, 1), date(2017, 10, 18)),
        (date(2018, 1, 9), date(2017, 12, 21)),  # around Christmas and New Year
        (date(2017, 10, 5), TODAY),
        (TODAY, TODAY),
    ],
)
def test_invitations_go_out_ten_working_days_before_and_never_before_the_plan(day, due_on):
    found = move(MeetingStatus.PLANNED, facts(day))
    assert found is not None
    assert (found.role, found.scope, found.action, found.due_on) == (
        "coordinator",
        ("area", 7),
        "networks.invite",
        due_on,
    )


@given(st.dates(min_value=date(2017, 11, 1), max_value=date(2030, 1, 1)))
def test_between_invitation_and_meeting_lie_ten_working_days(day):
    found = move(MeetingStatus.PLANNED, facts(day))
    assert found is not None
    assert found.due_on is not None
    between = (found.due_on + timedelta(days=ahead) for ahead in range((day - found.due_on).days))
    assert is_working_day(found.due_on)
    assert sum(map(is_working_day, between)) == INVITED_BEFORE


def test_after_the_invitation_it_rests_with_the_network_until_its_day():
    found = move(MeetingStatus.INVITED, facts())
    assert found is not None
    assert found.resting is not None
    assert (found.due_on, found.action) == (None, "networks.hold")
    assert (found.resting.who, found.resting.look_again_on) == ("network", date(2017, 11, 1))


def test_the_report_has_the_term_of_an_answer():
    found = move(MeetingStatus.HELD, facts(since=date(2017, 11, 1)))
    assert found is not None
    assert (found.action, found.due_on) == ("networks.report", date(2017, 11, 15))


@pytest.mark.parametrize("status", [MeetingStatus.REPORTED, MeetingStatus.CANCELLED])
def test_nobody_waits_for_a_meeting_that_is_over(status):
    assert move(status, facts()) is None


@pytest.mark.parametrize(
    ("status", "look_again_on", "rests"),
    [
        (AgreementStatus.OPEN, TODAY, True),
        (AgreementStatus.OPEN, None, False),
        (AgreementStatus.DONE, TODAY, False),
        (AgreementStatus.DROPPED, TODAY, False),
    ],
)
def test_an_agreement_has_no_term_and_is_looked_at_again_when_people_wanted_that(status, look_again_on, rests):
    found = agreements.move(status, AgreementFacts(("area", 7), look_again_on))
    assert (found is not None) is rests
    if found is not None and found.resting is not None:
        assert (found.role, found.due_on, found.resting.look_again_on) == ("coordinator", None, TODAY)


def test_what_waits_longest_comes_first_and_then_by_kind():
    one = [("b.b", 2, 5), ("a.a", 9, 5), ("a.a", 1, 9), ("c.c", 1, 1)]
    given_ = [
        Suggestion(subject=Subject(kind, id_), action="x.y", label="", day=date(2017, 10, day))
        for kind, id_, day in one
    ]
    assert [tuple(found.subject) for found in in_order(given_)] == [("c.c", 1), ("a.a", 9), ("b.b", 2), ("a.a", 1)]


@pytest.mark.parametrize(
    ("met_on", "again", "fits"),
    [
        (date(2017, 10, 23), date(2027, 10, 23), True),
        (date(2017, 10, 23), date(2027, 10, 24), False),
        (date(2016, 2, 29), date(2026, 2, 28), True),
        (date(2016, 2, 29), date(2026, 3, 1), False),
        (date(2017, 10, 23), date(2999, 12, 1), False),
    ],
)
def test_a_table_looks_again_within_ten_years(met_on: date, again: date, fits: bool):
    try:
        found = bool(fitting_agreements([NewAgreement(text="a", look_again_on=again)], met_on=met_on))
    except Refused as refused:
        found = refused.key != "look_again_too_late"
    assert found == fits
