"""The anonymous card: which groups it knows, when it is told, and whom it says are hardly seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.labels import CARD_GROUPS, CARD_QUESTIONS
from wijkaanzet.networks.rules import (
    GROUPS,
    CardGroup,
    CardQuestion,
    MeetingStatus,
    counted,
    hardly_seen,
)
from wijkaanzet.networks.rules.groups import FEWEST_OF_GROUP, fitting_cards
from wijkaanzet.networks.rules.meetings import MOST_OTHERS

WITH, WITHOUT = GROUPS[CardQuestion.CHILDREN]
TALLIES = st.lists(st.dictionaries(st.sampled_from(CardGroup), st.integers(1, 40)), max_size=6)


def test_each_group_answers_one_question_and_has_words():
    listed = [group for groups in GROUPS.values() for group in groups]
    assert sorted(listed) == sorted(CardGroup)
    assert (set(CARD_GROUPS), set(CARD_QUESTIONS)) == (set(CardGroup), set(CardQuestion))


@pytest.mark.parametrize(
    ("meetings", "total"),
    [
        ([], None),
        ([{WITH: 9}], None),
        ([{WITH: 4, WITHOUT: 6}], 10),
        ([{WITH: 9}, {WITHOUT: 9}], None),  # nine people, twice
        ([{WITH: 12}, {WITHOUT: 3}], 15),
        ([{CardGroup.FROM_65: 30}], None),  # another question
    ],
)
def test_cards_are_told_once_ten_people_answered_at_one_meeting(meetings, total):
    found = counted(CardQuestion.CHILDREN, meetings)
    assert (found and found.total) == total


@pytest.mark.parametrize(
    ("meetings", "guarded"),
    [
        ([{WITH: 5, WITHOUT: 5}], set()),
        ([{WITH: 4, WITHOUT: 8}], {WITH}),
        ([{WITH: 2, WITHOUT: 8}] * 5, {WITH}),  # ten cards, and maybe of two people
        ([{WITH: 2, WITHOUT: 8}, {WITH: 5}], set()),
        ([{WITHOUT: 12}], set()),  # nobody is nobody
    ],
)
def test_a_group_that_never_had_five_cards_at_a_meeting_is_guarded(meetings, guarded):
    found = counted(CardQuestion.CHILDREN, meetings)
    assert found is not None
    assert found.guarded == guarded


@given(TALLIES)
def test_what_is_told_tells_of_ten_people_and_guards_every_small_group(meetings):
    for question, groups in GROUPS.items():
        found = counted(question, meetings)
        answered = [sum(one.get(group, 0) for group in groups) for one in meetings]
        assert (found is not None) == (max(answered, default=0) >= 10)
        if found is not None:
            assert found.total == sum(answered)
            few = {group for group in groups if all(one.get(group, 0) < FEWEST_OF_GROUP for one in meetings)}
            assert {group for group in few if found.cards[group]} == found.guarded


@pytest.mark.parametrize(
    ("cards", "total", "share", "hardly"),
    [
        (0, 30, 10.0, True),
        (0, 29, 10.0, False),  # of whom fewer than three are expected, none may be chance
        (4, 100, 10.0, True),
        (5, 100, 10.0, False),
        (0, 100, 0.0, False),
        (20, 100, 13.0, False),
    ],
)
def test_a_group_is_hardly_seen_with_less_than_half_of_what_one_would_think(cards, total, share, hardly):
    assert hardly_seen(cards, total=total, share=share) is hardly


@pytest.mark.parametrize(
    ("cards", "key"),
    [
        ({WITH: -1}, "card_count"),
        ({WITH: MOST_OTHERS + 1}, "card_count"),
        ({WITH: 3}, "cards_before_meeting"),
        ({WITH: 3, WITHOUT: 3}, "cards_too_many"),
    ],
)
def test_cards_that_cannot_be_are_refused(cards, key):
    status = MeetingStatus.INVITED if key == "cards_before_meeting" else MeetingStatus.HELD
    with pytest.raises(Refused) as refused:
        fitting_cards(status, cards, came=5)
    assert refused.value.key == key


@pytest.mark.parametrize(("cards", "came"), [({WITH: 3, WITHOUT: 2, CardGroup.FROM_65: 5}, 5), ({WITH: 3}, 0)])
def test_everybody_answers_each_question_once_and_who_came_may_be_unknown(cards, came):
    assert fitting_cards(MeetingStatus.HELD, cards, came=came) == cards


def test_a_group_without_cards_is_not_kept():
    assert fitting_cards(MeetingStatus.REPORTED, {WITH: 0, WITHOUT: 2}, came=2) == {WITHOUT: 2}
