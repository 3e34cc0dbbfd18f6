"""When a network looks back, how it agrees, and what a plan must have before it is handed in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import AT
from wijkaanzet.arrangements.rules import Rhythm
from wijkaanzet.kernel.periods import Period
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.plans.rules.agreeing import (
    LONGEST_DISSENT,
    MOST_DISSENTS,
    MOST_VOTES,
    NewDissent,
    Votes,
    check_votes,
    fitting_dissents,
    fitting_rule,
)
from wijkaanzet.plans.rules.content import PlanContent, PriorityKept
from wijkaanzet.plans.rules.handing_in import (
    Remark,
    check_summary,
    check_written,
    fitting_remarks,
    parts_of,
)
from wijkaanzet.plans.rules.plans import (
    LONGEST_REST_DAYS,
    LONGEST_WHY,
    AgreementWay,
    check_look_again,
    check_period,
    fitting_why,
    next_look_back,
)
from wijkaanzet.plans.rules.priorities import PlaceKind
from wijkaanzet.plans.rules.sections import SectionKey

TODAY = AT.date()
END = date(2022, 1, 1)
WAY = AgreementWay


def refused(call: object, *arguments: object, **named: object) -> str:
    assert callable(call)
    with pytest.raises(Refused) as caught:
        call(*arguments, **named)
    return caught.value.key


def test_a_network_looks_back_by_the_rhythm_of_the_arrangement() -> None:
    for rhythm, expected in (
        (Rhythm.YEARLY, date(2019, 3, 1)),
        (Rhythm.HALF_YEARLY, date(2018, 9, 1)),
        (Rhythm.QUARTERLY, date(2018, 6, 1)),
    ):
        assert next_look_back(date(2018, 3, 31), rhythm, ends_before=END) == expected


@given(st.dates(date(2017, 1, 1), date(2021, 12, 31)), st.sampled_from(Rhythm))
def test_a_network_looks_back_later_and_never_after_its_plan(day: date, rhythm: Rhythm) -> None:
    found = next_look_back(day, rhythm, ends_before=END)
    assert day < found <= END


@pytest.mark.parametrize(
    ("starts_on", "ends_before", "key"),
    [
        (date(1900, 1, 1), date(1904, 1, 1), "plan_start_out_of_reach"),
        (date(2021, 1, 1), date(2022, 1, 1), "plan_start_out_of_reach"),
        (date(2018, 1, 1), date(2040, 1, 1), "plan_too_long"),
    ],
)
def test_a_plan_is_of_these_years(starts_on: date, ends_before: date, key: str) -> None:
    assert refused(check_period, Period(starts_on, ends_before), today=TODAY) == key
    check_period(Period(date(2018, 1, 1), date(2038, 1, 1)), today=TODAY)


def test_a_rest_has_a_reason_and_a_day_within_a_year() -> None:
    assert refused(fitting_why, " \n ") == "plan_why"
    assert refused(fitting_why, "a" * (LONGEST_WHY + 1)) == "network_words_too_long"
    assert fitting_why("Wij  wachten\nop geld. 🌳") == "Wij wachten op geld. 🌳"
    for days in (0, -1, LONGEST_REST_DAYS + 1):
        assert refused(check_look_again, TODAY + timedelta(days=days), today=TODAY) == "look_again_within"
    check_look_again(TODAY + timedelta(days=LONGEST_REST_DAYS), today=TODAY)


@pytest.mark.parametrize(
    ("way", "in_favour", "against", "key"),
    [
        (WAY.CONSENT, None, None, ""),
        (WAY.CONSENT, 3, 9, ""),
        (WAY.CONSENT, 3, None, "votes_whole"),
        (WAY.CONSENT, None, 3, "votes_whole"),
        (WAY.CONSENT, -1, 0, "votes_count"),
        (WAY.CONSENT, MOST_VOTES + 1, 0, "votes_count"),
        (WAY.MAJORITY, None, None, "votes_missing"),
        (WAY.MAJORITY, 5, 5, "no_majority"),
        (WAY.MAJORITY, 0, 0, "no_majority"),
        (WAY.MAJORITY, 6, 5, ""),
        (WAY.EVERYBODY, None, None, ""),
        (WAY.EVERYBODY, 11, 0, ""),
        (WAY.EVERYBODY, 11, 1, "not_everybody"),
        (WAY.OTHER, 1, 4, ""),
    ],
)
def test_hands_are_counted_by_the_rule_of_the_network(
    way: AgreementWay, in_favour: int | None, against: int | None, key: str
) -> None:
    votes = Votes(in_favour=in_favour, against=against)
    if key:
        assert refused(check_votes, way, votes) == key
    else:
        check_votes(way, votes)


def test_a_rule_of_its_own_is_written_down() -> None:
    assert refused(fitting_rule, WAY.OTHER, "  ") == "own_rule_missing"
    assert fitting_rule(WAY.CONSENT, "") == ""
    assert fitting_rule(WAY.OTHER, " De oudste  beslist. ") == "De oudste beslist."


def test_other_voices_say_something_and_are_kept_as_they_are() -> None:
    said = NewDissent(text="Het plein is niet nodig.\r\nEcht niet.", by_whom=" Vrienden van  het park ")
    assert fitting_dissents(WAY.CONSENT, [said]) == [
        NewDissent(text="Het plein is niet nodig.\nEcht niet.", by_whom="Vrienden van het park")
    ]
    assert refused(fitting_dissents, WAY.EVERYBODY, [said]) == "not_everybody"
    assert refused(fitting_dissents, WAY.CONSENT, [NewDissent(text=" ")]) == "dissent_without_text"
    assert refused(fitting_dissents, WAY.CONSENT, [said] * (MOST_DISSENTS + 1)) == "dissents_too_many"
    long = NewDissent(text="a" * (LONGEST_DISSENT + 1))
    assert refused(fitting_dissents, WAY.CONSENT, [long]) == "network_words_too_long"


PRIORITY = PriorityKept(
    public_id="samen",
    title="Samen eten",
    place_kind=PlaceKind.AREA,
    place="",
    informal=None,
    informal_says="",
    texts={},
    reasons=(),
    contributions=(),
    asks=(),
    function="",
    theme="",
    goal="",
    known_by=None,
    figure="",
    look_back_on=None,
)
EMPTY = PlanContent(texts={}, priorities=(), base=(), agreement=None)


def test_a_plan_says_something_and_its_summary_is_short() -> None:
    assert refused(check_written, EMPTY) == "plan_empty"
    assert refused(check_written, replace(EMPTY, texts={SectionKey.RISKS: " \n"})) == "plan_empty"
    check_written(replace(EMPTY, priorities=(PRIORITY,)))
    check_summary(replace(EMPTY, texts={SectionKey.SUMMARY: "woord " * 150}))
    long = replace(EMPTY, texts={SectionKey.SUMMARY: "woord " * 151})
    assert refused(check_summary, long) == "summary_too_long"


def test_a_plan_comes_back_for_parts_that_it_has() -> None:
    content = replace(EMPTY, texts={SectionKey.SUMMARY: "Kort."}, priorities=(PRIORITY,))
    known = parts_of(content)
    assert known == ["summary", "samen"]
    remarks = [Remark(text=" Te kort. ", about="summary"), Remark(text="  ", about="samen"), Remark(text="Alles.")]
    assert fitting_remarks(remarks, known=known, adopted=False) == [
        Remark(text="Te kort.", about="summary"),
        Remark(text="Alles."),
    ]
    assert refused(fitting_remarks, remarks, known=["samen"], adopted=False) == "remark_about_unknown"
    assert refused(fitting_remarks, remarks, known=known, adopted=True) == "remarks_when_adopted"
    assert refused(fitting_remarks, [Remark(text=" ")], known=known, adopted=False) == "return_without_remark"
    assert fitting_remarks([Remark(text=" ")], known=known, adopted=True) == []
