"""The card and the wheel tell the story of the open move."""

from datetime import date

import pytest

from wijkaanzet.cycle.queries import Turn
from wijkaanzet.cycle.rules import AreaYearStatus, Step
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.web import turns

TODAY = date(2017, 12, 11)


def turn(action: str, role: str) -> Turn:
    move = OpenMove(role=role, action=action, due_on=date(2018, 1, 5))
    return Turn(2018, AreaYearStatus.BUDGET, Step.BUDGET, None, move)


@pytest.mark.parametrize(
    ("action", "role", "who", "says"),
    [
        ("cycle.prepare_money", "policy_officer", "De gemeente", "Het geld voor 2018 wordt"),
        ("cycle.open_plan", "coordinator", "De coördinator", "Het geld voor 2018 is verdeeld."),
    ],
)
def test_the_sentence_follows_the_move(action: str, role: str, who: str, says: str):
    card = turns.card(turn(action, role), today=TODAY, desk=True)
    assert card.who.startswith(who)
    assert says in card.text
    assert turns.wheel(turn(action, role), today=TODAY).now is not None


def test_the_wheel_says_that_it_is_nobodys_move():
    opened = Turn(2018, AreaYearStatus.PLAN_OPENED, Step.PLAN, date(2018, 1, 15), None)
    assert [line for line, _y in turns.wheel(opened, today=TODAY).centre] == ["niemand"]
