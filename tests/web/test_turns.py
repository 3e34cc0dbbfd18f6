"""The card and the wheel tell the story of the open move."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from wijkaanzet.cycle.queries import Turn
from wijkaanzet.cycle.rules import AreaYearStatus, Step
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.web import turns
from wijkaanzet.web.parts.moves import MoveCard

TODAY = date(2017, 12, 11)


def move_card_html(card: MoveCard) -> str:
    return render_to_string("web/parts/move_card.html", {"part": card})


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


@pytest.mark.parametrize(
    ("starts_on", "title"),
    [
        (date(2018, 1, 15), "Het netwerk begint op 15 januari 2018"),
        (TODAY, "Het netwerk begint op 11 december 2017"),
        (date(2017, 12, 4), "Het netwerk begon op 4 december 2017"),
    ],
)
def test_an_open_plan_says_when_the_network_starts_and_who_invites(starts_on: date, title: str):
    card = turns.card(Turn(2018, AreaYearStatus.PLAN_OPENED, Step.PLAN, starts_on, None), today=TODAY, desk=True)
    assert (card.who, card.title) == ("", title)
    assert card.text == "Het plan voor 2018 is open. De coördinator van het netwerk nodigt uit wie meedoet."
    assert title in move_card_html(card)
    assert "Niemand hoeft nu iets te doen" not in move_card_html(card)
