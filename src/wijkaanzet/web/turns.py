"""Whose move it is, as the wheel and the card show it; both from the same open move."""

from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.cycle.access import waits_for
from wijkaanzet.cycle.labels import MONEY_DECIDED, NOW
from wijkaanzet.cycle.queries import Turn
from wijkaanzet.people.labels import MOVERS
from wijkaanzet.people.rules import PAID, Role
from wijkaanzet.web.actions import place_of_year, words_of
from wijkaanzet.web.http import Request
from wijkaanzet.web.mine import held
from wijkaanzet.web.numbers import day, term
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.parts.wheel import Wheel


def wheel(turn: Turn, *, today: date) -> Wheel:
    """The wheel with the pawn on the step where the year stands."""
    move = turn.move
    who = str(MOVERS[Role(move.role)]) if move else _("nobody")
    return Wheel.at(
        turn.step,
        year=turn.year,
        who=who,
        term=term(move.due_on, today, with_day=False) if move else "",
        resting=_resting(turn),
    )


def card(turn: Turn, *, today: date, desk: bool, answer: Action | None = None) -> MoveCard:
    """The card that says who is to move, what for, and until when; with a desk on the page, the way to it.

    For who is to move, `answer` leads to where it is done.
    """
    move = turn.move
    paid = move is not None and Role(move.role) in PAID
    parameters = {"year": turn.year, "starts_on": day(turn.network_starts_on) if turn.network_starts_on else ""}
    return MoveCard(
        who=str(MOVERS[Role(move.role)]) if move else "",
        text=str(_sentence(turn)) % parameters,
        term=term(move.due_on, today) if move else "",
        resting=_resting(turn),
        note=_("It is your move.") if answer else _note(desk=desk) if paid else "",
        actions=(answer,) if answer else _to_the_desk() if paid and desk else (),
    )


def answer_to(request: Request, turn: Turn | None, *, slug: str, today: date) -> Action | None:
    """The button for who is logged in and is to move in an area; None for everybody else. No query of its own."""
    if turn is None or turn.move is None or not waits_for(turn.move, held(request), today=today):
        return None
    href = place_of_year(request, turn.move.action, slug=slug, year=turn.year)
    return Action(label=words_of(turn.move.action), href=href) if href else None


def _to_the_desk() -> tuple[Action, ...]:
    return (Action(label=_("To the desk"), href="#desk", kind="secondary"),)


def _sentence(turn: Turn) -> object:
    """What happens now; the budget step has two moves, so there it follows the move."""
    if turn.move is not None and turn.move.action == "cycle.open_plan":
        return MONEY_DECIDED
    return NOW[turn.status]


def _note(*, desk: bool) -> str:
    """What the move of a paid role asks of a resident: nothing, and it never shuts the door."""
    nothing = _("You do not have to do anything now.")
    ask = _("Do you have a question or an idea? Call or walk in.")
    return f"{nothing} {ask}" if desk else nothing


def _resting(turn: Turn) -> str:
    move = turn.move
    if move is None or move.rest_look_again_on is None:
        return ""
    return _("%(why)s We look again on %(day)s.") % {"why": move.rest_why, "day": day(move.rest_look_again_on)}
