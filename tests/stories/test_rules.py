"""Consent in scopes apart and for a time, words to search by, and whose move it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.searching import LONGEST_WORD, MOST_WORDS, folded, words_of
from wijkaanzet.stories.rules import ConsentWay, Scope, StoryFacts, StoryStatus, Yes, move
from wijkaanzet.stories.rules.consent import check_yes, expires_on
from wijkaanzet.stories.rules.prompts import LONGEST_QUESTION, check_period, checked_question, end_of

DAY = date(2018, 3, 1)


@pytest.mark.parametrize(
    ("given_on", "until"),
    [
        (date(2018, 3, 1), date(2020, 3, 1)),
        (date(2018, 2, 28), date(2020, 2, 28)),
        (date(2020, 2, 29), date(2022, 2, 28)),
        (date(2018, 12, 31), date(2020, 12, 31)),
    ],
)
def test_consent_holds_for_two_years(given_on, until):
    assert expires_on(given_on) == until


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2200, 1, 1)))
def test_consent_never_holds_longer_than_24_months(day):
    assert 729 <= (expires_on(day) - day).days <= 731


@pytest.mark.parametrize(
    ("scopes", "has_photo", "of_age", "key"),
    [
        ({Scope.PUBLIC}, False, True, ""),
        ({Scope.REPORT}, False, True, ""),
        (set(Scope), True, True, ""),
        ({Scope.NETWORK, Scope.PHOTO}, True, True, ""),
        (set(), False, True, "no_scope"),
        ({Scope.PUBLIC}, False, False, "too_young"),
        (set(), False, False, "too_young"),
        ({Scope.PUBLIC, Scope.PHOTO}, False, True, "no_photo"),
        ({Scope.REPORT, Scope.PHOTO}, True, True, "photo_alone"),
        ({Scope.PHOTO}, True, True, "photo_alone"),
    ],
)
def test_a_yes_is_for_something_by_somebody_old_enough(scopes, has_photo, of_age, key):
    told = ""
    try:
        check_yes(Yes(scopes=scopes, way=ConsentWay.LINK, of_age=of_age), has_photo=has_photo)
    except Refused as refused:
        told = refused.key
    assert told == key


def test_a_story_with_its_teller_rests_with_the_coordinator_of_the_area():
    found = move(StoryStatus.OFFERED, StoryFacts(municipality_id=1, area_id=7, lapses_on=DAY))
    assert found is not None
    assert (found.role, found.scope, found.action) == ("coordinator", ("area", 7), "stories.await_teller")
    assert found.due_on is None
    assert found.resting is not None
    assert (found.resting.who, found.resting.look_again_on) == ("teller", DAY)


def test_a_story_of_no_area_rests_with_the_policy_officer():
    found = move(StoryStatus.OFFERED, StoryFacts(municipality_id=1, area_id=None, lapses_on=DAY))
    assert found is not None
    assert (found.role, found.scope) == ("policy_officer", ("municipality", 1))


@pytest.mark.parametrize("status", [one for one in StoryStatus if one is not StoryStatus.OFFERED])
def test_nobody_waits_for_a_story_that_was_answered(status):
    assert move(status, StoryFacts(municipality_id=1, area_id=7, lapses_on=DAY)) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Één  CAFÉ", ("een", "cafe")),
        ("straße", ("strasse",)),
        ("a \u200b b\x00c", ("a", "bc")),
        (" \n ", ()),
        ("a" * 200, ("a" * LONGEST_WORD,)),
        ("x " * 50, ("x",) * MOST_WORDS),
    ],
)
def test_words_are_compared_without_capitals_and_accents(text, words):
    assert words_of(text) == words


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=60))
def test_every_word_of_a_text_finds_the_text(text):
    assert all(word in folded(text) for word in words_of(text))


@pytest.mark.parametrize("question", ["", "   ", "a\nb", "x" * (LONGEST_QUESTION + 1)])
def test_a_question_is_one_readable_line(question):
    with pytest.raises(Refused) as refused:
        checked_question(question)
    assert refused.value.key == "prompt_question"


@pytest.mark.parametrize("ends_before", [DAY, date(2018, 2, 28)])
def test_a_question_is_asked_for_a_day_at_least(ends_before):
    with pytest.raises(Refused) as refused:
        check_period(DAY, ends_before)
    assert refused.value.key == "prompt_period"


def test_a_question_that_is_ended_is_asked_until_the_end_of_the_day():
    assert end_of(DAY, date(2018, 4, 1)) == date(2018, 4, 2)
    assert end_of(DAY, DAY) == date(2018, 3, 2)
