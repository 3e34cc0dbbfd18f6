"""Whose move it is, as the wheel and the card show it; both from the same open move."""

from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.cycle.access import waits_for
from wijkaanzet.cycle.labels import (
    ADVICE_LAPSED,
    COORDINATOR_INVITES,
    DIVIDING,
    DIVISION_RETURNED,
    MONEY_DECIDED,
    NETWORK_STARTED,
    NETWORK_STARTS,
    NOW,
    THERE_IS_A_PLAN,
)
from wijkaanzet.cycle.queries import Turn
from wijkaanzet.cycle.rules import AreaYearStatus
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.people.labels import MOVERS
from wijkaanzet.people.rules import Role
from wijkaanzet.web.actions import place_of_turn, words_of
from wijkaanzet.web.http import Request
from wijkaanzet.web.mine import held
from wijkaanzet.web.numbers import day, look_again, term
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.parts.wheel import Wheel

LIVES_THERE = frozenset({Role.RESIDENT, Role.VOLUNTEER, Role.NETWORK_MEMBER})
"""Whose move is one of the neighbourhood itself; any other asks nothing of who lives there."""


def wheel(turn: Turn, *, today: date) -> Wheel:
    """The wheel with the pawn on the step where the year stands."""
    move = turn.move
    return Wheel.at(
        turn.step,
        year=turn.year,
        who=str(MOVERS[mover(move, today=today)]) if move else _("nobody"),
        term=term(move.due_on, today, with_day=False) if move else "",
        resting=_resting(turn, today=today),
    )


def card(turn: Turn, *, today: date, desk: bool, answer: Action | None = None) -> MoveCard:
    """The card that says who is to move, what for, and until when; with a desk on the page, the way to it.

    For who is to move, `answer` leads to where it is done.
    """
    move = turn.move
    role = mover(move, today=today) if move else None
    elsewhere = role is not None and role not in LIVES_THERE
    return MoveCard(
        who=str(MOVERS[role]) if role else "",
        title=_title(turn, today=today),
        text=_text(turn, today=today),
        term=term(move.due_on, today) if move else "",
        resting=_resting(turn, today=today),
        note=_("It is your move.") if answer else _note(desk=desk) if elsewhere else "",
        actions=(answer,) if answer else _to_the_desk() if elsewhere and desk else (),
    )


def answer_to(request: Request, turn: Turn | None, *, slug: str, today: date) -> Action | None:
    """The button for who is logged in and is to move in an area; None for everybody else. No query of its own."""
    if turn is None or turn.move is None or not waits_for(turn.move, held(request), today=today):
        return None
    href = place_of_turn(request, turn.move.action, slug=slug, year=turn.year, public_id=turn.public_id)
    return Action(label=words_of(turn.move.action), href=href)


def _to_the_desk() -> tuple[Action, ...]:
    return (Action(label=_("To the desk"), href="#desk", kind="secondary"),)


def _title(turn: Turn, *, today: date) -> str:
    """What is to come when nobody is to move; else who that is says it."""
    starts = turn.network_starts_on
    if turn.status is AreaYearStatus.PLANNED:
        return str(THERE_IS_A_PLAN) % {"year": turn.year}
    if turn.move is not None or starts is None:
        return ""
    return str(NETWORK_STARTED if starts < today else NETWORK_STARTS) % {"starts_on": day(starts)}


def _text(turn: Turn, *, today: date) -> str:
    starts, lapses = turn.network_starts_on, turn.move.lapses_on if turn.move else None
    parameters = {"starts_on": day(starts) if starts else "", "day": day(lapses) if lapses else ""}
    return str(_sentence(turn, today=today)) % {"year": turn.year, **parameters}


def _sentence(turn: Turn, *, today: date) -> object:
    """What happens now; the step of the budget has several moves, so there it follows the move."""
    move = turn.move
    if move is None:
        invites = turn.network_starts_on and turn.status is not AreaYearStatus.PLANNED
        return COORDINATOR_INVITES if invites else NOW[turn.status]
    if move.action == "cycle.open_plan":
        return MONEY_DECIDED
    if _lapsed(move, today=today):
        return ADVICE_LAPSED
    if move.state == RunStatus.RETURNED:
        return DIVISION_RETURNED
    return DIVIDING.get(move.action, NOW[turn.status])


def mover(move: OpenMove, *, today: date) -> Role:
    """Who is to move: the role of the move, or who takes over once the invitation lapsed."""
    return Role(move.falls_back_to if _lapsed(move, today=today) else move.role)


def _lapsed(move: OpenMove, *, today: date) -> bool:
    return move.lapses_on is not None and move.lapses_on < today


def _note(*, desk: bool) -> str:
    """What the move of a paid role asks of a resident: nothing, and it never shuts the door."""
    nothing = _("You do not have to do anything now.")
    ask = _("Do you have a question or an idea? Call or walk in.")
    return f"{nothing} {ask}" if desk else nothing


def _resting(turn: Turn, *, today: date) -> str:
    move = turn.move
    if move is None or move.rest_look_again_on is None:
        return ""
    return f"{move.rest_why} {look_again(move.rest_look_again_on, today=today)}".strip()
